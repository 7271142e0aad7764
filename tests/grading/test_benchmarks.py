"""The benchmarks of grading still know the grader: their parts run, on one submission."""

from benchmarks.grading import copies, floor, submissions
from tests.support.class_of_one import LESSON


def test_the_floor_is_measured():
    works = submissions([LESSON], 1)
    assert all(seconds > 0 for seconds in floor(works))
    assert len({one.notebook for one in copies(works, 3)}) == 3
