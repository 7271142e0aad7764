"""Pictures: no slab on a dark page, and alternative texts that are computed from what is drawn."""

import io
import itertools

import numpy as np
import pytest
from PIL import Image

from course import explorers, figures, optimizers
from course.descent import descend
from course.figures.curve_words import curve_words, curves_words, level_from, way_words
from course.figures.style import INK
from course.landscapes import bowl, parabola, quartic, ravine, saddle

PICTURES = {
    "curve": lambda: figures.curve(parabola, at=[-1], title="A curve"),
    "hill": lambda: figures.hill_and_map(bowl, (8, 6), title="A bowl"),
    "saddle": lambda: figures.saddle_shape(saddle, title="A saddle"),
    "rates": lambda: figures.step_factor(2.0, title="Factors"),
    "losses": lambda: figures.losses({"a": [3, 2, 1], "b": [3, 2, 2]}, title="Losses"),
    "still": lambda: explorers.explore_bowl().picture(),
    "board": lambda: explorers.explore_schedule().picture(),
}


def luminance(color) -> float:
    parts = np.asarray(color[:3], dtype=float) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def contrast(one, other) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_ink_is_read_on_white_and_on_the_dark_ground():
    ink = [int(INK[i : i + 2], 16) for i in (1, 3, 5)]
    assert contrast(ink, (255, 255, 255)) >= 4.5
    # No grey has 4.5 with both: the best for the worse of them has 4.35.
    assert contrast(ink, (0x11, 0x11, 0x11)) >= 4.1


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_a_clear_ground_and_no_black(name):
    pixels = np.array(Image.open(io.BytesIO(PICTURES[name]().png())).convert("RGBA"))
    assert np.mean(pixels[..., 3] < 100) > 0.4
    dense = pixels[pixels[..., 3] > 200]
    dark = np.max(dense[:, :3], axis=1) < 60
    assert np.mean(dark) < 0.01, "black would vanish on a dark page"
    white = np.min(dense[:, :3], axis=1) > 245
    assert np.sum(white) < 0.01 * pixels[..., 0].size, "white would be a slab on a dark page"


@pytest.mark.parametrize(
    ("curve", "words"),
    [
        ([4, 3, 2, 1], "from 4 to 1"),
        ([3.1, 6.6, 5.0, 3.2], "from 3.1 to 3.2, highest 6.6 at step 1"),
        ([3, 0.2, 1, 2], "from 3 to 2, lowest 0.2 at step 1"),
        ([9, 1, 1, 1, 1, 1], "from 9 to 1, level from step 1 on"),
        ([1, 5, np.inf], "from 1 to more than can be drawn"),
        ([np.nan, np.nan], "from nan to more than can be drawn"),
    ],
)
def test_curves_in_words(curve, words):
    assert curve_words(curve) == words


def test_a_dip_on_a_log_scale_is_told():
    hovers = [250.0, 1e-3, 1e-60, 1e-20, 0.5, 0.5]
    assert curve_words(hovers, log=True) == "from 250 to 0.5, lowest 1e-60 at step 2"
    assert "lowest" not in curve_words(hovers)
    assert curve_words([100.0, 0.11, 0.1, 0.12], log=True) == "from 100 to 0.12"
    assert curve_words([1.0, 1e-9, 0.0], log=True) == "from 1 to 0"
    rounded = [1.0, 1 - 2e-16, 1 + 2e-16, 1.0, 1.0]
    for log in (False, True):
        assert curve_words(rounded, first=1, log=log) == "from 1 to 1, level from step 1 on"
    assert curve_words([2.5, 0.33, 0.38], log=True) == "from 2.5 to 0.38, lowest 0.33 at step 1"
    assert "lowest 1e-60 at step 2" in figures.losses({"a": hovers}).alt


def test_straight_ways_and_zigzags_are_told():
    start = [10.0, 1.0]
    assert way_words(descend(bowl, [8, 6], 0.1, 30)) == "straight from (8, 6) to (3.006, -0.9913)"
    assert way_words(descend(ravine(25), start, 0.0769, 40)).startswith("in a zigzag from (10, 1)")
    assert way_words(descend(ravine(25), start, 0.02, 40)) == "from (10, 1) to (4.457, 9.095e-13)"
    told = way_words(descend(ravine(70), [10, 2], 0.0236, 40))
    assert told == "from (10, 2) to (3.847, 7.429e-08), turning back 7 times"


def test_signs_are_no_hyphens():
    """A screen reader may pass over a hyphen; words and powers keep theirs."""
    picture = figures.curve(parabola, at=[-1.0], title="A well-known 1e-3 at (-.5, -2), 3-4")
    assert "A well-known 1e-3 at (−.5, −2), 3-4" in picture.alt
    assert "at w = −1 the loss is 27 and the slope −10" in picture.alt
    (legend,) = [axes.get_legend() for axes in picture.axes]
    assert "slope −10 at w = −1" in [text.get_text() for text in legend.get_texts()]


def test_errors_of_a_line_and_gaps_between_lines_are_told():
    x, y = [0, 1, 2], [1.0, 2.0, 3.0]
    lines = {"low": (1, 0), "high": (1, 2), "through": (1, 1), "across": (0, 2)}
    told = figures.errors_of_lines(x, y, lines, x_label="x", y_label="y", title="t").alt
    assert "low, 1·x + 0: too low everywhere, errors −1, −1, −1, loss 1;" in told
    assert "too high everywhere, errors 1, 1, 1" in told
    assert "through every point, errors 0, 0, 0, loss 0" in told
    assert "across, 0·x + 2: errors 1, 0, −1" in told
    lines = {"a": (1, 1), "b": (1.1, 1)}
    told = figures.lines_on_data(x, y, lines, x_label="x", y_label="y", title="t").alt
    assert "the lines are at most 0.2 apart, 10% of the height" in told


