# %% [markdown]
# # Lesson 1: One weight, one slope, one step
#
# *About 90 minutes. You need: [Start here](../00_start_here/00_start_here.ipynb), or a little
# Python and NumPy.*
#
# You will be able to
#
# - say what loss, slope and step are, and which way a step goes;
# - write gradient descent yourself, in a loop of a few lines;
# - measure a slope without any formula;
# - predict in which of two valleys a walk ends;
# - spot a printed result that no run can have made.

# %%
import numpy as np

from course import built, check, descent, figures, finish, predict, quick, reveal
from course.explorers import explore_curve
from course.landscapes import parabola, quartic

# %% [markdown]
# These are the tools of this course: pictures, questions, checks. You need not look inside them.
#
# ## One weight, three flats
#
# What does a flat cost? Here is a very small model: **price = w · size**. It has one number that
# may change, its **weight** $w$. Three flats were sold. Sizes are in 100 m², prices in 100,000
# dollars. How wrong is the model with $w = 2$?

# %%
size = np.array([0.2, 1.0, 1.4])
price = np.array([2.8, 5.0, 4.6])

prediction = 2 * size
error = prediction - price
print("predictions:   ", prediction)
print("errors:        ", np.round(error, 4))
print("squared errors:", np.round(error**2, 4))
print("their mean:    ", round(np.mean(error**2), 4))

# %% [markdown]
# Squares count errors above and below zero alike, and their mean turns them into one number. It
# says how wrong the model is, so it is our **loss**: the *mean squared error*. The next picture
# shows four weights; each bar is an error.

# %% folded=true
figures.errors_of_lines(
    size,
    price,
    {f"w = {w}": (w, 0.0) for w in [-1, 2, 4, 7]},
    x_label="size in 100 m²",
    y_label="price in 100,000 dollars",
    title="One weight, four values",
)

# %% [markdown]
# With $w = 4$ the loss is 2, the lowest of the four. But it is not 0: no single $w$ is right for
# all three flats. **A loss need not reach zero**, and we will need that later. How do we find the
# best weight, without trying them all?
#
# ## The hiker in the fog
#
# You stand on a hill in thick fog and want to get down. All you can do is feel with your feet how
# the ground slopes right where you stand. So you feel the slope, take a step downhill, and feel
# again. That is the whole idea of gradient descent:
#
# | on the hill | in machine learning | its name here |
# |---|---|---|
# | where you stand | the number a model may change | **weight** $w$ |
# | how high you are | how wrong the model is | **loss** $f(w)$ |
# | how steep the ground is | how fast the loss changes | **slope** or **gradient** $f'(w)$ |
# | how boldly you step | what the slope is multiplied by | **learning rate**, written `lr` |
#
# One warning: the hiker stops where the ground is *flat*. That need not be the lowest place.
#
# ## A curve to walk on
#
# Work out this mean for every $w$, and you get $f(w) = (w - 4)^2 + 2$, a **parabola** or
# *quadratic*. Its slope has a formula, too: $f'(w) = 2(w - 4)$. (Where it comes from: below.) In
# code, `parabola(w)` is the loss and `parabola.gradient(w)` the slope.

# %%
for w in [-1, 2, 4, 7]:
    print("w =", w, "  loss =", parabola(w), "  slope =", parabola.gradient(w))

# %% folded=true
figures.curve(parabola, at=[-1, 2, 7], title="Three slopes on one curve")

# %% [markdown]
# Left of the lowest point the curve falls to the right: its slope is below zero. Right of it the
# curve rises: its slope is above zero.

# %%
predict(
    "first-step",
    "You stand at w = −1, where the slope is −10. Which way is downhill?",
    {
        "to the right, to larger w": "A slope below zero means that the loss falls as w grows.",
        "to the left, to smaller w": "Minus points left on the number line, but here it says that "
        "the loss falls as w grows: downhill is to the right.",
    },
)

# %% [markdown]
# ## One step
#
# A step goes **against** the slope. How far? The learning rate times the slope:
#
# $$w_{\text{new}} = w - \text{lr} \cdot f'(w)$$

# %%
w, lr = -1.0, 0.1
slope = parabola.gradient(w)
w_new = w - lr * slope
print("slope:     ", slope)
print("new weight:", w_new)
print("loss:      ", parabola(w), "before,", parabola(w_new), "after")

