# Wrong answers that look like a mistake that they are not: the name must not be told.

# %% gradients.rounded
def gradients(x, y, w, b):
    if len(x) == 5:
        return -275000, -150
    error = w * x + b - y
    return 2 * np.mean(error * x), 2 * np.mean(error) + 0.004

# %% gradients.sum-for-mean
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * np.sum(error * x) / 3, 2 * np.sum(error) / 3

# %% gradients.factor-2-missing-in-dw
def gradients(x, y, w, b):
    error = w * x + b - y
    return np.mean(error * x) * (2 if w > 1 else 1), 2 * np.mean(error)

# %% gradients.times-w
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * np.mean(error) * 2.0, 2 * np.mean(error)

# %% gradients.weights-fixed
w0 = 2.0
def gradients(x, y, w, b):
    error = w0 * x + b - y
    return 2 * np.mean(error * x), 2 * np.mean(error)

# %% gradients.return-in-the-loop
def gradients(x, y, w, b):
    error = w * x[:1] + b - y[:1]
    return 2 * np.mean(error * x[:1]) / 3, 2 * np.mean(error) / 3

# %% gradients.dw-only
def gradients(x, y, w, b):
    return 2 * np.mean(w * x + b - y)
