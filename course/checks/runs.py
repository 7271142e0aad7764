"""The runs of a notebook's cells, remembered with how each ended, as text."""

from __future__ import annotations

import contextlib
import traceback
from dataclasses import dataclass
from typing import Any

try:
    from IPython import get_ipython
except ImportError:
    get_ipython = None

MOST_RUNS = 1000
# Of a longer source only the beginning is kept; `outline` does not parse it.
MOST_CHARACTERS = 50_000


@dataclass(frozen=True)
class Problem:
    """How a cell failed, as text.

    Attributes:
        kind: The error's type.
        message: What it said.
        line: The last line of the cell that it came through, counted from 1.
        text: That line.
        top: The line of the cell's own statement that was running. None where none ran, or where
            it is not known: then `line` is taken for it.
    """

    kind: str
    message: str = ""
    line: int | None = None
    text: str = ""
    top: int | None = None


@dataclass(frozen=True)
class Run:
    """One run of a cell.

    Attributes:
        number: The [n] that the student sees beside the cell.
        source: The cell's text.
        error: How it failed; None if it did not, or if that is not known.
        cell: What the notebook calls the cell; empty where it does not say.
    """

    number: int
    source: str
    error: Problem | None = None
    cell: str = ""


class History:
    """The last runs of one IPython shell; `History.of()` gives that of this kernel."""

    def __init__(self, shell: Any = None) -> None:
        """Begin without runs; `shell` is IPython's, or None for a history that stays empty."""
        self._shell = shell
        self._held: dict[int, Run] = {}

    @classmethod
    def of(cls, shell: Any = None) -> History:
        """Return the history of `shell` (if None, of this kernel), made the first time."""
        if shell is None and get_ipython is not None:
            shell = get_ipython()
        made = cls(shell)
        if shell is None:
            return made
        for old in list(shell.events.callbacks["post_run_cell"]):
            owner = getattr(old, "__self__", None)
            if type(owner) is cls:
                return owner
            if type(owner).__qualname__ == cls.__qualname__ and hasattr(owner, "_held"):
                # Made before this module was loaded again: the new code goes on with its runs.
                made._held = {
                    number: Run(number, run.source, run.error, getattr(run, "cell", ""))
                    for number, run in owner._held.items()
                }
                shell.events.unregister("post_run_cell", old)
        shell.events.register("post_run_cell", made.note)
        return made

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs in their order, the one that is still running too."""
        with contextlib.suppress(Exception):
            sources = self._shell.history_manager.input_hist_raw
            first = self._shell.execution_count - len(sources)
            for index in range(max(1, len(sources) - MOST_RUNS), len(sources)):
                if first + index not in self._held:
                    self._keep(Run(first + index, sources[index]))
        return tuple(self._held[number] for number in sorted(self._held))

    def note(self, result: Any) -> None:
        """Remember a run that has ended; IPython calls this after each cell."""
        # What goes wrong here must not show under the student's cell.
        with contextlib.suppress(Exception):
            info = result.info
            if not info.store_history or not info.raw_cell.strip():
                return
            errors = (result.error_before_exec, result.error_in_exec)
            error = next((error for error in errors if error is not None), None)
            told = None if error is None else problem(error, info.raw_cell, self._shell.user_ns)
            number = result.execution_count or self._shell.execution_count - 1
            self._keep(Run(number, info.raw_cell, told, getattr(info, "cell_id", None) or ""))

    def _keep(self, run: Run) -> None:
        if self._held and self._shell.execution_count <= max(self._held):
            self._held.clear()  # IPython counts from 1 again.
        source = run.source[: MOST_CHARACTERS + 1]
        self._held[run.number] = Run(run.number, source, run.error, run.cell)
        while len(self._held) > MOST_RUNS:
            del self._held[min(self._held)]


def problem(error: BaseException, source: str, own: dict) -> Problem:
    """Return how a cell failed.

    Args:
        error: What it raised.
        source: The cell's text.
        own: The globals of the notebook's cells.
    """
    lines = source.splitlines()
    filled = [number for number, line in enumerate(lines) if line.strip()]
    magic = lines[filled[0]].startswith("%%")
    # IPython counts from the first line that is not empty, a cell magic from its own first one.
    before = filled[min(int(magic), len(filled) - 1)]
    steps = [
        (frame.f_code.co_filename, number + before)
        for frame, number in traceback.walk_tb(error.__traceback__)
        if frame.f_globals is own
    ]
    if magic:
        steps = [step for step in steps if step[0] == "<timed exec>"]
    passed = [number for name, number in steps if name == steps[0][0]]
    line = passed[-1] if passed else None
    if line is None and isinstance(error, SyntaxError) and error.lineno:
        line = error.lineno + before
    text = lines[line - 1].strip()[:200] if line and line <= len(lines) else ""
    try:
        message = str(error.msg if isinstance(error, SyntaxError) else error)[:500]
    except Exception:
        message = ""
    return Problem(type(error).__name__, message, line, text, passed[0] if passed else None)