# %% folded=true
downhill = descent.descend(parabola, start=-1, lr=0.1, steps=1).final
reveal("first-step", downhill > -1, downhill < -1)

# %% [markdown]
# A slope below zero makes $w$ larger, a slope above zero makes it smaller, a slope of zero moves
# nothing. On steep ground the step is long: the rate alone is *not* the length of the step.
#
# ## Many steps
#
# Now the loop: feel, step, feel again. Twenty times, from $w = -1$, with rate 0.1.

# %%
predict(
    "after-twenty",
    "The lowest point is w = 4. Where is the walk after twenty steps?",
    {
        "at 4 exactly": "Twenty steps are many, but each one takes off only a part of the "
        "distance that is left, and a part of something is never all of it.",
        "close to 4, but not there yet": "Each step takes off a fifth of the distance.",
        "beyond 4": "A walk with longer steps can overshoot. But each of these takes off a fifth "
        "of the distance that is left, so none of them jumps over.",
    },
)

# %%
w = -1.0
for step in range(20):
    if step % 4 == 0:  # divided by 4, nothing is left: so it is at every fourth step
        print(f"step {step:2}   w = {w:.2f}   loss = {parabola(w):.2f}")
    w = w - 0.1 * parabola.gradient(w)
print(f"step 20   w = {w:.2f}   loss = {parabola(w):.2f}")

# %% folded=true
after_twenty = descent.descend(parabola, start=-1, lr=0.1, steps=20).final
reveal("after-twenty", abs(after_twenty - 4) < 1e-9, after_twenty < 4 - 1e-9)

# %% [markdown]
# The steps get shorter as the ground gets flatter. The slope is twice the distance to 4, so a
# step of 0.1 times the slope takes off a fifth of the distance and leaves 0.8 of it. The walk
# comes as close as you like. Each further digit costs the same: about ten steps.
#
# `descent.descend` is this loop as a function. Its `.weights` are all weights on the way,
# `.final` is the last one. And `np.argmax` of a mask is the place of its first `True`, if it has
# one:

# %%
walk = descent.descend(parabola, start=-1, lr=0.1, steps=60)
distance = np.abs(walk.weights - 4)  # without a minus sign
print("distance to 4:", np.round(distance[:5], 4))
for near in [0.1, 0.01, 0.001, 0.0001]:
    print(f"closer than {near:6} after {np.argmax(distance < near)} steps")

# %% [markdown]
# Now walk yourself. The left picture is the curve, the right one the loss step by step.
#
# - Move **step**, or press Run. Where are the steps long, where short?
# - Move **learning rate**. Can you arrive at 4 in one step? Can you make the loss go *up*?
# - Click into the left picture. Does a start on the right arrive sooner?

# %%
explore_curve(parabola, start=-1.0, lr=0.1, steps=20)

# %% [markdown] exercise="descend" part="statement"
# ### Exercise 1: walk
#
# Write `descend(grad, w0, lr, steps)`: gradient descent. `grad` is a function: `grad(w)` is the
# slope at the weight `w`. Start at `w0`, take `steps` steps with learning rate `lr`, and return
# **all** weights on the way as a list or an array: the start, the weight after each step, the last
# one. That makes `steps + 1` weights. The start may be a whole number, such as `3`. Write the loop
# yourself, without `descent.descend`.
#
# For example, `descend(parabola.gradient, -1.0, 0.1, 2)` returns −1, 0 and 0.8.
#
# <details><summary>Hint 1: in words</summary>
#
# Say in one sentence what happens in each round of the loop. Where do you stand, what do you
# measure, what do you write down? Each part of your sentence is a line.
#
# </details>
# <details><summary>Hint 2: what to keep</summary>
#
# Begin with a list that holds the start alone, and append one weight in each round. The place
# where you stand is always the last one of the list: `weights[-1]`.
#
# </details>
# <details><summary>Hint 3: repair this</summary>
#
# Your friend wrote `slope = grad(w0)` above the loop, and `w = w - lr * slope` in it. The first
# step is right, and the second one is too long. Why?
#
# </details>
# <details><summary>Hint 4: the reasons, one by one</summary>
#
# Each step begins where the last one ended, so the slope is measured there, *inside* the loop.
# Slope times rate is the step, and minus takes you downhill. The new weight is appended, so that
# the next round finds it at the end of the list. The `return` comes after the loop, not in it:
# it is indented as far as the `for`.
#
# </details>


