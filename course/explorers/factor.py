"""One factor: what each step multiplies the distance by, on parabolas of several curvatures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from course.counting import counted
from course.descent import Path, descend
from course.explorers.kit import paths
from course.explorers.kit.controls import Select
from course.explorers.kit.marks import Mark, line, point, points, rule
from course.explorers.kit.panels import Panel, linear
from course.explorers.kit.scene import Scene, Table
from course.explorers.kit.template import said
from course.explorers.kit.widget import Explorer
from course.landscapes import Landscape, quadratic
from course.validate import InputError, number, numbers, shown

START, STEPS = -5.0, 12
# What a factor means, and where it is written: in parts of the rates, and as a factor.
BANDS = (
    ("closer, same side", 0.78, 0.5),
    ("closer, other side", 0.83, -0.3),
    ("farther, other side", 0.83, -1.6),
)
FACTORS = (-2.4, 1.2)


def explore_factor(curvatures: Sequence[float] = (2, 4, 5, 8), lr: float = 0.1) -> Explorer:
    """Show the distance to a parabola's minimum after each step, and the factor 1 − lr·f″.

    Args:
        curvatures: The f″ to choose from, 1 to 8 numbers above 0.
        lr: The learning rate at first.

    Raises:
        InputError: An argument cannot be used; the message names it.
    """
    curvatures, lr = numbers("curvatures", curvatures).ravel(), number("lr", lr, positive=True)
    if not 1 <= len(curvatures) <= 8 or np.any(curvatures <= 0):
        raise InputError(
            f"curvatures must hold 1 to 8 numbers above 0, but it is {shown(curvatures)}"
        )
    rates = paths.round_rates(max(2.2 / np.min(curvatures), lr), 60, lr=lr)
    # Where one step arrives, and where it comes no closer: both are on the slider.
    rates = paths.chosen_rates(rates, *(1 / curvatures), *(2 / curvatures))
    starts = np.full((len(curvatures), len(rates)), START)
    scene = _scene(descend(parabolas(curvatures), starts, rates, STEPS), rates)
    controls = (
        paths.rate_slider(rates, lr),
        Select("curvature", "curvature f″", [f"{c:g}" for c in curvatures]),
    )
    title = "What one step does to the distance, on parabolas"
    return Explorer("explore_factor", title, controls, lambda: scene)


def parabolas(curvatures: np.ndarray) -> Landscape:
    """Return ½·f″·w² for several f″ at once: weights (…, curvatures, rates), minimum at 0."""
    bend = np.asarray(curvatures, dtype=float)[:, None]
    reach = 1.6 * abs(START)
    return replace(
        quadratic("parabola", "½·f″·w²", [[1.0]], [0.0], ((-reach, reach),)),
        value=lambda w: 0.5 * bend * w * w,
        gradient=lambda w: bend * w,
        curvature=lambda w: np.broadcast_to(bend, np.shape(w)),
        minima=(0.0,),
    )


def _scene(path: Path, rates: np.ndarray) -> Scene:
    """Return the scene of walks (steps + 1, curvatures, rates); their weights are distances."""
    distances, axes = paths.by_run(path.weights), ("curvature", "rate")
    factors, across = distances[..., 1] / START, distances * START < 0
    tables = {
        "steps": Table(np.arange(STEPS + 1), ("step",)),
        "distance": Table(distances, (*axes, "step")),
        "same": Table(np.where(across, np.nan, distances), (*axes, "step")),
        "other": Table(np.where(across, distances, np.nan), (*axes, "step")),
        "end": Table(distances[..., -1], axes),
        "all_rates": Table(rates, ("run",)),
        "all_factors": Table(factors, ("curvature", "run")),
        "hand": Table(rates, ("rate",)),
        "factor": Table(factors, axes),
        "home": Table(np.array(0.0)),
        "kept": Table(np.array(1.0)),
        "mirrored": Table(np.array(-1.0)),
    }
    look = {"marker": "square", "color": "red", "label": "other side", "name": "other"}
    by_step = Panel(
        "distance",
        "the distance, step by step",
        "The distance to the minimum after each step, above or below a line at 0: circles on "
        "the side of the start, squares on the other side.",
        linear("step", -0.4, STEPS + 0.4, whole=True),
        linear("distance w − minimum", *path.landscape.view[0]),
        (
            rule(y="home", color="green", label="minimum", name="minimum"),
            line("steps", "distance", "step", dash="thin", color="soft", name="way"),
            points("steps", "same", "step", label="side of the start", name="same"),
            points("steps", "other", "step", **look),
        ),
    )
    highest = float(rates[-1] + rates[0])
    by_rate = Panel(
        "factor",
        "the factor of one step",
        "The factor 1 − lr·f″ against the learning rate, a falling line for f″ = {curvature}, and "
        "where you stand on it. Between the rules at 1 and −1 the walk comes closer.",
        linear("learning rate", 0.0, highest),
        linear("distance after / before", *FACTORS),
        (
            rule(y="kept", color="soft", dash="dashed", name="kept"),
            rule(y="home", color="green", name="home"),
            rule(y="mirrored", color="soft", dash="dashed", label="as far as before"),
            line(
                "all_rates", "all_factors", "run", color="ink", label="1 − lr·f″", name="factors"
            ),
            *(
                Mark("text", text=text, at_x=x * highest, at_y=y, color="ink")
                for text, x, y in BANDS
            ),
            rule(x="hand", color="ink", dash="dotted", label="your rate", name="hand"),
            point("hand", "factor", marker="diamond", name="here"),
        ),
        click={"x": "rate"},
        hint="click to choose a rate",
    )
    words = paths.outcome_words(path, paths.outside(path), axes)
    sentence = (
        "f″ = {curvature}, rate {rate}: each step multiplies the distance by {factor}; {does}: "
        f"from {said(START)} to {{end:3}} in {counted(STEPS, 'step')}"
    )
    return Scene((by_step, by_rate), tables, words, sentence)
