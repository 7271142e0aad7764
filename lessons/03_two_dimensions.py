# %% [markdown]
# # Lesson 3: Two weights, and then a million
#
# *About 90 minutes. You need: a step against the slope, as in lesson 1.*
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

from course import check, data, descent, figures, predict, quick, reveal
from course.explorers import explore_bowl
from course.landscapes import bowl, ravine, squared_error, tilted_bowl

# %% [markdown]
# ## The hill and the map
#
# A **weight** is a number that a model may change. The **loss** says how wrong the model is with
# it. With one weight, the hiker of lesson 1 could only go left or right. With two weights there is
# a whole map to walk on: a place is a pair of numbers, $(w_1, w_2)$, and the loss is the height of
# the ground there.
#
# Our first landscape is called the **bowl**:
#
# $$f(w_1, w_2) = (w_1 - 3)^2 + (w_2 + 1)^2$$
#
# No square is below zero. So the lowest place is where both are zero: at $(3, -1)$.

# %%
for place in [(8, 6), (8, -1), (3, -1)]:
    print(f"loss at {place}: {bowl(place):.0f}")

# %%
figures.hill_and_map(bowl, (8, 6), title="The bowl, seen twice")

# %% [markdown]
# On the left you see the ground itself. On the right you see the map, from straight above. Each
# line on the map joins places of the same loss, as the height lines on a hiking map do. It is
# called a **contour line**. The darker, the higher; the star is the lowest place.
#
# (On our maps the lines are not drawn at equal steps of height. So do not read from their distance
# how steep it is.)

# %% [markdown]
# ## One slope for each weight
#
# Stand at $(8, 6)$. Hold $w_2$ still and let only $w_1$ change. Then $(w_2 + 1)^2$ is a number
# that does not change, and what is left is a curve of one weight. Its slope is $2(w_1 - 3)$. In
# the same way, with $w_1$ held still, the slope along $w_2$ is $2(w_2 + 1)$.
#
# A slope with all other weights held still is a **partial derivative**. All of them together, one
# for each weight, are the **gradient**:
#
# $$\nabla f(w) = \big(\,2(w_1 - 3),\; 2(w_2 + 1)\,\big)$$
#
# It can be measured, too: move one weight at a time a little ahead and a little back.

# %%
here = np.array([8.0, 6.0])
h = 1e-4
for i, name in enumerate(["w1", "w2"]):
    shift = np.zeros(2)
    shift[i] = h
    measured = (bowl(here + shift) - bowl(here - shift)) / (2 * h)
    print(f"slope along {name}:   measured {measured:.4f}   formula {bowl.gradient(here)[i]:.4f}")

# %% [markdown]
# Two weights, two slopes: the gradient is an arrow **in the map**. It has no third number. One of
# our articles lets it point *northeast and upward*. Northeast it may point; upward it cannot. How
# steep the ground is stands in the arrow's *length*.

# %%
predict(
    "steepest",
    "You stand at (8, 6). The slope is 10 along w1 and 14 along w2. Where is it steepest?",
    {
        "along w2, because 14 is more than 10": "",
        "halfway between the two": "",
        "between the two, but nearer to w2": "",
    },
)

# %% [markdown]
# ## Every direction, tried
#
# We need no theory to answer this. Take a very short step in each of 3600 directions, and measure
# the slope.

# %%
degrees = np.arange(3600) / 10
directions = np.stack([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))], axis=-1)
slopes = (bowl(here + h * directions) - bowl(here - h * directions)) / (2 * h)
steepest = degrees[np.argmax(slopes)]
print(f"steepest of {len(degrees)}: at {steepest:.1f} degrees, slope {np.max(slopes):.3f}")

g = bowl.gradient(here)
print(f"the gradient:     at {np.degrees(np.arctan2(g[1], g[0])):.1f} degrees, ", end="")
print(f"length {np.linalg.norm(g):.3f}")

if steepest > 89:
    reveal("steepest", "along w2, because 14 is more than 10")
elif steepest < 46:
    reveal("steepest", "halfway between the two")
else:
    reveal("steepest", "between the two, but nearer to w2")

# %%
arrows = {"along w1": (1, 0), "along w2": (0, 1), "gradient": g, "downhill": -g}
arrows["level"] = (-g[1], g[0])
figures.slopes_around(bowl, here, arrows, title="The slope at (8, 6) in every direction")

