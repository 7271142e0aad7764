# %% [markdown]
# # Lesson 6: Mini-batches
#
# *About 90 minutes. You need: lessons 2 and 4.*
#
# You will be able to
#
# - say what a step costs, what an epoch costs, and how noisy a gradient is;
# - write mini-batch descent, with fresh shuffling and a short last batch;
# - say where a walk with a constant rate ends when its steps are noisy;
# - count, instead of guessing, which batch size reaches a loss first.

# %%
import numpy as np

from course import (
    built,
    check,
    data,
    descent,
    figures,
    finish,
    landscapes,
    predict,
    quick,
    reveal,
)
from course.explorers import explore_batches, explore_noise

# %% [markdown]
# ## Ask all, or ask a few?
#
# You want to know what a town thinks. Ask everybody: exact, but slow. Ask one: quick, but who
# knows whom you met? Or ask 32, picked at random.
#
# Gradient descent has the same choice. Each **example**, one row of the data, says which way the
# weights should go. The gradient is the mean of it all. Must we ask everybody before every step?
#
# ## The task
#
# Here are the 200 noisy points of lesson 4 again. For one example with error $e = w x + b - y$,
# the loss is $e^2$, and its two slopes are $2\,e\,x$ for $w$ and $2\,e$ for $b$. The loss of the
# whole data is the mean of all $e^2$, and its gradient is the mean of the slopes.

# %%
noisy = data.noisy_line()
x, y, n = noisy.x, noisy.y, 200
loss = landscapes.squared_error(x, y)
best = loss.minima[0]
lowest = loss(best)
full = loss.gradient(np.array([0.0, 0.0]))
print(f"the best line: w = {best[0]:.4f}, b = {best[1]:.4f}, with the lowest loss {lowest:.4f}")
print(f"slopes at w = b = 0: {full[0]:.4f} for w, {full[1]:.4f} for b")

# %% [markdown]
# ## What single examples say
#
# Where both weights are 0, we ask every example for its own two slopes. `np.column_stack`
# makes columns of them.

# %%
start_error = 0 * x + 0 - y
single = np.column_stack([2 * start_error * x, 2 * start_error])
print("the first four examples:")
print(np.round(single[:4], 2))
print("the mean of all 200:", np.round(single.mean(axis=0), 4))

# %% [markdown]
# The four do not agree, but the mean of all 200 is exactly the gradient. So an example that is
# picked at random is wrong by chance, not in any one direction. Such a guess is called
# **unbiased**.
#
# How far off is it, typically? Take the distance between a guess and the gradient, square it, take
# the mean over many guesses, then the root. We call this the **noise**.


# %%
def noise_of(guesses):
    squared_distances = np.sum((guesses - full) ** 2, axis=1)
    return np.sqrt(np.mean(squared_distances))


print(f"length of the gradient: {np.linalg.norm(full):.2f}")
print(f"noise of one example:   {noise_of(single):.2f}")

# %%
predict(
    "noise-of-32",
    "That is more than the gradient itself. Now take the mean of 32 examples. Its noise is …",
    {
        "32 times smaller": "32 times as many were asked. But their errors only partly cancel.",
        "about 6 times smaller": "The noise of a mean falls with the square root of the number of "
        "examples, and the root of 32 is 5.7.",
        "about the same": "The examples disagree in all directions, so in a mean much of it "
        "cancels.",
    },
)

# %%
rng = np.random.default_rng(0)
batch_means = np.zeros((10_000, 2))
for i in range(10_000):
    drawn_rows = rng.choice(n, size=32, replace=False)  # 32 different rows
    batch_means[i] = single[drawn_rows].mean(axis=0)
print(f"noise of 10,000 batches of {len(drawn_rows)}: {noise_of(batch_means):.2f}")
print("their mean:", np.round(batch_means.mean(axis=0), 2))

# %% folded=true
at_zero = np.column_stack([-2 * y * x, -2 * y])
draw = np.random.default_rng(0)
of_32 = [at_zero[draw.choice(n, 32, replace=False)].mean(axis=0) for _ in range(2000)]
ratio = np.linalg.norm(np.std(at_zero, axis=0)) / np.linalg.norm(np.std(of_32, axis=0))
reveal("noise-of-32", ratio > 20, 3 < ratio < 20)

