# Right answers, each in another dress: one cell, one whole answer.

# %% run and repair
rng = np.random.RandomState(42)
x = rng.randn(500)
y = 2.5 * x + rng.randn(500) * 0.1
w = 0.0
true_losses = []
for epoch in range(5):
    order = rng.permutation(500)
    losses_of_batches = []
    for start in range(0, 500, 32):
        rows = order[start : start + 32]
        error = w * x[rows] - y[rows]
        losses_of_batches.append(np.mean(error**2))
        w = w - 0.01 * np.mean(2 * error * x[rows])
    true_losses.append(np.mean(losses_of_batches))
batches_in_an_epoch = len(losses_of_batches)
wrong_operator = "//"

# %% as the article would, with the global generator
np.random.seed(42)
X = np.random.randn(500)
Y = 2.5 * X + np.random.randn(500) * 0.1
weight, true_losses = 0.0, np.zeros(5)
batches_in_an_epoch = -(-500 // 32)
for e in range(5):
    idx = np.random.permutation(500)
    for s in range(0, 500, 32):
        i = idx[s:s + 32]
        true_losses[e] += np.mean((weight * X[i] - Y[i]) ** 2) / batches_in_an_epoch
        weight -= 0.01 * np.mean(2 * X[i] * (weight * X[i] - Y[i]))
wrong_operator = " // "

# %% four digits, typed in
wrong_operator = "//"
batches_in_an_epoch = 16
true_losses = [4.5267, 2.4485, 1.3260, 0.7189, 0.3927]

# %% a tuple, and a float that is whole
wrong_operator = '//'
batches_in_an_epoch = 16.0
true_losses = (4.52669, 2.44854, 1.32597, 0.71893, 0.39267)

# %% NumPy values
wrong_operator = np.str_("//")
batches_in_an_epoch = np.int64(16)
true_losses = np.array([4.526695, 2.448542, 1.325966, 0.718930, 0.392670])

# %% float32
wrong_operator = "//"
batches_in_an_epoch = np.ceil(500 / 32)
true_losses = np.float32([4.526695, 2.448542, 1.325966, 0.718930, 0.392670])

# %% from sums
import math
wrong_operator = "/" * 2
batches_in_an_epoch = math.ceil(500 / 32)
true_losses = [total / 16 for total in [72.42711668, 39.17667421, 21.21545660, 11.50287256, 6.28272681]]

# %% a generator of numbers
wrong_operator = "//"
batches_in_an_epoch = len(range(0, 500, 32))
true_losses = list(float(t) for t in "4.5267 2.4485 1.32597 0.71893 0.39267".split())

# %% Fractions
from fractions import Fraction

wrong_operator = "//"
batches_in_an_epoch = Fraction(16)
true_losses = [Fraction("4.526695"), Fraction("2.448542"), 1.325966, 0.718930, 0.392670]

# %% an iterator
rng = np.random.RandomState(42)
x = rng.randn(500)
y = 2.5 * x + rng.randn(500) * 0.1
w, true_losses = 0.0, []
for epoch in range(5):
    order, total = rng.permutation(500), 0.0
    for first in range(0, 500, 32):
        rows = order[first : first + 32]
        error = w * x[rows] - y[rows]
        total += np.mean(error**2)
        w = w - 0.01 * np.mean(2 * x[rows] * error)
    true_losses.append(total / 16)
wrong_operator = "//"
true_losses = iter(true_losses)
batches_in_an_epoch = 16

# %% a column
import numpy as np

rng = np.random.RandomState(42)
x = rng.randn(500)
y = 2.5 * x + 0.1 * rng.randn(500)
w, true_losses = 0.0, []
for epoch in range(5):
    order, total = rng.permutation(500), 0.0
    for first in range(0, 500, 32):
        rows = order[first:first + 32]
        error = w * x[rows] - y[rows]
        total += np.mean(error**2)
        w = w - 0.01 * np.mean(2 * x[rows] * error)
    true_losses.append(total / 16)
wrong_operator = "//"
batches_in_an_epoch = 16
true_losses = np.reshape(true_losses, (5, 1))
