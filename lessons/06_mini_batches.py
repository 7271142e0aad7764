# %% [markdown]
# # Lesson 6: Mini-batches
#
# *About 75 minutes. You need: a little Python with NumPy, and what a gradient is (lessons 1 and
# 3; the formulas are repeated here).*
#
# You will be able to
#
# - say what batch, stochastic and mini-batch descent have in common and where they differ;
# - say what a step costs, what an epoch costs, and how noisy a gradient is;
# - write mini-batch descent, with fresh shuffling and a short last batch;
# - explain why a walk with a constant rate hovers above the lowest point, and how to get lower;
# - count, instead of guess, which batch size reaches a loss first;
# - find two small mistakes that turn every printed loss into a whole number.

# %%
import random

import numpy as np

from course import check, descent, figures, predict, quick, reveal
from course.data import five_points, noisy_line
from course.explorers import explore_batches
from course.landscapes import squared_error

# %% [markdown]
# ## Ask all, or ask a few?
#
# You want to know what a town thinks. You can ask everybody: exact, but slow. You can ask one
# person: quick, but who knows whom you met. Or you ask 32 people, chosen by lot.
#
# Gradient descent has the same choice. Each training **example** says which way the weights should
# go. The gradient is the mean of what all examples say. Must we ask all of them before each step?

# %% [markdown]
# ## The task
#
# Here are 200 points. We want the line $w \cdot x + b$ that fits them best. For one example with
# error $e = w x + b - y$, the loss is $e^2$ and its two slopes are
#
# $$\frac{\partial e^2}{\partial w} = 2\,e\,x \qquad\qquad \frac{\partial e^2}{\partial b} = 2\,e$$
#
# The loss of the whole data is the **mean** of all $e^2$. Its gradient is the mean of the slopes.

# %%
data = noisy_line()
x, y, n = data.x, data.y, len(data.y)
loss = squared_error(x, y)
best = loss.minima[0]
lowest = float(loss(best))
start = np.array([0.0, 0.0])
print(f"{n} points. Lowest loss {lowest:.4f}, at w = {best[0]:.4f}, b = {best[1]:.4f}")
full = loss.gradient(start)
print(f"At w = b = 0: loss {loss(start):.4f}, slopes {full[0]:.4f} for w and {full[1]:.4f} for b")

# %%
figures.lines_on_data(
    x,
    y,
    {"start: w = b = 0": (0.0, 0.0), "the best line": tuple(best)},
    x_label="x",
    y_label="y",
    title="200 points, the line we start from and the best one",
)

# %% [markdown]
# ## What single examples say
#
# Let us ask single examples at the start. Every example has its own two slopes.

# %%
error = 0 * x + 0 - y
single = np.column_stack([2 * error * x, 2 * error])
for i in range(4):
    print(f"example {i}: slopes {single[i, 0]:9.4f} for w, {single[i, 1]:9.4f} for b")
everybody = single.mean(axis=0)
print(f"mean of all {n}:   {everybody[0]:9.4f} for w, {everybody[1]:9.4f} for b")

# %% [markdown]
# The four do not agree, but the mean of all 200 is exactly the gradient. So an example drawn by
# lot is wrong by chance, not in any one direction. Such a guess is called **unbiased**.
#
# How far off is one example, typically? We take the root of the mean squared distance between a
# single example's gradient and the true one, and call it the **noise**.

# %%
noise_of_one = np.sqrt(np.mean(np.sum((single - full) ** 2, axis=1)))
print(f"length of the gradient: {np.linalg.norm(full):.3f}")
print(f"noise of one example:   {noise_of_one:.3f}")

# %%
predict(
    "noise-of-32",
    "That is more than the gradient itself. Now take the mean of 32 examples. The noise is …",
    {"32 times smaller": "", "about 6 times smaller": "", "about the same": ""},
)

