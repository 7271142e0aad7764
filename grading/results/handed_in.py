"""What a student's own notebook wrote beside it and was handed in: predictions, and tries.

None of it decides a point, and all of it is a student's: it is read within limits, and what has
another form counts as nothing.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

# Bytes of a file that are read.
MOST_READ = 1 << 20
# More tries or minutes than this are not believed.
MOST_TRIES, MOST_MINUTES = 10_000, 1_000_000


def held(file: Path) -> dict[str, Any]:
    """Return the object that a JSON file holds, or an empty one."""
    try:
        if file.is_symlink() or file.stat().st_size > MOST_READ:
            return {}
        found = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def predictions(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the entries of predictions.json in a submission's folder, as far as they are some."""
    return {
        name: one
        for name, one in held(folder / "predictions.json").items()
        if isinstance(one, dict) and isinstance(one.get("first"), str) and one["first"]
    }


def tries(folder: Path) -> dict[str, tuple[int, float | None]]:
    """Return how often a submission's checks were run, by exercise, and over how many minutes.

    Args:
        folder: The submission's, named like its lesson; progress.json is in it or beside it.
    """
    found = {}
    for file in (folder.parent / "progress.json", folder / "progress.json"):
        lesson = held(file).get(folder.name)
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
