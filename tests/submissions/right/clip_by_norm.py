# Right answers, each in another dress: one cell, one whole answer.

# %% plain
def clip_by_norm(g, max_norm):
    norm = np.sqrt(np.sum(g**2))
    if norm > max_norm:
        return g * max_norm / norm
    return g

# %% NumPy's own norm
def clip_by_norm(g, max_norm):
    length = np.linalg.norm(g)
    return g if length <= max_norm else max_norm * g / length

# %% one factor, as PyTorch does it
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    return g * min(1.0, max_norm / (norm + 1e-6))

# %% dot product of all entries
def clip_by_norm(g, max_norm):
    flat = g.ravel()
    norm = (flat @ flat) ** 0.5
    scale = 1.0 if norm == 0 else min(1.0, max_norm / norm)
    return scale * g

# %% loops and a list
import math

def clip_by_norm(g, max_norm):
    total = 0.0
    for entry in g.flat:
        total += float(entry) * float(entry)
    norm = math.sqrt(total)
    if norm <= max_norm:
        return g.tolist()
    factor = max_norm / norm
    return (g * factor).tolist()

# %% einsum, divides by the larger of two
def clip_by_norm(g, max_norm):
    v = g.reshape(-1)
    norm = np.sqrt(np.einsum("i,i->", v, v))
    return max_norm * g / max(norm, max_norm)

# %% float32 result
def clip_by_norm(g, max_norm):
    g = np.asarray(g, dtype=np.float32)
    norm = np.linalg.norm(g)
    return g / np.float32(max(1.0, norm / max_norm))

# %% a copy changed in place
def clip_by_norm(g, max_norm):
    out = np.array(g, dtype=float)
    norm = np.sqrt((out * out).sum())
    if norm > max_norm:
        out /= norm
        out *= max_norm
    return out

# %% lambda, infinity where the norm is zero
clip_by_norm = lambda g, max_norm: g * np.minimum(1, np.float64(max_norm) / np.linalg.norm(g))

# %% tuple of rows, nested helper
def clip_by_norm(g, max_norm):
    def norm(a):
        return float(sum(norm(row) ** 2 for row in a)) ** 0.5 if np.ndim(a) else abs(float(a))
    n = norm(g)
    shrink = 1 if n <= max_norm else max_norm / n
    return tuple(row * shrink for row in g)

# %% where, without an if
def clip_by_norm(gradient, limit):
    norm = np.sqrt(np.square(gradient).sum())
    safe = np.where(norm == 0, 1.0, norm)
    return np.where(norm > limit, gradient * limit / safe, gradient)

# %% whole numbers made floats first, filled entry by entry
def clip_by_norm(g, max_norm):
    clipped = np.zeros(g.shape)
    norm = np.linalg.norm(g)
    for where, entry in np.ndenumerate(g):
        clipped[where] = entry * max_norm / norm if norm > max_norm else entry
    return clipped

# %% fractions
from fractions import Fraction

def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    factor = Fraction(1) if norm <= max_norm else Fraction(float(max_norm)) / Fraction(float(norm))
    return np.array([Fraction(float(entry)) * factor for entry in g.flat], dtype=object).reshape(g.shape)

# %% SciPy's norm
from scipy.linalg import norm

def clip_by_norm(g, max_norm):
    length = norm(g.ravel())
    return g * (max_norm / length) if length > max_norm else g.copy()
