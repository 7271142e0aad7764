"""race_a to race_e: which of five published races is fair, and what is wrong with the others."""

from __future__ import annotations

from course.checks.exercise import Exercise, Mistake, Probe, spotted
from course.checks.families.values import from_a_list, says, words

RIGHT = {
    "race_a": "only one was tuned",
    "race_b": "unequal budgets",
    "race_c": "one rate for both",
    "race_d": "fair",
    "race_e": "a single start",
}
# What was not seen in each race, and where to look.
LOOK = {
    "race_a": ("tuning-not-seen", "how many settings were tried for A, and how many for B?"),
    "race_b": ("budget-not-seen", "how many gradients did each of them get?"),
    "race_c": ("rate-not-seen", "does the same number mean the same steps for both rules?"),
    "race_d": ("fair-not-seen", "go through the four rules of a fair race: is any broken?"),
    "race_e": ("start-not-seen", "where do the runs begin, and how often?"),
}


def _confused(race: str) -> Mistake:
    label, hint = LOOK[race]
    return spotted(
        label,
        f"of `{race}`: {hint}",
        lambda call: (
            call.text == race and says(call) in RIGHT.values() and says(call) != RIGHT[race]
        ),
    )


fair_or_not = Exercise(
    name="fair_or_not",
    points=(1.5, 1.5),
    values=tuple(RIGHT),
    reference=RIGHT.get,
    form=words,
    examples=tuple(Probe((race,), shows=race) for race in RIGHT),
    mistakes=(
        *from_a_list("another-text", "five", RIGHT.values()),
        *map(_confused, RIGHT),
    ),
)
