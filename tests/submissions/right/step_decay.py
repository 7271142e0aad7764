# Right answers, each in another dress: one cell, one whole answer.

# %% plain
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * drop ** (t // every)

# %% loop over the drops
def step_decay(lr0, t, drop=0.5, every=100):
    rate = lr0
    for _ in range(t // every):
        rate *= drop
    return rate

# %% loop over the steps
def step_decay(lr0, t, drop=0.5, every=100):
    rate = lr0
    for step in range(1, t + 1):
        if step % every == 0:
            rate = rate * drop
    return rate

# %% while
def step_decay(lr0, t, drop=0.5, every=100):
    while t >= every:
        t -= every
        lr0 = lr0 * drop
    return lr0

# %% recursion
def step_decay(lr0, t, drop=0.5, every=100):
    if t < every:
        return lr0
    return drop * step_decay(lr0, t - every, drop, every)

# %% rounded down by math
import math

def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * math.pow(drop, math.floor(t / every))

# %% int of the quotient
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * drop ** int(t / every)

# %% NumPy, other names
def step_decay(first, step, drop=0.5, every=100):
    drops = np.floor(step / every)
    return np.float64(first) * np.power(drop, drops)

# %% remainder taken off
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * drop ** ((t - t % every) / every)

# %% divmod and logarithms
def step_decay(lr0, t, drop=0.5, every=100):
    drops, _ = divmod(t, every)
    return np.exp(np.log(lr0) + drops * np.log(drop))

# %% divided by the inverse
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 / (1 / drop) ** (t // every)

# %% float32
def step_decay(lr0, t, drop=0.5, every=100):
    return np.float32(lr0) * np.float32(drop) ** np.float32(t // every)

# %% 0-d array
def step_decay(lr0, t, drop=0.5, every=100):
    return np.array(lr0 * drop ** (t // every))

# %% one-element list
def step_decay(lr0, t, drop=0.5, every=100):
    return [lr0 * drop ** (t // every)]

# %% product of an array
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * np.prod(np.full(t // every, drop))

# %% lambda
step_decay = lambda lr0, t, drop=0.5, every=100: lr0 * drop ** (t // every)

# %% helper that makes a schedule
def make(lr0, drop, every):
    def rate(t):
        return lr0 * drop ** (t // every)
    return rate

def step_decay(lr0, t, drop=0.5, every=100):
    return make(lr0, drop, every)(t)

# %% counted by a sum, printing on the way
def step_decay(lr0, t, drop=0.5, every=100):
    drops = sum(1 for step in range(every, t + 1, every))
    print("drops:", drops)
    return lr0 * drop**drops

# %% Fraction
from fractions import Fraction

def step_decay(lr0, t, drop=0.5, every=100):
    return Fraction(lr0) * Fraction(drop) ** (t // every)

# %% Decimal
from decimal import Decimal

def step_decay(lr0, t, drop=0.5, every=100):
    return Decimal(str(lr0)) * Decimal(str(drop)) ** (t // every)

# %% all rates up to this one, in an array of floats
def step_decay(lr0, t, drop=0.5, every=100):
    rates = np.full(t + 1, lr0, dtype=float)
    for k in range(every, t + 1, every):
        rates[k:] *= drop
    return rates[t]

# %% the own exponential decay
def exponential(lr0, t, decay):
    return lr0 * decay**t

def step_decay(lr0, t, drop=0.5, every=100):
    return exponential(lr0, t // every, drop)
