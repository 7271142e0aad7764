# Wrong answers: each cell is named by the mistake that the check must name.

# %% fit_gd.other-default-rate
def fit_gd(Z, y, lr=0.01, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return w, b

# %% fit_gd.other-default-rate
def fit_gd(Z, y, lr=0.001, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return w, b

# %% fit_gd.other-default-steps
def fit_gd(Z, y, lr=0.1, steps=500):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return w, b

# %% fit_gd.other-default-steps
def fit_gd(Z, y, lr=0.1, steps=100):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return w, b

# %% fit_gd.swapped
def fit_gd(Z, y, lr=0.1, steps=1000):
    A = np.hstack([np.ones((len(Z), 1)), Z])
    theta = np.zeros(A.shape[1])
    for _ in range(steps):
        theta = theta - lr * 2 / len(y) * A.T @ (A @ theta - y)
    return theta[0], theta[1:]

# %% fit_gd.sign-flipped
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = y - (Z @ w + b)
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return w, b

# %% fit_gd.factor-2-missing
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * Z.T @ e / len(y), b - lr * np.mean(e)
    return w, b

# %% fit_gd.sum-for-mean
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 * Z.T @ e, b - lr * 2 * np.sum(e)
    return w, b

# %% fit_gd.sequential
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        w = w - lr * 2 / len(y) * Z.T @ (Z @ w + b - y)
        b = b - lr * 2 * np.mean(Z @ w + b - y)
    return w, b

# %% fit_gd.sequential-b-first
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        b = b - lr * 2 * np.mean(Z @ w + b - y)
        w = w - lr * 2 / len(y) * Z.T @ (Z @ w + b - y)
    return w, b

# %% fit_gd.stale-gradient
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    e = Z @ w + b - y
    dw, db = 2 / len(y) * Z.T @ e, 2 * np.mean(e)
    for _ in range(steps):
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% fit_gd.b-not-moved
def fit_gd(Z, y, lr=0.1, steps=1000):
    w = np.zeros(Z.shape[1])
    for _ in range(steps):
        w = w - lr * 2 / len(y) * Z.T @ (Z @ w - y)
    return w, 0.0

# %% fit_gd.w-not-moved
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        b = b - lr * 2 * np.mean(Z @ w + b - y)
    return w, b

# %% fit_gd.b-not-in-prediction
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return w, b

# %% fit_gd.x-missing
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 * np.mean(e), b - lr * 2 * np.mean(e)
    return w, b

# %% fit_gd.factor-2-missing-in-dw
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * Z.T @ e / len(y), b - lr * 2 * np.mean(e)
    return w, b

# %% fit_gd.factor-2-missing-in-db
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 * Z.T @ e / len(y), b - lr * np.mean(e)
    return w, b

# %% fit_gd.each-example
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        for z, target in zip(Z, y):
            e = z @ w + b - target
            w, b = w - lr * 2 * e * z, b - lr * 2 * e
    return w, b

# %% fit_gd.last-example-only
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        for z, target in zip(Z, y):
            e = z @ w + b - target
            dw = 2 * e * z
            db = 2 * e
        w = w - lr * dw
        b = b - lr * db
    return w, b

# %% fit_gd.one-step-too-many
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(0, steps + 1):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return w, b

# %% fit_gd.one-step-too-few
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    t = 1
    while t < steps:
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
        t += 1
    return w, b

# %% fit_gd.rate-fixed
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - 0.1 * 2 / len(y) * Z.T @ e, b - 0.1 * 2 * np.mean(e)
    return w, b

# %% fit_gd.steps-fixed
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(1000):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return w, b

# %% fit_gd.rate-missing
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - 2 / len(y) * Z.T @ e, b - 2 * np.mean(e)
    return w, b

# %% fit_gd.start-not-zero
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.ones(Z.shape[1]), 1.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return w, b

# %% fit_gd.loss-too
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return w, b, np.mean((Z @ w + b - y) ** 2)

# %% fit_gd.w-only
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return w

# %% fit_gd.rounded
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return w.round(2), round(b, 2)

# %% fit_gd.closed-form
def fit_gd(Z, y, lr=0.1, steps=1000):
    A = np.column_stack([Z, np.ones(len(y))])
    theta = np.linalg.solve(A.T @ A, A.T @ y)
    return theta[:-1], theta[-1]

# %% fit_gd.weight-by-weight
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        for j in range(len(w)):
            w[j] = w[j] - lr * 2 * np.mean((Z @ w + b - y) * Z[:, j])
        b = b - lr * 2 * np.mean(Z @ w + b - y)
    return w, b

# %% fit_gd.one-slope-for-all
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w = w - lr * 2 * np.mean(e[:, None] * Z)
        b = b - lr * 2 * np.mean(e)
    return w, b

# %% fit_gd.divided-by-d
def fit_gd(Z, y, lr=0.1, steps=1000):
    d = len(Z[0])
    w, b = np.zeros(d), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / d * Z.T @ e, b - lr * 2 / d * np.sum(e)
    return w, b

# %% fit_gd.divided-by-all-entries
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / Z.size * Z.T @ e, b - lr * 2 / e.size * e.sum()
    return w, b

# %% fit_gd.scaled-again
def fit_gd(Z, y, lr=0.1, steps=1000):
    Z = (Z - Z.mean(axis=0)) / Z.std(axis=0)
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return w, b

# %% fit_gd.b-is-the-mean
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), np.mean(y)
    for _ in range(steps):
        w = w - lr * 2 / len(y) * Z.T @ (Z @ w + b - y)
    return w, b

# %% fit_gd.one-vector
def fit_gd(Z, y, lr=0.1, steps=1000):
    A = np.column_stack([Z, np.ones(len(y))])
    theta = np.zeros(A.shape[1])
    for _ in range(steps):
        theta = theta - lr * 2 / len(y) * A.T @ (A @ theta - y)
    return theta

# %% fit_gd.print-for-return
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    print(w, b)

# %% fit_gd.no-return
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)

