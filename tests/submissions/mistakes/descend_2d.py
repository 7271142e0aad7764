# Wrong answers: each cell is named by the mistake that the check must name.

# %% descend_2d.stops-where-flat
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        g = grad(path[-1])
        if np.linalg.norm(g) == 0:
            break
        path.append(path[-1] - lr * g)
    return path

# %% descend_2d.sign-flipped
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] + lr * grad(path[-1]))
    return path

# %% descend_2d.same-array-every-time
def descend_2d(grad, w0, lr, steps):
    w = w0.copy()
    path = [w]
    for _ in range(steps):
        w -= lr * grad(w)
        path.append(w)
    return path

# %% descend_2d.same-array-every-time
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    w = np.array(w0)
    for _ in range(steps):
        g = grad(w)
        w[0] -= lr * g[0]
        w[1] -= lr * g[1]
        path.append(w)
    return np.array(path)

# %% descend_2d.sequential-update
def descend_2d(grad, w0, lr, steps):
    w = w0.copy()
    path = [w.copy()]
    for _ in range(steps):
        w[0] = w[0] - lr * grad(w)[0]
        w[1] = w[1] - lr * grad(w)[1]
        path.append(w.copy())
    return path

# %% descend_2d.sequential-update
def descend_2d(grad, w0, lr, steps):
    w1, w2 = w0
    path = [(w1, w2)]
    for _ in range(steps):
        w2 -= lr * grad(np.array([w1, w2]))[1]
        w1 -= lr * grad(np.array([w1, w2]))[0]
        path.append((w1, w2))
    return path

# %% descend_2d.start-missing
def descend_2d(grad, w0, lr, steps):
    path, w = [], w0
    for _ in range(steps):
        w = w - lr * grad(w)
        path.append(w)
    return path

# %% descend_2d.last-only
def descend_2d(grad, w0, lr, steps):
    w = w0
    for _ in range(steps):
        w = w - lr * grad(w)
    return w

# %% descend_2d.one-step-too-many
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps + 1):
        path.append(path[-1] - lr * grad(path[-1]))
    return path

# %% descend_2d.one-step-too-few
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(1, steps):
        path.append(path[-1] - lr * grad(path[-1]))
    return path

# %% descend_2d.one-step-too-few
def descend_2d(grad, w0, lr, steps):
    path, w = [], w0
    for _ in range(steps):
        path.append(w)
        w = w - lr * grad(w)
    return path

# %% descend_2d.start-twice
def descend_2d(grad, w0, lr, steps):
    w = w0
    path = [w]
    for _ in range(steps):
        path.append(w)
        w = w - lr * grad(w)
    return path

# %% descend_2d.row-left-empty
def descend_2d(grad, w0, lr, steps):
    path = np.zeros((steps + 1, 2))
    w = w0
    for t in range(steps):
        w = w - lr * grad(w)
        path[t + 1] = w
    return path

# %% descend_2d.never-filled
def descend_2d(grad, w0, lr, steps):
    path = np.zeros((steps + 1, 2))
    path[0] = w0
    w = np.array(w0)
    for t in range(steps):
        w = w - lr * grad(w)
    return path

# %% descend_2d.row-left-empty
def descend_2d(grad, w0, lr, steps):
    path = np.zeros((steps + 1, 2))
    w = w0
    for t in range(steps):
        path[t] = w
        w = w - lr * grad(w)
    return path

# %% descend_2d.row-left-empty
def descend_2d(grad, w0, lr, steps):
    path = np.zeros((steps + 1, 2))
    w = w0
    for t in range(steps):
        w = w - lr * grad(w)
        path[t] = w
    return path

# %% descend_2d.return-in-loop
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]))
        return path

# %% descend_2d.stale-gradient
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    g = grad(w0)
    for _ in range(steps):
        path.append(path[-1] - lr * g)
    return path

# %% descend_2d.slope-one-step-behind
def descend_2d(grad, w0, lr, steps):
    w, g = w0, grad(w0)
    path = [w]
    for _ in range(steps):
        new = w - lr * g
        g = grad(w)
        w = new
        path.append(w)
    return path

