# %% [markdown]
# # Lesson 2: How bold may a step be?
#
# *About 75 minutes. You need: a little Python, and what a slope is. The rest is told again.*
#
# You will be able to
#
# - say what a learning rate that is too small, right or too large does, and why;
# - work out the largest rate that still settles, and the fastest one, from the curvature;
# - tell overshooting, cycling, chaos and diverging apart;
# - say why a "good rate" means nothing until you know the units;
# - read a loss curve, and spot a run that looks finished but stands at nonsense.

# %%
import math
import sys
from itertools import pairwise

import numpy as np

from course import check, data, descent, figures, predict, quick, reveal
from course.explorers import explore_rates
from course.landscapes import QUARTIC_HILL, parabola, quartic, slope_error, squared_error

# %% [markdown]
# ## The hiker gets boots
#
# You stand on a hill in fog. You feel the slope under your feet and take a step downhill, again
# and again. Now you choose your boots.
#
# With slippers your steps are tiny. You are safe, but night falls before you are down. With
# seven-league boots you fly over the valley and land on the slope across, perhaps higher than
# before. The boots are the **learning rate**, written `lr`:
#
# $$w_{\text{new}} = w - \text{lr} \cdot f'(w)$$
#
# The step is the rate times the slope $f'(w)$ of the loss $f$ at the weight $w$. So the rate alone
# is not the length of a step: on steep ground the same boots step farther.

# %% [markdown]
# ## Three rates
#
# We begin with the loss $f(w) = (w - 4)^2 + 2$. Its lowest point is $w = 4$, its slope is
# $2(w - 4)$. One article tries three rates from $w = -1$, with 50 steps each, and calls them too
# slow, just right and too large.

# %%
predict(
    "three-rates",
    "Rates 0.01, 0.1 and 0.9, from w = −1, 50 steps each. Which walk ends closest to 4?",
    {
        "0.01, the careful one": "",
        "0.1, the middle one": "",
        "0.9, the bold one": "",
        "0.1 and 0.9 alike": "",
    },
)

# %%
rates = [0.01, 0.1, 0.9]
distances = {}
for lr in rates:
    path = descent.descend(parabola, start=-1, lr=lr, steps=50)
    distances[lr] = abs(path.final - 4)
    print(f"rate {lr:4}   w = {path.final:.10f}   distance to 4 = {distances[lr]:.10f}")

names = {0.01: "0.01, the careful one", 0.1: "0.1, the middle one", 0.9: "0.9, the bold one"}
closest = [names[lr] for lr in rates if distances[lr] < min(distances.values()) + 1e-12]
reveal("three-rates", closest[0] if len(closest) == 1 else "0.1 and 0.9 alike")

# %% [markdown]
# The bold walk ends exactly as close as the middle one. Here are six rates, each with its weight
# step by step. The dashed line is the lowest point.

# %%
figures.weights_by_step(
    {
        f"rate {lr}": descent.descend(parabola, start=-1, lr=lr, steps=20)
        for lr in [0.01, 0.1, 0.5, 0.9, 1.0, 1.1]
    },
    title="One start, six rates",
)

# %% [markdown]
# | rate | what the walk does | its name |
# |---|---|---|
# | 0.01 | comes closer, slowly | **crawling** |
# | 0.1 | comes closer, each step shorter | **smooth** |
# | 0.5 | arrives in one step | the fastest |
# | 0.9 | lands on the other side each time, and still comes closer | **overshooting**, settling |
# | 1.0 | jumps between two places for ever | **cycling** |
# | 1.1 | lands on the other side each time, and farther away | **diverging** |
#
# Overshooting is not diverging. The walk at 0.9 overshoots at *every* step, and it converges.
#
# And the rates between these six? Move the slider through all of them. The picture on the right
# has a mark for every rate: how low its walk ends, and what it does on the way.
#
# - Where on the slider does the name of what the walk does change?
# - Find two rates that end equally low, one small, one large. What do they have in common?
# - Which rate ends lowest? Click other starts: is it still that one?

# %%
explore_rates(parabola, start=-1.0, steps=50)

# %% [markdown]
# ## Why: one factor
#
# The slope of this curve is $2(w - 4)$: twice the distance to the lowest point. A step takes
# lr times that away. So one step makes
#
# $$\text{new distance} = (1 - 2\,\text{lr}) \cdot \text{old distance}$$
#
# Every step multiplies the distance $w - 4$ by the same factor, $1 - 2\,\text{lr}$. The distance
# has a sign: below zero on the left of 4.

