"""Was an exercise attempted, and what is there to judge? Told from the cells that were run.

`attempt` is a pure function of the runs and the names: the notebook asks it with the kernel's
`History`, the grader with runs that it makes of a submission's cells. Nothing is executed here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from course.checks.brief import cut
from course.checks.likeness import meant
from course.checks.outline import Binding, Outline, outline
from course.checks.runs import History, Problem, Run
from course.counting import listed

__all__ = [
    "Attempt", "History", "Problem", "Run", "attempt", "in_simple_words", "made_no_more", "meant",
    "stop_before",
]  # fmt: skip

SYNTAX = ("SyntaxError", "IndentationError", "TabError")


@dataclass(frozen=True)
class Attempt:
    """What there is to judge.

    Attributes:
        state: "untouched", "stopped" or "answered".
        message: For "stopped": what happened, and what to do.
        run: The number of the run that is judged or that stopped; None where none is known.
    """

    state: str
    message: str = ""
    run: int | None = None


Explain = Callable[[Problem, str], str]
Plainly = Callable[[Problem], str]


def in_simple_words(problem: Problem, source: str) -> str:
    """Return why a cell is not Python: its line and what Python said."""
    return f"{_where(problem)}: {problem.message}" if problem.line else problem.message


def in_no_other_words(problem: Problem) -> str:
    """Return nothing more about an error than Python said."""
    return ""


def attempt(
    names: Sequence[str],
    is_function: bool,
    runs: Sequence[Run],
    namespace: Mapping[str, Any],
    *,
    cell: str = "",
    ignore: Collection[str] = (),
    explain: Explain = in_simple_words,
    plainly: Plainly = in_no_other_words,
) -> Attempt:
    """Return whether an exercise was attempted, and which run is to be judged.

    Args:
        names: What the student is to define: a function's name, or names of values.
        is_function: Whether it is a function.
        runs: The runs of the notebook's cells, in their order.
        namespace: What is defined; only `in` and `get` are used.
        cell: What the notebook calls the cell that was given out for the answer.
        ignore: Names that are never meant for one of `names`: all that the lesson itself defines,
            and those of the other exercises.
        explain: Says in words why a cell is not Python, from the problem and the cell's text.
        plainly: Says in plain words what an error means that stopped a cell, or nothing.
    """
    runs = _not_replaced(runs)
    found = _found(runs, names)
    if not found:
        if any(_is_set(name, namespace) for name in names):
            return Attempt("answered")
        return (
            _misnamed(names, is_function, runs, namespace, ignore, explain)
            or _unreadable(runs, cell, explain)
            or _nameless(names, is_function, runs, cell)
            or Attempt("untouched")
        )
    run = found[-1].run
    if told := _failed(found, namespace, explain, plainly):
        return Attempt("stopped", told, run.number)
    # What counts of each name is its last binding; a name without any may stem from elsewhere.
    latest = {one.binding.name: one for one in found}
    held = {name: latest[name].binding.holds if name in latest else "work" for name in names}
    work = [name for name in names if held[name] == "work" and namespace.get(name, ...) is not ...]
    if work:
        judged = [latest[name].run.number for name in work if name in latest]
        return Attempt("answered", run=max(judged, default=None))
    told = (
        next(filter(None, (_left_in(one) for one in latest.values())), "")
        or next(filter(None, (_put_back(one, found, is_function) for one in latest.values())), "")
        or next((_gone(one) for one in latest.values() if one.binding.holds == "work"), "")
    )
    if told:
        return Attempt("stopped", told, run.number)
    later = [one for one in runs if one.number > run.number]
    if any(outline(one.source).opaque for one in later):
        # `from … import *` may have brought the answer.
        return Attempt("answered")
    return (
        _misnamed(names, is_function, [run, *later], namespace, ignore, explain)
        or _unreadable(later, cell, explain)
        or _nameless(names, is_function, later, cell)
        or Attempt("untouched", run=run.number)
    )


def stop_before(
    names: Sequence[str],
    runs: Sequence[Run],
    namespace: Mapping[str, Any],
    plainly: Plainly = in_no_other_words,
) -> str:
    """Return how the last answer cell stopped before it made some of `names`, or an empty text."""
    found = _found(runs, names)
    if not found or found[-1].run.error is None or _not_python(found[-1].run):
        return ""
    run = found[-1].run
    here = {one.binding.name: one.binding for one in found if one.run is run}
    lost = [name for name in _cut_off(here, run.error) if not _is_set(name, namespace)]
    return _stopped(run, run.error, lost[0], plainly) if lost else ""


def made_no_more(names: Sequence[str], runs: Sequence[Run]) -> str:
    """Return a sentence where a name is in memory that its cell, run again, makes no more.

    What is judged is then nothing that is handed in. Nothing is said where another cell made the
    name later, or where it is not known which runs are of one cell.
    """
    latest = {one.binding.name: one.run for one in _found(runs, names)}
    for name, run in latest.items():
        again = [one for one in runs if one.number > run.number and run.cell == one.cell != ""]
        if again and not outline(again[-1].source).opaque:
            return (
                f"Judged: run [{run.number}], which is in memory only. Its cell was run again as "
                f"[{again[-1].number}], and makes no `{name}` any more. Write your answer there "
                "again and run it, then this one."
            )
    return ""


def _is_set(name: str, namespace: Mapping[str, Any]) -> bool:
    """Return whether a name stands for anything but the `...` that was given out."""
    if name not in namespace:
        return False
    try:
        return namespace.get(name) is not ...
    except Exception:
        # There is something, though it cannot be read: asking it will say why.
        return True


# --- what was found --------------------------------------------------------------------------


@dataclass(frozen=True)
class _Found:
    """A binding of one of the names, and where it stands."""

    run: Run
    outline: Outline
    binding: Binding


def _not_replaced(runs: Sequence[Run]) -> list[Run]:
    """Return the runs without those that were no Python, and whose cell was run again since."""
    last = {run.cell: run for run in runs}
    return [run for run in runs if not run.cell or last[run.cell] is run or not _not_python(run)]


def _found(runs: Sequence[Run], names: Sequence[str]) -> list[_Found]:
    return [
        _Found(run, seen, binding)
        for run in runs
        for seen in [outline(run.source)]
        for binding in seen.bindings
        if binding.name in names and binding.kind != "none"
    ]


def _misnamed(
    names: Sequence[str],
    is_function: bool,
    runs: Sequence[Run],
    namespace: Mapping[str, Any],
    ignore: Collection[str],
    explain: Explain,
) -> Attempt | None:
    """Return the attempt at another name, or at none where an assignment was meant."""
    for run in reversed(runs):
        for binding in outline(run.source).bindings:
            if binding.kind == "none" and binding.name in names:
                line = _line(run.source, binding.line)
                return Attempt(
                    "stopped",
                    f"Line {binding.line} of run [{run.number}], `{line}`, gives "
                    f"`{binding.name}` no value. Write `{binding.name} = …`, with one equals "
                    "sign, and run the cell again.",
                    run.number,
                )
    close = meant(names, is_function, runs, namespace, ignore)
    if close is None:
        return None
    name, other, run = close
    broken = _not_python(run)
    told = f"{_not_python_yet(run, broken, explain)} And there" if broken else "There"
    told += (
        f" is no answer named `{name}` yet; is `{other}` (run [{run.number}]) meant? "
        "The check looks for the exact name."
    )
    return Attempt("stopped", told, run.number)


def _unreadable(runs: Sequence[Run], cell: str, explain: Explain) -> Attempt | None:
    """Return the attempt whose cell is so little Python that no name is found in it."""
    run = _last_of(cell, runs)
    broken = run and _not_python(run)
    if not broken:
        return None
    return Attempt("stopped", _not_python_yet(run, broken, explain), run.number)


def _nameless(
    names: Sequence[str], is_function: bool, runs: Sequence[Run], cell: str
) -> Attempt | None:
    """Return the attempt whose cell does something, but gives a meaning to none of the names."""
    run = _last_of(cell, runs)
    if run is None or not outline(run.source).acts:
        return None
    made = _told_names(outline(run.source).bindings)
    head = f"def {names[0]}(…):" if is_function else f"{names[0]} = …"
    below = ", and indent below it what the function does" if is_function else ""
    return Attempt(
        "stopped",
        f"Your answer cell, run as [{run.number}], makes {f'{made}, but ' if made else ''}no "
        f"`{names[0]}`, and this is the name that the check looks for. Write `{head}` at the left "
        f"edge of the cell, inside nothing else{below}. Then run the cell again.",
        run.number,
    )


def _told_names(bindings: Sequence[Binding]) -> str:
    """Return what a cell makes, its functions if it has some, each as long as people write it."""
    functions = [made.name for made in bindings if made.kind == "function"]
    names = functions or [made.name for made in bindings if made.kind == "value"]
    told = [f"`{cut(name, 40)}`" for name in dict.fromkeys(names)]
    return listed(told if len(told) <= 3 else [*told[:3], "others"])


def _last_of(cell: str, runs: Sequence[Run]) -> Run | None:
    """Return the last run of a cell, if it is known which runs are of it."""
    return next((one for one in reversed(runs) if one.cell == cell != ""), None)


# --- why there is nothing to judge -----------------------------------------------------------


def _failed(
    found: Sequence[_Found], namespace: Mapping[str, Any], explain: Explain, plainly: Plainly
) -> str:
    """Return in words what kept the last run from binding its names, or an empty text."""
    run, seen = found[-1].run, found[-1].outline
    here = {one.binding.name: one.binding for one in found if one.run is run}
    older = {one.binding.name: one for one in found if one.run is not run}
    if broken := _not_python(run):
        # A `return` outside a function shows only after what stands above it has run.
        kept = {name: older[name] for name in here if name in older and seen.broken}
        return _not_python_yet(run, broken, explain) + _still(kept, namespace)
    if seen.raised and any(binding.line > seen.raised for binding in here.values()):
        return (
            f"The line `raise NotImplementedError` still stands in your answer cell, at line "
            f"{seen.raised} of run [{run.number}]; it stops everything below it. Take it out, and "
            "run the cell again."
        )
    error = run.error
    if error is None:
        return ""
    lost = [name for name in _cut_off(here, error) if name in older or name not in namespace]
    stale = {name: older[name] for name in lost if name in older and name in namespace}
    if not lost or (len(lost) < len(here) and not stale):
        return ""
    return _stopped(run, error, lost[0], plainly) + _still(stale, namespace)


def _cut_off(here: Mapping[str, Binding], error: Problem) -> list[str]:
    """Return the names whose bindings were not done yet when a run stopped with an error."""
    at = error.top or error.line
    return [name for name, binding in here.items() if at is None or at <= binding.done]


def _stopped(run: Run, error: Problem, lost: str, plainly: Plainly) -> str:
    """Return where and how a run stopped before it made the name `lost`."""
    said = f"{error.kind}: {error.message.splitlines()[0]}" if error.message else error.kind
    where = f" at {_where(error)}," if error.line else ""
    told = plainly(error)
    return (
        f"Your answer cell, run as [{run.number}], stopped{where} with {_code(said)}, before "
        f"`{lost}` was made. {told}{' ' if told else ''}Repair that, and run the cell again."
    )


def _not_python(run: Run) -> Problem | None:
    """Return why a run was no Python at all, or None."""
    error, broken = run.error, outline(run.source).broken
    # IPython says only "incomplete input" where a bracket is still open at the end.
    if error is None or (broken and "incomplete input" in error.message):
        return broken
    if error.kind in SYNTAX and (broken or error.top is None):
        return error
    # An error of another kind, in one of its lines, shows that the cell did run.
    return broken if error.line is None else None


def _not_python_yet(run: Run, problem: Problem, explain: Explain) -> str:
    words = explain(problem, run.source).strip()
    words += "" if words.rstrip(")").endswith((".", "!", "?")) else "."
    return f"Your answer cell, run as [{run.number}], is not Python yet: {words}"


def _still(older: Mapping[str, _Found], namespace: Mapping[str, Any]) -> str:
    """Return the sentence about an older version, where there is one."""
    kept = [
        one.run.number
        for name, one in older.items()
        if one.binding.holds != "stub" and name in namespace
    ]
    if not kept:
        return ""
    return f" An older version, of run [{kept[-1]}], is still in memory; it was not judged."


def _left_in(one: _Found) -> str:
    """Return what to do where the stub's line was left in a function."""
    if one.binding.holds != "raise":
        return ""
    stops = "it stops everything below it" if one.binding.more else "your function ends there"
    return (
        f"The line `raise NotImplementedError` still stands in your function, at line "
        f"{one.binding.raised} of run [{one.run.number}]; {stops}. Take it out, and run the cell "
        "again."
    )


