# Right answers, each in another dress: one cell, one whole answer.

# %% plain
def largest_stable_rate(curvature):
    return 2 / curvature

# %% as a power
def largest_stable_rate(curvature):
    return 2 * curvature**-1.0

# %% twice the fastest rate
def largest_stable_rate(c):
    fastest = 1 / c
    return fastest + fastest

# %% lambda
largest_stable_rate = lambda curvature: 1 / (curvature / 2)

# %% 0-d array
def largest_stable_rate(curvature):
    return np.array(2.0) / np.asarray(curvature, dtype=float)

# %% float32
def largest_stable_rate(curvature):
    return np.float32(2 / curvature)

# %% NumPy
def largest_stable_rate(curvature):
    return np.divide(2.0, curvature)

# %% with a test of the input
def largest_stable_rate(curvature: float) -> float:
    if curvature <= 0:
        raise ValueError("there is no valley where the curvature is not above zero")
    limit = 2.0 / curvature
    return limit

# %% solved by halving
def largest_stable_rate(curvature):
    low, high = 0.0, 1e6
    for _ in range(200):
        middle = (low + high) / 2
        if abs(1 - middle * curvature) < 1:
            low = middle
        else:
            high = middle
    return low

# %% a Fraction
from fractions import Fraction
def largest_stable_rate(curvature):
    return 2 / Fraction(curvature)

# %% a Decimal
from decimal import Decimal
def largest_stable_rate(curvature):
    return Decimal(2) / Decimal(str(curvature))

# %% tried with the course's own walk
from course.descent import descend
from course.landscapes import quadratic
def largest_stable_rate(curvature):
    low, high = 0.0, 4 / curvature
    for _ in range(40):
        middle = (low + high) / 2
        if abs(1 - middle * curvature) < 1:
            low = middle
        else:
            high = middle
    path = descend(quadratic("bowl", "", [[curvature]], [0.0], ((-1, 1),)), [1.0], low, 3)
    return low if abs(path.final[0]) <= 1 else 0

# %% SciPy looks for the root
from scipy.optimize import root_scalar

def largest_stable_rate(curvature):
    found = root_scalar(lambda lr: 2 - lr * curvature, bracket=(0, 10 / curvature), xtol=1e-14)
    return found.root
