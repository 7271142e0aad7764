# Wrong answers that look like a mistake that they are not: the name must not be told.

# %% scale.n-minus-one
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0) * (4 / 3) ** 0.5
    return (X - mu) / sigma, mu, sigma

# %% scale.wrong-axis
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    if X.shape[0] == X.shape[1]:
        mu = X.mean(axis=1)
    return (X - mu) / sigma, mu, sigma

# %% scale.statistics-of-Z
def scale(X):
    Z = (X - X.mean(axis=0)) / X.std(axis=0)
    return Z, np.zeros(X.shape[1]), X.std(axis=0)

# %% scale.all-at-once
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    return (X - mu) / np.std(X), mu, sigma

# %% scale.first-column-only
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    Z = X * 1.0
    Z[:, 0] = (X[:, 0] - mu[0]) / sigma[0]
    return Z, mu, sigma

# %% scale.transposed
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    return ((X - mu) / sigma).reshape(X.shape[1], X.shape[0]), mu, sigma

# %% scale.Z-only
def scale(X):
    return np.mean(X, axis=0)
