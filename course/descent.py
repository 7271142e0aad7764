"""The algorithms, each once: numerical gradients, the descent loop, and mini-batches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from course.landscapes import Landscape
from course.optimizers import Optimizer, Rate, gradient_descent
from course.schedules import Schedule
from course.validate import (
    InputError,
    any_numbers,
    array_numbers,
    count,
    explained,
    function,
    generator,
    number,
    numbers,
    pairs,
    shown,
)

# Weights to losses, or to slopes.
Function = Callable[[Any], Any]

# A run has converged when its gradient has shrunk to this part of the largest one it met.
CONVERGED = 1e-4
# Two weights are "the same again" in a cycle when they differ by less than this part of a step.
SAME = 1e-6
# A step below this part of the longest one is rounding.
REAL = 1e-8
# A loss that is higher by less than this part is as high: the rest is rounding.
HIGHER = 1e-12
# A run crawls when a step changes its slope by this part or less.
SLOW = 0.05
LONGEST_CYCLE = 8
# The square of a number below this has lost digits, or is 0.
TINY = 1e-150
# NumPy would divide by 0 without a word. No function of its own: answers may call what asks this.
# It is asked at each slope, and of a single number an array takes longer than the slope.
NO_SHIFT = "the shift is 0"


def _shift(name: str, value: Any) -> np.ndarray:
    """Return how far to look away from a place, or raise InputError naming `name`."""
    h = array_numbers(name, value)
    if not np.all(h):
        raise InputError(f"{name} must not be 0, but it is {shown(value)}")
    return h


@explained(f=function, w=array_numbers, h=_shift)
def forward_difference(f: Function, w: Any, h: float = 1e-4) -> Any:
    """Return (f(w + h) − f(w))/h at each weight of `w`; its error shrinks like h.

    Args:
        f: Weights to losses of the same shape: each weight is a problem of its own.
        w: One weight, or an array of them.
        h: The shift, in the unit of `w`; not 0.

    Raises:
        InputError: `f` is no function, or `w` or `h` cannot be used.

    Example:
        >>> from course.descent import forward_difference
        >>> print(f"{forward_difference(lambda w: w * w, 3.0, h=0.1):.3f}")
        6.100
    """
    if not (h if isinstance(h, float) else np.all(h)):
        raise ZeroDivisionError(NO_SHIFT)
    return (f(w + h) - f(w)) / h


@explained(f=function, w=array_numbers, h=_shift)
def central_difference(f: Function, w: Any, h: float = 1e-4) -> Any:
    """Return (f(w + h) − f(w − h))/(2h) at each weight of `w`; its error shrinks like h².

    Args:
        f: Weights to losses of the same shape: each weight is a problem of its own.
        w: One weight, or an array of them.
        h: The shift, in the unit of `w`; not 0.

    Raises:
        InputError: `f` is no function, or `w` or `h` cannot be used.

    Example:
        >>> from course.descent import central_difference
        >>> print(f"{central_difference(lambda w: w * w, 3.0, h=0.1):.3f}")
        6.000
    """
    if not (h if isinstance(h, float) else np.all(h)):
        raise ZeroDivisionError(NO_SHIFT)
    return (f(w + h) - f(w - h)) / (2 * h)


def numerical_gradient(f: Function, w: ArrayLike, h: float = 1e-4) -> np.ndarray:
    """Return the gradient of `f`, a function of one point (d,), by central differences.

    Costs 2d calls of `f`. Use it to check a gradient, not to train with.

    Args:
        f: A point (d,) to one number.
        w: The point, shape (d,).
        h: The shift, in the unit of `w`; above 0.

    Raises:
        InputError: `f` is no function of a point to one number, `w` is not finite numbers, or
            `h` is not above 0.

    Example:
        >>> from course.descent import numerical_gradient
        >>> numerical_gradient(lambda w: w[0] ** 2 + 3 * w[1], [2.0, 5.0]).round(6)
        array([4., 3.])
    """
    f, point = function("f", f), numbers("w", w)
    h = number("h", h, positive=True)
    gradient = np.empty_like(point)
    for i in np.ndindex(point.shape):
        shift = np.zeros_like(point)
        shift[i] = h
        after, before = f(point + shift), f(point - shift)
        try:
            slope = (after - before) / (2 * h)
        except TypeError:
            raise InputError(
                f"f must return one number for a point, but it returned {shown(after)}"
            ) from None
        if np.ndim(slope) != 0:
            raise InputError(
                "f must return one number for a point, but it returned an array of shape "
                f"{np.shape(slope)}"
            )
        gradient[i] = slope
    return gradient


def clip_by_norm(g: ArrayLike, max_norm: float) -> np.ndarray:
    """Return `g`, shortened to the norm `max_norm` where it is longer; its direction stays.

    The norm is that of all entries together, whatever the shape (Pascanu et al. 2013).

    Raises:
        InputError: `g` is no array of numbers, or `max_norm` is not above 0.

    Example:
        >>> from course.descent import clip_by_norm
        >>> clip_by_norm([6.0, 8.0], max_norm=5.0)
        array([3., 4.])
    """
    long = any_numbers("g", g)
    max_norm = number("max_norm", max_norm, positive=True)
    with np.errstate(over="ignore", under="ignore"):
        norm = float(np.sqrt(np.sum(long * long)))
        if not TINY < norm < np.inf and np.any(long) and np.all(np.isfinite(long)):
            # The squares are no numbers that a computer can hold, but the entries are.
            largest = float(np.max(np.abs(long)))
            part = long / largest
            length = float(np.sqrt(np.sum(part * part)))
            return part * (max_norm / length) if largest * length > max_norm else long
    return long * (max_norm / norm) if norm > max_norm else long


@dataclass(frozen=True)
class Path:
    """What a descent did, for one run or for many at once (the middle axes).

    Attributes:
        landscape: Where it walked.
        lr: The learning rate of each run, or the schedule.
        weights: Shape (steps + 1, runs…) on landscapes of one weight, else (steps + 1, runs…, d).
        slopes: The gradients it used, of the same shape; the last is where it stopped.

    Example:
        >>> from course.descent import descend
        >>> from course.landscapes import parabola
        >>> path = descend(parabola, start=0.0, lr=0.25, steps=3)
        >>> path.weights
        array([0. , 2. , 3. , 3.5])
        >>> path.losses
        array([18.  ,  6.  ,  3.  ,  2.25])
        >>> path.outcome
        'still moving'
    """

    landscape: Landscape
    lr: ArrayLike | Schedule
    weights: np.ndarray
    slopes: np.ndarray

    @property
    def steps(self) -> int:
        """How many steps were taken."""
        return len(self.weights) - 1

    @property
    def final(self) -> Any:
        """The last weights: a float or an array without the step axis."""
        return self.weights[-1]

    @cached_property
    def losses(self) -> np.ndarray:
        """Losses, shape (steps + 1, runs…); infinite where they cannot be computed."""
        with np.errstate(all="ignore"):
            losses = self.landscape.value(self.weights)
        return np.where(np.isfinite(losses), losses, np.inf)

    @cached_property
    def gradient_norms(self) -> np.ndarray:
        """Lengths of the gradients, shape (steps + 1, runs…); infinite if not computable."""
        with np.errstate(all="ignore"):
            norms = np.linalg.norm(self._vectors(self.slopes), axis=-1)
        return np.where(np.isfinite(norms), norms, np.inf)

    @cached_property
    def turns(self) -> Any:
        """How often a step went against the one before it, for each run: it overshot.

        Steps below 1/100,000,000 of the longest one are rounding, and are not counted.
        """
        moves = np.diff(self._vectors(self.weights), axis=0)
        with np.errstate(all="ignore"):
            lengths = np.linalg.norm(moves, axis=-1)
            real = lengths > REAL * np.max(lengths, axis=0, initial=0.0)
            back = np.sum(moves[1:] * moves[:-1], axis=-1) < 0
            return np.sum(back & real[1:] & real[:-1], axis=0)[()]

    @cached_property
    def outcome(self) -> Any:
        """How each run ended: a string for one run, an array of strings for many.

        - "diverged": not finite, or the loss above all before it, by more than rounding, and the
          steps growing.
        - "frozen": the last step changed nothing although the slope there is not small, or it
          stands higher than it began: the step is smaller than the spacing of floats.
        - "converged": the gradient is down to 1/10,000 of the largest one met.
        - "cycling": the same 2 to 8 places again and again.
        - "oscillating": at least half of the last 20 steps turn back, and no place comes again.
        - "still moving": none of these.
        """
        weights = self._vectors(self.weights)
        losses, norms = self.losses, self.gradient_norms
        with np.errstate(all="ignore"):
            moves = np.diff(weights, axis=0)
            lengths = np.linalg.norm(moves, axis=-1)
            rising = np.zeros(losses.shape[1:], dtype=bool)
            turning, still = rising.copy(), rising.copy()
            if self.steps >= 2:
                most = np.max(losses[:-1], axis=0)
                rising = losses[-1] > most + HIGHER * np.abs(most)
                rising &= lengths[-1] >= lengths[-2]
                recent = moves[-21:]
                turns = np.sum(recent[1:] * recent[:-1], axis=-1) < 0
                turning = np.mean(turns, axis=0) >= 0.5
            if self.steps >= 1:
                still = np.all(moves[-1] == 0, axis=-1)
            finite = np.isfinite(losses[-1]) & np.all(np.isfinite(weights[-1]), axis=-1)
            flat = np.isfinite(norms[-1]) & (norms[-1] <= CONVERGED * np.max(norms, axis=0))
            higher = losses[-1] > losses[0]
        verdicts = [
            (~finite | rising, "diverged"),
            (still & (~flat | higher), "frozen"),
            (flat & ~higher, "converged"),
            (self._cycles(weights, lengths), "cycling"),
            (turning, "oscillating"),
        ]
        outcome = np.full(losses.shape[1:], "still moving", dtype=object)
        for holds, verdict in reversed(verdicts):
            outcome[holds] = verdict
        return outcome[()] if outcome.ndim else outcome.item()

    @cached_property
    def behaviour(self) -> Any:
        """What each run does, in the words of lesson 2: a string, or an array of strings.

        - "diverges", "cycles", "freezes": as its outcome says.
        - "stays": it began where the slope is zero, and has never moved.
        - "overshoots and settles": it converged, and at least half of its steps turned back.
        - "smooth": it converged, and did not overshoot so often.
        - "crawls": it did not converge yet, and its last step changed the length of the slope by
          5 % at most.
        - "smooth, not there yet", "overshoots, not there yet": all others.
        """
        moves = np.diff(self._vectors(self.weights), axis=0)
        norms = self.gradient_norms
        with np.errstate(all="ignore"):
            lengths = np.linalg.norm(moves, axis=-1)
            real = np.sum(lengths > REAL * np.max(lengths, axis=0, initial=0.0), axis=0)
            crawling = np.zeros(norms.shape[1:], dtype=bool)
            if self.steps:
                crawling = np.abs(norms[-1] / norms[-2] - 1) <= SLOW
        overshooting = np.asarray(self.turns) >= 0.5 * np.maximum(real - 1, 1)
        outcome = np.asarray(self.outcome, dtype=object)
        there = outcome == "converged"
        staying = there & (len(moves) > 0) & np.all(lengths == 0, axis=0)
        words = np.full(outcome.shape, "smooth, not there yet", dtype=object)
        for holds, word in (
            (crawling, "crawls"),
            (overshooting, "overshoots, not there yet"),
            (there, "smooth"),
            (there & overshooting, "overshoots and settles"),
            (staying, "stays"),
            (outcome == "cycling", "cycles"),
            (outcome == "frozen", "freezes"),
            (outcome == "diverged", "diverges"),
        ):
            words[holds] = word
        return words if words.ndim else words.item()

    def run(self, index: ArrayLike) -> Path:
        """Return one of many runs as a Path of its own.

        Args:
            index: Which one: a number, or one for each axis of the runs.

        Example:
            >>> from course.descent import descend
            >>> from course.landscapes import parabola
            >>> both = descend(parabola, start=[0.0, 8.0], lr=0.25, steps=3)
            >>> both.run(1).weights
            array([8. , 6. , 5. , 4.5])
        """
        chosen = (slice(None), *np.atleast_1d(index))
        lr = self.lr
        if not callable(lr) and np.ndim(lr) > 0:
            lr = np.broadcast_to(lr, self.losses.shape[1:])[chosen[1:]]
        return Path(self.landscape, lr, self.weights[chosen], self.slopes[chosen])

    def _vectors(self, array: np.ndarray) -> np.ndarray:
        """Return `array` with the weights of one run on its last axis, however many they are."""
        return array[..., None] if self.landscape.dimensions == 1 else array

    def _cycles(self, weights: np.ndarray, lengths: np.ndarray) -> np.ndarray:
        cycling = np.zeros(weights.shape[1:-1], dtype=bool)
        for period in range(2, min(LONGEST_CYCLE, (self.steps + 1) // 2) + 1):
            late = weights[-period:]
            before = weights[-2 * period : -period]
            with np.errstate(all="ignore"):
                drift = np.max(np.linalg.norm(late - before, axis=-1), axis=0)
                cycling |= drift < SAME * np.min(lengths[-period:], axis=0)
        return cycling


def descend(
    landscape: Landscape,
    start: ArrayLike,
    lr: ArrayLike | Schedule,
    steps: int,
    *,
    optimizer: Optimizer | None = None,
    gradient: Function | None = None,
) -> Path:
    """Walk downhill from `start`, and return the Path with every weight on the way.

    Args:
        landscape: Where to walk.
        start: One start, or an array of starts: shape (runs…) on landscapes of one weight,
            (runs…, d) on those of d weights.
        lr: The learning rate: a number, an array that broadcasts against the runs, or a schedule
            (a function of the step number 0, 1, 2, ... that returns a rate, or an array of them
            that broadcasts against the starts).
        steps: How many steps to take, 0 or more.
        optimizer: The update rule; plain gradient descent if not given.
        gradient: What to use instead of the landscape's own gradient (a numerical one, say).

    Raises:
        InputError: An argument cannot be used; the message names it.

    A run that diverges ends at infinity or NaN: that is a result, not an error.

    Example:
        >>> from course.descent import descend
        >>> from course.landscapes import bowl, parabola
        >>> from course.optimizers import momentum
        >>> print(f"{descend(parabola, 0.0, lr=0.1, steps=100).final:.3f}")
        4.000
        >>> list(descend(parabola, 0.0, lr=[0.1, 0.9, 1.1], steps=100).behaviour)
        ['smooth', 'overshoots and settles', 'diverges']
        >>> descend(bowl, [8.0, 6.0], lr=0.1, steps=200, optimizer=momentum()).final.round(3)
        array([ 3., -1.])
    """
    landscape, optimizer = _landscape(landscape), _rule(optimizer)
    gradient = landscape.gradient if gradient is None else _slope(gradient, "the weights")
    steps = count("steps", steps)
    d, w = landscape.dimensions, _places("start", start, landscape)
    schedule = lr if callable(lr) else None
    rates = np.zeros(()) if schedule else numbers("lr", lr)
    try:
        runs = np.broadcast_shapes(w.shape[:-1], rates.shape)
    except ValueError:
        raise InputError(
            f"lr of shape {rates.shape} does not fit starts of shape {w.shape[:-1]}"
        ) from None
    w = np.broadcast_to(w, (*runs, d)).copy()
    # Of full shape: to spread it over the weights anew takes longer than the step itself.
    rate: Rate = np.broadcast_to(rates[..., None], w.shape).copy()

    def slope_at(w: np.ndarray) -> np.ndarray:
        slope = np.asarray(gradient(w[..., 0] if d == 1 else w))
        expected = w.shape[:-1] if d == 1 else w.shape
        if slope.dtype.kind not in "iuf" or slope.shape != expected:
            raise InputError(
                f"gradient must return numbers of shape {expected} for weights of that shape, "
                f"but it returned {shown(slope)} of shape {slope.shape}"
            )
        return slope.reshape(w.shape).astype(float)

    weights, slopes = np.empty((2, steps + 1, *w.shape))
    memory = optimizer.init(w)
    with np.errstate(all="ignore"):
        for t in range(steps):
            weights[t], slopes[t] = w, slope_at(w)
            if schedule:
                rate = _scheduled(f"lr({t})", schedule(t), runs)
            step, memory = optimizer.update(slopes[t], memory, w, rate, t + 1)
            w = w + step
        weights[steps], slopes[steps] = w, slope_at(w)
    if d == 1:
        weights, slopes = weights[..., 0], slopes[..., 0]
    return Path(landscape, lr, weights, slopes)


def _landscape(landscape: Any) -> Landscape:
    """Return `landscape`, or raise InputError if it is none."""
    if not isinstance(landscape, Landscape):
        raise InputError(
            "landscape must be a Landscape, such as course.landscapes.quartic, "
            f"but it is {shown(landscape)}"
        )
    return landscape


def _places(name: str, value: ArrayLike, landscape: Landscape) -> np.ndarray:
    """Return places on a landscape of d weights as (…, d), or raise InputError naming `name`."""
    w = numbers(name, value)
    return w[..., None] if landscape.dimensions == 1 else landscape.fitting(name, w)


def _rule(optimizer: Any) -> Optimizer:
    """Return the rule to walk by, plain gradient descent if none is given, or raise InputError."""
    if optimizer is None:
        return gradient_descent()
    if isinstance(optimizer, Optimizer):
        return optimizer
    told = shown(optimizer)
    if callable(optimizer) and hasattr(optimizer, "__name__"):
        # What a slip leaves out: the function is there, and was not called.
        told = f"the function {optimizer.__name__}, without brackets"
    raise InputError(f"optimizer must be a rule, such as course.optimizers.adam(), not {told}")


def _slope(gradient: Any, of: str) -> Callable[..., Any]:
    """Return what gives the slopes, or raise InputError if it is no function."""
    if not callable(gradient):
        raise InputError(f"gradient must be a function of {of}, not {shown(gradient)}")
    return gradient


def _rates(lr: Any) -> Callable[[int], float]:
    """Return the rate of each step by its number, of a schedule or of one number alone."""
    if callable(lr):
        return lambda t: number(f"lr({t})", lr(t))
    rate = number("lr", lr)
    return lambda t: rate


def _scheduled(name: str, rate: ArrayLike, runs: tuple[int, ...]) -> Rate:
    """Return a schedule's rate, or one for each run, for weights (runs…, d)."""
    if np.size(rate) == 1:
        return number(name, rate)
    rate = numbers(name, rate)
    try:
        return np.broadcast_to(rate, runs)[..., None]
    except ValueError:
        raise InputError(
            f"{name} of shape {rate.shape} does not fit starts of shape {runs}"
        ) from None


