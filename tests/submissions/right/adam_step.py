# Right answers, each in another dress: one cell, one whole answer.

# %% plain
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g ** 2
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta2 ** t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v

# %% one power after the other
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    decay1 = decay2 = 1.0
    for _ in range(t):
        decay1 *= beta1
        decay2 *= beta2
    m1 = beta1 * m + g * (1 - beta1)
    v1 = beta2 * v + g * g * (1 - beta2)
    step = m1 / (1 - decay1) / ((v1 / (1 - decay2)) ** 0.5 + eps)
    return w - lr * step, m1, v1

# %% increments, a list
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    m = m + (1 - beta1) * (g - m)
    v = v + (1 - beta2) * (g * g - v)
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta2 ** t)
    return [w - lr * m_hat / (eps + np.sqrt(v_hat)), m, v]

# %% eps scaled with the root
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g ** 2
    root = np.sqrt(1 - beta2 ** t)
    rate = lr * root / (1 - beta1 ** t)
    return w - rate * m / (np.sqrt(v) + eps * root), m, v

# %% float32
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    w, m, v, g = (np.float32(part) for part in (w, m, v, g))
    b1, b2 = np.float32(beta1), np.float32(beta2)
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g * g
    m_hat, v_hat = m / (1 - b1 ** t), v / (1 - b2 ** t)
    return w - np.float32(lr) * m_hat / (np.sqrt(v_hat) + np.float32(eps)), m, v

# %% always arrays
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    w, m, v, g = (np.asarray(part, dtype=float) for part in (w, m, v, g))
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g ** 2
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta2 ** t)
    return np.array(w - lr * m_hat / (np.sqrt(v_hat) + eps)), np.array(m), np.array(v)

# %% copies changed in place
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    w, m, v = (np.array(part, dtype=float) for part in (w, m, v))
    m *= beta1
    m += (1 - beta1) * g
    v *= beta2
    v += (1 - beta2) * np.square(g)
    w -= lr * (m / (1 - beta1 ** t)) / (np.sqrt(v / (1 - beta2 ** t)) + eps)
    return w, m, v

# %% a loop over all entries
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    w, m, v, g = (np.array(part, dtype=float) for part in (w, m, v, g))
    for i in np.ndindex(w.shape):
        m[i] = beta1 * m[i] + (1 - beta1) * g[i]
        v[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2
        first = m[i] / (1 - beta1 ** t)
        second = v[i] / (1 - beta2 ** t)
        w[i] = w[i] - lr * first / (second ** 0.5 + eps)
    return w, m, v

# %% lists
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g ** 2
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta2 ** t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return np.asarray(w).tolist(), np.asarray(m).tolist(), np.asarray(v).tolist()

# %% einsum
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    def mixed(beta, old, new):
        return np.einsum('i,i...->...', [beta, 1 - beta], np.stack([np.asarray(old), np.asarray(new)]))
    
    m, v = mixed(beta1, m, g), mixed(beta2, v, np.asarray(g) ** 2)
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta2 ** t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v

# %% powers by np.power
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * g
    v = np.multiply(beta2, v) + np.multiply(1 - beta2, np.power(g, 2))
    bias1, bias2 = -np.expm1(t * np.log(beta1)), -np.expm1(t * np.log(beta2))
    return w - np.divide(lr * m / bias1, np.sqrt(v / bias2) + eps), m, v

# %% helpers and a lambda
def average(old, new, beta):
    return beta * old + (1 - beta) * new

def corrected(value, beta, t):
    return value / (1 - pow(beta, t))

adam_step = lambda w, m, v, g, t, lr, beta1, beta2, eps: (
    w
    - lr
    * corrected(average(m, g, beta1), beta1, t)
    / (corrected(average(v, g**2, beta2), beta2, t) ** 0.5 + eps),
    average(m, g, beta1),
    average(v, g**2, beta2),
)

# %% recursion over the entries
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    if np.ndim(w) == 0:
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        m_hat = m / (1 - beta1 ** t)
        v_hat = v / (1 - beta2 ** t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        return w, m, v
    found = [adam_step(*entry, t, lr, beta1, beta2, eps) for entry in zip(w, m, v, g)]
    return tuple(np.array([f[k] for f in found]) for k in range(3))

# %% a generator
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g ** 2
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta2 ** t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    yield w
    yield m
    yield v

# %% a list of plain floats or arrays
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g ** 2
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta2 ** t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    results = [w, m, v]
    return [np.asarray(part).tolist() for part in results]

# %% made with dtype=float, filled in place
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    new_w, new_m, new_v = np.zeros(np.shape(w), dtype=float), np.zeros(np.shape(w), dtype=float), np.zeros(np.shape(w), dtype=float)
    w, g, m, v = np.asarray(w), np.asarray(g), np.asarray(m), np.asarray(v)
    for i in np.ndindex(w.shape):
        new_m[i] = beta1 * m[i] + (1 - beta1) * g[i]
        new_v[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2
        m_hat = new_m[i] / (1 - beta1 ** t)
        v_hat = new_v[i] / (1 - beta2 ** t)
        new_w[i] = w[i] - lr * m_hat / (np.sqrt(v_hat) + eps)
    return new_w, new_m, new_v

# %% decimals
from decimal import Decimal

def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g ** 2
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta2 ** t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    exact = np.vectorize(lambda a: Decimal(float(a)), otypes=[object])
    return exact(w), exact(m), exact(v)
