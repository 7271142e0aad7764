# Wrong answers: each cell is named by the mistake that the check must name.

# %% sgd_epochs.not-from-scratch
from course.descent import descend_batches

def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    run = descend_batches(x, y, batch_size, lr, epochs, rng)
    w, b = run.weights[-1]
    return {"w": w, "b": b, "losses": run.epoch_losses, "batches": run.batches}

# %% sgd_epochs.returned-tuple
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
    return w, b, losses, batches

# %% sgd_epochs.every-weight-returned
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    ws, bs, losses, batches = [0.0], [0.0], [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = ws[-1] * x[rows] + bs[-1] - y[rows]
            total += np.sum(e**2)
            ws.append(ws[-1] - lr * 2 * np.mean(e * x[rows]))
            bs.append(bs[-1] - lr * 2 * np.mean(e))
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": ws, "b": bs, "losses": losses, "batches": batches}

# %% sgd_epochs.batches-not-cut
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        batches.append(order)
        total = 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.last-epoch-only
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses = 0.0, 0.0, []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        batches, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            batches.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.batches-in-one-list
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        total = 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            batches.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.batches-hold-data
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            xb, yb = x[rows], y[rows]
            cut.append(xb)
            e = w * xb + b - yb
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * xb), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.last-batch-dropped
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    n = len(x)
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(n)
        cut, total = [], 0
        for k in range(n // batch_size):
            rows = order[k * batch_size:(k + 1) * batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / n)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.short-batch-without-step
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    n = len(x)
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(n)
        cut, total = [], 0
        for k in range(0, n, batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            if len(rows) < batch_size:
                continue
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / n)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.no-shuffle
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = np.arange(k, min(k + batch_size, len(x)))
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.same-shuffle-each-epoch
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    order = rng.permutation(len(x))
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
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

# %% sgd_epochs.new-generator-each-epoch
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

# %% sgd_epochs.rows-drawn-with-replacement
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    n = len(x)
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        cut, total = [], 0
        for start in range(0, n, batch_size):
            rows = rng.integers(0, n, size=min(batch_size, n - start))
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / n)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.rows-drawn-with-replacement
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    n = len(x)
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        cut, total = [], 0
        for _ in range(-(-n // batch_size)):
            rows = rng.choice(n, batch_size, replace=False)
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / n)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.batches-made-once
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    n = len(x)
    order = rng.permutation(n)
    pieces = [order[k:k + batch_size] for k in range(0, n, batch_size)]
    full, short = [p for p in pieces if len(p) == batch_size], [p for p in pieces if len(p) < batch_size]
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        full = full[1:] + full[:1]
        cut, total = full + short, 0
        for rows in cut:
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / n)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.batches-made-once
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    n = len(x)
    order = rng.permutation(n)
    pieces = [order[k:k + batch_size] for k in range(0, n, batch_size)]
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        cut = [pieces[i] for i in rng.permutation(len(pieces))]
        total = 0
        for rows in cut:
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / n)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% ?
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    n = len(x)
    first = rng.permutation(n)
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = np.roll(first, epoch)
        cut, total = [], 0
        for k in range(0, n, batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / n)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.one-batch-an-epoch
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        rows = rng.permutation(len(x))[:batch_size]
        e = w * x[rows] + b - y[rows]
        losses.append(np.sum(e**2) / len(x))
        w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        batches.append([rows])
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.split-evenly
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    n = len(x)
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        cut = np.array_split(rng.permutation(n), int(np.ceil(n / batch_size)))
        total = 0
        for rows in cut:
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / n)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.batch-size-as-count
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    n = len(x)
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        cut = np.array_split(rng.permutation(n), batch_size)
        total = 0
        for rows in cut:
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / n)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.batch-size-ignored
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    batch_size = 32
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

# %% sgd_epochs.epochs-miscounted
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(1, epochs):
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

# %% sgd_epochs.epochs-miscounted
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(5):
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

# %% sgd_epochs.rng-not-used
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = np.random.permutation(len(x))
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

# %% sgd_epochs.rng-not-used
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    rng = np.random.default_rng(42)
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

# %% sgd_epochs.rng-not-used
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    np.random.seed(0)
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = np.random.permutation(len(x))
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

