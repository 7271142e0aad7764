"""Pictures of landscapes of one weight, and of losses step by step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from course.descent import Path
from course.figures.curve_words import curves_words, walk_words
from course.figures.style import INK, Picture, line_style, mark_style, panels
from course.landscapes import Landscape


def draw_curve(axes, landscape: Landscape) -> None:
    """Draw a landscape of one weight: loss against weight."""
    w = np.linspace(*landscape.view[0], 400)
    axes.plot(w, landscape(w), color=INK, label=f"loss: {landscape.formula}")
    axes.set_xlabel("weight w")
    axes.set_ylabel("loss")


def draw_walk(axes, path: Path, i: int, *, label: str) -> None:
    """Draw the places a run on a landscape of one weight visited, joined, on its curve.

    Places outside the picture are left out: the picture keeps the part worth drawing.
    """
    low, high = path.landscape.view[0]
    with np.errstate(invalid="ignore"):
        seen = (path.weights >= low) & (path.weights <= high)
    w, loss = path.weights[seen], path.losses[seen]
    axes.plot(w, loss, linewidth=1, markersize=4, label=label, **mark_style(i))
    if len(w):
        axes.plot(w[0], loss[0], "o", color="white", markeredgecolor=INK, markersize=8)


def curve(landscape: Landscape, *, at=(), title: str = "") -> Picture:
    """Draw a landscape of one weight, with a short tangent at each weight of `at`."""
    picture, axes = panels(width=7.0)
    draw_curve(axes, landscape)
    low, high = landscape.view[0]
    reach = (high - low) / 12
    height = np.ptp(landscape(np.linspace(low, high, 400)))
    told = []
    for i, w in enumerate(at):
        slope, loss = float(landscape.gradient(w)), float(landscape(w))
        # A steep tangent is drawn shorter, so that it does not leave the curve's heights.
        half = min(reach, 0.28 * height / max(abs(slope), 1e-12))
        ends = np.array([w - half, w + half])
        axes.plot(ends, loss + slope * (ends - w), linewidth=2.5, **line_style(i))
        axes.plot(
            w,
            loss,
            markersize=7,
            linestyle="",
            label=f"slope {slope:g} at w = {w:g}",
            **mark_style(i),
        )
        told.append(f"at w = {w:g} the loss is {loss:g} and the slope {slope:g}")
    axes.set_title(title)
    axes.legend()
    return picture.described(
        f"{title}. The curve of {landscape.formula} for w from {low:g} to {high:g}; "
        + "; ".join(told or [f"lowest at w = {float(landscape.minima[0]):.4g}"])
        + "."
    )


def walks(paths: Mapping[str, Path], *, title: str = "") -> Picture:
    """Draw several runs on one landscape of one weight, each with its own mark."""
    picture, axes = panels(width=7.5)
    first = next(iter(paths.values()))
    draw_curve(axes, first.landscape)
    for i, (label, path) in enumerate(paths.items()):
        draw_walk(axes, path, i, label=label)
    axes.set_title(title)
    axes.legend()
    ends = "; ".join(
        f"{label}: from w = {path.weights[0]:.4g} to w = {path.final:.6g} ({walk_words(path)})"
        for label, path in paths.items()
    )
    return picture.described(f"{title}. Walks on the curve of {first.landscape.formula}. {ends}.")


def losses(
    curves: Mapping[str, Sequence[float]],
    *,
    title: str = "",
    log: bool = True,
    x_label: str = "step",
    y_label: str = "loss",
    first: int = 0,
) -> Picture:
    """Draw losses against steps counted from `first`; a log scale unless told otherwise."""
    picture, axes = panels(width=7.5)
    for i, (label, curve) in enumerate(curves.items()):
        curve = np.asarray(curve, dtype=float)
        shown = np.where(np.isfinite(curve) & (curve < 1e30), curve, np.nan)
        axes.plot(np.arange(first, first + len(shown)), shown, label=label, **line_style(i))
    if log:
        axes.set_yscale("log")
    axes.locator_params(axis="x", integer=True)
    axes.set_xlabel(x_label)
    axes.set_ylabel(y_label + (" (log scale)" if log else ""))
    axes.set_title(title)
    axes.legend()
    told = curves_words(curves, first=first, log=log, along=x_label)
    return picture.described(f"{title}. {y_label} against {x_label}. {told}.")


def difference_errors(h, errors: Mapping[str, Sequence[float]], *, title: str = "") -> Picture:
    """Draw the errors of difference formulas against their distance h, both on log scales."""
    picture, axes = panels(width=7.0)
    told = []
    for i, (label, error) in enumerate(errors.items()):
        error = np.asarray(error, dtype=float)
        axes.plot(h, error, label=label, markersize=4, linewidth=1, **mark_style(i))
        best = int(np.argmin(error))
        shape = "falls and rises again" if 0 < best < len(error) - 1 else "is smallest at an end"
        told.append(f"{label} {shape}: smallest, {error[best]:.1g}, at h = {h[best]:.0e}")
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlabel("distance h (log scale)")
    axes.set_ylabel("error of the slope (log scale)")
    axes.set_title(title)
    axes.legend()
    return picture.described(
        f"{title}. The error of each formula against h, both on log scales. "
        + "; ".join(told)
        + "."
    )


def chords(
    curves: Mapping[str, Callable[[np.ndarray], np.ndarray]],
    *,
    ends: tuple[float, float],
    view: tuple[float, float],
    title: str = "",
) -> Picture:
    """Draw curves of one weight, each with the chord between the same two weights."""
    picture, axes = panels(len(curves), width=8.5, height=3.0)
    w, between = np.linspace(*view, 400), np.linspace(*ends, 400)[1:-1]
    told = []
    for one, (name, f) in zip(np.atleast_1d(axes), curves.items(), strict=True):
        heights = f(np.array(ends))
        gap = np.interp(between, ends, heights) - f(between)
        # What rounding leaves of a gap of zero is no gap.
        near = 1e-9 * np.ptp(f(w))
        side = (
            "above"
            if np.all(gap > near)
            else "on or above"
            if np.all(gap > -near)
            else "partly below"
        )
        one.plot(w, f(w), color=INK)
        one.plot(ends, heights, linewidth=2, markersize=7, **mark_style(1))
        one.set_title(f"{name}\nchord {side}")
        one.set_xlabel("weight w")
        told.append(f"{name}: the chord runs {side} the curve")
    np.atleast_1d(axes)[0].set_ylabel("loss")
    picture.suptitle(title)
    return picture.described(f"{title}. {'; '.join(told)}.")


def basins(landscape: Landscape, starts, ends, *, title: str = "") -> Picture:
    """Draw where each start on a landscape of one weight leads: a mark for each minimum."""
    picture, axes = panels(width=7.5)
    draw_curve(axes, landscape)
    told = []
    for i, minimum in enumerate(landscape.minima):
        here = np.abs(np.asarray(ends) - minimum) < 1e-2
        chosen = np.asarray(starts)[here]
        axes.plot(
            chosen,
            landscape(chosen),
            linestyle="",
            markersize=5,
            label=f"leads to w = {minimum:.4f}",
            **mark_style(i),
        )
        told.append(f"{np.mean(here):.0%} lead to w = {minimum:.4f}")
    axes.set_title(title)
    axes.legend()
    return picture.described(
        f"{title}. {len(starts)} starts on the curve of {landscape.formula}: "
        + ", ".join(told)
        + "."
    )
