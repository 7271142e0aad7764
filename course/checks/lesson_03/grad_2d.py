"""grad_2d(w): the gradient of the bowl (w1 − 3)² + (w2 + 1)²."""

from __future__ import annotations

import numpy as np

from course.checks.compare import difference, numeric
from course.checks.exercise import Call, Exercise, Probe, answered, instead, spotted, stops
from course.checks.families import inputs, numbers
from course.checks.lesson_03.shared import shape_of, uniform, unit
from course.formula import Formula
from course.landscapes import bowl

# Slopes measured with a small h are slopes, too.
ATOL = 2e-6
FIRST, SECOND = "2*(w[0] - 3)", "2*(w[1] + 1)"


def _pair(first: str, second: str) -> Formula:
    """Return a function of w = (w1, w2) that gives two numbers, each as text."""
    return Formula(f"np.array([{first}, {second}])")


def _either(first: str, second: str) -> tuple[Formula, ...]:
    """Return three functions: both slopes wrong, or one of the two."""
    return _pair(first, second), _pair(FIRST, second), _pair(first, SECOND)


# --- an array, for the next exercise ----------------------------------------------------------


def _takes_a_step(call: Call) -> str | None:
    """Judge whether a step can be taken with what came back."""
    w = call.probe.args[0]
    try:
        same = difference(w - 0.1 * bowl.gradient(w), w - 0.1 * call.result, atol=ATOL) is None
    except (TypeError, ValueError, OverflowError):
        same = False
    return None if same else "an array of the two slopes, so that `w - 0.1 * grad_2d(w)` is a step"


def _right_but_no_array(call: Call) -> bool:
    return isinstance(call.result, (list, tuple)) and (
        difference(bowl.gradient(call.probe.args[0]), call.result, atol=ATOL) is None
    )


def _array_of_one(call: Call) -> bool:
    """Tell one of the two slopes, right, in an array without a row: what else it was given is a
    kind of number to `np.array`, not a second number."""
    got = call.result
    return shape_of(got) == () and isinstance(got, np.ndarray) and any(
        difference(slope, got, atol=ATOL) is None
        for slope in bowl.gradient(call.probe.args[0])
    )  # fmt: skip


def _cut_off(call: Call) -> bool:
    """Return whether w is whole and the slopes lost what stands after their points, or all."""
    w, got = call.probe.args[0], numeric(call.result)
    if w.dtype.kind != "i" or got is None or got.shape != (2,) or np.any(got % 1):
        return False
    return not got.any() or bool(np.all(np.abs(got - bowl.gradient(w)) <= 1))


def _fresh(rng: np.random.Generator) -> list[Probe]:
    a, b, c, d, e, f = uniform(rng, 0.5, 6.0, 6)
    # Four digits are not enough for these.
    near = np.array([3, -1]) + rng.integers(5, 60, size=2) / 1e4 + 1.7e-5
    whole = rng.integers(4, 20, size=2) * [1, -1] * rng.choice([-1, 1])
    far = np.array([a, -b]) * 1e4
    return [
        Probe((np.array([3.0 + a, -1.0 - b]),), shows="one slope above zero, one below"),
        Probe((np.array([-c, 1.0 + d]),), shows="a place left of the minimum"),
        Probe((np.array([3.0, e]),), shows="a slope of zero along w1"),
        Probe((np.array([-f, -1.0]),), shows="a slope of zero along w2"),
        Probe((np.array([3.0, -1.0]),), shows="the minimum", weight=0.5),
        Probe((whole,), shows="a place of whole numbers"),
        Probe((near,), shows="small slopes, in all their digits"),
        Probe((far,), shows="a place far out, where it is steep", weight=0.5),
        Probe((np.array([a, -b]),), shows="an array to take a step with", judge=_takes_a_step),
    ]


