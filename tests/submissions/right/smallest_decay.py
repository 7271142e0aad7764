# Right answers, each in another dress: one cell, one whole answer.

# %% in one line
def smallest_decay(lr0, curvature, left):
    return 1 + lr0 * curvature / np.log(left)

# %% step by step
def smallest_decay(lr0, curvature, left):
    exponent = np.log(1 / left)
    total = exponent / curvature
    lost = lr0 / total
    return 1 - lost

# %% the math module
import math

def smallest_decay(lr0, curvature, left):
    return 1 - curvature * lr0 / abs(math.log(left))

# %% by halving
def smallest_decay(lr0, curvature, left):
    low, high = 0.0, 1.0
    for _ in range(200):
        middle = (low + high) / 2
        if middle < 1 and np.exp(-curvature * lr0 / (1 - middle)) > left:
            low = middle
        else:
            high = middle
    return high

# %% another logarithm, rescaled
def smallest_decay(lr0, curvature, left):
    return 1 - lr0 * curvature / (-np.log10(left) * np.log(10))

# %% an array of one number
def smallest_decay(lr0, curvature, left):
    return np.array(1 - lr0 * curvature / -np.log([left]))[0]

# %% float32
def smallest_decay(lr0, curvature, left):
    return np.float32(1) - np.float32(lr0 * curvature) / np.float32(-np.log(left))

# %% prints the first rates
from course import schedules

def smallest_decay(lr0, curvature, left):
    decay = 1 + lr0 * curvature / np.log(left)
    print("first rates:", schedules.exponential_decay(lr0, decay)(np.arange(3)))
    return decay

# %% SciPy looks for the root
from scipy.optimize import brentq

def smallest_decay(lr0, curvature, left):
    def too_far(decay):
        return np.exp(-curvature * lr0 / (1 - decay)) - left

    return brentq(too_far, 0, 1 - 1e-12, xtol=1e-14)
