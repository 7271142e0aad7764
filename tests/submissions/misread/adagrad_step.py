# Wrong answers that look like a mistake that they are not: each cell is named by the mistake
# that the check must not name.

# %% adagrad_step.math-sqrt
# The recursion forgets an argument.
def adagrad_step(w, s, g, lr, eps):
    if np.ndim(w) == 0:
        s = s + g ** 2
        w = w - lr * g / (np.sqrt(s) + eps)
        return w, s
    found = [adagrad_step(*entry, lr) for entry in zip(w, s, g)]
    return np.array([f[0] for f in found]), np.array([f[1] for f in found])

# %% adagrad_step.copy-of-a-number
# It asks a number for its shape.
def adagrad_step(w, s, g, lr, eps):
    zero = np.zeros(w.shape)
    s = s + g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w + zero, s + zero

# %% adagrad_step.whole-numbers-cut-off
# Always whole numbers, whatever is given.
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return np.trunc(w), np.trunc(s)

# %% adagrad_step.whole-numbers-cut-off
# Rounded where the numbers are whole.
def adagrad_step(w, s, g, lr, eps):
    whole = np.asarray(w).dtype.kind == "i"
    s = s + g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    if whole:
        return np.ceil(w), np.ceil(s)
    return w, s

# %% adagrad_step.input-changed
# A copy is changed; the weights go the wrong way.
def adagrad_step(w, s, g, lr, eps):
    w = np.array(w, dtype=float)
    s = s + g ** 2
    w -= 3 * lr * g / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.rate-fixed
# Large rates are cut.
def adagrad_step(w, s, g, lr, eps):
    lr = min(lr, 0.1)
    s = s + g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.memory-not-updated
# The memory is new for arrays and old for numbers.
def adagrad_step(w, s, g, lr, eps):
    old = s
    s = s + g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    if np.ndim(w) == 0:
        return w, old
    return w, s

# %% adagrad_step.arrays-only
# It stops for tables, not for numbers.
def adagrad_step(w, s, g, lr, eps):
    s = s + g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    if np.ndim(w) > 1:
        raise TypeError("too many rows")
    return w, s

# %% adagrad_step.rounded
# Typed in from one run.
def adagrad_step(w, s, g, lr, eps):
    return np.array([0.7273, -1.6345]), np.array([25.0, 5.0])

# %% adagrad_step.eps-missing
# Another eps than the caller's.
def adagrad_step(w, s, g, lr, eps):
    eps = 1e-8 if np.ndim(w) else eps
    s = s + g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.no-memory
# The memory is forgotten for numbers.
def adagrad_step(w, s, g, lr, eps):
    if np.ndim(w) == 0:
        s = 0
    s = s + g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% adagrad_step.rmsprop
# A part that depends on the slope.
def adagrad_step(w, s, g, lr, eps):
    s = 0.9 * s + 0.2 * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s
