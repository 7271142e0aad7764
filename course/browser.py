"""In a browser: a limit of time for every cell, and a Stop that works.

JupyterLite's Stop does nothing while a cell runs, and an endless loop would hold its notebook for
ever. So each cell runs inside a limit. A cell of the lesson that nobody changed has long; one that
a student wrote or changed has little, and may ask for more in its first line: `# up to 60 s`.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import importlib.util
import os
import re
import sys
from typing import Any

from IPython.core.getipython import get_ipython

from course import forgotten
from course.checks.deadline import TimedOut, deadline

# How long a cell may take, in seconds: a student's own, and one of the lesson.
OWN, LESSON = 5.0, 120.0
# The cells of the start page that the page runs by itself (map.mjs).
MAP = ("map", "review")
# What a cell brings in, by the first part of its name.
BROUGHT = re.compile(r"^[ \t]*(?:import|from)[ \t]+(\w+)", re.MULTILINE)
# The page writes this file beside the notebook when Stop is pressed.
STOP = ".stop"
# How often a running cell looks for it, in seconds.
LOOK = 0.5
# The modules of the limit.
LIMIT = deadline.__module__
# How many calls are shown of a function that calls itself without end: to show a thousand takes
# a browser's Python longer than the cell had.
CALLS = 4


def seconds_for(source: str, cell: str) -> float:
    """Return how long a cell may take.

    Args:
        source: What stands in it.
        cell: Its id; that of a lesson's cell is made of its text.
    """
    if asked := re.match(r"#\s*up to (\d+) s\b", source):
        return float(asked[1])
    check = cell in MAP or cell.endswith(("-check", "-hidden"))
    own = not check and cell.split("-")[0] != cell_id(source)
    return OWN if own and not _brings_a_package(source) else LESSON


def _brings_a_package(source: str) -> bool:
    """Return whether a cell imports a package that is not loaded: scikit-learn takes ten seconds.

    A student's own module is none: the loop at its top may be endless.
    """
    for name in BROUGHT.findall(source):
        if name in sys.modules:
            continue
        with contextlib.suppress(ImportError, ValueError):
            found = importlib.util.find_spec(name)
            if found and "site-packages" in (found.origin or ""):
                return True
    return False


def cell_id(source: str) -> str:
    """Return the id that a lesson's cell gets of its text: who changes the text keeps the id.

    JupyterLite ends a cell that it runs with one line more.
    """
    return hashlib.sha256(source.rstrip("\n").encode()).hexdigest()[:12]


def message(seconds: float) -> str:
    """Return what stands where a cell was ended."""
    return (
        f"This cell was ended after {seconds:g} s. Does its loop come to an end? If it only needs "
        "more time, begin the cell with the line `# up to 60 s`."
    )


def begin() -> None:
    """Guard the shell of this kernel, if it has one; tests under Node have none."""
    shell = get_ipython()
    if shell is not None:
        guard(shell)


def uncounted() -> None:
    """Take the cell that runs out of the count: the page asked for it, the notebook shows none.

    JupyterLite's kernel counts a silent request, too. Every cell would then be one more for
    Python than the number beside it says, in a check's "run [3]" and in each traceback.
    """
    shell: Any = get_ipython()
    if shell is not None:
        shell.execution_count -= 1
        for sources in (
            shell.history_manager.input_hist_raw,
            shell.history_manager.input_hist_parsed,
        ):
            del sources[-1]


def guard(shell: Any) -> None:
    """Give every cell that `shell` runs from now on a limit."""
    running: list[Any] = []

    def begin(info: Any) -> None:
        end()
        # Pressed when nothing ran.
        with contextlib.suppress(OSError):
            os.remove(STOP)
        # The page's folder has no times: a module that a cell has written would not be seen.
        importlib.invalidate_caches()
        running.append(deadline(seconds_for(info.raw_cell or "", _cell(shell, info))))
        running[-1].looks(_stopped, LOOK)
        running[-1].__enter__()

    def end(result: Any = None) -> None:
        while running:
            limit = running.pop()
            with contextlib.suppress(TimedOut):
                limit.__exit__(None, None, None)

    def shown(shell: Any, kind: Any, error: Any, traceback: Any, **_: Any) -> None:
        if kind is TimedOut:
            print(message(running[-1].seconds if running else OWN))
            return
        # What the cell had is over; to show where it stopped is not its work.
        end()
        shorter = _without_the_limit if kind is KeyboardInterrupt else _begun
        shell.showtraceback((kind, error, shorter(traceback)))

    shell.set_custom_exc((TimedOut, KeyboardInterrupt, RecursionError), shown)
    shell.events.register("pre_run_cell", begin)
    shell.events.register("post_run_cell", end)
    forgotten.load_ipython_extension(shell)


def _without_the_limit(traceback: Any) -> Any:
    """Return where a cell was stopped: without the limit's own lines, in which that is raised."""
    last = traceback
    while last.tb_next:
        if last.tb_next.tb_frame.f_globals.get("__name__", "").startswith(LIMIT):
            last.tb_next = None
            break
        last = last.tb_next
    return traceback


def _begun(traceback: Any) -> Any:
    """Return the first calls of many."""
    last = traceback
    for _ in range(CALLS):
        last = last.tb_next or last
    last.tb_next = None
    return traceback


def _stopped() -> bool:
    """Return whether Stop was pressed."""
    if not os.path.exists(STOP):
        return False
    os.remove(STOP)
    return True


def _cell(shell: Any, info: Any) -> str:
    asked: Any = getattr(shell, "kernel", None)
    parent = asked.get_parent() if hasattr(asked, "get_parent") else {}
    return str(getattr(info, "cell_id", None) or parent.get("metadata", {}).get("cellId", ""))
