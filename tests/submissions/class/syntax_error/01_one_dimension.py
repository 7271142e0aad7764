# %% numerical_gradient
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h) / (2 * h)

# %% descend
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        weights.append(weights[-1] - lr * grad(weights[-1]))
    return weights

# %% deeper_valley
which_valley = "right"
deeper_start = -2
