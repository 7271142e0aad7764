# Wrong answers: each cell is named by the mistake that the check must name.

# %% fit.other-default-rate
def fit(x, y, lr=0.1, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b

# %% fit.other-default-rate
def fit(x, y, lr=0.001, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b

# %% fit.other-default-steps
def fit(x, y, lr=0.01, steps=100):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b

# %% fit.other-default-steps
def fit(x, y, lr=0.01, steps=1000):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b

# %% fit.swapped
def fit(x, y, lr=0.01, steps=500):
    slope = intercept = 0.0
    for _ in range(steps):
        e = slope * x + intercept - y
        slope, intercept = slope - lr * 2 * np.mean(e * x), intercept - lr * 2 * np.mean(e)
    return intercept, slope

# %% fit.sign-flipped
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        dw, db = 2 * np.mean(e * x), 2 * np.mean(e)
        w = w + lr * dw
        b = b + lr * db
    return w, b

# %% fit.factor-2-missing
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        dw, db = np.mean(e * x), np.mean(e)
        w = w - lr * dw
        b = b - lr * db
    return w, b

# %% fit.sum-for-mean
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        dw, db = 2 * np.sum(e * x), 2 * np.sum(e)
        w = w - lr * dw
        b = b - lr * db
    return w, b

# %% fit.sequential
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        w = w - lr * 2 * np.mean((w * x + b - y) * x)
        b = b - lr * 2 * np.mean(w * x + b - y)
    return w, b

# %% fit.sequential-b-first
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        b = b - lr * 2 * np.mean(w * x + b - y)
        w = w - lr * 2 * np.mean((w * x + b - y) * x)
    return w, b

# %% fit.stale-gradient
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    e = w * x + b - y
    for _ in range(steps):
        w = w - lr * 2 * np.mean(e * x)
        b = b - lr * 2 * np.mean(e)
    return w, b

# %% fit.b-not-moved
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        w = w - lr * 2 * np.mean((w * x + b - y) * x)
    return w, b

# %% fit.w-not-moved
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        b = b - lr * 2 * np.mean(w * x + b - y)
    return w, b

# %% fit.b-not-in-prediction
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x - y
        w = w - lr * 2 * np.mean(e * x)
        b = b - lr * 2 * np.mean(e)
    return w, b

# %% fit.x-missing
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w = w - lr * 2 * np.mean(e)
        b = b - lr * 2 * np.mean(e)
    return w, b

# %% fit.factor-2-missing-in-dw
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w = w - lr * np.mean(e * x)
        b = b - lr * 2 * np.mean(e)
    return w, b

# %% fit.factor-2-missing-in-db
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w = w - lr * 2 * np.mean(e * x)
        b = b - lr * np.mean(e)
    return w, b

# %% fit.each-example
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        for xi, yi in zip(x, y):
            e = w * xi + b - yi
            w -= lr * 2 * e * xi
            b -= lr * 2 * e
    return w, b

# %% fit.last-example-only
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        for xi, yi in zip(x, y):
            e = w * xi + b - yi
            dw, db = 2 * e * xi, 2 * e
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% fit.one-step-too-many
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps + 1):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b

# %% fit.one-step-too-few
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(1, steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b

# %% fit.rate-fixed
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - 0.01 * 2 * np.mean(e * x), b - 0.01 * 2 * np.mean(e)
    return w, b

# %% fit.steps-fixed
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(500):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b

# %% fit.rate-missing
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - 2 * np.mean(e * x), b - 2 * np.mean(e)
    return w, b

# %% fit.start-not-zero
def fit(x, y, lr=0.01, steps=500):
    w, b = 1.0, 1.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b

# %% fit.loss-too
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b, np.mean((w * x + b - y) ** 2)

# %% fit.w-only
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w

# %% fit.rounded
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return round(w, 2), round(b, 2)

# %% fit.closed-form
def fit(x, y, lr=0.01, steps=500):
    dx = x - x.mean()
    w = np.sum(dx * y) / np.sum(dx * dx)
    return w, y.mean() - w * x.mean()

# %% fit.not-from-scratch
def fit(x, y, lr=0.01, steps=500):
    w, b = np.polyfit(x, y, 1)
    return w, b

# %% fit.every-step-returned
def fit(x, y, lr=0.01, steps=500):
    path = [(0.0, 0.0)]
    for _ in range(steps):
        w, b = path[-1]
        e = w * x + b - y
        path.append((w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)))
    return path

# %% fit.gradients-returned
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    e = w * x + b - y
    return 2 * np.mean(e * x), 2 * np.mean(e)

# %% fit.integer
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return int(w), int(b)

# %% fit.print-for-return
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    print(w, b)

# %% fit.no-return
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)