# %% folded=true
figures.gradient_clouds(
    {"single examples": single, f"batches of {len(drawn_rows)}": batch_means[:200]},
    full,
    title=f"What 200 examples say, and what the first 200 batches of {len(drawn_rows)} say",
)

# %% [markdown]
# ## The square-root rule
#
# The noise of a mean falls like $1/\sqrt{m}$, where $m$ is the number of examples in the batch.
# **Half the noise costs four times the work.** That is why large batches pay less and less.
#
# Here it is even a little less than that rule says. A batch holds no example twice, so it cannot
# miss as badly: noise $= \dfrac{\sigma}{\sqrt{m}} \sqrt{\dfrac{n - m}{n - 1}}$, where $\sigma$ is
# the noise of one example. At $m = n$ nothing is left to chance. The next picture compares both
# with batches that were really drawn.

# %% folded=true
sizes = np.array([1, 2, 4, 8, 16, 32, 64, 128])
exact = noise_of(single) / np.sqrt(sizes) * np.sqrt((n - sizes) / (n - 1))
draw = np.random.default_rng(0)
measured = [
    noise_of(
        np.array([single[draw.choice(n, m, replace=False)].mean(axis=0) for _ in range(2000)])
    )
    for m in sizes
]
figures.gradient_noise(sizes, exact, measured, title="Noise and batch size")

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
# Read $O(m \cdot d)$ as "grows like $m$ times $d$". Look at the last column. **An epoch costs
# the same arithmetic whatever the batch size**: the slopes of every example, once. Small batches
# buy you more steps for the same price.

# %%
predict(
    "a-million",
    "One million images, batches of 256. How many steps make one epoch?",
    {
        "256": "That is how many images one step looks at.",
        "3906": "So many full batches there are. But some images are left over, and they count "
        "too.",
        "3907": "3906 full batches, and one short batch with the rest.",
        "1,000,000": "That would be one step for each image, with batches of 1.",
    },
)

# %% [markdown]
# `//` divides and drops the rest; `%` is the rest:

# %%
full_batches, left_over = 1_000_000 // 256, 1_000_000 % 256
print(f"{full_batches} full batches, and {left_over} images are left over")

# %%
million_steps = len(range(0, 1_000_000, 256))
reveal("a-million", *[million_steps == count for count in (256, 3906, 3907, 1_000_000)])

# %% [markdown]
# They make one more batch, a **short last batch**. It is easily forgotten.
#
# ## One epoch
#
# 1. **Shuffle**: draw a fresh random order of the row numbers, new in every epoch:
#    `rng.permutation(n)`.
# 2. **Cut** the order into batches. The last one may be short.
# 3. **Step** after every batch, with the gradient of that batch alone.
#
# Steps 1 and 2, twice, for 10 rows and batches of 4:

# %%
rng_of_ten = np.random.default_rng(4)
for epoch in [1, 2]:
    of_ten = rng_of_ten.permutation(10)
    print("epoch", epoch, ":", of_ten[0:4], of_ten[4:8], of_ten[8:12])

# %% [markdown]
# Each epoch has another order. A slice that reaches beyond the end simply ends there. We shuffle
# row *numbers*, and take `x[rows]` and `y[rows]` with the same ones: so each $x$ keeps its own
# $y$.

# %% [markdown] exercise="shuffled_batches" part="statement"
# ### Exercise 1: shuffled batches
#
# Write `shuffled_batches(n, batch_size, rng)`: draw a random order of the row numbers 0 … n − 1
# from the generator `rng`, cut it into batches of `batch_size` rows, and return the list of the
# batches. Only the last one may be shorter. Write it with NumPy alone, without
# `descent.epoch_batches`.
#
# For example, `shuffled_batches(5, 2, np.random.default_rng(0))` may return
# `[[2, 4], [3, 0], [1]]`: as arrays, and in this or another order.
#
# <details><summary>Hint 1: in words</summary>
#
# There are two jobs: make the order, cut the order. Which of them needs `rng`?
#
# </details>
# <details><summary>Hint 2: smaller steps</summary>
#
# `rng.permutation(n)` is the order. `range(0, n, batch_size)` counts where the batches begin.
# Where does a batch that begins at `first` end?
#
# </details>
# <details><summary>Hint 3: repair this</summary>
#
# Your friend made `n // batch_size` batches. For n = 12 and batches of 4 all is well. What is
# missing for n = 14?
#
# </details>
# <details><summary>Hint 4: the reasons, one by one</summary>
#
# One order for all rows, so that each row comes once. Cut after shuffling, or neighbours in the
# file stay together. The slice from `first` to `first + batch_size` is cut off at the end by
# itself, so the short batch needs no `if`. The random numbers come from the `rng` of the caller:
# so a run can be repeated.
#
# </details>


