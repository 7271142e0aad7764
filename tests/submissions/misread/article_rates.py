# Wrong answers that are close to a known mistake, but are another: the label must not be told.

# %% article_rates.believed-the-article
# The article's weights, with their true losses.
small_row = (2.6901, (2.6901 - 4)**2 + 2)
middle_row = (3.9988, (3.9988 - 4)**2 + 2)
large_row = (3.4142, (3.4142 - 4)**2 + 2)
one_step_rate = 0.5

# %% article_rates.one-step-too-few
# Five steps too few.
def walk(lr):
    w = -1.0
    for _ in range(45):
        w = w - lr * 2 * (w - 4)
    return w, (w - 4)**2 + 2
small_row, middle_row, large_row = walk(0.01), walk(0.1), walk(0.9)
one_step_rate = 0.5

# %% article_rates.swapped
# One row in another order, with another number in it.
small_row = (5.3155, 2.0)
middle_row = large_row = (3.9999, 2.0)
one_step_rate = 0.5

# %% article_rates.weight-only
# One number, but no weight.
small_row = middle_row = large_row = 3.0
one_step_rate = 0.5

# %% article_rates.loss-without-the-floor
# The loss is off by 1, not by 2.
small_row = (2.1792, 4.3155)
middle_row = large_row = (3.9999, 1.0)
one_step_rate = 0.5

# %% article_rates.too-few-digits
# Near, but not rounded.
small_row = (2.1, 5.2)
middle_row = large_row = (3.9999, 2.0)
one_step_rate = 0.5