# %%
predict(
    "one-step",
    "Which rate takes this walk from −1 to 4 in a single step?",
    {"0.1": "", "0.5": "", "1.0": "", "none does": ""},
)

# %%
landed = []
for lr in [0.01, 0.1, 0.5, 0.9, 1.0, 1.1]:
    before, after = descent.descend(parabola, start=-1, lr=lr, steps=1).weights - 4
    print(f"rate {lr:4}   {before:.1f} becomes {after:5.1f}   factor {after / before + 0:5.2f}")
    if after == 0:
        landed.append(str(lr))
reveal("one-step", landed[0] if landed else "none does")

# %%
figures.step_factor(2.0, title="What one step does to the distance, on (w − 4)² + 2")

# %% [markdown]
# The factor tells everything. Its sign says whether the weight changes sides. Its size says
# whether it comes closer: below 1 it does, at 1 it does not, above 1 it goes away.
#
# That is why 0.1 and 0.9 end alike: their factors are 0.8 and −0.8. And how many steps does a
# rate need until the distance is below 0.0001?

# %%
for lr in [0.01, 0.1, 0.5, 0.9, 0.99]:
    path = descent.descend(parabola, start=-1, lr=lr, steps=600)
    needed = int(np.argmax(np.abs(path.weights - 4) < 1e-4))
    print(f"rate {lr:4}   factor {1 - 2 * lr:5.2f}   steps needed: {needed}")

# %% [markdown]
# ## The 2 is the curvature
#
# How fast does the slope itself change? That is the **curvature**, written $f''$. On our curve
# the slope grows by 2 when $w$ grows by 1, so $f'' = 2$ everywhere. For a parabola with any
# curvature $f'' > 0$ the factor is $1 - \text{lr} \cdot f''$, and
#
# | rate | walk |
# |---|---|
# | from 0 to $1/f''$ | smooth: closer on the same side |
# | exactly $1/f''$ | there in one step: the fastest |
# | from $1/f''$ to $2/f''$ | overshoots at every step, and settles |
# | exactly $2/f''$ | cycles between two places |
# | above $2/f''$ | diverges |
#
# Many texts ask for at most $1/f''$. That is a safe choice, and the *fastest* rate of a parabola.
# But it is not the limit: every rate between 0 and $2/f''$ settles.

# %% [markdown]
# ## Where numbers end
#
# A diverging walk soon leaves the numbers that a computer can hold. What happens then?

# %%
print("largest float:", sys.float_info.max)
huge, inf = 1e200, float("inf")
print("a product that is too large:", huge * huge)
try:
    print(huge**2)
except OverflowError:
    print("a power that is too large: OverflowError")
nan = inf - inf
print("inf - inf:", nan)
print("nan < 1:", nan < 1, "  nan > 1:", nan > 1, "  nan == nan:", nan == nan)
print("isfinite of 1.0, inf, nan:", [math.isfinite(x) for x in (1.0, inf, nan)])

# %% [markdown]
# A product gives `inf`, infinity. A power of a plain Python number stops the program with an
# `OverflowError`. And `inf - inf` gives `nan`, "not a number": it is neither below nor above
# anything, and `min` cannot be trusted with it. Ask `math.isfinite` before you compare.

# %% [markdown]
# ## A curve with two valleys
#
# Not every loss is a parabola. The **quartic** $f(w) = w^4 - 8w^2 + w + 10$ has two valleys, and
# the left one is deeper. We start at $w = 3$.

# %%
figures.curve(quartic, at=[3.0], title="The quartic, and the slope at the start")

# %%
predict(
    "tenth",
    "From w = 3 on the quartic, 100 steps at rate 0.1: what happens?",
    {
        "it reaches a valley, the fastest of all": "",
        "it bounces between the slopes for ever": "",
        "it flies away until the numbers end": "",
    },
)

