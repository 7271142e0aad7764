# Wrong answers: each cell is named by the mistake that the check must name.

# %% momentum_step.slope-added
def momentum_step(w, v, g, lr, beta):
    v = beta * v + lr * g
    w = w + v
    return w, v

# %% momentum_step.velocity-subtracted
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    w = w - v
    return w, v

# %% momentum_step.velocity-uphill
def momentum_step(w, v, g, lr, beta):
    v = beta * v + lr * g
    w = w - v
    return w, v

# %% momentum_step.rate-outside-velocity
def momentum_step(w, v, g, lr, beta):
    v = beta * v + g
    w = w - lr * v
    return w, v

# %% momentum_step.averaged
def momentum_step(w, v, g, lr, beta):
    v = beta * v + (1 - beta) * g
    return w - lr * v, v

# %% momentum_step.averaged-velocity
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * (1 - beta) * g
    return w + v, v

# %% momentum_step.old-velocity
def momentum_step(w, v, g, lr, beta):
    w = w + v
    v = beta * v - lr * g
    return w, v

# %% momentum_step.no-memory
def momentum_step(w, v, g, lr, beta):
    v = -lr * g
    return w + v, v

# %% momentum_step.velocity-not-used
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    w = w - lr * g
    return w, v

# %% momentum_step.slope-counted-twice
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    w = w + v - lr * g
    return w, v

# %% momentum_step.no-friction
def momentum_step(w, v, g, lr, beta):
    v = v - lr * g
    return w + v, v

# %% momentum_step.beta-swapped
def momentum_step(w, v, g, lr, beta):
    v = (1 - beta) * v - lr * g
    return w + v, v

# %% momentum_step.beta-on-both
def momentum_step(w, v, g, lr, beta):
    v = beta * (v - lr * g)
    w = w + v
    return w, v

# %% momentum_step.beta-twice
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    w = w + beta * v
    return w, v

# %% momentum_step.beta-fixed
def momentum_step(w, v, g, lr, beta):
    v = 0.9 * v - lr * g
    w = w + v
    return w, v

# %% momentum_step.rate-missing
def momentum_step(w, v, g, lr, beta):
    v = beta * v - g
    w = w + v
    return w, v

# %% momentum_step.rate-fixed
def momentum_step(w, v, g, lr, beta):
    v = beta * v - 0.01 * g
    w = w + v
    return w, v

# %% momentum_step.rate-twice
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    w = w + lr * v
    return w, v

# %% momentum_step.rate-and-beta-swapped
def momentum_step(w, v, g, lr, beta):
    v = lr * v - beta * g
    w = w + v
    return w, v

# %% momentum_step.sign-of-the-slope
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g / np.abs(g)
    w = w + v
    return w, v

# %% momentum_step.nesterov
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    w = w + beta * v - lr * g
    return w, v

# %% momentum_step.memory-not-returned
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    return w + v

# %% momentum_step.weights-not-returned
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    w = w + v
    return v

# %% momentum_step.memory-not-updated
def momentum_step(w, v, g, lr, beta):
    new_v = beta * v - lr * g
    w = w + new_v
    return w, v

# %% momentum_step.weights-not-updated
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    new_w = w + v
    return w, v

# %% momentum_step.swapped-results
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    w = w + v
    return v, w

# %% momentum_step.returned-step
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    step = v
    return step, v

# %% momentum_step.rounded
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    w = w + v
    return np.round(w, 3), np.round(v, 3)

# %% momentum_step.arrays-only
def momentum_step(w, v, g, lr, beta):
    v_new, w_new = np.zeros(len(w)), np.zeros(len(w))
    if w.ndim > 1:
        v_new, w_new = np.zeros(w.shape), np.zeros(w.shape)
    for i in range(len(w)):
        v_new[i] = beta * v[i] - lr * g[i]
        w_new[i] = w[i] + v_new[i]
    return w_new, v_new

# %% momentum_step.copy-of-a-number
def momentum_step(w, v, g, lr, beta):
    w, v = w.copy(), v.copy()
    v *= beta
    v -= lr * g
    w += v
    return w, v

# %% momentum_step.input-changed
def momentum_step(w, v, g, lr, beta):
    v *= beta
    v -= lr * g
    w += v
    return w, v

# %% momentum_step.print-for-return
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    w = w + v
    print(w, v)

# %% momentum_step.no-return
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    w = w + v

# %% ?
def momentum_step(w, v, g, lr, beta):
    return w, v

# %% ?
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g ** 2
    return w + v, v

# %% ?
def momentum_step(w, v, g, lr, beta):
    v = beta ** 2 * v - lr * g
    return w + v, v

# %% ?
def momentum_step(w, v, g, lr, beta):
    v = np.mean(beta * v - lr * g)
    return w + v, v + 0 * w + 1

