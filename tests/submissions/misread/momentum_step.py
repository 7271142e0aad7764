# Wrong answers that look like a mistake that they are not: each cell is named by the mistake
# that the check must not name.

# %% momentum_step.math-sqrt
# The recursion forgets an argument.
def momentum_step(w, v, g, lr, beta):
    if np.ndim(w) == 0:
        v = beta * v - lr * g
        w = w + v
        return w, v
    found = [momentum_step(*entry, lr) for entry in zip(w, v, g)]
    return np.array([f[0] for f in found]), np.array([f[1] for f in found])

# %% momentum_step.copy-of-a-number
# It asks a number for its shape.
def momentum_step(w, v, g, lr, beta):
    zero = np.zeros(w.shape)
    v = beta * v - lr * g
    w = w + v
    return w + zero, v + zero

# %% momentum_step.whole-numbers-cut-off
# Always whole numbers, whatever is given.
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    w = w + v
    return np.trunc(w), np.trunc(v)

# %% momentum_step.whole-numbers-cut-off
# Rounded where the numbers are whole.
def momentum_step(w, v, g, lr, beta):
    whole = np.asarray(w).dtype.kind == "i"
    v = beta * v - lr * g
    w = w + v
    if whole:
        return np.ceil(w), np.ceil(v)
    return w, v

# %% momentum_step.input-changed
# A copy is changed; the weights go the wrong way.
def momentum_step(w, v, g, lr, beta):
    w = np.array(w, dtype=float)
    v = beta * v - lr * g
    w += 3 * v
    return w, v

# %% momentum_step.rate-fixed
# Large rates are cut.
def momentum_step(w, v, g, lr, beta):
    lr = min(lr, 0.1)
    v = beta * v - lr * g
    w = w + v
    return w, v

# %% momentum_step.memory-not-updated
# The memory is new for arrays and old for numbers.
def momentum_step(w, v, g, lr, beta):
    old = v
    v = beta * v - lr * g
    w = w + v
    if np.ndim(w) == 0:
        return w, old
    return w, v

# %% momentum_step.arrays-only
# It stops for tables, not for numbers.
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    w = w + v
    if np.ndim(w) > 1:
        raise TypeError("too many rows")
    return w, v

# %% momentum_step.rounded
# Typed in from one run.
def momentum_step(w, v, g, lr, beta):
    return np.array([1.15, -1.575]), np.array([0.15, 0.425])

# %% momentum_step.rounded
# Typed in from one run, else right.
def momentum_step(w, v, g, lr, beta):
    if np.ndim(w) == 0:
        return 0.54, -1.46
    v = beta * v - lr * g
    w = w + v
    return w, v

# %% momentum_step.beta-fixed
# Large betas are cut.
def momentum_step(w, v, g, lr, beta):
    beta = min(beta, 0.7)
    v = beta * v - lr * g
    w = w + v
    return w, v

# %% momentum_step.no-memory
# The memory is lost where it points up.
def momentum_step(w, v, g, lr, beta):
    v = beta * np.minimum(v, 0) - lr * g
    return w + v, v

# %% momentum_step.sign-of-the-slope
# The slope is clipped.
def momentum_step(w, v, g, lr, beta):
    g = np.clip(g, -2, 2)
    v = beta * v - lr * g
    w = w + v
    return w, v
