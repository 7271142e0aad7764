# %% [markdown]
# # Lesson 7: A memory of slopes
#
# *About 100 minutes. You need: a step against the gradient (lesson 1), and a ravine (lesson 3).*
#
# You will be able to
#
# - say what a running average of slopes keeps, and what it cancels;
# - write one step of momentum, AdaGrad, RMSprop and Adam yourself;
# - translate between the ways in which books and libraries write them;
# - say why Adam divides by $1 - \beta^t$, and what happens without;
# - compare optimizers fairly, and tell when a comparison is not fair.

# %%
import numpy as np

from course import check, data, descent, figures, optimizers, predict, quick, reveal
from course.explorers import race_optimizers
from course.landscapes import (
    himmelblau,
    parabola,
    quadratic,
    quartic,
    ravine,
    rosenbrock,
    squared_error,
)

# %% [markdown]
# ## The picture: a ball instead of a hiker
#
# The hiker of lesson 1 feels the slope, takes a step, and **forgets**. Each step knows one slope
# only. Now let a heavy ball roll down the same hill. It has speed. What the ground did a moment
# ago still moves it now: the ball *remembers* slopes.
#
# An **optimizer** is a rule that turns gradients into steps. Plain gradient descent is the
# simplest one: $w \leftarrow w - \text{lr} \cdot g$, where $g$ is the gradient at $w$. All
# optimizers of this lesson add a memory to it.

# %% [markdown]
# ## A running average
#
# The cheapest memory is one number, the **running average**. Of the old memory keep a part
# $\beta$ (say 0.9), and fill up with the new slope:
#
# $$m \leftarrow \beta\, m + (1 - \beta)\, g$$
#
# No list of old slopes is kept. With $\beta = 0.9$, a slope of ten steps ago counts a third of
# today's. Here the true slope is 1, and each slope that we feel has a random error.

# %%
rng = np.random.default_rng(6)
felt = 1 + rng.normal(size=10_000)

m, remembered = 0.0, []
for g in felt:
    m = 0.9 * m + 0.1 * g
    remembered.append(m)

print(f"slopes as felt:   mean {np.mean(felt):.2f}, spread {np.std(felt):.2f}")
print(f"running average:  mean {np.mean(remembered):.2f}, spread {np.std(remembered):.2f}")

# %%
figures.losses(
    {"slopes as felt": felt[:80], "running average, β = 0.9": remembered[:80]},
    title="A running average calms what it remembers",
    y_label="slope",
    log=False,
)

# %% [markdown]
# The average finds the slope behind the noise. Two prices are paid. It is **late**: it answers to
# a change about ten steps later. And it **begins at zero**, so that the first averages are too
# small. Keep the second one in mind: Adam will need it.

# %% [markdown]
# ## What adds up, and what cancels
#
# Momentum leaves out the factor $1 - \beta$: it *adds up* the slopes, $v \leftarrow \beta v + g$.

# %%
predict(
    "steady-slope",
    "The slope is 1 at every step, and v ← 0.9·v + 1. Where does v end?",
    {"at 1": "", "at 10": "", "it grows without end": ""},
)

# %%
slopes = {"steady": np.ones(100), "back and forth": (-1.0) ** np.arange(100)}
sums = {}
for name, felt in slopes.items():
    v, sums[name] = 0.0, []
    for g in felt:
        v = 0.9 * v + g
        sums[name].append(v)
    print(f"{name:14}", "   ".join(f"step {t}: {sums[name][t - 1]:6.3f}" for t in [1, 2, 10, 100]))

last = sums["steady"][-1]
outcome = {1: "at 1", 10: "at 10"}.get(round(last), "it grows without end")
reveal("steady-slope", outcome)

# %% [markdown]
# A steady slope adds up to $1/(1 - \beta)$ times itself: 10 times for $\beta = 0.9$. A slope that
# changes its sign at every step shrinks to $1/(1 + \beta)$ of itself, about half. So **what points
# the same way adds up, and what goes back and forth cancels.**

# %% [markdown]
# ## Momentum
#
# The sum, with rate and sign, is the ball's **velocity** $v$:
#
# $$v \leftarrow \beta\, v - \text{lr} \cdot g \qquad\qquad w \leftarrow w + v$$
#
# First the velocity, then the weights with the *new* velocity. $v$ begins at 0. With $\beta = 0$
# it is plain gradient descent. The part of the speed that is lost, $1 - \beta$, is the ball's
# friction.
#
# The place to see it is a ravine: steep across, flat along. Ours is
# $(w_1^2 + 100\, w_2^2)/2$. Gradient descent goes back and forth across it, and creeps along it.

# %%
predict(
    "two-walks",
    "Gradient descent (rate 0.018) and momentum (rate 0.004) each get 100 gradients in the "
    "ravine. Which gets lower?",
    {
        "gradient descent: it does not swing past the floor": "",
        "momentum, although it swings past the floor": "",
        "about the same": "",
    },
)

# %%
valley = ravine(100)
start = [10.0, 2.0]
plain = descent.descend(valley, start, lr=0.018, steps=100)
ball = descent.descend(valley, start, lr=0.004, steps=100, optimizer=optimizers.momentum(0.9))

for name, path in {"gradient descent": plain, "momentum": ball}.items():
    print(f"{name:17} loss after 100 gradients: {path.losses[-1]:.5f}")

ratio = plain.losses[-1] / ball.losses[-1]
if ratio > 2:
    reveal("two-walks", "momentum, although it swings past the floor")
elif ratio < 1 / 2:
    reveal("two-walks", "gradient descent: it does not swing past the floor")
else:
    reveal("two-walks", "about the same")

# %%
figures.contour_walks(
    {"gradient descent, rate 0.018": plain, "momentum, rate 0.004": ball},
    title="100 gradients in a ravine",
)

