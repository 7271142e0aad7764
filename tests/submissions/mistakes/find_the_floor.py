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
