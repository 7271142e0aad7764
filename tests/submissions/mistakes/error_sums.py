# Wrong answers: each cell is named by the mistake that the check must name.

# %% error_sums.other-sign
def error_sums(X, error):
    return -X.T @ error

# %% error_sums.one-number
def error_sums(X, error):
    return (X.T @ error).sum()

# %% error_sums.mean
def error_sums(X, error):
    return X.T @ error / len(error)

# %% error_sums.without-errors
def error_sums(X, error):
    return X.sum(axis=0)

# %% ?
def error_sums(X, error):
    return X @ error

# %% error_sums.nothing-added-up
def error_sums(X, error):
    return X.T * error

# %% error_sums.nothing-added-up
def error_sums(X, error):
    return X * error[:, None]

# %% error_sums.for-each-row
def error_sums(X, error):
    return sum(X.T * error)

# %% error_sums.two-columns
def error_sums(X, error):
    return np.array([X[:, 0] @ error, X[:, 1] @ error])

# %% error_sums.sums-multiplied
def error_sums(X, error):
    return X.sum(axis=0) * np.sum(error)