# %% [markdown]
# Gradient descent soon finds the floor of the ravine, and then creeps. Momentum swings across the
# floor for longer, but along the ravine its steps add up, although its rate is less than a
# quarter. (These two rates were picked for the picture. The fair race, with a sweep for each rule,
# is below.) Its loss does **not** fall at every step, and that is no fault: a ball that rolls past
# the floor and back is still getting somewhere.

# %% [markdown] exercise="momentum_step" part="statement"
# ### Exercise 1: a step with momentum
#
# Write `momentum_step(w, v, g, lr, beta)`. It takes the weights `w`, the velocity `v`, the
# gradient `g`, the learning rate and $\beta$, and returns the pair `(w, v)` after **one** step:
#
# $$v \leftarrow \beta\, v - \text{lr} \cdot g \qquad\qquad w \leftarrow w + v$$
#
# `w`, `v` and `g` are NumPy arrays of one shape, or three single numbers: write it so that it
# works for both, and do not change the arrays that you are given. They may hold whole numbers:
# `np.array([8, 6])`. Write the step yourself, without `optimizers`.
#
# For example, `momentum_step(2.0, -0.5, 4.0, 0.1, 0.9)` returns `(1.15, -0.85)`.
#
# <details><summary>Hint 1</summary>
#
# NumPy's `*`, `+` and `-` work entry by entry, and they work for single numbers, too. No loop is
# needed.
#
# </details>
# <details><summary>Hint 2</summary>
#
# The weights move with the velocity *after* it was updated. And `v = …` makes a new array, while
# `v *= …` changes the old one, which belongs to the caller.
#
# </details>


# %% exercise="momentum_step" part="answer"
def momentum_step(w, v, g, lr, beta):
    """Return (w, v) after one step; w, v and g have one shape, lr and beta are numbers."""
    ### BEGIN SOLUTION
    v = beta * v - lr * g
    return w + v, v
    ### END SOLUTION


# %% exercise="momentum_step" part="check"
check("momentum_step")

# %% exercise="momentum_step" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("momentum_step", seed=60103)
### END HIDDEN TESTS

# %% [markdown]
# ## One walk, three spellings
#
# Books and libraries write momentum in different ways. With a fixed rate, and from $v = 0$, these
# three make the same walk:
#
# | spelling | velocity | step | rate |
# |---|---|---|---|
# | here, and in Keras | $v \leftarrow \beta v - \text{lr}\cdot g$ | $w \leftarrow w + v$ | lr |
# | PyTorch | $v \leftarrow \beta v + g$ | $w \leftarrow w - \text{lr}\cdot v$ | lr |
# | running average | $v \leftarrow \beta v + (1-\beta) g$ | $w \leftarrow w - r\cdot v$ | $r$ |
#
# with $r = \text{lr}/(1 - \beta)$. Look at the last line: a rate of 0.1 there is a rate of
# 0.01 here, for $\beta = 0.9$. Copying a rate from one spelling to another changes the run.

# %%
lr, beta = 0.01, 0.9
here = torch = average = np.array(start)
v_here = v_torch = v_average = np.zeros(2)
for _ in range(50):
    v_here = beta * v_here - lr * valley.gradient(here)
    here = here + v_here
    v_torch = beta * v_torch + valley.gradient(torch)
    torch = torch - lr * v_torch
    v_average = beta * v_average + (1 - beta) * valley.gradient(average)
    average = average - lr / (1 - beta) * v_average

for name, w in {"here": here, "PyTorch": torch, "running average": average}.items():
    print(f"{name:16} after 50 steps: w1 = {w[0]:.8f}   w2 = {w[1]:.8f}")

# %% [markdown]
# If the rate changes on the way, as in the next lesson, they differ: the first spelling keeps the
# rates of old steps in its velocity, the others apply today's rate to all old slopes.

# %% [markdown]
# ## Nesterov: look where you are going
#
# The ball will be near $w + \beta v$ in any case. So why not feel the slope *there*? That is
# **Nesterov's momentum**:
#
# $$v \leftarrow \beta\, v - \text{lr} \cdot f'(w + \beta v) \qquad\qquad w \leftarrow w + v$$
#
# Libraries store the look-ahead place instead of $w$. Then the gradient is taken at the stored
# weights, as for every other rule: $v \leftarrow \beta v - \text{lr}\cdot g$, then
# $w \leftarrow w + \beta v - \text{lr}\cdot g$. Both spellings, side by side:

# %%
w, v = np.array(start), np.zeros(2)
for _ in range(20):
    v = 0.9 * v - 0.002 * valley.gradient(w + 0.9 * v)
    w = w + v
stored = descent.descend(valley, start, lr=0.002, steps=20, optimizer=optimizers.nesterov(0.9))

print("look-ahead place: ", "   ".join(f"{place:.8f}" for place in w + 0.9 * v))
print("stored weights:   ", "   ".join(f"{place:.8f}" for place in stored.final))

# %% [markdown]
# ## New rules, new bounds
#
# Lesson 2 found the bound $2/L$ for the rate, where $L$ is the largest curvature. A memory moves
# that bound. On a quadratic, with $0 \le \beta < 1$, a run settles if lr is above 0 and below
#
# | rule | bound | for $\beta = 0.9$ |
# |---|---|---|
# | gradient descent | $2/L$ | $2/L$ |
# | momentum | $2(1 + \beta)/L$ | $3.8/L$ |
# | Nesterov | $2(1 + \beta)/((1 + 2\beta) L)$ | $1.357/L$ |
#
# Momentum bears a larger rate, and its steps along the ravine are up to ten times as long: that
# is why it wins there. Nesterov's rule bears only a smaller rate, but its swings across the ravine
# die out sooner. Just below and just above each bound:

