# %% [markdown]
# # Lesson 8: Fast early, precise late
#
# *About 80 minutes. You need: a step against the gradient (lesson 1), and mini-batches (lesson
# 4).*
#
# You will be able to
#
# - say why mini-batch descent with a fixed rate never comes to rest;
# - write three schedules: step decay, exponential decay, cosine annealing;
# - tell when a schedule helps, and when it only slows a run down;
# - see from one sum that a schedule will freeze too early;
# - say what warm-up is for, and which rates are sure to arrive.

# %%
import numpy as np

from course import check, data, descent, figures, predict, quick, reveal, schedules
from course.explorers import explore_schedule
from course.landscapes import parabola, quartic, squared_error

# %% [markdown]
# ## The picture: parking a car
#
# You drive home fast, and into the parking space slowly. Fast all the way, and you never fit in.
# Slowly all the way, and you come home late.
#
# The learning rate can do the same. A **schedule** is a rule that gives the rate for each step:
# a function of the step number $t = 0, 1, 2, \dots$ Here are four of them.

# %%
t = np.arange(600)
shapes = {
    "constant": schedules.power_decay(0.1, power=0),
    "step decay": schedules.step_decay(0.1, drop=0.5, every=100),
    "exponential decay": schedules.exponential_decay(0.1, decay=0.99),
    "cosine annealing": schedules.cosine_annealing(0.1, total=600),
}
figures.losses(
    {name: rate(t) for name, rate in shapes.items()},
    title="Four learning rates over time",
    y_label="learning rate",
    log=False,
)

# %% [markdown]
# ## Why not one rate for all steps?
#
# We fit the line $wx + b$ to 200 noisy points by mini-batch descent, as in lesson 6: each epoch
# goes once through all rows, in a fresh random order, 10 rows for each step. So every run below
# costs the same: 30 epochs of 20 steps, which are 6000 gradients of single rows.
#
# The lowest loss that a line can have here is not zero. So we look at how far **above the lowest
# loss** a run is, on average over the steps of each epoch, and over 8 runs in 8 random orders.

# %%
line = data.noisy_line()
loss = squared_error(line.x, line.y)
w_best, b_best = loss.minima[0]
lowest = loss(loss.minima[0])
print(f"lowest loss: {lowest:.4f}, at w = {w_best:.4f} and b = {b_best:.4f}")


def above_lowest(lr, seeds=8):
    """Return how far above the lowest loss each run is, shape (seeds, epochs)."""
    above = []
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        run = descent.descend_batches(line.x, line.y, 10, lr, epochs=30, rng=rng)
        above.append(loss(run.weights[1:]) - lowest)
    return np.reshape(above, (seeds, 30, 20)).mean(axis=2)


# %%
predict(
    "two-rates",
    "One run has rate 0.1, the other 0.01. Which has the lower loss, in epoch 2 and in epoch 30?",
    {"0.1 both times": "", "0.01 both times": "", "0.1 in epoch 2, and 0.01 in epoch 30": ""},
)

# %%
high, low = above_lowest(0.1).mean(axis=0), above_lowest(0.01).mean(axis=0)
for epoch in [1, 2, 5, 10, 20, 30]:
    print(
        f"epoch {epoch:2}   above the lowest loss:   "
        f"rate 0.1: {high[epoch - 1]:8.5f}   rate 0.01: {low[epoch - 1]:8.5f}"
    )

early, late = ("0.1" if high[i] < low[i] else "0.01" for i in (1, 29))
both = early == late
reveal(
    "two-rates", f"{early} both times" if both else f"{early} in epoch 2, and {late} in epoch 30"
)

# %%
figures.rates_and_losses(
    {"rate 0.1": (np.full(30, 0.1), high), "rate 0.01": (np.full(30, 0.01), low)},
    title="A high rate is soon there, and then goes no lower",
    x_label="epoch",
    first=1,
    y_label="loss above the lowest",
)

# %% [markdown]
# The high rate is down in two epochs. And there it stays: more epochs do not help. The reason is
# **noise**. A step sees 10 rows of 200, so its slope is the true slope plus an error. Near the
# lowest point the true slope is almost nothing, but the error is not. So each step kicks the
# weights about, by rate times error.
#
# The level where a run stays is its **noise floor**. A lower rate has a lower floor, but it takes
# longer to get there. (If one line went through all points exactly, the errors would vanish at
# its weights, and there would be no such floor.)

