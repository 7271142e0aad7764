"""How long the search for help may take: it asks between two of its steps whether to go on.

Not a limit that stops it from outside, as for a student's code: what is asked for may be on its
way to another process, and half a question would be heard there.
"""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Iterator

from course.checks.deadline.limit import clock


class Enough(BaseException):
    """The time for the search is up. Not an Exception, so that no guess takes it for its own."""


# When it is up: at the earliest, by the clock, which costs little to read; and in truth.
_earliest = _ends = math.inf


@contextlib.contextmanager
def no_longer_than(seconds: float) -> Iterator[None]:
    """Let `go_on` raise Enough, inside, after so many seconds of processor time."""
    global _earliest, _ends
    before = _earliest, _ends
    _earliest = min(_earliest, time.monotonic() + seconds)
    _ends = min(_ends, clock() + seconds)
    try:
        yield
    finally:
        _earliest, _ends = before


def go_on() -> None:
    """Go on if there is time.

    Raises:
        Enough: There is none.
    """
    if time.monotonic() > _earliest and clock() > _ends:
        raise Enough