# %% descend_2d.rate-missing
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - grad(path[-1]))
    return path

# %% descend_2d.rate-fixed
def descend_2d(grad, w0, lr, steps):
    lr = 0.1
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]))
    return path

# %% descend_2d.rate-twice
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        move = lr * grad(path[-1])
        path.append(path[-1] - lr * move)
    return path

# %% descend_2d.rate-divided
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - grad(path[-1]) / lr)
    return path

# %% descend_2d.steps-of-fixed-length
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        g = grad(path[-1])
        path.append(path[-1] - lr * g / np.linalg.norm(g))
    return path

# %% descend_2d.steps-of-fixed-length
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - lr * np.sign(grad(path[-1])))
    return path

# %% descend_2d.extra-factor
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - 2 * lr * grad(path[-1]))
    return path

# %% descend_2d.absolute-slopes
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - lr * np.abs(grad(path[-1])))
    return path

# %% descend_2d.one-slope-for-both
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1])[0])
    return path

# %% descend_2d.one-slope-for-both
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - lr * sum(grad(path[-1])))
    return path

# %% descend_2d.slopes-swapped
def descend_2d(grad, w0, lr, steps):
    w1, w2 = w0
    path = [[w1, w2]]
    for _ in range(steps):
        g2, g1 = grad(np.array([w1, w2]))
        w1, w2 = w1 - lr * g1, w2 - lr * g2
        path.append([w1, w2])
    return path

# %% descend_2d.one-weight-only
def descend_2d(grad, w0, lr, steps):
    w1, w2 = w0
    path = [[w1, w2]]
    for _ in range(steps):
        w1 = w1 - lr * grad(np.array([w1, w2]))[0]
        path.append([w1, w2])
    return path

# %% descend_2d.weight-forgotten
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(-lr * grad(path[-1]))
    return path

# %% descend_2d.grad-not-used
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        w = path[-1]
        g = np.array([2 * (w[0] - 3), 2 * (w[1] + 1)])
        path.append(w - lr * g)
    return path

# %% descend_2d.start-not-used
def descend_2d(grad, w0, lr, steps):
    path = [np.zeros(2)]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]))
    return path

# %% descend_2d.start-not-used
def descend_2d(grad, w0, lr, steps):
    path = [np.array([8.0, 6.0])]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]))
    return path

# %% descend_2d.steps-not-used
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(30):
        path.append(path[-1] - lr * grad(path[-1]))
    return path

# %% descend_2d.steps-not-used
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    while np.linalg.norm(grad(path[-1])) > 1e-3:
        path.append(path[-1] - lr * grad(path[-1]))
    return path

# %% descend_2d.same-place-every-time
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for i in range(steps):
        path.append(w0 - lr * grad(path[i]))
    return path

# %% descend_2d.same-place-every-time
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        w = w0 - lr * grad(w0)
        path.append(w)
    return path

# %% descend_2d.start-and-last-only
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    w = w0
    for _ in range(steps):
        w = w - lr * grad(w)
        path = [w0, w]
    return path

# %% descend_2d.transposed
def descend_2d(grad, w0, lr, steps):
    first, second = [w0[0]], [w0[1]]
    for _ in range(steps):
        g = grad(np.array([first[-1], second[-1]]))
        first.append(first[-1] - lr * g[0])
        second.append(second[-1] - lr * g[1])
    return first, second

# %% descend_2d.flat
def descend_2d(grad, w0, lr, steps):
    w = w0
    path = w0
    for _ in range(steps):
        w = w - lr * grad(w)
        path = np.append(path, w)
    return path

# %% descend_2d.one-column-only
def descend_2d(grad, w0, lr, steps):
    w = w0
    path = [w[0]]
    for _ in range(steps):
        w = w - lr * grad(w)
        path.append(w[0])
    return path

