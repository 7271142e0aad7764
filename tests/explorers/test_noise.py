"""The explorer of the noise floor: losses are those of mini-batch descent, floors are level."""

import numpy as np
import pytest

from course import explorers
from course.data import noisy_line
from course.descent import descend, descend_batches
from course.explorers.noise import RATES, SIZES, losses
from course.landscapes import squared_error
from course.validate import InputError

DATA = noisy_line()
LOSS = squared_error(DATA.x, DATA.y)


@pytest.fixture(scope="module")
def explorer():
    return explorers.explore_noise()


def at(size, rate):
    return {"size": SIZES.index(size), "rate": RATES.index(rate)}


def floor(explorer, size, rate):
    i, k = at(size, rate).values()
    return 10 ** explorer.scene.tables["floor"].values[i, k]


def told(explorer, size, rate):
    places = at(size, rate)
    return explorer.scene.filled(explorer.scene.sentence, explorer.controls, places)


@pytest.mark.parametrize(("size", "rate"), [(8, 0.16), (40, 0.02)])
def test_losses_are_those_of_descend_batches(size, rate):
    above = []
    for seed in range(8):
        run = descend_batches(DATA.x, DATA.y, size, rate, 40, np.random.default_rng(seed))
        above.append(LOSS(run.weights[1:]) - LOSS(LOSS.minima[0]))
    expected = np.reshape(above, (8, 40, -1)).mean(axis=(0, 2))
    found = losses()[SIZES.index(size), RATES.index(rate)]
    np.testing.assert_allclose(found, expected, rtol=1e-8, atol=1e-12)


def test_what_the_lesson_tells(explorer):
    one, half, two = (floor(explorer, m, lr) for m, lr in ((1, 0.08), (1, 0.04), (2, 0.08)))
    assert [f"{half:.4f}", f"{two:.4f}"] == ["0.0186", "0.0196"]
    assert 0.39 < half / one < 0.45
    assert 0.39 < two / one < 0.45
    assert told(explorer, 1, 0.04).endswith("rate 0.04: it hovers at 0.0186 above the lowest loss")


def test_floors_follow_rate_over_batch_size_between_both_guides(explorer):
    floors = 10 ** explorer.scene.tables["floor"].values
    for i, size in enumerate(SIZES):
        if 2 * size not in SIZES:
            continue
        double = floors[SIZES.index(2 * size)]
        np.testing.assert_allclose(double[1:], floors[i, :-1], rtol=0.2)
    falls = floors[:, :-1] / floors[:, 1:]
    assert np.nanmin(falls) > 0.25
    assert np.nanmax(falls) < 0.5


def test_what_is_not_level_has_no_floor(explorer):
    assert np.isnan(floor(explorer, 40, 0.0025))
    said = "batches of 40 at rate 0.0025: not level over the last 20 of 40 epochs"
    assert told(explorer, 40, 0.0025) == said


@pytest.mark.parametrize("size", SIZES)
def test_where_a_floor_is_told_it_is_noise_that_keeps_the_loss_up(explorer, size):
    """As many steps without noise are far below it, before the late epochs begin."""
    floors = 10 ** explorer.scene.tables["floor"].values[SIZES.index(size)]
    calm = descend(LOSS, np.zeros((len(RATES), 2)), np.array(RATES), 30 * 200 // size)
    above, level = calm.losses[-1] - LOSS(LOSS.minima[0]), np.isfinite(floors)
    assert level.sum() >= 3
    assert np.all(above[level] < 0.1 * floors[level])


def test_settings_that_are_not_there_are_told():
    with pytest.raises(InputError, match="batch_size must be one of 1, 2, 4, 8, 20, 40"):
        explorers.explore_noise(batch_size=3)
    with pytest.raises(InputError, match="lr must be one of"):
        explorers.explore_noise(lr=0.3)
