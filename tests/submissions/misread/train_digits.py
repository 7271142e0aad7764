# Wrong answers that look like a mistake that they are not: each cell is named by the mistake
# that the check must not name.

# %% train_digits.uphill
from course import descent

def train_digits(gradient, layers, n, rng):
    trained = layers
    for epoch in range(20_000 // n):
        for rows in descent.epoch_batches(n, 16, rng):
            slopes = gradient(layers, rows)
            trained = [(W - 0.2 * dW, b - 0.2 * db) for (W, b), (dW, db) in zip(trained, slopes)]
    return trained

# %% train_digits.rows-are-no-list
def train_digits(gradient, layers, n, rng):
    for epoch in range(16):
        order = rng.permutation(n)
        for k in range(n // 32 + 1):
            slopes = gradient(layers, order[k * 32:(k + 1) * 32])
            layers = [(W - 0.2 * dW, b - 0.2 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.slopes-of-the-start
def train_digits(gradient, layers, n, rng):
    (W1, b1), (W2, b2) = layers
    for step in range(600):
        (_, db1), (_, db2) = gradient([(W1, b1), (W2, b2)], rng.integers(0, n, 32))
        b1, b2 = b1 - 0.2 * db1, b2 - 0.2 * db2
    return [(W1, b1), (W2, b2)]

# %% train_digits.slopes-of-old-layers
# Every step begins where the last one ended, but from t = epochs on the rate is 0.
from course import descent, schedules

def train_digits(gradient, layers, n, rng):
    epochs, t = 20_000 // n, 0
    rate = schedules.cosine_annealing(0.2, total=epochs)
    for epoch in range(epochs):
        for rows in descent.epoch_batches(n, 32, rng):
            slopes = gradient(layers, rows)
            lr = rate(t)
            layers = [(W - lr * dW, b - lr * db) for (W, b), (dW, db) in zip(layers, slopes)]
            t += 1
    return layers
