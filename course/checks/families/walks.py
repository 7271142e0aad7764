"""Mistakes of walks: a loop that takes steps against the slope and notes where it stands.

They are made with the walk itself, so each is a walk with one thing otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from course.checks.compare import is_whole
from course.checks.exercise import Mistake, answered, asked, instead
from course.checks.families.numbers import each

Step = Callable[[Any, float, Callable], Any]


def downhill(w: Any, lr: float, grad: Callable) -> Any:
    """Return the place after one step."""
    return w - lr * grad(w)


def walk(grad: Callable, w0: Any, lr: float, steps: int, step: Step = downhill) -> list:
    """Return the places of a walk, the start first."""
    # A copy, but not an array of a plain number: 3.0 stays 3.0.
    places = [w0 + 0]
    for _ in range(steps):
        places.append(step(places[-1], lr, grad))
    return places


def append_assigned(grad: Callable, w0: Any, lr: float, steps: int) -> list | None:
    """Return what a walk gives that assigns what `append` gives back, None, to its list.

    Raises:
        AttributeError: It takes more than one step.
    """
    places, w = [w0], w0
    for _ in range(steps):
        w = w - lr * grad(w)
        places = places.append(w)
    return places


def otherwise(step: Step) -> Callable:
    """Return the walk with another step, called like `descend`."""
    return lambda grad, w0, lr, steps: np.array(walk(grad, w0, lr, steps, step))


def of_the_rate(rates: Sequence[float] = (0.1, 0.01, 0.001, 0.05)) -> list[Mistake]:
    """Return the mistakes with the learning rate, for any exercise with an argument `lr`."""
    return [
        asked(
            "rate-missing",
            "the step is the learning rate times the slope; the rate is missing",
            lr=1.0,
        ),
        asked(
            "rate-fixed",
            "the caller chooses the learning rate; yours is always the same",
            lr=list(rates),
        ),
        asked(
            "rate-twice",
            "the slope is multiplied by the rate once; look for a second time",
            lr=lambda lr: lr * lr,
        ),
        asked(
            "rate-divided",
            "the step is the rate times the slope; a small rate must make a short step",
            lr=lambda lr: 1 / lr,
        ),
        asked(
            "sign-flipped",
            "your walk goes uphill; which sign takes you against the slope?",
            lr=lambda lr: -lr,
        ),
        asked(
            "never-moves",
            "your walk stays at the start; what becomes of the new value that a step works out?",
            lr=0.0,
        ),
    ]


def of_the_count(steps: Sequence[int] = (20, 200, 100, 50, 10, 5)) -> list[Mistake]:
    """Return the mistakes with the number of steps, for any exercise with an argument `steps`."""
    return [
        asked(
            "steps-not-used",
            "the caller says how many steps to take; you always take the same number",
            steps=list(steps),
        ),
        asked(
            "step-without-steps",
            "with `steps=0` there is no step to take, and you take one: does a step stand outside "
            "of the loop, or does the loop ask only after a step whether to go on?",
            steps=lambda steps: max(steps, 1),
        ),
    ]


def of_the_list() -> list[Mistake]:
    """Return the mistakes in what is noted of a walk whose every place is asked for."""

    def after_one_step(part: int | slice) -> Callable:
        return lambda grad, w0, lr, steps: walk(grad, w0, lr, 1)[part] if steps else None

    return [
        answered(
            "start-missing", "the list must begin with the start itself", lambda path: path[1:]
        ),
        answered(
            "last-only",
            "return every weight on the way, not the last one alone",
            lambda path: path[-1],
        ),
        asked(
            "one-step-too-many",
            "count the steps: `steps` of them make `steps + 1` weights",
            steps=lambda steps: steps + 1,
        ),
        asked(
            "one-step-too-few",
            "count the steps: `steps` of them make `steps + 1` weights",
            steps=lambda steps: max(steps - 1, 0),
        ),
        answered(
            "last-missing",
            "the weight after the last step belongs to the walk, too",
            lambda path: path[:-1],
        ),
        answered(
            "start-twice",
            "the start stands there twice; do you take the step before you note the weight?",
            lambda path, steps: [path[0], *path[:-1]][: steps + 1],
        ),
        answered(
            "start-and-last-only",
            "every weight on the way is wanted: does `append` stand in the loop, and the line "
            "that makes the list above it?",
            lambda path: [path[0], *path[1:][-1:]],
            lambda path: [path[0], path[-1]],
        ),
        answered(
            "every-second",
            "every weight on the way is wanted; yours leaves out every second one",
            lambda path: path[::2],
        ),
        answered(
            "reversed",
            "the weights belong in the order of the walk: the start first, the last one last",
            lambda path: path[::-1],
        ),
        answered(
            "straight-line",
            "the weights on the way are not evenly spaced: steps get shorter on flatter ground",
            lambda path, steps: np.linspace(path[0], path[-1], steps + 1),
        ),
        instead(
            "return-in-loop",
            "the function returns during its first step; how far is your `return` indented?",
            map(after_one_step, (slice(None), -1, slice(1))),
        ),
        asked(
            "nothing-kept",
            "the start alone comes back: is your `return` indented into the loop, or does the "
            "list never grow? (`append` of a list adds to it; `weights + [w]` and "
            "`np.append(weights, w)` give a new one that somebody must keep.)",
            steps=0,
        ),
    ]


# What weights, slopes or losses must not exceed in walks that look out for diverging ones.
FAR = (1e6, 1e3, 1e4, 1e5, 1e8, 1e9, 1e10, 1e12)
RUNS_AWAY = "where the rate is too large the walk runs away; take all the steps nevertheless"


def stops_far_out() -> Mistake:
    """Return the mistake of a walk whose every place is asked for, and that ends far out."""

    def up_to(far: float, more: int) -> Callable[[Sequence], Sequence]:
        def ended(path: Sequence) -> Sequence:
            sizes = [float(np.linalg.norm(place)) for place in path]
            beyond = next((k for k, size in enumerate(sizes) if size > far), len(path))
            return path[: beyond + more]

        return ended

    return answered(
        "stops-far-out",
        RUNS_AWAY,
        *(up_to(far, more) for far in FAR for more in (0, 1)),
    )


# What is called flat: slopes up to such a size.
FLAT = (0.0, 1e-6, 1e-8, 1e-5, 1e-4, 1e-3, 1e-7, 1e-10, 1e-12, 1e-2, 0.1)
TO_THE_END = (
    "take all the steps, also where the ground is flat or nearly so: how far they go, the rate "
    "decides as well"
)


def until_flat(path: Sequence, grad: Callable, size: float, *, stays: bool = False) -> list:
    """Return what is left of a walk that ends, or stands still, where it is no steeper than so."""
    # Of the last place nobody asks the slope.
    flat = (k for k, w in enumerate(path[:-1]) if _steepness(grad(w)) <= size)
    end = next(flat, len(path) - 1)
    return [*path[: end + 1], *([path[end]] * (len(path) - 1 - end) if stays else [])]


def _steepness(slope: Any) -> float:
    # Walks of one weight are many, and NumPy takes ten times as long for one number.
    return abs(slope) if isinstance(slope, float) else float(np.linalg.norm(slope))


def stops_where_flat() -> Mistake:
    """Return the mistake of a walk whose every place is asked for, and that ends where it is flat.

    A large rate makes long steps of tiny slopes.
    """

    def ended(size: float, stays: bool) -> Callable:
        return lambda path, grad: until_flat(path, grad, size, stays=stays)

    forms = (ended(size, stays) for stays in (False, True) for size in FLAT)
    return answered("stops-where-flat", TO_THE_END, *forms)


def in_a_table() -> Mistake:
    """Return the mistake of a walk of one weight that is one row, or column, of a table."""
    return answered(
        "extra-brackets",
        "a row of numbers is wanted, one for each weight: no table of one row or one column",
        lambda path: [path],
        lambda path: [[w] for w in path],
    )


def of_the_slope() -> list[Mistake]:
    """Return the mistakes with the slope of a walk grad, w0, lr, steps whose places are asked."""

    def stale(grad, w0, lr, steps):
        slope = grad(w0)
        return np.array(walk(grad, w0, lr, steps, lambda w, lr, grad: w - lr * slope))

    def late(grad, w0, lr, steps):
        places, slope = [w0 + 0], grad(w0)
        for _ in range(steps):
            places.append(places[-1] - lr * slope)
            slope = grad(places[-2])
        return np.array(places)

    return [
        instead(
            "stale-gradient",
            "the slope changes as you walk; measure it again at every step",
            stale,
        ),
        instead(
            "slope-one-step-behind",
            "each step must use the slope where it begins; yours uses that of the step before",
            late,
        ),
        instead(
            "slope-one-step-ahead",
            "each step must use the slope where it begins, not where it would end",
            otherwise(lambda w, lr, grad: w - lr * grad(w - lr * grad(w))),
        ),
        instead(
            "absolute-slope",
            "the sign of the slope tells the side; with `abs` every step goes to the left",
            otherwise(lambda w, lr, grad: w - lr * abs(grad(w))),
        ),
        instead(
            "steps-of-fixed-length",
            "a step is the rate times the slope: steep ground makes it longer",
            otherwise(lambda w, lr, grad: w - lr * np.sign(grad(w))),
            otherwise(lambda w, lr, grad: w - np.where(np.asarray(grad(w)) > 0, lr, -lr)),
            otherwise(lambda w, lr, grad: w + np.where(np.asarray(grad(w)) < 0, lr, -lr)),
            otherwise(lambda w, lr, grad: w - lr),
            otherwise(lambda w, lr, grad: w + lr),
        ),
        asked(
            "extra-factor",
            "`grad` gives the whole slope; it needs no further factor",
            lr=[lambda lr: 2 * lr, lambda lr: lr / 2],
        ),
        instead(
            "weight-forgotten",
            "a step begins at the weight where you stand, and changes it by a little",
            otherwise(lambda w, lr, grad: lr * grad(w)),
            otherwise(lambda w, lr, grad: -lr * grad(w)),
        ),
        instead(
            "same-weight-every-time",
            "each step must begin where the last one ended; yours all begin at the start",
            lambda grad, w0, lr, steps: np.array([w0] + [w0 - lr * grad(w0)] * steps),
        ),
        instead(
            "steps-cut-off",
            "on steep ground a step is long; yours never goes farther than a fixed length",
            *(
                otherwise(lambda w, lr, grad, most=most: w - _within(most, lr * grad(w)))
                for most in LENGTHS
            ),
            *(
                otherwise(lambda w, lr, grad, most=most: w - lr * _within(most, grad(w)))
                for most in LENGTHS
            ),
        ),
        instead(
            "whole-numbers-cut-off",
            WHOLE_WALK,
            lambda grad, w0, lr, steps: np.array(
                walk(grad, w0, lr, steps, _cut if is_whole(w0) else downhill)
            ),
        ),
    ]


WHOLE_WALK = (
    "from a whole start (3, not 3.0) your walk keeps to whole numbers: an array made from whole "
    "numbers cuts off what stands after the point; make it with `dtype=float`"
)


# What steps and slopes are cut off at.
LENGTHS = (1, 2, 5, 10, 0.5, 0.1)


def _within(most: float, step: Any) -> Any:
    return np.clip(step, -most, most)


def _cut(w: Any, lr: float, grad: Callable) -> Any:
    return each(w - lr * grad(w), np.trunc)


def reworded(
    mistakes: Iterable[Mistake],
    words: Mapping[str, str],
    *,
    labels: Mapping[str, str] | None = None,
    without: Collection[str] = (),
) -> list[Mistake]:
    """Return a family of mistakes for another kind of walk: in several weights, of one step.

    Args:
        mistakes: The family.
        words: What the hints say instead of a word.
        labels: Mistakes that have another name there.
        without: The names of those that mean nothing there.
    """
    told = []
    for mistake in mistakes:
        hint = mistake.hint
        for word, other in words.items():
            hint = hint.replace(word, other)
        label = (labels or {}).get(mistake.label, mistake.label)
        if mistake.label not in without:
            told.append(replace(mistake, label=label, hint=hint))
    return told
