"""One rate for two curvatures: a ravine of any condition number, and its rate's part of 2/L."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from course.counting import counted
from course.descent import Path, angle_to_minimum, descend
from course.explorers.kit import paths
from course.explorers.kit.contours import contours, stretch
from course.explorers.kit.controls import Slider
from course.explorers.kit.marks import line, point, points, segment
from course.explorers.kit.panels import Panel, linear, logarithmic
from course.explorers.kit.scene import Scene, Table, Words
from course.explorers.kit.widget import Explorer
from course.landscapes import ravine

ROUND, _ = paths.to_scale(replace(ravine(1), view=((-4.0, 11.0), (-4.0, 4.0))))
START = (10.0, 3.0)
# How many steps are drawn and taken, and down to which part of the distance they are counted.
SHOWN, STEPS, GOAL = 24, 4000, 1e-3
KAPPAS = np.array([1.0, 2, 5, 10, 25, 100])
# Parts of the limit 2/κ, among them the best one for each condition number.
PARTS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0, 1.02, 1.05)
PARTS = np.unique([*PARTS, *np.round(KAPPAS / (KAPPAS + 1), 3)])


HERE, AXES = ("place_along", "place_across"), ("condition", "rate")


def explore_ravine() -> Explorer:
    """Show a walk in a ravine of curvatures 1 and κ at any part of its largest stable rate, 2/κ.

    Beside it stand what one step leaves of the distance along and across the ravine, and how many
    steps it takes to 1/1000 of the distance, for each condition number κ.
    """
    landscape, rates = stretch(ROUND, KAPPAS), PARTS * (2 / KAPPAS[:, None])
    path = descend(landscape, np.broadcast_to(START, (*rates.shape, 2)), rates, STEPS)
    with np.errstate(all="ignore"):
        near = np.linalg.norm(path.weights, axis=-1) <= GOAL * np.linalg.norm(START)
    early = replace(path, weights=path.weights[: SHOWN + 1], slopes=path.slopes[: SHOWN + 1])
    needed = np.where(near.any(axis=0), near.argmax(axis=0), np.nan)
    off = np.moveaxis(angle_to_minimum(landscape, early.weights), 0, -1)
    words = {
        "does": Words(paths.at_limit(early.behaviour, np.isclose(PARTS, 1, atol=1e-9)), AXES),
        "goal": Words(np.vectorize(_goal, otypes=[object])(needed), AXES),
        "off": Words(np.vectorize(_off, otypes=[object])(off), (*AXES, "step")),
    }
    sentence = (
        f"κ = {{condition}}, rate {{lr:3}}, {{rate}} of the limit, {SHOWN} steps: {{does}}; "
        "{goal}; downhill at step {step}: {off}"
    )
    scene = Scene((_map(), _left(), _steps()), _tables(early, np.log10(needed)), words, sentence)
    controls = (
        paths.rate_slider(PARTS, 0.8, "rate / limit"),
        Slider("condition", "condition number κ", [f"{k:g}" for k in KAPPAS], at=4),
        Slider("step", "step", [str(t) for t in range(SHOWN + 1)], at=3),
    )
    return Explorer("explore_ravine", "A walk on (w1² + κ·w2²)/2", controls, lambda: scene)


def _goal(needed: float) -> str:
    if np.isnan(needed):
        return f"not down to 1/1000 of the distance in {STEPS} steps"
    return f"{counted(int(needed), 'step')} to 1/1000 of the distance"


def _off(angle: float) -> str:
    return "no slope left" if np.isnan(angle) else f"{angle:.1f}° off"


def _tables(path: Path, levels: np.ndarray) -> dict[str, Table]:
    """Return the tables; `levels` are log10 of the steps needed, (conditions, parts)."""
    early, down = path.weights, -path.slopes
    with np.errstate(invalid="ignore"):
        # Arrows of one length: how steep it is does not matter here.
        tips = early + 3 * down / np.linalg.norm(down, axis=-1, keepdims=True)
    left, best = np.abs(early[1] / early[0]), np.nanmin(levels, axis=1)
    tables = dict(zip(("line_along", "line_across"), contours(ROUND, KAPPAS, 8), strict=True))
    for i, way in enumerate(("along", "across")):
        tables[f"place_{way}"] = Table(np.moveaxis(early[..., i], 0, -1), (*AXES, "step"))
        tables[f"tip_{way}"] = Table(np.moveaxis(tips[..., i], 0, -1), (*AXES, "step"))
        tables[way] = Table(left[..., i], AXES)
        tables[f"all_{way}"] = Table(left[..., i], ("condition", "run"))
    return tables | {
        "minimum": Table(np.array(0.0)),
        "part": Table(PARTS, ("rate",)),
        "all_parts": Table(PARTS, ("run",)),
        "lr": Table(path.lr, AXES),
        "kappa": Table(np.log10(KAPPAS), ("condition",)),
        "all_kappas": Table(np.log10(KAPPAS), ("run",)),
        "needed": Table(levels, AXES),
        "all_needed": Table(levels.T, ("rate", "run")),
        "best": Table(best, ("run",)),
        "guide": Table(best[-1] + np.log10(KAPPAS / KAPPAS[-1]), ("run",)),
    }


def _map() -> Panel:
    low, way = ("minimum", "minimum"), {"along": "step", "until": True}
    look = {"color": "green", "dash": "dashed", "label": "to the minimum"}
    marks = (
        line("line_along", "line_across", "vertex", dash="thin", color="soft", name="contours"),
        segment(*HERE, *low, **look),
        line(*HERE, dash="thin", name="way", **way),
        points(*HERE, marker="dot", label="the walk", name="places", **way),
        segment(*HERE, "tip_along", "tip_across", color="red", arrow=True, label="downhill"),
        point(*HERE, name="here"),
        point(*low, marker="star", color="ink", label="minimum", name="minimum"),
    )
    told = (
        "Lines of equal loss over both weights at condition number {condition}, the walk, an "
        "arrow downhill from where it stands, and a line from there to the minimum."
    )
    w1, w2 = ROUND.view
    axes = linear("weight w1, along", *w1), linear("weight w2, across", *w2)
    return Panel("map", "the walk", told, *axes, marks, equal=True)


def _left() -> Panel:
    marks = (
        line("all_parts", "all_along", "run", label="along", name="all_along"),
        line("all_parts", "all_across", "run", color="red", dash="dashed", label="across"),
        point("part", "along", name="along"),
        point("part", "across", color="red", marker="square", name="across"),
    )
    told = (
        "Which part of the distance one step leaves, along the ravine and across it, against the "
        "rate in parts of its limit, and where you stand on both lines."
    )
    axes = linear("rate / limit", 0.0, 1.08), linear("distance after / before", 0.0, 1.12)
    click = {"click": {"x": "rate"}, "hint": "click to choose"}
    return Panel("left", "what one step leaves", told, *axes, marks, **click)


def _steps() -> Panel:
    marks = (
        line("all_kappas", "guide", "run", color="soft", dash="dotted", label="like κ"),
        line("all_kappas", "best", "run", color="green", dash="dashed", label="best"),
        line("all_kappas", "all_needed", "run", label="yours", name="all_needed"),
        point("kappa", "needed", marker="diamond", name="needed"),
    )
    told = (
        "How many steps it takes, against the condition number, both on log scales: at your part "
        "of the limit, and at the best one for each condition number; a dotted line grows like κ."
    )
    axes = logarithmic("condition number κ", 0, 2), logarithmic("steps", 0, 4)
    return Panel("steps", "steps to 1/1000 of the distance", told, *axes, marks)
