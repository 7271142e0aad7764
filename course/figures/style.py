"""The style of all pictures, and `Picture`: a matplotlib Figure with alternative text.

Every function returns a `Picture`, a matplotlib Figure that shows itself in a notebook with its
alternative text. Colours are Okabe and Ito's, which colour-blind readers can tell apart; each
line also has its own dash pattern and marker, so that no picture needs colour.

The ground is transparent and the ink a middle grey: a picture is read on a white page and on a
dark one. No grey has a contrast of 4.5 with both; this one has 4.5 with white, 4.2 with #111.
"""

from __future__ import annotations

import base64
import html
import io
import re

import matplotlib
import numpy as np
from matplotlib.figure import Figure
from matplotlib.legend import Legend
from matplotlib.text import Text
from matplotlib.transforms import ScaledTranslation
from PIL import Image

BLUE, ORANGE, GREEN, PURPLE, SKY, RED, INK = (
    "#0072B2",
    "#E69F00",
    "#009E73",
    "#CC79A7",
    "#56B4E9",
    "#D55E00",
    "#767676",
)
COLORS = (BLUE, RED, GREEN, PURPLE, ORANGE, SKY, INK)
DASHES = ("-", "--", "-.", ":", (0, (5, 1, 1, 1, 1, 1)), (0, (8, 2)), (0, (1, 1)))
MARKERS = ("o", "s", "^", "D", "v", "P", "X")

STYLE = {
    "axes.edgecolor": INK,
    "axes.facecolor": "none",
    "axes.grid": True,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.labelcolor": INK,
    "axes.titlecolor": INK,
    "axes.titlesize": 11,
    "figure.dpi": 100,
    "figure.facecolor": "none",
    "font.size": 10,
    "grid.alpha": 0.3,
    "grid.color": INK,
    "legend.frameon": False,
    "lines.linewidth": 1.8,
    "lines.markersize": 5,
    "savefig.facecolor": "none",
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
}


def signed(text: str) -> str:
    """Return a text with a minus before numbers below zero, where Python writes a hyphen.

    A screen reader may pass over a hyphen, and with it over the sign.
    """
    return re.sub(r"(?<![\w.)])-(?=[\d.])", "−", text)


class Picture(Figure):
    """A matplotlib Figure with alternative text, which a notebook shows as an image."""

    alt = ""

    def described(self, alt: str) -> Picture:
        """Set the alternative text, with signs as on the axes, and return the picture."""
        self.alt = signed(" ".join(alt.split()).replace("?.", "?"))
        for text in self.findobj(Text):
            text.set_text(signed(text.get_text()))
        return self

    def png(self) -> bytes:
        """Return the picture as a PNG of few colours on a clear ground, the same each time."""
        drawn = io.BytesIO()
        self._on_any_ground()
        with matplotlib.rc_context(STYLE):
            self.savefig(drawn, format="png")
        small = io.BytesIO()
        clear = Image.open(drawn).convert("RGBA")
        image = clear.quantize(255, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        image.save(small, format="PNG", optimize=True)
        return small.getvalue()

    def _on_any_ground(self) -> None:
        """Give what was added later, out of the style's reach, its ink and its clear ground."""
        for text in self.findobj(Text):
            if text.get_color() == "black":
                text.set_color(INK)
        for legend in self.findobj(Legend):
            legend.get_frame().set_visible(False)
        for axes in self.axes:
            axes.patch.set_facecolor("none")
            for axis in (axes.xaxis, axes.yaxis, getattr(axes, "zaxis", None)):
                if hasattr(axis, "pane"):
                    axis.pane.set_facecolor("none")
                    axis.line.set_color(INK)
                    axis.set_tick_params(color=INK, labelcolor=INK)

    def _repr_mimebundle_(self, include=None, exclude=None):
        """Give HTML with the alternative text, the PNG itself, and the text alone."""
        png = base64.b64encode(self.png()).decode()
        alt = html.escape(self.alt, quote=True)
        page = f'<img alt="{alt}" src="data:image/png;base64,{png}" style="max-width:100%">'
        data = {"text/html": page, "image/png": png, "text/plain": f"Picture: {self.alt}"}
        return data, {"image/png": {"alt": self.alt}}


def panels(columns: int = 1, rows: int = 1, *, width: float = 7.0, height: float = 3.6):
    """Return a Picture in the course's style and its axes (one, or an array of them)."""
    with matplotlib.rc_context(STYLE):
        picture = Picture(figsize=(width, height), layout="constrained")
        return picture, picture.subplots(rows, columns)


def panels_by_step(many: int, y_label: str) -> tuple[Picture, np.ndarray]:
    """Return a Picture of so many small panels over the steps, three in a row, and their axes."""
    rows = -(-many // 3)
    picture, grid = panels(3, rows, width=9.0, height=0.6 + 2.1 * rows)
    grid = np.atleast_2d(grid)
    for axes in grid[-1]:
        axes.set_xlabel("step")
    for axes in grid[:, 0]:
        axes.set_ylabel(y_label)
    for axes in grid.flat[many:]:
        axes.remove()
    return picture, grid.flat[:many]


def legend_below(axes, **look) -> None:
    """Name what an axes shows below it: names over contours have lines running through them."""
    # As far down as the numbers and the name of the axis reach.
    down = ScaledTranslation(0, -36 / 72, axes.figure.dpi_scale_trans)
    place = {"loc": "upper center", "bbox_to_anchor": (0.5, 0)}
    axes.legend(bbox_transform=axes.transAxes + down, **place, **look)


def line_style(i: int) -> dict:
    """Return the colour and dash pattern of the i-th line of a picture."""
    return {"color": COLORS[i % len(COLORS)], "linestyle": DASHES[i % len(DASHES)]}


def mark_style(i: int) -> dict:
    """Return the colour and marker of the i-th set of points of a picture."""
    return {"color": COLORS[i % len(COLORS)], "marker": MARKERS[i % len(MARKERS)]}
