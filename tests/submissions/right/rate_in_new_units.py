# Right answers, each in another dress: one cell, one whole answer.

# %% formula
def rate_in_new_units(lr, times):
    return lr / times**2

# %% divided twice
def rate_in_new_units(lr, times):
    return lr / times / times

# %% by the limits of a flat of size 1
def rate_in_new_units(lr, times):
    old_limit = 2 / (2 * 1**2)
    new_limit = 2 / (2 * times**2)
    return lr * new_limit / old_limit

# %% array
def rate_in_new_units(lr, times):
    return np.array(lr) / np.square(float(times))

# %% fraction
from fractions import Fraction

def rate_in_new_units(lr, times):
    return Fraction(lr) / Fraction(times) ** 2

# %% by the curvatures of a loss
from course.landscapes import slope_error

def rate_in_new_units(lr, times):
    size = np.array([0.2, 1.0, 1.4])
    before = slope_error(size, size).curvature(0.0)
    after = slope_error(times * size, size).curvature(0.0)
    return lr * before / after
