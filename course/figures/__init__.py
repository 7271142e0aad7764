"""Pictures of the lessons: matplotlib figures in one style, each with alternative text.

Every function here returns a `Picture`, which shows itself in a notebook.
"""

from course.figures.batches import cost_of_batches, gradient_clouds, gradient_noise
from course.figures.contours import contour_walks
from course.figures.curves import basins, chords, curve, difference_errors, losses, walks
from course.figures.directions import hill_and_map, rate_factors, slopes_around, ways_down
from course.figures.fits import errors_of_lines, estimates, lines_on_data, valleys
from course.figures.learning_rates import parting, rate_map, step_factor, weights_by_step
from course.figures.networks import activations, chain_of_slopes, image_grid, layer_norms
from course.figures.rates_over_time import rates_and_losses
from course.figures.style import Picture, line_style, mark_style, panels
from course.figures.symptoms import clipped_arrows, loss_panels
from course.figures.traps import basin_maps, flat_places, leaving_walks, saddle_shape, shares

__all__ = [
    "Picture",
    "activations",
    "basin_maps",
    "basins",
    "chain_of_slopes",
    "chords",
    "clipped_arrows",
    "contour_walks",
    "cost_of_batches",
    "curve",
    "difference_errors",
    "errors_of_lines",
    "estimates",
    "flat_places",
    "gradient_clouds",
    "gradient_noise",
    "hill_and_map",
    "image_grid",
    "layer_norms",
    "leaving_walks",
    "line_style",
    "lines_on_data",
    "loss_panels",
    "losses",
    "mark_style",
    "panels",
    "parting",
    "rate_factors",
    "rate_map",
    "rates_and_losses",
    "saddle_shape",
    "shares",
    "slopes_around",
    "step_factor",
    "valleys",
    "walks",
    "ways_down",
    "weights_by_step",
]
