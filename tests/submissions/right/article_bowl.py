# Right answers, each in another dress: one cell, one whole answer.

# %% the walk
w = np.array([8.0, 6.0])
losses = [np.sum((w - [3, -1]) ** 2)]
for _ in range(30):
    w = w - 0.1 * 2 * (w - [3, -1])
    losses.append(np.sum((w - [3, -1]) ** 2))
true_loss_1, true_loss_10, true_loss_19, true_loss_28 = losses[1], losses[10], losses[19], losses[28]
true_final = w

# %% by hand
true_loss_1 = 74 * 0.64
true_loss_10 = 74 * 0.64**10
true_loss_19 = 74 * 0.64**19
true_loss_28 = 74 * 0.64**28
true_final = (3 + 5 * 0.8**30, -1 + 7 * 0.8**30)

# %% four digits
true_loss_1 = 47.36
true_loss_10 = 0.8532
true_loss_19 = 0.01537
true_loss_28 = 0.0002769
true_final = [3.0062, -0.9913]

# %% two weights by name
w1, w2 = 8.0, 6.0
found = {}
for step in range(1, 31):
    w1, w2 = w1 - 0.1 * 2 * (w1 - 3), w2 - 0.1 * 2 * (w2 + 1)
    found[step] = (w1 - 3) ** 2 + (w2 + 1) ** 2
true_loss_1 = found[1]
true_loss_10 = found[10]
true_loss_19 = found[19]
true_loss_28 = found[28]
true_final = (w1, w2)

# %% float32
w = np.array([8.0, 6.0], dtype=np.float32)
low = np.array([3.0, -1.0], dtype=np.float32)
path = [w]
for _ in range(30):
    path.append(path[-1] - np.float32(0.2) * (path[-1] - low))
loss = lambda w: (w[0] - 3) ** 2 + (w[1] + 1) ** 2
true_loss_1, true_loss_10, true_loss_19, true_loss_28 = (loss(path[i]) for i in (1, 10, 19, 28))
true_final = path[30]

# %% sequential updates are the same here
w1, w2, losses = 8.0, 6.0, [74.0]
for _ in range(30):
    w1 -= 0.2 * (w1 - 3)
    w2 -= 0.2 * (w2 + 1)
    losses.append((w1 - 3) ** 2 + (w2 + 1) ** 2)
true_loss_1, true_loss_10, true_loss_19, true_loss_28 = losses[1::9]
true_final = np.array([w1, w2])

# %% all steps at once
t = np.arange(31)[:, None]
path = np.array([3, -1]) + 0.8**t * np.array([5, 7])
all_losses = np.einsum("ti,ti->t", path - [3, -1], path - [3, -1])
true_loss_1 = all_losses[1]
true_loss_10 = all_losses[10]
true_loss_19 = all_losses[19]
true_loss_28 = all_losses[28]
true_final = list(path[-1])

# %% measured slopes
def loss(w):
    return (w[0] - 3) ** 2 + (w[1] + 1) ** 2

def slopes(w, h=1e-4):
    return np.array([(loss(w + e) - loss(w - e)) / (2 * h) for e in h * np.eye(2)])

path = [np.array([8.0, 6.0])]
for _ in range(30):
    path.append(path[-1] - 0.1 * slopes(path[-1]))
true_loss_1, true_loss_10 = loss(path[1]), loss(path[10])
true_loss_19, true_loss_28 = loss(path[19]), loss(path[28])
true_final = path[-1]

# %% with the lesson's own walk
from course import descent
from course.landscapes import bowl
walk = descent.descend(bowl, start=[8.0, 6.0], lr=0.1, steps=30)
true_loss_1, true_loss_10, true_loss_19, true_loss_28 = walk.losses[[1, 10, 19, 28]]
true_final = walk.final

# %% fractions
from fractions import Fraction
part = Fraction(16, 25)
true_loss_1, true_loss_10, true_loss_19, true_loss_28 = (74 * part**t for t in (1, 10, 19, 28))
true_final = [3 + 5 * Fraction(4, 5) ** 30, -1 + 7 * Fraction(4, 5) ** 30]
