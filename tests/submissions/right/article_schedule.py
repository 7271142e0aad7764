# Right answers, each in another dress: one cell, one whole answer.

# %% typed with four digits
repaired_end = (2.7875, 6.0462)
straight_end = (7.3393, 14.2835)
code_rate = 0.002
docstring_rate = 0.008

# %% loops
from course.data import noisy_line

x, y = noisy_line().x, noisy_line().y

def run(renewed):
    w = b = 0.0
    for epoch in range(1000):
        if renewed or epoch == 0:
            error = w * x + b - y
            dw, db = np.mean(error * x), np.mean(error)
        rate = 0.01 * 0.5 ** (epoch // 100)
        w, b = w - rate * dw, b - rate * db
    return w, b

repaired_end, straight_end = run(True), run(False)
code_rate = 0.01 * 0.2 ** (100 // 100)
docstring_rate = 0.01 - 0.2 * 0.01

# %% matrix, as in the article, turned around
from course.data import noisy_line

data = noisy_line()
X = np.column_stack([np.ones(200), data.x])
ends = []
for renewed in (True, False):
    theta = np.zeros(2)
    gradient = X.T @ (X @ theta - data.y) / 200
    for epoch in range(1000):
        if renewed:
            gradient = X.T @ (X @ theta - data.y) / 200
        theta = theta - 0.01 * 0.5 ** (epoch // 100) * gradient
    ends.append(theta[::-1])
repaired_end, straight_end = ends
code_rate, docstring_rate = 0.01 * 0.2, 0.01 * 0.8

# %% with the course's own code
from course import data, descent, schedules
from course.landscapes import squared_error

line = data.noisy_line()
half = squared_error(line.x, line.y, factor=1 / 400)
rate = schedules.step_decay(0.01)
repaired_end = descent.descend(half, [0, 0], rate, 1000).final
once = half.gradient(np.zeros(2))
straight_end = descent.descend(half, [0, 0], rate, 1000, gradient=lambda w: once).final
code_rate = schedules.step_decay(0.01, drop=0.2)(100)
docstring_rate = 0.01 * (1 - 0.2)

# %% a sum for the straight walk, closed form for the other
from course.data import noisy_line

line = noisy_line()
A = np.stack([line.x, np.ones(200)])
H, best = A @ A.T / 200, np.linalg.solve(A @ A.T, A @ line.y)
rates = [0.01 * 0.5 ** (t // 100) for t in range(1000)]
left = np.eye(2)
for rate in rates:
    left = (np.eye(2) - rate * H) @ left
repaired_end = list(best - left @ best)
straight_end = list(sum(rates) * (A @ line.y) / 200)
code_rate = np.float64(0.01) * 0.2
docstring_rate = np.float64(0.01) * 0.8

# %% float32
from course.data import noisy_line

x, y = (np.float32(v) for v in (noisy_line().x, noisy_line().y))
w = b = np.float32(0)
for epoch in range(1000):
    e = w * x + b - y
    rate = np.float32(0.01 * 0.5 ** (epoch // 100))
    w, b = w - rate * np.mean(e * x), b - rate * np.mean(e)
repaired_end = np.array([w, b])
straight_end = np.float32(1.998046875) * np.array([np.mean(x * y), np.mean(y)])
code_rate = np.float32(0.002)
docstring_rate = np.float32(0.008)

# %% lists, 0-d arrays
repaired_end = [np.array(2.78749696), np.array(6.04618806)]
straight_end = [7.3393407, 14.28348612]
code_rate = np.array(0.002)
docstring_rate = np.array(0.008)

# %% tuples of texts turned to numbers, percent
repaired_end = tuple(map(float, "2.787497 6.046188".split()))
straight_end = tuple(map(float, "7.339341 14.283486".split()))
code_rate = 0.2 / 100
docstring_rate = 80 / 100 * 0.01

# %% one-element arrays
repaired_end = np.array([2.7874970, 6.0461881])
straight_end = np.array([7.3393407, 14.2834861])
code_rate = [0.002]
docstring_rate = [0.008]

# %% Fraction for the rates
from fractions import Fraction

repaired_end = [2.787497, 6.046188]
straight_end = [7.339341, 14.283486]
code_rate = Fraction(1, 100) * Fraction(1, 5)
docstring_rate = Fraction(1, 100) * Fraction(4, 5)

# %% five digits in a float32 array
repaired_end = np.array([2.78750, 6.04619], dtype=np.float32)
straight_end = np.array([7.33934, 14.28349], dtype=np.float32)
code_rate = 2e-3
docstring_rate = 8e-3
