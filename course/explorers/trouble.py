"""Where each start of a map ends, on landscapes with traps, and what remedies do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from PIL import Image

from course import optimizers
from course.counting import counted
from course.descent import Path, descend
from course.explorers.kit import paths
from course.explorers.kit.contours import contours
from course.explorers.kit.controls import Number, Select
from course.explorers.kit.images import address
from course.explorers.kit.marks import Mark, line, point, points
from course.explorers.kit.panels import Panel, linear
from course.explorers.kit.scene import Scene, Table, Words
from course.explorers.kit.template import said
from course.explorers.kit.widget import Explorer
from course.landscapes import (
    Landscape,
    himmelblau,
    pit,
    rastrigin,
    rosenbrock,
    saddle,
    two_valleys,
)
from course.validate import InputError, number

MOST_STEPS = 200
# Starts along each side of the map; an odd number, so that the middle is one of them.
SIDE = 51
# Pixels of a start on the map: enough for a border and a hatching.
CELL = 5
# With more minima than this, those of one depth share their shade.
MANY = 6
# Parts of the view: how near a minimum is reached, how short as many steps again must be to be
# no motion, how long a last step is a leap, and how far from the middle a walk is lost.
NEAR, REST, LEAP, FAR = 0.02, 0.005, 0.02, 20
# A walk that only passes by a minimum has not been near it for so many of its last weights, and
# does not rest there.
STAY = 10
# There it jumps about, however near, if its steps are no rest and the late half of them keep this
# part of the length of the half before: a rate above the limit makes such walks, which never end.
KEEP = 0.95
# It is level where the slope, kept all across the view, would not take this part of what the loss
# is above the lowest. A slow walk along a valley has a slope, and is not stuck.
LEVEL = 0.5
# A loss less than this above a minimum's is told to be the minimum's: the rest is rounding.
SMALL = 1e-12

RULES = {
    "gradient descent": optimizers.gradient_descent(),
    "momentum 0.9": optimizers.momentum(0.9),
    "Adam": optimizers.adam(),
}
# Adam's steps are about as long as its rate on every landscape.
ADAM_RATES = (0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 1.0)


@dataclass(frozen=True)
class Trouble:
    """A landscape with a trap.

    Attributes:
        landscape: Where to walk; of two weights.
        rates: The slider's rates for gradient descent and momentum, as many as `ADAM_RATES`.
        start: Where the walk begins at first.
        at: The rate that the slider stands at first.
    """

    landscape: Landscape
    rates: tuple[float, ...]
    start: tuple[float, float]
    at: int = 3


TROUBLES = (
    Trouble(
        two_valleys, (0.001, 0.002, 0.005, 0.01, 0.015, 0.02, 0.03, 0.04, 0.06, 0.07), (2.5, 2.0)
    ),
    Trouble(saddle, (0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 0.9, 1.1), (1.0, 0.001)),
    Trouble(pit, (0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1.1, 2.0), (2.0, 1.0)),
    Trouble(
        rosenbrock,
        (0.0001, 0.0002, 0.0005, 0.001, 0.0015, 0.002, 0.0025, 0.003, 0.0035, 0.004),
        (-1.2, 1.0),
    ),
    Trouble(
        himmelblau,
        (0.0005, 0.001, 0.002, 0.005, 0.0075, 0.01, 0.0125, 0.015, 0.02, 0.03),
        (-1.0, 1.0),
    ),
    Trouble(
        rastrigin,
        (0.0002, 0.0005, 0.001, 0.002, 0.0025, 0.003, 0.004, 0.0045, 0.005, 0.006),
        (1.3, 0.7),
    ),
)


@dataclass(frozen=True)
class Outcome:
    """An end that is no minimum: what a walk does there, and how the map shows it."""

    does: str
    key: str
    shade: tuple[int, int, int, int]
    pattern: str


BORDER = (110, 110, 110, 230)
OUTCOMES = {
    "moving": Outcome("is not there yet, at", "not there yet", (0, 0, 0, 0), "plain"),
    "stuck": Outcome("is stuck where it is level, at", "stuck", (128, 128, 128, 70), "dots"),
    "leaping": Outcome("jumps about, last at", "jumps about", (140, 86, 75, 120), "crosses"),
    "up": Outcome("falls off upwards, far beyond", "falls off upwards", (0, 114, 178, 90), "up"),
    "down": Outcome(
        "falls off downwards, far beyond", "falls off downwards", (204, 121, 167, 100), "down"
    ),
    "left": Outcome(
        "falls off to the left, far beyond", "falls off left", (0, 158, 115, 90), "across"
    ),
    "right": Outcome(
        "falls off to the right, far beyond", "falls off right", (86, 180, 233, 110), "slanted"
    ),
    "away": Outcome(
        "leaves the picture, last at", "leaves the picture", (128, 128, 128, 0), "across"
    ),
    "diverging": Outcome("diverges, far beyond", "diverges", (128, 128, 128, 150), "slanted"),
}
# Half-transparent, so that a dark page's map is dark. The patterns tell them apart without colour.
SHADES = (
    ((0, 114, 178, 120), "plain"),
    ((230, 159, 0, 130), "across"),
    ((0, 158, 115, 120), "down"),
    ((204, 121, 167, 130), "dots"),
    ((86, 180, 233, 140), "slanted"),
    ((213, 94, 0, 110), "crosses"),
)
_ROW, _COLUMN = np.mgrid[0:CELL, 0:CELL]
PATTERNS = {
    "plain": np.zeros((CELL, CELL), dtype=bool),
    "across": _ROW == 2,
    "down": _COLUMN == 2,
    "up": (_COLUMN == 2) & (_ROW % 2 == 0),
    "dots": (_ROW == 2) & (_COLUMN == 2),
    "slanted": (_ROW + _COLUMN) % CELL == 0,
    "crosses": ((_ROW == 2) & (_COLUMN % 4 > 0)) | ((_COLUMN == 2) & (_ROW % 4 > 0)),
}


def explore_trouble(
    landscape: Landscape = himmelblau,
    start: Sequence[float] | None = None,
    lr: float | None = None,
    steps: int = 200,
) -> Explorer:
    """Show where each start of a map ends, on landscapes with traps, and one walk over the map.

    Args:
        landscape: The one shown first; of two weights. The reader can choose the others.
        start: The first weights, shape (2,); the reader can type or click others.
        lr: The learning rate at first; it takes the place of the nearest one of the slider.
        steps: How many steps each walk takes, 1 to 200.

    Raises:
        InputError: An argument cannot be used; the message names it.
    """
    paths.walkable(landscape, 2)
    steps = paths.limited("steps", steps, MOST_STEPS)
    troubles, chosen = _troubles(landscape)
    trouble = troubles[chosen]
    if lr is not None:
        lr = number("lr", lr, positive=True)
        at = int(np.argmin(np.abs(np.log(np.array(trouble.rates) / lr))))
        rates = (*trouble.rates[:at], lr, *trouble.rates[at + 1 :])
        if list(rates) != sorted(set(rates)):
            raise InputError(f"lr must be between the slider's rates, but it is {lr:g}")
        trouble = replace(trouble, rates=rates, at=at)
    if start is not None:
        start = paths.two_weights("start", start)
        trouble = replace(trouble, start=tuple(map(float, start)))
    troubles[chosen] = trouble

    def scene(w1: float | None, w2: float | None, landscape: int = chosen, rule: int = 0) -> Scene:
        """Begin where the landscape's own walk begins if no start is given."""
        trouble = troubles[landscape]
        start = [
            own if w is None else paths.within(f"w{i + 1}", w, *trouble.landscape.view[i])
            for i, (w, own) in enumerate(zip((w1, w2), trouble.start, strict=True))
        ]
        return _scene(trouble, list(RULES)[rule], start, steps, basins(landscape, rule))

    @cache
    def basins(landscape: int, rule: int) -> Basins:
        return _basins(troubles[landscape], list(RULES)[rule], steps)

    names = [one.landscape.name for one in troubles]
    controls = (
        Select("landscape", "landscape", names, at=chosen, ask=True, resets=("w1", "w2")),
        Select("rule", "rule", list(RULES), ask=True),
        *_controls(trouble, "gradient descent", trouble.start),
    )
    title = f"Where each of {SIDE * SIDE:,} starts ends"
    return Explorer("explore_trouble", title, controls, scene)


