"""Item analysis: how hard an exercise was for a class, and how well it told students apart.

Classical test theory, on the share of each exercise's points. Source: Crocker and Algina,
*Introduction to Classical and Modern Test Theory* (1986), chapters 5, 7 and 14.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

import numpy as np

# A correlation of fewer students than this says nothing.
FEWEST = 5


@dataclass(frozen=True)
class Item:
    """One exercise in one class.

    Attributes:
        difficulty: Mean share of its points, 0 to 1: the lower, the harder.
        discrimination: Correlation, over students, of its share with the points of all other
            exercises; None for fewer than five students or where either does not vary.
        tries: Median number of checks run, of those whose notebook says it; None if none does.
        minutes: Median time between the first and the last check, likewise.
    """

    difficulty: float
    discrimination: float | None
    tries: float | None = None
    minutes: float | None = None


def analysed(
    points: Mapping[str, Mapping[str, tuple[float, float]]],
    tries: Mapping[str, Mapping[str, tuple[int, float | None]]],
) -> tuple[dict[str, Item], float | None]:
    """Return every exercise's item, and Cronbach's alpha of the whole.

    Args:
        points: By student and exercise, points earned and possible; an exercise without an entry
            earned nothing.
        tries: By student and exercise, how often the check was run and over how many minutes.

    Returns:
        The items by exercise; and alpha, None for fewer than five students, fewer than two
        exercises, or where no points vary.
    """
    possible = {
        name: most for own in points.values() for name, (_, most) in own.items() if most > 0
    }
    earned = np.array(
        [[own.get(name, (0.0, 0.0))[0] for name in possible] for own in points.values()]
    )
    if not earned.size:
        return {}, None
    items = {}
    for i, (name, most) in enumerate(possible.items()):
        own = [held[name] for held in tries.values() if name in held]
        minutes = [spent for _, spent in own if spent is not None]
        items[name] = Item(
            float(np.mean(earned[:, i]) / most),
            _correlation(earned[:, i], np.delete(earned, i, axis=1).sum(axis=1)),
            float(median(many for many, _ in own)) if own else None,
            float(median(minutes)) if minutes else None,
        )
    return items, _alpha(earned)


def _correlation(one: np.ndarray, other: np.ndarray) -> float | None:
    if len(one) < FEWEST or np.ptp(one) == 0 or np.ptp(other) == 0:
        return None
    return float(np.corrcoef(one, other)[0, 1])


def _alpha(earned: np.ndarray) -> float | None:
    """Return Cronbach's alpha of points of shape (students, exercises)."""
    students, many = earned.shape
    whole = np.var(earned.sum(axis=1), ddof=1) if students >= FEWEST else 0.0
    if many < 2 or whole == 0:
        return None
    return float(many / (many - 1) * (1 - np.var(earned, axis=0, ddof=1).sum() / whole))
