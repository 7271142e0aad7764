"""Scaling: the bowl of two columns is that of the regression, and is round once scaled."""

import numpy as np
import pytest

from course import data, explorers, regression
from course.explorers.scaling import STEPS, bowl


@pytest.fixture(scope="module")
def explorer():
    return explorers.explore_scaling()


@pytest.mark.parametrize("scaled", [0, 1])
def test_the_bowl_is_that_of_a_fit_with_an_intercept(scaled):
    houses = data.house_sales()
    x = houses.x[:, :2]
    x = regression.standardize(x)[0] if scaled else x
    w, _ = regression.least_squares(x, houses.y)
    np.testing.assert_allclose(1000 * bowl(scaled).minima[0], w, rtol=1e-9)
    curvature = bowl(scaled).curvature(np.zeros(2))
    np.testing.assert_allclose(curvature, 2 * np.cov(x.T, bias=True), rtol=1e-9)


def test_no_rate_helps_unscaled_columns_and_most_do_scaled_ones(explorer):
    raw, scaled = (explorer._scene(columns=i).tables["left"].values for i in range(2))
    assert np.min(raw) > 1 / 20
    assert np.sum(scaled < 1e-3) >= 18
    shares = np.array(explorer.controls[0].positions)
    assert np.all(raw[shares > 1] > 1)
    assert np.all(scaled[shares > 1] > 1)


def test_the_condition_numbers_are_told(explorer):
    for i, text in enumerate(
        ("as they are: condition number 1,477;", "scaled: condition number 1.059;")
    ):
        scene = explorer._scene(columns=i)
        at = explorer.positions | {"columns": i}
        assert text in scene.filled(scene.sentence, explorer.controls, at)
        assert [panel.equal for panel in scene.panels] == [True, None]


def test_what_is_left_of_the_loss_is_told_so_that_it_may_be_more_than_all_of_it(explorer):
    scene = explorer._scene(columns=0)
    texts = list(explorer.controls[0].values)
    for rate, left in (("0.5", "0.0708"), ("1.1", "2.00e+6")):
        at = explorer.positions | {"rate": texts.index(rate), "columns": 0}
        told = scene.filled(scene.sentence, explorer.controls, at)
        assert f"after {STEPS} steps its loss above the lowest is {left} times the first" in told