# %% [markdown] exercise="compare_rates" part="statement"
# ### Exercise 1: compare rates
#
# Write `compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100)`. `f` gives the loss at a
# weight, `grad` the slope. For each rate, take `steps` steps of gradient descent, **each time from
# the same start** `w0`. Write the walk yourself, without `descent.descend`. Return a dictionary
# with four entries:
#
# - `"results"`: a dictionary from each rate to a pair `(w, loss)`, the final weight and the loss
#   there;
# - `"fastest"`: the rate with the lowest final loss, among the rates whose final weight and loss
#   are both finite (there is at least one);
# - `"overshoots"`: a list of the rates whose walk overshoots: some step goes in the direction
#   opposite to the step before it. (A step of exactly zero has no direction.)
# - `"diverges"`: a list of the rates whose result is not finite: the final weight, the loss or
#   both are `inf`, `-inf` or `nan`. (A walk on its way out, but not there yet, is not listed.)
#
# A rate may be in both lists, in one or in none. Your function must not stop with an error, even
# if `f` or `grad` raises an `OverflowError`: that rate's result is not finite, and you choose
# which of the three it is. A start may be a whole number, such as `-2`.
#
# For example, with $f(w) = (w - 4)^2 + 2$ and its slope,
# `compare_rates(f, grad, 0, (0.25, 0.9, 1e200), 2)` returns, but for rounding,
#
# ```python
# {
#     "results": {0.25: (3.0, 3.0), 0.9: (1.44, 8.5536), 1e200: (-inf, inf)},
#     "fastest": 0.25,
#     "overshoots": [0.9, 1e200],
#     "diverges": [1e200],
# }
# ```
#
# <details><summary>Hint 1</summary>
#
# Write the walk for one rate first, with a list of all its weights. Then put a loop around it.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Put the walk and its final loss after `try:`. What should weight and loss be after
# `except OverflowError:`?
#
# </details>
# <details><summary>Hint 3</summary>
#
# Two steps go in opposite directions if their product is below zero. Look at every pair of
# neighbours.
#
# </details>
# <details><summary>Hint 4</summary>
#
# Before you look for the lowest loss, collect the rates whose results are finite
# (`math.isfinite`). The others diverge.
#
# </details>


# %% exercise="compare_rates" part="answer"
def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    """Return a dictionary: results {lr: (w, loss)}, fastest lr, overshoots [lr, …], diverges."""
    ### BEGIN SOLUTION
    ends, bouncing, lost = {}, [], []
    for lr in rates:
        visited = [w0]
        try:
            for _t in range(steps):
                visited.append(visited[-1] - lr * grad(visited[-1]))
            end = visited[-1], f(visited[-1])
        except OverflowError:
            end = math.inf, math.inf
        ends[lr] = end
        moves = [b - a for a, b in pairwise(visited)]
        turned = any(a * b < 0 for a, b in pairwise(moves))
        if turned:
            bouncing.append(lr)
        if not all(map(math.isfinite, end)):
            lost.append(lr)
    best = min((lr for lr in rates if lr not in lost), key=lambda lr: ends[lr][1])
    return {"results": ends, "fastest": best, "overshoots": bouncing, "diverges": lost}
    ### END SOLUTION


# %% exercise="compare_rates" part="check"
check("compare_rates")

# %% exercise="compare_rates" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("compare_rates", seed=60727)
### END HIDDEN TESTS

# %% [markdown]
# What happened? The next cells make the same walks with the course's own code, so that you can go
# on even if yours does not work yet.

# %%
right_floor = quartic.minima[1]
for lr in [0.001, 0.01, 0.1]:
    path = descent.descend(quartic, start=3.0, lr=lr, steps=100)
    print(
        f"rate {lr:5}   w = {path.final:.6f}   loss = {path.losses[-1]:9.6f}   "
        f"to the right valley's floor: {abs(path.final - right_floor):.6f}   {path.outcome}"
    )

# %%
path = descent.descend(quartic, start=3.0, lr=0.1, steps=100)
for step in range(9):
    print(f"rate 0.1, step {step}: w = {path.weights[step]:.4g}")
if path.outcome == "diverged":
    reveal("tenth", "it flies away until the numbers end")
elif path.outcome == "converged":
    reveal("tenth", "it reaches a valley, the fastest of all")
else:
    reveal("tenth", "it bounces between the slopes for ever")

# %% [markdown]
# Rate 0.01 is the fastest of the three: it stands on the floor of the right valley. Rate 0.001 is
# on its way there, with 0.025183 to go. Rate 0.1 overshoots and diverges: the quartic gets steeper
# outwards, so each step is longer than the one before. The ninth is too long for any float.
#
# But the lowest of three is not the lowest of all: the walk at 0.01 is in the shallower valley.

