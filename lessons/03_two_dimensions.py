# %% [markdown]
# # Lesson 3: Two weights, and then a million
#
# *About 90 minutes. You need: lessons 1 and 2.*
#
# You will be able to
#
# - read the map of a loss, and say what its lines are;
# - work out a gradient: one slope for each weight;
# - show that no direction is steeper than the gradient;
# - write gradient descent for two weights, in a loop that serves any number of them;
# - say why walks zigzag in a ravine, and which rate is best there;
# - say what carries over from two weights to a million, and what does not.

# %%
import numpy as np

from course import (
    built,
    check,
    data,
    descent,
    figures,
    finish,
    predict,
    quick,
    reveal,
    variants,
)
from course.explorers import explore_bowl, explore_ravine
from course.landscapes import bowl, ravine, squared_error, tilted_bowl

# %% [markdown]
# ## The hill and the map
#
# Most models have more than one weight. A straight line has two: how steep it is, and how high.
# Here are two measurements: at midnight, $x = -1$, it was −4 °C, and at noon, $x = 1$, it was 2
# °C. Our model is temperature = $w_1 \cdot x + w_2$. How wrong is it with $w_1 = 8$ and $w_2 = 6$?

# %%
x = np.array([-1, 1])
temperature = np.array([-4, 2])

prediction = 8 * x + 6
print("predictions:", prediction, "  errors:", prediction - temperature)
print("loss, the mean of their squares:", np.mean((prediction - temperature) ** 2))

# %% [markdown]
# Work this out for all $w_1$ and $w_2$, and you get our first landscape, the **bowl**:
#
# $$f(w_1, w_2) = (w_1 - 3)^2 + (w_2 + 1)^2$$
#
# No square is below zero, so the lowest place is where both are zero: at $(3, -1)$. This line goes
# through both points. A place on the landscape is now a pair of numbers, and the hiker has a whole
# map to walk on:

# %% folded=true
figures.hill_and_map(bowl, (8, 6), title="The bowl, seen twice")

# %% [markdown]
# On the left you see the ground, on the right the map, from straight above. Each line on the map
# joins places of the same loss: a **contour line**. From line to line the height always changes
# by the same amount, so **where lines are close, the ground is steep**. (The maps that you move
# have extra lines where it is low, to show the floor of a valley.) The darker, the higher; the
# star is the lowest place.
#
# ## One slope for each weight
#
# Stand at $(8, 6)$. Hold $w_2$ still and let only $w_1$ change. What is left is a curve of one
# weight, and its slope is $2(w_1 - 3)$. In the same way, with $w_1$ held still, the slope along
# $w_2$ is $2(w_2 + 1)$.
#
# A slope with all other weights held still is a **partial derivative**. All of them together, one
# for each weight, are the **gradient**, $\nabla f$ (read *nabla f*):
#
# $$\nabla f(w) = \big(\,2(w_1 - 3),\; 2(w_2 + 1)\,\big)$$
#
# It can be measured, too: move one weight at a time a little ahead and a little back.

# %%
here = np.array([8.0, 6.0])
h = 1e-4
along_1 = (bowl([8 + h, 6]) - bowl([8 - h, 6])) / (2 * h)
along_2 = (bowl([8, 6 + h]) - bowl([8, 6 - h])) / (2 * h)
print(f"measured: {along_1:.4f} along w1, {along_2:.4f} along w2")
print("formula: ", bowl.gradient(here))

# %% [markdown]
# Two weights, two slopes: the gradient is an arrow **on the map**. It may point northeast, but
# it cannot point upward; how steep the ground is, you see from its *length*.

# %%
predict(
    "steepest",
    "You stand at (8, 6). The slope is 10 along w1 and 14 along w2. Where is it steepest?",
    {
        "along w2, because 14 is more than 10": "It is the steeper of the two. But a step may go "
        "along both at once, and gain from both.",
        "halfway between the two": "It gains from both. But w2 gives more, so it pays to lean "
        "towards it.",
        "between the two, but nearer to w2": "It gains from both, and more from the steeper one.",
    },
)

# %% [markdown]
# ## Every direction, tried
#
# The next cell takes a very short step in each of 3600 directions, and measures the slope.