def test_curves_that_coincide_are_told():
    losses = {lr: descend(parabola, -1.0, lr, 40).losses for lr in (0.1, 0.9, 0.5)}
    told = curves_words({f"rate {lr}": curve for lr, curve in losses.items()})
    assert "rate 0.9: from 27 to 2, " in told
    assert "the same curve as rate 0.1" in told.split("; ")[1]
    assert "same curve" not in told.split("; ")[2]


def test_where_a_curve_is_level():
    assert level_from([5, 5, 5, 5]) == 0
    assert level_from([9, 8, 7, 6, 5]) is None
    assert level_from([5, 5]) is None


def test_alternative_texts_say_what_is_so_and_not_what_was_hoped():
    away = np.random.default_rng(2).normal(size=(200, 2))
    inside = figures.estimates(away, (0, 0), (0.1, 0.1), title="x").alt
    outside = figures.estimates(away, (0, 0), (9, 9), title="x").alt
    assert "; 0% of the others lie farther" in outside
    assert "; 0% of the others lie farther" not in inside
    costs = np.array([[172.0, 172], [144, 144], [8000, 8000]])
    steps = np.array([[172.0, 172], [36, 36], [31, 31]])
    told = figures.cost_of_batches([1, 4, 256], [0.1, 0.2], costs, steps, title="x").alt
    assert "172 to 8000, not one way all along, examples and 172 to 31 steps" in told
    steps[2] = steps[1]
    told = figures.cost_of_batches([1, 4, 256], [0.1, 0.2], costs, steps, title="x").alt
    assert "examples and 172 to 36 steps" in told


def test_at_the_limit_itself_the_distance_stays():
    assert "; above 0.08 it is above 1." in figures.rate_factors([1, 25]).alt


def test_a_ball_that_rolls_to_and_fro_is_not_called_smooth():
    ball = descend(quartic, 3.0, 0.01, 200, optimizer=optimizers.momentum(0.9))
    walk = descend(quartic, 3.0, 0.01, 200)
    told = figures.walks({"ball": ball, "walk": walk}).alt
    assert f"ball: from w = 3 to w = −2.0305 (turning back {ball.turns} times)" in told
    assert "walk: from w = 3 to w = 1.96799 (smooth)" in told


def test_of_the_rates_one_stretch_alone_is_not_left_out():
    told = explorers.explore_rates(parabola, start=-1.0, steps=3).picture().alt
    assert "1: cycles; 1.01 to " in told
    assert ": diverges." in told
    assert "stretches more" not in told


def boxes(picture, texts):
    """Return where texts of a picture stand, in pixels, once it has been drawn."""
    picture.png()
    return [text.get_window_extent() for text in texts if text.get_text()]


def test_the_numbers_at_a_saddle_do_not_lie_on_each_other():
    picture = figures.saddle_shape(saddle, title="A saddle")
    surface = next(axes for axes in picture.axes if hasattr(axes, "get_zlim"))
    for axis in (surface.xaxis, surface.yaxis, surface.zaxis):
        found = boxes(picture, axis.get_ticklabels())
        assert len(found) >= 3
        pairs = itertools.combinations(found, 2)
        assert not any(one.overlaps(other) for one, other in pairs)


def test_what_dark_and_light_mean_stands_below_the_images():
    images = np.linspace(-1, 1, 16 * 64).reshape(16, 8, 8)
    labels = [f"unit {unit}" for unit in range(16)]
    picture = figures.image_grid(images, labels, columns=8, signed=True, title="Units")
    axes = picture.axes[0]
    words = next(text for text in axes.texts if text.get_text().startswith("dark"))
    (box,) = boxes(picture, [words])
    frames = [line.get_window_extent() for line in axes.lines]
    assert box.y1 < min(frame.y0 for frame in frames)
    assert box.y0 > 0


def test_close_lines_mean_steep_ground_where_lines_are_at_equal_steps():
    picture = figures.contour_walks({"a": descend(ravine(), (10, 1), 0.05, 5)}, even=True)
    levels = next(c.levels for c in picture.axes[0].collections if hasattr(c, "levels"))
    np.testing.assert_allclose(np.diff(levels), np.diff(levels)[0])


def test_a_still_picture_stands_under_the_explorer_s_title():
    explorer = explorers.explore_rates(parabola)
    picture = explorer.picture()
    assert picture.get_suptitle() == explorer.title
    assert picture.axes[-1].get_title() == "all rates"


def test_signs_of_pixels_are_told():
    images = np.random.default_rng(1).normal(size=(2, 3, 3))
    picture = figures.image_grid(images, ["a", "b\nread c"], signed=True, told="Two.", title="x")
    assert "dark is positive, light is negative" in picture.alt
    assert picture.alt.endswith("Two.")
    labelled = figures.image_grid(images, ["a", "b\nread c"], title="x")
    assert "Their labels: a, b read c." in labelled.alt


def test_a_chain_tells_where_slopes_branch_off():
    chain = figures.chain_of_slopes(
        ["x", "z"], [1, 2], [4, 3], ["w"], weights={0: ("w1", 2.0, 3.0)}, title="x"
    )
    assert "At the link from x to z a slope branches off, to w1, which is 2: 3." in chain.alt