# %% [markdown]
# ## The limit of any valley
#
# The quartic's curvature is not the same everywhere. But very near its floor, every smooth valley
# with $f'' > 0$ looks like a parabola with the floor's curvature. So close to the floor
# $2/f''$ is the limit again. We measure $f''$ as the slope of the slope:

# %%
limits = {}
for name, floor in zip(["left", "right"], quartic.minima, strict=True):
    curved = descent.central_difference(quartic.gradient, floor, h=1e-4)
    limits[name] = 2 / curved
    print(f"{name:5} valley: w = {floor:7.4f}   f'' = {curved:.4f}   2/f'' = {2 / curved:.6f}")

# %% [markdown]
# The deeper valley is the more curved one, so its limit is lower. Let us test both limits with
# starts close by, one rate below and one rate above each:

# %%
for name, floor in zip(["left", "right"], quartic.minima, strict=True):
    for part in [0.98, 1.02]:
        path = descent.descend(quartic, floor + 0.01, lr=part * limits[name], steps=3000)
        print(f"{name:5} valley, {part} of its limit: {path.outcome}")

# %% [markdown]
# Just below its limit, a walk that begins close to the floor settles there. Above it, no walk
# settles there, unless it happens to land exactly on the floor. On a parabola it would then
# diverge; on the quartic it ends in a small cycle around the floor.

# %% [markdown] exercise="largest_stable_rate" part="statement"
# ### Exercise 2: the largest rate
#
# Write `largest_stable_rate(curvature)`: the limit below which gradient descent settles on a
# parabola with this curvature $f''$. Return the limit itself, not a number just below it, and do
# not round it. For example, `largest_stable_rate(8)` returns `0.25`.
#
# `curvature` is always a number above 0. (Where it is 0 or below, there is no valley floor to
# settle on. Your function need not care.)
#
# <details><summary>Hint 1</summary>
#
# At the limit the walk jumps between two places for ever. Which factor does that?
#
# </details>
# <details><summary>Hint 2</summary>
#
# Solve $1 - \text{lr} \cdot f'' = -1$ for lr.
#
# </details>


# %% exercise="largest_stable_rate" part="answer"
def largest_stable_rate(curvature):
    """Return the limit of the learning rate on a parabola with this curvature, a number."""
    ### BEGIN SOLUTION
    return 2 / curvature
    ### END SOLUTION


# %% exercise="largest_stable_rate" part="check"
check("largest_stable_rate")

# %% exercise="largest_stable_rate" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("largest_stable_rate", seed=61843)
### END HIDDEN TESTS

# %% [markdown]
# ## A map of all rates
#
# From $w = 3$, rate 0.01 ends in the right valley and rate 0.1 flies away. And between them?

# %%
predict(
    "deeper-rate",
    "The left valley is deeper. From w = 3, which rates end there?",
    {
        "none: the walk begins on the right": "",
        "only the smallest ones": "",
        "a band of larger ones": "",
        "all that do not diverge": "",
    },
)

# %%
rates = np.arange(0.002, 0.1082, 0.0002)
many = descent.descend(quartic, start=3.0, lr=rates, steps=1000)
left = (np.abs(many.final - quartic.minima[0]) < 0.05) & (rates < limits["left"])
right = (np.abs(many.final - quartic.minima[1]) < 0.05) & (rates < limits["right"])
print(f"right valley: rates {rates[right].min():.4f} to {rates[right].max():.4f}")
print(f"left valley:  rates {rates[left].min():.4f} to {rates[left].max():.4f}")
if not left.any():
    reveal("deeper-rate", "none: the walk begins on the right")
elif rates[left].min() > 0.02:
    reveal("deeper-rate", "a band of larger ones")
else:
    reveal("deeper-rate", "only the smallest ones")

# %% [markdown]
# A band of larger rates finds the deeper valley. Why? At $w = 3$ the slope is 61. A rate of
# 0.0482 or more makes the *first step* so long that it lands left of the top of the hill.
# Where does each band end?

# %%
crossing = (3 - QUARTIC_HILL) / quartic.gradient(3)
print(f"the first step lands on the hilltop at rate {crossing:.6f}")
print(f"the left valley's limit 2/f'' is            {limits['left']:.6f}")
low, high = 0.09, 0.1
while high - low > 1e-9:
    middle = (low + high) / 2
    if descent.descend(quartic, start=3.0, lr=middle, steps=200).outcome == "diverged":
        high = middle
    else:
        low = middle
