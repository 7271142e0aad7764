# Wrong answers that look like a mistake that they are not: the name must not be told.

# %% unscale.b-not-corrected
def unscale(w, b, mu, sigma):
    return w / sigma, b - (25.0 if len(w) == 2 else 0.0)

# %% unscale.first-feature-only
def unscale(w, b, mu, sigma):
    return w / sigma, b - w[0] * mu[0] / sigma[-1]

# %% unscale.divided-twice
def unscale(w, b, mu, sigma):
    return w / sigma, b - np.sum(w * mu / sigma) / np.sum(sigma)

# %% unscale.variance
def unscale(w, b, mu, sigma):
    return w / sigma ** 2, b - np.sum(w / sigma * mu)

# %% unscale.rounded
def unscale(w, b, mu, sigma):
    return w / sigma, float(int(b - np.sum(w / sigma * mu)))

# %% unscale.b-dropped
def unscale(w, b, mu, sigma):
    return w / sigma, 50.0 - np.sum(w / sigma * mu)

# %% unscale.w-only
def unscale(w, b, mu, sigma):
    w = w / sigma
    return (b - np.sum(w * mu),)
