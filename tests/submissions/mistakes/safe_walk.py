# Wrong answers: each cell is named by the mistake that the check must name.

# %% safe_walk.overflow-not-caught
def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        weights.append(weights[-1] - lr * grad(weights[-1]))
    return weights, f(weights[-1])

# %% safe_walk.start-missing
def safe_walk(f, grad, w0, lr, steps):
    w, weights = w0, []
    try:
        for _ in range(steps):
            w = w - lr * grad(w)
            weights.append(w)
        loss = f(w)
    except OverflowError:
        loss = float("inf")
    return weights, loss

# %% safe_walk.last-only
def safe_walk(f, grad, w0, lr, steps):
    w = w0
    try:
        for _ in range(steps):
            w = w - lr * grad(w)
        loss = f(w)
    except OverflowError:
        loss = float("inf")
    return w, loss

# %% safe_walk.weights-only
def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
    except OverflowError:
        pass
    return weights

# %% safe_walk.loss-only
def safe_walk(f, grad, w0, lr, steps):
    w = w0
    try:
        for _ in range(steps):
            w = w - lr * grad(w)
        return f(w)
    except OverflowError:
        return float("inf")

# %% safe_walk.swapped
def safe_walk(f, grad, w0, lr, steps):
    weights, loss = [w0], float("inf")
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        loss = f(weights[-1])
    except OverflowError:
        pass
    return loss, weights

# %% safe_walk.loss-at-the-start
def safe_walk(f, grad, w0, lr, steps):
    weights, loss = [w0], f(w0)
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
    except OverflowError:
        pass
    return weights, loss

# %% safe_walk.all-losses
def safe_walk(f, grad, w0, lr, steps):
    weights, losses = [w0], []
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
    except OverflowError:
        pass
    for w in weights:
        try:
            losses.append(f(w))
        except OverflowError:
            losses.append(float("inf"))
    return weights, losses

# %% safe_walk.rate-missing
def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - grad(weights[-1]))
        loss = f(weights[-1])
    except OverflowError:
        loss = float("inf")
    return weights, loss

# %% safe_walk.sign-flipped
def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] + lr * grad(weights[-1]))
        loss = f(weights[-1])
    except OverflowError:
        loss = float("inf")
    return weights, loss

# %% safe_walk.one-step-too-few
def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps - 1):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        loss = f(weights[-1])
    except OverflowError:
        loss = float("inf")
    return weights, loss

# %% safe_walk.one-step-too-many
def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps + 1):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        loss = f(weights[-1])
    except OverflowError:
        loss = float("inf")
    return weights, loss

# %% safe_walk.stale-gradient
def safe_walk(f, grad, w0, lr, steps):
    weights, slope = [w0], grad(w0)
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * slope)
        loss = f(weights[-1])
    except OverflowError:
        loss = float("inf")
    return weights, loss

# %% safe_walk.rounded
def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        loss = round(f(weights[-1]), 4)
    except OverflowError:
        return [round(w, 4) for w in weights], float("inf")
    return [round(w, 4) for w in weights], loss

# %% ?
def safe_walk(f, grad, w0, lr, steps):
    try:
        weights = [w0]
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        return weights, f(weights[-1])
    except OverflowError:
        print("too far")

# %% safe_walk.goes-on-after-overflow
from math import inf

def safe_walk(f, grad, w0, lr, steps):
    w, weights = w0, [w0]
    for _ in range(steps):
        try:
            w = w - lr * grad(w)
        except OverflowError:
            pass
        weights.append(w)
    try:
        return weights, f(w)
    except OverflowError:
        return weights, inf

# %% safe_walk.loss-no-number
def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        return weights, f(weights[-1])
    except OverflowError:
        return weights, "inf"

# %% safe_walk.loss-no-number
def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    loss = None
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        loss = f(weights[-1])
    except OverflowError:
        pass
    return weights, loss

# %% safe_walk.loss-not-caught
import math
def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        try:
            weights.append(weights[-1] - lr * grad(weights[-1]))
        except OverflowError:
            return weights, math.inf
    return weights, f(weights[-1])

# %% safe_walk.weights-only
def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        loss = f(weights[-1])
    except OverflowError:
        loss = np.inf
    return weights
    return loss

# %% safe_walk.never-moves
import math

def safe_walk(f, grad, w0, lr, steps):
    w, weights = w0, [w0]
    try:
        for _ in range(steps):
            w - lr * grad(w)
            weights.append(w)
        return weights, f(w)
    except OverflowError:
        return weights, math.inf

# %% safe_walk.same-weight-every-time
import math

def safe_walk(f, grad, w0, lr, steps):
    w, weights = w0, [w0]
    try:
        for _ in range(steps):
            weights.append(w - lr * grad(w))
        loss = f(weights[-1])
    except OverflowError:
        loss = math.inf
    return weights, loss

# %% safe_walk.return-in-the-loop
import math

def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
            loss = f(weights[-1])
            return weights, loss
    except OverflowError:
        return weights, math.inf

# %% safe_walk.nothing-after-the-error
import math

def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            w = weights[-1]
            weights.append(w - lr * grad(w))
        loss = f(weights[-1])
        return weights, loss
    except OverflowError:
        return math.inf

# %% safe_walk.zero-for-no-loss
import math
def safe_walk(f, grad, w0, lr, steps):
    weights, loss = [w0], None
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        loss = f(weights[-1])
    except OverflowError:
        pass
    if not loss:
        loss = math.inf
    return weights, loss

