"""How the numbers of an answer differ from the right ones."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import numpy as np

from course.checks.exercise import Call
from course.checks.help.evidence import ENOUGH, Evidence
from course.checks.help.symptoms.kinds import close
from course.counting import counted


def factor(evidence: Evidence) -> Iterator[str]:
    """Every number is the right one times a factor that is always the same, or an argument."""
    arrays = evidence.arrays
    pairs = [(call, want.ravel(), got.ravel()) for call, want, got in arrays]
    pairs = [(call, want[want != 0], got[want != 0]) for call, want, got in pairs]
    if any(got[want == 0].any() for _, want, got in arrays if (want == 0).any()):
        return
    if all(np.all(np.abs(got) <= evidence.exercise.atol) for _, _, got in pairs):
        # Rounding errors alone have no factor.
        return
    ratios = [(call, got / want) for call, want, got in pairs if want.size]
    if len(ratios) < ENOUGH // 2:
        return
    if any(np.ptp(ratio) > 1e-4 * np.abs(ratio).max() for _, ratio in ratios):
        return
    factors = [(call, float(ratio[0])) for call, ratio in ratios]
    yield from _constant(factors, "every number comes out multiplied by", 1.0)


def shift(evidence: Evidence) -> Iterator[str]:
    """Every number is the right one and the same amount more."""
    arrays = evidence.arrays
    shifts = []
    for call, want, got in arrays:
        off = got - want
        if not off.size:
            continue
        if not np.isfinite(off).all():
            return
        # Of a large number rounding leaves nothing of what was added: the smallest shows it best.
        size = np.abs(want)
        amount = float(off.ravel()[np.argmin(size)])
        if np.any(np.abs(off - amount) > 1e-4 * (abs(amount) + 1e-9) + np.spacing(2 * size)):
            return
        shifts.append((call, amount))
    if len(shifts) >= ENOUGH // 2:
        yield from _constant(shifts, "every number is off by the same amount,", 0.0)


def first_step(evidence: Evidence) -> Iterator[str]:
    """A walk whose first step is the right one times a factor that is always the same."""
    if "steps" not in evidence.exercise.arguments:
        return
    factors = []
    for call, want, got in evidence.arrays:
        if want.ndim == 0 or len(want) < 2:
            continue
        if not close(evidence, got[0], want[0]).all():
            return
        right, came = (np.ravel(path[1] - path[0]) for path in (want, got))
        if not right.any():
            continue
        ratio = came[right != 0] / right[right != 0]
        if np.ptp(ratio) > 1e-4 * np.abs(ratio).max():
            return
        factors.append((call, float(ratio[0])))
    if len(factors) >= ENOUGH // 2:
        yield from _constant(factors, "the first step is the right one multiplied by", 1.0)


def _constant(numbers: list[tuple[Call, float]], words: str, neutral: float) -> Iterator[str]:
    """Tell a number that is the same in every call, or that is made of an argument."""
    values = np.array([value for _, value in numbers])
    if not np.isfinite(values).all() or np.allclose(values, neutral, rtol=1e-3, atol=1e-6):
        return
    if np.allclose(values, values[0], rtol=1e-4, atol=1e-9):
        if neutral == 1.0 and np.isclose(values[0], -1):
            yield f"{words} −1: the size is right, the sign is not"
        else:
            yield f"{words} {values[0]:.4g}"
        return
    for name, told, make in _made_of(numbers[0][0]):
        try:
            made = np.array([make(call.named[name]) for call, _ in numbers])
        except (TypeError, ValueError, ZeroDivisionError, OverflowError, KeyError):
            continue
        if np.allclose(values, made, rtol=1e-4, atol=1e-9):
            yield f"{words} {told}: is there a part too much or too little with `{name}` in it?"
            return


_MAKERS: tuple[tuple[str, Callable], ...] = (
    ("`{}`", lambda a: a),
    ("1 / `{}`", lambda a: 1 / a),
    ("−`{}`", lambda a: -a),
    ("2·`{}`", lambda a: 2 * a),
    ("`{}` / 2", lambda a: a / 2),
    ("1 / (2·`{}`)", lambda a: 1 / (2 * a)),
    ("2 / `{}`", lambda a: 2 / a),
    ("the square of `{}`", lambda a: a * a),
    ("the root of `{}`", lambda a: math.sqrt(a)),
    ("1 − `{}`", lambda a: 1 - a),
    ("1 + `{}`", lambda a: 1 + a),
    ("1 / (1 − `{}`)", lambda a: 1 / (1 - a)),
)


def _made_of(call: Call) -> Iterator[tuple[str, str, Callable]]:
    for name, value in call.named.items():
        if isinstance(value, (int, float)):
            for told, make in _MAKERS:
                yield name, told.format(name), make
        elif isinstance(value, np.ndarray) and value.ndim:
            for told, make in _MAKERS[:6]:
                length = f"the number of {'rows' if value.ndim > 1 else 'entries'} of `{name}`"
                yield name, told.replace("`{}`", length), lambda a, make=make: make(len(a))


def up_to(evidence: Evidence) -> Iterator[str]:
    """Right up to the same step in every call, or in all entries but the last."""
    firsts, only_last = _first_wrong(evidence)
    if len(firsts) < ENOUGH // 2:
        return
    if only_last:
        yield "all entries but the last are right"
    elif len(set(firsts)) == 1 and firsts[0] > 1:
        yield (
            f"the first {firsts[0]} entries are right, and the next one is not: what happens in "
            "that step?"
        )


def until(evidence: Evidence) -> Iterator[str]:
    """Where the first wrong entry stands, at the least."""
    firsts, _ = _first_wrong(evidence)
    if len(firsts) < ENOUGH // 2:
        return
    if set(firsts) == {0}:
        yield "the very first entry is wrong already"
    elif 0 not in firsts:
        first = min(firsts)
        told = "the first entry is" if first == 1 else f"at least the first {first} entries are"
        yield f"{told} right; what comes after goes wrong"


def _first_wrong(evidence: Evidence) -> tuple[list[int], bool]:
    """Return where each wrong row of entries goes wrong first, and whether only the last does."""
    firsts, only_last = [], True
    if evidence.exercise.parts:
        # A weight and its loss are no row, of which the first entry leads to the next.
        return firsts, only_last
    for _, want, got in evidence.arrays:
        if want.ndim and len(want) > 1:
            same = close(evidence, got, want).reshape(len(want), -1).all(axis=1)
            if not same.all():
                firsts.append(int(np.argmin(same)))
                only_last = only_last and bool(same[:-1].all())
    return firsts, only_last


def size(evidence: Evidence) -> Iterator[str]:
    """The right sizes with other signs; rounded numbers; always too large or too small."""
    arrays = evidence.arrays
    wrong = [(want, got) for _, want, got in arrays if not close(evidence, got, want).all()]
    if len(wrong) < 3:
        return
    if all(close(evidence, np.abs(got), np.abs(want)).all() for want, got in wrong):
        yield "the sizes are right, but some signs are not"
        return
    for digits in range(5):
        if all(np.allclose(got, np.round(want, digits), rtol=0, atol=1e-9) for want, got in wrong):
            yield f"the numbers are rounded to {counted(digits, 'digit')} after the point"
            return
    over = [np.sign(got - want)[~close(evidence, got, want)] for want, got in wrong]
    if all((signs > 0).all() for signs in over):
        yield "what is wrong is always too large, for every input that was tried"
    elif all((signs < 0).all() for signs in over):
        yield "what is wrong is always too small, for every input that was tried"


def magnitude(evidence: Evidence) -> Iterator[str]:
    """Signs that are always right or always wrong; sizes that are always far off."""
    pairs = [
        (want, got) for _, want, got in evidence.arrays
        if want.size and want.any() and not close(evidence, got, want).all()
    ]  # fmt: skip
    if len(pairs) < 5:
        return
    with np.errstate(all="ignore"):
        ratios = np.concatenate([(got / want)[want != 0].ravel() for want, got in pairs])
    if not ratios.size:
        return
    if np.all(np.abs(ratios) > 10):
        yield "what is wrong is far too large, at least ten times, for every input that was tried"
    elif np.all(np.abs(ratios) < 0.1):
        yield "what is wrong is far too small, a tenth at most, for every input that was tried"
    elif np.all(ratios < 0):
        yield "every sign is wrong, and the sizes are, too"
    elif np.all(ratios > 0):
        yield "the signs are always right, the sizes are not"