# %% folded=true
degrees = np.arange(3600) / 10
directions = np.stack([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))], axis=-1)
slopes = (bowl(here + h * directions) - bowl(here - h * directions)) / (2 * h)
steepest = degrees[np.argmax(slopes)]
g1, g2 = bowl.gradient(here)
print(f"steepest of {len(degrees)}: at {steepest:.1f} degrees, slope {np.max(slopes):.3f}")
print(f"the gradient:     at {np.degrees(np.arctan2(g2, g1)):.1f} degrees, ", end="")
print(f"length {np.hypot(g1, g2):.3f}")
figures.slopes_around(
    bowl,
    here,
    {
        "along w1": (1, 0),
        "along w2": (0, 1),
        "gradient": (g1, g2),
        "downhill": (-g1, -g2),
        "level": (-g2, g1),
    },
    title=f"The slope at ({here[0]:g}, {here[1]:g}) in every direction",
)

# %% folded=true
slope_1, slope_2 = bowl.gradient([8.0, 6.0])
up = np.degrees(np.arctan2(slope_2, slope_1))
reveal("steepest", up > 89, up < 46)

# %% [markdown]
# No direction is steeper than the gradient, and its length *is* the slope there. On the right the
# slopes in all directions make one wave. An arrow $u$ of length 1 goes $u_1$ along w1 and $u_2$
# along w2, and gains as much of each slope. At the angle $\theta$ (*theta*) to the gradient $g$
# that is, by the cosine rule,
#
# $$g_1 u_1 + g_2 u_2 = \lVert g \rVert \cos\theta$$
#
# where $\lVert g \rVert$ is the length of $g$.
#
# - Along the gradient the slope is largest.
# - In the opposite direction the ground falls most steeply: that is where a step goes.
# - At right angles to it, the slope is zero. That is the direction of the contour line. So **the
#   gradient crosses the contour line at a right angle**.
#
# Two conditions. The loss must be smooth, and the gradient must not be zero. And this is about
# very *short* steps: what is steepest here need not be the best way in the long run.

# %% [markdown] exercise="grad_2d" part="statement"
# ### Exercise 1: the gradient of the bowl
#
# Write `grad_2d(w)`. It takes an array `w` of two numbers and returns the gradient of
# $(w_1 - 3)^2 + (w_2 + 1)^2$ there: an array of two numbers, the slope along $w_1$ first. (An
# array, not a list: the next exercise multiplies it by a rate.) The numbers in `w` may be whole.
# For example, `grad_2d(np.array([8, 6]))` returns `np.array([10, 14])`.
#
# Use the formula, or measure with losses as above; do not call a ready-made gradient such as
# `bowl.gradient`.
#
# <details><summary>Hint 1: in words</summary>
#
# How many slopes does a place with two weights have? Which weight does each of them look at?
#
# </details>
# <details><summary>Hint 2: smaller steps</summary>
#
# The two weights are `w[0]` and `w[1]`: Python counts from 0. The slope along the first one is
# `2 * (w[0] - 3)`. What is it along the second?
#
# </details>
# <details><summary>Hint 3: repair this</summary>
#
# Your friend ends with `return slope1, slope2`. Python makes a tuple of that, and a tuple cannot
# be multiplied by 0.1. What makes an array of two numbers?
#
# </details>


# %% exercise="grad_2d" part="answer"
def grad_2d(w):
    """Return the gradient of the bowl at w: an array of two numbers in, one of two out."""
    ### BEGIN SOLUTION
    return np.array([2 * (w[0] - 3), 2 * (w[1] + 1)])
    ### END SOLUTION


# %% exercise="grad_2d" part="check"
check("grad_2d")

# %% exercise="grad_2d" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("grad_2d", seed=13007)
### END HIDDEN TESTS

# %% [markdown]
# ## One step, both weights
#
# The step is that of lesson 1: against the slope, as far as rate times slope. But now $w$ and the
# gradient are pairs of numbers, and NumPy moves both weights in one line:
#
# $$w_{\text{new}} = w - \text{lr} \cdot \nabla f(w)$$

# %%
w_new = here - 0.1 * bowl.gradient(here)
print(f"gradient {bowl.gradient(here)}   new place {w_new}")
print(f"loss {bowl(here):.2f} before, {bowl(w_new):.2f} after")

