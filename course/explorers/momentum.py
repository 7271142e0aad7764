"""Momentum's two dials in a ravine: one walk, and the map of all pairs of rate and β."""

from __future__ import annotations

import numpy as np
from contourpy import contour_generator

from course.descent import Path, descend
from course.explorers.kit import paths
from course.explorers.kit.contours import fewer_vertices
from course.explorers.kit.controls import Select, Slider
from course.explorers.kit.marks import Mark, line, point, rule
from course.explorers.kit.panels import Panel, linear
from course.explorers.kit.scene import Scene, Table, Words
from course.explorers.kit.walks import walks
from course.explorers.kit.widget import Explorer
from course.landscapes import ravine
from course.optimizers import momentum

CONDITIONS, START, STEPS, NEAR = (1.0, 10.0, 25.0, 100.0), (10.0, 2.0), 50, 1 / 1000
FIRST, RATES, BETAS, GRID = 2, 14, (*np.arange(10) / 10, 0.95), 121
# The map's lines: what a step multiplies the distance by, and how each is drawn.
LINES = ((1.0, "solid", "red"), (0.9, "dashed", "purple"), (0.8, "dotted", "green"))
LINES += ((0.6, "long", "orange"),)


def explore_momentum() -> Explorer:
    """Show a walk with momentum in a ravine, and what every pair of rate and β does there."""
    texts = [f"{condition:g}" for condition in CONDITIONS]
    chosen = Select("condition", "condition number κ", texts, at=FIRST, ask=True)
    return Explorer(
        "explore_momentum",
        "Momentum in a ravine, and its two dials",
        (*_dials(CONDITIONS[FIRST]), chosen),
        lambda condition=FIRST: _scene(CONDITIONS[condition]),
    )


def kept(condition: float, rates, betas) -> np.ndarray:
    """Return what a step multiplies the distance by in the long run, shape (rates, betas).

    A step is linear in weight and velocity. So this is the largest eigenvalue, in size, of its
    matrix, whose rows are what the rule itself makes of (w, v) = (1, 0) and of (0, 1).
    """
    rates, betas = np.reshape(rates, (-1, 1, 1, 1)), np.reshape(betas, (-1, 1, 1))
    shape = (rates.size, betas.size, 2, 2)
    w, v = np.broadcast_to([1.0, 0.0], shape), np.broadcast_to([0.0, 1.0], shape)
    slopes = np.array([[1.0], [condition]]) * w
    step, (v,) = momentum(betas).update(slopes, (v,), w, rates, 1)
    return np.max(np.abs(np.linalg.eigvals(np.stack([w + step, v], axis=-1))), axis=(-2, -1))


def best_pair(condition: float) -> tuple[float, float]:
    """Return the rate and the β whose steps multiply the distance by least (Polyak 1964)."""
    root = np.sqrt(condition)
    return float(4 / (root + 1) ** 2), float(((root - 1) / (root + 1)) ** 2)


def _dials(condition: float) -> tuple[Slider, Slider]:
    """Return both sliders: round numbers, the best pair, and plain descent's best, the start."""
    (lr, beta), plain = best_pair(condition), 2 / (condition + 1)
    rates = np.unique(np.round([*paths.round_rates(4.1 / condition, RATES, lr=lr), plain], 12))
    betas = np.unique(np.round([*BETAS, beta], 12))
    at = int(np.argmin(np.abs(rates - plain)))
    return (
        Slider("rate", "learning rate", [f"{lr:.4g}" for lr in rates], at, rates.tolist()),
        Slider("beta", "β", [f"{beta:.4g}" for beta in betas], 0, betas.tolist()),
    )