grad_2d = Exercise(
    name="grad_2d",
    points=(1, 1),
    reference=bowl.gradient,
    # A loss may be measured, but its gradient may not be called.
    may_use=("course.landscapes.value", "course.descent.central_difference"),
    examples=(
        Probe((np.array([8.0, 6.0]),), shows="the start of the walk, (8, 6)"),
        Probe((np.array([1.2345, 0.5678]),), shows="a slope below zero along w1"),
        Probe((np.array([-2, 5]),), shows="a place of whole numbers"),
        Probe((np.array([3.0, -1.0]),), shows="the minimum, where both slopes are zero"),
        Probe((np.array([3.001234, -1.002345]),), shows="small slopes, in all their digits"),
        Probe((np.array([8.0, 6.0]),), shows="an array to take a step with", judge=_takes_a_step),
    ),
    draw=_fresh,
    mistakes=(
        inputs.changed(),
        spotted(
            "not-an-array",
            "the two slopes are right, but a list or a tuple cannot be multiplied by a learning "
            "rate: make an array of them, `np.array([…, …])`",
            _right_but_no_array,
        ),
        answered(
            "forward-difference",
            "looking ahead only leaves an error as large as h; use the formula, or look both ways",
            *(lambda g, h=h: g + h for h in (1e-4, 1e-5, 1e-3, 1e-2, 0.1)),
        ),
        instead(
            "center-sign",
            "where is each bracket zero? At w1 = 3 and at w2 = −1",
            _either("2*(w[0] + 3)", "2*(w[1] - 1)"),
            # One centre for both weights.
            _pair(FIRST, "2*(w[1] - 3)"),
            _pair("2*(w[0] + 1)", SECOND),
        ),
        numbers.absolute("a slope has a sign: with `abs` you cannot tell uphill from downhill"),
        numbers.sign_flipped("the gradient points uphill; the minus sign belongs to the step"),
        instead(
            "factor-missing",
            "the slope of a square such as (w − 3)² is not the bracket itself; what happens to "
            "the exponent?",
            _either("w[0] - 3", "w[1] + 1"),
        ),
        instead(
            "brackets-missing",
            "the factor 2 belongs to the whole bracket, not to the weight alone",
            _either("2*w[0] - 3", "2*w[1] + 1"),
        ),
        instead(
            "centers-missing",
            "that is the slope of w1² + w2²; this bowl's lowest point is not at (0, 0)",
            _pair("2*w[0]", "2*w[1]"),
        ),
        answered(
            "swapped", "the slope along w1 comes first, then the slope along w2", lambda g: g[::-1]
        ),
        instead(
            "wrong-weight",
            "the first slope needs w[0], the second w[1]; which one do you use where?",
            _either("2*(w[1] - 3)", "2*(w[0] + 1)"),
            _pair(FIRST, FIRST),
            _pair(SECOND, SECOND),
        ),
        instead(
            "whole-place-in-a-bracket",
            "`w` holds both weights: the first slope takes `w[0]` alone, the second `w[1]`",
            lambda w: 2 * (w - 3) + 2 * (w + 1),
        ),
        instead(
            "other-term-kept",
            "while w1 changes, w2 stands still: what is the slope of a number that stands still?",
            _either(f"{FIRST} + (w[1] + 1)**2", f"{SECOND} + (w[0] - 3)**2"),
            _either(f"{FIRST} + w[1] + 1", f"{SECOND} + w[0] - 3"),
        ),
        instead(
            "square-kept",
            "the slope of a square is no square; the exponent comes down in front",
            _either("2*(w[0] - 3)**2", "2*(w[1] + 1)**2"),
            _pair("(w[0] - 3)**2", "(w[1] + 1)**2"),
        ),
        instead("returned-loss", "that is the loss, not its slopes", bowl, lambda w: bowl(w) / 2),
        answered(
            "summed",
            "two weights have two slopes: keep them apart, and move one weight at a time",
            lambda g: np.sum(g),
            lambda g: np.repeat(np.sum(g), 2),
            lambda g: np.mean(g),
        ),
        spotted(
            "array-brackets-missing",
            "`np.array` takes all its numbers in one pair of square brackets, `np.array([…, …])`; "
            "without them yours holds a single number",
            _array_of_one,
        ),
        answered(
            "one-slope-only",
            "the gradient has one slope for each weight: two numbers, neither left out",
            lambda g: g[0],
            lambda g: g[1],
            lambda g: g[:1],
            lambda g: g * [1, 0],
            lambda g: g * [0, 1],
        ),
        answered(
            "length",
            "that is how steep it is, not which way; return the two slopes",
            lambda g: np.sqrt(g @ g),
            lambda g: g @ g,
        ),
        answered(
            "direction-only",
            "do not shorten the gradient to length 1: its length says how steep it is",
            unit,
            lambda g: np.sign(g),
        ),
        answered(
            "returned-step",
            "return the gradient alone; rate and step come in the next exercise",
            *(
                form
                for lr in (0.1, 0.01, 1)
                for form in (
                    lambda g, w, lr=lr: w - lr * g,
                    lambda g, lr=lr: -lr * g,
                    lambda g, lr=lr: lr * g,
                )
            ),
        ),
        numbers.rounded(2, 1, 3, 4, 0),
        answered(
            "rounded",
            "do not round inside the function; rounding is for printing",
            lambda g: np.trunc(g),
            lambda g: np.floor(g),
        ),
        spotted("whole-numbers-cut-off", numbers.WHOLE, _cut_off),
        spotted(
            "upward-component",
            "the gradient lies in the map: one number for each weight and no third one",
            lambda call: shape_of(call.result) == (3,),
        ),
        spotted(
            "extra-brackets",
            "two numbers in one pair of square brackets are wanted: a row, not a table",
            lambda call: shape_of(call.result) in ((2, 1), (1, 2), (2, 2)),
        ),
        stops(
            "two-arguments",
            "the function is called with one argument, an array; take both weights out of it",
            "grad_2d() missing 1 required positional argument",
        ),
    ),
    atol=ATOL,
)
