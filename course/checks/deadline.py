"""A time limit for Python code that works in any thread and on any system."""

from __future__ import annotations

import contextlib
import ctypes
import threading
import time

# A call that waits instead of computing may take this many times its limit by the clock.
PATIENCE = 5


class TimedOut(BaseException):
    """The time is up. Not an Exception, so that `except Exception` does not catch it."""


def _spent(thread: int):
    """Return a function that gives the processor time of `thread` so far, in seconds.

    Processor time is fair on a busy machine; where it cannot be read, the clock must do.
    """
    if hasattr(time, "pthread_getcpuclockid"):
        clock = time.pthread_getcpuclockid(thread)
        return lambda: time.clock_gettime(clock)
    return time.monotonic


@contextlib.contextmanager
def deadline(seconds: float):
    """Raise TimedOut in the code inside after `seconds` of work, and again until it stops.

    Python delivers it between two instructions: a single long call into C is not cut short.
    """
    thread = threading.get_ident()
    spent = _spent(thread)
    begun, latest = spent(), time.monotonic() + PATIENCE * seconds
    done = threading.Event()

    def watch():
        while not done.wait(max(0.1, min(seconds - (spent() - begun), seconds))):
            if spent() - begun >= seconds or time.monotonic() >= latest:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(
                    ctypes.c_ulong(thread), ctypes.py_object(TimedOut)
                )

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        while True:
            try:
                done.set()
                watcher.join()
                # One may have been sent and not delivered yet: it arrives in this loop. (Taking
                # it back by sending NULL makes Python 3.11 spin for ever under a profiler.)
                for _ in range(100):
                    pass
                break
            except TimedOut:
                continue
