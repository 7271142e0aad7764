"""The sample class, from submitted/ to autograded/, gradebook, feedback and grades.csv."""

import csv
import re
import shutil
import time
from pathlib import Path

import nbformat
import pytest
from nbgrader.plugins.export import CsvExportPlugin

from course.checks import lessons
from course_folder import ROOT, course_config, known_lessons, quiet
from grading import sample_class
from grading.errors import GradingError
from grading.exam import examiner
from grading.folders import find
from grading.isolation.sandbox import Sandbox, what_is_missing
from grading.results.feedback import RemoveHiddenTests, without_hidden
from grading.results.gradebook import open_gradebook
from grading.run import grade
from tests.support.class_of_one import data, filled, lesson
from tests.support.hidden import LESSONS, leaks, secrets

RELEASED = sorted(path.parent.name for path in (ROOT / "release").glob("*/*.ipynb"))
CLASS = sample_class.members(RELEASED)
SECRETS = {path.stem: secrets(path) for path in LESSONS}


@pytest.mark.parametrize("hand_in", CLASS, ids=lambda one: f"{one.student}/{one.lesson}")
def test_score(graded, hand_in):
    row = graded.row(hand_in.student, hand_in.lesson)
    assert row.score == pytest.approx(hand_in.points, abs=1e-6)
    assert row.possible == sample_class.possible(hand_in.lesson)
    # Of an answer that stopped, the note says where.
    stopped = hand_in.student == "syntax_error"
    assert ("numerical_gradient: stopped in line 2, SyntaxError" in row.note) == stopped
    assert "ipython-input" not in row.note, "a name that only the kernel knows"
    assert stopped or row.note == ("late" if hand_in.timestamp else "")


def test_the_class_has_full_marks_and_none_in_every_lesson():
    best = {one.lesson: one.points for one in CLASS if one.student == "full_marks"}
    assert best == {lesson: sample_class.possible(lesson) for lesson in RELEASED}
    worst = {one.lesson: one.points for one in CLASS if one.student == "untouched"}
    assert worst == dict.fromkeys(RELEASED, 0.0)


@pytest.mark.parametrize("lesson", RELEASED)
def test_full_marks_answers_are_of_another_style(lesson):
    answered = sample_class.answers("full_marks", lesson)
    assert set(answered) == {exercise.name for exercise in lessons()[lesson]}
    text = (ROOT / "lessons" / f"{lesson}.py").read_text(encoding="utf-8")
    assert not [name for name, code in answered.items() if code in text]


def test_gradebook_has_the_points_of_the_checks(graded):
    with open_gradebook(course_config(graded.root)) as gradebook:
        for lesson in RELEASED:
            assert gradebook.find_assignment(lesson).max_score == sample_class.possible(lesson)


def test_every_submission_has_its_notebook_and_feedback(graded):
    for one in CLASS:
        place = Path(one.student, one.lesson, one.lesson)
        assert (graded.root / "autograded" / place.with_suffix(".ipynb")).exists()
        assert (graded.root / "feedback" / place.with_suffix(".html")).exists()


def test_feedback_has_the_messages_but_no_hidden_test(graded):
    pages = {
        one: (
            graded.root / "feedback" / one.student / one.lesson / f"{one.lesson}.html"
        ).read_text(encoding="utf-8")
        for one in CLASS
    }
    for one, page in pages.items():
        # What is no text is large, and holds none.
        page = re.sub(r"(?s)<style.*?</style>|<script.*?</script>|<img [^>]*>", "", page)
        own = "\n".join(sample_class.answers(one.student, one.lesson).values())
        assert {line for line in leaks(SECRETS[one.lesson], page) if line not in own} == set()
        assert "HIDDEN TESTS" not in page
    wrong = next(page for one, page in pages.items() if one.student == "common_mistakes")
    assert "forward for central" in wrong


def test_grades_csv(graded):
    with open(graded.root / "grades.csv", encoding="utf-8", newline="") as file:
        rows = {(row["student_id"], row["assignment"]): row for row in csv.DictReader(file)}
    for one in CLASS:
        row = rows[one.student, one.lesson]
        assert float(row["score"]) == pytest.approx(one.points, abs=1e-6)
        assert float(row["max_score"]) == sample_class.possible(one.lesson)