print(f"the walk from 3 diverges above rate         {high:.7f}")

# %%
figures.rate_map(
    many,
    [
        (rates[0], crossing, "right valley"),
        (crossing, limits["left"], "left\nvalley"),
        (limits["left"], 0.078, "cycles of\n2, 4, 8 …"),
        (0.078, high, "mostly chaos"),
        (high, rates[-1], "diverges"),
    ],
    title="Where the walk from w = 3 on the quartic ends up, for each rate",
)

# %% [markdown]
# Read the map from left to right. One line: the walk settles. Then it jumps to the other valley.
# Above the left valley's limit the line splits: two places in turn, then four, then eight. Then
# comes a cloud, which even changes sides. A few rates of each kind, after 3,000 steps:

# %%
for lr in [0.02, 0.04, 0.05, 0.06, 0.075, 0.09, 0.098, 0.099]:
    path = descent.descend(quartic, start=3.0, lr=lr, steps=3000)
    places = len(np.unique(np.round(path.weights[-200:], 4)))
    if path.outcome == "converged":
        print(f"rate {lr:5}   settles at w = {path.final:.4f}")
    elif path.outcome == "diverged":
        print(f"rate {lr:5}   diverges")
    else:
        print(f"rate {lr:5}   {f'{places} places in turn' if places < 9 else 'no order'}")

# %% [markdown]
# ## Chaos
#
# For most rates in the cloud the walk never settles, never repeats and never flies away. (In a few
# narrow gaps it cycles again.) It is **chaotic**: two starts that differ in the ninth digit after
# the point soon have nothing to do with each other. Rounding alone does that, too. After a hundred
# steps, two computers may disagree completely about where such a walk is.

# %%
twins = descent.descend(quartic, start=[3.0, 3.0 + 1e-9], lr=0.09, steps=60)
apart = np.abs(twins.weights[:, 0] - twins.weights[:, 1])
print("steps 0 to 15: apart by less than 0.0001:", bool(np.all(apart[:16] < 1e-4)))
print("steps 40 to 60: apart by more than 1 at times:", bool(np.any(apart[40:] > 1)))

# %%
figures.parting(
    {"start 3": twins.run(0), "start 3.000000001": twins.run(1)},
    title="Rate 0.09: two walks that begin almost at the same place",
)

# %% [markdown]
# So may we simply take a larger rate to find the deeper valley? No. That the first step crossed
# the hill was luck. From the other side, a large rate throws the walk *out* of the deeper valley:

# %%
for start, lr in [(3.0, 0.055), (-3.0, 0.055), (-3.0, 0.01)]:
    path = descent.descend(quartic, start, lr, steps=1000)
    valley = "left, deeper" if path.final < 0 else "right, shallower"
    print(f"start {start:4}   rate {lr:5}   ends in the {valley} valley")

# %% [markdown]
# ## A rate has units
#
# Is 0.001 a small rate? The question has no answer yet. Take the five houses of one article: sizes
# in square feet, prices in thousands of dollars, and the loss is the mean squared error of
# price = $w$ · size + 100. We keep the 100, which is right, and learn only $w$, from 0.05.
#
# The article calls rate 0.000001 too small ("very safe"), 0.001 just right and 0.5 too large.

# %%
predict(
    "houses",
    "On these five houses, what does the 'very safe' rate 0.000001 do?",
    {"it crawls": "", "it settles within a few steps": "", "it diverges": ""},
)

# %%
houses = data.five_houses()
five = slope_error(houses.x, houses.y, intercept=100)
curvature = five.curvature(0.05)
print(f"curvature: {curvature:,.0f}   limit: {2 / curvature:.3e}")
for lr in [1e-7, 3e-7, 1e-6, 1e-3, 0.5]:
    path = descent.descend(five, start=0.05, lr=lr, steps=20)
    print(
        f"rate {lr:.0e}   factor {1 - lr * curvature:11.2f}   "
        f"after 1 step {path.weights[1]:10.4g}   after 20 {path.final:10.4g}"
    )
safe = descent.descend(five, start=0.05, lr=1e-6, steps=20).outcome
reveal("houses", {"diverged": "it diverges", "converged": "it settles within a few steps"}[safe])

# %% [markdown]
# All three rates of the article diverge. The curvature of this loss is 2 times the mean of
# size², and sizes like 1500 make that enormous. Right is $w = 0.1$, and rate 1e-7 finds it.
#
# With the intercept learned too, there are two weights. Then the largest curvature of any
# direction counts (lesson 3), and the limit is the same to four digits:

