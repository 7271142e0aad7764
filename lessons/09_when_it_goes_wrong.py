# %% [markdown]
# # Lesson 9: When it goes wrong
#
# *About 90 minutes. You need: curvature (lesson 2), contour maps (lesson 3), noisy slopes
# (lesson 6), momentum and Adam (lesson 7), schedules (lesson 8).*
#
# You will be able to
#
# - name the places where a walk stops although it is not at the lowest one;
# - search with several starts, and say how many it takes;
# - say what momentum, Adam and noise do for a stuck walk, and what they do not;
# - clip a gradient, that of one array and that of a whole network;
# - read from a loss curve what a run suffers from, and say what to try.

# %%
import numpy as np

from course import (
    built,
    check,
    data,
    descent,
    figures,
    finish,
    illnesses,
    network,
    optimizers,
    predict,
    quick,
    reveal,
    schedules,
    variants,
)
from course.explorers import explore_restarts, explore_trouble
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
# Your loss has stopped falling. Is it done, or is it stuck? The hiker in the fog stops where the
# ground is level. An article says: *slope zero, so we are at the bottom*. Here are three places
# where that is wrong.

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
# The first two are on the **quartic** of lesson 1, with its two valleys; the left one is deeper.
# The third is on $-\exp(-w^2)$, which has one pit, and is almost level everywhere else. The
# slope does not tell these places apart. The **curvature** tells more:

# %% folded=true
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
# Where the slope is zero, a curvature above zero means the floor of *a* valley, and no number from
# this place can tell whether it is the deepest one. Below zero: the top of a hill. Zero: these two
# numbers cannot tell. (At $w = 30$ the true slope is smaller than any number that the computer can
# write in its usual 64 bits. For the walk that is zero.)

# %% [markdown]
# ## Local minima: begin again
#
# The floor of a valley that is not the deepest is a **local minimum**. Plain descent with a small
# rate ends in the valley where it starts. So the cheapest remedy is to start again somewhere else,
# and to keep the best end: **random restarts**. On the quartic, let starts be anywhere between −3
# and 3, all equally likely, with rate 0.01.

# %%
predict(
    "five-starts",
    "One start misses the deeper valley about every second time. How often do all of five miss?",
    {
        "about 1 time in 2": "That is the chance of one start. Each further start must miss, too.",
        "about 1 time in 10": "Adding halves does not get you far; the chances of missing are "
        "multiplied, five times one half.",
        "about 1 time in 35": "A half, five times multiplied by itself, is 1 in 32.",
    },
)

# %% folded=true
rng = np.random.default_rng(80)
starts = rng.uniform(-3, 3, size=20_000)
missed = descent.descend(quartic, starts, lr=0.01, steps=60).final > QUARTIC_HILL
print(f"one start misses: {missed.mean():.2f}")

