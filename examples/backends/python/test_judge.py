"""All vectors of packages/rules/vectors and the shared table of refused texts, from the same files as in every other language."""

import json
import re
from datetime import datetime, timezone
from pathlib import Path

import pytest

from derive import BrokenRulebook, days_of
from judge import judge, load_rulebook
from judge_lines import judge_lines
from read_json import Unreadable, read_json

BACKENDS = Path(__file__).resolve().parent.parent
VECTORS = BACKENDS.parent.parent / "packages/rules/vectors"
RULEBOOKS = [load_rulebook(path) for path in sorted(VECTORS.glob("*.rulebook.json"))]
REFUSED = json.loads((BACKENDS / "refused.json").read_text("utf-8"))
JUDGED = json.loads((VECTORS / "judged.json").read_text("utf-8"))["forms"]


def vectors() -> list:
    return [
        pytest.param(line, id=f"{file.stem}:{number}")
        for file in sorted(VECTORS.glob("*.ndjson"))
        for number, line in enumerate(file.read_bytes().rstrip(b"\n").split(b"\n"), 1)
    ]


def answer(line: bytes) -> dict:
    (only,) = judge_lines(RULEBOOKS, [line])
    return only


def as_multiset(findings: list[dict]) -> list[tuple]:
    return sorted((finding["rule"], finding["severity"], finding["path"]) for finding in findings)


@pytest.mark.parametrize("line", vectors())
def test_vector(line):
    expect = json.loads(line)["expect"]
    got = answer(line)
    assert as_multiset(got["findings"]) == as_multiset(expect["findings"])
    assert got["valid"] is expect["valid"]


def text_of(case: dict) -> bytes:
    if "bytes" in case:
        return bytes.fromhex(case["bytes"])
    parts = [case["text"]] if isinstance(case["text"], str) else case["text"]
    return "".join(part if isinstance(part, str) else part[0] * part[1] for part in parts).encode()


def named(cases: list[dict]):
    return [pytest.param(case, id=case["name"]) for case in cases]


def line_with(submission: bytes) -> bytes:
    head = {"rulebook": REFUSED["rulebook"], "now": "2023-03-24T09:00:00+07:00"}
    return json.dumps(head).encode()[:-1] + b', "submission": ' + submission + b"}"


@pytest.mark.parametrize("case", named(REFUSED["texts"]))
def test_text(case):
    text = text_of(case)
    if case.get("refused"):
        with pytest.raises(Unreadable):
            read_json(text)
        assert "error" in answer(line_with(text))
    else:
        assert read_json(text) == case["same"]
        same = json.dumps(case["same"]).encode()
        assert answer(line_with(text)) == answer(line_with(same))


@pytest.mark.parametrize("case", named(REFUSED["lines"]))
def test_line(case):
    got = answer(case["line"].encode())
    if case["error"]:
        assert "error" in got
    else:
        assert got["findings"] == [{"rule": "schema", "severity": "error", "path": ""}]


def small_rulebook(form: dict) -> dict:
    """A form of the table judged.json, with what is the same in all."""
    text = {"type": "string"}
    properties = {"rulebook": text, "form": text} | form["properties"]
    schema = {"type": "object", "properties": properties, "additionalProperties": False}
    rules = [rule | {"element": "f", "message": {"vi": "", "en": ""}} for rule in form["rules"]]
    small = {"id": "f", "type": "report", "schema": schema, "rules": rules, "view": {"labels": {}}}
    small |= {"derive": form["derive"]} if "derive" in form else {}
    return {"rulebook": "2", "id": "r", "version": "1", "utcOffset": "+07:00", "forms": [small]}


@pytest.mark.parametrize(
    ("form", "case"),
    [pytest.param(form, case, id=f"{form['name']}: {case['name']}") for form in JUDGED for case in form["cases"]],
)
def test_judged(form, case):
    head = {"name": "x", "rulebook": "r@1", "now": "2024-03-01T08:00:00+07:00"}
    line = head | case | {"submission": {"rulebook": "r@1", "form": "f"} | case["submission"]}
    (got,) = judge_lines([small_rulebook(form)], [json.dumps(line).encode()])
    found = [f"{finding['rule']} {finding['path']}" for finding in got["findings"]]
    assert sorted(found) == sorted(case["findings"])


