"""descend_2d(grad, w0, lr, steps): gradient descent with two weights."""

from __future__ import annotations

import operator
from collections.abc import Callable
from itertools import product
from typing import Any

import numpy as np

from course.checks.compare import numeric
from course.checks.exercise import Call, Exercise, Probe, answered, asked, instead, spotted
from course.checks.families import inputs, numbers, walks
from course.checks.families.walks import otherwise, reworded
from course.checks.lesson_03.shared import BOWL_SLOPES, TILTED_SLOPES, shape_of, uniform, unit
from course.formula import Formula


def path(grad, w0, lr, steps) -> np.ndarray:
    """Return the places of a walk, shape (steps + 1, 2): what is right."""
    return np.array(walks.walk(grad, w0, lr, steps))


def _one_form(answer):
    """Return no places at all in one form: an empty array has columns, an empty list has none."""
    return [] if shape_of(answer)[:1] == (0,) else answer


# What the families of walks say, in the words of a walk on a map.
WORDS = {
    "weights + [w]": "path + [w]", "(weights, w)": "(path, w)",
    "weights": "places", "weight": "place", "slope": "gradient",
}  # fmt: skip
COUNT = "count the steps: `steps` of them make `steps + 1` places"
EVERY_PLACE = "return every place on the way, not the last one alone"
ONE_ARRAY = "all your rows are one and the same array, changed in place; store a copy"
ROUNDED = "do not round the places as you walk; rounding is for printing"
WHOLE = "whole numbers cannot hold the places; is an array or an `int` cutting them off?"


# --- walks that go wrong ----------------------------------------------------------------------


def _floats(w0) -> np.ndarray:
    return np.array(w0, dtype=float)


def _one_array(start: Callable, first: Callable, move: Callable) -> Callable:
    """Return the walk that stores one array again and again, and changes it in place."""

    def wrong(grad, w0, lr, steps):
        w = start(w0)
        places = [first(w)]
        for _ in range(steps):
            move(w, lr * grad(w))
            places.append(w)
        return places

    return wrong


def _by_entry(w, step) -> None:
    np.copyto(w, w - step, casting="unsafe")


def _one_by_one(start: Callable, order: tuple[int, int]) -> Callable:
    """Return the walk that moves one weight before it takes the slope of the other."""

    def wrong(grad, w0, lr, steps):
        w = start(w0)
        places = [w.copy()]
        for _ in range(steps):
            for i in order:
                w[i] = w[i] - lr * grad(w)[i]
            places.append(w.copy())
        return places

    return wrong


def _added_up(here: Callable) -> Callable:
    """Return the walk whose list becomes an array of one row, to which every place is added."""

    def wrong(grad, w0, lr, steps):
        total, w = w0, w0
        for _ in range(steps):
            w = here(total, w) - lr * grad(here(total, w))
            total = total + w
        return [total]

    return wrong


def _zeroed(path, row: int) -> np.ndarray:
    path = path.copy()
    path[row] = 0
    return path


def _changed(change: Callable) -> Callable:
    """Return the change of the argument `grad` that does this to every gradient."""
    return lambda grad: lambda w: change(grad(w))


# --- what the answers show --------------------------------------------------------------------


def _pair_and_numbers(call: Call) -> bool:
    """Return whether the list holds the start as a pair and then the next place as two numbers."""
    grad, w0, lr, _ = call.probe.args
    got = call.result
    if not isinstance(got, list) or len(got) < 3 or shape_of(got[0]) != (2,):
        return False
    second = numeric(got[1:3])
    return second is not None and second.shape == (2,) and np.allclose(second, w0 - lr * grad(w0))


def _one_place_in_all_rows(call: Call) -> bool:
    """Return whether the walk has left its start, and all its rows show one and the same place."""
    got = numeric(call.result)
    return (
        got is not None
        and got.shape == (call.probe.args[3] + 1, 2)
        and bool(np.all(got == got[0]))
        and not np.array_equal(got[0], call.probe.args[1])
    )


def _another_count(call: Call) -> bool:
    """Return whether it is the right walk, but of fewer or more steps than were asked for."""
    grad, w0, lr, steps = call.probe.args
    got = numeric(call.result)
    if got is None or got.ndim != 2 or got.shape[1] != 2 or not 1 <= len(got) <= 5000:
        return False
    right = path(grad, w0, lr, len(got) - 1)
    return len(got) != steps + 1 and bool(np.allclose(got, right, rtol=1e-4, equal_nan=True))


def _more_than_places(call: Call) -> bool:
    got: Any = call.result
    return shape_of(got)[1:] == (3,) or (
        isinstance(got, tuple)
        and len(got) in (2, 3)
        and any(shape_of(part)[1:] == (2,) for part in got)
    )


