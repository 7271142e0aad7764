"""A walk over the contours of two weights, from any start, at any conditioning."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from course.descent import Path, descend
from course.explorers.kit import paths
from course.explorers.kit.contours import contours, fixed, stretch
from course.explorers.kit.controls import Number, Player, Slider
from course.explorers.kit.marks import Mark, contour_lines, line, minimum_stars, point, points
from course.explorers.kit.panels import Panel, linear
from course.explorers.kit.scene import Scene, Table, Words
from course.explorers.kit.template import said
from course.explorers.kit.widget import Explorer
from course.landscapes import Landscape, bowl
from course.validate import InputError, number, numbers, shown

MOST_STEPS = 100
# Numbers in the tables of one conditioning, rate and step: two weights, loss, gradient norm.
NUMBERS = 4
ROOM = 22_000
# Leading digits of the slider's rates, from many to few: the first that fit are taken.
DIGITS = (
    (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9),
    (1, 1.5, 2, 3, 4, 5, 7, 9),
    (1, 2, 3, 5, 9),
    (1, 3),
)


def explore_bowl(
    landscape: Landscape = bowl,
    start: Sequence[float] | None = None,
    lr: float = 0.1,
    steps: int = 40,
    *,
    conditions: Sequence[float] = (1, 2, 5, 10, 25, 100),
    rates: Sequence[float] | None = None,
) -> Explorer:
    """Show a walk over the contours of a landscape of two weights, its loss and gradient norm.

    Args:
        landscape: Where to walk; of two weights.
        start: The first weights, shape (2,); near the corner of the view where both are large, if
            not given. The reader can type or click others.
        lr: The learning rate at first.
        steps: How many steps there are to see, 1 to 100.
        conditions: How much steeper the landscape is made along w2, 1 to 8 numbers of at least 1.
            The curvature along w2 is multiplied by it: 1 leaves the landscape as it is.
        rates: The slider's rates, 2 to 200; round ones for all conditions if not given.

    Raises:
        InputError: An argument cannot be used; the message names it.
    """
    paths.walkable(landscape, 2)
    start = paths.beginning(landscape, 11 / 12) if start is None else start
    landscape, equal = paths.to_scale(landscape)
    lr = number("lr", lr, positive=True)
    steps = paths.limited("steps", steps, MOST_STEPS)
    start = paths.two_weights("start", start)
    conditions = numbers("conditions", conditions).ravel()
    if not 1 <= len(conditions) <= 8 or np.any(conditions < 1):
        raise InputError(
            f"conditions must hold 1 to 8 numbers of at least 1, but it is {shown(conditions)}"
        )
    stretched = stretch(landscape, conditions)
    if rates is None:
        rates = _rates(landscape, start, conditions, ROOM // (NUMBERS * (steps + 1)))
    rates = paths.chosen_rates(rates, lr)
    reach = [paths.reach(*view) for view in landscape.view]

    def scene(w1: float, w2: float) -> Scene:
        begin = [paths.within(f"w{i + 1}", w, *reach[i]) for i, w in enumerate((w1, w2))]
        starts = np.broadcast_to(begin, (len(conditions), len(rates), 2))
        path = descend(stretched, starts, rates, steps)
        return _scene(path, landscape, conditions, lines, equal)

    lines = contours(landscape, conditions)
    values = condition_texts(landscape, conditions)
    controls = (
        paths.rate_slider(rates, lr),
        Slider("condition", "condition number", values),
        Slider("step", "step", [str(t) for t in range(steps + 1)], at=steps),
        Player("step"),
        *(
            Number(f"w{i + 1}", f"start w{i + 1}", float(start[i]), *reach[i], step=0.1)
            for i in range(2)
        ),
    )
    return Explorer("explore_bowl", "A walk on {stretched}", controls, scene)


def condition_texts(landscape: Landscape, conditions: np.ndarray) -> list[str]:
    """Return the condition number at the deepest minimum, for each stretch along w2."""
    texts = []
    for c in conditions:
        texts.append(f"stretch {c:g}")
        low, high = _curvatures(landscape, c)
        if low > 0:
            texts[-1] = said(float(f"{high / low:.3g}"), 6)
    return texts


def _rates(landscape: Landscape, start: np.ndarray, conditions, room: int) -> np.ndarray:
    """Return round rates from half the bound of the steepest landscape to that of the first.

    Among them is the best rate of each condition, 2/(flattest + steepest curvature).
    """
    best = _best_rates(landscape, conditions)
    bound = paths.stable_bound(landscape, start)
    low, high = 0.5 * bound / float(np.max(conditions)), 1.1 * bound
    powers = 10.0 ** np.arange(np.floor(np.log10(low)), np.log10(high) + 1)
    for digits in DIGITS:
        rates = np.round(np.outer(powers, digits).ravel(), 12)
        rates = rates[(rates >= low * 0.999) & (rates <= high * 1.001)]
        rates = np.unique([*rates, *best])
        if len(rates) * len(conditions) <= room:
            return rates
    return rates


def _best_rates(landscape: Landscape, conditions) -> list[float]:
    """Return 2/(flattest + steepest curvature) at the deepest minimum, for each condition."""
    ends = [_curvatures(landscape, c) for c in conditions]
    return [float(f"{2 / (low + high):.3g}") for low, high in ends if low > 0]


def _curvatures(landscape: Landscape, condition: float) -> tuple[float, float]:
    """Return the flattest and steepest curvature at the deepest minimum; (0, 0) without one."""
    if not len(landscape.minima):
        return 0.0, 0.0
    size = np.array([1.0, np.sqrt(condition)])
    hessian = landscape.curvature(np.asarray(landscape.minima[0])) * np.outer(size, size)
    low, high = np.linalg.eigvalsh(hessian)
    return float(low), float(high)


def _limit(landscape: Landscape, conditions, rates) -> np.ndarray:
    """Return where a rate times the steepest curvature is 2, (conditions, rates).

    Only a curvature that is the same everywhere has such a limit for the whole of a walk.
    """
    corners = np.array(landscape.view).T
    same = np.ptp([landscape.curvature(np.asarray(w)) for w in (*corners, *landscape.minima)], 0)
    steepest = np.array([[_curvatures(landscape, c)[1]] for c in conditions])
    return (np.max(same) < 1e-9) & np.isclose(rates * steepest, 2, atol=1e-9)


def _scene(
    path: Path, landscape: Landscape, conditions, lines: tuple[Table, Table], equal: bool
) -> Scene:
    steps = path.steps
    levels = paths.above_lowest(path, landscape)
    with np.errstate(all="ignore"):
        norms = np.log10(paths.by_run(path.gradient_norms))
    axes = ("condition", "rate", "step")
    loss_axis = paths.loss_axis(levels)
    norm_axis = paths.loss_axis(norms, label="gradient norm")
    tables = {
        "line_1": lines[0],
        "line_2": lines[1],
        "place_1": Table(paths.by_run(path.weights[..., 0]), axes),
        "place_2": Table(paths.by_run(path.weights[..., 1]), axes),
        "level": Table(np.maximum(levels, loss_axis.range[0]), axes),
        "norm": Table(np.maximum(norms, norm_axis.range[0]), axes),
        "steps": Table(np.arange(steps + 1), ("step",)),
    }
    if len(landscape.minima):
        minima, middle = np.array(landscape.minima), fixed(landscape)
        w2 = middle + (minima[:, 1] - middle) / np.sqrt(conditions)[:, None]
        tables["minima_1"] = Table(np.broadcast_to(minima[:, 0], w2.shape), ("condition", "one"))
        tables["minima_2"] = Table(w2, ("condition", "one"))
    words = {
        **paths.outcome_words(path, paths.outside(path), axes[:2]),
        "does": Words(
            paths.at_limit(path.behaviour, _limit(landscape, conditions, path.lr)), axes[:2]
        ),
        "counted": paths.step_words(steps),
        "stretched": Words(_stretched(landscape, conditions), ("condition",)),
    }
    view = landscape.view
    panels = (
        Panel(
            "map",
            "the walk",
            "Lines of equal loss of {stretched} over the weights w1 and w2, with a star at each "
            "minimum, and the walk.",
            linear("weight w1", *view[0]),
            linear("weight w2", *view[1]),
            (
                contour_lines("line_1", "line_2"),
                *([minimum_stars("minima_1", "minima_2")] if "minima_1" in tables else []),
                point(
                    "place_1",
                    "place_2",
                    at={"step": 0},
                    hollow=True,
                    color="ink",
                    label="start",
                    name="start",
                ),
                *_walk("place_1", "place_2", "blue", label="the walk", far="{far}"),
            ),
            click={"x": "w1", "y": "w2"},
            hint="click to choose a start",
            equal=equal,
        ),
        *(
            Panel(
                name,
                title,
                label,
                linear("step", 0, steps, whole=True),
                axis,
                _walk("steps", name, "blue"),
            )
            for name, title, label, axis in (
                ("level", "its loss", "The loss above the lowest after each step.", loss_axis),
                ("norm", "its gradient norm", "The gradient's length at each step.", norm_axis),
            )
        ),
    )
    sentence = (
        "rate {rate}, condition number {condition}: {does}; at ({place_1}, {place_2}) "
        "after {counted}{ending}"
    )
    return Scene(panels, tables, words, sentence)


def _stretched(landscape: Landscape, conditions) -> np.ndarray:
    """Return the formula at each condition, told where it is steeper along w2 than it says."""
    more = [f", its curvature along w2 {c:g} times as large" if c > 1 else "" for c in conditions]
    return np.array([landscape.formula + text for text in more], dtype=object)


def _walk(x: str, y: str, color: str, label: str = "", far: str = "") -> tuple[Mark, ...]:
    """Return the way so far, a dot for each place, and where it stands."""
    shared = {"along": "step", "until": True, "color": color}
    return (
        line(x, y, name="way", dash="thin", **shared),
        points(x, y, marker="dot", name="places", label=label, **shared),
        point(x, y, name="here", color=color, far=far),
    )
