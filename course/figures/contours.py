"""Pictures of landscapes of two weights: lines of equal loss, and walks over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.colors import ListedColormap

from course.descent import Path
from course.figures.style import BLACK, Picture, line_style, mark_style, panels
from course.landscapes import Landscape


def draw_contours(
    axes,
    landscape: Landscape,
    *,
    levels: int = 14,
    points: int = 160,
    view: Sequence[tuple[float, float]] | None = None,
    equal: bool = False,
) -> None:
    """Draw a landscape of two weights as lines of equal loss, light where it is low.

    Args:
        axes: Where to draw.
        landscape: What to draw.
        levels: How many lines.
        points: How many places along each axis the loss is worked out at.
        view: One (low, high) for each weight; the landscape's own if not given.
        equal: Give both weights the same scale, so that angles in the picture are right.
    """
    (x_low, x_high), (y_low, y_high) = landscape.view if view is None else view
    x, y = np.meshgrid(np.linspace(x_low, x_high, points), np.linspace(y_low, y_high, points))
    height = landscape(np.stack([x, y], axis=-1))
    steps = np.quantile(height, np.linspace(0, 1, levels) ** 1.5)
    axes.contourf(x, y, height, steps, cmap=PALE)
    axes.contour(x, y, height, steps, colors="#777777", linewidths=0.6)
    for minimum in landscape.minima:
        axes.plot(*minimum, "*", color=BLACK, markersize=11)
    axes.set_xlabel("weight w1")
    axes.set_ylabel("weight w2")
    axes.set_xlim(x_low, x_high)
    axes.set_ylim(y_low, y_high)
    if equal:
        axes.set_aspect("equal")
    axes.grid(False)


PALE = ListedColormap(np.linspace([1.0, 1.0, 1.0], [0.62, 0.75, 0.85], 256))


def contour_walks(
    paths: Mapping[str, Path],
    *,
    title: str = "",
    view: Sequence[tuple[float, float]] | None = None,
    equal: bool = False,
) -> Picture:
    """Draw runs on a landscape of two weights over its contours, and their losses beside.

    Args:
        paths: The runs, by name, all on one landscape.
        title: What stands above the picture.
        view: One (low, high) for each weight; the landscape's own if not given.
        equal: Give both weights the same scale, so that angles in the picture are right. A map
            that is much wider than high then stands above the losses instead of beside them.
    """
    first = next(iter(paths.values()))
    view = first.landscape.view if view is None else view
    stacked = equal and np.ptp(view[0]) > 1.6 * np.ptp(view[1])
    if stacked:
        picture, (left, right) = panels(1, 2, width=8.0, height=6.6)
    else:
        picture, (left, right) = panels(2, width=9.5, height=4.2)
    draw_contours(left, first.landscape, view=view, equal=equal)
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
        ends.append(
            f"{label}: from ({path.weights[0][0]:.4g}, {path.weights[0][1]:.4g}) to "
            f"({path.final[0]:.4g}, {path.final[1]:.4g}), loss {path.losses[-1]:.4g}"
        )
    right.set_yscale("log")
    right.locator_params(axis="x", integer=True)
    right.set_xlabel("step")
    right.set_ylabel("loss (log scale)")
    left.legend(loc="upper left", fontsize=8)
    if len(paths) > 1:
        right.legend(fontsize=8)
    picture.suptitle(title)
    return picture.described(
        f"{title}. {'Above' if stacked else 'Left'}: lines of equal loss of "
        f"{first.landscape.formula}, a star at the minimum, with the walks. "
        f"{'Below' if stacked else 'Right'}: the loss of each step. " + "; ".join(ends) + "."
    )
