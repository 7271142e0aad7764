# %% [markdown]
# # Lesson 8: Fast early, precise late
#
# *About 85 minutes. You need: mini-batches (lesson 6), and a step of RMSprop (lesson 7).*
#
# You will be able to
#
# - say why mini-batch descent with a fixed rate never comes to rest;
# - write three schedules: step decay, exponential decay, cosine annealing;
# - tell when a schedule helps, and when it only slows a run down;
# - see from one sum that a schedule will freeze too early, and work out the decay that will not;
# - find a first rate to try, and say what warm-up is for.

# %%
import numpy as np

from course import (
    built,
    check,
    data,
    descent,
    figures,
    finish,
    optimizers,
    predict,
    quick,
    reveal,
    schedules,
)
from course.explorers import explore_schedule, explore_warmup
from course.landscapes import parabola, quartic, ravine, squared_error

# %% [markdown]
# ## The picture: parking a car
#
# You drive home fast, and into the parking space slowly. Fast all the way, and you never fit in.
# Slowly all the way, and you come home late. The learning rate can do the same. A **schedule** is
# a rule that gives the rate for each step, a function of the step number $t = 0, 1, 2, \dots$
# Most large models are trained with one.
#
# In the course, a schedule such as `schedules.step_decay(0.1)` is itself a function: `rate(t)` is
# the rate at step `t`.

# %%
shapes = {
    "constant": schedules.power_decay(0.1, power=0),  # power 0: it never falls
    "step decay": schedules.step_decay(0.1, drop=0.5, every=100),
    "exponential decay": schedules.exponential_decay(0.1, decay=0.99),
    "cosine annealing": schedules.cosine_annealing(0.1, total=600),
}
figures.losses(
    {name: rate(np.arange(600)) for name, rate in shapes.items()},
    title="Four learning rates over time",
    y_label="learning rate",
    log=False,
)

# %% [markdown]
# ## Why not one rate for all steps?
#
# We fit the line $wx + b$ to 200 noisy points by mini-batch descent, as in lesson 6, with 10 rows
# for each step. Every run below costs the same: 30 epochs of 20 steps.
#
# The lowest loss that a line can have here is not zero. So we look at how far **above the lowest
# loss** a run is, on average over the steps of each epoch, and over 8 runs in 8 random orders.

# %%
line = data.noisy_line()
loss = squared_error(line.x, line.y)
w_best, b_best = loss.minima[0]
lowest = loss(loss.minima[0])
print(f"lowest loss: {lowest:.4f}, at w = {w_best:.4f} and b = {b_best:.4f}")


def above_lowest(rate, seeds=8):
    """Return how far above the lowest loss each run is, shape (seeds, 30)."""
    above = []
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        run = descent.descend_batches(line.x, line.y, 10, rate, epochs=30, rng=rng)
        above.append(loss(run.weights[1:]) - lowest)
    return np.reshape(above, (seeds, 30, -1)).mean(axis=2)


# %%
predict(
    "two-rates",
    "One run has rate 0.1, the other 0.01. Which has the lower loss, in epoch 2 and in epoch 30?",
    {
        "0.1 both times": "The high rate gets there sooner. But each of its steps carries ten "
        "times as much of the error in its slope.",
        "0.01 both times": "The low rate ends lower. But in epoch 2 it is still on its way.",
        "0.1 in epoch 2, and 0.01 in epoch 30": "One gets there sooner, the other gets lower.",
    },
)

# %%
high_rate, low_rate = 0.1, 0.01
high = above_lowest(high_rate).mean(axis=0)
low = above_lowest(low_rate).mean(axis=0)
for epoch in [1, 2, 5, 10, 20, 30]:
    i = epoch - 1
    print(f"epoch {epoch:2}   rate {high_rate}: {high[i]:8.5f}   rate {low_rate}: {low[i]:8.5f}")

# %% folded=true
at_high, at_low = (above_lowest(rate).mean(axis=0) for rate in (0.1, 0.01))
reveal(
    "two-rates",
    at_high[1] < at_low[1] and at_high[29] < at_low[29],
    at_high[1] > at_low[1] and at_high[29] > at_low[29],
)

# %% folded=true
figures.rates_and_losses(
    {"rate 0.1": (np.full(30, 0.1), at_high), "rate 0.01": (np.full(30, 0.01), at_low)},
    title="A high rate gets there soon, and then goes no lower",
    x_label="epoch",
    first=1,
    y_label="loss above the lowest",
)

