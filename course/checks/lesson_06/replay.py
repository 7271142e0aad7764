"""An answer of `sgd_epochs`, read and walked through again.

Many orders of the rows are right, so the student's own batches are taken once more: the weights
and the losses must be those that these batches lead to. A mistake is the same walk, made wrongly.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from course.checks.compare import RTOL, numeric, plain
from course.checks.exercise import Call, atol_for

KEYS = ("w", "b", "losses", "batches")
Batches = Sequence[Sequence[np.ndarray]]


class Answer:
    """One call of `sgd_epochs`: what was asked, and what came back as far as it can be read."""

    def __init__(self, call: Call):
        """Read the call."""
        self.call = call
        self.x, self.y, self.size, self.lr, self.epochs, self.rng = call.probe.args
        self.n = len(self.x)
        self.told = _told(call.result)
        # What can be gone through only once is kept as the list that it was.
        call.result = self.told or call.result
        call.others = [_told(other) or other for other in call.others]

    @cached_property
    def weights(self) -> list[float] | None:
        """The slope and the intercept, if both are numbers."""
        got = [numeric(self.told.get(name)) for name in "wb"]
        if any(one is None or one.size != 1 for one in got):
            return None
        return [float(one.reshape(())) for one in got]

    @cached_property
    def losses(self) -> np.ndarray | None:
        """The losses in one row, if they are numbers."""
        got = numeric(self.told.get("losses"))
        return None if got is None else got.ravel()

    @cached_property
    def batches(self) -> Batches | None:
        """The rows of each batch of each epoch, if they are row numbers."""
        return rows_of(self.told.get("batches"), self.n)

    @cached_property
    def orders(self) -> list[np.ndarray]:
        """The rows of each epoch in one piece."""
        return [np.concatenate(cut) for cut in self.batches]

    @property
    def again(self) -> np.ndarray | None:
        """All rows of the second time, where the same was asked twice."""
        batches = rows_of(_told(self.call.again).get("batches"), self.n)
        return None if batches is None else np.concatenate([r for cut in batches for r in cut])

    @property
    def once(self) -> np.ndarray:
        """All rows of the first time."""
        return np.concatenate(self.orders)

    @property
    def sizes(self) -> list[int]:
        """How long the batches of an epoch must be."""
        return sizes(self.n, self.size)

    @cached_property
    def passes(self) -> bool:
        """Whether every epoch has each row once."""
        return all(np.array_equal(np.sort(order), np.arange(self.n)) for order in self.orders)

    @property
    def one_order(self) -> bool:
        """Whether all of several epochs go in the same order."""
        first, *others = self.orders
        return bool(others) and all(np.array_equal(first, order) for order in others)

    @cached_property
    def right(self) -> Walk:
        """The walk that is right for these batches."""
        return replay(self)

    def leads_to(self, walk: Walk) -> bool:
        """Return whether the weights are those where this walk ends."""
        return self.weights is not None and close(self.weights, walk.ends[-1])

    @cached_property
    def weights_right(self) -> bool:
        """Whether the weights are where the batches lead."""
        return self.leads_to(self.right)


def _told(result: object) -> dict:
    return {k: plain(v) for k, v in result.items()} if isinstance(result, Mapping) else {}


def rows_of(batches: object, n: int) -> Batches | None:
    """Return the batches as arrays of row numbers, or None where they are something else."""
    try:
        read = [[np.atleast_1d(np.asarray(rows)) for rows in cut] for cut in batches]
    except (TypeError, ValueError):
        return None
    if not read or not all(read):
        return None
    for rows in (rows for cut in read for rows in cut):
        if rows.ndim != 1 or not rows.size or rows.dtype.kind not in "iuf":
            return None
        if np.any((rows < 0) | (rows >= n) | (rows != np.floor(rows))):
            return None
    return [[rows.astype(int) for rows in cut] for cut in read]


def sizes(n: int, size: int) -> list[int]:
    """Return how long the batches of an epoch are."""
    return [min(size, n - first) for first in range(0, n, size)]


def close(got: object, wanted: object) -> bool:
    """Return whether these numbers are as good as those."""
    got, wanted = np.ravel(got), np.ravel(wanted)
    atol = atol_for(np.max(np.abs(wanted), initial=0))
    return got.size == wanted.size and bool(np.allclose(got, wanted, rtol=RTOL, atol=atol))


# --- the walk ---------------------------------------------------------------------------------


@dataclass
class Walk:
    """A walk through recorded batches.

    Attributes:
        ends: (w, b) before the first epoch and after each.
        before: For each epoch the squared errors of its batches, each before its step.
        after: The same after each step.
    """

    ends: list[tuple[float, float]]
    before: list[list[np.ndarray]] = field(default_factory=list)
    after: list[list[np.ndarray]] = field(default_factory=list)

    @property
    def sums(self) -> np.ndarray:
        """For each epoch the sum of its squared errors."""
        return np.array([np.sum(np.concatenate(epoch)) for epoch in self.before])

    @property
    def means(self) -> list[list[float]]:
        """For each epoch the mean loss of each batch."""
        return [[float(np.mean(squares)) for squares in epoch] for epoch in self.before]


def error_of(w: float, b: float, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return the line's errors."""
    return w * x + b - y


def _slopes(error: np.ndarray, x: np.ndarray) -> np.ndarray:
    return np.array([2 * np.mean(error * x), 2 * np.mean(error)])


def replay(
    a: Answer,
    batches: Batches | None = None,
    *,
    lr: float | Callable | None = None,
    slopes: Callable | None = None,
    error: Callable = error_of,
    keep: Callable = lambda weight: weight,
    start: Sequence[float] = (0.0, 0.0),
    restart: bool = False,
    stale: bool = False,
    last_only: bool = False,
    in_turn: bool = False,
    x_rows: Callable | None = None,
    y_rows: Callable | None = None,
) -> Walk:
    """Walk through batches, as it is right or, with an option, as a mistake would.

    Args:
        a: What was asked and answered.
        batches: For each epoch the rows of each batch; those of the answer if not given.
        lr: Another learning rate than the one that was asked, or a function of the answer.
        slopes: (array of both slopes, rows in the batch, a) to what is used in their place.
        error: (w, b, x, y) to the errors.
        keep: What becomes of each weight after a step.
        start: (w, b) before the first step.
        restart: Every epoch starts anew.
        stale: All slopes of an epoch are taken where the epoch began.
        last_only: Only the last batch of an epoch makes a step.
        in_turn: b's slope is taken after w has moved.
        x_rows: (a, epoch, first place in the order, rows) to the rows of x that are used.
        y_rows: The same for y.
    """
    rate = a.lr if lr is None else lr(a) if callable(lr) else lr
    w, b = start
    walk = Walk([(w, b)])
    for e, cut in enumerate(a.batches if batches is None else batches):
        if restart:
            w, b = start
        at, first = (w, b), 0
        walk.before.append([])
        walk.after.append([])
        for k, rows in enumerate(cut):
            x = a.x[x_rows(a, e, first, rows) if x_rows else rows]
            y = a.y[y_rows(a, e, first, rows) if y_rows else rows]
            first += len(rows)
            off = error(w, b, x, y)
            both = _slopes(error(*at, x, y) if stale else off, x)
            both = slopes(both, len(rows), a) if slopes else both
            if not last_only or k == len(cut) - 1:
                w = keep(w - rate * both[0])
                both = _slopes(error(w, b, x, y), x) if in_turn else both
                b = keep(b - rate * both[1])
            walk.before[-1].append(off**2)
            walk.after[-1].append(error(w, b, x, y) ** 2)
        walk.ends.append((w, b))
    return walk
