"""The shapes of a table of grades: plain CSV, and what Canvas and Moodle import.

A new one is a function from grades to rows and one line in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from grading.results import tables


@dataclass(frozen=True)
class Grade:
    """One submission's grade.

    Attributes:
        student: The student's name in nbgrader.
        first, last, email: What the gradebook knows of the student, or empty.
        lesson: The lesson.
        score: Points, after what was taken off for being late.
        possible: The most points.
    """

    student: str
    first: str
    last: str
    email: str
    lesson: str
    score: float
    possible: float


def _plain(found: Sequence[Grade]) -> Iterable[list[Any]]:
    yield ["student", "lesson", "score", "possible", "first_name", "last_name", "email"]
    for one in found:
        points = [float(one.score), float(one.possible)]
        yield [one.student, one.lesson, *points, one.first, one.last, one.email]


def _by_student(found: Sequence[Grade]) -> dict[str, dict[str, Grade]]:
    students: dict[str, dict[str, Grade]] = {}
    for one in found:
        students.setdefault(one.student, {})[one.lesson] = one
    return dict(sorted(students.items()))


def _lessons(found: Sequence[Grade]) -> dict[str, float]:
    return dict(sorted({one.lesson: one.possible for one in found}.items()))


def _canvas(found: Sequence[Grade]) -> Iterable[list[Any]]:
    """Canvas: five columns about the student, then one for each lesson, and its points."""
    lessons = _lessons(found)
    yield ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *lessons]
    yield ["    Points Possible", "", "", "", "", *(float(most) for most in lessons.values())]
    for name, had in _by_student(found).items():
        one = next(iter(had.values()))
        full = ", ".join(filter(None, (one.last, one.first))) or name
        scores = [float(had[lesson].score) if lesson in had else "" for lesson in lessons]
        yield [full, "", name, name, "", *scores]


def _moodle(found: Sequence[Grade]) -> Iterable[list[Any]]:
    """Moodle: the student by ID number and e-mail, then one column for each lesson."""
    lessons = _lessons(found)
    yield ["Username", "ID number", "Email address", *lessons]
    for name, had in _by_student(found).items():
        one = next(iter(had.values()))
        scores = [float(had[lesson].score) if lesson in had else tables.NONE for lesson in lessons]
        yield [name, name, one.email, *scores]


# The rows of each, and the columns by which an LMS finds a student, which stay as they are.
FORMATS: dict[str, tuple[Callable[[Sequence[Grade]], Iterable[list[Any]]], tuple[int, ...]]] = {
    "csv": (_plain, (0,)),
    "canvas": (_canvas, (2, 3)),
    "moodle": (_moodle, (0, 1, 2)),
}


def table(kind: str, found: Sequence[Grade]) -> str:
    """Return the grades as text, in one of `FORMATS`."""
    rows, keys = FORMATS[kind]
    return tables.table(rows(found), keys)
