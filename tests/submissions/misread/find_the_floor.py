# Wrong answers: each cell is named by the mistake that the check must not name.

# %% find_the_floor.as-printed
wrong_operator = "//"
batches_in_an_epoch = 16
true_losses = [4.0, 2.0, 1.0, 1.0, 0.0]

# %% find_the_floor.believed-the-article
wrong_operator = "//"
batches_in_an_epoch = 16
true_losses = [0.1, 0.1, 0.1, 0.1, 0.1]

# %% find_the_floor.too-few-digits
wrong_operator = "//"
batches_in_an_epoch = 16
true_losses = [4.6, 2.5, 1.4, 0.8, 0.5]

# %% find_the_floor.short-batch-not-counted
wrong_operator = "//"
batches_in_an_epoch = 17
true_losses = [4.526695, 2.448542, 1.325966, 0.718930, 0.392670]

# %% find_the_floor.repaired-operator
wrong_operator = "%"
batches_in_an_epoch = 16
true_losses = [4.526695, 2.448542, 1.325966, 0.718930, 0.392670]

# %% find_the_floor.part-of-a-batch
wrong_operator = "//"
batches_in_an_epoch = 16
true_losses = [4.6, 2.5, 1.36, 0.74, 0.41]
