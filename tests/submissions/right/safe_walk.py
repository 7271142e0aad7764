# Right answers, each in another dress: one cell, one whole answer.

# %% try around the loop
import math

def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        return weights, f(weights[-1])
    except OverflowError:
        return weights, math.inf

# %% while loop and a flag
import math

def safe_walk(f, grad, w0, lr, steps):
    weights, overflow = [w0], False
    while len(weights) <= steps and not overflow:
        try:
            weights.append(weights[-1] - lr * grad(weights[-1]))
        except OverflowError:
            overflow = True
    if overflow:
        return weights, math.inf
    try:
        return weights, f(weights[-1])
    except OverflowError:
        return weights, math.inf

# %% array and a NumPy loss
def safe_walk(f, grad, w0, lr, steps):
    weights = [float(w0)]
    loss = np.inf
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        loss = f(weights[-1])
    except OverflowError:
        pass
    return np.array(weights), np.float64(loss)

# %% helper
def step(w, lr, grad):
    return w - lr * grad(w)

def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        while len(weights) < steps + 1:
            weights = weights + [step(weights[-1], lr, grad)]
        loss = f(weights[-1])
    except OverflowError:
        loss = float("inf")
    return weights, loss
