# Right answers, each in another dress: one cell, one whole answer.

# %% plain
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / T)) / 2

# %% math, in steps
import math

def cosine_annealing(lr0, t, T, lr_min=0.0):
    done = t / T
    wave = math.cos(math.pi * done)
    height = (lr0 - lr_min) / 2
    return lr_min + height + height * wave

# %% a mixture of both ends
def cosine_annealing(lr0, t, T, lr_min=0.0):
    left = 0.5 * (1 + np.cos(np.pi * t / T))
    return lr0 * left + lr_min * (1 - left)

# %% square of half the angle
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * np.cos(np.pi * t / (2 * T)) ** 2

# %% sine, shifted
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.sin(np.pi / 2 + np.pi * t / T)) / 2

# %% seen from the end
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 - np.cos(np.pi * (T - t) / T)) / 2

# %% in degrees, turned to radians
def cosine_annealing(lr0, t, T, lr_min=0.0):
    angle = np.deg2rad(180 * t / T)
    return lr_min + (lr0 - lr_min) * (1 + np.cos(angle)) / 2

# %% other names, middle and swing
def cosine_annealing(first, step, total, lr_min=0.0):
    middle = (first + lr_min) / 2
    swing = (first - lr_min) / 2
    return middle + swing * np.cos(step * np.pi / total)

# %% from a table
def cosine_annealing(lr0, t, T, lr_min=0.0):
    table = lr_min + (lr0 - lr_min) * (1 + np.cos(np.linspace(0, np.pi, T + 1))) / 2
    return table[t]

# %% float32
def cosine_annealing(lr0, t, T, lr_min=0.0):
    angle = np.float32(np.pi) * np.float32(t) / np.float32(T)
    share = (np.float32(1) + np.cos(angle)) / np.float32(2)
    return np.float32(lr_min) + np.float32(lr0 - lr_min) * share

# %% 0-d array
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return np.asarray(lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / T)) / 2)

# %% one-element array
def cosine_annealing(lr0, t, T, lr_min=0.0):
    x = np.array([t]) / T
    return lr_min + 0.5 * (lr0 - lr_min) * (1 + np.cos(np.pi * x))

# %% complex numbers
def cosine_annealing(lr0, t, T, lr_min=0.0):
    wave = np.exp(1j * np.pi * t / T).real
    return lr_min + (lr0 - lr_min) * (1 + wave) / 2

# %% lambda
cosine_annealing = lambda lr0, t, T, lr_min=0: lr0 - (lr0 - lr_min) * np.sin(np.pi * t / T / 2) ** 2

# %% stays at the smallest rate afterwards
def cosine_annealing(lr0, t, T, lr_min=0.0):
    if t >= T:
        return lr_min
    return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / T)) / 2

# %% helper, printing on the way
def share(t, T):
    print(t, "of", T)
    return (np.cos(t * np.pi / T) + 1) * 0.5

def cosine_annealing(lr0, t, T, lr_min=0.0):
    return (lr0 - lr_min) * share(t, T) + lr_min

# %% recursion of the cosine
def cosine_annealing(lr0, t, T, lr_min=0.0):
    step = np.cos(np.pi / T)
    before, wave = step, 1.0
    for _ in range(t):
        before, wave = wave, 2 * step * wave - before
    return lr_min + (lr0 - lr_min) * (1 + wave) / 2

# %% pi typed in full
def cosine_annealing(lr0, t, T, lr_min=0.0):
    pi = 3.141592653589793
    return lr_min + (lr0 - lr_min) * (1 + np.cos(pi * t / T)) / 2

# %% float32 at the end
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return np.float32(lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / T)) / 2)

# %% one-element list
import math

def cosine_annealing(lr0, t, T, lr_min=0.0):
    return [lr_min + (lr0 - lr_min) * (1 + math.cos(math.pi * t / T)) / 2]

# %% Decimal of both ends
from decimal import Decimal

def cosine_annealing(lr0, t, T, lr_min=0.0):
    left = Decimal(str((1 + float(np.cos(np.pi * t / T))) / 2))
    return Decimal(str(lr_min)) + (Decimal(str(lr0)) - Decimal(str(lr_min))) * left

# %% array of floats, filled in
def cosine_annealing(lr0, t, T, lr_min=0.0):
    rates = np.full(T + 1, lr_min, dtype=float)
    for step in range(T + 1):
        rates[step] += (lr0 - lr_min) * (1 + np.cos(np.pi * step / T)) / 2
    return rates[t]
