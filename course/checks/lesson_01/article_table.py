"""true_final_weight, true_final_loss and lowest_possible_loss: a table that no run can print."""

from __future__ import annotations

from course.checks.exercise import Exercise, Probe, set_to
from course.descent import descend
from course.landscapes import parabola


def _final(lr=0.1, steps=20, start=-1.0) -> float:
    return float(descend(parabola, start, lr, steps).final)


LOWEST_AT = parabola.minima[0]
LOWEST = float(parabola(LOWEST_AT))


def _row(weight: float) -> list[dict[str, float]]:
    """Return the final weight and its loss, both together and each alone."""
    row = {"true_final_weight": weight, "true_final_loss": float(parabola(weight))}
    alone = [{name: value} for name, value in row.items()]
    # Not the loss alone where it is 2.0: that is the right one with too few digits as well.
    return [row, *(alone[:1] if row["true_final_loss"] < LOWEST + 1e-4 else alone)]


RIGHT = _row(_final())[0]

article_table = Exercise(
    name="article_table",
    points=(1, 1),
    values=("true_final_weight", "true_final_loss", "lowest_possible_loss"),
    reference=(RIGHT | {"lowest_possible_loss": LOWEST}).get,
    examples=(
        Probe(("true_final_weight",), shows="the final weight"),
        Probe(("true_final_loss",), shows="the final loss"),
        Probe(("lowest_possible_loss",), shows="the lowest loss there can be"),
    ),
    mistakes=(
        set_to(
            "believed-the-article",
            "this is what the article prints; run the walk and look at yours",
            {"true_final_weight": 3.9988, "true_final_loss": 0.0, "lowest_possible_loss": 0.0},
            {"true_final_weight": 3.9988, "true_final_loss": 0.0},
            {"true_final_weight": 3.9988},
        ),
        set_to(
            "loss-at-the-articles-weight",
            "the weight is the one that the article prints, and the loss belongs to it: run the "
            "walk and look at yours",
            {"true_final_weight": 3.9988, "true_final_loss": float(parabola(3.9988))},
        ),
        set_to(
            "lowest-is-zero",
            "a square can be zero, but something is added to it",
            {"lowest_possible_loss": 0.0},
        ),
        set_to(
            "one-step-too-few",
            "that is where the walk is after 19 steps; the article says 20",
            *_row(_final(steps=19)),
        ),
        set_to(
            "one-step-too-many",
            "that is where the walk is after 21 steps; the article says 20",
            *_row(_final(steps=21)),
        ),
        set_to(
            "walked-on-the-loss",
            "this walk ran away: its steps went by the loss, and `descend` wants the slope, "
            "`parabola.gradient`",
            {"true_final_weight": float("-inf")},
        ),
        set_to(
            "whole-walk",
            "these are all the weights of the walk; `weights[-1]` is the last one of a list",
            {"true_final_weight": descend(parabola, -1.0, 0.1, 20).weights},
        ),
        set_to(
            "swapped",
            "the weight and the loss have changed places",
            {
                "true_final_weight": RIGHT["true_final_loss"],
                "true_final_loss": RIGHT["true_final_weight"],
            },
        ),
        set_to(
            "distance-for-weight",
            "that is how far from the lowest point the walk still is; at which weight is it?",
            {"true_final_weight": LOWEST_AT - RIGHT["true_final_weight"]},
            {"true_final_weight": RIGHT["true_final_weight"] - LOWEST_AT},
        ),
        set_to(
            "where-it-would-end",
            "that is where the walk would end after very many steps; the question is about 20",
            *_row(4.0),
        ),
        set_to(
            "other-number-of-steps",
            "that is where the walk is after another number of steps; the article says 20",
            *(row for steps in (25, 10, 15, 30, 16, 17, 5) for row in _row(_final(steps=steps))),
        ),
        set_to(
            "another-start",
            "that walk begins elsewhere; where does the one of the article begin?",
            *(row for start in (1.0, 0.0, 0.8) for row in _row(_final(start=start))),
        ),
        set_to(
            "slope-for-loss",
            "that is the slope at the final weight; how high is the loss there?",
            {"true_final_loss": float(parabola.gradient(_final()))},
        ),
        set_to(
            "loss-without-2",
            "the loss is the square and 2 more",
            {"true_final_loss": RIGHT["true_final_loss"] - 2, "lowest_possible_loss": 0.0},
            {"true_final_loss": RIGHT["true_final_loss"] - 2},
        ),
        set_to(
            "lowest-on-the-walk",
            "that is the lowest loss that this walk has met; another weight has a lower one",
            {"lowest_possible_loss": RIGHT["true_final_loss"]},
        ),
        set_to(
            "weight-for-loss",
            "that is the weight where the loss is lowest; how high is the loss there?",
            {"lowest_possible_loss": 4.0},
        ),
        set_to(
            "uphill",
            "your walk goes uphill; which sign takes you against the slope?",
            *_row(_final(lr=-0.1)),
        ),
        set_to(
            "other-rate",
            "the rate of that walk is 0.1, and the slope is 2(w − 4)",
            *(row for lr in (0.01, 0.05, 0.2, 0.001) for row in _row(_final(lr=lr))),
        ),
        set_to(
            "too-few-digits",
            "give at least four digits after the point",
            *(
                {name: round(RIGHT[name], digits) for name in names}
                for names in (RIGHT, *([name] for name in RIGHT))
                for digits in (1, 2, 3)
            ),
        ),
    ),
    # Four digits after the point are enough, three are not.
    rtol=3e-5,
)
