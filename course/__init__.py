"""The shared helper module of the course: what every lesson imports."""

from course.checks import check
from course.predictions import predict, reveal

__all__ = ["check", "predict", "reveal"]
