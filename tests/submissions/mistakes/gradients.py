# Wrong answers: each cell is named by the mistake that the check must name.

# %% gradients.sign-flipped
def gradients(x, y, w, b):
    error = y - (w * x + b)
    return 2 * np.mean(error * x), 2 * np.mean(error)

# %% gradients.factor-2-missing
def gradients(x, y, w, b):
    error = w * x + b - y
    return np.mean(error * x), np.mean(error)

# %% gradients.sum-for-mean
def gradients(x, y, w, b):
    dw = db = 0
    for xi, yi in zip(x, y):
        error = w * xi + b - yi
        dw += 2 * error * xi
        db += 2 * error
    return dw, db

# %% gradients.swapped
def gradients(x, y, w, b):
    error = w * x + b - y
    dw = 2 / len(x) * np.sum(error * x)
    db = 2 / len(x) * np.sum(error)
    return db, dw

# %% gradients.x-missing
def gradients(x, y, w, b):
    error = w * x + b - y
    dw = 2 * np.mean(error)
    db = 2 * np.mean(error)
    return dw, db

# %% gradients.x-in-both
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * np.mean(error * x), 2 * np.mean(error * x)

# %% gradients.b-ignored
def gradients(x, y, w, b):
    error = w * x - y
    return 2 * np.mean(error * x), 2 * np.mean(error)

# %% gradients.factor-2-missing-in-dw
def gradients(x, y, w, b):
    error = w * x + b - y
    return np.mean(error * x), 2 * np.mean(error)

# %% gradients.factor-2-missing-in-db
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * np.mean(error * x), np.mean(error)

# %% gradients.sum-in-dw
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * np.sum(error * x), 2 * np.sum(error) / len(x)

# %% gradients.sum-in-db
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * np.mean(error * x), 2 * np.sum(error)

# %% gradients.sum-without-2
def gradients(x, y, w, b):
    error = w * x + b - y
    return error @ x, error.sum()

# %% gradients.divided-by-2n
def gradients(x, y, w, b):
    n = len(x)
    error = w * x + b - y
    return 1 / (2 * n) * np.sum(error * x), 1 / (2 * n) * np.sum(error)

# %% gradients.means-multiplied
def gradients(x, y, w, b):
    db = 2 * np.mean(w * x + b - y)
    dw = db * np.mean(x)
    return dw, db

# %% gradients.times-w
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * np.mean(error * w), 2 * np.mean(error)

# %% gradients.times-y
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * np.mean(error * y), 2 * np.mean(error)

# %% gradients.errors-squared
def gradients(x, y, w, b):
    square = (w * x + b - y) ** 2
    return 2 * np.mean(square * x), 2 * np.mean(square)

# %% gradients.absolute-errors
def gradients(x, y, w, b):
    error = abs(w * x + b - y)
    return 2 * np.mean(error * x), 2 * np.mean(error)

# %% gradients.sign-of-dw
def gradients(x, y, w, b):
    error = w * x + b - y
    return -2 * np.mean(error * x), 2 * np.mean(error)

# %% gradients.sign-of-db
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * np.mean(error * x), -2 * np.mean(error)

# %% gradients.n-minus-one
def gradients(x, y, w, b):
    n = len(x) - 1
    error = w * x + b - y
    return 2 / n * np.sum(error * x), 2 / n * np.sum(error)

# %% gradients.not-averaged
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * error * x, 2 * error

# %% gradients.dw-only
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * np.mean(error * x)

# %% gradients.db-only
def gradients(x, y, w, b):
    error = w * x + b - y
    dw = 2 * np.mean(error * x)
    db = 2 * np.mean(error)
    return db

# %% gradients.return-in-the-loop
def gradients(x, y, w, b):
    dw = db = 0
    for i in range(len(x)):
        error = w * x[i] + b - y[i]
        dw += 2 * error * x[i] / len(x)
        db += 2 * error / len(x)
        return dw, db

# %% gradients.overwritten-total
def gradients(x, y, w, b):
    n = len(x)
    for i in range(n):
        error = w * x[i] + b - y[i]
        dw = 2 / n * error * x[i]
        db = 2 / n * error
    return dw, db

# %% gradients.forward-difference
def gradients(x, y, w, b):
    def loss(w, b):
        return np.mean((w * x + b - y) ** 2)
    h = 0.0001
    return (loss(w + h, b) - loss(w, b)) / h, (loss(w, b + h) - loss(w, b)) / h

# %% gradients.weights-fixed
def gradients(x, y, w, b):
    error = 0.05 * x + 100 - y
    return 2 * np.mean(error * x), 2 * np.mean(error)

