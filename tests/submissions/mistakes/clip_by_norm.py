# Wrong answers: each cell is named by the mistake that the check must name.

# %% clip_by_norm.divides-by-zero
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    direction = g / norm
    return direction * min(norm, max_norm)

# %% clip_by_norm.divides-by-zero
import math
def clip_by_norm(g, max_norm):
    norm = math.sqrt(float(np.sum(g**2)))
    return g * min(1, max_norm / norm)

# %% clip_by_norm.rows-apart
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g, axis=-1, keepdims=True)
    factor = np.ones_like(norm)
    factor[norm > max_norm] = max_norm / norm[norm > max_norm]
    return g * factor

# %% clip_by_norm.rows-apart
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g, 2)
    if norm > max_norm:
        return g * max_norm / norm
    return g

# %% clip_by_norm.rows-apart
def clip_by_norm(g, max_norm):
    norm = sum(x**2 for x in g) ** 0.5
    if norm > max_norm:
        return g * max_norm / norm
    return g

# %% clip_by_norm.rows-apart
import math
def clip_by_norm(g, max_norm):
    total = 0
    for entry in g:
        total += entry * entry
    norm = math.sqrt(total)
    if norm > max_norm:
        return g * max_norm / norm
    return g

# %% clip_by_norm.rows-apart
def clip_by_norm(g, max_norm):
    norm = np.sqrt(np.dot(g, g))
    if norm > max_norm:
        return g * max_norm / norm
    return g

# %% clip_by_norm.shape-lost
def clip_by_norm(g, max_norm):
    g = g.flatten()
    norm = np.sqrt(g @ g)
    if norm > max_norm:
        g = g * max_norm / norm
    return g

# %% clip_by_norm.two-entries-only
def clip_by_norm(g, max_norm):
    norm = (g[0] ** 2 + g[1] ** 2) ** 0.5
    if norm > max_norm:
        return g * max_norm / norm
    return g

# %% clip_by_norm.always-rescaled
def clip_by_norm(g, max_norm):
    return g / np.linalg.norm(g) * max_norm

# %% clip_by_norm.always-rescaled
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm == 0:
        return g
    return g * max_norm / norm

# %% clip_by_norm.compares-the-square
def clip_by_norm(g, max_norm):
    squares = np.sum(g**2)
    if squares > max_norm:
        return g * max_norm / np.sqrt(squares)
    return g

# %% clip_by_norm.compares-with-one
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm > 1:
        return g * max_norm / norm
    return g

# %% clip_by_norm.compares-entries
def clip_by_norm(g, max_norm):
    if np.any(np.abs(g) > max_norm):
        return g * max_norm / np.linalg.norm(g)
    return g

# %% clip_by_norm.wrong-way-round
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm < max_norm:
        return g * max_norm / norm
    return g

# %% clip_by_norm.by-value
def clip_by_norm(g, max_norm):
    return np.clip(g, -max_norm, max_norm)

# %% clip_by_norm.by-value
def clip_by_norm(g, max_norm):
    if np.linalg.norm(g) > max_norm:
        return np.maximum(np.minimum(g, max_norm), -max_norm)
    return g

# %% clip_by_norm.by-value
def clip_by_norm(g, max_norm):
    return np.where(g > max_norm, max_norm, g)

# %% clip_by_norm.unit-length
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm > max_norm:
        return g / norm
    return g

# %% clip_by_norm.root-missing
def clip_by_norm(g, max_norm):
    norm = np.sum(g**2)
    if norm > max_norm:
        return g * max_norm / norm
    return g

# %% clip_by_norm.root-missing
def clip_by_norm(g, max_norm):
    if np.linalg.norm(g) <= max_norm:
        return g
    return g * max_norm / np.sum(np.square(g))

# %% clip_by_norm.sum-of-absolutes
def clip_by_norm(g, max_norm):
    norm = np.abs(g).sum()
    if norm > max_norm:
        return g * max_norm / norm
    return g

# %% clip_by_norm.sum-of-absolutes
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g, 1)
    if norm > max_norm:
        return g * max_norm / norm
    return g

# %% clip_by_norm.largest-entry
def clip_by_norm(g, max_norm):
    norm = np.max(np.abs(g))
    if norm > max_norm:
        return g * max_norm / norm
    return g

# %% clip_by_norm.sum-without-squares
def clip_by_norm(g, max_norm):
    norm = np.sqrt(np.sum(g) ** 2)
    if norm > max_norm:
        return g * max_norm / norm
    return g

# %% clip_by_norm.mean-for-sum
def clip_by_norm(g, max_norm):
    norm = np.sqrt(np.mean(g**2))
    if norm > max_norm:
        return g * max_norm / norm
    return g

# %% clip_by_norm.ratio-upside-down
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm > max_norm:
        return g * norm / max_norm
    return g

# %% clip_by_norm.half-the-factor
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm > max_norm:
        return g * max_norm
    return g

# %% clip_by_norm.half-the-factor
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm > max_norm:
        return g / max_norm
    return g

# %% clip_by_norm.root-of-the-factor
def clip_by_norm(g, max_norm):
    squares = np.sum(g**2)
    if squares > max_norm**2:
        return g * max_norm**2 / squares
    return g

# %% clip_by_norm.root-of-the-factor
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm > max_norm:
        return g * np.sqrt(max_norm / norm)
    return g

# %% clip_by_norm.subtracted
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm > max_norm:
        return g - (norm - max_norm)
    return g

# %% clip_by_norm.zeros
def clip_by_norm(g, max_norm):
    if np.linalg.norm(g) > max_norm:
        return 0 * g
    return g

