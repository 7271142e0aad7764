"""numerical_gradient(f, w, h=1e-4): the central difference."""

from __future__ import annotations

import numpy as np

from course.checks.exercise import Exercise, Probe, answered, asked, instead
from course.checks.families import numbers
from course.descent import central_difference, forward_difference
from course.formula import Formula
from course.landscapes import quartic


def slope(f, w, h=1e-4):
    """Return the central difference: what is right."""
    return central_difference(f, w, h)


def _ahead(f, w, h=1e-4):
    return forward_difference(f, w, h)


def _back(f, w, h=1e-4):
    return forward_difference(f, w, -h)


def _imaginary(f, w, h=1e-4):
    return np.imag(f(w + 1j * h)) / h


def _fresh(rng: np.random.Generator) -> list[Probe]:
    a, b, c = (round(float(v), 3) for v in rng.uniform(1, 3, size=3))
    w, h = round(float(rng.uniform(1, 2)), 3), round(float(rng.uniform(0.1, 0.4)), 3)
    whole = int(rng.integers(2, 6))
    return [
        Probe((Formula(f"{a}*w**3 + {b}*w**2 + {c}"), w), {"h": h}, "another cubic, a large h"),
        Probe((Formula(f"{a}*w**3 + {b}*w**2"), -w, h), shows="a weight left of zero"),
        Probe((Formula(f"np.exp(-{c}*w)"), w / 2, h / 2), shows="a falling curve"),
        Probe((Formula(f"{a}e8*w**3"), 0.0), shows="h = 0.0001 where none is given"),
        Probe((Formula(f"{a}*w**3 + w"), whole, h), shows="a whole number as weight"),
        Probe((Formula(f"{a}e-5*w**3"), w, h), shows="a small slope, in all its digits"),
    ]


