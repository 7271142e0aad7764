"""Pictures of places where a walk gets stuck: flat places, basins, saddles, and noise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.colors import ListedColormap

from course.descent import Path
from course.figures.contours import PALE, draw_contours
from course.figures.curves import draw_curve
from course.figures.style import COLORS, INK, Picture, legend_below, line_style, mark_style, panels
from course.landscapes import Landscape

# From dark to light, so that grey tells them apart as well.
SHADES = ("#7FA8C9", "#F0B27A", "#CDE3B8", "#F7F3C8", "#FFFFFF")


def flat_places(places: Mapping[str, tuple[Landscape, float]], *, title: str = "") -> Picture:
    """Draw places of slope zero (or nearly), a panel for each, with a level line through them."""
    picture, axes = panels(len(places), width=3.3 * len(places), height=3.2)
    told = []
    for i, (label, (landscape, w)) in enumerate(places.items()):
        draw_curve(axes[i], landscape)
        low, high = landscape.view[0]
        reach = (high - low) / 8
        loss = float(landscape(w))
        axes[i].plot([w - reach, w + reach], [loss, loss], color=COLORS[1], linewidth=2.5)
        axes[i].plot(w, loss, "o", color=INK, markersize=7)
        axes[i].set_title(label)
        bend = float(landscape.curvature(w))
        ways = "down on both sides" if bend < 0 else "up on both sides"
        if abs(bend) < 1e-3:
            ways = "neither up nor down to speak of"
        told.append(f"{label}: at w = {w:.4g} on {landscape.formula}, from there it goes {ways}")
    for ax in axes[1:]:
        ax.set_ylabel("")
    picture.suptitle(title)
    return picture.described(
        f"{title}. A panel for each place, with a dot on the curve and a level line through it. "
        + "; ".join(told)
        + "."
    )


def basin_maps(paths: Sequence[Path], *, title: str = "") -> Picture:
    """Draw where a grid of starts leads, a panel for each landscape of two weights.

    Args:
        paths: Runs from a grid of starts, shape (rows, columns, 2), first weight along columns.
        title: What stands above the picture.

    Starts that lead to a deepest minimum have a shade for each of these minima, all others have
    none.
    """
    picture, axes = panels(len(paths), width=4.8 * len(paths), height=4.4)
    told = []
    for ax, path in zip(np.atleast_1d(axes), paths, strict=True):
        minima = np.array(path.landscape.minima)
        heights = path.landscape(minima)
        deepest = minima[heights < heights.min() + 1e-9]
        away = np.linalg.norm(path.final[..., None, :] - minima, axis=-1)
        found = np.minimum(np.argmin(away, axis=-1), len(deepest))
        starts = path.weights[0]
        # With all minima among the deepest there is no start that leads elsewhere.
        classes = len(deepest) + (len(deepest) < len(minima))
        shades = [*SHADES[: len(deepest)], "none"]
        ax.pcolormesh(
            starts[0, :, 0],
            starts[:, 0, 1],
            found,
            cmap=ListedColormap(shades[:classes]),
            vmin=-0.5,
            vmax=classes - 0.5,
            rasterized=True,
        )
        ax.contour(
            starts[0, :, 0],
            starts[:, 0, 1],
            path.landscape(starts),
            10,
            colors=INK,
            linewidths=0.4,
        )
        for i, minimum in enumerate(deepest):
            ax.plot(*minimum, markersize=9, color=INK, marker="os^D"[i % 4])
        others = minima[len(deepest) :]
        if len(others):
            ax.plot(*others.T, ".", color=INK, markersize=4)
        ax.set_title(path.landscape.name)
        ax.set_xlabel("weight w1")
        ax.set_ylabel("weight w2")
        ax.set_aspect("equal")
        ax.grid(False)
        shares = ", ".join(
            f"{np.mean(found == i):.0%} lead to ({w[0]:.2f}, {w[1]:.2f})"
            for i, w in enumerate(deepest)
        )
        told.append(f"{path.landscape.name}, {found.size} starts: {shares}")
    picture.suptitle(title)
    return picture.described(
        f"{title}. Each map shows where walks begin; starts of one shade lead to the same of the "
        f"deepest minima, which have large marks, and starts without a shade lead to a higher "
        f"one. " + ". ".join(told) + "."
    )


def saddle_shape(landscape: Landscape, *, title: str = "") -> Picture:
    """Draw a saddle as a surface and as a map; its first weight runs along the horse's back."""
    picture, (flat, right) = panels(2, width=9.5, height=4.4)
    flat.remove()
    left = picture.add_subplot(1, 2, 1, projection="3d")
    (x_low, x_high), (y_low, y_high) = landscape.view
    x, y = np.meshgrid(np.linspace(x_low, x_high, 40), np.linspace(y_low, y_high, 40))
    height = landscape(np.stack([x, y], axis=-1))
    left.plot_surface(x, y, height, cmap=PALE, edgecolor=INK, linewidth=0.2, alpha=0.7)
    along, across = np.linspace(x_low, x_high, 60), np.linspace(y_low, y_high, 60)
    for i, line in enumerate(
        (np.stack([along, 0 * along], axis=-1), np.stack([0 * across, across], axis=-1))
    ):
        left.plot(*line.T, landscape(line), zorder=10, **line_style(i))
        right.plot(*line.T, **line_style(i), label=("along the horse", "to the sides")[i])
    left.plot([0], [0], [float(landscape(np.zeros(2)))], "o", color=INK, markersize=6, zorder=11)
    right.plot(0, 0, "o", color=INK, markersize=6)
    for label, (u, v), lift in (
        ("front", (x_high, 0.0), 0.35),
        ("back", (x_low, 0.0), 0.35),
        ("side", (0.0, y_low), -0.75),
        ("side", (0.0, y_high), -0.75),
    ):
        left.text(u, v, float(landscape(np.array([u, v]))) + lift, label, ha="center", zorder=12)
    left.set_xlabel("weight w1")
    left.set_ylabel("weight w2")
    left.set_zlabel("loss")
    # With more numbers than these, those of an axis that is seen from its end lie on each other.
    left.locator_params(axis="both", nbins=4)
    left.view_init(elev=24, azim=-58)
    left.set_title("as a surface")
    draw_contours(right, landscape, equal=True)
    legend_below(right, fontsize=8, ncols=2)
    right.set_title("as a map: light is low")
    picture.suptitle(title)
    ends = np.array([[x_high, 0.0], [0.0, y_high]])
    up, down = landscape(ends)
    return picture.described(
        f"{title}. Left: {landscape.formula} as a surface like a saddle; right: the same as a map "
        f"of lines of equal loss. The dot in the middle has loss "
        f"{float(landscape(np.zeros(2))):g}. A solid line along w1, the horse's back, rises to "
        f"loss {up:g} at the front and at the back; a dashed line along w2 falls to {down:g} at "
        f"both sides."
    )


