# Wrong answers: each cell is named by the mistake that the check must name.

# %% rmsprop_step.rho-swapped
def rmsprop_step(w, s, g, lr, rho, eps):
    s = (1 - rho) * s + rho * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.slope-not-squared
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.slope-doubled
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g * 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.length-averaged
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * abs(g)
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.not-an-average
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.old-not-faded
def rmsprop_step(w, s, g, lr, rho, eps):
    s = s + (1 - rho) * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.adagrad
def rmsprop_step(w, s, g, lr, rho, eps):
    s = s + g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.no-memory
def rmsprop_step(w, s, g, lr, rho, eps):
    s = g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.no-old-memory
def rmsprop_step(w, s, g, lr, rho, eps):
    s = (1 - rho) * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.rho-on-both
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + rho * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.square-of-the-average
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g
    s = s ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.rho-squared
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + ((1 - rho) * g) ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.one-memory-for-all
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * np.mean(g ** 2)
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.rho-fixed
def rmsprop_step(w, s, g, lr, rho, eps):
    s = 0.9 * s + 0.1 * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.bias-corrected
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    s_hat = s / (1 - rho)
    return w - lr * g / (np.sqrt(s_hat) + eps), s

# %% rmsprop_step.uphill
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = w + lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.eps-inside-root
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / np.sqrt(s + eps)
    return w, s

# %% rmsprop_step.old-memory-used
def rmsprop_step(w, s, g, lr, rho, eps):
    w = w - lr * g / (np.sqrt(s) + eps)
    s = rho * s + (1 - rho) * g ** 2
    return w, s

# %% rmsprop_step.root-missing
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / (s + eps)
    return w, s

# %% rmsprop_step.eps-outside-fraction
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    step = lr * g / np.sqrt(s) + eps
    return w - step, s

# %% rmsprop_step.eps-after-division
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / np.sqrt(s) + eps
    return w, s

# %% rmsprop_step.multiplied-after-division
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    direction = g / np.sqrt(s) + eps
    return w - lr * direction, s

# %% rmsprop_step.eps-missing
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    return w - lr * g / np.sqrt(s), s

# %% rmsprop_step.eps-in-memory
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    s = s + eps
    return w, s

# %% rmsprop_step.root-in-memory
def rmsprop_step(w, s, g, lr, rho, eps):
    s = ( rho * s + (1 - rho) * g ** 2) ** 0.5
    w = w - lr * g / (s + eps)
    return w, s

# %% rmsprop_step.plain-step
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g
    return w, s

