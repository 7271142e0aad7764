"""What the exercises on masks have in common."""

from __future__ import annotations

import numpy as np

from course.checks.exercise import Probe

# The lesson's own mask ends there.
BELOW_300 = "the limit alone counts: `< 300` belongs to the example above"


def like_prices(rng: np.random.Generator) -> Probe:
    """Return a question with numbers as the lesson's prices, some of them above 300."""
    prices = [*rng.integers(100, 300, size=5), *rng.integers(310, 400, size=2)]
    return Probe((rng.permutation(prices), 180), shows="numbers as large as prices")
