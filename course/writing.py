"""Files that are written in one step, by one program at a time."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# A folder where another program holds the lock for so long is written to without it: to lose a
# mark is better than to let a student wait.
PATIENCE = 10.0


def write_whole(file: Path, text: str) -> None:
    """Write a file in one step: a reader finds the old one or the new one, and whole.

    Raises:
        OSError: It cannot be written; the old one is still there.
    """
    with _in_its_place(file) as fresh:
        fresh.write_text(text, encoding="utf-8")


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file in one step: what was stopped on the way has copied nothing.

    Raises:
        OSError: It cannot be read or written.
    """
    with _in_its_place(target) as fresh:
        shutil.copyfile(source, fresh)


@contextlib.contextmanager
def _in_its_place(file: Path) -> Iterator[Path]:
    """Give a file to write, which takes the place of `file` once it is whole."""
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        yield fresh
        os.replace(fresh, file)
    finally:
        fresh.unlink(missing_ok=True)


@contextlib.contextmanager
def alone(file: Path) -> Iterator[None]:
    """Let one program at a time read, merge and write.

    The system takes the lock back from a program that ends, however it ends. In a browser there
    is no such lock, and on some network drives neither: there, nobody waits for it.
    """
    with file.open("a") as held:
        _lock(held.fileno())
        yield


def _lock(number: int) -> None:
    """Take the lock of an open file, or give up after a while."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return _LOCKED(number)
        except BlockingIOError:
            if time.monotonic() > until:
                return None
        except OSError:
            return None
        time.sleep(0.005)


def _locks() -> Any:
    """Return the function that locks an open file here, or raises BlockingIOError at once."""
    if sys.platform == "win32":
        import msvcrt

        def lock(number: int) -> None:
            try:
                msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
            except PermissionError as error:
                raise BlockingIOError from error

        return lock
    # A browser's Python has the module, and in it no such function.
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:
        return lambda number: None
    return lambda number: flock(number, LOCK_EX | LOCK_NB)


_LOCKED = _locks()
