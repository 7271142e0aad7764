"""The benchmarks still know what they measure: their parts run, on one submission."""

from click.testing import CliRunner

from benchmarks.checks import main
from benchmarks.grading import copies, floor, submissions
from tests.support.class_of_one import LESSON


def test_the_floor_is_measured():
    works = submissions([LESSON], 1)
    assert all(seconds > 0 for seconds in floor(works))
    assert len({one.notebook for one in copies(works, 3)}) == 3


def test_an_exercise_that_is_not_there_is_told_before_anything_is_measured():
    done = CliRunner().invoke(main, ["--only", "fti"])
    assert done.exit_code == 2
    assert "'fti' is not one of" in done.output
    assert "'fit'" in done.output
