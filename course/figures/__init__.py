"""Pictures of the lessons: matplotlib figures in one style, each with alternative text.

Every function here returns a `Picture`, which shows itself in a notebook.
"""

from course.figures.contours import contour_walks
from course.figures.curves import basins, curve, difference_errors, losses, walk, walks
from course.figures.data_lines import lines_on_data
from course.figures.style import Picture, line_style, mark_style, panels

__all__ = [
    "Picture",
    "basins",
    "contour_walks",
    "curve",
    "difference_errors",
    "line_style",
    "lines_on_data",
    "losses",
    "mark_style",
    "panels",
    "walk",
    "walks",
]
