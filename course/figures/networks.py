"""Pictures of networks: images that they read, chains of slopes, gradients layer by layer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from course.figures.style import BLUE, INK, RED, Picture, line_style, mark_style, panels
from course.network import Activation

# How far from 0 activations are drawn, and of which z their alternative text tells the values.
FAR = 5.0
SIGNED = "dark is positive, light is negative, each image on a scale of its own"


def image_grid(
    images,
    labels: Sequence[str],
    *,
    title: str = "",
    columns: int = 10,
    signed: bool = False,
    told: str = "",
) -> Picture:
    """Draw small grey images in rows, each under its label.

    Args:
        images: Shape (n, height, width).
        labels: What stands above each image, n texts.
        title: The title of the picture.
        columns: How many images a row has.
        signed: Values below zero are lighter than the middle grey, those above are darker;
            otherwise 0 is white. The largest value of each image is black.
        told: What the alternative text says of the images, instead of their labels.
    """
    images = np.asarray(images, dtype=float)
    height, width = images.shape[1:]
    rows = -(-len(images) // columns)
    lines = 1 + max(label.count("\n") for label in labels)
    # One image and the room around it, in pixels: the labels stand above.
    across, down = 1.15 * width, (1.15 + 0.22 * lines) * height
    picture, axes = panels(width=0.85 * columns, height=0.4 + 0.85 * rows * down / across)
    # All in one panel: a panel for each image would take ten times as long to draw.
    for i, (image, label) in enumerate(zip(images, labels, strict=True)):
        left, bottom = (i % columns) * across, -(i // columns + 1) * down
        top = float(np.max(np.abs(image))) or 1.0
        box = (left, left + width, bottom, bottom + height)
        axes.imshow(image, cmap="gray_r", vmin=-top if signed else 0.0, vmax=top, extent=box)
        axes.plot(
            [box[0], box[1], box[1], box[0], box[0]],
            [box[2], box[2], box[3], box[3], box[2]],
            color=INK,
            linewidth=1,
        )
        middle = (left + width / 2, bottom + 1.05 * height)
        axes.text(*middle, label, ha="center", va="bottom", fontsize=10)
    axes.set_xlim(-0.02 * width, columns * across)
    axes.set_ylim(-rows * down - (0.5 if signed else 0.05) * height, 0)
    axes.set_axis_off()
    axes.set_title(title)
    words = [f"{title}. {len(images)} images of {height} by {width} pixels."]
    if signed:
        axes.text(0, -rows * down - 0.1 * height, SIGNED, ha="left", va="top", fontsize=9)
        words.append(f"In each image {SIGNED}.")
    names = ", ".join(label.replace("\n", " ") for label in labels)
    words.append(told or f"Their labels: {names}.")
    return picture.described(" ".join(words))


def chain_of_slopes(
    names: Sequence[str],
    values: Sequence[float],
    slopes: Sequence[float],
    links: Sequence[str],
    *,
    weights: Mapping[int, tuple[str, float, float]] | None = None,
    title: str = "",
) -> Picture:
    """Draw a chain of numbers: forward each value, backward the slope of the loss for each.

    Args:
        names: What the numbers are called, in the order of the computation.
        values: The numbers.
        slopes: How fast the last number changes with each.
        links: For each link, what the slope is multiplied by on the way back; one fewer.
        weights: The weight that a link uses, by the link's number, with its value and its slope:
            there a slope branches off.
        title: The title of the picture.
    """
    picture, axes = panels(width=9.0, height=3.0)
    for i, (name, value, slope) in enumerate(zip(names, values, slopes, strict=True)):
        axes.text(
            i,
            0,
            name,
            ha="center",
            va="center",
            fontsize=12,
            bbox={"boxstyle": "round,pad=0.5", "facecolor": "none", "edgecolor": INK},
        )
        axes.text(i, 0.62, f"{value:.4g}", ha="center", va="center", color=BLUE, fontsize=11)
        axes.text(i, -0.62, f"{slope:.4g}", ha="center", va="center", color=RED, fontsize=11)
    for i, link in enumerate(links):
        arrow = {"arrowstyle": "->", "linewidth": 1.5}
        forward, backward = {**arrow, "color": BLUE}, {**arrow, "color": RED, "linestyle": "--"}
        axes.annotate("", (i + 0.75, 0.1), (i + 0.25, 0.1), arrowprops=forward)
        axes.annotate("", (i + 0.25, -0.1), (i + 0.75, -0.1), arrowprops=backward)
        axes.text(i + 0.5, -0.32, link, ha="center", va="center", color=RED, fontsize=9)
    for i, (name, value, slope) in (weights or {}).items():
        down = {"arrowstyle": "->", "linewidth": 1.5, "color": RED, "linestyle": "--"}
        axes.annotate("", (i + 0.5, -1.0), (i + 0.5, -0.45), arrowprops=down)
        text = f"{name} = {value:.4g}\nslope {slope:.4g}"
        axes.text(i + 0.5, -1.05, text, ha="center", va="top", color=RED, fontsize=10)
    axes.text(-0.5, 0.62, "value", ha="right", va="center", color=BLUE)
    axes.text(-0.5, -0.62, "slope of\nthe loss", ha="right", va="center", color=RED)
    axes.set_xlim(-1.15, len(names) - 0.55)
    axes.set_ylim(-1.7 if weights else -1, 1)
    axes.set_axis_off()
    axes.set_title(title)
    told = "; ".join(
        f"{name}: value {value:.4g}, slope {slope:.4g}"
        for name, value, slope in zip(names, values, slopes, strict=True)
    )
    back = ", ".join(reversed(links))
    branches = "".join(
        f" At the link from {names[i]} to {names[i + 1]} a slope branches off, to {name}, which "
        f"is {value:.4g}: {slope:.4g}."
        for i, (name, value, slope) in (weights or {}).items()
    )
    return picture.described(
        f"{title}. A chain of {len(names)} boxes; values go forward, slopes come back. {told}. "
        f"On the way back the slope is multiplied by: {back}." + branches
    )


def activations(*shown: Activation, rates: bool = False, title: str = "") -> Picture:
    """Draw what stands between two layers: what comes out against what goes in, z.

    Args:
        shown: Activations, each in a panel of its own; several stand on the same heights.
        rates: Whether the rate of each is drawn, too, dashed.
        title: The title of the picture.
    """
    picture, axes = panels(len(shown), width=2.2 + 2.2 * len(shown), height=2.6)
    axes = np.atleast_1d(axes)
    z = np.linspace(-FAR, FAR, 401)
    heights = np.concatenate([one.value(z) for one in shown])
    told = []
    for axis, one in zip(axes, shown, strict=True):
        a = one.value(z)
        rate = one.slope(a)
        axis.axhline(0, color=INK, linewidth=0.8)
        axis.axvline(0, color=INK, linewidth=0.8)
        axis.plot(z, a, label="output a", **line_style(0))
        if rates:
            # No line where the rate jumps: it has no value between.
            jumps = np.append(np.abs(np.diff(rate)) > 0.5, False)
            axis.plot(z, np.where(jumps, np.nan, rate), label="its rate", **line_style(1))
        low, high = np.min(heights), min(np.max(heights), 2.0 if len(shown) > 1 else np.inf)
        axis.set_ylim(low - 0.1, high + 0.1)
        axis.set_xlabel("z")
        # What the picture is called where it shows one alone says which one it is.
        axis.set_title(one.name if len(shown) > 1 else title)
        at = ", ".join(f"{one.value(np.array(w)):.4g} at z = {w:g}" for w in (-FAR, 0.0, FAR))
        told.append(f"{one.name}: {at}")
        if rates:
            steepest, least = float(np.max(rate)), float(np.min(rate))
            told[-1] += f", its rate from {least:.2g} to {steepest:.3g}"
            told[-1] += f" at z = {z[np.argmax(rate)]:g}" if np.sum(rate == steepest) == 1 else ""
    if rates:
        axes[0].legend()
    else:
        axes[0].set_ylabel("output a")
    if len(shown) > 1:
        picture.suptitle(title)
    beside = ", and its rate, dashed" if rates else ""
    return picture.described(
        f"{title}. The output of an activation against what goes in, z from {-FAR:g} to {FAR:g}"
        f"{beside}. {'; '.join(told)}."
    )


def layer_norms(norms: Mapping[str, Sequence], *, title: str = "") -> Picture:
    """Draw how long the gradient of each layer is, on a log scale.

    Args:
        norms: For each kind of network, shape (runs, layers), the layer of the inputs first. Each
            run is a thin line, the middle one of all runs a thick one with marks.
        title: The title of the picture.
    """
    picture, axes = panels(width=7.5, height=4.2)
    told = []
    for i, (label, runs) in enumerate(norms.items()):
        runs = np.asarray(runs, dtype=float)
        layers = np.arange(1, runs.shape[1] + 1)
        for run in runs:
            axes.plot(layers, run, color=line_style(i)["color"], linewidth=0.6, alpha=0.5)
        middle = np.median(runs, axis=0)
        style = {**line_style(i), **mark_style(i)}
        axes.plot(layers, middle, label=label, markersize=5, **style)
        told.append(f"{label}: {middle[0]:.0e} in layer 1, {middle[-1]:.0e} in the last")
    axes.set_yscale("log")
    axes.set_xticks(layers)
    axes.set_xlabel("layer (1 is next to the pixels)")
    axes.set_ylabel("length of the gradient (log scale)")
    axes.set_title(title)
    axes.legend(loc="lower right")
    return picture.described(
        f"{title}. Length of the gradient of each of {len(layers)} layers; {len(runs)} runs of "
        "each kind and the middle one. " + "; ".join(told) + "."
    )