# %% sgd_epochs.factor-2-missing
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
            dw = (e * x[rows]).mean()
            db = e.mean()
            w, b = w - lr * dw, b - lr * db
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.sum-for-mean
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
            dw = 2 * np.sum(e * x[rows])
            db = 2 * np.sum(e)
            w, b = w - lr * dw, b - lr * db
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.divided-by-n
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    n = len(x)
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(n)
        cut, total = [], 0
        for k in range(0, n, batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            dw = 2 / n * np.sum(e * x[rows])
            db = 2 / n * np.sum(e)
            w, b = w - lr * dw, b - lr * db
        losses.append(total / n)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.last-batch-misweighted
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
            dw = 2 / batch_size * np.sum(e * x[rows])
            db = 2 / batch_size * np.sum(e)
            w, b = w - lr * dw, b - lr * db
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.sign-flipped
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = y[rows] - (w * x[rows] + b)
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.rate-missing
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
            w, b = w - 2 * np.mean(e * x[rows]), b - 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.rate-fixed
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    lr = 0.01
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
            dw = 2 * np.mean(e * x[rows])
            db = 2 * np.mean(e)
        w, b = w - lr * dw, b - lr * db
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.stale-weights
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        prediction = w * x + b
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = prediction[rows] - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.mean-of-the-epoch
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total, dws, dbs = [], 0, [], []
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            dws.append(2 * np.mean(e * x[rows]))
            dbs.append(2 * np.mean(e))
        w, b = w - lr * np.mean(dws), b - lr * np.mean(dbs)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.weights-reset-each-epoch
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    losses, batches = [], []
    for epoch in range(epochs):
        w, b = 0.0, 0.0
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

# %% sgd_epochs.all-rows-in-every-step
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x + b - y
            total += np.sum(e[rows]**2)
            w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.one-after-the-other
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            total += np.sum((w * x[rows] + b - y[rows])**2)
            w = w - lr * 2 * np.mean((w * x[rows] + b - y[rows]) * x[rows])
            b = b - lr * 2 * np.mean(w * x[rows] + b - y[rows])
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.b-never-moves
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
            w = w - lr * 2 * np.mean(e * x[rows])
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.w-never-moves
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
            b = b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.x-missing
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
            slope = 2 * np.mean(e)
            w, b = w - lr * slope, b - lr * slope
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.x-in-both
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
            slope = 2 * np.mean(e * x[rows])
            w, b = w - lr * slope, b - lr * slope
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.slopes-swapped
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
            dw, db = 2 * np.mean(e), 2 * np.mean(e * x[rows])
            w, b = w - lr * dw, b - lr * db
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.results-swapped
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
    return {"w": b, "b": w, "losses": losses, "batches": batches}

# %% sgd_epochs.start-not-zero
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 1.0, 1.0, [], []
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

# %% sgd_epochs.only-x-shuffled
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        xs = x[order]
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            xb, yb = xs[k:k + batch_size], y[k:k + batch_size]
            cut.append(order[k:k + batch_size])
            e = w * xb + b - yb
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * xb), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.only-y-shuffled
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        ys = y[order]
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            xb, yb = x[k:k + batch_size], ys[k:k + batch_size]
            cut.append(order[k:k + batch_size])
            e = w * xb + b - yb
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * xb), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.shuffled-apart
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        xs = x[order]
        ys = y[rng.permutation(len(y))]
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            xb, yb = xs[k:k + batch_size], ys[k:k + batch_size]
            cut.append(order[k:k + batch_size])
            e = w * xb + b - yb
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * xb), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.data-stay-shuffled
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        x, y = x[order], y[order]
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            xb, yb = x[k:k + batch_size], y[k:k + batch_size]
            cut.append(order[k:k + batch_size])
            e = w * xb + b - yb
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * xb), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.batches-are-views
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    order = np.arange(len(x))
    for epoch in range(epochs):
        rng.shuffle(order)
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

