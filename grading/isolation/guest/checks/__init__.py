"""Stands for `course.checks` where submitted code runs: no reference solution is there to read.

The grader runs the checks itself, elsewhere. Here only what an answer may import is left.
"""

from __future__ import annotations

from typing import Any


def check(name: str, *, seed: int | None = None) -> float:
    """Say that checks run elsewhere while a notebook is graded; give no points."""
    print(f"{name}: checked by the grader")
    return 0.0


def lessons() -> dict[str, Any]:
    """Return no lesson."""
    return {}


def exercises() -> dict[str, Any]:
    """Return no exercise."""
    return {}
