"""What an answer makes of one of its arguments."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from course.checks import engine
from course.checks.compare import numeric
from course.checks.exercise import Call, Exercise, Probe
from course.checks.help.evidence import ENOUGH, Evidence, same, with_argument
from course.checks.help.features import COUNTS
from course.checks.help.symptoms.asking import (
    differ,
    number_names,
    other_than,
    tried,
    trivial,
    unjudged,
)


def ignored(evidence: Evidence) -> Iterator[str]:
    """An argument that makes no difference to the answer, though it should."""
    own = [call.probe for call in evidence.calls if not call.probe.judge]
    probes = [*own, *unjudged(evidence), *unjudged(evidence.others)]
    for name in evidence.exercise.arguments:
        others = [
            named[name] for probe in probes if name in (named := evidence.exercise.named(probe))
        ]
        seen = 0
        pairs = zip(probes, _other_values(probes, others, name, evidence), strict=False)
        for probe, other in pairs:
            if other is None:
                continue
            before = engine.ask(evidence.exercise, probe, evidence.work)
            after = next(
                tried(evidence, [with_argument(evidence.exercise, probe, name, other)]), None
            )
            if after is None or before.error or after.error:
                continue
            # Also where it should make none: "whatever it is" says so of every call.
            if not _as_before(before.result, after.result):
                break
            if not evidence.exercise.alike(before.expected, after.expected):
                seen += 1
        else:
            if seen >= ENOUGH:
                yield (
                    f"whatever `{name}` is, your answer is the same; it should change: is "
                    f"`{name}` used, and not a fixed value or another name in its place?"
                )
                return


def _as_before(one: Any, other: Any) -> bool:
    """Return whether two answers are one but for rounding: a + (b − a) holds no a."""
    before, after = numeric(one), numeric(other)
    if before is None or after is None or before.shape != after.shape:
        return not differ(one, other)
    return np.allclose(before, after, rtol=1e-12, atol=0, equal_nan=True)


def _other_values(probes, others, name: str, evidence: Evidence) -> Iterator[Any]:
    """Yield for each probe another value that its argument `name` could have."""
    for i, probe in enumerate(probes):
        mine = evidence.exercise.named(probe).get(name)
        if isinstance(mine, np.ndarray) and mine.dtype.kind == "f":
            # Another question's, where there is one: what is made longer alone keeps its signs.
            rows = (other for other in others[i + 1 :] if _as_long(mine, other))
            yield next(rows, mine * 1.37 + 0.11)
            continue
        like = [
            other
            for other in [*others[i + 1 :], *others[:i]]
            if type(other) is type(mine) and repr(other) != repr(mine)
            and not isinstance(other, np.ndarray)
        ]  # fmt: skip
        if like:
            yield like[0]
        elif mine is None and others and not isinstance(others[0], np.ndarray):
            # Left to its default: "whatever it is" says so of these calls, too.
            yield others[0]
        elif isinstance(mine, float):
            yield mine * 1.37 + 0.0123
        else:
            yield None


def _as_long(mine: np.ndarray, other: Any) -> bool:
    """Return whether another array has this one's shape and kind, and other numbers."""
    return (
        isinstance(other, np.ndarray)
        and other.dtype == mine.dtype
        and other.shape == mine.shape
        and not np.array_equal(other, mine)
    )


_AS_IF: tuple[tuple[str, Callable], ...] = (
    ("were one more", lambda a: a + 1),
    ("were one less", lambda a: a - 1),
    ("were doubled", lambda a: 2 * a),
    ("were halved", lambda a: a / 2),
    ("had the other sign", lambda a: -a),
    ("were squared", lambda a: a * a),
    ("were 1 divided by it", lambda a: 1 / a),
    ("were its root", lambda a: a**0.5),
    ("were 1 minus it", lambda a: 1 - a),
    ("were 0", lambda a: a * 0),
    ("were 1", lambda a: a * 0 + 1),
    ("were 0.1", lambda a: 0.1),
    ("were 0.01", lambda a: 0.01),
    ("were 0.5", lambda a: 0.5),
    ("were 0.9", lambda a: 0.9),
)


