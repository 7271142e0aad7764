"""Which of the returned values is wrong."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from course.checks import engine
from course.checks.help.evidence import Evidence, formed_parts
from course.counting import listed


def part(evidence: Evidence) -> Iterator[str]:
    """Some of the returned values are always right, others are not."""
    keys, wrong = evidence.wrong_parts(evidence.comparable)
    right = [key for key in keys if key not in wrong]
    if not wrong or not right:
        return
    told = {key: told_of(key, evidence.exercise.parts, len(keys)) for key in keys}
    one = len(wrong) == 1
    yield (
        f"{listed([told[key] for key in right])} {'is' if len(right) == 1 else 'are'} right "
        f"every time; {listed([told[key] for key in wrong])} {'is' if one else 'are'} not: "
        f"look at the lines that make {'it' if one else 'them'}"
    )


def told_of(key: Any, names: Sequence[str], many: int) -> str:
    """Return what a part of an answer is called."""
    if isinstance(key, int) and key < len(names):
        return f"`{names[key]}`"
    return f"value {key + 1} of {many}" if isinstance(key, int) else f"`{key!r}`"


def only(evidence: Evidence, key: Any) -> Evidence:
    """Return the evidence of an exercise that asks for one part of the answer."""
    exercise = evidence.exercise

    def reference(*args: Any, **kwargs: Any) -> Any:
        return formed_parts(exercise, exercise.reference(*args, **kwargs))[key]

    def work(*args: Any, **kwargs: Any) -> Any:
        return formed_parts(exercise, evidence.work(*args, **kwargs))[key]

    reference.__signature__ = inspect.signature(exercise.reference)
    alone = replace(exercise, reference=reference, mistakes=(), parts=(), form=lambda one: one)
    probes = [call.probe for call in evidence.calls if not call.probe.judge]
    return Evidence(alone, [engine.ask(alone, one, work) for one in probes], work, evidence.seed)
