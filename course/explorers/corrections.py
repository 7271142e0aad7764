"""Adam's two averages with and without their bias corrections, and the steps they make."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from course.explorers.kit.controls import Select, Slider
from course.explorers.kit.marks import line, point, points
from course.explorers.kit.panels import Axis, Panel, linear, logarithmic
from course.explorers.kit.scene import Scene, Table
from course.explorers.kit.widget import Explorer
from course.optimizers import adam

STEPS, SEED = 100, 7
BETAS_1, BETAS_2 = (0.0, 0.5, 0.8, 0.9, 0.95, 0.98), (0.5, 0.9, 0.99, 0.999, 0.9999)


def explore_corrections() -> Explorer:
    """Show Adam's averages m and v, corrected and not, and the steps of both rules."""
    kinds = slopes()
    controls = (
        Slider("step", "step t", [str(t) for t in range(1, STEPS + 1)]),
        Slider("beta1", "β₁", [f"{beta:g}" for beta in BETAS_1], at=BETAS_1.index(0.9)),
        Slider("beta2", "β₂", [f"{beta:g}" for beta in BETAS_2], at=BETAS_2.index(0.999)),
        Select("kind", "slope", list(kinds)),
    )
    scene = _scene(np.stack(list(kinds.values())))
    title = "Adam's two averages, and what their corrections do"
    return Explorer("explore_corrections", title, controls, lambda: scene)


def slopes() -> dict[str, np.ndarray]:
    """Return the slopes of 100 steps, by the name of their kind."""
    noise = np.random.default_rng(SEED).normal(size=STEPS)
    return {"steady, 1": np.ones(STEPS), "noisy, 1 ± 1": 1 + noise}


def runs(felt: np.ndarray, beta1, beta2, *, bias_correction: bool) -> tuple[np.ndarray, ...]:
    """Return m, v and the lengths of Adam's steps at rate 1.

    Args:
        felt: Slopes, shape (kinds, steps).
        beta1: Shape (b1,).
        beta2: Shape (b2,).
        bias_correction: Whether Adam corrects.

    Each has the shape (kinds, b1, b2, steps).
    """
    beta1, beta2 = np.asarray(beta1)[:, None], np.asarray(beta2)
    rule_of_all = adam(beta1, beta2, bias_correction=bias_correction)
    w = np.zeros((len(felt), beta1.size, beta2.size))
    memory, found = rule_of_all.init(w), []
    for t, g in enumerate(felt.T, start=1):
        move, memory = rule_of_all.update(g[:, None, None] + w, memory, w, 1.0, t)
        found.append((*memory, np.abs(move)))
    return tuple(np.moveaxis(found, 0, -1))


def _scene(felt: np.ndarray) -> Scene:
    m, v, without = runs(felt, BETAS_1, BETAS_2, bias_correction=False)
    corrected = runs(felt, BETAS_1, BETAS_2, bias_correction=True)[-1]
    # No average depends on the other one's β.
    m, v = m[:, :, 0], v[:, 0]
    t = np.arange(1, STEPS + 1)
    part_1, part_2 = (1 - np.power.outer(betas, t) for betas in (BETAS_1, BETAS_2))
    first, second = ("kind", "beta1", "step"), ("kind", "beta2", "step")
    both = ("kind", "beta1", "beta2", "step")
    tables = {
        "steps": Table(t, ("step",)),
        "g": Table(felt, ("kind", "step")),
        "g_squared": Table(felt**2, ("kind", "step")),
        "m": Table(m, first),
        "m_hat": Table(m / part_1, first),
        "v": Table(v, second),
        "v_hat": Table(v / part_2, second),
        "part_1": Table(part_1, first[1:]),
        "part_2": Table(part_2, second[1:]),
        "with": Table(corrected, both),
        "without": Table(without, both),
        "with_level": Table(np.log10(corrected), both),
        "without_level": Table(np.log10(without), both),
    }
    panels = (
        _panel("average of the slopes", linear("slope", -2, 3.5), {"m": "m", "m_hat": "m̂"}, "g"),
        _panel(
            "average of their squares",
            linear("slope²", 0, 10),
            {"v": "v", "v_hat": "v̂"},
            "g_squared",
        ),
        _panel(
            "length of the steps",
            logarithmic("length / rate", -2, 2),
            {"without_level": "no correction", "with_level": "both corrections"},
        ),
    )
    sentence = (
        "step {step}, slope {kind}: m = {m:4}, over 1 − β₁ᵗ = {part_1:3} it is {m_hat:4}; "
        "v = {v:4}, over 1 − β₂ᵗ = {part_2:3} it is {v_hat:4}; the step is {with:3} times "
        "the rate, and {without:3} times it without the corrections"
    )
    return Scene(panels, tables, {}, sentence)


def _panel(title: str, axis: Axis, lines: Mapping[str, str], felt: str = "") -> Panel:
    """Return a panel over the steps.

    Args:
        title: What it shows.
        axis: Its vertical axis.
        lines: Two tables, what is not corrected and what is, and what the legend calls them.
        felt: The table of what is felt at each step, if any: dots.
    """
    plain, corrected = lines
    dots = {"marker": "dot", "color": "soft", "label": "as felt", "name": felt}
    return Panel(
        plain,
        title,
        f"The {title} at each step, corrected (solid) and not (dashed), with a marker on each "
        "at step {step}.",
        linear("step", 0, STEPS, whole=True),
        axis,
        (
            *([points("steps", felt, "step", **dots)] if felt else []),
            line(
                "steps", plain, "step", label=lines[plain], name=plain, dash="dashed", color="red"
            ),
            line("steps", corrected, "step", label=lines[corrected], name=corrected),
            point("steps", plain, marker="square", color="red", name="without_here"),
            point("steps", corrected, name="with_here"),
        ),
    )