# %% [markdown] exercise="descend_2d" part="statement"
# ### Exercise 2: walk on the map
#
# Write `descend_2d(grad, w0, lr, steps)`: gradient descent with two weights. `grad(w)` takes an
# array of two numbers and returns the gradient there, again of shape `(2,)`. Start at the array
# `w0`, take `steps` steps with learning rate `lr`, and return **all** places on the way, the start
# too: an array of shape `(steps + 1, 2)`, or a list of pairs. Do not change `w0`; it may hold
# whole numbers. Write the loop yourself, without `descent.descend`.
#
# For example, `descend_2d(bowl.gradient, np.array([8, 6]), 0.1, 2)` returns three rows: (8, 6),
# (7, 4.6) and (6.2, 3.48).
#
# <details><summary>Hint 1: in words</summary>
#
# What must be changed in the loop of lesson 1, so that it works with arrays? Try before you change
# anything.
#
# </details>
# <details><summary>Hint 2: smaller steps</summary>
#
# Begin with `path = [w0]`, and add one place for each step. Take `grad` at the last place of the
# path, and take it *once* for both weights.
#
# </details>
# <details><summary>Hint 3: repair this</summary>
#
# Your friend wrote `w -= lr * grad(w)` and then `path.append(w)`. In the end all rows show the
# same place. `w -= …` changes the array itself, and the list holds this one array many times. What
# does `w = w - …` do instead?
#
# </details>
# <details><summary>Hint 4: the reasons, one by one</summary>
#
# NumPy subtracts entry by entry, so the step for two weights looks like the step for one. Minus
# makes a new array, so each row of the list is an array of its own, and `w0` stays as it was. At
# the end, `np.array` makes one table of the list, or you return the list itself.
#
# </details>


# %% exercise="descend_2d" part="answer"
def descend_2d(grad, w0, lr, steps):
    """Return the places of a walk downhill from w0, shape (2,): shape (steps + 1, 2)."""
    ### BEGIN SOLUTION
    path = [w0]
    for _ in range(steps):
        w = path[-1]
        path.append(w - lr * grad(w))
    return np.array(path)
    ### END SOLUTION


# %% exercise="descend_2d" part="check"
check("descend_2d")

# %% exercise="descend_2d" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("descend_2d", seed=23029)
### END HIDDEN TESTS

# %%
predict(
    "who-is-first",
    "Take thirty steps at rate 0.1 from (8, 6). w1 has a distance of 5 to go, w2 one of 7. Which "
    "has the smaller part of its distance left?",
    {
        "w1: its distance is shorter": "It ends nearer. But its slope was smaller in just the "
        "same proportion.",
        "w2: its slope is larger": "It takes the longer steps. But it also has farther to go, in "
        "just the same proportion.",
        "neither: both have the same part left": "Both curvatures are 2, so each step leaves 0.8 "
        "of both.",
    },
)

# %%
places = built("descend_2d")(bowl.gradient, here, 0.1, 30)
for step in [0, 1, 2, 3, 30]:
    w1, w2 = places[step]
    left_1, left_2 = (w1 - 3) / (here[0] - 3), (w2 + 1) / (here[1] + 1)
    print(f"step {step:2}   ({w1:.4f}, {w2:7.4f})   part left: {left_1:.4f} and {left_2:.4f}")

# %% folded=true
w1_end, w2_end = descent.descend(bowl, [8.0, 6.0], 0.1, 30).final
parts = (w1_end - 3) / 5, (w2_end + 1) / 7
same = bool(np.isclose(*parts))
reveal("who-is-first", not same and parts[0] < parts[1], not same and parts[0] > parts[1])

# %% [markdown]
# Each step leaves 0.8 of both distances. So the walk is a **straight line** to the lowest place.
# Enjoy it: only a round bowl gives a straight line from every start. Try it:
#
# - Click other starts. Is the line always straight?
# - Move **condition number** to 5: the bowl becomes narrow, steep along w2 and flat along w1. What
#   happens to the line?
# - At condition number 25, which rate is the largest that still comes down?
#
# (The third picture has the length of the gradient, its **norm**: `np.linalg.norm(gradient)`.)

# %%
explore_bowl(bowl, start=(8.0, 6.0), lr=0.1, steps=30)

# %% [markdown]
# ## Both at once
#
# The next landscape is a bowl that is longer one way and **tilted**:
#
# $$f(w_1, w_2) = w_1^2 + w_1 w_2 + w_2^2 \qquad \nabla f = (2w_1 + w_2,\; w_1 + 2w_2)$$
#
# The term $w_1 w_2$ belongs to both slopes: with $w_2$ held still, it grows by $w_2$ for each 1
# that $w_1$ grows. The weights are **coupled**: each slope needs both. Now some programs move
# $w_1$ first, and then work out the slope along $w_2$ at the place with the *new* $w_1$.

