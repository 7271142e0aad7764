"""The map of starts: its ends are those of single walks, and it says what share ends where."""

import base64
import io
import re

import numpy as np
import pytest
from PIL import Image

from course import explorers
from course.descent import descend
from course.explorers import trouble
from course.landscapes import (
    bowl,
    himmelblau,
    pit,
    quartic,
    rastrigin,
    rosenbrock,
    saddle,
    two_valleys,
)
from course.validate import InputError

NAMES = [one.landscape.name for one in trouble.TROUBLES]
RULES = list(trouble.RULES)
TWO = {"landscape": two_valleys}


def told(landscape=himmelblau, start=None, *, rule="gradient descent", rate=None):
    """Return the sentence of a walk."""
    explorer = explorers.explore_trouble(landscape, start)
    place, rule = NAMES.index(landscape.name), RULES.index(rule)
    w = start or (None, None)
    scene = explorer._scene(*w, landscape=place, rule=rule).checked(explorer.controls)
    at = explorer.positions | {"rule": rule}
    slider = next(c for c in scene.controls if c.name == "rate")
    at["rate"] = slider.at if rate is None else list(slider.values).index(str(rate))
    return scene.filled(scene.sentence, explorer.controls, at)


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("ends in minimum 3, at (−2.805, 3.131), loss 0", {}),
        ("25 % end in minimum 1, 25 % in minimum 2, 26 % in minimum 3, 24 % in minimum 4", {}),
        # What the lesson measures on the quartic alone.
        ("51 % end in minimum 1, 49 % in minimum 2", {"landscape": two_valleys}),
        ("falls off upwards after", {"landscape": saddle}),
        ("is stuck where it is level, at (0, 0)", {"landscape": saddle, "start": (1.0, 0.0)}),
        ("falls off downwards", {"landscape": saddle, "start": (1.0, -1e-6)}),
        ("2 % are stuck, 49 % fall off upwards, 49 % fall off downwards", {"landscape": saddle}),
        ("76 % are stuck", {"landscape": pit}),
        ("is stuck where it is level, at (5, 0)", {"landscape": pit, "start": (5.0, 0.0)}),
        ("75 % end in minimum 1", {"landscape": pit, "rule": "Adam"}),
        ("is not there yet, at (−0.859, 0.7459)", {"landscape": rosenbrock}),
        ("98 % are not there yet", {"landscape": rosenbrock, "rate": 0.0001}),
        ("5 % end in the deepest minimum, 95 % in a higher minimum", {"landscape": rastrigin}),
        ("100 % jump about", {"landscape": two_valleys, "rate": 0.07}),
        ("22 % diverge", {"rate": 0.03}),
        # Above the limits of the left floor, 2/33.5, and of minimum 4, 2/133.8, and not far above.
        ("jumps about, last at (−1.967, 0)", {**TWO, "start": (-2.5, 1.0), "rate": 0.06}),
        ("ends in minimum 2, at (1.968, 0)", {**TWO, "start": (2.5, 2.0), "rate": 0.06}),
        ("49 % end in minimum 2, 51 % jump about", {**TWO, "rate": 0.06}),
        ("jumps about, last at", {"start": (-4.0, -4.0), "rate": 0.015}),
    ],
)
def test_sentences(text, arguments):
    assert text in told(**arguments)


@pytest.mark.parametrize(
    ("rule", "rate", "start", "near"),
    [
        ("gradient descent", 0.0005, (-1.0, 1.0), 2),
        ("gradient descent", 0.005, (-1.0, 1.0), 2),
        # Two hundredths of the view are near, and the loss there is 1.7.
        ("Adam", 0.005, (-4.6, -2.6), 3),
    ],
)
def test_place_and_loss_told_are_the_walks_own(rule, rate, start, near):
    """Not those of the minimum: the picture beside the sentence shows the walk's loss."""
    path = descend(himmelblau, start, rate, 200, optimizer=trouble.RULES[rule])
    text = told(start=start, rule=rule, rate=rate).partition(" after 200 steps")[0]
    found = re.search(r"ends in minimum (\d), at \((\S+), (\S+)\), loss (\S+)$", text)
    which, *numbers = (float(one.replace("−", "-")) for one in found.groups())
    assert which == near + 1
    np.testing.assert_allclose(numbers[:2], path.final, rtol=1e-3)
    np.testing.assert_allclose(numbers[2], path.losses[-1], rtol=1e-3, atol=1e-12)


def test_nearly_all_are_not_told_to_be_all():
    shares = trouble._percent(0.996), trouble._percent(1.0), trouble._percent(0.994)
    assert shares == ("above 99 %", "100 %", "99 %")
    jumping = told(rastrigin, rate=0.006)
    assert jumping.endswith("below 1 % end in the deepest minimum, above 99 % jump about")


@pytest.mark.parametrize("one", trouble.TROUBLES, ids=NAMES)
def test_a_start_ends_on_the_map_where_its_own_walk_ends(one):
    starts = trouble.grid(one.landscape)
    assert np.any(np.all(starts == np.mean(one.landscape.view, axis=1), axis=-1))
    lr = one.rates[one.at]
    minimum, found = trouble.ends(descend(one.landscape, starts, lr, 100))
    rng = np.random.default_rng(8)
    for row, column in rng.integers(0, trouble.SIDE, size=(20, 2)):
        walk = descend(one.landscape, starts[row, column][None], lr, 100)
        alone, name = trouble.ends(walk)
        assert (alone[0], name[0]) == (minimum[row, column], found[row, column])
        if alone[0] >= 0:
            away = walk.final[0] - one.landscape.minima[alone[0]]
            assert np.linalg.norm(away) < 0.03 * np.ptp(one.landscape.view)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("one", trouble.TROUBLES, ids=NAMES)
