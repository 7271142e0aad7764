"""What a function must not do with its inputs."""

from __future__ import annotations

from course.checks.exercise import Mistake, spotted

ARRAY = (
    "your function changes the array it was given; `w -= …` and `w[0] = …` do that, `w = w - …` "
    "does not"
)


def changed(hint: str = ARRAY) -> Mistake:
    """Return the mistake of changing an array that was given, or what else the hint speaks of.

    One call shows it: where the array holds whole numbers, `x -= …` stops with an error.
    """
    return spotted(
        "input-changed",
        hint,
        lambda call: call.changed,
        once=True,
    )
