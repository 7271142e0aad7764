"""What an explorer is made of: controls, panels with marks, and tables of numbers and texts.

An explorer is a description, not a program. Its tables have named axes. An axis with the name of
a control is picked at that control's position, so `Table(weights, ("rate", "step"))` beside a
slider "rate" and a slider "step" gives one weight, and gives a whole walk to a mark that is drawn
`along="step"`. Nothing is computed in the browser: log scales are tables of logarithms with ticks
that say what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cached_property, lru_cache
from itertools import zip_longest
from types import NoneType

import numpy as np
from matplotlib.ticker import MaxNLocator

Reference = str | tuple[str, int]

COLORS = ("ink", "soft", "blue", "red", "green", "purple", "orange", "sky")
DASHES = ("solid", "thin", "dashed", "dotted", "dashdot", "long", "dashdotdot")
MARKERS = ("circle", "square", "triangle", "diamond", "down", "plus", "cross", "star", "dot")


# ---- controls ----


@dataclass(frozen=True)
class Slider:
    """A slider over the positions 0 … len(values) − 1.

    Attributes:
        name: The axis of the tables that it picks.
        label: What stands beside it.
        values: The text of each position.
        at: Where it stands at first.
        positions: The number of each position, in the units of a panel that can be clicked.
    """

    name: str
    label: str
    values: Sequence[str]
    at: int = 0
    positions: Sequence[float] = ()
    kind: str = "slider"


@dataclass(frozen=True)
class Select:
    """A choice from a list of texts; it picks an axis of the tables, or asks Python.

    Attributes:
        name: The axis of the tables that it picks, or the argument of the scene that it gives.
        label: What stands beside it.
        values: The texts.
        at: Which one is chosen at first.
        ask: Whether Python is asked when another is chosen.
        resets: Numbers that begin anew then: Python is given None for them, and answers with
            the controls it took instead.
    """

    name: str
    label: str
    values: Sequence[str]
    at: int = 0
    ask: bool = False
    resets: Sequence[str] = ()
    kind: str = "select"


@dataclass(frozen=True)
class Number:
    """A number that is typed, stepped with the arrow keys, or clicked; Python is asked.

    Attributes:
        name: The argument of the scene that it gives.
        label: What stands beside it.
        value: The number at first.
        low: The smallest number that is taken.
        high: The largest.
        step: How far an arrow key goes.
        digits: How many digits after the point a click keeps.
    """

    name: str
    label: str
    value: float
    low: float
    high: float
    step: float
    digits: int = 2
    ask: bool = True
    kind: str = "number"


@dataclass(frozen=True)
class Grip:
    """A place that is dragged in a panel (see `Panel.grips`); Python is asked.

    The scene is given where the hand holds it while it is dragged, and None at all other times.
    It has no place among the controls: what it does must be possible by keyboard with others.
    """

    name: str
    value: None = None
    ask: bool = True
    label: str = ""
    kind: str = "grip"


@dataclass(frozen=True)
class Player:
    """Run, pause, step, back and speed, which move the slider `moves`.

    Attributes:
        moves: The slider's name.
        speeds: (text, positions a second).
        at: Which speed is chosen at first.
    """

    moves: str
    speeds: Sequence[tuple[str, float]] = (("slow", 2), ("normal", 10), ("fast", 40))
    at: int = 1
    name: str = "player"
    kind: str = "player"


@dataclass(frozen=True)
class Progress:
    """A progress bar: `value` from 0 to 1, and what it means as text."""

    name: str
    label: str
    value: float = 0.0
    text: str = ""
    kind: str = "progress"


Control = Slider | Select | Number | Grip | Player | Progress


# ---- marks ----


@dataclass(frozen=True)
class Mark:
    """Something drawn in a panel.

    Attributes:
        kind: "line", "points", "point", "segment", "rule", "image", "text".
        x: The table of the first coordinates, or (table, shift): so many rows farther on its last
            picked axis. A rule has x or y alone.
        y: The same for the second ones.
        ends: For a segment: tables of x0, y0, x1, y1, or one table whose last axis (named in
            `along`) holds the four.
        along: The axis that is drawn and not picked.
        until: Draw only up to where the control `along` stands.
        at: Positions for axes that no control picks.
        color: A name of `COLORS`; dark pages have lighter shades.
        dash: A name of `DASHES`.
        marker: A name of `MARKERS`.
        hollow: Draw the marker as an outline.
        arrow: Draw a segment's tip.
        label: What the legend says; no entry if empty.
        far: For a point: what is written beside it where it is held at the edge, a template.
        name: What tests and style sheets find it by.
        images: For an image: addresses (data:image/png;base64,…), picked by the control `axis`.
        axis: The control that picks an image.
        extent: For an image: ((x_low, x_high), (y_low, y_high)).
        keys: For an image: what its shades mean, as (text, a small image of the shade).
        text: For a text: a template like a scene's sentence.
        at_x: Where a text stands.
        at_y: Where a text stands.
    """

    kind: str
    x: Reference | None = None
    y: Reference | None = None
    ends: Sequence[Reference] = ()
    along: str | None = None
    until: bool = False
    at: Mapping[str, int] = field(default_factory=dict)
    color: str = "blue"
    dash: str = "solid"
    marker: str = ""
    hollow: bool = False
    arrow: bool = False
    label: str = ""
    far: str = ""
    name: str = ""
    images: Sequence[str] = ()
    axis: str = ""
    extent: Sequence[Sequence[float]] = ()
    keys: Sequence[tuple[str, str]] = ()
    text: str = ""
    at_x: float = 0.0
    at_y: float = 0.0

    def __post_init__(self):
        for name, allowed in (("color", COLORS), ("dash", DASHES), ("marker", (*MARKERS, ""))):
            if getattr(self, name) not in allowed:
                raise ValueError(f"a mark's {name} must be one of {', '.join(allowed)}")

    @property
    def tables(self) -> list[tuple[str, int]]:
        """The tables it reads, each with its shift."""
        references = [ref for ref in (self.x, self.y, *self.ends) if ref is not None]
        return [(ref, 0) if isinstance(ref, str) else tuple(ref) for ref in references]


def line(x: Reference, y: Reference, along: str, **style) -> Mark:
    """Return a line through the points of tables `x` and `y`; NaN breaks it."""
    return Mark("line", x, y, along=along, **style)


def points(x: Reference, y: Reference, along: str, *, marker: str = "circle", **style) -> Mark:
    """Return a marker at each point of the tables `x` and `y`."""
    return Mark("points", x, y, along=along, marker=marker, **style)


def point(x: Reference, y: Reference, *, marker: str = "circle", **style) -> Mark:
    """Return one marker; outside the picture it is held at the edge, with an arrow."""
    return Mark("point", x, y, marker=marker, **style)


def segment(*ends: Reference, along: str | None = None, **style) -> Mark:
    """Return a straight line between two points, as an arrow if `arrow` is set."""
    return Mark("segment", ends=ends, along=along, **style)


def rule(*, x: Reference | None = None, y: Reference | None = None, **style) -> Mark:
    """Return a line across the whole panel, at an `x` or at a `y`."""
    return Mark("rule", x, y, **style)


# ---- panels ----


@dataclass(frozen=True)
class Axis:
    """One direction of a panel, in the numbers of the tables.

    Attributes:
        label: What stands beside it, with units.
        range: (low, high).
        ticks: (number, text).
    """

    label: str
    range: tuple[float, float]
    ticks: Sequence[tuple[float, str]]


@lru_cache(maxsize=256)
def linear(label: str, low: float, high: float, *, ticks: int = 6, whole: bool = False) -> Axis:
    """Return an axis with about `ticks` round numbers on it."""
    places = MaxNLocator(ticks, steps=[1, 2, 2.5, 5, 10], integer=whole).tick_values(low, high)
    inside = places[(places >= low - 1e-9) & (places <= high + 1e-9)]
    # The labels of one axis share their form, so that 0 and 0.05 stand as they are read.
    texts = [f"{place + 0.0:.6g}".replace("-", "−") for place in np.round(inside, 10)]
    marks = zip(inside.tolist(), texts, strict=True)
    return Axis(label, (float(low), float(high)), tuple(marks))


def logarithmic(label: str, low: float, high: float, *, ticks: int = 6) -> Axis:
    """Return an axis for tables of log10, from 10^low to 10^high."""
    low, high = float(np.floor(low)), float(np.ceil(high))
    high = max(high, low + 1)
    every = max(1, int(np.ceil((high - low) / ticks)))
    powers = np.arange(low, high + 1, every).astype(int)
    plain = {-2: "0.01", -1: "0.1", 0: "1", 1: "10", 2: "100", 3: "1000"}
    marks = ((float(p), plain.get(int(p), f"1e{p}".replace("-", "−"))) for p in powers)
    return Axis(f"{label} (log scale)", (low, high), tuple(marks))


@dataclass(frozen=True)
class Panel:
    """A picture with two axes.

    Attributes:
        name: What tests and style sheets find it by.
        title: What stands above it.
        label: What a screen reader says of it: what is drawn, in a sentence (a template).
        x: The horizontal axis.
        y: The vertical axis.
        marks: What is drawn, the last on top.
        click: Which controls a click or a drag sets: {"x": name} or {"x": name, "y": name}.
        grips: Places along the horizontal axis, and the Grip that is dragged up and down there;
            the hand takes the nearest.
        hint: What stands after the title where a click does something.
        equal: Whether one unit is as long on both axes: then circles are round, and angles true.
            False where both axes are weights and cannot be, which is told; None for others.
    """

    name: str
    title: str
    label: str
    x: Axis
    y: Axis
    marks: Sequence[Mark]
    click: Mapping[str, str] = field(default_factory=dict)
    hint: str = ""
    grips: Sequence[tuple[float, str]] = ()
    equal: bool | None = None
    kind: str = "plot"


@dataclass(frozen=True)
class Board:
    """A table of words: `rows` of templates under the words of `head`."""

    name: str
    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    kind: str = "table"


# ---- tables ----


@dataclass(frozen=True)
class Table:
    """Numbers with named axes, sent as float32 (or float64, `type="f8"`)."""

    values: np.ndarray
    axes: tuple[str, ...] = ()
    type: str = "f4"

    @cached_property
    def packed(self) -> bytes:
        """The numbers as little-endian bytes; those too large for the type are infinite."""
        with np.errstate(over="ignore"):
            return np.ascontiguousarray(self.values, dtype=f"<{self.type}").tobytes()


@dataclass(frozen=True)
class Words:
    """Texts with named axes."""

    values: np.ndarray
    axes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Race:
    """Who of several has the lowest number, where the controls stand.

    So many sliders could not be tabled together; the browser compares the numbers it picked.
    In a template, {name} is the texts of those who are first, and {name:3} the place of the
    third one: equal numbers share a place.

    Attributes:
        tables: A table for each one who takes part.
        texts: What {name} says of each, a template.
        level: What it says while all have the same number, a template.
    """

    tables: Sequence[str]
    texts: Sequence[str]
    level: str = "all are level"

    def places(self, values: Sequence[float]) -> list[int]:
        """Return the place of each number: 1 for the lowest."""
        return [1 + sum(other < value for other in values) for value in values]


@dataclass(frozen=True)
class Scene:
    """All that an explorer shows for one setting of the controls that ask Python.

    Attributes:
        panels: The pictures and boards, from left to right.
        tables: Numbers by name.
        words: Texts by name.
        sentence: The state in one sentence: a template in which {name} is the text of a control,
            a text of `words`, or a number of `tables` with five digits ({name:7} with seven).
        controls: Controls whose values or texts changed (the first scene leaves it empty). A
            slider or number that is another one than before goes to where it stands at first.
        races: Comparisons by name, for templates.
        stands: Where controls go with this answer: sliders to a position, numbers to a value (of
            those that ask Python, only by the newest answer).
    """

    panels: Sequence[Panel | Board]
    tables: Mapping[str, Table]
    words: Mapping[str, Words]
    sentence: str
    controls: Sequence[Control] = ()
    races: Mapping[str, Race] = field(default_factory=dict)
    stands: Mapping[str, float] = field(default_factory=dict)

    def checked(self, controls: Sequence[Control]) -> Scene:
        """Return the scene, or raise ValueError if its parts do not fit each other."""
        controls = self.renewed(controls)
        names = [*(c.name for c in controls), *self.tables, *self.words, *self.races]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(f"two of the controls, tables and words are called {name!r}")
        for race in self.races.values():
            if not set(race.tables) <= set(self.tables):
                raise ValueError(f"a race reads tables that are not there: {race.tables}")
        sizes = {c.name: len(c.values) for c in controls if isinstance(c, (Slider, Select))}
        for name, table in {**self.tables, **self.words}.items():
            shape = np.shape(table.values)
            if len(shape) != len(table.axes):
                raise ValueError(f"{name} has shape {shape}, but its axes are {table.axes}")
            for axis, size in zip(table.axes, shape, strict=True):
                if sizes.get(axis, size) != size:
                    raise ValueError(
                        f"{name} has {size} rows along {axis!r}, where the control has "
                        f"{sizes[axis]} positions"
                    )
        for panel in self.panels:
            for mark in getattr(panel, "marks", ()):
                for table, _ in mark.tables:
                    self._readable(table, mark, sizes)
        return self

    def _readable(self, name: str, mark: Mark, sizes: Mapping[str, int]) -> None:
        if name not in self.tables:
            raise ValueError(f"a {mark.kind} reads the table {name!r}, which is not there")
        axes = self.tables[name].axes
        if mark.along in axes[:-1]:
            raise ValueError(f"{name!r} can be drawn along its last axis only, {axes[-1]!r}")
        for axis in axes:
            if axis != mark.along and axis not in mark.at and axis not in sizes:
                raise ValueError(f"nothing picks the axis {axis!r} of {name!r} for a {mark.kind}")

    def rows(self, reference: Reference, mark: Mark, at: Mapping[str, int]) -> np.ndarray:
        """Return the numbers a mark reads when the controls stand at `at`, as a browser does."""
        name, shift = (reference, 0) if isinstance(reference, str) else reference
        table = self.tables[name]
        values = np.asarray(table.values)
        picked = [axis for axis in table.axes if axis != mark.along]
        for axis in picked:
            wanted = mark.at.get(axis, at.get(axis, 0)) + (shift if axis == picked[-1] else 0)
            values = values[min(max(wanted, 0), len(values) - 1)]
        return np.atleast_1d(values)

    def filled(self, template: str, controls: Sequence[Control], at: Mapping[str, int]) -> str:
        """Return a template's text when the controls stand at `at`, as a browser shows it."""
        texts = {c.name: _shown(c, at) for c in self.renewed(controls)}
        for name, table in self.words.items():
            values = np.asarray(table.values, dtype=object)
            for axis in table.axes:
                values = values[min(at.get(axis, 0), len(values) - 1)]
            texts[name] = str(values)

        def found(match):
            name, digits = match.groups()
            if name in texts:
                return texts[name]
            if name in self.races:
                return self._told(self.races[name], int(digits or 0), controls, at)
            return said(self._number(name, at), int(digits or 5))

        return PLACE.sub(found, template)

    def _number(self, name: str, at: Mapping[str, int]) -> np.float32:
        with np.errstate(over="ignore"):
            return np.float32(self.rows(name, Mark("point"), at)[0])

    def _told(self, race: Race, which: int, controls, at) -> str:
        places = race.places([self._number(name, at) for name in race.tables])
        if which:
            return str(places[which - 1])
        if len(places) > 1 and max(places) == 1:
            return self.filled(race.level, controls, at)
        first = [text for text, place in zip(race.texts, places, strict=True) if place == 1]
        told = [self.filled(text, controls, at) for text in first]
        return " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)

    def renewed(self, controls: Sequence[Control]) -> list[Control]:
        """Return the controls, with the scene's own in the places of those they renew."""
        return list({c.name: c for c in (*controls, *self.controls)}.values())

    def description(self, known: Scene | None = None) -> tuple[dict, bytes]:
        """Return what a browser needs as plain data, and its tables as bytes.

        Args:
            known: A scene that the browser keeps; only what differs from it is sent, and None
                in the place of a panel that is the same.
        """
        known = known or Scene((), {}, {}, "")
        index, parts, at = {}, [], 0
        for name, table in self.tables.items():
            packed = table.packed
            if name in known.tables and known.tables[name].packed == packed:
                continue
            index[name] = {
                "axes": list(table.axes),
                "shape": list(np.shape(table.values)),
                "type": table.type,
                "at": at,
                "bytes": len(packed),
            }
            parts.append(packed)
            at += len(packed)
        texts = {
            name: {
                "axes": list(table.axes),
                "shape": list(np.shape(table.values)),
                "values": [str(text) for text in np.asarray(table.values, dtype=object).flat],
            }
            for name, table in self.words.items()
            if not (name in known.words and np.array_equal(known.words[name].values, table.values))
        }
        spec = {
            "panels": [
                None if panel == other else plain(panel)
                for panel, other in zip_longest(self.panels, known.panels[: len(self.panels)])
            ],
            "sentence": self.sentence,
            "tables": index,
            "texts": texts,
            "races": {name: plain(race) for name, race in self.races.items()},
        }
        if self.controls:
            spec["controls"] = [plain(control) for control in self.controls]
        if self.stands:
            spec["stands"] = _listed(self.stands)
        return spec, b"".join(parts)


