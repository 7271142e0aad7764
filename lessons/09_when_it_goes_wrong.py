# %% [markdown]
# # Lesson 9: When it goes wrong
#
# *About 120 minutes. You need: a step against the gradient (lesson 1). Momentum and Adam
# (lesson 7) come up, and are explained again in a line.*
#
# You will be able to
#
# - name the places where a walk stops although it is not at the lowest one;
# - search with several starts, and say how many it takes;
# - say what momentum, Adam and noise do for a stuck walk, and what they do not;
# - explain why slopes vanish or explode on their way through many layers, and clip them;
# - read from a loss curve what a run suffers from, and say what to try.

# %%
import numpy as np

from course import check, descent, figures, illnesses, optimizers, predict, quick, reveal
from course.explorers import explore_trouble
from course.landscapes import (
    QUARTIC_HILL,
    himmelblau,
    parabola,
    plateau,
    quadratic,
    quartic,
    rastrigin,
    rosenbrock,
    saddle,
    tilted_bowl,
)

# %% [markdown]
# ## The picture: level ground
#
# The hiker in the fog feels the slope, takes a step downhill, and stops where the ground is
# level. One of the articles that this course grows from says: *slope zero, so we are at the
# bottom*. Here are three places where it is not so.

# %%
figures.flat_places(
    {
        "floor of the shallower valley": (quartic, quartic.minima[1]),
        "top of the hill": (quartic, QUARTIC_HILL),
        "plateau": (plateau, 5.0),
    },
    title="Three places where the ground is level",
)

# %% [markdown]
# The first two are on the **quartic** of lesson 1, $w^4 - 8w^2 + w + 10$, with its two valleys;
# the left one is deeper. The third is on $-\exp(-w^2)$, which has one pit, and is almost level
# everywhere else.
#
# The slope does not tell these places apart. The **curvature** (how fast the slope grows with
# $w$) tells more:

# %%
for name, landscape, w in [
    ("floor of the deeper valley", quartic, quartic.minima[0]),
    ("floor of the shallower valley", quartic, quartic.minima[1]),
    ("top of the hill", quartic, QUARTIC_HILL),
    ("plateau at w = 5", plateau, 5.0),
    ("plateau at w = 30", plateau, 30.0),
]:
    slope, curvature = landscape.gradient(w), landscape.curvature(w) + 0.0
    told = f"{slope:.2e}" if abs(slope) > 1e-12 else "0"
    print(f"{name:30} slope {told:9} curvature {curvature:.3g}")

# %% [markdown]
# Where the slope is zero:
#
# - curvature above zero: the floor of *a* valley. Whether it is the deepest one, no number from
#   this place can tell;
# - curvature below zero: the top of a hill;
# - curvature zero: it cannot be told from these two numbers.
#
# At $w = 30$ the true slope is not zero, but it is smaller than the smallest number that the
# computer can write in its usual 64 bits. For the walk that is the same.

# %% [markdown]
# ## Local minima: begin again
#
# The floor of a valley that is not the deepest is a **local minimum**. Plain descent with a small
# rate ends in the valley where it starts. So where you start decides, and the cheapest remedy is
# to start again somewhere else, and to keep the best end. These are **random restarts**.
#
# On the quartic, let starts be anywhere between −3 and 3, all equally likely, with rate 0.01.

# %%
predict(
    "five-starts",
    "One start misses the deeper valley about every second time. How often do all of five miss?",
    {"about 1 time in 2": "", "about 1 time in 10": "", "about 1 time in 35": ""},
)

# %%
rng = np.random.default_rng(80)
starts = rng.uniform(-3, 3, size=20_000)
ends = descent.descend(quartic, starts, lr=0.01, steps=60).final
missed = ends > QUARTIC_HILL
print(f"one start misses: {missed.mean():.2f}")