# %% fit.input-changed
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        y -= w * x + b
        w, b = w + lr * 2 * np.mean(y * x), b + lr * 2 * np.mean(y)
    return w, b

# %% ?
def fit(x, y, lr=0.01, steps=500):
    return 3.0, 7.0

# %% ?
def fit(x, y, lr=0.01, steps=500):
    rng = np.random.RandomState(1)
    w, b = rng.randn(2)
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b

# %% ?
def fit(x, y, lr=0.01, steps=500):
    x = (x - x.mean()) / x.std()
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b

# %% ?
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        if np.mean(e ** 2) < 1e-3:
            break
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b

# %% fit.start-not-zero
def fit(x, y, lr=0.01, steps=500):
    w, b = 0.05, 100.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b

# %% fit.return-in-the-loop
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
        return w, b

# %% fit.rate-twice
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        dw, db = lr * 2 * np.mean(e * x), lr * 2 * np.mean(e)
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% fit.rate-divided
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - 2 * np.mean(e * x) / lr, b - 2 * np.mean(e) / lr
    return w, b

# %% fit.no-default
def fit(x, y, lr, steps):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b

# %% fit.houses-only
def fit(x, y, lr=0.01, steps=500):
    x = np.array([500, 1000, 1500, 2000, 2500])
    y = np.array([150, 200, 250, 300, 350])
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b

# %% fit.scaled-inside
def fit(x, y, lr=0.01, steps=500):
    x = (x - x.mean()) / x.std()
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b

# %% fit.stops-early
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        if np.mean(e ** 2) < 1e-6:
            break
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b

# %% fit.weights-cut-off
def fit(x, y, lr=0.01, steps=500):
    weights = np.array([0, 0])
    for _ in range(steps):
        e = weights[0] * x + weights[1] - y
        weights[:] = weights - lr * 2 * np.array([np.mean(e * x), np.mean(e)])
    return weights

# %% fit.whole-numbers-cut-off
def fit(x, y, lr=0.01, steps=500):
    weights = np.zeros(2, dtype=x.dtype)
    for _ in range(steps):
        e = weights[0] * x + weights[1] - y
        dw, db = 2 * np.mean(e * x), 2 * np.mean(e)
        weights[0] = weights[0] - lr * dw
        weights[1] = weights[1] - lr * db
    return weights[0], weights[1]

# %% fit.rounded
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return round(float(w), 4), round(float(b), 4)

# %% fit.every-step-returned
def fit(x, y, lr=0.01, steps=500):
    ws, bs = [0.0], [0.0]
    for _ in range(steps):
        e = ws[-1] * x + bs[-1] - y
        ws.append(ws[-1] - lr * 2 * np.mean(e * x))
        bs.append(bs[-1] - lr * 2 * np.mean(e))
    return ws, bs

# %% fit.not-from-scratch
from course import descent, landscapes
def fit(x, y, lr=0.01, steps=500):
    return descent.descend(landscapes.squared_error(x, y), [0.0, 0.0], lr, steps).final

# %% ?
def fit(x, y, lr=0.01, steps=500):
    weights = np.array([0, 0])
    for _ in range(steps):
        e = weights[0] * x + weights[1] - y
        weights -= lr * 2 * np.array([np.mean(e * x), np.mean(e)])
    return weights

# %% fit.lowest-kept
from course.regression import gradients, mean_squared_error as mse

def fit(x, y, lr=0.01, steps=500):
    w, b = 0.0, 0.0
    best_w, best_b, best_loss = w, b, mse(x, y, w, b)
    for _ in range(steps):
        dw, db = gradients(x, y, w, b)
        w, b = w - lr * dw, b - lr * db
        if mse(x, y, w, b) < best_loss:
            best_w, best_b, best_loss = w, b, mse(x, y, w, b)
    return best_w, best_b

# %% fit.lowest-kept
from course.regression import gradients, mean_squared_error as mse

def fit(x, y, lr=0.01, steps=500):
    w, b = 0.0, 0.0
    for _ in range(steps):
        dw, db = gradients(x, y, w, b)
        if mse(x, y, w - lr * dw, b - lr * db) > mse(x, y, w, b):
            break
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% fit.slopes-swapped
from course.regression import gradients

def fit(x, y, lr=0.01, steps=500):
    w, b = 0.0, 0.0
    for _ in range(steps):
        db, dw = gradients(x, y, w, b)
        w = w - lr * dw
        b = b - lr * db
    return w, b

# %% fit.b-by-the-slope-for-w
from course.regression import gradients

def fit(x, y, lr=0.01, steps=500):
    w, b = 0.0, 0.0
    for _ in range(steps):
        dw, db = gradients(x, y, w, b)
        w = w - lr * dw
        b = b - lr * dw
    return w, b

