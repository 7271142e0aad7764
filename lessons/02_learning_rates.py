# %% [markdown]
# # Lesson 2: How bold may a step be?
#
# *About 90 minutes. You need: lesson 1.*
#
# You will be able to
#
# - say what a learning rate that is too small, right or too large does, and why;
# - work out the largest rate that still settles, and the fastest one, from the curvature;
# - tell overshooting, cycling, chaos and diverging apart;
# - say why a "good rate" means nothing until you know the units;
# - read a loss curve, and spot a run that looks finished but has ended up nowhere near a
#   minimum.

# %%
import math

import numpy as np

from course import built, check, data, descent, figures, finish, predict, quick, reveal
from course.explorers import explore_cycles, explore_factor, explore_rates
from course.landscapes import QUARTIC_HILL, parabola, quartic, slope_error

# %% [markdown]
# ## The hiker gets boots
#
# The hiker may now choose boots. With slippers, night falls before you are down. With seven-league
# boots you fly over the valley and land on the slope across, perhaps higher than before. The boots
# are the **learning rate** `lr`:
#
# $$w_{\text{new}} = w - \text{lr} \cdot f'(w)$$
#
# Whoever trains a model must choose this number. A wrong one costs days, or the model.
#
# ## Three rates
#
# We walk on the loss of the three flats again, $f(w) = (w - 4)^2 + 2$, from $w = -1$.

# %%
predict(
    "three-rates",
    "Rates 0.01, 0.1 and 0.9, 50 steps each. Which walk ends closest to 4?",
    {
        "0.01, the careful one": "Small steps lose nothing on the way, but 50 of them do not "
        "reach.",
        "0.1, the middle one": "It comes very close. But look who else does.",
        "0.9, the bold one": "It comes very close, although it jumps from side to side. But look "
        "who else does.",
        "0.1 and 0.9 alike": "Each step of both leaves 0.8 of the distance: one of them on the "
        "same side, the other one across.",
    },
)

# %% [markdown]
# `descent.descend` keeps the whole walk, as in lesson 1: `.weights`, the last one `.final`, and
# the losses, `.losses`.

# %%
for lr in [0.01, 0.1, 0.9]:
    path = descent.descend(parabola, start=-1, lr=lr, steps=50)
    print(f"rate {lr:4}   w = {path.final:.10f}   distance to 4 = {abs(path.final - 4):.10f}")

# %% folded=true
three_rates = np.array([0.01, 0.1, 0.9])
careful, middle, bold = abs(descent.descend(parabola, -1, three_rates, steps=50).final - 4)
alike = bool(np.isclose(middle, bold))
reveal("three-rates", careful < middle, middle < bold and not alike, bold < middle and not alike)

# %% [markdown]
# ## Why: one factor
#
# The slope of this curve is $2(w - 4)$: twice the distance to the lowest point. A step takes lr
# times that away. So one step makes
#
# $$\text{new distance} = (1 - 2\,\text{lr}) \cdot \text{old distance}$$
#
# Every step multiplies the distance $w - 4$ by the same **factor**, $1 - 2\,\text{lr}$.

# %%
predict(
    "one-step",
    "Which rate takes this walk from −1 to 4 in a single step?",
    {
        "0.1": "Its factor is 0.8, so four fifths of the distance are left.",
        "0.5": "Its factor is 1 − 2 · 0.5 = 0, and nothing is left.",
        "1.0": "The whole slope sounds like the whole way, but the slope is twice the distance: "
        "this walk lands as far away on the other side.",
        "none does": "On most curves each start has a rate of its own for that, and you do not "
        "know it beforehand. Here the slope tells exactly how far it is.",
    },
)

# %%
for lr in [0.01, 0.1, 0.5, 0.9, 1.0, 1.1]:
    before, after = descent.descend(parabola, start=-1, lr=lr, steps=1).weights - 4
    print(f"rate {lr:4}   distance {before:.1f} becomes {after:5.1f}   factor {1 - 2 * lr:5.2f}")

# %% folded=true
landed = descent.descend(parabola, start=-1, lr=np.array([0.1, 0.5, 1.0]), steps=1).final == 4
reveal("one-step", *landed)

# %% folded=true
figures.step_factor(2.0, title="What one step does to the distance, on (w − 4)² + 2")

# %% [markdown]
# The factor's sign says whether the weight changes sides; its size, whether it comes closer. That
# is why 0.1 and 0.9 end alike: their factors are 0.8 and −0.8. Here are six rates, weight by step:

# %% folded=true
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
# **Overshooting is not diverging.** The walk at 0.9 overshoots at every step, and it settles.
#
# And the rates between? The picture on the right has a mark for each: how low its walk ends.
#
# - Where does the name of what the walk does change?
# - Find two rates that end equally low, one small, one large. What do they have in common?
# - Which rate ends lowest? Click other starts: is it still that one?

# %%
explore_rates(parabola, start=-1.0, steps=3)

# %% [markdown]
# ## The 2 is the curvature
#
# How fast does the slope itself change? That is the **curvature** $f''$. On our curve the slope
# grows by 2 when $w$ grows by 1, so $f'' = 2$ everywhere. For a parabola with any curvature
# $f'' > 0$ the factor is $1 - \text{lr} \cdot f''$. Choose curvature 5 below, and move the rate.

# %%
quick(
    "farther-at-five",
    "At curvature 5, above which rate does each step lead farther away?",
    {
        "0.2": "There the factor is 0: one step arrives. Just above it the walk changes sides, "
        "and still comes closer.",
        "0.4": "There the factor is −1, and above it the factor is more than 1 in size.",
        "1": "So it is at curvature 2. With a larger curvature, the line falls faster.",
    },
    right="0.4",
)

# %%
explore_factor()

# %% [markdown]
# For every curvature,
#
# | rate | walk |
# |---|---|
# | from 0 to $1/f''$ | smooth: closer on the same side |
# | exactly $1/f''$ | there in one step: the fastest |
# | from $1/f''$ to the limit | overshoots at every step, and settles |
# | exactly at the limit | cycles between two places |
# | above the limit | diverges |
#
# Many texts ask for at most $1/f''$, the rate of *Newton's method*. That is safe, but not the
# limit. Which rate is?

# %% [markdown] exercise="largest_stable_rate" part="statement"
# ### Exercise 1: the largest rate
#
# Write `largest_stable_rate(curvature)`: the limit below which gradient descent settles on a
# parabola with this curvature $f''$. Return the limit itself, not a number just below it, and do
# not round it. `curvature` is always a number above 0.
#
# For example, `largest_stable_rate(8)` returns `0.25`.
#
# <details><summary>Hint 1: in words</summary>
#
# At the limit the walk comes no closer and goes no farther: it jumps between two places. What does
# a step multiply the distance by, then?
#
# </details>
# <details><summary>Hint 2: repair this</summary>
#
# Your friend solved $1 - \text{lr} \cdot f'' = 0$. Which walk is that, in the table?
#
# </details>
# <details><summary>Hint 3: the reasons, one by one</summary>
#
# The factor is $-1$ at the limit: the other side, and as far. So lr times $f''$ is 2. Divide by
# the curvature. Test it with our curve: curvature 2 must give the rate 1.0 of the table.
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
# ## Where numbers end
#
# A diverging walk soon leaves the numbers that a computer can hold. `try` runs some lines; if they
# raise the error that `except` names, Python goes on there.

# %%
huge, inf = 1e200, math.inf
print("a product that is too large:", huge * huge)
try:
    print(huge**2)
except OverflowError:
    print("a power that is too large: OverflowError")
print("inf - inf:", inf - inf)
print(
    "is nan below 1, above 1, equal to itself?", math.nan < 1, math.nan > 1, math.nan == math.nan
)
print("are 1.0, inf, nan finite?", math.isfinite(1.0), math.isfinite(inf), math.isfinite(math.nan))

# %% [markdown]
# A product gives `inf`, infinity; a power of plain Python floats raises an `OverflowError`; and
# `inf - inf` gives `nan`, "not a number". It is neither below nor above anything, so `min` cannot
# be trusted with it. Ask `math.isfinite` first.