def _fresh(rng: np.random.Generator) -> list[Probe]:
    a, b, c, d, e = uniform(rng, 1, 3, 5)
    lr, steps = round(float(rng.uniform(0.03, 0.09)), 3), int(rng.integers(4, 8))
    large = round(float(rng.uniform(0.15, 0.25)), 3)
    side = round(b / 3, 3)
    both = f"np.array([{a + 1:.3f}*w[0] + {side}*w[1] + {c}, {side}*w[0] + {d}*w[1]])"
    coupled, gentle = Formula(both, name="grad"), Formula(f"1e-10*{both}", name="grad")
    bent = Formula("np.array([w[0] - w[1]**2, 3*w[1] - 2*w[0]*w[1]])", name="grad")
    whole = rng.integers(3, 9, size=2) * [1, -1]
    # At a place of whole numbers its slopes are whole numbers as well.
    k, m = rng.integers(2, 5, size=2)
    in_whole = Formula(f"np.array([{k}*w[0] + w[1] + 1, w[0] + {m}*w[1] - 2])", name="grad")
    tiny = np.array([d, -a]) / 1000
    return [
        Probe((coupled, np.array([d, -a]), lr, steps), shows="slopes that need both weights"),
        Probe((coupled, 100 * np.array([d, a]), lr, 2), shows="slopes that need both weights"),
        Probe((bent, np.array([-e / 2, b / 3]), lr, steps + 1), shows="a landscape that is bent"),
        Probe((in_whole, whole, lr, steps), shows="a start of whole numbers"),
        Probe((coupled, np.array([-c, e]), large, 1), shows="a single step"),
        Probe((coupled, np.array([a, b]), lr, 0), shows="no step at all", weight=0.5),
        Probe((TILTED_SLOPES, np.zeros(2), lr, 3), shows="a start at the minimum", weight=0.5),
        Probe(
            (coupled, np.array([a, -c]), 30 * large, 13), shows="a walk that runs away", weight=0.5
        ),
        Probe(
            (TILTED_SLOPES, tiny, large, 3), shows="tiny weights, in all their digits", weight=0.5
        ),
        Probe(
            (gentle, np.array([d, -a]), 1e10 * lr, steps),
            shows="tiny slopes and a large rate",
            weight=0.5,
        ),
    ]


