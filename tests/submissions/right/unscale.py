# Right answers, each in another dress: one cell, one whole answer.

# %% plain
def unscale(w, b, mu, sigma):
    w_new = w / sigma
    return w_new, b - np.sum(w_new * mu)

# %% dot product in a list
def unscale(w, b, mu, sigma):
    return [w / sigma, b - w @ (mu / sigma)]

# %% loop
def unscale(w, b, mu, sigma):
    new = []
    for i in range(len(w)):
        new.append(w[i] / sigma[i])
        b = b - w[i] * mu[i] / sigma[i]
    return new, b

# %% comprehension and sum, other names
def unscale(weights, intercept, means, spreads):
    raw = [a / s for a, s in zip(weights, spreads)]
    return tuple(raw), intercept - sum(a * m for a, m in zip(raw, means))

# %% what the plane says at zero
def unscale(w, b, mu, sigma):
    def predict(x):
        return np.sum(w * (x - mu) / sigma) + b
    zero = np.zeros(len(w))
    at_zero = predict(zero)
    return np.array([predict(row) - at_zero for row in np.eye(len(w))]), at_zero

# %% diagonal matrix, float32 result
def unscale(w, b, mu, sigma):
    w_new = np.diag(1 / sigma) @ w
    return w_new.astype(np.float32), np.float32(b - np.inner(w_new, mu))

# %% einsum, 0-d array
def unscale(w, b, mu, sigma):
    return np.divide(w, sigma), np.array(b) - np.einsum("i,i,i->", w, mu, 1 / sigma)

# %% copy in place
def unscale(w, b, mu, sigma):
    w = w.astype(float)
    w /= sigma
    b -= (w * mu).sum()
    return w, b

# %% lambda
unscale = lambda w, b, mu, sigma: (w * sigma**-1.0, b + np.dot(-mu, w / sigma))

# %% recursion for the shift
def unscale(w, b, mu, sigma):
    def shift(i):
        return 0.0 if i == len(w) else w[i] * mu[i] / sigma[i] + shift(i + 1)
    return w / sigma, b - shift(0)

# %% Fractions
from fractions import Fraction
def unscale(w, b, mu, sigma):
    raw = [Fraction(float(a)) / Fraction(float(s)) for a, s in zip(w, sigma)]
    return raw, Fraction(b) - sum(r * Fraction(float(m)) for r, m in zip(raw, mu))

# %% an array of floats, filled
def unscale(w, b, mu, sigma):
    raw = np.zeros(len(w))
    shift = 0
    for j in range(len(w)):
        raw[j] = w[j] / sigma[j]
        shift += raw[j] * mu[j]
    return raw, b - shift

# %% float32 in a list
def unscale(w, b, mu, sigma):
    raw = np.float32(w / sigma)
    return [raw, np.float32(b - np.sum(w / sigma * mu))]

# %% the price of a house of zeros, by the course's predictions
from course import regression

def unscale(w, b, mu, sigma):
    nothing = -mu / sigma
    return w / sigma, regression.predictions(nothing[None, :], w, b)[0]

# %% fitted to the prices of some houses
def unscale(w, b, mu, sigma):
    houses = np.vstack([mu, mu + np.diag(sigma)])
    prices = (houses - mu) / sigma @ w + b
    A = np.column_stack([houses, np.ones(len(houses))])
    theta = np.linalg.lstsq(A, prices, rcond=None)[0]
    return theta[:-1], theta[-1]
