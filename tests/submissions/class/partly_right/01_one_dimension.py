# %% numerical_gradient
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / (2 * h)

# %% descend
def descend(grad, w0, lr, steps):
    path = [w0]
    for i in range(steps):
        w0 = w0 - lr * grad(w0)
        path.append(w0)
    return path

# %% deeper_valley
which_valley = "right"
