"""Exercises of lesson 03: the gradient of a bowl, the walk on two weights, ravines."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from course.checks.engine import Call, Exercise, Mistake, Probe, each_form
from course.checks.formula import Formula
from course.descent import descend
from course.landscapes import bowl, tilted_bowl

LESSON = "03_two_dimensions"


def _shape(answer) -> tuple[int, ...]:
    """Return the shape of an answer, or () where it has none."""
    try:
        return np.shape(answer)
    except ValueError:  # rows of unequal lengths
        return ()


def _uniform(rng: np.random.Generator, low: float, high: float, size: int) -> list[float]:
    return [round(float(v), 3) for v in rng.uniform(low, high, size=size)]


# grad_2d(w)


def _pair(first: str, second: str) -> Formula:
    """Return a function of w = (w1, w2) that gives two numbers, each as text."""
    return Formula(f"np.array([{first}, {second}])")


RIGHT_1, RIGHT_2 = "2*(w[0] - 3)", "2*(w[1] + 1)"


def _places(rng: np.random.Generator) -> list[Probe]:
    a, b, c, d, e, f = _uniform(rng, 0.5, 6.0, 6)
    return [
        Probe((np.array([3.0 + a, -1.0 - b]),), shows="one slope above zero, one below"),
        Probe((np.array([-c, 1.0 + d]),), shows="a place left of the minimum"),
        Probe((np.array([3.0, e]),), shows="a slope of zero along w1"),
        Probe((np.array([-f, -1.0]),), shows="a slope of zero along w2"),
    ]


grad_2d = Exercise(
    name="grad_2d",
    points=(1, 1),
    reference=bowl.gradient,
    examples=(
        Probe((np.array([8.0, 6.0]),), shows="the start of the walk, (8, 6)"),
        Probe((np.array([1.2345, 0.5678]),), shows="a slope below zero along w1"),
        Probe((np.array([3.0, -1.0]),), shows="the minimum, where both slopes are zero"),
    ),
    draw=_places,
    mistakes=(
        *each_form(
            "grad_2d.forward-difference",
            "looking ahead only leaves an error as large as h; use the formula, or look both ways",
            (
                _pair(f"{RIGHT_1} + {h}", f"{RIGHT_2} + {h}")
                for h in ("1e-4", "1e-5", "1e-3", "1e-2", "0.1")
            ),
        ),
        *each_form(
            "grad_2d.center-sign",
            "where is each bracket zero? At w1 = 3 and at w2 = −1",
            (
                _pair(RIGHT_1, "2*(w[1] - 1)"),
                _pair("2*(w[0] + 3)", RIGHT_2),
                _pair("2*(w[0] + 3)", "2*(w[1] - 1)"),
            ),
        ),
        Mistake(
            "grad_2d.absolute",
            "a slope has a sign: with `abs` you cannot tell uphill from downhill",
            _pair(f"abs({RIGHT_1})", f"abs({RIGHT_2})"),
        ),
        Mistake(
            "grad_2d.sign-flipped",
            "the gradient points uphill; the minus sign belongs to the step",
            _pair(f"-{RIGHT_1}", f"-{RIGHT_2}"),
        ),
        *each_form(
            "grad_2d.factor-missing",
            "the slope of (w − 3)² is not w − 3; what happens to the exponent?",
            (
                _pair("w[0] - 3", "w[1] + 1"),
                _pair(RIGHT_1, "w[1] + 1"),
                _pair("w[0] - 3", RIGHT_2),
            ),
        ),
        *each_form(
            "grad_2d.brackets-missing",
            "the factor 2 belongs to the whole bracket, not to the weight alone",
            (
                _pair("2*w[0] - 3", "2*w[1] + 1"),
                _pair(RIGHT_1, "2*w[1] + 1"),
                _pair("2*w[0] - 3", RIGHT_2),
            ),
        ),
        Mistake(
            "grad_2d.centers-missing",
            "that is the slope of w1² + w2²; this bowl's lowest point is not at (0, 0)",
            _pair("2*w[0]", "2*w[1]"),
        ),
        Mistake(
            "grad_2d.swapped",
            "the slope along w1 comes first, then the slope along w2",
            _pair(RIGHT_2, RIGHT_1),
        ),
        *each_form(
            "grad_2d.wrong-weight",
            "the first slope needs w[0], the second w[1]; which one do you use where?",
            (
                _pair("2*(w[1] - 3)", "2*(w[0] + 1)"),
                _pair(RIGHT_1, "2*(w[0] + 1)"),
                _pair("2*(w[1] - 3)", RIGHT_2),
                _pair(RIGHT_1, RIGHT_1),
                _pair(RIGHT_2, RIGHT_2),
                _pair(RIGHT_1, "2*(w[1] - 3)"),
                _pair("2*(w[0] + 1)", RIGHT_2),
            ),
        ),
        *each_form(
            "grad_2d.other-term-kept",
            "while w1 changes, w2 stands still: what is the slope of a number that stands still?",
            (
                _pair(f"{RIGHT_1} + (w[1] + 1)**2", f"{RIGHT_2} + (w[0] - 3)**2"),
                _pair(f"{RIGHT_1} + w[1] + 1", f"{RIGHT_2} + w[0] - 3"),
            ),
        ),
        *each_form(
            "grad_2d.square-kept",
            "the slope of a square is no square; the exponent comes down in front",
            (
                _pair("2*(w[0] - 3)**2", "2*(w[1] + 1)**2"),
                _pair("(w[0] - 3)**2", "(w[1] + 1)**2"),
            ),
        ),
        *each_form(
            "grad_2d.returned-loss",
            "that is the loss, not its slopes",
            (
                Formula("(w[0] - 3)**2 + (w[1] + 1)**2"),
                Formula("((w[0] - 3)**2 + (w[1] + 1)**2) / 2"),
            ),
        ),
        *each_form(
            "grad_2d.summed",
            "two weights have two slopes: keep them apart, and move one weight at a time",
            (
                Formula(f"{RIGHT_1} + {RIGHT_2}"),
                _pair(f"{RIGHT_1} + {RIGHT_2}", f"{RIGHT_1} + {RIGHT_2}"),
                Formula(f"({RIGHT_1} + {RIGHT_2}) / 2"),
            ),
        ),
        *each_form(
            "grad_2d.one-slope-only",
            "the gradient has one slope for each weight: two numbers, neither left out",
            (
                Formula(RIGHT_1),
                Formula(RIGHT_2),
                Formula(f"np.array([{RIGHT_1}])"),
                _pair(RIGHT_1, "0.0"),
                _pair("0.0", RIGHT_2),
            ),
        ),
        *each_form(
            "grad_2d.length",
            "that is how steep it is, not which way; return the two slopes",
            (
                Formula(f"np.hypot({RIGHT_1}, {RIGHT_2})"),
                Formula(f"np.hypot({RIGHT_1}, {RIGHT_2})**2"),
            ),
        ),
        *each_form(
            "grad_2d.direction-only",
            "do not shorten the gradient to length 1: its length says how steep it is",
            (
                Formula("(w - [3, -1]) / np.linalg.norm(w - [3, -1])"),
                _pair("np.sign(w[0] - 3)", "np.sign(w[1] + 1)"),
            ),
        ),
        *each_form(
            "grad_2d.returned-step",
            "return the gradient alone; rate and step come in the next exercise",
            (
                form
                for lr in ("0.1", "0.01", "1")
                for form in (
                    _pair(f"w[0] - {lr}*{RIGHT_1}", f"w[1] - {lr}*{RIGHT_2}"),
                    _pair(f"-{lr}*{RIGHT_1}", f"-{lr}*{RIGHT_2}"),
                    _pair(f"{lr}*{RIGHT_1}", f"{lr}*{RIGHT_2}"),
                )
            ),
        ),
        *each_form(
            "grad_2d.rounded",
            "do not round inside the function; rounding is for printing",
            (
                *(Formula(f"np.round(2*(w - [3, -1]), {digits})") for digits in (2, 1, 3)),
                Formula("np.trunc(2*(w - [3, -1]))"),
                Formula("np.floor(2*(w - [3, -1]))"),
                Formula("np.round(2*(w - [3, -1]))"),
            ),
        ),
        Mistake(
            "grad_2d.upward-component",
            "the gradient lies in the map: one number for each weight and no third one",
            spot=lambda call: _shape(call.result) == (3,),
        ),
        Mistake(
            "grad_2d.extra-brackets",
            "the answer has shape (2,): two numbers in one pair of brackets",
            spot=lambda call: _shape(call.result) in ((2, 1), (1, 2), (2, 2)),
        ),
        Mistake(
            "grad_2d.two-arguments",
            "the function is called with one argument, an array; take both weights out of it",
            lambda w1, w2: None,
        ),
    ),
    # Slopes measured with a small h are slopes, too.
    atol=2e-6,
)


# descend_2d(grad, w0, lr, steps)

BOWL_SLOPES = Formula("2*(w - np.array([3.0, -1.0]))", name="grad")
TILTED_SLOPES = Formula("np.array([2*w[0] + w[1], w[0] + 2*w[1]])", name="grad")


def _walk(slopes, w0, lr, steps) -> np.ndarray:
    """Return the places of a walk, shape (steps + 1, 2); `slopes` may be a mistaken gradient."""
    return descend(
        bowl, w0, lr, steps, gradient=lambda w: np.broadcast_to(slopes(w), (2,))
    ).weights


def _in_turn(grad, lr, order) -> Callable:
    """Return the slopes that are used where one weight moves before the other one's is taken."""

    def slopes(w):
        moved, used = w.copy(), np.zeros(2)
        for i in order:
            used[i] = grad(moved)[i]
            moved[i] -= lr * used[i]
        return used

    return slopes