# %% clip_by_norm.all-entries-equal
def clip_by_norm(g, max_norm):
    if np.linalg.norm(g) > max_norm:
        return np.ones(g.shape) * max_norm
    return g

# %% clip_by_norm.absolute
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm > max_norm:
        return abs(g) * max_norm / norm
    return g

# %% clip_by_norm.sign-flipped
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm > max_norm:
        return -g * max_norm / norm
    return -g

# %% clip_by_norm.returned-a-number
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm > max_norm:
        norm = max_norm
    return norm

# %% clip_by_norm.returned-a-number
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm > max_norm:
        return max_norm
    return g

# %% clip_by_norm.more-than-the-gradient
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm > max_norm:
        g = g * max_norm / norm
    return g, norm

# %% clip_by_norm.limit-fixed
def clip_by_norm(g, max_norm):
    max_norm = 1.0
    norm = np.linalg.norm(g)
    if norm > max_norm:
        return g * max_norm / norm
    return g

# %% clip_by_norm.rounded
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm > max_norm:
        g = g * max_norm / norm
    return np.round(g, 2)

# %% clip_by_norm.zeros
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm > max_norm:
        return g * (max_norm // norm)
    return g

# %% clip_by_norm.nothing-changes
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm > max_norm:
        g * max_norm / norm
    return g

# %% clip_by_norm.print-for-return
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm > max_norm:
        g = g * max_norm / norm
    print(g)

# %% clip_by_norm.no-return
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm > max_norm:
        g = g * max_norm / norm

# %% clip_by_norm.input-changed
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm > max_norm:
        g *= max_norm / norm
    return g

# %% ?
def clip_by_norm(g, max_norm):
    return max_norm * np.tanh(g / max_norm)

# %% ?
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm > max_norm:
        return g[:-1] * max_norm / norm
    return g

# %% ?
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    return 0.99 * g * max_norm / norm if norm > max_norm else g

# %% clip_by_norm.whole-numbers-cut-off
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    clipped = np.zeros_like(g)
    for where in np.ndindex(g.shape):
        clipped[where] = g[where] * max_norm / norm if norm > max_norm else g[where]
    return clipped

# %% clip_by_norm.whole-numbers-cut-off
def clip_by_norm(g, max_norm):
    norm = np.sqrt(np.sum(g**2))
    out = g.copy()
    if norm > max_norm:
        out[...] = g * max_norm / norm
    return out

# %% clip_by_norm.whole-numbers-cut-off
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm > max_norm:
        direction = np.empty_like(g)
        direction[:] = g / norm
        return max_norm * direction
    return g

# %% clip_by_norm.whole-numbers-in-place
def clip_by_norm(g, max_norm):
    out = np.array(g)
    norm = np.sqrt((out * out).sum())
    if norm > max_norm:
        out *= max_norm / norm
    return out

# %% clip_by_norm.input-changed
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm > max_norm:
        g[...] = g * max_norm / norm
    return g

# %% clip_by_norm.rounded
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm > max_norm:
        return np.round(g * max_norm / norm, 4)
    return np.round(g, 4)

# %% clip_by_norm.zeros
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    return g * int(max_norm / norm) if norm > max_norm else g

# %% clip_by_norm.not-from-scratch
from course import descent
def clip_by_norm(g, max_norm):
    return descent.clip_by_norm(g, max_norm)

# %% ?
# Nothing comes back where the norm is the limit itself.
def clip_by_norm(g, max_norm):
    norm = np.sqrt(np.sum(g**2))
    if norm < max_norm:
        return g
    elif norm > max_norm:
        return g * max_norm / norm

# %% ?
# Zeros where the norm is the limit itself.
def clip_by_norm(g, max_norm):
    norm = np.sqrt(np.sum(g**2))
    if norm > max_norm:
        return g * max_norm / norm
    return g * (norm < max_norm)

# %% ?
# Rows and tables, but nothing with more axes.
def clip_by_norm(g, max_norm):
    if g.ndim == 1:
        norm = sum(x**2 for x in g) ** 0.5
    else:
        norm = sum(x**2 for row in g for x in row) ** 0.5
    return g * (max_norm / norm) if norm > max_norm else g

# %% ?
# One word for tables, another for the rest.
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g, "fro") if g.ndim == 2 else np.linalg.norm(g, 2)
    return g * (max_norm / norm) if norm > max_norm else g

# %% clip_by_norm.half-for-root
def clip_by_norm(g, max_norm):
    norm = np.sum(g**2) ** 1/2
    if norm > max_norm:
        return g * max_norm / norm
    return g

# %% clip_by_norm.divided-by-the-limit
def clip_by_norm(g, max_norm):
    norm = np.sqrt(np.sum(g**2))
    if norm > max_norm:
        return g / norm / max_norm
    return g

# %% ?
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm < 1e-3:
        return np.zeros_like(g, dtype=float)
    return g * min(1.0, max_norm / norm)

# %% clip_by_norm.count-for-length
def clip_by_norm(g, max_norm):
    norm = len(g)
    if norm > max_norm:
        return g / norm * max_norm
    return g

# %% clip_by_norm.rows-apart
def clip_by_norm(g, max_norm):
    norm = sum(np.linalg.norm(row) for row in g)
    if norm > max_norm:
        return g * max_norm / norm
    return g

# %% clip_by_norm.norm-rounded
def clip_by_norm(g, max_norm):
    norm = int(np.linalg.norm(g))
    if norm > max_norm:
        return g * max_norm / norm
    return g

# %% clip_by_norm.norm-rounded
def clip_by_norm(g, max_norm):
    norm = round(np.sqrt(np.sum(g**2)))
    return g if norm <= max_norm else g * (max_norm / norm)
