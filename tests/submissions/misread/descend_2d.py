# Wrong answers: each cell is named by the mistake that the check must not name.

# %% descend_2d.steps-not-used
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path += path[-1] - lr * grad(path[-1])
    return path

# %% descend_2d.return-in-loop
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path + [path[-1] - lr * grad(path[-1])]
    return path

# %% descend_2d.steps-not-used
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        np.append(path, path[-1] - lr * grad(path[-1]))
    return path

# %% descend_2d.no-return
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    w = w0
    for _ in range(steps):
        w = w - lr * grad(w)
        path = path.append(w)
    return path

# %% descend_2d.pair-and-bare-numbers
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    w = w0
    for _ in range(steps):
        w = w - lr * grad(w)
        path.append(np.sum((w - [3, -1]) ** 2))
    return path

# %% descend_2d.rate-fixed
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - min(lr, 0.1) * grad(path[-1]))
    return path

# %% descend_2d.steps-not-used
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(min(steps, 3)):
        path.append(path[-1] - 0.1 * grad(path[-1]))
    return path

# %% descend_2d.grad-not-used
def descend_2d(grad, w0, lr, steps):
    return np.array([[8.0, 6.0], [7.0, 4.6], [6.2, 3.48], [5.56, 2.584]])[: steps + 1]

# %% descend_2d.whole-numbers-cut-off
def descend_2d(grad, w0, lr, steps):
    w = np.array([int(w0[0]), int(w0[1])])
    path = [w]
    for _ in range(steps):
        w = w - lr * grad(w)
        path.append(w)
    return path

# %% descend_2d.stale-gradient
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    g = grad(w0)
    for t in range(steps):
        path.append(path[-1] - lr * g)
        if t > 1:
            g = grad(path[-1])
    return path

# %% descend_2d.stops-where-flat
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        new = path[-1] - lr * grad(path[-1])
        if new[0] > path[-1][0]:
            break
        path.append(new)
    return path

# %% descend_2d.nothing-kept
def descend_2d(grad, w0, lr, steps):
    return [w0] * (steps + 1)

# %% descend_2d.same-array-every-time
def descend_2d(grad, w0, lr, steps):
    w = w0
    for _ in range(steps):
        w = w - lr * grad(w)
    return [w0] * (steps + 1)

# %% descend_2d.never-moves
def descend_2d(grad, w0, lr, steps):
    path = np.zeros((steps + 1, 2))
    path[0] = w0
    return path
