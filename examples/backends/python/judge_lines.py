"""Reads vectors, one a line, from standard input and writes a verdict for each, as "A judge" in docs/rulebook.md says."""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import BinaryIO

from judge import judge, load_rulebook
from read_json import MAX_BYTES, MAX_DEPTH, read_json, refuse_unreadable

INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.,][0-9]+)?)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"
)

# Bytes of a line: the submission, and what stands around it.
MAX_LINE = MAX_BYTES + 10_000


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream. Of one that is longer than a line may be only so much is kept as is needed to refuse it."""
    while line := stream.readline(MAX_LINE + 2):
        yield line.removesuffix(b"\n")
        while line and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE)


def judge_lines(rulebooks: list[dict], lines: Iterable[bytes]) -> Iterator[dict]:
    """One answer for each line that is not blank, in order; a bad line never stops it."""
    by_name = {f"{rulebook['id']}@{rulebook['version']}": rulebook for rulebook in rulebooks}
    for line in lines:
        if line.strip(b" \t\r\n"):
            yield _judge_line(by_name, line)


def _judge_line(rulebooks: dict[str, dict], line: bytes) -> dict:
    name: dict = {}
    try:
        vector = read_json(line, max_bytes=MAX_LINE, max_depth=MAX_DEPTH + 1, max_values=MAX_LINE)
        if not isinstance(vector, dict):
            raise ValueError("the line is no object")
        if isinstance(vector.get("name"), str):
            name = {"name": vector["name"]}
        wanted = vector.get("rulebook")
        if not isinstance(wanted, str) or wanted not in rulebooks:
            raise ValueError("the rulebook of this line was not given")
        submission = vector.get("submission")
        refuse_unreadable(submission)
        given, receiver = vector.get("given"), vector.get("receiver")
        if not isinstance(given, dict | None):
            raise ValueError("what is given is no object")
        if not isinstance(receiver, str | None):
            raise ValueError("the receiver is no id")
        now, unit = _instant(vector.get("now")), _unit(vector.get("unit"))
        verdict = judge(rulebooks[wanted], submission, now, unit, given, receiver)
    except ValueError as error:
        return name | {"error": str(error)}
    findings = [{key: finding[key] for key in ("rule", "severity", "path")} for finding in verdict["findings"]]
    return name | {"valid": verdict["valid"], "findings": findings}


def _instant(text: object) -> datetime:
    """Raises ValueError unless it is an ISO 8601 instant with offset."""
    if not isinstance(text, str) or not INSTANT.fullmatch(text):
        raise ValueError("now is no ISO 8601 instant with offset")
    return datetime.fromisoformat(re.sub("[.,][0-9]+", "", text))


def _unit(unit: object) -> dict | None:
    if unit is None:
        return None
    if not isinstance(unit, dict) or not all(isinstance(unit.get(key), str) for key in ("id", "group")):
        raise ValueError("the unit has no id or no group")
    return {"id": unit["id"], "group": unit["group"]}


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("Usage: judge RULEBOOK… < VECTORS, one a line")
    for answer in judge_lines([load_rulebook(path) for path in sys.argv[1:]], lines_of(sys.stdin.buffer)):
        print(json.dumps(answer), flush=True)
