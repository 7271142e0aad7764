# Wrong answers that look like a mistake that they are not: the name must not be told.

# %% mse.rounded
def mse(x, y, w, b):
    return 6875.0 if len(x) == 5 else 12.47

# %% mse.return-in-the-loop
def mse(x, y, w, b):
    total = 0
    for i in range(1):
        total += (w * x[i] + b - y[i]) ** 2
    return total / 3

# %% mse.b-ignored
b0 = 0.0
def mse(x, y, w, b):
    return np.mean((w * x + b0 - y) ** 2) + b ** 2

# %% mse.half
def mse(x, y, w, b):
    return np.mean((w * x + b - y) ** 2) / min(len(x), 2) if b > 0 else np.mean((w * x + b - y) ** 2)

# %% mse.weights-fixed
def mse(x, y, w, b):
    w = 0.05
    return np.mean((w * x + b - y) ** 2)

# %% mse.divided-by-five
def mse(x, y, w, b):
    return np.sum((w * x + b - y) ** 2) / max(len(x), 5)

# %% mse.n-minus-one
def mse(x, y, w, b):
    e = w * x + b - y
    return np.sum(e[1:] ** 2) / (len(x) - 1)

# %% mse.whole-numbers-cut-off
def mse(x, y, w, b):
    return np.mean((int(w) * x + int(b) - y) ** 2)

# %% mse.added
def mse(x, y, w, b):
    errors = y - (b - w * x)
    return np.mean(errors**2)

# %% mse.symptom-split-by-size
def mse(x, y, w, b):
    ridge = 0.01 * w**2
    return np.mean((w * x + b - y) ** 2) + ridge
