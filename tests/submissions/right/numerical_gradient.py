# Right answers, each in another dress: one cell, one whole answer.

# %% plain
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / (2 * h)

# %% two halves
def numerical_gradient(f, w, h=1e-4):
    ahead = (f(w + h) - f(w)) / h
    back = (f(w) - f(w - h)) / h
    return (ahead + back) / 2

# %% rise and run, other names
def numerical_gradient(loss, weight, h=0.0001):
    left, right = weight - h, weight + h
    rise = loss(right) - loss(left)
    run = 2 * h
    return rise / run

# %% 0-d array
def numerical_gradient(f, w, h=1e-4):
    return np.array((f(w + h) - f(w - h)) / h / 2)

# %% one-element list
def numerical_gradient(f, w, h=1e-4):
    return [0.5 / h * (f(w + h) - f(w - h))]

# %% float64 scalar
def numerical_gradient(f, w, h=1e-4):
    w = np.float64(w)
    return np.float64(f(w + h) - f(w - h)) / (2.0 * h)

# %% float32 result
def numerical_gradient(f, w, h=1e-4):
    return np.float32((f(w + h) - f(w - h)) / (2 * h))

# %% helper and dot product
def numerical_gradient(f, w, h=1e-4):
    def losses(places):
        return np.array([f(place) for place in places])
    return losses([w - h, w + h]) @ np.array([-1, 1]) / (2 * h)

# %% lambda
numerical_gradient = lambda f, w, h=1e-4: (f(w - h) - f(w + h)) / (-2 * h)

# %% two different places, distance measured
def numerical_gradient(f, w, h=1e-4):
    places = np.array([w - h, w + h])
    losses = f(places)
    return np.diff(losses) / np.diff(places)

# %% half of each side, printing on the way
def numerical_gradient(f, w, h=1e-4):
    up = f(w + h)
    down = f(w - h)
    print("up", up, "down", down)
    return up / (2 * h) - down / (2 * h)

# %% callable object
class Slope:
    def __call__(self, f, w, h=10**-4):
        return (f(w + h) - f(w - h)) / (h + h)

numerical_gradient = Slope()