numerical_gradient = Exercise(
    name="numerical_gradient",
    points=(2, 2),
    reference=slope,
    examples=(
        Probe((Formula("w**3"), 2.0), {"h": 0.1}, "a cubic with a large h"),
        Probe((Formula("np.sin(w)"), -2.0), {"h": 0.5}, "a slope below zero"),
        Probe((Formula("w**4 - 8*w**2 + w + 10"), 3), shows="the quartic with h = 0.0001"),
        Probe((Formula("1e8*w**3"), 0.0), shows="h = 0.0001 where none is given"),
    ),
    draw=_fresh,
    # Small slopes are slopes, too: six digits after the point are too few for them.
    atol=1e-9,
    may_use=("course.landscapes",),
    mistakes=(
        instead(
            "caret-for-power",
            "in Python `^` is no power: `10 ** -4`, or `1e-4`",
            lambda f, w, h=10 ^ -4: slope(f, w, h),
        ),
        instead(
            "other-default",
            "the default value of h must be 1e-4",
            (
                lambda f, w, h=default: slope(f, w, h)
                for default in (1e-5, 1e-3, 1e-6, 1e-2, 1e-8, 1e-7, 0.1, 1.0, 1e-10, 1e-12, 1e4)
            ),
        ),
        instead(
            "no-default",
            "who gives no h must get 1e-4; where does a function name its default values?",
            lambda f, w, h: slope(f, w, h),
        ),
        instead(
            "always-the-quartic",
            "the caller gives the function as `f`; your answer is always a slope of the quartic",
            lambda f, w, h=1e-4: slope(quartic, w, h),
        ),
        instead(
            "forward-for-central",
            "you look ahead only; a central difference looks the same way ahead and back",
            _ahead,
        ),
        instead(
            "backward-for-central",
            "you look back only; a central difference looks the same way ahead and back",
            _back,
        ),
        answered(
            "divided-by-h",
            "how far apart are the two places whose losses you compare? Divide by that distance",
            lambda slope: 2 * slope,
        ),
        answered(
            "times-h",
            "Python works `a / 2 * h` from the left; the whole distance belongs under the line",
            lambda slope, h: slope * h * h,
            lambda slope, h: slope * 4,
            lambda slope, h: slope * 4 * h * h,
        ),
        instead(
            "brackets-missing",
            "Python divides before it subtracts; put the difference of the losses in brackets",
            lambda f, w, h=1e-4: f(w + h) - f(w - h) / (2 * h),
            lambda f, w, h=1e-4: f(w + h) - f(w - h) / 2 * h,
            lambda f, w, h=1e-4: f(w + h) - f(w) / h,
        ),
        instead(
            "one-side-over-2h",
            "you divide by the distance from w - h to w + h, but compare with the loss at w",
            lambda f, w, h=1e-4: _ahead(f, w, h) / 2,
            lambda f, w, h=1e-4: _back(f, w, h) / 2,
        ),
        answered(
            "not-divided",
            "a slope is rise over run; the run is missing",
            lambda slope, h: slope * 2 * h,
        ),
        answered(
            "divided-by-2",
            "the run between the two places is not 2; it depends on h",
            lambda slope, h: slope * h,
        ),
        numbers.absolute(
            "a slope has a sign: where the curve falls to the right it is below zero"
        ),
        numbers.sign_flipped("where the curve rises to the right, the slope must be above zero"),
        instead(
            "added",
            "a slope compares two losses: one taken from the other",
            lambda f, w, h=1e-4: (f(w + h) + f(w - h)) / (2 * h),
        ),
        instead(
            "one-loss-alone",
            "a slope compares two losses; which one is taken from yours before it is divided?",
            lambda f, w, h=1e-4: f(w + h) / (2 * h),
            lambda f, w, h=1e-4: f(w + h) / h,
            lambda f, w, h=1e-4: f(w) / h,
            lambda f, w, h=1e-4: f(w) / (2 * h),
        ),
        instead(
            "half-distance",
            "look a whole h ahead and a whole h back, not half of it",
            lambda f, w, h=1e-4: slope(f, w, h / 2),
            lambda f, w, h=1e-4: slope(f, w, h / 2) / 2,
        ),
        instead(
            "double-distance",
            "look one h ahead and one h back, not 2h",
            lambda f, w, h=1e-4: slope(f, w, 2 * h),
            lambda f, w, h=1e-4: slope(f, w, 2 * h) * 2,
            lambda f, w, h=1e-4: _ahead(f, w, 2 * h),
        ),
        instead(
            "imaginary-step",
            "a step along the imaginary numbers is another formula, and more exact: a central "
            "difference compares the losses at w + h and w - h",
            _imaginary,
            lambda f, w, h=1e-20: _imaginary(f, w, h),
        ),
        asked(
            "h-with-the-weight",
            "take `h` as it is given; yours is longer where the weight is larger",
            h=[
                lambda h, w: h * max(1, abs(w)),
                lambda h, w: h * (1 + abs(w)),
            ],
        ),
        answered(
            "h-squared",
            "the distance is divided by once; is there a square or a second division too many?",
            lambda slope, h: slope / h,
            lambda slope, h: slope / h * 2,
            lambda slope, h: slope / (2 * h),
        ),
        instead(
            "second-derivative",
            "that formula measures how fast the slope changes, not the slope",
            lambda f, w, h=1e-4: (f(w + h) - 2 * f(w) + f(w - h)) / h**2,
        ),
        instead(
            "both-halves",
            "return one number; what is halfway between the slope ahead and the slope back?",
            lambda f, w, h=1e-4: (_ahead(f, w, h), _back(f, w, h)),
        ),
        answered(
            "h-added-to-loss",
            "move the weight by h, not the loss: h belongs inside the brackets of f",
            lambda slope: 1.0,
        ),
        asked(
            "h-ignored",
            "the caller chooses h; your answer does not change with it",
            h=[1e-4, 1e-5, 1e-6, 1e-8, 1e-9, 1e-3, 1e-2],
        ),
        instead(
            "h-not-accepted",
            "the function takes three arguments: f, w and h",
            lambda f, w: slope(f, w),
        ),
        instead(
            "returned-loss",
            "you return a loss, not a slope",
            lambda f, w, h=1e-4: f(w),
            lambda f, w, h=1e-4: f(w + h),
            lambda f, w, h=1e-4: f(w - h),
        ),
        answered(
            "returned-step",
            "return the slope alone; the step comes in the next exercise",
            *(lambda slope, w, lr=lr: w - lr * slope for lr in (1.0, 0.1, 0.01)),
        ),
        numbers.rounded(2, 3, 4, 1, 5, 6),
        numbers.integer(),
        numbers.text(),
    ),
)
