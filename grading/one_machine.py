"""A folder is graded on one machine at a time: another one that shares it is told so.

SQLite's locks, which keep two processes of one machine apart, do not always reach from one machine
to another: two that write the gradebook at once can break it. Another database has its own.
"""

from __future__ import annotations

import contextlib
import os
import socket
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from traitlets.config import Config

from grading.errors import GradingError

# Where it stands who grades; its time is that of the last submission that was finished.
NAME = ".grading"
# Seconds after which a machine that finished none counts as gone: a run that was killed leaves
# its name behind.
GONE = 900.0


@contextlib.contextmanager
def held(root: Path, config: Config) -> Iterator[Callable[[], None]]:
    """Hold a folder for this machine; give what says that it is at work still.

    Where the folder takes no such file, nothing is held: what cannot be written is told later.

    Args:
        root: The folder.
        config: nbgrader's settings for it.

    Raises:
        GradingError: Another machine grades there.
    """
    file, own = root / NAME, f"{socket.gethostname()} {os.getpid()}"
    if "db_url" in config.CourseDirectory:
        yield lambda: None
        return
    with contextlib.suppress(OSError):
        _take(file, own)

    def at_work() -> None:
        with contextlib.suppress(OSError):
            try:
                os.utime(file)
            except FileNotFoundError:
                # A second run on this machine was done before.
                _take(file, own)

    try:
        yield at_work
    finally:
        with contextlib.suppress(OSError):
            if file.read_text(encoding="utf-8") == own:
                file.unlink()


def _take(file: Path, own: str) -> None:
    try:
        with open(file, "x", encoding="utf-8") as made:
            made.write(own)
    except FileExistsError:
        host = file.read_text(encoding="utf-8", errors="replace").partition(" ")[0]
        since = _now(file.parent) - file.stat().st_mtime
        if host and host != own.partition(" ")[0] and since < GONE:
            raise GradingError(
                f"{host} is grading this folder; one machine at a time can. If it is not, delete "
                f"{NAME} here"
            ) from None
        file.write_text(own, encoding="utf-8")


def _now(folder: Path) -> float:
    """Return the time by the clock of whatever holds the folder: machines' own may differ."""
    with tempfile.TemporaryFile(dir=folder) as made:
        return os.fstat(made.fileno()).st_mtime