def _troubles(landscape: Landscape) -> tuple[list[Trouble], int]:
    """Return the landscapes to choose from, and the place of `landscape` among them."""
    names = [trouble.landscape.name for trouble in TROUBLES]
    if landscape.name in names:
        return list(TROUBLES), names.index(landscape.name)
    middle = tuple(float(np.mean(view)) for view in landscape.view)
    bound = paths.stable_bound(landscape, middle)
    shares = (0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 1.1)
    rates = tuple(float(f"{share * bound:.2g}") for share in shares)
    start = tuple(float(f"{low + 0.3 * (high - low):.2g}") for low, high in landscape.view)
    return [*TROUBLES, Trouble(landscape, rates, start)], len(TROUBLES)


def _controls(trouble: Trouble, rule: str, start: Sequence[float]):
    """Return the controls whose rates or reach differ from landscape to landscape."""
    rates = _rates(trouble, rule)
    return (
        paths.rate_slider(rates, rates[trouble.at]),
        *(
            Number(f"w{i + 1}", f"start w{i + 1}", float(start[i]), *view, step=0.1)
            for i, view in enumerate(trouble.landscape.view)
        ),
    )


def _rates(trouble: Trouble, rule: str) -> np.ndarray:
    return np.array(ADAM_RATES if rule == "Adam" else trouble.rates)


