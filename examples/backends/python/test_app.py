"""The route, as a form's post reaches it."""

import io
import json
from datetime import datetime
from pathlib import Path

import pytest

import app

VECTORS = Path(__file__).resolve().parents[3] / "packages/rules/vectors"


def valid_vector() -> dict:
    """A submission without findings, by the unit that is signed in below."""
    for line in (VECTORS / "hai-phong.kien-an.2023.ndjson").read_text("utf-8").split("\n"):
        vector = json.loads(line)
        if vector["expect"]["valid"] and vector["submission"]["form"] == "de-nghi-cap-quan":
            return vector
    raise LookupError("no valid nomination among the vectors")


@pytest.fixture
def client(monkeypatch):
    vector = valid_vector()
    unit = vector["submission"]["unit"]
    monkeypatch.setattr(app, "now", lambda: datetime.fromisoformat(vector["now"]))
    monkeypatch.setattr(app, "signed_in_unit", lambda: {"id": unit["id"], "group": unit["group"]})
    return app.app.test_client()


def post(client, submission):
    text = submission if isinstance(submission, str) else json.dumps(submission)
    file = (io.BytesIO(b"bytes"), "a.docx")
    return client.post("/submissions", data={"submission": text, "submission_files[]": [file]})


def test_a_valid_submission_is_valid(client):
    response = post(client, valid_vector()["submission"])
    assert response.status_code == 200
    assert response.json["valid"] is True


def test_a_forged_unit_is_refused_in_vietnamese(client):
    submission = valid_vector()["submission"]
    submission["unit"]["group"] = "chi-bo"
    response = post(client, submission)
    assert response.status_code == 422
    assert ("unit", "/unit/group") in [(finding["rule"], finding["path"]) for finding in response.json["findings"]]
    assert "đơn vị" in response.get_data(as_text=True).lower()


def test_a_deadline_that_passed_is_refused(client, monkeypatch):
    monkeypatch.setattr(app, "now", lambda: datetime.fromisoformat("2023-04-01T00:00:00+07:00"))
    response = post(client, valid_vector()["submission"])
    errors = [finding for finding in response.json["findings"] if finding["severity"] == "error"]
    assert [finding["rule"] for finding in errors] == ["window"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("", 400),
        ("{", 400),
        ("[" * 100_000, 400),
        ('{"a":NaN}', 400),
        ('"' + "a" * 4_000_000 + '"', 422),
        ('"' + "a" * 6_000_000 + '"', 413),
        ('"' + "a" * 50_000_000 + '"', 413),
        ("null", 422),
    ],
    ids=["nothing", "broken", "100,000 levels", "NaN", "4 MB", "6 MB", "50 MB", "null"],
)
def test_whatever_it_holds_it_is_answered(client, text, status):
    assert post(client, text).status_code == status


def test_without_a_form_it_is_answered(client):
    assert client.post("/submissions", data=b"\xff", content_type="text/plain").status_code == 400


def test_a_form_that_was_sent_without_its_submission_is_told_so(client):
    response = client.post("/submissions", data={"_csrf": "x"})
    assert response.status_code == 400
    assert "biểu mẫu chưa hiện ra" in response.json["error"]