# %%
predict(
    "order",
    "On which landscape does such a program come to another place than gradient descent?",
    {
        "on the bowl and on the tilted bowl": "On the bowl, the slope along w2 does not depend "
        "on w1. So it does not matter whether w1 is new already.",
        "on the tilted bowl only": "There the second slope uses the new w1.",
        "on neither of them": "On the tilted bowl the slope along w2 is w1 + 2·w2: it depends "
        "on w1.",
    },
)


# %%
def one_after_the_other(landscape, start, lr, steps):
    w = np.array(start, dtype=float)
    for _ in range(steps):
        w[0] = w[0] - lr * landscape.gradient(w)[0]
        w[1] = w[1] - lr * landscape.gradient(w)[1]  # w[0] is new here already
    return w


# %% [markdown]
# The next cell takes ten steps in both ways, on both landscapes.

# %% folded=true
differs = []
for landscape, start in [(bowl, [8.0, 6.0]), (tilted_bowl, [4.0, -1.0])]:
    together = descent.descend(landscape, start, lr=0.1, steps=10).final
    in_turn = one_after_the_other(landscape, start, lr=0.1, steps=10)
    differs.append(not np.allclose(together, in_turn))
    for name, w in [("both at once", together), ("one after the other", in_turn)]:
        print(f"{landscape.name:11}   {name:19}   w1 = {w[0]:7.4f}   w2 = {w[1]:7.4f}")

# %% folded=true
on_bowl, on_tilted = differs
reveal("order", on_bowl and on_tilted, on_tilted and not on_bowl)

# %% [markdown]
# **Gradient descent takes all slopes at the old place, and then moves all weights at once**: a
# *simultaneous update*. In NumPy, `w - lr * grad(w)` does just that. The other way is another
# method, *coordinate descent*. It can go downhill, too, but it is not gradient descent.
#
# ## Ravines
#
# Most landscapes are not round. Here is a **ravine**, steep across and gentle along:
#
# $$f(w_1, w_2) = \tfrac12\,(w_1^2 + 25\, w_2^2) \qquad \nabla f = (w_1,\; 25\, w_2)$$
#
# Along $w_1$ the slope changes by 1 for each 1 that you walk, along $w_2$ by 25: these are its two
# curvatures. The largest curvature over the smallest is the **condition number** $\kappa$
# (*kappa*). Here it is 25; on the round bowl it is 1. On the map such a ravine is $\sqrt{25} = 5$
# times as long as it is wide.

# %%
predict(
    "pointing",
    "You stand in this ravine at (10, 1). The lowest place, (0, 0), is almost straight to the "
    "left. Where does the negative gradient point?",
    {
        "more across the ravine than along it": "The slope is 10 along and 25 across.",
        "nearly there, less than 10 degrees off": "w1 has by far the longer distance to go. But "
        "the slope along it is only 10, and the one across is 25.",
        "to the lowest place": "It is the steepest way down right here. But it knows nothing of "
        "the lowest place.",
    },
)

# %% [markdown] exercise="angle_off" part="statement"
# ### Exercise 3: how far off?
#
# Write `angle_off(step, way)`: the angle between two arrows, in degrees. Both are arrays of two
# numbers, neither of them (0, 0), and may hold whole numbers. Use the formula above: for two
# arrows,
#
# $$u_1 v_1 + u_2 v_2 = \lVert u \rVert\, \lVert v \rVert \cos\theta$$
#
# `np.arccos` gives the angle of a cosine, in radians, and `np.degrees` makes degrees of them. (For
# parallel arrows rounding may make the cosine a hair more than 1: `np.clip(cosine, -1, 1)`.) Do
# not call `descent.angle_to_minimum`.
#
# For example, `angle_off(np.array([1, 0]), np.array([0, 2]))` returns 90.0.
#
# <details><summary>Hint 1: in words</summary>
#
# What does the left side of the formula add up? What must it be divided by, so that only the
# cosine is left?
#
# </details>
# <details><summary>Hint 2: smaller steps</summary>
#
# Between two rows, `@` multiplies entry by entry and adds up. And the length of an arrow is the
# root of what?
#
# </details>
# <details><summary>Hint 3: repair this</summary>
#
# Your friend's function gives half of π for two arrows at a right angle. What is that in degrees?
#
# </details>