# %%
L, beta = 100, 0.9
bounds = {
    optimizers.gradient_descent(): 2 / L,
    optimizers.momentum(beta): 2 * (1 + beta) / L,
    optimizers.nesterov(beta): 2 * (1 + beta) / ((1 + 2 * beta) * L),
}
for rule, bound in bounds.items():
    below, above = (
        descent.descend(valley, start, part * bound, 1000, optimizer=rule).outcome
        for part in (0.99, 1.01)
    )
    print(f"{rule.name:17} bound {bound:.5f}   1 % below: {below}   1 % above: {above}")

# %% [markdown]
# ## Does momentum cross hills?
#
# An article says that momentum helps you to *roll through small bumps*, and out of local minima.
# Let us see. The quartic of lesson 1 has a deep valley on the left and a shallow one on the right.
# Plain gradient descent from 3 ends in the right one, for small rates. Now with momentum,
# $\beta = 0.9$.

# %%
predict(
    "over-the-hill",
    "Momentum starts at 3, with rate 0.005 and with rate 0.01. Which run crosses to the left?",
    {"both": "", "only the one with 0.005": "", "only the one with 0.01": "", "neither": ""},
)


# %%
def valley_of(w):
    near = np.argmin(np.abs(w - np.array(quartic.minima)))
    settled = abs(w - quartic.minima[near]) < 1e-3
    return ["left (deeper)", "right (shallower)"][near] if settled else "not settled"


ball = optimizers.momentum(0.9)
ends = {}
for begin, lr in [(3.0, 0.001), (3.0, 0.005), (3.0, 0.01), (-3.0, 0.01), (-3.0, 0.015)]:
    path = descent.descend(quartic, begin, lr, steps=2000, optimizer=ball)
    ends[begin, lr] = valley_of(path.final)
    print(f"from {begin:4} at rate {lr:5}: {ends[begin, lr]}")

crossed = [lr for lr in (0.005, 0.01) if ends[3.0, lr].startswith("left")]
outcomes = {0: "neither", 2: "both"}
only = f"only the one with {crossed[0]}" if len(crossed) == 1 else ""
reveal("over-the-hill", outcomes.get(len(crossed), only))

# %% [markdown]
# Look at the last line. From −3, which is *above the deeper valley*, the ball with rate 0.015
# rolls out of it, over the hill, and ends in the **worse** one. Momentum carries you over a hill
# if the ball arrives fast enough. It does not know which side is better.

# %%
figures.walks(
    {
        "from 3 at rate 0.01": descent.descend(quartic, 3.0, 0.01, 200, optimizer=ball),
        "from −3 at rate 0.015": descent.descend(quartic, -3.0, 0.015, 200, optimizer=ball),
    },
    title="Momentum crosses the hill, in both directions",
)

# %% [markdown]
# ## A rate for each weight: AdaGrad
#
# Momentum changes the *direction* of a step. The other idea changes its *scale*. In the ravine
# one weight has slopes a hundred times larger than the other. One rate for both cannot suit both.
# So let each weight measure its own slopes, and divide by that measure.
#
# **AdaGrad** adds up the squares of all slopes of a weight:
#
# $$s \leftarrow s + g^2 \qquad\qquad
# w \leftarrow w - \text{lr}\,\frac{g}{\sqrt{s} + \varepsilon}$$
#
# All of it happens entry by entry: each weight has its own $s$. The root brings the squares back
# to the scale of a slope. The tiny $\varepsilon$ (*epsilon*, `eps`) avoids a division by zero
# when all slopes so far were zero.

# %% [markdown] exercise="adagrad_step" part="statement"
# ### Exercise 2: a step of AdaGrad
#
# Write `adagrad_step(w, s, g, lr, eps)`. It returns the pair `(w, s)` after one step:
#
# $$s \leftarrow s + g^2 \qquad\qquad
# w \leftarrow w - \text{lr}\,\frac{g}{\sqrt{s} + \varepsilon}$$
#
# `w`, `s` and `g` are arrays of one shape, or three single numbers. Do not change the arrays that
# you are given. They may hold whole numbers. Write the step yourself, without `optimizers`. The
# checks use a large `eps`, so that its place can be seen.
#
# For example, `adagrad_step(2.0, 9.0, 4.0, 0.6, 1.0)` returns `(1.6, 25.0)`.
#
# <details><summary>Hint 1</summary>
#
# `np.sqrt` takes arrays and single numbers. The step sees today's slope in `s` already.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Python divides before it adds: `a / b + c` is not `a / (b + c)`.
#
# </details>


# %% exercise="adagrad_step" part="answer"
def adagrad_step(w, s, g, lr, eps):
    """Return (w, s) after one step; w, s and g have one shape, lr and eps are numbers."""
    ### BEGIN SOLUTION
    s = s + g**2
    return w - lr * g / (np.sqrt(s) + eps), s
    ### END SOLUTION


# %% exercise="adagrad_step" part="check"
check("adagrad_step")

# %% exercise="adagrad_step" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("adagrad_step", seed=60217)
### END HIDDEN TESTS

# %% [markdown]
# ## RMSprop: forget the old squares
#
# AdaGrad's sum only grows, so its steps only get shorter. Under a steady slope the step number
# $t$ has the length $\text{lr}/\sqrt{t}$. **RMSprop** takes a running average of the squares
# instead of their sum, so that old squares fade:
#
# $$s \leftarrow \rho\, s + (1 - \rho)\, g^2 \qquad\qquad
# w \leftarrow w - \text{lr}\,\frac{g}{\sqrt{s} + \varepsilon}$$
#
# The steps of both under a steady slope, in units of the rate:


# %%
def step_lengths(rule, steps=100, slope=1.0):
    """Return the lengths of the steps under a steady slope, at rate 1."""
    w, g = np.zeros(1), np.array([slope])
    memory, lengths = rule.init(w), []
    for t in range(1, steps + 1):
        step, memory = rule.update(g, memory, w, 1.0, t)
        lengths.append(abs(step[0]))
    return np.array(lengths)


for rule in [optimizers.adagrad(), optimizers.rmsprop(0.9)]:
    lengths = step_lengths(rule)
    told = "   ".join(f"t = {t}: {lengths[t - 1]:.4f}" for t in [1, 2, 10, 100])
    print(f"{rule.name:8} {told}")

# %% [markdown]
# AdaGrad slows down for ever. RMSprop keeps going with steps as long as the rate itself. But look
# at its first step: about three times too long. Its average begins at zero, as every running
# average does, and what you divide by is then too small.

# %% [markdown] exercise="rmsprop_step" part="statement"
# ### Exercise 3: a step of RMSprop
#
# Write `rmsprop_step(w, s, g, lr, rho, eps)`. It returns the pair `(w, s)` after one step:
#
# $$s \leftarrow \rho\, s + (1 - \rho)\, g^2 \qquad\qquad
# w \leftarrow w - \text{lr}\,\frac{g}{\sqrt{s} + \varepsilon}$$
#
# Shapes and rules are as in exercise 2.
#
# For example, `rmsprop_step(2.0, 20.0, 2.0, 0.5, 0.75, 1.0)` returns `(1.8, 16.0)`.
#
# <details><summary>Hint</summary>
#
# Only the line for `s` differs from AdaGrad's. Which part of the old memory is kept, and which
# part of the new square comes in?
#
# </details>


# %% exercise="rmsprop_step" part="answer"
def rmsprop_step(w, s, g, lr, rho, eps):
    """Return (w, s) after one step; w, s and g have one shape, the others are numbers."""
    ### BEGIN SOLUTION
    s = rho * s + (1 - rho) * g**2
    return w - lr * g / (np.sqrt(s) + eps), s
    ### END SOLUTION


# %% exercise="rmsprop_step" part="check"
check("rmsprop_step")

# %% exercise="rmsprop_step" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("rmsprop_step", seed=60331)
### END HIDDEN TESTS

# %% [markdown]
# ## Other units
#
# Somebody writes the same loss in cents instead of in tens of dollars: every loss and every slope
# becomes 1000 times larger. The rate stays as it was.

# %%
predict(
    "other-units",
    "All slopes become 1000 times larger. What does RMSprop's walk do?",
    {
        "it flies off to infinity": "",
        "it arrives, with far longer steps": "",
        "it stays the same": "",
    },
)


# %%
def thousandfold(w):
    return 1000 * valley.gradient(w)


rules = {
    optimizers.gradient_descent(): 0.018,
    optimizers.momentum(): 0.018,
    optimizers.adagrad(): 0.5,
    optimizers.rmsprop(): 0.1,
}
same = {}
for rule, lr in rules.items():
    before = descent.descend(valley, start, lr, 20, optimizer=rule)
    after = descent.descend(valley, start, lr, 20, optimizer=rule, gradient=thousandfold)
    same[rule.name] = np.allclose(before.weights, after.weights, rtol=1e-4, atol=1e-4)
    told = "the same walk" if same[rule.name] else f"another walk, {after.outcome}"
    print(f"{rule.name:17} with slopes 1000 times larger: {told}")

reveal("other-units", "it stays the same" if same["RMSprop"] else "it flies off to infinity")

# %% [markdown]
# Dividing by the size of the slopes takes their unit away, as long as $\varepsilon$ is small
# beside that size. A rate of 0.1 now means: *move each weight by about 0.1*. (AdaGrad: in its
# first step, and less and less from then on.) That makes rates easier to guess.
#
# It has a price, too. As soon as RMSprop has forgotten the large slopes of the start, its steps
# near the minimum are as long as those far away. Such a walk does not settle by itself; it
# hovers. (Lesson 8 shrinks the rate for that.)

# %% [markdown]
# ## Adam: both ideas, and a correction
#
# **Adam** keeps two running averages, one of the slopes and one of their squares:
#
# $$m \leftarrow \beta_1 m + (1 - \beta_1)\, g \qquad\qquad
# v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2$$
#
# (Its $v$ is not a velocity. The letters are the paper's.) Both begin at zero, so both are too
# small at first. After $t$ steps the weights of all slopes in $m$ add up to $1 - \beta_1^t$, not
# to 1. So Adam divides by just that, its **bias correction**:
#
# $$\hat m = \frac{m}{1 - \beta_1^t} \qquad \hat v = \frac{v}{1 - \beta_2^t} \qquad
# w \leftarrow w - \text{lr}\,\frac{\hat m}{\sqrt{\hat v} + \varepsilon}$$
#
# Steps are counted from $t = 1$. The usual values are $\beta_1 = 0.9$, $\beta_2 = 0.999$,
# $\varepsilon = 10^{-8}$.

# %% [markdown]
# The same in numbers. The slope is 5 at every step, so each average should say 5. Watch how
# little the average holds at first, and how the division puts it right:

# %%
m, g, beta1 = 0.0, 5.0, 0.9
for t in range(1, 51):
    m = beta1 * m + (1 - beta1) * g
    if t in (1, 2, 10, 50):
        share = 1 - beta1**t
        print(f"t = {t:2}   m = {m:.4f}   1 − 0.9^t = {share:.4f}   m̂ = {m / share:.4f}")