def angle_to_minimum(landscape: Landscape, w: ArrayLike) -> Any:
    """Return the degrees between the negative gradient at `w` and the way to the deepest minimum.

    Args:
        landscape: Where to measure; it must have a minimum and two weights or more.
        w: One place, shape (d,), or many, (…, d): then an angle for each of them. It is NaN at
            a minimum, and at any other place without a slope.

    Raises:
        InputError: An argument cannot be used; the message names it.

    Example:
        >>> from course.descent import angle_to_minimum
        >>> from course.landscapes import ravine
        >>> angle_to_minimum(ravine(25.0), [[10.0, 1.0], [10.0, 0.0]]).round(1)
        array([62.5,  0. ])
    """
    if _landscape(landscape).dimensions == 1 or not len(landscape.minima):
        raise InputError(
            "landscape must have a minimum and two weights or more, which the "
            f"{landscape.name} has not"
        )
    w = _places("w", w, landscape)
    with np.errstate(invalid="ignore"):
        downhill, way = (
            arrow / np.linalg.norm(arrow, axis=-1, keepdims=True)
            for arrow in (-landscape.gradient(w), landscape.minima[0] - w)
        )
        # Kahan's form: exact for small angles too, where the arc cosine loses half its digits.
        apart, together = (
            np.linalg.norm(arrow, axis=-1) for arrow in (downhill - way, downhill + way)
        )
    return np.degrees(2 * np.arctan2(apart, together))[()]


