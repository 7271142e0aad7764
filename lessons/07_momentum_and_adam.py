# %% [markdown]
# # Lesson 7: A memory of slopes
#
# *About 90 minutes. You need: ravines (lesson 3), a fitted line (lesson 4), epochs (lesson 6).*
#
# You will be able to
#
# - say what a memory of slopes adds up, and what it cancels;
# - write one step of momentum, of RMSprop and of Adam yourself;
# - translate a rate from one way of writing momentum into another;
# - say why Adam divides by $1 - \beta^t$, and what happens without;
# - tell a fair race of optimizers from an unfair one, and say why.

# %%
import numpy as np

from course import (
    built,
    check,
    data,
    descent,
    figures,
    finish,
    network,
    optimizers,
    predict,
    quick,
    reveal,
)
from course.explorers import explore_corrections, explore_momentum, race_optimizers
from course.landscapes import himmelblau, quadratic, ravine, rosenbrock, squared_error

# %% [markdown]
# ## The picture: a ball instead of a hiker
#
# In lesson 3, ten times the condition number cost gradient descent ten times the steps. One more
# line of code makes that three or four times. Nearly every large model is trained with that line
# or a relative of it.
#
# The hiker of lesson 1 feels the slope, takes a step, and **forgets**. Now let a heavy ball roll
# down the same hill. What the ground did a moment ago still moves it: the ball *remembers*
# slopes. A rule that turns gradients into steps is called an **optimizer**. Plain gradient
# descent, $w \leftarrow w - \text{lr} \cdot g$, is the one without a memory.

# %% [markdown]
# ## A running average
#
# The cheapest memory is one number, the **running average**. Keep a part $\beta$ of it (say 0.9),
# and fill it up with the new slope:
#
# $$m \leftarrow \beta\, m + (1 - \beta)\, g$$
#
# Here the true slope is 1, and each slope that we feel has a random error. The *spread* is the
# standard deviation, `np.std`.

# %%
rng = np.random.default_rng(6)
noisy_slopes = 1 + rng.normal(size=10_000)

m, remembered = 0.0, []
for g in noisy_slopes:
    m = 0.9 * m + 0.1 * g
    remembered.append(m)

print(f"slopes as felt:   mean {np.mean(noisy_slopes):.2f}, spread {np.std(noisy_slopes):.2f}")
print(f"running average:  mean {np.mean(remembered):.2f}, spread {np.std(remembered):.2f}")

# %% folded=true
figures.losses(
    {"slopes as felt": noisy_slopes[:80], "running average": remembered[:80]},
    title="A running average calms what it remembers",
    y_label="slope",
    log=False,
)

# %% [markdown]
# The average finds the slope behind the noise. But it **begins at zero**, so that the first
# averages are too small. Adam will have to fix that.

# %% [markdown]
# ## What adds up, and what cancels
#
# Momentum leaves out the factor $1 - \beta$. It *adds up* the slopes: $v \leftarrow \beta v + g$.

# %%
predict(
    "steady-slope",
    "The slope is 1 at every step, and v ← 0.9·v + 1. Where does v end?",
    {
        "at 1": "That is where the running average ends. Here each slope comes in whole, without "
        "the factor 0.1.",
        "at 10": "At 10 the part that is lost, a tenth of 10, is as large as what comes in.",
        "it grows without end": "Something is added at every step, but a tenth of v is lost, too, "
        "and that loss grows until both are equal.",
    },
)

# %%
patterns = {"steady": np.ones(100), "back and forth": (-1.0) ** np.arange(100)}
sums = {}
for name, felt in patterns.items():
    total, sums[name] = 0.0, []
    for g in felt:
        total = 0.9 * total + g
        sums[name].append(total)
    print(f"{name:14}  step 1: {sums[name][0]:.3f}   step 2: {sums[name][1]:6.3f}", end="   ")
    print(f"step 10: {sums[name][9]:6.3f}   step 100: {sums[name][99]:6.3f}")

# %% folded=true
ends_at = 0.0
for _ in range(100):
    ends_at = 0.9 * ends_at + 1
reveal("steady-slope", round(ends_at) == 1, round(ends_at) == 10)

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
# First the velocity, then the weights, with the *new* velocity. $v$ begins at 0. One step by hand,
# at $w = 2$ with velocity −0.5, slope 4, rate 0.1 and $\beta = 0.9$: the new velocity is
# 0.9 · (−0.5) − 0.1 · 4 = −0.85, the new weight 2 − 0.85 = 1.15.
#
# The place to see it is a ravine, steep across and flat along: $(w_1^2 + 100\, w_2^2)/2$.

# %%
predict(
    "two-walks",
    "Gradient descent (rate 0.018) and momentum (rate 0.004) each get 100 gradients in the "
    "ravine. Which gets lower?",
    {
        "momentum, although it swings for longer": "Along the floor its steps add up.",
        "gradient descent: its swings die out sooner": "Swinging looks like waste. But "
        "the long way is along the floor, and there gradient descent creeps.",
        "about the same": "Its rate is less than a quarter, but steady slopes add up.",
    },
)

# %%
valley = ravine(100)
start = [10.0, 2.0]
plain = descent.descend(valley, start, lr=0.018, steps=100)
ball = descent.descend(valley, start, lr=0.004, steps=100, optimizer=optimizers.momentum(0.9))
print(f"gradient descent: loss {plain.losses[-1]:.5f}")
print(f"momentum:         loss {ball.losses[-1]:.5f}")

# %% folded=true
rules = [(0.018, optimizers.gradient_descent()), (0.004, optimizers.momentum(0.9))]
plain_end, ball_end = (
    descent.descend(ravine(100), [10, 2], lr, 100, optimizer=rule).losses[-1] for lr, rule in rules
)
reveal("two-walks", ball_end < plain_end / 2, plain_end < ball_end / 2)