# %% [markdown] exercise="safe_walk" part="statement"
# ### Exercise 2: a walk that never stops with an error
#
# Write `safe_walk(f, grad, w0, lr, steps)`. `f(w)` is the loss, `grad(w)` the slope. Take `steps`
# steps from `w0`, as in `descend`, and return **two** things, with a comma between them: the list
# of all weights, and the loss at the last one.
#
# If `grad` or `f` raises an `OverflowError`, stop walking: return the weights up to there, and
# `math.inf` as the loss. The start may be a whole number.
#
# For example, with the loss $(w - 4)^2 + 2$ and its slope, `safe_walk(f, grad, 0, 0.25, 2)`
# returns `([0, 2.0, 3.0], 3.0)`.
#
# <details><summary>Hint 1: in words</summary>
#
# Which lines may raise the error? All of them belong after `try:`. What is there to return, if it
# comes?
#
# </details>
# <details><summary>Hint 2: smaller steps</summary>
#
# Begin with the walk of lesson 1, and let it work. Then indent the loop and the loss under `try:`,
# and write what the loss is under `except OverflowError:`. The list needs nothing: it holds what
# was appended before the error.
#
# </details>
# <details><summary>Hint 3: repair this</summary>
#
# Your friend made the list and put the `return` inside the `try`. What is returned when the
# error comes?
#
# </details>
# <details><summary>Hint 4: the reasons, one by one</summary>
#
# The list is made before `try`, so that it is there whatever happens. Inside, each round appends
# the last weight minus rate times slope; after the loop, the loss of the last weight is worked
# out. In `except`, only the loss is set. One `return`, after both, gives the pair.
#
# </details>


# %% exercise="safe_walk" part="answer"
def safe_walk(f, grad, w0, lr, steps):
    """Return (weights, loss): all weights up to an overflow, and the loss at the last one."""
    ### BEGIN SOLUTION
    weights = [w0]
    try:
        for _ in range(steps):
            here = weights[-1]
            weights.append(here - lr * grad(here))
        loss = f(weights[-1])
    except OverflowError:
        loss = math.inf
    return weights, loss
    ### END SOLUTION


# %% exercise="safe_walk" part="check"
check("safe_walk")

# %% exercise="safe_walk" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("safe_walk", seed=60211)
### END HIDDEN TESTS

# %% [markdown]
# ## A curve with two valleys
#
# Now to the **quartic** of lesson 1. From $w = 3$, rate 0.01 went to the right valley.

# %%
predict(
    "tenth",
    "From w = 3 on the quartic, 100 steps at rate 0.1, ten times as bold: what happens?",
    {
        "it reaches a valley, the fastest of all": "On the parabola 0.1 was smooth. But how bold "
        "a rate is depends on the curvature, and this curve is far steeper.",
        "it bounces between the slopes for ever": "A parabola at its limit does that. Here the "
        "first jump lands farther out than 3, where the curve is steeper: the next one is longer.",
        "it flies away until the numbers end": "Each step is longer than the one before it: it "
        "begins farther out, where the curve is steeper.",
    },
)

# %% [markdown] exercise="compare_rates" part="statement"
# ### Exercise 3: compare rates
#
# Write `compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100)`. For each rate, walk from
# the same start `w0`. Use your `safe_walk`; `descent.descend` may not walk for you. Return a
# dictionary with four entries (`d[name] = value` puts one in):
#
# - `"results"`: a dictionary from each rate to a pair `(w, loss)`, the final weight and the loss
#   there;
# - `"fastest"`: the rate with the lowest final loss, among the rates whose final weight and loss
#   are both finite (there is at least one);
# - `"overshoots"`: a list of the rates whose walk overshoots: some step goes in the direction
#   opposite to the step before it. (A step of exactly zero has no direction.)
# - `"diverges"`: a list of the rates whose final weight or loss is not finite.
#
# A rate may be in both lists, in one or in none. Where a result is not finite, you may give any
# of `inf`, `-inf` and `nan`. (Each `f` here has no finite loss where the weight is not finite.)
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
# <details><summary>Hint 1: in words</summary>
#
# One loop over the rates. What do you want to know about each walk? Its end, whether it is finite,
# and whether it turned. Make three empty containers before the loop, and fill them in it.
#
# </details>
# <details><summary>Hint 2: did it turn?</summary>
#
# The steps are the changes between neighbours: lesson 0 has them as two slices of an array
# (`np.array(weights)` makes one), or go through the list by number. Two steps go in opposite
# directions if their product is below zero.
#
# </details>
# <details><summary>Hint 3: repair this</summary>
#
# Your friend looks for the lowest loss with `best = 0` at first, and finds no fastest rate. With
# which number must a search for the lowest begin?
#
# </details>
# <details><summary>Hint 4: the reasons, one by one</summary>
#
# For each rate: walk, and note the last weight and the loss as a pair. Go through the steps and
# note the rate once if any two neighbours multiply to less than zero. If weight and loss are both
# finite, compare the loss with the lowest so far, which began at infinity; otherwise the rate
# diverges. `nan` never wins, because it was sorted out before it was compared.
#
# </details>


