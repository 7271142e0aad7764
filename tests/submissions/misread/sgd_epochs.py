# Wrong answers: each cell is named by the mistake that the check must not name.

# %% sgd_epochs.same-shuffle-each-epoch
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        rng = np.random.default_rng(4)
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.same-shuffle-each-epoch
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = np.random.default_rng(5).permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.no-shuffle
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        xs, ys = x[order], y[order]
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = np.arange(k, min(k + batch_size, len(x)))
            cut.append(rows)
            e = w * xs[rows] + b - ys[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * xs[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.batches-are-views
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    order = rng.permutation(len(x))
    for epoch in range(epochs):
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * np.mean(e * x[rows]), b - lr * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.rows-drawn-with-replacement
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(len(x)):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.batch-size-ignored
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    size = len(x) // batch_size
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), size):
            rows = order[k:k + size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.rounded
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": 1.9842, "b": 2.4813, "losses": losses, "batches": batches}

# %% sgd_epochs.batches-hold-data
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    n = len(x)
    theta = np.zeros_like(x[:2])
    losses, batches = [], []
    for epoch in range(epochs):
        order = rng.permutation(n)
        cut, total = [], 0.0
        for k in range(0, n, batch_size):
            rows = order[k:k + batch_size]
            error = theta[0] * x[rows] + theta[1] - y[rows]
            total += np.sum(error**2)
            slope_w, slope_b = 2 * np.mean(error * x[rows]), 2 * np.mean(error)
            theta[0] = theta[0] - lr * slope_w
            theta[1] = theta[1] - lr * slope_b
            cut.append(rows)
        losses.append(total / n)
        batches.append(cut)
    return {"w": theta[0], "b": theta[1], "losses": losses, "batches": batches}

# %% sgd_epochs.loss-last-epoch-only
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses[:1], "batches": batches}

# %% sgd_epochs.last-batch-dropped
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x) - 1, batch_size):
            rows = order[:-1][k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.one-step-after-the-epoch
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            if k == 0:
                w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.rate-fixed
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr / (epoch + 1) * 2 * np.mean(e * x[rows]), b - lr / (epoch + 1) * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.whole-numbers-cut-off
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
            w, b = round(w), round(b)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.shuffle-gives-none
def slopes(e, x):
    dw, db = 2 * np.mean(e * x), 2 * np.mean(e)

def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            dw, db = slopes(e, x[rows])
            w, b = w - lr * dw, b - lr * db
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.epochs-miscounted
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
        return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.loss-halved
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / 20)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.no-shuffle
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = np.random.default_rng(4).permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.last-batch-dropped
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    n, order = len(x), None
    for epoch in range(epochs):
        order = rng.permutation(n)
        cut = [order[i:i + batch_size] for i in range(0, n, batch_size)]
        total = 0.0
        for rows in cut:
            error = w * x[rows] + b - y[rows]
            total += np.sum(error**2)
            if len(rows) < batch_size:
                continue
            w = w - lr * 2 * np.mean(error * x[rows])
            b = b - lr * 2 * np.mean(error)
        losses.append(total / n)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.symptom-weights
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[first:first + batch_size] for first in range(0, n, batch_size)]

def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        batches.append(shuffled_batches(len(x), batch_size, rng))
        total = 0
        for rows in shuffled_batches(len(x), batch_size, rng):
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.lowest-kept
# The orders alone are wrong: some come twice.
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    order = rng.permutation(len(x))
    for epoch in range(epochs):
        order = order[order]
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.last-batch-misweighted
# The orders alone are wrong: some come twice.
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    order = rng.permutation(len(x))
    for epoch in range(epochs):
        order = order[order]
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.symptom-short-batch
# The orders alone are wrong: some come twice.
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    order = rng.permutation(len(x))
    for epoch in range(epochs):
        order = order[order]
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.no-shuffle
# Two rows change places in each epoch, and all others stay.
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = np.arange(len(x))
        i, j = rng.choice(len(x), 2, replace=False)
        order[i], order[j] = order[j], order[i]
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.lists-made-in-the-loop
# The walk ends after one epoch, and its slope for w is wrong as well.
from course.descent import epoch_batches
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    for _ in range(epochs):
        cuts = epoch_batches(len(x), batch_size, rng)
        squares = 0.0
        for rows in cuts:
            error = w * x[rows] + b - y[rows]
            squares += np.sum(error**2)
            slope_w = -2 * np.mean(error * x[rows])
            slope_b = 2 * np.mean(error)
            w, b = w - lr * slope_w, b - lr * slope_b
        losses.append(squares / len(x))
        batches.append(cuts)
        return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.rate-fixed
from course.descent import epoch_batches

def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    for _ in range(epochs):
        cuts = list(epoch_batches(len(x), batch_size, rng))
        seen = 0.0
        for rows in cuts:
            e = w * x[rows] + b - y[rows]
            seen += np.sum(e**2)
            lr = min(lr, 0.1)
            slope_w, slope_b = 2 * np.mean(e * x[rows]), 2 * np.mean(e)
            w, b = w - lr * slope_w, b - lr * slope_b
        losses.append(seen / len(x))
        batches.append(cuts)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.symptom-short-batch
from course.descent import epoch_batches

def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    for _ in range(epochs):
        cuts = list(epoch_batches(len(x), batch_size, rng))
        seen = 0.0
        for rows in cuts:
            e = w * x[rows] + b - y[rows]
            seen += np.sum(e**2)
            if np.sum(e**2) < 1e-4:
                continue
            slope_w, slope_b = 2 * np.mean(e * x[rows]), 2 * np.mean(e)
            w, b = w - lr * slope_w, b - lr * slope_b
        losses.append(seen / len(x))
        batches.append(cuts)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.one-batch-without-step
from course.descent import epoch_batches

def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    for _ in range(epochs):
        cuts = list(epoch_batches(len(x), batch_size, rng))
        seen = 0.0
        for rows in cuts:
            e = w * x[rows] + b - y[rows]
            seen += np.sum(e**2)
            if len(rows) == len(x):
                continue
            slope_w, slope_b = 2 * np.mean(e * x[rows]), 2 * np.mean(e)
            w, b = w - lr * slope_w, b - lr * slope_b
        losses.append(seen / len(x))
        batches.append(cuts)
    return {"w": w, "b": b, "losses": losses, "batches": batches}
