"""Two columns of a table, as they are and scaled: the bowl, a walk in it, and its loss."""

from __future__ import annotations

import numpy as np

from course import data
from course.descent import descend
from course.explorers.kit import paths
from course.explorers.kit.controls import Select, Slider
from course.explorers.kit.scene import Scene, Table, Words
from course.explorers.kit.template import said
from course.explorers.kit.walks import walks
from course.explorers.kit.widget import Explorer
from course.landscapes import Landscape, quadratic, squared_error
from course.regression import standardize

COLUMNS = ("as they are", "scaled")
STEPS, SHARES = 40, np.arange(1, 23) / 20


def explore_scaling() -> Explorer:
    """Show gradient descent on the prices of 40 houses, from size and age, scaled or not."""
    texts = [f"{share:g}" for share in SHARES]
    controls = (
        Slider("rate", "rate / limit", texts, texts.index("0.5"), SHARES.tolist()),
        Select("columns", "columns", COLUMNS, ask=True),
    )
    title = "The prices of 40 houses from size and age, in thousands"
    return Explorer("explore_scaling", title, controls, _scene)


def bowl(scaled: int) -> Landscape:
    """Return the mean squared error over the weights of size and age.

    The means are taken off columns and prices, so the best intercept is 0 and stays out of it.
    """
    houses = data.house_sales()
    x = houses.x[:, [houses.x_names.index(name) for name in ("size", "age")]]
    z, _, sigma = standardize(x)
    errors = squared_error(z if scaled else z * sigma, (houses.y - np.mean(houses.y)) / 1000)
    best = errors.minima[0][:2]
    # Around the minimum, with the start at (0, 0) and as much room behind.
    reach = 1.2 * np.max(np.abs(best))
    view = tuple((float(w - reach), float(w + reach)) for w in best)
    formula = "(1/n) Σ (w1·size + w2·age − price)²"
    return quadratic("prices", formula, errors.curvature(best)[:2, :2], best, view)


def _scene(columns: int = 0) -> Scene:
    landscape, equal = paths.to_scale(bowl(columns))
    low, high = np.linalg.eigvalsh(landscape.curvature(np.zeros(2)))
    limit = paths.stable_bound(landscape, (0, 0))
    path = descend(landscape, np.zeros((len(SHARES), 2)), limit * SHARES, STEPS)
    tables, panels = walks(path, ("rate",), equal=equal)
    # A bowl that is its own lowest: what is left of the loss is above it.
    tables["left"] = Table(path.losses[-1] / path.losses[0], ("rate",))
    words = {
        **paths.outcome_words(path, paths.outside(path), ("rate",)),
        "does": Words(paths.at_limit(path.behaviour, SHARES == 1), ("rate",)),
        "limit": Words(np.array(said(limit, 3), dtype=object)),
        "ratio": Words(np.array(f"{high / low:,.4g}", dtype=object)),
    }
    sentence = (
        "columns {columns}: condition number {ratio}; at {rate} of the limit {limit}: "
        f"{{does}}; after {STEPS} steps its loss above the lowest is {{left:3}} times the first"
        "{ending}"
    )
    return Scene(panels, tables, words, sentence)
