"""Reads JSON from outside, or refuses it, as docs/rulebook.md says under "What is refused before judging"."""

import json

MAX_BYTES = 5_000_000
MAX_DEPTH = 32
MAX_VALUES = 100_000  # lists, objects, texts, numbers, true, false and null; names are none
MAX_NUMBER = 2**53 - 1


class Unreadable(ValueError):
    """A text or value that nobody may judge. The message says why."""


def read_json(
    data: bytes, *, max_bytes: int = MAX_BYTES, max_depth: int = MAX_DEPTH, max_values: int = MAX_VALUES
) -> object:
    """
    The value of a JSON text in UTF-8. Of equal names the last counts; whole numbers are `int`, however they were written.

    Raises Unreadable.
    """
    if len(data) > max_bytes:
        raise Unreadable(f"more than {max_bytes} bytes")
    try:
        value = json.loads(data.decode("utf-8"), parse_float=_number, parse_constant=_refuse)
    except RecursionError:
        raise Unreadable(f"nested deeper than {max_depth}") from None
    except ValueError as error:
        raise Unreadable(str(error)) from None
    refuse_unreadable(value, max_depth, max_values)
    return value


def refuse_unreadable(value: object, max_depth: int = MAX_DEPTH, max_values: int = MAX_VALUES) -> None:
    """Raises Unreadable for a value in memory that no JSON text would be read as."""
    count = 0
    left = [(value, max_depth)]
    while left:
        part, depth = left.pop()
        count += 1
        if count > max_values:
            raise Unreadable(f"more than {max_values} values")
        if isinstance(part, str):
            _refuse_half_pairs(part)
        elif isinstance(part, bool) or part is None:
            pass
        elif isinstance(part, (int, float)):
            if not -MAX_NUMBER <= part <= MAX_NUMBER:  # NaN is within no bounds
                raise Unreadable("a number beyond ±(2^53 − 1)")
        elif not isinstance(part, (list, dict)):
            raise Unreadable(f"a {type(part).__name__} is no JSON")
        elif depth == 0:
            raise Unreadable("nested too deep")
        else:
            for name in part if isinstance(part, dict) else ():
                _refuse_half_pairs(name)
            left += [(member, depth - 1) for member in (part.values() if isinstance(part, dict) else part)]


def _refuse_half_pairs(text: object) -> None:
    try:
        str(text).encode("utf-8")
    except UnicodeEncodeError:
        raise Unreadable("half of a surrogate pair") from None


def _number(text: str) -> int | float:
    """2022.0 is 2022, and −0.0 is 0. Infinity stays what it is and is refused later."""
    number = float(text)
    return int(number) if number.is_integer() else number


def _refuse(name: str) -> None:
    raise Unreadable(f"{name} is no JSON")