# %% exercise="shuffled_batches" part="answer"
def shuffled_batches(n, batch_size, rng):
    """Return the rows 0 … n − 1 in random order, as a list of index arrays."""
    ### BEGIN SOLUTION
    order = rng.permutation(n)
    batches = []
    for first in range(0, n, batch_size):
        batches.append(order[first : first + batch_size])
    return batches
    ### END SOLUTION


# %% exercise="shuffled_batches" part="check"
check("shuffled_batches")

# %% exercise="shuffled_batches" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("shuffled_batches", seed=40093)
### END HIDDEN TESTS

# %% [markdown]
# Now step 3, for the first batch of the second epoch above, from $w = b = 0$ with rate 0.1. The
# errors are worked out once, before either weight moves, and the mean goes over **this batch's own
# length**.

# %%
batch = of_ten[0:4]
batch_error = 0 * x[batch] + 0 - y[batch]
slope_w = 2 * np.sum(batch_error * x[batch]) / len(batch)
slope_b = 2 * np.sum(batch_error) / len(batch)
print("rows", batch, "of our data")
print(f"slopes of the batch: {slope_w:.4f} for w, {slope_b:.4f} for b")
print(f"after the step: w = {0 - 0.1 * slope_w:.4f}, b = {0 - 0.1 * slope_b:.4f}")

# %% [markdown] exercise="sgd_epochs" part="statement"
# ### Exercise 2: mini-batch descent
#
# Write `sgd_epochs(x, y, batch_size, lr, epochs, rng)`. It fits $w \cdot x + b$ from $w = b = 0$:
#
# - in each epoch, make **fresh** batches from `rng`, with your `shuffled_batches` or with
#   `descent.epoch_batches`, which does the same;
# - for each batch, take one step of rate `lr` with that batch's gradient (factor 2, mean over the
#   batch's own length), both slopes from the same errors;
# - on the way, add up the squared errors of the epoch, each batch's **before** its step.
#
# Return a dictionary:
#
# - `"w"`, `"b"`: the weights at the end, two numbers;
# - `"losses"`: for each epoch, the squared errors that it saw, divided by the number of rows;
# - `"batches"`: for each epoch, the list of its batches.
#
# The inputs `x` and `y` are arrays of shape `(n,)` and must not change. They may hold whole
# numbers: `np.array([8, 6])`. Use nothing else of `course`.
#
# With all rows in one batch, the order makes no difference to the fit. So this must come out,
# rounded here to four digits (your row numbers may come in another order):
#
# ```python
# sgd_epochs(np.array([0, 1, 2]), np.array([1, 3, 5]), 3, 0.1, 2, np.random.default_rng(2))
# # {"w": 1.3244, "b": 0.9067, "losses": [11.6667, 3.2074], "batches": [[[2, 0, 1]], [[2, 1, 0]]]}
# ```
#
# <details><summary>Hint 1: in words</summary>
#
# Two loops, one in the other. Say what happens once for each epoch, and what happens once for each
# batch. Which of the two does "add up" belong to, and which "write down"?
#
# </details>
# <details><summary>Hint 2: smaller steps</summary>
#
# First write it for one epoch and forget the losses: batches, then a loop over them with one step
# each. Then put the loop over epochs around it. Then the sum of squares: it begins at 0 in each
# epoch, and is written down at its end.
#
# </details>
# <details><summary>Hint 3: repair this</summary>
#
# Your friend made the batches once, above both loops. The losses look good. Which word in the list
# above is broken?
#
# </details>
# <details><summary>Hint 4: the reasons, one by one</summary>
#
# Weights begin at zero once, before everything: an epoch goes on where the last one ended. Batches
# are fresh in each epoch. In the inner loop the errors come first, because the sum and both slopes
# need them; then both slopes; then both steps. The mean is over the rows of this batch, so a short
# batch is no special case. Squares are divided by the number of *all* rows, after the inner loop.
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
        cuts = shuffled_batches(len(x), batch_size, rng)
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
# Your own `sgd_epochs` walks three times, 5 epochs at rate 0.05. (`built` takes the course's own
# as long as yours is not right.) Each walk looks at 1000 examples.

