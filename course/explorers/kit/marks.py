"""What is drawn in a panel: lines, points, arrows, images, texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Reference = str | tuple[str, int]

COLORS = ("ink", "soft", "blue", "red", "green", "purple", "orange", "sky")
DASHES = ("solid", "thin", "dashed", "dotted", "dashdot", "long", "dashdotdot")
MARKERS = ("circle", "square", "triangle", "diamond", "down", "plus", "cross", "star", "dot")


@dataclass(frozen=True)
class Mark:
    """Something drawn in a panel.

    Attributes:
        kind: "line", "points", "point", "segment", "rule", "image", "text".
        x: The table of the first coordinates, or (table, shift): so many rows farther on its last
            picked axis. A rule has x or y alone.
        y: The same for the second ones.
        ends: For a segment: tables of x0, y0, x1, y1, or one table whose last axis (named in
            `along`) holds the four.
        along: The axis that is drawn and not picked.
        until: Draw only up to where the control `along` stands.
        at: Positions for axes that no control picks.
        color: A name of `COLORS`; dark pages have lighter shades.
        dash: A name of `DASHES`.
        marker: A name of `MARKERS`.
        hollow: Draw the marker as an outline.
        arrow: Draw a segment's tip.
        label: What the legend says; no entry if empty.
        far: For a point: what is written beside it where it is held at the edge, a template.
        name: What tests and style sheets find it by.
        images: For an image: addresses (data:image/png;base64,…), picked by the control `axis`.
        axis: The control that picks an image.
        extent: For an image: ((x_low, x_high), (y_low, y_high)).
        keys: For an image: what its shades mean, as (text, a small image of the shade).
        text: For a text: a template like a scene's sentence.
        at_x: Where a text stands.
        at_y: Where a text stands.
    """

    kind: str
    x: Reference | None = None
    y: Reference | None = None
    ends: Sequence[Reference] = ()
    along: str | None = None
    until: bool = False
    at: Mapping[str, int] = field(default_factory=dict)
    color: str = "blue"
    dash: str = "solid"
    marker: str = ""
    hollow: bool = False
    arrow: bool = False
    label: str = ""
    far: str = ""
    name: str = ""
    images: Sequence[str] = ()
    axis: str = ""
    extent: Sequence[Sequence[float]] = ()
    keys: Sequence[tuple[str, str]] = ()
    text: str = ""
    at_x: float = 0.0
    at_y: float = 0.0

    def __post_init__(self):
        for name, allowed in (("color", COLORS), ("dash", DASHES), ("marker", (*MARKERS, ""))):
            if getattr(self, name) not in allowed:
                raise ValueError(f"a mark's {name} must be one of {', '.join(allowed)}")

    @property
    def tables(self) -> list[tuple[str, int]]:
        """The tables it reads, each with its shift."""
        references = [ref for ref in (self.x, self.y, *self.ends) if ref is not None]
        return [(ref, 0) if isinstance(ref, str) else tuple(ref) for ref in references]


def line(x: Reference, y: Reference, along: str, **style) -> Mark:
    """Return a line through the points of tables `x` and `y`; NaN breaks it."""
    return Mark("line", x, y, along=along, **style)


def contour_lines(x: Reference, y: Reference) -> Mark:
    """Return the lines of equal loss, as `contours.contours` gives them."""
    look = {"dash": "thin", "color": "soft", "label": "equal loss", "name": "contours"}
    return line(x, y, "vertex", **look)


def minimum_stars(x: Reference, y: Reference) -> Mark:
    """Return a star at each minimum of the tables `x` and `y`."""
    return points(x, y, "one", marker="star", color="ink", label="minimum", name="minima")


def points(x: Reference, y: Reference, along: str, *, marker: str = "circle", **style) -> Mark:
    """Return a marker at each point of the tables `x` and `y`."""
    return Mark("points", x, y, along=along, marker=marker, **style)


def point(x: Reference, y: Reference, *, marker: str = "circle", **style) -> Mark:
    """Return one marker; outside the picture it is held at the edge, with an arrow."""
    return Mark("point", x, y, marker=marker, **style)


def segment(*ends: Reference, along: str | None = None, **style) -> Mark:
    """Return a straight line between two points, as an arrow if `arrow` is set."""
    return Mark("segment", ends=ends, along=along, **style)


def rule(*, x: Reference | None = None, y: Reference | None = None, **style) -> Mark:
    """Return a line across the whole panel, at an `x` or at a `y`."""
    return Mark("rule", x, y, **style)
