"""true_loss_1, …, true_final: what the article should have printed of its walk on the bowl."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from course.checks.exercise import Exercise, Probe
from course.checks.families.values import cut_short, some_of
from course.checks.families.walks import walk
from course.landscapes import bowl

# Four digits are enough, three are not.
RTOL = 2e-4
STEPS = (1, 10, 19, 28)
START = np.array([8.0, 6.0])
OTHER_CENTER = np.array([3.0, 1.0])


def _of(
    *,
    lr: float = 0.1,
    late: int = 0,
    start: np.ndarray = START,
    slopes: Callable = bowl.gradient,
    loss: Callable = bowl,
) -> dict[str, Any]:
    """Return the five values of a walk; each is taken `late` steps later than it should be."""
    places = walk(slopes, start, lr, 31)
    losses = {f"true_loss_{step}": float(loss(places[step + late])) for step in STEPS}
    return losses | {"true_final": places[30 + late]}


RIGHT = _of()
LOSSES = {name: value for name, value in RIGHT.items() if name != "true_final"}
FINAL = RIGHT["true_final"]
PRINTED = {
    "true_loss_1": 48.4,
    "true_loss_10": 1.4788,
    "true_loss_19": 0.1394,
    "true_loss_28": 0.0039,
    "true_final": np.array([3.0089, -0.9881]),
}
PRINTED_PLACES = ((7.0, 4.6), (3.9475, 0.1934), (3.1994, -0.7235), (3.0421, -0.9413))


_some_of = partial(some_of, rtol=RTOL)

article_bowl = Exercise(
    name="article_bowl",
    points=(1, 1),
    values=tuple(RIGHT),
    reference=RIGHT.get,
    examples=(
        Probe(("true_loss_1",), shows="the loss after 1 step"),
        Probe(("true_loss_10",), shows="the loss after 10 steps"),
        Probe(("true_loss_19",), shows="the loss after 19 steps"),
        Probe(("true_loss_28",), shows="the loss after 28 steps"),
        Probe(("true_final",), shows="the place after 30 steps"),
    ),
    mistakes=(
        _some_of(
            "believed-the-article",
            "this is what the article prints; run the walk and look at yours",
            PRINTED,
        ),
        _some_of(
            "loss-at-the-printed-weights",
            "the article's weights are wrong already after 10 steps; walk yourself",
            dict(zip(LOSSES, bowl(PRINTED_PLACES), strict=True)),
        ),
        _some_of(
            "one-step-too-few",
            "that is one step too early; row 0 is the start, row 1 the place after one step",
            _of(late=-1),
        ),
        _some_of(
            "one-step-too-many",
            "that is one step too late; row 1 is the place after one step",
            _of(late=1),
        ),
        _some_of(
            "where-it-would-end",
            "(3, −1) is where the walk would end after very many steps; the question is about 30",
            true_final=[(3.0, -1.0)],
        ),
        _some_of("final-swapped", "w1 comes first, then w2", true_final=[FINAL[::-1]]),
        _some_of(
            "final-loss",
            "the place is wanted, two numbers, not the loss there",
            true_final=[bowl(FINAL)],
        ),
        _some_of(
            "one-weight-only",
            "the place has two weights; give both, as in (w1, w2)",
            true_final=list(FINAL),
        ),
        _some_of(
            "distance-for-loss",
            "the loss is the sum of the two squares, with no root and no mean",
            _of(loss=lambda w: np.sqrt(bowl(w))),
            _of(loss=lambda w: bowl(w) / 2),
            _of(loss=lambda w: abs(w[0] - 3) + abs(w[1] + 1)),
        ),
        _some_of(
            "other-loss",
            "your walk ends elsewhere; compare your loss and slopes with the bowl's, sign by sign",
            *(
                _of(slopes=slopes, loss=loss)
                for slopes in (lambda w: 2 * (w - OTHER_CENTER), bowl.gradient)
                for loss in (lambda w: np.sum((w - OTHER_CENTER) ** 2), bowl)
            ),
        ),
        _some_of(
            "uphill",
            "your walk goes uphill; which sign takes you against the gradient?",
            _of(lr=-0.1),
        ),
        _some_of(
            "other-rate",
            "the rate of that walk is 0.1, and the slopes are 2(w1 − 3) and 2(w2 + 1)",
            *(_of(lr=lr) for lr in (0.05, 0.01, 0.2, 0.001)),
        ),
        _some_of(
            "other-start",
            "the walk begins at (8, 6): w1 is 8 and w2 is 6",
            _of(start=START[::-1]),
            _of(start=np.zeros(2)),
        ),
        _some_of(
            "zero-for-small",
            "that loss is small, but not zero: give its first digits, such as 0.00123",
            dict.fromkeys(list(LOSSES)[1:], 0.0),
        ),
        _some_of(
            "too-few-digits",
            "give at least four digits, not counting zeros in front, or let Python work it out",
            true_final=[np.round(FINAL, 2), np.round(FINAL, 3)],
            **{name: list(cut_short(loss)) for name, loss in LOSSES.items()},
        ),
    ),
    rtol=RTOL,
)