# %% fit_gd.input-changed
def fit_gd(Z, y, lr=0.1, steps=1000):
    Z -= Z.mean(axis=0)
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return w, b

# %% ?
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z * w + b - y
        w, b = w - lr * 2 * np.mean(e * Z), b - lr * 2 * np.mean(e)
    return w, b

# %% ?
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        dw = 2 / len(y) * Z.T @ e
        w, b = w - lr * dw / np.linalg.norm(dw), b - lr * 2 * np.mean(e)
    return w, b

# %% ?
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = 0.0, 0.0
    for _ in range(steps):
        e = Z[:, 0] * w + b - y
        w, b = w - lr * 2 * np.mean(e * Z[:, 0]), b - lr * 2 * np.mean(e)
    return np.array([w] + [0.0] * (Z.shape[1] - 1)), b + 1

# %% fit_gd.return-in-the-loop
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
        return w, b

# %% fit_gd.rate-twice
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        dw, db = lr * 2 / len(y) * Z.T @ e, lr * 2 * np.mean(e)
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% fit_gd.rate-divided
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - 2 / len(y) * Z.T @ e / lr, b - 2 * np.mean(e) / lr
    return w, b

# %% fit_gd.no-default
def fit_gd(Z, y, lr, steps):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return w, b

# %% fit_gd.stops-early
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        if np.mean(e ** 2) < 0.01:
            return w, b
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return w, b