def test_the_shares_are_whole_and_far_from_rounding_apart(one, rule):
    basins = trouble._basins(one, rule, trouble.MOST_STEPS)
    for shares in basins.shares:
        parts = [part for part in shares.split(", ") if "below" not in part]
        percent = sum(int(part.removeprefix("above ").split(" %")[0]) for part in parts)
        assert 97 <= percent <= 102, shares
    assert len(basins.images) == len(one.rates) == len(trouble.ADAM_RATES)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("one", trouble.TROUBLES, ids=NAMES)
def test_stuck_is_told_where_it_is_level_and_nowhere_else(one, rule):
    """Rosenbrock's valley is no level place: a walk along it is slow, and its slope is there."""
    landscape, size = one.landscape, np.ptp(one.landscape.view, axis=1)
    starts = trouble.grid(landscape)[::5, ::5]
    heights = landscape(trouble.grid(landscape))
    lowest = min([*map(float, map(landscape, landscape.minima)), float(np.min(heights))])
    for lr in trouble._rates(one, rule):
        path = descend(landscape, starts, lr, trouble.MOST_STEPS, optimizer=trouble.RULES[rule])
        stuck = trouble.ends(path)[1] == "stuck"
        assert not (stuck.any() and landscape is rosenbrock)
        for place in path.final[stuck]:
            falls = np.linalg.norm(landscape.gradient(place) * size)
            assert falls < 0.5 * (landscape(place) - lowest)


@pytest.mark.parametrize(
    ("start", "lr", "steps", "stays"),
    [((-1.2, 1.0), 0.002, 22, False), ((-1.0, 2.0), 0.001, 200, True)],
)
def test_a_walk_that_passes_by_a_minimum_has_not_reached_it(start, lr, steps, stays):
    momentum = trouble.RULES["momentum 0.9"]
    walk = descend(rosenbrock, np.array([start]), lr, steps, optimizer=momentum)
    away = np.abs(walk.final[0] - rosenbrock.minima[0]) / np.ptp(rosenbrock.view, axis=1)
    assert np.linalg.norm(away) < trouble.NEAR
    minimum, found = trouble.ends(walk)
    assert (minimum[0] == 0, found[0] == "") == (stays, stays)


def test_the_first_picture_does_not_hang_on_rounding():
    """What nbval compares is the same on every machine."""
    starts = trouble.grid(himmelblau)
    for rate in trouble.TROUBLES[NAMES.index(himmelblau.name)].rates[:4]:
        exact, _ = trouble.ends(descend(himmelblau, starts, rate, 200))
        nudged, _ = trouble.ends(descend(himmelblau, starts + 1e-9, rate, 200))
        np.testing.assert_array_equal(exact, nudged)


def test_the_image_shows_each_start_s_end():
    code = np.array([[0, 1], [2, 2]])
    kinds = [("a", *trouble.SHADES[0]), ("b", *trouble.SHADES[1]), ("c", *trouble.SHADES[2])]
    address = trouble._image(code, kinds)
    png = base64.b64decode(address.partition(",")[2])
    pixels = np.array(Image.open(io.BytesIO(png)).convert("RGBA"))
    cell = trouble.CELL
    assert pixels.shape == (2 * cell, 2 * cell, 4)
    # The first row of starts is the lowest.
    for row, column in np.ndindex(2, 2):
        shade = kinds[code[row, column]][1]
        assert tuple(pixels[(1 - row) * cell, column * cell]) == shade
    border = pixels[cell + 1 : 2 * cell, cell - 1]
    assert np.all(border == trouble.BORDER)


def test_every_kind_has_a_shade_or_a_pattern_of_its_own():
    outcomes = [(one.shade, one.pattern) for one in trouble.OUTCOMES.values()]
    every = [*trouble.SHADES, *outcomes]
    assert len(every) == len(set(every))
    patterns = [pattern for _, pattern in trouble.SHADES]
    assert len(patterns) == len(set(patterns)) == trouble.MANY


def test_another_landscape_joins_the_list_and_a_rate_takes_the_nearest_s_place():
    explorer = explorers.explore_trouble(bowl)
    assert list(explorer.controls[0].values) == [*NAMES, "bowl"]
    assert "end in minimum 1" in explorer.text
    rate = explorers.explore_trouble(himmelblau, lr=0.006).controls[2]
    assert (rate.values[rate.at], len(rate.values)) == ("0.006", len(trouble.ADAM_RATES))


def test_a_landscape_begins_with_its_own_start_and_rates():
    explorer = explorers.explore_trouble()
    for i, one in enumerate(trouble.TROUBLES):
        scene = explorer._scene(None, None, landscape=i).checked(explorer.controls)
        rate, w1, w2 = scene.controls
        assert (w1.value, w2.value) == one.start
        assert [float(text) for text in rate.values] == list(one.rates)
        assert (w1.low, w1.high) == tuple(one.landscape.view[0])


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        (lambda: explorers.explore_trouble(quartic), "landscape must be a Landscape of 2 weights"),
        (lambda: explorers.explore_trouble(start=(1, 2, 3)), "start must hold two weights"),
        (lambda: explorers.explore_trouble(start=(9, 0)), "w1 must be from -5 to 5, but it is 9"),
        (lambda: explorers.explore_trouble(start="left"), "start must be a number"),
        (lambda: explorers.explore_trouble(lr=-1), "lr must be above 0"),
        (lambda: explorers.explore_trouble(steps=201), "steps must be 200 at most"),
    ],
)
def test_bad_input_is_told_in_one_line(call, problem):
    with pytest.raises(InputError) as error:
        call()
    assert str(error.value).startswith(problem)
    assert "\n" not in str(error.value)
