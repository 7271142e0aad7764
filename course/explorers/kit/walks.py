"""A walk of two weights as it is drawn most often: over lines of equal loss, and its loss."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from course.descent import Path
from course.explorers.kit import paths
from course.explorers.kit.contours import contours
from course.explorers.kit.marks import contour_lines, line, point, points
from course.explorers.kit.panels import Panel, linear
from course.explorers.kit.scene import Table


def walks(
    path: Path, axes: tuple[str, ...], *, equal: bool, beside: Mapping[str, Path] | None = None
) -> tuple[dict[str, Table], tuple[Panel, Panel]]:
    """Return the tables and the two panels of the walk that the controls pick.

    Args:
        path: Walks of two weights; its landscape has a minimum.
        axes: The controls that pick one, in the order of the path's runs.
        equal: Whether the landscape's view can be drawn to scale, as `paths.to_scale` says.
        beside: One walk, shape (steps + 1, 1, 2), that is drawn beside the loss, by its label.

    The words "far" of `paths.outcome_words` are written where a walk leaves the picture.
    """
    landscape, steps = path.landscape, path.steps
    levels = paths.above_lowest(path)
    height = paths.loss_axis(levels)
    tables = {"steps": Table(np.arange(steps + 1), ("step",))}
    lines, lowest = contours(landscape, np.ones(1)), landscape.minima[0]
    for i, one in enumerate(lines):
        tables[f"line_{i + 1}"] = Table(one.values[0], ("vertex",))
        tables[f"lowest_{i + 1}"] = Table(np.array(lowest[i]))
        tables[f"place_{i + 1}"] = Table(paths.by_run(path.weights[..., i]), (*axes, "step"))
    tables["level"] = Table(np.maximum(levels, height.range[0]), (*axes, "step"))
    also, compared = "".join(f", beside that of {label}" for label in beside or ()), []
    for i, (label, other) in enumerate((beside or {}).items()):
        level = np.maximum(paths.above_lowest(other)[0], height.range[0])
        tables[f"beside_{i}"] = Table(level, ("step",))
        compared.append(
            line("steps", f"beside_{i}", "step", dash="dashed", color="red", label=label)
        )
    place = ("place_1", "place_2")
    over_contours = Panel(
        "map",
        "the walk",
        f"Lines of equal loss of {landscape.formula} over the weights w1 and w2, with a star at "
        "the minimum, and the walk.",
        linear("weight w1", *landscape.view[0]),
        linear("weight w2", *landscape.view[1]),
        (
            contour_lines("line_1", "line_2"),
            point("lowest_1", "lowest_2", marker="star", color="ink", label="minimum"),
            line(*place, "step", dash="thin", name="way"),
            points(*place, "step", marker="dot", label="the walk", name="places"),
            point(*place, at={"step": 0}, hollow=True, color="ink", label="start", name="start"),
            point(*place, at={"step": steps}, label="its end", far="{far}", name="here"),
        ),
        equal=equal,
    )
    by_step = Panel(
        "loss",
        "its loss, step by step",
        f"The loss above the lowest after each step, on a log scale{also}.",
        linear("step", 0, steps, whole=True),
        height,
        (
            *compared,
            line("steps", "level", "step", dash="thin", name="way"),
            points("steps", "level", "step", marker="dot", label="the walk" if beside else ""),
        ),
    )
    return tables, (over_contours, by_step)
