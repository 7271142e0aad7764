# Right answers, each in another dress: one cell, one whole answer.

# %% plain
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * decay**t

# %% loop
def exponential_decay(lr0, t, decay=0.95):
    rate = lr0
    for _ in range(t):
        rate *= decay
    return rate

# %% recursion
def exponential_decay(lr0, t, decay=0.95):
    if t == 0:
        return lr0
    return decay * exponential_decay(lr0, t - 1, decay)

# %% exponential function of the logarithm
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * np.exp(t * np.log(decay))

# %% math.pow, other names
import math

def exponential_decay(first, step, decay=0.95):
    return math.pow(decay, step) * first

# %% cumulative product
def exponential_decay(lr0, t, decay=0.95):
    factors = np.r_[lr0, np.full(t, decay)]
    return np.cumprod(factors)[-1]

# %% float32
def exponential_decay(lr0, t, decay=0.95):
    return np.float32(lr0) * np.float32(decay) ** np.float32(t)

# %% 0-d array
def exponential_decay(lr0, t, decay=0.95):
    return np.array(lr0) * np.array(decay) ** t

# %% one-element tuple
def exponential_decay(lr0, t, decay=0.95):
    return (lr0 * decay**t,)

# %% five percent taken away each time
def exponential_decay(lr0, t, decay=0.95):
    for _ in range(t):
        lr0 = lr0 - (1 - decay) * lr0
    return lr0

# %% lambda
exponential_decay = lambda lr0, t, decay=0.95: lr0 / (1 / decay) ** t

# %% reduce
from functools import reduce

def exponential_decay(lr0, t, decay=0.95):
    return reduce(lambda rate, _: rate * decay, range(t), lr0)

# %% half-life
def exponential_decay(lr0, t, decay=0.95):
    half_life = np.log(0.5) / np.log(decay)
    return lr0 * 0.5 ** (t / half_life)

# %% while, printing
def exponential_decay(lr0, t, decay=0.95):
    print("from", lr0)
    while t > 0:
        lr0 = lr0 * decay
        t -= 1
    return float(lr0)

# %% squares: as many digits as t has bits
def exponential_decay(lr0, t, decay=0.95):
    factor = 1.0
    while t:
        if t % 2:
            factor *= decay
        decay, t = decay * decay, t // 2
    return lr0 * factor

# %% the last of a list
def exponential_decay(lr0, t, decay=0.95):
    rates = [lr0]
    for _ in range(t):
        rates.append(rates[-1] * decay)
    return rates[t]

# %% step decay that drops at each step
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * drop ** (t // every)

def exponential_decay(lr0, t, decay=0.95):
    return step_decay(lr0, t, drop=decay, every=1)

# %% Fraction
from fractions import Fraction

def exponential_decay(lr0, t, decay=0.95):
    return Fraction(lr0) * Fraction(decay) ** t

# %% Decimal
from decimal import Decimal

def exponential_decay(lr0, t, decay=0.95):
    return Decimal(str(lr0)) * Decimal(str(decay)) ** t

# %% array of floats, filled in
def exponential_decay(lr0, t, decay=0.95):
    rates = np.zeros(t + 1)
    rates[0] = lr0
    for step in range(t):
        rates[step + 1] = decay * rates[step]
    return rates[-1]

# %% recursion that keeps what it knows
from functools import lru_cache

@lru_cache(None)
def exponential_decay(lr0, t, decay=0.95):
    return lr0 if t == 0 else exponential_decay(lr0, t - 1, decay) * decay
