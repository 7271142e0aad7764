"""Adam's corrections: lesson 7's numbers, and what a shorter memory of squares turns round."""

import numpy as np
import pytest

from course import explorers
from course.explorers.corrections import BETAS_1, BETAS_2, STEPS


@pytest.fixture(scope="module")
def tables():
    return explorers.explore_corrections().scene.tables


def test_a_steady_slope_is_what_both_averages_say_once_corrected(tables):
    np.testing.assert_allclose(tables["m_hat"].values[0], 1)
    np.testing.assert_allclose(tables["v_hat"].values[0], 1)
    np.testing.assert_allclose(tables["with"].values[0], 1, atol=1e-7)


def test_the_lesson_s_lengths_without_corrections(tables):
    lengths = tables["without"].values[0, BETAS_1.index(0.9), BETAS_2.index(0.999)]
    assert lengths[0] == pytest.approx(3.1623, abs=1e-4)
    assert np.max(lengths) == pytest.approx(6.5685, abs=1e-4)
    # With β₂ as short as β₁ the first step is too short instead.
    assert tables["without"].values[0, BETAS_1.index(0.9), BETAS_2.index(0.9), 0] < 0.32


def test_the_steps_are_what_the_averages_shown_make(tables):
    m, v = (tables[name].values for name in ("m_hat", "v_hat"))
    expected = np.abs(m[:, :, None] / (np.sqrt(v)[:, None] + 1e-8))
    np.testing.assert_allclose(tables["with"].values, expected, rtol=1e-9)
    plain_m, plain_v = (tables[name].values for name in ("m", "v"))
    expected = np.abs(plain_m[:, :, None] / (np.sqrt(plain_v)[:, None] + 1e-8))
    np.testing.assert_allclose(tables["without"].values, expected, rtol=1e-9)
    assert expected.shape[-1] == STEPS


def test_every_slope_and_average_is_inside_its_picture():
    scene = explorers.explore_corrections().scene
    for panel in scene.panels:
        low, high = panel.y.range
        drawn = [scene.tables[mark.y].values for mark in panel.marks]
        outside = [np.sum((values < low) | (values > high)) for values in drawn]
        assert outside == [0] * len(drawn), panel.title
