"""Pictures of mini-batches: their noise, their walks, and what it costs to reach a loss."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from course.figures.style import INK, Picture, line_style, mark_style, panels


def gradient_clouds(groups: Mapping[str, np.ndarray], full, *, title: str = "") -> Picture:
    """Draw gradients of two weights as clouds: a panel for each group, all to one scale.

    Args:
        groups: Names and gradients (k, 2).
        full: The gradient of all examples, shape (2,).
        title: The title of the picture.
    """
    picture, axes = panels(len(groups), width=4.4 * len(groups), height=4.0)
    every = np.concatenate([*groups.values()])
    low, high = every.min(axis=0), every.max(axis=0)
    edge = 0.06 * (high - low)
    told = []
    for i, (axis, (label, cloud)) in enumerate(
        zip(np.atleast_1d(axes), groups.items(), strict=True)
    ):
        axis.plot(*np.transpose(cloud), linestyle="", alpha=0.5, markersize=4, **mark_style(i))
        axis.plot(*full, "*", color=INK, markersize=14, label="gradient of all examples")
        axis.set_xlim(low[0] - edge[0], high[0] + edge[0])
        axis.set_ylim(low[1] - edge[1], high[1] + edge[1])
        axis.set_title(label)
        axis.set_xlabel("slope for w")
        off = np.sqrt(np.mean(np.sum((cloud - full) ** 2, axis=1)))
        told.append(f"{label}: {len(cloud)} dots, typically {off:.3g} away from the star")
    np.atleast_1d(axes)[0].set_ylabel("slope for b")
    np.atleast_1d(axes)[0].legend(loc="upper left")
    picture.suptitle(title)
    return picture.described(
        f"{title}. A star marks the gradient of all examples, ({full[0]:.4g}, {full[1]:.4g}). "
        + "; ".join(told)
        + "."
    )


def gradient_noise(sizes: Sequence[int], exact, measured, *, title: str = "") -> Picture:
    """Draw how far a batch's gradient is off against the batch size, both on log scales.

    Args:
        sizes: Batch sizes, the first one 1.
        exact: The noise worked out, shape (len(sizes),).
        measured: The same from drawn batches.
        title: The title of the picture.
    """
    picture, axes = panels(width=7.0)
    exact, measured = np.asarray(exact), np.asarray(measured)
    rule = exact[0] / np.sqrt(sizes)
    axes.plot(sizes, rule, label="noise of one example, over √batch size", **line_style(1))
    axes.plot(sizes, exact, label="exact, no example twice in a batch", **line_style(0))
    axes.plot(sizes, measured, "o", color=INK, markersize=6, label="measured on drawn batches")
    axes.set_xscale("log", base=2)
    axes.set_yscale("log")
    axes.set_xticks(sizes, [str(size) for size in sizes])
    axes.set_xlabel("examples in the batch (log scale)")
    axes.set_ylabel("noise of the gradient\n(log scale)")
    axes.set_title(title)
    axes.legend()
    worst = float(np.max(np.abs(measured / np.where(exact > 0, exact, np.inf) - (exact > 0))))
    larger = "is above the exact 0"
    if exact[-1] > 0:
        larger = f"is {rule[-1] / exact[-1]:.3g} times as high as the exact noise"
    told = ", ".join(f"{noise:.3g} for {size}" for size, noise in zip(sizes, exact, strict=True))
    return picture.described(
        f"{title}. Noise falls with the batch size: {told}. The dashed line, the noise of one "
        f"example over the root of the batch size, {larger} at the largest batch. "
        f"The measured dots lie within {worst:.1%} of the exact line."
    )


def cost_of_batches(
    sizes: Sequence[int], rates: Sequence[float], evaluations, steps, *, title: str = ""
) -> Picture:
    """Draw what it costs to reach a loss: over the rates of a sweep, and at the best rates.

    Args:
        sizes: Batch sizes.
        rates: Learning rates.
        evaluations: Gradients of single examples until there, (sizes, rates); infinite if never.
        steps: Steps until there, of the same shape.
        title: The title of the picture.
    """
    picture, (left, right) = panels(2, width=10.0, height=4.0)
    evaluations, steps = np.asarray(evaluations, dtype=float), np.asarray(steps, dtype=float)
    shown = np.where(np.isfinite(evaluations), evaluations, np.nan)
    for i, size in enumerate(sizes):
        style = mark_style(i) | line_style(i)
        left.plot(rates, shown[i], label=f"batch {size}", markersize=5, linewidth=1.2, **style)
    best = np.argmin(evaluations, axis=1)
    rows = np.arange(len(sizes))
    for i, (label, cost) in enumerate({"examples": evaluations, "steps": steps}.items()):
        style = mark_style(i) | line_style(i)
        right.plot(sizes, cost[rows, best], label=label, markersize=7, **style)
    left.set_xscale("log")
    left.set_xlabel("learning rate (log scale)")
    left.set_ylabel("examples looked at (log scale)")
    left.set_title("the sweep")
    right.set_xscale("log", base=4)
    right.set_xticks(sizes, [str(size) for size in sizes])
    right.set_xlabel("batch size (log scale)")
    right.set_ylabel("cost at the best rate (log scale)")
    right.set_title("each batch size at its best rate")
    for axis in (left, right):
        axis.set_yscale("log")
        axis.legend(fontsize=8)
    picture.suptitle(title)
    told = "; ".join(
        f"batch {size}: {evaluations[i, k]:.0f} examples, {steps[i, k]:.0f} steps at rate "
        f"{rates[k]:g}"
        for i, (size, k) in enumerate(zip(sizes, best, strict=True))
    )
    return picture.described(
        f"{title}. Left: examples looked at against learning rate, a line for each batch size. "
        f"Right: what each costs at its best rate: from the smallest batch to the largest, "
        f"{_change(evaluations[rows, best])} examples and {_change(steps[rows, best])} steps. "
        f"{told}."
    )


def _change(costs: np.ndarray) -> str:
    """Return "150 to 8000", and whether that is both up and down."""
    ways = np.diff(costs)
    both = np.any(ways > 0) and np.any(ways < 0)
    steady = ", not one way all along," if both else ""
    return f"{costs[0]:.0f} to {costs[-1]:.0f}{steady}"
