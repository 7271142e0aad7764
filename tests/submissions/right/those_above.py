# Right answers, each in another dress: one cell, one whole answer.

# %% dress 1
def those_above(x, limit):
    return x[x > limit]

# %% dress 2
def those_above(x, limit):
    return [value for value in x if value > limit]

# %% dress 3
def those_above(x, limit):
    return x[np.where(x > limit)]

# %% dress 4
def those_above(x, limit):
    return np.array(list(filter(lambda value: value > limit, x)))

# %% dress 5
def those_above(x, limit):
    mask = ~(x <= limit)
    return x[mask]
