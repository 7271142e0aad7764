# Right answers, each in another dress: one cell, one whole answer.

# %% formula
def rows_for_noise(m, noise, wanted):
    return m * (noise / wanted) ** 2

# %% by the noise of one row
def rows_for_noise(m, noise, wanted):
    one = noise * np.sqrt(m)
    return (one / wanted) ** 2

# %% step by step
def rows_for_noise(m, noise, wanted):
    times_quieter = noise / wanted
    times_as_many = times_quieter * times_quieter
    return times_as_many * m

# %% a number of NumPy's
def rows_for_noise(m, noise, wanted):
    return np.float64(m) * np.square(noise) / np.square(wanted)

# %% fraction
from fractions import Fraction

def rows_for_noise(m, noise, wanted):
    return m * (Fraction(noise) / Fraction(wanted)) ** 2

# %% an array of one number
def rows_for_noise(m, noise, wanted):
    return np.array([m, 1.0]).prod() * np.exp(2 * np.log(noise / wanted))

# %% SciPy looks for the root
from scipy.optimize import brentq

def rows_for_noise(m, noise, wanted):
    return brentq(lambda rows: noise * np.sqrt(m / rows) - wanted, 1e-9, 1e12, xtol=1e-9)
