"""A rate that rises first, then falls: how high it may go, with each of three optimizers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from course import optimizers, schedules
from course.descent import Path, descend
from course.explorers.kit import paths
from course.explorers.kit.controls import Select, Slider
from course.explorers.kit.marks import Mark, rule
from course.explorers.kit.panels import Panel, linear, logarithmic
from course.explorers.kit.scene import Scene, Table, Words
from course.explorers.kit.template import said
from course.explorers.kit.widget import Explorer
from course.landscapes import Landscape, quartic
from course.validate import number

STEPS = 80
RATES = np.array([0.005, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 1.0])
RISES = (0, 2, 5, 10, 20, 40)
RULES = (optimizers.gradient_descent(), optimizers.momentum(), optimizers.adam())


def explore_warmup(landscape: Landscape = quartic, start: float = 4.0) -> Explorer:
    """Show what a warm-up lets an optimizer do: its rate, its walk, and where all rates end.

    The rate rises in a straight line to the chosen one, and falls along a cosine to 0.

    Args:
        landscape: Where to walk; of one weight.
        start: The first weight of every run.

    Raises:
        InputError: An argument cannot be used; the message names it.
    """
    paths.walkable(landscape, 1)
    start = number("start", start)
    shapes = np.array([_shape(rise) for rise in RISES])
    path = descend(
        landscape,
        np.full((len(RULES), len(RISES), len(RATES)), start),
        lambda t: shapes[:, t, None] * RATES,
        STEPS,
        optimizer=optimizers.side_by_side(RULES),
    )
    scene = _scene(path, shapes, start)
    texts, places = paths.rate_texts(RATES), np.log10(RATES).tolist()
    controls = (
        Slider("rate", "highest rate", texts, at=texts.index("0.05"), positions=places),
        Slider("rise", "steps of warm-up", [str(n) for n in RISES], at=RISES.index(10)),
        Select("rule", "optimizer", [one.name for one in RULES]),
    )
    title = f"Warm-up, then a cosine: {STEPS} steps on {landscape.formula}"
    return Explorer("explore_warmup", title, controls, lambda: scene)


def _shape(rise: int) -> np.ndarray:
    """Return the rate of every step, in parts of the highest."""
    fall = schedules.cosine_annealing(1.0, total=STEPS - rise)
    return (schedules.warm_up(rise, fall) if rise else fall)(np.arange(STEPS))


def _scene(path: Path, shapes: np.ndarray, start: float) -> Scene:
    """Return the scene of runs (rules, rises, rates)."""
    (view,) = path.landscape.view
    low, high = min(view[0], start) - 0.5, max(view[1], start) + 0.5
    lost = path.behaviour == "diverges"
    # Near the end the rate is next to 0: so slow is then a walk at any rate, however high it rose.
    told = paths.swinging(path)
    told[told == "crawls"] = "stops short as its rate falls to 0"
    for run in map(tuple, np.argwhere(~lost)):
        told[run] += f", at {said(path.final[run])}"
    tables = {
        "steps": Table(np.arange(STEPS + 1), ("step",)),
        "ends": Table(np.arange(STEPS), ("end",)),
        "shape": Table(shapes, ("rise", "end")),
        "w": Table(paths.by_run(path.weights), ("rule", "rise", "rate", "step")),
        "rates": Table(np.log10(RATES), ("run",)),
        "hand": Table(np.log10(RATES), ("rate",)),
        "final": Table(np.where(lost, np.nan, path.final), ("rule", "rise", "run")),
        "lost": Table(np.where(lost, high, np.nan), ("rule", "rise", "run")),
        "minima": Table(np.array(path.landscape.minima), ("minimum",)),
    }
    words = {
        "told": Words(told, ("rule", "rise", "rate")),
        "told_without": Words(told[:, 0], ("rule", "rate")),
        "highest": Words(_highest(lost), ("rule", "rise")),
    }
    step, weight = linear("step", 0, STEPS, whole=True), linear("weight w", low, high + 0.5)
    rates = logarithmic("highest rate", np.log10(RATES[0]), np.log10(RATES[-1]))
    # So that a mark at the highest one is seen whole.
    rates = replace(rates, range=(rates.range[0], rates.range[1] + 0.1))
    floors = [
        rule(y="minima", at={"minimum": i}, color="soft", label="" if i else "minimum")
        for i in range(len(path.landscape.minima))
    ]
    compared = "with the chosen warm-up and without"
    panels = (
        Panel(
            "rate",
            "the learning rate",
            f"The rate of each step, in parts of the highest, {compared}.",
            step,
            linear("part of the highest rate", 0, 1),
            _both("line", "ends", "shape", "end"),
        ),
        Panel(
            "walk",
            "the walk",
            f"The weight w after each step, {compared}.",
            step,
            weight,
            [*floors, *_both("line", "steps", "w", "step")],
        ),
        Panel(
            "map",
            "all rates",
            f"Where the runs of {len(RATES)} highest rates end, {compared}; those that diverge "
            "stand at the upper edge.",
            rates,
            weight,
            [
                *floors,
                rule(x="hand", color="ink", dash="dotted", name="hand"),
                *_both("points", "rates", "final", "run", ("square", "circle")),
                *_both("points", "rates", "lost", "run", ("down", "triangle"), "diverges, "),
            ],
            click={"x": "rate"},
            hint="click to choose one",
        ),
    )
    sentence = (
        "{rule}, rate {rate} after {rise} steps of warm-up: {told}; without: {told_without}. "
        "{highest}"
    )
    return Scene(panels, tables, words, sentence)


def _highest(lost: np.ndarray) -> np.ndarray:
    """Return what is said of all rates, with each warm-up and without, (rules, rises) texts.

    Args:
        lost: Which runs diverge, (rules, rises, rates); the first rise is none.
    """
    many, texts = len(RATES), paths.rate_texts(RATES)
    # How many rates are below all that diverge.
    fine = np.where(lost.any(axis=-1), lost.argmax(axis=-1), many)
    told = np.array([f"below {texts[0]}", *texts[:-1], f"none of {many} does"], dtype=object)[fine]
    found = "Highest rate before one diverges: " + told + ", without " + told[:, :1]
    never = (fine == many) & (fine[:, :1] == many)
    found[never] = f"None of {many} rates diverges, with the warm-up or without"
    return found


def _both(kind: str, x: str, y: str, along: str, markers=("", ""), told: str = "") -> list[Mark]:
    """Return what is drawn of runs without warm-up, its slider's first position, and with it."""
    none = {"at": {"rise": 0}, "color": "red"}
    none |= {"dash": "dashed"} if kind == "line" else {"hollow": True}
    looks = ((none, "no warm-up", "none"), ({}, "chosen warm-up", "chosen"))
    return [
        Mark(kind, x, y, along=along, marker=m, label=told + text, name=f"{y}_{name}", **style)
        for m, (style, text, name) in zip(markers, looks, strict=True)
    ]