# %% folded=true
figures.contour_walks(
    {f"gradient descent, rate {plain.lr:g}": plain, f"momentum, rate {ball.lr:g}": ball},
    title=f"{len(plain.losses) - 1} gradients in a ravine",
    view=((-1, 11), (-2.2, 2.2)),
    equal=True,
)

# %% [markdown]
# Momentum swings across the floor for longer, but along it the steps add up. Its loss does **not**
# fall at every step, and that is no fault. (The rates were picked for the picture.)

# %% [markdown] exercise="momentum_step" part="statement"
# ### Exercise 1: a step with momentum
#
# Write `momentum_step(w, v, g, lr, beta)`. It takes the weights `w`, the velocity `v`, the
# gradient `g`, the learning rate and $\beta$, and returns the pair `(w, v)` after **one** step:
#
# $$v \leftarrow \beta\, v - \text{lr} \cdot g \qquad\qquad w \leftarrow w + v$$
#
# `w`, `v` and `g` are NumPy arrays of one shape, or three single numbers: write it so that it
# works for both, and do not change the arrays that you are given. They may hold whole numbers.
# Write the step yourself, without `optimizers`. For example,
# `momentum_step(2.0, -0.5, 4.0, 0.1, 0.9)` returns `(1.15, -0.85)`.
#
# <details><summary>Hint 1</summary>
#
# Say in words what happens to the velocity: what is kept of the old one, and what comes in?
# Which of the two lines must run first?
#
# </details>
# <details><summary>Hint 2</summary>
#
# NumPy's `*`, `+` and `-` work entry by entry, and for single numbers, too. No loop is needed.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Your friend wrote `v *= beta` first. On arrays the check says that an input was changed. Whose
# array is it? And what would a new name on the left do instead?
#
# </details>
# <details><summary>Hint 4: the reasons</summary>
#
# The weights move with the velocity *after* it was updated, so the velocity comes first. It keeps
# the part $\beta$ of itself and loses the rate times the slope, because downhill is against the
# slope. Both are new values: what came in belongs to the caller.
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
# What you built now walks the ravine. (`built` fetches your function if its check is green, and
# the course's own otherwise.)

# %%
step = built("momentum_step")
here, velocity = np.array(start), np.zeros(2)
for _ in range(100):
    here, velocity = step(here, velocity, valley.gradient(here), 0.004, 0.9)
print(f"after 100 steps: w1 = {here[0]:.6f}   w2 = {here[1]:.6f}")
print(f"in the picture:  w1 = {ball.final[0]:.6f}   w2 = {ball.final[1]:.6f}")

# %% [markdown]
# ## From κ to its square root
#
# How much is it worth? Let the curvatures be 1 along the ravine and $\kappa$ (*kappa*, the
# condition number) across. On such a **quadratic**, a loss whose curvature is the same everywhere,
# the best pair of momentum's two dials is known:
#
# $$\text{lr} = \frac{4}{(\sqrt{\kappa} + 1)^2} \qquad\qquad
# \beta = \left(\frac{\sqrt{\kappa} - 1}{\sqrt{\kappa} + 1}\right)^2$$

# %%
predict(
    "square-root",
    "The condition number grows from 100 to 10,000. How many times the steps does momentum need, "
    "at its best pair?",
    {
        "about 100 times": "So it is for gradient descent, whose steps grow like the condition "
        "number itself.",
        "about 10 times": "The steps grow like the root of the condition number.",
        "about the same": "A memory helps a lot, but it does not make a narrow ravine round.",
    },
)


# %% folded=true
def steps_needed(path):
    """Return after how many steps a walk stays within 1/1000 of its first distance to (0, 0)."""
    distance = np.linalg.norm(path.weights, axis=1)
    return np.flatnonzero(distance > distance[0] / 1000)[-1] + 1


