"""A function that a student built, to go on with; the course's own where it is not right yet."""

from __future__ import annotations

import sys
from collections.abc import Callable

from course.checks import exercises
from course.checks.engine import EXAMINED, examine
from course.validate import InputError, one_of

OWN = "Your own {} is at work here."


def built(name: str) -> Callable:
    """Return the notebook's own function of an exercise if it is right, else the course's own.

    A line is printed that says whose it is.

    Args:
        name: An exercise in which a function is written.

    Raises:
        InputError: There is no such exercise, or its own answer asks for it.
    """
    written = {one.name: one for one in exercises().values() if not one.values}
    exercise = written[one_of("name", name, list(written))]
    if name in EXAMINED:
        raise InputError(f"`{name}` fetches itself with `built`; write its lines instead")
    names = sys._getframe(1).f_globals
    if name in names and examine(exercise, names, layers=0).state == "right":
        print(OWN.format(name))
        return names[name]
    whose = f"Your {name} is not right yet" if name in names else f"No {name} is in this notebook"
    print(f"{whose}, so the course's own is at work here.")
    print("When your work is graded, your own is taken: make it right before you hand in.")
    return exercise.reference