# %%
rng = np.random.default_rng(0)
drawn = [rng.choice(n, size=32, replace=False) for _ in range(10_000)]
means = np.array([single[rows].mean(axis=0) for rows in drawn])
noise_of_32 = np.sqrt(np.mean(np.sum((means - full) ** 2, axis=1)))
print(f"noise of 10,000 batches of 32: {noise_of_32:.2f}")
print(f"their mean: {means.mean(axis=0)[0]:.2f} for w, {means.mean(axis=0)[1]:.2f} for b")
ratio = noise_of_one / noise_of_32
if ratio > 20:
    reveal("noise-of-32", "32 times smaller")
else:
    reveal("noise-of-32", "about 6 times smaller" if ratio > 3 else "about the same")

# %%
figures.gradient_clouds(
    {"single examples": single, "batches of 32": means[:200]},
    full,
    title="What 200 examples say, and what 200 batches of 32 say",
)

# %% [markdown]
# ## The square-root rule
#
# The noise of a mean falls like $1/\sqrt{m}$, where $m$ is the batch size. **Half the noise costs
# four times the work.** That is a bad bargain, and it is why large batches pay less and less.
#
# Here it is even a little less than that rule says. A batch holds no example twice, so it cannot
# miss as badly: noise $= \dfrac{\sigma}{\sqrt{m}} \sqrt{\dfrac{n - m}{n - 1}}$, where $\sigma$ is
# the noise of one example. At $m = n$ nothing is left to chance, and the noise is 0.


# %%
def noise(m):
    return noise_of_one / np.sqrt(m) * np.sqrt((n - m) / (n - 1))


print(f"σ/√32 = {noise_of_one / np.sqrt(32):.4f}, exact for batches of 32: {noise(32):.4f}")
print(f"σ over that: {noise_of_one / noise(32):.3f}, and √32 = {np.sqrt(32):.3f}")
print(f"exact for a batch of all {n}: {noise(n):.4f}")

# %%
sizes = [1, 2, 4, 8, 16, 32, 64, 128]
measured = []
for m in sizes:
    means = np.array([single[rng.choice(n, m, replace=False)].mean(axis=0) for _ in range(2000)])
    measured.append(np.sqrt(np.mean(np.sum((means - full) ** 2, axis=1))))
figures.gradient_noise(sizes, [noise(m) for m in sizes], measured, title="Noise and batch size")

# %% [markdown]
# ## Three names for one dial
#
# Let $n$ be the number of examples, $d$ the number of weights and $m$ the **batch size**. One pass
# over all examples is an **epoch**.
#
# | name | batch size | a step costs | steps in an epoch | an epoch costs |
# |---|---|---|---|---|
# | batch (or full batch) | $n$ | $O(n \cdot d)$ | 1 | $O(n \cdot d)$ |
# | mini-batch | $m$ | $O(m \cdot d)$ | $n/m$, rounded up | $O(n \cdot d)$ |
# | stochastic (SGD) | 1 | $O(d)$ | $n$ | $O(n \cdot d)$ |
#
# Read $O(m \cdot d)$ as "grows like $m$ times $d$". Now look at the last column. **An epoch costs
# the same arithmetic whatever the batch size**: the slopes of every example, once. What you buy
# with small batches is more steps for it.
#
# (The table counts a linear model. For a network, each example costs one way forward and back
# through it. Moving the weights costs $O(d)$ more in each step, little unless batches are tiny.)

# %%
predict(
    "a-million",
    "One million images, batches of 256. How many updates make one epoch?",
    {"256": "", "3906": "", "3907": "", "1,000,000": ""},
)

# %%
images = 1_000_000
for m in [images, 256, 32, 1]:
    full_ones, rest = divmod(images, m)
    updates = full_ones + (rest > 0)
    print(f"batch size {m:9,}: {updates:9,} updates; images in the last batch: {rest or m:,}")
    if m == 256:
        in_an_epoch = str(updates)
reveal("a-million", in_an_epoch)

# %% [markdown]
# 256 does not divide a million. The images left over make one more batch, a **short last batch**.
# It is easily forgotten, and you will meet it again below.

# %% [markdown]
# ## One epoch
#
# 1. **Shuffle**: draw a fresh random order of the row numbers, new in every epoch.
# 2. **Cut** the order into batches. The last one may be short.
# 3. **Step** after every batch, with the gradient of that batch alone.
#
# Here are steps 1 and 2, twice, for 10 rows and batches of 4.

