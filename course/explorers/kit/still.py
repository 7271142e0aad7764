"""The picture of an explorer where nothing runs: the same scene, drawn with matplotlib."""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping, Sequence
from textwrap import wrap

import numpy as np
from PIL import Image

from course.explorers.kit.controls import Control
from course.explorers.kit.marks import Mark
from course.explorers.kit.panels import Board, Panel
from course.explorers.kit.scene import Scene
from course.figures.style import BLUE, GREEN, INK, ORANGE, PURPLE, RED, SKY, Picture, panels

SHADES = {
    "ink": INK,
    "soft": INK,
    "blue": BLUE,
    "red": RED,
    "green": GREEN,
    "purple": PURPLE,
    "orange": ORANGE,
    "sky": SKY,
}
DASHES = {"solid": "-", "thin": "-", "dashed": "--", "dotted": ":", "dashdot": "-."}
DASHES |= {"long": (0, (8, 3)), "dashdotdot": (0, (5, 2, 1, 2, 1, 2))}
MARKERS = {
    "circle": "o",
    "square": "s",
    "triangle": "^",
    "diamond": "D",
    "down": "v",
    "plus": "P",
    "cross": "x",
    "star": "*",
    "dot": ".",
    "": "",
}


def picture(
    scene: Scene, controls: Sequence[Control], title: str, at: Mapping[str, int]
) -> Picture:
    """Return a scene as it is when the controls stand at `at`, under a title (a template)."""
    shown = scene.panels
    drawn, axes = panels(len(shown), width=3.9 * len(shown), height=3.5)
    for panel, ax in zip(shown, np.atleast_1d(axes), strict=True):
        if isinstance(panel, Board):
            cells = [[scene.filled(c, controls, at) for c in row] for row in panel.rows]
            _board(ax, panel, cells)
        else:
            _panel(ax, panel, scene, at)
        caption = panel.title
        if getattr(panel, "equal", None) is False:
            caption += " (axes not to one scale)"
        ax.set_title("\n".join(wrap(caption, 56)), fontsize=9)
    title = scene.filled(title, controls, at)
    drawn.suptitle("\n".join(wrap(title, 30 + 60 * len(shown))), fontsize=11)
    return drawn


def _board(ax, panel: Board, cells: list[list[str]]) -> None:
    ax.axis("off")
    head = ["\n".join(wrap(text, 14)) for text in panel.head]
    table = ax.table(cells, colLabels=head, loc="upper center", edges="horizontal")
    table.auto_set_font_size(False)
    table.set_fontsize(7)
    table.auto_set_column_width(list(range(len(head))))
    table.scale(1, 1.3)
    for cell in table.get_celld().values():
        cell.set(edgecolor=INK, facecolor="none")
        cell.get_text().set_color(INK)
    for column in range(len(head)):
        cell = table[0, column]
        cell.set_height(cell.get_height() * (1 + max(text.count("\n") for text in head)) / 1.3)


def _panel(ax, panel: Panel, scene: Scene, at: dict) -> None:
    low, high = np.array(panel.x.range), np.array(panel.y.range)
    for mark in panel.marks:
        KINDS[mark.kind](ax, mark, scene, at, (low, high))
    ax.set_xlim(*panel.x.range)
    ax.set_ylim(*panel.y.range)
    if panel.equal:
        ax.set_aspect("equal", adjustable="box")
    ax.set_xticks([value for value, _ in panel.x.ticks], [text for _, text in panel.x.ticks])
    ax.set_yticks([value for value, _ in panel.y.ticks], [text for _, text in panel.y.ticks])
    ax.tick_params(labelsize=7)
    ax.set_xlabel(panel.x.label, fontsize=8)
    ax.set_ylabel(panel.y.label, fontsize=8)
    if any(mark.keys or mark.label for mark in panel.marks):
        # Below, as in the page: lines may fill a panel, and leave no room in it.
        below = {"loc": "upper center", "bbox_to_anchor": (0.5, -0.17), "frameon": False}
        ax.legend(fontsize=7, ncols=3, **below)


def _look(mark: Mark, **more) -> dict:
    look = {"color": SHADES[mark.color], "label": mark.label or None, **more}
    if mark.hollow:
        look["markerfacecolor"] = "white"
    return look


