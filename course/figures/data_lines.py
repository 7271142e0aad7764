"""Pictures of examples and of lines that are fitted to them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from course.figures.style import INK, Picture, line_style, panels


def lines_on_data(
    x, y, lines: Mapping[str, tuple[float, float]], *, x_label: str, y_label: str, title: str = ""
) -> Picture:
    """Draw examples as points and lines w·x + b over them; `lines` maps names to (w, b)."""
    picture, axes = panels(width=7.0, height=4.0)
    axes.plot(x, y, "o", color=INK, markersize=4, alpha=0.6, label="data")
    ends = np.array([np.min(x), np.max(x)])
    for i, (label, (w, b)) in enumerate(lines.items()):
        axes.plot(ends, w * ends + b, label=label, **line_style(i))
    axes.set_xlabel(x_label)
    axes.set_ylabel(y_label)
    axes.set_title(title)
    axes.legend()
    told = "; ".join(f"{label}: {w:.4g}·x + {b:.4g}" for label, (w, b) in lines.items())
    apart = ""
    if len(lines) > 1:
        heights = [w * ends + b for w, b in lines.values()]
        gap, spread = np.max(np.ptp(heights, axis=0)), np.ptp(y)
        apart = (
            f" Where there are points, the lines are at most {gap:.2g} apart, {gap / spread:.0%} "
            f"of the height that the points spread over."
        )
    return picture.described(
        f"{title}. {len(x)} points of {y_label} against {x_label}, and lines: {told}.{apart}"
    )