# %% exercise="angle_off" part="answer"
def angle_off(step, way):
    """Return the angle between two arrows, shape (2,) each, in degrees."""
    ### BEGIN SOLUTION
    cosine = step @ way / np.sqrt((step @ step) * (way @ way))
    return np.degrees(np.arccos(np.clip(cosine, -1, 1)))
    ### END SOLUTION


# %% exercise="angle_off" part="check"
check("angle_off")

# %% exercise="angle_off" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("angle_off", seed=53611)
### END HIDDEN TESTS

# %%
steep = ravine(25)
place = np.array([10.0, 1.0])
downhill = -steep.gradient(place)
to_the_lowest = steep.minima[0] - place
off = built("angle_off")(downhill, to_the_lowest)
print(f"the gradient is off by {off:.1f} degrees")

# %% folded=true
along, across = np.abs(ravine(25).gradient([10.0, 1.0]))
course_off = descent.angle_to_minimum(ravine(25), [10.0, 1.0])
reveal("pointing", across > along, 0.5 <= course_off < 10, course_off < 0.5)

# %% folded=true
figures.ways_down(
    [(bowl, (8.0, 6.0)), (tilted_bowl, (4.0, 1.0)), (steep, (10.0, 1.0))],
    title="Arrow: against the gradient. Dashed: to the lowest place",
)

# %% [markdown]
# The negative gradient is the steepest way down **right here**. It is not the way to the lowest
# place: only on a round bowl are the two the same everywhere.
#
# How bad can it get? The next cell looks at two data sets of our articles, which lesson 4 begins
# with. The model is a line, the loss its mean squared error, and we stand where both weights are
# 0.

# %% folded=true
points, houses = data.five_points(), data.five_houses()
line_losses = {
    "five points": squared_error(points.x, points.y),
    "five houses, size in square feet": squared_error(houses.x, houses.y),
    "the same, in 1000 square feet": squared_error(houses.x / 1000, houses.y),
}
condition = {}
for name, line_loss in line_losses.items():
    angle = descent.angle_to_minimum(line_loss, [0.0, 0.0])
    lowest, highest = np.linalg.eigvalsh(line_loss.curvature(np.zeros(2)))
    condition[name] = highest / lowest
    print(f"{name:33} off by {angle:4.1f} degrees, condition number {condition[name]:10,.0f}")

# %% [markdown]
# With the five houses, the steepest way down is off by 89.9 degrees. An article calls it *your
# fastest route to a lower point*. For the next inch, yes. And look at the last line: the same
# houses at the same prices, and only the unit of the size has changed. **What is steepest depends
# on the units of the weights.** That is why features are scaled before training (lesson 5).
#
# <details><summary>For the curious: tilted ravines</summary>
#
# A landscape may be tilted, so that its axes are not those of the map. Then its curvatures are the
# *eigenvalues* of the table of all second derivatives, the **Hessian**.
#
# </details>
#
# ## One rate for two curvatures
#
# As in lesson 2, a step multiplies the distance to the lowest place by 1 − lr · curvature. In our
# ravine that is $1 - \text{lr} \cdot 1$ along, and $1 - \text{lr} \cdot 25$ across. But there is
# only one rate for both, and the lower limit counts, that of the larger curvature: $2/25 = 0.08$.

# %%
predict(
    "which-rate",
    "Three walks of 40 steps in the ravine, from (10, 1). The rates are 0.02, 0.04 and 0.0769. "
    "Which ends lowest?",
    {
        "0.02, the careful one": "It is smooth in both directions. But along the ravine each step "
        "takes off only a fiftieth.",
        "0.04 = 1/25, which takes w2 to 0 in one step": "It is the best rate across. But along "
        "the ravine, where most of the distance is, it is slow.",
        "0.0769, close to the limit 0.08": "It overshoots across at every step, and makes good "
        "progress along the ravine.",
    },
)

