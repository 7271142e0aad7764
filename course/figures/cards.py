"""The small pictures of the start page: each lesson's landscape, and a hiker on the way down.

They are SVG with a ground of their own, so that they look the same on a light and a dark page, and
are drawn anew each time: the hiker stands where the student does.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import contourpy
import numpy as np

from course import landscapes, optimizers
from course.descent import descend
from course.landscapes import Landscape

WIDTH, HEIGHT = 640, 320
# Ground from high to low, and what is drawn on it: dark enough on every one of them.
HIGH, LOW = np.array([232, 240, 246]), np.array([118, 174, 214])
WALK, HIKER = "#7A2E00", "#D55E00"
LEVELS = 9


@dataclass(frozen=True)
class Scene:
    """A walk to draw.

    Attributes:
        told: What it is, for those who do not see it.
        landscape: Where it walks, of one weight or two.
        view: From and to, along the first weight. Two weights have the same unit, so that the
            second one shows half as much, around the middle of `landscape.view`.
        start: Where it starts.
        lr: The learning rate.
        steps: How many steps it takes.
        optimizer: The rule, where it is not plain descent.
        noise: The spread of what is added to each slope.
    """

    told: str
    landscape: Landscape
    view: tuple[float, float]
    start: float | Sequence[float]
    lr: float | Callable
    steps: int
    optimizer: optimizers.Optimizer | None = None
    noise: float = 0.0


# By the lesson's name without its number.
SCENES = {
    "start_here": Scene("a valley", landscapes.parabola, (-2, 10), -1.2, 0.12, 12),
    "one_dimension": Scene("two valleys", landscapes.quartic, (-3.1, 3.1), 2.9, 0.006, 14),
    "learning_rates": Scene(
        "a valley, and steps that overshoot", landscapes.parabola, (-2, 10), -1.2, 0.86, 9
    ),
    "two_dimensions": Scene(
        "the contour lines of a bowl", landscapes.bowl, (-5.5, 11.5), (10.4, 2.6), 0.12, 12
    ),
    "mini_batches": Scene(
        "contour lines, and a walk that wavers",
        landscapes.tilted_bowl, (-5.2, 5.2), (-4.6, 1.9), 0.16, 24, noise=2.4,
    ),
    "linear_regression": Scene(
        "a long valley across the map",
        landscapes.squared_error([0, 1, 2], [1, 3, 5], view=((-1, 5), (-1, 3))),
        (-1.0, 5.0), (4.6, 1.9), 0.17, 16,
    ),
    "many_features": Scene(
        "a ravine, and a walk that zigzags",
        landscapes.ravine(8.0), (-11, 4), (-9.5, 2.2), 0.23, 16,
    ),
    "momentum_and_adam": Scene(
        "a ravine, and a walk with momentum",
        landscapes.ravine(12.0), (-11, 4), (-10, 2.6), 0.05, 30, optimizers.momentum(0.8),
    ),
    "schedules": Scene(
        "a bowl, and steps that grow shorter",
        landscapes.bowl, (-3.5, 11.5), (10.2, 2.1), lambda t: 0.62 * 0.88**t, 18, noise=1.6,
    ),
    "when_it_goes_wrong": Scene(
        "a saddle between two valleys",
        landscapes.two_valleys, (-2.6, 2.6), (0.04, 1.15), 0.05, 26,
    ),
    "a_small_network": Scene(
        "many hills and valleys", landscapes.himmelblau, (-9, 9), (-0.8, -1.0), 0.006, 18
    ),
}  # fmt: skip
# For a lesson that has none.
OTHER = "two_dimensions"


@dataclass(frozen=True)
class Card:
    """A picture: its SVG, and what it shows in words."""

    svg: str
    alt: str

    @property
    def source(self) -> str:
        """The picture as the address of an image."""
        return "data:image/svg+xml;base64," + base64.b64encode(self.svg.encode()).decode()


def card(lesson: str, share: float) -> Card:
    """Return the picture of a lesson.

    Args:
        lesson: The lesson's name, such as "01_one_dimension".
        share: How much of the way the hiker has gone, from 0 to 1.
    """
    topic = lesson.partition("_")[2]
    scene = SCENES.get(topic, SCENES[OTHER])
    ground, places = _drawn(topic if topic in SCENES else OTHER)
    at = int(share * (len(places) - 1) + 1e-9)
    parts = [ground, _line(places, f'stroke="{WALK}" stroke-width="4" stroke-dasharray="4 11"')]
    if at:
        parts.append(_line(places[: at + 1], f'stroke="{WALK}" stroke-width="5"'))
        dots = "".join(f'<circle cx="{x}" cy="{y}" r="7"/>' for x, y in places[:at])
        parts.append(f'<g fill="{WALK}">{dots}</g>')
    x, y = places[at]
    parts.append(
        f'<circle cx="{x}" cy="{y}" r="17" fill="{HIKER}" stroke="#fff" stroke-width="6"/>'
    )
    where = "at the start" if not at else "at the end" if share >= 1 else f"after {at}"
    steps = f" of {len(places) - 1} steps" if at > 0 and share < 1 else ""
    return Card(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f"{''.join(parts)}</svg>",
        f"{scene.told[0].upper()}{scene.told[1:]}; a hiker {where}{steps}",
    )


def moving(lesson: str) -> Card:
    """Return the picture of a lesson with a hiker who walks once, and then stands at the end.

    A picture has no button to stop it, so it may not move for longer than five seconds beside a
    text (WCAG 2.2.2). Where the reader's system asks for less motion, the hiker only stands.

    Args:
        lesson: The lesson's name, such as "01_one_dimension".
    """
    topic = lesson.partition("_")[2]
    ground, places = _drawn(topic)
    frames = "".join(
        f"{100 * t / (len(places) - 1):.4g}%{{transform:translate({x}px,{y}px)}}"
        for t, (x, y) in enumerate(places)
    )
    x, y = places[-1]
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="6"/>' for x, y in places)
    return Card(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"><style>'
        f"@keyframes walk{{{frames}}}"
        "@media (prefers-reduced-motion:no-preference){"
        f"#hiker{{animation:walk 5s ease-in-out}}}}"
        f"#hiker{{transform:translate({x}px,{y}px)}}</style>{ground}"
        + _line(places, f'stroke="{WALK}" stroke-width="4" stroke-dasharray="4 11"')
        + f'<g fill="{WALK}">{dots}</g>'
        + f'<circle id="hiker" r="17" fill="{HIKER}" stroke="#fff" stroke-width="6"/></svg>\n',
        f"{SCENES[topic].told[0].upper()}{SCENES[topic].told[1:]}",
    )


@cache
def _drawn(topic: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a scene's ground as SVG, and the walk's places on it in pixels."""
    scene = SCENES[topic]
    rng = np.random.default_rng(1)
    slope = scene.landscape.gradient

    def noisy(w):
        return slope(w) + rng.normal(0, scene.noise, np.shape(w))

    path = descend(
        scene.landscape,
        scene.start,
        scene.lr,
        scene.steps,
        optimizer=scene.optimizer,
        gradient=noisy if scene.noise else None,
    )
    draw = _curve if scene.landscape.dimensions == 1 else _map
    return draw(scene, np.asarray(path.weights))


