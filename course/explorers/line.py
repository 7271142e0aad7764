"""A line among data and the same line as a point on its loss; dragged, or walking."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from course.counting import counted
from course.data import five_points
from course.descent import Path, descend
from course.explorers.kit import paths
from course.explorers.kit.contours import contours
from course.explorers.kit.controls import Grip, Number, Player, Slider
from course.explorers.kit.marks import contour_lines, line, point, points, segment
from course.explorers.kit.panels import Panel, linear
from course.explorers.kit.scene import Scene, Table, Words
from course.explorers.kit.template import said
from course.explorers.kit.widget import Explorer
from course.landscapes import Landscape, squared_error
from course.regression import least_squares, predictions
from course.validate import InputError, number, pairs, shown

MOST_STEPS = 200
MOST_POINTS = 500
# So many errors are drawn; of more points, some have theirs.
MOST_ERRORS = 12
# Of more points, each is drawn small.
MOST_DOTS = 40
# Numbers in the tables of one rate and step, without the errors: two weights, a loss, the ends of
# the line, and three grips.
NUMBERS = 8
ROOM = 21_000
# A walk moves no more than this part of the picture: nobody sees it move.
UNSEEN = 1e-4
GRIPS = ("left", "middle", "right")


def explore_line(
    x=None,
    y=None,
    w: float = 0.0,
    b: float = 0.0,
    lr: float = 0.01,
    steps: int = 100,
    *,
    x_label: str = "x",
    y_label: str = "y",
    view: Sequence[Sequence[float]] | None = None,
    rates: Sequence[float] | None = None,
) -> Explorer:
    """Show data with a line w·x + b, and the same line as a point over the contours of its loss.

    The reader drags the line or the point, or types w and b; and lets it walk downhill from there.

    Args:
        x: Inputs, shape (n,), 2 to 500 and not all the same; five points if not given.
        y: Targets, shape (n,).
        w: The slope at first.
        b: The intercept at first.
        lr: The learning rate at first.
        steps: How many steps there are to see, 1 to 200.
        x_label: What x is, with its unit.
        y_label: What y is, with its unit.
        view: The part of the loss to draw: (low, high) for w and for b; about the start and the
            best line if not given.
        rates: The slider's rates, 2 to 200; round ones beyond the stable bound if not given.

    Raises:
        InputError: An argument cannot be used; the message names it.
    """
    if (x is None) != (y is None):
        raise InputError("x and y belong together: give both or none")
    data = five_points()
    x, y = pairs(data.x, data.y) if x is None else pairs(x, y)
    if x.ndim != 1 or not 2 <= len(x) <= MOST_POINTS or np.ptp(x) == 0:
        raise InputError(
            f"x must hold 2 to {MOST_POINTS} numbers that are not all the same, but it is "
            f"{shown(x)}"
        )
    w, b = number("w", w), number("b", b)
    lr = number("lr", lr, positive=True)
    steps = paths.limited("steps", steps, MOST_STEPS)
    fit = Fit(x, y, (w, b), view, (x_label, y_label))
    if rates is None:
        many = min(60, ROOM // ((NUMBERS + len(fit.rows)) * (steps + 1)))
        bound = paths.stable_bound(fit.loss, None)
        rates = paths.round_rates(max(1.12 * bound, lr), max(many, 4), lr=lr)
    rates = paths.chosen_rates(rates, lr)
    paths.within("w", w, *fit.reach[0])
    paths.within("b", b, *fit.reach[1])

    def scene(w: float, b: float, **heights: float | None) -> Scene:
        held = {grip: height for grip, height in heights.items() if height is not None}
        w, b = fit.dragged(w, b, held) if held else (w, b)
        start = [paths.within("w", w, *fit.reach[0]), paths.within("b", b, *fit.reach[1])]
        starts = np.broadcast_to(start, (len(rates), 2))
        moved = {"w": w, "b": b} if held else {}
        return _scene(descend(fit.loss, starts, rates, steps), fit, {**moved, "step": 0})

    controls = (
        *(
            Number(name, label, value, *fit.reach[i], step=fit.spacing[i], digits=fit.digits[i])
            for i, (name, label, value) in enumerate(
                (("w", "slope w", w), ("b", "intercept b", b))
            )
        ),
        paths.rate_slider(rates, lr),
        Slider("step", "step downhill", [str(t) for t in range(steps + 1)], at=min(3, steps)),
        Player("step"),
        *(Grip(name) for name in GRIPS),
    )
    title = f"A line through {len(x)} points, and its place on the loss"
    return Explorer("explore_line", title, controls, scene)


class Fit:
    """Data, the loss of lines through them, and how both are drawn.

    Attributes:
        x: Inputs, shape (n,).
        y: Targets, shape (n,).
        labels: What x and y are.
        loss: The mean squared error, over (w, b).
        equal: Whether w and b are drawn to one scale: not where one is far larger.
        best: The least-squares (w, b).
        least: The lowest loss; 0 where only rounding is left of it.
        span: (low, high) of x and of y in the picture.
        grips: Where the line is held: at its left end, middle and right end.
        rows: The points whose errors are drawn.
        reach: (low, high) of the w and b that can be had.
        spacing: How far an arrow key moves w and b.
        digits: How many digits after the point w and b keep.
    """

    def __init__(self, x, y, start, view, labels) -> None:
        """Work out what no line changes."""
        self.x, self.y, self.labels = x, y, labels
        loss = squared_error(x, y)
        self.best = least_squares(x, y)
        # Below this, losses are rounding, and would differ from machine to machine.
        self.nothing = 1e-12 * float(np.mean(y**2))
        least = float(loss(np.array(self.best)))
        self.least = least if least > self.nothing else 0.0
        own = squared_error(x, y, view=_checked_view(view) or _view(loss, y, start))
        self.loss, self.equal = paths.to_scale(own)
        wide = float(np.ptp(x))
        low, high = float(x.min()), float(x.max())
        self.grips = (low, (low + high) / 2, high)
        seen = np.append(y, predictions(np.array(self.grips), *start))
        room = 0.15 * (float(np.ptp(seen)) or 1.0)
        self.span = (
            (low - 0.08 * wide, high + 0.08 * wide),
            (float(seen.min()) - room, float(seen.max()) + room),
        )
        order = np.argsort(x, kind="stable")
        spread = np.round(np.linspace(0, len(x) - 1, min(len(x), MOST_ERRORS))).astype(int)
        self.rows = order[spread]
        self._round_numbers()

    def _round_numbers(self) -> None:
        (x_low, x_high), (y_low, y_high) = self.span
        steepest = (y_high - y_low) / (self.grips[2] - self.grips[0])
        # The highest and lowest intercepts are those of the steepest lines through the picture.
        far = steepest * max(abs(x_low), abs(x_high)) + max(abs(y_low), abs(y_high))
        spacing, digits, reach = [], [], []
        for (low, high), most in zip(self.loss.view, (steepest, far), strict=True):
            power = int(np.floor(np.log10((high - low) / 50)))
            spacing.append(float(f"1e{power}"))
            digits.append(max(0, 1 - power))
            most = max(most, high + (high - low), (high - low) - low)
            most = round(float(np.ceil(most / 10**power) * 10.0**power), digits[-1])
            reach.append((-most, most))
        self.spacing, self.digits, self.reach = spacing, digits, reach

    def dragged(self, w: float, b: float, held: dict[str, float]) -> tuple[float, float]:
        """Return (w, b) of the line when a hand holds it: an end turns it about the other end."""
        left, middle, right = self.grips
        ends = [w * left + b, w * right + b]
        for grip, height in held.items():
            if grip == "middle":
                ends = [end + height - (w * middle + b) for end in ends]
            else:
                ends[GRIPS.index(grip) // 2] = height
        w = (ends[1] - ends[0]) / (right - left)
        both = (w, ends[0] - w * left)
        return tuple(
            float(np.clip(round(v, self.digits[i]), *self.reach[i])) + 0.0
            for i, v in enumerate(both)
        )


def _checked_view(view) -> tuple | None:
    if view is None:
        return None
    try:
        (w_low, w_high), (b_low, b_high) = np.asarray(view, dtype=float).tolist()
    except (TypeError, ValueError):
        w_low = w_high = b_low = b_high = np.nan
    if not (w_low < w_high and b_low < b_high and np.all(np.isfinite([w_low, b_low]))):
        raise InputError(f"view must be (low, high) for w and for b, but it is {shown(view)}")
    return (w_low, w_high), (b_low, b_high)


def _view(loss: Landscape, y, start) -> tuple:
    """Return a view about the best line that shows the start, and both weights' curvature."""
    best = loss.minima[0]
    curvature = np.diag(loss.curvature(best))
    # So far from the best, one weight alone makes the loss as high as the spread of y.
    half = np.sqrt(2 * (float(np.var(y)) or 1.0) / curvature)
    half = np.maximum(half, 1.25 * np.abs(np.array(start) - best))
    return tuple(
        (float(f"{v - h:.3g}"), float(f"{v + h:.3g}")) for v, h in zip(best, half, strict=True)
    )