# %%
rng = np.random.default_rng(4)
for epoch in [1, 2]:
    order = rng.permutation(10)
    print(f"epoch {epoch}: ", order[:4].tolist(), order[4:8].tolist(), order[8:].tolist())

# %% [markdown]
# Every row comes once in each epoch, and each epoch has another order. (In textbooks, stochastic
# descent often draws every example anew from all of them. Shuffling is what programs do.) We
# shuffle row *numbers*, and take `x[rows]` and `y[rows]` with the same ones: each $x$ keeps its
# own $y$.
#
# Step 3, for the first batch of the last epoch above, from $w = b = 0$ with rate 0.1. The errors
# are worked out once, before either weight moves, and the mean goes over **this batch's own
# length**.

# %%
rows = order[:4]
w = b = 0.0
error = w * x[rows] + b - y[rows]
slope_w = 2 * np.sum(error * x[rows]) / len(rows)
slope_b = 2 * np.sum(error) / len(rows)
print(f"rows {rows.tolist()} of our data")
print(f"slopes of the batch: {slope_w:.4f} for w, {slope_b:.4f} for b")
w, b = w - 0.1 * slope_w, b - 0.1 * slope_b
print(f"after the step: w = {w:.4f}, b = {b:.4f}")

# %% [markdown] exercise="sgd_epochs" part="statement"
# ### Exercise 1: mini-batch descent
#
# Write `sgd_epochs(x, y, batch_size, lr, epochs, rng)`. It fits $w \cdot x + b$ from $w = b = 0$:
#
# - in each epoch, draw a **fresh** order of the rows from `rng`, a NumPy generator;
# - cut it into batches of `batch_size` rows; only the last may be shorter, and no row is left out;
# - for each batch, take one step of rate `lr` with that batch's gradient (factor 2, mean over the
#   batch's own length), both slopes from the same errors;
# - on the way, add up the squared errors of the epoch, each batch's **before** its step.
#
# Return a dictionary:
#
# - `"w"`, `"b"`: the weights at the end, two numbers;
# - `"losses"`: for each epoch, the squared errors that it saw, divided by the number of rows;
# - `"batches"`: for each epoch, the list of its batches; each is an array of row numbers.
#
# The inputs `x` and `y` are arrays of shape `(n,)` and must not change. They may hold whole
# numbers: `np.array([8, 6])`. Write it with NumPy alone, without `course`.
#
# With all rows in one batch, the order makes no difference to the fit. So this must come out,
# rounded here to four digits (your row numbers may stand in another order):
#
# ```python
# sgd_epochs(np.array([0, 1, 2]), np.array([1, 3, 5]), 3, 0.1, 2, np.random.default_rng(2))
# # {"w": 1.3244, "b": 0.9067, "losses": [11.6667, 3.2074], "batches": [[[2, 0, 1]], [[2, 1, 0]]]}
# ```
#
# <details><summary>Hint 1</summary>
#
# Two loops, one in the other. What is drawn, emptied or set to zero once for each epoch stands
# between the two `for` lines. What happens for each batch stands in the inner loop.
#
# </details>
# <details><summary>Hint 2</summary>
#
# `range(0, n, batch_size)` counts where the batches begin. A slice that reaches beyond the end of
# an array simply ends there, so the short batch needs no `if`.
#
# </details>
# <details><summary>Hint 3</summary>
#
# `rng.permutation(n)` gives a new array each time. If you shuffle one array in place instead, the
# slices that you kept change with it: keep copies.
#
# </details>


# %% exercise="sgd_epochs" part="answer"
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    """Fit w·x + b to x and y, both of shape (n,), by mini-batch descent from w = b = 0.

    Return {"w": number, "b": number, "losses": epochs numbers, "batches": lists of index arrays}.
    """
    ### BEGIN SOLUTION
    w = b = 0.0
    losses, batches = [], []
    for _ in range(epochs):
        order = rng.permutation(len(x))
        cuts = [order[i : i + batch_size] for i in range(0, len(x), batch_size)]
        squares = 0.0
        for rows in cuts:
            error = w * x[rows] + b - y[rows]
            squares += np.sum(error**2)
            slope_w = 2 * np.mean(error * x[rows])
            slope_b = 2 * np.mean(error)
            w, b = w - lr * slope_w, b - lr * slope_b
        losses.append(squares / len(x))
        batches.append(cuts)
    return {"w": w, "b": b, "losses": losses, "batches": batches}
    ### END SOLUTION


