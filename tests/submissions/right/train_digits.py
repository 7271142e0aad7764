# Right answers, each in another dress: one cell, one whole answer.

# %% Adam on one vector
from course import network

def train_digits(gradient, layers, n, rng):
    w = network.flat(layers)
    m = np.zeros_like(w)
    v = np.zeros_like(w)
    t = 0
    for epoch in range(15):
        order = rng.permutation(n)
        for first in range(0, n, 32):
            g = network.flat(gradient(network.shaped(w, layers), order[first:first + 32]))
            t += 1
            m = 0.9 * m + 0.1 * g
            v = 0.999 * v + 0.001 * g * g
            w = w - 0.01 * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
    return network.shaped(w, layers)

# %% plain steps, four images at a time
def train_digits(gradient, layers, n, rng):
    for epoch in range(15):
        for four in np.array_split(rng.permutation(n), n // 4):
            slopes = gradient(layers, four)
            layers = [
                (W - 0.08 * dW, b - 0.08 * db)
                for (W, b), (dW, db) in zip(layers, slopes)
            ]
    return layers

# %% momentum, each part by itself
def train_digits(gradient, layers, n, rng):
    parts = [part.copy() for layer in layers for part in layer]
    speeds = [np.zeros_like(part) for part in parts]
    for step in range(600):
        rows = rng.choice(n, size=32, replace=False)
        now = list(zip(parts[::2], parts[1::2]))
        slopes = [part for pair in gradient(now, rows) for part in pair]
        for i, slope in enumerate(slopes):
            speeds[i] = 0.9 * speeds[i] - 0.05 * slope
            parts[i] = parts[i] + speeds[i]
    return list(zip(parts[::2], parts[1::2]))

# %% the course's Adam and batches
from course import descent, network, optimizers

def train_digits(gradient, layers, n, rng):
    rule = optimizers.adam()
    w = network.flat(layers)
    memory, t = rule.init(w), 0
    for _ in range(20000 // n):
        for rows in descent.epoch_batches(n, 32, rng):
            t += 1
            g = network.flat(gradient(network.shaped(w, layers), rows))
            step, memory = rule.update(g, memory, w, 0.01, t)
            w = w + step
    return network.shaped(w, layers)

# %% RMSprop, changing copies in place
def train_digits(gradient, layers, n, rng):
    trained = [(W.copy(), b.copy()) for W, b in layers]
    sizes = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    left = 20_000
    while left >= 25:
        rows = rng.integers(0, n, 25)
        left -= 25
        for layer, size, slope in zip(trained, sizes, gradient(trained, rows)):
            for w, s, g in zip(layer, size, slope):
                s *= 0.9
                s += 0.1 * g**2
                w -= 0.004 * g / (np.sqrt(s) + 1e-8)
    return trained

# %% lists of arrays, float32, a rate that falls
def train_digits(gradient, layers, n, rng):
    layers = [[W.astype(np.float32), b.astype(np.float32)] for W, b in layers]
    steps = 1200
    for t in range(steps):
        rate = 0.4 * (1 - t / steps)
        rows = [int(row) for row in rng.integers(n, size=16)]
        for layer, (dW, db) in zip(layers, gradient(layers, rows)):
            layer[0] = layer[0] - np.float32(rate) * dW
            layer[1] = layer[1] - np.float32(rate) * db
    return layers

# %% a helper for the step of lesson 7, dictionaries
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    w = w - lr * m / (1 - beta1**t) / ((v / (1 - beta2**t)) ** 0.5 + eps)
    return w, m, v

def train_digits(gradient, layers, n, rng):
    w = {(i, j): part for i, layer in enumerate(layers) for j, part in enumerate(layer)}
    m = dict.fromkeys(w, 0.0)
    v = dict.fromkeys(w, 0.0)
    t = 0
    for epoch in range(20_000 // n):
        for rows in np.array_split(rng.permutation(n), n // 30):
            t += 1
            slopes = gradient([(w[0, 0], w[0, 1]), (w[1, 0], w[1, 1])], rows)
            for i, j in w:
                w[i, j], m[i, j], v[i, j] = adam_step(
                    w[i, j], m[i, j], v[i, j], slopes[i][j], t, 0.008, 0.9, 0.999, 1e-8
                )
    return (w[0, 0], w[0, 1]), (w[1, 0], w[1, 1])

# %% recursion over epochs, printing
def one_epoch(gradient, layers, n, rng, lr):
    order = rng.permutation(n)
    for rows in [order[i:i + 10] for i in range(0, n, 10)]:
        slopes = gradient(layers, rows)
        layers = [tuple(w - lr * g for w, g in zip(*both)) for both in zip(layers, slopes)]
    return layers

def train_digits(gradient, layers, n, rng, epochs=15):
    if epochs == 0:
        return layers
    print("epochs to go:", epochs)
    return train_digits(gradient, one_epoch(gradient, layers, n, rng, 0.15), n, rng, epochs - 1)

# %% plain steps, batches of 8
def train_digits(gradient, layers, n, rng):
    for epoch in range(20_000 // n):
        order = rng.permutation(n)
        for i in range(0, n, 8):
            slopes = gradient(layers, order[i : i + 8])
            layers = [(W - 0.3 * dW, b - 0.3 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% plain steps, batches of 16
def train_digits(gradient, layers, n, rng):
    for epoch in range(20_000 // n):
        order = rng.permutation(n)
        for i in range(0, n, 16):
            slopes = gradient(layers, order[i : i + 16])
            layers = [(W - 0.3 * dW, b - 0.3 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% plain steps, batches of 32
def train_digits(gradient, layers, n, rng):
    for epoch in range(20_000 // n):
        order = rng.permutation(n)
        for i in range(0, n, 32):
            slopes = gradient(layers, order[i : i + 32])
            layers = [(W - 0.3 * dW, b - 0.3 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% plain steps, batches of 50
def train_digits(gradient, layers, n, rng):
    for epoch in range(20_000 // n):
        order = rng.permutation(n)
        for i in range(0, n, 50):
            slopes = gradient(layers, order[i : i + 50])
            layers = [(W - 0.3 * dW, b - 0.3 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% plain steps, batches of 64
def train_digits(gradient, layers, n, rng):
    for epoch in range(20_000 // n):
        order = rng.permutation(n)
        for i in range(0, n, 64):
            slopes = gradient(layers, order[i : i + 64])
            layers = [(W - 0.3 * dW, b - 0.3 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% momentum, batches of 8
from course import descent, network, optimizers

def train_digits(gradient, layers, n, rng):
    rule = optimizers.momentum(0.9)
    w = network.flat(layers)
    memory, t = rule.init(w), 0
    for epoch in range(20_000 // n):
        for rows in descent.epoch_batches(n, 8, rng):
            t += 1
            g = network.flat(gradient(network.shaped(w, layers), rows))
            step, memory = rule.update(g, memory, w, 0.05, t)
            w = w + step
    return network.shaped(w, layers)

# %% momentum, batches of 16
from course import descent, network, optimizers

def train_digits(gradient, layers, n, rng):
    rule = optimizers.momentum(0.9)
    w = network.flat(layers)
    memory, t = rule.init(w), 0
    for epoch in range(20_000 // n):
        for rows in descent.epoch_batches(n, 16, rng):
            t += 1
            g = network.flat(gradient(network.shaped(w, layers), rows))
            step, memory = rule.update(g, memory, w, 0.05, t)
            w = w + step
    return network.shaped(w, layers)

# %% momentum, batches of 32
from course import descent, network, optimizers

def train_digits(gradient, layers, n, rng):
    rule = optimizers.momentum(0.9)
    w = network.flat(layers)
    memory, t = rule.init(w), 0
    for epoch in range(20_000 // n):
        for rows in descent.epoch_batches(n, 32, rng):
            t += 1
            g = network.flat(gradient(network.shaped(w, layers), rows))
            step, memory = rule.update(g, memory, w, 0.05, t)
            w = w + step
    return network.shaped(w, layers)

# %% momentum, batches of 50
from course import descent, network, optimizers

def train_digits(gradient, layers, n, rng):
    rule = optimizers.momentum(0.9)
    w = network.flat(layers)
    memory, t = rule.init(w), 0
    for epoch in range(20_000 // n):
        for rows in descent.epoch_batches(n, 50, rng):
            t += 1
            g = network.flat(gradient(network.shaped(w, layers), rows))
            step, memory = rule.update(g, memory, w, 0.05, t)
            w = w + step
    return network.shaped(w, layers)

# %% momentum, batches of 64
from course import descent, network, optimizers

def train_digits(gradient, layers, n, rng):
    rule = optimizers.momentum(0.9)
    w = network.flat(layers)
    memory, t = rule.init(w), 0
    for epoch in range(20_000 // n):
        for rows in descent.epoch_batches(n, 64, rng):
            t += 1
            g = network.flat(gradient(network.shaped(w, layers), rows))
            step, memory = rule.update(g, memory, w, 0.05, t)
            w = w + step
    return network.shaped(w, layers)

# %% Adam, batches of 8
from course import descent, network, optimizers

def train_digits(gradient, layers, n, rng):
    rule = optimizers.adam()
    w = network.flat(layers)
    memory, t = rule.init(w), 0
    for epoch in range(20_000 // n):
        for rows in descent.epoch_batches(n, 8, rng):
            t += 1
            g = network.flat(gradient(network.shaped(w, layers), rows))
            step, memory = rule.update(g, memory, w, 0.01, t)
            w = w + step
    return network.shaped(w, layers)

# %% Adam, batches of 16
from course import descent, network, optimizers

def train_digits(gradient, layers, n, rng):
    rule = optimizers.adam()
    w = network.flat(layers)
    memory, t = rule.init(w), 0
    for epoch in range(20_000 // n):
        for rows in descent.epoch_batches(n, 16, rng):
            t += 1
            g = network.flat(gradient(network.shaped(w, layers), rows))
            step, memory = rule.update(g, memory, w, 0.01, t)
            w = w + step
    return network.shaped(w, layers)

# %% Adam, batches of 64
from course import descent, network, optimizers

def train_digits(gradient, layers, n, rng):
    rule = optimizers.adam()
    w = network.flat(layers)
    memory, t = rule.init(w), 0
    for epoch in range(20_000 // n):
        for rows in descent.epoch_batches(n, 64, rng):
            t += 1
            g = network.flat(gradient(network.shaped(w, layers), rows))
            step, memory = rule.update(g, memory, w, 0.01, t)
            w = w + step
    return network.shaped(w, layers)

# %% Adam, batches of all images
from course import descent, network, optimizers

def train_digits(gradient, layers, n, rng):
    rule = optimizers.adam(0.8, 0.99)
    w = network.flat(layers)
    memory, t = rule.init(w), 0
    for epoch in range(20_000 // n):
        for rows in descent.epoch_batches(n, n, rng):
            t += 1
            g = network.flat(gradient(network.shaped(w, layers), rows))
            step, memory = rule.update(g, memory, w, 0.05, t)
            w = w + step
    return network.shaped(w, layers)

# %% Adam with a schedule of lesson 8 and clipping of lesson 9
from course import descent, network, optimizers, schedules

def train_digits(gradient, layers, n, rng):
    epochs = 20_000 // n
    rate = schedules.cosine_annealing(0.02, epochs * 39)
    rule = optimizers.adam()
    w = network.flat(layers)
    memory, t = rule.init(w), 0
    for epoch in range(epochs):
        for rows in descent.epoch_batches(n, 32, rng):
            g = network.flat(gradient(network.shaped(w, layers), rows))
            g = descent.clip_by_norm(g, 5.0)
            step, memory = rule.update(g, memory, w, rate(t), t + 1)
            w, t = w + step, t + 1
    return network.shaped(w, layers)

# %% the mean of all layers of the last epochs
from course import network

def train_digits(gradient, layers, n, rng):
    w = network.flat(layers)
    speed, last = 0 * w, []
    for epoch in range(20_000 // n):
        order = rng.permutation(n)
        for first in range(0, n, 32):
            g = network.flat(gradient(network.shaped(w, layers), order[first:first + 32]))
            speed = 0.9 * speed - 0.1 * g
            w = w + speed
            if epoch > 5:
                last.append(w)
    return network.shaped(sum(last) / len(last), layers)
