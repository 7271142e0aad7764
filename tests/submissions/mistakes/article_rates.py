# Wrong answers: each cell is named by the mistake that the check must name.

# %% article_rates.believed-the-article
small_row = (2.6901, 1.741764)
middle_row = (3.9988, 0.000000)
large_row = (3.4142, 0.341444)
one_step_rate = 0.5

# %% article_rates.one-step-too-few
def walk(lr):
    w = -1.0
    for _ in range(1, 50):
        w = w - lr * 2 * (w - 4)
    return w, (w - 4)**2 + 2
small_row, middle_row, large_row = walk(0.01), walk(0.1), walk(0.9)
one_step_rate = 0.5

# %% article_rates.one-step-too-many
def walk(lr):
    w = -1.0
    for _ in range(51):
        w = w - lr * 2 * (w - 4)
    return w, (w - 4)**2 + 2
small_row, middle_row, large_row = walk(0.01), walk(0.1), walk(0.9)
one_step_rate = 0.5

# %% article_rates.swapped
def walk(lr):
    w = -1.0
    for _ in range(50):
        w = w - lr * 2 * (w - 4)
    return (w - 4)**2 + 2, w
small_row, middle_row, large_row = walk(0.01), walk(0.1), walk(0.9)
one_step_rate = 0.5

# %% article_rates.loss-without-the-floor
def walk(lr):
    w = -1.0
    for _ in range(50):
        w = w - lr * 2 * (w - 4)
    return w, (w - 4)**2
small_row, middle_row, large_row = walk(0.01), walk(0.1), walk(0.9)
one_step_rate = 0.5

# %% article_rates.half-the-slope
def walk(lr):
    w = -1.0
    for _ in range(50):
        w = w - lr * (w - 4)
    return w, (w - 4)**2 + 2
small_row, middle_row, large_row = walk(0.01), walk(0.1), walk(0.9)
one_step_rate = 0.5

# %% article_rates.start-at-zero
def walk(lr):
    w = 0.0
    for _ in range(50):
        w = w - lr * 2 * (w - 4)
    return w, (w - 4)**2 + 2
small_row, middle_row, large_row = walk(0.01), walk(0.1), walk(0.9)
one_step_rate = 0.5

# %% article_rates.weight-only
def walk(lr):
    w = -1.0
    for _ in range(50):
        w = w - lr * 2 * (w - 4)
    return w
small_row, middle_row, large_row = walk(0.01), walk(0.1), walk(0.9)
one_step_rate = 0.5

# %% article_rates.limit-for-one-step
def walk(lr):
    w = -1.0
    for _ in range(50):
        w = w - lr * 2 * (w - 4)
    return w, (w - 4)**2 + 2
small_row, middle_row, large_row = walk(0.01), walk(0.1), walk(0.9)
one_step_rate = 1

# %% article_rates.curvature-for-rate
small_row = (4 - 5 * 0.98**50, 2 + 25 * 0.98**100)
middle_row = large_row = (4 - 5 * 0.8**50, 2 + 25 * 0.8**100)
one_step_rate = 2.0

# %% ?
small_row = (4.0, 2.0)
middle_row = (4.0, 2.0)
large_row = (4.0, 2.0)
one_step_rate = 0.5

# %% ?
small_row = 5.315489
middle_row = 2.0
large_row = 2.0
one_step_rate = "0.5"

# %% article_rates.other-number-of-steps
def walk(lr):
    w = -1.0
    for _ in range(20):
        w = w - lr * 2 * (w - 4)
    return w, (w - 4)**2 + 2
small_row, middle_row, large_row = walk(0.01), walk(0.1), walk(0.9)
one_step_rate = 0.5

# %% article_rates.uphill
def walk(lr):
    w = -1.0
    for _ in range(50):
        w = w + lr * 2 * (w - 4)
    return w, (w - 4)**2 + 2
small_row, middle_row, large_row = walk(0.01), walk(0.1), walk(0.9)
one_step_rate = 0.5

# %% article_rates.loss-only
def walk(lr):
    w = -1.0
    for _ in range(50):
        w = w - lr * 2 * (w - 4)
    return (w - 4)**2 + 2
small_row, middle_row, large_row = walk(0.01), walk(0.1), walk(0.9)
one_step_rate = 0.5

# %% article_rates.where-it-would-end
small_row = (4.0, 2.0)
middle_row = (4.0, 2.0)
large_row = (4.0, 2.0)
one_step_rate = 0.5

# %% article_rates.where-it-would-end
small_row = (4 - 5 * 0.98**50, 2 + 25 * 0.98**100)
middle_row = large_row = (4, 2)
one_step_rate = 0.5

# %% article_rates.distance-for-rate
small_row = (4 - 5 * 0.98**50, 2 + 25 * 0.98**100)
middle_row = large_row = (4 - 5 * 0.8**50, 2 + 25 * 0.8**100)
one_step_rate = 5

# %% article_rates.too-few-digits
small_row = (2.18, 5.32)
middle_row = (3.9999, 2.0000)
large_row = (3.9999, 2.0000)
one_step_rate = 0.5

# %% article_rates.believed-the-article
small_row = (2.1792, 5.3155)
middle_row = (3.9999, 2.0000)
large_row = (3.4142, 0.341444)
one_step_rate = 0.5

# %% article_rates.believed-the-article + article_rates.limit-for-one-step
small_row = (2.6901, 1.741764)
middle_row = (3.9988, 0.000000)
large_row = (3.4142, 0.341444)
one_step_rate = 1.0

# %% article_rates.value-missing
small_row = (2.1792, 5.3155)
one_step_rate = 0.5

# %% ?
small_row = (2.1792, 5.3155)
middle_row = (1, 1)
large_row = "hello"
one_step_rate = 0.5

# %% ?
small_row = (7.77, 7.77)
middle_row = (7.77, 7.77)
large_row = (7.77, 7.77)
one_step_rate = 7.77

# %% ?
small_row = 7.77
middle_row = 7.77
large_row = 7.77
one_step_rate = 0.5
