"""Pictures with two axes, and tables of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from matplotlib.ticker import MaxNLocator

from course.explorers.kit.marks import Mark
from course.explorers.kit.template import minus


@dataclass(frozen=True)
class Axis:
    """One direction of a panel, in the numbers of the tables.

    Attributes:
        label: What stands beside it, with units.
        range: (low, high).
        ticks: (number, text).
    """

    label: str
    range: tuple[float, float]
    ticks: Sequence[tuple[float, str]]


@lru_cache(maxsize=256)
def linear(label: str, low: float, high: float, *, ticks: int = 6, whole: bool = False) -> Axis:
    """Return an axis with about `ticks` round numbers on it."""
    places = MaxNLocator(ticks, steps=[1, 2, 2.5, 5, 10], integer=whole).tick_values(low, high)
    inside = places[(places >= low - 1e-9) & (places <= high + 1e-9)]
    # The labels of one axis share their form, so that 0 and 0.05 stand as they are read.
    texts = [minus(f"{place + 0.0:.6g}") for place in np.round(inside, 10)]
    marks = zip(inside.tolist(), texts, strict=True)
    return Axis(label, (float(low), float(high)), tuple(marks))


def logarithmic(label: str, low: float, high: float) -> Axis:
    """Return an axis for tables of log10, from 10^low to 10^high, with about six powers on it."""
    low, high = float(np.floor(low)), float(np.ceil(high))
    high = max(high, low + 1)
    every = max(1, int(np.ceil((high - low) / 6)))
    powers = np.arange(low, high + 1, every).astype(int)
    plain = {-2: "0.01", -1: "0.1", 0: "1", 1: "10", 2: "100", 3: "1000"}
    marks = ((float(p), plain.get(int(p), minus(f"1e{p}"))) for p in powers)
    return Axis(f"{label} (log scale)", (low, high), tuple(marks))


@dataclass(frozen=True)
class Panel:
    """A picture with two axes.

    Attributes:
        name: What tests and style sheets find it by.
        title: What stands above it.
        label: What a screen reader says of it: what is drawn, in a sentence (a template).
        x: The horizontal axis.
        y: The vertical axis.
        marks: What is drawn, the last on top.
        click: Which controls a click or a drag sets: {"x": name} or {"x": name, "y": name}.
        grips: Places along the horizontal axis, and the Grip that is dragged up and down there;
            the hand takes the nearest.
        hint: What stands after the title where a click does something.
        equal: Whether one unit is as long on both axes: then circles are round, and angles true.
            False where both axes are weights and cannot be, which is told; None for others.
    """

    name: str
    title: str
    label: str
    x: Axis
    y: Axis
    marks: Sequence[Mark]
    click: Mapping[str, str] = field(default_factory=dict)
    hint: str = ""
    grips: Sequence[tuple[float, str]] = ()
    equal: bool | None = None
    kind: str = "plot"


@dataclass(frozen=True)
class Board:
    """A table of words: `rows` of templates under the words of `head`."""

    name: str
    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    kind: str = "table"
