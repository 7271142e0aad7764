"""Random restarts: where each start ends, the best end so far, and the chance of the best."""

from __future__ import annotations

from functools import cache

import numpy as np

from course.counting import counted
from course.descent import descend
from course.explorers.kit import paths
from course.explorers.kit.controls import Slider
from course.explorers.kit.marks import line, point, points, rule
from course.explorers.kit.panels import Panel, linear
from course.explorers.kit.scene import Scene, Table, Words
from course.explorers.kit.template import said
from course.explorers.kit.widget import Explorer
from course.landscapes import rastrigin_cut

LANDSCAPE, LR, STEPS = rastrigin_cut, 0.002, 200
MOST, SEEDS, TRIES, HALVINGS = 40, 20, 2000, 40
# How the starts of each minimum are drawn, the deepest first.
LOOKS = (
    ("green", "star"),
    ("blue", "circle"),
    ("purple", "square"),
    ("orange", "triangle"),
    ("sky", "diamond"),
)


def explore_restarts() -> Explorer:
    """Show restarts on Rastrigin's function of one weight, whose five dips have a basin each."""
    controls = (
        Slider("starts", "number of starts", [str(n) for n in range(1, MOST + 1)], at=2),
        Slider("seed", "seed", [str(seed) for seed in range(SEEDS)]),
    )
    title = f"Restarts on {LANDSCAPE.formula}"
    return Explorer("explore_restarts", title, controls, _scene)


@cache
def borders() -> np.ndarray:
    """Return the weights between the basins of neighbouring minima, from left to right.

    On either side of one, walks end in different minima. To find each by halving takes fewer
    walks than to walk from every start.
    """
    minima = np.sort(LANDSCAPE.minima)
    left, right = minima[:-1], minima[1:]
    for _ in range(HALVINGS):
        middle = (left + right) / 2
        final = descend(LANDSCAPE, middle, LR, STEPS).final
        back = np.abs(final - minima[:-1]) < np.abs(final - minima[1:])
        left, right = np.where(back, middle, left), np.where(back, right, middle)
    return left


def ends(starts: np.ndarray) -> np.ndarray:
    """Return the number of the minimum that a walk from each start ends in, 0 the deepest."""
    return np.argsort(LANDSCAPE.minima)[np.searchsorted(borders(), starts)]


def share() -> float:
    """Return which share of the view's starts ends in the deepest minimum."""
    right = np.searchsorted(borders(), LANDSCAPE.minima[0])
    return float((borders()[right] - borders()[right - 1]) / np.ptp(LANDSCAPE.view[0]))


def draws(seed: int) -> np.ndarray:
    """Return the starts of a seed, shape (MOST,), anywhere in the view with equal chance."""
    return np.random.default_rng(seed).uniform(*LANDSCAPE.view[0], MOST)


def _scene() -> Scene:
    minima, many = np.array(LANDSCAPE.minima), np.arange(1, MOST + 1)
    starts = np.array([draws(seed) for seed in range(SEEDS)])
    end = ends(starts)
    losses = LANDSCAPE(minima)[end]
    best = np.minimum.accumulate(losses, axis=1)
    # Other draws than those shown, enough of them to see the formula hold.
    tried = ends(np.random.default_rng(SEEDS).uniform(*LANDSCAPE.view[0], (TRIES, MOST))) == 0
    p = share()
    heights, axes = paths.curve_heights(LANDSCAPE), ("seed", "starts")
    tables = {
        **paths.curve_tables(LANDSCAPE),
        "many": Table(many, ("starts",)),
        "w": Table(starts, axes),
        **{
            f"loss_{k}": Table(np.where(end == k, LANDSCAPE(starts), np.nan), axes)
            for k in range(len(minima))
        },
        "best": Table(best, axes),
        "lowest": Table(np.array(float(LANDSCAPE(minima[0])))),
        "p": Table(np.array(p)),
        "chance": Table(1 - (1 - p) ** many, ("starts",)),
        "measured": Table(np.mean(np.maximum.accumulate(tried, axis=1), axis=0), ("starts",)),
    }
    told = [counted(n, "start") for n in many]
    hit = np.where(best == np.min(losses), ", the lowest there is", ", not the lowest there is")
    words = {
        "counted": Words(np.array(told, dtype=object), ("starts",)),
        "hit": Words(hit.astype(object), axes),
    }
    shared = {"along": "starts", "until": True}
    dots = {"marker": "dot", "color": "red", "label": f"of {TRIES} seeds", "name": "measured"}
    texts = [f"to w = {said(minimum, 3)}" for minimum in minima]
    panels = (
        Panel(
            "starts",
            "each start, by where it ends",
            f"The curve of the loss {LANDSCAPE.formula} against the weight w, with the starts on "
            "it. Their shapes tell which dip a walk from there ends in.",
            linear("weight w", *LANDSCAPE.view[0]),
            linear("loss", *heights),
            (
                paths.curve_line(LANDSCAPE),
                *(
                    points("w", f"loss_{k}", marker=marker, color=color, label=text, **shared)
                    for k, (text, (color, marker)) in enumerate(zip(texts, LOOKS, strict=True))
                ),
            ),
        ),
        Panel(
            "best",
            "the best end so far",
            "The lowest loss at which a walk has ended, after each start; it never rises.",
            linear("starts", 0, MOST, whole=True),
            linear("best loss so far", -0.2, 4.5),
            (
                rule(y="lowest", color="green", dash="dashed", label="the lowest", name="lowest"),
                line("many", "best", dash="thin", name="way", **shared),
                points("many", "best", marker="dot", label="best so far", name="bests", **shared),
                point("many", "best", name="best_here"),
            ),
        ),
        Panel(
            "chance",
            "the chance of the lowest",
            "The chance that at least one start is in the lowest basin, a rising line, and beside "
            f"it the share of {TRIES} other seeds in which one was.",
            linear("starts", 0, MOST, whole=True),
            linear("chance", 0, 1),
            (
                line("many", "chance", "starts", color="ink", label="1 − (1 − p)ⁿ", name="chance"),
                points("many", "measured", "starts", **dots),
                point("many", "chance", color="ink", name="chance_here"),
            ),
        ),
    )
    # With three digits the chance would be 1 from 34 starts on, and nothing is certain here.
    sentence = (
        "{counted} from seed {seed}: best loss {best:3}{hit}; one start finds the lowest "
        "with chance p = {p:3}, at least one of {counted} with chance 1 − (1 − p)ⁿ = {chance:4}"
    )
    return Scene(panels, tables, words, sentence)
