# Right answers, each in another dress: one cell, one whole answer.

# %% plain
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    for _ in range(epochs):
        order = rng.permutation(len(x))
        cut, total = [], 0.0
        for first in range(0, len(x), batch_size):
            rows = order[first : first + batch_size]
            error = w * x[rows] + b - y[rows]
            total += np.sum(error**2)
            dw, db = 2 * np.mean(error * x[rows]), 2 * np.mean(error)
            w, b = w - lr * dw, b - lr * db
            cut.append(rows)
        losses.append(total / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% plain Python numbers, lists of ints
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    n = len(x)
    w, b = 0.0, 0.0
    answer = {"losses": [], "batches": []}
    for epoch in range(epochs):
        order = [int(i) for i in rng.permutation(n)]
        batches, seen = [], 0.0
        while order:
            rows, order = order[:batch_size], order[batch_size:]
            batches.append(rows)
            dw = db = 0.0
            for i in rows:
                error = w * float(x[i]) + b - float(y[i])
                seen += error**2
                dw += 2 * error * float(x[i]) / len(rows)
                db += 2 * error / len(rows)
            w -= lr * dw
            b -= lr * db
        answer["losses"].append(seen / n)
        answer["batches"].append(batches)
    answer["w"], answer["b"] = w, b
    return answer

# %% shuffle a fresh range, np.split at the cuts
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    n = x.size
    theta = np.zeros(2)
    X = np.column_stack([x, np.ones(n)])
    losses = np.zeros(epochs)
    batches = []
    for e in range(epochs):
        idx = np.arange(n)
        rng.shuffle(idx)
        batches.append(np.split(idx, range(batch_size, n, batch_size)))
        for rows in batches[-1]:
            r = X[rows] @ theta - y[rows]
            losses[e] += r @ r / n
            theta = theta - lr * 2 / len(rows) * X[rows].T @ r
    return dict(w=theta[0], b=theta[1], losses=losses, batches=batches)

# %% argsort of random numbers, tuples, shuffled copies
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    m = len(y)
    w = b = 0
    losses, batches = (), ()
    for _ in range(epochs):
        order = np.argsort(rng.random(m))
        xs, ys = x[order], y[order]
        total, cut = 0, ()
        for start in range(0, m, batch_size):
            stop = min(start + batch_size, m)
            xb, yb = xs[start:stop], ys[start:stop]
            missing = yb - (w * xb + b)
            total = total + (missing**2).sum()
            w, b = (
                w + 2 * lr * (missing * xb).sum() / (stop - start),
                b + 2 * lr * missing.sum() / (stop - start),
            )
            cut += (tuple(order[start:stop]),)
        losses += (total / m,)
        batches += (cut,)
    return {"batches": batches, "losses": losses, "b": b, "w": w}

# %% einsum and 0-d arrays
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    theta = np.zeros(2)
    losses, batches = [], []
    for _ in range(epochs):
        order = rng.permutation(x.shape[0])
        cut = [order[i : i + batch_size] for i in range(0, len(order), batch_size)]
        squares = []
        for rows in cut:
            A = np.stack([x[rows], np.ones(len(rows))])
            e = np.einsum("k,ki->i", theta, A) - y[rows]
            squares.extend(e**2)
            theta = theta - 2 * lr * np.einsum("ki,i->k", A, e) / A.shape[1]
        losses.append(np.mean(squares))
        batches.append(cut)
    return {"w": np.array(theta[0]), "b": np.array(theta[1]), "losses": losses, "batches": batches}

# %% float32 results
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w = b = 0.0
    losses, batches = [], []
    for _ in range(epochs):
        batches.append([])
        losses.append(0.0)
        order = rng.permutation(len(x)).astype(np.int32)
        for k in range(-(-len(x) // batch_size)):
            rows = order[k * batch_size : (k + 1) * batch_size]
            gap = w * x[rows] + b - y[rows]
            losses[-1] += float(gap @ gap) / len(x)
            w, b = w - lr * 2 * np.average(gap * x[rows]), b - lr * 2 * np.average(gap)
            batches[-1].append(rows)
    return {
        "w": np.float32(w),
        "b": np.float32(b),
        "losses": np.array(losses, dtype=np.float32),
        "batches": batches,
    }

# %% recursion over the batches
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    def walk(w, b, order):
        if len(order) == 0:
            return w, b, 0.0, []
        rows, rest = order[:batch_size], order[batch_size:]
        error = w * x[rows] + b - y[rows]
        step = 2 * lr / len(rows)
        w_end, b_end, later, batches = walk(
            w - step * np.dot(error, x[rows]), b - step * error.sum(), rest
        )
        return w_end, b_end, np.dot(error, error) + later, [rows, *batches]

    w = b = 0.0
    losses, batches = [], []
    for _ in range(epochs):
        w, b, squares, cut = walk(w, b, rng.permutation(len(x)))
        losses.append(squares / len(x))
        batches.append(cut)
    return {"w": w, "b": b, "losses": losses, "batches": batches}

# %% gradient helper, one order shuffled on and on, copies kept
def batch_gradient(x, y, w, b):
    error = (w * x + b) - y
    return (2 / x.size) * (x * error).sum(), (2 / x.size) * error.sum(), (error * error).sum()

def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b = 0.0, 0.0
    order = np.arange(len(x))
    all_losses = []
    all_batches = []
    for epoch in range(epochs):
        rng.shuffle(order)
        epoch_batches = []
        epoch_loss = 0
        for start in range(0, len(x), batch_size):
            rows = order[start:start + batch_size].copy()
            dw, db, squares = batch_gradient(x[rows], y[rows], w, b)
            epoch_loss += squares
            w = w - lr * dw
            b = b - lr * db
            epoch_batches.append(rows)
        all_losses.append(epoch_loss / len(x))
        all_batches.append(epoch_batches)
    return {"w": w, "b": b, "losses": all_losses, "batches": all_batches}

# %% rng.choice without replacement, mean weighted by length
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    n, w, b, losses, batches = len(x), 0.0, 0.0, [], []
    for _ in range(epochs):
        order = rng.choice(n, size=n, replace=False)
        cut = [order[k:k + batch_size] for k in range(0, n, batch_size)]
        loss = 0.0
        for rows in cut:
            xb, yb, m = x[rows], y[rows], len(rows)
            loss += np.mean((w * xb + b - yb) ** 2) * m / n
            dw = np.mean(2 * xb * (w * xb + b - yb))
            db = np.mean(2 * (w * xb + b - yb))
            w -= lr * dw
            b -= lr * db
        losses.append(loss)
        batches.append(cut)
    return {"w": [w], "b": [b], "losses": losses, "batches": batches}

# %% pairs of a list, shuffled together, with more in the dictionary than asked
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    pairs = list(enumerate(zip(x.tolist(), y.tolist())))
    w = b = 0.0
    losses, batches = [], []
    for _ in range(epochs):
        rng.shuffle(pairs)
        here, total = [], 0.0
        for k in range(0, len(pairs), batch_size):
            batch = pairs[k:k + batch_size]
            here.append(np.array([row for row, _ in batch]))
            errors = [(w * u + b - v, u) for _, (u, v) in batch]
            total += sum(e * e for e, _ in errors)
            w, b = (
                w - lr * 2 * sum(e * u for e, u in errors) / len(batch),
                b - lr * 2 * sum(e for e, _ in errors) / len(batch),
            )
        losses.append(total / len(pairs))
        batches.append(here)
    return {"w": w, "b": b, "losses": losses, "batches": batches, "n": len(pairs)}

# %% lambdas and a state that is folded
from functools import reduce

slopes = lambda w, b, u, v: (2 * np.mean((w * u + b - v) * u), 2 * np.mean(w * u + b - v))
square = lambda w, b, u, v: float(np.sum((w * u + b - v) ** 2))

def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    def take(state, rows):
        w, b, total = state
        dw, db = slopes(w, b, x[rows], y[rows])
        return w - lr * dw, b - lr * db, total + square(w, b, x[rows], y[rows])

    w, b, losses = 0.0, 0.0, []
    orders = [rng.permutation(len(x)) for _ in range(epochs)]
    batches = [np.split(order, np.arange(batch_size, len(x), batch_size)) for order in orders]
    for cut in batches:
        w, b, total = reduce(take, cut, (w, b, 0.0))
        losses.append(total / len(x))
    return {"w": w, "b": b, "losses": np.array([losses]).T, "batches": batches}

# %% Fractions and Decimals
from decimal import Decimal
from fractions import Fraction

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
    return {
        "w": Fraction(float(w)),
        "b": Decimal(float(b)),
        "losses": [Fraction(float(loss)) for loss in losses],
        "batches": tuple(map(tuple, batches)),
    }

# %% what can be gone through once
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
    return {"w": np.array([w]), "b": np.array(b), "losses": map(float, losses), "batches": iter(batches)}

# %% float32 and 0-d arrays
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
    return {"w": np.float32(w), "b": np.array(b), "losses": tuple(np.float32(losses)), "batches": np.array(batches, dtype=object).tolist()}

# %% all orders drawn first, permuted
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    orders = rng.permuted(np.tile(np.arange(len(x)), (epochs, 1)), axis=1)
    for order in orders:
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

# %% a new generator made from the given one
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    w, b, losses, batches = 0.0, 0.0, [], []
    for epoch in range(epochs):
        order = np.random.default_rng(rng.integers(10**9)).permutation(len(x))
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

# %% arrays of floats for the weights
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    n = len(x)
    theta = np.zeros(2)
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
