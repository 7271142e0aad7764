"""What any worker can do: grade a submission.

It is a function of its arguments alone, so that any `concurrent.futures.Executor` runs it, on this
machine or on others. What a worker keeps is the warm process that it started.
"""

from __future__ import annotations

import atexit
import signal
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from grading.exam import examiner
from grading.exam.examiner import Result, Whose
from grading.exam.lesson import Lesson, code_digest
from grading.isolation.guest.confine import Limits
from grading.isolation.sandbox import NoIsolation, Sandbox


@dataclass(frozen=True)
class Settings:
    """How submissions are run.

    Attributes:
        modules: What the warm process imports.
        isolated: Whether submissions are isolated.
        limits: What one submission may use.
        code: The digest of the code that decides about points, as the one who asks has it.
    """

    modules: tuple[str, ...] = ()
    isolated: bool = True
    limits: Limits = field(default_factory=Limits)
    code: str = ""


_sandboxes: dict[Settings, Sandbox] = {}


def sandbox(settings: Settings) -> Sandbox:
    """Return this process's sandbox, which is started when it is first asked for."""
    if settings not in _sandboxes:
        _sandboxes[settings] = Sandbox(
            settings.modules, settings.limits, isolated=settings.isolated
        )
    return _sandboxes[settings]


def start(settings: Settings) -> None:
    """Start the sandbox while the rest of the worker still warms up."""
    # Ctrl-C is for the process that the person sees; it ends the workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sandbox(settings)


@atexit.register
def stop() -> None:
    """End every sandbox of this process."""
    while _sandboxes:
        _sandboxes.popitem()[1].close()


def graded(
    data: bytes,
    lesson: Lesson,
    settings: Settings,
    files: Mapping[str, bytes] | None = None,
    whose: Whose | None = None,
) -> Result:
    """Grade a submission; see `examiner.grade`."""
    if settings.code and settings.code != _own_code():
        return Result(error="the worker has another version of the course; install this one there")
    with _one_at_a_time:
        try:
            return examiner.grade(data, lesson, sandbox(settings), files, whose)
        except NoIsolation:
            # A warm process may have been ended, as by a lack of memory: once more with a new one.
            stop()
            return examiner.grade(data, lesson, sandbox(settings), files, whose)


@cache
def _own_code() -> str:
    return code_digest()


# A worker of Dask's may have several threads; a sandbox runs one submission at a time.
_one_at_a_time = threading.Lock()
