"""Mistakes of one step of an optimizer: weights and a memory go in, new ones come out.

The reference of such an exercise takes, after the arguments that a student gets, functions by
name: `kept`, through which the new memory goes, `given`, through which the new weights go, and
one for each part of the step that can be written otherwise. So a mistake is a change of the
reference, and two of them at once are found as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from course.checks.compare import is_whole
from course.checks.exercise import Mistake, answered, asked, stops
from course.checks.families.inputs import changed
from course.checks.families.numbers import WHOLE, each


def unchanged(value: Any) -> Any:
    """Return what is given: `kept` and `given` where nothing is wrong."""
    return value


def written(label: str, hint: str, /, **parts: Callable | list[Callable]) -> Mistake:
    """Return the mistake of writing parts of the step otherwise.

    Args:
        label: Its name.
        hint: What to look at.
        parts: Functions in place of the reference's own; a list holds several forms.
    """
    return asked(label, hint, **{
        name: [lambda way=way: way for way in (ways if isinstance(ways, list) else [ways])]
        for name, ways in parts.items()
    })  # fmt: skip


def of_the_results(memories: str, old: Callable) -> list[Mistake]:
    """Return the mistakes in what a step returns: the weights first, then the memory.

    Args:
        memories: What is returned after the weights, in words: "the new velocity".
        old: (right answer, arguments by their names) to the answer with the memory as it was.
    """
    several = " and " in memories
    return [
        answered(
            "memory-not-returned",
            f"return {memories} as well as the weights, for the next step",
            lambda after: after[0],
        ),
        answered(
            "weights-not-returned",
            f"return the new weights first, then {memories}",
            lambda after: after[1:] if several else after[1],
        ),
        answered(
            "memory-not-updated",
            f"what you return after the weights is as it came in; return {memories}",
            old,
        ),
        answered(
            "weights-not-updated",
            "you return the weights as they came in",
            lambda after, w: (w, *after[1:]),
        ),
        answered(
            "swapped-results",
            f"the order is: weights first, then {memories}",
            lambda after: (*after[1:], after[0]),
        ),
        answered(
            "returned-step",
            "you return the step; the weights after the step are asked for",
            lambda after, w: (after[0] - w, *after[1:]),
        ),
    ]


def of_the_rate() -> list[Mistake]:
    """Return the mistakes with the learning rate of a single step."""
    return [
        asked("rate-missing", "the step must be multiplied by the learning rate", lr=1.0),
        asked(
            "rate-fixed",
            "the caller chooses the learning rate; yours is always the same",
            lr=[0.01, 0.1, 0.001],
        ),
    ]


def of_the_numbers() -> list[Mistake]:
    """Return the mistakes of cutting off digits, of the results or of the memory on the way."""
    return [
        asked(
            "whole-numbers-cut-off",
            WHOLE,
            kept=[_cut, _cut_in_arrays],
            given=[_cut, _cut_in_arrays, lambda: unchanged],
        ),
        asked("whole-numbers-cut-off", WHOLE, given=[_cut, _cut_in_arrays]),
        answered(
            "whole-numbers-cut-off",
            WHOLE,
            lambda after, w: each(after, _cut(w)),
            lambda after, w: each(after, _cut_in_arrays(w)),
        ),
        *(
            mistake
            for digits in (2, 3, 4)
            for mistake in _rounded(lambda value, digits=digits: np.round(value, digits))
        ),
    ]


def _cut(w: Any) -> Callable:
    """Return what a value becomes in an array that is made like `w`."""
    return np.trunc if is_whole(w) else unchanged


def _cut_in_arrays(w: Any) -> Callable:
    return _cut(w) if np.ndim(w) else unchanged


def _rounded(cut: Callable) -> list[Mistake]:
    label, hint = "rounded", "do not round inside the function; rounding is for printing"
    return [
        written(label, hint, given=cut, kept=[cut, unchanged]),
        written(label, hint, kept=cut),
        answered(label, hint, lambda after: each(after, cut)),
    ]


def of_the_shapes() -> list[Mistake]:
    """Return the mistakes of a step that fits arrays only, or one kind of array."""
    return [
        # In whole numbers an array that is worked on stops, too; that is not what is wrong here.
        changed(),
        stops(
            "whole-numbers-in-place",
            "where the numbers are whole (3, not 3.0), `w -= …` cannot put fractions into the "
            "array: copy it with `dtype=float`, or write `w = w - …`",
            "Cannot cast ufunc",
        ),
        stops(
            "copy-of-a-number",
            "a plain number has no `.copy()`; `w = w - …` makes a new one anyway",
            "object has no attribute 'copy'",
            "Cannot cast ufunc",
        ),
        answered(
            "rows-only",
            "your loop takes a row of numbers; tables and single numbers are to work, too, and "
            "with NumPy's arithmetic they do, without a loop",
            _stopping({0: TypeError, 2: ValueError, 3: ValueError}),
            _stopping({0: IndexError, 2: ValueError, 3: ValueError}),
            _stopping({0: TypeError, 2: TypeError, 3: TypeError}),
        ),
        answered(
            "arrays-only",
            "this works for arrays only: single numbers have no length, no index and no `.shape`; "
            "NumPy's arithmetic needs no loop and takes both",
            *(_stopping({0: error}) for error in (TypeError, IndexError, AttributeError)),
        ),
    ]


def _stopping(errors: Mapping[int, type[Exception]]) -> Callable:
    """Return the change of an answer that stops where the weights have these dimensions."""

    def stopping(after: Any, w: Any) -> Any:
        if np.ndim(w) in errors:
            raise errors[np.ndim(w)]
        return after

    return stopping


def math_sqrt() -> Mistake:
    """Return the mistake of taking roots with what takes single numbers only."""
    return stops(
        "math-sqrt",
        "`math.sqrt` and `float` take a single number; NumPy's root takes whole arrays, too",
        "can be converted to Python scalars",
    )
