"""The explorer of cycles: periods are what the walks do, and what is not found is not claimed."""

import numpy as np
import pytest

from course import explorers
from course.descent import descend
from course.explorers import cycles
from course.landscapes import quartic


@pytest.fixture(scope="module")
def explorer():
    return explorers.explore_cycles()


def told(explorer, rate):
    at = {"rate": list(explorer.controls[0].values).index(rate)}
    return explorer.scene.filled(explorer.scene.sentence, explorer.controls, at)


@pytest.mark.parametrize(
    ("rate", "text"),
    [
        ("0.045", "overshoots and settles; its last 64 weights are one place, 1.968"),
        ("0.055", "overshoots and settles; its last 64 weights are one place, −2.031"),
        ("0.07", "cycles; its last 64 weights are the same 2 places in turn"),
        ("0.076", "cycles; its last 64 weights are the same 4 places in turn"),
        ("0.0775", "cycles; its last 64 weights are the same 8 places in turn"),
        ("0.0815", "no period up to 32 found in its last 64 weights"),
        ("0.087", "cycles; its last 64 weights are the same 3 places in turn"),
        ("0.0875", "cycles; its last 64 weights are the same 6 places in turn"),
    ],
)
def test_what_the_lesson_asks_for_is_said(explorer, rate, text):
    assert told(explorer, rate) == f"rate {rate}: {text}"
    assert told(explorer, "0.099").startswith("rate 0.099: diverges; it leaves the picture at")


def test_each_period_is_the_least_that_repeats_and_the_judge_agrees(explorer):
    rates, tables = explorer.controls[0].positions, explorer.scene.tables
    path = descend(quartic, 3.0, np.array(rates), cycles.STEPS)
    last = path.weights[-64:]
    np.testing.assert_array_equal(tables["last"].values[:-1], last.T[:-1])
    found = cycles.periods(last, 32)
    assert {0, 1, 2, 3, 4, 6, 8} <= set(found.tolist())
    for i, period in enumerate(found[:-1]):
        repeats = [np.ptp(last[k::period, i]) < 1e-5 for k in range(period)]
        assert all(repeats)
        assert (1 < period <= 8) == (path.behaviour[i] == "cycles")
        if period:
            assert len(np.unique(np.round(last[:, i], 5))) == period


def test_the_cloud_is_dense_where_the_walks_are():
    weights = np.array([[-2.0, 0.0, np.inf]] * 4)
    image = np.array(cycles.cloud(weights))
    assert image.shape == (cycles.ROWS, 3)
    assert np.argwhere(image).tolist() == [[129, 1], [211, 0]]
    assert image.max() == 3
