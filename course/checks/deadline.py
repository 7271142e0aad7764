"""A time limit for Python code that works in any thread and on any system."""

from __future__ import annotations

import contextlib
import ctypes
import threading


class TimedOut(BaseException):
    """The time is up. Not an Exception, so that `except Exception` does not catch it."""


@contextlib.contextmanager
def deadline(seconds: float):
    """Raise TimedOut in the code inside after `seconds`, and again each second until it stops.

    Python delivers it between two instructions: a single long call into C is not cut short.
    """
    thread = threading.get_ident()
    done = threading.Event()
    lock = threading.Lock()

    def watch():
        wait = seconds
        while not done.wait(wait):
            with lock:
                if done.is_set():
                    return
                ctypes.pythonapi.PyThreadState_SetAsyncExc(
                    ctypes.c_ulong(thread), ctypes.py_object(TimedOut)
                )
            wait = 1.0

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        with lock:
            done.set()
            # Take back what was sent but not delivered yet.
            ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), None)
        watcher.join()
