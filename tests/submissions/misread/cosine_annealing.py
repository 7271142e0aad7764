# Wrong answers: each cell is named by the mistake that the check must not name.

# %% cosine_annealing.linear
def cosine_annealing(lr0, t, T, lr_min=0.0):
    if t <= T / 2:
        return lr0
    return lr0 - (lr0 - lr_min) * (2 * t / T - 1)

# %% cosine_annealing.divided-to-integers
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr0 if t < T / 2 else lr_min

# %% cosine_annealing.first-rate-fixed
def cosine_annealing(lr0, t, T, lr_min=0.0):
    rates = {0: 0.1, 25: 0.08536, 100: lr_min}
    return rates.get(t, 0.05)

# %% cosine_annealing.length-fixed
planned = 100

def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / max(T, planned))) / 2

# %% cosine_annealing.lr-min-ignored
def cosine_annealing(lr0, t, T, lr_min=0.0):
    if t == T:
        return lr_min
    return lr0 * (1 + np.cos(np.pi * t / T)) / 2 + lr_min / 10

# %% cosine_annealing.cut-off
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return max(lr0 * (1 + np.cos(np.pi * t / T)) / 2, 0.05)

# %% cosine_annealing.pi-rounded
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return round(lr_min + (lr0 - lr_min) * (1 + np.cos(np.pi * t / T)) / 2, 3)

# %% cosine_annealing.rounded
def cosine_annealing(lr0, t, T, lr_min=0.0):
    share = round((1 + np.cos(np.pi * t / T)) / 2, 3)
    return lr_min + (lr0 - lr_min) * share

# %% cosine_annealing.sine
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr_min

# %% cosine_annealing.sine
def cosine_annealing(lr0, t, T, lr_min=0.0):
    return lr0 / 2 + lr_min / 2
