"""Files that are whole at any moment, whoever else writes them."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO


def put(file: Path, data: bytes, mode: int = 0o644) -> None:
    """Write a file so that at any moment it is whole: as before, or as it is to be."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.name}.new")
    with _alone(fresh) as out:
        try:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
            fresh.chmod(mode)
            fresh.replace(file)
        except OSError:
            with contextlib.suppress(OSError):
                fresh.unlink()
            raise


def put_other(file: Path, data: bytes) -> None:
    """Write a file, as `put` does, unless it holds the same already: that takes far longer."""
    try:
        same = file.read_bytes() == data
    except OSError:
        same = False
    if not same:
        put(file, data)


@contextlib.contextmanager
def _alone(fresh: Path) -> Iterator[BinaryIO]:
    """Open a file, empty, that no other process writes until it has another name or is closed."""
    while True:
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW
        try:
            handle = os.open(fresh, flags, 0o644)
        except PermissionError:
            if not fresh.exists():
                raise
            # A run that was killed left it, read-only already.
            fresh.unlink()
            continue
        with open(handle, "wb") as out:
            fcntl.flock(out, fcntl.LOCK_EX)
            if _is_at(handle, fresh):
                out.truncate()
                yield out
                return


def _is_at(handle: int, file: Path) -> bool:
    """Return whether an open file still has this name."""
    try:
        return os.path.samestat(os.fstat(handle), file.lstat())
    except FileNotFoundError:
        return False