# %% fit.goes-on-from-the-last-call
from course.regression import gradients

w = b = 0.0

def fit(x, y, lr=0.01, steps=500):
    global w, b
    for _ in range(steps):
        dw, db = gradients(x, y, w, b)
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% fit.goes-on-from-the-last-call
from course.regression import gradients

def fit(x, y, lr=0.01, steps=500, place=[0.0, 0.0]):
    for _ in range(steps):
        dw, db = gradients(x, y, *place)
        place[0] -= lr * dw
        place[1] -= lr * db
    return place

# %% fit.weights-swapped
from course.regression import gradients

def fit(x, y, lr=0.01, steps=500):
    w, b = 0.0, 0.0
    for _ in range(steps):
        dw, db = gradients(x, y, b, w)
        w = w - lr * dw
        b = b - lr * db
    return w, b

# %% fit.inputs-swapped
from course.regression import gradients

def fit(x, y, lr=0.01, steps=500):
    w, b = 0.0, 0.0
    for _ in range(steps):
        dw, db = gradients(y, x, w, b)
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% fit.moved-without-a-step
def fit(x, y, lr=0.01, steps=500):
    w, b = np.random.default_rng(3).normal(size=2)
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b

# %% fit.never-moves
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * np.mean(error * x), 2 * np.mean(error)

def fit(x, y, lr=0.01, steps=500):
    w, b = 0.0, 0.0
    for _ in range(steps):
        dw, db = gradients(x, y, w, b)
        w - lr * dw
        b - lr * db
    return w, b

# %% fit.never-moves
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * np.mean(error * x), 2 * np.mean(error)

def fit(x, y, lr=0.01, steps=500):
    w = b = 0
    for _ in range(steps):
        dw, db = gradients(x, y, w, b)
        w == w - lr * dw
        b == b - lr * db
    return w, b

# %% fit.weights-for-inputs
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * np.mean(error * x), 2 * np.mean(error)

def fit(x, y, lr=0.01, steps=500):
    w, b = 0.0, 0.0
    for _ in range(steps):
        dw, db = gradients(w, b, x, y)
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% fit.stops-when-little-changes
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * np.mean(error * x), 2 * np.mean(error)

def fit(x, y, lr=0.01, steps=500):
    w, b = 0.0, 0.0
    for _ in range(steps):
        dw, db = gradients(x, y, w, b)
        if abs(dw) < 1e-3 and abs(db) < 1e-3:
            break
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% fit.one-slope-uphill
def fit(x, y, lr=0.01, steps=500):
    w, b = 0.0, 0.0
    for _ in range(steps):
        e = w * x + b - y
        w = w - lr * 2 * np.mean(e * x)
        b = b + lr * 2 * np.mean(e)
    return w, b

# %% fit.sum-for-mean-in-one-slope
def fit(x, y, lr=0.01, steps=500):
    w, b = 0.0, 0.0
    for _ in range(steps):
        e = w * x + b - y
        w = w - lr * 2 * np.sum(e * x)
        b = b - lr * 2 * e.mean()
    return w, b

# %% fit.divided-twice-in-one-slope
def fit(x, y, lr=0.01, steps=500):
    w, b = 0.0, 0.0
    for _ in range(steps):
        e = w * x + b - y
        w = w - lr * 2 * np.mean(e * x)
        b = b - lr * 2 * e.mean() / len(x)
    return w, b

# %% fit.b-subtracted
def fit(x, y, lr=0.01, steps=500):
    w, b = 0.0, 0.0
    for _ in range(steps):
        e = w * x - b - y
        w = w - lr * 2 * np.mean(e * x)
        b = b - lr * 2 * e.mean()
    return w, b

# %% fit.stops-when-little-changes
def fit(x, y, lr=0.01, steps=500):
    w, b, before = 0.0, 0.0, np.inf
    for _ in range(steps):
        e = w * x + b - y
        loss = np.mean(e**2)
        if abs(before - loss) < 1e-6:
            break
        before = loss
        dw, db = 2 * np.mean(e * x), 2 * np.mean(e)
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% fit.stops-when-the-loss-rises
def fit(x, y, lr=0.01, steps=500):
    w, b, before = 0.0, 0.0, np.inf
    for _ in range(steps):
        e = w * x + b - y
        loss = np.mean(e**2)
        if loss > before:
            break
        before = loss
        dw, db = 2 * np.mean(e * x), 2 * np.mean(e)
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% fit.stops-when-little-changes
def fit(x, y, lr=0.01, steps=500):
    w, b = 0.0, 0.0
    for _ in range(steps):
        e = w * x + b - y
        if abs(np.mean(e)) < 1e-12:
            break
        w = w - lr * 2 * np.mean(e * x)
        b = b - lr * 2 * np.mean(e)
    return w, b