def _behind(grad, w0) -> Callable:
    """Return slopes that are always those of the step before."""
    kept = [grad(w0)]

    def slopes(w):
        kept.append(grad(w))
        return kept[-2]

    return slopes


def _unit(vector) -> np.ndarray:
    return vector / np.linalg.norm(vector)


def _zeroed(path, row) -> np.ndarray:
    path = path.copy()
    path[row] = 0
    return path


def _rounded_walk(grad, w0, lr, steps, digits) -> np.ndarray:
    """Round every place before the next step is taken."""
    w, path = w0, [w0]
    for _ in range(steps):
        w = np.round(w - lr * grad(w), digits)
        path.append(w)
    return np.array(path)


def _starts(rng: np.random.Generator) -> list[Probe]:
    a, b, c, d, e = _uniform(rng, 1, 3, 5)
    lr, steps = round(float(rng.uniform(0.03, 0.12)), 3), int(rng.integers(4, 8))
    side = round(b / 3, 3)
    coupled = Formula(
        f"np.array([{a + 1:.3f}*w[0] + {side}*w[1] + {c}, {side}*w[0] + {d}*w[1]])", name="grad"
    )
    bent = Formula("np.array([w[0] - w[1]**2, 3*w[1] - 2*w[0]*w[1]])", name="grad")
    return [
        Probe((coupled, np.array([d, -a]), lr, steps), shows="slopes that need both weights"),
        Probe((bent, np.array([-e / 2, b / 3]), lr, steps + 1), shows="a landscape that is bent"),
        Probe((coupled, np.array([-c, e]), lr / 2, 1), shows="a single step"),
        Probe((coupled, np.array([a, b]), lr, 0), shows="no step at all", weight=0.5),
        Probe((TILTED_SLOPES, np.zeros(2), lr, 3), shows="a start at the minimum", weight=0.5),
    ]


