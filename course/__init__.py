"""The shared helper module of the course: what every lesson imports."""

from course.checks import check
from course.questions import predict, quick, reveal
from course.yours import yours

__all__ = ["check", "predict", "quick", "reveal", "yours"]