shares = []
for k in range(1, 9):
    groups = missed[: len(missed) // k * k].reshape(-1, k)
    shares.append(np.mean(np.all(groups, axis=1)))
    if k in (2, 3, 5, 8):
        print(f"all of {k} starts miss: {shares[-1]:.3f}   0.49^{k} = {0.49**k:.3f}")

one_in = 1 / shares[4]
nearest = min([2, 10, 35], key=lambda n: abs(np.log(one_in / n)))
reveal("five-starts", f"about 1 time in {nearest}")

# %%
figures.losses(
    {"measured": [1, *shares], "0.49 to the power of the starts": 0.49 ** np.arange(9)},
    title="How often all starts miss the deeper valley",
    x_label="number of starts",
    y_label="share of searches that miss",
)

# %% [markdown]
# About 51 % of these starts find the deeper valley, 49 % miss it. Starts that know nothing of each
# other all miss with probability $0.49^k$: every new start halves the risk, roughly. (The share
# belongs to *this* landscape, this range of starts, and this rate.)

# %% [markdown] exercise="random_restarts" part="statement"
# ### Exercise 1: begin again
#
# Write `random_restarts(f, grad, starts, lr, steps)`:
#
# - from **each** of the `starts` (a list of numbers), take `steps` steps of gradient descent
#   with rate `lr`. `f` gives the loss at a weight, `grad` the slope; both take one number;
# - return the pair `(w, loss)` of the **end** with the lowest loss.
#
# A walk may diverge. It then ends at a loss that is not finite: infinity, minus infinity, or
# `nan` (*not a number*). Such ends do not count, and they must not stop your program. At least
# one end is finite.
#
# Starts may be whole numbers, such as `[2, -1, 3]`. Do not change the list that you are given.
# Write the walks yourself, without `descent.descend`; your own `descend` of lesson 1 may help.
#
# For example, `random_restarts(quartic, quartic.gradient, [1.8, -0.2], 0.01, 200)` returns −2.0305
# and −8.0154 (rounded).
#
# <details><summary>Hint 1</summary>
#
# Two loops: one over the starts, and inside it one over the steps. After the inner loop you stand
# at an end; compare it with the best so far.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Which loss can the best so far begin with, so that any finite loss is lower? `float("inf")` is
# a number in Python.
#
# </details>
# <details><summary>Hint 3</summary>
#
# `np.isfinite(loss)` is false for `nan` and for both infinities. Comparisons with `nan` are
# always false, so test before you compare.
#
# </details>


# %% exercise="random_restarts" part="answer"
def random_restarts(f, grad, starts, lr, steps):
    """Return (w, loss) of the lowest finite end of the walks from all starts."""
    ### BEGIN SOLUTION
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        loss = f(w)
        if np.isfinite(loss) and loss < best_loss:
            best_w, best_loss = w, loss
    return best_w, best_loss
    ### END SOLUTION


# %% exercise="random_restarts" part="check"
check("random_restarts")

# %% exercise="random_restarts" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("random_restarts", seed=80141)
### END HIDDEN TESTS

# %% [markdown]
# ## Where each start leads
#
# Two landscapes of two weights. **Himmelblau's function** has four minima, all of loss 0.
# **Rastrigin's function** is an egg box: one dip near each pair of whole numbers, and only the
# one at (0, 0) has loss 0.


# %%
def grid(landscape, points=80):
    """Return starts all over the landscape's view, shape (points, points, 2)."""
    axes = [np.linspace(low, high, points) for low, high in landscape.view]
    return np.stack(np.meshgrid(*axes), axis=-1)


maps = [
    descent.descend(himmelblau, grid(himmelblau), lr=0.005, steps=100),
    descent.descend(rastrigin, grid(rastrigin), lr=0.002, steps=40),
]
figures.basin_maps(maps, title="Where each start leads")

# %% [markdown]
# On the left any start will do: each shade is the **basin** of one minimum, a large mark, and all
# four are equally deep. On the right only the starts in the small square find the deepest dip.
# All others end in one of the small dots.
#
# Now choose the start and the rate yourself. Each shade below is a basin; the numbered stars are
# the minima.
#
# - On Himmelblau's function, raise the rate. When do minima get lost, and what becomes of their
#   starts?
# - Choose Rastrigin's function. How close to the middle must you click to end at loss 0?
# - Come back after the sections on saddles and plateaus: those landscapes are in the list, too,
#   and momentum and Adam beside plain gradient descent. Which remedy helps against which trouble?

# %%
explore_trouble()

# %% [markdown]
# Rastrigin's function can be written for any number of weights: each weight adds a wave of its
# own, and each must start in the right dip by itself. What does that do to restarts?

# %%
ends = maps[1].final
one_weight = np.mean(np.abs(ends[..., 0]) < 0.01)
print(f"starts whose first weight ends at 0: {one_weight:.3f}")
for weights in [1, 2, 5, 10]:
    share = one_weight**weights
    # The number of starts for which (1 - share)**needed is 0.01.
    needed = int(np.ceil(np.log(0.01) / np.log1p(-share)))
    about = round(needed, 2 - len(str(needed)))
    print(f"{weights:2} weights: share {share:.1e}, starts for a chance of 99 %: about {about:,}")

# %% [markdown]
# With ten weights restarts are hopeless here. Are networks with millions of weights such egg
# boxes? It seems not: many of their minima are about equally good, so that the wrong valley is
# rarely what is wrong. That is what people see in practice. It is not a theorem.

# %% [markdown]
# ## The same end from every start?
#
# Another article promises that *different starting points all converge to the same minimum*.
# That is true of **strictly convex** losses, if they have a minimum and the rate is small enough.
# Strictly convex means: a straight line between any two points of the surface lies above the
# surface, all the way between them. Three losses, the same four starts:

# %%
trough = quadratic("trough", "(w1 + w2)²", [[2, 2], [2, 2]], [0, 0], tilted_bowl.view)
four = np.array([[3.0, 1.0], [-2.0, 4.0], [-4.0, -3.0], [4.0, -1.0]])
kinds = {
    "strictly convex: tilted bowl": (tilted_bowl, 0.1),
    "convex, but not strictly: trough": (trough, 0.1),
    "not convex: Himmelblau's function": (himmelblau, 0.005),
}
for name, (landscape, lr) in kinds.items():
    path = descent.descend(landscape, four, lr, steps=1000)
    places = "  ".join(f"({x + 0:.2f}, {y + 0:.2f})" for x, y in np.round(path.final, 2))
    print(f"{name:33}  {places}   largest loss {np.max(path.losses[-1]):.2f}")

# %% [markdown]
# In the trough, $(w_1 + w_2)^2$, all losses end at 0, but at different places on its level floor:
# *convex* promises the same loss, only *strictly* convex the same place. Himmelblau's function
# promises neither. That its four losses agree is its own property.

# %% [markdown]
# ## What momentum does
#
# **Momentum** gives the walk a velocity: $v \leftarrow \beta v - \text{lr} \cdot g$, then
# $w \leftarrow w + v$. An article says that it rolls you out of local minima. Here it is on the
# quartic with $\beta = 0.9$, from both sides.

# %%
rates = np.array([0.001, 0.005, 0.01, 0.015])
sides = np.array([[3.0], [-3.0]])
ball = optimizers.momentum(0.9)
ends = descent.descend(quartic, sides, rates, steps=3000, optimizer=ball).final
for start, row in zip(sides[:, 0], ends, strict=True):
    for lr, end in zip(rates, row, strict=True):
        side = "left, the deeper valley" if end < QUARTIC_HILL else "right, the shallower valley"
        print(f"from {start:4} at rate {lr:5}: {end:7.4f}  {side}")

# %% [markdown]
# From 3 it rolls over the hill at rate 0.01, and not at 0.005 or less. From −3 it starts *above
# the deeper valley*, and at rate 0.015 it leaves that for the worse one. Momentum crosses a hill
# if it is fast enough. It does not know which side is better.
#
# **Adam** divides each slope by a running measure of the size of the slopes. The same article
# names it as a remedy, too:

# %%
rates = np.array([0.001, 0.01, 0.05, 0.1, 0.2, 0.3, 0.5])
ends = descent.descend(quartic, 3.0, rates, steps=5000, optimizer=optimizers.adam()).final
for lr, end in zip(rates, ends, strict=True):
    side = "left, the deeper valley" if end < QUARTIC_HILL else "right, the shallower valley"
    print(f"Adam from 3 at rate {lr:5}: {side}")

# %% [markdown]
# At all these rates, up to 0.5, it stays in the shallower valley. Adam chooses the *scale* of the
# steps. A step downhill is still a step into the valley that you are in.

# %% [markdown]
# ## What noise does
#
# Mini-batches make slopes noisy (lesson 6), and an article says that this *helps you escape
# shallow local minima*. Let us add Gaussian noise to every slope of the quartic, and start in the
# shallower valley. How steep, and how high, is the way out?

# %%
for name, w, steepest in [
    ("shallower", quartic.minima[1], 2 / np.sqrt(3)),
    ("deeper", quartic.minima[0], -2 / np.sqrt(3)),
]:
    print(
        f"from the {name} valley to the hill: height {quartic(QUARTIC_HILL) - quartic(w):.1f},"
        f" steepest slope {abs(quartic.gradient(steepest)):.1f}"
    )

# %%
predict(
    "noise",
    "Noise of spread 10, rate 0.01, 5000 steps. How many of 40 runs leave the shallower valley?",
    {"none or almost none": "", "about half": "", "all or almost all": ""},
)

# %%
spreads = np.array([1, 5, 10, 15, 20, 25, 30])
rng = np.random.default_rng(8)


def noisy_slope(w):
    return quartic.gradient(w) + spreads[:, None] * rng.normal(size=w.shape)


# Two starts, seven spreads and forty runs of each, all at once.
both = np.broadcast_to(np.array([3.0, -3.0])[:, None, None], (2, len(spreads), 40))
noisy = descent.descend(quartic, both, lr=0.01, steps=5000, gradient=noisy_slope)
ended_right = noisy.final > QUARTIC_HILL
left_the_worse = np.sum(~ended_right[0], axis=1)
left_the_better = np.sum(ended_right[1], axis=1)
for i, spread in enumerate(spreads):
    print(
        f"spread {spread:2}: from 3, {left_the_worse[i]:2} of 40 end on the left;"
        f"   from −3, {left_the_better[i]:2} of 40 end on the right"
    )

rescued = left_the_worse[list(spreads).index(10)]
choices = ["none or almost none", "about half", "all or almost all"]
reveal("noise", choices[int(np.clip(rescued // 14, 0, 2))])

# %%
figures.shares(
    spreads,
    {
        "from 3, the worse valley": left_the_worse / 40,
        "from −3, the better valley": left_the_better / 40,
    },
    x_label="spread of the noise in each slope",
    y_label="runs that end in the other valley",
    title="Noise moves runs both ways, once it is large",
)

# %% [markdown]
# Up to a spread of 15, not one run is rescued in 5000 steps. At 20 some are, at 25 most. And the
# same noise throws runs out of the *better* valley as well; less often, since its way out is
# higher.
#
# Why is noise so weak? The rate multiplies it, and the valley pulls back at once:

# %%
settled = noisy.weights[1000:, 0, list(spreads).index(10)]
room = quartic.minima[1] - QUARTIC_HILL
print(f"spread of the slopes: 10   spread of the weight: {np.std(settled):.2f}")
print(f"from the floor to the hill: {room:.2f}, or {room / np.std(settled):.0f} such spreads")

# %% [markdown]
# The hill is that many spreads of the weight away: out of reach. So noise *can* help, if it is
# large beside the hill; then it also keeps the run from settling. (With endless time every run
# would cross now and then. Nobody has that. And the noise of mini-batches is not quite like this:
# its size changes from place to place.)

# %% [markdown]
# ## Saddles
#
# With two weights there is a fourth kind of level place. Think of a horse's saddle, and sit down
# in its middle. Along the horse, the saddle **rises** in front of you and behind you, and keeps
# you from sliding. To the sides it **falls**: there hang your legs.

# %%
figures.saddle_shape(saddle, title="A saddle: w1² − w2²")

# %% [markdown]
# In the middle the slope is zero in every direction. But it is no minimum: to the sides it goes
# down. The curvatures show it: the **Hessian**, the table of all second derivatives, has one
# *eigenvalue* (curvature along a direction of its own) above zero and one below. Seen from the
# sides, the line along the horse, $w_2 = 0$, is a **ridge**.

# %%
middle = np.zeros(2)
slopes = saddle.gradient(middle) + 0.0
print("slope in the middle:", " ".join(f"{slope:.0f}" for slope in slopes))
print("curvatures:", " ".join(f"{c:.0f}" for c in np.linalg.eigvalsh(saddle.curvature(middle))))

# %%
predict(
    "ridge",
    "Two walks of 100 steps, rate 0.1: from (1, 0) and from (1, 0.000001). What happens?",
    {"both stall at the saddle": "", "the first stalls, the second leaves": "", "both leave": ""},
)

# %%
walks = {
    f"from (1, {w2:g})": descent.descend(saddle, [1.0, w2], lr=0.1, steps=100)
    for w2 in (0.0, 1e-6, 0.1)
}
for name, path in list(walks.items())[:2]:
    places = [f"step {t}: {abs(path.weights[t, 1]):.4g}" for t in (0, 50, 75, 76, 100)]
    print(f"{name:16} distance from the ridge at", "   ".join(places))

gone = [bool(abs(path.final[1]) > 1) for path in list(walks.values())[:2]]
if all(gone):
    reveal("ridge", "both leave")
else:
    one_leaves = "the first stalls, the second leaves"
    reveal("ridge", one_leaves if gone[1] else "both stall at the saddle")

# %%
figures.leaving_walks(walks, (-1.5, 1.2), title="Three walks at a saddle, rate 0.1")

# %%
level = np.abs(walks["from (1, 1e-06)"].losses) < 0.01
print(f"the second walk has a loss within 0.01 of zero for {np.sum(level)} steps")

# %% [markdown]
# On the map the first two walks lie on each other until the saddle. The loss curve of the second
# looks as if it had arrived: for more than fifty steps it is level at 0. Then it falls off.
#
# Each step multiplies the distance from the ridge by $1 + 2 \cdot 0.1 = 1.2$. So the delay grows
# only slowly when you start nearer to the ridge:

# %%
for w2 in [1e-2, 1e-4, 1e-6, 1e-8]:
    path = descent.descend(saddle, [1.0, w2], lr=0.1, steps=150)
    print(f"start {w2:.0e} beside the ridge: {np.argmax(np.abs(path.weights[:, 1]) > 1):3} steps")

rng = np.random.default_rng(8)
path = descent.descend(saddle, rng.uniform(-1, 1, size=(2000, 2)), lr=0.1, steps=150)
gone = np.abs(path.weights[..., 1]) > 1
when = np.argmax(gone, axis=0)
print(f"of 2,000 random starts, {np.sum(gone[-1]):,} have left:")
print(f"half of them after {np.median(when):.0f} steps or fewer, the last after {when.max()}")

# %% [markdown]
# This is a theorem, too. With a random start, and a rate below $1/L$ (where $L$ is the largest
# size of any curvature anywhere), gradient descent ends at such a saddle with probability zero:
# **Lee and others, 2016**. It can be slow, though. There are losses with many saddles in a row,
# where it takes a time that grows exponentially with their number: **Du and others, 2017**.
#
# And here noise does help, even a little of it. Forty runs exactly on the ridge:

# %%
rng = np.random.default_rng(8)


def slightly_noisy(w):
    return saddle.gradient(w) + 0.01 * rng.normal(size=w.shape)


on_ridge = np.tile([1.0, 0.0], (40, 1))
path = descent.descend(saddle, on_ridge, lr=0.1, steps=150, gradient=slightly_noisy)
gone = np.abs(path.weights[..., 1]) > 1
when = np.argmax(gone, axis=0)
print(f"spread 0.01: {np.sum(gone[-1])} of 40 have left, after {when.min()} to {when.max()} steps")

# %% [markdown]
# Why here and not in the valley? A valley pulls every push back. A saddle makes every push to the
# side larger.

# %% [markdown]
# ## Plateaus
#
# Back to $-\exp(-w^2)$. At $w = 5$ its slope is about 1.39e-10. Plain descent moves by the rate
# times that. Adam divides by the size of the slopes.

# %%
predict(
    "plateau",
    "Both start at w = 5 with rate 0.1. Which of them is in the pit after 500 steps?",
    {"neither": "", "only gradient descent": "", "only Adam": "", "both": ""},
)

# %%
runs = {
    "gradient descent": descent.descend(plateau, 5.0, lr=0.1, steps=500),
    "Adam": descent.descend(plateau, 5.0, 0.1, 500, optimizer=optimizers.adam()),
}
print(f"slope at w = 5: {plateau.gradient(5.0):.3g}")
for name, path in runs.items():
    moved = path.weights[0] - path.final
    print(f"{name:17} has moved by {moved:.3g}, loss {path.losses[-1]:.3g}")

arrived = [name for name, path in runs.items() if path.losses[-1] < -0.99]
reveal("plateau", {0: "neither", 2: "both"}.get(len(arrived), f"only {arrived[0]}"))

# %%
figures.losses(
    {name: path.losses for name, path in runs.items()},
    title="Two walks on a plateau, from w = 5 at rate 0.1",
    log=False,
)

# %% [markdown]
# (Both had the same rate. One that moves gradient descent here would throw it far off on steeper
# ground.) So Adam is no remedy for a wrong valley, but it is one for a plateau: there the
# direction is right, and only the scale is wrong. It is slow at first, since its $\varepsilon =
# 10^{-8}$ is larger than the slope. From $w = 30$, where the slope is zero to the computer,
# nothing helps but another start.
#
# A valley's floor can be almost level, too. **Rosenbrock's valley** is a famous one: falling into
# it is quick, walking along it is not.

# %%
start = [-1.2, 1.0]
creeping = descent.descend(rosenbrock, start, lr=0.001, steps=10_000)
rolling = descent.descend(rosenbrock, start, lr=0.001, steps=1000, optimizer=ball)
for name, path, steps in [
    ("gradient descent", creeping, [0, 10, 300, 1000, 10_000]),
    ("momentum", rolling, [0, 10, 300, 1000]),
]:
    print(f"{name:17}", "   ".join(f"step {t}: {path.losses[t]:.5f}" for t in steps))

# %%
figures.contour_walks(
    {
        "gradient descent": descent.descend(rosenbrock, start, 0.001, 300),
        "momentum": descent.descend(rosenbrock, start, 0.001, 300, optimizer=ball),
    },
    title="300 steps in Rosenbrock's valley, both at rate 0.001",
)

# %% [markdown]
# Is that fair? Both had the same rate, and each has a best one of its own. So here are five rates
# for each, and 1000 gradients for every run:

# %%
rates = np.array([0.0005, 0.001, 0.0015, 0.002, 0.0025])
for name, rule in [("gradient descent", None), ("momentum", ball)]:
    ends = descent.descend(rosenbrock, start, rates, 1000, optimizer=rule).losses[-1]
    told = "   ".join(f"{lr}: {end:.0e}" for lr, end in zip(rates, ends, strict=True))
    print(f"{name:17}{told}")

# %% [markdown]
# With the best of these rates for each, momentum is far ahead. Here it is the right remedy: along
# the floor the slopes are small but steady, and they add up. Each illness has its own remedy. That
# is why we need a diagnosis.

# %% [markdown]
# ## Slopes that vanish, slopes that explode
#
# A deep network is a chain of layers. Each layer takes what the one before gives, multiplies it
# by weights, and bends it with an **activation**, such as the sigmoid $1/(1 + e^{-z})$. How much
# does the output change when something changes in the first layer? By the chain rule, the
# effects of all layers after it are **multiplied**: weight times slope of the activation, for
# each layer. The sigmoid's slope is at most 0.25.

# %%
print(f"0.25 to the power of 10: {0.25**10:.2e}")
print(f"0.25 to the power of 50: {0.25**50:.2e}")
print(f"1.5  to the power of 50: {1.5**50:.2e}")
predict(
    "layers",
    "Ten sigmoid layers, all weights 1. How large is the first layer's slope beside the last's?",
    {"about a tenth": "", "about a thousandth": "", "less than a hundred-thousandth": ""},
)


# %% [markdown]
# Let us measure it. Ten layers of one number each, $a \leftarrow \text{sigmoid}(w (a - 0.5) + b)$,
# beginning with $a = 0.5$ and all biases $b = 0$. Then $a$ stays at 0.5, where the sigmoid is
# steepest: this is the best that can happen to it. We measure how the output answers to the bias
# of each layer, by central differences.


# %%
def output(biases, weight):
    a = 0.5
    for b in biases:
        a = 1 / (1 + np.exp(-(weight * (a - 0.5) + b)))
    return a


slopes = {}
for weight in [1, 4, 6]:
    measured = descent.numerical_gradient(
        lambda b, weight=weight: output(b, weight), np.zeros(10), h=1e-5
    )
    slopes[f"weight {weight}"] = measured
    first = 0.25 * (weight / 4) ** 9
    print(
        f"weight {weight}: last layer {measured[-1]:.3f}   first layer {measured[0]:.3g}"
        f"   by the chain rule {first:.3g}"
    )

ratio = slopes["weight 1"][0] / slopes["weight 1"][-1]
if ratio < 1e-5:
    reveal("layers", "less than a hundred-thousandth")
else:
    reveal("layers", "about a tenth" if ratio > 0.01 else "about a thousandth")

# %%
figures.losses(
    slopes,
    title="How the output answers to each of ten sigmoid layers",
    x_label="layer (0 is the first)",
    y_label="slope",
)

# %% [markdown]
# With weight 1 each layer leaves a quarter: the slopes **vanish**, and the first layers hardly
# learn. With weight 6 each layer makes one and a half times of it: they **explode**. With weight
# 4 they stay, on the edge of a knife.
#
# Real layers are wide. Then the factor of a layer is a matrix, its **Jacobian** (weights times
# slopes of the activations), and the product is one of matrices. Here 50 random ones, 64 by 64,
# which change a length by about a given factor each:

# %%
rng = np.random.default_rng(8)
lengths = {}
for factor in [1.5, 1.0, 0.25]:
    g = np.full(64, 1 / 8)
    told = [np.linalg.norm(g)]
    for _ in range(50):
        jacobian = rng.normal(scale=factor / 8, size=(64, 64))
        g = jacobian.T @ g
        told.append(np.linalg.norm(g))
    lengths[f"factor {factor}"] = told
    print(f"factor {factor:4}: after 10 layers {told[10]:.1e}, after 50 layers {told[50]:.1e}")

# %%
figures.losses(
    lengths,
    title="A gradient on its way back through 50 layers",
    x_label="layers passed",
    y_label="length of the gradient",
)

# %% [markdown]
# So one does not stack fifty plain sigmoid layers. What has helped: activations such as ReLU,
# whose slope is 1 wherever the input is above zero; starting weights of the right size;
# normalising what flows from layer to layer; and shortcuts around layers. All of these aim at a
# factor near 1.

# %% [markdown]
# ## Clipping
#
# One gradient that is far too long can throw a run away. **Clipping** shortens it first. There
# are two kinds, and they are not the same:
#
# - **by value**: each entry by itself is cut to lie between −limit and limit;
# - **by norm**: the whole gradient is multiplied by one number, so that its length (the *norm*,
#   the root of the sum of its squares) becomes the limit, if it was longer.

# %%
g = np.array([30.0, 4.0])
kinds = {"by norm": descent.clip_by_norm(g, 10), "by value": np.clip(g, -10, 10)}
for name, arrow in {"as it was": g, **kinds}.items():
    length, degrees = np.linalg.norm(arrow), np.degrees(np.arctan2(arrow[1], arrow[0]))
    entries = ", ".join(f"{entry:.2f}" for entry in arrow)
    print(f"{name:9}  ({entries})   length {length:.2f}   direction {degrees:.1f}°")

# %%
figures.clipped_arrows(g, kinds, 10, title="A gradient clipped at 10, in two ways")

# %% [markdown]
# By norm the direction stays. By value it turns, because only the long entry is cut; and the
# result may still be longer than the limit.

# %% [markdown] exercise="clip_by_norm" part="statement"
# ### Exercise 2: clip by norm
#
# Write `clip_by_norm(g, max_norm)`. `g` is a NumPy array of any shape: the gradient. Its norm is
# the root of the sum of the squares of **all** its entries. `max_norm` is a number above 0.
#
# - If the norm is at most `max_norm`, return the gradient with its values unchanged.
# - If it is more, return the gradient rescaled, so that its norm is `max_norm` and its direction
#   is the same.
#
# A gradient of zeros stays zero. Do not change the array that you are given. It may hold whole
# numbers: `np.array([6, -8])`. Write it yourself, without `descent.clip_by_norm`.
#
# For example, `clip_by_norm(np.array([3.0, -4.0]), 2.0)` returns `np.array([1.2, -1.6])`.
#
# <details><summary>Hint 1</summary>
#
# `np.sum(g**2)` adds up the squares of all entries, whatever the shape.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Which number times the norm gives `max_norm`? Multiply every entry by that number.
#
# </details>
# <details><summary>Hint 3</summary>
#
# `g *= …` changes the array that belongs to the caller; `g * …` makes a new one.
#
# </details>


# %% exercise="clip_by_norm" part="answer"
def clip_by_norm(g, max_norm):
    """Return g, of any shape, shortened to the norm max_norm if it is longer."""
    ### BEGIN SOLUTION
    norm = np.sqrt(np.sum(g**2))
    if norm > max_norm:
        return g * (max_norm / norm)
    return g
    ### END SOLUTION


# %% exercise="clip_by_norm" part="check"
check("clip_by_norm")

# %% exercise="clip_by_norm" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("clip_by_norm", seed=80263)
### END HIDDEN TESTS

# %% [markdown]
# Does it help? The walls of Rosenbrock's valley are steep. From (2, −1) the first step of a rate
# that is fine in the valley goes far astray.


# %%
def clipped_slope(w):
    return descent.clip_by_norm(rosenbrock.gradient(w), 10)


start = np.array([2.0, -1.0])
print(f"length of the first gradient: {np.linalg.norm(rosenbrock.gradient(start)):.0f}")
for name, gradient in [("as it is", rosenbrock.gradient), ("clipped at 10", clipped_slope)]:
    path = descent.descend(rosenbrock, start, lr=0.0015, steps=3000, gradient=gradient)
    end = f"loss {path.losses[-1]:.4f}" if np.isfinite(path.losses[-1]) else "no finite loss"
    print(f"{name:14} {path.outcome}, {end}")

# %% [markdown]
# It limits the damage of *single* long gradients. It is no cure for a rate that is too large
# everywhere. The parabola $(w - 4)^2 + 2$ settles for rates below 1. Here is rate 1.1:

# %%
for name, limit in [("as it is", 1e30), ("clipped at 1", 1.0)]:
    path = descent.descend(
        parabola,
        start=-1.0,
        lr=1.1,
        steps=60,
        gradient=lambda w, limit=limit: descent.clip_by_norm(parabola.gradient(w), limit),
    )
    late = ", ".join(f"{w:.1f}" for w in path.weights[-4:])
    print(f"{name:13} {path.outcome:9} last weights: {late}")

# %% [markdown]
# Clipped, the run no longer flies off. It does not arrive either: it goes back and forth for ever.

# %% [markdown]
# ## Reading a loss curve
#
# In practice you see no landscape. You see the loss, step by step. What it tells:
#
# | what you see | what it may be | what to try first |
# |---|---|---|
# | falls fast, then level and low | **healthy** | nothing; or another start, to compare |
# | falls at every step, but barely | **too slow** | a rate 3 to 10 times larger; momentum |
# | up and down in a regular way | **oscillates** | a smaller rate, or less momentum |
# | rises, faster and faster | **diverges** | a much smaller rate; check the sign; clip |
# | falls, then trembles at a height | **noise floor** | a rate that shrinks; larger batches |
# | level and high from the start | **stuck on a plateau** | another start; Adam |
#
# The table gives the first suspect, not a proof. A saddle looks like a plateau, for example,
# until the walk leaves it. And one illness no curve can show: **the wrong valley** looks healthy.

# %% [markdown]
# Two of these look alike, *too slow* and *stuck*. The length of the gradient tells them apart: a
# slow run has slopes and a tiny rate, a stuck one has no slopes.

# %%
slow = descent.descend(parabola, -1.0, lr=0.001, steps=120)
stuck = descent.descend(plateau, 5.0, lr=0.1, steps=120)
for name, path in [("too slow", slow), ("stuck on a plateau", stuck)]:
    print(f"{name:18}  rate {path.lr}   slope at the end {path.gradient_norms[-1]:.2g}")

# %% [markdown] exercise="illness" part="statement"
# ### Exercise 3: six patients
#
# The picture below shows six real runs, each with its own landscape, rule and rate. Each curve is
# the loss above the lowest possible loss, divided by what it was at the start: 1 at the start, 0
# at the minimum. Each of the six words belongs to one curve.
#
# Set `curve_a` to `curve_f`, each to one of these texts:
#
# `"healthy"`, `"too slow"`, `"oscillates"`, `"diverges"`, `"noise floor"`, `"stuck on a plateau"`
#
# The check looks at all six.
#
# <details><summary>Hint 1</summary>
#
# Begin with the curves that you are sure of. Each word is used once.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Look at three things: how high the curve is at its end, whether it still changes there, and
# whether the changes are regular.
#
# </details>

# %%
curves = illnesses.curves()
figures.loss_panels(curves, title="Six runs of 120 steps")

# %% [markdown]
# The same in numbers. The last steps come one after the other, so that you can see what repeats:

# %%
steps = [0, 1, 2, 30, 60, 90, 117, 118, 119, 120]
print("step     " + "".join(f"{step:7}" for step in steps))
for name, curve in curves.items():
    print(f"{name}  " + "".join(f"{curve[step]:7.3f}" for step in steps))

# %% exercise="illness" part="answer"
### BEGIN SOLUTION
curve_a = "noise floor"
curve_b = "too slow"
curve_c = "diverges"
curve_d = "healthy"
curve_e = "stuck on a plateau"
curve_f = "oscillates"
### END SOLUTION

# %% exercise="illness" part="check"
check("illness")

# %% exercise="illness" part="hidden"
# More checks run here when your work is graded.
### BEGIN HIDDEN TESTS
check("illness", seed=80387)
### END HIDDEN TESTS

# %% [markdown]
# ## What the articles got wrong
#
# You have met most of it on the way:
#
# - *slope zero, so we are at the bottom*: it may be a hilltop, a saddle, a plateau, or the floor
#   of a worse valley;
# - *different starts all reach the same minimum*: only for strictly convex losses;
# - *momentum and Adam get you out of local minima*: momentum sometimes, in both directions; Adam
#   not, at any rate that we tried;
# - *noise helps you escape*: only noise that is large beside the hill, and it takes you out of
#   good valleys, too;
# - *clipping caps gradients above a threshold and fixes explosions*: there are two kinds, and both
#   limit the damage only.
#
# And one article explains saddles like this: *Imagine sitting exactly on a horse's saddle. Move
# forward or backward, and you go down. Move left or right, and you go up.*

# %% [markdown] exercise="article_saddle" part="statement"
# ### Exercise 4: put the saddle right
#
# Set four values:
#
# - `along_the_horse`: on a horse's saddle, forward and backward it goes `"up"` or `"down"`;
# - `to_the_sides`: to the left and to the right it goes `"up"` or `"down"`;
# - `steps_until_gone`: a walk on $w_1^2 - w_2^2$ starts at (1, 0.000001) with rate 0.1. After how
#   many steps is $w_2$ farther than 1 from zero for the first time?
# - `w2_on_the_ridge`: another walk starts at (1, 0) with the same rate. What is its $w_2$ after
#   1000 steps?
#
# <details><summary>Hint</summary>
#
# The slope along $w_2$ is $-2 w_2$. One step makes which number of $w_2$? Repeat that in a loop,
# and count.
#
# </details>

# %% exercise="article_saddle" part="answer"
### BEGIN SOLUTION
along_the_horse = "up"
to_the_sides = "down"
weights = [1e-6]
for _ in range(200):
    weights.append(weights[-1] - 0.1 * (-2 * weights[-1]))
steps_until_gone = next(step for step, w2 in enumerate(weights) if abs(w2) > 1)
w2_on_the_ridge = 0.0
### END SOLUTION

# %% exercise="article_saddle" part="check"
check("article_saddle")

# %% exercise="article_saddle" part="hidden"
# More checks run here when your work is graded.
### BEGIN HIDDEN TESTS
check("article_saddle", seed=80491)
### END HIDDEN TESTS

# %% [markdown]
# ## In one formula
#
# $$f'(w) = 0 \;\not\Rightarrow\; w \text{ is the lowest place} \qquad\qquad
# P(\text{all } k \text{ starts miss}) = (1 - p)^k \qquad\qquad
# g \leftarrow g \cdot \min\!\left(1, \frac{\text{limit}}{\lVert g \rVert}\right)$$
#
# Level is not low; begin again; shorten what is too long. ($p$ is the chance of one start, and
# the last formula is for $g \ne 0$.)

# %% [markdown]
# ## Quick check
#
# Click the answer you would give: each one is explained.

# %%
quick(
    "quick-1",
    "The slope is exactly zero. Which of these can you rule out?",
    {
        "a hilltop": "At the very top the slope is zero, and a walk that starts there stays.",
        "a saddle": "In its middle the slope is zero in every direction.",
        "none of hilltop, saddle, plateau and valley floor": "The slope alone does not tell "
        "them apart.",
    },
    right="none of hilltop, saddle, plateau and valley floor",
)

# %%
quick(
    "quick-2",
    "One start finds the best valley with probability 0.2. Ten starts all miss with …",
    {
        "probability 0: 10 times 0.2 is more than 1": "Chances of missing multiply, they do not "
        "add up.",
        "probability 0.8 to the power of 10, about 0.11": "Each of them misses with 0.8, and "
        "they know nothing of each other.",
        "probability 0.2 to the power of 10": "That is the chance that all ten find it.",
    },
    right="probability 0.8 to the power of 10, about 0.11",
)

# %%
quick(
    "quick-3",
    "A run sits in a valley that may be the wrong one. What is the surest thing to try?",
    {
        "Adam": "It changes the scale of the steps, and stayed in the valley at every rate we "
        "tried.",
        "momentum": "It may cross the hill. But it may as well leave a good valley for a bad one.",
        "other starts, and keep the best end": "The best of several ends is never worse than "
        "the first one.",
    },
    right="other starts, and keep the best end",
)

# %%
quick(
    "quick-4",
    "Clipping by norm and by value: what is the difference?",
    {
        "by norm keeps the direction, by value may turn it": "One number for all entries keeps "
        "their shares; cutting single entries does not.",
        "by value is the same, but faster": "(30, 4) clipped at 10 becomes (10, 4) by value, "
        "which points elsewhere.",
        "by norm makes every gradient as long as the limit": "Gradients that are short enough "
        "stay as they are.",
    },
    right="by norm keeps the direction, by value may turn it",
)

# %%
quick(
    "quick-5",
    "The loss falls fast, and then it is level and low. So the run has found the lowest place.",
    {
        "yes": "A worse valley gives such a curve, too, and so does a saddle for a while.",
        "it may have; the curve alone cannot tell": "Compare with other starts.",
        "no: a run never finds the lowest place": "It may, if it began in that place's basin "
        "with a small enough rate.",
    },
    right="it may have; the curve alone cannot tell",
)

# %% [markdown]
# ## Where it is used
#
# Networks that read text are often trained with clipping by norm. Clustering programs start
# several times and keep the best result. Layers are initialised, normalised and bridged so that
# slopes neither vanish nor explode. And whoever trains a model looks at its loss curve first.
#
# ## Words for your glossary
#
# All words and signs of the course, with their other names: [notation](../../docs/notation.md).
#
# - **stationary point**: a place where the slope is zero: valley floor, hilltop, saddle, or level
#   stretch.
# - **local minimum**, **global minimum**: lowest of its surroundings, lowest of all.
# - **random restarts**: several starts, and the best end is kept.
# - **strictly convex**: a straight line between two points of the surface lies above it, all the
#   way; there is at most one minimum.
# - **saddle**: level, with ways up and ways down.
# - **plateau**: a stretch with almost no slope.
# - **vanishing**, **exploding gradients**: products over many layers that become tiny or huge.
# - **Jacobian**: the matrix of all slopes of a layer's outputs by its inputs.
# - **clipping**: shortening a gradient, by norm (as a whole) or by value (entry by entry).
# - **noise floor**: the height at which a noisy run trembles and falls no further.
#
# Next: [Lesson 10, a small network](../10_a_small_network/10_a_small_network.ipynb). Everything so
# far, in one program that reads digits.
