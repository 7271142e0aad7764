"""What a student's own notebook wrote beside it and was handed in: predictions, and tries.

It comes as files of its own, or in the notebook: the browser lab hands in one file, which holds
them in its metadata. None of it decides a point, and all of it is a student's: it is read within
limits, and what has another form counts as nothing.
"""

from __future__ import annotations

import contextlib
import json
from datetime import datetime
from pathlib import Path
from typing import Any

from grading.folders import notebook_in, read_whole
from grading.results.once import read_once

# Bytes of a file that are read; a notebook has pictures, too.
MOST_READ, MOST_NOTEBOOK = 1 << 20, 16 << 20
# More tries or minutes than this are not believed.
MOST_TRIES, MOST_MINUTES = 10_000, 1_000_000


@read_once
def held(file: Path) -> dict[str, Any]:
    """Return the object that a JSON file holds, or an empty one."""
    try:
        found = json.loads(read_whole(file, MOST_READ))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def in_notebook(folder: Path, what: str) -> dict[str, Any]:
    """Return what the notebook of a submission's folder holds under a name, or an empty object."""
    with contextlib.suppress(OSError, ValueError):
        file = notebook_in(folder.parents[2], folder.parent.name, folder.name).file
        found = _of_the_course(file).get(what)
        return found if isinstance(found, dict) else {}
    return {}


@read_once
def _of_the_course(file: Path) -> dict[str, Any]:
    """Return what a notebook's metadata hold of the course, as far as a file of its own could."""
    with contextlib.suppress(OSError, ValueError, RecursionError, AttributeError, TypeError):
        # Most have none, and need not be read as JSON.
        if b'"edition"' in (data := read_whole(file, MOST_NOTEBOOK)):
            found = json.loads(data)["metadata"].get("course", {})
            # It is kept, and of many large ones the memory would be full.
            if isinstance(found, dict) and len(json.dumps(found)) <= MOST_READ:
                return found
    return {}


def predictions(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the entries of predictions.json in a submission's folder, as far as they are some."""
    return {
        name: one
        for name, one in (
            held(folder / "predictions.json") or in_notebook(folder, "predictions")
        ).items()
        if isinstance(one, dict) and isinstance(one.get("first"), str) and one["first"]
    }


def tries(folder: Path) -> dict[str, tuple[int, float | None]]:
    """Return how often a submission's checks were run, by exercise, and over how many minutes.

    Args:
        folder: The submission's, named like its lesson; progress.json is in it or beside it.
    """
    found = {}
    files = (folder.parent / "progress.json", folder / "progress.json")
    for lesson in (
        in_notebook(folder, "progress"),
        *(held(file).get(folder.name) for file in files),
    ):
        checks = lesson.get("check") if isinstance(lesson, dict) else None
        for name, one in checks.items() if isinstance(checks, dict) else ():
            many = one.get("tries") if isinstance(one, dict) else None
            if isinstance(many, int) and 0 < many <= MOST_TRIES:
                found[name] = many, _minutes(one.get("first"), one.get("last"))
    return found


def _minutes(first: Any, last: Any) -> float | None:
    try:
        taken = datetime.fromisoformat(last) - datetime.fromisoformat(first)
    except (TypeError, ValueError):
        return None
    minutes = taken.total_seconds() / 60
    return minutes if 0 <= minutes <= MOST_MINUTES else None
