# Wrong answers: each cell is named by the mistake that the check must name.

# %% descend.sign-flipped
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        weights.append(weights[-1] + lr * grad(weights[-1]))
    return weights

# %% descend.counter-for-the-weight
def descend(grad, w0, lr, steps):
    w = w0
    path = [w]
    for w in range(steps):
        w = w - lr * grad(w)
        path.append(w)
    return path

# %% descend.start-missing
def descend(grad, w0, lr, steps):
    weights = []
    w = w0
    for _ in range(steps):
        w = w - lr * grad(w)
        weights.append(w)
    return weights

# %% descend.last-only
def descend(grad, w0, lr, steps):
    w = w0
    for _ in range(steps):
        w = w - lr * grad(w)
    return w

# %% descend.one-step-too-many
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps + 1):
        weights.append(weights[-1] - lr * grad(weights[-1]))
    return weights

# %% descend.one-step-too-many
def descend(grad, w0, lr, steps):
    weights = [w0]
    step = 0
    while step <= steps:
        weights.append(weights[-1] - lr * grad(weights[-1]))
        step += 1
    return weights

# %% descend.one-step-too-few
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(1, steps):
        weights.append(weights[-1] - lr * grad(weights[-1]))
    return weights

# %% descend.one-step-too-few
def descend(grad, w0, lr, steps):
    weights = [w0]
    while len(weights) < steps:
        weights.append(weights[-1] - lr * grad(weights[-1]))
    return weights

# %% descend.last-missing
def descend(grad, w0, lr, steps):
    weights = []
    w = w0
    for _ in range(steps):
        weights.append(w)
        w = w - lr * grad(w)
    return weights

# %% descend.start-twice
def descend(grad, w0, lr, steps):
    w = w0
    weights = [w0]
    for _ in range(steps):
        weights.append(w)
        w = w - lr * grad(w)
    return weights

# %% descend.never-filled
def descend(grad, w0, lr, steps):
    weights = np.zeros(steps + 1)
    weights[0] = w0
    w = w0
    for i in range(steps):
        w = w - lr * grad(w)
    return weights

# %% descend.append-gives-none
def descend(grad, w0, lr, steps):
    weights = [w0]
    w = w0
    for i in range(steps):
        w = w - lr * grad(w)
        weights = weights.append(w)
    return weights

# %% descend.return-in-loop
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        w = weights[-1]
        weights.append(w - lr * grad(w))
        return weights

# %% descend.return-in-loop
def descend(grad, w0, lr, steps):
    w = w0
    for _ in range(steps):
        w = w - lr * grad(w)
        return w

# %% descend.return-in-loop
def descend(grad, w0, lr, steps):
    weights = []
    w = w0
    for _ in range(steps):
        weights.append(w)
        w = w - lr * grad(w)
        return weights

# %% descend.stale-gradient
def descend(grad, w0, lr, steps):
    slope = grad(w0)
    weights = [w0]
    for _ in range(steps):
        weights.append(weights[-1] - lr * slope)
    return weights

# %% descend.slope-one-step-behind
def descend(grad, w0, lr, steps):
    w = w0
    g = grad(w)
    weights = [w]
    for _ in range(steps):
        w_new = w - lr * g
        g = grad(w)
        w = w_new
        weights.append(w)
    return weights

# %% descend.slope-one-step-ahead
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        w = weights[-1]
        w_new = w - lr * grad(w)
        weights.append(w - lr * grad(w_new))
    return weights

# %% descend.rate-missing
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        weights.append(weights[-1] - grad(weights[-1]))
    return weights

# %% descend.rate-fixed
def descend(grad, w0, lr, steps):
    lr = 0.1
    weights = [w0]
    for _ in range(steps):
        weights.append(weights[-1] - lr * grad(weights[-1]))
    return weights

# %% descend.rate-fixed
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        weights.append(weights[-1] - 0.01 * grad(weights[-1]))
    return weights

# %% descend.rate-twice
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        step = lr * grad(weights[-1])
        weights.append(weights[-1] - lr * step)
    return weights

# %% descend.rate-divided
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        weights.append(weights[-1] - grad(weights[-1]) / lr)
    return weights

# %% descend.steps-of-fixed-length
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        w = weights[-1]
        if grad(w) > 0:
            weights.append(w - lr)
        elif grad(w) < 0:
            weights.append(w + lr)
        else:
            weights.append(w)
    return weights

# %% descend.steps-of-fixed-length
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        weights.append(weights[-1] - lr)
    return weights

# %% descend.absolute-slope
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        weights.append(weights[-1] - lr * abs(grad(weights[-1])))
    return weights

# %% descend.extra-factor
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        weights.append(weights[-1] - lr * 2 * grad(weights[-1]))
    return weights

# %% descend.extra-factor
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        weights.append(weights[-1] - lr * 0.5 * grad(weights[-1]))
    return weights

# %% descend.weight-forgotten
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        weights.append(-lr * grad(weights[-1]))
    return weights

