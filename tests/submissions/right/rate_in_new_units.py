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