# %% safe_walk.zero-for-no-loss
import math
def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    loss = None
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        loss = f(weights[-1])
    except OverflowError:
        print("overflow")
    return weights, loss or math.inf

# %% safe_walk.stops-where-flat
import math
def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            g = grad(weights[-1])
            if g == 0:
                break
            weights.append(weights[-1] - lr * g)
        loss = f(weights[-1])
    except OverflowError:
        loss = math.inf
    return weights, loss

# %% safe_walk.stops-where-flat
import math
def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        try:
            g = grad(weights[-1])
        except OverflowError:
            g = None
        if not g:
            return weights, math.inf
        weights.append(weights[-1] - lr * g)
    try:
        return weights, f(weights[-1])
    except OverflowError:
        return weights, math.inf

# %% safe_walk.no-step-taken
import math

def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        while len(weights) > steps + 1:
            weights.append(weights[-1] - lr * grad(weights[-1]))
        return weights, f(weights[-1])
    except OverflowError:
        return weights, math.inf

# %% safe_walk.rounded-on-the-way
import math

def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(round(weights[-1] - lr * grad(weights[-1]), 6))
        return weights, f(weights[-1])
    except OverflowError:
        return weights, math.inf

# %% safe_walk.rounded-on-the-way
import math

def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(round(weights[-1] - lr * grad(weights[-1]), 4))
        return weights, f(weights[-1])
    except OverflowError:
        return weights, math.inf

# %% safe_walk.rounded
import math

def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        return [round(w, 6) for w in weights], f(weights[-1])
    except OverflowError:
        return weights, math.inf

# %% safe_walk.ends-only
import math

def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            w0 = w0 - lr * grad(w0)
        weights.append(w0)
        loss = f(w0)
    except OverflowError:
        loss = math.inf
    return weights, loss
# %% ?
import math

def safe_walk(f, grad, w0, lr, steps):
    ws = [w0]
    for _ in range(steps):
        if abs(ws[-1]) > 1e10:
            return ws, math.inf
        ws.append(ws[-1] - lr * grad(ws[-1]))
    return ws, f(ws[-1])

# %% safe_walk.last-weight-lost
import math

def safe_walk(f, grad, w0, lr, steps):
    ws = [w0]
    try:
        for _ in range(steps):
            ws.append(ws[-1] - lr * grad(ws[-1]))
        return ws, f(ws[-1])
    except OverflowError:
        return ws[:-1], math.inf

# %% safe_walk.stops-far-out
import math

def safe_walk(f, grad, w0, lr, steps):
    ws = [w0]
    try:
        for _ in range(steps):
            ws.append(ws[-1] - lr * grad(ws[-1]))
            if abs(ws[-1]) > 1e8:
                return ws, math.inf
        return ws, f(ws[-1])
    except OverflowError:
        return ws, math.inf

# %% safe_walk.stops-where-flat
import math
def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            g = grad(weights[-1])
            if abs(g) < 1e-5:
                g = 0
            weights.append(weights[-1] - lr * g)
        loss = f(weights[-1])
    except OverflowError:
        loss = math.inf
    return weights, loss


# %% safe_walk.places-never-reached
import math


def safe_walk(f, grad, w0, lr, steps):
    weights = [0] * (steps + 1)
    weights[0] = w0
    try:
        for i in range(steps):
            weights[i + 1] = weights[i] - lr * grad(weights[i])
        loss = f(weights[-1])
    except OverflowError:
        loss = math.inf
    return weights, loss


# %% safe_walk.loss-in-the-list
import math


def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        loss = f(weights[-1])
    except OverflowError:
        loss = math.inf
    return weights + [loss]


# %% safe_walk.slope-and-loss-swapped
import math


def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * f(weights[-1]))
        loss = grad(weights[-1])
    except OverflowError:
        loss = math.inf
    return weights, loss


# %% safe_walk.goes-on-after-overflow
import math

def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        return weights, f(weights[-1])
    except OverflowError:
        weights.append(math.inf)
        return weights, math.inf

# %% safe_walk.goes-on-after-overflow + safe_walk.not-math-inf
def safe_walk(f, grad, w0, lr, steps):
    w, weights = w0, [w0]
    for _ in range(steps):
        try:
            w = w - lr * grad(w)
        except OverflowError:
            w = float("nan")
        weights.append(w)
    try:
        loss = f(w)
    except OverflowError:
        loss = float("inf")
    return [weights, loss]

# %% safe_walk.not-math-inf
def step(w, lr, grad):
    return w - lr * grad(w)

def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        while len(weights) < steps + 1:
            weights = weights + [step(weights[-1], lr, grad)]
        loss = f(weights[-1])
    except OverflowError:
        loss = -float("inf")
    return weights, loss

# %% safe_walk.not-math-inf
import math

def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        return weights, f(weights[-1])
    except OverflowError:
        return weights, math.nan

# %% safe_walk.loss-after-the-error
import math

def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        try:
            weights.append(weights[-1] - lr * grad(weights[-1]))
        except OverflowError:
            break
    try:
        return weights, f(weights[-1])
    except OverflowError:
        return weights, math.inf

# %% safe_walk.step-without-steps
import math

def safe_walk(f, grad, w0, lr, steps):
    weights, taken = [w0], 0
    try:
        while True:
            weights.append(weights[-1] - lr * grad(weights[-1]))
            taken += 1
            if taken >= steps:
                return weights, f(weights[-1])
    except OverflowError:
        return weights, math.inf

# %% safe_walk.no-return
def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        return weights, f(weights[-1])
    except OverflowError:
        print("overflow")
