# Right answers, each in another dress: one cell, one whole answer.

# %% plain
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g**2
    w = w - lr * g / (np.sqrt(s) + eps)
    return w, s

# %% power one half
def rmsprop_step(w, s, g, lr, rho, eps):
    s_new = rho * s + (1 - rho) * g**2
    step = g / (s_new ** 0.5 + eps)
    return w - lr * step, s_new

# %% list, other form
def rmsprop_step(w, s, g, lr, rho, eps):
    s = s + (1 - rho) * (g * g - s)
    return [w - (lr / (eps + np.sqrt(s))) * g, s]

# %% float32
def rmsprop_step(w, s, g, lr, rho, eps):
    w, s, g = np.float32(w), np.float32(s), np.float32(g)
    s = np.float32(rho) * s + np.float32(1 - rho) * g * g
    return w - np.float32(lr) * g / (np.sqrt(s) + np.float32(eps)), s

# %% always arrays
def rmsprop_step(w, s, g, lr, rho, eps):
    w, s, g = map(np.asarray, (w, s, g))
    s = rho * s + (1 - rho) * g**2
    return np.asarray(w - lr * g / (np.sqrt(s) + eps)), np.asarray(s)

# %% copies changed in place
def rmsprop_step(w, s, g, lr, rho, eps):
    w, s = np.array(w, dtype=float), np.array(s, dtype=float)
    s *= rho
    s += (1 - rho) * g * g
    w -= lr * g / (np.sqrt(s) + eps)
    return w, s

# %% a loop over all entries
def rmsprop_step(w, s, g, lr, rho, eps):
    shape = np.shape(w)
    w, s, g = (np.array(part, dtype=float) for part in (w, s, g))
    for i in np.ndindex(shape):
        s[i] = rho * s[i] + (1 - rho) * g[i] ** 2
        w[i] = w[i] - lr * g[i] / (s[i] ** 0.5 + eps)
    return w, s

# %% hypot
def rmsprop_step(w, s, g, lr, rho, eps):
    root = np.hypot(np.sqrt(rho * s), np.sqrt(1 - rho) * g)
    return w - lr * g / (root + eps), root ** 2

# %% lists
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g**2
    w = w - lr * g / (np.sqrt(s) + eps)
    return np.asarray(w).tolist(), np.asarray(s).tolist()

# %% einsum
def rmsprop_step(w, s, g, lr, rho, eps):
    both = np.stack([np.asarray(s), np.asarray(g) ** 2])
    s = np.einsum('i,i...->...', [rho, 1 - rho], both)
    return w - lr * g / (np.sqrt(s) + eps), s

# %% lambda with a helper
def memory(s, g, rho):
    return rho * s + (1 - rho) * g ** 2

rmsprop_step = lambda w, s, g, lr, rho, eps: (
    w - lr * g / (memory(s, g, rho) ** 0.5 + eps),
    memory(s, g, rho),
)

# %% recursion over the entries
def rmsprop_step(w, s, g, lr, rho, eps):
    if np.ndim(w) == 0:
        s = rho * s + (1 - rho) * g ** 2
        return w - lr * g / (np.sqrt(s) + eps), s
    found = [rmsprop_step(*entry, lr, rho, eps) for entry in zip(w, s, g)]
    return np.array([f[0] for f in found]), np.array([f[1] for f in found])

# %% a generator
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    yield w
    yield s

# %% a list of plain floats or arrays
def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    results = [w, s]
    return [np.asarray(part).tolist() for part in results]

# %% made with dtype=float, filled in place
def rmsprop_step(w, s, g, lr, rho, eps):
    new_w, new_s = np.zeros(np.shape(w), dtype=float), np.zeros(np.shape(w), dtype=float)
    w, g, s = np.asarray(w), np.asarray(g), np.asarray(s)
    for i in np.ndindex(w.shape):
        new_s[i] = rho * s[i] + (1 - rho) * g[i] ** 2
        new_w[i] = w[i] - lr * g[i] / (np.sqrt(new_s[i]) + eps)
    return new_w, new_s

# %% decimals
from decimal import Decimal

def rmsprop_step(w, s, g, lr, rho, eps):
    s = rho * s + (1 - rho) * g ** 2
    w = w - lr * g / (np.sqrt(s) + eps)
    exact = np.vectorize(lambda a: Decimal(float(a)), otypes=[object])
    return exact(w), exact(s)
