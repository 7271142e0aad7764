# Wrong answers: each cell is named by the mistake that the check must name.

# %% column_means.row-means
def column_means(X):
    return X.mean(axis=1)

# %% column_means.one-number
def column_means(X):
    return X.mean()

# %% column_means.sums
def column_means(X):
    return X.sum(axis=0)

# %% column_means.rounded
def column_means(X):
    return np.round(X.mean(axis=0))

# %% ?
def column_means(X):
    return X[0]

# %% column_means.divided-by-the-columns
def column_means(X):
    return X.sum(axis=0) / X.shape[1]

# %% column_means.divided-by-two
def column_means(X):
    return X.sum(axis=0) / 2

# %% column_means.two-columns
def column_means(X):
    return X[:, 0].mean(), X[:, 1].mean()
