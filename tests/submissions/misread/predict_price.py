# Wrong answers that look like a mistake that they are not: the name must not be told.

# %% predict_price.not-scaled
def predict_price(house, w, b, mu, sigma):
    return w @ house + b + 1

# %% predict_price.b-forgotten
def predict_price(house, w, b, mu, sigma):
    return w @ ((house - mu) / sigma) + b / 2

# %% predict_price.rounded
def predict_price(house, w, b, mu, sigma):
    return 36.0

# %% predict_price.scaled-by-itself
def predict_price(house, w, b, mu, sigma):
    return w @ ((house - mu.mean()) / sigma.mean()) + b
