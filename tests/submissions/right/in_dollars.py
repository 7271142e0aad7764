# Right answers, each in another dress: one cell, one whole answer.

# %% dress 1
def in_dollars(thousands):
    return 1000 * thousands

# %% dress 2
def in_dollars(thousands):
    return np.array([price * 1000 for price in thousands])

# %% dress 3
def in_dollars(thousands):
    return [1000 * float(price) for price in thousands]

# %% dress 4
def in_dollars(thousands):
    return thousands * 1e3

# %% dress 5
def in_dollars(thousands):
    return np.multiply(thousands, 1000)
