"""A time limit for Python code that works in any thread, on any system and in a browser.

There are two ways to stop code that does not stop by itself, and each works where the other
cannot: a thread that watches it (`native`), and a look at the clock from inside the interpreter
(`browser`, where Python has no threads). The choice is made here, once.
"""

from __future__ import annotations

import sys

from course.checks.deadline.limit import PATIENCE, Limit, TimedOut, clock, told

if sys.platform == "emscripten":
    from course.checks.deadline.browser import BrowserLimit as _Limit
else:
    from course.checks.deadline.native import NativeLimit as _Limit

__all__ = ["PATIENCE", "Limit", "TimedOut", "clock", "deadline", "told"]


def deadline(seconds: float) -> Limit:
    """Return a limit for the code inside `with deadline(seconds) as limit:`.

    TimedOut is raised in that code after `seconds` of work, and again until it stops. Python
    delivers it between two instructions, so one long call into C is not cut short, and an endless
    one like `sum(iter(int, 1))` is not ended; but a block whose time was up raises TimedOut at its
    end, however it ended. What happened, in words, is `told(limit)`.

    Of several context managers, let this be the innermost: TimedOut may come while another one
    that is inside is being left, and then that one's work is not done.
    """
    return _Limit(seconds)