# %% exercise="compare_rates" part="answer"
def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    """Return a dictionary: results {lr: (w, loss)}, fastest lr, overshoots [lr, …], diverges."""
    ### BEGIN SOLUTION
    from itertools import pairwise

    ends, bouncing, lost, best, lowest = {}, [], [], None, math.inf
    for lr in rates:
        visited, loss = safe_walk(f, grad, w0, lr, steps)
        ends[lr] = visited[-1], loss
        moves = [b - a for a, b in pairwise(visited)]
        if any(a * b < 0 for a, b in pairwise(moves)):
            bouncing.append(lr)
        if not (math.isfinite(visited[-1]) and math.isfinite(loss)):
            lost.append(lr)
        elif loss < lowest:
            best, lowest = lr, loss
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
# The same walks with the course's own code. (`.outcome` says *converged* where the slope is down
# to a ten-thousandth of the largest one met.)

# %%
for lr in [0.001, 0.01, 0.1]:
    path = descent.descend(quartic, start=3.0, lr=lr, steps=100)
    print(f"rate {lr:5}   ends at w = {path.final:.6f}   {path.outcome}")
for step, w in enumerate(path.weights[:10]):
    print(f"rate {lr}, step {step}: w = {w:.4g}")

# %% folded=true
tenth = descent.descend(quartic, start=3.0, lr=0.1, steps=100).outcome
reveal("tenth", tenth == "converged", tenth not in ("converged", "diverged"))

# %% [markdown]
# Rate 0.01 is the fastest; 0.001 is still on its way. Rate 0.1 overshoots and diverges: its
# ninth step is too long for any float.
#
# ## The limit of any valley
#
# Very near its floor, a valley without kinks and with $f'' > 0$ looks like a parabola with the
# floor's curvature. So there, your limit counts again:

# %%
left_floor, right_floor = quartic.minima
left_limit = built("largest_stable_rate")(quartic.curvature(left_floor))
for rate in [0.98 * left_limit, 1.02 * left_limit]:
    path = descent.descend(quartic, left_floor + 0.01, lr=rate, steps=3000)
    print(f"limit {left_limit:.6f}   rate {rate:.6f}   {path.outcome}")

# %% [markdown]
# Above the limit no walk settles there, unless it lands exactly on the floor. A parabola would
# throw it out; the quartic keeps it in a small cycle.
#
# ## A map of all rates
#
# From $w = 3$, rate 0.01 ends in the right valley and rate 0.1 flies away. And between them?

# %%
predict(
    "deeper-rate",
    "The left valley is deeper. From w = 3, which rates end there?",
    {
        "none: the walk begins on the right": "Small steps stay on their side. But a long first "
        "step can fly over the hill.",
        "only the smallest ones": "They are the most careful, and they stay in the valley that "
        "they begin in.",
        "a band of larger ones": "Their first step lands on the other side of the hill.",
        "all that do not diverge": "The small ones do not diverge either, and stay on the right.",
    },
)

# %% folded=true
rates = np.arange(0.002, 0.1082, 0.0002)
many = descent.descend(quartic, start=3.0, lr=rates, steps=1000)
crossing = (3 - QUARTIC_HILL) / quartic.gradient(3)
course_limit = 2 / quartic.curvature(left_floor)
# Neighbours part where the mean of log |1 − lr·f''| along the walk is above zero.
with np.errstate(all="ignore"):
    parting = np.log(np.abs(1 - rates * quartic.curvature(many.weights[500:]))).mean(axis=0) > 0
chaos = rates[parting & (rates > course_limit)].min()
low, high = 0.09, 0.1
while high - low > 1e-9:
    middle_rate = (low + high) / 2
    if descent.descend(quartic, start=3.0, lr=middle_rate, steps=200).outcome == "diverged":
        high = middle_rate
    else:
        low = middle_rate
in_left = (np.abs(many.final - left_floor) < 0.05) & (rates < course_limit)
print(f"the walk from 3 settles on the left from rate {rates[in_left].min():.4f}")
print(f"                                      to rate {rates[in_left].max():.4f}")
print(f"its first step lands on the hilltop at rate {crossing:.6f}")
print(f"it diverges above rate                      {high:.7f}")
figures.rate_map(
    many,
    [
        (rates[0], crossing, "right valley"),
        (crossing, course_limit, "left\nvalley"),
        (course_limit, chaos, "cycles of\n2, 4, 8 …"),
        (chaos, high, "mostly chaos"),
        (high, rates[-1], "diverges"),
    ],
    title="Where the walk from w = 3 on the quartic ends up, for each rate",
)