# %% exercise="sgd_epochs" part="check"
check("sgd_epochs")

# %% exercise="sgd_epochs" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("sgd_epochs", seed=41057)
### END HIDDEN TESTS

# %% [markdown]
# ## Three walks for the same money
#
# The course's own `descent.descend_batches` does the same, so you can go on even if yours does not
# work yet. Three walks, each of 5 epochs at rate 0.05: each looks at 1000 examples in all.

# %%
predict(
    "same-money",
    "Batches of 200 (all), of 32, and of 1: which walk ends farthest from the lowest point?",
    {"batches of 200": "", "batches of 32": "", "batches of 1": ""},
)

# %%
walks = {}
for m in [200, 32, 1]:
    run = descent.descend_batches(x, y, m, lr=0.05, epochs=5, rng=np.random.default_rng(4))
    walks[f"batches of {m}"] = run.weights
    away = np.linalg.norm(run.weights[-1] - best)
    print(f"batches of {m:3}: {len(run.weights) - 1:4} steps, ends {away:.4f} away")

farthest = max(walks, key=lambda name: np.linalg.norm(walks[name][-1] - best))
reveal("same-money", farthest)

# %% [markdown]
# The full batch takes perfect steps, but only five of them. Single examples take a thousand wild
# ones. Batches of 32 are in between: 35 steps that hardly stagger.
#
# Here are the same walks, and those of seven other shuffles beside each. Every batch size gets the
# same 1000 gradient evaluations.
#
# - Move **batch size**. Which runs reach the goal, and which are there first?
# - With batches of 1, raise the rate. What do the wild steps cost in the end?
# - Give the full batch the rate that suits it best. Does it catch up?

# %%
explore_batches(x, y, seed=4)

# %% [markdown]
# (The picture joins some places of each walk with straight lines; it does not draw every step.)
#
# The three walks above used one rate. To be fair, each batch size should have its own best rate.
# We do that below.

# %% [markdown]
# ## The noise floor
#
# Do wild steps ever come to rest? We let single examples walk for 40 epochs, at three constant
# rates, and the full batch at one.

# %%
predict(
    "floor",
    "Single examples, a constant rate, 40 epochs. In the end the loss of the whole data …",
    {"comes to rest at the lowest value": "", "hovers above it": "", "grows without end": ""},
)

# %%
curves = {}
for m, lr in [(1, 0.1), (1, 0.03), (1, 0.01), (200, 0.1)]:
    run = descent.descend_batches(x, y, m, lr, epochs=40, rng=np.random.default_rng(4))
    above = loss(run.weights[1:]) - lowest
    curves[f"batches of {m}, rate {lr}"] = above.reshape(40, -1).mean(axis=1)

print("above the lowest loss, mean of the last 10 epochs:")
for name, above in curves.items():
    print(f"{name:24} {above[-10:].mean():.4f}")
floor = curves["batches of 1, rate 0.1"][-10:].mean()
if floor > 100:
    reveal("floor", "grows without end")
else:
    reveal("floor", "hovers above it" if floor > 1e-3 else "comes to rest at the lowest value")

# %%
figures.losses(
    curves,
    title="How far above the lowest loss, mean of each epoch",
    x_label="epoch, counted from 0",
    y_label="loss above the lowest",
)

# %% [markdown]
# That level is the **noise floor**. At the lowest point the *mean* of all slopes is zero, but the
# slopes of single examples are not. So each step kicks the weights away again, by rate times
# noise.
#
# A smaller rate makes smaller kicks: **the floor sinks with the rate**. But the walk also gets
# slower. Larger batches lower the floor too, and the full batch has none at all. Or one begins
# fast and ends with a small rate: that is [lesson 8](../08_schedules/08_schedules.ipynb).

