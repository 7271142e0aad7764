"""Grades as tables: plain CSV, and what Canvas and Moodle import."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Gradebook
from traitlets.config import Config

from grading.errors import GradingError
from grading.results import record, tables
from grading.results.gradebook import open_gradebook


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


def grades(gradebook: Gradebook) -> list[Grade]:
    """Return every grade in the gradebook, by lesson and student."""
    found = []
    for assignment in sorted(gradebook.assignments, key=lambda one: one.name):
        for submission in sorted(assignment.submissions, key=lambda one: one.student.id):
            penalty = sum(one.late_submission_penalty or 0.0 for one in submission.notebooks)
            student = submission.student
            found.append(
                Grade(
                    student.id,
                    student.first_name or "",
                    student.last_name or "",
                    student.email or "",
                    assignment.name,
                    submission.score - penalty,
                    submission.max_score,
                )
            )
    return found


def table(kind: str, found: Sequence[Grade]) -> str:
    """Return the grades as text, in the form of "csv", "canvas" or "moodle"."""
    rows, keys = {
        "csv": (_plain, (0,)),
        "canvas": (_canvas, (2, 3)),
        "moodle": (_moodle, (0, 1, 2)),
    }[kind]
    return tables.table(rows(found), keys)


def _plain(found: Sequence[Grade]) -> Iterable[list]:
    yield ["student", "lesson", "score", "possible"]
    for one in found:
        yield [one.student, one.lesson, float(one.score), float(one.possible)]


def _by_student(found: Sequence[Grade]) -> dict[str, dict[str, Grade]]:
    students: dict[str, dict[str, Grade]] = {}
    for one in found:
        students.setdefault(one.student, {})[one.lesson] = one
    return dict(sorted(students.items()))


def _lessons(found: Sequence[Grade]) -> dict[str, float]:
    return dict(sorted({one.lesson: one.possible for one in found}.items()))


def _canvas(found: Sequence[Grade]) -> Iterable[list]:
    """Canvas: five columns about the student, then one for each lesson, and its points."""
    lessons = _lessons(found)
    yield ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *lessons]
    yield ["    Points Possible", "", "", "", "", *(float(most) for most in lessons.values())]
    for name, had in _by_student(found).items():
        one = next(iter(had.values()))
        full = f"{one.last}, {one.first}" if one.first or one.last else name
        scores = [float(had[lesson].score) if lesson in had else "" for lesson in lessons]
        yield [full, "", name, name, "", *scores]


def _moodle(found: Sequence[Grade]) -> Iterable[list]:
    """Moodle: the student by ID number and e-mail, then one column for each lesson."""
    lessons = _lessons(found)
    yield ["Username", "ID number", "Email address", *lessons]
    for name, had in _by_student(found).items():
        one = next(iter(had.values()))
        scores = [float(had[lesson].score) if lesson in had else "-" for lesson in lessons]
        yield [name, name, one.email, *scores]


def write(config: Config, kind: str, file: Path) -> Path:
    """Write the gradebook's grades to `file`.

    Raises:
        GradingError: There are no grades.
    """
    with open_gradebook(config) as gradebook:
        found = grades(gradebook)
    if not found:
        raise GradingError("the gradebook holds no grades yet; grade first")
    record.put(file, table(kind, found).encode("utf-8"))
    return file