# %% fit_gd.whole-numbers-cut-off
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros_like(Z[0]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        dw = 2 / len(y) * Z.T @ e
        for j in range(len(w)):
            w[j] = w[j] - lr * dw[j]
        b = b - lr * 2 * np.mean(e)
    return w, b

# %% fit_gd.weights-cut-off
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.array([0] * Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w[:] = w - lr * 2 / len(y) * Z.T @ e
        b = b - lr * 2 * np.mean(e)
    return w, b

# %% fit_gd.column-for-w
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros((Z.shape[1], 1)), 0.0
    target = y.reshape(-1, 1)
    for _ in range(steps):
        e = Z @ w + b - target
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return w, b

# %% fit_gd.column-minus-row
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros((Z.shape[1], 1)), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return w, b

# %% fit_gd.rounded
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return np.round(w, 4), np.round(b, 4)

# %% fit_gd.not-from-scratch
from course import regression
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        dw, db = regression.gradients(Z, y, w, b)
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% ?
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z @ e, b - lr * 2 * np.mean(e)
    return w, b

# %% ?
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = 0.0, 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * np.mean(e)
    return w, b

# %% fit_gd.lowest-kept
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    kept, low = (w, b), np.mean(y**2)
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * e.mean()
        loss = np.mean((Z @ w + b - y) ** 2)
        if loss < low:
            kept, low = (w, b), loss
    return kept

# %% fit_gd.moved-without-a-step
def fit_gd(Z, y, lr=0.1, steps=1000):
    w = np.random.default_rng(1).normal(size=Z.shape[1])
    b = 0
    for _ in range(steps):
        e = Z @ w + b - y
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * e.mean()
    return w, b

# %% fit_gd.goes-on-from-the-last-call
def fit_gd(Z, y, lr=0.1, steps=1000, state={}):
    w = state.setdefault(Z.shape[1], np.zeros(Z.shape[1]))
    b = 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w -= lr * 2 / len(y) * Z.T @ e
        b -= lr * 2 * e.mean()
    return w, b

# %% fit_gd.b-read-as-a-weight
def fit_gd(Z, y, lr=0.1, steps=1000):
    A = np.column_stack([np.ones(len(Z)), Z])
    t = np.zeros(A.shape[1])
    for _ in range(steps):
        t = t - lr * 2 / len(y) * A.T @ (A @ t - y)
    return t[:-1], t[-1]

# %% fit_gd.one-slope-for-all
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        error = Z @ w + b - y
        dw, db = 2 * np.mean(Z.T @ error), 2 * np.mean(error)
        w = w - lr * dw
        b = b - lr * db
    return w, b

# %% fit_gd.never-moves
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        error = Z @ w + b - y
        new_w = w - lr * 2 / len(y) * Z.T @ error
        new_b = b - lr * 2 * np.mean(error)
    return w, b

# %% fit_gd.stops-when-little-changes
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        error = Z @ w + b - y
        dw, db = 2 / len(y) * Z.T @ error, 2 * np.mean(error)
        if abs(db) < 1e-3 and np.all(abs(dw) < 1e-3):
            break
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% fit_gd.one-slope-uphill
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w = w - lr * 2 / len(y) * Z.T @ e
        b = b + lr * 2 * e.mean()
    return w, b

# %% fit_gd.one-slope-uphill
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w = w + lr * 2 * Z.T @ e / len(y)
        b = b - lr * 2 * e.mean()
    return w, b

# %% fit_gd.sum-for-mean-in-one-slope
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w = w - lr * 2 / len(y) * Z.T @ e
        b -= lr * 2 * e.sum()
    return w, b

# %% fit_gd.sum-for-mean-in-one-slope
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w = w - lr * 2 * Z.T @ e
        b = b - lr * 2 * e.mean()
    return w, b

# %% fit_gd.divided-twice-in-one-slope
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w = w - lr * 2 / len(y) * Z.T @ e
        b = b - lr * 2 * e.mean() / len(y)
    return w, b

# %% fit_gd.divided-twice-in-one-slope
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w = w - lr * 2 * np.mean(Z.T * e, axis=1) / len(y)
        b = b - lr * 2 * e.mean()
    return w, b

# %% fit_gd.b-subtracted
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w - b - y
        w = w - lr * 2 / len(y) * Z.T @ e
        b = b - lr * 2 * e.mean()
    return w, b

# %% fit_gd.divided-by-d
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        w = w - lr * 2 / Z.shape[1] * Z.T @ e
        b = b - lr * 2 * e.mean()
    return w, b

# %% fit_gd.stops-when-little-changes
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b, before = np.zeros(Z.shape[1]), 0.0, np.inf
    for _ in range(steps):
        e = Z @ w + b - y
        loss = np.mean(e**2)
        if abs(before - loss) < 1e-6:
            break
        before = loss
        dw, db = 2 / len(y) * Z.T @ e, 2 * np.mean(e)
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% fit_gd.stops-when-the-loss-rises
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b, before = np.zeros(Z.shape[1]), 0.0, np.inf
    for _ in range(steps):
        e = Z @ w + b - y
        loss = np.mean(e**2)
        if loss > before:
            break
        before = loss
        dw, db = 2 / len(y) * Z.T @ e, 2 * np.mean(e)
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% fit_gd.stops-when-little-changes
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        dw, db = 2 * Z.T @ e / len(y), 2 * e.mean()
        if np.linalg.norm(dw) < 1e-2:
            break
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% fit_gd.weight-by-weight
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        for j in range(Z.shape[1]):
            e = Z @ w + b - y
            w[j] -= lr * 2 / len(y) * (Z[:, j] @ e)
            b -= lr * 2 / len(y) * e.sum()
    return w, b

# %% fit_gd.stops-when-little-changes
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        if abs(np.mean(e)) < 1e-12:
            break
        w = w - lr * 2 / len(y) * (Z.T @ e)
        b = b - lr * 2 * np.mean(e)
    return w, b

# %% fit_gd.stops-when-little-changes
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        db = 2 * np.mean(e)
        if abs(db) < 1e-6:
            return w, b
        w = w - lr * 2 / len(y) * (Z.T @ e)
        b = b - lr * db
    return w, b

# %% fit_gd.stops-far-out
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        error = Z @ w + b - y
        if not np.isfinite(error).all() or np.mean(error**2) > 1e12:
            break
        w = w - lr * 2 / len(y) * Z.T @ error
        b = b - lr * 2 * np.mean(error)
    return w, b

# %% fit_gd.column-minus-row
def fit_gd(Z, y, lr=0.1, steps=1000):
    n, d = Z.shape
    w = np.zeros((d, 1))
    b = 0
    for _ in range(steps):
        e = Z @ w + b - y
        w = w - lr * 2 / n * (Z.T @ e)
        b = b - lr * 2 / n * np.sum(e, axis=0)
    return w, b

# %% fit_gd.divided-by-five
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        error = Z @ w + b - y
        w = w - lr * 2 / 5 * Z.T @ error
        b = b - lr * 2 / 5 * np.sum(error)
    return w, b

# %% fit_gd.weight-for-each-row
def fit_gd(Z, y, lr=0.1, steps=1000):
    w = np.zeros(len(Z))
    b = 0
    for _ in range(steps):
        e = Z @ w + b - y
        w = w - lr * 2 / len(y) * (Z.T @ e)
        b = b - lr * 2 * np.mean(e)
    return w, b

# %% fit_gd.intercept-for-each-row
def fit_gd(Z, y, lr=0.1, steps=1000):
    w = np.zeros(Z.shape[1])
    b = 0
    for _ in range(steps):
        e = Z @ w + b - y
        w = w - lr * 2 / len(y) * (e @ Z)
        b = b - lr * 2 * e
    return w, b

# %% fit_gd.stops-when-little-changes
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        gw, gb = 2 / len(y) * Z.T @ e, 2 * e.mean()
        if np.linalg.norm(gw) < 1e-6:
            break
        w, b = w - lr * gw, b - lr * gb
    return w, b

# %% fit_gd.stops-when-little-changes
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    prev = np.inf
    for _ in range(steps):
        e = Z @ w + b - y
        loss = np.mean(e**2)
        if abs(prev - loss) < 1e-10:
            break
        prev = loss
        w, b = w - lr * 2 / len(y) * Z.T @ e, b - lr * 2 * e.mean()
    return w, b

# %% ?
def fit_gd(Z, y, lr=0.1, steps=1000):
    w = np.zeros(Z.shape[1])
    b = 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        dw, db = 2 / len(y) * Z.T @ e, 2 * e.mean()
        if np.linalg.norm(dw) < 1e-9 and abs(db) < 1e-9:
            break
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% ?
def fit_gd(Z, y, lr=0.1, steps=1000):
    w = np.zeros(Z.shape[1])
    b = 0.0
    for _ in range(steps):
        e = Z @ w + b - y
        dw, db = 2 / len(y) * Z.T @ e, 2 * e.mean()
        if np.allclose(dw, 0):
            break
        w, b = w - lr * dw, b - lr * db
    return w, b

# %% fit_gd.one-weight-for-all
def fit_gd(Z, y, lr=0.1, steps=1000):
    n = len(y)
    w, b = 0, 0
    for step in range(steps):
        error = Z @ w + b - y
        w = w - lr * 2 / n * Z.T @ error
        b = b - lr * 2 / n * error.sum()
    return w, b

# %% fit_gd.three-weights-always
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(3), 0
    for step in range(steps):
        error = Z @ w + b - y
        w = w - lr * 2 / len(y) * Z.T @ error
        b = b - lr * 2 / len(y) * error.sum()
    return w, b

# %% fit_gd.weight-for-each-entry
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape), 0
    for step in range(steps):
        error = Z @ w + b - y
        w = w - lr * 2 / len(y) * Z.T @ error
        b = b - lr * 2 / len(y) * error.sum()
    return w, b
