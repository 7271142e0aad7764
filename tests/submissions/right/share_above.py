# Right answers, each in another dress: one cell, one whole answer.

# %% dress 1
def share_above(x, limit):
    return (x > limit).mean()

# %% dress 2
def share_above(x, limit):
    return np.mean(x > limit)

# %% dress 3
def share_above(x, limit):
    return sum(x > limit) / len(x)

# %% dress 4
def share_above(x, limit):
    return np.count_nonzero(x > limit) / x.size

# %% dress 5
def share_above(x, limit):
    return len(x[x > limit]) / len(x)
