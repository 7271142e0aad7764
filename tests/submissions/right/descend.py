# Right answers, each in another dress: one cell, one whole answer.

# %% list
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        weights.append(weights[-1] - lr * grad(weights[-1]))
    return weights

# %% array filled by index
def descend(grad, w0, lr, steps):
    weights = np.zeros(steps + 1)
    weights[0] = w0
    for i in range(steps):
        weights[i + 1] = weights[i] - lr * grad(weights[i])
    return weights

# %% while loop, tuple
def descend(grad, w0, lr, steps):
    path, w, left = (w0,), w0, steps
    while left > 0:
        w = w - lr * grad(w)
        path += (w,)
        left -= 1
    return path

# %% generator
def descend(grad, w0, lr, steps):
    w = w0
    yield w
    for _ in range(steps):
        w -= lr * grad(w)
        yield w

# %% recursion
def descend(grad, w0, lr, steps):
    if steps == 0:
        return [w0]
    return [w0] + descend(grad, w0 - lr * grad(w0), lr, steps - 1)

# %% list of 0-d arrays
def descend(grad, w0, lr, steps):
    w = np.array(w0)
    weights = [w]
    for _ in range(steps):
        w = np.asarray(w - lr * grad(w))
        weights.append(w)
    return weights

# %% float32 result
def descend(grad, w0, lr, steps):
    w, weights = w0, []
    for step in range(steps + 1):
        weights.append(w)
        w = w + -lr * grad(w)
    return np.array(weights, dtype=np.float32)

# %% itertools, made a list
from itertools import accumulate

def descend(grad, w0, lr, steps):
    return list(accumulate(range(steps), lambda w, _: w - lr * grad(w), initial=w0))

# %% helper, other names
def step_down(slope_at, place, rate):
    return place - rate * slope_at(place)

def descend(slope_at, start, rate, n):
    walked = [float(start)]
    while len(walked) <= n:
        walked.append(step_down(slope_at, walked[-1], rate))
    return np.array(walked)

# %% lambda and reduce
from functools import reduce

descend = lambda g, w, a, n: reduce(lambda seen, _: seen + [seen[-1] - a * g(seen[-1])], range(n), [w])

# %% prints on the way, stops only at the end
def descend(grad, w0, lr, steps):
    weights = [w0]
    for i in range(1, steps + 1):
        slope = grad(weights[i - 1])
        print(i, weights[i - 1], slope)
        weights += [weights[i - 1] - slope * lr]
    return weights

# %% sum of the steps
def descend(grad, w0, lr, steps):
    moves = []
    for _ in range(steps):
        moves.append(-lr * grad(w0 + sum(moves)))
    return w0 + np.concatenate([[0], np.cumsum(moves)])

# %% prints the loss on the way, as the lesson does
from course.landscapes import parabola

def descend(grad, w0, lr, steps):
    w = w0
    weights = [w]
    for step in range(steps):
        if step % 4 == 0:
            print(f"step {step:2}   w = {w:.2f}   loss = {parabola(w):.2f}")
        w = w - lr * grad(w)
        weights.append(w)
    return weights

# %% prints where it ends on the quartic
from course.landscapes import quartic

def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        weights.append(weights[-1] - lr * grad(weights[-1]))
    print("end", weights[-1], "loss", quartic.value(weights[-1]))
    return weights
