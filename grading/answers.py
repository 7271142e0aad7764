"""Answers kept as text: files of percent cells, each with a name and the code of an answer."""

from __future__ import annotations

import re
from pathlib import Path

from course_folder import ROOT

SUBMISSIONS = ROOT / "tests" / "submissions"


def cells(file: Path) -> list[tuple[str, str]]:
    """Return (name, code) of every cell `# %% name` of a file, or nothing if there is no file."""
    if not file.exists():
        return []
    parts = re.split(r"^# %% (.+)$", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [
        (name.strip(), code.strip() + "\n")
        for name, code in zip(parts[::2], parts[1::2], strict=True)
    ]


def kept(folder: str, exercise: str) -> list[tuple[str, str]]:
    """Return the answers of tests/submissions/FOLDER/EXERCISE.py: "right" or "mistakes"."""
    return cells(SUBMISSIONS / folder / f"{exercise}.py")