descend_2d = Exercise(
    name="descend_2d",
    points=(3, 3),
    reference=_walk,
    examples=(
        Probe((BOWL_SLOPES, np.array([8.0, 6.0]), 0.1, 3), shows="the bowl from (8, 6)"),
        Probe(
            (TILTED_SLOPES, np.array([4.0, -1.5]), 0.25, 4), shows="slopes that need both weights"
        ),
        Probe((TILTED_SLOPES, np.array([-2.0, 3.25]), 0.125, 1), shows="a single step"),
        Probe((BOWL_SLOPES, np.array([8.0, 6.0]), 0.1, 0), shows="no step at all", weight=0.5),
        Probe(
            (BOWL_SLOPES, np.array([3.0, -1.0]), 0.1, 2),
            shows="a start at the minimum",
            weight=0.5,
        ),
    ),
    draw=_starts,
    mistakes=(
        Mistake(
            "descend_2d.stops-where-flat",
            "take all the steps, also where the slopes are zero: they just do not move",
            lambda grad, w0, lr, steps: [
                w for i, w in enumerate(_walk(grad, w0, lr, steps)) if i == 0 or np.any(grad(w))
            ],
        ),
        Mistake(
            "descend_2d.sign-flipped",
            "your walk goes uphill; which sign takes you against the gradient?",
            lambda grad, w0, lr, steps: _walk(grad, w0, -lr, steps),
        ),
        *each_form(
            "descend_2d.same-array-every-time",
            "all your rows are one and the same array, changed in place; store a copy",
            (
                lambda grad, w0, lr, steps: [_walk(grad, w0, lr, steps)[-1]] * (steps + 1),
                lambda grad, w0, lr, steps: [w0] + [_walk(grad, w0, lr, steps)[-1]] * steps,
            ),
        ),
        *each_form(
            "descend_2d.sequential-update",
            "take the whole gradient at the old place; only then move, both weights at once",
            (
                lambda grad, w0, lr, steps: _walk(_in_turn(grad, lr, (0, 1)), w0, lr, steps),
                lambda grad, w0, lr, steps: _walk(_in_turn(grad, lr, (1, 0)), w0, lr, steps),
            ),
        ),
        *each_form(
            "descend_2d.start-missing",
            "the first row must be the start itself",
            (
                lambda grad, w0, lr, steps: _walk(grad, w0, lr, steps)[1:],
                lambda grad, w0, lr, steps: list(_walk(grad, w0, lr, steps)[1:]),
            ),
        ),
        *each_form(
            "descend_2d.last-only",
            "return every place on the way, not the last one alone",
            (
                lambda grad, w0, lr, steps: _walk(grad, w0, lr, steps)[-1],
                lambda grad, w0, lr, steps: _walk(grad, w0, lr, steps)[-1:],
            ),
        ),
        Mistake(
            "descend_2d.one-step-too-many",
            "count the steps: `steps` of them make `steps + 1` rows",
            lambda grad, w0, lr, steps: _walk(grad, w0, lr, steps + 1),
        ),
        *each_form(
            "descend_2d.one-step-too-few",
            "count the steps: `steps` of them make `steps + 1` rows",
            (
                lambda grad, w0, lr, steps: _walk(grad, w0, lr, max(steps - 1, 0)),
                lambda grad, w0, lr, steps: _walk(grad, w0, lr, steps)[:-1],
                lambda grad, w0, lr, steps: list(_walk(grad, w0, lr, steps)[:-1]),
            ),
        ),
        Mistake(
            "descend_2d.start-twice",
            "the start stands there twice; do you store the place before you take the step?",
            lambda grad, w0, lr, steps: [w0, *_walk(grad, w0, lr, steps)[:-1]][: steps + 1],
        ),
        *each_form(
            "descend_2d.row-left-empty",
            "one row is still (0, 0); which row does the loop never fill?",
            (
                lambda grad, w0, lr, steps: _zeroed(_walk(grad, w0, lr, steps), 0),
                lambda grad, w0, lr, steps: _zeroed(_walk(grad, w0, lr, steps), -1),
                lambda grad, w0, lr, steps: [*_walk(grad, w0, lr, steps)[1:], np.zeros(2)],
            ),
        ),
        *each_form(
            "descend_2d.return-in-loop",
            "the function returns during its first step; how far is your `return` indented?",
            (
                lambda grad, w0, lr, steps: _walk(grad, w0, lr, 1) if steps else None,
                lambda grad, w0, lr, steps: _walk(grad, w0, lr, 1)[-1] if steps else None,
            ),
        ),
        Mistake(
            "descend_2d.stale-gradient",
            "the gradient changes as you walk; take it again at every step",
            lambda grad, w0, lr, steps: _walk(lambda w: grad(w0), w0, lr, steps),
        ),
        Mistake(
            "descend_2d.slope-one-step-behind",
            "each step must use the gradient where it begins; yours uses that of the step before",
            lambda grad, w0, lr, steps: _walk(_behind(grad, w0), w0, lr, steps),
        ),
        Mistake(
            "descend_2d.rate-missing",
            "the step is the learning rate times the gradient; the rate is missing",
            lambda grad, w0, lr, steps: _walk(grad, w0, 1.0, steps),
        ),
        *each_form(
            "descend_2d.rate-fixed",
            "the caller chooses the learning rate; yours is always the same",
            (
                lambda grad, w0, lr, steps, fixed=fixed: _walk(grad, w0, fixed, steps)
                for fixed in (0.1, 0.01, 0.05, 0.001)
            ),
        ),
        Mistake(
            "descend_2d.rate-twice",
            "the gradient is multiplied by the rate once; look for a second time",
            lambda grad, w0, lr, steps: _walk(grad, w0, lr * lr, steps),
        ),
        Mistake(
            "descend_2d.rate-divided",
            "the step is the rate times the gradient; a small rate must make a short step",
            lambda grad, w0, lr, steps: _walk(grad, w0, 1 / lr, steps),
        ),
        *each_form(
            "descend_2d.steps-of-fixed-length",
            "a step is the rate times the gradient: steep ground makes it longer",
            (
                lambda grad, w0, lr, steps: [
                    w0,
                    *_walk(lambda w: _unit(grad(w)), w0, lr, steps)[1:],
                ],
                lambda grad, w0, lr, steps: _walk(lambda w: np.sign(grad(w)), w0, lr, steps),
            ),
        ),
        *each_form(
            "descend_2d.extra-factor",
            "`grad` gives the whole gradient; it needs no further factor",
            (
                lambda grad, w0, lr, steps: _walk(grad, w0, 2 * lr, steps),
                lambda grad, w0, lr, steps: _walk(grad, w0, lr / 2, steps),
            ),
        ),
        Mistake(
            "descend_2d.absolute-slopes",
            "the signs of the slopes tell the way; with `abs` every step goes the same way",
            lambda grad, w0, lr, steps: _walk(lambda w: abs(grad(w)), w0, lr, steps),
        ),
        *each_form(
            "descend_2d.one-slope-for-both",
            "each weight moves by its own slope; add or mix the slopes nowhere",
            (
                lambda grad, w0, lr, steps, mix=mix: _walk(lambda w: mix(grad(w)), w0, lr, steps)
                for mix in (
                    lambda g: g[0],
                    lambda g: g[1],
                    np.sum,
                    np.mean,
                    np.linalg.norm,
                    np.max,
                )
            ),
        ),
        Mistake(
            "descend_2d.slopes-swapped",
            "the first slope belongs to the first weight, the second to the second",
            lambda grad, w0, lr, steps: _walk(lambda w: grad(w)[::-1], w0, lr, steps),
        ),
        *each_form(
            "descend_2d.one-weight-only",
            "both weights must move; one of yours stands still",
            (
                lambda grad, w0, lr, steps: _walk(
                    lambda w: grad(w) * np.array([1, 0]), w0, lr, steps
                ),
                lambda grad, w0, lr, steps: _walk(
                    lambda w: grad(w) * np.array([0, 1]), w0, lr, steps
                ),
            ),
        ),
        *each_form(
            "descend_2d.weight-forgotten",
            "a step begins at the place where you stand, and changes it by a little",
            (
                lambda grad, w0, lr, steps: _walk(lambda w: w / lr + grad(w), w0, lr, steps),
                lambda grad, w0, lr, steps: _walk(lambda w: w / lr - grad(w), w0, lr, steps),
            ),
        ),
        *each_form(
            "descend_2d.grad-not-used",
            "the caller brings the gradient; yours is always that of the bowl",
            (
                lambda grad, w0, lr, steps: _walk(BOWL_SLOPES, w0, lr, steps),
                lambda grad, w0, lr, steps: _walk(TILTED_SLOPES, w0, lr, steps),
            ),
        ),
        *each_form(
            "descend_2d.start-not-used",
            "the walk must begin at the start that the caller gives",
            (
                lambda grad, w0, lr, steps, fixed=fixed: _walk(grad, fixed, lr, steps)
                for fixed in ((0.0, 0.0), (8.0, 6.0), (1.0, 1.0))
            ),
        ),
        *each_form(
            "descend_2d.steps-not-used",
            "the caller says how many steps to take; you always take the same number",
            (
                lambda grad, w0, lr, steps, fixed=fixed: _walk(grad, w0, lr, fixed)
                for fixed in (30, 100, 20, 50, 10)
            ),
        ),
        *each_form(
            "descend_2d.same-place-every-time",
            "each step must begin where the last one ended; yours all begin at the start",
            (
                lambda grad, w0, lr, steps: [w0] + [w0 - lr * grad(w0)] * steps,
                lambda grad, w0, lr, steps: _walk(
                    lambda w: (w - w0) / lr + grad(w), w0, lr, steps
                ),
            ),
        ),
        *each_form(
            "descend_2d.start-and-last-only",
            "every place on the way is wanted; is the list made anew in the loop?",
            (
                lambda grad, w0, lr, steps: [w0, *_walk(grad, w0, lr, steps)[1:][-1:]],
                lambda grad, w0, lr, steps: [w0, _walk(grad, w0, lr, steps)[-1]],
            ),
        ),
        Mistake(
            "descend_2d.transposed",
            "one row for each place, one column for each weight: shape (steps + 1, 2)",
            lambda grad, w0, lr, steps: _walk(grad, w0, lr, steps).T,
        ),
        *each_form(
            "descend_2d.flat",
            "keep the two weights of a place together: a row of two numbers for each place",
            (
                lambda grad, w0, lr, steps: _walk(grad, w0, lr, steps).ravel(),
                lambda grad, w0, lr, steps: _walk(grad, w0, lr, steps).T.ravel(),
            ),
        ),
        *each_form(
            "descend_2d.one-column-only",
            "both weights of every place are wanted",
            (
                lambda grad, w0, lr, steps: _walk(grad, w0, lr, steps)[:, 0],
                lambda grad, w0, lr, steps: _walk(grad, w0, lr, steps)[:, 1],
            ),
        ),
        Mistake(
            "descend_2d.columns-swapped",
            "the first column is for the first weight, the second for the second",
            lambda grad, w0, lr, steps: _walk(grad, w0, lr, steps)[:, ::-1],
        ),
        Mistake(
            "descend_2d.reversed",
            "the places belong in the order of the walk: the start first, the last one last",
            lambda grad, w0, lr, steps: _walk(grad, w0, lr, steps)[::-1],
        ),
        Mistake(
            "descend_2d.returned-gradients",
            "return the places on the way, not the gradients there",
            lambda grad, w0, lr, steps: [grad(w) for w in _walk(grad, w0, lr, steps)],
        ),
        *each_form(
            "descend_2d.returned-moves",
            "return the places on the way, not how far each step went",
            (
                lambda grad, w0, lr, steps: np.diff(_walk(grad, w0, lr, steps), axis=0),
                lambda grad, w0, lr, steps: [w0, *np.diff(_walk(grad, w0, lr, steps), axis=0)],
            ),
        ),
        *each_form(
            "descend_2d.rounded",
            "do not round the places as you walk; rounding is for printing",
            (
                form
                for digits in (2, 3, 1, 0)
                for form in (
                    lambda grad, w0, lr, steps, digits=digits: _rounded_walk(
                        grad, w0, lr, steps, digits
                    ),
                    lambda grad, w0, lr, steps, digits=digits: np.round(
                        _walk(grad, w0, lr, steps), digits
                    ),
                )
            ),
        ),
        Mistake(
            "descend_2d.whole-numbers",
            "whole numbers cannot hold the places; is an array or an `int` cutting them off?",
            lambda grad, w0, lr, steps: np.trunc(_walk(grad, w0, lr, steps)),
        ),
        Mistake(
            "descend_2d.more-than-the-places",
            "return the places and nothing beside them, two numbers in each row",
            spot=lambda call: (
                _shape(call.result)[1:] == (3,)
                or (
                    isinstance(call.result, tuple)
                    and len(call.result) in (2, 3)
                    and any(_shape(part)[1:] == (2,) for part in call.result)
                )
            ),
        ),
        Mistake(
            "descend_2d.extra-brackets",
            "the answer has shape (steps + 1, 2); one pair of brackets is too many",
            spot=lambda call: len(_shape(call.result)) == 3,
        ),
        Mistake(
            "descend_2d.steps-not-used",
            "the caller says how many steps to take; take so many, no more and no fewer",
            spot=lambda call: _shape(call.result) not in ((), (call.probe.args[3] + 1, 2)),
        ),
    ),
)


