"""Grades out of the gradebook, into a table that a person or an LMS reads."""

from __future__ import annotations

from pathlib import Path

from nbgrader.api import Gradebook
from traitlets.config import Config

from grading.errors import GradingError
from grading.results.files import put
from grading.results.formats import Grade, table
from grading.results.gradebook import open_gradebook


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
                    max(0.0, submission.score - penalty),
                    submission.max_score,
                )
            )
    return found


def write(config: Config, kind: str, file: Path) -> Path:
    """Write the gradebook's grades to `file`.

    Raises:
        GradingError: There are no grades.
    """
    with open_gradebook(config) as gradebook:
        found = grades(gradebook)
    if not found:
        raise GradingError("the gradebook holds no grades yet; grade first")
    # What an LMS imports is as it has its own; the other one is for people.
    put(file, table(kind, found).encode("utf-8-sig" if kind == "csv" else "utf-8"))
    return file
