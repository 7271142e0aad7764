# Wrong answers that look like a mistake that they are not: each cell is named by the mistake
# that the check must not name.

# %% clip_by_norm.by-value
# A smooth limit for each entry.
def clip_by_norm(g, max_norm):
    return max_norm * np.tanh(g / max_norm)

# %% clip_by_norm.shape-lost
# An entry is lost, not the shape.
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm > max_norm:
        return g[:-1] * max_norm / norm
    return g

# %% clip_by_norm.limit-fixed
# Right direction, a little too short.
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    return 0.99 * g * max_norm / norm if norm > max_norm else g

# %% clip_by_norm.whole-numbers-cut-off
# Always whole numbers, whatever is given.
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    return np.trunc(g * max_norm / norm) if norm > max_norm else np.trunc(g)

# %% clip_by_norm.whole-numbers-cut-off
# Whole numbers are rounded, not cut off.
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    clipped = g * max_norm / norm if norm > max_norm else g
    return np.round(clipped) if g.dtype.kind == "i" else clipped

# %% clip_by_norm.unit-length
# Typed in from one run.
def clip_by_norm(g, max_norm):
    return np.array([0.6, 0.8])

# %% clip_by_norm.two-entries-only
# The first entry is forgotten.
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g.ravel()[1:])
    return g * max_norm / norm if norm > max_norm else g

# %% clip_by_norm.divides-by-zero
# A gradient of zeros stops it.
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    if norm == 0:
        raise ValueError("no gradient")
    return g * min(1.0, max_norm / norm)
