# Wrong answers that look like a mistake that they are not: the name must not be told.

# %% descend.never-moves
def descend(grad, w0, lr, steps):
    weights = np.zeros(steps + 1)
    weights[0] = w0
    return weights
