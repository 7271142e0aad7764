# Wrong answers that look like a mistake that they are not: each cell is named by the mistake
# that the check must not name.

# %% adam_step.math-sqrt
# The recursion forgets an argument.
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    if np.ndim(w) == 0:
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        m_hat = m / (1 - beta1 ** t)
        v_hat = v / (1 - beta2 ** t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        return w, m, v
    found = [adam_step(*entry, lr) for entry in zip(w, m, v, g)]
    return np.array([f[0] for f in found]), np.array([f[1] for f in found]), np.array([f[2] for f in found])

# %% adam_step.copy-of-a-number
# It asks a number for its shape.
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    zero = np.zeros(w.shape)
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g ** 2
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta2 ** t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return w + zero, m + zero, v + zero

# %% adam_step.whole-numbers-cut-off
# Always whole numbers, whatever is given.
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g ** 2
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta2 ** t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return np.trunc(w), np.trunc(m), np.trunc(v)

# %% adam_step.whole-numbers-cut-off
# Rounded where the numbers are whole.
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    whole = np.asarray(w).dtype.kind == "i"
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g ** 2
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta2 ** t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    if whole:
        return np.ceil(w), np.ceil(m), np.ceil(v)
    return w, m, v

# %% adam_step.input-changed
# A copy is changed; the weights go the wrong way.
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    w = np.array(w, dtype=float)
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g ** 2
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta2 ** t)
    w -= 3 * lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v

# %% adam_step.rate-fixed
# Large rates are cut.
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    lr = min(lr, 0.1)
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g ** 2
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta2 ** t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v

# %% adam_step.memory-not-updated
# The memory is new for arrays and old for numbers.
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    old = m, v
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g ** 2
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta2 ** t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    if np.ndim(w) == 0:
        return (w, *old)
    return w, m, v

# %% adam_step.arrays-only
# It stops for tables, not for numbers.
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g ** 2
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta2 ** t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    if np.ndim(w) > 1:
        raise TypeError("too many rows")
    return w, m, v

# %% adam_step.rounded
# Typed in from one run.
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    return np.array([0.67, -1.7]), np.array([1.5, -0.65]), np.array([5.0, 1.6])

# %% adam_step.power-missing
# Corrected as if each step were the second.
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    t = 2
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g ** 2
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta2 ** t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v

# %% adam_step.no-bias-correction
# Corrected in the first step only.
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g ** 2
    m_hat, v_hat = m, v
    if t == 1:
        m_hat, v_hat = m / (1 - beta1), v / (1 - beta2)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v

# %% adam_step.t-plus-one
# Right for even steps.
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    t = t + t % 2
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g ** 2
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta2 ** t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v

# %% adam_step.betas-fixed
# One of the two is fixed.
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    beta2 = 0.999
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g ** 2
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta2 ** t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v
