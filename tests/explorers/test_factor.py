"""The explorer of one factor: what a step multiplies the distance by is 1 − lr·f″, measured."""

import numpy as np
import pytest

from course import explorers
from course.validate import InputError


@pytest.fixture(scope="module")
def explorer():
    return explorers.explore_factor()


def told(explorer, rate, curvature):
    known = {c.name: list(c.values) for c in explorer.controls}
    at = {"rate": known["rate"].index(rate), "curvature": known["curvature"].index(curvature)}
    return explorer.scene.filled(explorer.scene.sentence, explorer.controls, at)


def test_each_distance_is_the_power_of_the_factor(explorer):
    tables, rates = explorer.scene.tables, np.array(explorer.controls[0].positions)
    for i, curvature in enumerate((2, 4, 5, 8)):
        factors = 1 - rates * curvature
        np.testing.assert_allclose(tables["factor"].values[i], factors, atol=1e-14)
        expected = -5 * factors[:, None] ** np.arange(13)
        np.testing.assert_allclose(tables["distance"].values[i], expected, atol=1e-12, rtol=1e-12)


@pytest.mark.parametrize(
    ("rate", "curvature", "text"),
    [
        ("0.2", "5", "multiplies the distance by 0; smooth: from −5 to 0 in 12 steps"),
        ("0.4", "5", "multiplies the distance by −1; cycles: from −5 to −5 in 12 steps"),
        ("0.42", "5", "multiplies the distance by −1.1; diverges: from −5 to −15.7 in 12 steps"),
        ("0.125", "8", "multiplies the distance by 0; smooth: from −5 to 0 in 12 steps"),
        ("0.25", "8", "multiplies the distance by −1; cycles: from −5 to −5 in 12 steps"),
    ],
)
def test_where_it_arrives_and_where_it_turns_is_on_the_slider(explorer, rate, curvature, text):
    assert told(explorer, rate, curvature).endswith(text)


def test_sides_are_told_apart(explorer):
    tables = explorer.scene.tables
    same, other = tables["same"].values, tables["other"].values
    assert np.all(np.isnan(same) != np.isnan(other))
    assert np.nanmax(same) <= 0 < np.nanmin(other)


@pytest.mark.parametrize("curvatures", [[], [0], [2, -1], range(1, 10)])
def test_curvatures_that_cannot_be_used_are_told(curvatures):
    with pytest.raises(InputError, match="curvatures must hold 1 to 8 numbers above 0"):
        explorers.explore_factor(list(curvatures))
