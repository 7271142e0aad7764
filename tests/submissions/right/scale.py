# Right answers, each in another dress: one cell, one whole answer.

# %% plain
def scale(X):
    mu = X.mean(axis=0)
    sigma = X.std(axis=0)
    return (X - mu) / sigma, mu, sigma

# %% root of the mean of squares
def scale(X):
    mu = np.mean(X, axis=0)
    sigma = np.sqrt(np.mean((X - mu) ** 2, axis=0))
    Z = (X - mu) / sigma
    return [Z, mu, sigma]

# %% column by column
def scale(X):
    Z = np.empty(X.shape)
    mu, sigma = [], []
    for j in range(X.shape[1]):
        column = X[:, j]
        mu.append(column.mean())
        sigma.append(column.std())
        Z[:, j] = (column - mu[j]) / sigma[j]
    return Z, mu, sigma

# %% lists all the way
def scale(X):
    rows = X.tolist()
    n, d = len(rows), len(rows[0])
    mu = [sum(row[j] for row in rows) / n for j in range(d)]
    sigma = [(sum((row[j] - mu[j]) ** 2 for row in rows) / n) ** 0.5 for j in range(d)]
    Z = [[(row[j] - mu[j]) / sigma[j] for j in range(d)] for row in rows]
    return Z, mu, sigma

# %% transposed, other names
def scale(table):
    columns = table.T
    centers = columns.mean(axis=1)
    spreads = columns.std(axis=1)
    return ((columns - centers[:, None]) / spreads[:, None]).T, centers, spreads

# %% with care for constant columns
def scale(X):
    mu, sigma = np.mean(X, axis=0), np.std(X, axis=0)
    sigma = np.where(sigma == 0, 1, sigma)
    return (X - mu) / sigma, mu, sigma

# %% with a tiny number below the line
def scale(X):
    mu, sigma = X.mean(0), X.std(0)
    return (X - mu) / (sigma + 1e-8), mu, sigma

# %% variance by squares, float32 result
def scale(X):
    mu = X.sum(axis=0) / len(X)
    sigma = np.sqrt((X * X).sum(axis=0) / len(X) - mu**2)
    return ((X - mu) / sigma).astype(np.float32), mu.astype(np.float32), sigma.astype(np.float32)

# %% copy changed in place
def scale(X):
    Z = X.astype(float)
    mu = Z.mean(axis=0)
    Z -= mu
    sigma = np.linalg.norm(Z, axis=0) / len(Z) ** 0.5
    Z /= sigma
    return Z, mu, sigma

# %% covariance matrix
def scale(X):
    mu = np.ones(len(X)) @ X / len(X)
    sigma = np.sqrt(np.diag(np.atleast_2d(np.cov(X.T, bias=True))))
    return (X - mu) @ np.diag(1 / sigma), mu, sigma

# %% lambda
scale = lambda X: ((X - X.mean(0)) / X.std(0), X.mean(0), X.std(0))

# %% an iterator over three
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    yield (X - mu) / sigma
    yield mu
    yield sigma

# %% column by column, tuples
def scale(X):
    columns = [X[:, j] for j in range(X.shape[1])]
    mu = tuple(float(np.mean(c)) for c in columns)
    sigma = tuple(float(np.std(c)) for c in columns)
    return np.array([(c - m) / s for c, m, s in zip(columns, mu, sigma)]).T, mu, sigma

# %% a copy made of floats, filled
def scale(X):
    Z = np.array(X, dtype=float)
    mu, sigma = Z.mean(axis=0), Z.std(axis=0)
    for j in range(Z.shape[1]):
        Z[:, j] = (X[:, j] - mu[j]) / sigma[j]
    return Z, list(mu), list(sigma)