# %% [markdown]
# ## Three schedules
#
# Begin with a high rate, and lower it on the way. The usual shapes, each with its first rate
# $\text{lr}_0$:
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
# $\lfloor\;\rfloor$ means rounded down: in step decay, `every` steps have the same rate. Cosine
# annealing goes from $\text{lr}_0$ at $t = 0$ down to $\text{lr}_{\min}$ at $t = T$, gently at
# both ends. $T$ is how many steps are planned, so it must be known before you start.

# %%
examples = {
    "step decay": schedules.step_decay(0.01, drop=0.5, every=100),
    "exponential decay": schedules.exponential_decay(0.01, decay=0.95),
    "cosine annealing": schedules.cosine_annealing(0.01, total=1000),
}
for name, rate in examples.items():
    print(f"{name:17}", "   ".join(f"t = {t}: {rate(t):.4g}" for t in [0, 2, 99, 100, 250]))

# %% [markdown] exercise="step_decay" part="statement"
# ### Exercise 1: step decay
#
# Write `step_decay(lr0, t, drop=0.5, every=100)`. It returns the rate at step `t`, one number.
# The rate begins at `lr0`, and after each `every` steps it is multiplied by `drop`. So
# `step_decay(0.01, 99)` is 0.01, `step_decay(0.01, 100)` is 0.005, and `step_decay(0.01, 250)`
# is 0.0025. `t` and `every` are whole numbers, and `lr0` may be one: `step_decay(3, 100)` is 1.5.
#
# The course's own `schedules.step_decay(0.01)` is of another kind: it returns a *function*, which
# gives the rate when it is called with `t`. Yours returns the rate itself. Write it, and the next
# two, without `schedules`.
#
# <details><summary>Hint 1</summary>
#
# How many drops have there been at step 99, at step 100, and at step 250?
#
# </details>
# <details><summary>Hint 2</summary>
#
# Python's `//` divides and rounds down. And each drop multiplies once more: that is a power.
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
# ### Exercise 2: exponential decay
#
# Write `exponential_decay(lr0, t, decay=0.95)`. It returns the rate at step `t`, one number:
# every step has `decay` times the rate of the step before it. For example,
# `exponential_decay(0.01, 0)` is 0.01, and `exponential_decay(0.01, 2)` is 0.009025. `t` is a
# whole number, 0 or more, and `lr0` may be one: `exponential_decay(2, 1)` is 1.9.
#
# <details><summary>Hint</summary>
#
# At $t = 1$ there is one factor `decay`, at $t = 2$ there are two. In Python, a power is `**`.
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
# ### Exercise 3: cosine annealing
#
# Write `cosine_annealing(lr0, t, T, lr_min=0.0)`: the rate at step `t` of `T`, one number, by the
# formula above. `t` and `T` are whole numbers with $0 \le t \le T$, and the rates may be whole,
# too. For example, `cosine_annealing(0.1, 0, 100)` is 0.1, `cosine_annealing(0.1, 25, 100)` is
# 0.08536 (rounded), `cosine_annealing(0.1, 100, 100)` is 0, and
# `cosine_annealing(0.1, 100, 100, lr_min=0.02)` is 0.02.
#
# <details><summary>Hint 1</summary>
#
# `np.cos` and `np.pi` are what you need. `np.cos` takes an angle in radians, and $\pi t/T$ is one.
#
# </details>
# <details><summary>Hint 2</summary>
#
# $(1 + \cos(\pi t/T))/2$ is 1 at the start and 0 at the end. What is it multiplied by, so that
# the rate goes from `lr0` to `lr_min`?
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
# ## The race
#
# Now the schedules of the first picture against constant rates, with 6000 gradients for each run.
# To be fair, the constant rate is **tuned**: we try eight of them and keep the best.

# %%
predict(
    "race",
    "The best of eight constant rates, or cosine annealing from 0.1: which ends lower?",
    {"the best constant rate": "", "cosine annealing": "", "about the same": ""},
)

