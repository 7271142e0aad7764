"""The shapes of a table of grades: plain CSV, and what an LMS imports.

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


def _lessons(found: Sequence[Grade]) -> dict[str, float]:
    return dict(sorted({one.lesson: one.possible for one in found}.items()))


def _students(
    found: Sequence[Grade], about: Callable[[Grade], list[str]], missing: str = ""
) -> Iterable[list[Any]]:
    """Yield a row for each student: what an LMS has `about` them, and a score for each lesson."""
    students: dict[str, dict[str, Grade]] = {}
    for one in found:
        students.setdefault(one.student, {})[one.lesson] = one
    lessons = _lessons(found)
    for _, had in sorted(students.items()):
        scores = [float(had[name].score) if name in had else missing for name in lessons]
        yield [*about(next(iter(had.values()))), *scores]


def _canvas(found: Sequence[Grade]) -> Iterable[list[Any]]:
    """Canvas: five columns about the student, then one for each lesson, and its points."""

    def about(one: Grade) -> list[str]:
        full = ", ".join(filter(None, (one.last, one.first))) or one.student
        return [full, "", one.student, one.student, ""]

    lessons = _lessons(found)
    yield ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *lessons]
    yield ["    Points Possible", "", "", "", "", *(float(most) for most in lessons.values())]
    yield from _students(found, about)


def _moodle(found: Sequence[Grade]) -> Iterable[list[Any]]:
    """Moodle: the student by ID number and e-mail, then one column for each lesson."""
    yield ["Username", "ID number", "Email address", *_lessons(found)]
    yield from _students(found, lambda one: [one.student, one.student, one.email], tables.NONE)


def _brightspace(found: Sequence[Grade]) -> Iterable[list[Any]]:
    """Brightspace: points by the item's name, and a sign at the end of each line."""
    items = [f"{lesson} Points Grade" for lesson in _lessons(found)]
    yield ["Username", *items, "End-of-Line Indicator"]
    for row in _students(found, lambda one: [one.student]):
        yield [*row, "#"]


def _blackboard(found: Sequence[Grade]) -> Iterable[list[Any]]:
    """Blackboard: the student by user name; a lesson it does not know is a new column."""
    yield ["Last Name", "First Name", "Username", *_lessons(found)]
    yield from _students(found, lambda one: [one.last, one.first, one.student])


# The rows of each, and the columns, from 0, by which an LMS finds a student: left as they are.
FORMATS: dict[str, tuple[Callable[[Sequence[Grade]], Iterable[list[Any]]], tuple[int, ...]]] = {
    "csv": (_plain, (0,)),
    "canvas": (_canvas, (2, 3)),
    "moodle": (_moodle, (0, 1, 2)),
    "brightspace": (_brightspace, (0,)),
    "blackboard": (_blackboard, (2,)),
}


def table(kind: str, found: Sequence[Grade]) -> str:
    """Return the grades as text, in one of `FORMATS`."""
    rows, keys = FORMATS[kind]
    return tables.table(rows(found), keys)