def _scene(path: Path, fit: Fit, stands: dict[str, float]) -> Scene:
    steps = path.steps
    # Lines far beyond the picture are drawn to its edge; the numbers still fit the tables.
    w, b = (np.clip(v, -1e30, 1e30) for v in np.moveaxis(paths.by_run(path.weights), 1, 0))
    losses = paths.by_run(path.losses)
    # At the best line itself the slope is rounding; what it moves the line by is not seen.
    moved = np.max(np.abs(path.weights - path.weights[0]) / np.ptp(fit.loss.view, axis=1), (0, -1))
    staying = (losses[:, 0] - fit.least < fit.nothing) & (moved < UNSEEN)
    does = np.where(staying, "stays", path.behaviour)
    losses = np.where(losses < fit.nothing, 0.0, losses)
    walk = ("rate", "step")

    def heights(places) -> np.ndarray:
        return predictions(np.array(places, dtype=float), w[..., None], b[..., None])

    tables = {
        **_fixed(fit),
        "line_w": Table(w, walk),
        "line_b": Table(b, walk),
        "loss": Table(losses, walk),
        "line_y": Table(heights(fit.span[0]), (*walk, "end")),
        "grip_y": Table(heights(fit.grips), (*walk, "grip")),
        "predicted": Table(heights(fit.x[fit.rows]), (*walk, "row")),
    }
    told = ["no step yet", *(f"after {counted(t, 'step')}" for t in range(1, steps + 1))]
    words = {
        "walked": Words(np.array(told, dtype=object), ("step",)),
        **paths.outcome_words(path, paths.outside(path), ("rate",), does),
    }
    w, b = (said(v) for v in fit.best)
    sentence = (
        "{walked} at rate {rate}: w = {line_w}, b = {line_b}, loss {loss}; the least possible "
        f"loss is {said(fit.least)}, at w = {w}, b = {b}; this walk: {{does}}{{ending}}"
    )
    return Scene(_panels(fit), tables, words, sentence, stands=stands)