# ---- where walks end ----


def grid(landscape: Landscape) -> np.ndarray:
    """Return starts all over the landscape's view, shape (SIDE, SIDE, 2)."""
    # Rounded, so that the middle of a view around 0 is 0.
    axes = [np.round(np.linspace(low, high, SIDE), 12) for low, high in landscape.view]
    return np.stack(np.meshgrid(*axes), axis=-1)


def shades(landscape: Landscape) -> tuple[list[str], np.ndarray]:
    """Return what each shade of minima means, and the shade of each minimum."""
    minima = np.array(landscape.minima).reshape(-1, 2)
    if len(minima) <= MANY:
        return [f"minimum {i + 1}" for i in range(len(minima))], np.arange(len(minima))
    depths, of = np.unique(np.round(landscape(minima), 6), return_inverse=True)
    few = np.minimum(of, MANY - 1)
    texts = [f"a minimum of loss {said(depth, 3)}" for depth in depths[:MANY]]
    texts[0] = "the deepest minimum"
    texts[-1] += " or more" if len(depths) > MANY else ""
    return texts, few


def ends(path: Path) -> tuple[np.ndarray, np.ndarray]:
    """Return how each walk ends: a minimum's number or −1, and the name of an outcome or "".

    The shapes are those of the runs.
    """
    landscape = path.landscape
    view = np.array(landscape.view)
    size = view[:, 1] - view[:, 0]
    edges = landscape(grid(landscape))
    with np.errstate(all="ignore"):
        place = (path.final - view[:, 0]) / size - 0.5
        last = np.linalg.norm((path.weights[-1] - path.weights[-2]) / size, axis=-1)
        loss = landscape(path.final)
        lowest = min(map(float, map(landscape, landscape.minima)), default=float(np.min(edges)))
        slope = np.linalg.norm(path.slopes[-1] * size, axis=-1)
        level = slope <= LEVEL * (loss - lowest)
        lost = ~np.all(np.isfinite(path.final), axis=-1) | np.isnan(loss)
        out = np.any(np.abs(place) > 0.5, axis=-1)
        lost |= np.any(np.abs(place) > FAR, axis=-1)
        along = np.argmax(np.abs(place), axis=-1)
        ahead = np.take_along_axis(place, along[..., None], axis=-1)[..., 0] > 0
        falls = out & (loss < np.min(edges))
    found = np.full(loss.shape, "moving", dtype=object)
    found[last > LEAP] = "leaping"
    found[(last * path.steps < REST) & level] = "stuck"
    found[out] = "away"
    found[lost] = "diverging"
    for axis, ways in ((0, ("left", "right")), (1, ("down", "up"))):
        for forward, way in enumerate(ways):
            found[falls & (along == axis) & (ahead == forward)] = way
    minimum = np.full(loss.shape, -1)
    if len(landscape.minima):
        with np.errstate(all="ignore"):
            away = (path.final[..., None, :] - np.array(landscape.minima)) / size
            away = np.linalg.norm(away, axis=-1)
        nearest = np.argmin(np.where(np.isfinite(away), away, np.inf), axis=-1)
        ending = path.weights[-min(STAY, path.steps // 2 + 1) :]
        stayed = ending - np.array(landscape.minima)[nearest]
        with np.errstate(all="ignore"):
            # What is no number is not near.
            near = np.linalg.norm(stayed / size, axis=-1) < NEAR
        near = np.all(near, axis=0) | near[-1] & (last * path.steps < REST)
        found[near] = "leaping"
        near &= ~_restless(ending / size)
        minimum[near] = nearest[near]
        found[near] = ""
    return minimum, found


def _restless(places: np.ndarray) -> np.ndarray:
    """Return which walks do not come to rest on their last places, shape (places, runs…, 2)."""
    with np.errstate(all="ignore"):
        steps = np.linalg.norm(np.diff(places, axis=0), axis=-1)
    half = len(steps) // 2
    if not half:
        return np.zeros(places.shape[1:-1], dtype=bool)
    before, late = np.max(steps[:-half], axis=0), np.max(steps[-half:], axis=0)
    return (late > REST) & (late >= KEEP * before)


@dataclass(frozen=True)
class Basins:
    """Where all starts of a map end.

    Attributes:
        images: The map of each rate.
        keys: What its shades mean: (text, image).
        shares: What share of the starts ends where, in words for each rate.
        lines: Lines of equal loss, as tables.
    """

    images: Sequence[str]
    keys: Sequence[tuple[str, str]]
    shares: Sequence[str]
    lines: tuple[Table, Table]


def _basins(trouble: Trouble, rule: str, steps: int) -> Basins:
    landscape, rates = trouble.landscape, _rates(trouble, rule)
    starts = np.broadcast_to(grid(landscape), (len(rates), SIDE, SIDE, 2))
    path = descend(landscape, starts, rates[:, None, None], steps, optimizer=RULES[rule])
    minimum, found = ends(path)
    texts, of = shades(landscape)
    kinds = [(text, *SHADES[i % len(SHADES)]) for i, text in enumerate(texts)]
    code = np.zeros(minimum.shape, dtype=int)
    if len(of):
        code = np.where(minimum >= 0, of[minimum], 0)
    for name, outcome in OUTCOMES.items():
        if np.any(found == name):
            code[found == name] = len(kinds)
            kinds.append((outcome.key, outcome.shade, outcome.pattern))
    images = tuple(_image(one, kinds) for one in code)
    keys = tuple((text, _image(np.full((2, 4), i), kinds)) for i, (text, *_) in enumerate(kinds))
    words = [_shares(np.bincount(one.ravel(), minlength=len(kinds)), kinds, texts) for one in code]
    # An egg box has so many lines that they would hide the map.
    levels = 4 if len(landscape.minima) > MANY else 9
    return Basins(images, keys, words, contours(landscape, np.array([1.0]), levels))


def _shares(counts: np.ndarray, kinds, minima: Sequence[str]) -> str:
    """Return which part of the starts ends where: "51 % end in minimum 1, 49 % in minimum 2"."""
    shares = counts / counts.sum()
    told = [(text, share) for text, share in zip(minima, shares, strict=False)]
    if minima and minima[0] != "minimum 1":
        told = [told[0], ("a higher minimum", float(np.sum(shares[1 : len(minima)])))]
    told = [f"{_percent(share)} in {text}" for text, share in told if share]
    if told:
        told[0] = told[0].replace(" in ", " end in ")
    for (key, *_), share in zip(kinds[len(minima) :], shares[len(minima) :], strict=True):
        if share:
            told.append(f"{_percent(share)} {_plural(key)}")
    return ", ".join(told)


def _percent(share: float) -> str:
    """Return whole percents; what is not none or not all is not told to be so."""
    if 0.995 <= share < 1:
        return "above 99 %"
    return f"{100 * share:.0f} %" if share >= 0.005 else "below 1 %"


def _plural(key: str) -> str:
    """Return "are stuck" for "stuck", "fall off upwards" for "falls off upwards"."""
    if key in ("stuck", "not there yet"):
        return f"are {key}"
    verb, _, rest = key.partition(" ")
    return f"{verb.removesuffix('s')} {rest}".strip()


def _image(code: np.ndarray, kinds) -> str:
    """Return a map as an address: a PNG with each kind's shade and pattern, and borders."""
    tall, wide = (CELL * size for size in code.shape)
    big = np.kron(code[::-1], np.ones((CELL, CELL), dtype=int))
    pixels = 2 * big
    for i, (_, _, pattern) in enumerate(kinds):
        tiles = np.tile(PATTERNS[pattern], code.shape)
        pixels[(big == i) & tiles] += 1
    # A border where the neighbour to the right or below ends elsewhere.
    pixels[:, :-1][big[:, :-1] != big[:, 1:]] = 2 * len(kinds)
    pixels[:-1][big[:-1] != big[1:]] = 2 * len(kinds)
    # Patterns are the shade itself, dense: to be seen on a light page and on a dark one.
    colors = [color for _, shade, _ in kinds for color in (shade, (*shade[:3], 235))]
    colors = np.array([*colors, BORDER], dtype=np.uint8)
    image = Image.new("P", (wide, tall))
    image.putdata(pixels.ravel().tolist())
    image.putpalette(colors[:, :3].ravel().tobytes())
    bits = 4 if len(colors) <= 16 else 8
    return address(image, bits=bits, transparency=colors[:, 3].tobytes())


# ---- the scene ----


def _place(w: Sequence[float], digits: int = 4) -> str:
    # What a walk leaves of a zero, such as 4e−20, is 0.
    w = np.where(np.abs(w) < 1e-9, 0.0, w)
    return f"({said(w[0], digits)}, {said(w[1], digits)})"


def _endings(path: Path) -> np.ndarray:
    """Return what each of the walks does, in words."""
    texts = []
    for w, loss, minimum, name in zip(path.final, path.losses[-1], *ends(path), strict=True):
        if minimum >= 0:
            lowest = float(path.landscape(path.landscape.minima[minimum]))
            # The walk's own: it may end near a minimum, and still have a loss to lose.
            depth = np.round(lowest, 9) if loss - lowest < SMALL else loss
            texts.append(f"ends in minimum {minimum + 1}, at {_place(w)}, loss {said(depth, 4)}")
        elif name in ("moving", "stuck", "leaping", "away"):
            texts.append(f"{OUTCOMES[name].does} {_place(w)}")
        else:
            texts.append(OUTCOMES[name].does.partition(",")[0])
    return np.array(texts, dtype=object)


def _scene(
    trouble: Trouble, rule: str, start: Sequence[float], steps: int, basins: Basins
) -> Scene:
    landscape = trouble.landscape
    rates = _rates(trouble, rule)
    starts = np.broadcast_to(np.array(start, dtype=float), (len(rates), 2))
    path = descend(landscape, starts, rates, steps, optimizer=RULES[rule])
    minima = np.array(landscape.minima).reshape(-1, 2)
    if len(minima):
        level, axis = _above(path)
    else:
        level = paths.by_run(path.losses)
        losses = landscape(grid(landscape))
        axis = linear("loss", float(np.min(losses)) * 1.2, float(np.max(losses)) * 1.2)
    axes = ("rate", "step")
    tables = {
        "line_1": basins.lines[0],
        "line_2": basins.lines[1],
        "minimum_1": Table(minima[:, 0], ("minimum",)),
        "minimum_2": Table(minima[:, 1], ("minimum",)),
        "place_1": Table(paths.by_run(path.weights[..., 0]), axes),
        "place_2": Table(paths.by_run(path.weights[..., 1]), axes),
        "level": Table(level, axes),
        "steps": Table(np.arange(steps + 1), ("step",)),
    }
    words = {
        "end": Words(_endings(path), ("rate",)),
        "shares": Words(np.array(basins.shares, dtype=object), ("rate",)),
        "begin": Words(np.array(_place(start, 6), dtype=object)),
        "name": Words(np.array(landscape.name, dtype=object)),
    }
    return Scene(
        (_map(trouble, basins), _losses(axis, steps)),
        tables,
        words,
        f"{{rule}} at rate {{rate}} from {{begin}}: {{end}} after {counted(steps, 'step')}. "
        f"Of all {SIDE * SIDE:,} starts {{shares}}",
        controls=_controls(trouble, rule, start),
    )


def _above(path: Path):
    levels = paths.above_lowest(path)
    axis = paths.loss_axis(levels)
    return np.maximum(levels, axis.range[0]), axis


def _map(trouble: Trouble, basins: Basins) -> Panel:
    view = trouble.landscape.view
    half = [(high - low) / (SIDE - 1) / 2 for low, high in view]
    extent = [(low - h, high + h) for (low, high), h in zip(view, half, strict=True)]
    lift = 0.035 * (view[1][1] - view[1][0])
    many = len(trouble.landscape.minima)
    shared = {"along": "step", "color": "ink"}
    return Panel(
        "map",
        "the map of starts",
        f"A map of starts of {{name}}, {trouble.landscape.formula}: each shade is where the walk "
        f"from there ends. {many or 'No'} minim{'um is' if many == 1 else 'a are'} marked with "
        "stars and numbers. Over it lie lines of equal loss, and one walk.",
        linear("weight w1 of the start", *view[0]),
        linear("weight w2 of the start", *view[1]),
        (
            Mark(
                "image",
                images=basins.images,
                axis="rate",
                extent=extent,
                keys=basins.keys,
                name="basins",
            ),
            line(
                "line_1",
                "line_2",
                "vertex",
                at={"condition": 0},
                dash="thin",
                color="soft",
                name="contours",
            ),
            points("minimum_1", "minimum_2", "minimum", marker="star", color="ink", name="minima"),
            *(
                Mark(
                    "text", text=str(i + 1), at_x=float(w[0]), at_y=float(w[1]) + lift, color="ink"
                )
                for i, w in enumerate(trouble.landscape.minima)
            ),
            line("place_1", "place_2", dash="solid", name="way", label="the walk", **shared),
            points("place_1", "place_2", marker="dot", name="places", **shared),
            point(
                "place_1",
                "place_2",
                at={"step": 0},
                hollow=True,
                marker="square",
                color="ink",
                label="its start",
                name="start",
            ),
            point(
                "place_1",
                "place_2",
                at={"step": MOST_STEPS},
                color="red",
                label="its end",
                name="end",
            ),
        ),
        click={"x": "w1", "y": "w2"},
        hint="click to choose a start",
        # The map has as many starts along both sides: its view stays as it is.
        equal=paths.to_scale(trouble.landscape)[1],
    )


def _losses(axis, steps: int) -> Panel:
    shared = {"along": "step", "color": "ink"}
    return Panel(
        "loss",
        "the walk's loss",
        "The loss of that walk after each step.",
        linear("step", 0, steps, whole=True),
        axis,
        (
            line("steps", "level", dash="thin", name="way", **shared),
            points("steps", "level", marker="dot", name="places", **shared),
        ),
    )