# %% [markdown]
# No direction is steeper than the gradient, and its length *is* the slope there. On the right you
# see why: the slopes in all directions make one wave. For an arrow $u$ of length 1, at the angle
# $\theta$ to the gradient $g$, the slope is
#
# $$g_1 u_1 + g_2 u_2 = \lVert g \rVert \cos\theta$$
#
# - along the gradient it is largest;
# - straight against it, it goes down most steeply: that is where a step goes;
# - at right angles to it, the slope is zero: there runs the contour line. So **the gradient stands
#   at right angles on the contour line**.
#
# Two conditions. It holds wherever the loss is smooth, so that it looks like a plane from close
# by. And it is about very *short* steps: what is steepest here need not be the best way in the
# long run. You will see how much this matters.

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
# <details><summary>Hint 1</summary>
#
# The two weights are `w[0]` and `w[1]`: Python counts from 0. An array of two numbers is made with
# `np.array([…, …])`.
#
# </details>
# <details><summary>Hint 2</summary>
#
# The slope along the first weight is `2 * (w[0] - 3)`. What is it along the second?
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
# The step is that of lesson 1, against the slope and as far as rate times slope. Only that $w$ and
# the gradient are pairs of numbers now:
#
# $$w_{\text{new}} = w - \text{lr} \cdot \nabla f(w)$$
#
# NumPy does both weights in one line.

# %%
w, lr = np.array([8.0, 6.0]), 0.1
w_new = w - lr * bowl.gradient(w)
print(f"gradient at {w}: {bowl.gradient(w)}")
print(f"new place: {w_new}")
print(f"loss: {bowl(w):.2f} before, {bowl(w_new):.2f} after")

# %%
predict(
    "who-is-first",
    "Take thirty such steps. w1 has a way of 5 to go, w2 a way of 7. Which has the smaller part "
    "of its way left then?",
    {
        "w1: its way is shorter": "",
        "w2: its slope is larger": "",
        "neither: both have the same part of their way left": "",
    },
)

# %%
walk = descent.descend(bowl, start=[8.0, 6.0], lr=0.1, steps=30)
left = (walk.weights - [3, -1]) / [5, 7]
for step in [0, 1, 2, 3, 30]:
    (w1, w2), (part1, part2) = walk.weights[step], left[step]
    print(f"step {step:2}   w1 = {w1:.4f}   w2 = {w2:7.4f}   way left: {part1:.4f}, {part2:.4f}")

if np.isclose(*left[-1]):
    reveal("who-is-first", "neither: both have the same part of their way left")
elif left[-1][0] < left[-1][1]:
    reveal("who-is-first", "w1: its way is shorter")
else:
    reveal("who-is-first", "w2: its slope is larger")

# %%
explore_bowl(bowl, start=(8.0, 6.0), lr=0.1, steps=30)

# %% [markdown]
# (`descent.descend` is the loop of lesson 1; it also remembers the way. You will write it for two
# weights in a moment.)
#
# Each step leaves 0.8 of both ways. So the walk is a **straight line** to the lowest place, and
# both weights come close at the same pace. Neither is there yet. Enjoy it: only a round bowl gives
# a straight line from every start.
#
# Try it in the picture:
#
# - Click other starts. Is the line always straight?
# - Move **condition number** to 5: the bowl becomes narrow, steep along w2 and flat along w1. What
#   happens to the line? What must you do to the rate?
# - At condition number 25, find a rate that zigzags and still comes down.

# %% [markdown] exercise="descend_2d" part="statement"
# ### Exercise 2: walk on the map
#
# Write `descend_2d(grad, w0, lr, steps)`: gradient descent with two weights. `grad` is a function
# that takes an array of two numbers and returns the gradient there, an array of two numbers again
# (its *shape* is `(2,)`). Start at the array `w0`, take `steps` steps with learning rate `lr`, and
# return **all** places on the way, the start too: an array of `steps + 1` rows of two numbers (its
# shape is `(steps + 1, 2)`), or a list of pairs. Do not change `w0`; it may hold whole numbers.
# Write the loop yourself, without `descent.descend`.
#
# For example, `descend_2d(bowl.gradient, np.array([8, 6]), 0.1, 2)` returns three rows: (8, 6),
# (7, 4.6) and (6.2, 3.48).
#
# <details><summary>Hint 1</summary>
#
# It is the loop of lesson 1. Begin with `path = [w0]`, and add one place for each step.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Take `grad` at the last place of the path, and take it *once* for both weights. Write
# `w = w - …`, which makes a new array; `w -= …` would change the old one, in every row that holds
# it.
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

