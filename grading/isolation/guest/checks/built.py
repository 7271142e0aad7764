"""Stands for `course.checks.built`: what a student built is taken as it is, unchecked."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, NoReturn


def built(name: str) -> Callable[..., Any]:
    """Return the notebook's own function of that name; the course's own is not here to be had.

    It says so only when it is called, so that the cell goes on.
    """
    written = sys._getframe(1).f_globals.get(name)
    if callable(written):
        return written

    def missing(*args: Any, **kwargs: Any) -> NoReturn:
        raise NotImplementedError(f"{name} is not written, and the course's own is not here")

    missing.__name__ = missing.__qualname__ = name
    return missing
