"""Pictures of landscapes of two weights: lines of equal loss, and walks over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.colors import ListedColormap

from course.descent import Path
from course.figures.curve_words import curve_words, way_words
from course.figures.style import INK, Picture, legend_below, line_style, mark_style, panels
from course.landscapes import Landscape


def draw_contours(
    axes,
    landscape: Landscape,
    *,
    view: Sequence[tuple[float, float]] | None = None,
    equal: bool = False,
    even: bool = False,
) -> None:
    """Draw a landscape of two weights as lines of equal loss, clear where it is low.

    Args:
        axes: Where to draw.
        landscape: What to draw.
        view: One (low, high) for each weight; the landscape's own if not given.
        equal: Give both weights the same scale, so that angles in the picture are right.
        even: Draw lines at equal steps of the loss, so that close lines mean steep ground; else
            more of them where it is low, which shows a valley's floor.
    """
    (x_low, x_high), (y_low, y_high) = landscape.view if view is None else view
    x, y = np.meshgrid(np.linspace(x_low, x_high, 160), np.linspace(y_low, y_high, 160))
    height = landscape(np.stack([x, y], axis=-1))
    shares = np.linspace(0, 1, 14)
    steps = np.quantile(height, shares**1.5)
    if even:
        steps = np.min(height) + shares * np.ptp(height)
    axes.contourf(x, y, height, steps, cmap=PALE)
    axes.contour(x, y, height, steps, colors=INK, linewidths=0.6)
    for minimum in landscape.minima:
        axes.plot(*minimum, "*", color=INK, markersize=11)
    axes.set_xlabel("weight w1")
    axes.set_ylabel("weight w2")
    axes.set_xlim(x_low, x_high)
    axes.set_ylim(y_low, y_high)
    if equal:
        axes.set_aspect("equal")
    axes.grid(False)


# From clear to a light blue: low places show the page itself, white or dark.
PALE = ListedColormap(np.linspace([0.0, 0.45, 0.7, 0.0], [0.0, 0.45, 0.7, 0.38], 256))


def contour_walks(
    paths: Mapping[str, Path],
    *,
    title: str = "",
    view: Sequence[tuple[float, float]] | None = None,
    equal: bool = False,
    even: bool = False,
) -> Picture:
    """Draw runs on a landscape of two weights over its contours, and their losses beside.

    Args:
        paths: The runs, by name, all on one landscape.
        title: What stands above the picture.
        view: One (low, high) for each weight; the landscape's own if not given.
        equal: Give both weights the same scale, so that angles in the picture are right. A map
            that is much wider than high then stands above the losses instead of beside them.
        even: Draw the map's lines at equal steps of the loss.
    """
    first = next(iter(paths.values()))
    view = first.landscape.view if view is None else view
    stacked = equal and np.ptp(view[0]) > 1.6 * np.ptp(view[1])
    if stacked:
        picture, (left, right) = panels(1, 2, width=8.0, height=6.6)
    else:
        picture, (left, right) = panels(2, width=9.5, height=4.2)
    draw_contours(left, first.landscape, view=view, equal=equal, even=even)
    ends = []
    for i, (label, path) in enumerate(paths.items()):
        left.plot(
            path.weights[:, 0],
            path.weights[:, 1],
            linewidth=1,
            markersize=4,
            label=label,
            **mark_style(i),
        )
        shown = np.where(path.losses < 1e30, path.losses, np.nan)
        right.plot(shown, label=label, **line_style(i))
        ends.append(f"{label}: {way_words(path)}, loss {curve_words(path.losses, log=True)}")
    right.set_yscale("log")
    right.locator_params(axis="x", integer=True)
    right.set_xlabel("step")
    right.set_ylabel("loss (log scale)")
    legend_below(left, fontsize=8, ncols=1 + stacked * len(paths))
    if len(paths) > 1:
        right.legend(fontsize=8)
    picture.suptitle(title)
    return picture.described(
        f"{title}. {'Above' if stacked else 'Left'}: lines of equal loss of "
        f"{first.landscape.formula}, a star at the minimum, with the walks. "
        f"{'Below' if stacked else 'Right'}: the loss of each step. " + "; ".join(ends) + "."
    )