# %% [markdown]
# ## Both at once
#
# The next landscape is a bowl that is longer one way and **tilted**:
#
# $$f(w_1, w_2) = w_1^2 + w_1 w_2 + w_2^2 \qquad \nabla f = (2w_1 + w_2,\; w_1 + 2w_2)$$
#
# The new term is $w_1 w_2$. With $w_2$ held still, it grows by $w_2$ for each 1 that $w_1$ grows:
# so $w_2$ belongs to the slope along $w_1$, and the other way round. The weights are **coupled**:
# each slope needs both.
#
# Now a question of order. Some programs move $w_1$ first, and then work out the slope along $w_2$
# at the place with the *new* $w_1$.

# %%
predict(
    "order",
    "On which landscape does such a program come to another place than gradient descent?",
    {
        "on the bowl and on the tilted bowl": "",
        "on the tilted bowl only": "",
        "on neither of them": "",
    },
)


# %%
def one_after_the_other(landscape, start, lr, steps):
    w = np.array(start)
    for _ in range(steps):
        w[0] = w[0] - lr * landscape.gradient(w)[0]
        w[1] = w[1] - lr * landscape.gradient(w)[1]  # w[0] is new here already
    return w


differs = {}
for landscape, start in [(bowl, [8.0, 6.0]), (tilted_bowl, [4.0, -1.0])]:
    together = descent.descend(landscape, start, lr=0.1, steps=10).final
    in_turn = one_after_the_other(landscape, start, lr=0.1, steps=10)
    differs[landscape.name] = not np.allclose(together, in_turn)
    for name, w in [("both at once", together), ("one after the other", in_turn)]:
        print(f"{landscape.name:11}   {name:19}   w1 = {w[0]:7.4f}   w2 = {w[1]:7.4f}")

answers = {
    (True, True): "on the bowl and on the tilted bowl",
    (False, True): "on the tilted bowl only",
    (False, False): "on neither of them",
}
reveal("order", answers[differs["bowl"], differs["tilted bowl"]])

# %% [markdown]
# On the bowl it makes no difference: the bowl is a sum of two terms with one weight each, so
# neither slope looks at the other weight. On the tilted bowl it does. **Gradient descent takes all
# slopes at the old place, and then moves all weights at once**: a *simultaneous update*. In NumPy,
# one line for the whole array, `w - lr * grad(w)`, does just that.
#
# Is the other way wrong? It is another method, *coordinate descent*. It goes downhill, too, if the
# rate is small enough; here it even came a little nearer to (0, 0). But its steps are not along
# the gradient, they depend on which weight comes first, and each single weight asks for a new
# slope before the next one moves. If you mean gradient descent, do not slip into it.

# %% [markdown] exercise="simultaneous_step" part="statement"
# ### Exercise 3: one step, at once
#
# Write `simultaneous_step(w1, w2, lr)`, this time with two plain numbers, which may be whole. Take
# **one** step of gradient descent on the tilted bowl $w_1^2 + w_1 w_2 + w_2^2$, and return the two
# new weights. Work out the slopes yourself, without `tilted_bowl.gradient`. For example,
# `simultaneous_step(4, -2, 0.5)` returns 1 and −2.
#
# <details><summary>Hint</summary>
#
# Work out both slopes first, and give each a name of its own. Only then change the weights.
#
# </details>


# %% exercise="simultaneous_step" part="answer"
def simultaneous_step(w1, w2, lr):
    """Return (new w1, new w2) after one step of gradient descent on the tilted bowl."""
    ### BEGIN SOLUTION
    slope1 = 2 * w1 + w2
    slope2 = w1 + 2 * w2
    return w1 - lr * slope1, w2 - lr * slope2
    ### END SOLUTION


# %% exercise="simultaneous_step" part="check"
check("simultaneous_step")

# %% exercise="simultaneous_step" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("simultaneous_step", seed=33161)
### END HIDDEN TESTS

# %% [markdown]
# ## Ravines
#
# Most landscapes are not round. Here is a **ravine**, steep across and gentle along:
#
# $$f(w_1, w_2) = \tfrac12\,(w_1^2 + 25\, w_2^2) \qquad \nabla f = (w_1,\; 25\, w_2)$$
#
# How fast a slope changes as you walk is called **curvature**. Along $w_1$ the slope changes by 1
# for each 1 that you walk, along $w_2$ it changes by 25. The largest curvature over the smallest
# is the **condition number**. Here it is 25; on the round bowl it is 1.

