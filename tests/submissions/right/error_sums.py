# Right answers, each in another dress: one cell, one whole answer.

# %% dress 1
def error_sums(X, error):
    return X.T @ error

# %% dress 2
def error_sums(X, error):
    return error @ X

# %% dress 3
def error_sums(X, error):
    return (X.T * error).sum(axis=1)

# %% dress 4
def error_sums(X, error):
    return [sum(X[:, j] * error) for j in range(X.shape[1])]

# %% dress 5
def error_sums(X, error):
    return np.transpose(X).dot(error)