def as_if(evidence: Evidence) -> Iterator[str]:
    """The right answer to a question in which one argument is another."""
    exercise = evidence.exercise
    first = next((call for call in evidence.answered if not call.probe.judge), None)
    if first is None:
        return
    named = exercise.named(first.probe)
    for told, name, change in _other_questions(named):

        def wrong(*args, name=name, change=change, **kwargs):
            asked = dict(zip(exercise.arguments, args, strict=False)) | kwargs
            return exercise.reference(**(asked | {name: change(asked)}))

        def alike(call: Call, wrong=wrong) -> bool:
            if call.probe.judge:
                return True
            try:
                args, kwargs = call.probe.copied()
                answer = wrong(*args, **kwargs)
            except Exception:
                return False
            return call.error is None and same(exercise, answer, call.result)

        if not evidence.in_time:
            return
        if alike(first) and evidence.holds(alike):
            yield f"your answer is what would be right if {told}"
            return


def _other_questions(named: dict[str, Any]) -> Iterator[tuple[str, str, Callable]]:
    numbers = number_names(named)
    for name in numbers:
        whole = isinstance(named[name], int)
        for told, change in _AS_IF:
            if whole and not isinstance(change(4), int):
                continue
            yield f"`{name}` {told}", name, lambda asked, n=name, c=change: c(asked[n])
    for name in numbers:
        for other in numbers:
            if name != other:
                yield f"`{name}` were `{other}`", name, lambda asked, o=other: asked[o]
    for name, value in named.items():
        if isinstance(value, np.ndarray):
            for told, change in _AS_IF[2:6]:
                yield f"`{name}` {told}", name, lambda asked, n=name, c=change: c(asked[n])
            for other, same in named.items():
                # Not np.shape: a list of lists may have none.
                if other != name and getattr(same, "shape", None) == value.shape:
                    yield f"`{name}` were `{other}`", name, lambda asked, o=other: asked[o]


# An array of ones is a question of its own kind: what is in it is all the same.
_NEUTRAL: tuple[tuple[str, Callable], ...] = (
    ("0", lambda a: a * 0),
    ("1", lambda a: a if np.ndim(a) else a * 0 + 1),
)


def _all_right(calls: Iterator[Call]) -> bool:
    """Return whether enough calls came back and all are right; ask no further than a wrong one."""
    right, telling = 0, False
    for call in calls:
        if not call.right:
            return False
        right += 1
        telling = telling or not trivial(call)
    return telling and right >= ENOUGH // 2


def _settles_all(evidence: Evidence, name: str, change: Callable) -> bool:
    """Return whether, with an argument made neutral, half of the others make no difference.

    An answer that is right then says nothing of what it does with those.
    """
    exercise, probes = evidence.exercise, unjudged(evidence)
    mattered = lost = 0
    first = [exercise.named(probe) for probe in probes]
    for other in exercise.arguments:
        if other == name:
            continue
        values = [named[other] for named in first if other in named]
        matters = still = False
        for probe, value in zip(
            probes[:6], _other_values(probes, values, other, evidence), strict=False
        ):
            new = other_than(change, exercise.named(probe).get(name))
            if value is None or new is None:
                continue
            neutral = with_argument(exercise, probe, name, new)
            matters = matters or _matters(exercise, probe, other, value)
            still = still or _matters(exercise, neutral, other, value)
        mattered += matters
        lost += matters and not still
    return 2 * lost >= mattered > 0


def _matters(exercise: Exercise, probe: Probe, name: str, value: Any) -> bool:
    """Return whether the right answer is another one with this value of an argument."""
    try:
        one, other = (
            exercise.reference(*args, **kwargs)
            for args, kwargs in (
                probe.copied(),
                with_argument(exercise, probe, name, value).copied(),
            )
        )
        return not exercise.alike(one, other)
    except Exception:
        return False


