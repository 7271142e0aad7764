"""How far a student has come in each lesson: what the map and a lesson's end tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from course.progress.outline import Lesson, Outline, Task
from course.progress.store import Entry, Record


@dataclass(frozen=True)
class Standing:
    """How far a student has come in a lesson.

    Attributes:
        lesson: The lesson.
        points: By the name of an exercise, the most points its check has given.
        done: The names of the exercises whose check was right once.
        predicted: How many predictions were made and compared.
        right: How many of them came true.
        begun: Whether anything of the lesson was done.
    """

    lesson: Lesson
    points: dict[str, float]
    done: frozenset[str]
    predicted: int
    right: int
    begun: bool

    @property
    def earned(self) -> float:
        """The points of all exercises."""
        return sum(self.points.values())

    @property
    def open(self) -> list[Task]:
        """The exercises that are not done."""
        return [task for task in self.lesson.tasks if task.name not in self.done]

    @property
    def finished(self) -> bool:
        """Whether every exercise is done."""
        return bool(self.lesson.tasks) and not self.open

    @property
    def share(self) -> float:
        """How much of the points is earned, or of the exercises done without any: 0 to 1."""
        if self.lesson.points:
            return min(self.earned / self.lesson.points, 1.0)
        return len(self.done) / len(self.lesson.tasks) if self.lesson.tasks else 0.0


def standings(outline: Outline, record: Record) -> list[Standing]:
    """Return how far a student has come, lesson by lesson."""
    return [_standing(lesson, record.get(lesson.name, {})) for lesson in outline]


def behind(standings: Sequence[Standing]) -> set[str]:
    """Return the names of the lessons that a student has left behind.

    These are the finished ones, and those after which another one was begun.
    """
    last = max((i for i, one in enumerate(standings) if one.begun), default=-1)
    return {
        one.lesson.name
        for i, one in enumerate(standings)
        if one.finished or (one.begun and i < last)
    }


def _standing(lesson: Lesson, kept: dict[str, dict[str, Entry]]) -> Standing:
    checks = {
        task.name: kept["check"][task.name]
        for task in lesson.tasks
        if task.name in kept.get("check", {})
    }
    verdicts = [one.get("right") for one in kept.get("prediction", {}).values()]
    return Standing(
        lesson,
        {name: float(entry.get("best", 0.0)) for name, entry in checks.items()},
        frozenset(name for name, entry in checks.items() if entry.get("done")),
        sum(right is not None for right in verdicts),
        sum(right is True for right in verdicts),
        bool(kept),
    )