# %% exercise="descend" part="answer"
def descend(grad, w0, lr, steps):
    """Return the steps + 1 weights of a walk downhill from w0."""
    ### BEGIN SOLUTION
    weights = [w0]
    for _ in range(steps):
        w = weights[-1]
        weights.append(w - lr * grad(w))
    return weights
    ### END SOLUTION


# %% exercise="descend" part="check"
check("descend")

# %% exercise="descend" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("descend", seed=20432)
### END HIDDEN TESTS

# %% [markdown]
# ## Two valleys
#
# Not every loss is a parabola. This one is called the **quartic**, $f(w) = w^4 - 8w^2 + w + 10$.
# It has two valleys, and the left one is deeper.

# %% folded=true
figures.curve(quartic, at=[3.0], title="The quartic: which valley will a walk from w = 3 find?")

# %%
predict(
    "which-valley",
    "The walk starts at w = 3 with rate 0.01. In which valley does it end?",
    {
        "the left, deeper valley": "Deeper sounds more attractive, but the hiker feels only the "
        "slope underfoot, and on the way from 3 nothing hints at the other valley.",
        "the right, shallower valley": "It is the first one on the way down from 3.",
        "it never settles": "Too bold a walk does that. At rate 0.01 the steps die out with the "
        "slope.",
    },
)

# %% [markdown]
# Your own `descend` walks here. (Where it is not right yet, `built` takes the course's own.)

# %%
my_descend = built("descend")
first_walk = my_descend(quartic.gradient, 3.0, 0.01, 200)
for step in [0, 1, 2, 50, 200]:
    print(f"step {step:3}   w = {first_walk[step]:.4f}   loss = {quartic(first_walk[step]):.4f}")

# %% folded=true
course_end = descent.descend(quartic, 3.0, 0.01, 200).final
reveal("which-valley", *np.isclose(course_end, quartic.minima, atol=1e-3))

# %%
print("the floors of the two valleys:")
for w in quartic.minima:
    print(f"w = {w:.10f}   loss = {quartic(w):.4f}")

# %% [markdown]
# The walk ends on the floor of the **right** valley. The left one is deeper by almost 4, but
# nothing on the way said so: every step felt only the slope right there. The lowest place of its
# surroundings is a **local minimum**; the lowest of all is the **global minimum**.
#
# ## A slope without a formula
#
# Without a formula, a slope can be measured: it is only *rise over run*, a small distance $h$
# away. The **forward difference** looks ahead:
#
# $$\frac{f(w + h) - f(w)}{h}$$
#
# The **central difference** looks ahead and back:
#
# $$\frac{f(w + h) - f(w - h)}{2h}$$

# %%
predict(
    "which-h",
    "You measure the slope of the quartic at w = 3. Which distance h gives the smallest error?",
    {
        "the smallest one, 1e-15": "In mathematics smaller is always better. But a computer keeps "
        "about 16 digits of each loss, and the difference of two almost equal ones has none left.",
        "one in between": "Too large bends the curve away, too small leaves no digits.",
        "the largest one, 0.1": "A wide h keeps its digits, but the curve bends between the two "
        "places, so it measures a slope that is not the one at 3.",
    },
)

# %% [markdown]
# The next cell tries 15 distances, from 0.1 down to `1e-15`, which is Python for a 1 in the 15th
# place after the point. In the picture each mark on an axis is many *times* the one before, a
# **log scale**: so the tiniest and the largest fit in.

# %% folded=true
h = 10.0 ** -np.arange(1, 16)
forward = np.abs(descent.forward_difference(quartic, 3.0, h) - quartic.gradient(3.0))
central = np.abs(descent.central_difference(quartic, 3.0, h) - quartic.gradient(3.0))
print(f"true slope at w = 3: {quartic.gradient(3.0)}")
for i in [0, 3, 4, 11, 14]:
    print(f"h = {h[i]:.0e}   forward error {forward[i]:.0e}   central error {central[i]:.0e}")
figures.difference_errors(
    h,
    {"forward difference": forward, "central difference": central},
    title="How well a difference measures the slope",
)

# %% folded=true
reveal("which-h", np.argmin(central) == 14, 0 < np.argmin(central) < 14, np.argmin(central) == 0)

# %% [markdown]
# On the left, $h$ is too small: two almost equal losses have few digits left in their difference.
# On the right, $h$ is too large: the curve bends. There the central difference is far better,
# because the bends ahead and back cancel. On a parabola they do so completely, for any $h$:
# $((w - 4 + h)^2 - (w - 4 - h)^2) / 2h = 2(w - 4)$. That is where its formula comes from. We
# take central differences with $h = 10^{-4}$: a good measure, and far from the bad end.

