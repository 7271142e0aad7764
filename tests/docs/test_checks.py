"""docs/checks.md: its whole example is an exercise that judges the answers beside it."""

import re

import pytest

from authoring import markup
from course.checks.engine import examine
from grading.answers import cells
from tests.support.measure import namespace
from tests.support.pages import DOCS

PAGE = (DOCS / "checks.md").read_text(encoding="utf-8")
MODULE, _, LESSON, WRONG, RIGHT = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def exercise():
    return namespace(MODULE)["average"]


@pytest.mark.parametrize("seed", [None, 99123])
def test_the_example_judges_its_answers(exercise, seed, tmp_path):
    file = tmp_path / "average.py"
    solved = re.search(r"^def average.*?(?=^# %%)", LESSON, re.MULTILINE | re.DOTALL).group()
    assert examine(exercise, namespace(solved), seed).state == "right"
    file.write_text(RIGHT, encoding="utf-8")
    for _, code in cells(file):
        assert examine(exercise, namespace(code), seed).state == "right"
    file.write_text(WRONG, encoding="utf-8")
    wrong = cells(file)
    assert len(wrong) == 2
    for label, code in wrong:
        assert examine(exercise, namespace(code), seed).label == label


def test_the_example_is_a_lesson_s_text(exercise, monkeypatch, tmp_path):
    monkeypatch.setattr(markup, "exercises", lambda: {"average": exercise})
    lesson = tmp_path / "99_averages.py"
    lesson.write_text(LESSON, encoding="utf-8")
    parts = [cell for cell in markup.read(lesson).cells if "nbgrader" in cell.metadata]
    assert [part["id"].removeprefix("average-") for part in parts] == list(markup.PARTS)
    assert [part.metadata["nbgrader"].get("points", 0) for part in parts] == [0, 0, 1, 1]
