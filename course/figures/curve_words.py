"""A curve in words, for those who do not see it: what it begins and ends with, and what is odd."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

# Two numbers are alike when they differ by less than this part; a curve is level from where all
# that follows stays within this part of its end.
ALIKE, LEVEL = 1e-6, 0.01


def curve_words(curve: Sequence[float], *, first: int = 0) -> str:
    """Return "from 3 to 1", with the peak, the dip and where it stays level, if there are any.

    Args:
        curve: Numbers step by step; those that are not finite cannot be drawn.
        first: The number of the first step.
    """
    curve = np.asarray(curve, dtype=float)
    end = f"{curve[-1]:.4g}" if np.isfinite(curve[-1]) else "more than can be drawn"
    told = [f"from {curve[0]:.4g} to {end}"]
    seen = np.where(np.isfinite(curve), curve, np.nan)
    if np.all(np.isnan(seen)):
        return told[0]
    ends = (curve[0], curve[-1])
    room = LEVEL * float(np.nanmax(seen) - np.nanmin(seen))
    for word, at, beyond in (
        ("highest", int(np.nanargmax(seen)), np.nanmax(seen) > max(ends) + room),
        ("lowest", int(np.nanargmin(seen)), np.nanmin(seen) < min(ends) - room),
    ):
        if beyond:
            told.append(f"{word} {curve[at]:.4g} at step {first + at}")
    still = level_from(curve)
    if still is not None:
        told.append(f"level from step {first + still} on")
    return ", ".join(told)


def level_from(curve: Sequence[float]) -> int | None:
    """Return from where on a curve stays as high as it ends, if that is half of it or more."""
    curve = np.asarray(curve, dtype=float)
    if len(curve) < 4 or not np.isfinite(curve[-1]):
        return None
    with np.errstate(invalid="ignore"):
        off = ~(np.abs(curve - curve[-1]) <= LEVEL * np.abs(curve[-1]))
    start = int(np.flatnonzero(off)[-1]) + 1 if off.any() else 0
    return start if start <= len(curve) // 2 else None


def curves_words(curves: Mapping[str, Sequence[float]], *, first: int = 0) -> str:
    """Return all curves in words; one that runs as another does is said to."""
    told, before = [], {}
    for label, curve in curves.items():
        curve = np.asarray(curve, dtype=float)
        twin = next((name for name, other in before.items() if _alike(curve, other)), None)
        before[label] = curve
        alike = f", the same curve as {twin}" if twin else ""
        told.append(f"{label}: {curve_words(curve, first=first)}{alike}")
    return "; ".join(told)


def _alike(one: np.ndarray, other: np.ndarray) -> bool:
    return len(one) == len(other) and np.allclose(one, other, rtol=ALIKE, atol=0, equal_nan=True)
