# Wrong answers: each cell is named by the mistake that the check must name.

# %% largest_stable_rate.fastest-for-largest
def largest_stable_rate(curvature):
    return 1 / curvature

# %% largest_stable_rate.upside-down
def largest_stable_rate(curvature):
    return curvature / 2

# %% largest_stable_rate.multiplied
def largest_stable_rate(curvature):
    return 2 * curvature

# %% largest_stable_rate.integer
def largest_stable_rate(curvature):
    return int(2 / curvature)

# %% largest_stable_rate.two-below-the-line
def largest_stable_rate(curvature):
    return 1 / (2 * curvature)

# %% largest_stable_rate.always-the-parabola
def largest_stable_rate(curvature):
    curvature = 2
    return 2 / curvature

# %% largest_stable_rate.capped
def largest_stable_rate(curvature):
    limit = 2 / curvature
    if limit > 1:
        limit = 1
    return limit

# %% largest_stable_rate.squared
def largest_stable_rate(curvature):
    return 2 / curvature ** 2

# %% largest_stable_rate.root
def largest_stable_rate(curvature):
    return (2 / curvature) ** 0.5

# %% largest_stable_rate.subtracted
def largest_stable_rate(curvature):
    return -curvature + 2

# %% largest_stable_rate.sign-flipped
def largest_stable_rate(curvature):
    # 1 - lr * curvature = ... so lr = -2 / curvature
    return (-1 - 1) / curvature

# %% largest_stable_rate.of-half-the-loss
def largest_stable_rate(curvature):
    return 2 / (curvature / 2)

# %% largest_stable_rate.factor-for-rate
def largest_stable_rate(curvature):
    lr = 2 / curvature
    return 1 - lr

# %% largest_stable_rate.text
def largest_stable_rate(curvature):
    return f"{2 / curvature:.4g}"

# %% largest_stable_rate.just-below
def largest_stable_rate(curvature):
    return 0.999 * 2 / curvature

# %% largest_stable_rate.rounded
def largest_stable_rate(curvature):
    return round(2 / curvature, 4)

# %% largest_stable_rate.print-for-return
def largest_stable_rate(curvature):
    print(2 / curvature)

# %% largest_stable_rate.no-return
def largest_stable_rate(curvature):
    rate = 2 / curvature

# %% ?
def largest_stable_rate(curvature):
    return 0.1

# %% ?
def largest_stable_rate(curvature):
    return curvature

# %% ?
def largest_stable_rate(curvature):
    return [0, 2 / curvature]

# %% largest_stable_rate.curvature-for-rate
def largest_stable_rate(curvature):
    return curvature

# %% largest_stable_rate.whole-numbers-cut-off
import numpy as np

def largest_stable_rate(curvature):
    limit = np.zeros_like(curvature)
    limit[...] = 2 / curvature
    return limit

# %% largest_stable_rate.whole-numbers-cut-off
import numpy as np

def largest_stable_rate(curvature):
    rates = np.full(2, curvature)
    rates[0] = 1 / curvature
    rates[1] = 2 / curvature
    return rates[1]

# %% largest_stable_rate.range-for-limit
def largest_stable_rate(curvature):
    return (0, 2 / curvature)

# %% largest_stable_rate.integer
def largest_stable_rate(curvature):
    return 2 // curvature

# %% largest_stable_rate.root
import math

def largest_stable_rate(curvature):
    return 2 / math.sqrt(curvature)

# %% largest_stable_rate.rounded
import numpy as np

def largest_stable_rate(curvature):
    return np.round(2 / curvature, 6)

# %% largest_stable_rate.rounded
def largest_stable_rate(curvature):
    return float(f"{2 / curvature:.3f}")

# %% largest_stable_rate.just-below
def largest_stable_rate(curvature):
    return 2 / curvature - 1e-6

# %% largest_stable_rate.fastest-for-largest + largest_stable_rate.rounded
def largest_stable_rate(curvature):
    return round(1 / curvature, 3)

# %% ?
import numpy as np

def largest_stable_rate(curvature):
    limit = np.array(2)
    limit /= curvature
    return limit

# %% ?
def largest_stable_rate(curvature):
    rate = 0.0
    while abs(1 - rate * curvature) <= 1 and rate < 20:
        rate += 0.001
    return rate

# %% largest_stable_rate.searched-in-steps
def largest_stable_rate(curvature):
    lr = 0.01
    while abs(1 - lr * curvature) < 1:
        lr = lr + 0.01
    return lr

# %% largest_stable_rate.searched-in-steps
def largest_stable_rate(curvature):
    lr = 0.001
    while 1 - lr * curvature > -1:
        lr += 0.001
    return lr
