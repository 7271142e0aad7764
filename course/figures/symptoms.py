"""Pictures of what goes wrong in a run: loss curves to diagnose, and clipped gradients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from course.figures.style import COLORS, INK, Picture, line_style, panels, panels_by_step

# The highest loss that is drawn, where each begins at 1.
TOP = 2.2


def loss_panels(curves: Mapping[str, Sequence[float]], *, title: str = "") -> Picture:
    """Draw loss curves that begin at 1, each in a panel of its own, all on one scale.

    The alternative text gives values of each curve, in pairs of steps, so that it can be read
    instead.
    """
    picture, each = panels_by_step(len(curves), "loss (start = 1)")
    told = []
    for axes, (label, curve) in zip(each, curves.items(), strict=True):
        curve = np.asarray(curve, dtype=float)
        axes.plot(curve, color=COLORS[0], linewidth=1.3)
        axes.axhline(0, color=INK, linewidth=0.8, linestyle=":")
        axes.set_ylim(-0.08 * TOP, TOP)
        axes.set_title(label)
        first = np.linspace(0, len(curve) - 2, 4).astype(int)
        at = np.stack([first, first + 1], axis=-1).ravel()
        told.append(f"{label}: " + ", ".join(f"{curve[step]:.2f}" for step in at))
    picture.suptitle(title)
    steps = ", ".join(str(step) for step in at)
    return picture.described(
        f"{title}. One panel for each curve, steps against loss, the loss from 0 to {TOP:g}. "
        f"Losses after {steps} steps: " + "; ".join(told) + "."
    )


def clipped_arrows(
    gradient: Sequence[float],
    clipped: Mapping[str, Sequence[float]],
    limit: float,
    title: str = "",
) -> Picture:
    """Draw a gradient of two entries and what clipping makes of it.

    Args:
        gradient: The gradient, shape (2,).
        clipped: For each kind of clipping, what is left, shape (2,).
        limit: The largest norm, drawn as a circle, and the largest entry, drawn as a square.
        title: What stands above the picture.
    """
    picture, axes = panels(width=7.5, height=4.0)
    turn = np.linspace(0, 2 * np.pi, 200)
    axes.plot(limit * np.cos(turn), limit * np.sin(turn), color=INK, linewidth=1)
    corners = limit * np.array([[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]])
    axes.plot(*corners.T, color=INK, linewidth=1, linestyle=":")
    told = []
    gradient = np.asarray(gradient, dtype=float)
    for i, (label, arrow) in enumerate({"the gradient": gradient, **clipped}.items()):
        arrow = np.asarray(arrow, dtype=float)
        style = line_style(i)
        axes.plot([0, arrow[0]], [0, arrow[1]], linewidth=2, **style, zorder=5 + i)
        axes.plot(*arrow, "os^D"[i % 4], color=style["color"], markersize=8, zorder=5 + i)
        length = float(np.linalg.norm(arrow))
        degrees = float(np.degrees(np.arctan2(arrow[1], arrow[0])))
        axes.plot([], [], marker="os^D"[i % 4], label=f"{label}: {degrees:.1f}°", **style)
        told.append(
            f"{label}: ({arrow[0]:.2f}, {arrow[1]:.2f}), length {length:.2f}, at "
            f"{degrees:.1f} degrees"
        )
    axes.set_aspect("equal")
    axes.set_xlabel("entry for w1")
    axes.set_ylabel("entry for w2")
    axes.set_title(title)
    axes.legend(loc="upper right")
    return picture.described(
        f"{title}. Arrows from the middle of a circle of radius {limit:g} and of a square with "
        f"that half side. " + "; ".join(told) + "."
    )