# %% [markdown] exercise="adam_step" part="statement"
# ### Exercise 4: a step of Adam
#
# Write `adam_step(w, m, v, g, t, lr, beta1, beta2, eps)`. It returns the three values `(w, m, v)`
# after step number `t`:
#
# $$m \leftarrow \beta_1 m + (1 - \beta_1)\, g \qquad\qquad
# v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2$$
#
# $$\hat m = \frac{m}{1 - \beta_1^t} \qquad \hat v = \frac{v}{1 - \beta_2^t} \qquad
# w \leftarrow w - \text{lr}\,\frac{\hat m}{\sqrt{\hat v} + \varepsilon}$$
#
# - `t` is 1 at the very first step;
# - `eps` is added **outside** the root;
# - return `m` and `v` themselves, **not** $\hat m$ and $\hat v$: the next step needs them as they
#   are.
#
# `w`, `m`, `v` and `g` are arrays of one shape, or four single numbers. Do not change the arrays
# that you are given. They may hold whole numbers. Write the step yourself, without `optimizers`.
#
# For example, `adam_step(2.0, 0.0, 0.0, 4.0, 1, 0.5, 0.9, 0.999, 1.0)` returns
# `(1.6, 0.4, 0.016)`.
#
# <details><summary>Hint 1</summary>
#
# Write five lines, one for each arrow and each hat, and then return.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Give the corrected averages names of their own, such as `m_hat` and `v_hat`, so that `m` and `v`
# are still there at the end.
#
# </details>


# %% exercise="adam_step" part="answer"
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    """Return (w, m, v) after step t = 1, 2, …; w, m, v and g have one shape."""
    ### BEGIN SOLUTION
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v
    ### END SOLUTION


# %% exercise="adam_step" part="check"
check("adam_step")

# %% exercise="adam_step" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("adam_step", seed=60449)
### END HIDDEN TESTS

# %% [markdown]
# ## What the article got wrong: Adam without its correction
#
# One of the articles that this course grows from gives Adam as two running averages and
#
# $$w_{t+1} = w_t - \alpha \frac{m_t}{\sqrt{v_t} + \epsilon}$$
#
# and adds that you need not memorise it. The hats are missing. Does that matter? Both averages
# are too small at first, the one above the line and the one below.

# %%
predict(
    "without-correction",
    "The slope is steady. Without the correction, the first step of Adam is …",
    {"shorter than with it": "", "as long as with it": "", "longer than with it": ""},
)

# %% [markdown] exercise="article_adam" part="statement"
# ### Exercise 5: how far does the article's Adam go?
#
# Take a slope of exactly 1 at every step, and $\beta_1 = 0.9$, $\beta_2 = 0.999$,
# $\varepsilon = 10^{-8}$. Both averages begin at 0. Measure all lengths in units of the rate:
# take lr = 1. Set four values, each with at least four digits after the point, or let Python work
# them out:
#
# - `corrected_first_step`: the length of the first step **with** the bias correction;
# - `article_first_step`: the length of the first step **without** it, as in the article;
# - `article_longest_step`: the longest of the article's first 100 steps;
# - `article_distance`: how far the article's rule has gone after 100 steps.
#
# <details><summary>Hint 1</summary>
#
# After the first step $m = 0.1$ and $v = 0.001$. What is $m/\sqrt{v}$?
#
# </details>
# <details><summary>Hint 2</summary>
#
# For the last two, write a loop of 100 steps that keeps each length in a list. `max` and `sum` do
# the rest.
#
# </details>

# %% exercise="article_adam" part="answer"
### BEGIN SOLUTION
m = v = 0.0
article_steps, corrected_steps = [], []
for t in range(1, 101):
    m = 0.9 * m + 0.1
    v = 0.999 * v + 0.001
    article_steps.append(m / (v**0.5 + 1e-8))
    corrected_steps.append(m / (1 - 0.9**t) / ((v / (1 - 0.999**t)) ** 0.5 + 1e-8))
corrected_first_step = corrected_steps[0]
article_first_step = article_steps[0]
article_longest_step = max(article_steps)
article_distance = sum(article_steps)
### END SOLUTION

# %% exercise="article_adam" part="check"
check("article_adam")

# %% exercise="article_adam" part="hidden"
# More checks run here when your work is graded.
### BEGIN HIDDEN TESTS
check("article_adam", seed=60557)
### END HIDDEN TESTS

# %% [markdown]
# Here is the same with the course's own code.

# %%
lengths = {
    "with correction": step_lengths(optimizers.adam()),
    "without, as in the article": step_lengths(optimizers.adam(bias_correction=False)),
}
for name, steps in lengths.items():
    print(
        f"{name:27} first step {steps[0]:.4f}   longest {np.max(steps):.4f}"
        f"   100 steps go {np.sum(steps):.2f}"
    )

first, article_first = (steps[0] for steps in lengths.values())
longest = 1 + int(np.argmax(lengths["without, as in the article"]))
print(f"The article's longest step is step number {longest}.")
if article_first > 1.01 * first:
    reveal("without-correction", "longer than with it")
elif article_first < 0.99 * first:
    reveal("without-correction", "shorter than with it")
else:
    reveal("without-correction", "as long as with it")

# %%
figures.losses(
    lengths,
    title="Adam under a steady slope",
    x_label="step, counted from 0",
    y_label="length in units of the rate",
    log=False,
)

# %% [markdown]
# What you divide by is *more* wrong than what you divide: the first $v$ is a thousandth of the
# square, its root a thirtieth of the slope, while $m$ is a tenth. The article's first step is
# $\sqrt{10}$ times the rate, the twelfth is more than six times as long as it should be. The
# correction is no detail: early steps that are too long can throw a run far off.

# %% [markdown]
# ## An unfair race
#
# Another article has code for a regression with and without momentum, both with rate 0.01. Run
# both, and momentum needs far fewer epochs. (The loss is *half* the mean squared error, as in that
# code, and *arrived* means: at most one millionth above the lowest loss.)

# %%
line = data.noisy_line()
fit = squared_error(line.x, line.y)


def half_gradient(w):
    return fit.gradient(w) / 2


