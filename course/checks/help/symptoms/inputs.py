"""On which inputs an answer goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from course.checks.exercise import Call
from course.checks.help.evidence import Evidence, with_argument
from course.checks.help.features import COUNTS, FEATURES, Feature
from course.checks.help.symptoms.asking import number_names, other_than, tried, trivial
from course.checks.words import value_text
from course.formula import Formula


def split(evidence: Evidence) -> Iterator[str]:
    """Right for all inputs of one kind, wrong for all others."""
    wrong, right = _wrong_and_right(evidence)
    if len(right) <= 3:
        return
    for feature in FEATURES:
        if (
            _tells_apart(feature, wrong, right)
            and _tells_apart(feature, *_wrong_and_right(evidence.others))
            and _tells_apart(feature, *_at_the_edge(evidence, feature, wrong, right))
            and _right_without(evidence, feature, wrong)
        ):
            told = f"it goes wrong {feature.where}; all else that was tried came out right"
            yield f"{told}. {feature.asks}" if feature.asks else told
            return


def _at_the_edge(
    evidence: Evidence, feature: Feature, wrong: list[Call], right: list[Call]
) -> tuple[list[Call], list[Call]]:
    """Return the calls with some more at the edge of a kind that few inputs are near to."""
    exercise = evidence.exercise
    probes = [
        with_argument(exercise, call.probe, name, value)
        for name, values in feature.edge.items()
        for value in values
        for call in (wrong + right)[:4]
        if name in call.named
    ]
    more = list(tried(evidence, probes))
    return (
        wrong + [call for call in more if not call.right],
        right + [call for call in more if call.right and not trivial(call)],
    )


def _right_without(evidence: Evidence, feature: Feature, wrong: list[Call]) -> bool:
    """Return whether what went wrong is right once it is no more of the kind."""
    if feature.without is None:
        return True
    probes = []
    for call in wrong[:4]:
        probe = call.probe
        for name, value in call.named.items():
            if name not in COUNTS and (new := other_than(feature.without, value)) is not None:
                probe = with_argument(evidence.exercise, probe, name, new)
        probes.append(probe)
    return all(call.right for call in tried(evidence, probes))


def _tells_apart(feature: Feature, wrong: list[Call], right: list[Call]) -> bool:
    """Return whether all wrong calls are of a kind, and no right one is."""
    return (
        bool(wrong and right)
        and all(feature.has(call.named) for call in wrong)
        and not any(feature.has(call.named) for call in right)
    )


def split_by_size(evidence: Evidence) -> Iterator[str]:
    """Right where one argument is small, wrong where it is large, or the other way round."""
    wrong, right = _wrong_and_right(evidence)
    for name in number_names(wrong[0].named) if wrong and right else ():
        bad = [call.named[name] for call in wrong if name in call.named]
        good = [call.named[name] for call in right if name in call.named]
        if not bad or len(good) < 3 or any(np.ndim(value) for value in (*bad, *good)):
            continue
        if len(set(good)) == 1:
            # One value that is right tells nothing of small and large: no step at all, say.
            continue
        if max(good) < min(bad) and _right_with(evidence, name, max(good), wrong):
            yield f"it goes wrong where `{name}` is large ({min(bad):.4g} or more, as tried here)"
            return
        if min(good) > max(bad) and _right_with(evidence, name, min(good), wrong):
            yield f"it goes wrong where `{name}` is small ({max(bad):.4g} or less, as tried here)"
            return


def _right_with(evidence: Evidence, name: str, value: Any, wrong: list[Call]) -> bool:
    """Return whether what went wrong is right with another value of this argument alone.

    Where it is small, another argument may be large by chance.
    """
    probes = [
        with_argument(evidence.exercise, call.probe, name, value)
        for call in wrong[:4]
        if name in call.named
    ]
    asked = list(tried(evidence, probes))
    return bool(asked) and all(call.right for call in asked)


def _wrong_and_right(evidence: Evidence) -> tuple[list[Call], list[Call]]:
    """Return the calls that went wrong and the others, or nothing where one kind is too few."""
    calls = [call for call in evidence.every if not call.probe.judge]
    wrong = [call for call in calls if not call.right]
    right = [call for call in calls if call.right]
    return (wrong, right) if len(wrong) > 1 and len(right) > 1 else ([], [])


def simplest(evidence: Evidence) -> Iterator[str]:
    """The simplest question that goes wrong, to be worked through by hand."""
    exercise = evidence.exercise
    call = next((one for one in evidence.answered if not one.probe.judge), None)
    if call is None:
        return
    functions = [name for name, value in call.named.items() if isinstance(value, Formula)]
    for name in exercise.arguments:
        if len(functions) > 1 and name in functions:
            # A loss and its slope belong together.
            continue
        for value in _simpler(exercise.named(call.probe).get(name)):
            if not _within(evidence, name, value):
                continue
            asked = next(tried(evidence, [with_argument(exercise, call.probe, name, value)]), None)
            if asked is None or asked.right or asked.error:
                continue
            call = asked
            break
    wrong, many = sum(not one.right for one in evidence.fresh), len(evidence.fresh)
    yield (
        (f"{wrong} of {many} further inputs went wrong, too" if wrong else
         f"all of {many} further inputs came out right")
        + f". Here is a small one to work through by hand: `{call.text}` gives "
        f"{value_text(call.result)}, and {value_text(call.expected)} is right"
    )  # fmt: skip


def _within(evidence: Evidence, name: str, value: Any) -> bool:
    """Return whether a number is none that the statement may forbid: others are on both sides."""
    if not isinstance(value, float):
        return True
    probes = [*(call.probe for call in evidence.calls), *evidence.probes]
    used = [evidence.exercise.named(probe).get(name) for probe in probes]
    numbers = [one for one in used if isinstance(one, (int, float))]
    return min(numbers) <= value <= max(numbers)


def _simpler(value: Any) -> Iterator[Any]:
    """Yield simpler values than this one, the simplest first."""
    if isinstance(value, Formula):
        yield replace(value, text=f"5.0 + 0*{value.variable}")
        yield replace(value, text=f"2*{value.variable}")
        yield replace(value, text=f"{value.variable}**2")
    elif isinstance(value, bool):
        return
    elif isinstance(value, int):
        yield from (one for one in (1, 2) if one < value)
    elif isinstance(value, float):
        yield from (one for one in (0.0, 1.0, 2.0, 0.5, round(value, 1)) if one != value)
    elif isinstance(value, np.ndarray) and value.dtype.kind == "f":
        # No zero with a minus, which 0 times a number below zero is.
        yield from (np.zeros_like(value), np.ones_like(value), np.round(value) + 0.0)