# %% momentum_step.whole-numbers-cut-off
def momentum_step(w, v, g, lr, beta):
    w, v = np.array(w), np.array(v)
    g = np.asarray(g)
    for i in np.ndindex(w.shape):
        v[i] = beta * v[i] - lr * g[i]
        w[i] = w[i] + v[i]
    return w, v

# %% momentum_step.whole-numbers-cut-off
def momentum_step(w, v, g, lr, beta):
    w = np.array(w)
    v = beta * v - lr * g
    w[...] = w + v
    return w, v

# %% momentum_step.whole-numbers-cut-off
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    new = np.zeros(np.shape(w), dtype=np.asarray(w).dtype)
    new[...] = w + v
    return new, v

# %% momentum_step.whole-numbers-cut-off
def momentum_step(w, v, g, lr, beta):
    kind = np.asarray(w).dtype
    v = beta * v - lr * g
    w = w + v
    return np.asarray(w, dtype=kind), np.asarray(v, dtype=kind)

# %% momentum_step.whole-numbers-cut-off + momentum_step.arrays-only
def momentum_step(w, v, g, lr, beta):
    new_w, new_v = np.zeros_like(w), np.zeros_like(v)
    for i in range(len(w)):
        new_v[i] = beta * v[i] - lr * g[i]
        new_w[i] = w[i] + new_v[i]
    return new_w, new_v

# %% momentum_step.whole-numbers-in-place
def momentum_step(w, v, g, lr, beta):
    w, v = np.array(w), np.array(v)
    v *= beta
    v -= lr * g
    w += v
    return w, v

# %% momentum_step.whole-numbers-in-place
def momentum_step(w, v, g, lr, beta):
    import copy
    w = copy.deepcopy(w)
    v = beta * v - lr * g
    w += v
    return w, v

# %% momentum_step.rows-only
def momentum_step(w, v, g, lr, beta):
    new_w, new_v = np.zeros(len(w)), np.zeros(len(w))
    for i in range(len(w)):
        new_v[i] = beta * v[i] - lr * g[i]
        new_w[i] = w[i] + new_v[i]
    return new_w, new_v

# %% momentum_step.arrays-only
def momentum_step(w, v, g, lr, beta):
    new_w, new_v = np.zeros(w.shape), np.zeros(w.shape)
    for i in np.ndindex(w.shape):
        new_v[i] = beta * v[i] - lr * g[i]
        new_w[i] = w[i] + new_v[i]
    return new_w, new_v

# %% momentum_step.rounded
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    w = w + v
    return np.round(w, 4), np.round(v, 4)

# %% momentum_step.rounded
def momentum_step(w, v, g, lr, beta):
    v = np.round(beta * v - lr * g, 3)
    w = w + v
    return w, v

# %% momentum_step.rounded
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    w = np.round(w + v, 2)
    return w, v

# %% momentum_step.rate-fixed
def momentum_step(w, v, g, lr, beta):
    lr = 0.1
    v = beta * v - lr * g
    w = w + v
    return w, v

# %% momentum_step.input-changed
def momentum_step(w, v, g, lr, beta):
    v *= beta
    v -= lr * g
    return w + v, v

# %% momentum_step.not-from-scratch
from course import optimizers

def momentum_step(w, v, g, lr, beta):
    rule = optimizers.momentum(beta)
    step, (v,) = rule.update(g, (v,), w, lr, 1)
    return w + step, v

# %% momentum_step.velocity-reversed
def momentum_step(w, v, g, lr, beta):
    v = -beta * v - lr * g
    w = w + v
    return w, v

# %% momentum_step.no-friction
def momentum_step(w, v, g, lr, beta):
    v = v - lr * g
    return w + v, v

# %% ?
def momentum_step(w, v, g, lr, beta):
    w = w - lr * g + beta * (w - v)
    v = w - v
    return w, v

# %% ?
# Rows, tables and single numbers, but nothing with more axes.
def momentum_step(w, v, g, lr, beta):
    if np.ndim(w) == 0:
        v = beta * v - lr * g
    elif np.ndim(w) == 1:
        v = np.array([beta * v[i] - lr * g[i] for i in range(len(v))])
    else:
        rows, columns = v.shape
        v = np.array(
            [[beta * v[i, j] - lr * g[i, j] for j in range(columns)] for i in range(rows)]
        )
    return w + v, v

# %% ?
def momentum_step(w, v, g, lr, beta):
    # for stability
    norm = np.linalg.norm(g)
    if norm > 10:
        g = g * 10 / norm
    v = beta * v - lr * g
    return w + v, v

# %% ?
# A memory that never keeps more than is usual.
def momentum_step(w, v, g, lr, beta):
    v = min(beta, 0.9) * v - lr * g
    return w + v, v

# %% momentum_step.rate-twice
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    w = w - lr * v
    return w, v

# %% momentum_step.written-arrow-for-equals
def momentum_step(w, v, g, lr, beta):
    v <- beta * v - lr * g
    w <- w + v
    return w, v
