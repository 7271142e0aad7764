# Right answers, each in another dress: one cell, one whole answer.

# %% dress 1
def column_means(X):
    return X.mean(axis=0)

# %% dress 2
def column_means(X):
    return np.mean(X, 0)

# %% dress 3
def column_means(X):
    return X.sum(axis=0) / len(X)

# %% dress 4
def column_means(X):
    return [column.mean() for column in X.T]

# %% dress 5
def column_means(X):
    return np.average(X, axis=0)
