# Wrong answers: each cell is named by the mistake that the check must name.

# %% scale.n-minus-one
def scale(X):
    mu = X.mean(axis=0)
    sigma = X.std(axis=0, ddof=1)
    return (X - mu) / sigma, mu, sigma

# %% scale.all-at-once
def scale(X):
    mu = np.mean(X)
    sigma = np.std(X)
    return (X - mu) / sigma, mu, sigma

# %% scale.wrong-axis
def scale(X):
    mu = X.mean(axis=1)
    sigma = X.std(axis=1)
    return (X - mu) / sigma, mu, sigma

# %% scale.rows-for-columns
def scale(X):
    mu = X.mean(axis=1, keepdims=True)
    sigma = X.std(axis=1, keepdims=True)
    return (X - mu) / sigma, mu, sigma

# %% scale.min-max
def scale(X):
    low, high = X.min(axis=0), X.max(axis=0)
    return (X - low) / (high - low), low, high - low

# %% scale.variance
def scale(X):
    mu = X.mean(axis=0)
    sigma = ((X - mu) ** 2).mean(axis=0)
    return (X - mu) / sigma, mu, sigma

# %% scale.range
def scale(X):
    mu = X.mean(axis=0)
    sigma = X.max(axis=0) - X.min(axis=0)
    return (X - mu) / sigma, mu, sigma

# %% scale.not-centred
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    return X / sigma, mu, sigma

# %% scale.not-divided
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    return X - mu, mu, sigma

# %% scale.brackets
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    return X - mu / sigma, mu, sigma

# %% scale.divided-first
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    Z = X / sigma
    Z = Z - mu
    return Z, mu, sigma

# %% scale.multiplied
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    return (X - mu) * sigma, mu, sigma

# %% scale.sign-flipped
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    return (mu - X) / sigma, mu, sigma

# %% scale.spread-about-zero
def scale(X):
    mu = X.mean(axis=0)
    sigma = ((X ** 2).sum(axis=0) / len(X)) ** 0.5
    return (X - mu) / sigma, mu, sigma

# %% scale.mean-distance
def scale(X):
    mu = X.mean(axis=0)
    sigma = abs(X - mu).mean(axis=0)
    return (X - mu) / sigma, mu, sigma

# %% scale.unit-length
def scale(X):
    mu = X.mean(axis=0)
    sigma = np.sqrt(np.sum((X - mu) ** 2, axis=0))
    return (X - mu) / sigma, mu, sigma

# %% scale.median
def scale(X):
    mu, sigma = np.median(X, axis=0), X.std(axis=0)
    return (X - mu) / sigma, mu, sigma

# %% scale.largest
def scale(X):
    mu, sigma = X.mean(axis=0), abs(X).max(axis=0)
    return (X - mu) / sigma, mu, sigma

# %% scale.mu-and-sigma-swapped
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    return (X - mu) / sigma, sigma, mu

# %% scale.Z-last
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    return mu, sigma, (X - mu) / sigma

# %% scale.Z-only
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    return (X - mu) / sigma

# %% scale.Z-missing
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    Z = (X - mu) / sigma
    return mu, sigma

# %% scale.Z-missing
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    Z = (X - mu) / sigma
    return mu

# %% scale.variance-returned
def scale(X):
    mu, variance = X.mean(axis=0), X.var(axis=0)
    return (X - mu) / np.sqrt(variance), mu, variance

# %% scale.statistics-of-Z
def scale(X):
    Z = (X - X.mean(axis=0)) / X.std(axis=0)
    return Z, Z.mean(axis=0), Z.std(axis=0)

# %% scale.rounded
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    return np.round((X - mu) / sigma, 2), mu, sigma

# %% scale.print-for-return
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    print((X - mu) / sigma, mu, sigma)

# %% scale.no-return
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    Z = (X - mu) / sigma

# %% scale.input-changed
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    X -= mu
    X /= sigma
    return X, mu, sigma

# %% scale.not-from-scratch
from sklearn.preprocessing import StandardScaler
def scale(X):
    scaler = StandardScaler().fit(X)
    return scaler.transform(X), scaler.mean_, scaler.scale_

