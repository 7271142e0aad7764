"""Mistakes of fits: of a line or a plane, by descent on the mean squared error from zero."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import numpy as np

from course.checks.compare import is_whole, numeric
from course.checks.exercise import Call, Mistake, answered, asked, instead, spotted
from course.checks.families import numbers, walks
from course.regression import curvatures, least_squares, mean_squared_error


def cut(value: Any, *like: Any) -> Any:
    """Return `value` as an array keeps it that was made like others: cut off if they are whole."""
    return np.trunc(value) if is_whole(*like) else value


# --- walks ------------------------------------------------------------------------------------


def slopes(X, y, w, b, lr=None):
    """Return (dw, db) of the mean squared error."""
    error = X @ w + b - y
    return 2 / len(y) * (error @ X), 2 / len(y) * error.sum()


def places(
    X, y, lr, steps, *, slopes=slopes, start=(0.0, 0.0), keep=lambda w, b: (w, b)
) -> Iterator:
    """Yield (w, b) of shapes (d,) and () at every place of a walk, the start first.

    Args:
        X: Features, shape (n, d).
        y: Targets, shape (n,).
        lr: Learning rate.
        steps: Number of steps.
        slopes: Called with (X, y, w, b, lr), returns (dw, db).
        start: One number for all the weights, and the intercept.
        keep: What is kept of the new (w, b).
    """
    w, b = np.full(X.shape[1], start[0]), start[1]
    yield w, b
    for _ in range(steps):
        dw, db = slopes(X, y, w, b, lr)
        w, b = keep(w - lr * dw, b - lr * db)
        yield w, b


def plane(X, y, lr, steps, **how):
    """Return (w, b) at the end of a walk; see `places`."""
    *_, last = places(X, y, lr, steps, **how)
    return last


def fitted(X, y, lr, steps, start=(0.0, 0.0)):
    """Return (w, b) at the end of the right walk, without walking it where it can be done.

    A step is one table for (w, b, 1), and many steps are a power of it.

    Args:
        X: Features, shape (n, d).
        y: Targets, shape (n,).
        lr: Learning rate.
        steps: Number of steps.
        start: One number for all the weights, and the intercept.
    """
    A = np.column_stack([X, np.ones(len(y))])
    step = np.eye(A.shape[1] + 1)
    step[:-1] -= lr * 2 / len(y) * A.T @ np.column_stack([A, -y])
    begun = np.array([*np.full(X.shape[1], start[0]), start[1], 1.0])
    theta = np.linalg.matrix_power(step, steps) @ begun
    if not np.isfinite(theta).all():
        # Which of its numbers a walk loses first, only walking tells.
        theta = begun
        for _ in range(steps):
            theta = step @ theta
    return theta[:-2], theta[-2]


def rising_rate(X) -> float:
    """Return a rate a little beyond the limit: the loss of its walk rises, in numbers still."""
    return round(float(2.4 / curvatures(X, np.zeros(len(X)))[-1]), 3)


# --- wrong slopes -----------------------------------------------------------------------------


def times(of_w: float, of_b: float) -> Callable:
    """Return the right slopes, each with a factor."""

    def wrong(X, y, w, b, lr):
        dw, db = slopes(X, y, w, b)
        return of_w * dw, of_b * db

    return wrong


def _sees_new_w(X, y, w, b, lr):
    dw = slopes(X, y, w, b)[0]
    return dw, slopes(X, y, w - lr * dw, b)[1]


def _sees_new_b(X, y, w, b, lr):
    db = slopes(X, y, w, b)[1]
    return slopes(X, y, w, b - lr * db)[0], db


def _example_by_example(X, y, w, b, lr):
    """Step after each example; return the slopes that lead to the same place in one step."""
    new_w, new_b = w, b
    for row, target in zip(X, y, strict=True):
        slope = 2 * (row @ new_w + new_b - target)
        new_w, new_b = new_w - lr * slope * row, new_b - lr * slope
    return (w - new_w) / lr, (b - new_b) / lr


def _times_n(of_w: int, of_b: int) -> Callable:
    """Return the right slopes, times the number of examples to these powers."""
    return lambda X, y, w, b, lr: times(len(y) ** of_w, len(y) ** of_b)(X, y, w, b, lr)


def _x_missing(X, y, w, b, lr):
    db = slopes(X, y, w, b)[1]
    return np.full_like(w, db), db


def _swapped(X, y, w, b, lr):
    dw, db = slopes(X, y, w, b)
    return db, dw


def _of_w_alone(X, y, w, b, lr):
    """Return the slope for w twice; of several weights, which of theirs b has is not known."""
    dw, _ = slopes(X, y, w, b)
    (db,) = dw
    return dw, db


def _each_with_each(X, y, w, b, lr):
    """Return the slopes of every prediction with every target: as if each were the mean."""
    return slopes(X, np.full(len(y), np.mean(y)), w, b)


def _each_with_each_added(X, y, w, b, lr):
    dw, db = _each_with_each(X, y, w, b, lr)
    return len(y) * dw, len(y) * db


def _none_uphill(X, y, w, b, lr):
    """Return the slopes of a walk that ends where its loss is lowest, if a step raises it."""
    dw, db = slopes(X, y, w, b)
    here = np.mean((X @ w + b - y) ** 2)
    there = np.mean((X @ (w - lr * dw) + b - lr * db - y) ** 2)
    return (0 * w, 0.0) if there > here else (dw, db)


def _none_below(loss: float) -> Callable:
    """Return the slopes of a walk that ends where its loss is below a limit."""

    def wrong(X, y, w, b, lr):
        arrived = np.mean((X @ w + b - y) ** 2) < loss
        return (0 * w, 0.0) if arrived else slopes(X, y, w, b)

    return wrong


def _none_far_out(far: float, measured: Callable) -> Callable:
    """Return the slopes of a walk that ends where what is measured of it is beyond a limit."""

    def wrong(X, y, w, b, lr):
        dw, db = slopes(X, y, w, b)
        lost = measured(np.append(w, b), np.append(dw, db), X @ w + b - y) > far
        return (0 * w, 0.0) if lost else (dw, db)

    return wrong


def _none_flat(size: float, measured: Callable) -> Callable:
    """Return the slopes of a walk that ends where what is measured of them is below a size."""

    def wrong(X, y, w, b, lr):
        dw, db = slopes(X, y, w, b)
        return (0 * w, 0.0) if measured(np.append(dw, db), lr) < size else (dw, db)

    return wrong


def _steps_until(ends: Callable[[float, float], bool]) -> Callable:
    """Return how many steps a walk takes that ends by its loss: that before a step, and after."""

    def counted(X, y, lr, steps):
        X = np.reshape(X, (len(y), -1))
        losses = [np.mean((X @ w + b - y) ** 2) for w, b in places(X, y, lr, steps)]
        return next((k for k, pair in enumerate(pairwise(losses), 1) if ends(*pair)), steps)

    return counted


def _cut_both(w, b):
    return np.trunc(w), np.trunc(b)


def _cut_w(w, b):
    return np.trunc(w), b


SMALL = (1e-3, 1e-2, 1e-4, 1e-5, 1e-6, 1e-8, 0.1)
# What is looked at of all slopes, that of b the last.
OF_THE_SLOPES = (
    lambda g, lr: np.linalg.norm(g),
    lambda g, lr: np.linalg.norm(g[:-1]),
    lambda g, lr: np.max(np.abs(g)),
    lambda g, lr: np.max(np.abs(g)) * lr,
)
# What is looked at of the weights, all slopes and the errors.
OF_A_WALK = (
    lambda weights, slopes, errors: np.max(np.abs(weights)),
    lambda weights, slopes, errors: np.max(np.abs(slopes)),
    lambda weights, slopes, errors: np.mean(errors**2),
)
COLUMN_MINUS_ROW = (
    "every prediction meets every target, not its own alone: print the shape of your errors; a "
    "column of shape (n, 1) minus a row of shape (n,) makes such a table"
)
LITTLE = "take all the steps, even where one changes hardly anything: the digits still change"

# fmt: off
WRONG_SLOPES = (
    ("sequential", "measure both slopes at the same place; yours for b already sees the new w",
     _sees_new_w),
    ("sequential-b-first",
     "measure both slopes at the same place; yours for w already sees the new b", _sees_new_b),
    ("stale-gradient", "the slopes change as you walk; measure them again at every step",
     lambda X, y, w, b, lr: slopes(X, y, 0 * w, 0.0)),
    ("b-not-moved", "the intercept never leaves zero", times(1, 0)),
    ("w-not-moved", "only the intercept moves; w never leaves zero", times(0, 1)),
    ("b-not-in-prediction", "you measure the errors without the intercept",
     lambda X, y, w, b, lr: slopes(X, y, w, 0.0)),
    ("x-missing", "how much does a prediction change when w changes by 1?", _x_missing),
    ("factor-2-missing-in-dw", "one of your two slopes lacks its factor", times(0.5, 1)),
    ("factor-2-missing-in-db", "one of your two slopes lacks its factor", times(1, 0.5)),
    *(("one-slope-uphill", "one of w and b moves uphill; look at the sign of its step", wrong)
      for wrong in (times(1, -1), times(-1, 1))),
    *(("sum-for-mean-in-one-slope",
       "one of your two slopes grows with the number of examples; both are means", wrong)
      for wrong in (_times_n(0, 1), _times_n(1, 0))),
    *(("divided-twice-in-one-slope",
       "one of your two slopes is divided by the number of examples a second time", wrong)
      for wrong in (_times_n(0, -1), _times_n(-1, 0))),
    ("b-subtracted", "with which sign does the intercept stand in your predictions?",
     lambda X, y, w, b, lr: slopes(X, y, w, -b)),
    ("each-example", "take one step for all examples together, not one after each example",
     _example_by_example),
    ("slopes-swapped", "which of the two slopes comes first? Yours for b moves w, and that of w b",
     _swapped),
    ("b-by-the-slope-for-w", "each of w and b has a slope of its own; your b moves by that for w",
     _of_w_alone),
    ("lowest-kept",
     "where the rate is too large the loss rises; return where the walk is after all its steps",
     _none_uphill),
    ("last-example-only", "only the last example moves your weights",
     lambda X, y, w, b, lr: slopes(X[-1:], y[-1:], w, b)),
    ("column-minus-row", COLUMN_MINUS_ROW, _each_with_each),
    ("column-minus-row", COLUMN_MINUS_ROW, _each_with_each_added),
    *(("stops-early",
       "take all the steps, even where the loss is small: the digits still change",
       _none_below(loss)) for loss in SMALL),
    *(("stops-when-little-changes", LITTLE, _none_flat(size, measured))
      for measured in OF_THE_SLOPES for size in SMALL),
    *(("stops-when-little-changes", LITTLE, _none_flat(size, lambda g, lr: abs(g[-1])))
      for size in (1e-12, 1e-10, *SMALL)),
    *(("stops-far-out", walks.RUNS_AWAY, _none_far_out(far, measured))
      for measured in OF_A_WALK for far in walks.FAR),
)
# fmt: on


def _weights_of(answer: Any) -> np.ndarray | None:
    """Return the weights and the intercept of an answer in one row, None where it has none."""
    try:
        w, b = (np.ravel(np.asarray(part, dtype=float)) for part in answer)
    except (TypeError, ValueError, OverflowError):
        return None
    return np.append(w, b) if b.size == 1 else None


def _column_for_each_target(call: Call) -> bool:
    """Tell weights with one more axis, as long as there are targets; 1 long before any step."""
    try:
        w = numeric(call.result[0])
    except (TypeError, IndexError, KeyError):
        return False
    X, y = (call.named[name] for name in list(call.named)[:2])
    many = 1 if call.named.get("steps") == 0 else len(y)
    return w is not None and w.shape == (*np.shape(X)[1:], many)


def _moved_without_a_step(call: Call) -> bool:
    """Tell a walk of no steps that is not at zero."""
    weights = _weights_of(call.result) if call.named.get("steps") == 0 else None
    return weights is not None and bool(np.isfinite(weights).all() and weights.any())


def moved_without_a_step() -> Mistake:
    """Return the mistake of a start that is not zero, whatever it is: for the end of a list."""
    return spotted(
        "moved-without-a-step",
        "with `steps=0` the answer is the start, where w and b are zero; yours is elsewhere: "
        "what does your walk begin with, and how often does its loop run?",
        _moved_without_a_step,
        once=True,
    )


def ones_first() -> list[Mistake]:
    """Return the mistakes of a column of ones at one end and an intercept read at the other."""
    return [
        answered("b-read-as-a-weight",
            "your column of ones stands first, so the intercept comes out first, not last",
            lambda fit: (np.append(fit[1], fit[0][:-1]), fit[0][-1])),
        answered("weight-read-as-b",
            "your column of ones stands last, so the intercept comes out last, not first",
            lambda fit: (np.append(fit[0][1:], fit[1]), fit[0][0])),
    ]  # fmt: skip


# --- mistakes ---------------------------------------------------------------------------------


def of_a_fit(right: Callable, walk: Callable, lr: float, steps: int) -> list[Mistake]:
    """Return the mistakes of any fit by descent: (X, y, lr, steps) → (w, b).

    Args:
        right: The exercise's reference, with its default values.
        walk: The same with the options of `places`, without default values.
        lr: The default rate that is right.
        steps: The default number of steps that is right.
    """

    def otherwise(**how) -> Callable:
        return lambda X, y, lr=lr, steps=steps: walk(X, y, lr, steps, **how)

    def rate_given(other):
        return lambda X, y, lr=other, steps=steps: right(X, y, lr, steps)

    def steps_given(other):
        return lambda X, y, lr=lr, steps=other: right(X, y, lr, steps)

    def where_whole(keep):
        def wrong(X, y, lr=lr, steps=steps):
            return walk(X, y, lr, steps, **({"keep": keep} if is_whole(X) else {}))

        return wrong

    def with_loss(X, y, lr=lr, steps=steps):
        w, b = right(X, y, lr, steps)
        return w, b, mean_squared_error(X, y, w, b)

    def beside_loss(X, y, lr=lr, steps=steps):
        *fit, loss = with_loss(X, y, lr, steps)
        return tuple(fit), loss

    def until(ends):
        counted = _steps_until(ends)
        return lambda X, y, lr=lr, steps=steps: right(X, y, lr, counted(X, y, lr, steps))

    def first_step(X, y, lr=lr, steps=steps):
        return right(X, y, lr, 1) if steps else None

    def from_zero(X, y, lr=lr, steps=steps):
        """Begin every step where w and b are zero."""
        return right(X, y, lr, min(steps, 1))

    def set_in_the_loop(X, y, lr=lr, steps=steps):
        """Begin every step where w and b are zero, and without a step nowhere."""
        if not steps:
            raise UnboundLocalError
        return right(X, y, lr, 1)

    def goes_on(call: Call) -> bool:
        """Tell a walk that goes on where the one before it ended, where asked twice."""
        if not call.probe.more or not call.named.get("steps"):
            return False
        first, second = (_weights_of(answer) for answer in (call.result, call.again))
        if first is None or second is None or first.shape != second.shape:
            return False
        (w, b), (X, y, *how) = (first[:-1], first[-1]), call.named.values()
        if len(w) != (1 if np.ndim(X) == 1 else X.shape[1]):
            return False
        return any(
            np.allclose(_weights_of(walk(X, y, *how, start=start)), second, rtol=1e-4)
            for start in ((w, b), (w, 0.0), (0.0, b))
        ) and not np.allclose(first, second)

    rates = [rate for rate in (0.1, 0.01, 0.001, 0.05, 1e-4, 1e-7) if rate != lr]
    counts = [count for count in (500, 1000, 100, 20, 10, 200, 2000) if count != steps]
    # fmt: off
    return [
        instead("other-default-rate", f"the default learning rate must be {lr:g}",
            map(rate_given, rates)),
        instead("other-default-steps", f"the default number of steps must be {steps}",
            map(steps_given, counts)),
        instead("no-default", f"`lr` and `steps` must have default values: {lr:g} and {steps}",
            lambda X, y, lr, steps: right(X, y, lr, steps),
            lambda X, y, lr, steps=steps: right(X, y, lr, steps)),
        answered("swapped", "return w first and b second", lambda fit: (fit[1], fit[0])),
        *walks.of_the_rate((lr, *rates)),
        asked("factor-2-missing",
            "your steps are half as long as they should be; the slope of a square brings a factor",
            lr=lambda lr: lr / 2),
        asked("sum-for-mean", "the slopes are means over the examples, not sums",
            lr=lambda lr, y: lr * len(y)),
        asked("divided-by-five",
            "the houses are five, other data are not: divide by how many examples there are",
            lr=lambda lr, y: lr * len(y) / 5),
        *(instead(label, hint, otherwise(slopes=wrong)) for label, hint, wrong in WRONG_SLOPES),
        spotted("column-minus-row", COLUMN_MINUS_ROW, _column_for_each_target),
        instead("stops-when-little-changes", LITTLE,
            *(until(lambda old, new, change=change: abs(old - new) < change)
                for change in (1e-6, 1e-3, 1e-4, 1e-5, 1e-7, 1e-8, 1e-9, 1e-10, 1e-2))),
        instead("stops-when-the-loss-rises",
            "where the rate is too large the loss rises; take all the steps nevertheless",
            until(lambda old, new: new > old)),
        asked("one-step-too-many", "count your steps: there must be as many as the caller says",
            steps=lambda steps: steps + 1),
        asked("one-step-too-few", "count your steps: there must be as many as the caller says",
            steps=lambda steps: max(steps - 1, 0)),
        asked("steps-fixed", "the caller chooses the number of steps; yours is always the same",
            steps=[steps, *counts]),
        instead("first-step-alone",
            "however many steps there are, you end where the first one does: does each round "
            "begin with the new w and b, not at zero again, and is no `return` in the loop?",
            from_zero, set_in_the_loop),
        instead("return-in-the-loop",
            "the function returns during its first step; how far is your `return` indented?",
            first_step),
        instead("start-not-zero",
            "the walk must start where w and b are zero; yours starts elsewhere",
            *(otherwise(start=start) for start in ((1.0, 1.0), (0.05, 100.0), (1.0, 0.0)))),
        spotted("goes-on-from-the-last-call",
            "asked again, the walk begins where it ended before: set w and b to zero inside the "
            "function, not above it and not among its arguments", goes_on, once=True),
        instead("loss-too", "return w and b, and nothing more", with_loss, beside_loss),
        answered("w-only", "return two things: b is missing", lambda fit: fit[0]),
        numbers.rounded(2, 3, 4),
        instead("closed-form",
            "that is the best line itself; here the question is where the walk is after its steps",
            lambda X, y, lr=lr, steps=steps: least_squares(X, y)),
        instead("weights-cut-off",
            "your weights stay whole numbers: an array made of whole numbers, or with "
            "`dtype=int`, cuts off what stands after the point; make it with `np.zeros`",
            *(otherwise(keep=keep) for keep in (_cut_both, _cut_w))),
        instead("whole-numbers-cut-off", numbers.WHOLE + ", or with `np.zeros`",
            *(where_whole(keep) for keep in (_cut_both, _cut_w))),
    ]
    # fmt: on
