"""With numbers of each student's own: judged by the folder's name, and marked when borrowed."""

import re

import pytest
from traitlets.config import Config

from course.checks import exercises
from grading import run, sample_class
from grading.exam import examiner
from grading.exam.examiner import Whose
from grading.isolation.sandbox import Sandbox, what_is_missing
from grading.results import overview
from tests.support.class_of_one import SMALL, data, filled, hand_in, lesson

NAME = "03_two_dimensions"
EXERCISE = "ravine_rates"
RIGHT = sample_class.answers("full_marks", NAME)
WORKED_OUT = """
low, high = 2 * other.a, 2 * other.b
rate_limit, best_rate, part_left = 2 / high, 2 / (low + high), (high - low) / (high + low)
"""
CELLS = (f"{EXERCISE}-check", f"{EXERCISE}-hidden")

isolated = pytest.mark.skipif(bool(what_is_missing()), reason=what_is_missing() or "isolated")


def typed(student):
    """Return the values of a student's numbers, as constants in the answer."""
    exercise = exercises()[EXERCISE].of(student)
    return "\n".join(f"{name} = {exercise.reference(name)!r}" for name in exercise.values)


def notebook(answer, before=""):
    answers = RIGHT | {EXERCISE: answer}
    return filled(answers | ({"before": before} if before else {}), NAME)


def graded(made, sandbox, student, others=()):
    return examiner.grade(data(made), lesson(NAME), sandbox, None, Whose(student, others))


def points(result):
    return [result.scores[cell] for cell in CELLS]


def borrowed(result):
    return {one.right_for for one in result.found if one.exercise == EXERCISE}


@isolated
def test_each_answer_is_judged_by_its_student_s_numbers():
    full = [exercises()[EXERCISE].points[0], exercises()[EXERCISE].points[1]]
    class_ = ("", "ada", "cy", "dora")
    with Sandbox(lesson(NAME).modules, SMALL) as sandbox:
        own = graded(notebook(typed("bob")), sandbox, "bob", class_)
        assert (points(own), borrowed(own)) == (full, {()})
        # What works the values out is right with whatever numbers it is given.
        worked = graded(notebook(WORKED_OUT), sandbox, "Bob", class_)
        assert (points(worked), borrowed(worked)) == (full, {()})
        copied = graded(notebook(typed("ada")), sandbox, "bob", class_)
        assert (points(copied), borrowed(copied)) == ([0, 0], {("ada",)})
        usual = graded(notebook(typed("")), sandbox, "bob", class_)
        assert (points(usual), borrowed(usual)) == ([0, 0], {("",)})
        # Who claims to be another gets that one's numbers, and is judged by the folder's name.
        claims = "from course import variants as v; v.i_am('ada')"
        posed = graded(notebook(WORKED_OUT, claims), sandbox, "bob", class_)
        assert (points(posed), borrowed(posed)) == ([0, 0], {("ada",)})
        # Without numbers of their own nothing is told of others.
        alike = examiner.grade(data(notebook(typed("ada"))), lesson(NAME), sandbox)
        assert (points(alike), borrowed(alike)) == ([0, 0], {()})


def test_the_setting_is_in_the_course_s_own_file():
    assert run.own_numbers(Config({"Course": {"variants": True}}))
    assert not run.own_numbers(Config({"Course": {"variants": False}}))
    assert not run.own_numbers(Config())


@isolated
def test_a_class_with_its_setting_on(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "own_numbers", lambda config: True)
    for student, answer in {"ada": typed("ada"), "bob": typed("ada"), "cy": typed("cy")}.items():
        hand_in(tmp_path, student, notebook(answer), NAME)
    rows = {row.student: row for row in run.grade(tmp_path, [NAME])}
    assert rows["ada"].score == rows["cy"].score == rows["ada"].possible
    assert rows["bob"].score == rows["ada"].score - sum(exercises()[EXERCISE].points)
    page = overview.write_all(tmp_path, rows.values()).read_text()
    told = page.partition('id="borrowed"')[2].partition("<h2")[0]
    assert ">bob</a>" in told
    assert ">ada</a>" in told
    assert ">cy</a>" not in told
    # No student's page tells of another.
    page = (tmp_path / "feedback" / "bob" / NAME / f"{NAME}.html").read_text()
    # As a word: a digest of the page may hold its letters.
    assert not re.search(r"\bada\b", page)
    # Off again, all are judged by everyone's numbers.
    monkeypatch.setattr(run, "own_numbers", lambda config: False)
    again = {row.student: row for row in run.grade(tmp_path, [NAME])}
    assert {row.unchanged for row in again.values()} == {False}
    assert again["ada"].score == rows["bob"].score
    assert 'id="borrowed"' not in overview.write_all(tmp_path).read_text()