def test_the_table_is_that_of_nbgraders_exporter(graded, tmp_path):
    config = course_config(graded.root)
    config.CsvExportPlugin.to = str(tmp_path / "theirs.csv")
    with quiet(), open_gradebook(config) as gradebook:
        CsvExportPlugin(config=config).export(gradebook)

    def rows(file):
        with open(file, encoding="utf-8", newline="") as table:
            held = list(csv.reader(table))
        points = range(held[0].index("raw_score"), len(held[0]))
        return held[0], sorted(
            [round(float(cell), 9) if i in points else cell for i, cell in enumerate(row)]
            for row in held[1:]
        )

    assert rows(graded.root / "grades.csv") == rows(tmp_path / "theirs.csv")


def test_submissions_are_left_as_they_were(graded, tmp_path):
    sample_class.write(ROOT / "release", tmp_path)
    for path in sorted(tmp_path.rglob("*.*")):
        same = graded.root / "submitted" / path.relative_to(tmp_path)
        assert path.read_bytes() == same.read_bytes()


@pytest.mark.skipif(bool(what_is_missing()), reason=what_is_missing() or "isolated")
def test_scores_are_the_same_when_every_cell_runs(graded, monkeypatch):
    def every(made):
        code = [cell for cell in made if cell.kind == "code"]
        return {id(cell) for cell in code if cell.role not in ("check", "text")}

    monkeypatch.setattr(examiner, "which_run", every)
    modules = sorted({module for name in known_lessons() for module in lesson(name).modules})
    with Sandbox(modules) as sandbox:
        for one in graded.class_:
            # Lesson 10 learns for seconds; without answers there is nothing to tell apart.
            slow = one.lesson.startswith("10") or one.student in ("endless_loop", "untouched")
            if not slow:
                answers = sample_class.answers(one.student, one.lesson)
                notebook = data(filled(answers, one.lesson))
                result = examiner.grade(notebook, lesson(one.lesson), sandbox)
                assert sum(result.scores.values()) == pytest.approx(one.points), one
                assert graded.row(one.student, one.lesson).score == pytest.approx(one.points)


def test_one_who_learns_alone_hands_in_my_work(tmp_path, gradebook_file):
    shutil.copy(gradebook_file, tmp_path)
    lesson = RELEASED[0]
    folder = tmp_path / "my-work" / lesson
    folder.mkdir(parents=True)
    released = ROOT / "release" / lesson / f"{lesson}.ipynb"
    (folder / released.name).write_bytes(released.read_bytes())
    rows = grade(tmp_path, student="me")
    assert [(row.student, row.lesson, row.score) for row in rows] == [("me", lesson, 0)]


def test_what_cannot_be_graded_is_said(tmp_path, gradebook_file):
    shutil.copy(gradebook_file, tmp_path)
    with pytest.raises(GradingError, match="there is nothing to grade"):
        find(tmp_path, known_lessons())
    with pytest.raises(GradingError, match="my-work/ does not exist"):
        grade(tmp_path, student="me")
    with pytest.raises(GradingError, match=r"there is no lesson '99'. There are 0"):
        find(tmp_path, known_lessons(), ["99"])
    with pytest.raises(GradingError, match="submitted/nobody/ does not exist"):
        find(tmp_path, known_lessons(), student="nobody")
    (tmp_path / "submitted" / "one" / "unknown").mkdir(parents=True)
    (tmp_path / "submitted" / "one" / RELEASED[0]).mkdir()
    notes = {row.lesson: row.note for row in grade(tmp_path)}
    assert notes == {
        "unknown": "no lesson has this name",
        RELEASED[0]: f"the folder holds no {RELEASED[0]}.ipynb; it is empty",
    }


def test_hidden_tests_are_taken_out_line_by_line():
    text = "a\n### BEGIN HIDDEN TESTS\nb\n### END HIDDEN TESTS\nc\n# BEGIN HIDDEN TESTS END\nd"
    assert without_hidden(text) == "a\nc\n# BEGIN HIDDEN TESTS END\nd"
    assert without_hidden("# BEGIN HIDDEN TESTS END HIDDEN TESTS\nc") == "c"


@pytest.mark.parametrize(
    "text", ["# HIDDEN TESTS\n" + "x" * 900_000, "BEGIN HIDDEN TESTS\n" * 50_000]
)
def test_a_long_cell_that_names_hidden_tests_takes_no_time(text):
    cell = nbformat.v4.new_code_cell(text)
    begun = time.process_time()
    RemoveHiddenTests().preprocess_cell(cell, {}, 0)
    assert time.process_time() - begun < 2.0
    assert cell.source == text.strip()