# %%
constants = [0.003, 0.005, 0.006, 0.007, 0.008, 0.01, 0.03, 0.1]
above = {f"rate {lr:g}": above_lowest(lr) for lr in constants}
ends = {name: np.mean(runs[:, -1]) for name, runs in above.items()}
best = min(ends, key=ends.get)
for name, end in ends.items():
    mark = "   the best" if name == best else ""
    print(f"{name:10} above the lowest loss in epoch 30: {end:.1e}{mark}")

# %%
scheduled = {name: above_lowest(shapes[name]) for name in list(shapes)[1:]}
contest = {best: above[best]} | scheduled
for name, runs in contest.items():
    end = runs[:, -1]
    lower = np.sum(end < above[best][:, -1])
    told = f"   lower than {best} in {lower} of 8" if name != best else ""
    print(f"{name:17} mean {end.mean():.1e}, from {end.min():.1e} to {end.max():.1e}{told}")

ratio = ends[best] / scheduled["cosine annealing"][:, -1].mean()
if ratio > 2:
    reveal("race", "cosine annealing")
else:
    reveal("race", "the best constant rate" if ratio < 1 / 2 else "about the same")

# %% [markdown]
# The same race, to look at: the rate on the left, the loss on the right, beside two constant
# rates. Choose other schedules and other first rates. Which one is down first, which one lowest?

# %%
explore_schedule()

# %% [markdown]
# At first the schedules are as fast as rate 0.1. Then they go down together with their floor. All
# three beat the best constant rate, in every one of the 8 orders. This holds *here*, with noise
# and with this budget; it is no law.
#
# And how much is it worth? The data was made with $w = 3$ and $b = 7$, and the line of lowest
# loss itself misses them by more than 0.03, because of the noise in the points (lesson 4). So the
# last digits are more *precise*, not more *true*. Often worth more: a constant rate has to fit the
# length of the run. Here 0.003 is too slow for 30 epochs, and 0.03 has too high a floor. A
# schedule passes through both.

# %% [markdown]
# ## Without noise
#
# Now plain gradient descent: every step uses all 200 rows, so there is no error in the slopes.
# One of the articles recommends schedules without asking whether there is noise. We take its
# settings: half of the mean squared error as loss, a first rate of 0.01, and 1000 epochs of one
# step each.

# %%
predict(
    "without-noise",
    "No noise, 1000 steps, all from rate 0.01. Which run ends closest to the lowest point?",
    {"the constant rate": "", "step decay": "", "cosine annealing": ""},
)

# %%
half_loss = squared_error(line.x, line.y, factor=1 / 400, view=((-1, 9), (0, 16)))
plain = {"constant": schedules.power_decay(0.01, power=0)} | examples
paths = {name: descent.descend(half_loss, [0, 0], rate, 1000) for name, rate in plain.items()}
missing = {name: np.linalg.norm(path.final - half_loss.minima[0]) for name, path in paths.items()}

for name in ["constant", "step decay", "cosine annealing"]:
    w, b = paths[name].final
    print(f"{name:17} w = {w:.4f}   b = {b:.4f}   distance to the best {missing[name]:.4f}")
print(f"{'lowest loss':17} w = {w_best:.4f}   b = {b_best:.4f}")

closest = min(["constant", "step decay", "cosine annealing"], key=missing.get)
reveal("without-noise", "the constant rate" if closest == "constant" else closest)

# %% [markdown]
# Without noise there is no noise floor, and lower rates are just shorter steps. On a quadratic
# loss like this one, let the constant rate be at most $1/L$, where $L$ is the largest curvature.
# Then no schedule that stays at or below it comes closer in the same number of steps. Here $1/L$
# is about 0.91, so 0.01 is far on the safe side.

# %%
curvatures = np.linalg.eigvalsh(half_loss.curvature(half_loss.minima[0]))
print(f"curvatures of the half loss: {curvatures[0]:.3f} to {curvatures[1]:.3f}")
print(f"1/L = {1 / curvatures[1]:.2f}")

# %% [markdown]
# ## Too early to freeze
#
# The same article offers exponential decay with `decay=0.95`, for each epoch. It sounds harmless:
# five percent less each time.

# %%
predict(
    "freeze",
    "Rate 0.01, times 0.95 after each step, 1000 steps. How much of the way does the run make?",
    {"nearly all of it": "", "about a half": "", "about a fifth": ""},
)