def _curve(scene: Scene, walk: np.ndarray) -> tuple[str, list[tuple[int, int]]]:
    """Draw a loss of one weight as hills seen from the side."""
    low, high = scene.view
    w = np.linspace(low, high, 81)
    losses = scene.landscape(w)
    bottom, top = losses.min(), losses.max()

    def place(w, loss):
        x = (w - low) / (high - low) * WIDTH
        y = HEIGHT * (0.84 - 0.76 * (loss - bottom) / (top - bottom))
        return list(zip(np.rint(x).astype(int), np.rint(y).astype(int), strict=True))

    hills = " ".join(f"{x},{y}" for x, y in place(w, losses))
    return (
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_color(0.0)}"/>'
        f'<polygon points="0,{HEIGHT} {hills} {WIDTH},{HEIGHT}" fill="{_color(1.0)}"/>',
        place(walk, scene.landscape(walk)),
    )


def _map(scene: Scene, walk: np.ndarray) -> tuple[str, list[tuple[int, int]]]:
    """Draw a loss of two weights as a map: the lower, the darker."""
    low, high = scene.view
    middle = sum(scene.landscape.view[1]) / 2
    half = (high - low) * HEIGHT / WIDTH / 2
    x = np.linspace(low, high, 65)
    y = np.linspace(middle + half, middle - half, 33)
    losses = scene.landscape(np.stack(np.meshgrid(x, y), axis=-1))
    made = contourpy.contour_generator(z=losses, fill_type=contourpy.FillType.OuterOffset)
    # Lines at equal losses would crowd on the slopes; between these lies as much of the map each.
    levels = np.quantile(losses, np.linspace(1, 0, LEVELS, endpoint=False))
    scale = (WIDTH / 64, HEIGHT / 32)
    parts = [f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_color(0.0)}"/>']
    for i, level in enumerate(levels[1:], start=1):
        points, offsets = made.filled(-np.inf, level)
        rings = (
            np.rint(shape[begin:end] * scale).astype(int)
            for shape, ends in zip(points, offsets, strict=True)
            for begin, end in pairwise(ends)
        )
        outline = "".join("M" + "L".join(f"{x} {y}" for x, y in ring) + "Z" for ring in rings)
        parts.append(f'<path d="{outline}" fill="{_color(i / (LEVELS - 1))}" stroke="#fff"/>')
    places = np.rint(
        np.stack(
            [
                (walk[:, 0] - low) / (high - low) * WIDTH,
                (middle + half - walk[:, 1]) / (2 * half) * HEIGHT,
            ],
            axis=-1,
        )
    ).astype(int)
    return "".join(parts), [(x, y) for x, y in places.tolist()]


def _line(places: Sequence[tuple[int, int]], look: str) -> str:
    """Return a line through places as SVG."""
    points = " ".join(f"{x},{y}" for x, y in places)
    return f'<polyline points="{points}" fill="none" {look} stroke-linejoin="round"/>'


def _color(depth: float) -> str:
    """Return the colour of the ground from the highest, 0, to the lowest, 1."""
    red, green, blue = np.rint(HIGH + (LOW - HIGH) * depth).astype(int)
    return f"#{red:02X}{green:02X}{blue:02X}"