# %% descend.weight-forgotten
def descend(grad, w0, lr, steps):
    w = w0
    weights = [w]
    for _ in range(steps):
        w = lr * grad(w)
        weights.append(w)
    return weights

# %% descend.start-not-used
def descend(grad, w0, lr, steps):
    w = 0
    weights = [w]
    for _ in range(steps):
        w = w - lr * grad(w)
        weights.append(w)
    return weights

# %% descend.start-not-used
def descend(grad, w0, lr, steps):
    w = -1.0
    weights = [w]
    for _ in range(steps):
        w = w - lr * grad(w)
        weights.append(w)
    return weights

# %% descend.steps-not-used
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(20):
        weights.append(weights[-1] - lr * grad(weights[-1]))
    return weights

# %% descend.steps-not-used
def descend(grad, w0, lr, steps=200):
    steps = 200
    weights = np.empty(steps + 1)
    weights[0] = w0
    for i in range(steps):
        weights[i + 1] = weights[i] - lr * grad(weights[i])
    return weights

# %% descend.same-weight-every-time
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        w = w0 - lr * grad(w0)
        weights.append(w)
    return weights

# %% descend.start-and-last-only
def descend(grad, w0, lr, steps):
    w = w0
    weights = [w0]
    for _ in range(steps):
        weights = [w0]
        w = w - lr * grad(w)
        weights.append(w)
    return weights

# %% descend.every-second
def descend(grad, w0, lr, steps):
    w = w0
    weights = []
    for step in range(steps + 1):
        if step % 2 == 0:
            weights.append(w)
        w = w - lr * grad(w)
    return weights

# %% descend.straight-line
def descend(grad, w0, lr, steps):
    w = w0
    for _ in range(steps):
        w = w - lr * grad(w)
    return np.linspace(w0, w, steps + 1)

# %% descend.stops-where-flat
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        g = grad(weights[-1])
        if abs(g) < 1e-8:
            break
        weights.append(weights[-1] - lr * g)
    return weights

# %% descend.reversed
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        weights.insert(0, weights[0] - lr * grad(weights[0]))
    return weights

# %% descend.more-than-the-weights
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        weights.append(weights[-1] - lr * grad(weights[-1]))
    return weights, weights[-1]

# %% descend.more-than-the-weights
def descend(grad, w0, lr, steps):
    w = w0
    weights = [(0, w)]
    for i in range(steps):
        w = w - lr * grad(w)
        weights.append((i + 1, w))
    return weights

# %% descend.returned-gradients
def descend(grad, w0, lr, steps):
    w = w0
    gradients = []
    for _ in range(steps + 1):
        gradients.append(grad(w))
        w = w - lr * grad(w)
    return gradients

# %% descend.returned-gradients
def descend(grad, w0, lr, steps):
    w = w0
    gradients = []
    for _ in range(steps):
        gradients.append(grad(w))
        w = w - lr * grad(w)
    return gradients

# %% descend.returned-steps
def descend(grad, w0, lr, steps):
    w = w0
    moved = []
    for _ in range(steps):
        step = lr * grad(w)
        w = w - step
        moved.append(step)
    return moved

# %% descend.rounded
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        weights.append(round(weights[-1] - lr * grad(weights[-1]), 2))
    return weights

# %% descend.rounded
def descend(grad, w0, lr, steps):
    w = w0
    weights = [round(w, 3)]
    for _ in range(steps):
        w = w - lr * grad(w)
        weights.append(round(w, 3))
    return weights

# %% descend.integer
def descend(grad, w0, lr, steps):
    weights = np.arange(steps + 1)
    weights[0] = w0
    for i in range(steps):
        weights[i + 1] = weights[i] - lr * grad(weights[i])
    return weights

# %% descend.print-for-return
def descend(grad, w0, lr, steps):
    w = w0
    print(w)
    for _ in range(steps):
        w = w - lr * grad(w)
        print(w)

# %% descend.no-return
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        weights.append(weights[-1] - lr * grad(weights[-1]))

# %% descend.not-from-scratch
from course import descent
from course.landscapes import parabola

def descend(grad, w0, lr, steps):
    return descent.descend(parabola, w0, lr, steps, gradient=grad).weights

# %% ?
def descend(grad, w0, lr, steps):
    return [w0 * (1 - 2 * lr) ** i for i in range(steps + 1)]

# %% ?
def descend(grad, w0, lr, steps):
    weights = [w0]
    for i in range(steps):
        weights.append(weights[-1] - lr * grad(i))
    return weights

# %% ?
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        weights.append(weights[-1] - lr * grad)
    return weights

# %% ?
def descend(grad, w0, lr, steps):
    weights = [[w0]]
    for _ in range(steps):
        weights.append([weights[-1][0] - lr * grad(weights[-1][0])])
    return weights

# %% ?
def descend(grad, w0, lr, steps):
    weights = [w0 or 1.0]
    for _ in range(steps):
        weights.append(weights[-1] - lr * grad(weights[-1]))
    return weights

