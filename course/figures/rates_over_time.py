"""Pictures of schedules: the learning rate over time beside what it does to the loss."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from course.figures.curve_words import curve_words
from course.figures.style import Picture, line_style, panels


def rates_and_losses(
    runs: Mapping[str, tuple[Sequence[float], Sequence[float]]],
    *,
    title: str = "",
    x_label: str = "step",
    y_label: str = "loss",
    first: int = 0,
    highest: float = 1e30,
) -> Picture:
    """Draw the learning rates of several runs on the left and their losses on the right.

    Args:
        runs: For each name, the rates and the losses (log scale). They are spread over the same x:
            600 rates beside 30 losses are 20 rates for each loss.
        title: What stands above both.
        x_label: What the losses are counted in.
        y_label: What is measured on the right.
        first: The x of the first loss.
        highest: Losses above it, or not finite, are left out.
    """
    picture, (left, right) = panels(2, width=9.5, height=4.4)
    told = []
    for i, (label, (rates, losses)) in enumerate(runs.items()):
        rates, losses = np.asarray(rates, dtype=float), np.asarray(losses, dtype=float)
        with np.errstate(invalid="ignore"):
            shown = np.where(np.isfinite(losses) & (losses <= highest), losses, np.nan)
        for axes, values in ((left, rates), (right, shown)):
            x = first + np.arange(len(values)) * len(losses) / len(values)
            axes.plot(x, values, label=label, **line_style(i))
        peak = f" (highest {rates.max():.3g})" if rates.max() > max(rates[0], rates[-1]) else ""
        seen = np.where(np.isfinite(shown), losses, np.inf)
        told.append(
            f"{label}: rate from {rates[0]:.3g} to {rates[-1]:.3g}{peak}, "
            f"{y_label} {curve_words(seen, first=first, log=True, along=x_label)}"
        )
    for axes in (left, right):
        axes.locator_params(axis="x", integer=True)
        axes.set_xlabel(x_label)
    left.set_ylim(bottom=0)
    right.set_yscale("log")
    left.set_ylabel("learning rate")
    right.set_ylabel(f"{y_label} (log scale)")
    handles, labels = left.get_legend_handles_labels()
    picture.legend(handles, labels, loc="outside lower center", ncols=min(len(labels), 5))
    picture.suptitle(title)
    return picture.described(
        f"{title}. Left: learning rate against {x_label}. Right: {y_label} against {x_label}, "
        f"log scale. " + "; ".join(told) + "."
    )