# %% sgd_epochs.loss-after-the-step
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
            total += np.sum((w * x[rows] + b - y[rows])**2)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.loss-mean-of-batch-means
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, batch_losses = [], []
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            batch_losses.append(np.mean(e**2))
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(np.mean(batch_losses))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.loss-rounded-down
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
        losses.append(total // len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.loss-rounded-down
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.mean(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total // (len(x) // batch_size))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.loss-over-full-batches
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.mean(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / (len(x) // batch_size))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.loss-not-divided
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
        losses.append(total)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.loss-sum-of-batch-means
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.mean(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.loss-over-batch-size
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
        losses.append(total / batch_size)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.loss-over-number-of-batches
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
        losses.append(total / len(cut))
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
        losses.append(total / (2 * len(x)))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.loss-of-the-last-batch
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut = []
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            loss = np.mean(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(loss)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.loss-of-each-batch
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut = []
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            losses.append(np.mean(e**2))
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.loss-never-reset
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    total = 0
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut = []
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.loss-last-epoch-only
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, batches = 0.0, 0.0, []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        losses, cut, total = [], [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.loss-not-squared
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(np.abs(e))
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.loss-root
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
        losses.append((total / len(x)) ** 0.5)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.loss-at-the-end
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut = []
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(np.mean((w * x + b - y) ** 2))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.loss-at-the-start
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        losses.append(np.mean((w * x + b - y) ** 2))
        cut = []
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
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
        losses.append(round(total / len(x), 2))
        batches.append(cut)
    return {"w": round(w, 3), "b": round(b, 3), "losses": losses, "batches": batches}

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
        losses.append(float(f"{total / len(x):.3f}"))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.input-changed
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        x[:], y[:] = x[order], y[order]
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = np.arange(k, min(k + batch_size, len(x)))
            cut.append(order[rows])
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.input-changed
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    rows = np.arange(len(x))
    for epoch in range(epochs):
        rng.shuffle(x)
        rng.shuffle(y)
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            xb, yb = x[k:k + batch_size], y[k:k + batch_size]
            cut.append(rows[k:k + batch_size])
            e = w * xb + b - yb
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * xb), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.print-for-return
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            e = w * x[rows] + b - y[rows]
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        print(epoch, w, b)

# %% sgd_epochs.no-return
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            e = w * x[rows] + b - y[rows]
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)

# %% ?
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    return {"w": 0.0, "b": 0.0, "losses": [0.0] * epochs, "batches": [[]] * epochs}

# %% ?
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    return {"w": 2.0, "b": 2.5}

# %% ?
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    order = rng.permutation(len(x))
    w, b = np.polyval([1, 2], 0.5), "none"
    return {"w": w, "b": b, "losses": None, "batches": [[order]]}

# %% ?
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, v, losses, batches = 0.0, 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            v = 0.9 * v - lr * 2 * np.mean(e * x[rows])
            w, b = w + v, b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.key-missing
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
    return {"w": w, "b": b, "loss": losses, "batches": batches}

# %% sgd_epochs.key-missing
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses = 0.0, 0.0, []
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
    return {"w": w, "b": b, "losses": losses}

# %% sgd_epochs.key-missing
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
    return {"W": w, "B": b, "losses": losses, "batches": batches}

# %% sgd_epochs.text
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
    return {"w": f"{w:.4f}", "b": f"{b:.4f}", "losses": losses, "batches": batches}

# %% sgd_epochs.batches-empty
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
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.return-in-loop
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

# %% sgd_epochs.return-in-loop
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
            return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.shuffle-gives-none
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.shuffle(np.arange(len(x)))
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

# %% sgd_epochs.shuffle-gives-none
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = list(range(len(x)))
        order = rng.shuffle(order)
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

# %% sgd_epochs.shuffle-gives-none
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = list(rng.shuffle(np.arange(len(x))))
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

# %% sgd_epochs.batches-overlap
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

# %% sgd_epochs.batches-overlap
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size + 1]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.places-for-rows
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

# %% sgd_epochs.rng-not-used
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    rng = np.random.default_rng(4)
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

# %% sgd_epochs.rng-not-used
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    generator = np.random.default_rng(271828)
    for epoch in range(epochs):
        order = generator.permutation(len(x))
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

# %% sgd_epochs.rng-not-used
import random

def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = random.sample(range(len(x)), len(x))
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

# %% sgd_epochs.rng-not-used
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    order = np.random.permutation(len(x))
    for epoch in range(epochs):
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

# %% sgd_epochs.new-generator-each-epoch
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

# %% sgd_epochs.new-generator-each-epoch
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        np.random.seed(1)
        order = np.random.permutation(len(x))
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
    order = np.arange(len(x))
    rng.shuffle(order)
    for epoch in range(epochs):
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
    order = np.argsort(rng.normal(size=len(x)))
    for epoch in range(epochs):
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

# %% sgd_epochs.batches-are-views
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    order = rng.permutation(len(x))
    for epoch in range(epochs):
        rng.shuffle(order)
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
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
        rng.shuffle(order)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.batch-size-as-count
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

# %% sgd_epochs.factor-2-missing
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
            dw, db = np.mean(2 * e * x[rows]), np.mean(e)
            w, b = w - lr * dw, b - lr * db
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.extra-factor
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
            dw, db = 2 * np.mean(2 * e * x[rows]), 2 * np.mean(2 * e)
            w, b = w - lr * dw, b - lr * db
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.rate-twice
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
            dw, db = lr * 2 * np.mean(e * x[rows]), lr * 2 * np.mean(e)
            w, b = w - lr * dw, b - lr * db
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.one-slope-uphill
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
            w, b = w - lr * 2 * np.mean(e * x[rows]), b + lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.start-not-zero
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b = rng.normal(size=2)
    losses, batches = [], []
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

# %% sgd_epochs.start-not-zero
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.5, -2.0, [], []
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

# %% sgd_epochs.whole-numbers-cut-off
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

# %% sgd_epochs.whole-numbers-cut-off
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    n = len(x)
    theta = np.zeros(2, dtype=x.dtype)
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

# %% sgd_epochs.whole-numbers-cut-off
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            predicted = np.zeros_like(y[rows])
            for i, row in enumerate(rows):
                predicted[i] = w * x[row] + b
            e = predicted - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
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
            e = np.empty_like(x[rows])
            e[:] = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.whole-numbers-cut-off
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, np.zeros(epochs, dtype=y.dtype), []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses[epoch] = total / len(x)
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
            slopes = np.zeros_like(x[:2])
            slopes[0], slopes[1] = 2 * np.mean(e * x[rows]), 2 * np.mean(e)
            w, b = w - lr * slopes[0], b - lr * slopes[1]
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.whole-weights
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    n = len(x)
    theta = np.array([0, 0])
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
    return {"w": round(w, 4), "b": round(b, 4), "losses": np.round(losses, 4), "batches": batches}

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
            w, b = round(w, 3), round(b, 3)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.loss-of-the-last-batch
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
        losses.append(np.sum(e**2) / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.split-evenly
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        parts = np.array_split(rng.permutation(len(x)), -(-len(x) // batch_size))
        cut, total = [], 0
        for rows in parts:
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% ?
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
            theta -= lr * np.array([slope_w, slope_b])
            cut.append(rows)
        losses.append(total / n)
        batches.append(cut)
    return {"w": theta[0], "b": theta[1], "losses": losses, "batches": batches}

# %% ?
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            if k:
                lr = lr * 0.9
            rows = order[k:k + batch_size]
            cut.append(rows)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% ?
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
            if len(rows) < batch_size:
                b = 0.0
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% ?
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
        losses.append(total / (len(x) - 1))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% ?
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            cut.append(rows + 1)
            e = w * x[rows] + b - y[rows]
            total += np.sum(e**2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.epochs-miscounted
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
            w = w - lr * 2 * np.mean(error * x[rows])
            b = b - lr * 2 * np.mean(error)
        losses.append(total / n)
        batches.append(cut)
        if epoch and losses[-1] > losses[-2]:
            break
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.every-other-order
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    n, order = len(x), None
    for epoch in range(epochs):
        order = rng.permutation(n) if epoch % 2 == 0 else order[::-1]
        cut = [order[i:i + batch_size] for i in range(0, n, batch_size)]
        total = 0.0
        for rows in cut:
            error = w * x[rows] + b - y[rows]
            total += np.sum(error**2)
            w = w - lr * 2 * np.mean(error * x[rows])
            b = b - lr * 2 * np.mean(error)
        losses.append(total / n)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.short-batch-without-step
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

# %% sgd_epochs.other-batches-recorded
from course.descent import epoch_batches
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    n = len(x)
    for epoch in range(epochs):
        cut = epoch_batches(n, batch_size, rng)
        total = 0.0
        for rows in cut:
            error = w * x[rows] + b - y[rows]
            total += np.sum(error**2)
            w, b = w - lr * 2 * np.mean(error * x[rows]), b - lr * 2 * np.mean(error)
        losses.append(total / n)
        batches.append(epoch_batches(n, batch_size, rng))
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.other-batches-recorded
from course.descent import epoch_batches
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    n = len(x)
    for epoch in range(epochs):
        batches.append(epoch_batches(n, batch_size, rng))
        total = 0.0
        for rows in epoch_batches(n, batch_size, rng):
            error = w * x[rows] + b - y[rows]
            total += np.sum(error**2)
            w, b = w - lr * 2 * np.mean(error * x[rows]), b - lr * 2 * np.mean(error)
        losses.append(total / n)
        print(epoch, total)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.other-batches-recorded
from course.descent import epoch_batches
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    n = len(x)
    batches = [epoch_batches(n, batch_size, rng) for _ in range(epochs)]
    for epoch in range(epochs):
        cut = epoch_batches(n, batch_size, rng)
        total = 0.0
        for rows in cut:
            error = w * x[rows] + b - y[rows]
            total += np.sum(error**2)
            w, b = w - lr * 2 * np.mean(error * x[rows]), b - lr * 2 * np.mean(error)
        losses.append(total / n)
        print(epoch, total)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.first-batch-in-every-step
from course.descent import epoch_batches
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    n = len(x)
    for epoch in range(epochs):
        cut = epoch_batches(n, batch_size, rng)
        total = 0.0
        for k in range(len(cut)):
            rows = cut[0]
            error = w * x[rows] + b - y[rows]
            total += np.sum(error**2)
            w, b = w - lr * 2 * np.mean(error * x[rows]), b - lr * 2 * np.mean(error)
        losses.append(total / n)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.one-batch-without-step
from course.descent import epoch_batches
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    n = len(x)
    for epoch in range(epochs):
        cut = epoch_batches(n, batch_size, rng)
        total = 0.0
        for k in range(len(cut) - 1):
            rows = cut[k]
            error = w * x[rows] + b - y[rows]
            total += np.sum(error**2)
            w, b = w - lr * 2 * np.mean(error * x[rows]), b - lr * 2 * np.mean(error)
        losses.append(total / n)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.one-batch-without-step
from course.descent import epoch_batches
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    n = len(x)
    for epoch in range(epochs):
        cut = epoch_batches(n, batch_size, rng)
        total = 0.0
        for k in range(1, len(cut)):
            rows = cut[k]
            error = w * x[rows] + b - y[rows]
            total += np.sum(error**2)
            w, b = w - lr * 2 * np.mean(error * x[rows]), b - lr * 2 * np.mean(error)
        losses.append(total / n)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.counter-for-rows
from course.descent import epoch_batches
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    n = len(x)
    for epoch in range(epochs):
        cut = epoch_batches(n, batch_size, rng)
        total = 0.0
        for k, rows in enumerate(cut):
            error = w * x[k] + b - y[k]
            total += np.sum(error**2)
            w, b = w - lr * 2 * np.mean(error * x[k]), b - lr * 2 * np.mean(error)
        losses.append(total / n)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.loss-over-epochs
from course.descent import epoch_batches
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    n = len(x)
    for epoch in range(epochs):
        cut = epoch_batches(n, batch_size, rng)
        total = 0.0
        for rows in cut:
            error = w * x[rows] + b - y[rows]
            total += np.sum(error**2)
            w, b = w - lr * 2 * np.mean(error * x[rows]), b - lr * 2 * np.mean(error)
        losses.append(total / epochs)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.loss-over-epochs
from course.descent import epoch_batches
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    n = len(x)
    for epoch in range(epochs):
        cut = epoch_batches(n, batch_size, rng)
        total = 0.0
        for rows in cut:
            error = w * x[rows] + b - y[rows]
            total += np.sum(error**2)
            w, b = w - lr * 2 * np.mean(error * x[rows]), b - lr * 2 * np.mean(error)
        losses.append(total / n / epochs)
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.loss-over-the-lesson-rows
n = 200

def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b = 0.0, 0.0
    losses, batches = [], []
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cuts = [order[i : i + batch_size] for i in range(0, len(x), batch_size)]
        total = 0.0
        for rows in cuts:
            error = w * x[rows] + b - y[rows]
            total += np.sum(error**2)
            slope_w = 2 * np.sum(error * x[rows]) / len(rows)
            slope_b = 2 * np.sum(error) / len(rows)
            w = w - lr * slope_w
            b = b - lr * slope_b
        losses.append(total / n)
        batches.append(cuts)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.batch-without-rows
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    for _ in range(epochs):
        order = rng.permutation(len(x))
        cuts, total = [], 0.0
        for k in range(len(x) // batch_size + 1):
            rows = order[k * batch_size : (k + 1) * batch_size]
            error = w * x[rows] + b - y[rows]
            total += np.sum(error**2)
            slope_w, slope_b = 2 * np.mean(error * x[rows]), 2 * np.mean(error)
            w, b = w - lr * slope_w, b - lr * slope_b
            cuts.append(rows)
        losses.append(total / len(x))
        batches.append(cuts)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.batch-without-rows
def cut(n, batch_size, rng):
    order = list(rng.permutation(n))
    batches = []
    for first in range(0, n + 1, batch_size):
        batches.append(order[first : first + batch_size])
    return batches

def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    for _ in range(epochs):
        cuts = cut(len(x), batch_size, rng)
        total = 0.0
        for rows in cuts:
            if not rows:
                continue
            error = w * x[rows] + b - y[rows]
            total += np.sum(error**2)
            w, b = w - lr * 2 * np.mean(error * x[rows]), b - lr * 2 * np.mean(error)
        losses.append(total / len(x))
        batches.append(cuts)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.divided-by-n
n = 200

def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    for _ in range(epochs):
        order = rng.permutation(len(x))
        cuts, total = [], 0.0
        for first in range(0, len(x), batch_size):
            rows = order[first : first + batch_size]
            error = w * x[rows] + b - y[rows]
            total += np.sum(error**2)
            slope_w = 2 / n * np.sum(error * x[rows])
            slope_b = 2 / n * np.sum(error)
            w, b = w - lr * slope_w, b - lr * slope_b
            cuts.append(rows)
        losses.append(total / len(x))
        batches.append(cuts)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.loss-means-over-rows
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[first : first + batch_size] for first in range(0, n, batch_size)]

def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    for _ in range(epochs):
        cuts = shuffled_batches(len(x), batch_size, rng)
        squares = 0.0
        for rows in cuts:
            error = w * x[rows] + b - y[rows]
            squares += np.mean(error**2)
            slope_w = 2 * np.mean(error * x[rows])
            slope_b = 2 * np.mean(error)
            w, b = w - lr * slope_w, b - lr * slope_b
        losses.append(squares / len(x))
        batches.append(cuts)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.loss-of-each-batch
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[first : first + batch_size] for first in range(0, n, batch_size)]

def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    for _ in range(epochs):
        cuts = shuffled_batches(len(x), batch_size, rng)
        squares = 0.0
        for rows in cuts:
            error = w * x[rows] + b - y[rows]
            squares += np.sum(error**2)
            slope_w = 2 * np.mean(error * x[rows])
            slope_b = 2 * np.mean(error)
            w, b = w - lr * slope_w, b - lr * slope_b
            losses.append(squares / len(x))
        batches.append(cuts)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.lowest-kept
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    best_loss, best_w, best_b = np.inf, 0.0, 0.0
    losses, batches = [], []
    for _ in range(epochs):
        order = rng.permutation(len(x))
        cuts = [order[i : i + batch_size] for i in range(0, len(x), batch_size)]
        squares = 0.0
        for rows in cuts:
            error = w * x[rows] + b - y[rows]
            squares += np.sum(error**2)
            w, b = w - lr * 2 * np.mean(error * x[rows]), b - lr * 2 * np.mean(error)
        losses.append(squares / len(x))
        batches.append(cuts)
        if losses[-1] < best_loss:
            best_loss, best_w, best_b = losses[-1], w, b
    return {"w": best_w, "b": best_b, "losses": losses, "batches": batches}

# %% sgd_epochs.epochs-without-batches
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    for _ in range(epochs):
        order = rng.permutation(len(x))
        cuts = (order[i : i + batch_size] for i in range(0, len(x), batch_size))
        squares = 0.0
        for rows in cuts:
            error = w * x[rows] + b - y[rows]
            squares += np.sum(error**2)
            w, b = w - lr * 2 * np.mean(error * x[rows]), b - lr * 2 * np.mean(error)
        losses.append(squares / len(x))
        batches.append(list(cuts))
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.epochs-without-batches
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    for _ in range(epochs):
        order = rng.permutation(len(x))
        cuts = [order[i : i + batch_size] for i in range(0, len(x), batch_size)]
        batches.append(cuts)
        squares = 0.0
        while cuts:
            rows = cuts.pop(0)
            error = w * x[rows] + b - y[rows]
            squares += np.sum(error**2)
            w, b = w - lr * 2 * np.mean(error * x[rows]), b - lr * 2 * np.mean(error)
        losses.append(squares / len(x))
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.stops-by-itself
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    n = len(x)
    losses, batches = [], []
    for epoch in range(epochs):
        perm = rng.permutation(n)
        cuts = [perm[i:i + batch_size] for i in range(0, n, batch_size)]
        total = 0.0
        for rows in cuts:
            e = w * x[rows] + b - y[rows]
            total += np.sum(e ** 2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / n)
        batches.append(cuts)
        if losses[-1] > 1e10:
            print("diverged")
            break
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.stops-by-itself
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    n = len(x)
    losses, batches = [], []
    tolerance = 1e-6
    for epoch in range(epochs):
        perm = rng.permutation(n)
        cuts = [perm[i:i + batch_size] for i in range(0, n, batch_size)]
        total = 0.0
        for rows in cuts:
            e = w * x[rows] + b - y[rows]
            total += np.sum(e ** 2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / n)
        batches.append(cuts)
        if len(losses) > 1 and abs(losses[-1] - losses[-2]) < tolerance:
            break
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.stops-by-itself
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    n = len(x)
    best, wait = np.inf, 0
    losses, batches = [], []
    for epoch in range(epochs):
        perm = rng.permutation(n)
        cuts = [perm[i:i + batch_size] for i in range(0, n, batch_size)]
        total = 0.0
        for rows in cuts:
            e = w * x[rows] + b - y[rows]
            total += np.sum(e ** 2)
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
        losses.append(total / n)
        batches.append(cuts)
        if losses[-1] < best:
            best, wait = losses[-1], 0
        else:
            wait += 1
            if wait >= 3:
                break
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% ?
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    n = len(x)
    losses, batches = [], []
    for epoch in range(epochs):
        perm = rng.permutation(n)
        cuts = [perm[i:i + batch_size] for i in range(0, n, batch_size)]
        total = 0.0
        for rows in cuts:
            e = w * x[rows] + b - y[rows]
            total += np.sum(e ** 2)
            dw = np.clip(2 * np.mean(e * x[rows]), -1e3, 1e3)
            db = np.clip(2 * np.mean(e), -1e3, 1e3)
            w, b = w - lr * dw, b - lr * db
        losses.append(total / n)
        batches.append(cuts)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.divided-twice
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
            slope_w = 2 * np.mean(e * x[rows]) / len(rows)
            slope_b = 2 * np.mean(e) / len(rows)
            w, b = w - lr * slope_w, b - lr * slope_b
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.divided-twice
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
            w, b = (w - lr / batch_size * 2 * np.mean(e * x[rows]),
                    b - lr / batch_size * 2 * np.mean(e))
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
            w, b = round(w - lr * 2 * np.mean(e * x[rows]), 6), round(b - lr * 2 * np.mean(e), 6)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.single-rows-left-out
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    for _ in range(epochs):
        order = rng.permutation(len(x))
        cuts = [order[i : i + batch_size] for i in range(0, len(x), batch_size)]
        cuts = [rows for rows in cuts if len(rows) > 1]
        squares = 0.0
        for rows in cuts:
            error = w * x[rows] + b - y[rows]
            squares += np.sum(error**2)
            w, b = w - lr * 2 * np.mean(error * x[rows]), b - lr * 2 * np.mean(error)
        losses.append(squares / len(x))
        batches.append(cuts)
    return {"w": w, "b": b, "losses": losses, "batches": batches}


# %% sgd_epochs.skipped-where-flat
from course import descent

def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    for _ in range(epochs):
        cuts = descent.epoch_batches(len(x), batch_size, rng)
        squares = 0.0
        for rows in cuts:
            error = w * x[rows] + b - y[rows]
            squares += np.sum(error**2)
            slope_w, slope_b = 2 * np.mean(error * x[rows]), 2 * np.mean(error)
            if abs(slope_w) < 1e-6 and abs(slope_b) < 1e-6:
                continue
            w, b = w - lr * slope_w, b - lr * slope_b
        losses.append(squares / len(x))
        batches.append(cuts)
    return {"w": w, "b": b, "losses": losses, "batches": batches}


# %% sgd_epochs.size-and-rows-swapped
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0
    losses, all_batches = [], []
    for epoch in range(epochs):
        order = rng.permutation(batch_size)
        batches = [order[k : k + len(x)] for k in range(0, batch_size, len(x))]
        total = 0
        for rows in batches:
            error = w * x[rows] + b - y[rows]
            total += np.sum(error**2)
            w = w - lr * 2 * np.mean(error * x[rows])
            b = b - lr * 2 * np.mean(error)
        losses.append(total / len(x))
        all_batches.append(batches)
    return {"w": w, "b": b, "losses": losses, "batches": all_batches}

# %% sgd_epochs.skipped-where-flat
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses = []
    batches = []
    for _ in range(epochs):
        o = rng.permutation(len(x))
        cuts = [o[i : i + batch_size] for i in range(0, len(x), batch_size)]
        s = 0.0
        for rows in cuts:
            e = w * x[rows] + b - y[rows]
            s += np.sum(e**2)
            gw, gb = 2 * np.mean(e * x[rows]), 2 * np.mean(e)
            if abs(gw) < 1e-8:
                break
            w, b = w - lr * gw, b - lr * gb
        losses.append(s / len(x))
        batches.append(cuts)
    return {"w": w, "b": b, "losses": losses, "batches": batches}


# %% sgd_epochs.skipped-where-flat
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses = []
    batches = []
    for _ in range(epochs):
        o = rng.permutation(len(x))
        cuts = [o[i : i + batch_size] for i in range(0, len(x), batch_size)]
        s = 0.0
        for rows in cuts:
            e = w * x[rows] + b - y[rows]
            s += np.sum(e**2)
            gw, gb = 2 * np.mean(e * x[rows]), 2 * np.mean(e)
            w, b = w - lr * gw, b - lr * gb
            if abs(gw) < 1e-6 and abs(gb) < 1e-6:
                break
        losses.append(s / len(x))
        batches.append(cuts)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.lists-made-in-the-loop
from course.descent import epoch_batches
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    for _ in range(epochs):
        losses, batches = [], []
        cuts = epoch_batches(len(x), batch_size, rng)
        squares = 0.0
        for rows in cuts:
            error = w * x[rows] + b - y[rows]
            squares += np.sum(error**2)
            slope_w = 2 * np.mean(error * x[rows])
            slope_b = 2 * np.mean(error)
            w, b = w - lr * slope_w, b - lr * slope_b
        losses.append(squares / len(x))
        batches.append(cuts)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.single-rows-left-out
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
            if len(rows) == 1:
                continue
            slope_w, slope_b = 2 * np.mean(e * x[rows]), 2 * np.mean(e)
            w, b = w - lr * slope_w, b - lr * slope_b
        losses.append(seen / len(x))
        batches.append(cuts)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% sgd_epochs.never-moves
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
            w - lr * 2 * np.mean(e * x[rows])
            b - lr * 2 * np.mean(e)
        losses.append(seen / len(x))
        batches.append(cuts)
    return {"w": w, "b": b, "losses": losses, "batches": batches}
