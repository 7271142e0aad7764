# Right answers, each in another dress: one cell, one whole answer.

# %% plain
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        error = w * x + b - y
        dw, db = 2 * np.mean(error * x), 2 * np.mean(error)
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% in place, gradients first
def fit(x, y, lr=0.01, steps=500):
    w, b = 0, 0
    n = len(x)
    for step in range(1, steps + 1):
        residual = y - w * x - b
        dw = -2 / n * np.sum(residual * x)
        db = -2 / n * np.sum(residual)
        w -= lr * dw
        b -= lr * db
    return [w, b]

# %% one array of weights
def fit(x, y, lr=0.01, steps=500):
    A = np.column_stack([x, np.ones(len(x))])
    theta = np.zeros(2)
    for _ in range(steps):
        theta = theta - lr * 2 / len(y) * A.T @ (A @ theta - y)
    return theta

# %% while and helper functions
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * np.mean(error * x), 2 * np.mean(error)

def fit(x, y, lr=0.01, steps=500):
    w, b = np.float64(0), np.float64(0)
    left = steps
    while left > 0:
        dw, db = gradients(x, y, w, b)
        w = w - lr * dw
        b = b - lr * db
        left -= 1
    return np.array(w), np.array(b)

# %% pure Python
def fit(x, y, lr=0.01, steps=500):
    points = list(zip(x.tolist(), y.tolist()))
    n = len(points)
    w = b = 0.0
    for _ in range(steps):
        dw = db = 0.0
        for xi, yi in points:
            error = w * xi + b - yi
            dw += error * xi
            db += error
        w -= lr * 2 * dw / n
        b -= lr * 2 * db / n
    return w, b

# %% moments and matrix power
def fit(x, y, lr=0.01, steps=500):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1]])
    g0 = -2 * np.array([np.mean(x * y), np.mean(y)])
    best = np.linalg.solve(H, -g0)
    w, b = best - np.linalg.matrix_power(np.eye(2) - lr * H, steps) @ best
    return w, b

# %% recursion
import sys
def fit(x, y, lr=0.01, steps=500):
    sys.setrecursionlimit(5000)
    def after(k):
        if k == 0:
            return 0.0, 0.0
        w, b = after(k - 1)
        e = w * x + b - y
        return w - 2 * lr * np.mean(e * x), b - 2 * lr * np.mean(e)
    return after(steps)

# %% reduce and lambda
from functools import reduce
fit = lambda x, y, lr=0.01, steps=500: tuple(reduce(
    lambda v, _: v - lr * 2 * np.array([np.mean((v[0] * x + v[1] - y) * x), np.mean(v[0] * x + v[1] - y)]),
    range(steps), np.zeros(2)))

# %% path kept, float32 result
def fit(x, y, lr=0.01, steps=500):
    path = np.zeros((steps + 1, 2))
    for t in range(steps):
        e = path[t, 0] * x + path[t, 1] - y
        path[t + 1] = path[t] - lr * np.array([2 * (e @ x), 2 * e.sum()]) / len(x)
    return path[-1].astype(np.float32)

# %% class
class Line:
    def __init__(self):
        self.w = self.b = 0.0

    def step(self, x, y, lr):
        error = self.w * x + self.b - y
        slope, intercept = np.average(error * x), np.average(error)
        self.w -= 2 * lr * slope
        self.b -= 2 * lr * intercept

def fit(x, y, lr=0.01, steps=500):
    line = Line()
    for _ in range(steps):
        line.step(x, y, lr)
    return line.w, line.b

# %% the course's slopes
from course import regression
def fit(x, y, lr=0.01, steps=500):
    w = b = 0.0
    for _ in range(steps):
        dw, db = regression.gradients(x, y, w, b)
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% the gradient of the course's loss
from course import landscapes
def fit(x, y, lr=0.01, steps=500):
    loss = landscapes.squared_error(x, y)
    weights = np.zeros(2)
    for _ in range(steps):
        weights = weights - lr * loss.gradient(weights)
    return weights

# %% a list from np.array(0) and float32
def fit(x, y, lr=0.01, steps=500):
    w, b = np.array(0.0), np.array(0.0)
    for _ in range(steps):
        e = w * x + b - y
        w = w - lr * 2 * np.mean(e * x)
        b = b - lr * 2 * np.mean(e)
    return [np.float32(w), np.float32(b)]

# %% an array of two, changed entry by entry
def fit(x, y, lr=0.01, steps=500):
    weights = np.array([0, 0], dtype=float)
    for _ in range(steps):
        e = weights[0] * x + weights[1] - y
        weights[0] -= lr * 2 * np.mean(e * x)
        weights[1] -= lr * 2 * np.mean(e)
    return weights
