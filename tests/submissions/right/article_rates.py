# Right answers, each in another dress: one cell, one whole answer.

# %% a loop
def walk(lr):
    w = -1.0
    for _ in range(50):
        w = w - lr * 2 * (w - 4)
    return w, (w - 4)**2 + 2

small_row = walk(0.01)
middle_row = walk(0.1)
large_row = walk(0.9)
one_step_rate = 0.5

# %% the formula
small_row, middle_row, large_row = (
    [4 - 5 * (1 - 2 * lr)**50, 2 + 25 * (1 - 2 * lr)**100] for lr in (0.01, 0.1, 0.9)
)
one_step_rate = 1 / 2

# %% four digits by hand
small_row = (2.1792, 5.3155)
middle_row = (3.9999, 2.0000)
large_row = (3.9999, 2.0000)
one_step_rate = 0.5

# %% arrays
lr = np.array([0.01, 0.1, 0.9])
w = np.full(3, -1.0)
for _ in range(50):
    w = w - lr * (2 * w - 8)
rows = np.column_stack([w, (w - 4)**2 + 2])
small_row, middle_row, large_row = rows
one_step_rate = np.float64(0.5)

# %% float32
rows = {}
for lr in (0.01, 0.1, 0.9):
    d = np.float32(5)
    for _ in range(50):
        d = d * np.float32(1 - 2 * lr)
    rows[lr] = np.array([4 - d, d * d + 2], dtype=np.float32)
small_row, middle_row, large_row = rows[0.01], rows[0.1], rows[0.9]
one_step_rate = np.float32(0.5)

# %% with the course
from course.descent import descend
from course.landscapes import parabola
def row(lr):
    path = descend(parabola, -1, lr, 50)
    return path.final, path.losses[-1]
small_row, middle_row, large_row = map(row, (0.01, 0.1, 0.9))
one_step_rate = 1 / parabola.curvature(0)

# %% the equal rows once
import math
def loss(w):
    return math.pow(w - 4, 2) + 2
w_small = 4 - 5 * 0.98**50
w_middle = 4 - 5 * 0.8**50
small_row = w_small, loss(w_small)
middle_row = large_row = (w_middle, loss(w_middle))
one_step_rate = [0.5]

# %% measured slopes
f = lambda w: (w - 4)**2 + 2
def descend_by_measuring(lr):
    w = -1.0
    for _ in range(50):
        w -= lr * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4
    return (w, f(w))
small_row = descend_by_measuring(0.01)
middle_row = descend_by_measuring(0.1)
large_row = descend_by_measuring(0.9)
one_step_rate = 5 / 10

# %% Fractions and lists
from fractions import Fraction
def after_50(lr):
    d = 5 * (1 - 2 * lr)**50
    return [4 - d, d * d + 2]
small_row = after_50(Fraction(1, 100))
middle_row = after_50(Fraction(1, 10))
large_row = after_50(Fraction(9, 10))
one_step_rate = Fraction(1, 2)