# %% descend_2d.columns-swapped
def descend_2d(grad, w0, lr, steps):
    w1, w2 = w0
    path = [(w2, w1)]
    for _ in range(steps):
        g1, g2 = grad(np.array([w1, w2]))
        w1, w2 = w1 - lr * g1, w2 - lr * g2
        path.append((w2, w1))
    return path

# %% descend_2d.reversed
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.insert(0, path[0] - lr * grad(path[0]))
    return path

# %% descend_2d.returned-gradients
def descend_2d(grad, w0, lr, steps):
    w = w0
    gradients = [grad(w)]
    for _ in range(steps):
        w = w - lr * grad(w)
        gradients.append(grad(w))
    return gradients

# %% descend_2d.returned-moves
def descend_2d(grad, w0, lr, steps):
    w = w0
    path = [w0]
    for _ in range(steps):
        move = -lr * grad(w)
        w = w + move
        path.append(move)
    return path

# %% descend_2d.rounded
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(np.round(path[-1] - lr * grad(path[-1]), 2))
    return path

# %% descend_2d.rounded
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]))
    return np.round(path, 3)

# %% descend_2d.whole-numbers
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]))
    return np.array(path).astype(int)

# %% descend_2d.more-than-the-places
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]))
    return np.array(path), path[-1]

# %% descend_2d.more-than-the-places
def descend_2d(grad, w0, lr, steps):
    w = w0
    path = [[0, w[0], w[1]]]
    for t in range(steps):
        w = w - lr * grad(w)
        path.append([t + 1, w[0], w[1]])
    return path

# %% descend_2d.extra-brackets
def descend_2d(grad, w0, lr, steps):
    path = [[w0]]
    for _ in range(steps):
        w = path[-1][0]
        path.append([w - lr * grad(w)])
    return path

# %% descend_2d.print-for-return
def descend_2d(grad, w0, lr, steps):
    w = w0
    print(w)
    for _ in range(steps):
        w = w - lr * grad(w)
        print(w)

# %% descend_2d.no-return
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]))

# %% descend_2d.input-changed
def descend_2d(grad, w0, lr, steps):
    w = w0
    path = [w.copy()]
    for _ in range(steps):
        w -= lr * grad(w)
        path.append(w.copy())
    return path

# %% descend_2d.not-from-scratch
from course.descent import descend
from course.landscapes import bowl

def descend_2d(grad, w0, lr, steps):
    return descend(bowl, w0, lr, steps, gradient=grad).weights

# %% descend_2d.whole-numbers-cut-off
def descend_2d(grad, w0, lr, steps):
    w = np.array(w0)
    path = [w.copy()]
    for _ in range(steps):
        g = grad(w)
        w[0] -= lr * g[0]
        w[1] -= lr * g[1]
        path.append(w.copy())
    return path

# %% descend_2d.whole-numbers-cut-off
def descend_2d(grad, w0, lr, steps):
    path = np.zeros((steps + 1, 2), dtype=w0.dtype)
    path[0] = w0
    for t in range(steps):
        path[t + 1] = path[t] - lr * grad(path[t])
    return path

# %% descend_2d.whole-numbers-cut-off
def descend_2d(grad, w0, lr, steps):
    path = np.full((steps + 1, 2), w0)
    w = w0
    for t in range(steps):
        w = w - lr * grad(w)
        path[t + 1] = w
    return path

# %% descend_2d.stops-with-an-error.whole-array
def descend_2d(grad, w0, lr, steps):
    w = w0.copy()
    path = [w.copy()]
    for _ in range(steps):
        w -= lr * grad(w)
        path.append(w.copy())
    return np.array(path)

# %% descend_2d.list-plus-array
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path += path[-1] - lr * grad(path[-1])
    return path

# %% descend_2d.list-plus-array
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    w = w0
    for _ in range(steps):
        w = w - lr * grad(w)
        path += w
    return path

# %% descend_2d.pair-and-bare-numbers
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    w = w0
    for _ in range(steps):
        w = w - lr * grad(w)
        path.extend(w)
    return path

