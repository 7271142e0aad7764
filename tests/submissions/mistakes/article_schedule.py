# Wrong answers: each cell is named by the mistake that the check must name.

# %% article_schedule.by-and-to-swapped
repaired_end = (2.78749696, 6.04618806)
straight_end = (7.3393407, 14.28348612)
code_rate = 0.01 * (1 - 0.2)
docstring_rate = 0.01 * 0.2

# %% article_schedule.by-is-not-to
repaired_end = (2.78749696, 6.04618806)
straight_end = (7.3393407, 14.28348612)
code_rate = 0.002
docstring_rate = 0.002

# %% article_schedule.by-is-not-to
repaired_end = (2.78749696, 6.04618806)
straight_end = (7.3393407, 14.28348612)
code_rate = 0.002
docstring_rate = 0.01 - 0.2

# %% article_schedule.not-multiplied
repaired_end = (2.78749696, 6.04618806)
straight_end = (7.3393407, 14.28348612)
code_rate = 0.008
docstring_rate = 0.008

# %% article_schedule.not-multiplied
repaired_end = (2.78749696, 6.04618806)
straight_end = (7.3393407, 14.28348612)
code_rate = 0.01 * 0.5
docstring_rate = 0.008

# %% article_schedule.not-renewed
repaired_end = (7.3393407, 14.28348612)
straight_end = (2.78749696, 6.04618806)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.not-renewed
from course.data import noisy_line

