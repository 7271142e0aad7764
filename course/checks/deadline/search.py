"""How long the search for help may take: it asks between two of its steps whether to go on.

Not a limit that stops it from outside, as for a student's code: what is asked for may be on its
way to another process, and half a question would be heard there.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterator

from course.checks.deadline.limit import clock


class Enough(BaseException):
    """The time for the search is up. Not an Exception, so that no guess takes it for its own."""


_ends = math.inf


@contextlib.contextmanager
def no_longer_than(seconds: float) -> Iterator[None]:
    """Let `go_on` raise Enough, inside, after so many seconds of processor time."""
    global _ends
    before = _ends
    _ends = min(before, clock() + seconds)
    try:
        yield
    finally:
        _ends = before


def go_on() -> None:
    """Go on if there is time.

    Raises:
        Enough: There is none.
    """
    if _ends < math.inf and clock() > _ends:
        raise Enough