def epochs_to_arrive(rule, lr):
    path = descent.descend(fit, [0, 0], lr, 1500, optimizer=rule, gradient=half_gradient)
    return int(np.argmax((path.losses - fit(fit.minima[0])) / 2 < 1e-6))


print(f"momentum, rate 0.01:          {epochs_to_arrive(optimizers.momentum(), 0.01):4} epochs")
for lr in [0.01, 0.1, 1.0]:
    print(f"gradient descent, rate {lr:4}:  {epochs_to_arrive(None, lr):5} epochs")

# %% [markdown]
# So momentum is better? No: at the *same* rate, momentum takes steps that are up to
# $1/(1 - \beta) = 10$ times as long. Give gradient descent ten times the rate, and it is faster
# than momentum was. Give it a rate that suits this round bowl, and it arrives in 4 epochs. The
# race was decided by the rate, not by the rule.

# %% [markdown]
# ## A fair race
#
# Three rules for a fair comparison:
#
# 1. **Equal budgets**: the same number of gradients for each, here 100.
# 2. **Each with its own best rate**, found in the same sweep, which is shown.
# 3. **More than one landscape and more than one start.** The loss is the mean over 12 starts.
#
# Our landscapes: the ravine, whose axes are the weights'; the same ravine **turned** by 30
# degrees; and the round bowl of the regression. All betas keep their usual values; RMSprop gets
# $\rho = 0.99$, as PyTorch does it.

# %%
angles = np.radians(15 + 30 * np.arange(12))
circle = np.stack([np.cos(angles), np.sin(angles)], axis=-1)
around = circle * [10, 1]  # every start at the same height, 50

turn = np.array([[np.sqrt(3), -1], [1, np.sqrt(3)]]) / 2  # by 30 degrees
hessian = turn @ valley.curvature(np.zeros(2)) @ turn.T
turned = quadratic("turned ravine", "the ravine, turned", hessian, [0, 0], ((-9, 9), (-9, 9)))

tracks = {
    "ravine": (valley, around),
    "turned ravine": (turned, around @ turn.T),
    "round bowl": (fit, fit.minima[0] + 5 * circle),
}
for name, (landscape, starts) in tracks.items():
    low, high = np.linalg.eigvalsh(landscape.curvature(np.zeros(2)))
    above = landscape(starts) - landscape(landscape.minima[0])
    print(f"{name:14} curvatures {low:.2f} and {high:.2f}   mean start {above.mean():.1f}")

# %%
predict(
    "fair-race",
    "Six rules, three landscapes, each rule with its best rate. Does one rule win all three?",
    {"yes, Adam": "", "yes, another rule": "", "no": ""},
)

# %%
rates = 10 ** (np.arange(-40, 11) / 10)
rules = [
    optimizers.gradient_descent(),
    optimizers.momentum(),
    optimizers.nesterov(),
    optimizers.adagrad(),
    optimizers.rmsprop(0.99),
    optimizers.adam(),
]


def sweep(landscape, starts, rule, budget=100):
    """Return the mean loss above the lowest after the budget, for each rate."""
    path = descent.descend(landscape, starts[:, None, :], rates, budget, optimizer=rule)
    return np.mean(path.losses[-1], axis=0) - landscape(landscape.minima[0])


races = {
    name: {rule.name: sweep(landscape, starts, rule) for rule in rules}
    for name, (landscape, starts) in tracks.items()
}
figures.rate_sweeps(
    rates,
    races,
    title="100 gradients for each rule and rate; the mark is the best rate",
    y_label="loss above the lowest",
)

# %%
SMALL = 1e-12  # below this, rounding decides
print("mean loss after 100 gradients, at the best rate of each rule")
print(f"{'':17}" + "".join(f"{name:>18}     " for name in races))
for rule in rules:
    row = f"{rule.name:17}"
    for losses in races.values():
        loss = np.maximum(losses[rule.name], SMALL)
        best = np.argmin(loss)
        told = "below 1e-12" if loss[best] == SMALL else f"{loss[best]:.1g}"
        row += f"{told:>14} at {rates[best]:<6.2g}"
    print(row)

lowest = {name: min(map(np.min, losses.values())) for name, losses in races.items()}
winners = {rule.name for rule in rules}
for name, losses in races.items():
    winners &= {rule for rule in winners if np.min(losses[rule]) <= max(lowest[name], SMALL)}
reveal("fair-race", {(): "no", ("Adam",): "yes, Adam"}.get(tuple(winners), "yes, another rule"))

# %% [markdown]
# Read the table column by column.
#
# - In the **ravine**, AdaGrad and RMSprop win by far. After a few bold steps their memories change
#   little, and each weight is left with a rate that suits its own curvature.
# - **Turn** the ravine, and both fall far back. The steep direction is now a mixture of both
#   weights, and a rate for each weight cannot see it. Adam loses, too. Gradient descent, momentum
#   and Nesterov do not notice the turn at all: their numbers are the same.
# - In the **round bowl** there is nothing to repair. Plain gradient descent is among the best.
#   Momentum and Adam are slower: with a memory of 0.9 they swing around the minimum. (On a
#   quadratic, momentum's distance shrinks by the factor $\sqrt{\beta}$ a step in the long run, or
#   more slowly, whatever the rate.)
#
# Now race them yourself, from one start, on these three and on two more. Each rule begins with its
# best rate from the table, and each gets 100 gradients. Press Run.
#
# - Choose the turned ravine. Who was first in the ravine, and who is now?
# - Give all six the rate 0.01, the unfair race from above. Who profits?
# - On Rosenbrock's valley, click another start. Is the best rate still a good one?

# %%
curved = {"Rosenbrock's valley": rosenbrock, "Himmelblau's function": himmelblau}
race_optimizers(tracks | curved, rules, start=start)