def _put_back(one: _Found, found: Sequence[_Found], is_function: bool) -> str:
    """Return what to do where the stub came after an answer."""
    before = found[: found.index(one)]
    answers = [
        other
        for other in before
        if other.binding.name == one.binding.name and other.binding.holds != "stub"
    ]
    if one.binding.holds != "stub" or not answers:
        return ""
    empty = "the empty function" if is_function else f"the empty `{one.binding.name} = ...`"
    if answers[-1].run is one.run:
        return (
            f"In run [{one.run.number}], {empty} at line {one.binding.line} comes after your "
            f"answer at line {answers[-1].binding.line} and takes its place. Take the empty one "
            "out, and run the cell again."
        )
    return (
        f"Run [{one.run.number}] put {empty} back over your answer of run "
        f"[{answers[-1].run.number}]: copy your answer into the answer cell, and run that."
    )


def _gone(one: _Found) -> str:
    if re.match(r"\s*%%timeit\b", one.run.source):
        # Run again, it would be gone again.
        return (
            f"Run [{one.run.number}] begins with `%%timeit`, which forgets all that a cell "
            "defines: take that line out, and run the cell again."
        )
    return (
        f"Run [{one.run.number}] defined `{one.binding.name}`, but it is not in memory any more. "
        "Run your answer cell again."
    )


# --- words -----------------------------------------------------------------------------------


def _where(problem: Problem) -> str:
    return f"line {problem.line}" + (f", {_code(problem.text)}" if problem.text else "")


def _line(source: str, number: int) -> str:
    return _cut(re.split(r"\r\n?|\n", source)[number - 1])


def _code(text: str) -> str:
    return f"`{_cut(text)}`"


def _cut(text: str, most: int = 80) -> str:
    """Return a line as it fits between backticks in a sentence."""
    return cut(" ".join(text.replace("`", "'").split()), most)
