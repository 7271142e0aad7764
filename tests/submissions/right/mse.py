# Right answers, each in another dress: one cell, one whole answer.

# %% plain
def mse(x, y, w, b):
    return np.mean((w * x + b - y) ** 2)

# %% loop
def mse(x, y, w, b):
    total = 0.0
    for i in range(len(x)):
        error = w * x[i] + b - y[i]
        total = total + error * error
    return total / len(x)

# %% zip and sum
def mse(x, y, w, b):
    return sum((yi - (w * xi + b)) ** 2 for xi, yi in zip(x, y)) / len(y)

# %% dot product, other names
def mse(sizes, prices, slope, intercept):
    miss = prices - intercept - slope * sizes
    return miss @ miss / miss.size

# %% norm
def mse(x, y, w, b):
    return np.linalg.norm(w * x + b - y) ** 2 / len(x)

# %% einsum
def mse(x, y, w, b):
    e = np.asarray(x) * w + b - np.asarray(y)
    return np.einsum("i,i->", e, e) / len(e)

# %% variance and mean
def mse(x, y, w, b):
    e = w * x + b - y
    return np.var(e) + np.mean(e) ** 2

# %% float32 result
def mse(x, y, w, b):
    return np.float32(np.mean(np.square(w * x + b - y)))

# %% 0-d array
def mse(x, y, w, b):
    return np.array(np.average((w * x + b - y) ** 2))

# %% polyval and helper
def mse(x, y, w, b):
    def square(v):
        return v ** 2
    return float(square(np.polyval([w, b], x) - y).mean())

# %% lists and statistics
import statistics
def mse(x, y, w, b):
    return statistics.fmean([(w * p + b - q) ** 2 for p, q in zip(x.tolist(), y.tolist())])

# %% lambda
mse = lambda x, y, w, b: ((np.column_stack([x, np.ones(len(x))]) @ [w, b] - y) ** 2).mean()

# %% recursion
def mse(x, y, w, b):
    def total(i):
        return 0.0 if i == len(x) else (w * x[i] + b - y[i]) ** 2 + total(i + 1)
    return total(0) / len(x)

# %% Fraction result
from fractions import Fraction
def mse(x, y, w, b):
    errors = [Fraction(w) * Fraction(float(p)) + Fraction(b) - Fraction(float(q)) for p, q in zip(x, y)]
    return sum(e * e for e in errors) / len(errors)

# %% float arrays filled in place
def mse(x, y, w, b):
    squares = np.zeros(len(x))
    for i in range(len(x)):
        squares[i] = (w * x[i] + b - y[i]) ** 2
    return squares.mean()

# %% the course's predictions
from course import regression
def mse(x, y, w, b):
    return np.mean((regression.predictions(x, w, b) - y) ** 2)

# %% an array with one number
def mse(x, y, w, b):
    return np.array([np.mean((w * x + b - y) ** 2)])

# %% SciPy's norm
from scipy.linalg import norm

def mse(x, y, w, b):
    return norm(w * x + b - y) ** 2 / len(x)
