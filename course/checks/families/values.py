"""Mistakes with variables: several that are wrong alike, and numbers cut short."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import combinations
from typing import Any

import numpy as np

from course.checks.compare import RTOL, hint_at
from course.checks.exercise import Call, Mistake, spotted

COMMA = "a comma makes two numbers of one: write a decimal number with a point, 2.5"


def cut_in_two(answer: Any) -> bool:
    """Return whether an answer is two whole numbers, as Python reads 2,5."""
    return (
        isinstance(answer, tuple)
        and len(answer) == 2
        and all(type(part) is int for part in answer)
    )


def some_of(
    label: str, hint: str, /, *forms: Mapping[str, Any], rtol: float = RTOL, **alone: Any
) -> Mistake:
    """Return the mistake of setting variables to such values, all of a form or any part of it.

    Args:
        label: The mistake's name.
        hint: What to look at.
        forms: Wrong values by name.
        rtol: How near a value must be.
        alone: More wrong values, a list for each name.
    """
    wrong: dict[str, list[Any]] = {name: list(values) for name, values in alone.items()}
    for form in forms:
        for name, value in form.items():
            wrong.setdefault(name, []).append(value)

    def spot(call: Call) -> bool:
        return any(
            hint_at(value, call.result, rtol, 0.0) is None for value in wrong.get(call.text, ())
        )

    return spotted(label, hint, spot)


def in_any_part(values: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield these values all together, then in every part: another variable may be right."""
    for many in range(len(values), 0, -1):
        for part in combinations(values.items(), many):
            yield dict(part)


def cut_short(value: float) -> Iterator[float]:
    """Yield a number with 1 to 3 digits, zeros in front not counted: rounded, and cut off."""
    before = int(np.floor(np.log10(abs(value))))
    for digits in range(1, 4):
        unit = 10.0 ** (before + 1 - digits)
        yield float(f"{value:.{digits}g}")
        yield float(f"{np.trunc(value / unit) * unit:.{digits}g}")


def words(answer: Any) -> Any:
    """Return a text in small letters, without dashes, double blanks and a full stop at its end.

    All else comes back as it is.
    """
    if not isinstance(answer, str):
        return answer
    return " ".join(answer.replace("-", " ").replace("_", " ").split()).lower().rstrip(" .")


def says(call: Call) -> str:
    """Return the text that an answer is, as `words` puts it; nothing where it is no text."""
    return words(call.result) if isinstance(call.result, str) else ""


def from_a_list(label: str, many: str, allowed: Collection[str]) -> tuple[Mistake, Mistake]:
    """Return the mistakes of an answer that is to be one of the given texts, and is none.

    Args:
        label: The name of the second: a text, but not one of these.
        many: How many there are, in words.
        allowed: The texts, as `words` has them.
    """
    return (
        spotted(
            "not-text",
            "the answer is a text in quotation marks",
            lambda call: not isinstance(call.result, str),
        ),
        spotted(
            label,
            f"use one of the {many} given texts, as it stands in the list",
            lambda call: isinstance(call.result, str) and words(call.result) not in allowed,
        ),
    )
