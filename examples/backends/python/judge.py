"""Judges a submission by a rulebook, in the order of docs/rulebook.md: envelope, schema, needs, assert or unique."""

import hashlib
import json
import re
from datetime import datetime
from pathlib import Path

from json_logic import jsonLogic
from jsonschema import Draft7Validator, ValidationError

from read_json import Unreadable, refuse_unreadable

# A breach of these ends the judging: rules could not read such values.
ENDS_JUDGING = {"type", "multipleOf", "minimum", "maximum", "maxItems"}

# What the judge itself says; the sentences of rules stand in the rulebook.
WORDS = json.loads(Path(__file__).with_name("vi.json").read_text("utf-8"))


def load_rulebook(path: str | Path, sha256: str | None = None) -> dict:
    """The rulebook of a file; with `sha256`, only that very file. Raises ValueError when it is another."""
    data = Path(path).read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if sha256 is not None and found != sha256:
        raise ValueError(f"{path} has the SHA-256 {found}, not {sha256}: it is not the rulebook that was pinned")
    return json.loads(data)


def judge(rulebook: dict, submission: object, now: datetime, unit: dict | None = None) -> dict:
    """
    The verdict `{ valid, findings: [{ rule, severity, path, message, params, cite? }] }` upon a submission.

    now   when it was received, by your clock, with an offset
    unit  `{ id, group }` of whoever is signed in; None: nothing is compared

    Raises ValueError when `now` has no offset. Bad submissions give findings, never an exception.
    """
    if now.tzinfo is None:
        raise ValueError("now needs an offset, as datetime.now(timezone.utc) has")
    findings = list(_findings(rulebook, submission, int(now.timestamp() // 60), unit))
    return {"valid": all(finding["severity"] != "error" for finding in findings), "findings": findings}


def _findings(rulebook: dict, submission: object, minute: int, unit: dict | None):
    try:
        refuse_unreadable(submission)
    except Unreadable:
        return (yield _own("schema", "", "refused"))

    # 0. Envelope
    if not isinstance(submission, dict):
        return (yield _own("schema", "", "schema"))
    expected = f"{rulebook['id']}@{rulebook['version']}"
    named = submission.get("rulebook")
    parts = re.fullmatch(r"([^@]+)@([^@]+)", named) if isinstance(named, str) else None
    names = {"expected": expected, "received": str(named)[:120]}
    if not parts or parts[1] != rulebook["id"]:
        return (yield _own("rulebook", "/rulebook", "rulebook", names))
    form = next((form for form in rulebook["forms"] if form["id"] == submission.get("form")), None)
    if form is None:
        return (yield _own("form", "/form", "form", {"received": str(submission.get("form"))[:120]}))
    if parts[2] != rulebook["version"]:
        yield _own("rulebook", "/rulebook", "version", names, "warning")

    # 1. Schema: one finding per path
    breaches = list(Draft7Validator(form["schema"]).iter_errors(submission))
    for path, breach in {_pointer(breach.absolute_path): breach for breach in breaches}.items():
        yield _own("schema", path, _shape(breach), {"label": _label(form, path), "limit": str(breach.validator_value)})
    if any(breach.validator in ENDS_JUDGING for breach in breaches):
        return

    # 2. Rules
    data = {"submission": submission, "unit": unit, "now": minute, "item": None, "index": None}
    for rule in form["rules"]:
        if "each" not in rule:
            yield from _judge_once(rule, data, set())
            continue
        items, seen = _at(submission, rule["each"]), set()
        for index, item in enumerate(items if isinstance(items, list) else []):
            yield from _judge_once(rule, data | {"item": item, "index": index}, seen)


def _judge_once(rule: dict, data: dict, seen: set):
    """A finding where the rule is broken. `seen` holds the values of earlier items, for `unique`."""
    if not all(_is_of_type(jsonLogic({"var": path}, data), type_) for path, type_ in rule["needs"].items()):
        return
    if "unique" in rule:
        values = json.dumps([jsonLogic({"var": path}, data) for path in rule["unique"]])
        broken = values in seen
        seen.add(values)
    else:
        broken = jsonLogic(rule["assert"], data) is not True
    if not broken:
        return
    path = f"{rule['each']}/{data['index']}{rule['path']}" if "each" in rule else rule["path"]
    params = {name: jsonLogic(logic, data) for name, logic in rule.get("params", {}).items()}
    finding = {"rule": rule["id"], "severity": rule["severity"], "path": path}
    finding |= {"message": _fill(rule["message"]["vi"], params), "params": params}
    yield finding | ({"cite": rule["cite"]} if "cite" in rule else {})


def _shape(breach: ValidationError) -> str:
    """The words for a breach: a pattern that only keeps out blank text has words of its own."""
    blank = breach.validator == "pattern" and breach.validator_value.startswith("[^ ")
    return "shape.blank" if blank else f"shape.{breach.validator}"


def _is_of_type(value: object, type_: str) -> bool:
    if type_ == "integer":
        return not isinstance(value, bool) and (isinstance(value, int) or isinstance(value, float) and value.is_integer())
    return isinstance(value, {"string": str, "boolean": bool, "list": list, "object": dict}[type_])


def _own(rule: str, path: str, words: str, params: dict | None = None, severity: str = "error") -> dict:
    message = _fill(WORDS[words], params or {})
    return {"rule": rule, "severity": severity, "path": path, "message": message, "params": params or {}}


def _fill(template: str, params: dict) -> str:
    return re.sub(r"\{([A-Za-z]\w*)\}", lambda place: str(params.get(place[1], place[0])), template)


def _label(form: dict, path: str) -> str:
    """The label of a place, where list positions read as `*`."""
    labels = form["view"]["labels"]
    label = labels.get(path) or labels.get(re.sub(r"/\d+(?=/|$)", "/*", path)) or WORDS["place"]
    return label["vi"] if isinstance(label, dict) else label


def _pointer(path) -> str:
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def _at(value: object, pointer: str) -> object:
    for step in pointer.split("/")[1:]:
        value = value.get(step) if isinstance(value, dict) else None
    return value
