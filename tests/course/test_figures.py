"""Pictures carry alternative text and few bytes."""

import numpy as np
import pytest
from matplotlib.contour import ContourSet

from course import figures
from course.descent import descend
from course.landscapes import bowl, quartic, saddle

PICTURES = {
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
