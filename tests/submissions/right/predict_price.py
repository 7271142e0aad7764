# Right answers, each in another dress: one cell, one whole answer.

# %% plain
def predict_price(house, w, b, mu, sigma):
    z = (house - mu) / sigma
    return w @ z + b

# %% sum of products
def predict_price(house, w, b, mu, sigma):
    return np.sum(w * (house - mu) / sigma) + b

# %% loop
def predict_price(house, w, b, mu, sigma):
    total = b
    for i in range(len(w)):
        total = total + w[i] * (house[i] - mu[i]) / sigma[i]
    return total

# %% unscaled weights
def predict_price(house, w, b, mu, sigma):
    raw_w = w / sigma
    raw_b = b - np.sum(raw_w * mu)
    return raw_w @ house + raw_b

# %% comprehension, other names
def predict_price(x, weights, intercept, means, spreads):
    return sum(a * (v - m) / s for a, v, m, s in zip(weights, x, means, spreads)) + intercept

# %% float32
def predict_price(house, w, b, mu, sigma):
    return np.float32(np.dot((house - mu) / sigma, w) + b)

# %% Fractions
from fractions import Fraction
def predict_price(house, w, b, mu, sigma):
    parts = [
        Fraction(float(a)) * (Fraction(float(x)) - Fraction(float(m))) / Fraction(float(s))
        for x, a, m, s in zip(house, w, mu, sigma)
    ]
    return Fraction(float(b)) + sum(parts)

# %% a table of one house
def predict_price(house, w, b, mu, sigma):
    table = (house[None, :] - mu) / sigma
    return (table @ w + b)[0]

# %% 0-d array
def predict_price(house, w, b, mu, sigma):
    return np.array(np.inner(w, np.divide(np.subtract(house, mu), sigma)) + b)

# %% with the course's predictions
from course import regression

def predict_price(house, w, b, mu, sigma):
    scaled = (house - mu) / sigma
    return regression.predictions(scaled[None, :], w, b)[0]
