"""What a notebook may ask of a machine and here does nothing: programs, windows, waiting, stops.

Real attempts to start a program are refused by the isolation whatever stands here; this is for
honest notebooks, whose set-up lines then stop nothing.
"""

from __future__ import annotations

import asyncio
import bdb
import concurrent.futures
import io
import multiprocessing
import os
import site
import subprocess
import time

import matplotlib.pyplot as plt
from matplotlib.backend_bases import FigureCanvasBase

# Seconds that a pause takes at most: nobody watches.
PAUSE = 0.01
_sleep, _asyncio_sleep = time.sleep, asyncio.sleep


def sleep(seconds, /):
    """Wait, but hardly."""
    _sleep(min(seconds, PAUSE))


async def asyncio_sleep(delay, result=None):
    """Wait, but hardly."""
    return await _asyncio_sleep(min(delay, PAUSE), result)


def event_loop(canvas, timeout=0):
    """Wait for nobody's mouse and keys: `plt.pause`, `plt.ginput`."""
    canvas.flush_events()


class _Program:
    """Stands for a program that ended well and printed nothing; see subprocess.Popen."""

    does_nothing = staticmethod(print)

    def __init__(self, args, bufsize=-1, *places, stdout=None, stderr=None, **options) -> None:
        line = args if isinstance(args, str) else " ".join(map(str, args))
        self.does_nothing(line)
        text = any(options.get(n) for n in ("text", "universal_newlines", "encoding", "errors"))
        self._nothing = "" if text else b""
        made = io.StringIO if text else io.BytesIO
        self.args, self.pid, self.returncode, self.stdin = args, 0, 0, made()
        self.stdout = made() if stdout == subprocess.PIPE else None
        self.stderr = made() if stderr == subprocess.PIPE else None

    def __enter__(self):
        return self

    def __exit__(self, *error) -> None:
        pass

    def communicate(self, input=None, timeout=None):
        out = None if self.stdout is None else self._nothing
        return out, None if self.stderr is None else self._nothing

    def poll(self):
        return 0

    def wait(self, timeout=None):
        return 0

    def send_signal(self, number):
        pass

    terminate = kill = poll


class _Executor(concurrent.futures.ThreadPoolExecutor):
    """Threads, where a notebook asks for processes."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), **more):
        super().__init__(max_workers, initializer=initializer, initargs=initargs)


class _Pool:
    """One after another, where a notebook asks for processes; see multiprocessing.Pool."""

    def __init__(self, processes=None, initializer=None, initargs=(), **more) -> None:
        if initializer:
            initializer(*initargs)

    def __enter__(self):
        return self

    def __exit__(self, *error) -> None:
        pass

    def apply(self, function, args=(), kwds=None):
        return function(*args, **(kwds or {}))

    def map(self, function, values, chunksize=None):
        return [function(value) for value in values]

    imap = imap_unordered = map

    def starmap(self, function, values, chunksize=None):
        return [function(*value) for value in values]

    def close(self) -> None:
        pass

    terminate = join = close


def put(shell) -> None:
    """Put all of it in place; `shell` says which lines did nothing."""
    site.setcopyright()
    site.sethelper()
    site.setquit()
    time.sleep, asyncio.sleep = sleep, asyncio_sleep
    FigureCanvasBase.start_event_loop = event_loop

    switch_backend = plt.switch_backend

    def switch(newbackend) -> None:
        """Let pictures go nowhere where a window is asked for."""
        try:
            switch_backend(newbackend)
        except ImportError:
            shell.does_nothing(f"the backend {newbackend}", "there is no window")
            switch_backend("agg")

    plt.switch_backend = switch

    def system(command) -> int:
        shell.does_nothing(str(command))
        return 0

    def set_trace(debugger, *frame, **more) -> None:
        """Go on, as who sits before a debugger lets it go on; without a word it would quit."""
        shell.does_nothing("a stop for a debugger", "nobody is there to go on")

    bdb.Bdb.set_trace = set_trace
    _Program.does_nothing = staticmethod(shell.does_nothing)
    os.system, subprocess.Popen = system, _Program
    concurrent.futures.ProcessPoolExecutor = _Executor
    multiprocessing.Pool = _Pool
