# Wrong answers: each cell is named by the mistake that the check must name.

# %% adagrad_step.slope-not-squared
def adagrad_step(w, s, g, lr, eps):
    s = s + g
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.slope-doubled
def adagrad_step(w, s, g, lr, eps):
    s = s + g * 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.length-added
def adagrad_step(w, s, g, lr, eps):
    s = s + abs(g)
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.no-memory
def adagrad_step(w, s, g, lr, eps):
    s = g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.memory-squared
def adagrad_step(w, s, g, lr, eps):
    s = (s + g) ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.one-memory-for-all
def adagrad_step(w, s, g, lr, eps):
    s = s + np.sum(g * g)
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.rmsprop
def adagrad_step(w, s, g, lr, eps):
    s = 0.9 * s + 0.1 * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.uphill
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    w = w + lr * g / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.eps-inside-root
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    w = w - lr * g / np.sqrt(s + eps)
    return w, s

# %% adagrad_step.old-memory-used
def adagrad_step(w, s, g, lr, eps):
    w = w - lr * g / (np.sqrt(s) + eps)
    s = s + g ** 2
    return w, s

# %% adagrad_step.root-missing
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    w = w - lr * g / (s + eps)
    return w, s

# %% adagrad_step.eps-outside-fraction
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    step = lr * g / np.sqrt(s) + eps
    return w - step, s

# %% adagrad_step.eps-after-division
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    w = w - lr * g / np.sqrt(s) + eps
    return w, s

# %% adagrad_step.multiplied-after-division
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    direction = g / np.sqrt(s) + eps
    return w - lr * direction, s

# %% adagrad_step.eps-missing
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    return w - lr * g / np.sqrt(s), s

# %% adagrad_step.eps-in-memory
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    s = s + eps
    return w, s

# %% adagrad_step.root-in-memory
def adagrad_step(w, s, g, lr, eps):
    s = ( s + g ** 2) ** 0.5
    w = w - lr * g / (s + eps)
    return w, s

# %% adagrad_step.plain-step
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    w = w - lr * g
    return w, s

# %% adagrad_step.multiplied-by-root
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    w = w - lr * g * (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.sign-of-the-slope
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    w = w - lr * np.sign(g) / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.slope-squared-in-step
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    w = w - lr * g ** 2 / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.slope-missing-in-step
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    w = w - lr / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.rate-missing
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    w = w - g / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.rate-fixed
def adagrad_step(w, s, g, lr, eps):
    lr = 0.01
    s = s + g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.integer
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    w = w - (lr * g) // (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.math-sqrt
def adagrad_step(w, s, g, lr, eps):
    import math
    s = s + g ** 2
    w = w - lr * g / (math.sqrt(s) + eps)
    return w, s

# %% adagrad_step.memory-not-returned
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    return w - lr * g / (np.sqrt(s) + eps)

# %% adagrad_step.weights-not-returned
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return s

# %% adagrad_step.memory-not-updated
def adagrad_step(w, s, g, lr, eps):
    total = s + g ** 2
    w = w - lr * g / (np.sqrt(total) + eps)
    return w, s

# %% adagrad_step.weights-not-updated
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    w_new = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.swapped-results
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return s, w

# %% adagrad_step.returned-step
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    step = -lr * g / (np.sqrt(s) + eps)
    return step, s

# %% adagrad_step.rounded
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return np.round(w, 2), np.round(s, 2)

# %% adagrad_step.arrays-only
def adagrad_step(w, s, g, lr, eps):
    w_new, s_new = [], []
    for i in range(len(w)):
        s_new.append(s[i] + g[i] ** 2)
        w_new.append(w[i] - lr * g[i] / (np.sqrt(s_new[i]) + eps))
    return np.array(w_new), np.array(s_new)

# %% adagrad_step.copy-of-a-number
def adagrad_step(w, s, g, lr, eps):
    w = w.copy()
    s = s + g ** 2
    w -= lr * g / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.input-changed
def adagrad_step(w, s, g, lr, eps):
    s += g ** 2
    w -= lr * g / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.print-for-return
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    print(w, s)

# %% adagrad_step.no-return
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)

