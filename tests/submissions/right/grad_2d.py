# Right answers, each in another dress: one cell, one whole answer.

# %% plain
def grad_2d(w):
    return np.array([2 * (w[0] - 3), 2 * (w[1] + 1)])

# %% the whole array at once
def grad_2d(w):
    return 2 * (w - np.array([3, -1]))

# %% a tuple of its own weights
def grad_2d(w):
    w1, w2 = w
    return 2 * w1 - 6, 2 * w2 + 2

# %% a list
def grad_2d(weights):
    slopes = []
    for weight, lowest in zip(weights, [3.0, -1.0]):
        slopes.append(2 * (weight - lowest))
    return slopes

# %% numpy numbers in a list, float32
def grad_2d(w):
    return [np.float32(2 * (w[0] - 3)), np.float32(2 * (w[1] + 1))]

# %% measured, central differences
def grad_2d(w, h=1e-4):
    def loss(w):
        return (w[0] - 3) ** 2 + (w[1] + 1) ** 2
    slopes = np.zeros(2)
    for i in range(2):
        shift = np.zeros(2)
        shift[i] = h
        slopes[i] = (loss(w + shift) - loss(w - shift)) / (2 * h)
    return slopes

# %% Hessian times offset
def grad_2d(w):
    hessian = np.eye(2) * 2
    return np.einsum("ij,j->i", hessian, w - [3, -1])

# %% lambda and append
grad_2d = lambda w: np.append(2 * (w[0] - 3), (w[1] + 1) * 2)

# %% a helper for each weight
def slope_1(w1):
    return (w1 - 3) + (w1 - 3)

def slope_2(w2):
    return -2 * (-1 - w2)

def grad_2d(w):
    return np.array([slope_1(w[0]), slope_2(w[1])], dtype=float)

# %% measured with one complex number
def grad_2d(w):
    loss = lambda a, b: (a - 3) ** 2 + (b + 1) ** 2
    return [loss(w[0] + 1e-20j, w[1]).imag / 1e-20, loss(w[0], w[1] + 1e-20j).imag / 1e-20]