def epoch_batches(n: int, batch_size: int, rng: np.random.Generator) -> list[np.ndarray]:
    """Return the rows 0 … n − 1 in a fresh random order, cut into batches; the last may be short.

    Args:
        n: How many rows there are.
        batch_size: Rows in a batch, 1 or more.
        rng: Where the order comes from.

    Raises:
        InputError: `n` or `batch_size` is not a whole number, 1 or more; or `rng` is something
            else.

    Example:
        >>> import numpy as np
        >>> from course.descent import epoch_batches
        >>> [len(rows) for rows in epoch_batches(10, 4, np.random.default_rng(0))]
        [4, 4, 2]
    """
    n = count("n", n, least=1)
    batch_size = count("batch_size", batch_size, least=1)
    order = generator("rng", rng).permutation(n)
    return [order[first : first + batch_size] for first in range(0, n, batch_size)]


def descend_epochs(
    gradient: Callable[[np.ndarray, np.ndarray], np.ndarray],
    start: ArrayLike,
    n: int,
    batch_size: int,
    lr: float | Schedule,
    epochs: int,
    rng: np.random.Generator,
    *,
    optimizer: Optimizer | None = None,
    after_epoch: Callable[[np.ndarray], object] | None = None,
) -> np.ndarray:
    """Walk downhill in mini-batches; return the weights before the first epoch and after each.

    Args:
        gradient: (weights (d,), rows) to the gradient (d,) of the mean loss of these rows.
        start: Where to start, shape (d,).
        n: How many rows there are.
        batch_size: Rows for each step; the last batch of an epoch may be short.
        lr: The learning rate, or a schedule of the step number 0, 1, 2, ...
        epochs: Passes over the rows, each in a fresh random order.
        rng: Where the orders come from.
        optimizer: The update rule; plain gradient descent if not given.
        after_epoch: Called with the weights after each epoch, to watch the run.

    Returns:
        Shape (epochs + 1, d).

    Raises:
        InputError: An argument cannot be used; the message names it.

    Example:
        Two epochs of one batch each towards the mean of four numbers:

        >>> import numpy as np
        >>> from course.descent import descend_epochs
        >>> y = np.array([1.0, 2.0, 3.0, 4.0])
        >>> def gradient(w, rows):
        ...     return 2 * np.mean(w - y[rows], keepdims=True)
        >>> descend_epochs(gradient, [0.0], 4, 4, 0.25, 2, np.random.default_rng(0)).ravel()
        array([0.   , 1.25 , 1.875])
    """
    gradient = _slope(gradient, "the weights and the rows")
    w, epochs = numbers("start", start), count("epochs", epochs)
    rate, optimizer = _rates(lr), _rule(optimizer)
    memory, t = optimizer.init(w), 0
    history = [w]
    with np.errstate(all="ignore"):
        for _ in range(epochs):
            for rows in epoch_batches(n, batch_size, rng):
                lr_now = rate(t)
                t += 1
                step, memory = optimizer.update(gradient(w, rows), memory, w, lr_now, t)
                w = w + step
            history.append(w)
            if after_epoch:
                after_epoch(w)
    return np.array(history)


