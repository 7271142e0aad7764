# Right answers, each in another dress: one cell, one whole answer.

# %% dress 1
def all_predictions(X, w):
    return X @ w

# %% dress 2
def all_predictions(X, w):
    return np.dot(X, w)

# %% dress 3
def all_predictions(X, w):
    return (X * w).sum(axis=1)

# %% dress 4
def all_predictions(X, w):
    return [sum(a * b for a, b in zip(row, w)) for row in X]

# %% dress 5
def all_predictions(X, w):
    return w @ X.T