# simultaneous_step(w1, w2, lr) on w1² + w1·w2 + w2²


def _step(w1, w2, lr, *, steps=1, slopes=tilted_bowl.gradient) -> tuple[float, float]:
    w1, w2 = _walk(slopes, np.array([w1, w2]), lr, steps)[-1]
    return float(w1), float(w2)


def _other_slopes(first: str, second: str) -> Callable:
    slopes = _pair(first, second)
    return lambda w1, w2, lr: _step(w1, w2, lr, slopes=slopes)


def _steps(rng: np.random.Generator) -> list[Probe]:
    a, b, c, d = _uniform(rng, 0.5, 4, 4)
    lr, other = _uniform(rng, 0.05, 0.4, 2)
    return [
        Probe((a, -b, lr), shows="a place on the right"),
        Probe((-c, -d, other), shows="a place where both weights are below zero"),
        Probe((0.0, b, other), shows="a place where w1 is zero"),
    ]


simultaneous_step = Exercise(
    name="simultaneous_step",
    points=(1, 1),
    reference=_step,
    examples=(
        Probe((4.0, -1.0, 0.1), shows="a step from (4, −1)"),
        Probe((-1.5, 2.345, 0.25), shows="a step from another place at another rate"),
        Probe((0.0, 3.0, 0.5), shows="a step that w1 takes because of w2"),
    ),
    draw=_steps,
    mistakes=(
        *each_form(
            "simultaneous_step.sequential-update",
            "both slopes must be taken at the old place; is one of the weights new already?",
            (
                lambda w1, w2, lr: _step(
                    w1, w2, lr, slopes=_in_turn(tilted_bowl.gradient, lr, (0, 1))
                ),
                lambda w1, w2, lr: _step(
                    w1, w2, lr, slopes=_in_turn(tilted_bowl.gradient, lr, (1, 0))
                ),
            ),
        ),
        Mistake(
            "simultaneous_step.sign-flipped",
            "your step goes uphill; which sign takes you against the slopes?",
            lambda w1, w2, lr: _step(w1, w2, -lr),
        ),
        Mistake(
            "simultaneous_step.rate-missing",
            "the step is the learning rate times the slope; the rate is missing",
            lambda w1, w2, lr: _step(w1, w2, 1.0),
        ),
        *each_form(
            "simultaneous_step.rate-fixed",
            "the caller chooses the learning rate; yours is always the same",
            (lambda w1, w2, lr, fixed=fixed: _step(w1, w2, fixed) for fixed in (0.1, 0.01)),
        ),
        *each_form(
            "simultaneous_step.coupling-missing",
            "the middle term w1·w2 changes with each of the weights: it belongs to both slopes",
            (
                _other_slopes("2*w[0]", "2*w[1]"),
                _other_slopes("2*w[0] + w[1]", "2*w[1]"),
                _other_slopes("2*w[0]", "w[0] + 2*w[1]"),
                _other_slopes("2*w[0] + 1", "2*w[1] + 1"),
            ),
        ),
        *each_form(
            "simultaneous_step.product-slope",
            "let only w1 change in w1·w2: the term grows by w2 for each 1 that w1 grows",
            (
                _other_slopes("2*w[0] + w[0]", "w[1] + 2*w[1]"),
                _other_slopes("2*w[0] + w[0]*w[1]", "w[0]*w[1] + 2*w[1]"),
                _other_slopes("2*w[0] + w[0] + w[1]", "w[0] + w[1] + 2*w[1]"),
                _other_slopes("2*w[0] - w[1]", "2*w[1] - w[0]"),
            ),
        ),
        *each_form(
            "simultaneous_step.factor",
            "check the factor in front of each weight in both slopes",
            (
                _other_slopes("w[0] + w[1]", "w[0] + w[1]"),
                _other_slopes("2*w[0] + 2*w[1]", "2*w[0] + 2*w[1]"),
                _other_slopes("4*w[0] + 2*w[1]", "2*w[0] + 4*w[1]"),
                _other_slopes("w[0] + w[1]/2", "w[0]/2 + w[1]"),
            ),
        ),
        *each_form(
            "simultaneous_step.other-term-kept",
            "while one weight changes, the other's square stands still and has no slope",
            (
                _other_slopes("2*w[0] + w[1] + w[1]**2", "2*w[1] + w[0] + w[0]**2"),
                _other_slopes("2*w[0] + w[1] + 2*w[1]", "2*w[1] + w[0] + 2*w[0]"),
            ),
        ),
        Mistake(
            "simultaneous_step.square-kept",
            "the slope of a square is no square; the exponent comes down in front",
            _other_slopes("2*w[0]**2 + w[1]", "w[0] + 2*w[1]**2"),
        ),
        Mistake(
            "simultaneous_step.brackets-missing",
            "the rate multiplies the whole slope: put the slope in brackets",
            lambda w1, w2, lr: (w1 - lr * 2 * w1 + w2, w2 - lr * w1 + 2 * w2),
        ),
        *each_form(
            "simultaneous_step.loss-for-slope",
            "a step needs the slopes; yours is made of the loss",
            (_other_slopes(*2 * ["w[0]**2 + w[0]*w[1] + w[1]**2"]),),
        ),
        Mistake(
            "simultaneous_step.slopes-swapped",
            "each weight moves by its own slope; yours are exchanged",
            _other_slopes("w[0] + 2*w[1]", "2*w[0] + w[1]"),
        ),
        Mistake(
            "simultaneous_step.results-swapped",
            "return the new w1 first, then the new w2",
            lambda w1, w2, lr: _step(w1, w2, lr)[::-1],
        ),
        *each_form(
            "simultaneous_step.other-loss",
            "these are slopes of the bowl; this exercise is about w1² + w1·w2 + w2²",
            (
                lambda w1, w2, lr: _step(w1, w2, lr, slopes=BOWL_SLOPES),
                _other_slopes("w[0]", "25*w[1]"),
            ),
        ),
        Mistake(
            "simultaneous_step.returned-slopes",
            "return the new weights, not the slopes",
            lambda w1, w2, lr: tuple(tilted_bowl.gradient([w1, w2])),
        ),
        *each_form(
            "simultaneous_step.returned-moves",
            "return the new weights, not how far they move",
            (
                lambda w1, w2, lr: tuple(-lr * tilted_bowl.gradient([w1, w2])),
                lambda w1, w2, lr: tuple(lr * tilted_bowl.gradient([w1, w2])),
            ),
        ),
        *each_form(
            "simultaneous_step.one-weight-only",
            "both weights move, and both are returned",
            (
                lambda w1, w2, lr: _step(w1, w2, lr)[0],
                lambda w1, w2, lr: _step(w1, w2, lr)[1],
                lambda w1, w2, lr: (_step(w1, w2, lr)[0], w2),
                lambda w1, w2, lr: (w1, _step(w1, w2, lr)[1]),
            ),
        ),
        Mistake(
            "simultaneous_step.not-moved",
            "you return the old weights; where do the new ones go?",
            lambda w1, w2, lr: (w1, w2),
        ),
        Mistake(
            "simultaneous_step.two-steps",
            "take one step only",
            lambda w1, w2, lr: _step(w1, w2, lr, steps=2),
        ),
        *each_form(
            "simultaneous_step.returned-loss",
            "return the new weights; their loss is not asked for",
            (
                lambda w1, w2, lr: tilted_bowl(_step(w1, w2, lr)),
                lambda w1, w2, lr: tilted_bowl([w1, w2]),
            ),
        ),
        *each_form(
            "simultaneous_step.rounded",
            "do not round inside the function; rounding is for printing",
            (
                lambda w1, w2, lr, digits=digits: np.round(_step(w1, w2, lr), digits)
                for digits in (2, 1, 3, 0)
            ),
        ),
        Mistake(
            "simultaneous_step.more-than-the-weights",
            "return the two new weights and nothing beside them",
            spot=lambda call: _shape(call.result) in ((3,), (2, 2), (4,)),
        ),
    ),
)