# %% ?
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    return ((X - mu) / sigma).T, mu, sigma

# %% ?
def scale(X):
    mu, sigma = X[:, 0].mean(), X[:, 0].std()
    return (X - mu) / sigma, mu, sigma

# %% ?
def scale(X):
    return X, np.zeros(X.shape[1]), np.ones(X.shape[1])

# %% scale.transposed
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    return ((X - mu) / sigma).T, mu, sigma

# %% scale.first-column-only
def scale(X):
    first = X[:, 0]
    return (X - first.mean()) / first.std(), first.mean(), first.std()

# %% scale.tables-for-mu-and-sigma
def scale(X):
    mu = np.mean(X, axis=0, keepdims=True)
    sigma = np.std(X, axis=0, keepdims=True)
    return (X - mu) / sigma, mu, sigma

# %% scale.whole-numbers-cut-off
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    Z = np.zeros_like(X)
    for j in range(X.shape[1]):
        Z[:, j] = (X[:, j] - mu[j]) / sigma[j]
    return Z, mu, sigma

# %% scale.whole-numbers-cut-off
def scale(X):
    Z = X.copy()
    mu, sigma = np.mean(X, axis=0), np.std(X, axis=0)
    for i in range(len(X)):
        Z[i] = (X[i] - mu) / sigma
    return Z, mu, sigma

# %% scale.whole-numbers-cut-off
def scale(X):
    mu, sigma = np.zeros_like(X[0]), np.zeros_like(X[0])
    for j in range(X.shape[1]):
        mu[j], sigma[j] = X[:, j].mean(), X[:, j].std()
    return (X - mu) / sigma, mu, sigma

# %% scale.rounded
def scale(X):
    mu, sigma = X.mean(axis=0).round(4), X.std(axis=0).round(4)
    return np.round((X - X.mean(axis=0)) / X.std(axis=0), 4), mu, sigma

# %% scale.largest
def scale(X):
    mu, sigma = X.mean(axis=0), X.max(axis=0)
    return (X - mu) / sigma, mu, sigma

# %% scale.not-from-scratch
from course import regression
def scale(X):
    return regression.standardize(X)

# %% ?
def scale(X):
    Z = X.copy()
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    Z -= mu
    Z /= sigma
    return Z, mu, sigma

# %% scale.rows-for-columns
def scale(X):
    mu, sigma = X.mean(axis=1), X.std(axis=1)
    return (X - mu[:, np.newaxis]) / sigma[:, np.newaxis], mu, sigma

# %% scale.two-columns-only
def scale(X):
    mu = np.array([np.mean(X[:, 0]), np.mean(X[:, 1])])
    sigma = np.array([np.std(X[:, 0]), np.std(X[:, 1])])
    return (X - mu) / sigma, mu, sigma

# %% scale.half-for-root
def scale(X):
    mu = X.mean(axis=0)
    sigma = ((X - mu) ** 2).mean(axis=0) ** 1/2
    return (X - mu) / sigma, mu, sigma

# %% ?
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0)
    return np.clip((X - mu) / sigma, -3, 3), mu, sigma

# %% scale.added-before-squared
def scale(X):
    mu = sum(X) / len(X)
    sigma = np.sqrt(sum(X - mu)**2 / len(X))
    return (X - mu) / sigma, mu, sigma

# %% scale.added-before-squared
def scale(X):
    mu = np.mean(X, axis=0)
    sigma = np.mean(X - mu, axis=0)
    return (X - mu) / sigma, mu, sigma

# %% scale.all-at-once
def scale(X):
    n = len(X)
    mu = np.sum(X) / n
    sigma = np.sqrt(np.sum((X - mu) ** 2) / n)
    return (X - mu) / sigma, mu, sigma

# %% scale.loop-through-the-rows
def scale(X):
    Z = []
    for column in X:
        mu = column.mean()
        sigma = column.std()
        Z.append((column - mu) / sigma)
    return Z, mu, sigma
