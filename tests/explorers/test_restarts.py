"""Restarts: basins lie between hilltops, and the chance of the lowest follows from its share."""

import numpy as np
import pytest

from course import explorers
from course.descent import descend
from course.explorers.restarts import LANDSCAPE, LR, STEPS, borders, draws, ends, share


@pytest.fixture(scope="module")
def explorer():
    return explorers.explore_restarts()


def test_a_basin_reaches_from_hilltop_to_hilltop():
    # Here: each process of a whole run would take its half second to import it.
    from scipy.optimize import brentq

    tops = [brentq(LANDSCAPE.gradient, k + 0.4, k + 0.6) for k in range(-2, 2)]
    np.testing.assert_allclose(borders(), tops, atol=1e-9)
    assert share() == pytest.approx((tops[2] - tops[1]) / 5, abs=1e-9)


def test_walks_end_where_their_basin_leads():
    starts = np.linspace(-2.49, 2.49, 499)
    final = descend(LANDSCAPE, starts, LR, STEPS).final
    nearest = np.argmin(np.abs(final[:, None] - np.array(LANDSCAPE.minima)), axis=-1)
    np.testing.assert_array_equal(ends(starts), nearest)


def test_the_chance_is_what_other_seeds_measure(explorer):
    tables = explorer.scene.tables
    np.testing.assert_allclose(tables["measured"].values, tables["chance"].values, atol=0.03)
    # The lesson's answer: 21 starts are the first with a chance of 99 %.
    assert 1 + np.argmax(tables["chance"].values >= 0.99) == 21


def test_the_best_so_far_is_the_lowest_end_of_the_starts_so_far(explorer):
    for seed, best in enumerate(explorer.scene.tables["best"].values):
        losses = LANDSCAPE(np.array(LANDSCAPE.minima))[ends(draws(seed))]
        assert list(best) == [min(losses[: n + 1]) for n in range(len(best))]
    at = {"starts": 0, "seed": 3}
    said = explorer.scene.filled(explorer.scene.sentence, explorer.controls, at)
    assert said.startswith("1 start from seed 3: best loss 3.98, not the lowest there is;")


def test_the_chance_is_right_in_all_its_digits(explorer):
    """From a share that was counted on a grid it was 0.3617 for two starts."""
    at = {"starts": 1, "seed": 0}
    said = explorer.scene.filled(explorer.scene.sentence, explorer.controls, at)
    assert "p = 0.201, at least one of 2 starts with chance 1 − (1 − p)ⁿ = 0.3616" in said


def test_no_number_of_starts_is_said_to_be_certain(explorer):
    for starts in range(40):
        at = {"starts": starts, "seed": 0}
        said = explorer.scene.filled(explorer.scene.sentence, explorer.controls, at)
        assert not said.endswith("= 1")
