"""Pictures of learning rates: what one step leaves, weights step by step, and a map of rates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from course.descent import Path
from course.figures.style import (
    COLORS,
    INK,
    Picture,
    line_style,
    mark_style,
    panels,
    panels_by_step,
)
from course.landscapes import Landscape

# Two marks can be told apart when they are this part of the picture's height away from each other.
PARTED = 0.02
# How many of the last steps a map of rates shows.
LAST = 100


def step_factor(curvature: float, *, title: str = "") -> Picture:
    """Draw 1 − lr·curvature, what one step on a parabola multiplies the distance by."""
    picture, axes = panels(width=7.5)
    best, bound = 1 / curvature, 2 / curvature
    rates = np.array([0.0, 1.3 * bound])
    regions = (
        (0.0, best, COLORS[0], "same side,\ncloser"),
        (best, bound, COLORS[4], "other side,\ncloser"),
        (bound, rates[1], COLORS[1], "other side,\nfarther"),
    )
    for low, high, shade, label in regions:
        axes.axvspan(low, high, color=shade, alpha=0.15, linewidth=0)
        axes.text((low + high) / 2, 1.12, label, ha="center", va="bottom", fontsize=9)
    axes.plot(rates, 1 - rates * curvature, **line_style(0))
    axes.axhline(0, color=INK, linewidth=0.8)
    for level in (-1, 1):
        axes.axhline(level, color=INK, linewidth=0.8, linestyle=":")
    special = (
        (best, 0.0, f"lr = {best:g}: lands on the floor"),
        (bound, -1.0, f"lr = {bound:g}: cycles"),
    )
    for i, (rate, factor, label) in enumerate(special, start=1):
        axes.plot(rate, factor, linestyle="", markersize=8, **mark_style(i))
        axes.annotate(label, (rate, factor), xytext=(8, 6), textcoords="offset points", fontsize=9)
    axes.set_xlim(*rates)
    axes.set_ylim(-1.75, 1.6)
    axes.set_xlabel("learning rate")
    axes.set_ylabel("distance after / distance before")
    axes.set_title(title)
    return picture.described(
        f"{title}. The factor 1 − lr·{curvature:g} against the learning rate, a falling line: 1 "
        f"at rate 0, 0 at rate {best:g}, −1 at rate {bound:g}. Below {best:g} the weight comes "
        f"closer on the same side; from there to {bound:g} it comes closer and changes sides; "
        f"above {bound:g} it changes sides and gets farther away."
    )


def _minima_lines(axes, landscape: Landscape) -> None:
    for minimum in landscape.minima:
        axes.axhline(minimum, color=INK, linewidth=0.8, linestyle="--")


def weights_by_step(paths: Mapping[str, Path], *, title: str = "") -> Picture:
    """Draw each run on a landscape of one weight in a panel of its own: weight against step.

    Places outside the landscape's view are left out; dashed lines are the minima.
    """
    picture, each = panels_by_step(len(paths), "weight w")
    told = []
    for axes, (label, path) in zip(each, paths.items(), strict=True):
        _minima_lines(axes, path.landscape)
        axes.plot(path.weights, linewidth=1, markersize=3, color=COLORS[0], marker="o")
        axes.set_ylim(*path.landscape.view[0])
        axes.set_xlim(-1, path.steps + 1)
        axes.set_title(label)
        # The places of a run that does not settle depend on its last digits: they are not told.
        told.append(f"{label}: {path.behaviour}, {_turned(path)}")
    picture.suptitle(title)
    first = next(iter(paths.values()))
    return picture.described(
        f"{title}. One panel for each run on {first.landscape.formula} from "
        f"w = {first.weights[0]:.4g}: the weight after each step, with a dashed line at "
        f"each minimum. " + "; ".join(told) + "."
    )


def _turned(path: Path) -> str:
    share = path.turns / max(path.steps - 1, 1)
    if share == 0:
        return "no step turns back"
    return "every step turns back" if share == 1 else "some steps turn back"


def parting(paths: Mapping[str, Path], *, title: str = "") -> Picture:
    """Draw the weights of runs that begin almost at the same place, step by step, in one panel."""
    picture, axes = panels(width=8.5)
    for i, (label, path) in enumerate(paths.items()):
        axes.plot(path.weights, label=label, linewidth=1, markersize=4, **mark_style(i))
    first = next(iter(paths.values()))
    _minima_lines(axes, first.landscape)
    axes.set_xlabel("step")
    axes.set_ylabel("weight w")
    axes.set_title(title)
    axes.legend(loc="upper right", ncols=len(paths))
    low, high = axes.get_ylim()
    axes.set_ylim(low, high + 0.18 * (high - low))
    return picture.described(
        f"{title}. The weights of {' and '.join(paths)} after each of {first.steps} steps. "
        f"{_parting_words([path.weights for path in paths.values()])}"
    )


def _parting_words(weights: Sequence[np.ndarray]) -> str:
    """Return from which step on walks can be told apart in the picture, in a sentence."""
    apart = np.ptp(weights, axis=0)
    seen = apart > PARTED * np.ptp(weights)
    if not np.any(seen):
        return "The marks lie on each other to the end."
    return (
        f"The marks lie on each other up to step {np.argmax(seen) - 1}; then the walks part, and "
        f"are up to {np.max(apart):.2g} away from each other."
    )


def rate_map(path: Path, bands: Sequence[tuple[float, float, str]], *, title: str = "") -> Picture:
    """Draw where runs with many learning rates are in their last 100 steps: a dot for each place.

    Args:
        path: Runs on a landscape of one weight, one for each rate of `path.lr`.
        bands: (lowest rate, highest rate, what happens there), from left to right.
        title: What stands above the picture.
    """
    picture, axes = panels(width=9.0, height=4.4)
    rates = np.asarray(path.lr, dtype=float)
    late = path.weights[-LAST:]
    low, high = path.landscape.view[0]
    with np.errstate(invalid="ignore"):
        seen = (late > low) & (late < high)
    axes.plot(
        np.broadcast_to(rates, late.shape)[seen],
        late[seen],
        linestyle="",
        marker=".",
        markersize=1.5,
        color=COLORS[0],
    )
    _minima_lines(axes, path.landscape)
    room = 0.22 * (high - low)
    for i, (first, until, label) in enumerate(bands):
        axes.axvspan(first, until, color=INK, alpha=(0.12, 0)[i % 2], linewidth=0, zorder=0)
        axes.text(
            (first + until) / 2, high + room / 2, label, ha="center", va="center", fontsize=8
        )
    axes.set_xlim(rates.min(), rates.max())
    axes.set_ylim(low, high + room)
    axes.set_xlabel("learning rate")
    axes.set_ylabel(f"weight in the last {LAST} steps")
    axes.set_title(title)
    told = "; ".join(
        f"{first:.4f} to {until:.4f}: {' '.join(label.split())}" for first, until, label in bands
    )
    return picture.described(
        f"{title}. For each learning rate from {rates.min():g} to {rates.max():g}, the places of "
        f"the last {LAST} of {path.steps} steps on {path.landscape.formula}, from "
        f"w = {path.weights[0].flat[0]:g}; dashed lines are the minima. Rates {told}."
    )
