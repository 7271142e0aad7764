# Right answers, each in another dress: one cell, one whole answer.

# %% plain
def grad_2d(w):
    return np.array([2 * (w[0] - 3), 2 * (w[1] + 1)])

# %% the whole array at once
def grad_2d(w):
    return 2 * (w - np.array([3, -1]))

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

# %% its own weights, float32
def grad_2d(w):
    w1, w2 = w
    return np.array([2 * w1 - 6, 2 * w2 + 2], dtype=np.float32)

# %% fractions in an array
from fractions import Fraction

def grad_2d(w):
    w1, w2 = (Fraction(float(one)) for one in w)
    return np.array([2 * (w1 - 3), 2 * (w2 + 1)])

# %% a list made an array at the end
def grad_2d(weights):
    slopes = []
    for weight, lowest in zip(weights, [3.0, -1.0]):
        slopes.append(2 * (weight - lowest))
    return np.asarray(slopes)

# %% measured with one complex number
def grad_2d(w):
    loss = lambda a, b: (a - 3) ** 2 + (b + 1) ** 2
    return np.array(
        [loss(w[0] + 1e-20j, w[1]).imag / 1e-20, loss(w[0], w[1] + 1e-20j).imag / 1e-20]
    )

# %% measured with the bowl, as the lesson does
from course.landscapes import bowl

def grad_2d(w):
    h = 1e-4
    slopes = []
    for i in range(2):
        shift = np.zeros(2)
        shift[i] = h
        slopes.append((bowl(w + shift) - bowl(w - shift)) / (2 * h))
    return np.array(slopes)

# %% measured with the course's central difference
from course import descent
from course.landscapes import bowl

def grad_2d(w):
    return np.array([
        descent.central_difference(lambda w1: bowl([w1, w[1]]), w[0]),
        descent.central_difference(lambda w2: bowl([w[0], w2]), w[1]),
    ])

# %% measured on a copy of floats
def grad_2d(w):
    f = lambda w: (w[0] - 3) ** 2 + (w[1] + 1) ** 2
    g, h = np.zeros(2), 1e-5
    for i in range(2):
        ahead, back = np.array(w, dtype=float), np.array(w, dtype=float)
        ahead[i] += h
        back[i] -= h
        g[i] = (f(ahead) - f(back)) / (2 * h)
    return g
