"""The noise floor: what batch size and rate leave of the loss, in many epochs of mini-batches."""

from __future__ import annotations

from functools import cache

import numpy as np

from course.data import noisy_line
from course.descent import batch_gradients, descend, epoch_orders
from course.explorers.kit import paths
from course.explorers.kit.controls import Slider
from course.explorers.kit.marks import line, point, points, rule
from course.explorers.kit.panels import Panel, linear, logarithmic
from course.explorers.kit.scene import Scene, Table, Words
from course.explorers.kit.template import said
from course.explorers.kit.widget import Explorer
from course.landscapes import squared_error
from course.validate import one_of

# Batches that divide the 200 rows: a short last one would kick harder than the others.
SIZES = (1, 2, 4, 8, 20, 40)
RATES = (0.0025, 0.005, 0.01, 0.02, 0.04, 0.08, 0.16)
EPOCHS, SHUFFLES, LATE = 40, 8, 10
# The loss is at its floor if its late epochs keep this part of what as many before them had.
LEVEL = 0.8
COLORS = ("blue", "red", "green", "purple", "orange", "sky")
MARKERS = ("circle", "square", "triangle", "diamond", "down", "plus")
LOWEST, HIGHEST = -6, 2
ABOVE = logarithmic("loss above the lowest", LOWEST, HIGHEST)


def explore_noise(batch_size: int = 1, lr: float = 0.08) -> Explorer:
    """Show the loss above the lowest over the epochs, and the noise floors of all settings.

    Args:
        batch_size: The batch size at first: 1, 2, 4, 8, 20 or 40 of the 200 noisy points.
        lr: The learning rate at first: 0.0025, or twice that, up to 0.16.

    Raises:
        InputError: An argument cannot be used; the message names it.
    """
    size = SIZES.index(one_of("batch_size", batch_size, SIZES))
    one_of("lr", lr, RATES)
    above = losses()
    epochs = above[:-1].reshape(*above[:-1].shape[:2], -1, LATE)
    before, late = np.moveaxis(epochs.mean(axis=-1)[..., -2:], -1, 0)
    floors = np.where(late >= LEVEL * before, late, np.nan)
    controls = (
        Slider("size", "batch size", [str(m) for m in SIZES], at=size),
        paths.rate_slider(np.array(RATES), lr),
    )
    scene = _scene(above, late, floors)
    title = f"Where {EPOCHS} epochs of mini-batches come to hover"
    return Explorer("explore_noise", title, controls, lambda: scene)


@cache
def losses() -> np.ndarray:
    """Return the loss above the lowest, (sizes and all rows, rates, epochs).

    Each is the mean over the steps of the epoch and over the shuffles, the same for all.
    """
    data = noisy_line()
    loss, n = squared_error(data.x, data.y), len(data.y)
    rngs = [np.random.default_rng(seed) for seed in range(SHUFFLES)]
    orders, above = epoch_orders(n, EPOCHS, rngs), []
    for size in (*SIZES, n):
        gradient, steps = batch_gradients(data.x, data.y, size, orders, each=len(RATES))
        starts = np.zeros((SHUFFLES, len(RATES), 2))
        path = descend(loss, starts, np.array(RATES), steps, gradient=gradient)
        higher = path.losses[1:] - loss(loss.minima[0])
        above.append(higher.reshape(EPOCHS, -1, SHUFFLES, len(RATES)).mean(axis=(1, 2)).T)
    return np.array(above)


def _scene(above: np.ndarray, late: np.ndarray, floors: np.ndarray) -> Scene:
    levels = np.log10(np.maximum(above, 10.0**LOWEST))
    noise = np.log10(np.array(RATES) / np.array(SIZES)[:, None])
    heights, axes = np.log10(floors), ("size", "rate")
    reach = np.array([-1.0, 1.0])
    tables = {
        "epochs": Table(np.arange(1, EPOCHS + 1), ("epoch",)),
        "level": Table(levels[:-1], (*axes, "epoch")),
        "full": Table(levels[-1], ("rate", "epoch")),
        "noise": Table(noise, axes),
        "floor": Table(heights, axes),
        "late": Table(np.log10(late), axes),
        # A rule has a place always: where there is no floor, below the picture.
        "hover": Table(np.nan_to_num(heights, nan=LOWEST - 9), axes),
        "guide_x": Table(noise[..., None] + reach, (*axes, "end")),
        "guide_1": Table(heights[..., None] + reach, (*axes, "end")),
        "guide_2": Table(heights[..., None] + 2 * reach, (*axes, "end")),
    }
    for size, x, y in zip(SIZES, noise, heights, strict=True):
        tables |= {f"noise_{size}": Table(x, ("run",)), f"floor_{size}": Table(y, ("run",))}
    words = {"told": Words(_told(late, floors), axes)}
    sentence = "batches of {size} at rate {rate}: {told}"
    return Scene((_loss(), _floors()), tables, words, sentence)


def _told(late: np.ndarray, floors: np.ndarray) -> np.ndarray:
    texts = np.empty(floors.shape, dtype=object)
    for at in np.ndindex(texts.shape):
        texts[at] = f"it hovers at {said(late[at], 3)} above the lowest loss"
        if np.isnan(floors[at]):
            texts[at] = f"not level over the last {2 * LATE} of {EPOCHS} epochs"
    return texts


def _loss() -> Panel:
    marks = (
        rule(y="hover", color="green", dash="dashed", label="its noise floor", name="hover"),
        line("epochs", "full", "epoch", color="red", dash="dotted", label="all rows", name="full"),
        line("epochs", "level", "epoch", label="your batches", name="level"),
        points("epochs", "level", "epoch", marker="dot", name="places"),
    )
    told = (
        f"The loss above the lowest, the mean of each epoch and of {SHUFFLES} shuffles: your "
        "batches, all 200 rows in each step, and the floor where your batches hover."
    )
    axes = linear("epoch", 0, EPOCHS + 1, whole=True), ABOVE
    return Panel("loss", f"the loss, mean of {SHUFFLES} shuffles", told, *axes, marks)


def _floors() -> Panel:
    guide = {"color": "soft"}
    marks = (
        line("guide_x", "guide_1", "end", dash="dashed", label="floor halved, too", **guide),
        line("guide_x", "guide_2", "end", dash="dotted", label="floor quartered", **guide),
        *(
            points(f"noise_{m}", f"floor_{m}", "run", color=color, marker=marker, label=f"{m}")
            for m, color, marker in zip(SIZES, COLORS, MARKERS, strict=True)
        ),
        point("noise", "late", color="ink", hollow=True, label="yours", name="here"),
    )
    told = (
        "The floors of all settings against rate/batch size, both on log scales, a marker for "
        "each batch size; two guides through yours: for half the rate, half the floor or a "
        "quarter of it."
    )
    across = logarithmic("rate / batch size", -4, 0)
    return Panel("floors", "all noise floors, by batch size", told, across, ABOVE, marks)
