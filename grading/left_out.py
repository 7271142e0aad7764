"""Exercises that count for nobody: which they are, and what that makes of a grade.

They stand in left-out.txt beside the gradebook, one a line. Whatever is graded afterwards has
them at 0 of 0 points; the gradebook's own maximum is 0, too, so that every sum and every export
agrees, nbgrader's as well.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from course.checks import lessons
from grading.errors import GradingError
from grading.exam.examiner import Result

FILE = "left-out.txt"


def read(root: Path) -> frozenset[str]:
    """Return the exercises that are left out in a course's folder.

    Raises:
        GradingError: The file cannot be read, or names what is no exercise.
    """
    try:
        data = (root / FILE).read_bytes()
    except FileNotFoundError:
        return frozenset()
    except OSError as error:
        raise GradingError(f"{FILE}: {error.strerror}") from None
    # Windows' editors write UTF-16, or a mark before UTF-8.
    lines = data.decode(json.detect_encoding(data), "replace").splitlines()
    names = frozenset(filter(None, map(str.strip, lines)))
    try:
        lessons_of(sorted(names))
    except GradingError as error:
        raise GradingError(f"{FILE}: {error}") from None
    return names


def add(root: Path, names: Iterable[str]) -> None:
    """Leave out these exercises from now on, too."""
    told = sorted({*read(root), *names})
    if told:
        (root / FILE).write_text("\n".join(told) + "\n", encoding="utf-8")


def lessons_of(names: Iterable[str]) -> list[str]:
    """Return the lessons that exercises belong to.

    Raises:
        GradingError: There is no such exercise; the message says which may be meant.
    """
    lesson = {one.name: lesson for lesson, held in lessons().items() for one in held}
    for name in names:
        if name not in lesson:
            close = difflib.get_close_matches(name, lesson, 1)
            meant = f". Did you mean {close[0]}?" if close else ""
            raise GradingError(f"there is no exercise {name!r}{meant}", wrong_use=True)
    return sorted({lesson[name] for name in names})


def graded_cells(cells: Iterable[Any], names: Collection[str]) -> frozenset[str]:
    """Return the names of the graded cells of exercises.

    Args:
        cells: A notebook's, in order, as nbformat has them.
        names: The exercises.
    """
    found, exercise = set(), ""
    for cell in cells:
        mark = cell["metadata"].get("nbgrader", {})
        if mark.get("solution"):
            exercise = mark["grade_id"].removesuffix("-answer")
        if mark.get("grade") and exercise in names:
            found.add(mark["grade_id"])
    return frozenset(found)


def without(result: Result, names: Collection[str], cells: Collection[str]) -> Result:
    """Return what grading gave, with these exercises and their cells at 0 of 0 points."""
    if not names or not cells:
        return result
    found = [
        replace(one, earned=0.0, possible=0.0) if one.exercise in names else one
        for one in result.found
    ]
    told = sorted({one.exercise for one in found if one.exercise in names})
    notes = [f"{name} was left out: it counts for nobody" for name in told]
    scores = result.scores | dict.fromkeys(cells, 0.0)
    return replace(result, scores=scores, found=found, notes=[*result.notes, *notes])
