"""The gradient of each layer before the first step, by depth, activation and start."""

from __future__ import annotations

from functools import cache

import numpy as np

from course import data
from course.explorers.kit.controls import Select, Slider
from course.explorers.kit.marks import line, point, points, rule
from course.explorers.kit.panels import Panel, linear, logarithmic
from course.explorers.kit.scene import Scene, Table, Words
from course.explorers.kit.widget import Explorer
from course.network import RELU, SIGMOID, TANH, loss_and_gradients, random_layers

DEPTHS, WIDTH, CLASSES = (1, 2, 4, 6, 8, 10, 15, 20), 64, 10
SPREADS = (0.5, 1.0, 2.0, 8.0, 16.0)
IMAGES, SEEDS = 50, 3
ACTIVATIONS = {
    SIGMOID: {"color": "red", "dash": "dashed"},
    TANH: {"color": "purple", "dash": "dashdot"},
    RELU: {"color": "blue"},
}
# A gradient that is so many times as long as with one hidden layer explodes, or vanishes.
MANY = 100


def explore_slopes() -> Explorer:
    """Show how long each layer's gradient is in a network of random weights that reads digits."""
    controls = (
        Slider("depth", "hidden layers", [str(d) for d in DEPTHS], DEPTHS.index(10), DEPTHS),
        Select("activation", "activation", [one.name for one in ACTIVATIONS]),
        Select("start", "start: variance", [f"{s:g}/{WIDTH}" for s in SPREADS], at=1),
    )
    title = "Gradients before the first step"
    return Explorer("explore_slopes", title, controls, _scene)


@cache
def lengths() -> np.ndarray:
    """Return each layer's gradient length, shape (activations, starts, depths, layers).

    The median of three seeds, for 50 digits; NaN for layers that are not there.
    """
    few = data.digits()[0]
    x, y = few.x[:IMAGES], few.y[:IMAGES]
    found = np.full((len(ACTIVATIONS), len(SPREADS), len(DEPTHS), max(DEPTHS) + 1), np.nan)
    for i, j, k in np.ndindex(found.shape[:-1]):
        sizes = [WIDTH] * (DEPTHS[k] + 1) + [CLASSES]
        runs = [
            random_layers(sizes, np.random.default_rng(seed), spread=SPREADS[j])
            for seed in range(SEEDS)
        ]
        slopes = [loss_and_gradients(run, x, y, list(ACTIVATIONS)[i])[1] for run in runs]
        norms = [[np.linalg.norm(dW) for dW, _ in one] for one in slopes]
        found[i, j, k, : len(sizes) - 1] = np.median(norms, axis=0)
    return found


def _scene() -> Scene:
    found, axes = lengths(), ("activation", "start", "depth")
    first = found[..., 0]
    times = first / first[..., :1]
    levels = np.log10(found)
    height = logarithmic("length", np.nanmin(levels), np.nanmax(levels))
    tables = {
        "layers": Table(np.arange(1, max(DEPTHS) + 2), ("layer",)),
        "level": Table(levels, (*axes, "layer")),
        "depths": Table(np.array(DEPTHS), ("depth",)),
        **{f"first_{i}": Table(one, axes[1:]) for i, one in enumerate(levels[..., 0])},
        "first": Table(first, axes),
        "first_level": Table(levels[..., 0], axes),
        "times": Table(times, axes),
    }
    does = np.full(times.shape, "it neither vanishes nor explodes", dtype=object)
    does[times < 1 / MANY], does[times > MANY] = "it vanishes", "it explodes"
    panels = (
        Panel(
            "layers",
            "the gradient of each layer",
            "The length of each layer's gradient on a log scale, from layer 1 next to the pixels "
            "to the scores, with {depth} hidden layers of {activation}.",
            linear("layer", 0, max(DEPTHS) + 2, whole=True),
            height,
            (
                line("layers", "level", "layer", dash="thin", name="way"),
                points("layers", "level", "layer", label="a layer", name="lengths"),
            ),
        ),
        Panel(
            "depths",
            "layer 1, by depth",
            "The length of layer 1's gradient against the number of hidden layers, a line for "
            "each activation, all with variance {start}. A straight line is one factor a layer.",
            linear("hidden layers", 0, max(DEPTHS) + 2, whole=True),
            height,
            (
                rule(x="depths", color="soft", dash="dotted", name="depth"),
                *(
                    line("depths", f"first_{i}", "depth", label=one.name, name=one.name, **look)
                    for i, (one, look) in enumerate(ACTIVATIONS.items())
                ),
                point("depths", "first_level", hollow=True, color="ink", label="yours"),
            ),
            click={"x": "depth"},
            hint="click to choose a depth",
        ),
    )
    sentence = (
        "{activation}, variance {start}, hidden layers: {depth}. The gradient of layer 1 has the "
        "length {first:3}, {times:3} times that with one hidden layer: {does}"
    )
    return Scene(panels, tables, {"does": Words(does, axes)}, sentence)