# %%
predict(
    "pointing",
    "You stand in this ravine at (10, 1). The lowest place, (0, 0), is almost straight to the "
    "left. Where does the negative gradient point?",
    {
        "to the lowest place": "",
        "nearly there, less than 10 degrees off": "",
        "more across the ravine than along it": "",
    },
)

# %%
steep = ravine(25)
places = [(bowl, (8.0, 6.0)), (tilted_bowl, (4.0, 1.0)), (steep, (10.0, 1.0))]
for landscape, place in places:
    angle = descent.angle_to_minimum(landscape, place)
    print(f"{landscape.name:29}   off by {angle:4.1f} degrees at {place}")

g1, g2 = steep.gradient((10.0, 1.0))
if angle < 0.5:
    reveal("pointing", "to the lowest place")
elif abs(g2) > abs(g1):
    reveal("pointing", "more across the ravine than along it")
else:
    reveal("pointing", "nearly there, less than 10 degrees off")

# %%
figures.ways_down(places, title="Arrow: against the gradient. Dashed: to the lowest place")

# %% [markdown]
# The negative gradient is the steepest way down **right here**. It is not the way to the lowest
# place. On a round bowl the two are the same. In a ravine they are the same only on its axes, the
# lines through the star along and across it.
#
# How bad can it get? Here are two data sets from our articles. The loss is the mean squared error
# of a line $w \cdot x + b$; its two weights are $w$ and $b$, and we stand at $w = b = 0$. (Lesson
# 5 is about this loss.)

# %%
points, houses = data.five_points(), data.five_houses()
losses = {
    "five points": squared_error(points.x, points.y),
    "five houses, size in square feet": squared_error(houses.x, houses.y),
    "the same, in 1000 square feet": squared_error(houses.x / 1000, houses.y),
}
condition = {}
for name, landscape in losses.items():
    angle = descent.angle_to_minimum(landscape, [0.0, 0.0])
    low, high = np.linalg.eigvalsh(landscape.curvature(np.zeros(2)))
    condition[name] = high / low
    print(f"{name:33} off by {angle:4.1f} degrees, condition number {high / low:10,.0f}")

# %% [markdown]
# With the five houses, the steepest way down is off by 89.9 degrees: almost at right angles to the
# lowest place. An article calls it *your fastest route to a lower point*. For the next inch, yes.
#
# Look at the last line. The same houses, the same prices; only the unit of the size has changed,
# and the landscape is far rounder. **What is steepest depends on the units of the weights.** That
# is why features are scaled before training (lesson 4).
#
# (A landscape may be tilted, so that its axes are not those of the map. Then its curvatures are
# the *eigenvalues* of the table of all second derivatives, the **Hessian**. `eigvalsh` finds
# them.)

# %% [markdown]
# ## One rate for two curvatures
#
# Where the curvature is $c$ everywhere, the slope is $c$ times the distance to the lowest place.
# So a step multiplies that distance by $1 - \text{lr} \cdot c$. (This is in lesson 2.) In our
# ravine it is $1 - \text{lr} \cdot 1$ along, and $1 - \text{lr} \cdot 25$ across. But there is
# only one rate for both.

# %%
rates = {
    "a small rate": 0.02,
    "the rate that is at the floor in one step": 1 / 25,
    "a large rate, near the bound": 2 / (1 + 25),
}
predict(
    "which-rate",
    "Three walks of 40 steps in the ravine, from (10, 1). The rates are 0.02, then 0.04 = 1/25, "
    "which takes w2 to 0 in one step, then 0.0769, close to the bound 2/25 = 0.08. Which ends "
    "lowest?",
    dict.fromkeys(rates, ""),
)

# %%
walks = {
    name: descent.descend(steep, [10.0, 1.0], lr=rate, steps=40) for name, rate in rates.items()
}
for (name, path), rate in zip(walks.items(), rates.values(), strict=True):
    print(f"{name:42} {rate:.4f}:   w1 = {path.final[0]:.4f}   loss = {path.losses[-1]:.4f}")
    print(f"   one step leaves {abs(1 - rate * 1):.3f} along, {abs(1 - rate * 25):.3f} across")
reveal("which-rate", min(walks, key=lambda name: walks[name].losses[-1]))

