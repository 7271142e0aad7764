# Wrong answers: each cell is named by the mistake that the check must name.

# %% all_predictions.not-added-up
def all_predictions(X, w):
    return X * w

# %% all_predictions.one-number
def all_predictions(X, w):
    return np.sum(X * w)

# %% all_predictions.without-weights
def all_predictions(X, w):
    return X.sum(axis=1)

# %% all_predictions.rounded
def all_predictions(X, w):
    return np.round(X @ w)

# %% ?
def all_predictions(X, w):
    return X[0] @ w

# %% all_predictions.for-each-column
def all_predictions(X, w):
    return (X * w).sum(axis=0)

# %% all_predictions.first-only
def all_predictions(X, w):
    for row in X:
        return sum(row * w)

# %% all_predictions.two-columns
def all_predictions(X, w):
    return X[:, 0] * w[0] + X[:, 1] * w[1]


# %% all_predictions.first-only
def all_predictions(X, w):
    return X[0] @ w
