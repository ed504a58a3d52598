"""Judges a submission by a rulebook, in the order of docs/rulebook.md: envelope, schema, derived values, rules."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from json_logic import jsonLogic
from jsonschema import Draft7Validator, ValidationError, validators

from derive import BrokenRulebook, days_of, derive, escaped, needs_hold, places, refuse_broken
from read_json import Unreadable, refuse_unreadable

FORMATS = {"2"}

# A breach of these ends the judging: rules could not read such values.
ENDS_JUDGING = {"type", "multipleOf", "minimum", "maximum", "maxItems"}

# What the judge itself says; the sentences of rules stand in the rulebook.
WORDS = json.loads(Path(__file__).with_name("vi.json").read_text("utf-8"))


def load_rulebook(path: str | Path, sha256: str | None = None) -> dict:
    """The rulebook of a file; with `sha256`, only that very file. Raises ValueError when it is another, or none to judge by."""
    data = Path(path).read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if sha256 is not None and found != sha256:
        raise ValueError(f"{path} has the SHA-256 {found}, not {sha256}: it is not the rulebook that was pinned")
    rulebook = json.loads(data)
    if not isinstance(rulebook, dict) or rulebook.get("rulebook") not in FORMATS:
        raise BrokenRulebook(f"{path} is no rulebook of format {' or '.join(sorted(FORMATS))}")
    for index, form in enumerate(rulebook["forms"]):
        refuse_broken(form.get("derive", []), f"/forms/{index}/derive")
    return rulebook


def judge(
    rulebook: dict,
    submission: object,
    now: datetime,
    unit: dict | None = None,
    given: dict | None = None,
    receiver: str | None = None,
) -> dict:
    """
    The verdict `{ valid, findings: [{ rule, severity, path, message, params, cite? }] }` upon a submission.

    now       when it was received, by your clock, with an offset
    unit      `{ id, group }` of whoever is signed in; None: nothing is compared
    given     what you know and the form asks of you in `view.given`, such as the day of an event, by id; what is missing is unknown
    receiver  id of the receiver you judge for, where a form has several with deadlines of their own

    Raises ValueError when `now` has no offset. Bad submissions give findings, never an exception.
    """
    if now.tzinfo is None:
        raise ValueError("now needs an offset, as datetime.now(timezone.utc) has")
    minute = int(now.timestamp() // 60)
    findings = list(_findings(rulebook, submission, minute, {"unit": unit, "given": given, "receiver": receiver}))
    return {"valid": all(finding["severity"] != "error" for finding in findings), "findings": findings}


def _findings(rulebook: dict, submission: object, minute: int, host: dict):
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
    breaches = list(_Validator(form["schema"]).iter_errors(submission))
    for path, breach in {_pointer(breach.absolute_path): breach for breach in breaches}.items():
        yield _own("schema", path, _shape(breach), {"label": _label(form, path), "limit": str(breach.validator_value)})
    if any(breach.validator in ENDS_JUDGING for breach in breaches):
        return

    # 2. Rules
    data = host | {"submission": submission, "now": minute, "item": None, "index": None, "owner": None, "mark": {}, "marks": {}}
    data["derived"] = days_of(minute, rulebook["utcOffset"])
    derive(form.get("derive", []), data)
    for rule in form["rules"]:
        seen: Counter[str] = Counter()
        for path, place in places(rule, data):
            scope = data | place
            if needs_hold(rule["needs"], scope) and _is_broken(rule, scope, seen):
                yield _finding(rule, scope, path, form)


def _pattern(validator: Draft7Validator, pattern: str, text: object, schema: dict) -> Iterator[ValidationError]:
    """A last `$` is the very end of the text; Python's would also match before a last line feed."""
    if isinstance(text, str) and not re.search(re.sub(r"\$\Z", r"\\Z", pattern), text):
        yield ValidationError("does not match")


_Validator = validators.extend(Draft7Validator, {"pattern": _pattern})


def _is_broken(rule: dict, scope: dict, seen: Counter[str]) -> bool:
    """`seen` counts the values of earlier items, for `repeats`."""
    repeats = rule.get("repeats")
    if repeats is None:
        return jsonLogic(rule["assert"], scope) is not True
    if jsonLogic(repeats.get("where", True), scope) is not True:
        return False
    values = json.dumps([jsonLogic({"var": path}, scope) for path in repeats["of"]])
    seen[values] += 1
    return seen[values] > repeats["atMost"]


def _finding(rule: dict, scope: dict, place: str, form: dict) -> dict:
    params = {"item": _label(form, place)} if "keys" in rule else {}
    params |= {name: jsonLogic(logic, scope) for name, logic in rule.get("params", {}).items()}
    finding = {"rule": rule["id"], "severity": rule["severity"], "path": place + rule["path"]}
    finding |= {"message": _fill(rule["message"]["vi"], params), "params": params}
    return finding | ({"cite": rule["cite"]} if "cite" in rule else {})


def _shape(breach: ValidationError) -> str:
    """The words for a breach: a pattern that only keeps out blank text has words of its own."""
    blank = breach.validator == "pattern" and breach.validator_value.startswith("[^ ")
    return "shape.blank" if blank else f"shape.{breach.validator}"


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
    return "".join("/" + escaped(step) for step in path)