def epoch_orders(n: int, epochs: int, rngs: Sequence[np.random.Generator]) -> np.ndarray:
    """Return fresh random orders of n row numbers, shape (epochs, generators, n).

    They are those that `epoch_batches` draws from each generator, epoch by epoch.

    Raises:
        InputError: An argument cannot be used; the message names it.

    Example:
        >>> import numpy as np
        >>> from course.descent import epoch_orders
        >>> epoch_orders(5, 3, [np.random.default_rng(0), np.random.default_rng(1)]).shape
        (3, 2, 5)
    """
    epochs = count("epochs", epochs)
    if not isinstance(rngs, Sequence):
        raise InputError(f"rngs must be a list of random generators, but it is {shown(rngs)}")
    orders = [[epoch_batches(n, n, rng)[0] for rng in rngs] for _ in range(epochs)]
    return np.array(orders, dtype=int).reshape(epochs, len(rngs), n)


def batch_gradients(
    x: ArrayLike, y: ArrayLike, batch_size: int, orders: np.ndarray, each: int = 1
) -> tuple[Function, int]:
    """Return mini-batches as a gradient for `descend`, and how many there are: for many runs.

    Its k-th call answers with the slopes of the mean squared error of a line w·x + b over the
    k-th batch; so it serves one call of `descend`, and only with rules that ask once a step.

    Args:
        x: Inputs, shape (n,), or (n, d) for d features.
        y: Targets, shape (n,).
        batch_size: Rows in a batch; the last one of an epoch may be short.
        orders: The rows' orders, shape (epochs, orders, n), of `epoch_orders`.
        each: How many runs walk through each order. The gradient takes weights of the shape
            (orders, each, d + 1).

    Raises:
        InputError: `x` and `y` do not belong together, `batch_size` cannot be used, or `orders`
            are not those of as many rows, for an epoch or more.

    Example:
        >>> import numpy as np
        >>> from course.descent import batch_gradients, descend, epoch_orders
        >>> from course.landscapes import squared_error
        >>> x, y = [1.0, 2.0, 3.0, 4.0], [3.0, 5.0, 7.0, 9.0]
        >>> orders = epoch_orders(4, 500, [np.random.default_rng(0)])
        >>> gradient, steps = batch_gradients(x, y, 2, orders)
        >>> steps
        1000
        >>> line = squared_error(x, y)
        >>> descend(line, [[[0.0, 0.0]]], 0.05, steps, gradient=gradient).final.round(3)
        array([[[2., 1.]]])
    """
    x, y = pairs(x, y)
    batch_size = count("batch_size", batch_size, least=1)
    if np.ndim(orders) != 3 or not len(orders) or orders.shape[2] != len(y):
        raise InputError(
            f"orders must be those of {len(y)} rows, of shape (epochs, orders, {len(y)}), but "
            f"their shape is {np.shape(orders)}"
        )
    epochs, many, n = orders.shape
    design = np.column_stack([x, np.ones(len(y))])
    # The slopes are H·w − v with H = (2/m) Σ x xᵀ and v = (2/m) Σ x y over the m rows.
    terms = np.concatenate(
        [design[:, :, None] * design[:, None, :], (design * y[:, None])[:, :, None]], axis=2
    )
    first = np.arange(0, n, batch_size)
    share = 2 / np.diff(np.append(first, n))
    means = np.add.reduceat(terms[orders], first, axis=2) * share[:, None, None]
    means = np.moveaxis(means, 2, 1).reshape(epochs * len(first), many, *terms.shape[1:])
    hessians, shifts = means[..., :-1], np.repeat(means[..., None, :, -1], each, axis=2)
    batches = iter(zip(hessians, shifts, strict=True))
    last = hessians[-1], shifts[-1]

    def gradient(w: np.ndarray) -> np.ndarray:
        # After the last step `descend` asks once more, for the slope where it stopped.
        hessian, shift = next(batches, last)
        return w @ hessian - shift

    return gradient, len(means)


