"""fit_gd(Z, y, lr=0.1, steps=1000): gradient descent with several features."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from course.checks import drawn
from course.checks.drawn import ROOMS, TABLE, TARGETS, WHOLE_TABLE, WHOLE_Y
from course.checks.exercise import Exercise, Probe, answered, asked, instead
from course.checks.families import fits, inputs
from course.regression import standardize


def plane(Z, y, lr=0.1, steps=1000) -> tuple:
    """Return (w, b) of shapes (d,) and () at the end of the walk: what is right."""
    return fits.fitted(Z, y, lr, steps)


def _weight_by_weight(Z, y, w, b, lr):
    new = w.copy()
    for i in range(len(w)):
        new[i] -= lr * fits.slopes(Z, y, new, b)[0][i]
    return (w - new) / lr, fits.slopes(Z, y, new, b)[1]


def _each_with_b(Z, y, w, b, lr):
    """Move each weight and then the intercept, with slopes from there; return what moved them."""
    new_w, new_b = w.copy(), b
    for i in range(len(w)):
        dw, db = fits.slopes(Z, y, new_w, new_b)
        new_w[i], new_b = new_w[i] - lr * dw[i], new_b - lr * db
    return (w - new_w) / lr, (b - new_b) / lr


def _one_slope(Z, y, w, b, lr):
    dw, db = fits.slopes(Z, y, w, b)
    return np.full_like(w, np.mean(dw)), db


def _mean_of_the_sums(Z, y, w, b, lr):
    dw, db = fits.slopes(Z, y, w, b)
    return np.full_like(w, len(y) * np.mean(dw)), db


def _over_the_columns(Z, y, w, b, lr):
    return fits.times(len(y) / Z.shape[1], 1)(Z, y, w, b, lr)


def _otherwise(**how):
    """Return a wrong walk; see `fits.places`."""
    return lambda Z, y, lr=0.1, steps=1000: fits.plane(Z, y, lr, steps, **how)


def _from_the_mean(Z, y, lr=0.1, steps=1000):
    start = 0.0, np.mean(y)
    return fits.plane(Z, y, lr, steps, slopes=fits.times(1, 0), start=start)


def _begun_with(shape: Callable):
    """Return the walk whose weights are zeros of another shape, which `shape` tells of Z."""

    def wrong(Z, y, lr=0.1, steps=1000):
        w, b = np.zeros(shape(Z)), 0.0
        for _ in range(steps):
            errors = Z @ w + b - y
            w, b = w - lr * 2 / len(y) * (Z.T @ errors), b - lr * 2 * np.mean(errors)
        return w, b

    return wrong


def _not_averaged(Z, y, w, b, lr):
    return fits.slopes(Z, y, w, b)[0], 2 * (Z @ w + b - y)


def _flat(Z: np.ndarray) -> np.ndarray:
    """Return Z with a second column so small that 1000 steps are not enough.

    Not centred: there the intercept of a diverging walk would be nothing but rounding.
    """
    return Z * np.array([1.0, 0.1])


def _valley(Z: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return rows and targets whose slopes for w have the norm 9e-7, all the way.

    At a rate of 0.4, sixteen steps lead to weights of some times the tolerance; more of them would
    make a walk that goes away into nothing but rounding.
    """
    centred = Z - np.mean(Z, axis=0)
    along = np.sum(centred, axis=1)
    slopes = 2 / len(Z) * centred.T @ along
    return 1e-6 * centred, 0.5 + 0.9 * along / np.linalg.norm(slopes)


def _fresh(rng: np.random.Generator) -> list[Probe]:
    n, steps = int(rng.integers(6, 10)), int(rng.integers(3, 7))
    Z, y = drawn.array(rng, n, 3, low=-1, high=2), drawn.array(rng, n, low=2, high=9)
    whole = np.column_stack([drawn.whole(rng, 5, -1, 3), drawn.whole(rng, 5, -2, 2)])
    lr = drawn.number(rng, 0.02, 0.08)
    # The slope for b is nothing from the first step on, and those for w are not.
    around_0 = drawn.with_opposites(Z[:3]), drawn.with_opposites(y[:3] / 50)
    # Beyond the limit: the walk goes away, and the answer is where it is after its steps.
    rising = fits.rising_rate(Z[:, :2])
    return [
        Probe((Z, y), {"lr": lr, "steps": steps}, "three features, few steps", more=1),
        Probe((Z[:, :2], -y, rising, 2 * steps), shows="targets below zero"),
        Probe((Z[:, :1], y, lr, 5), shows="a single feature"),
        Probe((whole, drawn.whole(rng, 5), lr, steps + 1), shows="a table of whole numbers"),
        Probe((Z, y / 500, lr / 10, 120), shows="small weights, in all their digits"),
        Probe((*around_0, lr, 3), shows="small weights, in all their digits", weight=0.5),
        # So flat that who stops where slopes are small stops here, and still on the way.
        Probe((Z, y / 2000, lr, 60), shows="small weights, in all their digits"),
        # All slopes are next to nothing, and so is what is to be found.
        Probe((Z, y / 1e10, lr, steps), shows="tiny targets, with tiny slopes", weight=0.5),
        # The intercept arrives, and the weights have all their way to go, in tiny steps.
        Probe((*_valley(Z[:, :2]), 0.4, 16), shows="a walk along a flat valley", weight=0.5),
        Probe((_flat(Z[:, :2]), y), shows="rate 0.1 and 1000 steps where none are given"),
        # So slow that it has not arrived: another number of steps ends elsewhere.
        Probe((Z, y, lr / 100), shows="1000 steps where no number is given", weight=0.5),
        Probe((Z, y, lr, 0), shows="no step at all", weight=0.5),
        # Odd or even: slopes that are clipped jump back to where a walk that stops would be.
        Probe(
            (Z[:, :2], y, 10 * rising, 12 + int(rng.integers(2))),
            shows="a walk that runs away",
            weight=0.5,
        ),
    ]


