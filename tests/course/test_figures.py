"""Pictures carry alternative text and few bytes."""

import numpy as np
import pytest
from matplotlib.contour import ContourSet

from course import figures, network
from course.descent import central_difference, descend
from course.landscapes import bowl, quartic, saddle

PICTURES = {
    "activations": lambda: figures.activations(network.SIGMOID, title="The sigmoid"),
    "walks": lambda: figures.walks({"a": descend(quartic, 3, 0.01, 9)}, title="Walks"),
    "diverging": lambda: figures.walks({"a": descend(quartic, 3.0, 0.1, 30)}, title="Overflow"),
    "losses": lambda: figures.losses({"a": [3, 2, 1], "b": [3, np.inf, np.nan]}, title="Losses"),
    "contours": lambda: figures.contour_walks({"a": descend(bowl, [8, 6], 0.1, 9)}, title="Map"),
    "data": lambda: figures.lines_on_data(
        [1, 2], [3, 4], {"fit": (1, 2)}, x_label="x", y_label="y", title="Line"
    ),
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures(name):
    picture = PICTURES[name]()
    data, metadata = picture._repr_mimebundle_()
    assert len(picture.alt) > 50
    assert metadata["image/png"]["alt"] == picture.alt
    assert data["text/plain"] == f"Picture: {picture.alt}"
    png = picture.png()
    assert png.startswith(b"\x89PNG")
    assert len(png) < 80_000
    assert PICTURES[name]().png() == PICTURES[name]().png()


def test_activations_are_drawn_and_told():
    """Their curve is theirs, and a rate that jumps has no line between."""
    kinds = (network.SIGMOID, network.TANH, network.RELU)
    picture = figures.activations(*kinds, rates=True, title="Three")
    for axes, one in zip(picture.axes, kinds, strict=True):
        assert axes.get_title() == one.name
        z, a = next(line for line in axes.lines if line.get_label() == "output a").get_data()
        np.testing.assert_array_equal(a, one.value(z))
        at, rate = next(line for line in axes.lines if line.get_label() == "its rate").get_data()
        known = np.isfinite(rate)
        np.testing.assert_allclose(
            rate[known & (np.abs(at) > 0.1)],
            central_difference(one.value, at[known & (np.abs(at) > 0.1)]),
            atol=1e-6,
        )
        assert np.sum(~known) == (one.name == "ReLU")
    assert "sigmoid: 0.006693 at z = −5, 0.5 at z = 0, 0.9933 at z = 5" in picture.alt
    assert "its rate from 0.0066 to 0.25 at z = 0; tanh" in picture.alt
    assert picture.alt.endswith("ReLU: 0 at z = −5, 0 at z = 0, 5 at z = 5, its rate from 0 to 1.")
    alone = figures.activations(network.RELU, title="ReLU")
    assert "rate" not in alone.alt
    assert [line.get_label() for line in alone.axes[0].lines][-1] == "output a"


def test_lines_differ_without_colour():
    styles = [figures.line_style(i)["linestyle"] for i in range(7)]
    marks = [figures.mark_style(i)["marker"] for i in range(7)]
    assert len(set(map(str, styles))) == len(set(marks)) == 7


LONG = {name: descend(bowl, [8, 6], 0.1, 9) for name in ("one rate", "another rate", "a third")}
MAPS = {
    "beside": lambda: figures.contour_walks(LONG, title="Map"),
    "above": lambda: figures.contour_walks(LONG, view=((-9, 9), (-2, 2)), equal=True),
    "saddle": lambda: figures.saddle_shape(saddle, title="Saddle"),
}


@pytest.mark.parametrize("name", MAPS)
def test_no_name_stands_over_contours(name):
    picture = MAPS[name]()
    picture.draw_without_rendering()
    maps = [axes for axes in picture.axes if axes.findobj(ContourSet)]
    assert maps
    for axes in maps:
        named = axes.get_legend().get_window_extent()
        assert not named.overlaps(axes.get_window_extent())
        assert not named.overlaps(axes.xaxis.get_tightbbox())
        within = picture.bbox
        assert within.x0 <= named.x0 <= named.x1 <= within.x1
        assert within.y0 <= named.y0
