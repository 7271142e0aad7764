# Right answers, each in another dress: one cell, one whole answer.

# %% plain
def fit_gd(Z, y, lr=0.1, steps=1000):
    n, d = Z.shape
    w, b = np.zeros(d), 0.0
    for _ in range(steps):
        error = Z @ w + b - y
        dw, db = 2 / n * Z.T @ error, 2 * np.mean(error)
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% column of ones
def fit_gd(Z, y, lr=0.1, steps=1000):
    A = np.column_stack([Z, np.ones(len(Z))])
    theta = np.zeros(A.shape[1])
    for _ in range(steps):
        theta -= lr * 2 / len(y) * A.T @ (A @ theta - y)
    return theta[:-1], theta[-1]

# %% column of ones first, lists
def fit_gd(Z, y, lr=0.1, steps=1000):
    A = np.insert(Z, 0, 1.0, axis=1)
    theta = np.zeros(A.shape[1])
    for _ in range(steps):
        theta = theta - lr * np.mean(2 * (A @ theta - y)[:, None] * A, axis=0)
    return [list(theta[1:]), theta[0]]

# %% pure Python
def fit_gd(Z, y, lr=0.1, steps=1000):
    rows, targets = Z.tolist(), y.tolist()
    n, d = len(rows), len(rows[0])
    w, b = [0.0] * d, 0.0
    for _ in range(steps):
        errors = [sum(w[j] * row[j] for j in range(d)) + b - t for row, t in zip(rows, targets)]
        dw = [2 / n * sum(e * row[j] for e, row in zip(errors, rows)) for j in range(d)]
        db = 2 / n * sum(errors)
        w = [w[j] - lr * dw[j] for j in range(d)]
        b = b - lr * db
    return w, b

# %% einsum
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(len(Z[0])), np.zeros(())
    for _ in range(steps):
        e = np.einsum("nd,d->n", Z, w) + b - y
        w = w - 2 * lr * np.einsum("nd,n->d", Z, e) / len(e)
        b = b - 2 * lr * e.mean()
    return w, b

# %% loop over the weights, old errors
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        residual = y - Z @ w - b
        for j in range(len(w)):
            w[j] += lr * 2 * np.mean(residual * Z[:, j])
        b += lr * 2 * np.mean(residual)
    return w, b

# %% column vectors, float32 result
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros((Z.shape[1], 1)), 0.0
    target = y.reshape(-1, 1)
    for _ in range(steps):
        error = Z @ w + b - target
        w = w - lr * 2 * Z.T @ error / len(y)
        b = b - lr * 2 * error.mean()
    return w.ravel().astype(np.float32), np.float32(b)

# %% matrix power
def fit_gd(Z, y, lr=0.1, steps=1000):
    A = np.c_[Z, np.ones(len(y))]
    best = np.linalg.solve(A.T @ A, A.T @ y)
    leaves = np.linalg.matrix_power(np.eye(A.shape[1]) - lr * 2 / len(y) * A.T @ A, steps)
    theta = best - leaves @ best
    return theta[:-1], theta[-1]

# %% helper functions and while
def slopes(Z, y, w, b):
    error = (Z * w).sum(axis=1) + b - y
    return 2 * (Z * error[:, None]).mean(axis=0), 2 * error.mean()

def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b, t = np.zeros(Z.shape[1]), 0.0, 0
    while t < steps:
        dw, db = slopes(Z, y, w, b)
        w, b, t = w - lr * dw, b - lr * db, t + 1
    return tuple(w), b

# %% reduce and lambda
from functools import reduce
fit_gd = lambda Z, y, lr=0.1, steps=1000: (lambda v: (v[:-1], v[-1]))(reduce(
    lambda v, _: v - lr * 2 / len(y) * np.append(Z.T @ (Z @ v[:-1] + v[-1] - y), sum(Z @ v[:-1] + v[-1] - y)),
    range(steps), np.zeros(Z.shape[1] + 1)))

# %% moments worked out before the walk
def fit_gd(Z, y, lr=0.1, steps=1000):
    n = len(y)
    ZZ, Zy, mz, my = Z.T @ Z / n, Z.T @ y / n, Z.mean(axis=0), y.mean()
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        dw = 2 * (ZZ @ w + mz * b - Zy)
        db = 2 * (mz @ w + b - my)
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% float32 in a list
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return [np.float32(w), np.float32(b)]

# %% errors by rows, tuples
def fit_gd(Z, y, lr=0.1, steps=1000):
    n, d = Z.shape
    w, b = np.zeros_like(Z[0], dtype=float), 0
    for _ in range(steps):
        e = np.dot(Z, w) + b - y
        w = w - lr * np.array([2 * np.sum(e * Z[:, j]) / n for j in range(d)])
        b = b - lr * 2 * e.sum() / n
    return tuple(w.tolist()), b

# %% an iterator over the two
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(len(Z.T)), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * e @ Z, b - lr * 2 * np.mean(e)
    return iter([w, b])

# %% float32 all the way
def fit_gd(Z, y, lr=0.1, steps=1000):
    Z = Z.astype(np.float32)
    y = y.astype(np.float32)
    w = np.zeros(Z.shape[1], dtype=np.float32)
    b = np.float32(0)
    lr = np.float32(lr)
    for _ in range(steps):
        e = Z @ w + b - y
        dw, db = np.float32(2 / len(y)) * Z.T @ e, 2 * e.mean()
        w, b = w - lr * dw, b - lr * db
    return w, b