# %% rmsprop_step.multiplied-by-root
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g * (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.sign-of-the-slope
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * np.sign(g) / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.slope-squared-in-step
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g ** 2 / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.slope-missing-in-step
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.rate-missing
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = w - g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.rate-fixed
def rmsprop_step(w, s, g, lr, rho, eps):
    lr = 0.01
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.integer
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = w - (lr * g) // (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.math-sqrt
def rmsprop_step(w, s, g, lr, rho, eps):
    import math
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / (math.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.memory-not-returned
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    return w - lr * g / (np.sqrt(s) + eps)

# %% rmsprop_step.weights-not-returned
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return s

# %% rmsprop_step.memory-not-updated
def rmsprop_step(w, s, g, lr, rho, eps):
    total = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / (np.sqrt(total) + eps)
    return w, s

# %% rmsprop_step.weights-not-updated
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w_new = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.swapped-results
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return s, w

# %% rmsprop_step.returned-step
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    step = -lr * g / (np.sqrt(s) + eps)
    return step, s

# %% rmsprop_step.rounded
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return np.round(w, 2), np.round(s, 2)

# %% rmsprop_step.arrays-only
def rmsprop_step(w, s, g, lr, rho, eps):
    w_new, s_new = [], []
    for i in range(len(w)):
        s_new.append(rho * s[i] + (1 - rho) * g[i] ** 2)
        w_new.append(w[i] - lr * g[i] / (np.sqrt(s_new[i]) + eps))
    return np.array(w_new), np.array(s_new)

# %% rmsprop_step.copy-of-a-number
def rmsprop_step(w, s, g, lr, rho, eps):
    w = w.copy()
    s = rho * s + (1 - rho) * g ** 2
    w -= lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.input-changed
def rmsprop_step(w, s, g, lr, rho, eps):
    s *= rho
    s += (1 - rho) * g ** 2
    w -= lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.print-for-return
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    print(w, s)

# %% rmsprop_step.no-return
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)

# %% ?
def rmsprop_step(w, s, g, lr, rho, eps):
    return w, s

# %% rmsprop_step.eps-multiplied
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    return w - lr * g / (np.sqrt(s) * eps), s

# %% ?
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    return w - lr * g / (np.cbrt(s) + eps), s

# %% rmsprop_step.whole-numbers-cut-off
def rmsprop_step(w, s, g, lr, rho, eps):
    w, s = np.array(w), np.array(s)
    g = np.asarray(g)
    for i in np.ndindex(w.shape):
        s[i] = rho * s[i] + (1 - rho) * g[i] ** 2
        w[i] = w[i] - lr * g[i] / (np.sqrt(s[i]) + eps)
    return w, s

# %% rmsprop_step.whole-numbers-cut-off
def rmsprop_step(w, s, g, lr, rho, eps):
    w = np.array(w)
    s = rho * s + (1 - rho) * g ** 2
    w[...] = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.whole-numbers-cut-off
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    new = np.zeros(np.shape(w), dtype=np.asarray(w).dtype)
    new[...] = w - lr * g / (np.sqrt(s) + eps)
    return new, s

# %% rmsprop_step.whole-numbers-cut-off
def rmsprop_step(w, s, g, lr, rho, eps):
    kind = np.asarray(w).dtype
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return np.asarray(w, dtype=kind), np.asarray(s, dtype=kind)

# %% rmsprop_step.whole-numbers-cut-off + rmsprop_step.arrays-only
def rmsprop_step(w, s, g, lr, rho, eps):
    new_w, new_s = np.zeros_like(w), np.zeros_like(s)
    for i in range(len(w)):
        new_s[i] = rho * s[i] + (1 - rho) * g[i] ** 2
        new_w[i] = w[i] - lr * g[i] / (np.sqrt(new_s[i]) + eps)
    return new_w, new_s

# %% rmsprop_step.whole-numbers-in-place
def rmsprop_step(w, s, g, lr, rho, eps):
    w, s = np.array(w), np.array(s)
    s *= rho
    s += (1 - rho) * g ** 2
    w -= lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.whole-numbers-in-place
def rmsprop_step(w, s, g, lr, rho, eps):
    import copy
    w = copy.deepcopy(w)
    s = rho * s + (1 - rho) * g ** 2
    w -= lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.rows-only
def rmsprop_step(w, s, g, lr, rho, eps):
    new_w, new_s = np.zeros(len(w)), np.zeros(len(w))
    for i in range(len(w)):
        new_s[i] = rho * s[i] + (1 - rho) * g[i] ** 2
        new_w[i] = w[i] - lr * g[i] / (np.sqrt(new_s[i]) + eps)
    return new_w, new_s

# %% rmsprop_step.arrays-only
def rmsprop_step(w, s, g, lr, rho, eps):
    new_w, new_s = np.zeros(w.shape), np.zeros(w.shape)
    for i in np.ndindex(w.shape):
        new_s[i] = rho * s[i] + (1 - rho) * g[i] ** 2
        new_w[i] = w[i] - lr * g[i] / (np.sqrt(new_s[i]) + eps)
    return new_w, new_s

# %% rmsprop_step.rounded
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return np.round(w, 4), np.round(s, 4)

# %% rmsprop_step.rounded
def rmsprop_step(w, s, g, lr, rho, eps):
    s = np.round(rho * s + (1 - rho) * g ** 2, 3)
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.rounded
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = np.round(w - lr * g / (np.sqrt(s) + eps), 2)
    return w, s

# %% rmsprop_step.rate-fixed
def rmsprop_step(w, s, g, lr, rho, eps):
    lr = 0.1
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.input-changed
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w -= lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.not-from-scratch
from course import optimizers

def rmsprop_step(w, s, g, lr, rho, eps):
    rule = optimizers.rmsprop(rho, eps)
    step, (s,) = rule.update(g, (s,), w, lr, 1)
    return w + step, s

# %% rmsprop_step.brackets-missing
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + 1 - rho * g**2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.one-memory-for-all
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * np.sum(g ** 2)
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.larger-for-sum
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g**2
    return w - lr * g / np.maximum(np.sqrt(s), eps), s

# %% rmsprop_step.eps-inside-root
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g**2
    return w - lr * g / np.sqrt(s + eps**2), s

# %% rmsprop_step.eps-multiplied
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g**2
    return w - lr * g / np.sqrt(s) * eps, s

# %% rmsprop_step.brackets-missing
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + 1 - rho * g**2
    return w - lr * g / (np.sqrt(np.abs(s)) + eps), s

# %% rmsprop_step.one-memory-for-all
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * np.dot(g, g)
    return w - lr * g / (np.sqrt(s) + eps), s

# %% rmsprop_step.one-memory-for-all
def rmsprop_step(w, s, g, lr, rho, eps):
    length_squared = g @ g
    s = rho * s + (1 - rho) * length_squared
    return w - lr * g / (np.sqrt(s) + eps), s

# %% rmsprop_step.half-for-root
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g**2
    return w - lr * g / (s ** 1/2 + eps), s

# %% ?
def rmsprop_step(w, s, g, lr, rho, eps):
    g = np.clip(g, -10, 10)
    s = rho * s + (1 - rho) * g**2
    return w - lr * g / (np.sqrt(s) + eps), s

# %% ?
# A memory that never keeps more than is usual.
def rmsprop_step(w, s, g, lr, rho, eps):
    rho = min(rho, 0.9)
    s = rho * s + (1 - rho) * g**2
    return w - lr * g / (np.sqrt(s) + eps), s
