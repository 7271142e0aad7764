# Wrong answers: each cell is named by the mistake that the check must name.

# %% predict_price.scaled-by-itself
def predict_price(house, w, b, mu, sigma):
    z = (house - house.mean()) / house.std()
    return w @ z + b

# %% predict_price.not-scaled
def predict_price(house, w, b, mu, sigma):
    return w @ house + b

# %% predict_price.not-centred
def predict_price(house, w, b, mu, sigma):
    return w @ (house / sigma) + b

# %% predict_price.not-centred
def predict_price(house, w, b, mu, sigma):
    new_w = w / sigma
    return new_w @ house + b

# %% predict_price.not-divided
def predict_price(house, w, b, mu, sigma):
    return np.sum(w * (house - mu)) + b

# %% predict_price.brackets
def predict_price(house, w, b, mu, sigma):
    return w @ (house - mu / sigma) + b

# %% predict_price.divided-first
def predict_price(house, w, b, mu, sigma):
    return w @ (house / sigma - mu) + b

# %% predict_price.multiplied
def predict_price(house, w, b, mu, sigma):
    z = (house - mu) * sigma
    return w @ z + b

# %% predict_price.back-to-raw-units
def predict_price(house, w, b, mu, sigma):
    return w @ (house * sigma + mu) + b

# %% predict_price.upside-down
def predict_price(house, w, b, mu, sigma):
    return w @ ((mu - house) / sigma) + b

# %% predict_price.variance
def predict_price(house, w, b, mu, sigma):
    return w @ ((house - mu) / sigma**2) + b

# %% predict_price.means-and-spreads-swapped
def predict_price(house, w, b, mu, sigma):
    return w @ ((house - sigma) / mu) + b

# %% predict_price.weights-scaled
def predict_price(house, w, b, mu, sigma):
    scaled = (w - mu) / sigma
    return scaled @ house + b

# %% predict_price.unscaled-weights-and-scaled-house
def predict_price(house, w, b, mu, sigma):
    z = (house - mu) / sigma
    raw_w = w / sigma
    return raw_w @ z + b - raw_w @ mu

# %% predict_price.b-forgotten
def predict_price(house, w, b, mu, sigma):
    return w @ ((house - mu) / sigma)

# %% predict_price.b-for-each-feature
def predict_price(house, w, b, mu, sigma):
    return np.sum(w * (house - mu) / sigma + b)

# %% predict_price.each-feature
def predict_price(house, w, b, mu, sigma):
    return w * (house - mu) / sigma + b

# %% predict_price.mean-for-sum
def predict_price(house, w, b, mu, sigma):
    return np.mean(w * (house - mu) / sigma) + b

# %% predict_price.first-feature-only
def predict_price(house, w, b, mu, sigma):
    for i in range(len(w)):
        return w[i] * (house[i] - mu[i]) / sigma[i] + b

# %% predict_price.last-feature-only
def predict_price(house, w, b, mu, sigma):
    for i in range(len(w)):
        total = w[i] * (house[i] - mu[i]) / sigma[i]
    return total + b

# %% predict_price.rounded
def predict_price(house, w, b, mu, sigma):
    return round(w @ ((house - mu) / sigma) + b, 2)

# %% predict_price.integer
def predict_price(house, w, b, mu, sigma):
    return round(w @ ((house - mu) / sigma) + b)

# %% predict_price.text
def predict_price(house, w, b, mu, sigma):
    return f"{w @ ((house - mu) / sigma) + b:.2f}"

# %% predict_price.input-changed
def predict_price(house, w, b, mu, sigma):
    house -= mu
    house /= sigma
    return w @ house + b

# %% ?
def predict_price(house, w, b, mu, sigma):
    return b

# %% ?
def predict_price(house, w, b, mu, sigma):
    return print(w @ ((house - mu) / sigma) + b)

# %% predict_price.never-below-zero
def predict_price(house, w, b, mu, sigma):
    price = ((house - mu) / sigma) @ w + b
    if price < 0:
        price = 0
    return price

# %% predict_price.never-below-zero
def predict_price(house, w, b, mu, sigma):
    return abs(np.sum((house - mu) / sigma * w) + b)

# %% ?
def predict_price(house, w, b, mu, sigma):
    return np.sum(w * (house - np.abs(mu)) / sigma) + b

# %% ?
def predict_price(house, w, b, mu, sigma):
    return np.sum(w * (np.abs(house) - mu) / sigma) + b

# %% predict_price.own-mean
def predict_price(house, w, b, mu, sigma):
    return w @ ((house - house.mean()) / sigma) + b

# %% predict_price.weights-scaled
def predict_price(house, w, b, mu, sigma):
    return ((w - mu) / sigma) @ ((house - mu) / sigma) + b

# %% predict_price.two-features
def predict_price(house, w, b, mu, sigma):
    z = (house - mu) / sigma
    return w[0] * z[0] + w[1] * z[1] + b

# %% predict_price.scaled-anew
def scale(X):
    mu = X.mean(axis=0)
    sigma = X.std(axis=0)
    return (X - mu) / sigma, mu, sigma

def predict_price(house, w, b, mu, sigma):
    z = scale(house)
    return z @ w + b

# %% predict_price.price-scaled-back
def predict_price(house, w, b, mu, sigma):
    z = (house - mu) / sigma
    return (z @ w + b) * sigma + mu