@dataclass(frozen=True)
class BatchRun:
    """What mini-batch descent on a line did.

    Attributes:
        weights: (w, b) before the first step and after every step, shape (steps + 1, 2).
        epoch_losses: For each epoch, the squared errors seen on the way, over n; shape (epochs,).
        batches: For each epoch, the rows of each of its batches.
    """

    weights: np.ndarray
    epoch_losses: np.ndarray
    batches: list[list[np.ndarray]]


def descend_batches(
    x: ArrayLike,
    y: ArrayLike,
    batch_size: int,
    lr: float | Schedule,
    epochs: int,
    rng: np.random.Generator,
) -> BatchRun:
    """Fit the line w·x + b by mini-batch descent on the mean squared error, from w = b = 0.

    Args:
        x: Inputs, shape (n,).
        y: Targets, shape (n,).
        batch_size: Rows for each step; n is plain gradient descent, 1 is stochastic.
        lr: The learning rate, or a schedule of the step number 0, 1, 2, ...
        epochs: Passes over the data, each in a fresh random order.
        rng: Where the orders come from.

    Each step uses its own batch alone: (2/m) Σ error·x and (2/m) Σ error over its m rows.

    Raises:
        InputError: An argument cannot be used; the message names it.

    Example:
        >>> import numpy as np
        >>> from course.descent import descend_batches
        >>> x, y = [1.0, 2.0, 3.0, 4.0], [3.0, 5.0, 7.0, 9.0]
        >>> run = descend_batches(x, y, 2, lr=0.05, epochs=500, rng=np.random.default_rng(0))
        >>> run.weights.shape
        (1001, 2)
        >>> run.weights[-1].round(3)
        array([2., 1.])
    """
    x, y = pairs(x, y)
    if x.ndim != 1:
        raise InputError(f"x must hold one number for each example, but its shape is {x.shape}")
    epochs, rate = count("epochs", epochs), _rates(lr)
    w = b = 0.0
    weights, losses, batches = [(w, b)], [], []
    with np.errstate(all="ignore"):
        for _ in range(epochs):
            batches.append(epoch_batches(len(x), batch_size, rng))
            seen = 0.0
            for rows in batches[-1]:
                lr_now = rate(len(weights) - 1)
                batch = x[rows]
                error = w * batch + b - y[rows]
                seen += float(error @ error)
                w, b = (
                    w - lr_now * 2 * float(error @ batch) / len(rows),
                    b - lr_now * 2 * float(error.sum()) / len(rows),
                )
                weights.append((w, b))
            losses.append(seen / len(x))
    return BatchRun(np.array(weights), np.array(losses), batches)
