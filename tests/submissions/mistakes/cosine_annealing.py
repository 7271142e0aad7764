# Wrong answers: each cell is named by the mistake that the check must name.

# %% cosine_annealing.other-default
def cosine_annealing(lr0, t, T, lr_min=1e-6):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / T)) / 2

# %% cosine_annealing.other-default
def cosine_annealing(lr0, t, T, lr_min=0.001):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / T)) / 2

# %% cosine_annealing.lr-min-ignored
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr0 * (1 + np.cos(np.pi * t / T)) / 2

# %% cosine_annealing.lr-min-not-added
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return (lr0 - lr_min) * (1 + np.cos(np.pi * t / T)) / 2

# %% cosine_annealing.lr-min-not-subtracted
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + lr0 * (1 + np.cos(np.pi * t / T)) / 2

# %% cosine_annealing.cut-off
def cosine_annealing(lr0, t, T, lr_min=0.0):
    rate = lr0 * (1 + np.cos(np.pi * t / T)) / 2
    if rate < lr_min:
        rate = lr_min
    return rate

# %% cosine_annealing.lr-min-misplaced
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / T)) / 2)

# %% cosine_annealing.lr-min-misplaced
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 + lr_min) * (1 + np.cos(np.pi * t / T)) / 2

# %% cosine_annealing.lr-min-misplaced
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + lr0 - lr_min * (1 + np.cos(np.pi * t / T)) / 2

# %% cosine_annealing.lr-min-misplaced
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr0 + (lr0 - lr_min) * (1 + np.cos(np.pi * t / T)) / 2

# %% cosine_annealing.starts-anew
def cosine_annealing(lr0, t, T, lr_min=0.0):
    t = t % T
    return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / T)) / 2

# %% cosine_annealing.upside-down
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 - np.cos(np.pi * t / T)) / 2

# %% cosine_annealing.upside-down
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr0 + (lr_min - lr0) * (1 + np.cos(np.pi * t / T)) / 2

# %% cosine_annealing.upside-down
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * (T - t) / T)) / 2

# %% cosine_annealing.half-missing
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / T))

# %% cosine_annealing.half-of-all
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return (lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / T))) / 2

# %% cosine_annealing.degrees
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(180 * t / T)) / 2

# %% cosine_annealing.degrees
def cosine_annealing(lr0, t, T, lr_min=0.0):
    angle = np.radians(np.pi * t / T)
    return lr_min + (lr0 - lr_min) * (1 + np.cos(angle)) / 2

# %% cosine_annealing.sine
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.sin(np.pi * t / T)) / 2

# %% cosine_annealing.sine
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * np.sin(np.pi * t / T)

# %% cosine_annealing.linear
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr0 - (lr0 - lr_min) * t / T

# %% cosine_annealing.whole-wave
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(2 * np.pi * t / T)) / 2

# %% cosine_annealing.quarter-wave
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / (2 * T))) / 2

# %% cosine_annealing.quarter-wave
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * np.cos(np.pi / 2 * t / T)

# %% cosine_annealing.pi-missing
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(t / T)) / 2

# %% cosine_annealing.length-missing
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t)) / 2

# %% cosine_annealing.one-missing
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * np.cos(np.pi * t / T) / 2

# %% cosine_annealing.one-missing
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * np.cos(np.pi * t / T)

# %% cosine_annealing.brackets-missing
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / T) / 2)

# %% cosine_annealing.brackets-missing
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * 1 + np.cos(np.pi * t / T) / 2

# %% cosine_annealing.brackets-missing
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + 0.5 * (lr0 - lr_min) * 1 + np.cos(np.pi * t / T)

# %% cosine_annealing.t-and-T-swapped
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * T / t)) / 2

# %% cosine_annealing.length-fixed
def cosine_annealing(lr0, t, T, lr_min=0.0):
    T = 100
    return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / T)) / 2

# %% cosine_annealing.length-fixed
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / 1000)) / 2

# %% cosine_annealing.one-step-off
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * (t + 1) / T)) / 2

# %% cosine_annealing.one-step-off
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / (T - 1))) / 2

# %% cosine_annealing.one-step-off
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * (t - 1) / T)) / 2

# %% cosine_annealing.divided-to-integers
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * (t // T))) / 2

# %% cosine_annealing.absolute
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + abs(np.cos(np.pi * t / T))) / 2

# %% cosine_annealing.squared
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * ((1 + np.cos(np.pi * t / T)) / 2) ** 2

# %% cosine_annealing.first-rate-fixed
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (0.1 - lr_min) * (1 + np.cos(np.pi * t / T)) / 2

# %% cosine_annealing.factor-for-rate
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (1 - lr_min) * (1 + np.cos(np.pi * t / T)) / 2

