"""All vectors of packages/rules/vectors and the shared table of refused texts, from the same files as in every other language."""

import json
from datetime import datetime, timezone
from pathlib import Path

import pytest

from judge import judge, load_rulebook
from judge_lines import judge_lines
from read_json import Unreadable, read_json

BACKENDS = Path(__file__).resolve().parent.parent
VECTORS = BACKENDS.parent.parent / "packages/rules/vectors"
RULEBOOKS = [load_rulebook(path) for path in sorted(VECTORS.glob("*.rulebook.json"))]
REFUSED = json.loads((BACKENDS / "refused.json").read_text("utf-8"))


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