# %% folded=true
reveal(
    "deeper-rate",
    not in_left.any(),
    in_left.any() and rates[in_left].min() < 0.02,
    in_left.any() and rates[in_left].min() > 0.02,
)

# %% [markdown]
# A rate of 0.0482 or more makes the *first step* so long that it lands left of the hilltop. Read
# the map from left to right. One line: the walk settles. Then it jumps to the other valley. Above
# the left valley's limit the line splits: two places in turn, four, eight. Then comes a cloud.
# Move through it: is there any order in it?

# %%
quick(
    "three-in-turn",
    "At which rate does the walk visit three places in turn?",
    {
        "0.076": "Four places: the cloud has not begun.",
        "0.0815": "There no period is found.",
        "0.087": "Three places, in a narrow gap of the cloud. A little to the right, each of them "
        "is two.",
    },
    right="0.087",
)

# %%
explore_cycles(start=3.0)

# %% [markdown]
# So may we take a larger rate to find the deeper valley? No: crossing the hill was luck. From $-3$
# a large rate throws the walk *out* of the better valley:

# %%
for start, lr in [(3.0, 0.055), (-3.0, 0.055), (-3.0, 0.01)]:
    end = descent.descend(quartic, start, lr, steps=1000).final
    print(f"start {start:4}   rate {lr:5}   ends at w = {end:.4f}")

# %% [markdown]
# <details><summary>For the curious: the cloud is chaos</summary>
#
# For most rates in the cloud the walk never settles, never repeats and never flies away. (In
# narrow gaps it cycles again.) It is **chaotic**: two starts that differ in the ninth digit
# after the point soon go entirely different ways, as the next picture shows. Rounding alone does
# that, too: after a hundred steps, two computers may disagree about where such a walk is. The
# cloud also changes sides: for its smaller rates it lies on the left, for its larger ones on the
# right.
#
# </details>

# %% folded=true
twins = descent.descend(quartic, start=[3.0, 3.0 + 1e-9], lr=0.09, steps=60)
figures.parting(
    {"start 3": twins.run(0), "start 3.000000001": twins.run(1)},
    title="Rate 0.09: two walks that begin almost at the same place",
)

# %% [markdown]
# ## A rate has units
#
# Is 0.001 a small rate? That has no answer yet. Here are our three flats, with sizes in other
# units. The curvature is 2 times the mean of size²: the slope is the mean of 2 · error · size
# (lesson 4 says why), and when $w$ grows by 1, each error grows by its size.

# %%
size = np.array([0.2, 1.0, 1.4])
for unit, times in [("100 m²", 1), ("m²", 100), ("square feet", 1076.391)]:
    curvature = 2 * np.mean((times * size) ** 2)
    print(f"sizes in {unit:11}   curvature {curvature:12,.0f}   limit {2 / curvature:.3g}")

# %% [markdown]
# Numbers a hundred times larger make the curvature ten thousand times larger. So advice like
# "start with 0.001, 0.01 or 0.1" fits inputs of ordinary size, around 1. The prices do not matter:
# they are not in the curvature. The loss's definition does: the *sum* of three squares is three
# times their mean, so its limit is a third.
#
# A step must come out in the unit of $w$. But a slope has the unit of the loss *over* that of $w$.
# So a rate is not a mere number.

# %% [markdown] exercise="rate_in_new_units" part="statement"
# ### Exercise 4: the same walk in other units
#
# Someone found a good rate `lr` for price = $w$ · size. Now the sizes are measured in another
# unit, and every size is a number `times` as large as before. The prices stay. Write
# `rate_in_new_units(lr, times)`: the rate with which the walk now makes the *same predictions* at
# every step, if the first one is the same.
#
# For example, from 100 m² to m², `rate_in_new_units(0.5, 100)` returns 0.00005, that is `5e-05`.
#
# <details><summary>Hint 1: in words</summary>
#
# Sizes grow by `times`, predictions stay. What happens to the weight? And to the steps that it
# should take?
#
# </details>
# <details><summary>Hint 2: smaller steps</summary>
#
# Look at the table above: what happened to the *limit* when the numbers became 100 times as large?
# A rate that was half the limit must be half the new limit.
#
# </details>
# <details><summary>Hint 3: repair this</summary>
#
# Your friend divided the rate by `times`, because the weight must be divided by it. But the slope
# has changed, too: it is the mean of 2 · error · size.
#
# </details>
# <details><summary>Hint 4: the reasons, one by one</summary>
#
# The weight becomes `times` smaller, so each step must, too. The slope becomes `times` larger,
# because each error is multiplied by a larger size. The step is rate times slope: to make up for
# both, the rate is divided by `times` twice.
#
# </details>


