"""small_row, middle_row, large_row and one_step_rate: what the article should have printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations

from course.checks.exercise import Exercise, Probe, set_to
from course.descent import descend
from course.landscapes import parabola

RATES = {"small_row": 0.01, "middle_row": 0.1, "large_row": 0.9}


def _row(lr: float, steps: int = 50, start: float = -1.0) -> tuple[float, float]:
    walk = descend(parabola, start, lr, steps)
    return float(walk.final), float(walk.losses[-1])


def _rows(change: Callable[[float], object] = _row) -> dict[str, object]:
    return {name: change(lr) for name, lr in RATES.items()}


def _any_of(rows: Mapping[str, object]) -> list[dict[str, object]]:
    """Return these values all together, in pairs and each alone: another may be right."""
    return [
        dict(some) for many in range(len(rows), 0, -1) for some in combinations(rows.items(), many)
    ]


def _rate(*values: float) -> list[dict[str, float]]:
    return [{"one_step_rate": value} for value in values]


RIGHT = _rows() | {"one_step_rate": 0.5}

article_rates = Exercise(
    name="article_rates",
    points=(1, 1),
    values=tuple(RIGHT),
    reference=RIGHT.get,
    examples=(
        Probe(("small_row",), shows="the row of rate 0.01"),
        Probe(("middle_row",), shows="the row of rate 0.1"),
        Probe(("large_row",), shows="the row of rate 0.9"),
        Probe(("one_step_rate",), shows="the rate that lands on 4 in one step"),
    ),
    mistakes=(
        set_to(
            "believed-the-article",
            "these are the article's numbers; run the three walks and look at yours",
            *_any_of(
                {
                    "small_row": (2.6901, 1.741764),
                    "middle_row": (3.9988, 0.0),
                    "large_row": (3.4142, 0.341444),
                }
            ),
        ),
        set_to(
            "one-step-too-few",
            "that is the row after 49 steps; the article says 50",
            *_any_of(_rows(lambda lr: _row(lr, steps=49))),
        ),
        set_to(
            "one-step-too-many",
            "that is the row after 51 steps; the article says 50",
            *_any_of(_rows(lambda lr: _row(lr, steps=51))),
        ),
        set_to(
            "where-it-would-end",
            "that is where a walk would end after very many steps; the article's takes 50",
            *_any_of(_rows(lambda lr: (4.0, 2.0))),
        ),
        set_to(
            "other-number-of-steps",
            "the article's walks take 50 steps each",
            *_any_of(_rows(lambda lr: _row(lr, steps=20))),
            *_any_of(_rows(lambda lr: _row(lr, steps=100))),
        ),
        set_to(
            "swapped",
            "each row is (weight, loss), in this order",
            *_any_of(_rows(lambda lr: _row(lr)[::-1])),
        ),
        set_to(
            "loss-without-the-floor",
            "the loss is (w − 4)² + 2; the 2 is missing",
            *_any_of(_rows(lambda lr: (_row(lr)[0], _row(lr)[1] - 2))),
        ),
        set_to(
            "half-the-slope",
            "the slope of (w − 4)² is 2·(w − 4)",
            *_any_of(_rows(lambda lr: _row(lr / 2))),
        ),
        set_to(
            "start-at-zero",
            "the walks begin at w = −1",
            *_any_of(_rows(lambda lr: _row(lr, start=0.0))),
        ),
        set_to(
            "uphill",
            "your walks go uphill; which sign takes you against the slope?",
            *_any_of(_rows(lambda lr: _row(-lr))),
        ),
        set_to(
            "weight-only",
            "each row is a weight and a loss: two numbers",
            *_any_of(_rows(lambda lr: _row(lr)[0])),
        ),
        set_to(
            "loss-only",
            "each row is a weight and a loss: two numbers",
            *_any_of(_rows(lambda lr: _row(lr)[1])),
        ),
        set_to(
            "limit-for-one-step",
            "at rate 1 the walk cycles for ever; which rate makes 1 − lr·f″ zero?",
            *_rate(1.0),
        ),
        set_to(
            "curvature-for-rate",
            "2 is the curvature; which rate makes 1 − lr·f″ zero?",
            *_rate(2.0),
        ),
        set_to(
            "distance-for-rate",
            "the step is the rate times the slope, and must go from −1 to 4: how large is the "
            "slope at −1?",
            *_rate(5.0, -0.5, 10.0, -10.0),
        ),
        set_to(
            "too-few-digits",
            "give at least four digits after the point",
            *(
                form
                for digits in (3, 2, 1, 0)
                for form in _any_of(
                    _rows(lambda lr, n=digits: tuple(round(v, n) for v in _row(lr)))
                )
            ),
        ),
    ),
    # Four digits after the point are enough, three are not.
    rtol=0,
    atol=6e-5,
)
