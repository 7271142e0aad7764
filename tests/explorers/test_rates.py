"""Many rates at once: which of them ends lowest can be seen."""

import numpy as np

from course import explorers
from course.landscapes import parabola


def test_the_rate_that_ends_lowest_has_the_lowest_mark():
    """The best one lands on the lowest loss itself, its neighbours near it."""
    explorer = explorers.explore_rates(parabola, start=-1.0, steps=3)
    tables = explorer.scene.tables
    rates, ends = tables["hand"].values, tables["end"].values
    best, *next_best = np.argsort(ends)[:3]
    assert rates[best] == 0.5
    # A twentieth of the picture lower, and not on its edge.
    (low, high) = next(panel for panel in explorer.scene.panels if panel.name == "map").y.range
    assert ends[best] < min(ends[next_best]) - (high - low) / 20
    assert ends[best] > low + (high - low) / 50