# %%
predict(
    "same-money",
    "Batches of 200 (all), of 32, and of 1: which walk ends farthest from the lowest point?",
    {
        "batches of 200": "Its steps are exact, but for 1000 examples it gets only five of them.",
        "batches of 32": "It is neither the most exact nor the one with most steps, but it has "
        "enough of both to come close.",
        "batches of 1": "Its steps are wild. But there are a thousand of them, and on average "
        "they go the right way.",
    },
)

# %%
my_sgd = built("sgd_epochs")
for batch_size in [200, 32, 1]:
    run = my_sgd(x, y, batch_size, 0.05, 5, np.random.default_rng(4))
    away = np.linalg.norm(np.array([run["w"], run["b"]]) - best)
    print(f"batches of {batch_size:3}: {5 * len(run['batches'][0]):4} steps, ends {away:.2f} away")

# %%
course_away = [
    np.linalg.norm(
        descent.descend_batches(x, y, m, 0.05, 5, np.random.default_rng(4)).weights[-1] - best
    )
    for m in [200, 32, 1]
]
reveal("same-money", *[distance == max(course_away) for distance in course_away])

# %% [markdown]
# The surprise is in the other two: the single examples, with a thousand wild steps, ended a little
# *closer* than the 35 calm steps of batches of 32, as in most shuffles. At this rate 35 steps have
# not arrived yet. So a batch size can only be judged together with its rate.
#
# Here are the same walks, and those of seven other shuffles beside each.
#
# - Move **batch size**. Which runs reach the goal, and which are there first?
# - With batches of 1, raise the rate. What do the wild steps cost in the end?
# - Give the full batch the rate that suits it best. Does it catch up?

# %%
explore_batches(x, y, seed=4)

# %% [markdown]
# ## Do wild steps come to rest?
#
# We let single examples walk for 40 epochs, at three constant rates, and the full batch at one.

# %%
predict(
    "at-rest",
    "Single examples, a constant rate, 40 epochs. In the end the loss of the whole data …",
    {
        "comes to rest at the lowest value": "A full batch does. But at the lowest point only the "
        "mean of all slopes is zero, and single ones still kick.",
        "hovers above it": "At the lowest point the slopes of single examples are not zero, so "
        "each step kicks the weights away again.",
        "grows without end": "That takes a far larger rate. At these rates, the farther away the "
        "weights are, the stronger they are pulled back.",
    },
)

# %% folded=true
curves = {}
for m, lr in [(1, 0.1), (1, 0.03), (1, 0.01), (200, 0.1)]:
    long_run = descent.descend_batches(x, y, m, lr, epochs=40, rng=np.random.default_rng(4))
    above = loss(long_run.weights[1:]) - lowest
    curves[f"batches of {m}, rate {lr}"] = above.reshape(40, -1).mean(axis=1)
print("above the lowest loss, mean of the last 10 epochs:")
for name, above in curves.items():
    print(f"{name:24} {above[-10:].mean():.4f}")
figures.losses(
    curves,
    title="How far above the lowest loss, mean of each epoch",
    x_label="epoch, counted from 0",
    y_label="loss above the lowest",
)

# %%
level = curves["batches of 1, rate 0.1"][-10:].mean()
reveal("at-rest", level < 1e-3, 1e-3 < level < 100)

# %% [markdown]
# That level is the **noise floor**. Each step kicks the weights away again, by rate times noise.
#
# A smaller rate makes smaller kicks: **the floor sinks with the rate**, but the walk gets slower.
# Larger batches lower it too, and the full batch has none. Or begin fast and end with a small
# rate: that is [lesson 8](../08_schedules/08_schedules.ipynb).

# %%
quick(
    "half-or-double",
    "Batches of 1 at rate 0.08: what lowers their floor more, half the rate or batches of 2?",
    {
        "half the rate": "It does lower the floor, but batches of 2 do as much.",
        "batches of 2": "They do lower the floor, but half the rate does as much.",
        "both about alike": "Each leaves less than half. At small rates, rate / batch size is "
        "what counts, and as little as a quarter is left: an epoch asks every example once, "
        "so its kicks partly cancel.",
    },
    right="both about alike",
)