# Three values: rates for 2·w1² + 9·w2²

GENTLE, STEEP = 4.0, 18.0


def _rates(bound: float, best: float, left: float) -> Callable:
    return {"rate_bound": bound, "best_rate": best, "part_left": left}.get


def _rates_of(low: float, high: float) -> Callable:
    return _rates(2 / high, 2 / (low + high), (high - low) / (high + low))


_right_rates = _rates_of(GENTLE, STEEP)
_RIGHT_RATES = [_right_rates(name) for name in ("rate_bound", "best_rate", "part_left")]


def _but(**others: float) -> Callable:
    """Return the right values with some of them replaced."""
    return lambda name: others.get(name, _right_rates(name))


def _coarse(right: Callable) -> Callable[[Call], bool]:
    """Return a spot: the value is right but for having too few digits."""

    def spot(call: Call) -> bool:
        try:
            got, wanted = np.asarray(call.result, float), np.asarray(right(call.probe.args[0]))
        except (TypeError, ValueError):
            return False
        # With `last` digits after the point, three digits of the largest number count.
        last = 2 - int(np.floor(np.log10(np.max(np.abs(wanted)))))
        return got.shape == wanted.shape and any(
            np.allclose(got, np.round(wanted, digits), rtol=0, atol=1e-12)
            for digits in range(last - 2, last + 2)
        )

    return spot


