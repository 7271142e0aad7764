"""The page of the class: what it tells, that it is text, and who may read it."""

import http.client
import json
import threading
from dataclasses import replace

import pytest

from grading.folders import Row
from grading.results import handed_in, overview, serve
from grading.results.report import Made, Report

LESSON = "01_one_dimension"
BAD = "<script>alert(1)</script>"
FOUND = {
    "exercise": "descend",
    "earned": 0.0,
    "possible": 4.0,
    "mistake": "descend.sign-flipped",
    "hint": f"a minus {BAD}",
    "state": "wrong",
}


@pytest.fixture
def root(tmp_path):
    """Return a folder with two graded students, of whom one has a hostile name."""
    for student in ("anna", BAD.replace("/", "")):
        file = tmp_path / "autograded" / student / LESSON / f"{LESSON}.ipynb"
        file.parent.mkdir(parents=True)
        cell = {
            "cell_type": "code",
            "source": f"x = 1  # {BAD}",
            "metadata": {"nbgrader": {"grade_id": "descend-answer", "solution": True}},
        }
        about = {"grading": {"found": [FOUND], "notes": [BAD]}}
        file.write_text(json.dumps({"cells": [cell], "metadata": about}))
        kept = tmp_path / "submitted" / student / LESSON / "predictions.json"
        kept.parent.mkdir(parents=True)
        entry = {
            "question": f"Which way? {BAD}",
            "choices": {"left": "", "right": ""},
            "first": "left",
            "happened": "right",
        }
        kept.write_text(json.dumps({"way": entry, "junk": 3, "none": {"first": 5}}))
    return tmp_path


def report():
    names = ("anna", BAD.replace("/", ""))
    return Report(
        LESSON,
        16.0,
        dict(zip(names, (4.0, 16.0), strict=True)),
        {},
        [Made("descend.sign-flipped", names)],
        {"descend": {f"descend(1): {BAD}": names}},
        {"anna": ["descend"]},
    )


def test_the_page_tells_the_class(root):
    failed = Row("kim", LESSON, note=f"the file is empty {BAD}")
    page = overview.write(root, [report()], [failed, replace(failed, score=1.0)]).read_text()
    assert "2 of 2" in page
    assert "sign flipped" in page
    assert ">25<" in page
    assert ">100<" in page
    assert "Which way?" in page
    assert "right <strong>✓ happened</strong>" in page
    assert "kim" in page
    assert page.count("could not be graded") == 1
    assert f"../feedback/anna/{LESSON}/{LESSON}.html" in page
    student = (root / "report" / "students" / "anna.html").read_text()
    assert "../index.html" in student
    assert f"../../feedback/anna/{LESSON}/{LESSON}.html" in student
    for text in (page, student):
        assert "<script" not in text
        assert "http" not in text, "readable without a network"


def test_predictions_that_are_none(tmp_path):
    file = tmp_path / "predictions.json"
    assert handed_in.predictions(tmp_path) == {}
    for text in ("", "[]", "3", "{" * 10_000, '{"a": 1, "b": {"first": ""}}'):
        file.write_text(text)
        assert handed_in.predictions(tmp_path) == {}


@pytest.fixture
def running(root):
    overview.write(root, [report()])
    (root / "gradebook.db").write_bytes(b"secret")
    (root / "report" / "link.html").symlink_to(root / "gradebook.db")
    with serve.server(root) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()


def get(server, path, host=None, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    headers |= {"Host": host} if host else {}
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    return answer, answer.read()


def test_only_who_has_the_token_reads(running):
    assert running.server_address[0] == "127.0.0.1"
    assert get(running, "/report/index.html")[0].status == 403
    assert get(running, "/report/index.html?token=x")[0].status == 403
    assert get(running, "/report/index.html", Cookie="teach=x")[0].status == 403
    answer, _ = get(running, f"/report/index.html?token={running.token}")
    assert (answer.status, answer.getheader("Location")) == (303, "/report/index.html")
    cookie = answer.getheader("Set-Cookie").partition(";")[0]
    answer, page = get(running, "/report/index.html", Cookie=cookie)
    assert answer.status == 200
    assert b"The class" in page
    assert "default-src" in answer.getheader("Content-Security-Policy")
    evil = get(running, "/report/index.html", host="evil.example", Cookie=cookie)
    assert evil[0].status == 403
    for path in (
        "/gradebook.db",
        "/report/../gradebook.db",
        "/report/%2e%2e/gradebook.db",
        "/report/link.html",
        "/submitted/anna",
        "/",
        "/report/nothing",
        "/report/%00",
    ):
        answer, held = get(running, path, Cookie=cookie)
        assert answer.status == 404, path
        assert b"secret" not in held
