"""A secret of the course's own, from which hidden checks draw: their seeds can be read by anyone.

A repository that students can read holds every hidden check. Where the environment of whoever
grades has `COURSE_SECRET`, a hidden check's inputs come from it and from the check's own seed, so
that nobody can work them out in advance. Without it all is as the lesson says.
"""

from __future__ import annotations

import hashlib
import os

VARIABLE = "COURSE_SECRET"


def seed_for(exercise: str, seed: int | None, student: str = "") -> int | None:
    """Return what a check draws from: its own seed, or one made of it and of the secret.

    Args:
        exercise: The exercise's name.
        seed: The check's own seed; None for the visible check.
        student: Whose work it is, where each student has inputs of their own.
    """
    secret = os.environ.get(VARIABLE, "")
    if seed is None or not (secret or student):
        return seed
    own = [student] if student else []
    return int.from_bytes(_digest("\0".join([secret, exercise, str(seed), *own]))[:8])


def fingerprint() -> bytes:
    """Return what changes with the secret and does not tell it."""
    secret = os.environ.get(VARIABLE, "")
    return _digest(f"fingerprint\0{secret}") if secret else b""


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).digest()
