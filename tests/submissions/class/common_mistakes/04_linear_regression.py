# %% mse
def mse(x, y, w, b):
    return np.sum((w * x + b - y) ** 2)

# %% gradients
def gradients(x, y, w, b):
    error = w * x + b - y
    return np.mean(error * x), np.mean(error)

# %% fit
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        w = w - lr * 2 * np.mean((w * x + b - y) * x)
        b = b - lr * 2 * np.mean(w * x + b - y)
    return w, b
