"""clip_by_norm(g, max_norm): a gradient that is too long is made shorter, its direction kept."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from course import descent
from course.checks.compare import is_whole
from course.checks.exercise import Exercise, Probe, answered, asked, instead, stops
from course.checks.families import inputs, numbers


def right(g, max_norm):
    """Return the clipped gradient: what is right."""
    return descent.clip_by_norm(g, max_norm)


def _length(g) -> float:
    return float(np.sqrt(np.sum(g * g)))


def _largest(g) -> float:
    return float(np.max(np.abs(g)))


def _if_long(change: Callable, norm: Callable = _length) -> Callable:
    """Return the clipping that changes, to change(g, m, n), what is longer by `norm`."""

    def clip(g, max_norm):
        return change(g, max_norm, n) if (n := norm(g)) > max_norm else g

    return clip


def _scaled(norm: Callable) -> Callable:
    """Return the clipping that takes `norm` for the norm, to compare and to divide."""
    return _if_long(lambda g, m, n: g * (m / n), norm)


def _divided(norm: Callable) -> Callable:
    """Return the clipping that compares rightly and divides by `norm`."""
    return _if_long(lambda g, m, n: g * (m / norm(g)))


def _shortened_if(long: Callable[..., bool]) -> Callable:
    """Return the clipping that scales rightly what is too long by `long`."""
    return lambda g, max_norm: g * (max_norm / _length(g)) if long(g, max_norm) else g


def _rows(axis: int) -> Callable:
    def clip(g, max_norm):
        norm = np.sqrt(np.sum(g * g, axis=axis, keepdims=True))
        return g * np.minimum(1.0, max_norm / np.where(norm > 0, norm, 1.0))

    return clip


def _always(g, max_norm, guard):
    norm = _length(g)
    return g if guard and norm == 0 else g * np.float64(max_norm) / norm


def _cut(answer, g):
    """Return the answer as an array keeps it that was made like the gradient."""
    return np.trunc(answer) if is_whole(g) else answer


def _cut_factor(g, max_norm):
    """Return the gradient with its direction cut off, in an array like itself, and rescaled."""
    return _cut(g / _length(g), g) * max_norm if _length(g) > max_norm else g


EXACT = ((3, 4, 5), (6, 8, 10), (5, 12, 13), (8, 15, 17), (2, 3, 6, 7), (1, 4, 8, 9))


def _fresh(rng: np.random.Generator) -> list[Probe]:
    short, single = (np.round(rng.normal(size=n), 3) for n in (3, 1))
    # Its largest entry is above zero and above the limit, and the others are of both signs.
    long = np.array([1.5, -0.8, 0.4, 0.1]) + np.round(rng.uniform(-0.3, 0.3, size=4), 3)
    short = np.round(short / _length(short), 3)
    # Entries of about one size: none of them alone reaches the length of all.
    even = np.round(rng.uniform(2.4, 3, size=3), 3)
    matrix = np.round(rng.normal(size=(3, 2)), 3)
    rate = round(float(rng.uniform(0.3, 0.7)), 3)
    whole = rng.integers(3, 9, size=3) * np.array([1, -1, 1])
    # Exactly as long as the limit.
    *sides, limit = EXACT[rng.integers(len(EXACT))]
    signs = rng.choice([-1.0, 1.0], size=len(sides))
    return [
        Probe((5 * long, round(3 * rate * float(np.max(long)), 3)), shows="a long gradient"),
        Probe((even, 3.05 + rate / 5), shows="one that is a little too long"),
        Probe((5 * short, 5.2 + rate), shows="one that is just short enough", weight=0.25),
        Probe((sides * signs, float(limit)), shows="one that is just short enough", weight=0.25),
        Probe((1.2 * short, 1.6 + rate), shows="a short one", weight=0.25),
        Probe((0.4 * short, 0.5 + rate), shows="a very short one", weight=0.25),
        Probe((short / 5e3, 0.5 + rate), shows="one close to zero", weight=0.25),
        # Not of three digits: rounding would find a tie.
        Probe((-9 - single**2, 5.0007 + 3 * rate), shows="a single entry below zero"),
        Probe((4 * matrix, round(2 * rate * _length(matrix), 3)), shows="another matrix"),
        Probe((np.zeros(2), 1 + rate), shows="a gradient of zeros", weight=0.25),
        Probe((whole, 2.3 + rate), shows="whole numbers", weight=0.5),
        Probe(
            (0.1 * long.reshape(2, 1, 2), round(0.1 * rate, 4)),
            shows="small numbers, in all digits",
            weight=0.5,
        ),
    ]


MATRIX = np.array([[1.0, -2.0, 2.0], [-4.0, 0.0, 0.0]])
UNIT = "a long gradient must keep the length `max_norm`, not the length 1"

# fmt: off
# Those that go wrong on few probes come first: others may do the same to just these.
COMPARED = (
    inputs.changed(),
    stops("whole-numbers-in-place",
          "where the gradient holds whole numbers, `g *= …` cannot put fractions into the array: "
          "copy it with `dtype=float`, or write `g * …`", "Cannot cast ufunc"),
    answered("whole-numbers-cut-off", numbers.WHOLE, _cut),
    instead("whole-numbers-cut-off", numbers.WHOLE, _cut_factor),
    instead("divides-by-zero", "what does your formula do where the norm is 0?",
            lambda g, m: g / np.float64(_length(g)) * min(_length(g), m),
            lambda g, m: g * min(1.0, m / _length(g))),
    instead(
        "rows-apart",
        "the norm is one number for the whole gradient: the squares of all entries, whatever its "
        "shape",
        (_rows(-1), _rows(0), _scaled(lambda g: float(np.linalg.norm(g, 2)))),
        # The norms of the rows, put together as if there were nothing between them.
        (
            _scaled(lambda g, joined=joined: joined([float(np.linalg.norm(row)) for row in g]))
            for joined in (sum, max, np.mean)
        ),
        # The built-in sum adds rows where there are rows.
        (
            _if_long(lambda g, m, n: g * m / n, lambda g, root=root: root(sum(g**2)))
            for root in (np.sqrt, math.sqrt)
        ),
        _if_long(lambda g, m, n: g * m / n, lambda g: np.sqrt(np.dot(g, g))),
    ),
    answered("shape-lost", "what you return must have the shape of the gradient",
             lambda answer: answer.ravel(), lambda answer: answer[None], lambda answer: answer.T),
    instead("two-entries-only",
            "a gradient may have any number of entries; yours looks at the first two",
            _scaled(lambda g: (g[0] ** 2 + g[1] ** 2) ** 0.5),
            _scaled(lambda g: np.sqrt(g.flat[0] ** 2 + g.flat[1] ** 2))),
    instead("compares-entries",
            "compare the norm of the whole gradient with the limit, not its largest entry",
            _shortened_if(lambda g, m: _largest(g) > m),
            _shortened_if(lambda g, m: np.max(g) > m)),
    instead("compares-the-square", "compare the norm with the limit, not its square",
            _shortened_if(lambda g, m: np.sum(g * g) > m)),
    instead("compares-with-one", "the limit is `max_norm`, whatever it is; compare with that",
            _shortened_if(lambda g, m: _length(g) > 1)),
    instead("always-rescaled",
            "a gradient that is short enough must stay as it is; yours makes it longer",
            (lambda g, m, guard=guard: _always(g, m, guard) for guard in (True, False))),
    instead("sum-without-squares",
            "entries below zero must not cancel the others: add up their squares",
            _scaled(lambda g: float(np.sum(g))), _scaled(lambda g: abs(float(np.sum(g))))),
    instead("nothing-changes", "a gradient that is too long comes back as it was", lambda g, m: g),
    instead("wrong-way-round", "which gradients must be changed, the long ones or the short ones?",
            _shortened_if(lambda g, m: 0 < _length(g) < m),
            lambda g, m: g * (np.float64(m) / _length(g)) if _length(g) < m else g),
)

SCALED = (
    instead("by-value",
            "clipping each entry by itself turns the gradient; multiply all of it by one number",
            lambda g, m: np.clip(g, -m, m), lambda g, m: np.minimum(g, m),
            _if_long(lambda g, m, n: m * np.sign(g))),
    instead("count-for-length",
            "`len` counts the entries, or the rows; the norm is the root of the sum of squares",
            _scaled(len), _divided(len)),
    instead("divided-by-the-limit",
            "what is too long becomes as long as the limit: is that above or below the line?",
            _if_long(lambda g, m, n: g / n / m)),
    instead("unit-length", UNIT, _if_long(lambda g, m, n: g / n)),
    asked("limit-fixed", "the caller chooses the limit; yours is always the same",
          max_norm=[1.0, 5.0, 10.0, 0.5, 2.0]),
    instead("unit-length", UNIT, lambda g, m: g / _length(g) if np.any(g) else g),
    instead("norm-rounded", "take the norm as it is: `int`, `round` and `//` change it",
            _scaled(lambda g: int(_length(g))), _scaled(lambda g: round(_length(g))),
            _divided(lambda g: round(_length(g))), _divided(lambda g: math.ceil(_length(g)))),
    instead("half-for-root", numbers.HALF,
            _scaled(lambda g: float(np.sum(g * g)) / 2),
            _divided(lambda g: float(np.sum(g * g)) / 2)),
    instead("root-missing", "the norm is the root of the sum of the squares",
            _scaled(lambda g: float(np.sum(g * g))), _divided(lambda g: float(np.sum(g * g)))),
    instead("sum-of-absolutes",
            "the norm here is the root of the sum of the squares, not the sum of the absolutes",
            _scaled(lambda g: float(np.sum(np.abs(g)))),
            _scaled(lambda g: float(np.linalg.norm(g, 1))),
            _divided(lambda g: float(np.sum(np.abs(g))))),
    instead("largest-entry", "the norm takes all entries together, not the largest one alone",
            _scaled(_largest), _scaled(lambda g: float(np.max(g))), _divided(_largest)),
    instead("mean-for-sum",
            "the norm is the root of the sum of the squares; do you take their mean?",
            _scaled(lambda g: float(np.sqrt(np.mean(g * g)))), _scaled(lambda g: float(np.std(g))),
            _divided(lambda g: float(np.sqrt(np.mean(g * g))))),
    instead("ratio-upside-down",
            "your factor makes a long gradient longer; which of the two belongs above the line?",
            _if_long(lambda g, m, n: g * (n / m))),
    instead("half-the-factor",
            "the factor is the limit divided by the norm; one of the two is missing in yours",
            _if_long(lambda g, m, n: g * m), _if_long(lambda g, m, n: g / m)),
    instead("root-of-the-factor",
            "the factor is the limit divided by the norm, without a root or a square of it",
            _if_long(lambda g, m, n: g * math.sqrt(m / n)),
            _if_long(lambda g, m, n: g * (m / n) ** 2)),
    instead("subtracted",
            "to keep the direction, multiply all entries by the same number; do not subtract",
            _if_long(lambda g, m, n: g - (n - m)), _if_long(lambda g, m, n: g - m),
            _if_long(lambda g, m, n: g - np.sign(g) * (n - m))),
    instead("zeros",
            "a long gradient comes back as zeros: is it thrown away, or does `//` or `int` round "
            "a factor below 1 down to 0?", _if_long(lambda g, m, n: np.zeros_like(g)),
            _if_long(lambda g, m, n: 0.0)),
    instead("all-entries-equal", "every entry keeps its share; yours become all the same",
            _if_long(lambda g, m, n: np.full(g.shape, m)),
            _if_long(lambda g, m, n: np.full_like(g, m)),
            _if_long(lambda g, m, n: np.full(g.shape, m / math.sqrt(g.size))),
            _if_long(lambda g, m, n: np.full_like(g, m / math.sqrt(g.size)))),
)

RETURNED = (
    answered("absolute", "the entries lose their signs; a gradient may point to the left as well",
             lambda answer: np.abs(answer),
             lambda answer, g, max_norm: np.abs(answer) if _length(g) > max_norm else answer),
    answered("sign-flipped", "return the gradient itself; the minus sign belongs to the step",
             lambda answer: -answer,
             lambda answer, g, max_norm: -answer if _length(g) > max_norm else answer),
    instead("returned-a-number", "return the whole gradient, not a number about it",
            lambda g, m: _length(g), lambda g, m: min(_length(g), m), lambda g, m: m / _length(g),
            lambda g, m: min(1.0, m / _length(g)) if _length(g) else 1.0,
            _if_long(lambda g, m, n: m)),
    answered("more-than-the-gradient", "return the gradient and nothing beside it",
             lambda answer, g: (answer, _length(g)), lambda answer, g: (_length(g), answer),
             lambda answer: [answer]),
    numbers.rounded(4, 3, 2, 1, hint="do not round the entries; rounding is for printing"),
)
# fmt: on

clip_by_norm = Exercise(
    name="clip_by_norm",
    points=(2, 2),
    reference=right,
    examples=(
        Probe((np.array([3.0, 4.0]), 1.0), shows="a gradient that is too long"),
        Probe((np.array([-6.0, 3.0, 2.0]), 6.5), shows="one that is a little too long"),
        Probe((np.array([3.0, -4.0]), 5.0), shows="one that is short enough", weight=0.25),
        Probe((np.array([1.2, -0.5]), 2.0), shows="a short one", weight=0.25),
        Probe((np.array([0.3, 0.4]), 0.8), shows="a very short one", weight=0.25),
        Probe((np.zeros(3), 2.0), shows="a gradient of zeros", weight=0.25),
        Probe((MATRIX, 2.3), shows="a matrix of gradients"),
        Probe((np.array([6, -8]), 4.6), shows="whole numbers", weight=0.5),
    ),
    draw=_fresh,
    # All but `descent.clip_by_norm`.
    may_use=("course.landscapes", "course.optimizers", "course.schedules", "course.network"),
    mistakes=(*COMPARED, *SCALED, *RETURNED),
)