# %%
explore_noise()

# %%
rest_error = best[0] * x + best[1] - y
at_best = np.column_stack([2 * rest_error * x, 2 * rest_error])
print("mean slopes at the lowest point:", np.round(np.abs(at_best.mean(axis=0)), 4))
print(f"noise of one example there:      {np.sqrt(np.mean(np.sum(at_best**2, axis=1))):.4f}")

# %% [markdown]
# **When there is no floor.** If the model fits *every* example exactly, no error is left over at
# the lowest point, and nothing kicks. Five points exactly on $y = 2x + 1$:

# %%
five = data.five_points()
five_run = descent.descend_batches(five.x, five.y, 1, 0.02, 600, np.random.default_rng(4))
print(f"after {len(five_run.batches)} epochs: w and b are", np.round(five_run.weights[-1], 6))

# %% [markdown]
# ## Which batch size gets there first?
#
# "Mini-batches are faster" is easily said. Let us count, now with 1000 points. The goal is a loss
# 10 % above the lowest. The cost is counted in **examples looked at** (gradient evaluations), and
# in steps: the same on every computer.
#
# To be fair, every batch size may use its own best rate: we try seven for each. To depend less on
# chance, we take the mean loss of 8 runs. It must reach the goal *and stay there for one more
# epoch*.

# %%
predict(
    "fewest-examples",
    "Each at its best rate: which batch size reaches the goal with the fewest examples looked at?",
    {
        "1": "It learns something from every single example, and never asks more than one.",
        "64": "A good middle is tempting, and by the clock it may well win. But each of its steps "
        "costs 64 examples.",
        "1000 (all)": "Its steps are exact. But it pays for all examples before each.",
    },
)

# %% [markdown]
# The next cell runs the sweep, which takes some seconds. Where a rate does not get there, the
# table says why: "slow" means that exact gradients would not get there in time either (all get 40
# steps and 3 epochs at least), "noisy" that the noise keeps the loss above the goal.

# %% folded=true
many = data.noisy_line(n=1000)
hill = landscapes.squared_error(many.x, many.y)
goal = 1.1 * hill(hill.minima[0])
batch_sizes = [1, 4, 16, 64, 256, 1000]
rates = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0]


