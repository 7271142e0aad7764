"""Kinds of input on which an answer can go wrong while it is right on all others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from course.checks.compare import is_whole

Named = Mapping[str, Any]


@dataclass(frozen=True)
class Feature:
    """A kind of input.

    Attributes:
        where: The kind in words, such as "where a number is a whole one".
        has: Whether a call's arguments, by name, are of this kind.
    """

    where: str
    has: Callable[[Named], bool]


def _arrays(named: Named) -> list[np.ndarray]:
    return [value for value in named.values() if isinstance(value, np.ndarray)]


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float, np.number)) and not isinstance(value, bool)


def _starts(named: Named) -> list[Any]:
    """Return what is worked with (not counts, whose names say so): numbers and arrays."""
    return [v for k, v in named.items() if k not in COUNTS and (
        _is_number(v) or isinstance(v, np.ndarray)
    )]  # fmt: skip


COUNTS = frozenset({"steps", "epochs", "batch_size", "t", "T", "every", "n"})


def _any(test: Callable[[Any], bool]) -> Callable[[Named], bool]:
    return lambda named: any(bool(test(value)) for value in _starts(named))


def _none(test: Callable[[Any], bool]) -> Callable[[Named], bool]:
    return lambda named: not any(bool(test(value)) for value in _starts(named))


def _below_zero(value: Any) -> bool:
    return bool(np.any(np.asarray(value) < 0))


def _zero(value: Any) -> bool:
    return bool(np.any(np.asarray(value) == 0))


def _short_batch(named: Named) -> bool:
    size, x = named.get("batch_size"), named.get("x")
    return bool(size and x is not None and len(x) % size)


FEATURES: tuple[Feature, ...] = (
    Feature(
        "where a whole number (3, not 3.0) is given: does an array made from it keep what stands "
        "after the point?",
        _any(is_whole),
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
    Feature("where something is below zero", _any(_below_zero)),
    Feature("where nothing is below zero", _none(_below_zero)),
    Feature("where something is exactly zero", _any(_zero)),
    Feature("where nothing is zero", _none(_zero)),
    Feature("in the first step (t = 1)", lambda named: named.get("t") == 1),
    Feature("after the first step (t > 1)", lambda named: named.get("t", 1) > 1),
    Feature("where no step is taken at all", lambda named: named.get("steps") == 0),
    Feature("where more than one step is taken", lambda named: named.get("steps", 0) > 1),
    Feature("as soon as a step is taken", lambda named: named.get("steps", 0) > 0),
    Feature("in the first row only (t = 0)", lambda named: named.get("t") == 0),
    Feature("where `t` is not 0", lambda named: named.get("t", 0) != 0),
)