# %% descend.returned-losses
from course.landscapes import parabola

def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        weights.append(weights[-1] - lr * grad(weights[-1]))
    return [parabola(w) for w in weights]

# %% descend.returned-losses
from course.landscapes import quartic

def descend(grad, w0, lr, steps):
    w, losses = w0, []
    for _ in range(steps):
        w = w - lr * grad(w)
        losses.append(quartic(w))
    return losses

# %% descend.never-moves
def descend(grad, w0, lr, steps):
    w = w0
    weights = [w]
    for _ in range(steps):
        w - lr * grad(w)
        weights.append(w)
    return weights

# %% descend.steps-cut-off
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        step = max(-1, min(1, lr * grad(weights[-1])))
        weights.append(weights[-1] - step)
    return weights

# %% descend.grad-not-used
from course.landscapes import parabola

def descend(grad, w0, lr, steps):
    weights = [w0]
    for step in range(steps):
        w = weights[-1] - lr * parabola.gradient(weights[-1])
        weights.append(w)
    return weights

# %% descend.grad-not-used + descend.rate-fixed
from course.landscapes import parabola

def descend(grad, w0, lr, steps):
    w = w0
    weights = [w]
    for step in range(steps):
        w = w - 0.1 * parabola.gradient(w)
        weights.append(w)
    return weights

# %% descend.start-and-last-only
def descend(grad, w0, lr, steps):
    weights = [w0]
    w = w0
    for step in range(steps):
        w = w - lr * grad(w)
    weights.append(w)
    return weights

# %% descend.stops-far-out
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        w = weights[-1] - lr * grad(weights[-1])
        if not np.isfinite(w) or abs(w) > 1e6:
            break
        weights.append(w)
    return weights

# %% descend.stops-far-out
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        weights.append(weights[-1] - lr * grad(weights[-1]))
        if abs(weights[-1]) > 1e10:
            print("diverged")
            break
    return weights

# %% descend.extra-brackets
def descend(grad, w0, lr, steps):
    weights = np.zeros((1, steps + 1))
    weights[0, 0] = w0
    for k in range(steps):
        weights[0, k + 1] = weights[0, k] - lr * grad(weights[0, k])
    return weights

# %% descend.extra-brackets
def descend(grad, w0, lr, steps):
    w = np.array([float(w0)])
    path = [w.copy()]
    for _ in range(steps):
        w = w - lr * grad(w)
        path.append(w.copy())
    return np.array(path)

# %% descend.stops-where-steps-are-short
def descend(grad, w0, lr, steps, tol=0.01):
    w = w0
    history = [w]
    for _ in range(steps):
        diff = lr * grad(w)
        if np.abs(diff) < tol:
            break
        w = w - diff
        history.append(w)
    return history

# %% descend.stops-where-steps-are-short
def descend(grad, w0, lr, steps):
    precision = 0.000001
    previous_step_size = 1
    iters = 0
    cur_w = w0
    ws = [cur_w]
    while previous_step_size > precision and iters < steps:
        prev_w = cur_w
        cur_w = cur_w - lr * grad(prev_w)
        previous_step_size = abs(cur_w - prev_w)
        iters = iters + 1
        ws.append(cur_w)
    return ws

# %% descend.stops-where-flat
def descend(grad, w0, lr, steps):
    weights, w = [w0], w0
    for _ in range(steps):
        slope = grad(w)
        if abs(slope) > 1e-4:
            w = w - lr * slope
        weights.append(w)
    return weights

# %% descend.steps-of-fixed-length
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        w = weights[-1]
        if grad(w) > 0:
            weights.append(w - lr)
        else:
            weights.append(w + lr)
    return weights

# %% descend.step-without-steps
def descend(grad, w0, lr, steps):
    w = w0 - lr * grad(w0)
    weights = [w0, w]
    for _ in range(steps - 1):
        w = w - lr * grad(w)
        weights.append(w)
    return weights

# %% descend.step-without-steps
def descend(grad, w0, lr, steps):
    weights, taken = [w0], 0
    while True:
        weights.append(weights[-1] - lr * grad(weights[-1]))
        taken += 1
        if taken >= steps:
            return weights

# %% descend.more-than-the-weights
def descend(grad, w0, lr, steps):
    w = w0
    weights = []
    for step in range(steps):
        w = w - lr * grad(w)
        weights.append(w)
    return w0, weights, w

# %% descend.slope-at-the-counter
def descend(grad, w0, lr, steps):
    weights = [w0]
    for step in range(steps):
        weights.append(weights[step] - lr * grad(step))
    return weights

# %% descend.every-fourth-noted
def descend(grad, w0, lr, steps):
    weights = []
    w = w0
    for step in range(steps):
        if step % 4 == 0:
            weights.append(w)
        w = w - lr * grad(w)
    return weights

# %% descend.nothing-kept
def descend(grad, w0, lr, steps):
    weights = []
    for step in range(steps + 1):
        weights.append(w0)
        w0 = w0 - lr * grad(w0)
        return weights