def _fixed(fit: Fit) -> dict[str, Table]:
    """Return the tables that no line changes: the data, the contours, the best line."""
    across, up = (table.values[0] for table in contours(fit.loss, np.ones(1)))
    ends = np.array(fit.span[0])
    return {
        "data_x": Table(fit.x, ("example",)),
        "data_y": Table(fit.y, ("example",)),
        "row_x": Table(fit.x[fit.rows], ("row",)),
        "row_y": Table(fit.y[fit.rows], ("row",)),
        "ends": Table(ends, ("end",)),
        "best_y": Table(predictions(ends, *fit.best), ("end",)),
        "grip_x": Table(np.array(fit.grips), ("grip",)),
        "contour_w": Table(across, ("vertex",)),
        "contour_b": Table(up, ("vertex",)),
        "best_w": Table(np.array(fit.best[:1]), ("one",)),
        "best_b": Table(np.array(fit.best[1:]), ("one",)),
    }


def _panels(fit: Fit) -> tuple[Panel, ...]:
    (x_low, x_high), (y_low, y_high) = fit.span
    x_label, y_label = fit.labels
    all_rows = len(fit.rows) == len(fit.x)
    errors = [
        segment(
            "row_x",
            "row_y",
            "row_x",
            "predicted",
            at={"row": i},
            color="red",
            label="" if i else ("errors" if all_rows else f"{len(fit.rows)} of the errors"),
            name=f"error_{i}",
        )
        for i in range(len(fit.rows))
    ]
    handles = [
        point(
            "grip_x", "grip_y", at={"grip": i}, marker="square", hollow=True, name=f"grip_{name}"
        )
        for i, name in enumerate(GRIPS)
    ]
    best = {"color": "green", "label": "least squares"}
    dots = {"color": "ink", "label": "data", "name": "data"}
    dots["marker"] = "dot" if len(fit.x) > MOST_DOTS else "circle"
    way = {"along": "step", "until": True, "color": "blue"}
    return (
        Panel(
            "data",
            "the line",
            f"{len(fit.x)} points of {y_label} against {x_label}, your line with its errors as "
            "upright bars, and the least-squares line, dashed. The fields w and b move your line, "
            "too.",
            linear(x_label, x_low, x_high),
            linear(y_label, y_low, y_high),
            (
                *errors,
                line("ends", "best_y", "end", dash="dashed", name="best", **best),
                line("ends", "line_y", "end", color="blue", label="your line", name="line"),
                points("data_x", "data_y", "example", **dots),
                *handles,
            ),
            grips=tuple(zip(fit.grips, GRIPS, strict=True)),
            hint="drag its ends or its middle",
        ),
        Panel(
            "map",
            "the same line as a point",
            "Lines of equal loss over slope w and intercept b, a star at the least-squares line, "
            "your line as a marker, and its walk downhill.",
            linear("slope w", *fit.loss.view[0]),
            linear("intercept b", *fit.loss.view[1]),
            (
                contour_lines("contour_w", "contour_b"),
                points("best_w", "best_b", "one", marker="star", name="star", **best),
                point("line_w", "line_b", at={"step": 0}, hollow=True, color="ink", name="start"),
                line("line_w", "line_b", dash="thin", name="way", **way),
                points("line_w", "line_b", marker="dot", name="places", label="its walk", **way),
                point("line_w", "line_b", label="your line", name="here", far="{far}"),
            ),
            click={"x": "w", "y": "b"},
            hint="click or drag the point",
            equal=fit.equal,
        ),
    )
