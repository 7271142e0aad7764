"""What several explorers share: rates for a slider, tables of walks, and words for outcomes."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from course.counting import counted
from course.descent import Path
from course.explorers.kit.controls import Slider
from course.explorers.kit.marks import Mark
from course.explorers.kit.panels import Axis, logarithmic
from course.explorers.kit.scene import Table, Words
from course.explorers.kit.template import said
from course.landscapes import Landscape
from course.validate import InputError, count, number, numbers, shown

# The width of a picture with equal units, in its heights; and how many times as long one side of
# a view may be for equal units.
NARROW, WIDE, UNLIKE = 0.8, 1.5, 4.0
# Steps grow steadily if their factor changes by less than this part.
STEADY = 0.03
# A loss rises, and not by rounding, if one step adds more than this part of all that it fell.
RISE = 1e-6
# Points of a drawn curve.
CURVE = 240


def walkable(landscape, dimensions: int) -> Landscape:
    """Return `landscape`, or raise InputError if it is none of so many weights."""
    known = {1: "course.landscapes.quartic", 2: "course.landscapes.bowl"}[dimensions]
    if not isinstance(landscape, Landscape) or landscape.dimensions != dimensions:
        raise InputError(
            f"landscape must be a Landscape of {dimensions} weight{'s'[: dimensions - 1]}, such "
            f"as {known}, but it is {shown(getattr(landscape, 'name', landscape))}"
        )
    return landscape


def to_scale(landscape: Landscape) -> tuple[Landscape, bool]:
    """Return `landscape` with a view that can be drawn to scale, and whether it can be.

    A view that is much longer one way is widened the other way, so that a picture with equal
    units fills its panel. A view of weights of other sizes stays as it is: no picture shows both.
    """
    low, high = np.array(landscape.view, dtype=float).T
    size, middle = high - low, (low + high) / 2
    if np.max(size) > UNLIKE * np.min(size):
        return landscape, False
    across, up = size
    size = np.array([max(across, NARROW * up), max(up, across / WIDE)])
    view = np.where(size > high - low, [middle - size / 2, middle + size / 2], [low, high]).T
    return replace(landscape, view=tuple(map(tuple, view.tolist()))), True


def limited(name: str, value, most: int) -> int:
    """Return `value` as a whole number from 1 to `most`, or raise InputError."""
    whole = count(name, value, least=1)
    if whole > most:
        raise InputError(f"{name} must be {most} at most, but it is {shown(whole)}")
    return whole


def within(name: str, value: float, low: float, high: float) -> float:
    """Return `value` if it is in reach of the picture, or raise InputError."""
    if not low <= value <= high:
        raise InputError(f"{name} must be from {low:g} to {high:g}, but it is {value:g}")
    return value


def beginning(landscape: Landscape, across: float) -> np.ndarray:
    """Return where a walk begins if nobody says so: this part of the way across the view, (d,)."""
    low, high = np.array(landscape.view, dtype=float).T
    return np.array([float(f"{w:.3g}") for w in low + across * (high - low)])


def first_weight(landscape: Landscape, start: float | None) -> float:
    """Return where a walk on a curve begins: at `start`, or near the left end of the view."""
    return number("start", beginning(landscape, 1 / 12)[0] if start is None else start)


def two_weights(name: str, value) -> np.ndarray:
    """Return `value` as a place on a landscape of two weights, shape (2,), or raise InputError."""
    place = numbers(name, value)
    if place.shape != (2,):
        raise InputError(f"{name} must hold two weights, but its shape is {place.shape}")
    return place


def chosen_rates(rates, *also: float) -> np.ndarray:
    """Return the rates of a slider in order, with others among them, or raise InputError."""
    # One number alone cannot be gone through, and is told as any other that is not a list.
    with contextlib.suppress(TypeError):
        rates = [*rates, *also]
    rates = np.unique(numbers("rates", rates).ravel())
    if not 2 <= len(rates) <= 200 or rates[0] <= 0:
        raise InputError(f"rates must hold 2 to 200 numbers above 0, but it is {shown(rates)}")
    return rates


def round_rates(highest: float, many: int, *, lr: float) -> np.ndarray:
    """Return at most `many` evenly spaced round rates up to about `highest`, `lr` among them."""
    least = highest / (many - 1)
    power = 10.0 ** np.floor(np.log10(least))
    digits = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
    spacing = next(power * m for m in digits if power * m >= least * (1 - 1e-9))
    rates = spacing * np.arange(1, np.ceil(highest / spacing - 1e-9) + 1)
    return np.unique(np.round(np.append(rates, lr), 12))


def stable_bound(landscape: Landscape, start) -> float:
    """Return 2/curvature at the deepest minimum, or at the start where there is none."""
    place = landscape.minima[0] if len(landscape.minima) else start
    hessian = np.asarray(landscape.curvature(np.asarray(place, dtype=float)))
    steepest = np.max(np.abs(np.linalg.eigvalsh(hessian) if hessian.ndim else hessian))
    return 2 / max(float(steepest), 1e-6)


def rate_texts(rates: Sequence[float]) -> list[str]:
    """Return what a slider says at each rate."""
    # A rate is what somebody wrote: 8e−9, not 8.00000e−9.
    return [re.sub(r"\.?0+e", "e", said(rate, 6)) for rate in rates]


def rate_slider(rates: np.ndarray, lr: float, label: str = "learning rate") -> Slider:
    """Return the slider "rate" over `rates`, in order, which stands at `lr`, one of them."""
    at = int(np.searchsorted(rates, lr))
    return Slider("rate", label, rate_texts(rates), at=at, positions=rates.tolist())


def by_run(values: np.ndarray) -> np.ndarray:
    """Return (steps + 1, runs…) as (runs…, steps + 1); what cannot be computed stays as it was.

    A marker then waits at the edge it left by, instead of vanishing.
    """
    values = np.array(values, dtype=float)
    for t in range(1, len(values)):
        lost = np.isnan(values[t])
        values[t][lost] = values[t - 1][lost]
    return np.moveaxis(values, 0, -1)


def above_lowest(path: Path, landscape: Landscape | None = None) -> np.ndarray:
    """Return log10 of the loss above the lowest, (runs…, steps + 1); −inf at it.

    The lowest is that of `landscape`, the path's own if not given, and 0 if it has no minimum.
    """
    landscape = landscape or path.landscape
    floor = min((float(landscape(minimum)) for minimum in landscape.minima), default=0.0)
    with np.errstate(all="ignore"):
        return np.log10(np.maximum(by_run(path.losses) - floor, 0.0))


def loss_axis(
    levels: np.ndarray, *, label: str = "loss above the lowest", below: float = 10
) -> Axis:
    """Return an axis for `levels`, log10 of losses.

    It begins so many decades `below` the start at the most, and ends two above it. Where a loss is
    the lowest itself there is room for it, one decade below all others.
    """
    top = float(np.max(levels[..., 0]))
    seen = levels[np.isfinite(levels) & (levels <= top + 2)]
    top = top if np.isfinite(top) else 0.0
    least = float(np.min(seen, initial=top)) - np.any(np.isneginf(levels))
    return logarithmic(label, max(least, top - below), top + 2)


def outside(path: Path, loss_range: tuple[float, float] | None = None) -> np.ndarray:
    """Return where a walk is out of the picture, (steps + 1, runs…)."""
    view = np.array(path.landscape.view)
    places = path.weights[..., None] if path.landscape.dimensions == 1 else path.weights
    inside = np.all((places >= view[:, 0]) & (places <= view[:, 1]), axis=-1)
    if loss_range is not None:
        inside &= (path.losses >= loss_range[0]) & (path.losses <= loss_range[1])
    return ~inside


def endings(path: Path, out: np.ndarray) -> np.ndarray:
    """Return what else is to be said of each run: that it leaves the picture, or overflows.

    Args:
        path: The runs.
        out: Where they are out of the picture, as from `outside`.
    """
    overflows = ~np.isfinite(path.losses)
    about = (
        out[0],
        *(found for mask in (out, overflows) for found in (mask.any(axis=0), mask.argmax(axis=0))),
    )
    texts = np.empty(out.shape[1:], dtype=object)
    texts.ravel()[:] = [
        _ending(*one) for one in zip(*(x.ravel().tolist() for x in about), strict=True)
    ]
    return texts


def outcome_words(
    path: Path, out: np.ndarray, axes: tuple[str, ...], does: np.ndarray | None = None
) -> dict[str, Words]:
    """Return "does", "ending" and "far": what each run does, and what else is to be said.

    Where `does` is given, it stands in place of `Path.behaviour`.
    """
    return {
        "does": Words(np.asarray(path.behaviour if does is None else does, dtype=object), axes),
        "ending": Words(endings(path, out), axes),
        "far": Words(growth(path), axes),
    }


def at_limit(does: np.ndarray, limit: np.ndarray) -> np.ndarray:
    """Return what walks do, where those on the limit itself are told to cycle in the end.

    A few steps look as if such a walk would arrive: it still comes closer in other directions.

    Args:
        does: What each does, as `Path.behaviour` says it.
        limit: Where the rate times the steepest curvature is 2; it broadcasts against `does`.
    """
    later = limit & (does == "overshoots, not there yet")
    return np.where(later, "cycles in the end", does)


def swinging(path: Path) -> np.ndarray:
    """Return what walks do, where those of a rule with a memory are told to swing if they do.

    `Path.behaviour` has the words of plain descent: what turns back at fewer than half of its
    steps is smooth. A ball swings past the floor and turns seldom, but then its loss rises. What
    swings no longer may crawl.
    """
    does = np.array(path.behaviour, dtype=object)
    with np.errstate(all="ignore"):
        fallen = path.losses[0] - np.min(path.losses, axis=0)
        rises = np.diff(path.losses, axis=0) > RISE * fallen
    early, late = np.any(rises, axis=0), np.any(rises[path.steps // 2 :], axis=0)
    does[early & (does == "smooth")] = "swings and settles"
    swings = early & (does == "smooth, not there yet") | late & (does == "crawls")
    does[swings] = "swings, not there yet"
    return does


def growth(path: Path) -> np.ndarray:
    """Return what is said of each run where it is outside: how its steps grow as it diverges."""
    outcomes = np.asarray(path.outcome, dtype=object)
    texts = np.full(outcomes.shape, "outside the picture", dtype=object)
    if path.steps < 2:
        return texts
    places = path.weights[..., None] if path.landscape.dimensions == 1 else path.weights
    with np.errstate(all="ignore"):
        lengths = np.linalg.norm(np.diff(places, axis=0), axis=-1)
        factors = lengths[1:] / lengths[:-1]
    known = np.isfinite(factors)
    last = len(factors) - 1 - np.argmax(known[::-1], axis=0)
    final, before = (
        np.take_along_axis(factors, np.maximum(last - back, 0)[None], axis=0)[0] for back in (0, 2)
    )
    with np.errstate(all="ignore"):
        steady = np.abs(final / before - 1) < STEADY
    for index in np.argwhere(outcomes == "diverged"):
        run = tuple(index)
        texts[run] = "each step far longer than the one before"
        if steady[run]:
            texts[run] = f"each step {said(final[run], 3)} times as long"
    return texts


def _ending(outside: bool, leaves: bool, exit_: int, overflows: bool, loss: int) -> str:
    text = ""
    if outside:
        text = "; it starts outside the picture"
    elif leaves:
        text = f"; it leaves the picture at step {exit_}"
    if overflows:
        text += f" and is too large to compute from step {loss} on"
    return text


def step_words(steps: int) -> Words:
    """Return "0 steps", "1 step", "2 steps" and so on, picked by the control "step"."""
    return Words(np.array([counted(t, "step") for t in range(steps + 1)], dtype=object), ("step",))


def curve_tables(landscape: Landscape) -> dict[str, Table]:
    """Return the curve of a landscape of one weight, as tables "curve_w" and "curve_loss"."""
    w = np.linspace(*landscape.view[0], CURVE)
    return {
        "curve_w": Table(w, ("point",)),
        "curve_loss": Table(landscape(w), ("point",)),
    }


def curve_line(landscape: Landscape) -> Mark:
    """Return the line of `curve_tables`."""
    look = {"color": "ink", "label": f"loss {landscape.formula}", "name": "curve"}
    return Mark("line", "curve_w", "curve_loss", along="point", **look)


def curve_heights(landscape: Landscape) -> tuple[float, float]:
    """Return the lowest and highest loss in the view, with a little room."""
    losses = landscape(np.linspace(*landscape.view[0], CURVE))
    room = 0.06 * float(np.ptp(losses)) or 1.0
    return float(np.min(losses)) - room, float(np.max(losses)) + room


def reach(low: float, high: float) -> tuple[float, float]:
    """Return the smallest and largest start that can be typed: half a view beyond each edge."""
    half = (high - low) / 2
    return round(low - half, 6), round(high + half, 6)
