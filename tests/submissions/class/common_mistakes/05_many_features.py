# %% scale
def scale(X):
    mu, sigma = X.mean(axis=0), X.std(axis=0, ddof=1)
    return (X - mu) / sigma, mu, sigma

# %% unscale
def unscale(w, b, mu, sigma):
    return w / sigma, b