# %% exercise="rate_in_new_units" part="answer"
def rate_in_new_units(lr, times):
    """Return the rate of the same walk where every size is a number `times` as large."""
    ### BEGIN SOLUTION
    return lr / times**2
    ### END SOLUTION


# %% exercise="rate_in_new_units" part="check"
check("rate_in_new_units")

# %% exercise="rate_in_new_units" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("rate_in_new_units", seed=62417)
### END HIDDEN TESTS

# %% [markdown]
# Two articles name rates for houses of 500 to 2500 square feet. The first,
# with the mean over five houses, calls 0.000001 "very safe". The second, with the sum over four,
# calls 1e-8 a rate that "barely moves", and 1e-7 "just right":

# %% folded=true
five, four = data.five_houses(), data.four_houses()
article_losses = {
    "five houses, mean": (slope_error(five.x, five.y, intercept=100), 0.05),
    "four houses, sum": (slope_error(four.x, four.y, intercept=50_000, factor=1), 100.0),
}
article_rates = {
    "five houses, mean": [1e-6],
    "four houses, sum": [1e-8, 1e-7],
}
for name, (loss, begin) in article_losses.items():
    print(f"{name}: limit {2 / loss.curvature(begin):.3g}, lowest at w = {loss.minima[0]:g}")
    for lr in article_rates[name]:
        path = descent.descend(loss, begin, lr, steps=100)
        print(f"   rate {lr:.0e}   after 3 steps w = {path.weights[3]:11.5g}   {path.outcome}")

# %% [markdown]
# The rate that "barely moves" works; the "very safe" and the "just right" one diverge.
#
# ## Reading a loss curve
#
# Usually you cannot see the landscape. You see the loss, step by step:

# %% folded=true
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
# | falls, slowly and steadily | small rate; or a ravine (lesson 3) | 3 times; jumps? go back |
# | falls fast, then stays level and low | fine | look whether the weight makes sense |
# | is level, and the weight jumps | at or above the limit | half the rate |
# | is level, and the weight stays | tiny rate, flat ground, frozen | look at the slope |
# | jumps up and down | above the limit, or noise (lesson 6) | half the rate |
# | rises faster and faster, ends at `inf` or `nan` | diverging | a tenth of the rate |
#
# Two things it cannot tell. The curves of 0.1 and 0.9 lie on each other: **overshooting is
# invisible** in the loss of a parabola. And a level loss may be a shallower valley. To find a
# rate, try some that are 10 times apart, keep the largest whose loss falls steadily, and try finer
# ones around it.
#
# ## What goes wrong
#
# Take the quartic from 3 with rate 0.1 again, now with measured slopes and $h = 0.0001$.

# %%
predict(
    "frozen",
    "The same walk with measured slopes, 100 steps at rate 0.1. How does it end?",
    {
        "it overflows, too": "The slopes are nearly the same, so the first steps are. But far out "
        "something else happens to the measuring.",
        "it settles in a valley": "It does seem to settle. But not in a valley.",
        "it stops far outside": "There w + h is the same number as w, so the measured "
        "slope is exactly zero.",
    },
)


# %%
def measured_slope(w):
    return descent.central_difference(quartic, w, h=1e-4)


stuck = descent.descend(quartic, start=3.0, lr=0.1, steps=100, gradient=measured_slope)
for step in [0, 1, 2, 3, 4, 5, 6, 7, 50, 100]:
    print(f"step {step:3}   w = {stuck.weights[step]:8.1e}   loss = {stuck.losses[step]:.1e}")
print("w + h == w:    ", stuck.final + 1e-4 == stuck.final)
print("measured slope:", measured_slope(stuck.final))
print(f"true slope:     {quartic.gradient(stuck.final):.1e}")

# %% folded=true
still = descent.descend(
    quartic, 3.0, 0.1, 100, gradient=lambda w: descent.central_difference(quartic, w, h=1e-4)
)
lower = still.losses[-1] < still.losses[0]
reveal("frozen", not np.isfinite(still.final), np.isfinite(still.final) and lower)