# %%
frozen = paths["exponential decay"]
w, b = frozen.final
print(f"after 1000 steps:    w = {w:.4f}   b = {b:.4f}")
w, b = descent.descend(half_loss, [0, 0], plain["exponential decay"], 5_000).final
print(f"after 5,000 steps:   w = {w:.4f}   b = {b:.4f}")
print(f"lowest loss:         w = {w_best:.4f}   b = {b_best:.4f}")
print(f"the rate is down to a half after {np.log(0.5) / np.log(0.95):.2f} steps")

made = 1 - missing["exponential decay"] / np.linalg.norm(half_loss.minima[0])
choices = {"nearly all of it": 0.95, "about a half": 0.5, "about a fifth": 0.2}
reveal("freeze", min(choices, key=lambda choice: abs(choices[choice] - made)))

# %% [markdown]
# It stops far from the lowest point, and looks as if it had converged: nothing moves any more.
# Nothing *can* move. The rates $0.01 \cdot 0.95^t$ have a finite sum, even if they go on for ever:
# $0.01 / (1 - 0.95) = 0.2$.
#
# The sum is what counts. Where the curvature is $c$, a step leaves $1 - c \cdot \text{lr}$ of the
# distance (lesson 2), and for small rates all steps together leave about
#
# $$e^{-c\,\cdot\,(\text{sum of all rates})}$$
#
# Here $c$ is about 1 in every direction, so let us compare:

# %%
start_distance = np.linalg.norm(half_loss.minima[0])
for name, rate in plain.items():
    total = np.sum(rate(np.arange(1000)))
    left = missing[name] / start_distance
    print(f"{name:17} sum {total:7.4f}   formula {np.exp(-total):.5f}   really left {left:.5f}")

# %% [markdown]
# So before you use a schedule, **add up its rates**. The sum times the curvature should be well
# above 1, in each direction that matters: at 5, less than one percent of the way is left.

# %% [markdown]
# ## Which rates are sure to arrive?
#
# Two wishes pull in two directions. The *sum* of the rates must be large, or the run freezes. The
# *last* rates must be small, or it stays on a high floor. Robbins and Monro (1951) gave two
# conditions for rates above zero that do both:
#
# $$\sum_t \text{lr}(t) = \infty \qquad\text{and}\qquad \sum_t \text{lr}(t)^2 < \infty$$
#
# Take a loss of one weight with a single valley, whose slope is zero at its floor only and grows
# at most in proportion to the distance. Let the slopes be felt with independent errors, zero on
# average and of bounded spread. Then such rates lead to the floor from every start, with
# probability 1. (For many weights there are theorems of the same kind.)
#
# A family to try it with: $0.1 / (1 + t/10)^p$.
#
# | $p$ | sum of the rates | sum of their squares |
# |---|---|---|
# | 0 (constant) | infinite | infinite |
# | 0.5 | infinite | infinite |
# | 1 | infinite | finite |
# | 2 | finite | finite |

# %%
predict(
    "which-power",
    "The parabola, each slope with a random error. Which p is closest after 5000 steps?",
    {"p = 0": "", "p = 0.5": "", "p = 1": "", "p = 2": ""},
)

# %% [markdown]
# The loss is $(w - 4)^2 + 2$, the start $-1$. Each slope gets an error of spread 2. We let 200
# walks run at once, and look at their typical distance to 4 (the root of the mean square).


# %%
def felt_slope(w):
    return parabola.gradient(w) + rng.normal(0, 2, size=w.shape)


distances = {}
for p in [0, 0.5, 1, 2]:
    rng = np.random.default_rng(7)
    rate = schedules.power_decay(0.1, power=p, every=10)
    path = descent.descend(parabola, np.full(200, -1.0), rate, 5000, gradient=felt_slope)
    distances[f"p = {p}"] = np.sqrt(np.mean((path.weights - 4) ** 2, axis=1))

for name, distance in distances.items():
    at = "   ".join(f"step {t}: {distance[t]:.3f}" for t in [10, 100, 1000, 5000])
    print(f"{name:8} distance at {at}")
print(f"noise floor of a constant rate, by theory: {np.sqrt(0.1 * 2**2 / (2 * (2 - 0.2))):.3f}")
reveal("which-power", min(distances, key=lambda name: distances[name][-1]))

