"""A route that receives a form's post and answers with the verdict. Run it: .venv/bin/flask run"""

import os
from datetime import datetime, timezone
from pathlib import Path

from flask import Flask, Response, jsonify, request

from judge import WORDS, judge, load_rulebook
from read_json import MAX_BYTES, Unreadable, read_json

DEFAULT_RULEBOOK = Path(__file__).resolve().parents[3] / "packages/rules/vectors/hai-phong.kien-an.2023.rulebook.json"

app = Flask(__name__)
app.json.ensure_ascii = False
app.config["MAX_CONTENT_LENGTH"] = 20_000_000  # bytes of a whole post; the form's attribute max-request-bytes says the same
app.config["MAX_FORM_MEMORY_SIZE"] = MAX_BYTES  # Flask's own limit for a field is 500 kB, less than a long report
app.config["RULEBOOK"] = load_rulebook(os.environ.get("RULEBOOK", DEFAULT_RULEBOOK), os.environ.get("RULEBOOK_SHA256"))


def now() -> datetime:
    """Your clock, not the page's."""
    return datetime.now(timezone.utc)


def signed_in_unit() -> dict:
    """Whoever is signed in, whatever the post says. Yours comes from the session."""
    return {"id": "dang-bo-phuong-so-1", "group": "dang-bo"}


@app.post("/submissions")
def receive() -> tuple[Response, int]:
    """200 with the verdict, 422 where it is not valid, 400 for what nobody may judge, 413 for what is too large."""
    # An old browser, or one that got no script, may send the form without what was to be filled in.
    if "submission" not in request.form:
        return jsonify(error=WORDS["missing"]), 400
    try:
        submission = read_json(request.form["submission"].encode("utf-8", "surrogatepass"))
    except Unreadable as error:
        return jsonify(error=str(error)), 400
    verdict = judge(app.config["RULEBOOK"], submission, now(), signed_in_unit())
    return jsonify(verdict), 200 if verdict["valid"] else 422
