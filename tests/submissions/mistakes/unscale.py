# Wrong answers: each cell is named by the mistake that the check must name.

# %% unscale.b-not-corrected
def unscale(w, b, mu, sigma):
    return w / sigma, b

# %% unscale.b-with-scaled-weights
def unscale(w, b, mu, sigma):
    return w / sigma, b - w @ mu

# %% unscale.b-sign
def unscale(w, b, mu, sigma):
    w_new = w / sigma
    return w_new, b + w_new @ mu

# %% unscale.multiplied
def unscale(w, b, mu, sigma):
    w_new = w * sigma
    return w_new, b - w_new @ mu

# %% unscale.multiplied-w-only
def unscale(w, b, mu, sigma):
    return w * sigma, b

# %% unscale.w-not-divided
def unscale(w, b, mu, sigma):
    return w, b - np.dot(w, mu)

# %% unscale.w-unchanged
def unscale(w, b, mu, sigma):
    return w, b - np.sum(w / sigma * mu)

# %% unscale.nothing-done
def unscale(w, b, mu, sigma):
    return w, b

# %% unscale.not-summed
def unscale(w, b, mu, sigma):
    w_new = w / sigma
    return w_new, b - w_new * mu

# %% unscale.mean-for-sum
def unscale(w, b, mu, sigma):
    w_new = w / sigma
    return w_new, b - np.mean(w_new * mu)

# %% unscale.divided-twice
def unscale(w, b, mu, sigma):
    w = w / sigma
    b = b - np.sum(w * mu / sigma)
    return w, b

# %% unscale.shift-not-weighted
def unscale(w, b, mu, sigma):
    return w / sigma, b - np.sum(mu / sigma)

# %% unscale.mean-subtracted
def unscale(w, b, mu, sigma):
    return w / sigma, b - mu.sum()

# %% unscale.like-a-feature
def unscale(w, b, mu, sigma):
    return w * sigma + mu, b

# %% unscale.scaled-again
def unscale(w, b, mu, sigma):
    return (w - mu) / sigma, b

# %% unscale.variance
def unscale(w, b, mu, sigma):
    w_new = w / sigma ** 2
    return w_new, b - w_new @ mu

# %% unscale.root
def unscale(w, b, mu, sigma):
    w_new = w / sigma ** 0.5
    return w_new, b - w_new @ mu

# %% unscale.first-feature-only
def unscale(w, b, mu, sigma):
    for i in range(len(w)):
        b = b - w[i] * mu[i] / sigma[i]
        return w / sigma, b

# %% unscale.last-feature-only
def unscale(w, b, mu, sigma):
    for i in range(len(w)):
        b_new = b - w[i] * mu[i] / sigma[i]
    return w / sigma, b_new

# %% unscale.b-dropped
def unscale(w, b, mu, sigma):
    w_new = w / sigma
    return w_new, -(w_new @ mu)

# %% unscale.swapped
def unscale(w, b, mu, sigma):
    w_new = w / sigma
    b_new = b - w_new @ mu
    return b_new, w_new

# %% unscale.w-only
def unscale(w, b, mu, sigma):
    w_new = w / sigma
    b_new = b - w_new @ mu
    return w_new

# %% unscale.b-only
def unscale(w, b, mu, sigma):
    w_new = w / sigma
    b_new = b - w_new @ mu
    return b_new

# %% unscale.one-vector
def unscale(w, b, mu, sigma):
    w_new = w / sigma
    return np.concatenate([w_new, [b - w_new @ mu]])

# %% unscale.rounded
def unscale(w, b, mu, sigma):
    w_new = w / sigma
    return w_new.round(2), round(b - w_new @ mu, 2)

# %% unscale.integer
def unscale(w, b, mu, sigma):
    w_new = w // sigma
    return w_new, b - w_new @ mu

# %% unscale.print-for-return
def unscale(w, b, mu, sigma):
    w_new = w / sigma
    print(w_new, b - w_new @ mu)

# %% unscale.no-return
def unscale(w, b, mu, sigma):
    w_new = w / sigma
    b_new = b - w_new @ mu

# %% unscale.input-changed
def unscale(w, b, mu, sigma):
    w /= sigma
    return w, b - w @ mu

# %% ?
def unscale(w, b, mu, sigma):
    return sigma / w, b - np.sum(sigma / w * mu)

# %% ?
def unscale(w, b, mu, sigma):
    return w / sigma, b / np.sum(sigma) - np.sum(mu)

# %% ?
def unscale(w, b, mu, sigma):
    return w / mu, b - np.sum(w * sigma / mu)

# %% unscale.upside-down
def unscale(w, b, mu, sigma):
    raw = sigma / w
    return raw, b - np.sum(raw * mu)

# %% unscale.whole-numbers-cut-off
def unscale(w, b, mu, sigma):
    raw = np.zeros_like(w)
    for j in range(len(w)):
        raw[j] = w[j] / sigma[j]
    return raw, b - np.sum(raw * mu)

# %% unscale.whole-numbers-cut-off
def unscale(w, b, mu, sigma):
    raw = w.copy()
    for j in range(len(w)):
        raw[j] = w[j] / sigma[j]
        b = b - w[j] / sigma[j] * mu[j]
    return raw, b

# %% unscale.rounded
def unscale(w, b, mu, sigma):
    raw = w / sigma
    return np.round(raw, 4), np.round(b - raw @ mu, 4)

# %% unscale.multiplied-w-only
def unscale(w, b, mu, sigma):
    return w * sigma, b - np.sum(w / sigma * mu)

# %% unscale.not-from-scratch
from course import regression
def unscale(w, b, mu, sigma):
    return regression.unstandardize(w, b, mu, sigma)

# %% ?
def unscale(w, b, mu, sigma):
    raw = w.copy()
    raw /= sigma
    return raw, b - np.sum(raw * mu)

# %% ?
def unscale(w, b, mu, sigma):
    return w / sigma, b - np.sum(w * np.abs(mu) / sigma)