def _shown(control: Control, at: Mapping[str, int]) -> str:
    if isinstance(control, (Slider, Select)):
        return control.values[at.get(control.name, control.at)]
    if isinstance(control, Number):
        return f"{control.value:.12g}".replace("-", "−")
    return getattr(control, "text", "")


def plain(part) -> dict:
    """Return a control, a panel or a mark as plain data for JSON."""
    # dataclasses.asdict copies every text, which takes several times as long.
    return {one.name: _listed(getattr(part, one.name)) for one in fields(part)}


def _listed(value):
    if isinstance(value, (str, float, int, NoneType)):
        return value
    if is_dataclass(value):
        return plain(value)
    if isinstance(value, Mapping):
        return {key: _listed(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_listed(item) for item in value]
    return value.item() if isinstance(value, np.generic) else value


def said(value: float, digits: int = 5) -> str:
    """Return a number as explorers say it: so many digits, zeros at the end left out."""
    value = float(value)
    if not np.isfinite(value):
        return "too large to show"
    exponent = int(f"{value:.{digits - 1}e}".split("e")[1])
    if -6 <= exponent < digits:
        text = f"{value:.{digits - 1 - exponent}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    else:
        text = re.sub(r"e([+-])0+(?=\d)", r"e\1", f"{value:.{digits - 1}e}")
    return ("0" if text == "-0" else text).replace("-", "−")


PLACE = re.compile(r"\{(\w+)(?::(\d+))?\}")