line = noisy_line()
w = b = 0.0
errors = w * line.x + b - line.y
for epoch in range(1000):
    rate = 0.01 * 0.5 ** (epoch // 100)
    w, b = w - rate * np.mean(errors * line.x), b - rate * np.mean(errors)
repaired_end = straight_end = (w, b)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.renewed-in-both
from course.data import noisy_line

line = noisy_line()
w = b = 0.0
for epoch in range(1000):
    errors = w * line.x + b - line.y
    rate = 0.01 * 0.5 ** (epoch // 100)
    w, b = w - rate * np.mean(errors * line.x), b - rate * np.mean(errors)
repaired_end = straight_end = (w, b)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.intercept-first
repaired_end = (6.04618806, 2.78749696)
straight_end = (14.28348612, 7.3393407)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.intercept-first
repaired_end = (2.78749696, 6.04618806)
straight_end = (14.28348612, 7.3393407)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.constant-rate
from course.data import noisy_line

line = noisy_line()
x, y = line.x, line.y
w = b = 0.0
for epoch in range(1000):
    e = w * x + b - y
    w, b = w - 0.01 * np.mean(e * x), b - 0.01 * np.mean(e)
repaired_end = (w, b)
straight_end = (1000 * 0.01 * np.mean(x * y), 1000 * 0.01 * np.mean(y))
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.lowest-point
repaired_end = (3.0349, 6.9335)
straight_end = (7.3393407, 14.28348612)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.lowest-point
repaired_end = (3, 7)
straight_end = (7.3393407, 14.28348612)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.whole-loss
from course.data import noisy_line

line = noisy_line()
x, y = line.x, line.y
w = b = 0.0
for epoch in range(1000):
    e = w * x + b - y
    rate = 0.01 * 0.5 ** (epoch // 100)
    w, b = w - rate * 2 * np.mean(e * x), b - rate * 2 * np.mean(e)
repaired_end = (w, b)
straight_end = (4 * 0.9990234375 * np.mean(x * y), 4 * 0.9990234375 * np.mean(y))
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.counted-from-1
from course.data import noisy_line

line = noisy_line()
x, y = line.x, line.y
w = b = 0.0
u = v = 0.0
for epoch in range(1, 1001):
    e = w * x + b - y
    rate = 0.01 * 0.5 ** (epoch // 100)
    w, b = w - rate * np.mean(e * x), b - rate * np.mean(e)
    u, v = u + rate * np.mean(x * y), v + rate * np.mean(y)
repaired_end = (w, b)
straight_end = (u, v)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.uphill
from course.data import noisy_line

line = noisy_line()
x, y = line.x, line.y
w = b = 0.0
for epoch in range(1000):
    e = w * x + b - y
    rate = 0.01 * 0.5 ** (epoch // 100)
    w, b = w + rate * np.mean(e * x), b + rate * np.mean(e)
repaired_end = (w, b)
straight_end = (-7.3393407, -14.28348612)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.other-number-of-epochs
from course.data import noisy_line

line = noisy_line()
x, y = line.x, line.y
w = b = 0.0
for epoch in range(100):
    e = w * x + b - y
    rate = 0.01 * 0.5 ** (epoch // 100)
    w, b = w - rate * np.mean(e * x), b - rate * np.mean(e)
repaired_end = (w, b)
straight_end = (np.mean(x * y), np.mean(y))
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.exponential-decay
from course.data import noisy_line

line = noisy_line()
x, y = line.x, line.y
w = b = 0.0
u = v = 0.0
for epoch in range(1000):
    e = w * x + b - y
    rate = 0.01 * 0.95**epoch
    w, b = w - rate * np.mean(e * x), b - rate * np.mean(e)
    u, v = u + rate * np.mean(x * y), v + rate * np.mean(y)
repaired_end = (w, b)
straight_end = (u, v)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.one-weight-first
from course.data import noisy_line

line = noisy_line()
x, y = line.x, line.y
w = b = 0.0
for epoch in range(1000):
    rate = 0.01 * 0.5 ** (epoch // 100)
    w = w - rate * np.mean((w * x + b - y) * x)
    b = b - rate * np.mean(w * x + b - y)
repaired_end = (w, b)
straight_end = (7.3393407, 14.28348612)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.one-weight-first
from course.data import noisy_line

line = noisy_line()
x, y = line.x, line.y
w = b = 0.0
for epoch in range(1000):
    rate = 0.01 * 0.5 ** (epoch // 100)
    b -= rate * np.mean(w * x + b - y)
    w -= rate * np.mean((w * x + b - y) * x)
repaired_end = (w, b)
straight_end = (7.3393407, 14.28348612)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.one-number
repaired_end = 2.78749696
straight_end = 7.3393407
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.too-few-digits
repaired_end = (2.787, 6.046)
straight_end = (7.339, 14.283)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.too-few-digits
repaired_end = (2.79, 6.05)
straight_end = (7.34, 14.28)
code_rate = 0.002
docstring_rate = 0.008

# %% ?
repaired_end = (2.9, 6.4)
straight_end = (7.3393407, 14.28348612)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.text-for-a-number
repaired_end = "2.7875, 6.0462"
straight_end = "7.3393, 14.2835"
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.factor-for-rate
repaired_end = (2.78749696, 6.04618806)
straight_end = (7.3393407, 14.28348612)
code_rate = 0.2
docstring_rate = 0.8

# %% article_schedule.not-reset
from course.data import noisy_line

line = noisy_line()
w = b = 0.0
for epoch in range(1000):
    errors = w * line.x + b - line.y
    rate = 0.01 * 0.5 ** (epoch // 100)
    w, b = w - rate * np.mean(errors * line.x), b - rate * np.mean(errors)
repaired_end = (w, b)

errors = w * line.x + b - line.y
for epoch in range(1000):
    rate = 0.01 * 0.5 ** (epoch // 100)
    w, b = w - rate * np.mean(errors * line.x), b - rate * np.mean(errors)
straight_end = (w, b)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.not-reset
from course.data import noisy_line

line = noisy_line()
w = b = 0.0
for epoch in range(1000):
    errors = w * line.x + b - line.y
    rate = 0.01 * 0.5 ** (epoch // 100)
    w, b = w - rate * np.mean(errors * line.x), b - rate * np.mean(errors)
repaired_end = (w, b)

errors = 0 - line.y
dw, db = np.mean(errors * line.x), np.mean(errors)
for epoch in range(1000):
    rate = 0.01 * 0.5 ** (epoch // 100)
    w, b = w - rate * dw, b - rate * db
straight_end = (w, b)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.not-reset
from course.data import noisy_line

line = noisy_line()
w = b = 0.0
for epoch in range(1000):
    errors = w * line.x + b - line.y
    rate = 0.01 * 0.5 ** (epoch // 100)
    w, b = w - rate * np.mean(errors * line.x), b - rate * np.mean(errors)
repaired_end = (w, b)

dw, db = np.mean(errors * line.x), np.mean(errors)
total = sum(0.01 * 0.5 ** (epoch // 100) for epoch in range(1000))
straight_end = (-total * dw, -total * db)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.whole-loss
repaired_end = (2.78749696, 6.04618806)
straight_end = (2 * 7.3393407, 2 * 14.28348612)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.whole-loss
from course.data import noisy_line

line = noisy_line()
w = b = 0.0
for epoch in range(1000):
    errors = w * line.x + b - line.y
    rate = 0.01 * 0.5 ** (epoch // 100)
    w, b = w - rate * 2 * np.mean(errors * line.x), b - rate * 2 * np.mean(errors)
repaired_end = (w, b)
straight_end = (7.3393407, 14.28348612)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.sum-for-mean
repaired_end = (2.78749696, 6.04618806)
straight_end = (200 * 7.3393407, 200 * 14.28348612)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.lowest-point
from course.data import noisy_line

line = noisy_line()
w = b = 0.0
for epoch in range(1000):
    errors = w * line.x + b - line.y
    rate = 0.01 * 0.5 ** (epoch // 100)
    w, b = w - rate * np.sum(errors * line.x), b - rate * np.sum(errors)
repaired_end = (w, b)
straight_end = (7.3393407, 14.28348612)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.factor-for-rate
repaired_end = (2.78749696, 6.04618806)
straight_end = (7.3393407, 14.28348612)
code_rate = 0.002
docstring_rate = 0.8

# %% article_schedule.by-is-not-to
repaired_end = (2.78749696, 6.04618806)
straight_end = (7.3393407, 14.28348612)
code_rate = 0.002
docstring_rate = 0.01 * (1 + 0.2)

# %% ?
repaired_end = (2.78749696, 6.04618806)
straight_end = [0, 0]
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.one-number
repaired_end = 7.77
straight_end = 7.77
code_rate = 7.77
docstring_rate = 7.77

# %% article_schedule.one-number
repaired_end = (2.78749696, 6.04618806)
straight_end = 7.77
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.value-missing
repaired_end = (2.78749696, 6.04618806)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.sum-for-mean
from course.data import noisy_line

line = noisy_line()
ends = []
for renewed in (True, False):
    w = b = 0.0
    for epoch in range(1000):
        if renewed or epoch == 0:
            errors = w * line.x + b - line.y
            dw, db = sum(errors * line.x), sum(errors)
        rate = 0.01 * 0.5 ** (epoch // 100)
        w, b = w - rate * dw, b - rate * db
    ends.append((w, b))
repaired_end, straight_end = ends
code_rate = 0.002
docstring_rate = 0.008
