"""Where rules are judged, and what is computed for them: "Derived values" in docs/rulebook.md."""

import re
from datetime import date

from json_logic import jsonLogic

WAYS = ("days", "months", "share", "logic")
EPOCH = date(1970, 1, 1).toordinal()
DAYS_OF_400_YEARS = 146_097


class BrokenRulebook(ValueError):
    """What is wrong with a rulebook, and where: never with a submission."""


def refuse_broken(derive: object, at: str) -> None:
    """Raises BrokenRulebook for what is no list of derived values. `at` is its JSON Pointer."""
    if not isinstance(derive, list):
        raise BrokenRulebook(f"{at}: there is no list")
    for index, entry in enumerate(derive):
        if not isinstance(entry, dict) or not isinstance(entry.get("as"), str):
            raise BrokenRulebook(f"{at}/{index}/as: there is no text")
        if sum(way in entry for way in WAYS) != 1:
            raise BrokenRulebook(f"{at}/{index}: there is not exactly one of {', '.join(WAYS)}")
        if not all(isinstance(entry.get(way, ""), str) for way in ("days", "months")):
            raise BrokenRulebook(f"{at}/{index}: there is no path")
        if "share" in entry and not _is_share(entry["share"]):
            raise BrokenRulebook(f"{at}/{index}/share: there is no part of whole numbers, or no rounding")


def derive(entries: list[dict], data: dict) -> None:
    """Computes every entry in its order, into `derived` and `marks` of what the rules read."""
    for entry in entries:
        for _path, place in places(entry, data):
            scope = data | place
            values = scope["mark"] if "each" in entry else scope["derived"]
            values[entry["as"]] = _value(entry, scope) if needs_hold(entry.get("needs", {}), scope) else None


def days_of(minute: int, utc_offset: str) -> dict:
    """`today` and `todayKey` of an instant: its day at the offset, in no calendar of this machine."""
    sign, hours, minutes = utc_offset[0], utc_offset[1:3], utc_offset[4:]
    offset = (-1 if sign == "-" else 1) * (int(hours) * 60 + int(minutes))
    today = (minute + offset) // 1440
    # The calendar repeats itself every 400 years; `date` knows no year beyond 9999.
    cycles, rest = divmod(today + EPOCH - 1, DAYS_OF_400_YEARS)
    return {"today": today, "todayKey": _key(date.fromordinal(rest + 1)) + cycles * 400 * 12 * 32}


def needs_hold(needs: dict, scope: dict) -> bool:
    return all(_is_of_type(jsonLogic({"var": path}, scope), type_) for path, type_ in needs.items())


def places(source: dict, data: dict) -> list[tuple[str, dict]]:
    """Where a rule or an entry is judged: the JSON Pointer of each place, and what is read there besides `data`."""
    if "each" not in source:
        return [("", {})]
    outer, inside, inner = source["each"].partition("/*")
    keys = source.get("keys")
    if not inside:
        return _places_at(outer, keys, data["submission"], data["marks"])
    return [
        place
        for path, owner in _places_at(outer, None, data["submission"], data["marks"])
        for place in _places_at(inner, keys, owner["item"], owner["mark"], path, owner["item"])
    ]


def escaped(step: object) -> str:
    """A step of a JSON Pointer."""
    return str(step).replace("~", "~0").replace("/", "~1")


def _places_at(
    pointer: str, keys: list[str] | None, value: object, marks: dict, path: str = "", owner: object = None
) -> list[tuple[str, dict]]:
    """The items of the list at a pointer into a value, or its members by `keys`; each with its mark, made when first met."""
    steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
    for step in steps:
        value = value.get(step) if isinstance(value, dict) else None
    for step in steps[:-1]:
        marks = marks.setdefault(step, {})
    if keys is not None:
        members, own = value if isinstance(value, dict) else {}, marks.setdefault(steps[-1], {})
        found = [(key, members.get(key), own.setdefault(key, {})) for key in keys]
    elif isinstance(value, list):
        own = marks.setdefault(steps[-1], [{} for _ in value])
        found = list(zip(range(len(value)), value, own))
    else:
        return []
    return [
        (f"{path}{pointer}/{escaped(step)}", {"item": item, "index": index, "owner": owner, "mark": mark})
        for index, (step, item, mark) in enumerate(found)
    ]


def _value(entry: dict, scope: dict) -> object:
    if "logic" in entry:
        return jsonLogic(entry["logic"], scope)
    if "share" in entry:
        return _share(jsonLogic(entry["share"]["of"], scope), entry["share"]["part"], entry["share"]["round"])
    day = _day(jsonLogic({"var": entry["days" if "days" in entry else "months"]}, scope))
    if day is None:
        return None
    return day.toordinal() - EPOCH if "days" in entry else _key(day)


def _day(text: object) -> date | None:
    # date.fromisoformat reads weeks too, and strptime the digits of every script.
    if not isinstance(text, str) or not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _key(day: date) -> int:
    """Orders days; N months later is 32 × N more, also where a month lacks the day."""
    return (12 * day.year + day.month - 1) * 32 + day.day


def _share(of: object, part: list[int], rounding: str) -> int | None:
    if not _is_of_type(of, "integer"):
        return None
    product, whole = int(of) * part[0], part[1]
    if rounding == "down":
        return product // whole
    return -(-product // whole) if rounding == "up" else (2 * product + whole) // (2 * whole)


def _is_share(share: object) -> bool:
    part = share.get("part") if isinstance(share, dict) else None
    return (
        isinstance(part, list)
        and [type(number) for number in part] == [int, int]
        and part[0] >= 0 < part[1]
        and share.get("round") in ("down", "up", "nearest")
    )


def _is_of_type(value: object, type_: str) -> bool:
    if type_ == "integer":
        return not isinstance(value, bool) and (isinstance(value, int) or isinstance(value, float) and value.is_integer())
    return isinstance(value, {"string": str, "boolean": bool, "list": list, "object": dict}[type_])