def leaving_walks(
    paths: Mapping[str, Path], losses: tuple[float, float], *, title: str = ""
) -> Picture:
    """Draw walks on a map of two weights, and their losses between two bounds beside it."""
    picture, (left, right) = panels(2, width=9.5, height=4.2)
    first = next(iter(paths.values()))
    draw_contours(left, first.landscape, equal=True)
    told = []
    for i, (label, path) in enumerate(paths.items()):
        left.plot(*path.weights.T, linewidth=1, markersize=4, label=label, **mark_style(i))
        left.plot(*path.weights[0], "o", color="white", markeredgecolor=INK, markersize=8)
        right.plot(path.losses, label=label, **line_style(i))
        below = path.losses < losses[0]
        when = f"below {losses[0]:g} from step {np.argmax(below)} on"
        told.append(f"{label}: {when if below.any() else f'ends at {path.losses[-1]:.2g}'}")
    right.set_ylim(*losses)
    right.set_xlabel("step")
    right.set_ylabel("loss")
    right.legend(loc="upper right", fontsize=8)
    picture.suptitle(title)
    return picture.described(
        f"{title}. Left: the walks on a map of {first.landscape.formula}, from the white circles. "
        f"Right: the loss of each step, from {losses[0]:g} to {losses[1]:g}. "
        + "; ".join(told)
        + "."
    )


def shares(
    x: Sequence[float],
    curves: Mapping[str, Sequence[float]],
    *,
    x_label: str,
    y_label: str,
    title: str = "",
) -> Picture:
    """Draw shares between 0 and 1 against a quantity, with a mark for each value."""
    picture, axes = panels(width=7.5)
    told = []
    for i, (label, curve) in enumerate(curves.items()):
        style = line_style(i) | mark_style(i)
        axes.plot(x, curve, label=label, markersize=7, **style)
        told.append(
            f"{label}: "
            + ", ".join(f"{share:.0%} at {at:g}" for at, share in zip(x, curve, strict=True))
        )
    axes.set_ylim(-0.05, 1.05)
    axes.set_yticks(np.linspace(0, 1, 5), [f"{share:.0%}" for share in np.linspace(0, 1, 5)])
    axes.set_xlabel(x_label)
    axes.set_ylabel(y_label)
    axes.set_title(title)
    axes.legend()
    return picture.described(f"{title}. {y_label} against {x_label}. " + "; ".join(told) + ".")
