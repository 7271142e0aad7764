"""The two things that any worker can do: grade a submission, and make its feedback page.

Both are functions of their arguments alone, so that any `concurrent.futures.Executor` runs them,
on this machine or on others. What a worker keeps is the warm process that it started.
"""

from __future__ import annotations

import atexit
import signal
from dataclasses import dataclass, field

from grading import examiner, feedback
from grading.confine import Limits
from grading.examiner import Result
from grading.lesson import Lesson
from grading.sandbox import NoIsolation, Sandbox


@dataclass(frozen=True)
class Settings:
    """How submissions are run.

    Attributes:
        modules: What the warm process imports.
        isolated: Whether submissions are isolated.
        limits: What one submission may use.
    """

    modules: tuple[str, ...] = ()
    isolated: bool = True
    limits: Limits = field(default_factory=Limits)


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


def graded(data: bytes, lesson: Lesson, settings: Settings) -> Result:
    """Grade a submission; see `examiner.grade`."""
    try:
        return examiner.grade(data, lesson, sandbox(settings))
    except NoIsolation:
        # A warm process may have been ended, as by a lack of memory: once more with a new one.
        stop()
        return examiner.grade(data, lesson, sandbox(settings))


def page(notebook, student: str, lesson: str, grades) -> str:
    """Make a feedback page; see `feedback.page`."""
    return feedback.page(notebook, student, lesson, grades)
