"""Pictures of races: what each rule reaches with the same budget, over a sweep of its rates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from course.figures.style import MARKERS, Picture, line_style, panels


def rate_sweeps(
    rates: Sequence[float],
    races: Mapping[str, Mapping[str, Sequence[float]]],
    *,
    title: str = "",
    y_label: str = "loss",
    lowest: float = 1e-12,
    highest: float = 1e3,
) -> Picture:
    """Draw losses against learning rates: a panel for each race, a line for each rule.

    Args:
        rates: The rates of the sweep.
        races: For each race, what each rule reached at each rate.
        title: The title of the picture.
        y_label: What is measured.
        lowest: What is smaller is drawn here.
        highest: What is larger, or not finite, is left out.

    The best rate of each rule carries a mark.
    """
    picture, axes = panels(len(races), width=3.4 * len(races) + 1.5, height=4.4)
    axes = np.atleast_1d(axes)
    told = []
    for panel, (race, rules) in zip(axes, races.items(), strict=True):
        bests = []
        for i, (rule, reached) in enumerate(rules.items()):
            # What is below `lowest` is rounding: the first rate that gets there is the best.
            reached = np.maximum(np.asarray(reached, dtype=float), lowest)
            best = int(np.nanargmin(reached))
            panel.plot(
                rates,
                np.where(reached <= highest, reached, np.nan),
                label=rule,
                linewidth=1.4,
                marker=MARKERS[i % len(MARKERS)],
                markersize=8,
                markevery=[best],
                **line_style(i),
            )
            at = f"below {lowest:.0e}" if reached[best] == lowest else f"{reached[best]:.1g}"
            bests.append(f"{rule} {at} at rate {rates[best]:.2g}")
        panel.set_xscale("log")
        panel.set_yscale("log")
        panel.set_ylim(lowest / 5, highest)
        panel.set_xlabel("learning rate (log scale)")
        panel.set_title(race)
        told.append(f"{race}: {', '.join(bests)}")
    axes[0].set_ylabel(f"{y_label} (log scale)")
    handles, labels = axes[0].get_legend_handles_labels()
    picture.legend(handles, labels, loc="outside lower center", ncols=min(len(labels), 6))
    picture.suptitle(title)
    return picture.described(
        f"{title}. {y_label} against learning rate, a panel for each race and a line for each "
        f"rule, with a mark at its best rate. " + "; ".join(told) + "."
    )