# %%
t = np.arange(5001)
rates = {p: schedules.power_decay(0.1, power=p, every=10)(t) for p in [0, 0.5, 1, 2]}
figures.rates_and_losses(
    {f"p = {p}": (rate, distances[f"p = {p}"]) for p, rate in rates.items()},
    title="Rates 0.1/(1 + t/10)^p, and how far they get in noise",
    y_label="distance to 4",
    log_rate=True,
    log_x=True,
)

# %% [markdown]
# $p = 0$ stays on its floor, $p = 2$ freezes, and $p = 1$ keeps getting closer. (The floor by
# theory, for the curvature $c$ and independent errors of spread $\sigma$, is the root of
# $\text{lr}\,\sigma^2 / (c\,(2 - c\,\text{lr}))$. Here $c = 2$.)
#
# And $p = 0.5$? It goes down as well, only more slowly. The two conditions are *enough*; they are
# not both *needed*. The first cannot be spared: with a finite sum, some starts are too far away.
# The second can be weakened if we ask for less, that the *typical* distance goes to zero, as in
# the picture: then it is enough that the rates go to zero while their sum is infinite. And
# neither condition promises speed.
#
# Step decay and exponential decay (with a factor below 1) and cosine annealing down to zero have
# finite sums: sooner or later they freeze. That does no harm if the training ends anyway, and the
# sum until then is large enough.

# %% [markdown]
# ## Warm-up: up first
#
# Does a rate always begin high? Look at the quartic of lesson 1, from $w = 4$. There the curve is
# much steeper than on the valley's floor, and so is its curvature:

# %%
floor = quartic.minima[1]
for name, w in {"at the start": 4.0, "on the floor": floor}.items():
    c = quartic.curvature(w)
    print(f"{name}: curvature {c:5.1f}, bound for the rate 2/{c:.1f} = {2 / c:.4f}")

# %%
predict(
    "warm-up",
    "Three runs from w = 4: rate 0.05 all the time, cosine annealing from 0.05, and a rate that "
    "first rises to 0.05 in ten steps. Which of them settle?",
    {"all three": "", "the last two": "", "the last one only": "", "none": ""},
)

# %%
plans = {
    "constant": schedules.power_decay(0.05, power=0),
    "cosine annealing": schedules.cosine_annealing(0.05, total=20),
    "warm-up, then cosine": schedules.warm_up(10, schedules.cosine_annealing(0.05, total=20)),
}
runs = {name: descent.descend(quartic, 4.0, rate, steps=15) for name, rate in plans.items()}
for name, run in runs.items():
    first = ", ".join(f"{plans[name](t):.4f}" for t in range(3))
    print(f"{name:21} rates {first}, …   {run.outcome}")

settled = tuple(name for name, run in runs.items() if run.outcome == "converged")
outcomes = {3: "all three", 2: "the last two", 1: "the last one only", 0: "none"}
reveal("warm-up", outcomes[len(settled)])

# %%
t = np.arange(16)
figures.rates_and_losses(
    {name: (plan(t), np.abs(runs[name].weights - floor)) for name, plan in plans.items()},
    title="Warm-up on the quartic, from w = 4",
    y_label="distance to the floor",
    highest=1e3,
)

# %% [markdown]
# *Start larger and decrease* fails here: its first step is its longest, and the first place is the
# steepest. **Warm-up** is a rate that rises first, mostly in a straight line, before another
# schedule takes over. It can help where the start is steeper than what follows, and with rules
# such as Adam, whose first averages rest on very few gradients.
#
# Many large models are trained so. BERT (Devlin et al. 2019) was trained with Adam for 1,000,000
# steps, with 10,000 steps of warm-up to a rate of 0.0001, and then a linear decay. Drawn here
# down to zero at the last step:

# %%
bert = schedules.warm_up(10_000, schedules.linear_decay(0.0001, total=990_000))
for t in [0, 4_999, 9_999, 505_000, 1_000_000]:
    print(f"step {t:9,}: rate {bert(t):.8f}")

figures.losses(
    {"BERT": bert(np.arange(0, 1_000_001, 1000))},
    title="BERT: up in 10,000 steps, then down in a straight line",
    x_label="thousands of steps",
    y_label="learning rate",
    log=False,
)

