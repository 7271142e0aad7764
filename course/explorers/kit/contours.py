"""Lines of equal loss of landscapes of two weights, also of those made steeper one way."""

from __future__ import annotations

import numpy as np
from contourpy import contour_generator
from matplotlib.path import Path as MatplotlibPath

from course.explorers.kit.scene import Table
from course.landscapes import Landscape

GRID = 161
# A contour may be so far from where it belongs, in pixels of a panel of so many.
SMOOTH, PIXELS = 0.4, 300
LEVELS = 11


def contours(
    landscape: Landscape, conditions: np.ndarray, levels: int = LEVELS
) -> tuple[Table, Table]:
    """Return lines of equal loss as two tables (condition, vertex), NaN between the lines."""
    (x_low, x_high), (y_low, y_high) = landscape.view
    x, y = np.linspace(x_low, x_high, GRID), np.linspace(y_low, y_high, GRID)
    places = np.stack(np.meshgrid(x, y), axis=-1)
    found = []
    for c in conditions:
        height = stretch(landscape, np.array([c]))(places[:, None, :, :])[:, 0]
        generator = contour_generator(x, y, height)
        pieces = []
        for level in np.quantile(height, np.linspace(0, 1, levels + 1)[1:-1] ** 1.5):
            for piece in generator.lines(level):
                pieces += [fewer_vertices(piece, landscape.view), [[np.nan, np.nan]]]
        found.append(np.concatenate(pieces) if pieces else np.full((1, 2), np.nan))
    vertices = np.full((len(found), max(map(len, found)), 2), np.nan)
    for i, one in enumerate(found):
        vertices[i, : len(one)] = one
    return tuple(Table(vertices[..., i], ("condition", "vertex")) for i in range(2))


def fewer_vertices(line: np.ndarray, view) -> np.ndarray:
    """Return a line (n, 2) without the vertices that nobody would miss in a panel."""
    low, high = np.array(view).T
    unit = PIXELS / np.max(high - low)
    path = MatplotlibPath(line * unit)
    path.simplify_threshold = SMOOTH
    kept = path.cleaned(simplify=True).vertices[:-1]
    return kept / unit


def stretch(landscape: Landscape, conditions: np.ndarray) -> Landscape:
    """Return a landscape made steeper along w2, at once for each of `conditions`.

    Its weights have the shape (…, conditions, runs, 2). The curvature along w2 is multiplied by
    the condition, by bringing w2 that much (its root) farther from the deepest minimum, or from
    the middle of the view where there is none: f(w1, m + √c·(w2 − m)).
    """
    roots = np.sqrt(np.asarray(conditions, dtype=float))[:, None]
    middle = fixed(landscape)

    def farther(w):
        w = np.asarray(w, dtype=float)
        w1, w2 = np.broadcast_arrays(w[..., 0], middle + roots * (w[..., 1] - middle))
        return np.stack([w1, w2], axis=-1)

    def gradient(w):
        slope = landscape.gradient(farther(w))
        return np.stack([slope[..., 0], roots * slope[..., 1]], axis=-1)

    return Landscape(
        landscape.name,
        landscape.formula,
        lambda w: landscape.value(farther(w)),
        gradient,
        landscape.curvature,
        landscape.minima,
        landscape.view,
    )


def fixed(landscape: Landscape) -> float:
    """Return the w2 that a stretch leaves where it is: that of the deepest minimum, if any."""
    return float(landscape.minima[0][1] if len(landscape.minima) else np.mean(landscape.view[1]))
