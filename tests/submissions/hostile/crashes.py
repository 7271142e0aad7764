# The interpreter is made to crash.
# points: 4
# %% numerical_gradient
import ctypes

def numerical_gradient(f, w, h=1e-4):
    return ctypes.string_at(0)
# %% descend
def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        weights.append(weights[-1] - lr * grad(weights[-1]))
    return weights