# %%
curvatures = np.linalg.eigvalsh(squared_error(houses.x, houses.y).curvature([0.05, 100]))
print(f"both weights: limit {2 / curvatures[-1]:.3e}")

# %% [markdown]
# Another article has four houses, prices in dollars, and the **sum** of the squared errors as its
# loss. Only the weight is learned; the intercept of 50,000 stays. The squared error of one weight
# is a parabola:

# %%
houses = data.four_houses()
four = slope_error(houses.x, houses.y, intercept=50_000, factor=1)
for w in [50, 100, 150, 200, 250, 300]:
    print(f"w = {w:3}   loss = {four(w):15,.0f}   slope = {four.gradient(w):14,.0f}")
print(f"loss at 50 over loss at 100: {four(50) / four(100):.2f}")

# %% [markdown]
# The article prints *130,000,000,000* for the loss at 50, *30,000,000,000* at 100, and
# *−1,400,000* for the slope at 100. No parabola with its floor at 200 has these two losses: at 50
# it must be 2.25 times as high as at 100, since it is 150 away and not 100.
#
# It prints a walk at rate 1e-7, too, from 100: *134.97* in step 10, *200.00* in step 90. Here is
# that walk:

# %%
run = descent.descend(four, start=100.0, lr=1e-7, steps=100)
for step in [0, 10, 50, 90]:
    after, before = run.weights[step + 1], run.losses[step]
    print(f"step {step:2}   w = {after:10.4g}   loss before the step = {before:10.4g}")

# %% [markdown]
# The article calls rate 1e-8 one that "barely moves", 1e-7 "just right" and 1e-6 too big. The
# right weight is 200 dollars per square foot, the start is 100.

# %%
print(f"curvature: {four.curvature(100.0):,.0f}   limit: {2 / four.curvature(100.0):.3e}")
for lr in [1e-8, 1e-7, 1e-6]:
    path = descent.descend(four, start=100.0, lr=lr, steps=100)
    print(
        f"rate {lr:.0e}   factor {1 - lr * four.curvature(100.0):6.2f}   "
        f"after 32 steps {path.weights[32]:10.6g}   after 100 {path.final:10.6g}"
    )

# %% [markdown]
# The rate that "barely moves" is the one that works. The one that is "just right" diverges.
#
# A step is rate · slope. It must come out in the unit of $w$, and a slope has the unit of the loss
# over that of $w$. So a rate is not a mere number. Here are the same five houses, their sizes
# measured in other units:

# %%
houses = data.five_houses()
units = {"square feet": 1, "square metres": 0.09290304, "1000 square feet": 1e-3}
for unit, size in units.items():
    loss = slope_error(houses.x * size, houses.y, intercept=100)
    print(f"size in {unit:17} limit {2 / loss.curvature(0.0):.4g}")

# %% [markdown]
# A thousand times smaller sizes make the curvature a million times smaller and the limit a
# million times larger. So advice like "start with 0.001, 0.01 or 0.1" fits inputs of ordinary
# size, around 1. Lesson 4 brings inputs to that size before it learns.
#
# The loss's own definition counts too. Sum, mean, or half the mean of the squared errors:

# %%
n = len(houses.x)
for name, factor in {"sum": 1, "mean": 1 / n, "half the mean": 1 / (2 * n)}.items():
    loss = slope_error(houses.x, houses.y, intercept=100, factor=factor)
    print(f"{name:14} limit {2 / loss.curvature(0.0):.3e}")

line = data.noisy_line()
steepest = np.linalg.eigvalsh(squared_error(line.x, line.y).curvature([0.0, 0.0]))[-1]
print(f"200 points of lesson 4: limit {2 / steepest:.4f}, for half the mean {4 / steepest:.4f}")

# %% [markdown]
# Half a loss has half the curvature, so its limit is twice as large. Never carry a rate from one
# program to another without looking at how the loss is defined.
#
# One article draws rate 1.0 as too large. On the 200 points, with half the mean as that article
# has it, 1.0 is well below the limit. It is not a fact about 1.0.

# %% [markdown]
# ## Reading a loss curve
#
# Usually you cannot see the landscape. You see the loss, step by step:

# %%
figures.losses(
    {
        f"rate {lr}": descent.descend(parabola, start=-1, lr=lr, steps=40).losses
        for lr in [0.01, 0.1, 0.9, 1.0, 1.05]
    },
    title="Five rates, but you see four curves",
)

# %% [markdown]
# | the loss … | likely | try |
# |---|---|---|
# | falls, slowly and steadily | rate too small | a rate 3 to 10 times larger |
# | falls fast, then stays level and low | fine | look whether the weight makes sense |
# | is level from the start, or jumps | at or above a limit (or noise: lesson 6) | half the rate |
# | rises faster and faster, ends at `inf` or `nan` | diverging | a tenth of the rate |
# | stays level at a *huge* value | frozen: see below | look at weight, loss and slope |
#
# Two things it cannot tell. The curves of 0.1 and 0.9 lie on each other: **overshooting is
# invisible** in the loss of a parabola. And a level loss may be a shallower valley.
#
# To find a rate: try some that are 10 times apart, keep the largest whose loss falls steadily,
# then try finer ones around it.

# %% [markdown]
# ## What goes wrong
#
# Often there is no formula for the slope, and one measures it: look a small distance $h$ ahead and
# back, $\dfrac{f(w + h) - f(w - h)}{2h}$. Take the quartic from 3 with rate 0.1 again, now with
# measured slopes and $h = 0.0001$. With the exact slope it left the numbers.

# %%
predict(
    "frozen",
    "The same walk with measured slopes, 100 steps at rate 0.1. How does it end?",
    {"it overflows, too": "", "it settles in a valley": "", "it stands still far outside": ""},
)

# %%


def measured_slope(w):
    return descent.central_difference(quartic, w, h=1e-4)


stuck = descent.descend(quartic, start=3.0, lr=0.1, steps=100, gradient=measured_slope)
for step in [0, 1, 2, 3, 4, 5, 6, 7, 50, 100]:
    print(f"step {step:3}   w = {stuck.weights[step]:8.1e}   loss = {stuck.losses[step]:.1e}")
if not np.isfinite(stuck.final):
    reveal("frozen", "it overflows, too")
elif stuck.losses[-1] < stuck.losses[0]:
    reveal("frozen", "it settles in a valley")
else:
    reveal("frozen", "it stands still far outside")

# %% [markdown]
# From step 6 on nothing changes. Weight: constant. Loss: constant. Measured slope: zero. By every
# sign the walk has converged, and it stands at about 2.0e+23, where the loss is 1.7e+93.

# %%
w = stuck.final
print("w + h == w:", bool(w + 1e-4 == w))
print("measured slope:", float(measured_slope(w)))
print(f"true slope:     {quartic.gradient(w):.1e}")
print("lower than at the start:", bool(stuck.losses[-1] < stuck.losses[0]))

# %% [markdown]
# A computer keeps about 16 digits of a number. At 2.0e+23 the distance $h$ is too small to change
# even the last of them: `w + h` *is* `w`. So is `w - h`. Both losses are the same, and their
# difference is exactly 0. The walk is **frozen**.
#
# So "it no longer changes" is no proof. Ask also: is the loss lower than at the start?

# %% [markdown]
# ## What the article got wrong
#
# For the three rates that this lesson began with, the article prints these rows, after 50 steps
# on $(w - 4)^2 + 2$ from $-1$:
#
# | rate | weight | loss | its comment |
# |---|---|---|---|
# | 0.01 | 2.6901 | 1.741764 | too slow, did not converge |
# | 0.1 | 3.9988 | 0.000000 | just right, reached the minimum |
# | 0.9 | 3.4142 | 0.341444 | overshot repeatedly, ended up close but not there |
#
# You have seen the weights. All three losses are impossible anyway: none can be below 2. And the
# third comment is wrong, too. So is a sentence in another article, that steps which overshoot mean
# divergence.

# %% [markdown] exercise="article_rates" part="statement"
# ### Exercise 3: put the rows right
#
# Set four values (type them with at least four digits after the point, or let Python work them
# out):
#
# - `small_row`: a pair `(weight, loss)`, after 50 steps with rate 0.01;
# - `middle_row`: the same with rate 0.1;
# - `large_row`: the same with rate 0.9;
# - `one_step_rate`: the rate that takes the walk from −1 to 4 in a single step.
#
# <details><summary>Hint 1</summary>
#
# Write one small function that walks with a given rate and returns the pair, and call it three
# times. The slope is $2(w - 4)$.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Or without a loop: the distance to 4 begins at 5, and each step multiplies it by the same factor.
#
# </details>