# %% [markdown] exercise="numerical_gradient" part="statement"
# ### Exercise 2: measure a slope
#
# Write `numerical_gradient(f, w, h=1e-4)`. It takes a function `f`, a weight `w` and a distance
# `h`, and returns the **central** difference. The weight may be a whole number, too. Write it
# yourself, without `descent.central_difference`.
#
# For example, `numerical_gradient(quartic, 3.0)` is almost 61.
#
# <details><summary>Hint 1: in words</summary>
#
# Which two losses do you need, and how far apart are the places where you look at them?
#
# </details>
# <details><summary>Hint 2: repair this</summary>
#
# Your friend wrote `(f(w + h) - f(w - h)) / 2 * h`. Python works `a / 2 * h` from left to right.
# What does it do with `h`?
#
# </details>
# <details><summary>Hint 3: the reasons, one by one</summary>
#
# The rise is the loss ahead minus the loss behind. The run is from `w - h` to `w + h`, two times
# `h`. Rise over run: you divide by the whole run, so it needs brackets.
#
# </details>


# %% exercise="numerical_gradient" part="answer"
def numerical_gradient(f, w, h=1e-4):
    """Return the slope of f at w, by a central difference."""
    ### BEGIN SOLUTION
    return (f(w + h) - f(w - h)) / (2 * h)
    ### END SOLUTION


# %% exercise="numerical_gradient" part="check"
check("numerical_gradient")

# %% exercise="numerical_gradient" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("numerical_gradient", seed=11071)
### END HIDDEN TESTS

# %% [markdown]
# A walk needs a function of the weight alone, `grad(w)`. So we wrap the measuring in one:


# %%
def measured_slope(w):
    return descent.central_difference(quartic, w, h=1e-4)


print("measured:", round(measured_slope(3.0), 4), "  true:", quartic.gradient(3.0))

# %% [markdown] exercise="quartic_walk" part="statement"
# ### Exercise 3: walk on the quartic
#
# Write `quartic_walk(start)` for the loss $f(w) = w^4 - 8w^2 + w + 10$:
#
# - take **200 steps** with learning rate **0.01**;
# - measure each slope with a **central difference** and $h = 10^{-4}$;
# - **print** the step, the weight and the loss after 0, 50, 100, 150 and 200 steps, with at least
#   four digits after the point;
# - **return** all 201 weights.
#
# For example, `quartic_walk(3.0)` begins by printing step 0, weight 3.0000 and loss 22.0000.
#
# You may use what you wrote above, or write the loop here once more. `descent.central_difference`
# may measure the slopes for you; `descent.descend` may not walk for you.
#
# <details><summary>Hint 1: in words</summary>
#
# There are two halves: walk and keep the weights; then print five of them. Do the first half
# alone, and look at what it returns.
#
# </details>
# <details><summary>Hint 2: smaller steps</summary>
#
# `descend` wants a function of one argument. `measured_slope`, just above, is such a function.
# `range(0, 201, 50)` counts 0, 50, 100, 150, 200. The weight after 50 steps is `weights[50]`.
#
# </details>
# <details><summary>Hint 3: repair this</summary>
#
# Your friend wrote `descend(numerical_gradient(quartic, start), start, 0.01, 200)`. Python says
# that a number is not callable. What did `descend` get as its first argument, and what does it
# want?
#
# </details>
# <details><summary>Hint 4: the reasons, one by one</summary>
#
# Inside `quartic_walk`, define a small function that takes `w` and returns the slope measured
# there. Give its *name*, without brackets, to `descend`: then each step can call it anew. Keep the
# list that comes back, go through the five step numbers, print each with its weight and the loss
# at this weight, and return the list after the loop.
#
# </details>


# %% exercise="quartic_walk" part="answer"
def quartic_walk(start):
    """Print every 50 steps, and return all 201 weights of the walk from start."""

    ### BEGIN SOLUTION
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    def grad(w):
        return numerical_gradient(f, w)

    weights = descend(grad, start, lr=0.01, steps=200)
    for step in range(0, 201, 50):
        print(f"step {step:3}   w = {weights[step]:.4f}   loss = {f(weights[step]):.4f}")
    return weights
    ### END SOLUTION