# %% [markdown]
# The high rate is down in two epochs, and there it stays. The reason is **noise**. A step sees
# 10 rows of 200, so its slope is the true slope plus an error. Near the lowest point the true
# slope is almost nothing, but the error is not. So each step kicks the weights about, by rate
# times error.
#
# The level where a run stays is its **noise floor**. A lower rate has a lower floor, but it takes
# longer to get there. (If one line went through all points exactly, there would be no floor.)
#
# A larger batch makes smaller errors, so it lowers the floor, too. How much larger must it be?

# %% [markdown] exercise="rows_for_noise" part="statement"
# ### Exercise 1: how many rows?
#
# The noise of a mean falls with the square root of the number of rows (lesson 6). The slopes of
# batches of `m` rows have the noise `noise`. Write `rows_for_noise(m, noise, wanted)`: how many
# rows a batch needs so that the noise is `wanted`. Do not round. All three are numbers above 0,
# and the data is so large that a batch is only a small part of it.
#
# For example, `rows_for_noise(10, 0.6, 0.3)` is 40: half the noise takes four times as many rows.
#
# <details><summary>Hint 1</summary>
#
# Say in words: what happens to the noise with 4, 9, and 100 times as many rows?
#
# </details>
# <details><summary>Hint 2</summary>
#
# By which number must the noise be divided? The root of *times as many* is that number. So what is
# *times as many*?
#
# </details>
# <details><summary>Hint 3</summary>
#
# Your friend wrote `m * noise / wanted`. For 10 rows, 0.6 and 0.3 that gives 20. How noisy are 20
# rows?
#
# </details>
# <details><summary>Hint 4: the reasons</summary>
#
# The noise now over the noise that is wanted tells how many times quieter the batch must be. The
# root of *times as many* has to be that number, so it is squared; and `m` rows, so many times, are
# the answer.
#
# </details>


# %% exercise="rows_for_noise" part="answer"
def rows_for_noise(m, noise, wanted):
    """Return how many rows a batch needs for the noise `wanted`, if m rows have `noise`."""
    ### BEGIN SOLUTION
    return m * (noise / wanted) ** 2
    ### END SOLUTION


# %% exercise="rows_for_noise" part="check"
check("rows_for_noise")

# %% exercise="rows_for_noise" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("rows_for_noise", seed=41873)
### END HIDDEN TESTS

# %% [markdown]
# A tenth of the noise takes a hundred times as many rows. Both ways to a lower floor cost time:
# more rows in each step, or more steps. Most runs begin with a high rate and lower it.

# %% [markdown]
# ## Three schedules
#
# Begin with a high rate $\text{lr}_0$, and lower it on the way. The usual shapes:
#
# | schedule | rate at step $t$ |
# |---|---|
# | **step decay** | $\text{lr}_0 \cdot \text{drop}^{\lfloor t / \text{every} \rfloor}$ |
# | **exponential decay** | $\text{lr}_0 \cdot \text{decay}^{\,t}$ |
# | **cosine annealing** | see below |
#
# $$\text{lr}_{\min} + (\text{lr}_0 - \text{lr}_{\min})\,\frac{1 + \cos(\pi t / T)}{2}
# \qquad \text{for } 0 \le t \le T$$
#
# $\lfloor\;\rfloor$ means rounded down: `every` steps have the same rate. Cosine annealing goes
# from $\text{lr}_0$ at $t = 0$ down to $\text{lr}_{\min}$ at $t = T$, gently at both ends. $T$
# is how many steps are planned.

# %% folded=true
examples = {
    "step decay": schedules.step_decay(0.01, drop=0.5, every=100),
    "exponential decay": schedules.exponential_decay(0.01, decay=0.95),
    "cosine annealing": schedules.cosine_annealing(0.01, total=1000),
}
for name, rate in examples.items():
    print(f"{name:17}", "   ".join(f"t = {t}: {rate(t):.4g}" for t in [0, 2, 99, 100, 250]))

# %% [markdown] exercise="step_decay" part="statement"
# ### Exercise 2: step decay
#
# Write `step_decay(lr0, t, drop=0.5, every=100)`. It returns the rate at step `t`, one number.
# The rate begins at `lr0`, and after each `every` steps it is multiplied by `drop`. So
# `step_decay(0.01, 99)` is 0.01, `step_decay(0.01, 100)` is 0.005, and `step_decay(0.01, 250)`
# is 0.0025. `t` and `every` are whole numbers, and `lr0` may be one: `step_decay(3, 100)` is 1.5.
#
# The course's `schedules.step_decay(0.01)` returns a *function* of `t`. Yours returns the rate
# itself. Write it, and the next two, without `schedules`.
#
# <details><summary>Hint 1</summary>
#
# Say in words: how many drops have there been at step 99, at step 100, and at step 250?
#
# </details>
# <details><summary>Hint 2</summary>
#
# Python's `//` divides and rounds down. And each drop multiplies once more: that is a power.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Your friend wrote `lr0 * drop * (t // every)`. What does that give at step 0? And at step 250?
#
# </details>
# <details><summary>Hint 4: the reasons</summary>
#
# The number of drops is a whole number, so `//` counts them. Two drops take a half of a half, so
# the drops are a power of `drop`, and with no drop yet that power is 1.
#
# </details>


