"""A small sample class, made from the answers in tests/submissions/class/.

`students.toml` there lists who hands in what and the points it is worth; a student's file
`STUDENT/LESSON.py` holds the answers, one cell for each exercise. Exercises that a file leaves
out stay as they were released.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from traitlets.config import Config

from course.checks import lessons
from grading.answers import SUBMISSIONS, cells
from grading.results.gradebook import open_gradebook

CLASS = SUBMISSIONS / "class"


@dataclass(frozen=True)
class HandIn:
    """One submission of the sample class.

    Attributes:
        student: Who hands it in.
        lesson: What.
        points: What it is worth.
        timestamp: When, as nbgrader's timestamp.txt says it; empty if it does not say.
    """

    student: str
    lesson: str
    points: float
    timestamp: str = ""


def possible(lesson: str) -> float:
    """Return the most points that a lesson can earn."""
    return float(sum(sum(exercise.points) for exercise in lessons()[lesson]))


def members(released: list[str]) -> list[HandIn]:
    """Return every submission of the class for the lessons that are released."""
    table = tomllib.loads((CLASS / "students.toml").read_text(encoding="utf-8"))
    found = []
    for student, entry in table["students"].items():
        points = entry["points"]
        if points in ("all", "none"):
            points = {name: possible(name) * (points == "all") for name in released}
        found += [
            HandIn(student, lesson, float(worth), entry.get("timestamp", ""))
            for lesson, worth in points.items()
        ]
    return found


def due_date() -> datetime:
    """Return when every lesson of the sample class is due."""
    table = tomllib.loads((CLASS / "students.toml").read_text(encoding="utf-8"))
    return datetime.fromisoformat(table["due"])


def answers(student: str, lesson: str) -> dict[str, str]:
    """Return the code of each exercise that the student answered."""
    return dict(cells(CLASS / student / f"{lesson}.py"))


def fill(notebook: NotebookNode, filled: dict[str, str]) -> None:
    """Put answers into the answer cells of a released notebook."""
    open_ = dict(filled)
    for cell in notebook.cells:
        name, _, part = cell.metadata.get("nbgrader", {}).get("grade_id", "").rpartition("-")
        if part == "answer" and name in open_:
            cell.source = open_.pop(name)
    if open_:
        raise ValueError(f"the notebook has no exercise called {', '.join(open_)}")


def write(release: Path, submitted: Path) -> list[HandIn]:
    """Write the class's submissions from the released notebooks; return them."""
    released = sorted(path.parent.name for path in release.glob("*/*.ipynb"))
    class_ = members(released)
    for hand_in in class_:
        name = f"{hand_in.lesson}.ipynb"
        notebook = nbformat.read(release / hand_in.lesson / name, as_version=4)
        fill(notebook, answers(hand_in.student, hand_in.lesson))
        folder = submitted / hand_in.student / hand_in.lesson
        folder.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook, folder / name)
        if hand_in.timestamp:
            (folder / "timestamp.txt").write_text(hand_in.timestamp + "\n", encoding="utf-8")
    return class_


def set_due_date(config: Config, names: list[str]) -> None:
    """Tell the gradebook when the lessons are due."""
    with open_gradebook(config) as gradebook:
        for name in names:
            gradebook.update_or_create_assignment(name, duedate=due_date())