# %%
figures.contour_walks(
    {f"rate {rate:.4f}": path for path, rate in zip(walks.values(), rates.values(), strict=True)},
    title="Three walks in a ravine",
    view=((-1, 11), (-2.2, 2.2)),
    equal=True,
)

# %% [markdown]
# The walk that wins is the one that looks worst: it **zigzags**. Its rate is so large that each
# step flies over the floor, to 0.923 of the distance on the other side. But the same large rate
# makes good way along the ravine. The other two are soon on the floor, and then they crawl along
# it: that is where they lose their time.
#
# The next picture shows it for all rates. The thick line is the larger of the two: it belongs to
# the direction that comes down last.

# %%
figures.rate_factors([1, 25], title="What one step leaves, for every rate")

# %% [markdown]
# Call the smallest curvature $\lambda_{\min}$, the largest $\lambda_{\max}$, and the condition
# number $\kappa = \lambda_{\max}/\lambda_{\min}$.
#
# - **The bound** is $2/\lambda_{\max}$. Beyond it the walk is thrown out across the ravine, unless
#   it starts exactly on the floor. So the *steepest* direction decides which rates can be used.
# - **The best rate** is $2/(\lambda_{\min} + \lambda_{\max})$. Both directions then keep the same
#   part of their distance.
# - **That part** is $(\kappa - 1)/(\kappa + 1)$: near 0 for a round bowl, near 1 for a ravine.
#
# Conditions: the curvatures are above zero and the same everywhere, as on all landscapes of this
# lesson, and the rate stays fixed. Best means best for the worst start. On other smooth losses it
# holds nearly, close to a minimum with such curvatures.

# %%
print("condition      rate     one step leaves   steps to 1/1000 of the distance")
for kappa in [1.5, 10, 100, 1000]:
    rate, part = 2 / (1 + kappa), (kappa - 1) / (kappa + 1)
    path = descent.descend(ravine(kappa), [1.0, 1.0], lr=rate, steps=4000)
    distance = np.linalg.norm(path.weights, axis=1)
    steps = int(np.argmax(distance < distance[0] / 1000))
    print(f"{kappa:9}   {rate:.5f}           {part:.5f}   {steps:31,}")

kappa = condition["five houses, size in square feet"]
steps = np.log(1000) / -np.log1p(-2 / (kappa + 1))
print(f"five houses, in square feet: about {steps / 1e6:.0f} million steps")

# %% [markdown]
# Ten times the condition number costs about ten times the steps, once it is large. This is what
# makes plain gradient descent slow in ravines. There are two cures: make the landscape rounder
# (scaling, lesson 4), or give the walk a memory (momentum, lesson 7).

# %% [markdown] exercise="ravine_rates" part="statement"
# ### Exercise 4: rates for another ravine
#
# The loss is now $f(w_1, w_2) = 2 w_1^2 + 9 w_2^2$. Set three numbers. Let Python work them out,
# or give at least four digits, not counting zeros in front:
#
# - `rate_bound`: below which rate does every walk come as close as you like to the lowest place?
# - `best_rate`: which fixed rate is best for the worst start?
# - `part_left`: which part of the distance does one step then leave, in both directions?
#
# <details><summary>Hint 1</summary>
#
# First find both curvatures. Curvature is how fast the *slope* changes. What are the two slopes?
#
# </details>
# <details><summary>Hint 2</summary>
#
# The slope of $w^2$ is $2w$, which changes by 2 for each 1 you walk. So the curvature of $w^2$ is
# 2, not 1.
#
# </details>

# %% exercise="ravine_rates" part="answer"
### BEGIN SOLUTION
smallest, largest = 4, 18
rate_bound = 2 / largest
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
# **A falling loss proves nothing yet.** In the ravine with the bound 0.08, rate 0.082 is too
# large. But look at the first steps: the loss falls, because the way along the ravine gets
# shorter. Across it, each step leaves 1.05 of the distance, and in the end that wins.

# %%
too_bold = descent.descend(steep, [10.0, 1.0], lr=0.082, steps=100)
for step in [0, 3, 7, 20, 40, 100]:
    print(f"step {step:3}   loss = {too_bold.losses[step]:12.2f}")
print(f"one step leaves {abs(1 - 0.082 * 25):.2f} of the distance across: {too_bold.outcome}")

# %% [markdown]
# **All rows the same.** `w -= …` changes an array in place. A list that holds this array three
# times then shows three times the last place. Write `w = w - …`, or store `w.copy()`.

