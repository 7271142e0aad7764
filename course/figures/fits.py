"""Pictures of fitting: lines over data and their errors, valleys of the loss, a cloud of fits."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from course.descent import Path
from course.figures.contours import draw_contours
from course.figures.curve_words import way_words
from course.figures.style import BLUE, INK, RED, Picture, line_style, panels
from course.regression import mean_squared_error, predictions


def lines_on_data(
    x, y, lines: Mapping[str, tuple[float, float]], *, x_label: str, y_label: str, title: str = ""
) -> Picture:
    """Draw examples as points and lines w·x + b over them; `lines` maps names to (w, b)."""
    picture, axes = panels(width=7.0, height=4.0)
    axes.plot(x, y, "o", color=INK, markersize=4, alpha=0.6, label="data")
    ends = np.array([np.min(x), np.max(x)])
    for i, (label, (w, b)) in enumerate(lines.items()):
        axes.plot(ends, w * ends + b, label=label, **line_style(i))
    axes.set_xlabel(x_label)
    axes.set_ylabel(y_label)
    axes.set_title(title)
    axes.legend()
    told = "; ".join(f"{label}: {w:.4g}·x + {b:.4g}" for label, (w, b) in lines.items())
    apart = ""
    if len(lines) > 1:
        heights = [w * ends + b for w, b in lines.values()]
        gap, spread = np.max(np.ptp(heights, axis=0)), np.ptp(y)
        apart = (
            f" Where there are points, the lines are at most {gap:.2g} apart, {gap / spread:.0%} "
            f"of the height that the points spread over."
        )
    return picture.described(
        f"{title}. {len(x)} points of {y_label} against {x_label}, and lines: {told}.{apart}"
    )


def errors_of_lines(
    x, y, lines: Mapping[str, tuple[float, float]], *, x_label: str, y_label: str, title: str = ""
) -> Picture:
    """Draw examples and lines w·x + b, a panel for each, with every error as a vertical bar."""
    columns = len(lines)
    picture, axes = panels(columns, width=6.0 if columns == 1 else 3.4 * columns, height=3.4)
    each = np.atleast_1d(axes)
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    told = []
    for i, (axis, (label, (w, b))) in enumerate(zip(each, lines.items(), strict=True)):
        fitted = predictions(x, w, b)
        axis.vlines(x, np.minimum(y, fitted), np.maximum(y, fitted), color=RED, linewidth=3)
        axis.plot(x, fitted, **line_style(0))
        axis.plot(x, y, "o", color=INK)
        loss = mean_squared_error(x, y, w, b)
        told_loss = "below 0.000001" if 0 < loss < 1e-6 else f"{loss:,.4g}"
        axis.set_title(f"{label}\nloss {told_loss}")
        axis.set_xlabel(x_label)
        if i == 0:
            axis.set_ylabel(y_label)
        told.append(f"{label}, {w:.4g}·x + {b:.4g}: {_errors_words(fitted - y)}, loss {told_loss}")
    limits = np.array([axis.get_ylim() for axis in each])
    for axis in each:
        axis.set_ylim(limits.min(), limits.max())
    picture.suptitle(title)
    return picture.described(
        f"{title}. {len(x)} points of {y_label} against {x_label}; an upright bar from each point "
        f"to the line is its error. " + "; ".join(told) + "."
    )


def _errors_words(errors: np.ndarray) -> str:
    """Return the errors, and whether the line is on one side of all points."""
    told = np.round(errors, 2) + 0.0
    side = ""
    if np.all(told < 0) or np.all(told > 0):
        side = f"too {'low' if told[0] < 0 else 'high'} everywhere, "
    elif not np.any(told):
        side = "through every point, "
    return f"{side}errors {', '.join(f'{error:g}' for error in told)}"


def _name_axes(axis) -> None:
    axis.set_xlabel("slope w")
    axis.set_ylabel("intercept b")


def valleys(paths: Mapping[str, Path], *, title: str = "") -> Picture:
    """Draw walks over losses of lines side by side, to scale: a panel for each landscape."""
    picture, axes = panels(len(paths), width=4.6 * len(paths), height=4.2)
    told = []
    for axis, (label, path) in zip(np.atleast_1d(axes), paths.items(), strict=True):
        landscape = path.landscape
        draw_contours(axis, landscape, equal=True)
        axis.plot(*path.weights.T, "o-", color=RED, markersize=4, linewidth=1)
        _name_axes(axis)
        axis.set_title(label)
        minimum = np.asarray(landscape.minima[0], dtype=float)
        steepness = np.linalg.eigvalsh(landscape.curvature(minimum))
        first, last = (np.linalg.norm(w - minimum) for w in (path.weights[0], path.final))
        told.append(
            f"{label}: condition number {steepness[-1] / steepness[0]:.3g}; the walk goes "
            f"{way_words(path)} in {path.steps} steps, and {last / first:.1%} of its distance to "
            f"the star is left"
        )
    picture.suptitle(title)
    return picture.described(
        f"{title}. Lines of equal loss over slope and intercept, drawn to scale, a star at the "
        f"lowest loss, and the walk. " + "; ".join(told) + "."
    )


def estimates(
    fits, truth: tuple[float, float], chosen: tuple[float, float], *, title: str = ""
) -> Picture:
    """Draw the (slope, intercept) of many fits as a cloud, with the true one and a chosen one.

    Args:
        fits: Shape (how many, 2).
        truth: The (slope, intercept) that made the data.
        chosen: The fit to point out.
        title: The title.
    """
    picture, axis = panels(width=5.6, height=4.2)
    fits = np.asarray(fits, dtype=float)
    axis.plot(*fits.T, ".", color=BLUE, alpha=0.4, label="a fit to other data", markersize=5)
    axis.plot(*truth, "*", color=INK, markersize=15, label="the true line")
    axis.plot(*chosen, "s", color=RED, markersize=8, label="our fit")
    _name_axes(axis)
    axis.set_title(title)
    axis.legend(fontsize=8)
    spread = np.std(fits, axis=0)
    # How far from the middle, in spreads: each fit, and ours.
    root, middle = np.linalg.cholesky(np.cov(fits.T)), fits.mean(axis=0)
    away, ours = (
        np.linalg.norm(np.linalg.solve(root, np.atleast_2d(places - middle).T), axis=0)
        for places in (fits, np.asarray(chosen, dtype=float))
    )
    return picture.described(
        f"{title}. {len(fits)} fits as a cloud around the true slope {truth[0]:g} and "
        f"intercept {truth[1]:g} (a star). Their spread is {spread[0]:.2g} in slope and "
        f"{spread[1]:.2g} in intercept. Our fit (a square) is at "
        f"({chosen[0]:.4f}, {chosen[1]:.4f}); {np.mean(away > ours):.0%} of the others lie "
        f"farther from the cloud's middle."
    )