def neutral(evidence: Evidence) -> Iterator[str]:
    """Right as soon as one argument is 0 or 1, wrong otherwise: look at what it does."""
    probes, names = unjudged(evidence), evidence.exercise.arguments
    for name in names if len(names) > 1 else ():
        if name in COUNTS:
            continue
        for told, change in _NEUTRAL:
            if any(
                call.right and not call.probe.judge and not trivial(call)
                and other_than(change, call.named.get(name)) is not None
                for call in evidence.every
            ):  # fmt: skip
                continue
            changed = [
                with_argument(evidence.exercise, probe, name, new)
                for probe in probes
                if (new := other_than(change, evidence.exercise.named(probe).get(name)))
                is not None
            ]
            if len(changed) < ENOUGH // 2:
                continue
            if _all_right(tried(evidence, changed)) and not _settles_all(evidence, name, change):
                yield (
                    f"with `{name}` = {told} your answer is right, with other values it is not: "
                    f"look at what you do with `{name}`"
                )
                return


def response(evidence: Evidence) -> Iterator[str]:
    """How the answer grows with one argument: as it should, or otherwise."""
    for name in evidence.exercise.arguments:
        numbers: list[tuple[float, float]] = []
        for pair in _growths(evidence, name):
            numbers.append(pair)
            # One that goes another way is enough, and each costs two calls.
            if not _grows_otherwise(numbers):
                break
        if len(numbers) >= 8 and _grows_otherwise(numbers):
            right, mine = numbers[0]
            yield (
                f"if `{name}` is doubled, the right answer is {_times(right)}, and yours is "
                f"{_times(mine)}: how often does `{name}` stand in what you calculate, and where?"
            )
            return


def _growths(evidence: Evidence, name: str) -> Iterator[tuple[float, float]]:
    """Yield how many times as large an answer becomes if an argument is doubled: right, and so."""
    exercise = evidence.exercise
    for probe in unjudged(evidence)[:ENOUGH]:
        value = exercise.named(probe).get(name)
        if not isinstance(value, (float, np.ndarray)) or not np.any(value):
            continue
        pair = list(tried(evidence, [probe, with_argument(exercise, probe, name, 2 * value)]))
        # What has another shape grows for reasons of its own.
        if len(pair) < 2 or any(one.error or not _of_right_shape(one) for one in pair):
            continue
        right = _growth(pair[0].expected, pair[1].expected)
        mine = _growth(pair[0].result, pair[1].result)
        if right is not None and mine is not None:
            yield right, mine


def _grows_otherwise(numbers: Sequence[tuple[float, float]]) -> bool:
    """Return whether all of these say the same, and that the answer grows as it should not."""
    (right, mine), spread = numbers[0], np.ptp(numbers, axis=0)
    alike = bool(np.all(spread < 1e-4 * np.abs(numbers[0])))
    return alike and abs(right - mine) > 1e-3


def _of_right_shape(call: Call) -> bool:
    right, mine = numeric(call.expected), numeric(call.result)
    return right is not None and mine is not None and right.shape == mine.shape


def _growth(before: Any, after: Any) -> float | None:
    """Return how many times as large an answer became, the same for all of its numbers."""
    one, two = numeric(before), numeric(after)
    if one is None or two is None or one.shape != two.shape or not one.size or not one.all():
        return None
    ratio = two / one
    if not np.isfinite(ratio).all() or np.ptp(ratio) > 1e-5 * np.abs(ratio).max():
        return None
    return float(ratio.ravel()[0])


def _times(ratio: float) -> str:
    if abs(ratio - 1) < 1e-5:
        return "unchanged"
    return "doubled" if abs(ratio - 2) < 1e-5 else f"{ratio:.4g} times as large"
