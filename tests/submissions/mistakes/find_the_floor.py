# Wrong answers: each cell is named by the mistake that the check must name.

# %% find_the_floor.repaired-operator
wrong_operator = "/"
batches_in_an_epoch = 16
true_losses = [4.5267, 2.4485, 1.3260, 0.7189, 0.3927]

# %% find_the_floor.short-batch-not-counted
wrong_operator = "//"
batches_in_an_epoch = 500 // 32
true_losses = [4.8285, 2.6118, 1.4144, 0.7669, 0.4188]

# %% find_the_floor.short-batch-not-counted
wrong_operator = "//"
batches_in_an_epoch = 16
true_losses = [4.82847, 2.61178, 1.41436, 0.76686, 0.41885]

# %% find_the_floor.part-of-a-batch
wrong_operator = "//"
batches_in_an_epoch = 500 / 32
true_losses = [72.42711668 / 15.625, 39.17667421 / 15.625, 21.2154566 / 15.625, 11.50287256 / 15.625, 6.28272681 / 15.625]

# %% find_the_floor.as-printed
wrong_operator = "//"
batches_in_an_epoch = 16
true_losses = [4.0, 2.0, 1.0, 0.0, 0.0]

# %% find_the_floor.believed-the-article
wrong_operator = "//"
batches_in_an_epoch = 16
true_losses = [0.0, 0.0, 0.0, 0.0, 0.0]

# %% find_the_floor.not-divided
wrong_operator = "//"
batches_in_an_epoch = 16
true_losses = [72.4271, 39.1767, 21.2155, 11.5029, 6.2827]

# %% find_the_floor.over-all-rows
rng = np.random.RandomState(42)
x = rng.randn(500)
y = 2.5 * x + rng.randn(500) * 0.1
w, true_losses = 0.0, []
for epoch in range(5):
    order, total = rng.permutation(500), 0.0
    for start in range(0, 500, 32):
        rows = order[start : start + 32]
        error = w * x[rows] - y[rows]
        total += np.sum(error**2)
        w -= 0.01 * np.mean(2 * error * x[rows])
    true_losses.append(total / 500)
batches_in_an_epoch = 16
wrong_operator = "//"

# %% find_the_floor.loss-at-the-end
wrong_operator = "//"
batches_in_an_epoch = 16
true_losses = [3.2294, 1.7446, 0.94326, 0.51147, 0.27859]

# %% find_the_floor.last-epoch-only
wrong_operator = "//"
batches_in_an_epoch = 16
true_losses = 0.39267

# %% ?
wrong_operator = "floor"
batches_in_an_epoch = 32
true_losses = None

# %% ?
wrong_operator = "//"
batches_in_an_epoch = 16
true_losses = "4.5267 2.4485 1.3260 0.7189 0.3927"

# %% ?
wrong_operator = "//"
batches_in_an_epoch = 16

# %% find_the_floor.operator-in-words
wrong_operator = "floor division"
batches_in_an_epoch = 16
true_losses = [4.526695, 2.448542, 1.325966, 0.718930, 0.392670]

# %% find_the_floor.another-operator
wrong_operator = "%"
batches_in_an_epoch = 16
true_losses = [4.526695, 2.448542, 1.325966, 0.718930, 0.392670]

# %% find_the_floor.short-batch-not-counted
wrong_operator = "//"
batches_in_an_epoch = 15
true_losses = [4.526695, 2.448542, 1.325966, 0.718930, 0.392670]