def _held(values: np.ndarray, span: np.ndarray) -> np.ndarray:
    """Return the values, those far outside the picture brought near: it is cut there anyway."""
    far = 3 * (span[1] - span[0])
    return np.clip(values, span[0] - far, span[1] + far)


def _series(ax, mark, scene, at, spans) -> None:
    x, y = (scene.rows(ref, mark, at) for ref in (mark.x, mark.y))
    if mark.until:
        x, y = x[: at[mark.along] + 1], y[: at[mark.along] + 1]
    x, y = _held(x, spans[0]), _held(y, spans[1])
    joined = mark.kind == "line"
    look = _look(mark)
    # The many faint lines of a map: smoothed, they would be half of the stored picture.
    if faint := joined and (mark.dash, mark.color) == ("thin", "soft"):
        look["color"] = "#b0b0b0"
    ax.plot(
        x,
        y,
        linestyle=DASHES[mark.dash] if joined else "",
        linewidth=0.7 if mark.dash == "thin" else 1.5,
        marker="" if joined else MARKERS[mark.marker],
        markersize=4,
        antialiased=not faint,
        **look,
    )


def _point(ax, mark, scene, at, spans) -> None:
    place = [scene.rows(ref, mark, at)[0] for ref in (mark.x, mark.y)]
    x, y = (np.clip(value, *span) for value, span in zip(place, spans, strict=True))
    if mark.far and [x, y] != place:
        # Held at the edge: how far it is going is told beside it.
        left, low = x < np.mean(spans[0]), y < np.mean(spans[1])
        ax.annotate(
            scene.filled(mark.far, (), at),
            (x, y),
            xytext=(7 if left else -7, 6 if low else -12),
            textcoords="offset points",
            ha="left" if left else "right",
            fontsize=7,
            color=SHADES[mark.color],
        )
    size = 9 if mark.marker == "star" else 6
    look = _look(mark, marker=MARKERS[mark.marker], markersize=size)
    ax.plot([x], [y], linestyle="", zorder=4, clip_on=False, **look)


def _segment(ax, mark, scene, at, spans) -> None:
    x0, y0, x1, y1 = np.concatenate([scene.rows(ref, mark, at) for ref in mark.ends])
    x, y = _held(np.array([x0, x1]), spans[0]), _held(np.array([y0, y1]), spans[1])
    if mark.arrow and np.all(np.isfinite([x, y])):
        tip = {"arrowstyle": "-|>", "color": SHADES[mark.color], "shrinkA": 0, "shrinkB": 0}
        ax.annotate("", (x[1], y[1]), (x[0], y[0]), arrowprops=tip, annotation_clip=False)
        ax.plot([], [], **_look(mark))
    else:
        ax.plot(x, y, linestyle=DASHES[mark.dash], **_look(mark))


def _rule(ax, mark, scene, at, _spans) -> None:
    draw, ref = (ax.axvline, mark.x) if mark.x is not None else (ax.axhline, mark.y)
    draw(scene.rows(ref, mark, at)[0], linestyle=DASHES[mark.dash], linewidth=1, **_look(mark))


def _image(ax, mark, _scene, at, _spans) -> None:
    chosen = mark.images[min(at.get(mark.axis, 0), len(mark.images) - 1)]
    extent = [*mark.extent[0], *mark.extent[1]]
    ax.imshow(_pixels(chosen), extent=extent, aspect="auto")
    for text, shade in mark.keys:
        color = np.mean(_pixels(shade), axis=(0, 1)) / 255
        ax.fill([], [], color=color, label=text)


def _pixels(address: str) -> np.ndarray:
    """Return the pixels of an image's address, as red, green, blue and how dense."""
    stored = io.BytesIO(base64.b64decode(address.partition(",")[2]))
    return np.array(Image.open(stored).convert("RGBA"))


def _text(ax, mark, scene, at, _spans) -> None:
    text = scene.filled(mark.text, (), at)
    ax.text(mark.at_x, mark.at_y, text, ha="center", fontsize=7, color=SHADES[mark.color])


KINDS = {
    "line": _series,
    "points": _series,
    "point": _point,
    "segment": _segment,
    "rule": _rule,
    "image": _image,
    "text": _text,
}