# %% exercise="step_decay" part="answer"
def step_decay(lr0, t, drop=0.5, every=100):
    """Return the rate at step t, a number: lr0, multiplied by drop after each `every` steps."""
    ### BEGIN SOLUTION
    return lr0 * drop ** (t // every)
    ### END SOLUTION


# %% exercise="step_decay" part="check"
check("step_decay")

# %% exercise="step_decay" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("step_decay", seed=70117)
### END HIDDEN TESTS

# %% [markdown] exercise="exponential_decay" part="statement"
# ### Exercise 3: exponential decay
#
# Write `exponential_decay(lr0, t, decay=0.95)`. It returns the rate at step `t`, one number:
# every step has `decay` times the rate of the step before it. For example,
# `exponential_decay(0.01, 0)` is 0.01, and `exponential_decay(0.01, 2)` is 0.009025. `t` is a
# whole number, 0 or more, and `lr0` may be one: `exponential_decay(2, 1)` is 1.9.
#
# <details><summary>Hint 1</summary>
#
# Say in words: how many factors `decay` are there at $t = 1$, and how many at $t = 2$?
#
# </details>
# <details><summary>Hint 2</summary>
#
# In Python, a power is `**`. Your friend wrote `(lr0 * decay) ** t`. Which number is then
# multiplied too often?
#
# </details>


# %% exercise="exponential_decay" part="answer"
def exponential_decay(lr0, t, decay=0.95):
    """Return the rate at step t, a number: lr0 times one factor decay for each step."""
    ### BEGIN SOLUTION
    return lr0 * decay**t
    ### END SOLUTION


# %% exercise="exponential_decay" part="check"
check("exponential_decay")

# %% exercise="exponential_decay" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("exponential_decay", seed=70229)
### END HIDDEN TESTS

# %% [markdown] exercise="cosine_annealing" part="statement"
# ### Exercise 4: cosine annealing
#
# Write `cosine_annealing(lr0, t, T, lr_min=0.0)`: the rate at step `t` of `T`, one number, by the
# formula above. `t` and `T` are whole numbers with $0 \le t \le T$, and the rates may be whole,
# too. For example, `cosine_annealing(0.1, 0, 100)` is 0.1, `cosine_annealing(0.1, 25, 100)` is
# 0.08536 (rounded), `cosine_annealing(0.1, 100, 100)` is 0, and
# `cosine_annealing(0.1, 100, 100, lr_min=0.02)` is 0.02.
#
# <details><summary>Hint 1</summary>
#
# Say in words what $(1 + \cos(\pi t/T))/2$ is at the start, in the middle and at the end.
#
# </details>
# <details><summary>Hint 2</summary>
#
# `np.cos` and `np.pi` are what you need. `np.cos` takes an angle in radians, and $\pi t/T$ is one.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Your friend forgot to subtract `lr_min` in the bracket. What is the rate at the start then?
#
# </details>
# <details><summary>Hint 4: the reasons</summary>
#
# The share falls from 1 to 0. What falls with it is the part of the rate *above* the lowest one,
# and the lowest one is added at the end, so that it is left when the share is 0.
#
# </details>


# %% exercise="cosine_annealing" part="answer"
def cosine_annealing(lr0, t, T, lr_min=0.0):
    """Return the rate at step t, a number: lr0 at t = 0, lr_min at t = T."""
    ### BEGIN SOLUTION
    share = (1 + np.cos(np.pi * t / T)) / 2
    return lr_min + (lr0 - lr_min) * share
    ### END SOLUTION


# %% exercise="cosine_annealing" part="check"
check("cosine_annealing")

# %% exercise="cosine_annealing" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("cosine_annealing", seed=70351)
### END HIDDEN TESTS

# %% [markdown]
# What you wrote draws its own picture (a function that is not right yet is replaced):

# %% folded=true
step, power, cosine = (
    built(name) for name in ("step_decay", "exponential_decay", "cosine_annealing")
)
figures.losses(
    {
        "step decay": [step(0.1, t) for t in range(601)],
        "exponential decay": [power(0.1, t, 0.99) for t in range(601)],
        "cosine annealing": [cosine(0.1, t, 600) for t in range(601)],
    },
    title="Your three schedules",
    y_label="learning rate",
    log=False,
)

# %% [markdown]
# ## The race
#
# Now the schedules of the first picture against constant rates, at the same cost. To be fair, the
# constant rate is **tuned**: we try eight of them and keep the best.

# %%
predict(
    "race",
    "The best of eight constant rates, or cosine annealing from 0.1: which ends lower?",
    {
        "cosine annealing": "It is fast with its high rates, and its floor goes down with it.",
        "the best constant rate": "It was tuned for just this length. But one rate has to be "
        "both the fast one and the precise one.",
        "about the same": "A tuned rate is a good compromise. A schedule need not make one.",
    },
)

# %% folded=true
constants = [0.003, 0.005, 0.006, 0.007, 0.008, 0.01, 0.03, 0.1]
above = {f"rate {lr:g}": above_lowest(lr) for lr in constants}
ends = {name: np.mean(runs[:, -1]) for name, runs in above.items()}
best = min(ends, key=ends.get)
print("above the lowest loss in epoch 30")
for name, end in ends.items():
    print(f"{name:17} {end:.1e}" + "   the best" * (name == best))

scheduled = {name: above_lowest(shapes[name]) for name in list(shapes)[1:]}
for name, runs in scheduled.items():
    lower = np.sum(runs[:, -1] < above[best][:, -1])
    print(f"{name:17} {runs[:, -1].mean():.1e}   lower than {best} in {lower} of 8 orders")

# %% folded=true
annealed = above_lowest(schedules.cosine_annealing(0.1, total=600))
won_by = ends[best] / annealed[:, -1].mean()
reveal("race", won_by > 2, won_by < 1 / 2)

# %% [markdown]
# The same race, to look at: the rate on the left, the loss on the right, beside two constant
# rates. Choose other schedules and other first rates. Which one is down first, which one lowest?

# %%
explore_schedule()

# %% [markdown]
# At first the schedules are as fast as rate 0.1. Then they go down together with their floor.
# This holds *here*, with noise and with this budget. And how much is it worth? The data was made
# with $w = 3$ and $b = 7$, and the line of lowest loss itself misses them by more than 0.03. So
# the last digits are more *precise*, not more *true*. Another gain is often larger: a constant
# rate has to fit the length of the run, and a schedule passes through many rates.

# %% [markdown]
# ## The cure for hovering
#
# Noise is not the only thing that keeps a walk in motion. RMSprop hovered in the ravine of lesson
# 7, because its steps did not get shorter. The same walk with a constant rate and with a cosine:

# %%
valley, rule = ravine(100), optimizers.rmsprop(0.9)
falling = schedules.cosine_annealing(0.1, total=3000)
for name, rate in {"constant": 0.1, "cosine": falling}.items():
    path = descent.descend(valley, [10, 2], rate, 3000, optimizer=rule)
    for t in [100, 1000, 3000]:
        print(f"{name:8}   step {t:4}   loss {path.losses[t]:.0e}")

# %% [markdown]
# After 1000 steps both still hover. At the end the cosine has brought its walk to rest. That is
# why Adam and its relatives are mostly used with a schedule.

# %% [markdown]
# ## Without noise
#
# Now plain gradient descent: every step uses all 200 rows, so there is no error in the slopes.
# An article recommends schedules without asking whether there is noise. We take its settings: half
# of the mean squared error as loss, a first rate of 0.01, and 1000 epochs of one step each.

# %%
predict(
    "without-noise",
    "No noise, 1000 steps, all from rate 0.01. Which run ends closest to the lowest point?",
    {
        "the constant rate": "Nothing kicks the weights about, so a lower rate is a shorter step.",
        "step decay": "It calms noise. Here there is none to calm, and it only walks less far.",
        "cosine annealing": "It calms noise. Here there is none to calm, and it only walks less "
        "far.",
    },
)

# %% folded=true
half_loss = squared_error(line.x, line.y, factor=1 / 400, view=((-1, 9), (0, 16)))
plain = {"constant": schedules.power_decay(0.01, power=0)} | examples
paths = {name: descent.descend(half_loss, [0, 0], rate, 1000) for name, rate in plain.items()}
missing = {name: np.linalg.norm(path.final - half_loss.minima[0]) for name, path in paths.items()}
for name in ["constant", "step decay", "cosine annealing"]:
    print(f"{name:17} distance to the lowest point {missing[name]:.4f}")

# %% folded=true
closest = min(["constant", "step decay", "cosine annealing"], key=missing.get)
reveal("without-noise", closest == "constant", closest == "step decay")

# %% [markdown]
# On a quadratic loss like this one, let the constant rate be at most $1/L$, where $L$ is the
# largest curvature. Then no schedule that stays at or below it comes closer in the same number of
# steps. Here $L$ is about 1, so 0.01 is far on the safe side.

# %% [markdown]
# ## Too early to freeze
#
# The same article offers exponential decay with `decay=0.95`, for each epoch. It sounds harmless:
# five percent less each time.

# %%
predict(
    "freeze",
    "Rate 0.01, times 0.95 after each step, 1000 steps. How much of the way does the run make?",
    {
        "nearly all of it": "A thousand steps are many. But after a hundred of them the rate is "
        "down to almost nothing.",
        "about a half": "The rate is halved every 14 steps or so, and what is left of the steps "
        "adds up to less than that.",
        "about a fifth": "All its rates together add up to 0.2.",
    },
)

# %% folded=true
frozen = paths["exponential decay"].final
later = descent.descend(half_loss, [0, 0], plain["exponential decay"], 5_000).final
print(f"after 1000 steps:    w = {frozen[0]:.4f}   b = {frozen[1]:.4f}")
print(f"after 5,000 steps:   w = {later[0]:.4f}   b = {later[1]:.4f}")
print(f"lowest loss:         w = {w_best:.4f}   b = {b_best:.4f}")
print(f"the rate is down to a half after {np.log(0.5) / np.log(0.95):.2f} steps")

# %%
made = 1 - missing["exponential decay"] / np.linalg.norm(half_loss.minima[0])
reveal("freeze", made > 0.7, 0.35 < made <= 0.7)

# %% [markdown]
# It looks as if it had converged: nothing moves any more. Nothing *can* move. The rates
# $\text{lr}_0 \cdot \text{decay}^t$ have a finite sum, even if they go on for ever:
# $\text{lr}_0 / (1 - \text{decay})$, here $0.01 / (1 - 0.95) = 0.2$.
#
# The sum is what counts. Where the curvature is $c$, a step leaves $1 - c \cdot \text{lr}$ of the
# distance (lesson 2). For small numbers $1 - x$ is almost $e^{-x}$, where $e$ is Euler's number,
# and $e^a \cdot e^b = e^{a+b}$. (`np.exp(x)` is $e^x$, and `np.log`
# undoes it.) So for small rates all steps together leave about
#
# $$e^{-c\,\cdot\,(\text{sum of all rates})}$$
#
# Here $c$ is about 1 in every direction, so let us compare:

# %% folded=true
start_distance = np.linalg.norm(half_loss.minima[0])
for name, rate in plain.items():
    total = np.sum(rate(np.arange(1000)))
    left = missing[name] / start_distance
    print(f"{name:17} sum {total:7.4f}   formula {np.exp(-total):.5f}   really left {left:.5f}")

# %% [markdown]
# So before you use a schedule, **add up its rates**. The sum times the curvature should be well
# above 1, in each direction that matters: at 5, less than one percent of the way is left.

# %% [markdown] exercise="smallest_decay" part="statement"
# ### Exercise 5: the smallest decay that still arrives
#
# The smaller `decay` is, the sooner the rates are low, and the sooner the run freezes. Write
# `smallest_decay(lr0, curvature, left)`. The rates are $\text{lr}_0 \cdot \text{decay}^t$, and
# they go on for ever. Return the smallest `decay` with which at most the part `left` of the
# distance is left in the end, by the formula above. All three are above 0, `left` is below 0.5,
# and `lr0 * curvature` is small.
#
# For example, `smallest_decay(0.02, 3.0, 0.01)` is 0.98697 (rounded). With a `left` of
# `np.exp(-2)`, a first rate of 0.1 and curvature 1, the rates must add up to 2, so `decay` is
# 0.95.
#
# <details><summary>Hint 1</summary>
#
# Say in words: what must the sum of all rates be, so that only `left` is left? Then: which `decay`
# gives that sum?
#
# </details>
# <details><summary>Hint 2</summary>
#
# `np.log` undoes `np.exp`: if $e^{-x}$ is `left`, then $x$ is `-np.log(left)`.
#
# </details>
# <details><summary>Hint 3</summary>
#
# The sum of all rates is $\text{lr}_0/(1 - \text{decay})$. Your friend solved that for `decay` and
# got a number above 1. Which sign was lost?
#
# </details>
# <details><summary>Hint 4: the reasons</summary>
#
# The exponent is curvature times sum, so the sum that is needed is the logarithm, without its
# minus, over the curvature. What is lost at each step, one minus `decay`, is the first rate over
# that sum.
#
# </details>


# %% exercise="smallest_decay" part="answer"
def smallest_decay(lr0, curvature, left):
    """Return the decay whose rates, for ever, leave the part `left` of the distance."""
    ### BEGIN SOLUTION
    needed = -np.log(left) / curvature
    return 1 - lr0 / needed
    ### END SOLUTION


# %% exercise="smallest_decay" part="check"
check("smallest_decay")

# %% exercise="smallest_decay" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("smallest_decay", seed=70619)
### END HIDDEN TESTS

# %% [markdown]
# With your decay the run arrives: one percent of the way may be left.

# %%
decay = built("smallest_decay")(0.01, 1.0, 0.01)
arrived = descent.descend(half_loss, [0, 0], schedules.exponential_decay(0.01, decay), 5000).final
part = np.linalg.norm(arrived - half_loss.minima[0]) / start_distance
print(f"decay = {decay:.5f}   w = {arrived[0]:.4f}   b = {arrived[1]:.4f}   left: {part:.4f}")

# %% [markdown]
# <details><summary>For reference: which rates are sure to arrive?</summary>
#
# ### Which rates are sure to arrive?
#
# In noise two wishes pull in two directions. The *sum* of the rates must be large, or the run
# freezes. The *last* rates must be small, or it stays on a high floor. Robbins and Monro (1951)
# gave two conditions for rates above zero that do both:
#
# $$\sum_t \text{lr}(t) = \infty \qquad\text{and}\qquad \sum_t \text{lr}(t)^2 < \infty$$
#
# They proved that the typical distance goes to zero, for bounded measured slopes. Blum (1954)
# showed that such rates lead to the floor of a single valley from every start with probability 1,
# if its slope grows at most in proportion to the distance and the errors are independent, zero on
# average and of bounded spread. Take the rates $\text{lr}_0 / (1 + t/10)^p$: both sums are as
# wanted for $p = 1$; for $p = 0.5$ the squares add up to infinity, too; for $p = 2$ both sums are
# finite.
#
# The second condition can be weakened if the slope also grows *at least* in proportion to the
# distance: then it is enough for the typical distance that the rates go to zero while their sum
# is infinite. And neither condition promises speed. The next cell lets 200 walks run on the
# parabola, with errors of spread 2: with a first rate of 0.1, $p = 1$ ends closest; with 0.02 it
# is $p = 0.5$. For $1/t$ rates the first rate must be large enough: that is their trap.
#
# Step decay, exponential decay and cosine annealing to 0 have finite sums: sooner or later they
# freeze. That does no harm if the training ends anyway, and the sum until then is large enough.
#
# </details>


# %% folded=true
def felt_slope(w):
    return parabola.gradient(w) + rng.normal(0, 2, size=w.shape)


print("200 walks with rates of (first rate) / (1 + t/10)^p, and slopes with errors of spread 2")
for first_rate in [0.1, 0.02]:
    for p in [0, 0.5, 1, 2]:
        rng = np.random.default_rng(7)
        path = descent.descend(
            parabola,
            np.full(200, -1.0),
            schedules.power_decay(first_rate, power=p, every=10),
            5000,
            gradient=felt_slope,
        )
        far = np.sqrt(np.mean((path.weights - 4) ** 2, axis=1))
        told = "   ".join(f"step {t}: {far[t]:.3f}" for t in [100, 1000, 5000])
        print(f"first rate {first_rate:4}, p = {p:3}   typical distance at {told}")

# %% [markdown]
# ## Which rate first?
#
# Every schedule begins with a rate. Which one? A cheap test: begin far too low, make the rate a
# tenth larger after each step, and watch the loss. A few epochs are enough.


# %%
def rising(t):
    return 0.001 * 1.1**t


tested = descent.descend_batches(
    line.x, line.y, 10, rising, epochs=5, rng=np.random.default_rng(3)
)
for t in [0, 20, 40, 50, 60, 70, 75, 80, 85]:
    print(f"step {t:2}   rate {rising(t):7.4f}   loss {loss(tested.weights[t]):13.3f}")

# %% [markdown]
# Three regions: too low to move, falling, lost. Take a rate from the falling part, at least three
# times below the one where the run is lost. Here 0.1 or 0.2 will do. This is the **range test**.

# %% [markdown]
# ## Warm-up: up first
#
# Does a rate always begin high? Look at the quartic of lesson 1, from $w = 4$. There its curvature
# is much larger than on the valley's floor, and a parabola of that curvature has a lower limit:

# %%
floor = quartic.minima[1]
for name, w in {"at the start": 4.0, "on the floor": floor}.items():
    c = quartic.curvature(w)
    print(f"{name}: curvature {c:5.1f}, limit of such a parabola 2/{c:.1f} = {2 / c:.4f}")

# %%
predict(
    "warm-up",
    "Three runs from w = 4: rate 0.05 all the time, cosine annealing from 0.05, and a rate that "
    "first rises to 0.05 in ten steps. Which of them settle?",
    {
        "all three": "On the floor, 0.05 is a good rate. But the walk does not start there.",
        "the last two": "A cosine lowers the rate, but too late: its first rate is its highest.",
        "the last one only": "Its first steps are short, where the curvature is largest.",
        "none": "One of them has short steps as long as the curvature is large.",
    },
)

# %%
plans = {
    "constant": schedules.power_decay(0.05, power=0),
    "cosine annealing": schedules.cosine_annealing(0.05, total=20),
    "warm-up, then cosine": schedules.warm_up(10, schedules.cosine_annealing(0.05, total=20)),
}
runs = {name: descent.descend(quartic, 4.0, rate, steps=15) for name, rate in plans.items()}
for name, run in runs.items():
    print(f"{name:21} first rates {plans[name](0):.4f}, {plans[name](1):.4f}   {run.outcome}")

# %% folded=true
annealing = schedules.cosine_annealing(0.05, total=20)
settled = [
    descent.descend(quartic, 4.0, plan, steps=15).outcome == "converged"
    for plan in (0.05, annealing, schedules.warm_up(10, annealing))
]
reveal(
    "warm-up",
    all(settled),
    settled == [False, True, True],
    settled == [False, False, True],
    not any(settled),
)

# %% folded=true
figures.rates_and_losses(
    {
        name: (plans[name](np.arange(len(run.weights))), np.abs(run.weights - floor))
        for name, run in runs.items()
    },
    title=f"Warm-up on the quartic, from w = {runs['constant'].weights[0]:g}",
    y_label="distance to the floor",
    highest=1e3,
)

# %% [markdown]
# **Warm-up** is a rate that rises first, mostly in a straight line, before another schedule
# takes over. It helps where the curvature is larger at the start than later. BERT (Devlin et al.
# 2019) was trained for 1,000,000 steps, with 10,000 steps of warm-up to a rate of 0.0001, and then
# a linear decay:

# %%
bert = schedules.warm_up(10_000, schedules.linear_decay(0.0001, total=990_000))
for t in [0, 4_999, 9_999, 505_000, 1_000_000]:
    print(f"step {t:9,}: rate {bert(t):.8f}")

# %% [markdown]
# Does an optimizer of lesson 7 change that? The same start, a warm-up and then a cosine, with
# three of them. How much higher a rate does momentum take with 20 steps of warm-up than with none?
# And which of the three needs no warm-up here?

# %%
explore_warmup(quartic, start=4.0)


# %% folded=true
def highest(rule, rise):
    """Return the highest of twelve rates that does not diverge after so many steps of warm-up."""
    fine = []
    for lr in [0.005, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 1.0]:
        fall = schedules.cosine_annealing(lr, total=80 - rise)
        rate = schedules.warm_up(rise, fall) if rise else fall
        path = descent.descend(quartic, 4.0, rate, 80, optimizer=rule)
        if path.outcome != "diverged":
            fine.append(lr)
    return max(fine)


print("highest rate that does not diverge")
for rule in [optimizers.gradient_descent(), optimizers.momentum(), optimizers.adam()]:
    print(f"{rule.name:17} without warm-up {highest(rule, 0):4}", end="")
    print(f"   with 20 steps of it {highest(rule, 20):4}")

# %% [markdown]
# <details><summary>Answer</summary>
#
# Momentum adds its steps up, so large first steps throw it out soonest. With the warm-up it takes
# seven times the rate. Adam needs none here: it divides by the size of its slopes, so its steps
# are about as long as the rate, however steep the ground is. (BERT warmed Adam up all the same. In
# a large network the first averages are made of few noisy slopes, and can mislead it.)
#
# </details>

# %% [markdown]
# ## What goes wrong
#
# **Steps for epochs.** Is `t` a step or an epoch? With 20 steps in an epoch, `decay=0.95` for each
# *step* is a very different schedule from 0.95 for each *epoch*. The first one freezes:


# %%
def each_step(t):
    return 0.1 * 0.95**t


def each_epoch(t):
    return 0.1 * 0.95 ** (t // 20)


for name, rate in {"each step": each_step, "each epoch": each_epoch}.items():
    end = above_lowest(rate)[:, -1].mean()
    total = np.sum(rate(np.arange(600)))
    print(f"{name:10}   sum of rates {total:7.3f}   above the lowest loss {end:.5f}")

# %% [markdown]
# **Longer than planned.** After $t = T$ the formula's cosine goes up again, and so does the rate
# of a schedule that is nothing but the formula. (The course's own stays at its lowest rate.)
#
# **It only looked better.** When the rate drops, the noise drops, and so does the loss, at once.
# Part of that is calm rather than progress. A run that goes on at the high rate a little longer
# can end lower.

# %% [markdown]
# ## What the article got wrong
#
# One article ends its part on schedules with this loop, and readers will give the names some
# values *before* it:
#
# ```python
# for epoch in range(epochs):
#     lr = schedule(epoch)
#     theta = theta - lr * gradient
# ```

# %%
quick(
    "spot-the-loop",
    "Spot it before you run it: where does this loop walk?",
    {
        "to the minimum": "Then the gradient would have to change with theta. Which line of the "
        "loop works it out anew?",
        "in a straight line": "The gradient is that of the start for ever. Only the falling rate "
        "stops the walk, short of the minimum or past it.",
        "nowhere: theta never changes": "It changes at every step, always in the same direction.",
    },
    right="in a straight line",
)


# %%
def first_slope(w):
    return half_loss.gradient(np.zeros(2))  # always the one of the start


straight = descent.descend(half_loss, [0, 0], examples["step decay"], 1000, gradient=first_slope)
for name, path in {"slope once": straight, "slope each epoch": paths["step decay"]}.items():
    print(f"{name:17} w = {path.final[0]:.4f}   b = {path.final[1]:.4f}", end="   ")
    print(f"half loss {path.losses[-1]:.4f}")

# %% [markdown]
# The article also explains step decay as *reduce learning rate **by** drop_rate*, and its code
# multiplies the rate **by** `drop_rate`. A drop of 0.2 leaves 20 percent of the rate; reduced *by*
# 20 percent, 80 percent would be left. The two agree for 0.5 alone, the article's example.

# %% [markdown]
# ## In one formula
#
# $$w \leftarrow w - \text{lr}(t) \cdot f'(w) \qquad\text{with } \sum_t \text{lr}(t)
# \text{ large enough to arrive, and the last } \text{lr}(t) \text{ small enough to rest}$$

# %% [markdown]
# ## Quick check
#
# Click the answer you would give: each one is explained.

# %%
quick(
    "lower-the-rate",
    "Mini-batch descent with a constant rate has stopped getting better. A lower rate now …",
    {
        "changes nothing: the run has converged": "It may rest on its noise floor, and the "
        "floor depends on the rate.",
        "makes it diverge": "Rates that are too high diverge, not those that are lower.",
        "can bring the loss further down": "It does if noise is what holds it up: shorter steps, "
        "smaller kicks, a lower floor.",
    },
    right="can bring the loss further down",
)

# %%
quick(
    "decay-without-noise",
    "Plain gradient descent on a quadratic loss, all rows in each step, a rate below 1/L. Step "
    "decay …",
    {
        "makes it slower": "Without noise, a constant rate in this range comes closer with the "
        "same steps.",
        "makes it more precise in the same number of steps": "There is no noise to calm, so "
        "lower rates are only shorter steps.",
        "makes no difference": "The sum of the rates is smaller, so more of the way is left.",
    },
    right="makes it slower",
)

# %%
quick(
    "finite-sum",
    "The rates are 1, 1/2, 1/4, 1/8, … for ever. Their sum is …",
    {
        "infinite, since there are infinitely many": "Each one fills half of the gap to 2, and "
        "none goes beyond.",
        "2, so the run may freeze on its way": "Exponential decay always has a finite sum.",
        "0 in the end": "The rates go to 0. Their sum grows all the time, up to 2.",
    },
    right="2, so the run may freeze on its way",
)

# %%
quick(
    "why-warm-up",
    "With warm-up, the rate is low at first because …",
    {
        "the curvature may be large at first": "Too large for the full rate, which is fine on the "
        "floor of the valley.",
        "the run must end precisely": "That is what the fall at the end is for.",
        "the gradient is still zero at the start": "At the start it is often the largest.",
    },
    right="the curvature may be large at first",
)

# %% [markdown]
# ## Where it is used
#
# Large networks are mostly trained with a schedule: divided by ten whenever the error stops
# falling (ResNet, He et al. 2016), cosine annealing (Loshchilov and Hutter 2017), warm-up and
# linear decay (BERT). A constant rate with Adam is common for small models.
#
# ## Words for your glossary
#
# All words and signs of the course, with their other names: [notation](../../docs/notation.md).
#
# - **schedule**: a rule that gives the learning rate for each step.
# - **noise floor**: the level at which noise keeps a run with a constant rate.
# - **step decay**, **exponential decay**, **cosine annealing**: rates that fall in stairs, by the
#   same factor each step, along half a cosine wave.
# - **range test**: a short run in which the rate rises, to find a first rate.
# - **warm-up**: a rise of the rate in the first steps, before another schedule takes over.
# - **frozen**: standing still because the rates that are left are too small, not because the
#   ground is flat.
#
# Next: [Lesson 9, when it goes wrong](../09_when_it_goes_wrong/09_when_it_goes_wrong.ipynb). How
# do you tell from a loss curve what is the matter?

# %%
finish("Choose step decay from 0.5: is it still down before the best constant rate is?")
