"""Asking with changed arguments, for the symptoms that do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from course.checks import engine
from course.checks.brief import MOST_LETTERS, brief
from course.checks.compare import numeric
from course.checks.exercise import Call, Probe
from course.checks.help.evidence import Evidence, parts


def number_names(probe_arguments: dict[str, Any]) -> list[str]:
    """Return the names of the arguments that are single numbers."""
    return [
        name
        for name, value in probe_arguments.items()
        if isinstance(value, (int, float)) and not isinstance(value, bool)
    ]


def tried(evidence: Evidence, probes: Sequence[Probe]) -> Iterator[Call]:
    """Ask with changed arguments; leave out what is no question to the reference either."""
    for probe in probes:
        if not evidence.in_time:
            return
        try:
            expected = evidence.exercise.answer(probe)
        except Exception:
            continue
        if not finite(expected):
            # 0/0, say, where an argument was made 0.
            continue
        yield engine.ask(evidence.exercise, probe, evidence.work)


def unjudged(evidence: Evidence) -> list[Probe]:
    """Return the fresh probes that the reference answers."""
    return [probe for probe in evidence.probes if not probe.judge]


def differ(one: Any, other: Any) -> bool:
    """Return whether two arguments or answers are written differently."""
    return brief(one, MOST_LETTERS) != brief(other, MOST_LETTERS)


def trivial(call: Call) -> bool:
    """Return whether what is right is 0 or one of the arguments, as many wrong answers are."""
    answers = list((parts(call.expected) or {0: call.expected}).values())
    arrays = [numeric(answer) for answer in answers]
    known = [0.0, *(value for value in call.named.values() if numeric(value) is not None)]
    return all(
        array is not None
        and any(
            np.size(value) in (1, array.size)
            and np.allclose(array.ravel(), np.ravel(numeric(value)))
            for value in known
        )
        for array in arrays
    )


def other_than(change: Callable, value: Any) -> Any:
    """Return what a number or an array is changed to; None where that is no change."""
    if not isinstance(value, (int, float, np.ndarray)) or isinstance(value, bool):
        return None
    new = change(value)
    return new if differ(new, value) else None


def finite(value: Any) -> bool:
    """Return whether no part of an answer is infinite or NaN."""
    arrays = [numeric(part) for part in (parts(value) or {0: value}).values()]
    return all(array is None or bool(np.isfinite(array).all()) for array in arrays)
