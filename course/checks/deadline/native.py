"""The limit where Python has threads: one watches every limit and tells a block to stop."""

from __future__ import annotations

import ctypes
import sys
import threading
import time
from collections.abc import Callable
from itertools import count

from course.checks.deadline.limit import Limit, TimedOut, stoppable

# How often the watcher looks, in seconds: more often, it would take time from what it watches.
OFTEN = 0.005
# After so long without a limit the watcher waits until it is woken.
IDLE = 0.5
_NUMBERS = count()


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
        self._thread, self._next = threading.get_ident(), 0.0
        self._number = next(_NUMBERS)
        WATCHER.watch(self)

    def look(self) -> None:
        """Tell the block to stop if its time is up and it can be stopped where it is."""
        if time.monotonic() < self._next:
            return
        if self._left() <= 0 and stoppable(sys._current_frames().get(self._thread)):
            self.stops += 1
            ctypes.pythonapi.PyThreadState_SetAsyncExc(
                ctypes.c_ulong(self._thread), ctypes.py_object(TimedOut)
            )
        self._next = time.monotonic() + self._pause()

    def _disarm(self) -> None:
        while True:
            try:
                WATCHER.leave(self)
                # One inside it that was not left, whatever cut it short, is over as well.
                for limit in WATCHER.inside(self):
                    WATCHER.leave(limit)
                # One may have been sent and not delivered yet: it arrives in this loop. (Taking
                # it back by sending NULL makes Python 3.11 spin for ever under a profiler.)
                for _ in range(100):
                    pass
                return
            except TimedOut:
                continue


class Watcher:
    """The one thread that watches all limits of a process: to start one for each takes longer.

    What is shared is changed by single operations alone, each of which Python does at once: a
    lock that is held while TimedOut arrives would never be given back.
    """

    def __init__(self) -> None:
        """Begin without a thread; the first limit starts it."""
        self._limits: set[NativeLimit] = set()
        self._looks_at: NativeLimit | None = None
        self._wake = threading.Event()
        self._thread: threading.Thread | None = None

    def watch(self, limit: NativeLimit) -> None:
        """Watch a limit from now on."""
        self._limits.add(limit)
        # In a copy of the process (fork) there is no thread but the one that made it.
        if self._thread is None or not self._thread.is_alive():
            self._wake, self._looks_at = threading.Event(), None
            self._thread = threading.Thread(target=self._run, daemon=True)
            self._thread.start()
        if not self._wake.is_set():
            self._wake.set()

    def inside(self, limit: NativeLimit) -> list[NativeLimit]:
        """Return the limits that began after one, in its thread."""
        return [
            one
            for one in tuple(self._limits)
            if one._thread == limit._thread and one._number > limit._number
        ]

    def leave(self, limit: NativeLimit) -> None:
        """Watch it no more; when this returns, nothing more is sent."""
        self._limits.discard(limit)
        while self._looks_at is limit and self._thread.is_alive():
            time.sleep(0)

    def _run(self) -> None:
        busy = time.monotonic()
        while True:
            for limit in tuple(self._limits):
                self._looks_at = limit
                # Only now: it may have been left since.
                if limit in self._limits:
                    limit.look()
                self._looks_at = None
            now = time.monotonic()
            if self._limits:
                busy = now
            elif now - busy > IDLE:
                self._wake.clear()
                # One may have come in between.
                if not self._limits:
                    self._wake.wait()
                busy = time.monotonic()
            time.sleep(OFTEN)


WATCHER = Watcher()