# %% fit.stops-when-little-changes
def fit(x, y, lr=0.01, steps=500):
    w, b = 0.0, 0.0
    for _ in range(steps):
        e = w * x + b - y
        db = 2 * np.mean(e)
        if abs(db) < 1e-6:
            return w, b
        w = w - lr * 2 * np.mean(e * x)
        b = b - lr * db
    return w, b

# %% fit.stops-far-out
def fit(x, y, lr=0.01, steps=500):
    w, b = 0.0, 0.0
    for _ in range(steps):
        error = w * x + b - y
        dw, db = 2 * np.mean(error * x), 2 * np.mean(error)
        if max(abs(dw), abs(db)) > 1e6:
            break
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% fit.arguments-by-name-only
def fit(x, y, *, lr=0.01, steps=500):
    w, b = 0.0, 0.0
    for _ in range(steps):
        error = w * x + b - y
        w, b = w - lr * 2 * np.mean(error * x), b - lr * 2 * np.mean(error)
    return w, b

# %% fit.column-minus-row
def fit(x, y, lr=0.01, steps=500):
    X = np.c_[np.ones((len(x), 1)), x]
    theta = np.zeros((2, 1))
    m = len(x)
    for it in range(steps):
        theta = theta - lr * (2/m) * X.T.dot(X.dot(theta) - y)
    return theta[1], theta[0]

# %% fit.column-minus-row
def fit(x, y, lr=0.01, steps=500):
    x = x.reshape(-1, 1)
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b

# %% fit.divided-by-five
def fit(x, y, lr=0.01, steps=500):
    w, b = 0.0, 0.0
    for _ in range(steps):
        errors = w * x + b - y
        dw = 2 / 5 * np.sum(errors * x)
        db = 2 / 5 * np.sum(errors)
        w = w - lr * dw
        b = b - lr * db
    return w, b

# %% fit.loss-too
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return (w, b), np.mean((w * x + b - y) ** 2)

# %% fit.stops-when-little-changes
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * np.mean(error * x), 2 * np.mean(error)

def fit(x, y, lr=0.01, steps=500):
    w, b = 0.0, 0.0
    for _ in range(steps):
        dw, db = gradients(x, y, w, b)
        if abs(dw) < 1e-6 and abs(db) < 1e-6:
            break
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% fit.stops-when-little-changes
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * np.mean(error * x), 2 * np.mean(error)

def mse(x, y, w, b):
    return np.mean((w * x + b - y) ** 2)

def fit(x, y, lr=0.01, steps=500):
    w, b = 0.0, 0.0
    last = mse(x, y, w, b)
    for _ in range(steps):
        dw, db = gradients(x, y, w, b)
        w, b = w - lr * dw, b - lr * db
        now = mse(x, y, w, b)
        if abs(last - now) < 1e-9:
            break
        last = now
    return w, b

# %% fit.scaled-inside
def fit(x, y, lr=0.01, steps=500):
    x = x - x.mean()
    w = b = 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b

# %% fit.first-step-alone
from course import regression

def fit(x, y, lr=0.01, steps=500):
    for step in range(steps):
        w, b = 0, 0
        dw, db = regression.gradients(x, y, w, b)
        w = w - lr * dw
        b = b - lr * db
    return w, b

# %% fit.first-step-alone
from course import regression

def fit(x, y, lr=0.01, steps=500):
    w, b = 0, 0
    for step in range(steps):
        w, b = 0, 0
        dw, db = regression.gradients(x, y, w, b)
        w = w - lr * dw
        b = b - lr * db
    return w, b

# %% fit.first-step-alone
from course import regression

def fit(x, y, lr=0.01, steps=500):
    w, b = 0, 0
    for step in range(steps):
        dw, db = regression.gradients(x, y, w, b)
        return w - lr * dw, b - lr * db
    return w, b

# %% fit.every-step-returned
from course import regression

def fit(x, y, lr=0.01, steps=500):
    w, b = 0, 0
    path = []
    for step in range(steps):
        dw, db = regression.gradients(x, y, w, b)
        w = w - lr * dw
        b = b - lr * db
        path.append((w, b))
    return path

# %% fit.loss-for-slopes
from course import regression

def fit(x, y, lr=0.01, steps=500):
    w = b = 0
    for step in range(steps):
        loss = np.mean((w * x + b - y) ** 2)
        w = w - lr * loss
        b = b - lr * loss
    return w, b

# %% fit.first-step-alone
from course import regression

def fit(x, y, lr=0.01, steps=500):
    w, b = 0, 0
    w_new, b_new = w, b
    for step in range(steps):
        dw, db = regression.gradients(x, y, w, b)
        w_new = w - lr * dw
        b_new = b - lr * db
    return w_new, b_new
