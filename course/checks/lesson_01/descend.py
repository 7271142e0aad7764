"""descend(grad, w0, lr, steps): gradient descent in one dimension."""

from __future__ import annotations

import numpy as np

from course.checks.exercise import Exercise, Probe, answered, asked, instead
from course.checks.families import numbers, walks
from course.formula import Formula
from course.landscapes import parabola, quartic

QUARTIC_SLOPE = Formula("4*w**3 - 16*w + 1", name="grad")
PARABOLA_SLOPE = Formula("2*(w - 4)", name="grad")
SHORT = (0.01, 1e-6, 1e-3, 1e-4, 1e-5, 0.1, 1e-7, 1e-8)


def path(grad, w0, lr, steps) -> list[float]:
    """Return the weights of a walk: what is right."""
    return walks.walk(grad, w0, lr, steps)


def _rounded_on_the_way(digits: int):
    return walks.otherwise(lambda w, lr, grad: round(float(w - lr * grad(w)), digits))


def _until_short(size: float, more: int):
    """Return the walk that ends with the first step below a size, or with as many `more`."""

    def ended(path):
        lengths = np.abs(np.diff(path))
        short = next((k for k, one in enumerate(lengths, 1) if one <= size), len(path))
        return path[: short + more]

    return ended


def _fresh(rng: np.random.Generator) -> list[Probe]:
    a, b, w0 = (round(float(v), 3) for v in rng.uniform(1, 3, size=3))
    lr, steps = round(float(rng.uniform(0.02, 0.12)), 3), int(rng.integers(4, 9))
    slope = Formula(f"{a}*(w + {b})", name="grad")
    return [
        Probe((slope, -b - w0, lr, steps), shows="another parabola"),
        Probe((slope, -b - 500 * w0, lr, 2), shows="another parabola"),
        Probe((QUARTIC_SLOPE, -w0 / 2, lr / 8, steps), shows="the quartic from the left"),
        # 0 counts as False in `w0 or …`.
        Probe((slope, 0, lr, steps), shows="a whole number as start"),
        Probe((slope, w0, lr, 0), shows="no step at all", weight=0.5),
        Probe((slope, -b, lr, 3), shows="a start at the minimum", weight=0.5),
        Probe((slope, w0, round(30 / a, 3), 11), shows="a walk that runs away", weight=0.5),
        Probe(
            (Formula(f"{a}*w", name="grad"), w0 / 1000, lr, steps),
            shows="tiny weights, in all their digits",
            weight=0.5,
        ),
        Probe(
            (Formula(f"{a}e-10*(w + {b})", name="grad"), w0, 1e10 * lr, steps),
            shows="tiny slopes and a large rate",
            weight=0.5,
        ),
    ]


descend = Exercise(
    name="descend",
    points=(2, 2),
    reference=path,
    examples=(
        Probe((PARABOLA_SLOPE, -1.0, 0.1, 5), shows="the parabola from w = −1"),
        Probe((QUARTIC_SLOPE, 3, 0.01, 4), shows="the quartic from w = 3"),
        Probe((PARABOLA_SLOPE, 7.0, 0.25, 1), shows="a single step"),
        Probe((PARABOLA_SLOPE, -1.0, 0.1, 0), shows="no step at all", weight=0.5),
        Probe((PARABOLA_SLOPE, 4.0, 0.1, 3), shows="a start at the minimum", weight=0.5),
    ),
    draw=_fresh,
    may_use=("course.landscapes", "course.descent.central_difference"),
    mistakes=(
        walks.stops_where_flat(),
        answered(
            "stops-where-steps-are-short",
            "take all the steps, also where they are short: the caller says how many there are",
            *(_until_short(size, more) for size in SHORT for more in (0, 1)),
        ),
        walks.stops_far_out(),
        *walks.of_the_list(),
        instead(
            "never-filled",
            "after the start there are zeros alone: put the weight after each step into its place",
            lambda grad, w0, lr, steps: [w0] + [0.0] * steps,
        ),
        instead(
            "append-gives-none",
            "`append` changes the list and gives back None: write `weights.append(w)` without "
            "`weights =` in front",
            walks.append_assigned,
        ),
        instead(
            "counter-for-the-weight",
            "each step begins at the loop's counter 0, 1, 2 …, not at the weight: give the "
            "counter a name of its own",
            lambda grad, w0, lr, steps: [w0, *(k - lr * grad(k) for k in range(steps))],
        ),
        instead(
            "slope-at-the-counter",
            "`grad` is asked at the counter 0, 1, 2 … of the loop; ask it at the weight, where "
            "you stand",
            lambda grad, w0, lr, steps: np.cumsum(
                [w0 + 0.0, *(-lr * grad(k) for k in range(steps))]
            ),
        ),
        instead(
            "every-fourth-noted",
            "you note every fourth weight, as the text prints them; note one after each step",
            lambda grad, w0, lr, steps: path(grad, w0, lr, steps)[:-1][::4],
        ),
        *walks.of_the_slope(),
        *walks.of_the_rate(),
        *walks.of_the_count(),
        asked(
            "grad-not-used",
            "the caller brings the slope as `grad`; yours is always that of the same curve",
            grad=[lambda grad: PARABOLA_SLOPE, lambda grad: QUARTIC_SLOPE],
        ),
        asked(
            "start-not-used",
            "the walk must begin at the start that the caller gives",
            w0=[0.0, -1.0, 3.0, 1.0],
        ),
        walks.in_a_table(),
        answered(
            "more-than-the-weights",
            "return one list with all the weights in it, and nothing beside it",
            lambda path: (path, path[-1]),
            lambda path: (path[-1], path),
            lambda path: (path[0], path[1:], path[-1]),
            lambda path: (path[0], path[1:]),
            lambda path: list(enumerate(path)),
            lambda path, grad: [(w, grad(w)) for w in path],
        ),
        answered(
            "returned-gradients",
            "return the weights on the way, not the slopes",
            lambda path, grad: [grad(w) for w in path],
            lambda path, grad: [grad(w) for w in path[:-1]],
        ),
        answered(
            "returned-losses",
            "return the weights on the way, not the losses there; `grad` may belong to any curve",
            *(
                lambda path, curve=curve, cut=cut: [curve(w) for w in path[cut:]]
                for curve in (parabola, quartic)
                for cut in (0, 1)
            ),
        ),
        answered(
            "returned-steps",
            "return the weights on the way, not how far each step went",
            lambda path: np.diff(path),
            lambda path: -np.diff(path),
        ),
        numbers.rounded(
            2, 3, 4, hint="do not round the weights as you walk; rounding is for printing"
        ),
        instead(
            "rounded",
            "do not round the weights as you walk; rounding is for printing",
            map(_rounded_on_the_way, (2, 3, 4)),
        ),
        instead(
            "integer",
            "an array of whole numbers cuts off what stands after the point",
            lambda grad, w0, lr, steps: walks.walk(
                grad, int(w0), lr, steps, lambda w, lr, grad: int(w - lr * grad(w))
            ),
        ),
    ),
)
