"""Kinds of input on which an answer can go wrong while it is right on all others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from course.checks.compare import is_whole
from course.checks.exercise import LONG

Named = Mapping[str, Any]


@dataclass(frozen=True)
class Feature:
    """A kind of input.

    Attributes:
        where: The kind in words, such as "where a number is a whole one".
        has: Whether a call's arguments, by name, are of this kind.
        asks: What to look at, as a whole sentence.
        edge: Values of an argument near to where the kind ends, which few inputs have.
        without: Makes a number or an array one that is not of the kind; None where that would
            make it another question.
    """

    where: str
    has: Callable[[Named], bool]
    asks: str = ""
    edge: Mapping[str, tuple] = field(default_factory=dict)
    without: Callable[[Any], Any] | None = None


def _arrays(named: Named) -> list[np.ndarray]:
    return [value for value in named.values() if isinstance(value, np.ndarray)]


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float, np.number)) and not isinstance(value, bool)


def _starts(named: Named) -> list[Any]:
    """Return what is worked with (not counts, whose names say so): numbers and arrays."""
    return [v for k, v in named.items() if k not in COUNTS and (
        _is_number(v) or isinstance(v, np.ndarray)
    )]  # fmt: skip


STEPS: Mapping[str, tuple] = {"steps": (0, 1, 2)}
T: Mapping[str, tuple] = {"t": (0, 1, 2)}
COUNTS = frozenset({"steps", "epochs", "batch_size", "t", "T", "every", "n"})


def _any(test: Callable[[Any], bool]) -> Callable[[Named], bool]:
    return lambda named: any(bool(test(value)) for value in _starts(named))


def _below_zero(value: Any) -> bool:
    return bool(np.any(np.asarray(value) < 0))


def _zero(value: Any) -> bool:
    return bool(np.any(np.asarray(value) == 0))


def _long(value: Any) -> bool:
    return bool(np.ndim(value) and np.max(np.abs(value), initial=0) >= LONG)


def _short_batch(named: Named) -> bool:
    size, x = named.get("batch_size"), named.get("x")
    return bool(size and x is not None and len(x) % size)


FEATURES: tuple[Feature, ...] = (
    Feature(
        "where a whole number (3, not 3.0) is given",
        _any(is_whole),
        "Does an array made from it keep what stands after the point?",
        without=lambda value: value + 0.0 if is_whole(value) else value,
    ),
    Feature("where arrays are given, not single numbers", lambda named: bool(_arrays(named))),
    Feature("where single numbers are given, not arrays", lambda named: not _arrays(named)),
    Feature(
        "where an array has more than one row",
        lambda named: any(a.ndim > 1 and len(a) > 1 for a in _arrays(named)),
    ),
    Feature("where a table is given", lambda named: any(a.ndim > 1 for a in _arrays(named))),
    Feature("where the last batch is short", _short_batch),
    Feature("where the batches divide the rows", lambda named: not _short_batch(named)),
    Feature("where something is below zero", _any(_below_zero), without=abs),
    Feature(
        "where something is exactly zero",
        _any(_zero),
        without=lambda value: np.where(np.equal(value, 0), 1, value)[()],
    ),
    Feature("in the first step (t = 1)", lambda named: named.get("t") == 1, edge=T),
    Feature("after the first step (t > 1)", lambda named: named.get("t", 1) > 1, edge=T),
    Feature("where no step is taken at all", lambda named: named.get("steps") == 0, edge=STEPS),
    Feature(
        "where more than one step is taken", lambda named: named.get("steps", 0) > 1, edge=STEPS
    ),
    Feature("as soon as a step is taken", lambda named: named.get("steps", 0) > 0, edge=STEPS),
    Feature("in the first row only (t = 0)", lambda named: named.get("t") == 0, edge=T),
    Feature("where `t` is not 0", lambda named: named.get("t", 0) != 0, edge=T),
    Feature(
        f"where an array holds large numbers ({LONG} or more)",
        _any(_long),
        "Is there a limit in your code that nobody asked for?",
        without=lambda value: value / np.max(np.abs(value)) if _long(value) else value,
    ),
)
