# Right answers, each in another dress: one cell, one whole answer.

# %% dress 1
def changes(w):
    return w[1:] - w[:-1]

# %% dress 2
def changes(w):
    return np.diff(w)

# %% dress 3
def changes(w):
    return [w[i + 1] - w[i] for i in range(len(w) - 1)]

# %% dress 4
def changes(w):
    return -(w[:-1] - w[1:])

# %% dress 5
def changes(w):
    return tuple(b - a for a, b in zip(w, w[1:]))
