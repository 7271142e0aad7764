"""Bring a check's report before the person who runs it, wherever that is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from IPython import get_ipython
from IPython.display import HTML, clear_output, display

from course.checks.exercise import Exercise
from course.checks.help import place
from course.checks.help.symptoms import is_weak
from course.checks.report import Verdict, view
from course.progress.store import note


def show(
    exercise: Exercise,
    names: Mapping[str, Any],
    seed: int | None,
    examine: Callable,
    *,
    fresh: int,
    **options: Any,
) -> Verdict:
    """Examine the answer, on inputs that `fresh` draws, too, and return the points as its report.

    Where little else explains a wrong answer, the verdict is put on the screen first, and the
    place in the student's code is looked for after that.
    """
    report = examine(exercise, names, seed, fresh=fresh, **options)
    if seed is None and report.attempted:
        facts = {"points": report.earned, "possible": report.possible}
        note("check", exercise.name, state=report.state, **facts)
    shell = get_ipython()
    if shell is None or type(shell).__name__ == "TerminalInteractiveShell":
        print(view(report).text())
        return Verdict(report)
    told = [help for help in report.helps if not is_weak(help)]
    in_a_kernel = getattr(shell, "kernel", None) is not None
    if report.state != "wrong" or told or seed is not None or not in_a_kernel:
        return Verdict(report)
    alone = _alone(shell)
    if alone:
        display(HTML(view(report).html()))
    found = place.find(exercise, names.get(exercise.name), report.calls, fresh)
    if alone:
        clear_output(wait=True)
    return Verdict(replace(report, helps=(*report.helps, found)) if found else report)


def _alone(shell: Any) -> bool:
    """Return whether the running cell is nothing but a check, so that it may be cleared."""
    cell = str(shell.user_ns.get("In", [""])[-1]).strip()
    return cell.startswith("check(") and "\n" not in cell and ";" not in cell
