"""The shared helper module of the course: what every lesson imports."""

from course.built import built
from course.checks import check
from course.questions import predict, quick, reveal

__all__ = ["built", "check", "predict", "quick", "reveal"]