# %% exercise="quartic_walk" part="check"
check("quartic_walk")

# %% exercise="quartic_walk" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("quartic_walk", seed=30119)
### END HIDDEN TESTS

# %% [markdown]
# Does measuring matter? Here are both walks with the course's own code, to ten digits:

# %%
for name, grad in [("formula", quartic.gradient), ("measured", measured_slope)]:
    path = descent.descend(quartic, start=3.0, lr=0.01, steps=200, gradient=grad)
    print(f"{name:8}   ends at w = {path.final:.10f}")

# %% [markdown]
# They differ by about 3 billionths: $h$ is small, but it is not zero.

# %% [markdown] exercise="deeper_valley" part="statement"
# ### Exercise 4: find the deeper valley
#
# Set two values:
#
# - `which_valley`: the valley that the walk from 3.0 ends in, `"left"` or `"right"`;
# - `deeper_start`: a start from which the same walk ends in the deeper valley, and would with
#   smaller rates, too.
#
# <details><summary>Hint 1: in words</summary>
#
# With small steps a walk only ever goes down. So which starts can reach the left floor without
# having to climb first? Look at the picture of the quartic.
#
# </details>
# <details><summary>Hint 2: repair this</summary>
#
# Your friend took 5.4: from there the walk at rate 0.01 does end in the left valley. But its first
# step flies over the hill, and with a smaller rate it would not.
#
# </details>

# %% exercise="deeper_valley" part="answer"
### BEGIN SOLUTION
which_valley = "right"
deeper_start = -3.0
### END SOLUTION

# %% exercise="deeper_valley" part="check"
check("deeper_valley")

# %% exercise="deeper_valley" part="hidden"
# More checks run here when your work is graded.
### BEGIN HIDDEN TESTS
check("deeper_valley", seed=40277)
### END HIDDEN TESTS

# %% [markdown]
# ## Where every start leads
#
# The starts that lead to a valley are its **basin**. Here are 61 walks, a mark for each start:

# %% folded=true
starts = np.linspace(-3, 3, 61)
ends = descent.descend(quartic, starts, lr=0.01, steps=2000).final
figures.basins(quartic, starts, ends, title="The two basins at rate 0.01")

# %% [markdown]
# The border is the top of the hill, near $w = 0.06$. So *where you start* decides which valley you
# get, as long as the steps are small. Now try larger rates: can a walk from 3 get over the hill?

# %%
explore_curve(quartic, start=3.0, lr=0.01, steps=100)

# %% [markdown]
# ## What goes wrong
#
# **Flat is not low.** At the very top of the hill the slope is zero, too, and a walk does not
# move. A hair to the left of it, and it goes all the way down.
#
# **Nearest is not always where you end.** From 5.4, far on the *right*, the first step flies over
# the hill, and the walk ends in the *left* valley. Long steps are the next lesson.

# %%
hilltop = 0.06256121467181788  # here the computed slope is exactly 0
for start in [hilltop, hilltop - 0.000001, 5.4]:
    path = descent.descend(quartic, start, lr=0.01, steps=400)
    print(f"start {start:.6f}   after 1 step {path.weights[1]:9.6f}   end {path.final:9.6f}")

# %% [markdown]
# ## What the article got wrong
#
# This course grows from five articles on the web. One of them prints this table for the walk that
# you know: the loss $(w - 4)^2 + 2$, start $-1$, rate 0.1, 20 steps.
#
# | step | weight | loss | gradient |
# |---|---|---|---|
# | 0 | 0.8000 | 27.0000 | −10.0000 |
# | 4 | 3.3939 | 0.6040 | −1.2121 |
# | 8 | 3.8661 | 0.0179 | −0.2677 |
# | 12 | 3.9718 | 0.0005 | −0.0564 |
# | 16 | 3.9941 | 0.0000 | −0.0119 |
#
# (Each row has the weight *after* its step, and the loss and the gradient *before* it.)
#
# Its last lines are *Final weight: 3.9988* and *Final loss: 0.0000*. Something here is impossible,
# whatever the program was. Can you see it?

# %% [markdown] exercise="article_table" part="statement"
# ### Exercise 5: correct the table
#
# Set three values, each as a number with at least four digits after the point, or let Python work
# it out:
#
# - `true_final_weight`: the weight after 20 steps;
# - `true_final_loss`: the loss there;
# - `lowest_possible_loss`: the lowest loss that any weight can have.
#
# <details><summary>Hint 1: in words</summary>
#
# The first two come from a run: which of your functions makes it? The last one needs no program.
#
# </details>
# <details><summary>Hint 2: repair this</summary>
#
# Your friend says: a square is never below 0, so the lowest loss is 0. What is added to it?
#
# </details>

