"""Pictures of directions on landscapes of two weights: slopes all around, and ways downhill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from course.descent import angle_to_minimum
from course.figures.contours import PALE, draw_contours
from course.figures.style import COLORS, INK, Picture, line_style, mark_style, panels
from course.landscapes import Landscape


def hill_and_map(landscape: Landscape, at, *, title: str = "") -> Picture:
    """Draw a landscape of two weights twice, as a hill and as a map, with one place on both."""
    picture, (flat, right) = panels(2, width=9.5, height=4.2)
    flat.remove()
    left = picture.add_subplot(1, 2, 1, projection="3d", computed_zorder=False)
    (x_low, x_high), (y_low, y_high) = landscape.view
    x, y = np.meshgrid(np.linspace(x_low, x_high, 40), np.linspace(y_low, y_high, 40))
    height = landscape(np.stack([x, y], axis=-1))
    left.plot_surface(x, y, height, cmap=PALE, edgecolor=INK, linewidth=0.2, alpha=0.75)
    (w1, w2), loss = at, float(landscape(np.asarray(at, dtype=float)))
    left.plot([w1, w1], [w2, w2], [0, loss], color=INK, linestyle=":", linewidth=1.5)
    left.plot([w1], [w2], [loss], "o", color=INK, markersize=7)
    left.plot([w1], [w2], [0], "o", color="white", markeredgecolor=INK, markersize=7)
    left.set_xlabel("weight w1")
    left.set_ylabel("weight w2")
    left.set_zlabel("loss")
    left.set_zlim(0, None)
    left.view_init(elev=28, azim=-60)
    left.set_title("as a hill: the height is the loss")
    draw_contours(right, landscape, equal=True, even=True)
    right.plot(w1, w2, "o", color="white", markeredgecolor=INK, markersize=8)
    right.set_title("as a map: each line has one loss")
    picture.suptitle(title)
    return picture.described(
        f"{title}. Left: {landscape.formula} as a surface over the plane of the two weights, with "
        f"a dot on it above ({w1:g}, {w2:g}), at loss {loss:g}; a dotted line leads down to "
        f"the same place in the plane, a white circle. Right: the plane seen from above, with "
        f"lines at equal steps of the loss around the minimum, a star, and the same white circle. "
        f"The lines are closer where the hill is steeper."
    )


def slopes_around(
    landscape: Landscape, at, marked: Mapping[str, Sequence[float]], *, title: str = ""
) -> Picture:
    """Draw the slope of a landscape of two weights at one place, in every direction.

    Args:
        landscape: Where to measure.
        at: The place, shape (2,).
        marked: Directions to mark, each a vector (2,) of any length above 0, by its name.
        title: What stands above the picture.
    """
    picture, (left, right) = panels(2, width=9.5, height=4.2)
    at = np.asarray(at, dtype=float)
    gradient = np.asarray(landscape.gradient(at), dtype=float)
    reach = 2.0
    view = [(float(w) - 1.7 * reach, float(w) + 1.7 * reach) for w in at]
    draw_contours(left, landscape, view=view, equal=True, even=True)
    degrees = np.arange(-180.0, 180.5, 0.5)
    slopes = _unit(degrees) @ gradient
    right.plot(degrees, slopes, color=INK)
    right.axhline(0, color=INK, linewidth=0.8)
    told = []
    for i, (label, vector) in enumerate(marked.items()):
        angle = float(np.degrees(np.arctan2(vector[1], vector[0])))
        ahead = _unit(angle)
        # Rounded, so that no rounding error gives a zero a minus sign.
        slope = round(float(ahead @ gradient), 6) + 0.0
        _arrow(left, at, reach * ahead, COLORS[i % len(COLORS)])
        left.annotate(label, at + 1.08 * reach * ahead, **_beside(ahead), fontsize=9)
        right.plot(angle, slope, linestyle="", markersize=8, **mark_style(i))
        # Where the slope still grows with the angle, the curve leaves room on the left.
        growing = float(_unit(angle + 90) @ gradient) > 0.1 * np.linalg.norm(gradient)
        right.annotate(
            f"{label}: {slope:.1f}",
            (angle, slope),
            xytext=(-8 if growing else 8, 4 if slope >= 0 else -12),
            textcoords="offset points",
            ha="right" if growing else "left",
            fontsize=9,
        )
        told.append(f"{label}, at {angle:.1f} degrees: {slope:.2f}")
    left.plot(*at, "o", color="white", markeredgecolor=INK, markersize=8)
    right.set_xticks(range(-180, 181, 90))
    right.set_xlim(-180, 180)
    low, high = slopes.min(), slopes.max()
    right.set_ylim(low - 0.15 * (high - low), high + 0.15 * (high - low))
    right.set_xlabel("direction in degrees: 0 along w1, 90 along w2")
    right.set_ylabel("slope in that direction")
    picture.suptitle(title)
    return picture.described(
        f"{title}. Left: the map around ({at[0]:g}, {at[1]:g}) with an arrow for each marked "
        f"direction. Right: the slope in every direction, one wave from {low:.2f} to {high:.2f} "
        f"that crosses zero twice. Slopes of the marked directions: " + "; ".join(told) + "."
    )


def ways_down(places: Sequence[tuple[Landscape, Sequence[float]]], *, title: str = "") -> Picture:
    """Draw the negative gradient beside the straight way to the minimum, one place a panel."""
    picture, axes = panels(len(places), width=3.4 * len(places), height=3.6)
    told = []
    for ax, (landscape, at) in zip(np.atleast_1d(axes), places, strict=True):
        at = np.asarray(at, dtype=float)
        minimum = landscape.minima[0]
        angle = angle_to_minimum(landscape, at)
        downhill = -landscape.gradient(at)
        middle = (at + minimum) / 2
        half = 0.75 * float(np.max(np.abs(minimum - at))) + 0.5
        draw_contours(
            ax, landscape, view=[(m - half, m + half) for m in middle], equal=True, even=True
        )
        ax.plot(*zip(at, minimum, strict=True), **line_style(1))
        length = min(0.45, 0.9 * float(np.linalg.norm(minimum - at)) / half) * half
        _arrow(ax, at, length * downhill / np.linalg.norm(downhill), COLORS[0])
        ax.plot(*at, "o", color="white", markeredgecolor=INK, markersize=7)
        ax.set_title(f"{landscape.name}\nangle {angle:.1f}°")
        told.append(
            f"{landscape.name} at ({at[0]:g}, {at[1]:g}): they are {angle:.1f} degrees apart"
        )
    picture.suptitle(title)
    return picture.described(
        f"{title}. On each map a solid arrow shows the negative gradient, a dashed line the "
        f"straight way to the minimum, a star. " + "; ".join(told) + "."
    )


def rate_factors(curvatures: Sequence[float], *, title: str = "") -> Picture:
    """Draw |1 − lr·c|, the part of the distance that one step leaves, for each curvature c.

    The rate 2/(smallest + largest) makes the largest of them as small as it can be, and beyond
    2/largest that largest one is above 1.
    """
    picture, axes = panels(width=7.5, height=3.8)
    low, high = float(min(curvatures)), float(max(curvatures))
    best, limit = 2 / (low + high), 2 / high
    rates = np.linspace(0, 1.2 * limit, 600)
    factors = np.abs(1 - rates * np.asarray(curvatures, dtype=float)[:, None])
    axes.plot(
        rates, factors.max(axis=0), color=INK, alpha=0.35, linewidth=6, label="the larger of them"
    )
    for i, curvature in enumerate(curvatures):
        axes.plot(rates, factors[i], label=f"curvature {curvature:g}", **line_style(i))
    left = (high - low) / (high + low)
    axes.plot(best, left, "o", color="white", markeredgecolor=INK, markersize=9)
    axes.annotate(
        f"best rate {best:.4f}\nleaves {left:.3f}",
        (best, left),
        xytext=(6, 14),
        textcoords="offset points",
        ha="right",
        fontsize=9,
    )
    axes.axvline(limit, color=INK, linewidth=1, linestyle=":")
    axes.annotate(
        f" limit {limit:g}", (limit, 0.03), ha="left", va="bottom", fontsize=9, color=INK
    )
    axes.axhline(1, color=INK, linewidth=0.8)
    axes.set_xlim(0, rates[-1])
    axes.set_ylim(0, 1.4)
    axes.set_xlabel("learning rate")
    axes.set_ylabel("part of the distance left by one step")
    axes.set_title(title)
    axes.legend(loc="lower left")
    told = " and ".join(f"{curvature:g}" for curvature in curvatures)
    return picture.described(
        f"{title}. Part of the distance that one step leaves, against the learning rate, for the "
        f"curvatures {told}. The larger of them is smallest, {left:.4f}, at rate {best:.4f}; "
        f"above {limit:g} it is above 1."
    )


def _unit(degrees) -> np.ndarray:
    """Return the vectors of length 1 in these directions, shape (..., 2)."""
    radians = np.radians(degrees)
    return np.stack([np.cos(radians), np.sin(radians)], axis=-1)


def _beside(direction) -> dict:
    """Return the alignment of a text that stands beyond the tip of an arrow."""
    across, up = direction
    return {
        "ha": "left" if across > 0.4 else "right" if across < -0.4 else "center",
        "va": "bottom" if up > 0.4 else "top" if up < -0.4 else "center",
    }


def _arrow(axes, at, vector, color: str) -> None:
    axes.annotate(
        "",
        xy=np.asarray(at) + vector,
        xytext=at,
        arrowprops={"arrowstyle": "-|>", "color": color, "linewidth": 2, "shrinkA": 0},
    )
