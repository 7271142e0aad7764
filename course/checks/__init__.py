"""Checks of the exercises: `check("name")` in a notebook looks at the student's own answer.

Each lesson has a package here with a module for each exercise; `engine` runs them all.
"""

from __future__ import annotations

import difflib
import importlib
import os
import pkgutil
import secrets
import sys
from functools import cache
from pathlib import Path

from course import variants
from course.checks import attempts
from course.checks.engine import examine
from course.checks.exercise import Exercise
from course.checks.report import Verdict
from course.checks.secret import seed_for
from course.checks.show import show
from course.validate import InputError, one_of

history = attempts.History.of()


@cache
def lessons() -> dict[str, tuple[Exercise, ...]]:
    """Return the exercises of every lesson, by the name of the lesson."""
    found = {}
    for module in pkgutil.iter_modules(__path__):
        if module.name.startswith("lesson_"):
            loaded = importlib.import_module(f"{__name__}.{module.name}")
            found[loaded.LESSON] = loaded.EXERCISES
    return dict(sorted(found.items()))


@cache
def exercises() -> dict[str, Exercise]:
    """Return every exercise by its name."""
    return {exercise.name: exercise for group in lessons().values() for exercise in group}


@cache
def known_names() -> frozenset[str]:
    """Return the names that the lessons bind or ask for: none of them is a misspelt answer."""
    given = Path(__file__).with_name("given.txt").read_text(encoding="utf-8").split()
    asked = (name for one in exercises().values() for name in (one.name, *one.values))
    return frozenset(given).union(asked)


def _drawn() -> int | None:
    """Return what draws the inputs beside the examples: new ones each time, but for a grade.

    Work that `nbgrader autograde` grades twice has the same points both times.
    """
    return None if os.environ.get("NBGRADER_EXECUTION") == "autograde" else secrets.randbits(32)


def _asked_for(name: object) -> str:
    """Return the name of an exercise, or say which one may be meant."""
    known = list(exercises())
    written = name if isinstance(name, str) else getattr(name, "__name__", "")
    if name not in known and (close := difflib.get_close_matches(written.lower(), known, 1, 0.8)):
        raise InputError(
            f'name must be the name of an exercise, in quotes: did you mean check("{close[0]}")?'
        )
    return one_of("name", name, known)


def check(name: str, *, seed: int | None = None) -> Verdict:
    """Check the exercise `name` of the notebook that calls this; show a report.

    Args:
        name: The exercise.
        seed: Draws other inputs than the usual ones, as the final grading does; together with
            the course's secret, where whoever grades has set one.

    Returns:
        The points earned, a float: nbgrader reads them from the cell's last value, which a
        notebook shows as the report.
    """
    student = variants.name()
    exercise = exercises()[_asked_for(name)].of(student)
    names = sys._getframe(1).f_globals
    return show(
        exercise,
        names,
        seed_for(name, seed, student),
        examine,
        fresh=_drawn(),
        runs=history.runs,
        ignore=known_names(),
    )
