"""Submissions that cheat or attack earn what they earned honestly, and touch nothing else.

All of them are graded in one run, with honest ones among them, as in a class.
"""

import os
import shutil
from pathlib import Path

import nbformat
import pytest

from course_folder import ROOT, course_config
from grading import sample_class
from grading.isolation.sandbox import Sandbox, what_is_missing
from grading.results.gradebook import open_gradebook
from grading.run import grade
from tests.support.class_of_one import (
    HOSTILE,
    LESSON,
    SMALL,
    filled,
    graded,
    hand_in,
    hostile,
    lesson,
    released,
)

pytestmark = pytest.mark.skipif(bool(what_is_missing()), reason=what_is_missing() or "isolated")
FILES = sorted(HOSTILE.glob("*.py"))
RIGHT = sample_class.answers("full_marks", LESSON)
# In the order in which they are graded, these come first, in the middle and last.
HONEST = ("a_honest", "m_honest", "zz_honest")


def test_there_are_thirty():
    assert len(FILES) >= 30


# --- attacks on the notebook instead of in the code ---


def _full_points_in_checks(notebook):
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            cell.source = "2.0"
            cell.outputs = []


def _forged_outputs(notebook):
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            cell.outputs = [
                nbformat.v4.new_output("execute_result", {"text/plain": "2.0"}, execution_count=1)
            ]


def _no_checks(notebook):
    notebook.cells = [c for c in notebook.cells if not c.metadata.get("nbgrader", {}).get("grade")]


def _checks_are_answers(notebook):
    for cell in notebook.cells:
        mark = cell.metadata.get("nbgrader", {})
        if mark.get("grade"):
            mark.update(solution=True, locked=False, points=1000, grade=True)
            cell.source = "2.0"


def _more_points(notebook):
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            cell.metadata.nbgrader.update(points=1e9, schema_version=99, cell_type=[1])


def _own_checks(notebook):
    for cell in list(notebook.cells):
        mark = cell.metadata.get("nbgrader", {})
        if mark.get("grade"):
            again = nbformat.v4.new_code_cell("2.0", metadata={"nbgrader": dict(mark)})
            notebook.cells.append(again)
            invented = nbformat.v4.new_code_cell("100.0", metadata={"nbgrader": dict(mark)})
            invented.metadata.nbgrader.grade_id = mark.grade_id + "-more"
            notebook.cells.append(invented)


def _forged_mark(notebook):
    notebook.metadata["grading"] = {"digest": "0" * 64, "found": [], "notes": []}


EDITS = {
    change.__name__.strip("_"): change
    for change in (
        _full_points_in_checks,
        _forged_outputs,
        _no_checks,
        _checks_are_answers,
        _more_points,
        _own_checks,
        _forged_mark,
    )
}


# --- the run ---


@pytest.fixture(scope="module")
def run(tmp_path_factory, gradebook_file):
    """Grade everything hostile and the honest ones in one run; return its folder and its rows."""
    root = tmp_path_factory.mktemp("attacked")
    shutil.copy(gradebook_file, root)
    for file in FILES:
        hand_in(root, file.stem, filled(hostile(file)[0]))
    for name, change in EDITS.items():
        notebook = released()
        change(notebook)
        hand_in(root, f"edit_{name}", notebook)
    for name in HONEST:
        hand_in(root, name, filled(RIGHT))
    before = (root / "gradebook.db").stat().st_ino
    rows = {row.student: row for row in grade(root, limits=SMALL)}
    assert (root / "gradebook.db").stat().st_ino == before
    return root, rows


def scores(root, student):
    with open_gradebook(course_config(root)) as gradebook:
        submitted = gradebook.find_submission_notebook(LESSON, LESSON, student)
        return {grade.name: grade.auto_score for grade in submitted.grades}


CHECKS = {name: cell.nbgrader["points"] for name, cell in lesson().named.items() if cell.is_check}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_earns_nothing(file, run):
    root, rows = run
    assert rows[file.stem].score == hostile(file)[1], rows[file.stem].note
    assert set(scores(root, file.stem)) == set(CHECKS)


@pytest.mark.parametrize("name", HONEST)
def test_honest_work_among_them_gets_its_points(name, run):
    assert run[1][name].score == sample_class.possible(LESSON)
    assert run[1][name].note == ""


@pytest.mark.parametrize("name", EDITS)
def test_an_edited_notebook_earns_nothing(name, run):
    root, rows = run
    assert rows[f"edit_{name}"].score == 0
    file = root / "autograded" / f"edit_{name}" / LESSON / f"{LESSON}.ipynb"
    marks = [c.metadata.get("nbgrader", {}) for c in nbformat.read(file, as_version=4).cells]
    assert {mark.grade_id: mark.points for mark in marks if mark.get("grade")} == CHECKS


def test_nothing_was_left_on_the_host(run):
    for place in ("/tmp/unpickled", "/tmp/shell", "/written", "/usr/written"):
        assert not os.path.exists(place)
    assert not list(Path(ROOT).glob("written"))


def test_reading_everything_found_nothing(run):
    file = run[0] / "autograded" / "reads_everything" / LESSON / f"{LESSON}.ipynb"
    assert "FOUND: []" in file.read_text(encoding="utf-8")


def test_pages_hold_no_active_content(run):
    page = (run[0] / "feedback" / "forged_output" / LESSON / f"{LESSON}.html").read_text("utf-8")
    assert "example.org" in page, "the student's own code is shown"
    assert "<script>parent" not in page


def test_no_picture_takes_all_the_memory_of_a_browser(run):
    place = Path("bombs_a_page", LESSON, LESSON)
    page = (run[0] / "feedback" / place).with_suffix(".html").read_text("utf-8")
    assert "BOMBED 1" in page
    assert "data:image/png" not in page
    assert "data:image/jpeg" not in page
    notebook = nbformat.read((run[0] / "autograded" / place).with_suffix(".ipynb"), as_version=4)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    assert not any(kind.startswith("image/") for one in outputs for kind in one.get("data", ()))


def test_no_hidden_test_enters_the_sandbox(monkeypatch):
    from grading.isolation.guest import wire

    told = []
    send = wire.send
    monkeypatch.setattr(wire, "send", lambda channel, message: (
        told.append(str(message)), send(channel, message)))  # fmt: skip
    with Sandbox(lesson().modules, SMALL) as sandbox:
        graded(filled(RIGHT), sandbox)
    text = "\n".join(told)
    assert len(told) > 10
    assert "seed" not in text
    for cell in lesson().cells:
        if cell.is_check and "HIDDEN" in cell.source:
            seed = cell.source.partition("seed=")[2].partition(")")[0]
            assert seed
            assert seed not in text