# %%
error = best[0] * x + best[1] - y
at_best = np.column_stack([2 * error * x, 2 * error])
print(f"mean slope at the lowest point: {np.abs(at_best.mean(axis=0)).max():.4f}")
print(f"noise of one example there:     {np.sqrt(np.mean(np.sum(at_best**2, axis=1))):.4f}")

# %% [markdown]
# **When there is no floor.** The kicks come from errors that are left over at the lowest point. If
# the model fits *every* example exactly, none are left. Then even single examples come to rest, as
# long as the rate is small enough. Five points that lie exactly on $y = 2x + 1$:

# %%
five = five_points()
run = descent.descend_batches(five.x, five.y, 1, 0.02, epochs=600, rng=np.random.default_rng(4))
w, b = run.weights[-1]
print(f"after 600 epochs: w = {w:.6f}, b = {b:.6f}")

# %% [markdown]
# ## Which batch size is there first?
#
# "Mini-batches are faster" is easily said. Let us count. The same kind of data, now 1000 points.
# The goal is a loss 10 % above the lowest. Cost is counted in **examples looked at** (each one's
# slopes worked out once), and beside it in steps. Both counts are the same on every computer.
#
# To be fair, every batch size may use its own best rate: we try seven rates for each. To depend
# less on chance, we take the mean loss of 8 runs, and ask when it comes down to the goal *and
# stays there* until the run ends.

# %%
many = noisy_line(n=1000)
hill = squared_error(many.x, many.y)
goal = 1.1 * float(hill(hill.minima[0]))
steepest = np.linalg.eigvalsh(hill.curvature(hill.minima[0])).max()
print(f"goal: {goal:.4f}. The full batch diverges at rates above {2 / steepest:.3f}")


