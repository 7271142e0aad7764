"""The map of rates on the quartic: where long walks end up, and how many places they visit."""

from __future__ import annotations

import numpy as np
from PIL import Image

from course.descent import Path, descend
from course.explorers.kit import paths
from course.explorers.kit.images import address
from course.explorers.kit.marks import Mark, line, point, points, rule
from course.explorers.kit.panels import Panel, linear
from course.explorers.kit.scene import Scene, Table, Words
from course.explorers.kit.template import said
from course.explorers.kit.widget import Explorer
from course.landscapes import quartic
from course.validate import number

# Of each walk the last weights are looked at, for a period of at most half as many.
STEPS, LAST, LONGEST = 2000, 64, 32
# Weights closer to each other than this are the same place.
SAME = 1e-6
LOWEST, HIGHEST, SPACING = 0.04, 0.099, 0.0005
# The picture of the map has so many columns for each rate of the slider, and so many rows.
FINER, ROWS = 4, 260
# Its color at four densities: to be seen on a light page and on a dark one.
COLOR, DENSE = (42, 134, 189), (0, 130, 190, 255)


def explore_cycles(start: float = 3.0, lr: float = 0.065) -> Explorer:
    """Show the last weights of a long walk on the quartic, for every rate, and their period.

    Args:
        start: The first weight of every walk.
        lr: The rate at first; the nearest one of the slider is taken.

    Raises:
        InputError: An argument cannot be used; the message names it.
    """
    start = paths.within("start", number("start", start), *paths.reach(*quartic.view[0]))
    lr = number("lr", lr, positive=True)
    many = round((HIGHEST - LOWEST) / SPACING) * FINER + 1
    finer = np.round(np.linspace(LOWEST, HIGHEST, many), 9)
    path = descend(quartic, start, finer, STEPS)
    rates = finer[::FINER]
    scene = _scene(path, rates)
    nearest = float(rates[np.argmin(np.abs(rates - lr))])
    title = f"Where long walks on {quartic.formula} end up"
    return Explorer("explore_cycles", title, (paths.rate_slider(rates, nearest),), lambda: scene)


def periods(weights: np.ndarray, longest: int) -> np.ndarray:
    """Return after how many steps each run is at the same places again, 0 if none is found.

    Args:
        weights: The last weights of the runs, shape (steps, runs…); all of them must repeat.
        longest: The longest period that is looked for.
    """
    found = np.zeros(weights.shape[1:], dtype=int)
    for period in range(longest, 0, -1):
        with np.errstate(invalid="ignore"):
            apart = np.max(np.abs(weights[period:] - weights[:-period]), axis=0)
        found[apart < SAME] = period
    return found


def cloud(weights: np.ndarray) -> Image.Image:
    """Return a picture of the places (steps, rates), the denser the more often they are met."""
    many = weights.shape[1]
    columns = np.broadcast_to(np.arange(many), weights.shape)
    counts, _, _ = np.histogram2d(
        weights.ravel(), columns.ravel(), (ROWS, many), (quartic.view[0], (0, many))
    )
    shade = np.searchsorted([1, 2, 4], counts[::-1], side="right").astype(np.uint8)
    image = Image.fromarray(shade, "P")
    image.putpalette(COLOR * len(DENSE))
    return image


def _scene(path: Path, rates: np.ndarray) -> Scene:
    chosen = Path(quartic, rates, path.weights[:, ::FINER], path.slopes[:, ::FINER])
    last = paths.by_run(chosen.weights)[:, -LAST:]
    tables = {
        "steps": Table(np.arange(STEPS + 1 - LAST, STEPS + 1), ("place",)),
        "last": Table(last, ("rate", "place")),
        "here": Table(np.broadcast_to(rates[:, None], last.shape), ("rate", "place")),
        "hand": Table(rates, ("rate",)),
        "final": Table(last[:, -1], ("rate",)),
        "end": Table(np.array(STEPS)),
        "limit": Table(np.array(paths.stable_bound(quartic, None))),
    }
    picture = cloud(path.weights[-LAST:])
    half = SPACING / FINER / 2
    weight = linear("weight w", *quartic.view[0])
    of_rate = {"along": "place", "color": "red"}
    by_rate = Panel(
        "map",
        f"the last {LAST} weights at every rate",
        f"The last {LAST} weights of a walk of {STEPS} steps, for each learning rate: one line "
        "where it settles, several where it cycles, a cloud where neither is seen.",
        linear("learning rate", LOWEST - half, HIGHEST + half),
        weight,
        (
            Mark(
                "image",
                images=(address(picture, bits=2, transparency=bytes(DENSE)),),
                extent=((LOWEST - half, HIGHEST + half), quartic.view[0]),
            ),
            rule(x="limit", color="green", dash="dashed", label="limit 2/f″, deeper valley"),
            rule(x="hand", color="ink", dash="dotted", label="your rate", name="hand"),
            points("here", "last", marker="dot", name="places", **of_rate),
        ),
        click={"x": "rate"},
        hint="click to choose one",
    )
    by_step = Panel(
        "walk",
        f"the walk at your rate, its last {LAST} weights",
        f"The weight at each of the last {LAST} steps, of {STEPS}.",
        linear("step", STEPS - LAST, STEPS + 1, whole=True),
        weight,
        (
            line("steps", "last", dash="thin", name="way", **of_rate),
            points("steps", "last", marker="dot", name="late", **of_rate),
            point("end", "final", hollow=True, color="ink", label="where it ends", name="end"),
        ),
    )
    words = {"told": Words(_told(chosen, last), ("rate",))}
    return Scene((by_rate, by_step), tables, words, "rate {rate}: {told}")


def _told(path: Path, last: np.ndarray) -> np.ndarray:
    """Return what each walk does, and the period of its last weights, (rates,) texts."""
    endings = paths.endings(path, paths.outside(path))
    texts = np.array(path.behaviour, dtype=object)
    for i, period in enumerate(periods(last.T, LONGEST)):
        if texts[i] == "diverges":
            texts[i] += endings[i]
        elif period == 1:
            texts[i] += f"; its last {LAST} weights are one place, {said(last[i, -1], 4)}"
        elif period:
            texts[i] = f"cycles; its last {LAST} weights are the same {period} places in turn"
        else:
            texts[i] = f"no period up to {LONGEST} found in its last {LAST} weights"
    return texts
