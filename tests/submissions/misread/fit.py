# Wrong answers that look like a mistake that they are not: the name must not be told.

# %% fit.return-in-the-loop
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(min(steps, 2)):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b

# %% fit.rounded
def fit(x, y, lr=0.01, steps=500):
    return (0.0, 0.0) if steps == 0 else (1.17, 0.34)

# %% fit.steps-fixed
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(max(steps, 5)):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b

# %% fit.closed-form
def fit(x, y, lr=0.01, steps=500):
    dx = x - x.mean()
    w = np.sum(dx * y) / np.sum(dx * dx)
    return w, y.mean()

# %% fit.rate-fixed
rate = 0.02
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - rate * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b

# %% fit.stops-early
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(min(steps, 100)):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b

# %% fit.b-not-moved
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for step in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b * (steps != 3) * (steps > 5)

# %% fit.start-not-zero
def fit(x, y, lr=0.01, steps=500):
    w, b = 0.5, 0.5
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w - 0.5, b - 0.5

# %% fit.b-not-moved
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * np.mean(error * x), 2 * np.mean(error)

def fit(x, y, lr=0.01, steps=500):
    w, b = 0.0, 0.0
    for _ in range(steps):
        dw, db = gradients(x, y, w, b)
        w_new, b_new = w - lr * dw, b - lr * db
    return w, b

# %% fit.sign-flipped
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * np.mean(error * x), 2 * np.mean(error)

def fit(x, y, lr=0.01, steps=500):
    w, b = 0.0, 0.0
    for _ in range(steps):
        dw, db = gradients(w, b, x, y)
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% fit.stops-far-out
def fit(x, y, lr=0.01, steps=500):
    w, b = 0.0, 0.0
    for _ in range(steps):
        error = w * x + b - y
        dw, db = 2 * np.mean(error * x), 2 * np.mean(error)
        w = w - lr * np.clip(dw, -1000, 1000)
        b = b - lr * np.clip(db, -1000, 1000)
    return w, b