# fmt: off
MISTAKES = (
    inputs.changed(),
    *fits.of_a_fit(plane, fits.plane, 0.1, 1000),
    instead("weight-by-weight", "all weights move at once; yours are changed one after the other",
        _otherwise(slopes=_weight_by_weight), _otherwise(slopes=_each_with_b)),
    instead("one-slope-for-all", "each weight has a slope of its own; yours all get the same mean",
        _otherwise(slopes=_one_slope), _otherwise(slopes=_mean_of_the_sums)),
    asked("divided-by-d",
        "the mean is over the examples: divide by the number of rows, not of columns",
        lr=lambda lr, Z, y: lr * len(y) / Z.shape[1]),
    instead("divided-by-d",
        "the mean is over the examples: divide by the number of rows, not of columns",
        _otherwise(slopes=_over_the_columns)),
    instead("divided-by-all-entries",
        "the mean is over the examples: divide by the number of rows, not of all entries",
        lambda Z, y, lr=0.1,
            steps=1000: fits.plane(Z, y, lr, steps, slopes=fits.times(1 / Z.shape[1], 1))),
    asked("scaled-again", "do not scale inside: fit the features as they come",
        Z=lambda Z: standardize(Z)[0]),
    instead("b-is-the-mean", "the intercept walks as well, from zero; it is not the mean of y",
        _from_the_mean),
    answered("one-vector", "return the weights and the intercept apart: two things",
        lambda fit: np.append(*fit), lambda fit: np.append(fit[1], fit[0])),
    *fits.ones_first(),
    answered("column-for-w",
        "let w be of shape (d,), a row of d numbers, and not a table of d rows",
        lambda fit: (fit[0][:, None], fit[1])),
    instead("column-minus-row",
        "a column of shape (n, 1) minus y of shape (n,) gives a whole table (n, n); let w be of "
        "shape (d,)", _begun_with(lambda Z: (Z.shape[1], 1))),
    instead("weight-for-each-row",
        "w holds one weight for each column of Z, `Z.shape[1]` of them; `len(Z)` counts the rows",
        _begun_with(len)),
    instead("three-weights-always",
        "the houses have three columns, other tables have not: `Z.shape[1]` counts them",
        _begun_with(lambda Z: 3)),
    instead("weight-for-each-entry",
        "w holds one weight for each column of Z, `Z.shape[1]` of them; `Z.shape` is that of the "
        "whole table", _begun_with(lambda Z: Z.shape)),
    instead("one-weight-for-all",
        "w begins as an array with one zero for each column of Z, not as the number 0: "
        "`np.zeros(…)` makes it", _begun_with(lambda Z: ())),
    instead("intercept-for-each-row",
        "the errors are one for each row, and the intercept is one number: its slope is their "
        "mean, times 2", _otherwise(slopes=_not_averaged)),
    fits.moved_without_a_step(),
)
# fmt: on

fit_gd = Exercise(
    name="fit_gd",
    points=(3, 3),
    parts=("w", "b"),
    reference=plane,
    examples=(
        Probe((TABLE, TARGETS, 0.1, 2), shows="two steps with two features"),
        Probe((TABLE[:, ::-1], -TARGETS), {"lr": 0.05, "steps": 20}, "twenty steps"),
        Probe((WHOLE_TABLE[:4], WHOLE_Y, 0.03, 4), shows="a table of whole numbers"),
        Probe((standardize(ROOMS.x)[0], ROOMS.y), {"steps": 7}, "the scaled houses"),
        Probe((_flat(TABLE), TARGETS), shows="rate 0.1 and 1000 steps where none are given"),
        Probe((TABLE[:, :1], TARGETS), {"steps": 0}, "no step at all", weight=0.5),
    ),
    draw=_fresh,
    tiny=True,
    # A thousand steps in float32 leave three digits of a weight in a flat direction.
    rtol=2e-4,
    mistakes=MISTAKES,
)
