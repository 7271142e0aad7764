# Wrong answers: each cell is named by the mistake that the check must name.

# %% article_table.lowest-is-zero
true_final_weight = 3.9424
true_final_loss = 2.0033
lowest_possible_loss = 0

# %% article_table.believed-the-article
true_final_weight = 3.9988
true_final_loss = 0.0000
lowest_possible_loss = 0

# %% article_table.believed-the-article
true_final_weight = 3.9988
true_final_loss = 0
lowest_possible_loss = 2

# %% article_table.one-step-too-few
w = -1.0
for step in range(1, 20):
    w = w - 0.1 * 2 * (w - 4)
true_final_weight = w
true_final_loss = (w - 4) ** 2 + 2
lowest_possible_loss = 2

# %% article_table.one-step-too-many
w = -1.0
for step in range(21):
    w = w - 0.1 * 2 * (w - 4)
true_final_weight = w
true_final_loss = (w - 4) ** 2 + 2
lowest_possible_loss = 2

# %% article_table.where-it-would-end
true_final_weight = 4
true_final_loss = 2
lowest_possible_loss = 2

# %% article_table.loss-without-2
true_final_weight = 3.9424
true_final_loss = (4 - 5 * 0.8**20 - 4) ** 2
lowest_possible_loss = 0

# %% article_table.lowest-on-the-walk
true_final_weight = 3.9424
true_final_loss = 2.0033
lowest_possible_loss = 2.0033

# %% article_table.weight-for-loss
true_final_weight = 3.9424
true_final_loss = 2.0033
lowest_possible_loss = 4

# %% article_table.uphill
w = -1.0
for step in range(20):
    w = w + 0.1 * 2 * (w - 4)
true_final_weight = w
true_final_loss = (w - 4) ** 2 + 2
lowest_possible_loss = 2

# %% article_table.other-rate
w = -1.0
for step in range(20):
    w = w - 0.1 * (w - 4)
true_final_weight = w
true_final_loss = (w - 4) ** 2 + 2
lowest_possible_loss = 2

# %% article_table.too-few-digits
true_final_weight = 3.94
true_final_loss = 2.003
lowest_possible_loss = 2

# %% article_table.too-few-digits
true_final_weight = 3.942
true_final_loss = 2.003
lowest_possible_loss = 2

# %% ?
true_final_weight = 3.8874
true_final_loss = 2.0198
lowest_possible_loss = 2

# %% ?
true_final_weight = "3.9424"
true_final_loss = "2.0033"
lowest_possible_loss = "2"

# %% ?
true_final_weight = 3.9424
true_final_loss = 27
lowest_possible_loss = 2

# %% article_table.too-few-digits
true_final_weight, true_final_loss, lowest_possible_loss = 3.94, 2.00, 2

# %% article_table.other-number-of-steps
w = -1.0
for _ in range(25):
    w = w - 0.1 * 2 * (w - 4)
true_final_weight, true_final_loss, lowest_possible_loss = w, (w - 4) ** 2 + 2, 2

# %% article_table.another-start
w = 1.0
for _ in range(20):
    w = w - 0.1 * 2 * (w - 4)
true_final_weight, true_final_loss, lowest_possible_loss = w, (w - 4) ** 2 + 2, 2

# %% article_table.slope-for-loss
w = -1.0
for _ in range(20):
    w = w - 0.1 * 2 * (w - 4)
true_final_weight, true_final_loss, lowest_possible_loss = w, 2 * (w - 4), 2

# %% article_table.swapped
w = -1.0
for _ in range(20):
    w = w - 0.1 * 2 * (w - 4)
true_final_weight, true_final_loss = (w - 4) ** 2 + 2, w
lowest_possible_loss = 2

# %% article_table.distance-for-weight
true_final_weight = 5 * 0.8**20
true_final_loss = 25 * 0.8**40 + 2
lowest_possible_loss = 2

# %% article_table.decimal-comma
true_final_weight = 3,9424
true_final_loss = 2.0033
lowest_possible_loss = 2

# %% article_table.one-step-too-few
true_final_weight, true_final_loss, lowest_possible_loss = 3.94235392, 2.00519229, 2

# %% article_table.other-number-of-steps
true_final_weight = 3.94235392
true_final_loss = (5 * 0.8**25) ** 2 + 2
lowest_possible_loss = 2

# %% article_table.too-few-digits
w = -1.0
for _ in range(20):
    w = w - 0.1 * 2 * (w - 4)
true_final_weight, true_final_loss, lowest_possible_loss = w, 2.00, 2

# %% article_table.decimal-comma
true_final_weight = 3.9424
true_final_loss = 2.0033
lowest_possible_loss = 2,0000

# %% article_table.changed-places
w = -1.0
for _ in range(20):
    w = w - 0.1 * 2 * (w - 4)
true_final_weight = w
lowest_possible_loss = (w - 4) ** 2 + 2
true_final_loss = 2

# %% article_table.value-of-another
w = -1.0
for _ in range(20):
    w = w - 0.1 * 2 * (w - 4)
true_final_weight = w
true_final_loss = w
lowest_possible_loss = 2

# %% article_table.another-start
w = 0.8
for step in range(20):
    w = w - 0.1 * 2 * (w - 4)
true_final_weight = w
true_final_loss = (w - 4) ** 2 + 2
lowest_possible_loss = 2

# %% article_table.other-number-of-steps
true_final_weight = 4 - 5 * 0.8**16
true_final_loss = (true_final_weight - 4) ** 2 + 2
lowest_possible_loss = 2

# %% article_table.loss-at-the-articles-weight
true_final_weight = 3.9988
true_final_loss = (3.9988 - 4) ** 2 + 2
lowest_possible_loss = 2

# %% article_table.whole-walk
def descend(grad, w0, lr, steps):
    weights = [w0]
    for step in range(steps):
        weights.append(weights[-1] - lr * grad(weights[-1]))
    return weights

true_final_weight = descend(lambda w: 2 * (w - 4), -1.0, 0.1, 20)
true_final_loss = 2.0033
lowest_possible_loss = 2

# %% article_table.walked-on-the-loss
def parabola(w):
    return np.float64(w - 4) * (w - 4) + 2

def descend(grad, w0, lr, steps):
    weights = [w0]
    for step in range(steps):
        weights.append(weights[-1] - lr * grad(weights[-1]))
    return weights

weights = descend(parabola, -1.0, 0.1, 20)
true_final_weight = weights[-1]
true_final_loss = parabola(weights[-1])
lowest_possible_loss = 2
