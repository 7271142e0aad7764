# Right answers, each in another dress: one cell, one whole answer.

# %% dress 1
def draws(seed):
    return np.random.default_rng(seed).normal(size=3)

# %% dress 2
def draws(seed):
    rng = np.random.default_rng(seed)
    return rng.normal(size=3)

# %% dress 3
def draws(seed):
    rng = np.random.default_rng(seed)
    return [rng.normal() for _ in range(3)]

# %% dress 4
def draws(seed):
    return np.random.default_rng(seed).standard_normal(3)

# %% dress 5
def draws(seed):
    return np.random.default_rng(seed).normal(0, 1, 3).tolist()