# %% [markdown]
# **No rule is best everywhere.** And these are a few small, smooth losses without noise, with
# $\beta$ left at its usual value. They do not tell you which rule suits your network. A race of
# this kind, on your own problem, does.

# %% [markdown]
# ## AdamW: let weights decay
#
# Often large weights are to be avoided, and one lets every weight shrink a little at each step.
# With plain gradient descent it is all the same whether one shrinks the weights beside the step or
# adds $\lambda w$ to the gradient. With Adam it is not: Adam would divide $\lambda w$ by the size
# of the slopes, and weights with large slopes would hardly shrink. **AdamW** shrinks the weights
# *beside* Adam's step:
#
# $$w \leftarrow w - \text{lr}\left(\frac{\hat m}{\sqrt{\hat v} + \varepsilon}
# + \lambda\, w\right)$$
#
# Two weights, both 1. Their slopes go back and forth and cancel, so that only the decay is left.

# %%
lr, decay, steps = 0.01, 0.1, 500
adam, adamw = optimizers.adam(), optimizers.adamw(weight_decay=decay)
mixed = apart = np.ones(2)
adam_memory, adamw_memory = adam.init(mixed), adamw.init(apart)
for t in range(1, steps + 1):
    g = np.array([10.0, 0.1]) * (-1) ** t
    step, adam_memory = adam.update(g + decay * mixed, adam_memory, mixed, lr, t)
    mixed = mixed + step
    step, adamw_memory = adamw.update(g, adamw_memory, apart, lr, t)
    apart = apart + step

print("                            slopes ±10   slopes ±0.1")
print(f"Adam, decay in the slope:        {mixed[0]:.3f}        {mixed[1]:.3f}")
print(f"AdamW, decay apart:              {apart[0]:.3f}        {apart[1]:.3f}")
print(f"decay alone, (1 − 0.01·0.1)^500: {(1 - lr * decay) ** steps:.3f}")

# %% [markdown]
# Inside Adam, the decay of the first weight is lost among its large slopes. AdamW treats both
# alike, close to what the decay alone does. (The small rest: Adam's early steps do not quite
# cancel.)
#
# ## LAMB: a trust ratio for each layer
#
# **LAMB** takes Adam's direction $r$ for each *layer* of a network and stretches it until the
# step is lr times as long as that layer's weights: the factor $\lVert w \rVert/\lVert r \rVert$ is
# its **trust ratio**. So each layer changes by the same part of itself, whatever its slopes are.

# %%
lr = 0.01
layers = {"large weights": np.array([3.0, 4.0]), "small weights": np.array([0.03, 0.04])}
for rule in [optimizers.adam(), optimizers.lamb()]:
    for name, w in layers.items():
        step, _ = rule.update(np.array([1.0, -2.0]), rule.init(w), w, lr, 1)
        part = np.linalg.norm(step) / np.linalg.norm(w)
        print(f"{rule.name:5} {name}: the first step changes the layer by {part:.2%}")

# %% [markdown]
# LAMB was made for very large **batches**, tens of thousands of examples in one step (You and
# others, 2020): there are few steps then, each is bold, and no layer may be blown up by one of
# them. An article's table recommends it for *very large models*. That is another thing: a large
# model can be trained with small batches, and is then commonly trained with AdamW.

# %% [markdown]
# ## What goes wrong
#
# **A default is not a setting for you.** An article gives Adam with two defaults, rate 0.001 and
# 1000 epochs, and says that it works well *without extensive tuning*. But a step of Adam moves
# each weight by about the rate, or less. A thousand steps go about 1 far, and in our regression
# the intercept is 7 away.

# %%
slope, intercept = fit.minima[0]
print(f"least squares: intercept {intercept:.3f}, slope {slope:.3f}")
for lr in [0.001, 0.01, 0.1]:
    path = descent.descend(fit, [0, 0], lr, 1000, optimizer=optimizers.adam())
    longest = np.max(np.abs(np.diff(path.weights, axis=0))) / lr
    print(
        f"Adam, rate {lr:5}, 1000 steps: intercept {path.final[1]:.3f}, slope {path.final[0]:.3f}"
        f"   longest move of a weight: {longest:.3f} · rate"
    )

# %% [markdown]
# *About* the rate: with these betas, one large slope after a long silence makes a step of about
# three times the rate, since the average of the squares has hardly heard of it.

# %%
silence_then_one = np.append(np.zeros(5000), 1.0)
rule = optimizers.adam()
memory = rule.init(np.zeros(1))
for t, g in enumerate(silence_then_one, start=1):
    step, memory = rule.update(np.array([g]), memory, np.zeros(1), 1.0, t)
print(f"step after 5000 zeros and one slope of 1: {abs(step[0]):.2f} · rate")

# %% [markdown]
# **Adam does not look for a deeper valley.** Another article lists it as a cure for local minima.
# From 3 on the quartic, with every rate that we try up to 0.5, it never even gets near the hill.

# %%
rates_up = np.array([0.001, 0.01, 0.05, 0.1, 0.2, 0.3, 0.5])
path = descent.descend(quartic, 3.0, rates_up, steps=5000, optimizer=optimizers.adam())
for lr, w in zip(rates_up, path.weights.T, strict=True):
    side = "right (shallower)" if np.all(w > 0.5) else "crossed or near the hill"
    print(f"Adam from 3 at rate {lr:5}: {side}")

# %% [markdown]
# **Too much memory.** On the parabola of lesson 1, from −1 with rate 0.1, a little memory helps.
# But the nearer $\beta$ is to 1, the longer the ball swings. Here is the time until it stays
# within 0.01 of the minimum:

