"""One student's submission as its graded notebook tells it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from grading.exam import MARK
from grading.results import record
from grading.results.once import read_once


@dataclass
class Work:
    """One student's submission of one lesson, as far as pages tell it.

    Attributes:
        found: What the checks found.
        notes: What was wrong with it.
        answers: The code of each answer, by its exercise.
    """

    found: list[dict[str, Any]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)


def work_of(root: Path, student: str, lesson: str, grades: record.Grades | None = None) -> Work:
    """Return what a graded notebook says of its submission, with the gradebook's points."""
    about, answers = _told(record.graded_file(root, student, lesson))
    found = checked_work(about, grades)
    return Work(found, [str(note) for note in about.get("notes", ())], dict(answers))


@read_once
def _told(file: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """Return what a graded notebook was marked with, and its answers by their exercises."""
    try:
        held = json.loads(file.read_bytes())
        about = held["metadata"][MARK]
        answers = {
            name.removesuffix("-answer"): text for name, text in record.answers(held).items()
        }
    except (OSError, ValueError, KeyError, TypeError):
        return {}, {}
    return about, answers


def checked_work(marked: Mapping[str, Any], grades: record.Grades | None) -> list[dict[str, Any]]:
    """Return what checks found in a submission, with the points that the gradebook says.

    A person may have given others than the checks did.

    Args:
        marked: What `record.mark` put into the graded notebook.
        grades: What the gradebook says; None leaves the points of the checks.
    """
    points = {} if grades is None else {name: own[0] for name, own in grades.cells.items()}
    return [
        one | {"earned": points.get(str(one.get("cell")), one["earned"])}
        for one in marked.get("found", ())
        if isinstance(one, dict)
    ]
