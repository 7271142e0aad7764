# Wrong answers: each cell is named by the mistake that the check must name.

# %% train_digits.budget-spent
def train_digits(gradient, layers, n, rng):
    for epoch in range(30):
        order = rng.permutation(n)
        for first in range(0, n, 32):
            slopes = gradient(layers, order[first:first + 32])
            layers = [(W - 0.1 * dW, b - 0.1 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.budget-spent
def train_digits(gradient, layers, n, rng):
    for step in range(20_000):
        slopes = gradient(layers, rng.permutation(n))
        layers = [(W - 0.5 * dW, b - 0.5 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.rows-outside
def train_digits(gradient, layers, n, rng):
    for epoch in range(11):
        order = 1 + rng.permutation(n)
        for first in range(0, n, 32):
            slopes = gradient(layers, order[first:first + 32])
            layers = [(W - 0.1 * dW, b - 0.1 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.rows-are-no-list
def train_digits(gradient, layers, n, rng):
    for epoch in range(10):
        for i in rng.permutation(n):
            slopes = gradient(layers, i)
            layers = [(W - 0.1 * dW, b - 0.1 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.rows-are-no-list
def train_digits(gradient, layers, n, rng):
    for first in range(0, n, 32):
        slopes = gradient(layers, slice(first, first + 32))
        layers = [(W - 0.1 * dW, b - 0.1 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.rows-not-given
def train_digits(gradient, layers, n, rng):
    for step in range(15):
        slopes = gradient(layers)
        layers = [(W - 0.5 * dW, b - 0.5 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.lists-are-no-vectors
def train_digits(gradient, layers, n, rng):
    for step in range(600):
        layers = layers - 0.1 * gradient(layers, rng.integers(0, n, 32))
    return layers

# %% train_digits.no-array-of-layers
def train_digits(gradient, layers, n, rng):
    w = np.array(layers)
    for step in range(600):
        w = w - 0.1 * np.array(gradient(w, rng.integers(0, n, 32)))
    return w

# %% train_digits.lists-are-no-vectors
def train_digits(gradient, layers, n, rng):
    m, v = 0.0, 0.0
    for t in range(1, 601):
        g = gradient(layers, rng.integers(0, n, 32))
        v = 0.999 * v + 0.001 * g**2
        m = 0.9 * m + 0.1 * g
    return layers

# %% train_digits.returned-the-start
def train_digits(gradient, layers, n, rng):
    trained = layers
    for epoch in range(15):
        order = rng.permutation(n)
        for first in range(0, n, 32):
            slopes = gradient(trained, order[first:first + 32])
            trained = [(W - 0.1 * dW, b - 0.1 * db) for (W, b), (dW, db) in zip(trained, slopes)]
    return layers

# %% train_digits.vector-for-layers
from course import network

def train_digits(gradient, layers, n, rng):
    w = network.flat(layers)
    for step in range(600):
        w = w - 0.2 * network.flat(gradient(network.shaped(w, layers), rng.integers(0, n, 32)))
    return w

# %% train_digits.more-than-the-layers
def train_digits(gradient, layers, n, rng):
    spent = 0
    for step in range(600):
        rows = rng.integers(0, n, 32)
        spent += len(rows)
        slopes = gradient(layers, rows)
        layers = [(W - 0.2 * dW, b - 0.2 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers, spent

# %% train_digits.more-than-the-layers
def train_digits(gradient, layers, n, rng):
    history = [layers]
    for step in range(100):
        slopes = gradient(layers, rng.integers(0, n, 100))
        layers = [(W - 0.2 * dW, b - 0.2 * db) for (W, b), (dW, db) in zip(layers, slopes)]
        history.append(layers)
    return history

# %% train_digits.biases-missing
def train_digits(gradient, layers, n, rng):
    for step in range(600):
        slopes = gradient(layers, rng.integers(0, n, 32))
        layers = [(W - 0.2 * dW, b - 0.2 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return [W for W, b in layers]

# %% train_digits.parts-in-a-row
def train_digits(gradient, layers, n, rng):
    (W1, b1), (W2, b2) = layers
    for step in range(600):
        (dW1, db1), (dW2, db2) = gradient([(W1, b1), (W2, b2)], rng.integers(0, n, 32))
        W1, b1 = W1 - 0.2 * dW1, b1 - 0.2 * db1
        W2, b2 = W2 - 0.2 * dW2, b2 - 0.2 * db2
    return W1, b1, W2, b2

# %% train_digits.not-finite
def train_digits(gradient, layers, n, rng):
    for step in range(600):
        slopes = gradient(layers, rng.integers(0, n, 32))
        layers = [(W - 1e9 * dW, b - 1e9 * db) for (W, b), (dW, db) in zip(layers, slopes)]
        layers = [(W * 1e9, b) for W, b in layers]
    return layers

# %% train_digits.first-step-divides-by-zero
def train_digits(gradient, layers, n, rng):
    m = [(0.0, 0.0)] * 2
    for t in range(15):
        slopes = gradient(layers, np.arange(n))
        layers = [
            tuple(w - 0.01 * (0.1 * g / (1 - 0.9**t)) / (np.abs(g) + 1e-8) for w, g in zip(*both))
            for both in zip(layers, slopes)
        ]
    return layers

# %% train_digits.uphill
def train_digits(gradient, layers, n, rng):
    for epoch in range(15):
        order = rng.permutation(n)
        for first in range(0, n, 32):
            slopes = gradient(layers, order[first:first + 32])
            layers = [(W + 0.1 * dW, b + 0.1 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.uphill
from course import network

def train_digits(gradient, layers, n, rng):
    w = network.flat(layers)
    m = v = 0
    for t in range(1, 101):
        g = network.flat(gradient(network.shaped(w, layers), rng.integers(0, n, 32)))
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g**2
        w = w + 0.01 * m / (1 - 0.9**t) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
    return network.shaped(w, layers)

# %% train_digits.first-layer-not-trained
def train_digits(gradient, layers, n, rng):
    W, b = layers[-1]
    for epoch in range(8):
        order = rng.permutation(n)
        for first in range(0, n, 32):
            dW, db = gradient([layers[0], (W, b)], order[first:first + 32])[-1]
            W, b = W - 0.1 * dW, b - 0.1 * db
    return [layers[0], (W, b)]

# %% train_digits.last-layer-not-trained
def train_digits(gradient, layers, n, rng):
    W, b = layers[0]
    for step in range(200):
        dW, db = gradient([(W, b), layers[1]], rng.integers(0, n, 32))[0]
        W, b = W - 0.05 * dW, b - 0.05 * db
    return [(W, b), layers[1]]

# %% train_digits.own-start
def train_digits(gradient, layers, n, rng):
    layers = [(np.zeros(W.shape), np.zeros(b.shape)) for W, b in layers]
    for epoch in range(15):
        order = rng.permutation(n)
        for first in range(0, n, 32):
            slopes = gradient(layers, order[first:first + 32])
            layers = [(W - 0.1 * dW, b - 0.1 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.own-start
def train_digits(gradient, layers, n, rng):
    layers = [(np.full(W.shape, 0.1), np.zeros(b.shape)) for W, b in layers]
    for step in range(600):
        slopes = gradient(layers, rng.integers(0, n, 32))
        layers = [(W - 0.05 * dW, b - 0.05 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.same-rows-again
def train_digits(gradient, layers, n, rng):
    for step in range(600):
        slopes = gradient(layers, range(32))
        layers = [(W - 0.2 * dW, b - 0.2 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.still-on-its-way
def train_digits(gradient, layers, n, rng):
    for epoch in range(20_000 // n):
        order = rng.permutation(n)
        for first in range(0, n, 32):
            slopes = gradient(layers, order[first:first + 32])
            layers = [
                (W - 0.01 * dW, b - 0.01 * db) for (W, b), (dW, db) in zip(layers, slopes)
            ]
    return layers

# %% train_digits.still-on-its-way
def train_digits(gradient, layers, n, rng):
    for epoch in range(15):
        order = rng.permutation(n)
        for first in range(0, n, 32):
            slopes = gradient(layers, order[first:first + 32])
            layers = [(W - 1e-3 * dW, b - 1e-3 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.still-on-its-way
def train_digits(gradient, layers, n, rng):
    for epoch in range(15):
        slopes = gradient(layers, np.arange(n))
        layers = [(W - 0.01 * dW, b - 0.01 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.chance-not-from-rng
my_rng = np.random.default_rng(3)

def train_digits(gradient, layers, n, rng):
    parts = [part for layer in layers for part in layer]
    speeds = [0.0] * len(parts)
    for epoch in range(15):
        order = my_rng.permutation(n)
        for first in range(0, n, 32):
            pairs = list(zip(parts[::2], parts[1::2]))
            slopes = gradient(pairs, order[first:first + 32])
            slopes = [slope for pair in slopes for slope in pair]
            speeds = [0.9 * v - 0.05 * g for v, g in zip(speeds, slopes)]
            parts = [w + v for w, v in zip(parts, speeds)]
    return list(zip(parts[::2], parts[1::2]))

# %% train_digits.chance-not-from-rng
from course import network

legacy = np.random.RandomState(3)

def train_digits(gradient, layers, n, rng):
    w = network.flat(layers)
    m = v = t = 0
    for epoch in range(15):
        order = np.arange(n)
        legacy.shuffle(order)
        for rows in np.array_split(order, 40):
            t += 1
            g = network.flat(gradient(network.shaped(w, layers), rows))
            m = 0.9 * m + 0.1 * g
            v = 0.999 * v + 0.001 * g**2
            w = w - 0.01 * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
    return network.shaped(w, layers)

# %% train_digits.input-changed
def train_digits(gradient, layers, n, rng):
    for epoch in range(15):
        order = rng.permutation(n)
        for first in range(0, n, 16):
            rows = order[first:first + 16]
            for (W, b), (dW, db) in zip(layers, gradient(layers, rows)):
                W -= 0.15 * dW
                b -= 0.15 * db
    return layers

# %% train_digits.print-for-return
def train_digits(gradient, layers, n, rng):
    for step in range(600):
        slopes = gradient(layers, rng.integers(0, n, 32))
        layers = [(W - 0.2 * dW, b - 0.2 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    print(layers)

# %% train_digits.no-return
def train_digits(gradient, layers, n, rng):
    for step in range(600):
        slopes = gradient(layers, rng.integers(0, n, 32))
        layers = [(W - 0.2 * dW, b - 0.2 * db) for (W, b), (dW, db) in zip(layers, slopes)]

# %% train_digits.not-from-scratch
from course import network, optimizers

def train_digits(gradient, layers, n, rng):
    return network.train(
        gradient, layers, optimizers.adam(), lr=0.01, batch_size=32, epochs=15, rng=rng
    )[-1]

# %% ?
def train_digits(gradient, layers, n, rng):
    for epoch in range(15):
        slopes = gradient(layers, list(range(n)))
        layers = [(W - 0.5 * dW, b - 0.5 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.gradient-not-asked
def train_digits(gradient, layers, n, rng):
    return [(rng.normal(size=W.shape), rng.normal(size=b.shape)) for W, b in layers]

# %% ?
def train_digits(gradient, layers, n, rng):
    return "trained"

# %% train_digits.dead-units
def train_digits(gradient, layers, n, rng):
    for step in range(600):
        slopes = gradient(layers, rng.integers(0, n, 32))
        layers = [(W - 5 * dW, b - 5 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.budget-left
def train_digits(gradient, layers, n, rng):
    for first in range(0, n, 32):
        slopes = gradient(layers, range(first, min(first + 32, n)))
        layers = [(W - 0.05 * dW, b - 0.05 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.gradient-not-asked
from course import data, descent, network

train, held_back = data.digits(1047)

def train_digits(gradient, layers, n, rng):
    for epoch in range(30):
        for rows in descent.epoch_batches(len(train.y), 32, rng):
            _, slopes = network.loss_and_gradients(layers, train.x[rows], train.y[rows])
            layers = [(W - 0.2 * dW, b - 0.2 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.gradient-not-asked
from course import data, descent, network

train, held_back = data.digits(1047)
test_x, test_y = held_back.x[250:], held_back.y[250:]

def train_digits(gradient, layers, n, rng):
    for epoch in range(20):
        for rows in descent.epoch_batches(len(test_y), 16, rng):
            _, slopes = network.loss_and_gradients(layers, test_x[rows], test_y[rows])
            layers = [(W - 0.2 * dW, b - 0.2 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.images-of-the-lesson
from course import data, descent, network

train, held_back = data.digits(1047)

def train_digits(gradient, layers, n, rng):
    for epoch in range(20_000 // n):
        for rows in descent.epoch_batches(n, 16, rng):
            _, slopes = network.loss_and_gradients(layers, train.x[rows], train.y[rows])
            layers = [(W - 0.2 * dW, b - 0.2 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.images-of-the-lesson
from course import data, descent, network

train, held_back = data.digits(1047)
slopes_of = network.Gradient(train.x, train.y)

def train_digits(gradient, layers, n, rng):
    for epoch in range(20_000 // n):
        for rows in descent.epoch_batches(n, 16, rng):
            slopes = slopes_of(layers, rows)
            layers = [(W - 0.2 * dW, b - 0.2 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.budget-spent
def train_digits(gradient, layers, n, rng):
    for epoch in range(40):
        gradient.spent = 0
        order = rng.permutation(n)
        for first in range(0, n, 16):
            slopes = gradient(layers, order[first:first + 16])
            layers = [(W - 0.2 * dW, b - 0.2 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.budget-spent
import copy

def train_digits(gradient, layers, n, rng):
    for epoch in range(40):
        mine = copy.deepcopy(gradient)
        for rows in np.array_split(rng.permutation(n), n // 16):
            slopes = mine(layers, rows)
            layers = [(W - 0.2 * dW, b - 0.2 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.another-start
from course import descent, network

def train_digits(gradient, layers, n, rng):
    layers = network.random_layers([64, len(layers[0][1]), 10], rng)
    for epoch in range(20_000 // n):
        for rows in descent.epoch_batches(n, 32, rng):
            slopes = gradient(layers, rows)
            layers = [(W - 0.2 * dW, b - 0.2 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.another-start
from course import descent, network

start = network.random_layers([64, 50, 10], np.random.default_rng(9))

def train_digits(gradient, layers, n, rng):
    trained = start
    for epoch in range(20_000 // n):
        for rows in descent.epoch_batches(n, 16, rng):
            trained = [
                (W - 0.2 * dW, b - 0.2 * db)
                for (W, b), (dW, db) in zip(trained, gradient(trained, rows))
            ]
    return trained

# %% train_digits.batch-without-rows
def train_digits(gradient, layers, n, rng):
    for epoch in range(16):
        order = rng.permutation(n)
        for k in range(n // 32 + 1):
            slopes = gradient(layers, order[k * 32:(k + 1) * 32])
            layers = [(W - 0.2 * dW, b - 0.2 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.slopes-of-the-start
from course import descent

def train_digits(gradient, layers, n, rng):
    trained = layers
    for epoch in range(20_000 // n):
        for rows in descent.epoch_batches(n, 16, rng):
            slopes = gradient(layers, rows)
            trained = [(W - 0.2 * dW, b - 0.2 * db) for (W, b), (dW, db) in zip(trained, slopes)]
    return trained

# %% train_digits.slopes-of-the-start
def train_digits(gradient, layers, n, rng):
    (W1, b1), (W2, b2) = layers
    for step in range(600):
        (dW1, db1), (dW2, db2) = gradient(layers, rng.integers(0, n, 32))
        W1, b1 = W1 - 0.2 * dW1, b1 - 0.2 * db1
        W2, b2 = W2 - 0.2 * dW2, b2 - 0.2 * db2
    return [(W1, b1), (W2, b2)]

# %% train_digits.slopes-of-old-layers
from course import descent

def train_digits(gradient, layers, n, rng):
    for epoch in range(20_000 // n):
        new = layers
        for rows in descent.epoch_batches(n, 32, rng):
            slopes = gradient(layers, rows)
            new = [(W - 0.2 * dW, b - 0.2 * db) for (W, b), (dW, db) in zip(new, slopes)]
        layers = new
    return layers

# %% train_digits.step-for-weights
from course import descent, network, optimizers

def train_digits(gradient, layers, n, rng):
    adam = optimizers.adam()
    w = network.flat(layers)
    memory, t = adam.init(w), 0
    for epoch in range(20_000 // n):
        for rows in descent.epoch_batches(n, 32, rng):
            t += 1
            g = network.flat(gradient(network.shaped(w, layers), rows))
            w, memory = adam.update(g, memory, w, 0.01, t)
    return network.shaped(w, layers)

# %% train_digits.first-layer-not-trained
def train_digits(gradient, layers, n, rng):
    (W1, b1), (W2, b2) = layers
    for step in range(600):
        (_, db1), (_, db2) = gradient([(W1, b1), (W2, b2)], rng.integers(0, n, 32))
        b1, b2 = b1 - 0.2 * db1, b2 - 0.2 * db2
    return [(W1, b1), (W2, b2)]

# %% train_digits.images-of-the-gradient
def train_digits(gradient, layers, n, rng):
    for epoch in range(15):
        order = rng.permutation(len(gradient.y))
        for first in range(0, len(order), 32):
            slopes = gradient(layers, order[first:first + 32])
            layers = [(W - 0.1 * dW, b - 0.1 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.trained-elsewhere
from course import data, network, optimizers

def train_digits(gradient, layers, n, rng):
    images = data.digits(1297)[1]
    gradient(layers, [0])
    adam, w = optimizers.adam(), network.flat(layers)
    memory, t = adam.init(w), 0
    for epoch in range(30):
        order = rng.permutation(len(images.y))
        for first in range(0, len(order), 50):
            rows, t = order[first:first + 50], t + 1
            now = network.shaped(w, layers)
            slopes = network.loss_and_gradients(now, images.x[rows], images.y[rows])[1]
            step, memory = adam.update(network.flat(slopes), memory, w, 0.01, t)
            w = w + step
    return network.shaped(w, layers)

# %% train_digits.vector-not-shaped
from course import network

def train_digits(gradient, layers, n, rng):
    w = network.flat(layers)
    for epoch in range(15):
        order = rng.permutation(n)
        for first in range(0, n, 32):
            w = w - 0.1 * network.flat(gradient(w, order[first:first + 32]))
    return network.shaped(w, layers)

# %% train_digits.one-layer-given
def train_digits(gradient, layers, n, rng):
    for step in range(600):
        rows = rng.permutation(n)[:32]
        for i in range(2):
            dW, db = gradient(layers[i], rows)
            layers[i] = (layers[i][0] - 0.1 * dW, layers[i][1] - 0.1 * db)
    return layers

# %% train_digits.rows-and-layers-swapped
def train_digits(gradient, layers, n, rng):
    for step in range(600):
        slopes = gradient(rng.permutation(n)[:32], layers)
        layers = [(W - 0.1 * dW, b - 0.1 * db) for (W, b), (dW, db) in zip(layers, slopes)]
    return layers

# %% train_digits.not-from-scratch
from course import network, optimizers

def train_digits(gradient, layers, n, rng):
    rule = optimizers.adam()
    return network.train(gradient, layers, rule, lr=0.01, batch_size=50, epochs=16, rng=rng)[-1]

# %% train_digits.first-step-divides-by-zero
from course import descent, network, optimizers

def train_digits(gradient, layers, n, rng):
    rule = optimizers.adam()
    w = network.flat(layers)
    memory, t = rule.init(w), 0
    for _ in range(20_000 // n):
        for rows in descent.epoch_batches(n, 32, rng):
            g = network.flat(gradient(network.shaped(w, layers), rows))
            step, memory = rule.update(g, memory, w, 0.01, t)
            w = w + step
            t += 1
    return network.shaped(w, layers)

# %% train_digits.stands-still
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

# %% train_digits.begins-anew
from course import descent

def train_digits(gradient, layers, n, rng):
    for epoch in range(5):
        net = layers
        for rows in descent.epoch_batches(n, 32, rng):
            net = [
                (W - 0.2 * dW, b - 0.2 * db)
                for (W, b), (dW, db) in zip(net, gradient(net, rows))
            ]
    return net

# %% train_digits.layers-do-not-fit
from course import descent

def train_digits(gradient, layers, n, rng):
    new = []
    for epoch in range(20_000 // n):
        for rows in descent.epoch_batches(n, 32, rng):
            for (W, b), (dW, db) in zip(layers, gradient(layers, rows)):
                new.append((W - 0.2 * dW, b - 0.2 * db))
            layers = new
    return layers
