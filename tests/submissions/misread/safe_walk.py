# Wrong answers that are close to a known mistake, but are another: the label must not be told.

# %% safe_walk.symptom-of-a-part
# The weights are right wherever they end: it is the loss that is of an earlier step.
import math

def safe_walk(f, grad, w0, lr, steps):
    weights, loss = [w0], math.inf
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
            loss = f(weights[-1])
    except OverflowError:
        pass
    return weights, loss

# %% safe_walk.weights-only
import math

def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        while len(weights) > steps + 1:
            weights.append(weights[-1] - lr * grad(weights[-1]))
        return weights, f(weights[-1])
    except OverflowError:
        return weights, math.inf