descend_2d = Exercise(
    name="descend_2d",
    points=(3, 3),
    reference=path,
    may_use=("course.landscapes",),
    examples=(
        Probe((BOWL_SLOPES, np.array([8.0, 6.0]), 0.1, 3), shows="the bowl from (8, 6)"),
        Probe(
            (TILTED_SLOPES, np.array([4.0, -1.5]), 0.25, 4), shows="slopes that need both weights"
        ),
        Probe((BOWL_SLOPES, np.array([8, 6]), 0.1, 3), shows="a start of whole numbers"),
        Probe((TILTED_SLOPES, np.array([-2.0, 3.25]), 0.125, 1), shows="a single step"),
        Probe((BOWL_SLOPES, np.array([8.0, 6.0]), 0.1, 0), shows="no step at all", weight=0.5),
        Probe(
            (BOWL_SLOPES, np.array([3.0, -1.0]), 0.1, 2),
            shows="a start at the minimum",
            weight=0.5,
        ),
    ),
    draw=_fresh,
    mistakes=(
        inputs.changed(),
        walks.stops_where_flat(),
        walks.stops_far_out(),
        instead(
            "same-array-every-time",
            ONE_ARRAY,
            (
                _one_array(start, first, move)
                for start, first, move in product(
                    (np.copy, _floats), (lambda w: w, np.copy), (operator.isub, _by_entry)
                )
            ),
        ),
        spotted("same-array-every-time", ONE_ARRAY, _one_place_in_all_rows),
        instead(
            "sequential-update",
            "take the whole gradient at the old place; only then move, both weights at once",
            (
                _one_by_one(start, order)
                for start, order in product((_floats, np.copy), ((0, 1), (1, 0)))
            ),
        ),
        answered("one-step-too-few", COUNT, lambda path: path[:-1]),
        answered("last-only", EVERY_PLACE, lambda path: path[-1:]),
        answered(
            "row-left-empty",
            "one row is still (0, 0); which row does the loop never fill?",
            lambda path: _zeroed(path, 0),
            lambda path: _zeroed(path, -1),
            lambda path: [*path[1:], np.zeros(2)],
        ),
        answered(
            "never-filled",
            "after the start there are zeros alone: put the place after each step into its row",
            lambda path: np.vstack([path[:1], np.zeros_like(path[1:])]),
        ),
        *reworded(walks.of_the_list(), WORDS, without=["last-missing"]),
        instead(
            "list-plus-array",
            "`path += w` adds the numbers of the array `w` to those in the list, which gets no "
            "longer; `path.append(w)` puts the place at its end",
            _added_up(lambda total, w: total),
            _added_up(lambda total, w: w),
        ),
        instead(
            "append-gives-none",
            "`path.append(w)` changes the list and gives back None: write it without `path =`",
            walks.append_assigned,
        ),
        spotted(
            "pair-and-bare-numbers",
            "after the start your list holds bare numbers, not pairs: `path.extend(w)` adds the "
            "numbers of `w` one by one; `path.append(w)` adds the place",
            _pair_and_numbers,
            once=True,
        ),
        *reworded(
            walks.of_the_slope(),
            WORDS,
            labels={"same-weight-every-time": "same-place-every-time"},
            without=["absolute-slope"],
        ),
        *reworded(walks.of_the_rate(), WORDS),
        *reworded(walks.of_the_count((30, 100, 20, 50, 10)), WORDS),
        asked(
            "steps-of-fixed-length",
            "a step is the rate times the gradient: steep ground makes it longer",
            grad=_changed(unit),
        ),
        asked(
            "absolute-slopes",
            "the signs of the slopes tell the way; with `abs` every step goes the same way",
            grad=_changed(abs),
        ),
        asked(
            "one-slope-for-both",
            "each weight moves by its own slope; add or mix the slopes nowhere",
            grad=[
                *map(_changed, (np.sum, np.mean, np.linalg.norm, np.max)),
                *map(_changed, map(operator.itemgetter, (0, 1))),
            ],
        ),
        asked(
            "slopes-swapped",
            "the first slope belongs to the first weight, the second to the second",
            grad=_changed(lambda g: g[::-1]),
        ),
        asked(
            "one-weight-only",
            "both weights must move; one of yours stands still",
            grad=[_changed(lambda g: g * [1, 0]), _changed(lambda g: g * [0, 1])],
        ),
        asked(
            "grad-not-used",
            "the caller brings the gradient; yours is always the same one",
            grad=[lambda grad: BOWL_SLOPES, lambda grad: TILTED_SLOPES],
        ),
        asked(
            "start-not-used",
            "the walk must begin at the start that the caller gives",
            w0=[np.zeros(2), np.array([8.0, 6.0]), np.ones(2)],
        ),
        asked(
            "same-place-every-time",
            "each step must begin where the last one ended; yours all begin at the start",
            grad=lambda grad, w0, lr: lambda w: (w - w0) / lr + grad(w),
        ),
        answered(
            "transposed",
            "one row for each place, one column for each weight: `steps + 1` rows of two numbers",
            lambda path: path.T,
        ),
        answered(
            "flat",
            "keep the two weights of a place together: a row of two numbers for each place",
            lambda path: path.ravel(),
            lambda path: path.T.ravel(),
        ),
        answered(
            "one-column-only",
            "both weights of every place are wanted",
            lambda path: path[:, 0],
            lambda path: path[:, 1],
        ),
        answered(
            "columns-swapped",
            "the first column is for the first weight, the second for the second",
            lambda path: path[:, ::-1],
        ),
        answered(
            "returned-gradients",
            "return the places on the way, not the gradients there",
            lambda path, grad: [grad(w) for w in path],
            lambda path, grad: [grad(w) for w in path[:-1]],
        ),
        answered(
            "returned-moves",
            "return the places on the way, not how far each step went",
            lambda path: np.diff(path, axis=0),
            lambda path: [path[0], *np.diff(path, axis=0)],
        ),
        numbers.rounded(2, 3, 4, 1, 0, hint=ROUNDED),
        instead(
            "rounded",
            ROUNDED,
            (
                otherwise(lambda w, lr, grad, many=many: np.round(w - lr * grad(w), many))
                for many in (2, 3, 4, 1, 0)
            ),
        ),
        answered(
            "whole-numbers-cut-off", walks.WHOLE_WALK, lambda path, w0: path.astype(w0.dtype)
        ),
        answered("whole-numbers", WHOLE, lambda path: np.trunc(path)),
        instead("whole-numbers", WHOLE, otherwise(lambda w, lr, grad: np.trunc(w - lr * grad(w)))),
        spotted(
            "more-than-the-places",
            "return the places and nothing beside them, two numbers in each row",
            _more_than_places,
        ),
        spotted(
            "extra-brackets",
            "one row of two numbers for each place: one pair of brackets is too many",
            lambda call: len(shape_of(call.result)) == 3,
        ),
        spotted(
            "steps-not-used",
            "the caller says how many steps to take; take so many, no more and no fewer",
            _another_count,
        ),
    ),
    form=_one_form,
)