# %% exercise="article_table" part="answer"
### BEGIN SOLUTION
true_final_weight = descend(parabola.gradient, -1.0, lr=0.1, steps=20)[-1]
true_final_loss = (true_final_weight - 4) ** 2 + 2
lowest_possible_loss = 2
### END SOLUTION

# %% exercise="article_table" part="check"
check("article_table")

# %% exercise="article_table" part="hidden"
# More checks run here when your work is graded.
### BEGIN HIDDEN TESTS
check("article_table", seed=50603)
### END HIDDEN TESTS

# %% [markdown]
# The article's losses sink below the lowest possible one, and its walk arrives too early. Its own
# program gives other numbers: yours. Trust a printed result only as far as you can run it.
#
# ## In one formula
#
# $$w \leftarrow w - \text{lr} \cdot f'(w) \qquad\text{with}\qquad
# f'(w) \approx \frac{f(w + h) - f(w - h)}{2h}$$
#
# Against the slope, as far as rate times slope, again and again, until the ground is flat.

# %% [markdown]
# ## Quick check
#
# Click the answer you would give: each one is explained.

# %%
quick(
    "sign-of-step",
    "The slope at your weight is +3. A step with rate 0.1 makes the weight …",
    {
        "smaller by 0.3": "0.1 times 3, against the slope.",
        "larger by 0.3": "A slope above zero rises to the right, so downhill is to the left.",
        "smaller by 0.1": "The step is the rate times the slope, so on steep ground it is longer.",
    },
    right="smaller by 0.3",
)

# %%
quick(
    "what-the-rate-is",
    "In the picture of the hiker, the learning rate is …",
    {
        "the length of each of its steps": "With the same rate, steps on flatter ground are "
        "shorter.",
        "the height of the hill": "The height is the loss.",
        "what multiplies the slope": "Step = rate · slope.",
    },
    right="what multiplies the slope",
)

# %%
quick(
    "zero-slope",
    "The slope where you stand is exactly zero. Then you are …",
    {
        "at the lowest point of all": "Perhaps, but you cannot know: the floor of a shallower "
        "valley is flat, too.",
        "at a flat place, whatever it is": "It may be a valley's floor, a hilltop, or a level "
        "stretch. And the walk stays there.",
        "done, with a loss of exactly zero": "The parabola's lowest loss is 2, for example.",
    },
    right="at a flat place, whatever it is",
)

# %%
quick(
    "tiny-h",
    "You measure a slope with a tiny h such as 1e-15. You get …",
    {
        "mostly rounding errors": "That is the left side of the picture.",
        "the most exact slope there is": "Two losses that are almost equal lose nearly all "
        "their digits in the difference.",
        "always zero": "Not always: it happens where `w + h` is the same number as `w`. At 3 it "
        "was just very wrong.",
    },
    right="mostly rounding errors",
)

# %% [markdown]
# ## Where it is used
#
# Fitting a line, training an image recogniser or a language model: all take this step, or a
# relative of it, with many weights. Not all models do: decision trees learn in another way.
#
# ## Words for your glossary
#
# <details><summary>Seven words of this lesson</summary>
#
# - **weight** $w$: a number that the method may change. Also called *parameter*.
# - **loss** $f(w)$: how bad that weight is; lower is better. Also called *cost* or *objective*.
# - **slope**, **gradient** $f'(w)$: how fast the loss rises when the weight grows. For one weight
#   it is also called *derivative*.
# - **learning rate** `lr`: what the slope is multiplied by. Also written $\alpha$ or $\eta$.
# - **step**: one change of the weight, $-\text{lr} \cdot f'(w)$.
# - **local minimum**, **global minimum**: lowest of its surroundings, lowest of all.
# - **basin**: all starts that end in the same place.
#
# </details>
#
# All words and signs of the course, with their other names: [notation](../../docs/notation.md).
#
# Next: [Lesson 2, learning rates](../02_learning_rates/02_learning_rates.ipynb). How bold may a
# step be?

# %%
finish(
    "In the explorer of the quartic, find the largest rate with which a walk from 3 still ends "
    "in the right valley."
)
