"""The limit where Python runs in a browser (Pyodide): the interpreter itself looks at the clock.

There are no threads there. But every 50th time that Python could be interrupted, Pyodide reads
the number of a signal from an "interrupt buffer". It is made for memory that another thread
writes to; any object does, and the getter of this one looks at the clock.

There is no clock of processor time either: a call that waits has no longer than one that works.
"""

from __future__ import annotations

import math
import signal
from collections.abc import Callable
from types import FrameType

import pyodide_js
from pyodide.code import run_js

from course.checks.deadline.limit import Limit, TimedOut, clock, stoppable

# A getter that gave the signal each time would interrupt its own handler for ever: it arms itself
# for later, and the handler says for when.
_alarm = run_js("""({
    at: Infinity,
    ring(seconds) { this.at = performance.now() + 1000 * seconds; },
    get 0() {
        if (performance.now() < this.at) return 0;
        this.ring(1);
        return 2;  // SIGINT
    },
    set 0(_) {},  // Pyodide takes the signal away with a 0.
})""")
_armed: list[BrowserLimit] = []
_handlers: list = []


class BrowserLimit(Limit):
    """A limit by the clock; limits that are nested share one alarm."""

    _look: Callable[[], bool] | None = None
    _every = math.inf

    def looks(self, stopped: Callable[[], bool], every: float) -> None:
        """Ask `stopped` every so many seconds, and interrupt the block when it says so."""
        self._look, self._every = stopped, every

    def _pause(self) -> float:
        return min(super()._pause(), self._every)

    def _processor_clock(self) -> Callable[[], float]:
        return clock

    def _arm(self) -> None:
        if not _armed:
            _handlers.append(signal.signal(signal.SIGINT, _interrupted))
            pyodide_js.setInterruptBuffer(_alarm)
        _armed.append(self)
        _set_alarm()

    def _disarm(self) -> None:
        # One inside it that was not left, whatever cut it short, is over as well.
        del _armed[_armed.index(self) :]
        if _armed:
            _set_alarm()
        else:
            # Which buffer was there before, Pyodide does not tell. JupyterLite sets none.
            pyodide_js.setInterruptBuffer(None)
            signal.signal(signal.SIGINT, _handlers.pop())


def _set_alarm() -> None:
    _alarm.ring(min((limit._pause() for limit in _armed), default=math.inf))


def _interrupted(number: int, frame: FrameType | None) -> None:
    """Raise TimedOut in the code that was interrupted, if a limit is over."""
    over = [limit for limit in _armed if limit._left() <= 0]
    stops = bool(over) and stoppable(frame)
    if stoppable(frame) and any(limit._look and limit._look() for limit in _armed):
        _set_alarm()
        raise KeyboardInterrupt
    for limit in over:
        limit.stops += stops
    _set_alarm()
    if stops:
        raise TimedOut
