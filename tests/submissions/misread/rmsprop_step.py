# Wrong answers that look like a mistake that they are not: each cell is named by the mistake
# that the check must not name.

# %% rmsprop_step.math-sqrt
# The recursion forgets an argument.
def rmsprop_step(w, s, g, lr, rho, eps):
    if np.ndim(w) == 0:
        s = rho * s + (1 - rho) * g ** 2
        w = w - lr * g / (np.sqrt(s) + eps)
        return w, s
    found = [rmsprop_step(*entry, lr) for entry in zip(w, s, g)]
    return np.array([f[0] for f in found]), np.array([f[1] for f in found])

# %% rmsprop_step.copy-of-a-number
# It asks a number for its shape.
def rmsprop_step(w, s, g, lr, rho, eps):
    zero = np.zeros(w.shape)
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w + zero, s + zero

# %% rmsprop_step.whole-numbers-cut-off
# Always whole numbers, whatever is given.
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return np.trunc(w), np.trunc(s)

# %% rmsprop_step.whole-numbers-cut-off
# Rounded where the numbers are whole.
def rmsprop_step(w, s, g, lr, rho, eps):
    whole = np.asarray(w).dtype.kind == "i"
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    if whole:
        return np.ceil(w), np.ceil(s)
    return w, s

# %% rmsprop_step.input-changed
# A copy is changed; the weights go the wrong way.
def rmsprop_step(w, s, g, lr, rho, eps):
    w = np.array(w, dtype=float)
    s = rho * s + (1 - rho) * g ** 2
    w -= 3 * lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.rate-fixed
# Large rates are cut.
def rmsprop_step(w, s, g, lr, rho, eps):
    lr = min(lr, 0.1)
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.memory-not-updated
# The memory is new for arrays and old for numbers.
def rmsprop_step(w, s, g, lr, rho, eps):
    old = s
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    if np.ndim(w) == 0:
        return w, old
    return w, s

# %% rmsprop_step.arrays-only
# It stops for tables, not for numbers.
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    if np.ndim(w) > 1:
        raise TypeError("too many rows")
    return w, s

# %% rmsprop_step.rounded
# Typed in from one run.
def rmsprop_step(w, s, g, lr, rho, eps):
    return np.array([0.6227, -1.2066]), np.array([14.6, 1.6])

# %% rmsprop_step.symptom-not-a-number
# Brackets are missing: the memory falls below zero.
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + 1 - rho * g**2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.rho-fixed
# Large parts are cut.
def rmsprop_step(w, s, g, lr, rho, eps):
    rho = min(rho, 0.7)
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.adagrad
# A sum that fades by another part.
def rmsprop_step(w, s, g, lr, rho, eps):
    s = 0.95 * s + g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% rmsprop_step.eps-missing
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g**2
    return w - lr * g / np.maximum(np.sqrt(s), eps), s