# %%
for beta in [0.0, 0.3, 0.5, 0.9, 0.99]:
    path = descent.descend(parabola, -1.0, 0.1, 3000, optimizer=optimizers.momentum(beta))
    far = np.flatnonzero(np.abs(path.weights - 4) > 0.01)
    print(f"beta {beta:4}: {far[-1] + 1:4} steps")

# %% [markdown]
# ## What the articles got wrong
#
# | what they print | what is right |
# |---|---|
# | Adam without $\hat m$ and $\hat v$ | a steady slope: early steps up to 6.57 times too long |
# | momentum gets you out of local minima | sometimes; and sometimes out of the better one |
# | Adam gets you out of local minima | it rescales steps and seeks no other valley |
# | Adam works *without extensive tuning* | default: (0.97, 0.93) instead of (6.93, 3.03) |
# | LAMB for very large models | for very large batches |
#
# Why is the first one easy to miss? On a long run the difference fades: after some thousand steps
# both corrections are nearly 1. A test that looks at the end alone does not see it. A test of the
# *first* step does.

# %% [markdown]
# ## The names in libraries
#
# | here | PyTorch 2 | Keras 3 |
# |---|---|---|
# | momentum `beta` | `SGD(momentum=…)`, rate outside $v$ | `SGD(momentum=…)`, as here |
# | Nesterov | `SGD(nesterov=True)` | `SGD(nesterov=True)` |
# | RMSprop `rho` | `alpha=0.99` | `rho=0.9` |
# | RMSprop `eps` | 1e-8, outside the root | 1e-7, **inside** the root |
# | Adam's betas | `betas=(0.9, 0.999)` | `beta_1=0.9, beta_2=0.999` |
# | Adam's `eps` | 1e-8, after the correction | 1e-7, **before** the correction |
#
# Same name, other formula: look it up before you copy a rate from one library to another.

# %% [markdown]
# ## In one formula
#
# $$m \leftarrow \beta_1 m + (1 - \beta_1)\, g \qquad v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2
# \qquad w \leftarrow w - \text{lr}\,
# \frac{m/(1 - \beta_1^t)}{\sqrt{v/(1 - \beta_2^t)} + \varepsilon}$$
#
# Above the line a memory of where the slopes point, below it a memory of how large they are, and
# both put right for having begun at zero.

# %% [markdown]
# ## Quick check
#
# Click the answer you would give: each one is explained.

# %%
quick(
    "quick-1",
    "Momentum in a ravine helps because …",
    {
        "each slope is multiplied by 10": "Only slopes that point the same way for a while add "
        "up to 10 times (with beta 0.9).",
        "steady slopes add up and slopes that go back and forth cancel": "Along the ravine its "
        "steps are up to ten times as long, and across it stays in bounds.",
        "it always goes down at every step": "The ball swings past the floor, and its loss "
        "rises now and then.",
    },
    right="steady slopes add up and slopes that go back and forth cancel",
)

# %%
quick(
    "quick-2",
    "You use v ← βv + (1 − β)g and w ← w − r·v with β = 0.9 and r = 0.5. Which rate lr makes "
    "the same walk with v ← βv − lr·g?",
    {
        "5": "That would be ten times more, and the factor goes the other way.",
        "0.5": "The running average takes in only a tenth of each slope.",
        "0.05": "The rate lr is r times 1 − β.",
    },
    right="0.05",
)

# %%
quick(
    "quick-3",
    "Without bias correction, Adam's early steps (usual betas, steady slope) are …",
    {
        "too short, because m begins at zero": "M is too small, but the root of v is even more "
        "so, and it stands below the line.",
        "too long, because v begins at zero and is slower to fill than m": "The first is about "
        "three times too long, the twelfth more than six times.",
        "right, because both errors cancel": "They would cancel only if the root of 1 − beta2 "
        "to the t were 1 − beta1 to the t.",
    },
    right="too long, because v begins at zero and is slower to fill than m",
)

# %%
quick(
    "quick-4",
    "A blog shows that rule A beats rule B, both at rate 0.01. You conclude …",
    {
        "that A is better": "Rate 0.01 may suit A and not B. The same number means different "
        "steps.",
        "that A is better on that problem": "Not even that, as long as B was not given its own "
        "best rate.",
        "nothing yet: each rule needs its own rate and the same budget": "And more than one "
        "start, and the sweep should be shown.",
    },
    right="nothing yet: each rule needs its own rate and the same budget",
)

# %% [markdown]
# ## Where it is used
#
# Gradient descent with momentum, on mini-batches, trains many image recognisers. Adam and AdamW
# are the usual choice for language models. RMSprop is still met in reinforcement learning, AdaGrad
# where most slopes are zero most of the time, as with words that are rare. LAMB is used where
# hundreds of processors share one huge batch.
#
# ## Words for your glossary
#
# All words and signs of the course, with their other names: [notation](../../docs/notation.md).
#
# - **optimizer**: a rule that turns gradients into steps, with a memory of its own.
# - **running average**: $m \leftarrow \beta m + (1 - \beta) g$; old values fade. Also called
#   *exponential moving average*.
# - **momentum**, **velocity** $v$: the fading sum of all steps so far; what moves the weights.
# - **Nesterov momentum**: the slope is taken where the velocity is about to lead.
# - **AdaGrad**, **RMSprop**: each weight's slope is divided by the size of its slopes so far, by
#   their sum of squares or by their running average.
# - **first moment**, **second moment**: the averages $m$ of slopes and $v$ of their squares.
# - **bias correction**: dividing an average that began at zero by $1 - \beta^t$.
# - **weight decay**: weights shrink a little at each step; *decoupled* (AdamW) if beside the rule.
# - **trust ratio** (LAMB): the length of a layer's weights over the length of its step.
#
# Next: [Lesson 8, schedules](../08_schedules/08_schedules.ipynb). A rate that is bold early and
# careful late.
