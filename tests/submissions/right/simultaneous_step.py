# Right answers, each in another dress: one cell, one whole answer.

# %% both slopes first
def simultaneous_step(w1, w2, lr):
    g1 = 2 * w1 + w2
    g2 = w1 + 2 * w2
    w1 = w1 - lr * g1
    w2 = w2 - lr * g2
    return w1, w2

# %% one line
def simultaneous_step(w1, w2, lr):
    return w1 - lr * (2 * w1 + w2), w2 - lr * (w1 + 2 * w2)

# %% Python's tuple assignment
def simultaneous_step(w1, w2, lr):
    w1, w2 = w1 - lr * (2 * w1 + w2), w2 - lr * (2 * w2 + w1)
    return [w1, w2]

# %% old values kept
def simultaneous_step(w1, w2, lr):
    old1, old2 = w1, w2
    w1 -= lr * (2 * old1 + old2)
    w2 -= lr * (old1 + 2 * old2)
    return np.array([w1, w2])

# %% a matrix
def simultaneous_step(w1, w2, lr):
    w = np.array([w1, w2])
    return w - lr * np.array([[2, 1], [1, 2]]) @ w

# %% the new point by one matrix, einsum
def simultaneous_step(a, b, rate):
    move = np.eye(2) - rate * np.array([[2, 1], [1, 2]])
    return tuple(np.einsum("ij,j", move, [a, b]))

# %% float32
def simultaneous_step(w1, w2, lr):
    new = [w1 - lr * (w1 + w1 + w2), w2 - lr * (w1 + w2 + w2)]
    return tuple(np.float32(v) for v in new)

# %% measured slopes
def loss(w1, w2):
    return w1 ** 2 + w1 * w2 + w2 ** 2

def simultaneous_step(w1, w2, lr, h=1e-4):
    g1 = (loss(w1 + h, w2) - loss(w1 - h, w2)) / (2 * h)
    g2 = (loss(w1, w2 + h) - loss(w1, w2 - h)) / (2 * h)
    return w1 - lr * g1, w2 - lr * g2

# %% 0-d arrays, lambda
simultaneous_step = lambda w1, w2, lr: (
    np.array((1 - 2 * lr) * w1 - lr * w2), np.array((1 - 2 * lr) * w2 - lr * w1)
)

# %% fractions
from fractions import Fraction

def simultaneous_step(w1, w2, lr):
    w1, w2, lr = Fraction(w1), Fraction(w2), Fraction(lr)
    return w1 - lr * (2 * w1 + w2), w2 - lr * (w1 + 2 * w2)

# %% in place, in an array of floats
def simultaneous_step(w1, w2, lr):
    w = np.array([w1, w2], dtype=float)
    w -= lr * np.array([2 * w1 + w2, w1 + 2 * w2])
    return list(w)

# %% measured with the tilted bowl
from course import descent
from course.landscapes import tilted_bowl

def simultaneous_step(w1, w2, lr):
    slope1 = descent.central_difference(lambda a: tilted_bowl([a, w2]), w1)
    slope2 = descent.central_difference(lambda b: tilted_bowl([w1, b]), w2)
    return w1 - lr * slope1, w2 - lr * slope2