# %% [markdown]
# ## What goes wrong
#
# **Frozen too early.** The loss curve goes flat, as if all were done. Add up the rates.
#
# **Steps for epochs.** Is `t` a step or an epoch? With 20 steps in an epoch, `decay=0.95` for each
# *step* is a very different schedule from 0.95 for each *epoch*. The first one freezes:

# %%
per_step = schedules.exponential_decay(0.1, decay=0.95)
decays = {"for each step": per_step, "for each epoch": lambda t: per_step(t // 20)}
for name, rate in decays.items():
    end = above_lowest(rate)[:, -1].mean()
    total = sum(rate(t) for t in range(600))
    print(f"0.95 {name:15} sum of rates {total:7.3f}   above the lowest loss {end:.5f}")

# %% [markdown]
# **Longer than planned.** The cosine goes up again after $t = T$, and so does the rate, if the
# formula is used beyond it. The course's own `schedules.cosine_annealing` stays at `lr_min`.
#
# **The first rate is too high.** A schedule that only falls cannot mend that: the run may be lost
# before the rate is low.
#
# **It only looked better.** When the rate drops, the noise drops, and so does the loss, at once.
# Part of that drop may be calm rather than progress. A run that went on at the high rate a little
# longer can end lower.

# %% [markdown]
# ## What the article got wrong
#
# One article ends its part on schedules with a loop like this one, with its step decay: 0.5 every
# 100 epochs, from 0.01.
#
# ```python
# for epoch in range(epochs):
#     lr = schedule(epoch)
#     theta = theta - lr * gradient
# ```
#
# As printed it stops with a `NameError`: `epochs`, `theta` and `gradient` have no values yet.
# Readers will give them some *before* the loop. Then it runs. What does it do?
#
# The article also explains step decay as *reduce learning rate **by** drop_rate*. Its code
# multiplies the rate by `drop_rate`. Is that the same?

# %% [markdown] exercise="article_schedule" part="statement"
# ### Exercise 4: put the loop right
#
# The data is `line.x` and `line.y`, the line $wx + b$ begins at $w = b = 0$, and there are 1000
# epochs, numbered from 0 to 999. Each takes one step with all 200 rows, at the rate
# `step_decay(0.01, epoch)` (yours, or `schedules.step_decay(0.01)(epoch)`).
#
# As in the article, the loss is *half* the mean squared error. So with the errors
# $e = wx + b - y$, the slope for $w$ is the mean of $e \cdot x$, and the slope for $b$ is the
# mean of $e$.
#
# Set four values. Lines are pairs `(w, b)`, in this order, with at least four digits after the
# point:
#
# - `repaired_end`: the line after the loop, if both slopes are worked out anew in each epoch;
# - `straight_end`: the line after the loop, again from $w = b = 0$, if they are worked out once,
#   before it;
# - `code_rate`: the rate at step 100 that step decay gives for `lr0 = 0.01`, `drop = 0.2` and
#   `every = 100`;
# - `docstring_rate`: the rate that would be left if 0.01 were reduced *by* 20 percent.
#
# <details><summary>Hint</summary>
#
# Work out the errors from the old `w` and `b`, then both slopes, then change both weights. For
# `straight_end`, move the first two of these in front of the loop.
#
# </details>

# %% exercise="article_schedule" part="answer"
### BEGIN SOLUTION
w = b = 0.0
for epoch in range(1000):
    errors = w * line.x + b - line.y
    rate = step_decay(0.01, epoch)
    w, b = w - rate * np.mean(errors * line.x), b - rate * np.mean(errors)
repaired_end = (w, b)

errors = 0 - line.y
total = sum(step_decay(0.01, epoch) for epoch in range(1000))
straight_end = (-total * np.mean(errors * line.x), -total * np.mean(errors))

code_rate = 0.01 * 0.2
docstring_rate = 0.01 * (1 - 0.2)
### END SOLUTION

# %% exercise="article_schedule" part="check"
check("article_schedule")

# %% exercise="article_schedule" part="hidden"
# More checks run here when your work is graded.
### BEGIN HIDDEN TESTS
check("article_schedule", seed=70489)
### END HIDDEN TESTS

# %% [markdown]
# The same with the course's own code:


# %%
def first_slope(w):
    return half_loss.gradient(np.zeros(2))


rate = schedules.step_decay(0.01)
straight = descent.descend(half_loss, [0, 0], rate, 1000, gradient=first_slope)
for name, path in {"slope once": straight, "slope each epoch": paths["step decay"]}.items():
    w, b = path.final
    print(f"{name:17} w = {w:.4f}   b = {b:.4f}   half loss {path.losses[-1]:.4f}")
print(f"{'lowest loss':17} w = {w_best:.4f}   b = {b_best:.4f}   half loss {lowest / 2:.4f}")

# %%
figures.line_walks(
    {"slope once": straight, "slope each epoch": paths["step decay"]},
    title="With a gradient that is never renewed, the walk passes the lowest point",
)

# %% [markdown]
# With one gradient for all steps, the walk is a straight line, and it goes on past the lowest
# point. Only the falling rate stops it. Renewed in each epoch, it goes the right way, and stops
# short of the point: the rates add up to 1.998 only.
#
# And *by* is not *to*: a drop of 0.2 in the code leaves 20 percent of the rate. Reduced *by* 20
# percent, 80 percent would be left. The two are the same for 0.5 alone, the article's example.
#
# One article calls *start larger and decrease over time* a learning rate schedule, another says
# that modern practitioners do not keep the rate constant. But decreasing is only one kind of
# schedule: warm-up goes the other way first. And constant rates are still in use.

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
    "quick-1",
    "Mini-batch descent with a constant rate has stopped getting better. A lower rate now …",
    {
        "changes nothing: the run has converged": "It may rest on its noise floor, and the "
        "floor depends on the rate.",
        "can bring the loss further down, if noise is what holds it up": "Shorter steps, "
        "smaller kicks, a lower floor.",
        "makes it diverge": "Rates that are too high diverge, not those that are lower.",
    },
    right="can bring the loss further down, if noise is what holds it up",
)

# %%
quick(
    "quick-2",
    "Plain gradient descent on a quadratic loss, all rows in each step, a rate below 1/L. Step "
    "decay …",
    {
        "makes it more precise in the same number of steps": "There is no noise to calm, so "
        "lower rates are only shorter steps.",
        "makes it slower": "Without noise, a constant rate in this range comes closer with the "
        "same steps.",
        "makes no difference": "The sum of the rates is smaller, so more of the way is left.",
    },
    right="makes it slower",
)

# %%
quick(
    "quick-3",
    "The rates are 1, 1/2, 1/4, 1/8, … for ever. Their sum is …",
    {
        "infinite, since there are infinitely many": "Each one fills half of the gap to 2, and "
        "none goes beyond.",
        "2, so the run may freeze on its way": "Exponential decay always has a finite sum, 1/(1 "
        "− decay) times the first rate.",
        "0 in the end": "The rates go to 0. Their sum grows all the time, up to 2.",
    },
    right="2, so the run may freeze on its way",
)

# %%
quick(
    "quick-4",
    "With warm-up, the rate is low at first because …",
    {
        "the run must end precisely": "That is what the fall at the end is for.",
        "the ground at the start may be too steep for the full rate": "And the first averages "
        "of Adam rest on few gradients.",
        "the gradient is zero at the start": "At the start it is often the largest.",
    },
    right="the ground at the start may be too steep for the full rate",
)

# %% [markdown]
# ## Where it is used
#
# Large networks are mostly trained with a schedule: divided by ten whenever the error stops
# falling (ResNet, He et al. 2016), cosine annealing (Loshchilov and Hutter 2017, there with
# restarts), warm-up and linear decay (BERT). But not always: a constant rate with Adam is common
# for small models, and without noise a constant rate may be best.
#
# ## Words for your glossary
#
# All words and signs of the course, with their other names: [notation](../../docs/notation.md).
#
# - **schedule**: a rule that gives the learning rate for each step.
# - **noise floor**: the level at which noise keeps a run with a constant rate.
# - **step decay**, **exponential decay**, **cosine annealing**: rates that fall in stairs, by the
#   same factor each step, along half a cosine wave.
# - **warm-up**: a rise of the rate in the first steps, before another schedule takes over.
# - **frozen**: standing still because the rates that are left are too small, not because the
#   ground is flat.
# - **Robbins–Monro conditions**: the sum of the rates infinite, the sum of their squares finite.
#
# Next: [Lesson 9, when it goes wrong](../09_when_it_goes_wrong/09_when_it_goes_wrong.ipynb). How
# do you tell from a loss curve what is the matter?
