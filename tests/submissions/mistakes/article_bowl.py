# Wrong answers: each cell is named by the mistake that the check must name.

# %% article_bowl.believed-the-article
true_loss_1 = 48.4000
true_loss_10 = 1.4788
true_loss_19 = 0.1394
true_loss_28 = 0.0039
true_final = (3.0089, -0.9881)

# %% article_bowl.loss-at-the-printed-weights
def loss(w1, w2):
    return (w1 - 3) ** 2 + (w2 + 1) ** 2

true_loss_1 = loss(7.0, 4.6)
true_loss_10 = loss(3.9475, 0.1934)
true_loss_19 = loss(3.1994, -0.7235)
true_loss_28 = loss(3.0421, -0.9413)
true_final = (3 + 5 * 0.8**30, -1 + 7 * 0.8**30)

# %% article_bowl.one-step-too-few
w1, w2, losses = 8.0, 6.0, []
for step in range(30):
    losses.append((w1 - 3) ** 2 + (w2 + 1) ** 2)
    w1, w2 = w1 - 0.2 * (w1 - 3), w2 - 0.2 * (w2 + 1)
true_loss_1, true_loss_10, true_loss_19, true_loss_28 = losses[0], losses[9], losses[18], losses[27]
true_final = (w1, w2)

# %% article_bowl.one-step-too-few
path = [np.array([8.0, 6.0])]
for step in range(29):
    path.append(path[-1] - 0.2 * (path[-1] - [3, -1]))
losses = [np.sum((w - [3, -1]) ** 2) for w in path]
true_loss_1, true_loss_10, true_loss_19, true_loss_28 = losses[1], losses[10], losses[19], losses[28]
true_final = path[-1]

# %% article_bowl.one-step-too-many
w1, w2, losses = 8.0, 6.0, []
for step in range(30):
    w1, w2 = w1 - 0.2 * (w1 - 3), w2 - 0.2 * (w2 + 1)
    losses.append((w1 - 3) ** 2 + (w2 + 1) ** 2)
true_loss_1, true_loss_10, true_loss_19, true_loss_28 = losses[1], losses[10], losses[19], losses[28]
true_final = (w1, w2)

# %% article_bowl.where-it-would-end
true_loss_1 = 74 * 0.64
true_loss_10 = 74 * 0.64**10
true_loss_19 = 74 * 0.64**19
true_loss_28 = 74 * 0.64**28
true_final = [3, -1]

# %% article_bowl.final-swapped
true_loss_1 = 74 * 0.64
true_loss_10 = 74 * 0.64**10
true_loss_19 = 74 * 0.64**19
true_loss_28 = 74 * 0.64**28
true_final = (-1 + 7 * 0.8**30, 3 + 5 * 0.8**30)

# %% article_bowl.final-loss
true_loss_1 = 74 * 0.64
true_loss_10 = 74 * 0.64**10
true_loss_19 = 74 * 0.64**19
true_loss_28 = 74 * 0.64**28
true_final = 74 * 0.64**30

# %% article_bowl.one-weight-only
true_loss_1 = 74 * 0.64
true_loss_10 = 74 * 0.64**10
true_loss_19 = 74 * 0.64**19
true_loss_28 = 74 * 0.64**28
true_final = 3 + 5 * 0.8**30

# %% article_bowl.distance-for-loss
w, away = np.array([8.0, 6.0]), []
for _ in range(30):
    w = w - 0.2 * (w - [3, -1])
    away.append(np.linalg.norm(w - [3, -1]))
true_loss_1, true_loss_10, true_loss_19, true_loss_28 = away[0], away[9], away[18], away[27]
true_final = w

# %% article_bowl.other-loss
w, losses = np.array([8.0, 6.0]), []
for _ in range(30):
    w = w - 0.2 * (w - [3, 1])
    losses.append(np.sum((w - [3, 1]) ** 2))
true_loss_1, true_loss_10, true_loss_19, true_loss_28 = losses[::9]
true_final = w

# %% article_bowl.uphill
w, losses = np.array([8.0, 6.0]), []
for _ in range(30):
    w = w + 0.2 * (w - [3, -1])
    losses.append(np.sum((w - [3, -1]) ** 2))
true_loss_1, true_loss_10, true_loss_19, true_loss_28 = losses[::9]
true_final = w

# %% article_bowl.other-rate
w, losses = np.array([8.0, 6.0]), []
for _ in range(30):
    w = w - 0.1 * (w - [3, -1])
    losses.append(np.sum((w - [3, -1]) ** 2))
true_loss_1, true_loss_10, true_loss_19, true_loss_28 = losses[::9]
true_final = w

# %% article_bowl.too-few-digits
true_loss_1 = 47.4
true_loss_10 = 0.85
true_loss_19 = 0.015
true_loss_28 = 0.0003
true_final = (3.01, -0.99)

# %% article_bowl.believed-the-article
true_loss_1 = 74 * 0.64
true_loss_10 = 74 * 0.64**10
true_loss_19 = 0.1394
true_loss_28 = 74 * 0.64**28
true_final = (3 + 5 * 0.8**30, -1 + 7 * 0.8**30)

# %% article_bowl.zero-for-small
true_loss_1 = 47.36
true_loss_10 = 0.0
true_loss_19 = 0.0
true_loss_28 = 0.0
true_final = (3.0062, -0.9913)

# %% article_bowl.other-start
w, losses = np.array([6.0, 8.0]), []
for _ in range(30):
    w = w - 0.2 * (w - [3, -1])
    losses.append(np.sum((w - [3, -1]) ** 2))
true_loss_1, true_loss_10, true_loss_19, true_loss_28 = losses[::9]
true_final = w

# %% article_bowl.one-step-too-many
true_loss_1 = 74 * 0.64
true_loss_10 = 74 * 0.64**11
true_loss_19 = 74 * 0.64**20
true_loss_28 = 74 * 0.64**28
true_final = (3 + 5 * 0.8**30, -1 + 7 * 0.8**30)

# %% article_bowl.too-few-digits
true_loss_1 = 74 * 0.64
true_loss_10 = 74 * 0.64**10
true_loss_19 = 74 * 0.64**19
true_loss_28 = 0.00028
true_final = (3 + 5 * 0.8**30, -1 + 7 * 0.8**30)

# %% article_bowl.value-missing
true_loss_1 = 74 * 0.64
true_loss_10 = 74 * 0.64**10
true_loss_28 = 74 * 0.64**28
true_final = (3 + 5 * 0.8**30, -1 + 7 * 0.8**30)

# %% article_bowl.one-step-too-few + article_bowl.final-swapped
true_loss_1 = 74
true_loss_10 = 74 * 0.64**9
true_loss_19 = 74 * 0.64**18
true_loss_28 = 74 * 0.64**27
true_final = (-1 + 7 * 0.8**30, 3 + 5 * 0.8**30)

# %% ?
true_loss_1 = 47.36
true_loss_10 = 1.0
true_loss_19 = 0.0
true_loss_28 = 0.0
true_final = "close to (3, -1)"

# %% ?
true_loss_1 = 47.36
true_final = (3.0062, -0.9913)

# %% ?
true_loss_1 = 47.36
true_loss_10 = true_loss_19 = true_loss_28 = 7
true_final = (3.0062, -0.9913)

# %% ?
true_loss_1 = 7.77
true_loss_10 = 74 * 0.64**10
true_loss_19 = 74 * 0.64**19
true_loss_28 = 74 * 0.64**28
true_final = (3 + 5 * 0.8**30, -1 + 7 * 0.8**30)