# %% gradients.rounded
def gradients(x, y, w, b):
    error = w * x + b - y
    return round(2 * np.mean(error * x), 2), round(2 * np.mean(error), 2)

# %% gradients.integer
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * sum(error * x) // len(x), 2 * sum(error) // len(x)

# %% gradients.print-for-return
def gradients(x, y, w, b):
    error = w * x + b - y
    print(2 * np.mean(error * x), 2 * np.mean(error))

# %% gradients.no-return
def gradients(x, y, w, b):
    error = w * x + b - y
    dw = 2 * np.mean(error * x)
    db = 2 * np.mean(error)

# %% gradients.input-changed
def gradients(x, y, w, b):
    y -= w * x + b
    return -2 * np.mean(y * x), -2 * np.mean(y)

# %% ?
def gradients(x, y, w, b):
    return -275000, -150

# %% ?
def gradients(x, y, w, b):
    error = w * x + b - y
    dw, db = 2 * np.mean(error * x), 2 * np.mean(error)
    return w - 0.01 * dw, b - 0.01 * db

# %% gradients.signs-only
def gradients(x, y, w, b):
    error = w * x + b - y
    return np.sign(2 * np.mean(error * x)), np.sign(2 * np.mean(error))

# %% gradients.divided-by-five
def gradients(x, y, w, b):
    errors = w * x + b - y
    return 2 / 5 * np.sum(errors * x), 2 / 5 * np.sum(errors)

# %% gradients.houses-only
def gradients(x, y, w, b):
    size = np.array([500, 1000, 1500, 2000, 2500])
    error = w * size + b - np.array([150, 200, 250, 300, 350])
    return 2 * np.mean(error * size), 2 * np.mean(error)

# %% gradients.step-taken
def gradients(x, y, w, b):
    error = w * x + b - y
    w = w - 0.01 * 2 * np.mean(error * x)
    b = b - 0.01 * 2 * np.mean(error)
    return w, b

# %% gradients.whole-numbers-cut-off
def gradients(x, y, w, b):
    error = np.zeros_like(x)
    for i in range(len(x)):
        error[i] = w * x[i] + b - y[i]
    return 2 * np.mean(error * x), 2 * np.mean(error)

# %% gradients.whole-numbers-cut-off
def gradients(x, y, w, b):
    prediction = np.full_like(y, 0)
    for i in range(len(x)):
        prediction[i] = w * x[i] + b
    error = prediction - y
    return 2 * np.mean(error * x), 2 * np.mean(error)

# %% gradients.rounded
def gradients(x, y, w, b):
    error = w * x + b - y
    return np.round([2 * np.mean(error * x), 2 * np.mean(error)], 4)

# %% gradients.forward-difference
def mse(x, y, w, b):
    return np.mean((w * x + b - y) ** 2)

def gradients(x, y, w, b, h=1e-5):
    here = mse(x, y, w, b)
    return (mse(x, y, w + h, b) - here) / h, (mse(x, y, w, b + h) - here) / h

# %% gradients.not-from-scratch
from course import regression
def gradients(x, y, w, b):
    return regression.gradients(x, y, w, b)

# %% gradients.not-from-scratch
from course import landscapes
def gradients(x, y, w, b):
    return landscapes.squared_error(x, y).gradient(np.array([w, b]))

# %% gradients.times-the-weights
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * np.mean(error * w), 2 * np.mean(error * b)

# %% gradients.times-the-weights
def gradients(x, y, w, b):
    error = w * x + b - y
    return 2 * np.mean(error * x), 2 * np.mean(error * b)

# %% gradients.not-averaged
def gradients(x, y, w, b):
    error = w * x + b - y
    dw = 2 / len(x) * error * x
    db = 2 / len(x) * error
    return dw, db

# %% gradients.column-minus-row
def gradients(x, y, w, b):
    X = np.c_[x, np.ones(len(x))]
    theta = np.array([[w], [b]])
    return 2 / len(y) * X.T @ (X @ theta - y)

# %% gradients.column-minus-row
def gradients(x, y, w, b):
    x = x.reshape(-1, 1)
    e = w * x + b - y
    return 2 * np.mean(e * x), 2 * np.mean(e)

# %% gradients.column-minus-row
def gradients(x, y, w, b):
    x = x.reshape(-1, 1)
    e = w * x + b - y
    return 2 / len(x) * np.sum(e * x), 2 / len(x) * np.sum(e)

# %% gradients.summed-before-x
def gradients(x, y, w, b):
    n = len(x)
    errors = w * x + b - y
    dw = 2 / n * np.sum(errors) * x
    db = 2 / n * np.sum(errors)
    return dw, db