shares = []
for k in range(1, 9):
    groups = missed[: len(missed) // k * k].reshape(-1, k)
    shares.append(np.mean(np.all(groups, axis=1)))
    if k in (2, 3, 5, 8):
        print(f"all of {k} starts miss: {shares[-1]:.3f}   0.49^{k} = {0.49**k:.3f}")

# %%
one_in = 1 / shares[4]
reveal("five-starts", one_in < 5, 5 <= one_in < 20)

# %% [markdown]
# Starts that do not depend on each other all miss with probability $0.49^k$: every new start
# halves the risk, roughly. (The share belongs to *this* landscape, this range of starts, and
# this rate.)

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
# Write the walks yourself, without `descent.descend`; your own `descend` of lesson 1 may help
# (copy it into the cell).
#
# For example, `random_restarts(quartic, quartic.gradient, [1.8, -0.2], 0.01, 200)` returns −2.0305
# and −8.0154 (rounded).
#
# <details><summary>Hint 1</summary>
#
# Say in words what happens for one start. Then: what is remembered from one start to the next?
#
# </details>
# <details><summary>Hint 2</summary>
#
# Two loops: one over the starts, and inside it one over the steps. After the inner loop you stand
# at an end; compare it with the best so far.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Which loss can the best so far begin with, so that any finite loss is lower? `float("inf")` is
# a number in Python. And `np.isfinite(loss)` is false for `nan` and for both infinities.
#
# </details>
# <details><summary>Hint 4</summary>
#
# Your friend keeps all ends in a list and takes `min` of the losses. Once a walk diverges, the
# answer may be `nan`. A comparison such as `nan < 5` is always false: what does `min` make of it?
#
# </details>
# <details><summary>Hint 5: the reasons</summary>
#
# Each walk begins at its own start, so the weight is set anew in the outer loop. The test comes
# after the inner loop, because only ends count, and it asks first whether the loss is finite. Both
# numbers of the best end are kept together.
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
# Yours at work: ten random starts on the quartic, and the best end.

# %%
search = built("random_restarts")
ten_starts = list(np.random.default_rng(4).uniform(-3, 3, size=10))
best_w, best_loss = search(quartic, quartic.gradient, ten_starts, 0.01, 200)
print(f"best of ten: w = {best_w:.4f}, loss {best_loss:.4f}")

# %% [markdown]
# ## Where each start leads
#
# Two landscapes of two weights. **Himmelblau's function** has four minima, all of loss 0.
# **Rastrigin's function** is an egg box: one dip near each pair of whole numbers, and only the
# one at (0, 0) has loss 0.


# %% folded=true
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
# On the left any start will do: each shade is the **basin** of one minimum. On the right only the
# starts in the small square find the deepest dip. Now choose the start and the rate yourself.
#
# - On Himmelblau's function, raise the rate. When do minima get lost?
# - On Rastrigin's function: how close to the middle must you click to end at loss 0?
# - Come back after the sections on saddles and plateaus: those landscapes are in the list, too.
#   Which remedy helps against which trouble?

# %%
explore_trouble()

# %% [markdown]
# Now Rastrigin's function of **one** weight. Try several seeds: a chance is no promise.

# %%
quick(
    "sure-of-the-best",
    "How many starts find the lowest of these five dips with a chance of 99 %?",
    {
        "5": "One start in five finds it. But all five miss about one time in three.",
        "10": "The chance is 89 % then.",
        "21": "It is the first number at which the chance of a miss is below 1 %.",
    },
    right="21",
)

# %%
explore_restarts()

# %% [markdown]
# Rastrigin's function can be written for any number of weights. Each must start in the right dip
# by itself. What does that do to restarts?

# %% folded=true
one_weight = np.mean(np.abs(maps[1].final[..., 0]) < 0.01)
print(f"starts whose first weight ends at 0: {one_weight:.3f}")
for weights in [1, 2, 5, 10]:
    share = one_weight**weights
    # The number of starts for which (1 - share)**needed is 0.01.
    needed = int(np.ceil(np.log(0.01) / np.log1p(-share)))
    about = round(needed, 2 - len(str(needed)))
    print(f"{weights:2} weights: share {share:.1e}, starts for a chance of 99 %: about {about:,}")

# %% [markdown]
# With ten weights restarts are hopeless here. Are large networks such egg boxes? It seems not:
# many of their minima are about equally good. That is what people see. It is not a theorem.

# %% [markdown]
# ## The same end from every start?
#
# Another article promises that *different starting points all converge to the same minimum*.
# That is true of **strictly convex** losses, if they have a minimum and a largest curvature, and
# the rate is small enough. Draw a straight line, a **chord**, between any two points of the
# surface. **Strictly convex** means: it lies above the surface, all the way between them.
# **Convex** means: it never runs below the surface.

# %% folded=true
figures.chords(
    {
        "strictly convex": lambda w: w**2,
        "convex, but not strictly": lambda w: np.maximum(np.abs(w) - 1, 0) ** 2,
        "not convex": lambda w: (w**2 - 1) ** 2,
    },
    ends=(-0.8, 0.9),
    view=(-1.5, 1.5),
    title="One chord on each of three curves",
)

# %% [markdown]
# And two weights: three losses, the same four starts.

# %% folded=true
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
# *convex* promises the same loss, only *strictly* convex the same place.

# %% [markdown]
# ## What momentum and Adam do
#
# An article says that momentum and Adam get you out of local minima. Let us see. Momentum
# ($\beta = 0.9$) starts on the quartic from both sides.

# %%
predict(
    "over-the-hill",
    "Momentum starts at 3, with rate 0.005 and with rate 0.01. Which run crosses to the left?",
    {
        "both": "A ball needs speed to get over a hill, and the lower rate makes less of it.",
        "only the one with 0.005": "A smaller rate makes a slower ball, not a faster one.",
        "only the one with 0.01": "It arrives at the hill fast enough.",
        "neither": "Plain descent stays in its valley. A ball arrives with speed.",
    },
)

# %% folded=true
ball = optimizers.momentum(0.9)


def side(w):
    return "left, the deeper valley" if w < QUARTIC_HILL else "right, the shallower valley"


ends = {}
for w0, lr in [(3.0, 0.005), (3.0, 0.01), (-3.0, 0.01), (-3.0, 0.015)]:
    ends[w0, lr] = descent.descend(quartic, w0, lr, steps=3000, optimizer=ball).final
    print(f"momentum from {w0:4} at rate {lr:5}: {ends[w0, lr]:7.4f}  {side(ends[w0, lr])}")

# %%
crosses = [bool(ends[3.0, lr] < QUARTIC_HILL) for lr in (0.005, 0.01)]
reveal(
    "over-the-hill",
    crosses == [True, True],
    crosses == [True, False],
    crosses == [False, True],
)

# %% folded=true
figures.walks(
    {
        "from 3 at rate 0.01": descent.descend(quartic, 3.0, 0.01, 200, optimizer=ball),
        "from −3 at rate 0.015": descent.descend(quartic, -3.0, 0.015, 200, optimizer=ball),
    },
    title="Momentum crosses the hill, in both directions",
)

# %% [markdown]
# Look at the last line. From −3, which is *above the deeper valley*, the ball rolls out of it,
# over the hill, and ends in the **worse** one. And Adam? We let its rate fall to 0 along a
# cosine, so that it settles instead of hovering.

# %%
predict(
    "adam-crosses",
    "Adam starts at 3, with first rate 0.1, 0.5 and 1.2. Which of these runs cross the hill?",
    {
        "none: it divides by the slopes, and looks for no other valley": "So it is at 0.1 "
        "and at 0.5. But at 1.2 its first step is nearly half as long as the valley is wide.",
        "the one with 1.2 only": "Its steps are large beside the valley.",
        "all three": "At rate 0.1 its steps are short beside the valley, and it settles there.",
    },
)

# %%
for w0, lr in [(3.0, 0.1), (3.0, 0.5), (3.0, 1.2), (-3.0, 0.5), (-3.0, 1.5)]:
    plan = schedules.cosine_annealing(lr, total=2000)
    end = descent.descend(quartic, w0, plan, steps=2000, optimizer=optimizers.adam()).final
    print(f"Adam from {w0:4}, first rate {lr:3}: {end:7.4f}  {side(end)}")

# %% folded=true
plans = [schedules.cosine_annealing(lr, total=2000) for lr in (0.1, 0.5, 1.2)]
adams = [descent.descend(quartic, 3.0, plan, 2000, optimizer=optimizers.adam()) for plan in plans]
crosses = [bool(run.final < QUARTIC_HILL) for run in adams]
reveal("adam-crosses", not any(crosses), crosses == [False, False, True], all(crosses))

# %% [markdown]
# The same as with momentum. Each crosses once its steps are large beside the valley, and at a
# somewhat larger rate it leaves the better valley, too. Neither knows which side is better.

# %% [markdown]
# ## What noise does
#
# An article says that the noise of mini-batches *helps you escape shallow local minima*. Let us
# add random errors to every slope of the quartic (normally distributed, of the spread given),
# and start in the shallower valley. The steepest slope on the way out is about 11.

# %%
predict(
    "noise",
    "Noise of spread 10, rate 0.01, 5000 steps. How many of 40 runs leave the shallower valley?",
    {
        "none or almost none": "The rate multiplies each kick, and the valley pulls back at once.",
        "about half": "The kicks are as large as the slopes. But one kick moves the weight by "
        "only a tenth, and the next one may go back.",
        "all or almost all": "With endless time, yes. But in 5000 steps that many kicks in "
        "one direction do not come.",
    },
)

# %% folded=true
steepest = abs(quartic.gradient(2 / np.sqrt(3)))
print(f"steepest slope between the shallower valley and the hill: {steepest:.1f}")
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

# %%
rescued = left_the_worse[list(spreads).index(10)]
reveal("noise", rescued < 14, 14 <= rescued < 28)

# %% [markdown]
# Up to a spread of 15, not one run is rescued. At 20 some are, at 25 most. And the same noise
# throws runs out of the *better* valley, too; less often, since its way out is higher. Why is
# noise so weak? The rate multiplies it, and the valley pulls back:

# %% folded=true
steady = noisy.weights[1000:, 0, list(spreads).index(10)]
room = quartic.minima[1] - QUARTIC_HILL
print(f"spread of the slopes: 10   spread of the weight: {np.std(steady):.2f}")
print(f"from the floor to the hill: {room:.2f}, or {room / np.std(steady):.0f} such spreads")

# %% [markdown]
# So noise *can* help, if it is large beside the hill; then it also keeps the run from settling.

# %% [markdown]
# ## Saddles
#
# With two weights there is a fourth kind of level place, the middle of a **saddle**. Before you
# look:

# %%
quick(
    "spot-the-saddle",
    "Spot it before you see it. An article says: on a horse's saddle, forward and backward you "
    "go down, left and right you go up. Is that right?",
    {
        "yes": "Think of where your legs hang, and of what keeps you from sliding off the front.",
        "no, the other way round": "In front and behind, the saddle rises and holds you. To the "
        "sides it falls, and that is where your legs hang.",
        "no, it goes up everywhere": "Then you could not get your legs over it: that is a bowl.",
    },
    right="no, the other way round",
)

# %%
figures.saddle_shape(saddle, title="A saddle: w1² − w2²")

# %% [markdown]
# In the middle the slope is zero in every direction, but it is no minimum. The curvature is above
# zero along the horse and below zero to the sides. Seen from the sides, the line $w_2 = 0$ is a
# **ridge**.

# %%
predict(
    "ridge",
    "Two walks of 100 steps, rate 0.1: from (1, 0) and from (1, 0.000001). What happens?",
    {
        "the first stalls, the second leaves": "Each step multiplies the distance from the ridge "
        "by 1.2, and zero stays zero.",
        "both stall at the saddle": "A millionth is not nothing: each step makes it a fifth "
        "larger.",
        "both leave": "Exactly on the ridge, the slope to the side is zero at every step.",
    },
)

# %% folded=true
walks = {
    f"from (1, {w2:g})": descent.descend(saddle, [1.0, w2], lr=0.1, steps=100)
    for w2 in (0.0, 1e-6, 0.1)
}
for name, path in list(walks.items())[:2]:
    places = [f"step {t}: {abs(path.weights[t, 1]):.4g}" for t in (0, 50, 75, 76, 100)]
    print(f"{name:16} distance from the ridge at", "   ".join(places))
level = np.abs(walks["from (1, 1e-06)"].losses) < 0.01
print(f"the second walk has a loss within 0.01 of zero for {np.sum(level)} steps")
figures.leaving_walks(walks, (-1.5, 1.2), title="Three walks at a saddle, rate 0.1")

# %%
left_ridge = [bool(abs(path.final[1]) > 1) for path in walks.values()][:2]
reveal("ridge", left_ridge == [False, True], not any(left_ridge))

# %% [markdown]
# The loss curve of the second walk looks as if it had arrived: for more than fifty steps it is
# level at 0. Then it falls off. The delay grows only slowly when you start nearer to the ridge:

# %% folded=true
for w2 in [1e-2, 1e-4, 1e-6, 1e-8]:
    path = descent.descend(saddle, [1.0, w2], lr=0.1, steps=150)
    print(f"start {w2:.0e} beside the ridge: {np.argmax(np.abs(path.weights[:, 1]) > 1):3} steps")

rng = np.random.default_rng(8)
path = descent.descend(saddle, rng.uniform(-1, 1, size=(2000, 2)), lr=0.1, steps=150)
gone = np.abs(path.weights[..., 1]) > 1
print(f"of 2,000 random starts, {np.sum(gone[-1]):,} have left after 150 steps")

on_ridge = np.tile([1.0, 0.0], (40, 1))
path = descent.descend(
    saddle,
    on_ridge,
    lr=0.1,
    steps=150,
    gradient=lambda w: saddle.gradient(w) + 0.01 * rng.normal(size=w.shape),
)
gone = np.abs(path.weights[..., 1]) > 1
print(f"of 40 runs exactly on the ridge, with noise of spread 0.01, {np.sum(gone[-1])} have left")

# %% [markdown]
# So a random start, or a little noise, is enough: a saddle makes every push to the side larger,
# where a valley pulls it back. (It is a theorem, too. With a random start and a rate below $1/L$,
# gradient descent ends at such a saddle with probability zero: **Lee and others, 2016**. It can be
# slow, where many saddles come in a row: **Du and others, 2017**.)

# %% [markdown]
# ## Plateaus
#
# Back to $-\exp(-w^2)$. At $w = 5$ its slope is about 1.39e-10. Plain descent moves by the rate
# times that. Adam divides by the size of the slopes.

# %%
predict(
    "plateau",
    "Both start at w = 5 with rate 0.1. Which of them is in the pit after 500 steps?",
    {
        "neither": "Both feel almost nothing. But one of them divides by what it feels.",
        "only gradient descent": "Its steps are the rate times almost nothing.",
        "only Adam": "The direction is right, and it makes up for the size.",
        "both": "At this slope, gradient descent would need billions of steps.",
    },
)

# %%
flat_runs = {
    "gradient descent": descent.descend(plateau, 5.0, lr=0.1, steps=500),
    "Adam": descent.descend(plateau, 5.0, 0.1, 500, optimizer=optimizers.adam()),
}
print(f"slope at w = 5: {plateau.gradient(5.0):.3g}")
for name, path in flat_runs.items():
    print(f"{name:17} has moved by {path.weights[0] - path.final:.3g}, loss {path.losses[-1]:.3g}")

# %% folded=true
plain_in, adam_in = (
    descent.descend(plateau, 5.0, 0.1, 500, optimizer=rule).losses[-1] < -0.99
    for rule in [None, optimizers.adam()]
)
reveal("plateau", not plain_in and not adam_in, plain_in and not adam_in, adam_in and not plain_in)

# %% [markdown]
# So Adam is a remedy for a plateau, as long as the slopes are exact: there the direction is right,
# and only the scale is wrong. Where noise is larger than the slope, Adam enlarges the noise. And
# Adam divides by the size of the slopes *plus* $\varepsilon$, which is 1e-8. Where a slope is
# smaller than that, the first steps are short. Do the slopes grow soon enough?

# %%
for far in [5.0, 6.0, 30.0]:
    path = descent.descend(plateau, far, 0.1, 500, optimizer=optimizers.adam())
    first, all_of_it = path.weights[0] - path.weights[1], path.weights[0] - path.final
    print(f"from w = {far:2.0f}   slope {plateau.gradient(far):8.3g}", end="   ")
    print(f"Adam's first step {first:7.2g}, all 500 {all_of_it:7.2g}")

# %% [markdown]
# From $w = 30$, where the slope is zero to the computer, only another start helps.
#
# A valley's floor can be almost level, too. Falling into **Rosenbrock's valley** is quick, walking
# along it is not. Each rule gets seven rates, and 1000 gradients for every run. Each rate, and the
# loss at the end:

# %% folded=true
start = [-1.2, 1.0]
some_rates = np.array([0.0005, 0.001, 0.0015, 0.002, 0.0025, 0.003, 0.0035])
for name, rule in [("gradient descent", None), ("momentum", ball)]:
    last = descent.descend(rosenbrock, start, some_rates, 1000, optimizer=rule).losses[-1]
    told = "   ".join(f"{lr}: {end:.0e}" for lr, end in zip(some_rates, last, strict=True))
    print(f"{name:17}{told}")
figures.contour_walks(
    {
        "gradient descent": descent.descend(rosenbrock, start, 0.001, 300),
        "momentum": descent.descend(rosenbrock, start, 0.001, 300, optimizer=ball),
    },
    title="300 steps in Rosenbrock's valley, both at rate 0.001",
    equal=True,
)

# %% [markdown]
# With the best rate for each, momentum is far ahead: along the floor the slopes are small but
# steady, and they add up. Each illness has its own remedy. That is why we need a diagnosis.

# %% [markdown]
# ## Clipping
#
# One gradient that is far too long can throw a run away. **Clipping** shortens it first. There
# are two kinds, and they are not the same:
#
# - **by value**: each entry by itself is cut to lie between −limit and limit;
# - **by norm**: the whole gradient is multiplied by one number, so that its length (the *norm*,
#   the root of the sum of its squares) becomes the limit, if it was longer.

# %% folded=true
g = np.array([30.0, 4.0])
clipped = {"by norm": descent.clip_by_norm(g, 10), "by value": np.clip(g, -10, 10)}
for name, arrow in {"as it was": g, **clipped}.items():
    length, degrees = np.linalg.norm(arrow), np.degrees(np.arctan2(arrow[1], arrow[0]))
    entries = ", ".join(f"{entry:.2f}" for entry in arrow)
    print(f"{name:9}  ({entries})   length {length:.2f}   direction {degrees:.1f}°")
figures.clipped_arrows(g, clipped, 10, title="A gradient clipped at 10, in two ways")

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
# Say in words: when is something done, and what is done then to every entry?
#
# </details>
# <details><summary>Hint 2</summary>
#
# `np.sum(g**2)` adds up the squares of all entries, whatever the shape. Which number times the
# norm gives `max_norm`?
#
# </details>
# <details><summary>Hint 3</summary>
#
# Your friend always multiplies by `max_norm / norm`. What becomes of a short gradient? And of one
# of zeros?
#
# </details>
# <details><summary>Hint 4: the reasons</summary>
#
# One number for all entries keeps their shares, so the direction stays. It is needed only where
# the norm is too long, and there the norm is above zero, so nothing is divided by zero. `g * …`
# makes a new array; `g *= …` would change the caller's.
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
# that is fine in the valley goes far astray. Your function clips:

# %%
clip = built("clip_by_norm")


def clipped_slope(w):
    return clip(rosenbrock.gradient(w), 10)


print(
    f"length of the first gradient: {np.linalg.norm(rosenbrock.gradient(np.array([2, -1]))):.0f}"
)
for name, gradient in [("as it is", rosenbrock.gradient), ("clipped at 10", clipped_slope)]:
    path = descent.descend(rosenbrock, [2, -1], lr=0.0015, steps=3000, gradient=gradient)
    print(f"{name:14} {path.outcome}, loss {path.losses[-1]:.4f}")

# %% [markdown]
# It limits the damage of *single* long gradients. It is no cure for a rate that is too large
# everywhere. On the parabola, which settles for rates below 1, here is rate 1.1, clipped at 1:


# %% folded=true
def short_slope(w):
    return descent.clip_by_norm(parabola.gradient(w), 1.0)


path = descent.descend(parabola, -1.0, lr=1.1, steps=60, gradient=short_slope)
print("the last weights:", ", ".join(f"{w:.1f}" for w in path.weights[-4:]))

# %% [markdown]
# The run no longer flies off. It does not arrive either.
#
# A network has a gradient for each layer. Its norm is that of **all layers together**. Whoever
# clips each array by itself cuts the long ones only, and turns the direction. `network.flat`
# writes all layers into one long vector (lesson 10):

# %% folded=true
images, _ = data.digits()
net = network.random_layers([64, 50, 10], np.random.default_rng(9))
_, slopes = network.loss_and_gradients(net, images.x[:200], images.y[:200])
whole = network.flat(slopes)
together = descent.clip_by_norm(whole, 0.5)
apart = np.concatenate([descent.clip_by_norm(a.ravel(), 0.5) for layer in slopes for a in layer])
for name, vector in {"together": together, "array by array": apart}.items():
    cosine = whole @ vector / np.linalg.norm(whole) / np.linalg.norm(vector)
    turned = np.degrees(np.arccos(min(cosine, 1)))
    print(f"{name:15} length {np.linalg.norm(vector):.2f}, turned by {turned:.0f} degrees")

# %% [markdown]
# <details><summary>For reference: clipping in libraries</summary>
#
# | here | PyTorch 2 | Keras 3 |
# |---|---|---|
# | by norm, all layers together | `clip_grad_norm_` | `global_clipnorm=…` |
# | by norm, each array by itself | | `clipnorm=…` |
# | by value | `clip_grad_value_` | `clipvalue=…` |
#
# </details>

# %% [markdown]
# ## Reading a loss curve
#
# In practice you see no landscape. You see the loss, step by step. What it tells:
#
# | what you see | what it may be | what to try first |
# |---|---|---|
# | falls fast, then level and low | **healthy** | nothing; or another start, to compare |
# | falls at every step, but barely | **too slow** | 3 times the rate (jumps? go back); momentum |
# | up and down in a regular way | **oscillates** | a smaller rate, or less momentum |
# | rises, faster and faster | **diverges** | a much smaller rate; check the sign; clip |
# | falls, then trembles at a height | **noise floor** | a rate that shrinks; larger batches |
# | level and high from the start | **stuck on a plateau** | another start; Adam |
#
# The table gives the first suspect, not a proof. And one illness no curve can show: **the wrong
# valley** looks healthy. *Too slow* and *stuck* look alike, too, but the length of the gradient
# tells them apart: a slow run has slopes and a tiny rate, a stuck one has no slopes.

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
# <details><summary>Hint 1</summary>
#
# Say in words what each curve does. Begin with those that you are sure of; each word is used once.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Look at three things: how high the curve is at its end, whether it still changes there, and
# whether the changes are regular.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Your friend calls every curve that goes up and down *oscillates*. Read the last four numbers of
# each row: in which of them does something repeat?
#
# </details>

# %%
curves = illnesses.curves(variants.given("illness"))
figures.loss_panels(curves, title="Six runs of 120 steps")

# %% [markdown]
# The same in numbers. The last steps come one after the other, so that you can see what repeats:

# %% folded=true
shown_steps = [0, 1, 2, 30, 60, 90, 117, 118, 119, 120]
print("step     " + "".join(f"{step:7}" for step in shown_steps))
for name, curve in curves.items():
    print(f"{name}  " + "".join(f"{curve[step]:7.3f}" for step in shown_steps))

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
# <details><summary>What the articles say about trouble, and what is so</summary>
#
# ### What the articles got wrong
#
# - *slope zero, so we are at the bottom*: it may be a hilltop, a saddle, a plateau, or the floor
#   of a worse valley;
# - *different starts all reach the same minimum*: sure for strictly convex losses at a small rate;
# - *momentum and Adam get you out of local minima*: sometimes, and in both directions;
# - *noise helps you escape*: only noise that is large beside the hill, and it takes you out of
#   good valleys, too;
# - *clipping caps gradients above a threshold and fixes explosions*: there are two kinds, and both
#   limit the damage only.
#
# </details>

# %% [markdown]
# ## In one formula
#
# $$f'(w) = 0 \text{ does not make } w \text{ the lowest place} \qquad\qquad
# P(\text{all } k \text{ starts miss}) = (1 - p)^k \qquad\qquad
# g \leftarrow g \cdot \min\!\left(1, \frac{\text{limit}}{\lVert g \rVert}\right)$$
#
# Level is not low; begin again ($p$: the chance that one start hits); shorten what is too long.

# %% [markdown]
# ## Quick check
#
# Click the answer you would give: each one is explained.

# %%
quick(
    "slope-zero",
    "The slope is exactly zero. Which of these can you rule out?",
    {
        "a hilltop": "At the very top the slope is zero, and a walk that starts there stays.",
        "a saddle": "In its middle the slope is zero in every direction.",
        "a plateau": "Far out its slope is zero, too, at least to the computer.",
        "none of these": "The slope alone does not tell them apart, nor from a valley's floor.",
    },
    right="none of these",
)

# %%
quick(
    "ten-starts",
    "One start finds the best valley with probability 0.2. Ten starts all miss with …",
    {
        "probability 0.8 to the power of 10, about 0.11": "Each of them misses with 0.8, and "
        "they do not depend on each other.",
        "probability 0, because 10 times 0.2 is more than 1": "Chances of missing multiply, "
        "they do not add up.",
        "probability 0.2 to the power of 10": "That is the chance that all ten find it.",
    },
    right="probability 0.8 to the power of 10, about 0.11",
)

# %%
quick(
    "wrong-valley",
    "A run sits in a valley that may be the wrong one. What is the surest thing to try?",
    {
        "Adam with a large rate": "It may cross the hill. But at a rate somewhat larger still "
        "it leaves a good valley for a bad one.",
        "momentum": "It may cross the hill. But a little faster, and it leaves a good valley for "
        "a bad one.",
        "several other starts": "Keep the best end: of several, it is never worse than the first "
        "one.",
    },
    right="several other starts",
)

# %%
quick(
    "two-clippings",
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

# %% [markdown]
# ## Where it is used
#
# Networks that read text are often trained with clipping by norm. Clustering programs start
# several times and keep the best result. And whoever trains a model looks at its loss curve first.
#
# ## Words for your glossary
#
# All words and signs of the course, with their other names: [notation](../../docs/notation.md).
#
# - **stationary point**: a place where the slope is zero: valley floor, hilltop, saddle, or level
#   stretch.
# - **local minimum**, **global minimum**: lowest of its surroundings, lowest of all.
# - **basin**: all the starts that lead to one minimum.
# - **random restarts**: several starts, and the best end is kept.
# - **strictly convex**: a straight line between two points of the surface lies above it, all the
#   way; there is at most one minimum.
# - **saddle**: level, with ways up and ways down.
# - **plateau**: a stretch with almost no slope.
# - **clipping**: shortening a gradient, by norm (as a whole) or by value (entry by entry).
#
# Next: [Lesson 10, a small network](../10_a_small_network/10_a_small_network.ipynb). Everything so
# far, in one program that reads digits.

# %%
finish(
    "Choose the two valleys and Adam, and raise its rate to 1: where do starts on the right end?"
)