@pytest.mark.parametrize(
    ("now", "today", "key"),
    [
        ("1969-12-31T23:59:59+07:00", -1, (12 * 1969 + 11) * 32 + 31),
        ("2024-02-28T17:00:00Z", 19782, (12 * 2024 + 1) * 32 + 29),
        ("0001-01-01T00:00:00+23:59", -719163, 11 * 32 + 31),
        ("9999-12-31T23:59:00Z", 2932897, 12 * 10000 * 32 + 1),
    ],
)
def test_today_is_a_day_of_the_calendar_also_where_python_knows_none(now, today, key):
    assert days_of(int(datetime.fromisoformat(now).timestamp() // 60), "+07:00") == {"today": today, "todayKey": key}


@pytest.mark.parametrize(
    ("derive", "problem"),
    [
        ({}, "/forms/0/derive: there is no list"),
        (None, "/forms/0/derive: there is no list"),
        (["a"], "/forms/0/derive/0/as: there is no text"),
        ([{"as": 1, "logic": 1}], "/forms/0/derive/0/as: there is no text"),
        ([{"as": "a"}], "/forms/0/derive/0: there is not exactly one"),
        ([{"as": "a", "weeks": "now"}], "/forms/0/derive/0: there is not exactly one"),
        ([{"as": "a", "days": "now", "logic": 1}], "/forms/0/derive/0: there is not exactly one"),
        ([{"as": "a", "months": 1}], "/forms/0/derive/0: there is no path"),
        ([{"as": "a", "share": {"of": 1, "part": [1, 0], "round": "up"}}], "/forms/0/derive/0/share: there is no part"),
        ([{"as": "a", "share": {"of": 1, "part": [1.5, 2], "round": "up"}}], "/forms/0/derive/0/share: there is no part"),
        ([{"as": "a", "share": {"of": 1, "part": [1, 2], "round": "UP"}}], "/forms/0/derive/0/share: there is no part"),
    ],
)
def test_a_rulebook_whose_derived_values_are_none_is_named(derive, problem, tmp_path):
    broken = small_rulebook(JUDGED[0])
    broken["forms"][0]["derive"] = derive
    path = tmp_path / "rulebook.json"
    path.write_text(json.dumps(broken), "utf-8")
    with pytest.raises(BrokenRulebook, match=re.escape(problem)):
        load_rulebook(path)


def test_a_rulebook_of_another_format_is_not_loaded(tmp_path):
    path = tmp_path / "rulebook.json"
    path.write_text(json.dumps(small_rulebook(JUDGED[0]) | {"rulebook": "9"}), "utf-8")
    with pytest.raises(BrokenRulebook, match="no rulebook of format"):
        load_rulebook(path)


def test_names_of_a_rulebook_are_names_like_any_other_and_a_row_has_a_label():
    keys = ["", "__proto__", "0", "a/b~c"]
    row = {"id": "row", "severity": "error", "each": "/t", "keys": keys, "needs": {}, "path": "/x"}
    rule = row | {"assert": {"===": [{"var": "mark.constructor"}, True]}, "message": {"vi": "{item}: thiếu", "en": ""}}
    rulebook = small_rulebook({"properties": {"t": {"type": ["object", "null"]}}, "derive": [], "rules": []})
    form = rulebook["forms"][0]
    logic = {"!==": [{"var": "item"}, None]}
    form |= {"rules": [rule], "derive": [{"as": "constructor", "each": "/t", "keys": keys, "logic": logic}]}
    form["view"]["labels"]["/t/a~1b~0c"] = "Dòng cuối"
    submission = {"rulebook": "r@1", "form": "f", "t": {"__proto__": 1, "": {}, "0": None}}
    findings = judge(rulebook, submission, datetime.now(timezone.utc))["findings"]
    assert [(finding["path"], finding["message"]) for finding in findings] == [
        ("/t/0/x", "Nội dung: thiếu"),
        ("/t/a~1b~0c/x", "Dòng cuối: thiếu"),
    ]


def test_a_bad_line_never_stops_the_others_and_blank_lines_are_none():
    good = line_with(b"null")
    answers = list(judge_lines(RULEBOOKS, [good, b"{", b"\n", b" \r\n", good]))
    assert ["error" in each for each in answers] == [False, True, False]


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), [2**53], "\ud83d", {"\ude00": 1}, {"a": {1, 2}}, {"a": object()}, json.loads("[" * 33 + "]" * 33)],
    ids=repr,
)
def test_a_value_in_memory_that_no_text_is_read_as_gives_a_finding(value):
    verdict = judge(RULEBOOKS[0], value, datetime.now(timezone.utc))
    assert as_multiset(verdict["findings"]) == [("schema", "error", "")]


def test_as_many_values_as_allowed_are_read():
    read_json(b"[" + b"0," * 99_998 + b"0]")
    with pytest.raises(Unreadable):
        read_json(b"[" + b"0," * 99_999 + b"0]")


def test_a_value_within_itself_gives_a_finding():
    value: dict = {}
    value["self"] = value
    assert judge(RULEBOOKS[0], value, datetime.now(timezone.utc))["valid"] is False


def test_messages_are_filled_in_vietnamese():
    rulebook = next(each for each in RULEBOOKS if each["id"] == "hai-phong.kien-an.2023")
    submission = {"rulebook": "hai-phong.kien-an.2023@1.0.0", "form": "de-nghi-cap-quan", "contact": {"name": 1}}
    unit = {"id": "dang-bo-phuong-so-1", "group": "dang-bo"}
    verdict = judge(rulebook, submission, datetime(2023, 3, 22, tzinfo=timezone.utc), unit)
    assert [finding["message"] for finding in verdict["findings"]] == ["Họ và tên người liên hệ: kiểu dữ liệu không đúng."]
    del submission["contact"]
    for finding in judge(rulebook, submission, datetime(2023, 3, 22, tzinfo=timezone.utc), unit)["findings"]:
        assert finding["message"] and "{" not in finding["message"]


def test_a_now_without_offset_is_an_error_of_the_caller():
    with pytest.raises(ValueError):
        judge(RULEBOOKS[0], {}, datetime(2023, 3, 22))


def test_a_pinned_rulebook_is_the_very_file():
    path = next(VECTORS.glob("*.rulebook.json"))
    with pytest.raises(ValueError, match="pinned"):
        load_rulebook(path, "0" * 64)