# %% folded=true
ravine_walks = {
    f"rate {lr:.4f}": descent.descend(steep, [10.0, 1.0], lr=lr, steps=40)
    for lr in [0.02, 0.04, 2 / 26]
}
for name, path in ravine_walks.items():
    along, across = abs(1 - path.lr), abs(1 - 25 * path.lr)
    print(f"{name}: loss {path.losses[-1]:.4f}", end="")
    print(f"   one step leaves {along:.3f} along, {across:.3f} across")
figures.contour_walks(
    ravine_walks,
    title="Three walks in a ravine",
    view=((-1, 11), (-2.2, 2.2)),
    equal=True,
    even=True,
)

# %% folded=true
ends = np.array([path.losses[-1] for path in ravine_walks.values()])
reveal("which-rate", *(ends == ends.min()))

# %% [markdown]
# The walk that wins is the one that looks worst: it **zigzags**. Each step flies over the floor,
# to 0.923 of the distance on the other side. But the same large rate makes good progress along
# the ravine, where the other two crawl. The next picture shows it for all rates. The thick line
# is the larger of the two: it belongs to the slower direction.

# %% folded=true
figures.rate_factors([1, 25], title="What one step leaves, for every rate")

# %% [markdown]
# Now walk in the ravine yourself. Which rate ends lowest? What happens just above 0.08?

# %%
explore_bowl(
    ravine(25),
    start=(10.0, 1.0),
    lr=0.02,
    steps=40,
    conditions=(1,),
    rates=[0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.0769, 0.08, 0.082, 0.09],
)

# %% [markdown]
# Call the smallest curvature $\lambda_{\min}$, the largest $\lambda_{\max}$ (*lambda*), and the
# condition number $\kappa = \lambda_{\max}/\lambda_{\min}$.
#
# - **The limit** is $2/\lambda_{\max}$. Above it the walk is thrown out across the ravine, unless
#   it starts exactly on the floor. So the *largest curvature* decides which rates can be used.
# - **The best rate** is $2/(\lambda_{\min} + \lambda_{\max})$. Both directions then keep the same
#   part of their distance.
# - **That part** is $(\kappa - 1)/(\kappa + 1)$: near 0 for a round bowl, near 1 for a ravine.
#
# Conditions: the curvatures are above zero and the same everywhere, and the rate stays fixed. A
# lucky start may do better with another rate; *best* looks at the unluckiest one.

# %% folded=true
print("condition      rate   of the limit   one step leaves   steps to 1/1000 of the distance")
for kappa in [1.5, 10, 100, 1000]:
    rate, part = 2 / (1 + kappa), (kappa - 1) / (kappa + 1)
    path = descent.descend(ravine(kappa), [1.0, 1.0], lr=rate, steps=4000)
    distance = np.linalg.norm(path.weights, axis=1)
    steps = int(np.argmax(distance < distance[0] / 1000))
    share = rate / (2 / kappa)
    print(f"{kappa:9}   {rate:.5f}   {share:12.3f}   {part:15.5f}   {steps:31,}")

kappa_houses = condition["five houses, size in square feet"]
steps_houses = np.log(1000) / -np.log1p(-2 / (kappa_houses + 1))
print(f"five houses, in square feet: about {steps_houses / 1e6:.0f} million steps")

# %% [markdown]
# Ten times the condition number costs about ten times the steps. And how close to its limit should
# the rate be?

# %%
quick(
    "part-of-the-limit",
    "At condition number 10, which part of the limit needs the fewest steps?",
    {
        "0.5": "It takes the walk to the floor at once, and then it is slow along the ravine.",
        "0.909": "There both lines cross: one step leaves the same part along and across.",
        "0.98": "It is the fastest along, but across, each step leaves nearly all.",
    },
    right="0.909",
)

# %%
explore_ravine()

# %% [markdown]
# There are two cures: make the landscape rounder (scaling, lesson 5), or give the walk a memory
# (momentum, lesson 7): then it is $\sqrt\kappa$ that counts.

