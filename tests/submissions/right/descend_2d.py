# Right answers, each in another dress: one cell, one whole answer.

# %% a list of arrays
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        w = path[-1]
        path.append(w - lr * grad(w))
    return path

# %% filled row by row
def descend_2d(grad, w0, lr, steps):
    path = np.zeros((steps + 1, 2))
    path[0] = w0
    for t in range(steps):
        path[t + 1] = path[t] - lr * grad(path[t])
    return path

# %% two weights by name, lists of floats
def descend_2d(grad, w0, lr, steps):
    w1, w2 = float(w0[0]), float(w0[1])
    path = [[w1, w2]]
    while len(path) <= steps:
        g1, g2 = grad(np.array([w1, w2]))
        w1, w2 = w1 - lr * g1, w2 - lr * g2
        path.append([w1, w2])
    return path

# %% in place, on copies
def descend_2d(grad, w0, lr, steps):
    w = w0.astype(float)
    path = [w.copy()]
    for _ in range(steps):
        w -= lr * grad(w)
        path.append(w.copy())
    return np.array(path)

# %% tuples
def descend_2d(grad, w0, lr, steps):
    here = tuple(w0)
    way = (here,)
    for _ in range(steps):
        slope = grad(np.asarray(here))
        here = tuple(here[i] - lr * slope[i] for i in range(2))
        way += (here,)
    return way

# %% recursion
def descend_2d(grad, w0, lr, steps):
    if steps == 0:
        return [w0]
    return [w0] + descend_2d(grad, w0 - lr * grad(w0), lr, steps - 1)

# %% vstack
def descend_2d(grad, w0, lr, steps):
    path = w0.reshape(1, 2)
    for _ in range(steps):
        path = np.vstack([path, path[-1] - lr * grad(path[-1])])
    return path

# %% float32 result
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]))
    return np.array(path, dtype=np.float32)

# %% generator
def descend_2d(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    yield w
    for _ in range(steps):
        w = w + (-lr) * np.asarray(grad(w))
        yield w

# %% accumulate
from itertools import accumulate

def descend_2d(grad, w0, lr, steps):
    return list(accumulate(range(steps), lambda w, _: np.subtract(w, np.multiply(lr, grad(w))), initial=w0))

# %% two columns joined
def descend_2d(grad, w0, lr, steps):
    a, b = [w0[0]], [w0[1]]
    for i in range(steps):
        g = grad(np.array([a[i], b[i]]))
        a.append(a[i] - lr * g[0])
        b.append(b[i] - lr * g[1])
    return np.column_stack([a, b])

# %% helper and lambda
move = lambda w, g, lr: w - lr * g

def descend_2d(gradient, start, rate, count):
    places = {0: start}
    for t in range(1, count + 1):
        places[t] = move(places[t - 1], gradient(places[t - 1]), rate)
    return list(places.values())

# %% a table of floats from the start
def descend_2d(grad, w0, lr, steps):
    path = np.full((steps + 1, 2), w0, dtype=float)
    for t in range(steps):
        path[t + 1] -= path[t + 1] - path[t] + lr * grad(path[t])
    return path

# %% fractions
from fractions import Fraction

def descend_2d(grad, w0, lr, steps):
    path = [[Fraction(float(one)) for one in w0]]
    for _ in range(steps):
        slopes = grad(np.array([float(one) for one in path[-1]]))
        path.append([one - Fraction(lr) * Fraction(float(g)) for one, g in zip(path[-1], slopes)])
    return path

# %% extended by a list of one
def descend_2d(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path += [path[-1] - lr * grad(path[-1])]
    return np.array(path)

# %% a function that stops, not the walk
def descend_2d(grad, w0, lr, steps):
    def go(path):
        if len(path) == steps + 1:
            return path
        return go([*path, path[-1] - lr * grad(path[-1])])
    return go([w0])
