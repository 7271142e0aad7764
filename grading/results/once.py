"""What a file holds, read again only where it is another: a class's pages ask for thousands."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Held = TypeVar("Held")


def read_once(read: Callable[[Path], Held]) -> Callable[[Path], Held]:
    """Decorate a function that reads one file: what it returned is kept, and not to be changed."""
    kept: dict[Path, tuple[tuple[int, ...], Held]] = {}

    @functools.wraps(read)
    def reading(file: Path) -> Held:
        try:
            about = file.stat()
        except (OSError, ValueError):
            return read(file)
        # Who puts a file in the place of another one at the same moment changes its number.
        stamp = about.st_mtime_ns, about.st_size, about.st_ino
        if file not in kept or kept[file][0] != stamp:
            kept[file] = stamp, read(file)
        return kept[file][1]

    return reading
