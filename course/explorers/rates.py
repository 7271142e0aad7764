"""One slider over the learning rates: the run, its loss, and the map of all rates."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from course.counting import counted
from course.descent import Path, descend
from course.explorers.kit import paths
from course.explorers.kit.controls import Number
from course.explorers.kit.marks import Mark, line, point, points, rule
from course.explorers.kit.panels import Panel, linear
from course.explorers.kit.scene import Scene, Table, Words
from course.explorers.kit.widget import Explorer
from course.landscapes import Landscape, parabola
from course.validate import number

MOST_STEPS = 200
# Numbers in the tables of one rate and step: weight, loss, and the loss above the lowest.
NUMBERS = 3
ROOM = 33_000
# How each run's behaviour is drawn on the map; hollow if it is not there yet.
OUTCOMES = {
    "crawls": ("sky", "plus"),
    "smooth": ("green", "circle"),
    "smooth, not there yet": ("green", "circle"),
    "overshoots and settles": ("blue", "square"),
    "overshoots, not there yet": ("blue", "square"),
    "cycles": ("purple", "diamond"),
    "diverges": ("red", "triangle"),
    "freezes": ("orange", "cross"),
    "stays": ("ink", "star"),
}


def explore_rates(
    landscape: Landscape = parabola,
    start: float | None = None,
    steps: int = 50,
    *,
    lr: float | None = None,
    rates: Sequence[float] | None = None,
) -> Explorer:
    """Show what each learning rate does: the run, its loss, and a map of all rates' outcomes.

    Args:
        landscape: Where to walk; of one weight.
        start: The first weight of every run; near the left end of the view if not given. The
            reader can type or click another one.
        steps: How many steps each run takes, 1 to 200.
        lr: The rate that the slider stands at first; a middle one if not given.
        rates: The slider's rates, 2 to 200; round ones beyond the stable bound if not given.

    Raises:
        InputError: An argument cannot be used; the message names it.
    """
    paths.walkable(landscape, 1)
    steps = paths.limited("steps", steps, MOST_STEPS)
    start = paths.first_weight(landscape, start)
    bound = paths.stable_bound(landscape, start)
    lr = None if lr is None else number("lr", lr, positive=True)
    if rates is None:
        many = min(120, ROOM // (NUMBERS * (steps + 1)))
        rates = paths.round_rates(max(1.12 * bound, lr or 0.0), many, lr=lr or bound / 2)
    rates = paths.chosen_rates(rates, *([] if lr is None else [lr]))
    lr = float(rates[len(rates) // 3]) if lr is None else lr
    low, high = paths.reach(*landscape.view[0])

    def scene(start: float) -> Scene:
        start = paths.within("start", start, low, high)
        return _scene(descend(landscape, start, rates, steps), rates)

    span = landscape.view[0][1] - landscape.view[0][0]
    controls = (
        paths.rate_slider(rates, lr),
        Number("start", "start w", start, low, high, step=0.1 if span > 2 else 0.01),
    )
    title = f"{len(rates)} learning rates on {landscape.formula}"
    return Explorer("explore_rates", title, controls, scene)


def _scene(path: Path, rates: np.ndarray) -> Scene:
    landscape, steps = path.landscape, path.steps
    heights = paths.curve_heights(landscape)
    levels = paths.above_lowest(path)
    # Rates are many, and which ends lowest is asked: the best two are seen apart.
    axis = paths.loss_axis(levels, below=13)
    # On the lower edge itself a mark would be cut in half.
    ends = np.clip(levels[:, -1], axis.range[0] + 0.4, axis.range[1])
    words = path.behaviour
    tables = {
        **paths.curve_tables(landscape),
        "w": Table(paths.by_run(path.weights), ("rate", "step")),
        "loss": Table(paths.by_run(path.losses), ("rate", "step")),
        "level": Table(np.maximum(levels, axis.range[0]), ("rate", "step")),
        "steps": Table(np.arange(steps + 1), ("step",)),
        "hand": Table(rates, ("rate",)),
        "end": Table(ends, ("rate",)),
        "final": Table(paths.by_run(path.weights)[:, -1], ("rate",)),
        "final_loss": Table(paths.by_run(path.losses)[:, -1], ("rate",)),
    }
    marks = []
    for word, (color, marker) in OUTCOMES.items():
        here = words == word
        if not here.any():
            continue
        name = word.replace(",", "").replace(" ", "_")
        tables[f"{name}_rates"] = Table(rates[here], ("run",))
        tables[f"{name}_ends"] = Table(ends[here], ("run",))
        style = {"marker": marker, "color": color, "label": word, "name": name}
        style["hollow"] = word.endswith("not there yet")
        marks.append(points(f"{name}_rates", f"{name}_ends", "run", **style))
    way = {"along": "step", "color": "blue"}
    panels = (
        Panel(
            "run",
            "the run",
            f"The curve of the loss {landscape.formula} against the weight w, with all places "
            "of the run.",
            linear("weight w", *landscape.view[0]),
            linear("loss", *heights),
            (
                paths.curve_line(landscape),
                line("w", "loss", dash="thin", name="way", **way),
                points("w", "loss", marker="dot", name="places", label="the run", **way),
                point(
                    "w",
                    "loss",
                    at={"step": 0},
                    hollow=True,
                    color="ink",
                    label="start",
                    name="start",
                ),
                point(
                    "final", "final_loss", color="blue", name="end", label="its end", far="{far}"
                ),
            ),
            click={"x": "start"},
            hint="click to choose a start",
        ),
        Panel(
            "loss",
            "its loss, step by step",
            "The run's loss above the lowest possible one after each step, on a log scale.",
            linear("step", 0, steps, whole=True),
            axis,
            (
                line("steps", "level", name="way", **way),
                points("steps", "level", marker="dot", name="places", **way),
            ),
        ),
        Panel(
            "map",
            "all rates",
            f"A mark for each of {len(rates)} rates: how high above the lowest loss its run ends, "
            f"and what it does. {{bands}}.",
            linear("learning rate", 0.0, float(rates[-1] + rates[0])),
            axis,
            (
                rule(x="hand", color="ink", dash="dashed", label="your rate", name="hand"),
                *marks,
                Mark(
                    "point",
                    "hand",
                    "end",
                    marker="circle",
                    color="ink",
                    hollow=True,
                    name="chosen",
                ),
            ),
            click={"x": "rate"},
            hint="click to choose one",
        ),
    )
    texts = {
        **paths.outcome_words(path, paths.outside(path, heights), ("rate",)),
        "bands": Words(np.array(_bands(rates, words), dtype=object)),
    }
    sentence = f"rate {{rate}}: {{does}}; at {{final}} after {counted(steps, 'step')}{{ending}}"
    return Scene(panels, tables, texts, sentence)


def _bands(rates: np.ndarray, words: np.ndarray) -> str:
    """Return which rates do what, in words: the first stretches of one outcome each."""
    breaks = np.flatnonzero(words[1:] != words[:-1]) + 1
    stretches = np.split(np.arange(len(rates)), breaks)
    # To say that there is one more would be no shorter.
    most = 7 if len(stretches) == 7 else 6
    told = [
        f"{rates[s[0]]:.4g} to {rates[s[-1]]:.4g}: {words[s[0]]}"
        if len(s) > 1
        else f"{rates[s[0]]:.4g}: {words[s[0]]}"
        for s in stretches[:most]
    ]
    more = [f"and {len(stretches) - most} stretches more"] if len(stretches) > most else []
    return "; ".join([*told, *more])
