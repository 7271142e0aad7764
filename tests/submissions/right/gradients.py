# Right answers, each in another dress: one cell, one whole answer.

# %% plain
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * np.mean(error * x), 2 * np.mean(error)

# %% loop
def gradients(x, y, w, b):
    n = len(x)
    dw = db = 0.0
    for i in range(n):
        error = w * x[i] + b - y[i]
        dw += 2 / n * error * x[i]
        db += 2 / n * error
    return dw, db

# %% minus in front
def gradients(x, y, w, b):
    residual = y - (w * x + b)
    dw = -2 * np.mean(x * residual)
    db = -2 * np.mean(residual)
    return dw, db

# %% matrix, one array
def gradients(x, y, w, b):
    A = np.column_stack([x, np.ones_like(x)])
    return 2 / len(y) * A.T @ (A @ np.array([w, b]) - y)

# %% dot products in a list
def gradients(x, y, w, b):
    e = w * x + b - y
    return [2 * (e @ x) / len(x), 2 * e.sum() / len(x)]

# %% einsum, float32 result
def gradients(x, y, w, b):
    e = w * x + b - y
    both = np.einsum("kn,n->k", np.stack([x, np.ones(len(x))]), e)
    return (2 * both / len(x)).astype(np.float32)

# %% moments
def gradients(x, y, w, b):
    mean = np.mean
    dw = 2 * (w * mean(x * x) + b * mean(x) - mean(x * y))
    db = 2 * (w * mean(x) + b - mean(y))
    return dw, db

# %% central differences
def gradients(x, y, w, b):
    def loss(w, b):
        return np.mean((w * x + b - y) ** 2)
    dw = (loss(w + 0.5, b) - loss(w - 0.5, b)) / 1.0
    db = (loss(w, b + 0.5) - loss(w, b - 0.5)) / 1.0
    return dw, db

# %% helper and 0-d arrays
def gradients(inputs, targets, slope, intercept):
    def errors():
        return slope * inputs + intercept - targets
    return np.array(2 * np.average(errors() * inputs)), np.array(2 * np.average(errors()))

# %% generator expressions
def gradients(x, y, w, b):
    pairs = list(zip(x.tolist(), y.tolist()))
    dw = 2 * sum((w * p + b - q) * p for p, q in pairs) / len(pairs)
    db = 2 * sum(w * p + b - q for p, q in pairs) / len(pairs)
    return dw, db

# %% lambda
gradients = lambda x, y, w, b: tuple(2 * np.mean((w * x + b - y) * f) for f in (x, 1))

# %% Fraction results
from fractions import Fraction
def gradients(x, y, w, b):
    points = [(Fraction(float(p)), Fraction(float(q))) for p, q in zip(x, y)]
    errors = [Fraction(w) * p + Fraction(b) - q for p, q in points]
    dw = 2 * sum(e * p for e, (p, _) in zip(errors, points)) / len(points)
    return [dw, 2 * sum(errors) / len(points)]

# %% the course's central difference on one's own loss
from course.descent import central_difference
def mse(x, y, w, b):
    return np.mean((w * x + b - y) ** 2)

def gradients(x, y, w, b):
    dw = central_difference(lambda w: mse(x, y, w, b), w, 0.01)
    db = central_difference(lambda b: mse(x, y, w, b), b, 0.01)
    return dw, db

# %% an iterator over the two
def gradients(x, y, w, b):
    e = w * x + b - y
    return (2 * np.mean(e * f) for f in (x, 1))

# %% errors in an array of floats
def gradients(x, y, w, b):
    e = np.zeros(x.shape)
    e[:] = w * x + b
    e -= y
    return 2 * np.mean(e * x), 2 * np.mean(e)

# %% in float32
def gradients(x, y, w, b):
    x, y, w, b = map(np.float32, (x, y, w, b))
    error = w * x + b - y
    return 2 * np.mean(error * x), 2 * np.mean(error)