ravine_rates = Exercise(
    name="ravine_rates",
    points=(1, 1),
    values=("rate_bound", "best_rate", "part_left"),
    reference=_right_rates,
    examples=(
        Probe(("rate_bound",), shows="the bound for the rate"),
        Probe(("best_rate",), shows="the best rate"),
    ),
    draw=lambda rng: [Probe(("part_left",), shows="the part that a step leaves")],
    mistakes=(
        *each_form(
            "ravine_rates.coefficients-for-curvatures",
            "the curvature of 9·w2² is not 9: its slope is 18·w2, and how fast does that change?",
            (
                _rates_of(2, 9),
                _but(rate_bound=2 / 9),
                _but(best_rate=2 / 11),
                _rates_of(1, 4.5),
            ),
        ),
        *each_form(
            "ravine_rates.gentle-side",
            "the steepest direction sets the bound: with a larger rate the walk leaves there",
            (_but(rate_bound=2 / GENTLE), _but(rate_bound=2 / 2)),
        ),
        *each_form(
            "ravine_rates.one-for-two",
            "1/curvature lands on the floor in one step; how far beyond that is the bound?",
            (
                _rates(1 / STEEP, 1 / (GENTLE + STEEP), _RIGHT_RATES[2]),
                _but(rate_bound=1 / STEEP),
                _but(best_rate=1 / (GENTLE + STEEP)),
            ),
        ),
        *each_form(
            "ravine_rates.best-for-one-side",
            "that rate suits one direction only; the best rate leaves the same part of both",
            (
                _but(best_rate=1 / STEEP, part_left=1 - GENTLE / STEEP),
                _but(best_rate=1 / STEEP),
                _but(part_left=1 - GENTLE / STEEP),
                _but(best_rate=1 / GENTLE),
                _but(best_rate=2 / STEEP),
            ),
        ),
        *each_form(
            "ravine_rates.minus-for-plus",
            "below the line stands the sum of both curvatures",
            (
                _but(best_rate=2 / (STEEP - GENTLE)),
                _but(part_left=(STEEP + GENTLE) / (STEEP - GENTLE)),
            ),
        ),
        *each_form(
            "ravine_rates.part-taken-off",
            "that is the part that a step takes off; what is left?",
            (_but(part_left=1 - _RIGHT_RATES[2]),),
        ),
        *each_form(
            "ravine_rates.condition-number",
            "that is the condition number or its inverse; how much does one step leave?",
            (_but(part_left=STEEP / GENTLE), _but(part_left=GENTLE / STEEP)),
        ),
        *each_form(
            "ravine_rates.of-the-loss",
            "that is the part of the loss; the question is about the distance",
            (_but(part_left=_RIGHT_RATES[2] ** 2),),
        ),
        *each_form(
            "ravine_rates.negative",
            "a part of a distance is above zero: the minus sign says that the side changes",
            (_but(part_left=-_RIGHT_RATES[2]),),
        ),
        *each_form(
            "ravine_rates.another-ravine",
            "these are the rates of the ravine in the picture; this one has other curvatures",
            (_rates_of(1, 25), _but(rate_bound=0.08), _but(part_left=24 / 26)),
        ),
        Mistake(
            "ravine_rates.too-few-digits",
            "give at least four digits, not counting zeros in front, or let Python work it out",
            spot=_coarse(_right_rates),
        ),
    ),
    rtol=2e-4,
)