# %% descend_2d.pair-and-bare-numbers
def descend_2d(grad, w0, lr, steps):
    path, w = [w0], w0
    for _ in range(steps):
        w = w - lr * grad(w)
        path = path + list(w)
    return path

# %% descend_2d.append-gives-none
def descend_2d(grad, w0, lr, steps):
    w = w0
    path = [w]
    for i in range(steps):
        w = w - lr * grad(w)
        path = path.append(w)
    return path

# %% descend_2d.never-moves
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        w = path[-1]
        w - lr * grad(w)
        path.append(w)
    return path

# %% descend_2d.nothing-kept
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path + [path[-1] - lr * grad(path[-1])]
    return path

# %% descend_2d.nothing-kept
def descend_2d(grad, w0, lr, steps):
    path = w0.reshape(1, 2)
    w = w0
    for _ in range(steps):
        w = w - lr * grad(w)
        np.vstack([path, w])
    return path

# %% descend_2d.slope-one-step-ahead
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        w = path[-1]
        w = w - lr * grad(w)
        path.append(path[-1] - lr * grad(w))
    return path

# %% descend_2d.straight-line
def descend_2d(grad, w0, lr, steps):
    w = w0
    for _ in range(steps):
        w = w - lr * grad(w)
    return np.linspace(w0, w, steps + 1)

# %% descend_2d.every-second
def descend_2d(grad, w0, lr, steps):
    path, w = [], w0
    for step in range(steps + 1):
        if step % 2 == 0:
            path.append(w)
        w = w - lr * grad(w)
    return path

# %% descend_2d.stops-where-flat
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        g = grad(path[-1])
        if np.linalg.norm(g) < 1e-2:
            break
        path.append(path[-1] - lr * g)
    return path

# %% descend_2d.last-only
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]))
    return path[-1:]

# %% descend_2d.rounded
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(np.round(path[-1] - lr * grad(path[-1]), 4))
    return np.array(path)

# %% descend_2d.return-in-loop
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]))
        return path[-1]

# %% ?
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for t in range(steps):
        path.append(path[-1] - lr / (t + 1) * grad(path[-1]))
    return path

# %% ?
def descend_2d(grad, w0, lr, steps):
    v = np.zeros(2)
    path = [w0]
    for t in range(steps):
        v = 0.9 * v - lr * grad(path[-1])
        path.append(path[-1] + v)
    return path

# %% ?
def descend_2d(grad, w0, lr, steps):
    path = []
    path.append(w0)
    for i in range(steps):
        path.append(path[i] - lr * grad(path[0]) - 1e-3)
    return path

# %% descend_2d.stops-with-an-error.whole-array
def descend_2d(grad, w0, lr, steps):
    w = w0
    path = [w0]
    for _ in range(steps):
        step = grad(w)
        step *= lr
        w = w - step
        path.append(w)
    return path

# %% descend_2d.steps-cut-off
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - np.clip(lr * grad(path[-1]), -2, 2))
    return np.array(path)

# %% descend_2d.stops-far-out
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        w = path[-1] - lr * grad(path[-1])
        if not np.all(np.isfinite(w)) or np.linalg.norm(w) > 1e6:
            break
        path.append(w)
    return np.array(path)

# %% descend_2d.same-array-every-time
def descend_2d(grad, w0, lr, steps):
    w = w0.astype(float)
    path = [w]
    for step in range(steps):
        w[0] = w[0] - lr * grad(w)[0]
        w[1] = w[1] - lr * grad(w)[1]
        path.append(w)
    return np.array(path)

# %% descend_2d.stops-where-flat
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        g = grad(path[-1])
        if np.linalg.norm(g) < 1e-5:
            g = g * 0
        path.append(path[-1] - lr * g)
    return np.array(path)

# %% descend_2d.step-without-steps
def descend_2d(grad, w0, lr, steps):
    path, taken = [w0], 0
    while True:
        path.append(path[-1] - lr * grad(path[-1]))
        taken += 1
        if taken >= steps:
            return path