# %% cosine_annealing.factor-for-rate
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return (1 + np.cos(np.pi * t / T)) / 2

# %% cosine_annealing.step-not-used
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(0)) / 2

# %% cosine_annealing.stays-where-it-is
def cosine_annealing(lr0, t, T, lr_min=0.0):
    if t >= T:
        return lr_min
    return lr_min

# %% cosine_annealing.stays-where-it-is
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return (lr0 + lr_min) / 2

# %% cosine_annealing.what-is-gone
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return (lr0 - lr_min) * (1 - np.cos(np.pi * t / T)) / 2

# %% cosine_annealing.list-of-rates
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return [lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * s / T)) / 2 for s in range(t + 1)]

# %% cosine_annealing.list-of-rates
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * np.arange(T + 1) / T)) / 2

# %% cosine_annealing.summed
def cosine_annealing(lr0, t, T, lr_min=0.0):
    total = 0.0
    for s in range(t + 1):
        total += lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * s / T)) / 2
    return total

# %% cosine_annealing.rounded
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return round(lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / T)) / 2, 4)

# %% cosine_annealing.integer
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return int(lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / T)) / 2)

# %% cosine_annealing.function-for-rate
def cosine_annealing(lr0, t, T, lr_min=0.0):
    def rate(t):
        return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / T)) / 2
    return rate

# %% cosine_annealing.text
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return f"{lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / T)) / 2:.5f}"

# %% cosine_annealing.print-for-return
def cosine_annealing(lr0, t, T, lr_min=0.0):
    print(lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / T)) / 2)

# %% cosine_annealing.no-return
def cosine_annealing(lr0, t, T, lr_min=0.0):
    rate = lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / T)) / 2

# %% ?
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.tanh(np.pi * t / T)) / 2

# %% cosine_annealing.pi-rounded
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(3 * t / T)) / 2

# %% ?
def cosine_annealing(lr0, t, T):
    return lr0 * (1 + np.cos(np.pi * t / T)) / 2

# %% cosine_annealing.not-from-scratch
from course.schedules import cosine_annealing as ready_made

def cosine_annealing(lr0, t, T, lr_min=0.0):
    return ready_made(lr0, T, lr_min)(t)

# %% cosine_annealing.pi-rounded
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(3.14 * t / T)) / 2

# %% cosine_annealing.pi-rounded
pi = 3.142

def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + 0.5 * (lr0 - lr_min) * (1 + np.cos(pi * t / T))

# %% cosine_annealing.pi-rounded
import math

def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + math.cos(22 / 7 * t / T)) / 2

# %% cosine_annealing.whole-numbers-cut-off
def cosine_annealing(lr0, t, T, lr_min=0.0):
    rates = np.full(T + 1, lr0)
    for step in range(T + 1):
        rates[step] = lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * step / T)) / 2
    return rates[t]

# %% cosine_annealing.whole-numbers-cut-off
def cosine_annealing(lr0, t, T, lr_min=0.0):
    rates = np.full(T + 1, lr_min)
    for step in range(T + 1):
        rates[step] = lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * step / T)) / 2
    return rates[t]

# %% ?
def cosine_annealing(lr0, t, T, lr_min=0.0):
    rate = np.array(lr0)
    rate -= (lr0 - lr_min) * (1 - np.cos(np.pi * t / T)) / 2
    return rate

# %% cosine_annealing.rounded
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return np.round(lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / T)) / 2, 7)

# %% cosine_annealing.zero-at-the-end
def cosine_annealing(lr0, t, T, lr_min=0.0):
    if t >= T:
        return 0
    return lr_min + 0.5 * (lr0 - lr_min) * (1 + np.cos(np.pi * t / T))

# %% cosine_annealing.starts-anew
def cosine_annealing(lr0, t, T, lr_min=0.0):
    if t < T:
        return lr_min + 0.5 * (lr0 - lr_min) * (1 + np.cos(np.pi * t / T))
    return lr0

# %% cosine_annealing.no-default
def cosine_annealing(lr0, t, T, lr_min):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / T)) / 2

# %% cosine_annealing.arguments-by-name-only
def cosine_annealing(lr0, t, T, *, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / T)) / 2

# %% cosine_annealing.lr-min-misplaced
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + 0.5 * lr0 - lr_min * (1 + np.cos(np.pi * t / T))

# %% cosine_annealing.lr-min-misplaced
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + lr0 - lr_min * (1 + np.cos(np.pi * t / T)) / 2

# %% cosine_annealing.angle-rounded-down
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + 0.5 * (lr0 - lr_min) * (1 + np.cos(np.pi * t // T))

# %% cosine_annealing.angle-rounded-down
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t // T)) / 2

# %% cosine_annealing.cosine-of-pi-alone
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi) * t / T) / 2