# %% [markdown]
# From step 6 on nothing changes. By all appearances the walk has converged, and yet it is at
# about 2.0e+23, where the loss is 1.7e+93. A computer keeps about 16 digits of a number, and so
# far out $h$ does not change even the last one. The walk is **frozen**. So "it no longer
# changes" is no proof. Ask also: is the loss lower than at the start?
#
# ## Spot it before you run it

# %%
quick(
    "article-losses",
    "An article walks 50 steps on (w − 4)² + 2 and prints the losses 1.741764, 0.000000 and "
    "0.341444 for the rates 0.01, 0.1 and 0.9. What do you know before you run anything?",
    {
        "all three losses are impossible": "No weight has a loss below 2.",
        "0.9 is worse than 0.1": "Each step of both leaves 0.8 of the distance: they end alike.",
        "0.1 has reached the minimum exactly": "Each step multiplies its distance by 0.8, which "
        "never makes zero.",
    },
    right="all three losses are impossible",
)

# %% [markdown]
# ## In one formula
#
# $$\text{new distance} = (1 - \text{lr} \cdot f'') \cdot \text{old distance}
# \qquad\text{settles for}\qquad 0 < \text{lr} < \frac{2}{f''}$$
#
# Exactly so on a parabola with $f'' > 0$; almost so close to the floor of any smooth valley with
# $f'' > 0$. Fastest at $1/f''$.

# %% [markdown]
# ## Quick check
#
# Click the answer you would give: each one is explained.

# %%
quick(
    "overshooting-means",
    "A walk lands on the other side of the valley at every step. Then …",
    {
        "it diverges": "Between 1/f″ and 2/f″ it overshoots at every step and still comes closer.",
        "its loss rises at every step": "On a parabola the loss falls whenever the distance "
        "shrinks, on either side.",
        "it may settle or not": "The factor 1 − lr·f″ is below zero, and if it is above −1 the "
        "walk settles.",
    },
    right="it may settle or not",
)

# %%
quick(
    "units-of-the-price",
    "House prices are now given in dollars, not in thousands of dollars. Sizes stay as they "
    "are. The limit of the rate …",
    {
        "stays the same": "The curvature depends on the inputs and on how the loss is defined, "
        "not on the prices.",
        "becomes a million times smaller": "Weights and losses change, but the curvature is 2 "
        "times the mean of size².",
        "becomes a thousand times larger": "The prices do not appear in the curvature at all.",
    },
    right="stays the same",
)

# %%
quick(
    "nothing-changes",
    "For fifty steps the weight has not changed at all. The walk …",
    {
        "has found a minimum": "Perhaps. A frozen walk looks just the same.",
        "may have settled, or be frozen": "Compare its loss with the start's, and look whether "
        "the weight makes sense.",
        "needs a larger rate": "Only where its steps are too short for the digits of the weight. "
        "If the slope it uses is exactly zero, no rate moves it.",
    },
    right="may have settled, or be frozen",
)

# %% [markdown]
# ## Where it is used
#
# The rate is mostly the first number to be tuned. With many weights each direction has its own
# curvature, and the largest one sets the limit (lesson 3). Changing rates are lesson 8.
#
# ## Words for your glossary
#
# <details><summary>Nine words of this lesson</summary>
#
# - **learning rate** `lr`: what the slope is multiplied by to give the step.
# - **curvature** $f''$: how fast the slope changes when the weight grows.
# - **overshoot**: a step that lands beyond the floor, so that the next one turns back.
# - **settle**, **converge**: to come as close to one place as you like.
# - **cycle**: the same few places again and again.
# - **chaos**: bounded, never repeating, and the smallest difference grows.
# - **diverge**: to go away without bound, in the end to `inf` or `nan`.
# - **frozen**: at rest only because the computer runs out of digits.
# - **limit of the rate**: $2/f''$. Others say *bound*, or *stability limit*.
#
# </details>
#
# All words and signs of the course, with their other names: [notation](../../docs/notation.md).
#
# Next: [Lesson 3, two dimensions](../03_two_dimensions/03_two_dimensions.ipynb). What if there are
# two weights, and two curvatures?

# %%
finish(
    "Run `explore_rates(parabola, start=4.001, steps=50)` with a rate just above the limit. How "
    "long does it look fine?"
)
