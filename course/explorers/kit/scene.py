"""What an explorer shows: panels over tables of numbers and texts, picked by its controls.

An explorer is a description, not a program. Its tables have named axes. An axis with the name of
a control is picked at that control's position, so `Table(weights, ("rate", "step"))` beside a
slider "rate" and a slider "step" gives one weight, and gives a whole walk to a mark that is drawn
`along="step"`. Nothing is computed in the browser: log scales are tables of logarithms with ticks
that say what they mean.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest

import numpy as np

from course.explorers.kit.controls import Control, Number, Select, Slider
from course.explorers.kit.marks import Mark, Reference
from course.explorers.kit.packing import listed, plain
from course.explorers.kit.panels import Board, Panel
from course.explorers.kit.template import filled, minus


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
        told = (*self.tables.values(), *self.words.values())
        picked = {axis for one in told for axis in one.axes}
        for one in controls:
            if one.name in sizes and not getattr(one, "ask", False) and one.name not in picked:
                raise ValueError(f"no table has an axis for the {one.kind} {one.name!r}")
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

        return filled(template, texts, self.races, lambda name: self._number(name, at))

    def _number(self, name: str, at: Mapping[str, int]) -> np.float32:
        with np.errstate(over="ignore"):
            return np.float32(self.rows(name, Mark("point"), at)[0])

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
            spec["stands"] = listed(self.stands)
        return spec, b"".join(parts)


def _shown(control: Control, at: Mapping[str, int]) -> str:
    if isinstance(control, (Slider, Select)):
        return control.values[at.get(control.name, control.at)]
    if isinstance(control, Number):
        return minus(f"{control.value:.12g}")
    return getattr(control, "text", "")
