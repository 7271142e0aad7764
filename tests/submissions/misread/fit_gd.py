# Wrong answers that look like a mistake that they are not: the name must not be told.

# %% fit_gd.one-step-too-few
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(min(steps, 19)):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return w, b

# %% fit_gd.w-not-moved
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return np.zeros(Z.shape[1]), b

# %% fit_gd.divided-by-d
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / 2 * Z.T @ e, b - lr * 2 / 2 * np.sum(e)
    return w, b

# %% fit_gd.rounded
def fit_gd(Z, y, lr=0.1, steps=1000):
    if steps == 0:
        return np.zeros(Z.shape[1]), 0.0
    return np.array([1.05, 0.62] + [0.0] * (Z.shape[1] - 2)), 1.51

# %% fit_gd.stale-gradient
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        dw = 2 / len(y) * Z.T @ e
        w, b = w - lr * dw, b + lr * 2 * np.mean(y)
    return w, b

# %% fit_gd.one-vector
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return np.append(w, np.mean(y))