# %% find_the_floor.short-batch-not-counted
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
    true_losses.append(total / (500 // 32))
wrong_operator = "//"
batches_in_an_epoch = 16

# %% find_the_floor.part-of-a-batch
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
    true_losses.append(total / (500 / 32))
wrong_operator = "//"
batches_in_an_epoch = 16

# %% find_the_floor.batch-size-for-count
wrong_operator = "//"
batches_in_an_epoch = 32
true_losses = [4.526695, 2.448542, 1.325966, 0.718930, 0.392670]

# %% find_the_floor.batches-of-all-epochs
wrong_operator = "//"
batches_in_an_epoch = 80
true_losses = [4.526695, 2.448542, 1.325966, 0.718930, 0.392670]

# %% find_the_floor.rows-for-batches
wrong_operator = "//"
batches_in_an_epoch = 500
true_losses = [4.526695, 2.448542, 1.325966, 0.718930, 0.392670]

# %% find_the_floor.as-printed
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
    true_losses.append(total // 15)
wrong_operator = "//"
batches_in_an_epoch = 16

# %% find_the_floor.loss-of-the-last-batch
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
    true_losses.append(np.mean(error**2))
wrong_operator = "//"
batches_in_an_epoch = 16

# %% find_the_floor.short-batch-left-out
rng = np.random.RandomState(42)
x = rng.randn(500)
y = 2.5 * x + rng.randn(500) * 0.1
w, true_losses = 0.0, []
for epoch in range(5):
    order, total = rng.permutation(500), 0.0
    for first in range(0, 500, 32):
        rows = order[first : first + 32]
        error = w * x[rows] - y[rows]
        total += 0 if len(rows) < 32 else np.mean(error**2)
        w = w - 0.01 * np.mean(2 * x[rows] * error)
    true_losses.append(total / 15)
wrong_operator = "//"
batches_in_an_epoch = 16

# %% find_the_floor.sums-run-on
rng = np.random.RandomState(42)
x = rng.randn(500)
y = 2.5 * x + rng.randn(500) * 0.1
w, total, true_losses = 0.0, 0.0, []
for epoch in range(5):
    order = rng.permutation(500)
    for first in range(0, 500, 32):
        rows = order[first : first + 32]
        error = w * x[rows] - y[rows]
        total += np.mean(error**2)
        w = w - 0.01 * np.mean(2 * x[rows] * error)
    true_losses.append(total / 16)
wrong_operator = "//"
batches_in_an_epoch = 16

# %% find_the_floor.weights-reset-each-epoch
rng = np.random.RandomState(42)
x = rng.randn(500)
y = 2.5 * x + rng.randn(500) * 0.1
w, true_losses = 0.0, []
for epoch in range(5):
    order, total, w = rng.permutation(500), 0.0, 0.0
    for first in range(0, 500, 32):
        rows = order[first : first + 32]
        error = w * x[rows] - y[rows]
        total += np.mean(error**2)
        w = w - 0.01 * np.mean(2 * x[rows] * error)
    true_losses.append(total / 16)
wrong_operator = "//"
batches_in_an_epoch = 16

# %% find_the_floor.weights-for-losses
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
    true_losses.append(w)
wrong_operator = "//"
batches_in_an_epoch = 16

# %% find_the_floor.another-generator
rng = np.random.default_rng(42)
x = rng.standard_normal(500)
y = 2.5 * x + rng.standard_normal(500) * 0.1
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
batches_in_an_epoch = 16

# %% find_the_floor.every-batch-loss
rng = np.random.RandomState(42)
x = rng.randn(500)
y = 2.5 * x + rng.randn(500) * 0.1
w, true_losses = 0.0, []
for epoch in range(5):
    order, total = rng.permutation(500), 0.0
    for first in range(0, 500, 32):
        rows = order[first : first + 32]
        error = w * x[rows] - y[rows]
        true_losses.append(np.mean(error**2))
        total += np.mean(error**2)
        w = w - 0.01 * np.mean(2 * x[rows] * error)
wrong_operator = "//"
batches_in_an_epoch = 16

# %% find_the_floor.one-number
wrong_operator = "//"
batches_in_an_epoch = 16
true_losses = 4.5267

# %% find_the_floor.too-few-digits
wrong_operator = "//"
batches_in_an_epoch = 16
true_losses = [4.527, 2.449, 1.326, 0.719, 0.393]

# %% ?
wrong_operator = "//"
batches_in_an_epoch = 16
true_losses = [7, 7, 7, 7, 7]

# %% ?
wrong_operator = "//"
batches_in_an_epoch = 16
true_losses = [4.5267, 2.4485, 1.3260, 0.7189]

# %% find_the_floor.noise-before-inputs
import numpy as np

rng = np.random.RandomState(42)
noise = 0.1 * rng.randn(500)
x = rng.randn(500)
y = 2.5 * x + noise
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

# %% find_the_floor.loss-after-the-step
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
        w = w - 0.01 * np.mean(2 * x[rows] * error)
        total += np.mean((w * x[rows] - y[rows]) ** 2)
    true_losses.append(total / 16)
wrong_operator = "//"
batches_in_an_epoch = 16

# %% find_the_floor.losses-as-text
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
    true_losses.append(f"{total / 16:.4f}")
wrong_operator = "//"
batches_in_an_epoch = 16

# %% find_the_floor.nothing-collected
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
true_losses = []

# %% find_the_floor.epochs-miscounted
import numpy as np

rng = np.random.RandomState(42)
x = rng.randn(500)
y = 2.5 * x + 0.1 * rng.randn(500)
w, true_losses = 0.0, []
for epoch in range(6):
    order, total = rng.permutation(500), 0.0
    for first in range(0, 500, 32):
        rows = order[first:first + 32]
        error = w * x[rows] - y[rows]
        total += np.mean(error**2)
        w = w - 0.01 * np.mean(2 * x[rows] * error)
    true_losses.append(total / 16)
wrong_operator = "//"
batches_in_an_epoch = 16

# %% find_the_floor.epochs-miscounted
import numpy as np

rng = np.random.RandomState(42)
x = rng.randn(500)
y = 2.5 * x + 0.1 * rng.randn(500)
w, true_losses = 0.0, []
for epoch in range(4):
    order, total = rng.permutation(500), 0.0
    for first in range(0, 500, 32):
        rows = order[first:first + 32]
        error = w * x[rows] - y[rows]
        total += np.mean(error**2)
        w = w - 0.01 * np.mean(2 * x[rows] * error)
    true_losses.append(total / 16)
wrong_operator = "//"
batches_in_an_epoch = 16

# %% find_the_floor.batch-too-many
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
    true_losses.append(total / 17)
wrong_operator = "//"
batches_in_an_epoch = 17

# %% find_the_floor.factor-2-missing
wrong_operator = "//"
batches_in_an_epoch = 16
rng = np.random.RandomState(42)
X = rng.randn(500)
y = 2.5 * X + rng.randn(500) * 0.1
w, true_losses = 0.0, []
for epoch in range(5):
    order = rng.permutation(500)
    losses = []
    for first in range(0, 500, 32):
        rows = order[first : first + 32]
        error = w * X[rows] - y[rows]
        losses.append(np.mean(error**2))
        w -= 0.01 * np.mean(X[rows] * error)
    true_losses.append(np.mean(losses))

# %% find_the_floor.one-order-for-all-epochs
wrong_operator = "//"
batches_in_an_epoch = 16
rng = np.random.RandomState(42)
X = rng.randn(500)
y = 2.5 * X + rng.randn(500) * 0.1
w, true_losses = 0.0, []
order = rng.permutation(500)
for epoch in range(5):
    total = 0
    losses = []
    for first in range(0, 500, 32):
        rows = order[first : first + 32]
        error = w * X[rows] - y[rows]
        losses.append(np.mean(error**2))
        w -= 0.01 * np.mean(2 * X[rows] * error)
    true_losses.append(np.mean(losses))

# %% find_the_floor.not-shuffled
wrong_operator = "//"
batches_in_an_epoch = 16
rng = np.random.RandomState(42)
X = rng.randn(500)
y = 2.5 * X + rng.randn(500) * 0.1
w, true_losses = 0.0, []
for epoch in range(5):
    order = np.arange(500)
    losses = []
    for first in range(0, 500, 32):
        rows = order[first : first + 32]
        error = w * X[rows] - y[rows]
        losses.append(np.mean(error**2))
        w -= 0.01 * np.mean(2 * X[rows] * error)
    true_losses.append(np.mean(losses))

# %% find_the_floor.another-generator
wrong_operator = "//"
batches_in_an_epoch = 16
rng = np.random.RandomState(0)
X = rng.randn(500)
y = 2.5 * X + rng.randn(500) * 0.1
w, true_losses = 0.0, []
for epoch in range(5):
    order = rng.permutation(500)
    losses = []
    for first in range(0, 500, 32):
        rows = order[first : first + 32]
        error = w * X[rows] - y[rows]
        losses.append(np.mean(error**2))
        w -= 0.01 * np.mean(2 * X[rows] * error)
    true_losses.append(np.mean(losses))

# %% find_the_floor.quoted-twice
wrong_operator = "'//'"
batches_in_an_epoch = 16
true_losses = [4.5267, 2.4485, 1.3260, 0.7189, 0.3927]

# %% find_the_floor.divided-twice
wrong_operator = "//"
batches_in_an_epoch = 16
rng = np.random.RandomState(42)
X = rng.randn(500)
y = 2.5 * X + rng.randn(500) * 0.1
w, true_losses = 0.0, []
for epoch in range(5):
    order = rng.permutation(500)
    total = 0.0
    for first in range(0, 500, 32):
        rows = order[first : first + 32]
        error = w * X[rows] - y[rows]
        total += np.mean(error**2)
        w -= 0.01 * np.mean(2 * X[rows] * error)
    true_losses.append(total / 500 / 32)

# %% find_the_floor.divided-by-another-number
wrong_operator = "//"
batches_in_an_epoch = 16
rng = np.random.RandomState(42)
X = rng.randn(500)
y = 2.5 * X + rng.randn(500) * 0.1
w, true_losses = 0.0, []
for epoch in range(5):
    order = rng.permutation(500)
    total = 0.0
    for first in range(0, 500, 32):
        rows = order[first : first + 32]
        error = w * X[rows] - y[rows]
        total += np.mean(error**2)
        w -= 0.01 * np.mean(2 * X[rows] * error)
    true_losses.append(total / 500)

# %% find_the_floor.divided-by-another-number
wrong_operator = "//"
batches_in_an_epoch = 16
rng = np.random.RandomState(42)
X = rng.randn(500)
y = 2.5 * X + rng.randn(500) * 0.1
w, true_losses = 0.0, []
for epoch in range(5):
    order = rng.permutation(500)
    total = 0.0
    for first in range(0, 500, 32):
        rows = order[first : first + 32]
        error = w * X[rows] - y[rows]
        total += np.mean(error**2)
        w -= 0.01 * np.mean(2 * X[rows] * error)
    true_losses.append(total / 32)

# %% find_the_floor.divided-by-another-number
wrong_operator = "//"
batches_in_an_epoch = 16
rng = np.random.RandomState(42)
X = rng.randn(500)
y = 2.5 * X + rng.randn(500) * 0.1
w, true_losses = 0.0, []
for epoch in range(5):
    order = rng.permutation(500)
    total = 0.0
    for first in range(0, 500, 32):
        rows = order[first : first + 32]
        error = w * X[rows] - y[rows]
        total += np.mean(error**2)
        w -= 0.01 * np.mean(2 * X[rows] * error)
    true_losses.append(total / 5)

# %% find_the_floor.one-order-for-all-epochs
wrong_operator = "//"
batches_in_an_epoch = 16
w, true_losses = 0.0, []
for epoch in range(5):
    # Begun anew in every epoch, the generator draws the same order again.
    rng = np.random.RandomState(42)
    x = rng.randn(500)
    y = 2.5 * x + rng.randn(500) * 0.1
    order, losses = rng.permutation(500), []
    for first in range(0, 500, 32):
        rows = order[first : first + 32]
        error = w * x[rows] - y[rows]
        losses.append(np.mean(error**2))
        w = w - 0.01 * np.mean(2 * error * x[rows])
    true_losses.append(np.mean(losses))

# %% find_the_floor.short-batch-left-out
rng = np.random.RandomState(42)
x = rng.randn(500)
y = 2.5 * x + rng.randn(500) * 0.1
w = 0.0
true_losses = []
for epoch in range(5):
    order = rng.permutation(500)
    total = 0.0
    for first in range(0, 480, 32):
        rows = order[first : first + 32]
        error = w * x[rows] - y[rows]
        total += np.mean(error**2)
        w = w - 0.01 * np.mean(2 * x[rows] * error)
    true_losses.append(total / 15)
wrong_operator = "//"
batches_in_an_epoch = 16

# %% find_the_floor.value-none
def article_program(epochs):
    rng = np.random.RandomState(42)
    x = rng.randn(500)
    y = 2.5 * x + rng.randn(500) * 0.1
    w = 0.0
    for epoch in range(epochs):
        order = rng.permutation(500)
        total = 0.0
        for first in range(0, 500, 32):
            rows = order[first : first + 32]
            error = w * x[rows] - y[rows]
            total += np.mean(error**2)
            w = w - 0.01 * np.mean(2 * x[rows] * error)
        print(f"epoch {epoch + 1}: w = {w:.4f}, loss = {total / 16:.4f}")

wrong_operator = "//"
batches_in_an_epoch = 16
true_losses = article_program(5)
