# Wrong answers: each cell is named by the mistake that the check must name.

# %% mse.sum-for-mean
def mse(x, y, w, b):
    return ((w * x + b - y) ** 2).sum()

# %% mse.half
def mse(x, y, w, b):
    m = len(x)
    return 1 / (2 * m) * np.sum((w * x + b - y) ** 2)

# %% mse.root
def mse(x, y, w, b):
    return np.sqrt(np.mean((y - (w * x + b)) ** 2))

# %% mse.absolute
def mse(x, y, w, b):
    total = 0
    for i in range(len(x)):
        total += abs(w * x[i] + b - y[i])
    return total / len(x)

# %% mse.not-squared
def mse(x, y, w, b):
    return np.mean(w * x + b - y)

# %% mse.square-of-the-mean
def mse(x, y, w, b):
    error = np.mean(w * x + b - y)
    return error * error

# %% mse.square-of-the-sum
def mse(x, y, w, b):
    total = 0
    for xi, yi in zip(x, y):
        total += w * xi + b - yi
    return total ** 2 / len(x)

# %% mse.not-averaged
def mse(x, y, w, b):
    return [(w * xi + b - yi) ** 2 for xi, yi in zip(x, y)]

# %% mse.b-ignored
def mse(x, y, w, b):
    return np.mean((y - w * x) ** 2)

# %% mse.b-subtracted
def mse(x, y, w, b):
    return np.mean((y - w * x + b) ** 2)

# %% mse.w-subtracted
def mse(x, y, w, b):
    return np.mean((y + w * x - b) ** 2)

# %% mse.w-subtracted
def mse(x, y, w, b):
    return np.mean((b - w * x - y) ** 2)

# %% mse.weights-swapped
def mse(x, y, w, b):
    prediction = w + b * x
    return np.mean((prediction - y) ** 2)

# %% mse.inputs-swapped
def mse(x, y, w, b):
    return np.mean((w * y + b - x) ** 2)

# %% mse.arguments-in-another-order
def mse(y, x, w, b):
    return np.mean((w * x + b - y) ** 2)

# %% mse.arguments-in-another-order
def mse(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)

# %% mse.added
def mse(x, y, w, b):
    return np.mean((w * x + b + y) ** 2)

# %% mse.only-y-squared
def mse(x, y, w, b):
    return sum(w * x + b - y ** 2) / len(x)

# %% mse.squares-subtracted
def mse(x, y, w, b):
    prediction = w * x + b
    return np.mean(prediction ** 2 - y ** 2)

# %% mse.n-minus-one
def mse(x, y, w, b):
    n = len(x)
    return np.sum((w * x + b - y) ** 2) / (n - 1)

# %% mse.return-in-the-loop
def mse(x, y, w, b):
    total = 0
    for i in range(len(x)):
        total += (w * x[i] + b - y[i]) ** 2
        return total / len(x)

# %% mse.overwritten-total
def mse(x, y, w, b):
    for i in range(len(x)):
        total = 0
        total += (w * x[i] + b - y[i]) ** 2
    return total / len(x)

# %% mse.negative
def mse(x, y, w, b):
    return np.mean(-(w * x + b - y) ** 2)

# %% mse.weights-fixed
def mse(x, y, w, b):
    w, b = 0.05, 100
    return np.mean((w * x + b - y) ** 2)

# %% mse.rounded
def mse(x, y, w, b):
    return round(sum((w * x + b - y) ** 2) / len(y), 2)

# %% mse.integer
def mse(x, y, w, b):
    return np.sum((w * x + b - y) ** 2) // len(x)

# %% mse.print-for-return
def mse(x, y, w, b):
    print(np.mean((w * x + b - y) ** 2))

# %% mse.no-return
def mse(x, y, w, b):
    loss = np.mean((w * x + b - y) ** 2)

# %% mse.input-changed
def mse(x, y, w, b):
    x *= w
    x += b
    return np.mean((x - y) ** 2)

# %% ?
def mse(x, y, w, b):
    return 6875

# %% mse.spread-of-the-errors
def mse(x, y, w, b):
    return np.var(w * x + b - y)

# %% mse.largest-only
def mse(x, y, w, b):
    return np.max((w * x + b - y) ** 2)

# %% mse.divided-by-five
def mse(x, y, w, b):
    return np.sum((w * x + b - y) ** 2) / 5

# %% mse.houses-only
def mse(x, y, w, b):
    sizes = np.array([500, 1000, 1500, 2000, 2500])
    prices = np.array([150, 200, 250, 300, 350])
    return np.mean((w * sizes + b - prices) ** 2)

# %% mse.whole-numbers-cut-off
def mse(x, y, w, b):
    predictions = np.zeros_like(x)
    for i in range(len(x)):
        predictions[i] = w * x[i] + b
    return np.mean((predictions - y) ** 2)

# %% mse.whole-numbers-cut-off
def mse(x, y, w, b):
    errors = np.empty(len(y), dtype=y.dtype)
    for i in range(len(y)):
        errors[i] = w * x[i] + b - y[i]
    return np.mean(errors ** 2)

# %% mse.whole-numbers-cut-off
def mse(x, y, w, b):
    squares = y.copy()
    for i, (size, price) in enumerate(zip(x, y)):
        squares[i] = (w * size + b - price) ** 2
    return sum(squares) / len(squares)

# %% mse.rounded
def mse(x, y, w, b):
    return np.round(np.mean((w * x + b - y) ** 2), 4)

# %% mse.not-squared
def mse(x, y, w, b):
    return np.mean(y - w * x - b)

# %% mse.overwritten-total
def mse(x, y, w, b):
    for xi, yi in zip(x, y):
        total = (w * xi + b - yi) ** 2
    return total

# %% mse.not-from-scratch
from course import landscapes
def mse(x, y, w, b):
    return landscapes.squared_error(x, y)([w, b])

# %% mse.not-from-scratch
from course import regression
def mse(x, y, w, b):
    return regression.mean_squared_error(x, y, w, b)

# %% ?
def mse(x, y, w, b):
    return np.mean((w * x + b - y) ^ 2)

# %% ?
def mse(x, y, w, b):
    errors = x - x
    errors += w * x + b - y
    return np.mean(errors ** 2)

# %% mse.last-left-out
def mse(x, y, w, b):
    total = 0
    for i in range(len(x) - 1):
        total += (w * x[i] + b - y[i]) ** 2
    return total / len(x)

# %% mse.column-minus-row
def mse(x, y, w, b):
    X = np.c_[np.ones(len(x)), x]
    theta = np.array([[b], [w]])
    e = X.dot(theta) - y
    return np.mean(e ** 2)

# %% mse.column-minus-row
def mse(x, y, w, b):
    y_hat = x.reshape(-1, 1) * w + b
    return np.sum((y - y_hat) ** 2) / len(y)

# %% mse.first-left-out
def mse(x, y, w, b):
    total = 0
    for i in range(1, len(x)):
        total += (w * x[i] + b - y[i]) ** 2
    return total / len(x)

# %% mse.column-minus-row
def mse(x, y, w, b):
    total = 0
    for xi in x:
        for yi in y:
            total += (w * xi + b - yi) ** 2
    return total / len(x)
