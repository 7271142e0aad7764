"""A walk on a curve, step by step, with its tangent and the step it gives."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from course.descent import Path, descend
from course.explorers.kit import paths
from course.explorers.kit.controls import Number, Player, Slider
from course.explorers.kit.marks import Mark, line, point, points, segment
from course.explorers.kit.panels import Panel, linear
from course.explorers.kit.scene import Scene, Table
from course.explorers.kit.widget import Explorer
from course.landscapes import Landscape, parabola
from course.validate import number

MOST_STEPS = 200
# Numbers in the tables of one rate and step: weight, loss, and a tangent's four.
NUMBERS = 6
ROOM = 33_000


def explore_curve(
    landscape: Landscape = parabola,
    start: float | None = None,
    lr: float = 0.1,
    steps: int = 50,
    *,
    rates: Sequence[float] | None = None,
) -> Explorer:
    """Show a walk on a landscape of one weight: its tangents, its steps, its losses beside.

    Args:
        landscape: Where to walk; of one weight.
        start: The first weight; near the left end of the view if not given. The reader can
            type or click another one.
        lr: The learning rate at first.
        steps: How many steps there are to see, 1 to 200.
        rates: The slider's rates, 2 to 200; round ones beyond the stable bound if not given.

    Raises:
        InputError: An argument cannot be used; the message names it.
    """
    paths.walkable(landscape, 1)
    lr = number("lr", lr, positive=True)
    steps = paths.limited("steps", steps, MOST_STEPS)
    start = paths.first_weight(landscape, start)
    if rates is None:
        many = min(60, ROOM // (NUMBERS * (steps + 1)))
        highest = max(1.2 * paths.stable_bound(landscape, start), 1.5 * lr)
        rates = paths.round_rates(highest, many, lr=lr)
    rates = paths.chosen_rates(rates, lr)
    low, high = paths.reach(*landscape.view[0])

    def scene(start: float) -> Scene:
        start = paths.within("start", start, low, high)
        return _scene(descend(landscape, start, rates, steps))

    span = landscape.view[0][1] - landscape.view[0][0]
    controls = (
        paths.rate_slider(rates, lr),
        Slider("step", "step", [str(t) for t in range(steps + 1)], at=min(3, steps)),
        Player("step"),
        Number("start", "start w", start, low, high, step=0.1 if span > 2 else 0.01),
    )
    return Explorer("explore_curve", f"A walk on {landscape.formula}", controls, scene)


def tangents(path: Path, heights: tuple[float, float]) -> np.ndarray:
    """Return a piece of each tangent as x0, y0, x1, y1, of one length in the picture.

    Shape (runs…, steps + 1, 4).
    """
    width, height = np.ptp(path.landscape.view[0]), heights[1] - heights[0]
    with np.errstate(all="ignore"):
        half = 0.12 * width / np.hypot(1.0, path.slopes * width / height)
        ends = (
            path.weights - half,
            path.losses - half * path.slopes,
            path.weights + half,
            path.losses + half * path.slopes,
        )
    return np.stack([np.moveaxis(end, 0, -1) for end in ends], axis=-1)


def _scene(path: Path) -> Scene:
    landscape, steps = path.landscape, path.steps
    heights = paths.curve_heights(landscape)
    tables = {
        **paths.curve_tables(landscape),
        "w": Table(paths.by_run(path.weights), ("rate", "step")),
        "loss": Table(paths.by_run(path.losses), ("rate", "step")),
        "tangent": Table(tangents(path, heights), ("rate", "step", "end")),
        "steps": Table(np.arange(steps + 1), ("step",)),
    }
    out = paths.outside(path, heights)
    words = {
        **paths.outcome_words(path, out, ("rate",), _does(path, out)),
        "counted": paths.step_words(steps),
    }
    on_curve = Panel(
        "curve",
        "the walk on the curve",
        f"The curve of the loss {landscape.formula} against the weight w, with the walk on it, "
        "the tangent where it stands, and an arrow for the next step.",
        linear("weight w", *landscape.view[0]),
        linear("loss", *heights),
        (
            paths.curve_line(landscape),
            segment("tangent", along="end", color="red", dash="dashed", label="tangent"),
            *_walk("w", label="the walk"),
            segment(
                "w",
                "loss",
                ("w", 1),
                "loss",
                color="purple",
                arrow=True,
                label="next step",
                name="next",
            ),
            point(
                "w", "loss", at={"step": 0}, hollow=True, color="ink", label="start", name="start"
            ),
            point("w", "loss", name="here", far="{far}"),
        ),
        click={"x": "start"},
        hint="click to choose a start",
    )
    beside = Panel(
        "loss",
        "its loss, step by step",
        "The loss after each step, on the same heights.",
        linear("step", 0, steps, whole=True),
        linear("loss", *heights),
        (*_walk("steps"), point("steps", "loss", name="here")),
    )
    sentence = "rate {rate}: {does}; at {w} after {counted}{ending}"
    return Scene((on_curve, beside), tables, words, sentence)


def _does(path: Path, out: np.ndarray) -> np.ndarray:
    """Return what each walk does, as its behaviour says it, but for one that may cycle yet.

    Only where the curvature is the same everywhere does a walk that grows grow for ever. Others
    that are still in the picture have not diverged.
    """
    does = np.asarray(path.behaviour, dtype=object)
    bent = path.landscape.curvature(np.linspace(*path.landscape.view[0]))
    if np.ptp(bent) < 1e-9 * np.max(np.abs(bent)):
        return does
    return np.where((does == "diverges") & ~out.any(axis=0), "swings ever wider", does)


def _walk(x: str, label: str = "") -> tuple[Mark, Mark]:
    """Return the way so far: thin lines, and a dot for each place."""
    shared = {"along": "step", "until": True, "color": "blue"}
    return (
        line(x, "loss", dash="thin", name="way", **shared),
        points(x, "loss", marker="dot", name="places", label=label, **shared),
    )