needed = {}
print("steps until a thousandth of the distance is left, each at its best")
for kappa in [10, 100, 1_000, 10_000]:
    root, bowl = np.sqrt(kappa), ravine(kappa)
    lr, beta = 4 / (root + 1) ** 2, ((root - 1) / (root + 1)) ** 2
    slow = descent.descend(bowl, [1, 1], 2 / (kappa + 1), 4 * kappa)
    rule = optimizers.momentum(beta)
    fast = descent.descend(bowl, [1, 1], lr, kappa // 2 + 50, optimizer=rule)
    needed[kappa] = steps_needed(slow), steps_needed(fast)
    print(
        f"κ = {kappa:6,}   gradient descent {needed[kappa][0]:6,}   "
        f"momentum {needed[kappa][1]:4}   with β = {beta:.2f}"
    )

# %%
times = needed[10_000][1] / needed[100][1]
reveal("square-root", times > 40, 4 < times <= 40)

# %% [markdown]
# Gradient descent pays $\kappa$, momentum pays about $\sqrt{\kappa}$: fifty times fewer steps at
# $\kappa = 10{,}000$. And look at the last column: **β is a dial, not a constant.** Here is the
# ravine with $\kappa = 100$, each $\beta$ at its own best rate:

# %% folded=true
lrs = 10 ** (np.arange(-35, -5) / 10)
for beta in [0, 0.3, 0.5, 0.67, 0.8, 0.9, 0.95]:
    tried = descent.descend(valley, start, lrs, 100, optimizer=optimizers.momentum(beta))
    best = np.argmin(tried.losses[-1])
    print(f"β = {beta:4}   loss after 100 gradients {tried.losses[-1][best]:7.1e}", end="   ")
    print(f"at rate {lrs[best]:.3f}")

# %% [markdown]
# On the right, each point is a pair: a rate and a $\beta$. A line joins all pairs whose steps
# leave the same part of the distance in the end. Choose $\kappa = 100$ and its best pair. Then
# make $\beta$ smaller.

# %%
quick(
    "smaller-beta",
    "κ = 100, at the best pair's rate: what does β = 0.6 or less do?",
    {
        "it makes the walk diverge": "The memory is what makes so large a rate possible.",
        "it slows the walk": "Without a memory this rate is above the limit.",
    },
    right="it makes the walk diverge",
)

# %%
explore_momentum()

# %% [markdown]
# ## One walk, three spellings
#
# Books and libraries write momentum in different ways. With a fixed rate these make the same walk:
#
# | spelling | velocity | step | rate |
# |---|---|---|---|
# | here, and in Keras | $v \leftarrow \beta v - \text{lr}\cdot g$ | $w \leftarrow w + v$ | lr |
# | sum (PyTorch) | $v \leftarrow \beta v + g$ | $w \leftarrow w - \text{lr}\cdot v$ | lr |
# | average | $v \leftarrow \beta v + (1-\beta) g$ | $w \leftarrow w - r\cdot v$ | $r$ |
#
# The average takes in only a part of each slope, so its rate must be larger:
# $r = \text{lr}/(1 - \beta)$.

# %%
sum_w = average_w = np.array(start)
sum_v = average_v = np.zeros(2)
for _ in range(50):
    sum_v = 0.9 * sum_v + valley.gradient(sum_w)
    sum_w = sum_w - 0.01 * sum_v
    average_v = 0.9 * average_v + 0.1 * valley.gradient(average_w)
    average_w = average_w - 0.1 * average_v

print(f"sum, rate 0.01:     w1 = {sum_w[0]:.8f}   w2 = {sum_w[1]:.8f}")
print(f"average, rate 0.1:  w1 = {average_w[0]:.8f}   w2 = {average_w[1]:.8f}")

# %% [markdown]
# Rate 0.1 there is rate 0.01 here. Copy the average's rate to another spelling, and you get a
# different run. (If the rate changes on the way, the first spelling differs a little from the
# other two.)

# %% [markdown] exercise="translate_rate" part="statement"
# ### Exercise 2: translate a rate
#
# Write `translate_rate(rate, beta, written, wanted)`. `written` and `wanted` are the texts `"sum"`
# or `"average"`, for the last two spellings of the table. `rate` belongs to the spelling
# `written`. Return the rate that makes the same walk in the spelling `wanted`.
#
# For example, `translate_rate(0.02, 0.75, "sum", "average")` returns `0.08`, and
# `translate_rate(0.02, 0.75, "sum", "sum")` returns `0.02`.
#
# <details><summary>Hint 1</summary>
#
# Say in words: which of the two velocities is the longer one, and how many times?
#
# </details>
# <details><summary>Hint 2</summary>
#
# The step is rate times velocity. If the velocity is smaller, what must the rate be for the same
# step?
#
# </details>
# <details><summary>Hint 3</summary>
#
# Your friend returns `rate / (1 - beta)` whatever the texts are. For which of the four pairs of
# texts is that right?
#
# </details>
# <details><summary>Hint 4: the reasons</summary>
#
# The average's velocity is the sum's velocity times $1 - \beta$. From sum to average the rate is
# divided by that factor; on the way back it is multiplied by it; between equal spellings nothing
# changes.
#
# </details>


# %% exercise="translate_rate" part="answer"
def translate_rate(rate, beta, written, wanted):
    """Return the rate that makes the same walk in the spelling `wanted`."""
    ### BEGIN SOLUTION
    if written == wanted:
        return rate
    if wanted == "average":
        return rate / (1 - beta)
    return rate * (1 - beta)
    ### END SOLUTION


# %% exercise="translate_rate" part="check"
check("translate_rate")

# %% exercise="translate_rate" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("translate_rate", seed=60157)
### END HIDDEN TESTS

# %% [markdown]
# **Nesterov's momentum** is a close relative: the ball will be near $w + \beta v$ in any case, so
# it feels the slope *there*.
#
# <details><summary>For reference: its formula, and how large a rate each rule can take</summary>
#
# $$v \leftarrow \beta\, v - \text{lr} \cdot f'(w + \beta v) \qquad\qquad w \leftarrow w + v$$
#
# Libraries store the look-ahead place instead of $w$. The gradient is then taken at the stored
# weights, as for every other rule: $v \leftarrow \beta v - \text{lr}\cdot g$, then
# $w \leftarrow w + \beta v - \text{lr}\cdot g$.
#
# On a quadratic with largest curvature $L$ and $0 \le \beta < 1$, a run settles for rates above 0
# and below these limits:
#
# | rule | limit | for $\beta = 0.9$ |
# |---|---|---|
# | gradient descent | $2/L$ | $2/L$ |
# | momentum | $2(1 + \beta)/L$ | $3.8/L$ |
# | Nesterov | $2(1 + \beta)/((1 + 2\beta) L)$ | $1.357/L$ |
#
# </details>

# %% [markdown]
# ## A rate for each weight: AdaGrad
#
# Momentum remembers over *time*. The other idea measures each *weight*. In the ravine, at the same
# distance from the minimum, the slope across is a hundred times the slope along. One rate cannot
# suit both. So let each weight measure its own slopes, and divide by that measure.
#
# **AdaGrad** adds up the squares of all slopes of a weight, entry by entry:
#
# $$s \leftarrow s + g^2 \qquad\qquad
# w \leftarrow w - \text{lr}\,\frac{g}{\sqrt{s} + \varepsilon}$$
#
# The tiny $\varepsilon$ (*epsilon*, `eps`) avoids a division by zero. Two steps by hand, at rate
# 1: slope 3 makes $s = 9$ and a step of 3/3; then slope 4 makes $s = 25$ and a step of 4/5.

# %% [markdown]
# ## RMSprop: forget the old squares
#
# AdaGrad's sum only grows, so its *rate*, lr over $\sqrt{s}$, only falls: after $t$ equal slopes
# the step is $\text{lr}/\sqrt{t}$ long. **RMSprop** takes a running average of the squares, so
# that old squares fade:
#
# $$s \leftarrow \rho\, s + (1 - \rho)\, g^2 \qquad\qquad
# w \leftarrow w - \text{lr}\,\frac{g}{\sqrt{s} + \varepsilon}$$
#
# ($\rho$, *rho*, is the part that is kept.) Under a steady slope, in units of the rate (the folded
# cell takes 100 steps with each rule):


# %% folded=true
def lengths_under(rule, felt):
    """Return the lengths of the steps of a rule at rate 1, under these slopes."""
    w, lengths = np.zeros(1), []
    memory = rule.init(w)
    for t, slope in enumerate(felt, start=1):
        move, memory = rule.update(np.array([slope]), memory, w, 1.0, t)
        lengths.append(abs(move[0]))
    return np.array(lengths)


for rule in [optimizers.adagrad(), optimizers.rmsprop(0.9)]:
    lengths = lengths_under(rule, np.ones(100))
    told = "   ".join(f"t = {t}: {lengths[t - 1]:.4f}" for t in [1, 2, 10, 100])
    print(f"{rule.name:8} {told}")

# %% [markdown]
# AdaGrad slows down, RMSprop keeps going with steps as long as the rate. But its first step is
# about three times too long: its average begins at zero, and it divides by that.

# %% [markdown] exercise="rmsprop_step" part="statement"
# ### Exercise 3: a step of RMSprop
#
# Write `rmsprop_step(w, s, g, lr, rho, eps)`. It returns the pair `(w, s)` after one step:
#
# $$s \leftarrow \rho\, s + (1 - \rho)\, g^2 \qquad\qquad
# w \leftarrow w - \text{lr}\,\frac{g}{\sqrt{s} + \varepsilon}$$
#
# Shapes and rules are as in exercise 1. The checks use a large `eps`, so that its place can be
# seen. For example, `rmsprop_step(2.0, 20.0, 2.0, 0.5, 0.75, 1.0)` returns `(1.8, 16.0)`.
#
# <details><summary>Hint 1</summary>
#
# Say in words what `s` is after the step: which part of the old memory, and which part of what?
#
# </details>
# <details><summary>Hint 2</summary>
#
# `np.sqrt` takes arrays and single numbers. The step already sees today's slope in `s`.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Your friend wrote `lr * g / np.sqrt(s) + eps`. Python divides before it adds. What is added to
# what here?
#
# </details>
# <details><summary>Hint 4: the reasons</summary>
#
# The memory comes first, since the step divides by the new one. $\varepsilon$ is added to the
# root, so root and $\varepsilon$ need brackets around them. What is returned beside the weights is
# `s` itself, not its root: the next step needs the squares.
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
# Somebody writes the same loss in cents instead of in tens of dollars.

# %%
predict(
    "other-units",
    "All slopes become 1000 times larger. What does RMSprop's walk do?",
    {
        "it stays the same": "Slope over size of slopes: the thousand cancels.",
        "it arrives, with far longer steps": "The slope above the line is longer, but so is the "
        "root below it.",
        "it flies off to infinity": "Gradient descent does that. RMSprop divides by the size of "
        "the slopes, and that has grown, too.",
    },
)


# %% folded=true
def thousandfold(w):
    return 1000 * valley.gradient(w)


same_walk = {}
for rule, lr in [(optimizers.gradient_descent(), 0.018), (optimizers.rmsprop(), 0.1)]:
    before = descent.descend(valley, start, lr, 20, optimizer=rule)
    after = descent.descend(valley, start, lr, 20, optimizer=rule, gradient=thousandfold)
    same_walk[rule.name] = np.allclose(before.weights, after.weights, atol=1e-4)
    print(f"{rule.name:17} the same walk: {same_walk[rule.name]}   {after.outcome}")

# %%
reveal("other-units", same_walk["RMSprop"], False, not same_walk["RMSprop"])

# %% [markdown]
# Dividing by the size of the slopes takes their unit away. A rate of 0.1 now means: *move each
# weight by about 0.1*. But that has a price. We look at one run of RMSprop four times:

# %%
hover = descent.descend(valley, start, 0.2, 3000, optimizer=optimizers.rmsprop(0.99))
for t in [100, 300, 1000, 3000]:
    print(f"after {t:4} gradients: loss {hover.losses[t]:.1e}")

# %% folded=true
figures.losses({f"RMSprop, rate {hover.lr:g}": hover.losses}, title="A long run of RMSprop")

# %% [markdown]
# It arrives, and then climbs up again. Near the minimum the slopes are tiny. RMSprop forgets the
# large ones, divides by less and less, and its steps grow until they jump across the floor. Such a
# walk **hovers**: it needs a rate that shrinks (lesson 8).

# %% [markdown]
# ## Adam: both ideas, and a correction
#
# **Adam** keeps two running averages, one of the slopes and one of their squares:
#
# $$m \leftarrow \beta_1 m + (1 - \beta_1)\, g \qquad\qquad
# v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2$$
#
# (Its $v$ is not a velocity.) Both begin at zero. After $t$ steps the slopes in $m$ count for
# $1 - \beta_1^t$ in all, and not for 1. So Adam divides by just that, its **bias correction**:
#
# $$\hat m = \frac{m}{1 - \beta_1^t} \qquad \hat v = \frac{v}{1 - \beta_2^t} \qquad
# w \leftarrow w - \text{lr}\,\frac{\hat m}{\sqrt{\hat v} + \varepsilon}$$
#
# Steps are counted from $t = 1$. The usual values are $\beta_1 = 0.9$, $\beta_2 = 0.999$,
# $\varepsilon = 10^{-8}$. In numbers, with a slope of 5 at every step:

# %%
m = 0.0
for t in range(1, 51):
    m = 0.9 * m + 0.1 * 5
    if t in (1, 2, 10, 50):
        part = 1 - 0.9**t
        print(f"t = {t:2}   m = {m:.4f}   1 − 0.9^t = {part:.4f}   m / that = {m / part:.4f}")

# %% [markdown] exercise="adam_step" part="statement"
# ### Exercise 4: a step of Adam
#
# Write `adam_step(w, m, v, g, t, lr, beta1, beta2, eps)`. It returns the three values `(w, m, v)`
# after step number `t`, by the five formulas above.
#
# - `t` is 1 at the very first step;
# - `eps` is added **outside** the root;
# - return `m` and `v` themselves, **not** $\hat m$ and $\hat v$: the next step needs them as they
#   are.
#
# Shapes and rules are as in exercise 1. For example,
# `adam_step(2.0, 0.0, 0.0, 4.0, 1, 0.5, 0.9, 0.999, 1.0)` returns `(1.6, 0.4, 0.016)`.
#
# <details><summary>Hint 1</summary>
#
# Say in words what each arrow and each hat does. Then write five lines, one for each, and return.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Give the corrected averages names of their own, such as `m_hat` and `v_hat`, so that `m` and `v`
# are still there at the end.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Your friend divides `m` by `1 - beta1`. At `t = 1` the check is content, at `t = 3` it is not.
# What is missing?
#
# </details>
# <details><summary>Hint 4: the reasons</summary>
#
# The averages are updated first, so that today's slope is in them. Each has its own $\beta$, and
# so its own correction, with the power $t$. The square belongs to each slope before it is
# averaged, the root comes after the correction, and `eps` after the root.
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
# A copy of this one may train your network in lesson 10.

# %%
step = built("adam_step")
here, mean, square = np.array(start), np.zeros(2), np.zeros(2)
for t in range(1, 101):
    here, mean, square = step(here, mean, square, valley.gradient(here), t, 0.4, 0.9, 0.999, 1e-8)
print(f"Adam, 100 gradients at rate 0.4: loss {valley(here):.5f}")

# %% [markdown]
# ## What the article got wrong: Adam without its correction
#
# An article that this course grew from gives Adam as two running averages and
#
# $$w_{t+1} = w_t - \alpha \frac{m_t}{\sqrt{v_t} + \epsilon}$$
#
# The hats are missing. Does that matter?

# %%
predict(
    "without-correction",
    "A steady slope, the usual β. Without the correction, the first step is …",
    {
        "shorter than with it": "The average above the line is too small, and that alone would "
        "shorten the step. But what it is divided by is smaller still.",
        "as long as with it": "Both averages are too small, but not by the same factor: one has "
        "a tenth of its value, the root of the other about a thirtieth.",
        "longer than with it": "The root below the line is more wrong than what is above it.",
    },
)

# %% [markdown] exercise="article_adam" part="statement"
# ### Exercise 5: how far does the article's Adam go?
#
# Take a slope of exactly 1 at every step, and $\beta_1 = 0.9$, $\beta_2 = 0.999$,
# $\varepsilon = 10^{-8}$. Both averages begin at 0. Measure all lengths in units of the rate:
# take lr = 1. Set four values, with at least four digits after the point:
#
# - `corrected_first_step`: the length of the first step **with** the bias correction;
# - `article_first_step`: the length of the first step **without** it, as in the article;
# - `article_longest_step`: the longest of the article's first 100 steps;
# - `article_distance`: how far the article's rule has gone after 100 steps.
#
# <details><summary>Hint 1</summary>
#
# Say in words what `m` and `v` are after the first step. What is $m/\sqrt{v}$?
#
# </details>
# <details><summary>Hint 2</summary>
#
# For the last two, write a loop of 100 steps that keeps each length in a list. `max` and `sum` do
# the rest.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Your friend took 100 times the first step for the distance. Print the first twelve lengths: are
# they all the same?
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
# The picture of it, drawn by a folded cell:

# %% folded=true
adams = {
    "with correction": lengths_under(optimizers.adam(), np.ones(100)),
    "without, as in the article": lengths_under(
        optimizers.adam(bias_correction=False), np.ones(100)
    ),
}
figures.losses(
    adams,
    title="Adam under a steady slope",
    x_label="step",
    y_label="length in units of the rate",
    log=False,
    first=1,
)

# %% folded=true
first, article_first = (lengths[0] for lengths in adams.values())
reveal("without-correction", article_first < first / 1.01, article_first < 1.01 * first)

# %% [markdown]
# Too long: is that a law? Set $\beta_2$ to 0.9, too.

# %%
quick(
    "equal-betas",
    "Without the corrections, at β₁ = β₂ = 0.9, the first step is …",
    {
        "too long": "Only while the root below the line has caught up less than what is above.",
        "right": "Both lack the same factor. But of one the root is taken.",
        "too short": "A tenth above the line, and the root of a tenth below it.",
    },
    right="too short",
)

# %%
explore_corrections()

# %% [markdown]
# Does that harm a run? Here both train the network that you will build in lesson 10, for five
# epochs at rate 0.1, and read 250 digits that were held back.

# %% folded=true
digits, _ = data.digits()
shares = {}
for name, corrected in [("with correction", True), ("without", False)]:
    rng = np.random.default_rng(9)
    net = network.random_layers([64, 50, 10], rng)
    gradient = network.Gradient(digits.x[:1047], digits.y[:1047])
    rule = optimizers.adam(bias_correction=corrected)
    net = network.train(gradient, net, rule, lr=0.1, batch_size=32, epochs=5, rng=rng)[-1]
    shares[name] = network.accuracy(net, digits.x[1047:], digits.y[1047:])
    told = f"{shares[name]:.0%}" if shares[name] > 0.5 else "less than half"
    print(f"{name:16} digits read: {told}")

# %% [markdown]
# The correction lets you be bold early. Late in a run it does not help: here 5000 slopes of 0 come
# first, then a dozen of 1 (`np.append` joins them), which the average of the squares has hardly
# heard of.

# %%
silence = np.append(np.zeros(5000), np.ones(12))
late = lengths_under(optimizers.adam(), silence)[5000:]
print(f"first step: {late[0]:.2f} · rate   twelfth step: {late[11]:.2f} · rate")

# %% [markdown]
# ## An unfair race
#
# Another article fits a line with and without momentum, **both with rate 0.01**, and counts the
# epochs until the loss is less than 0.000001 above the lowest. Momentum wins by far.

# %%
quick(
    "spot-the-race",
    "Spot it before you run it: what does this race show?",
    {
        "nothing about the two rules": "The same number is not the same rate: at 0.01 momentum "
        "takes steps of up to ten times the length.",
        "that momentum is the better rule": "It is faster at that number. But with β = 0.9 its "
        "steps add up to ten times as long.",
        "that the rate does not matter": "It was the same for both, so the race cannot tell.",
    },
    right="nothing about the two rules",
)

# %% folded=true
line = data.noisy_line()
fit = squared_error(line.x, line.y)


def half_gradient(w):
    return fit.gradient(w) / 2  # the article's loss is half the mean squared error


def epochs_to_arrive(rule, lr):
    path = descent.descend(fit, [0, 0], lr, 1500, optimizer=rule, gradient=half_gradient)
    return np.argmax((path.losses - fit(fit.minima[0])) / 2 < 1e-6)


print(f"momentum, rate 0.01: {epochs_to_arrive(optimizers.momentum(), 0.01):4} epochs")
for lr in [0.01, 0.1, 1.0]:
    print(f"gradient descent, rate {lr:4}: {epochs_to_arrive(None, lr):5} epochs")

# %% [markdown]
# With ten times the rate gradient descent is faster than momentum was. With a rate that suits this
# round bowl, it needs 4 epochs. The rate decided that race, not the rule.

# %% [markdown]
# ## A fair race
#
# 1. **Equal budgets**, and more than one budget.
# 2. **Each with its own best rate**, from the same sweep.
# 3. **More than one landscape and more than one start.**
# 4. **Tune every dial, or say which you did not.**
#
# Our landscapes: the ravine; the same ravine **turned** by 30 degrees; and the round bowl of the
# line; each from 12 starts. First the rates alone are tuned. The table names the other dials, all
# but $\varepsilon$: it stays at $10^{-8}$.

# %% folded=true
angles = np.radians(15 + 30 * np.arange(12))
circle = np.stack([np.cos(angles), np.sin(angles)], axis=-1)
turn = np.array([[np.sqrt(3), -1], [1, np.sqrt(3)]]) / 2  # by 30 degrees
turned = quadratic(
    "turned ravine", "the ravine, turned", turn @ np.diag([1, 100]) @ turn.T, [0, 0],
    ((-9, 9), (-9, 9)),
)  # fmt: skip
tracks = {  # a landscape and twelve starts around its minimum
    "ravine": (ravine(100), circle * [10, 1]),
    "turned ravine": (turned, circle * [10, 1] @ turn.T),
    "round bowl": (fit, fit.minima[0] + 5 * circle),
}
BUDGETS = [100, 1000]
rates = 10 ** (np.arange(-30, 21) / 10)


def reached(rule, track):
    """Return the mean loss above the lowest for each budget and rate, shape (2, rates)."""
    landscape, starts = tracks[track]
    path = descent.descend(landscape, starts[:, None, :], rates, BUDGETS[-1], optimizer=rule)
    with np.errstate(all="ignore"):
        above = landscape(path.weights[BUDGETS]) - landscape(landscape.minima[0])
    return np.mean(np.where(np.isfinite(above), np.maximum(above, 0), np.inf), axis=1)


def show_race(contest):
    """Print the best loss of each rule, for each landscape and budget, as a power of ten.

    A rule that hovers ends at another place for the smallest change: more digits say nothing.
    """
    print(" " * 26 + "".join(f"{track:>24}" for track in tracks))
    print(f"{'gradients':26}" + "".join(f"{budget:12}" for budget in BUDGETS) * len(tracks))
    for name, losses in contest.items():
        lowest = [losses[track].min(axis=1) for track in tracks]
        powers = np.floor(np.log10(np.maximum(lowest, 1e-13))) + 1
        cells = [f"below 1e{max(power, -12):+03.0f}" for power in powers.flat]
        print(f"{name:26}" + "".join(f"{cell:>12}" for cell in cells))


def winners(contest, budget):
    """Return the rules that are lowest, or below 1e-12, on every landscape."""
    k = BUDGETS.index(budget)
    lowest = {
        track: max(1e-12, min(losses[track][k].min() for losses in contest.values()))
        for track in tracks
    }
    return [
        name
        for name, losses in contest.items()
        if all(losses[track][k].min() <= lowest[track] for track in tracks)
    ]


# %%
predict(
    "fair-race",
    "Six rules, three landscapes, 100 gradients, rates tuned, other dials at their usual values. "
    "Does one rule win all three?",
    {
        "yes, Adam": "It is the best known, and it is never bad here. But it wins none of the "
        "three, with these dials.",
        "yes, another rule": "A rule that suits the ravine, whose axes are those of the weights, "
        "meets one where they are not.",
        "no": "With usual dials none of the six is ahead on all three.",
    },
)

# %% folded=true
usual = {
    "gradient descent": optimizers.gradient_descent(),
    "momentum, β = 0.9": optimizers.momentum(),
    "Nesterov, β = 0.9": optimizers.nesterov(),
    "AdaGrad": optimizers.adagrad(),
    "RMSprop, ρ = 0.9": optimizers.rmsprop(0.9),
    "Adam, 0.9 and 0.999": optimizers.adam(),
}
first_race = {
    name: {track: reached(rule, track) for track in tracks} for name, rule in usual.items()
}
show_race(first_race)

# %%
won = winners(first_race, 100)
reveal("fair-race", won == ["Adam, 0.9 and 0.999"], bool(won) and "Adam" not in won[0])

# %% [markdown]
# **Turn** the ravine, and AdaGrad falls far back: the steep direction is now a mixture of both
# weights, and a rate for each weight cannot see it. Gradient descent, momentum and Nesterov do not
# notice the turn. And **ten times the budget** changes the order: in the ravine gradient descent
# comes last after 100 gradients; after 1000 it is far ahead of RMSprop, which hovers.
#
# Now the fourth rule: every $\beta$ and $\rho$ is tuned, too. ($\varepsilon$ is not: we say so.)

# %%
predict(
    "every-dial",
    "The same race with every β and ρ tuned, 100 gradients. Does one rule win or tie all three?",
    {
        "yes, Adam": "It has the most dials, so it should gain the most. But neither β of it "
        "notices that a ravine is turned.",
        "yes, momentum": "Its β was far too large for these landscapes.",
        "no": "So it was with usual dials. That was a statement about the dials, too.",
    },
)

# %% folded=true
dials = {
    "gradient descent": [(optimizers.gradient_descent(), "")],
    "momentum": [(optimizers.momentum(b), f"β = {b}") for b in (0.9, 0.7, 0.5)],
    "Nesterov": [(optimizers.nesterov(b), f"β = {b}") for b in (0.9, 0.7, 0.5)],
    "AdaGrad": [(optimizers.adagrad(), "")],
    "RMSprop": [(optimizers.rmsprop(r), f"ρ = {r}") for r in (0.9, 0.99, 0.999)],
    "Adam": [
        (optimizers.adam(b, c), f"{b} and {c}") for b in (0.9, 0.7, 0.5) for c in (0.999, 0.99)
    ],
}
second_race, chosen = {}, {}
for name, choices in dials.items():
    second_race[name] = {}
    for track in tracks:
        tried = np.array([reached(rule, track) for rule, _ in choices])
        second_race[name][track] = np.min(tried, axis=0)
        best = np.argmin(np.maximum(tried.min(axis=2)[:, 0], 1e-12))
        chosen[name, track] = choices[best][1]
show_race(second_race)
print("\ntheir dials at 100 gradients, with ε = 1e-8 throughout:")
for name in ["momentum", "Nesterov", "RMSprop", "Adam"]:
    print(f"{name:10}", "   ".join(f"{track}: {chosen[name, track]}" for track in tracks))

# %%
won = winners(second_race, 100)
reveal("every-dial", won == ["Adam"], "momentum" in won, not won)

# %% [markdown]
# With its own $\beta$ momentum wins or ties everywhere, after 100 gradients and after 1000. "No
# rule wins" was a result about *dials that nobody had turned*. (Momentum with $\beta = 0$ is
# gradient descent. So with every dial tuned it cannot lose to it.) But these are small, smooth
# losses without noise. Lesson 10 races the same rules on a network.
#
# Race them yourself. You move momentum's dials; all others have their best rates. In the turned
# ravine, with the best dials for the others: which $\beta$ brings momentum into first place?
# Take it to Rosenbrock's bent valley, with 1000 gradients: is it still the best?
#
# <details><summary>Answer</summary>
#
# In the turned ravine it is the $\beta$ that the table above names. In Rosenbrock's curved valley
# the usual one is better. There Adam is ahead of both from the start that is shown, but not from
# every other: type one. A dial is tuned for one loss and one budget.
#
# </details>

# %% folded=true
curved = {"Rosenbrock's valley": rosenbrock, "Himmelblau's function": himmelblau}
race_optimizers(tracks | curved, dials, start=start)

# %% [markdown] exercise="fair_or_not" part="statement"
# ### Exercise 6: fair or not, and why?
#
# Five races, as one finds them in papers and blogs. In each, rule A ends lower than rule B, and
# the author concludes: A is better there, with that loss and budget.
#
# - **race_a**: Both get 500 gradients and the same 20 starts. The author tried 40 settings of A's
#   rate and $\beta$, and took B as it comes from the library.
# - **race_b**: Both have their best rate out of the same 30, and the same 20 starts. A ran for
#   1000 gradients, B for 200.
# - **race_c**: Both get 500 gradients and the same 20 starts. Both run at rate 0.001, "so that it
#   is fair".
# - **race_d**: Both get 500 gradients, from the same 20 starts. All dials of both were tuned in
#   sweeps of 30 settings each, and the sweeps are shown.
# - **race_e**: Both get 500 gradients and are tuned in the same sweep. Both begin at (2, −1), and
#   nowhere else.
#
# Set `race_a` to `race_e`, each to one of these texts. Each text belongs to one race:
#
# `"fair"`, `"one rate for both"`, `"unequal budgets"`, `"only one was tuned"`, `"a single start"`
#
# <details><summary>Hint 1</summary>
#
# Say for each race in words what A got and what B got: gradients, tuning, starts.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Which of the four rules is broken?
#
# </details>
# <details><summary>Hint 3</summary>
#
# Your friend calls race_c fair, since both have the same rate. What did the same rate mean in the
# unfair race above?
#
# </details>

# %% exercise="fair_or_not" part="answer"
### BEGIN SOLUTION
race_a = "only one was tuned"
race_b = "unequal budgets"
race_c = "one rate for both"
race_d = "fair"
race_e = "a single start"
### END SOLUTION

# %% exercise="fair_or_not" part="check"
check("fair_or_not")

# %% exercise="fair_or_not" part="hidden"
# More checks run here when your work is graded.
### BEGIN HIDDEN TESTS
check("fair_or_not", seed=60613)
### END HIDDEN TESTS

# %% [markdown]
# ## For reference
#
# <details><summary>AdamW, LAMB, and the names in libraries</summary>
#
# ### AdamW: let weights decay
#
# Often every weight is to shrink a little at each step: **weight decay**. With Adam it matters
# where: if
# $\lambda w$ is added to the gradient, Adam divides it by the size of the slopes, and weights with
# large slopes hardly shrink. **AdamW** shrinks the weights *beside* Adam's step, as PyTorch and
# Keras write it:
#
# $$w \leftarrow w - \text{lr}\left(\frac{\hat m}{\sqrt{\hat v} + \varepsilon} +
# \lambda\, w\right)$$
#
# In the paper (Loshchilov and Hutter 2019) $\lambda$ is not multiplied by the rate, only by the
# schedule: same name, other formula.
#
# ### LAMB: a trust ratio for each layer
#
# **LAMB** takes Adam's direction $r$ for each *layer* of a network (with $\lambda w$ added, if
# weights decay) and multiplies it by $\lVert w \rVert/\lVert r \rVert$, the layer's **trust
# ratio**. So each layer changes by the same part of itself, whatever its slopes are. (The paper,
# You and others 2020, may limit $\lVert w \rVert$.) It was made for very large **batches**. An
# article's table recommends it for *very large models*, which is another thing.
#
# ### The names in libraries
#
# | here | PyTorch 2 | Keras 3 |
# |---|---|---|
# | momentum `beta` | `SGD(momentum=…)`, rate outside $v$ | `SGD(momentum=…)`, as here |
# | Nesterov | `SGD(nesterov=True)` | `SGD(nesterov=True)` |
# | RMSprop `rho` | `alpha=0.99` | `rho=0.9` |
# | RMSprop `eps` | 1e-8, outside the root | 1e-7, **inside** the root |
# | Adam's betas | `betas=(0.9, 0.999)` | `beta_1=0.9, beta_2=0.999` |
# | Adam's `eps` | 1e-8, after the correction | 1e-7, **before** the correction |
# | AdamW's decay | times the rate | times the rate |
#
# </details>
# <details><summary>What the articles say about optimizers, and what is so</summary>
#
# ### What the articles got wrong
#
# | what they print | what is right |
# |---|---|
# | Adam without $\hat m$ and $\hat v$ | a steady slope: early steps up to 6.57 times too long |
# | momentum gets you out of local minima | sometimes; and out of the better one, too (lesson 9) |
# | Adam gets you out of local minima | the same (lesson 9) |
# | Adam works *without extensive tuning* | 1000 steps at 0.001: (0.93, 0.97), not (3.03, 6.93) |
# | LAMB for very large models | for very large batches |
#
# </details>

# %% folded=true
untuned = descent.descend(fit, [0, 0], 0.001, 1000, optimizer=optimizers.adam()).final
print(f"the line, Adam, 1000 steps at 0.001: ({untuned[0]:.2f}, {untuned[1]:.2f})")
print(f"its lowest loss: ({fit.minima[0][0]:.2f}, {fit.minima[0][1]:.2f})")

# %% [markdown]
# ## In one formula
#
# $$m \leftarrow \beta_1 m + (1 - \beta_1)\, g \qquad v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2
# \qquad w \leftarrow w - \text{lr}\,
# \frac{m/(1 - \beta_1^t)}{\sqrt{v/(1 - \beta_2^t)} + \varepsilon}$$
#
# Above: where the slopes point. Below: how large they are.

# %% [markdown]
# ## Quick check
#
# Click the answer you would give: each one is explained.

# %%
quick(
    "rescaled-weights",
    "What turns the very first step away from the gradient's direction?",
    {
        "momentum": "Its first velocity is the plain step: the memory is still empty.",
        "a smaller rate": "It makes the step shorter, and leaves its direction.",
        "a rate for each weight": "In AdaGrad's first step every weight moves by the rate, "
        "whatever its slope.",
    },
    right="a rate for each weight",
)

# %%
quick(
    "budget-matters",
    "A run of RMSprop has a tiny loss after 100 gradients and a large one after 1000. Why?",
    {
        "its rate was wrong from the start": "It was right for 100 gradients. What changed is "
        "what it divides by.",
        "it has forgotten the large slopes": "Now it hovers: with a fixed rate its steps near the "
        "minimum are as long as those far away.",
        "it has diverged": "Its loss stays where it is; a run that diverges leaves every height.",
    },
    right="it has forgotten the large slopes",
)

# %% [markdown]
# ## Where it is used
#
# Momentum trains many image recognisers, Adam and AdamW most language models.
#
# ## Words for your glossary
#
# All words and signs of the course, with their other names: [notation](../../docs/notation.md).
#
# - **optimizer**: a rule that turns gradients into steps; most have a memory.
# - **running average**: a memory in which old values fade.
# - **momentum**, **velocity** $v$: the fading sum of all slopes so far, times −lr.
# - **quadratic**: a loss whose curvature is the same everywhere.
# - **AdaGrad**, **RMSprop**: each weight's slope is divided by the size of its slopes so far.
# - **hover**: to keep moving near a minimum, because the steps do not get shorter.
# - **first moment**, **second moment**: Adam's averages $m$ of slopes and $v$ of their squares.
# - **bias correction**: dividing an average that began at zero by $1 - \beta^t$.
# - **dial**: a number chosen before a run: a rate, a $\beta$. Also called *hyperparameter*.
#
# Next: [Lesson 8, schedules](../08_schedules/08_schedules.ipynb), the cure for hovering.

# %%
finish("Race on Himmelblau's function: from which start does a rule end in another minimum?")