# %% [markdown] exercise="ravine_rates" part="statement"
# ### Exercise 4: rates for another ravine
#
# The loss is now $f(w_1, w_2) = a\,w_1^2 + b\,w_2^2$. The cell below prints $a$ and $b$. Set three
# numbers. Let Python work them out, or give at least four digits, not counting zeros in front:
#
# - `rate_limit`: below which rate does every walk come as close as you like to the lowest place?
# - `best_rate`: which fixed rate is best for the unluckiest start?
# - `part_left`: which part of the distance does one step then leave, in both directions?
#
# <details><summary>Hint 1: in words</summary>
#
# First find both curvatures. Curvature is how fast the *slope* changes. What are the two slopes?
#
# </details>
# <details><summary>Hint 2: repair this</summary>
#
# Your friend says that the curvatures are $a$ and $b$. But the slope of $w^2$ is $2w$, which
# changes by 2 for each 1 you walk.
#
# </details>
# <details><summary>Hint 3: the reasons, one by one</summary>
#
# The slope of $a\,w_1^2$ is $2a\,w_1$, so one curvature is $2a$; find the other one in the same
# way. The larger one alone sets the limit. The best rate has the sum of both under the line, and
# the part that is left follows from the condition number.
#
# </details>

# %%
other = variants.given("ravine_rates")
a, b = other.a, other.b
print(f"f(w1, w2) = {a:g}·w1² + {b:g}·w2²")

# %% exercise="ravine_rates" part="answer"
### BEGIN SOLUTION
smallest, largest = 2 * a, 2 * b
rate_limit = 2 / largest
best_rate = 2 / (smallest + largest)
part_left = (largest - smallest) / (largest + smallest)
### END SOLUTION

# %% exercise="ravine_rates" part="check"
check("ravine_rates")

# %% exercise="ravine_rates" part="hidden"
# More checks run here when your work is graded.
### BEGIN HIDDEN TESTS
check("ravine_rates", seed=43003)
### END HIDDEN TESTS

# %% [markdown]
# ## What goes wrong
#
# **A falling loss proves nothing yet.** In the ravine with the limit 0.08, rate 0.082 is too
# large. But look at the first steps: the loss falls, because the distance along the ravine gets
# shorter. Across it, each step leaves 1.05 of the distance, and sooner or later that wins.

# %%
too_bold = descent.descend(ravine(25), [10.0, 1.0], lr=0.082, steps=100)
for step in [0, 3, 7, 20, 40, 100]:
    print(f"step {step:3}   loss = {too_bold.losses[step]:12.2f}")
print(f"one step leaves {abs(1 - 0.082 * 25):.2f} of the distance across: {too_bold.outcome}")

# %% [markdown]
# ## From two weights to a million
#
# Nothing in the line `w = w - lr * gradient` says how many weights there are. Here is a bowl with
# a million of them, and the same thirty steps at rate 0.1.

# %%
goal = np.random.default_rng(3).normal(size=1_000_000)

w = np.zeros(1_000_000)
for _ in range(30):
    w = w - 0.1 * 2 * (w - goal)
print(f"part of the loss left: {np.sum((w - goal) ** 2) / np.sum(goal**2):.4e}")
print(f"the same with two:     {descent.descend(bowl, here, 0.1, 30).losses[-1] / bowl(here):.4e}")

# %% [markdown]
# Exactly as fast, because this bowl is round, too. But is the gradient still worth having? With
# two weights you could also try some directions at random.

# %%
predict(
    "random",
    "A landscape with 1000 weights. You try 1000 random directions and keep the steepest. How "
    "steep is it, compared with the gradient?",
    {
        "less than a fifth as steep": "Nearly every direction is nearly level.",
        "about half as steep": "A thousand tries sound like a lot. But nearly all directions are "
        "nearly at a right angle to the gradient.",
        "nearly as steep, 90 % or more": "That is so with two weights. With a thousand there is "
        "far more room to miss.",
    },
)

# %% folded=true
rng = np.random.default_rng(0)
for many in [2, 10, 100, 1000]:
    gradient = rng.normal(size=many)
    tries = rng.normal(size=(1000, many))
    tries /= np.linalg.norm(tries, axis=1, keepdims=True)
    best = np.max(tries @ gradient / np.linalg.norm(gradient))
    print(f"{many:5} weights:   the steepest of 1000 has {best:.0%} of the full slope")

# %% folded=true
reveal("random", best < 0.2, 0.2 <= best <= 0.9, best > 0.9)

# %% [markdown]
# With many weights nearly every direction is nearly level, and luck finds nothing. The more
# weights, the more a gradient is worth. The gradient, the step, the loop and the limit carry over.
# What does not:
#
# - **The picture.** A million weights cannot be drawn. Any picture you see is a thin slice.
# - **Measuring.** Two losses for each weight make two million for one step. Networks get the whole
#   gradient at about the price of a few losses, by *back-propagation* (lesson 10).
# - **The bowl.** A network's loss has ravines, level stretches and saddles (lesson 9).
# - **The exact loss.** It is a mean over all the data. One step often sees a small part of it: a
#   *mini-batch* (lesson 6).
#
# ## Spot it before you run it

