"""From a lesson's text to a notebook: cells with nbgrader's metadata and stable ids.

A lesson is a jupytext percent file. The cells of an exercise carry two keys in their cell line:

    # %% [markdown] exercise="descend" part="statement"     read-only text
    # %% exercise="descend" part="answer"                   the student's cell
    # %% exercise="descend" part="check"                    the visible check
    # %% exercise="descend" part="hidden"                   the check with other inputs

Points are not written here: they are the exercise's own, in `course/checks`. An exercise without
points may leave out its hidden check.

A cell that only makes a picture or a table, and is not meant to be read, is shown folded:

    # %% folded=true
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path
from typing import Any

import jupytext
from nbformat import NotebookNode

from authoring import bar
from course.browser import cell_id
from course.checks import exercises

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
PARTS = ("statement", "answer", "check", "hidden")
# What stands between two such lines of a part, students do not get.
KEPT_BACK = {"answer": "SOLUTION", "hidden": "HIDDEN TESTS"}
# What a cell shows, where it holds nothing but such a call, is to be read; the call is not.
FOLDED = {"finish", "predict", "quick", "reveal", "review"}


class LessonError(ValueError):
    """A lesson's text that cannot be made into a notebook."""


def read(lesson: Path) -> NotebookNode:
    """Return the lesson as a notebook without outputs, ready for nbgrader."""
    # An editor may have put a byte order mark before it.
    notebook = jupytext.reads(lesson.read_text(encoding="utf-8-sig"), fmt="py:percent")
    notebook.metadata = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    parts: Counter[tuple[str, str]] = Counter()
    used: Counter[str] = Counter()
    for cell in notebook.cells:
        exercise = cell.metadata.pop("exercise", None)
        part = cell.metadata.pop("part", None)
        folded = cell.metadata.pop("folded", False)
        if exercise or part:
            cell.metadata["nbgrader"] = _nbgrader(lesson, exercise, part, cell)
            parts[exercise, part] += 1
            cell["id"] = f"{exercise}-{part}"
        else:
            cell["id"] = _id(cell.source, used)
        if cell.cell_type == "code" and (folded or part == "hidden" or _is_folded(cell.source)):
            cell.metadata["jupyter"] = {"source_hidden": True}
    for exercise in {name for name, _ in parts}:
        counts = {part: parts[exercise, part] for part in PARTS}
        # What earns nothing needs no other inputs when work is graded.
        optional = () if any(exercises()[exercise].points) else ("hidden",)
        if any(number != 1 for part, number in counts.items() if number or part not in optional):
            raise LessonError(
                f"{lesson.name}: exercise {exercise!r} needs one cell of each of "
                f"{', '.join(PARTS)}, but it has {counts}"
            )
    notebook.cells[:0] = bar.cells(lesson)
    return notebook


def _has_region(kept: str, source: str) -> bool:
    """Return whether a cell has regions that begin and end, one after the other."""
    found = re.findall(rf"^\s*### (BEGIN|END) {kept}$", source, re.MULTILINE)
    return bool(found) and found == ["BEGIN", "END"] * (len(found) // 2)


def _is_folded(source: str) -> bool:
    """Return whether a cell holds nothing but calls whose source nobody needs to read."""
    try:
        lines = ast.parse(source).body
    except SyntaxError:
        # It fails when it is run, and is told then, unless IPython knows what it means.
        return False
    called = [getattr(getattr(getattr(line, "value", None), "func", None), "id", "")
              for line in lines if isinstance(line, ast.Expr)]  # fmt: skip
    return 0 < len(lines) == len(called) and set(called) <= FOLDED


def _id(source: str, used: Counter[str]) -> str:
    """Return an id that stays the same as long as the cell's text does."""
    digest = cell_id(source)
    used[digest] += 1
    return digest if used[digest] == 1 else f"{digest}-{used[digest]}"


def _nbgrader(
    lesson: Path, exercise: str | None, part: str | None, cell: NotebookNode
) -> dict[str, Any]:
    if part not in PARTS:
        raise LessonError(f"{lesson.name}: part={part!r} must be one of {', '.join(PARTS)}")
    if exercise is None:
        raise LessonError(f'{lesson.name}: a cell says part="{part}", but no exercise="…"')
    if exercise not in exercises():
        raise LessonError(
            f"{lesson.name}: exercise={exercise!r} is not in course/checks; add it there first"
        )
    if (kept := KEPT_BACK.get(part)) and not _has_region(kept, cell.source):
        raise LessonError(
            f"{lesson.name}: {part!r} of {exercise!r} needs the lines ### BEGIN {kept} and "
            f"### END {kept}: what is between them, students do not get"
        )
    graded = part in ("check", "hidden")
    metadata = {
        "cell_type": cell.cell_type,
        "grade": graded,
        "grade_id": f"{exercise}-{part}",
        "locked": part != "answer",
        "schema_version": 3,
        "solution": part == "answer",
        "task": False,
    }
    if graded:
        metadata["points"] = exercises()[exercise].points[part == "hidden"]
    return metadata
