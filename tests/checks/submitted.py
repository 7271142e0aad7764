"""The answers kept in tests/submissions/: one file for each exercise, one cell for each answer."""

from __future__ import annotations

import re
from pathlib import Path

SUBMISSIONS = Path(__file__).parent.parent / "submissions"


def answers(folder: str, exercise: str) -> list[tuple[str, str]]:
    """Return (name, code) of every cell of tests/submissions/FOLDER/EXERCISE.py."""
    file = SUBMISSIONS / folder / f"{exercise}.py"
    if not file.exists():
        return []
    cells = re.split(r"^# %% (.+)$", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return list(zip(cells[::2], cells[1::2], strict=True))