# %%
quick(
    "row-one",
    "An article walks on the bowl and prints, after the first step, the place (7, 4.6) and the "
    "loss 48.4. Do they fit together?",
    {
        "no: at (7, 4.6) the loss is 47.36": "16 + 31.36. You need no program to doubt a table.",
        "yes": "Work it out: 4 squared is 16, and 5.6 squared is 31.36.",
        "one cannot tell without the learning rate": "The loss depends on the place alone.",
    },
    right="no: at (7, 4.6) the loss is 47.36",
)

# %% [markdown]
# ## In one formula
#
# $$w \leftarrow w - \text{lr} \cdot \nabla f(w) \qquad\text{with}\qquad
# 0 < \text{lr} < \frac{2}{\lambda_{\max}}$$
#
# One slope for each weight, all taken at the old place, all weights moved at once. (The limit is
# for landscapes whose curvatures are above zero and the same everywhere.)

# %% [markdown]
# ## Quick check
#
# Click the answer you would give: each one is explained.

# %%
quick(
    "how-many-slopes",
    "A loss has five weights. Its gradient at one place is …",
    {
        "one number, the slope": "There is one slope for each weight.",
        "five numbers": "One slope for each weight, with the others held still.",
        "six numbers, since the height counts too": "The gradient lies on the map. How steep the "
        "ground is, you see from its length.",
    },
    right="five numbers",
)

# %%
quick(
    "where-it-points",
    "The negative gradient points to the lowest place …",
    {
        "always: it is the steepest way down": "Steepest right here. In the ravine it was off "
        "by more than 60 degrees.",
        "never": "On a round bowl it does, everywhere.",
        "everywhere on a round bowl, but not in general": "In a ravine it does so only on the "
        "axes.",
    },
    right="everywhere on a round bowl, but not in general",
)

# %%
quick(
    "limit-in-a-ravine",
    "Along the ravine the curvature is 1, across it is 100. The rate must stay below …",
    {
        "2, for most of the distance is along": "With that rate the walk is thrown out across "
        "the ravine.",
        "1, halfway between the two": "It is the largest curvature alone that sets the limit.",
        "0.02": "2 over the largest curvature.",
    },
    right="0.02",
)

# %%
quick(
    "one-weight-first",
    "`w[0] = w[0] - lr * grad(w)[0]`, and then the same line for `w[1]`. This is …",
    {
        "not gradient descent: the second slope is taken at another place": "It changes one "
        "weight after the other.",
        "the same as one line for the whole of `w`": "Only where no slope depends on the other "
        "weight. Here the second line sees the new `w[0]`.",
        "an error: it can never come to the lowest place": "With a small rate it does so on "
        "both bowls. But it is another method.",
    },
    right="not gradient descent: the second slope is taken at another place",
)

# %% [markdown]
# ## Where it is used
#
# A line has two weights, an image recogniser millions, and the loop is the same. Ravines come up
# whenever inputs have very different sizes, such as rooms and square feet.
#
# ## Words for your glossary
#
# <details><summary>Eight words of this lesson</summary>
#
# - **gradient** $\nabla f(w)$: one slope for each weight; an arrow on the map that points where
#   the loss rises most steeply. Its length is the slope in that direction.
# - **partial derivative**: the slope along one weight, with all others held still.
# - **contour line**: places of the same loss. The gradient crosses it at a right angle.
# - **simultaneous update**: all slopes at the old place, then all weights moved at once.
# - **curvature**: how fast a slope changes as you walk. All of them: the **Hessian**, a table of
#   second derivatives, and its eigenvalues $\lambda$.
# - **ravine**: steep in one direction, gentle in another.
# - **condition number** $\kappa$: the largest curvature over the smallest; 1 on a round bowl.
# - **zigzag**: to fly over the floor of a ravine at every step.
#
# </details>
#
# All words and signs of the course, with their other names: [notation](../../docs/notation.md).
#
# Next: [Lesson 4, linear regression](../04_linear_regression/04_linear_regression.ipynb). Which
# line fits best?

# %%
finish("In the ravine, start on its floor at (10, 0). Which rates work now?")