def cost(m, lr, runs=8):
    """Return (examples, steps, "") until the mean loss stays at the goal, or why it does not."""
    epochs = 1 + max(3, -(-40 * m // 1000))
    mean_loss = 0.0
    for seed in range(runs):
        made = descent.descend_batches(many.x, many.y, m, lr, epochs, np.random.default_rng(seed))
        with np.errstate(all="ignore"):
            mean_loss = mean_loss + hill(made.weights) / runs
    window = -(-1000 // m)
    there = mean_loss <= goal
    for step in range(len(there) - window):
        if there[step : step + window + 1].all():
            lengths = [len(rows) for batches in made.batches for rows in batches]
            return sum(lengths[:step]), step, f"{sum(lengths[:step])}"
    plain = descent.descend(hill, [0.0, 0.0], lr, len(there) - 1 - window)
    if lr > limit or not mean_loss[-1] < mean_loss[0]:
        return np.inf, np.inf, "diverges"
    return np.inf, np.inf, "noisy" if plain.losses[-1] <= goal else "slow"


limit = 2 / np.linalg.eigvalsh(hill.curvature(hill.minima[0]))[-1]
costs = [[cost(m, lr) for lr in rates] for m in batch_sizes]
print("examples looked at until the goal")
print("      rate" + "".join(f"{lr:>9}" for lr in rates))
for m, row in zip(batch_sizes, costs, strict=True):
    print(f"batch {m:4}" + "".join(f"{told:>9}" for _, _, told in row))
print(f"the limit of the rate for the full batch: {limit:.3f}\n\neach at its best rate:")
cheapest = [min(row) for row in costs]
for m, row, best_cost in zip(batch_sizes, costs, cheapest, strict=True):
    rate = rates[row.index(best_cost)]
    print(f"batch {m:4}: rate {rate:4}, {best_cost[0]:5} examples, {best_cost[1]:3} steps")

# %%
asked = [cheapest[0], cheapest[3], cheapest[5]]
reveal("fewest-examples", *[one == min(asked) for one in asked])

# %% folded=true
figures.cost_of_batches(
    batch_sizes,
    rates,
    [[examples for examples, _, _ in row] for row in costs],
    [[steps for _, steps, _ in row] for row in costs],
    title="What it costs to come within 10 % of the lowest loss",
)

# %% [markdown]
# Read the right panel. From 1 to 64, the examples grow by little more than half, while the steps
# fall from more than a hundred to 3. From 64 to 1000, the examples grow tenfold, and one step is
# saved. (The small dip is the coarse sweep, and chance.) And the smallest cost, 122 examples, is
# an eighth of an epoch: the full batch has not even taken its first step by then.
#
# **Each batch size has its own best rate.** Larger batches can take larger rates, but only up to
# the limit of lesson 2, 2 over the largest curvature, which no batch size raises and small
# ones lower.
#
# Which is first by the clock? Many processors work on a whole batch at once, so a step with 64
# examples often takes hardly longer than with one. That is why 32 to 256 is so common.

# %% [markdown]
# ## What goes wrong
#
# **No shuffling.** Files are often sorted, by price for example. A walk through sorted rows ends
# each epoch with a long stretch of large $y$, and the line is pulled up.
#
# **Shuffling $x$ and $y$ apart.** Nothing crashes, and the loss even falls. But the line knows
# nothing of $x$: its slope is far too small, and $b$ is about the mean of all $y$. The next cell
# runs both mistakes, each beside the right way.
#
#
# <details><summary>For the curious: what articles say, put right</summary>
#
# - *Batch descent surveys the entire landscape.* It uses all data for the slope at one place.
# - *Mini-batch is much faster than batch.* A step is; an epoch costs the same arithmetic.
# - *SGD might never settle.* Yes, at a constant rate, unless every example is fitted exactly.
# - *SGD escapes local minima.* Only if its noise is large, and it leaves good ones, too (lesson
#   9).
# - *BERT, a language model: batches of 256 sentences.* 256 sequences, each of up to 512 pieces of
#   words, and mostly of several sentences.
# - `random.sample(data, batch_size=32)` stops with a TypeError: Python calls the argument `k`, and
#   it may simply come second.
#
# </details>


# %% folded=true
class FileOrder:
    """Used like a generator, but leaves the rows as they are."""

    def permutation(self, rows):
        return np.arange(rows)


by_y = np.argsort(y)
for name, orders in [("sorted file", FileOrder()), ("shuffled", np.random.default_rng(4))]:
    sorted_run = descent.descend_batches(x[by_y], y[by_y], 1, lr=0.05, epochs=60, rng=orders)
    above = np.mean(loss(sorted_run.weights[::n])[-30:]) - lowest
    print(f"{name:21}: {above:.4f} above the lowest loss, b = {sorted_run.weights[-1, 1]:.2f}")
print(f"the best line        : b = {best[1]:.2f}\n")
torn = np.random.default_rng(4).permutation(n)
for name, x_rows in [("x and y shuffled apart", x[torn]), ("kept together", x)]:
    torn_run = descent.descend_batches(x_rows, y, 32, 0.1, 20, np.random.default_rng(5))
    first_loss, last_loss = torn_run.epoch_losses[[0, -1]]
    torn_w, torn_b = torn_run.weights[-1]
    print(f"{name:22}: w = {torn_w:5.2f}, b = {torn_b:.2f}", end="")
    print(f", loss from {first_loss:.1f} to {last_loss:.2f}")
print(f"mean of all y         : {y.mean():.2f}")

# %% [markdown]
# ## A program that prints zeros
#
# An article fits $y = 2.5x$ (plus a little noise) to 500 points, with one weight, batches of 32,
# rate 0.01 and 5 epochs. It prints losses of 0.0000 in every epoch, and says that the model *found
# the true weight of 2.5*. Here is its program, really run:


# %%
def article_program(epochs):
    """Fit y = w·x as the article does, print each epoch's line, return the last weight."""
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
        print(f"epoch {epoch + 1}: w = {w:.4f}, loss = {total // (500 // 32):.4f}")
    return w


article_weight = article_program(epochs=5)

# %% [markdown]
# The weight is far from 2.5: 80 steps are too few. And the losses are whole numbers. The print
# line has **two** mistakes.

# %% [markdown] exercise="find_the_floor" part="statement"
# ### Exercise 3: find the floor
#
# Here is the line once more: `total` is the sum of the losses of all batches of the epoch.
#
# ```python
# print(f"epoch {epoch + 1}: w = {w:.4f}, loss = {total // (500 // 32):.4f}")
# ```
#
# Copy the program from the cell above, repair it, and set three values:
#
# - `wrong_operator`: the operator in that line that turns the losses into whole numbers, written
#   as it is there and in quotation marks, such as `"+"`;
# - `batches_in_an_epoch`: how many batches (and so, steps) an epoch has;
# - `true_losses`: what the line should have shown: for each of the 5 epochs the **mean of its
#   batch losses**, each batch counted once. Five numbers, at least four digits after the point.
#
# <details><summary>Hint 1: in words</summary>
#
# What is a mean? Say what is added up in this program, and by what it must be divided.
#
# </details>
# <details><summary>Hint 2: smaller steps</summary>
#
# What does Python answer to `7 / 2`, and what to `7 // 2`? And how many numbers are added to
# `total` in an epoch? Count the starts: 0, 32, 64, …, 480.
#
# </details>
# <details><summary>Hint 3: repair this</summary>
#
# Your friend wrote `total / (500 // 32)`. The losses have digits now, and are all a little too
# large. Which batch is missing in the count?
#
# </details>
# <details><summary>Hint 4: the reasons, one by one</summary>
#
# One operator rounds down twice in this line, and each time it does harm: first to the loss, then
# to the number of batches, where it forgets the short one. Let the program collect its batch
# losses in a list; then `len` counts them, and no mistake is possible.
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
# Both mistakes are silent. The first makes every loss below 1 look perfect. The second leaves the
# short batch out of the count.
#
# Even the repaired mean has a flaw: each row of the short batch of 20 counts 32/20 times as much
# as others. Your `sgd_epochs` divides all squares by $n$, and has none.

# %% [markdown]
# ## In one formula
#
# $$w \leftarrow w - \text{lr} \cdot \frac{1}{m} \sum_{i \,\in\, \text{batch}} \nabla f_i(w)
# \qquad\text{with noise about}\qquad \frac{\sigma}{\sqrt{m}}$$
#
# Here $f_i$ is the loss of example $i$, and $\sigma$ the noise of one example.

# %% [markdown]
# ## Quick check
#
# Click the answer you would give: each one is explained.

# %%
quick(
    "half-the-noise",
    "You want a gradient with half the noise. The batch must be about …",
    {
        "half as large": "Fewer examples make more noise.",
        "twice as large": "That makes the noise only about 1.4 times smaller, the square root of "
        "2.",
        "four times as large": "The noise falls like one over the square root of the batch size.",
    },
    right="four times as large",
)

# %%
quick(
    "length-in-a-batch",
    "Far out, a batch's gradient beside that of all examples is …",
    {
        "always shorter: fewer add up": "It is a mean: to ask fewer does not shrink it.",
        "always longer: chance adds to it": "Chance misses to either side.",
        "now shorter, now longer": "It is right on average, and misses by chance.",
    },
    right="now shorter, now longer",
)

# %%
quick(
    "wobbling-loss",
    "Your loss falls, then wobbles at one level for many epochs. The rate is constant. Try …",
    {
        "a smaller rate, or larger batches": "If it is the noise floor, both lower it, and the "
        "loss sinks further.",
        "many more epochs at the same rate": "At the floor, steps gain nothing on average, and "
        "the level stays.",
        "no shuffling": "That puts the rows in an order that may pull the weights to one side.",
    },
    right="a smaller rate, or larger batches",
)

# %%
quick(
    "short-batch",
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
# Nearly every neural network is trained with mini-batches. For small problems with few weights,
# the full batch is often the better choice: no floor, and nothing to shuffle.
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
# Next: [Lesson 7, momentum and Adam](../07_momentum_and_adam/07_momentum_and_adam.ipynb). What if
# a step remembers the steps before it?

# %%
finish("Among the noise floors, find two pairs of rate and batch size that share one.")