# What the article got wrong: the walk on the bowl

ROWS = {"true_loss_1": 1, "true_loss_10": 10, "true_loss_19": 19, "true_loss_28": 28}


def _article(*, lr=0.1, late=0, slopes=bowl.gradient, loss=bowl, final=None) -> Callable:
    """Return a reader of the five values; every row `late` steps later than it should be."""
    places = _walk(slopes, np.array([8.0, 6.0]), lr, 40)
    values = {name: float(loss(places[row + late])) for name, row in ROWS.items()}
    return (values | {"true_final": places[30 + late] if final is None else final}).get


_right_rows = _article()
_printed = {
    "true_loss_1": 48.4,
    "true_loss_10": 1.4788,
    "true_loss_19": 0.1394,
    "true_loss_28": 0.0039,
    "true_final": np.array([3.0089, -0.9881]),
}
_printed_weights = {
    "true_loss_1": (7.0, 4.6),
    "true_loss_10": (3.9475, 0.1934),
    "true_loss_19": (3.1994, -0.7235),
    "true_loss_28": (3.0421, -0.9413),
}
_losses_there = {name: float(bowl(place)) for name, place in _printed_weights.items()}

article_bowl = Exercise(
    name="article_bowl",
    points=(1, 1),
    values=(*ROWS, "true_final"),
    reference=_right_rows,
    examples=(
        Probe(("true_loss_1",), shows="the loss after 1 step"),
        Probe(("true_final",), shows="the place after 30 steps"),
    ),
    draw=lambda rng: [
        Probe(("true_loss_10",), shows="the loss after 10 steps"),
        Probe(("true_loss_19",), shows="the loss after 19 steps"),
        Probe(("true_loss_28",), shows="the loss after 28 steps"),
    ],
    mistakes=(
        *each_form(
            "article_bowl.believed-the-article",
            "this is what the article prints; run the walk and look at yours",
            (
                _printed.get,
                lambda name: (
                    _printed["true_loss_1"] if name == "true_loss_1" else _right_rows(name)
                ),
            ),
        ),
        Mistake(
            "article_bowl.loss-at-the-printed-weights",
            "the article's weights are wrong already after 10 steps; walk yourself",
            lambda name: _losses_there.get(name, _right_rows("true_final")),
        ),
        *each_form(
            "article_bowl.one-step-too-few",
            "that is one step too early; row 0 is the start, row 1 the place after one step",
            (
                _article(late=-1),
                _article(late=-1, final=_right_rows("true_final")),
                lambda name: (
                    _article(late=-1)(name) if name == "true_final" else _right_rows(name)
                ),
            ),
        ),
        *each_form(
            "article_bowl.one-step-too-many",
            "that is one step too late; row 1 is the place after one step",
            (
                _article(late=1),
                _article(late=1, final=_right_rows("true_final")),
                lambda name: _article(late=1)(name) if name == "true_final" else _right_rows(name),
            ),
        ),
        *each_form(
            "article_bowl.where-it-would-end",
            "(3, −1) is where the walk would end after very many steps; the question is about 30",
            (_article(final=np.array([3.0, -1.0])),),
        ),
        *each_form(
            "article_bowl.final-swapped",
            "w1 comes first, then w2",
            (_article(final=_right_rows("true_final")[::-1]),),
        ),
        *each_form(
            "article_bowl.final-loss",
            "the place is wanted, two numbers, not the loss there",
            (_article(final=float(bowl(_right_rows("true_final")))),),
        ),
        *each_form(
            "article_bowl.one-weight-only",
            "the place has two weights; give both, as in (w1, w2)",
            (_article(final=_right_rows("true_final")[i]) for i in (0, 1)),
        ),
        *each_form(
            "article_bowl.distance-for-loss",
            "the loss is the sum of the two squares, with no root and no mean",
            (
                _article(loss=lambda w: np.sqrt(bowl(w))),
                _article(loss=lambda w: bowl(w) / 2),
                _article(loss=lambda w: abs(w[0] - 3) + abs(w[1] + 1)),
            ),
        ),
        *each_form(
            "article_bowl.other-loss",
            "your walk ends elsewhere; compare your loss and slopes with the bowl's, sign by sign",
            (
                _article(slopes=slopes, loss=loss)
                for slopes, loss in (
                    (Formula("2*(w - np.array([3, 1]))"), Formula("np.sum((w - [3, 1])**2)")),
                    (Formula("2*(w - np.array([3, 1]))"), bowl),
                    (bowl.gradient, Formula("np.sum((w - [3, 1])**2)")),
                )
            ),
        ),
        Mistake(
            "article_bowl.uphill",
            "your walk goes uphill; which sign takes you against the gradient?",
            _article(lr=-0.1),
        ),
        *each_form(
            "article_bowl.other-rate",
            "the rate of that walk is 0.1, and the slopes are 2(w1 − 3) and 2(w2 + 1)",
            (_article(lr=lr) for lr in (0.05, 0.01, 0.2, 0.001)),
        ),
        Mistake(
            "article_bowl.too-few-digits",
            "give at least four digits, not counting zeros in front, or let Python work it out",
            spot=_coarse(_right_rows),
        ),
    ),
    rtol=2e-4,
)

EXERCISES = (grad_2d, descend_2d, simultaneous_step, ravine_rates, article_bowl)