def _scene(condition: float) -> Scene:
    landscape, equal = paths.to_scale(ravine(condition))
    dials, best, axes = _dials(condition), best_pair(condition), ("rate", "beta")
    rates, betas = (np.array(dial.positions) for dial in dials)
    starts = np.broadcast_to(START, (len(rates), len(betas), 2))
    path = descend(landscape, starts, rates[:, None], STEPS, optimizer=momentum(betas[:, None]))
    plain = 2 / (condition + 1)
    beside = {"plain descent at its best": descend(landscape, starts[:1, 0], plain, STEPS)}
    tables, panels = walks(path, axes, equal=equal, beside=beside)
    found = np.isclose(rates, best[0])[:, None] & np.isclose(betas, best[1])
    borders, marks = _lines(condition, rates[-1])
    sizes = kept(condition, rates, betas)
    tables |= borders | {
        "at_rate": Table(rates, ("rate",)),
        "at_beta": Table(betas, ("beta",)),
        "found": Table(np.where(found, betas, np.nan), axes),
        "kept": Table(sizes, axes),
        "kept_plain": Table(kept(condition, [plain], [0.0])[0, 0]),
    }
    named = f"; this is the best pair for κ = {condition:g}"
    words = {
        **_words(path, sizes, axes),
        "needs": Words(_needs(path), axes),
        "named": Words(np.where(found, named, "").astype(object), axes),
    }
    pairs = Panel(
        "pairs",
        "all pairs of rate and β",
        "Lines of pairs whose steps multiply the distance by the same number in the long run: "
        "they lie inside each other. You stand where two rules cross.",
        linear("learning rate", 0.0, float(rates[-1])),
        linear("β", 0.0, 1.0),
        (
            *marks,
            rule(x="at_rate", color="soft", name="rate"),
            rule(y="at_beta", color="soft", name="beta"),
            point("at_rate", "at_beta", hollow=True, color="ink", label="your pair", name="pair"),
            point("at_rate", "found", marker="star", color="red", name="found"),
        ),
        click={"x": "rate", "y": "beta"},
        hint="click to choose",
    )
    sentence = (
        "κ = {condition}, rate {rate}, β = {beta}: {does}; {needs}; in the long run a step "
        "multiplies it by {kept:3}, one of plain descent at its best by {kept_plain:3}{named}"
    )
    return Scene((*panels, pairs), tables, words, sentence, dials)


def _words(path: Path, sizes: np.ndarray, axes: tuple[str, ...]) -> dict[str, Words]:
    """Return what `paths.outcome_words` does; a walk on the limit itself cycles in the end.

    Until then it grows, ever less, which 50 steps cannot tell from a walk that diverges; or it
    still comes closer along the ravine, which they cannot tell from one that will arrive.
    """
    words = paths.outcome_words(path, paths.outside(path), axes, paths.swinging(path))
    later = (np.abs(sizes - 1) <= 1e-9) & (words["does"].values != "cycles")
    for name, text in (("does", "cycles in the end"), ("far", "outside the picture")):
        words[name] = Words(np.where(later, text, words[name].values), axes)
    return words


def _needs(path: Path) -> np.ndarray:
    """Return in words after how many steps each walk stays near the minimum."""
    with np.errstate(all="ignore"):
        distance = np.linalg.norm(path.weights, axis=-1)
        near = distance <= NEAR * distance[0]
    steps = STEPS + 1 - np.argmin(near[::-1], axis=0)
    texts = [f"a thousandth of the distance is left after {t} steps" for t in range(STEPS + 1)]
    texts[1] = "a thousandth of the distance is left after 1 step"
    texts.append(f"more than a thousandth of the distance is left after {STEPS} steps")
    return np.array(texts, dtype=object)[steps]


def _lines(condition: float, highest: float) -> tuple[dict[str, Table], list[Mark]]:
    """Return the map's lines of equal `kept`, as tables and as marks; those that are there."""
    shares = np.linspace(0, 1, GRID)[:-1]
    sizes = kept(condition, highest * shares, shares).T
    tables, marks = {}, []
    for k, (level, dash, color) in enumerate(LINES):
        # A hair above the level: where the rate is 0, nothing changes, and it is 1 all along.
        pieces = contour_generator(shares, shares, sizes).lines(level + 1e-6)
        if pieces:
            pieces = [[*fewer_vertices(one, ((0, 1), (0, 1))), [np.nan] * 2] for one in pieces]
            x, y = np.concatenate(pieces).T
            tables |= {f"x_{k}": Table(highest * x, ("point",)), f"y_{k}": Table(y, ("point",))}
            text = f"{level:g} a step{', the limit' if level == 1 else ''}"
            look = {"dash": dash, "color": color, "label": text, "name": f"kept_{k}"}
            marks.append(line(f"x_{k}", f"y_{k}", "point", **look))
    return tables, marks