# %%
w = np.array([8.0, 6.0])
path = [w]
for _ in range(2):
    w -= 0.1 * bowl.gradient(w)
    path.append(w)
print(*path)

# %% [markdown]
# ## From two weights to a million
#
# Nothing in the line `w = w - lr * gradient(w)` says how many weights there are. Here is a bowl
# with a million of them, and the same thirty steps at rate 0.1.

# %%
rng = np.random.default_rng(3)
goal = rng.normal(size=1_000_000)

w = np.zeros(1_000_000)
loss_before = np.sum((w - goal) ** 2)
for _ in range(30):
    w = w - 0.1 * 2 * (w - goal)
loss_after = np.sum((w - goal) ** 2)

print(f"part of the loss left, a million weights: {loss_after / loss_before:.4e}")
print(f"part of the loss left, two weights:       {walk.losses[-1] / walk.losses[0]:.4e}")
print(f"losses to measure one gradient by central differences: {2 * len(w):,}")

# %% [markdown]
# Exactly as fast as with two, because this bowl is round, too. But is the gradient still worth
# having? With two weights you could also try some directions at random, and take the steepest.

# %%
predict(
    "random",
    "A landscape with 1000 weights. You try 1000 random directions and keep the steepest. How "
    "steep is it, compared with the gradient?",
    {
        "nearly as steep, 90 % or more": "",
        "about half as steep": "",
        "less than a fifth as steep": "",
    },
)

# %%
rng = np.random.default_rng(0)
for weights in [2, 10, 100, 1000]:
    gradient = rng.normal(size=weights)
    directions = rng.normal(size=(1000, weights))
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    slopes = directions @ gradient / np.linalg.norm(gradient)
    print(f"{weights:5} weights:   the steepest of 1000 has {slopes.max():.0%} of the full slope")

if slopes.max() > 0.9:
    reveal("random", "nearly as steep, 90 % or more")
elif slopes.max() < 0.2:
    reveal("random", "less than a fifth as steep")
else:
    reveal("random", "about half as steep")

# %% [markdown]
# With many weights nearly every direction is nearly level, and luck finds nothing. The more
# weights, the more a gradient is worth.
#
# What carries over from two weights to a million: the gradient, the step, the loop, the bound.
# What does not:
#
# - **The picture.** A million weights cannot be drawn. Any picture you see is a thin slice.
# - **Measuring.** Two losses for each weight make two million for one step. Networks get the whole
#   gradient at about the price of a few losses, by *back-propagation* (lesson 10).
# - **The bowl.** The loss of a network is no bowl: ravines, level stretches and saddles (lesson
#   8).
# - **The exact loss.** It is a mean over all the data. One step sees a small part: a *mini-batch*
#   (lesson 6).
#
# *Scale this to ten million weights and you have a trained neural network*, says our article. The
# loop does scale. The training needs all the rest, and data.

# %% [markdown]
# ## What the article got wrong
#
# It prints these rows for the walk that you know: the bowl, from (8, 6), rate 0.1. Each row is the
# place *after* that step.
#
# | step | w1 | w2 | loss |
# |---|---|---|---|
# | 1 | 7.0000 | 4.6000 | 48.4000 |
# | 10 | 3.9475 | 0.1934 | 1.4788 |
# | 19 | 3.1994 | −0.7235 | 0.1394 |
# | 28 | 3.0421 | −0.9413 | 0.0039 |
#
# Its last line is *Final: w1=3.0089, w2=-0.9881*, after 30 steps. You need no program to doubt the
# first row: work out the loss at (7, 4.6) by hand.

# %% [markdown] exercise="article_bowl" part="statement"
# ### Exercise 5: put the table right
#
# Set five values. Let Python work them out, or give at least four digits, not counting zeros in
# front:
#
# - `true_loss_1`, `true_loss_10`, `true_loss_19`, `true_loss_28`: the loss after that many steps;
# - `true_final`: the place after 30 steps, two numbers, such as `(1, 2)`.
#
# <details><summary>Hint</summary>
#
# Your `descend_2d` with your `grad_2d` gives all places; row 10 is the place after 10 steps. If
# one of them does not work yet, write a loop as in "One step, both weights".
#
# </details>