def cost(m, lr, runs=8):
    """Return (examples looked at, steps) until the mean loss stays at the goal or below."""
    epochs = max(2, -(-40 * m // 1000))  # two epochs or more, and at least 40 steps
    losses = 0.0
    for seed in range(runs):
        rng = np.random.default_rng(seed)
        run = descent.descend_batches(many.x, many.y, m, lr, epochs, rng)
        with np.errstate(all="ignore"):
            losses = losses + hill(run.weights) / runs
    too_high = np.flatnonzero(~(losses <= goal))
    steps = too_high[-1] + 1
    if steps == len(losses):
        return np.inf, np.inf
    lengths = [len(rows) for batches in run.batches for rows in batches]
    return sum(lengths[:steps]), steps


# %%
predict(
    "fewest-examples",
    "Each at its best rate: which batch size reaches the goal with the fewest examples looked at?",
    {"1": "", "64": "", "1000 (all)": ""},
)

# %%
batch_sizes = [1, 4, 16, 64, 256, 1000]
rates = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0]
costs = np.array([[cost(m, lr) for lr in rates] for m in batch_sizes])
examples, steps = costs[..., 0], costs[..., 1]

print("examples looked at until the goal (– means: not there, or not staying there)")
print("      rate" + "".join(f"{lr:8}" for lr in rates))
for m, counted in zip(batch_sizes, examples, strict=True):
    shown = [f"{count:.0f}" if np.isfinite(count) else "–" for count in counted]
    print(f"batch {m:4}" + "".join(f"{text:>8}" for text in shown))

# %%
choice = examples.argmin(axis=1)
for m, k, counted, taken in zip(batch_sizes, choice, examples, steps, strict=True):
    cheapest = f"{counted[k]:5.0f} examples, {taken[k]:3.0f} steps"
    print(f"batch {m:4}: best rate {rates[k]:4}, {cheapest}")
fewest = {m: counted.min() for m, counted in zip(batch_sizes, examples, strict=True)}
first = min([1, 64, 1000], key=fewest.get)
reveal("fewest-examples", {1: "1", 64: "64", 1000: "1000 (all)"}[first])

# %%
figures.cost_of_batches(
    batch_sizes,
    rates,
    examples,
    steps,
    title="What it costs to come within 10 % of the lowest loss",
)

# %% [markdown]
# Read the right panel. From 1 to 64, the examples grow by little more than half, while the steps
# fall from more than a hundred to 3. From 64 to 1000, the examples grow tenfold, and one step is
# saved. (The small dip is the coarse sweep, and chance.)
#
# **Each batch size has its own best rate.** Larger batches bear larger rates, but only up to the
# bound of lesson 2, 2 over the largest curvature, which no batch size moves.
#
# Which is first on the clock? That depends on how long a step with 64 examples takes, compared
# with a step with one. Many processors work on a whole batch at once, so it is often hardly
# longer. That is why 32 to 256 is so common. Where the bend lies depends on the data and on the
# goal.

# %% [markdown]
# ## What goes wrong
#
# **No shuffling.** Files are often sorted, by price for example. A walk through sorted rows ends
# each epoch with a long stretch of large $y$, and the line is pulled up. The next cell sorts the
# 200 points by $y$ and compares the loss at the ends of the last 30 of 60 epochs.

# %%
by_y = np.argsort(y)


class FileOrder:
    """Stands in for a generator, but leaves the rows as they are."""

    def permutation(self, rows):
        return np.arange(rows)


told = [f"the best line has b = {best[1]:.4f}"]
for name, rng in [("sorted file", FileOrder()), ("shuffled", np.random.default_rng(4))]:
    run = descent.descend_batches(x[by_y], y[by_y], 1, lr=0.05, epochs=60, rng=rng)
    above = np.mean(loss(run.weights[::n])[-30:]) - lowest
    told.append(f"{name:11}: {above:.4f} above the lowest loss, last b = {run.weights[-1, 1]:.4f}")
print("\n".join(told))

# %% [markdown]
# **Shuffling $x$ and $y$ apart.** Then no $x$ has its own $y$ any more. Nothing crashes, the loss
# even falls. But the line that comes out knows nothing of $x$: its slope is far too small, and $b$
# is about the mean of all $y$.

# %%
rng = np.random.default_rng(4)
torn = rng.permutation(n)
run = descent.descend_batches(x[torn], y, 32, lr=0.1, epochs=20, rng=rng)
w, b = run.weights[-1]
print(f"x and y shuffled apart: w = {w:.4f}, b = {b:.4f}; the mean of all y is {y.mean():.4f}")
print(f"epoch losses: {run.epoch_losses[0]:.2f}, …, {run.epoch_losses[-1]:.2f}")
run = descent.descend_batches(x, y, 32, lr=0.1, epochs=20, rng=rng)
w, b = run.weights[-1]
print(f"kept together:          w = {w:.4f}, b = {b:.4f}")
print(f"epoch losses: {run.epoch_losses[0]:.2f}, …, {run.epoch_losses[-1]:.2f}")

# %% [markdown]
# ## What the articles got wrong
#
# This course grows from five articles. One of them fits $y = 2.5x$ (plus a little noise) to 500
# points, with one weight, batches of 32, rate 0.01 and 5 epochs. It prints
#
# | epoch | weight | loss |
# |---|---|---|
# | 1 | 2.2193 | 0.0000 |
# | 2 | 2.4021 | 0.0000 |
# | 3 | 2.4734 | 0.0000 |
# | 4 | 2.4921 | 0.0000 |
# | 5 | 2.4978 | 0.0000 |
#
# and says that the model *found the true weight of 2.5*. Let us see.

# %%
predict(
    "article",
    "The same program, really run: where is the weight after 5 epochs (80 updates)?",
    {"near 2.5, as printed": "", "well below 2.5": "", "above 2.5": ""},
)


# %%
def article_program(epochs, tell=print):
    """Fit y = w·x as the article does; tell each epoch's line; return the last weight."""
    rng = np.random.RandomState(42)  # what np.random.seed(42) sets
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
        tell(f"epoch {epoch + 1}: w = {w:.4f}, loss = {total // (500 // 32):.4f}")
    return w


w = article_program(epochs=5)
if abs(w - 2.5) < 0.05:
    reveal("article", "near 2.5, as printed")
else:
    reveal("article", "well below 2.5" if w < 2.5 else "above 2.5")

# %% [markdown]
# The weights are not the article's, nor are the first three losses: its table was not printed by
# its program. And 80 updates are too few. The slope is about $2 (w - 2.5)$ here, since the mean of
# $x^2$ is near 1. So each update leaves about 0.98 of the distance to go.
#
# With more epochs the weight settles, but at the best weight *for these 500 points*, which is not
# 2.5 exactly: the points carry noise.

# %%
settling = {epochs: article_program(epochs, tell=lambda line: None) for epochs in [5, 10, 20]}
print(f"0.98 to the power of 80: {0.98**80:.4f}")
for epochs, w in settling.items():
    print(f"after {epochs:2} epochs: w = {w:.4f}")
drawn = np.random.RandomState(42)
inputs = drawn.randn(500)
targets = 2.5 * inputs + drawn.randn(500) * 0.1
print(f"the best weight for these points: {inputs @ targets / (inputs @ inputs):.10f}")

# %% [markdown]
# Now look at the losses that the program really prints. Only whole numbers? The line that begins
# with `tell` has **two** mistakes.

# %% [markdown] exercise="find_the_floor" part="statement"
# ### Exercise 2: find the floor
#
# Here is the line once more: `total` is the sum of the losses of all batches of the epoch.
#
# ```python
# tell(f"epoch {epoch + 1}: w = {w:.4f}, loss = {total // (500 // 32):.4f}")
# ```
#
# Copy the program from the cell above, repair it, and set three values:
#
# - `wrong_operator`: the operator in that line that turns the losses into whole numbers, as it
#   stands there and in quotation marks, such as `"+"`;
# - `batches_in_an_epoch`: how many batches (and so, updates) an epoch has;
# - `true_losses`: what the line should have shown: for each of the 5 epochs the **mean of its
#   batch losses**, each batch counted once. Five numbers, at least four digits after the point.
#
# <details><summary>Hint 1</summary>
#
# What does Python answer to `7 / 2`, and what to `7 // 2`?
#
# </details>
# <details><summary>Hint 2</summary>
#
# How many numbers are added to `total` in an epoch? Let the program count them, or count the
# starts: 0, 32, 64, …, 480.
#
# </details>

# %% exercise="find_the_floor" part="answer"
### BEGIN SOLUTION
wrong_operator = "//"

generator = np.random.RandomState(42)
inputs = generator.randn(500)
targets = 2.5 * inputs + generator.randn(500) * 0.1
weight, true_losses = 0.0, []
for _ in range(5):
    order = generator.permutation(500)
    batch_losses = []
    for first in range(0, 500, 32):
        rows = order[first : first + 32]
        error = weight * inputs[rows] - targets[rows]
        batch_losses.append(np.mean(error**2))
        weight = weight - 0.01 * np.mean(2 * inputs[rows] * error)
    true_losses.append(sum(batch_losses) / len(batch_losses))
batches_in_an_epoch = len(batch_losses)
### END SOLUTION

# %% exercise="find_the_floor" part="check"
check("find_the_floor")

# %% exercise="find_the_floor" part="hidden"
# More checks run here when your work is graded.
### BEGIN HIDDEN TESTS
check("find_the_floor", seed=42099)
### END HIDDEN TESTS

# %% [markdown]
# Both mistakes are silent. The first throws away everything after the point, so that every loss
# below 1 looks perfect. The second leaves the short batch out of the count.
#
# (Even the repaired mean counts the rows of the short batch a little more than the others.
# Exercise 1 divides all squared errors by $n$, and has no such flaw.)

# %% [markdown]
# Another article draws a batch with `random.sample(data, batch_size=32)`. Python knows no such
# argument. It calls it `k`, and it may simply come second.

# %%
row_numbers = list(range(200))
try:
    random.sample(row_numbers, batch_size=32)
except TypeError:
    print("random.sample(data, batch_size=32) stops with a TypeError")
print("random.sample(data, 32) gives", len(random.sample(row_numbers, 32)), "examples")

# %% [markdown]
# And some sentences, put right:
#
# | an article says | what is right |
# |---|---|
# | mini-batch is *much faster than batch* | a step is; an epoch costs the same arithmetic |
# | batch is *surveying the entire landscape* | it uses all data for the slope at one place |
# | SGD *can escape local minima* | only if its noise is large; it can leave good ones, too |
# | sizes of 32 to 256: *everyone* uses them | common; large language models use larger ones |
# | SGD *might never settle* | yes, at a constant rate, unless every example is fitted exactly |
# | BERT: batches of *256 sentences* | 256 **sequences** of up to 512 tokens each |
#
# Escaping takes noise that is large against the hill in between.
# [Lesson 9](../09_when_it_goes_wrong/09_when_it_goes_wrong.ipynb) does the experiment.
#
# BERT is a language model. One of its sequences usually holds several sentences; a token is a word
# or a piece of one. The article sets those 256 beside 3.3 billion, but these are words:

# %%
print(f"words to learn from: 0.8 billion + 2.5 billion = {0.8 + 2.5:.1f} billion")
print(f"tokens in one batch: up to 256 · 512 = {256 * 512:,}")

# %% [markdown]
# ## In one formula
#
# $$w \leftarrow w - \text{lr} \cdot \frac{1}{m} \sum_{i \,\in\, \text{batch}} \nabla f_i(w)
# \qquad\text{with noise about}\qquad \frac{\sigma}{\sqrt{m}}$$
#
# A step for every batch of $m$ examples, all batches of a fresh shuffle in every epoch; here $f_i$
# is the loss of example $i$, and $\sigma$ the noise of one example.

# %% [markdown]
# ## Quick check
#
# Click the answer you would give: each one is explained.

# %%
quick(
    "quick-1",
    "1000 examples, batches of 300. How many steps make one epoch?",
    {
        "3": "100 examples are left over after three full batches, and they count too.",
        "4": "Three full batches and a short one of 100.",
        "1": "That is full batch descent, with all 1000 at once.",
    },
    right="4",
)

# %%
quick(
    "quick-2",
    "You want a gradient with half the noise. The batch must be about …",
    {
        "twice as large": "That makes the noise only about 1.4 times smaller, the square root "
        "of 2.",
        "four times as large": "The noise falls like one over the square root of the batch size.",
        "half as large": "Fewer examples make more noise.",
    },
    right="four times as large",
)

# %%
quick(
    "quick-3",
    "Your loss falls, then wobbles at one level for many epochs. The rate is constant. Try …",
    {
        "a smaller rate, or larger batches": "If it is the noise floor, both lower it, and the "
        "loss sinks further.",
        "more epochs at the same rate": "At the floor, steps gain nothing on average, and the "
        "level stays.",
        "no shuffling": "That puts the rows in an order that may pull the weights to one side.",
    },
    right="a smaller rate, or larger batches",
)

# %%
quick(
    "quick-4",
    "The last batch has 8 rows instead of 32. Its gradient is the sum of 8 slopes divided by …",
    {
        "32": "These 8 rows would then count for only a quarter of what the others do.",
        "8": "Each batch takes the mean over its own length.",
        "the number of all rows": "That makes every step of a small batch tiny.",
    },
    right="8",
)

# %% [markdown]
# ## Where it is used
#
# Nearly every neural network is trained with mini-batches: image recognisers, translators,
# language models. There the data often do not fit into memory at once, and a pass over all of them
# for each step would take far too long. For small problems with few weights, the full batch is
# often the better choice: no floor, and nothing to shuffle.
#
# ## Words for your glossary
#
# All words and signs of the course, with their other names: [notation](../../docs/notation.md).
#
# - **example**: one row of the data, an input with its target. Also called *sample*.
# - **batch**: the examples that one step looks at. **Batch size** $m$: how many they are.
# - **full batch**, **mini-batch**, **stochastic** gradient descent: all examples in a step, some,
#   one. Many people say *SGD* for mini-batches too.
# - **epoch**: one pass over all examples.
# - **noise** of a gradient: how far a batch's gradient is typically from that of all examples.
# - **unbiased**: wrong by chance, but right on average.
# - **noise floor**: the level above the lowest loss at which a walk with a constant rate hovers.
#
# Next: [Lesson 4, linear regression](../04_linear_regression/04_linear_regression.ipynb). A line
# through points, by hand and by machine, and what a formula can do that descent cannot.
