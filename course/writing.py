"""Files that are written in one step."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(file: Path, text: str) -> None:
    """Write a file in one step: a reader finds the old one or the new one, and whole.

    Raises:
        OSError: It cannot be written; the old one is still there.
    """
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        fresh.write_text(text, encoding="utf-8")
        os.replace(fresh, file)
    finally:
        fresh.unlink(missing_ok=True)