# %% ?
def adagrad_step(w, s, g, lr, eps):
    return w, s

# %% adagrad_step.eps-multiplied
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    return w - lr * g / (np.sqrt(s) * eps), s

# %% ?
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    return w - lr * g / (np.cbrt(s) + eps), s

# %% adagrad_step.whole-numbers-cut-off
def adagrad_step(w, s, g, lr, eps):
    w, s = np.array(w), np.array(s)
    g = np.asarray(g)
    for i in np.ndindex(w.shape):
        s[i] = s[i] + g[i] ** 2
        w[i] = w[i] - lr * g[i] / (np.sqrt(s[i]) + eps)
    return w, s

# %% adagrad_step.whole-numbers-cut-off
def adagrad_step(w, s, g, lr, eps):
    w = np.array(w)
    s = s + g ** 2
    w[...] = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.whole-numbers-cut-off
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    new = np.zeros(np.shape(w), dtype=np.asarray(w).dtype)
    new[...] = w - lr * g / (np.sqrt(s) + eps)
    return new, s

# %% adagrad_step.whole-numbers-cut-off
def adagrad_step(w, s, g, lr, eps):
    kind = np.asarray(w).dtype
    s = s + g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return np.asarray(w, dtype=kind), np.asarray(s, dtype=kind)

# %% adagrad_step.whole-numbers-cut-off + adagrad_step.arrays-only
def adagrad_step(w, s, g, lr, eps):
    new_w, new_s = np.zeros_like(w), np.zeros_like(s)
    for i in range(len(w)):
        new_s[i] = s[i] + g[i] ** 2
        new_w[i] = w[i] - lr * g[i] / (np.sqrt(new_s[i]) + eps)
    return new_w, new_s

# %% adagrad_step.whole-numbers-in-place
def adagrad_step(w, s, g, lr, eps):
    w, s = np.array(w), np.array(s)
    s += g ** 2
    w -= lr * g / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.whole-numbers-in-place
def adagrad_step(w, s, g, lr, eps):
    import copy
    w = copy.deepcopy(w)
    s = s + g ** 2
    w -= lr * g / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.rows-only
def adagrad_step(w, s, g, lr, eps):
    new_w, new_s = np.zeros(len(w)), np.zeros(len(w))
    for i in range(len(w)):
        new_s[i] = s[i] + g[i] ** 2
        new_w[i] = w[i] - lr * g[i] / (np.sqrt(new_s[i]) + eps)
    return new_w, new_s

# %% adagrad_step.arrays-only
def adagrad_step(w, s, g, lr, eps):
    new_w, new_s = np.zeros(w.shape), np.zeros(w.shape)
    for i in np.ndindex(w.shape):
        new_s[i] = s[i] + g[i] ** 2
        new_w[i] = w[i] - lr * g[i] / (np.sqrt(new_s[i]) + eps)
    return new_w, new_s

# %% adagrad_step.rounded
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return np.round(w, 4), np.round(s, 4)

# %% adagrad_step.rounded
def adagrad_step(w, s, g, lr, eps):
    s = np.round(s + g ** 2, 3)
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.rounded
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    w = np.round(w - lr * g / (np.sqrt(s) + eps), 2)
    return w, s

# %% adagrad_step.rate-fixed
def adagrad_step(w, s, g, lr, eps):
    lr = 0.1
    s = s + g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.input-changed
def adagrad_step(w, s, g, lr, eps):
    s += g ** 2
    return w - lr * g / (np.sqrt(s) + eps), s

# %% adagrad_step.not-from-scratch
from course import optimizers

def adagrad_step(w, s, g, lr, eps):
    rule = optimizers.adagrad(eps)
    step, (s,) = rule.update(g, (s,), w, lr, 1)
    return w + step, s

# %% adagrad_step.memory-subtracted
def adagrad_step(w, s, g, lr, eps):
    s = s - g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.one-memory-for-all
def adagrad_step(w, s, g, lr, eps):
    s = s + np.mean(g ** 2)
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s
