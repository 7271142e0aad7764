"""Curves and walks in words, for those who do not see them: both ends, and what is odd."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from course.descent import REAL, Path

# Two numbers are alike when they differ by less than this part; a curve is level from where all
# that follows stays within this part of its end. A peak or a dip is told where it goes beyond both
# ends by a part of the curve's height: a larger part on a log scale, where noise looks larger.
ALIKE, LEVEL, LOG_LEVEL = 1e-6, 0.01, 0.1
# A walk that turns back so often does not do so by chance.
SOME = 3


def curve_words(
    curve: Sequence[float], *, first: int = 0, log: bool = False, along: str = "step"
) -> str:
    """Return "from 3 to 1", with the peak, the dip and where it stays level, if there are any.

    Args:
        curve: Numbers step by step; those that are not finite cannot be drawn.
        first: The number of the first step.
        log: Whether it is drawn on a log scale, where a dip from 1 to 1e-9 is a deep one.
        along: What is counted, such as "epoch".
    """
    curve = np.asarray(curve, dtype=float)
    end = f"{curve[-1]:.4g}" if np.isfinite(curve[-1]) else "more than can be drawn"
    told = [f"from {curve[0]:.4g} to {end}"]
    drawn = curve[np.isfinite(curve)]
    # Of a straight level line rounding alone makes a highest and a lowest place.
    moves = len(drawn) and np.ptp(drawn) > ALIKE * np.max(np.abs(drawn))
    scales = [(curve, LEVEL)] if moves else []
    if log and moves:
        with np.errstate(all="ignore"):
            scales.append((np.log10(curve), LOG_LEVEL))
    for word, sign in (("highest", 1), ("lowest", -1)):
        at = int(np.argmax(np.where(np.isfinite(curve), sign * curve, -np.inf)))
        if any(_stands_out(sign * heights, at, part) for heights, part in scales):
            told.append(f"{word} {curve[at]:.4g} at {along} {first + at}")
    still = level_from(curve)
    if still is not None:
        told.append(f"level from {along} {first + still} on")
    return ", ".join(told)


def _stands_out(heights: np.ndarray, at: int, part: float) -> bool:
    """Return whether a place is higher than both ends by that part of the whole height."""
    drawn = heights[np.isfinite(heights)]
    room = part * float(np.ptp(drawn)) if len(drawn) else 0.0
    return bool(heights[at] > max(heights[0], heights[-1]) + room)


def level_from(curve: Sequence[float]) -> int | None:
    """Return from where on a curve stays as high as it ends, if that is half of it or more."""
    curve = np.asarray(curve, dtype=float)
    if len(curve) < 4 or not np.isfinite(curve[-1]):
        return None
    with np.errstate(invalid="ignore"):
        off = ~(np.abs(curve - curve[-1]) <= LEVEL * np.abs(curve[-1]))
    start = int(np.flatnonzero(off)[-1]) + 1 if off.any() else 0
    return start if start <= len(curve) // 2 else None


def curves_words(
    curves: Mapping[str, Sequence[float]],
    *,
    first: int = 0,
    log: bool = False,
    along: str = "step",
) -> str:
    """Return all curves in words; one that runs as another does is said to."""
    told, before = [], {}
    for label, curve in curves.items():
        curve = np.asarray(curve, dtype=float)
        twin = next((name for name, other in before.items() if _alike(curve, other)), None)
        before[label] = curve
        alike = f", the same curve as {twin}" if twin else ""
        told.append(f"{label}: {curve_words(curve, first=first, log=log, along=along)}{alike}")
    return "; ".join(told)


def _alike(one: np.ndarray, other: np.ndarray) -> bool:
    return len(one) == len(other) and np.allclose(one, other, rtol=ALIKE, atol=0, equal_nan=True)


def walk_words(path: Path) -> str:
    """Return what one walk on a curve does; one that rolls to and fro is not called smooth.

    Its steps turn back in fewer than half of the places, but the picture shows that they do.
    """
    does: str = path.behaviour
    if path.turns < SOME:
        return does
    return does.replace("smooth", f"turning back {path.turns} times")


def way_words(path: Path) -> str:
    """Return where one walk over two weights goes, and whether straight on or in a zigzag.

    It goes straight on if all its steps point the same way, and zigzags if at least half of its
    steps turn back. Fewer than that are counted, from `SOME` on.
    """
    here, there = (f"({w[0]:.4g}, {w[1]:.4g})" for w in (path.weights[0], path.final))
    moves = np.diff(path.weights, axis=0)
    with np.errstate(all="ignore"):
        lengths = np.linalg.norm(moves, axis=-1)
        real = lengths > REAL * np.max(lengths, initial=0.0)
        ahead = np.sum(moves * moves[0], axis=-1) / (lengths * lengths[0])
        straight = np.all(ahead[real] > 1 - ALIKE)
    if path.turns >= 0.5 * max(np.sum(real) - 1, 1):
        return f"in a zigzag from {here} to {there}"
    turns = f", turning back {path.turns} times" if path.turns >= SOME else ""
    return f"{'straight ' if straight and path.steps > 1 else ''}from {here} to {there}{turns}"
