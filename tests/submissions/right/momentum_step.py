# Right answers, each in another dress: one cell, one whole answer.

# %% plain
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    w = w + v
    return w, v

# %% new names
def momentum_step(w, v, g, lr, beta):
    v_new = v * beta
    v_new = v_new - g * lr
    w_new = w + v_new
    return (w_new, v_new)

# %% one line
momentum_step = lambda w, v, g, lr, beta: (w + beta * v - lr * g, beta * v - lr * g)

# %% NumPy functions
def momentum_step(w, v, g, lr, beta):
    v = np.subtract(np.multiply(beta, v), np.multiply(lr, g))
    return np.add(w, v), v

# %% a list of two
def momentum_step(w, v, g, lr, beta):
    velocity = -(lr * g) + beta * v
    return [w + velocity, velocity]

# %% float32
def momentum_step(w, v, g, lr, beta):
    w, v, g = np.float32(w), np.float32(v), np.float32(g)
    v = np.float32(beta) * v - np.float32(lr) * g
    return w + v, v

# %% always arrays
def momentum_step(w, v, g, lr, beta):
    w, v, g = np.asarray(w), np.asarray(v), np.asarray(g)
    v = beta * v - lr * g
    return np.array(w + v), np.array(v)

# %% copies changed in place
def momentum_step(w, v, g, lr, beta):
    v = np.array(v, dtype=float)
    w = np.array(w, dtype=float)
    v *= beta
    v -= lr * g
    w += v
    return w, v

# %% a loop over all entries
def momentum_step(w, v, g, lr, beta):
    new_w, new_v = np.zeros(np.shape(w)), np.zeros(np.shape(w))
    for i in np.ndindex(np.shape(w)):
        new_v[i] = beta * np.asarray(v)[i] - lr * np.asarray(g)[i]
        new_w[i] = np.asarray(w)[i] + new_v[i]
    return new_w, new_v

# %% PyTorch's velocity, translated
def momentum_step(w, v, g, lr, beta):
    buffer = -v / lr
    buffer = beta * buffer + g
    return w - lr * buffer, -lr * buffer

# %% a helper
def new_velocity(v, g, lr, beta):
    return sum([beta * v, -lr * g])

def momentum_step(w, v, g, lr, beta):
    v = new_velocity(v, g, lr, beta)
    return w + v, v

# %% recursion over the entries
def momentum_step(w, v, g, lr, beta):
    if np.ndim(w) == 0:
        v = beta * v - lr * g
        return w + v, v
    pairs = [momentum_step(*entry, lr, beta) for entry in zip(w, v, g)]
    return np.array([p[0] for p in pairs]), np.array([p[1] for p in pairs])

# %% lists of lists
def momentum_step(w, v, g, lr, beta):
    v = (beta * v - lr * g)
    w = w + v
    return np.asarray(w).tolist(), np.asarray(v).tolist()

# %% einsum
def momentum_step(w, v, g, lr, beta):
    terms = np.stack([np.asarray(v), np.asarray(g)])
    v = np.einsum('i,i...->...', [beta, -lr], terms)
    return w + v, v

# %% a generator
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    w = w + v
    yield w
    yield v

# %% a list of plain floats or arrays
def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    w = w + v
    results = [w, v]
    return [np.asarray(part).tolist() for part in results]

# %% made with dtype=float, filled in place
def momentum_step(w, v, g, lr, beta):
    new_w, new_v = np.zeros(np.shape(w), dtype=float), np.zeros(np.shape(w), dtype=float)
    w, g, v = np.asarray(w), np.asarray(g), np.asarray(v)
    for i in np.ndindex(w.shape):
        new_v[i] = beta * v[i] - lr * g[i]
        new_w[i] = w[i] + new_v[i]
    return new_w, new_v

# %% fractions
from fractions import Fraction

def momentum_step(w, v, g, lr, beta):
    exact = np.vectorize(lambda a: Fraction(float(a)), otypes=[object])
    v = Fraction(beta) * exact(v) - Fraction(lr) * exact(g)
    return exact(w) + v, v

# %% prints how high the new place is
from course.landscapes import parabola, rosenbrock

def momentum_step(w, v, g, lr, beta):
    v = beta * v - lr * g
    w = w + v
    print("loss:", rosenbrock(w) if np.shape(w) == (2,) else parabola(w))
    return w, v
