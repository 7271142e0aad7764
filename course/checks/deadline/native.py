"""The limit where Python has threads: one watches the clock and tells the block to stop."""

from __future__ import annotations

import ctypes
import sys
import threading
import time
from collections.abc import Callable

from course.checks.deadline.limit import Limit, TimedOut, stoppable

# A watcher that woke more often than this, in seconds, would take time from what it watches.
SOONEST = 0.002


class NativeLimit(Limit):
    """A limit of processor time, which is fair on a busy machine.

    Where a system does not tell one thread the other's processor time, the clock must do.
    """

    def _processor_clock(self) -> Callable[[], float]:
        if hasattr(time, "pthread_getcpuclockid"):
            clock = time.pthread_getcpuclockid(threading.get_ident())
            return lambda: time.clock_gettime(clock)
        return time.monotonic

    def _arm(self) -> None:
        self._thread, self._done = threading.get_ident(), threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)
        self._watcher.start()

    def _watch(self) -> None:
        while not self._done.wait(max(self._pause(), SOONEST)):
            if self._left() <= 0 and stoppable(sys._current_frames().get(self._thread)):
                self.stops += 1
                ctypes.pythonapi.PyThreadState_SetAsyncExc(
                    ctypes.c_ulong(self._thread), ctypes.py_object(TimedOut)
                )

    def _disarm(self) -> None:
        while True:
            try:
                self._done.set()
                self._watcher.join()
                # One may have been sent and not delivered yet: it arrives in this loop. (Taking
                # it back by sending NULL makes Python 3.11 spin for ever under a profiler.)
                for _ in range(100):
                    pass
                return
            except TimedOut:
                continue
