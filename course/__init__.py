"""The shared helper module of the course: what every lesson imports."""

import sys

from course.checks import check
from course.checks.built import built
from course.progress.calls import finish, progress, review
from course.questions import predict, quick, reveal

if sys.platform == "emscripten":
    from course.browser import begin

    begin()

__all__ = [
    "built",
    "check",
    "finish",
    "predict",
    "progress",
    "quick",
    "reveal",
    "review",
]
