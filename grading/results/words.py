"""What checks found, in words: points, states of exercises, and mistakes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

# Points that differ by less are the same.
SMALLEST = 1e-9
# What an exercise can be, by the states of its checks; the last that any of them has.
STATES = {"right": "right", "wrong": "wrong", "stopped": "stopped", "untouched": "not tried"}


def state(own: Sequence[Mapping[str, Any]]) -> str:
    """Return what became of one student's exercise, from what its checks found."""
    states = {one.get("state", "wrong") for one in own}
    return next(told for state, told in reversed(STATES.items()) if state in states)


def in_words(label: str, exercise: str) -> str:
    """Return a mistake's name as words: "descend.sign-flipped" is "sign flipped"."""
    parts = [one.strip() for one in label.split(" + ")]
    words = [part.removeprefix(f"{exercise}.").replace(".", ": ") for part in parts]
    return " and ".join(words).replace("-", " ").replace("_", " ")
