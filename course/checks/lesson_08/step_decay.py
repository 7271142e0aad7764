"""step_decay(lr0, t, drop=0.5, every=100): the rate falls in stairs."""

from __future__ import annotations

import math

import numpy as np

from course import schedules
from course.checks.drawn import number
from course.checks.exercise import Exercise, Probe, asked, instead
from course.checks.families.schedules import made_of, of_a_power, of_a_schedule, tiny


def rate(lr0, t, drop=0.5, every=100):
    """Return the rate at step t: what is right."""
    return schedules.step_decay(lr0, drop, every)(t)


def _parts(lr0, t, drop=0.5, every=100) -> tuple:
    """Return what a rate is made of: the first rate, the factor, and how often it has dropped."""
    return lr0, drop, t // every


def _asking_itself(lr0, t, drop, every, *handed_on) -> float:
    """Return what a function gives that calls itself once for each drop, with other dials."""
    return lr0 if t < every else drop * rate(lr0, t - every, *handed_on)


def _fresh(rng: np.random.Generator) -> list[Probe]:
    lr0, low, high = number(rng, 0.2, 0.9), number(rng, 0.15, 0.4), number(rng, 0.75, 0.9)
    every, drops = int(rng.integers(6, 13)), int(rng.integers(2, 4))
    named = {"every": every, "drop": low}
    return [
        Probe((lr0, 0, high, every), shows="step 0", weight=0.5),
        Probe((lr0, drops * every - 1, low, every), shows="the last step before a drop"),
        Probe((lr0, drops * every, high, every), shows="a step with a drop"),
        Probe((lr0, every, low, every), shows="the first drop"),
        Probe((lr0, drops * every + 3 * every // 4), named, "named arguments"),
        # On both sides of a drop: neither 99 nor 101 steps do for 100.
        Probe((lr0, 100 * drops - 1), shows="the defaults", weight=0.5),
        Probe((lr0, 100 * drops), shows="the defaults", weight=0.5),
        Probe((lr0 + 4, 9 * every // 2, high, every), shows="a first rate above 1"),
        Probe(
            (int(rng.integers(2, 10)), drops * every + 1, high, every), shows="a whole first rate"
        ),
        Probe((tiny(lr0), drops * every + 2, low, every), shows="a tiny rate, in all its digits"),
        Probe((lr0, 12 * every, low, every), shows="a very late step"),
        # A loop that leaves out step 1, or asks `step % every == 1`, is right but for this.
        Probe((lr0, drops + 1, high, 1), shows="a drop after every step", weight=0.5),
    ]


step_decay = Exercise(
    name="step_decay",
    points=(2, 2),
    reference=rate,
    examples=(
        Probe((0.3, 0), shows="step 0", weight=0.5),
        Probe((0.01, 99), shows="the last step before the first drop"),
        Probe((0.01, 100), shows="the first drop"),
        Probe((0.01, 250), shows="two drops"),
        Probe((0.4, 35), {"drop": 0.2, "every": 10}, "another drop, every 10 steps"),
        Probe((3, 8, 0.9, 4), shows="a whole first rate, above 1"),
        Probe((0.5, 900), shows="a very late step"),
    ),
    draw=_fresh,
    mistakes=(
        asked(
            "drops-one-step-early",
            "step 99 still has the first rate, if it drops every 100 steps",
            t=lambda t: t + 1,
        ),
        asked(
            "drops-one-step-late",
            "the drop belongs to step 100 itself, if it drops every 100 steps",
            t=[lambda t: t - 1, lambda t: max(t - 1, 0)],
        ),
        instead(
            "no-default",
            "who gives no `drop` or no `every` must get 0.5 and 100: `drop=0.5` in the `def` line "
            "says so",
            lambda lr0, t, drop, every: rate(lr0, t, drop, every),
            lambda lr0, t, drop, every=100: rate(lr0, t, drop, every),
        ),
        instead(
            "other-default",
            "the defaults must be drop=0.5 and every=100",
            *(
                lambda lr0, t, drop=drop, every=100: rate(lr0, t, drop, every)
                for drop in (0.1, 0.2, 0.25, 0.3, 0.75, 0.8, 0.9, 0.95, 0.99, 0.05, 0.01, 1.0)
            ),
            *(
                lambda lr0, t, drop=0.5, every=every: rate(lr0, t, drop, every)
                for every in (10, 1, 2, 5, 20, 25, 30, 50, 99, 101, 150, 200, 250, 500, 1000)
            ),
            # As libraries and their examples have both.
            *(
                lambda lr0, t, drop=drop, every=every: rate(lr0, t, drop, every)
                for drop, every in ((0.1, 30), (0.1, 10), (0.9, 10))
            ),
        ),
        asked(
            "drop-fixed",
            "the caller chooses `drop`; yours is always the same",
            drop=[0.5, 0.1, 0.2, 0.9],
        ),
        instead(
            "dials-not-handed-on",
            "your function calls itself: which `drop` and which `every` does it have there?",
            lambda lr0, t, drop=0.5, every=100: _asking_itself(lr0, t, drop, every),
            lambda lr0, t, drop=0.5, every=100: _asking_itself(lr0, t, drop, every, drop),
            lambda lr0, t, drop=0.5, every=100: _asking_itself(lr0, t, drop, every, 0.5, every),
        ),
        asked(
            "every-fixed",
            "the caller chooses `every`; yours is always the same",
            every=[100, 10, 50],
        ),
        asked(
            "only-one-drop",
            "the rate drops again and again, not once only",
            t=lambda t, every: min(t, every),
        ),
        asked(
            "only-some-drops",
            "the rate drops after each `every` steps, however late: yours stops dropping; can you "
            "work out how often it has dropped at step t?",
            t=[lambda t, every, last=last: min(t, last * every) for last in (2, 3, 4)],
        ),
        asked(
            "only-at-the-drop",
            "after a drop the rate stays low; yours goes back up at the next step",
            t=[
                lambda t, every: every * (t % every == 0),
                lambda t, every: every * (t % every == 0 and t > 0),
                lambda t, every: every * (t == every),
            ],
        ),
        asked(
            "count-rounded",
            "count the drops that have been: always rounded down, never up",
            # A half goes to the even count, or always up.
            t=[
                lambda t, every: every * round(t / every),
                lambda t, every: every * math.floor(t / every + 0.5),
            ],
        ),
        asked(
            "drop-too-many",
            "how many drops have there been at step 99, if there is one every 100 steps? Yours "
            "has one too many",
            t=[lambda t, every: every * math.ceil(t / every), lambda t, every: t + every],
        ),
        asked(
            "drop-too-few",
            "how many drops have there been at step 100? Yours has one too few",
            t=lambda t, every: t - every,
        ),
        instead(
            "not-in-steps",
            "the rate must stay the same between two drops: how do you divide and round down?",
            lambda lr0, t, drop=0.5, every=100: lr0 * drop ** (t / every),
        ),
        asked(
            "remainder",
            "`%` gives what is left over when you divide; how often `every` fits in is wanted",
            t=lambda t, every: every * (t % every),
        ),
        asked(
            "every-step",
            "the rate drops every `every` steps; yours drops at each step",
            every=1,
        ),
        asked(
            "every-is-one",
            "where `every` is 1 there is a drop after each step, the first one, too: which steps "
            "does your loop look at, and does one of them pass your test?",
            t=[
                lambda t, every: t if every > 1 else max(t - 1, 0),
                lambda t, every: t if every > 1 else 0,
            ],
        ),
        asked(
            "division-upside-down",
            "how often does `every` fit into t? Look at which of them is divided by which",
            t=lambda t, every: every * (every // t),
        ),
        instead(
            "brackets-missing",
            "Python takes powers before it divides; put the division in brackets",
            lambda lr0, t, drop=0.5, every=100: lr0 * drop**t // every,
            lambda lr0, t, drop=0.5, every=100: lr0 * drop**t / every,
        ),
        asked(
            "always-one-drop",
            "the rate depends on the step number; yours has one drop at every step",
            t=lambda every: every,
        ),
        *of_a_schedule(),
        *of_a_power("drop", "drop", _parts),
        instead(
            "exponential-function",
            "no e is needed here: the power is of `drop` itself",
            lambda lr0, t, drop=0.5, every=100: lr0 * math.exp(-drop * t / every),
        ),
        instead(
            "divided-by-count",
            "a quotient with the number of drops is another schedule: each multiplies by `drop`",
            made_of(
                _parts,
                lambda lr0, drop, many: lr0 / (1 + drop * many),
                lambda lr0, drop, many: lr0 / (1 + many),
            ),
        ),
    ),
    # A product of positive factors has no noise around 0, and small rates are rates, too.
    atol=0.0,
)
