"""Reads JSON from outside, or refuses it, as docs/rulebook.md says under "What is refused before judging"."""

import json

MAX_BYTES = 5_000_000
MAX_DEPTH = 32
MAX_NUMBER = 2**53 - 1


class Unreadable(ValueError):
    """A text or value that nobody may judge. The message says why."""


def read_json(data: bytes, *, max_bytes: int = MAX_BYTES, max_depth: int = MAX_DEPTH) -> object:
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
    refuse_unreadable(value, max_depth)
    return value


def refuse_unreadable(value: object, max_depth: int = MAX_DEPTH) -> None:
    """Raises Unreadable for a value in memory that no JSON text would be read as."""
    if isinstance(value, str):
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            raise Unreadable("half of a surrogate pair") from None
    elif isinstance(value, bool) or value is None:
        return
    elif isinstance(value, (int, float)):
        if not -MAX_NUMBER <= value <= MAX_NUMBER:  # NaN is within no bounds
            raise Unreadable("a number beyond ±(2^53 − 1)")
    elif not isinstance(value, (list, dict)):
        raise Unreadable(f"a {type(value).__name__} is no JSON")
    elif max_depth == 0:
        raise Unreadable("nested too deep")
    elif isinstance(value, list):
        for item in value:
            refuse_unreadable(item, max_depth - 1)
    else:
        for name, member in value.items():
            refuse_unreadable(name)
            refuse_unreadable(member, max_depth - 1)


def _number(text: str) -> int | float:
    """2022.0 is 2022, and −0.0 is 0. Infinity stays what it is and is refused later."""
    number = float(text)
    return int(number) if number.is_integer() else number


def _refuse(name: str) -> None:
    raise Unreadable(f"{name} is no JSON")