# %% exercise="article_bowl" part="answer"
### BEGIN SOLUTION
places = descend_2d(grad_2d, np.array([8.0, 6.0]), lr=0.1, steps=30)
bowl_losses = [(w1 - 3) ** 2 + (w2 + 1) ** 2 for w1, w2 in places]
true_loss_1 = bowl_losses[1]
true_loss_10 = bowl_losses[10]
true_loss_19 = bowl_losses[19]
true_loss_28 = bowl_losses[28]
true_final = places[30]
### END SOLUTION

# %% exercise="article_bowl" part="check"
check("article_bowl")

# %% exercise="article_bowl" part="hidden"
# More checks run here when your work is graded.
### BEGIN HIDDEN TESTS
check("article_bowl", seed=53017)
### END HIDDEN TESTS

# %% [markdown]
# No row of that table agrees even with itself:

# %%
rows = [
    (1, (7.0000, 4.6000), 48.4000),
    (10, (3.9475, 0.1934), 1.4788),
    (19, (3.1994, -0.7235), 0.1394),
    (28, (3.0421, -0.9413), 0.0039),
]
for step, place, loss in rows:
    print(f"step {step:2}   loss printed {loss:7.4f}   at the weights printed {bowl(place):7.4f}")

# %% [markdown]
# The article also says that each weight *followed its own gradient independently*. On the bowl
# that is so, because it is a sum of terms with one weight each. On the tilted bowl it is not, and
# on the loss of a network it is not: there each slope depends on all the weights.
#
# ## In one formula
#
# $$w \leftarrow w - \text{lr} \cdot \nabla f(w) \qquad\text{with}\qquad
# 0 < \text{lr} < \frac{2}{\lambda_{\max}}$$
#
# One slope for each weight, all taken at the old place, all weights moved at once. (The bound is
# for landscapes whose curvatures are above zero and the same everywhere.)

# %% [markdown]
# ## Quick check
#
# Click the answer you would give: each one is explained.

# %%
quick(
    "quick-1",
    "A loss has five weights. Its gradient at one place is …",
    {
        "one number, the slope": "There is one slope for each weight.",
        "five numbers": "One slope for each weight, with the others held still.",
        "six numbers, since the height counts too": "The gradient lies in the map. How steep it "
        "is stands in its length.",
    },
    right="five numbers",
)

# %%
quick(
    "quick-2",
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
    "quick-3",
    "Along the ravine the curvature is 1, across it is 100. The rate must stay below …",
    {
        "2, for the way is mostly along": "With that rate the walk is thrown out across the "
        "ravine.",
        "0.02": "2 over the largest curvature.",
        "1, halfway between the two": "It is the steepest direction alone that sets the bound.",
    },
    right="0.02",
)

# %%
quick(
    "quick-4",
    "`w[0] = w[0] - lr * grad(w)[0]`, and then the same line for `w[1]`. This is …",
    {
        "the same as one line for the whole of `w`": "Only where no slope depends on the other "
        "weight. Here the second line sees the new `w[0]`.",
        "not gradient descent: the second slope is taken at another place": "It changes one "
        "weight after the other.",
        "an error: it can never come to the lowest place": "With a small rate it does so on "
        "both bowls. But it is another method.",
    },
    right="not gradient descent: the second slope is taken at another place",
)

# %% [markdown]
# ## Where it is used
#
# Wherever gradient descent trains a model: a line has two weights, an image recogniser millions,
# and the loop is the same. Ravines are everyday life: whenever inputs have very different sizes,
# such as rooms and square feet, the loss is steep one way and gentle the other.
#
# ## Words for your glossary
#
# All words and signs of the course, with their other names: [notation](../../docs/notation.md).
#
# - **gradient** $\nabla f(w)$: one slope for each weight; an arrow in the map that points where
#   the loss rises most steeply. Its length is the slope in that direction.
# - **partial derivative**: the slope along one weight, with all others held still.
# - **contour line**: places of the same loss. The gradient stands at right angles on it.
# - **simultaneous update**: all slopes at the old place, then all weights moved at once.
# - **curvature**: how fast a slope changes as you walk. All of them: the **Hessian**, a table of
#   second derivatives, and its eigenvalues $\lambda$.
# - **ravine**: steep in one direction, gentle in another.
# - **condition number** $\kappa$: the largest curvature over the smallest; 1 on a round bowl.
# - **zigzag**: to fly over the floor of a ravine at every step.
#
# Next: [Lesson 6, mini-batches](../06_mini_batches/06_mini_batches.ipynb). What if a step looks at
# a few examples only?