# %% exercise="article_rates" part="answer"
### BEGIN SOLUTION
distance_left = {lr: 5 * (1 - 2 * lr) ** 50 for lr in (0.01, 0.1, 0.9)}
small_row, middle_row, large_row = ((4 - d, d**2 + 2) for d in distance_left.values())
one_step_rate = 1 / 2
### END SOLUTION

# %% exercise="article_rates" part="check"
check("article_rates")

# %% exercise="article_rates" part="hidden"
# More checks run here when your work is graded.
### BEGIN HIDDEN TESTS
check("article_rates", seed=62351)
### END HIDDEN TESTS

# %% [markdown]
# ## In one formula
#
# $$\text{new distance} = (1 - \text{lr} \cdot f'') \cdot \text{old distance}
# \qquad\text{settles for}\qquad 0 < \text{lr} < \frac{2}{f''}$$
#
# Exactly so on a parabola with $f'' > 0$; close to the floor of any smooth valley with $f'' > 0$,
# almost so. Fastest at $1/f''$.

# %% [markdown]
# ## Quick check
#
# Click the answer you would give: each one is explained.

# %%
quick(
    "quick-1",
    "A walk lands on the other side of the valley at every step. Then …",
    {
        "it diverges": "Between 1/f″ and 2/f″ it overshoots at every step and still comes closer.",
        "it may settle or not: that depends on the factor 1 − lr·f″": "It is below zero, and if "
        "it is above −1 the walk settles.",
        "its loss rises at every step": "On a parabola the loss falls whenever the distance "
        "shrinks, on either side.",
    },
    right="it may settle or not: that depends on the factor 1 − lr·f″",
)

# %%
quick(
    "quick-2",
    "House prices are now given in dollars, not in thousands of dollars. Sizes stay as they "
    "are. The limit of the rate …",
    {
        "becomes a million times smaller": "Weights and losses change, but the curvature is 2 "
        "times the mean of size².",
        "stays the same": "The curvature depends on the inputs and on how the loss is defined, "
        "not on the prices.",
        "becomes a thousand times larger": "The prices do not appear in the curvature at all.",
    },
    right="stays the same",
)

# %%
quick(
    "quick-3",
    "For fifty steps the weight has not changed at all. The walk …",
    {
        "has found a minimum": "Perhaps. A frozen walk looks just the same.",
        "may have settled or be frozen: compare its loss with the start's": "And look whether "
        "the weight makes sense.",
        "needs a larger rate": "If the slope it uses is exactly zero, no rate moves it.",
    },
    right="may have settled or be frozen: compare its loss with the start's",
)

# %%
quick(
    "quick-4",
    "The quartic's walk from 3 at rate 0.05 found the deeper valley. So larger rates …",
    {
        "find deeper valleys": "From −3, rate 0.055 left the deeper valley.",
        "may cross a hill in either direction, by luck": "What decides is where one long step "
        "happens to land.",
        "always cross the hill": "From 3, rate 0.04 stays on the right.",
    },
    right="may cross a hill in either direction, by luck",
)

# %% [markdown]
# ## Where it is used
#
# Whoever trains a model chooses a rate, and mostly it is the first number to be tuned. People try
# a few that are some factor apart and compare loss curves, as you did. With many weights each
# direction has its own curvature, and the largest one sets the limit for all (lesson 3). Rates
# that change on the way are lesson 8.
#
# ## Words for your glossary
#
# All words and signs of the course, with their other names: [notation](../../docs/notation.md).
#
# - **learning rate** `lr`: what the slope is multiplied by to give the step.
# - **curvature** $f''$: how fast the slope changes when the weight grows.
# - **overshoot**: a step that lands beyond the floor, so that the next one turns back.
# - **settle**, **converge**: to come as close to one place as you like.
# - **cycle**: the same few places again and again.
# - **chaos**: bounded, never repeating, and the smallest difference grows.
# - **diverge**: to go away without bound, in the end to `inf` or `nan`.
# - **frozen**: at rest only because the computer's digits do not reach.
# - **limit of the rate**, or *stability limit*: $2/f''$.
#
# Next: [Lesson 3, two dimensions](../03_two_dimensions/03_two_dimensions.ipynb). What if there are
# two weights, and two curvatures?
