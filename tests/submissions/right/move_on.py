# Right answers, each in another dress: one cell, one whole answer.

# %% dress 1
def move_on(grad, w):
    return w - 0.1 * grad(w)

# %% dress 2
def move_on(grad, w):
    return w - grad(w) / 10

# %% dress 3
def move_on(grad, w):
    slope = grad(w)
    return w - 0.1 * slope

# %% dress 4
def move_on(grad, w):
    return np.array(w + -0.1 * grad(w))

# %% dress 5
def move_on(grad, w):
    step = 0.1 * grad(w)
    w = w - step
    return w
