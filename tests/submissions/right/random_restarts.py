# Right answers, each in another dress: one cell, one whole answer.

# %% plain
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        loss = f(w)
        if np.isfinite(loss) and loss < best_loss:
            best_w, best_loss = w, loss
    return best_w, best_loss

# %% helper and list
import math

def walk(grad, w, lr, steps):
    for _ in range(steps):
        w -= lr * grad(w)
    return w

def random_restarts(f, grad, starts, lr, steps):
    ends = [walk(grad, start, lr, steps) for start in starts]
    pairs = [(f(w), w) for w in ends if math.isfinite(f(w))]
    loss, w = min(pairs)
    return w, loss

# %% all walks at once
def random_restarts(f, grad, starts, lr, steps):
    w = np.array(starts, dtype=float)
    for _ in range(steps):
        w = w - lr * grad(w)
    losses = f(w)
    losses = np.where(np.isfinite(losses), losses, np.inf)
    best = np.argmin(losses)
    return w[best], losses[best]

# %% recursion
def random_restarts(f, grad, starts, lr, steps):
    def end(w, left):
        return w if left == 0 else end(w - lr * grad(w), left - 1)

    def better(one, other):
        return one if one[1] <= other[1] else other

    best = (np.nan, np.inf)
    for start in starts:
        w = end(start, steps)
        here = (w, f(w))
        if abs(here[1]) < np.inf:
            best = better(here, best)
    return best

# %% lambda
from functools import reduce
random_restarts = lambda f, grad, starts, lr, steps: min(
    ((w, f(w)) for w in (reduce(lambda w, _: w - lr * grad(w), range(steps), s) for s in starts) if np.isfinite(f(w))),
    key=lambda pair: pair[1],
)

# %% returns an array
def random_restarts(f, grad, starts, lr, steps):
    rows = []
    for start in starts:
        w = float(start)
        for t in range(steps):
            w = w - lr * grad(w)
        rows.append([w, f(w)])
    rows = np.array(rows)
    rows = rows[np.isfinite(rows).all(axis=1)]
    return rows[rows[:, 1].argmin()]

# %% returns a list of 0-d arrays, printing on the way
def random_restarts(f, grad, starts, lr, steps):
    best = None
    for i, start in enumerate(starts):
        w = np.array(start)
        for _ in range(steps):
            w = w - lr * grad(w)
        loss = f(w)
        print(i, w, loss)
        if not np.isfinite(loss):
            continue
        if best is None or loss < best[1]:
            best = [w, loss]
    return best

# %% stops a walk that has run away
def random_restarts(f, grad, starts, lr, steps):
    places = {}
    for start in starts:
        w = start
        for _ in range(steps):
            w = w - lr * grad(w)
            if w != w or w in (float("inf"), float("-inf")):
                break
        else:
            loss = f(w)
            if float("-inf") < loss < float("inf"):
                places[loss] = w
    lowest = sorted(places)[0]
    return places[lowest], lowest

# %% nanargmin, float32 result
def random_restarts(f, grad, starts, lr, steps):
    ends, losses = [], []
    for w in starts:
        k = 0
        while k < steps:
            w = w - lr * grad(w)
            k += 1
        ends.append(w)
        losses.append(f(w) if np.isfinite(f(w)) else np.nan)
    i = np.nanargmin(losses)
    return np.float32(ends[i]), np.float32(losses[i])

# %% another update, the same algebra
def random_restarts(loss_of, slope_of, begin, rate, how_many):
    ends = []
    for w in list(begin):
        for _ in range(how_many):
            w += -(rate * slope_of(w))
        ends.append(w)
    finite = list(filter(lambda w: np.isfinite(loss_of(w)), ends))
    winner = sorted(finite, key=loss_of)[0]
    return (winner, loss_of(winner))

# %% the walk of lesson 1, a list of weights
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        weights.append(weights[-1] - lr * grad(weights[-1]))
    return weights

def random_restarts(f, grad, starts, lr, steps):
    results = []
    for start in starts:
        w = descend(grad, start, lr, steps)[-1]
        if np.isfinite(f(w)):
            results.append((f(w), w))
    loss, w = min(results)
    return [w, loss]

# %% the walk of lesson 1, an array, while loop
def descend(grad, w0, lr, steps):
    weights = np.zeros(steps + 1)
    weights[0] = w0
    step = 0
    while step < steps:
        step += 1
        weights[step] = weights[step - 1] - lr * grad(weights[step - 1])
    return weights

def random_restarts(f, grad, starts, lr, steps):
    best = {"w": None, "loss": np.inf}
    for start in starts:
        w = descend(grad, start, lr, steps)[steps]
        loss = f(w)
        if np.isfinite(loss) and loss < best["loss"]:
            best = {"w": w, "loss": loss}
    return best["w"], best["loss"]

# %% fractions of what it found
from fractions import Fraction

def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = 0, float("inf")
    for w in sorted(starts, reverse=True):
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) <= best_loss:
            best_w, best_loss = w, f(w)
    return Fraction(float(best_w)), Fraction(float(best_loss))

# %% an array of starts, filled in place, float32 pair
def random_restarts(f, grad, starts, lr, steps):
    w = np.array(starts, dtype=float)
    for i in range(len(w)):
        for _ in range(steps):
            w[i] -= lr * grad(w[i])
    losses = f(w)
    losses[~np.isfinite(losses)] = np.inf
    i = np.argmin(losses)
    return np.array([w[i], losses[i]], dtype=np.float32)

# %% an iterator, and a landscape of its own beside
from course.landscapes import quartic

def random_restarts(f, grad, starts, lr, steps):
    quartic(0.0)
    best = (None, float("inf"))
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        best = min(best, (w, f(w)), key=lambda pair: pair[1] if np.isfinite(pair[1]) else float("inf"))
    return (value for value in best)

# %% float32 all the way
def random_restarts(f, grad, starts, lr, steps):
    best = None
    for w in np.array(starts, dtype=np.float32):
        for _ in range(steps):
            w = w - np.float32(lr) * np.float32(grad(w))
        loss = np.float32(f(w))
        if np.isfinite(loss) and (best is None or loss < best[1]):
            best = w, loss
    return best
