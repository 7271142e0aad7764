# %% [markdown]
# # Lesson 1: One weight, one slope, one step
#
# *About 60 minutes. You need: a little Python, and what a function is.*
#
# You will be able to
#
# - say what loss, slope and step are, and which way a step goes;
# - measure a slope without any formula;
# - write gradient descent yourself, in a loop of a few lines;
# - predict in which of two valleys a walk ends;
# - spot a printed result that no run can have made.

# %%
import numpy as np

from course import check, descent, figures, predict, quick, reveal
from course.explorers import explore_curve
from course.landscapes import parabola, quartic

# %% [markdown]
# ## The hiker in the fog
#
# You stand on a hill in thick fog. You want to get down, but you see nothing. You can do one
# thing: feel with your feet how the ground slopes right where you stand. So you feel the slope,
# take a step downhill, and feel again.
#
# That is the whole idea. Here are the words that go with it:
#
# | on the hill | in machine learning | its name here |
# |---|---|---|
# | where you stand | the number a model may change | **weight** $w$ |
# | how high you are | how wrong the model is | **loss** $f(w)$ |
# | how steep the ground is | how fast the loss changes | **slope** or **gradient** $f'(w)$ |
# | how boldly you step | what the slope is multiplied by | **learning rate**, written `lr` |
#
# One warning before we start: the hiker stops where the ground is *flat*. That need not be the
# lowest place there is. You will see it happen below.

# %% [markdown]
# ## A curve to walk on
#
# Our first loss has one weight: $f(w) = (w - 4)^2 + 2$. Its lowest point is at $w = 4$, where the
# loss is 2. Not 0: **a loss need not reach zero**, and we will need that later.
#
# Its slope has a formula, too: $f'(w) = 2(w - 4)$. If you do not know where that comes from, take
# it as given for now: soon you will measure slopes without one.

# %%
figures.curve(parabola, at=[-1, 2, 7], title="Three slopes on one curve")

# %% [markdown]
# Look at the three short lines. Left of the lowest point the curve falls to the right: its slope
# is below zero. Right of it the curve rises: its slope is above zero. The same in numbers, where
# `parabola(w)` is the loss and `parabola.gradient(w)` the slope:

# %%
for w in [-1, 2, 4, 7]:
    print(f"w = {w:2}   loss = {parabola(w):2}   slope = {parabola.gradient(w):3}")

# %%
predict(
    "first-step",
    "You stand at w = −1, where the slope is −10. Which way is downhill?",
    {
        "to the left, to smaller w": "Minus points left on the number line, but here it says that "
        "the loss falls as w grows: downhill is to the right.",
        "to the right, to larger w": "A slope below zero means that the loss falls as w grows.",
    },
)

# %% [markdown]
# ## One step
#
# A step goes **against** the slope. How far? The learning rate times the slope:
#
# $$w_{\text{new}} = w - \text{lr} \cdot f'(w)$$
#
# A slope below zero makes $w$ larger. A slope above zero makes it smaller. A slope of zero moves
# nothing. And steep ground makes a long step: the rate alone is *not* the length of the step.

# %%
w, lr = -1.0, 0.1
slope = parabola.gradient(w)
w_new = w - lr * slope
print(f"slope at {w}: {slope}")
print(f"step: -{lr} · ({slope}) = {-lr * slope:+}")
print(f"new weight: {w_new}   loss: {parabola(w)} before, {parabola(w_new)} after")

# %%
reveal("first-step", w_new < w, w_new > w)

# %% [markdown]
# ## Many steps
#
# Now the loop: feel, step, feel again. Twenty times, from $w = -1$, with rate 0.1. To see where
# we are, we print every fourth step before we take it.

# %%
predict(
    "after-twenty",
    "The lowest point is w = 4. Where is the walk after twenty steps?",
    {
        "at 4 exactly": "Twenty steps are many, but each one takes off only a part of the "
        "distance that is left, and a part of something is never all of it.",
        "close to 4, but not there yet": "Each step takes off a fifth of the distance.",
        "beyond 4": "A walk with longer steps can overshoot; these get shorter as the ground "
        "gets flatter, so none of them jumps over.",
    },
)

# %%
w = -1.0
for step in range(20):
    if step % 4 == 0:
        print(f"step {step:2}   w = {w:.4f}   loss = {parabola(w):.4f}")
    w = w - 0.1 * parabola.gradient(w)
print(f"step 20   w = {w:.4f}   loss = {parabola(w):.4f}")

# %%
reveal("after-twenty", abs(w - 4) < 1e-9, w < 4 - 1e-9)

# %%
steps = descent.descend(parabola, start=-1, lr=0.1, steps=20)

# %% [markdown]
# The steps get shorter as the ground gets flatter. The slope here is twice the distance to 4, so
# a step of 0.1 times the slope takes off a fifth of the distance, and leaves 0.8 of it. So the
# walk comes as close as you like, but it needs more steps for each further digit.

# %%
distance = 4 - steps.weights
print("distance to 4:           ", np.round(distance[:5], 4))
print("each over the one before:", np.round(distance[1:5] / distance[:4], 4))

# %% [markdown]
# Now walk yourself. On the left you see the curve and the slope where you stand, on the right the
# loss step by step. The same loop as above, `descent.descend`, has worked out every walk.
#
# - Move **step**, or press Run. Where are the steps long, where short?
# - Move **learning rate**. Can you arrive at 4 in one step? Can you make the loss go *up*?
# - Click into the left picture to start elsewhere. Does a start on the right of 4 arrive sooner?

# %%
explore_curve(parabola, start=-1.0, lr=0.1, steps=20)

# %% [markdown]
# ## A slope without a formula
#
# We had a formula for the slope. Sometimes there is none, or you want to check one. But a slope is
# only *rise over run*, and that can be measured: look at the loss a small distance $h$ away.
#
# - **Forward difference**: look ahead. $\dfrac{f(w + h) - f(w)}{h}$
# - **Central difference**: look ahead and back. $\dfrac{f(w + h) - f(w - h)}{2h}$
#
# Which $h$ is best? Let us try on a curve with two valleys, $f(w) = w^4 - 8w^2 + w + 10$. We will
# call it the **quartic**. Its slope has a formula, $4w^3 - 16w + 1$, so we can tell how good a
# measurement is.

# %%
predict(
    "which-h",
    "You measure the slope at w = 3. Which distance h gives the smallest error?",
    {
        "the smallest one, 1e-15": "In mathematics smaller is always better. But a computer keeps "
        "about 16 digits of each loss, and the difference of two almost equal ones has none left.",
        "one in between": "Too large bends the curve away, too small leaves no digits.",
        "the largest one, 0.1": "A wide h keeps its digits, but the curve bends between the two "
        "places, so it measures a slope that is not the one at 3.",
    },
)

# %%
true_slope = quartic.gradient(3.0)
print(f"true slope at w = 3: {true_slope}")

h = 10.0 ** -np.arange(1, 16)
forward = np.abs(descent.forward_difference(quartic, 3.0, h) - true_slope)
central = np.abs(descent.central_difference(quartic, 3.0, h) - true_slope)
for i in [0, 3, 7, 11, 14]:
    print(f"h = {h[i]:.0e}   forward error {forward[i]:.0e}   central error {central[i]:.0e}")

# %%
best_h = h[np.argmin(central)]
print(f"the smallest error is that of h = {best_h:.0e}")

# %%
reveal("which-h", best_h == h[-1], h[-1] < best_h < h[0], best_h == h[0])

# %%
errors = {"forward difference": forward, "central difference": central}
figures.difference_errors(h, errors, title="How well a difference measures the slope")

# %% [markdown]
# Both curves are a V. On the right, $h$ is too large: the loss bends between the two places. On
# the left, $h$ is too small: the computer keeps about 16 digits of each loss, and the difference
# of two almost equal losses has only a few of them left. In between it works.
#
# On the right side the central difference is far better: its error shrinks like $h^2$, the forward
# one only like $h$. On the left side both are equally bad. We will use central differences with
# $h = 10^{-4}$: a good measure, and far from the bad end.

# %% [markdown] exercise="numerical_gradient" part="statement"
# ### Exercise 1: measure a slope
#
# Write `numerical_gradient(f, w, h=1e-4)`. It takes a function `f`, a weight `w` and a distance
# `h`, and returns the **central** difference. For example, `numerical_gradient(quartic, 3.0)` is
# almost 61. The weight may be a whole number, too. Write it yourself, without
# `descent.central_difference`.
#
# <details><summary>Hint 1</summary>
#
# You need two losses: the one at `w + h` and the one at `w - h`.
#
# </details>
# <details><summary>Hint 2</summary>
#
# How far apart are these two places? Divide by that. Mind the brackets: Python works
# `a / 2 * h` from left to right.
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

# %% [markdown] exercise="descend" part="statement"
# ### Exercise 2: walk
#
# Write `descend(grad, w0, lr, steps)`: gradient descent. `grad` is a function that returns the
# slope at a weight. Start at `w0`, take `steps` steps with learning rate `lr`, and return **all**
# weights on the way as a list or an array: the start, the weight after each step, the last one.
# That makes `steps + 1` weights. For example, `descend(parabola.gradient, -1.0, 0.1, 2)` returns
# −1, 0 and 0.8. The start may be a whole number, such as `3`. Write the loop yourself, without
# `descent.descend`.
#
# <details><summary>Hint 1</summary>
#
# Begin with a list that holds the start alone. In a loop, append one weight for each step.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Each step begins where the last one ended. So the slope must be measured there, too.
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
# Now the quartic with its two valleys. The left one is deeper.

# %%
figures.curve(quartic, at=[3.0], title="The quartic: which valley will a walk from w = 3 find?")

# %%
predict(
    "which-valley",
    "The walk starts at w = 3 with rate 0.01. In which valley does it end?",
    {
        "the left, deeper valley": "Deeper sounds more attractive, but the hiker feels only the "
        "slope underfoot, and on the way from 3 nothing tells of the other valley.",
        "the right, shallower valley": "It is the first one on the way down from 3.",
        "it never settles": "Too bold a walk does that. At rate 0.01 the steps die out with the "
        "slope.",
    },
)

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
# You may use what you wrote above, if it works. If it does not, write the loop here once more:
# this exercise does not look at the other two, and `descent.central_difference` may measure the
# slopes for you. `descent.descend` may not walk for you.
#
# <details><summary>Hint</summary>
#
# `range(0, 201, 50)` counts 0, 50, 100, 150, 200. The weight after 50 steps is `weights[50]`.
#
# </details>


# %% exercise="quartic_walk" part="answer"
def quartic_walk(start):
    """Print every 50 steps, and return all 201 weights of the walk from start."""

    ### BEGIN SOLUTION
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    weights = descend(lambda w: numerical_gradient(f, w, h=1e-4), start, lr=0.01, steps=200)
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
# What happened? The next cell makes the same walk with the course's own code, so that you can go
# on even if yours does not work yet.


# %%
def measured_slope(w):
    return descent.central_difference(quartic, w, h=1e-4)


from_three = descent.descend(quartic, start=3.0, lr=0.01, steps=200, gradient=measured_slope)
for step in range(0, 201, 50):
    w, loss = from_three.weights[step], from_three.losses[step]
    print(f"step {step:3}   w = {w:.10f}   loss = {loss:.10f}")

# %%
reveal("which-valley", *np.isclose(from_three.final, quartic.minima, atol=1e-3))

# %%
for name, w in zip(["left", "right"], quartic.minima, strict=True):
    print(f"lowest point of the {name:5} valley: w = {w:+.10f}   loss = {quartic(w):.10f}")

# %% [markdown]
# The walk ends at 1.9679853981, on the floor of the **right** valley. The left valley is deeper by
# almost 4, but nothing on the way told the hiker so: every step only felt the slope right there.
# The lowest place of its surroundings is called a **local minimum**; the lowest of all is the
# **global minimum**.
#
# (The true floor is at 1.9679854007. The last digits differ because the slope was measured, and
# $h$ is small but not zero.)

# %% [markdown] exercise="deeper_valley" part="statement"
# ### Exercise 4: find the deeper valley
#
# Set two values:
#
# - `which_valley`: the valley that the walk from 3.0 ends in, `"left"` or `"right"`;
# - `deeper_start`: a start from which the same walk ends in the deeper valley, and would with
#   smaller rates, too.
#
# Try starts with your `quartic_walk`, or think about where the hill between the valleys is.

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
# All starts from which the walk ends in a valley are that valley's **basin**. Here are 61 walks at
# once: each mark is a start, from −3 to 3, and tells where its walk ended.

# %%
starts = np.linspace(-3, 3, 61)
ends = descent.descend(quartic, starts, lr=0.01, steps=2000).final
figures.basins(quartic, starts, ends, title="The two basins at rate 0.01")

# %% [markdown]
# The border is the top of the hill between the valleys, near $w = 0.06$. A walk that starts right
# of it goes right, one that starts left of it goes left. So *where you start* decides which valley
# you get, as long as the steps are small. Try starts on both sides of the border, and then larger
# rates: can a walk from 3 get over the hill after all?

# %%
explore_curve(quartic, start=3.0, lr=0.01, steps=100)

# %% [markdown]
# How sharp is the border? The next cell looks more closely, with 6001 starts at rate 0.01.

# %%
many = np.linspace(-3, 3, 6_001)
went_left = descent.descend(quartic, many, lr=0.01, steps=600).final < 0
print(f"last start that goes left: {many[went_left].max():.3f}")
print(f"starts from −3 to 3 that find the deeper valley: {went_left.mean():.1%}")

# %% [markdown]
# ## What goes wrong
#
# **Flat is not low.** At the very top of the hill the slope is zero too. A walk that starts there
# does not move at all. A hair to the left of it, and it goes all the way down.
#
# **Nearest is not always where you end.** A long first step can fly over the hill: from 5.4, on
# the *right*, the walk at rate 0.01 lands in the *left* valley. Long steps are the next lesson.

# %%
top = 0.06256121467181788  # here the computed slope is exactly 0
for start in [top, top - 1e-6, 5.4]:
    path = descent.descend(quartic, start, lr=0.01, steps=400)
    print(f"start {start:.6f}:   after 1 step {path.weights[1]:9.6f}   end {path.final:9.6f}")

# %% [markdown]
# ## What the article got wrong
#
# This course grows from five articles. One of them prints this table for the walk that you know:
# the loss $(w - 4)^2 + 2$, start $-1$, rate 0.1, 20 steps.
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
# Its last lines are *Final weight: 3.9988* and *Final loss: 0.0000*. Something in this table is
# impossible, whatever the program was. Can you see it before you go on?

# %% [markdown] exercise="article_table" part="statement"
# ### Exercise 5: put the table right
#
# Set three values, each as a number with at least four digits after the point (or let Python work
# it out):
#
# - `true_final_weight`: the weight after 20 steps;
# - `true_final_loss`: the loss there;
# - `lowest_possible_loss`: the lowest loss that any weight can have.
#
# <details><summary>Hint</summary>
#
# Your `descend` gives the weights, and so does the loop under "Many steps". The last question
# needs no program: what is the smallest value of a square?
#
# </details>

# %% exercise="article_table" part="answer"
### BEGIN SOLUTION
true_final_weight = descend(lambda w: 2 * (w - 4), -1.0, lr=0.1, steps=20)[-1]
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
# The article's losses sink below 2, which no weight can do, and its walk arrives too early. The
# program that it prints above the table gives other numbers: yours. So trust a printed result only
# as far as you can run it.
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
    "quick-1",
    "The slope at your weight is +3. A step with rate 0.1 makes the weight …",
    {
        "larger by 0.3": "A slope above zero rises to the right, so downhill is to the left.",
        "smaller by 0.3": "0.1 times 3, against the slope.",
        "smaller by 0.1": "The step is the rate times the slope, so on steep ground it is longer.",
    },
    right="smaller by 0.3",
)

# %%
quick(
    "quick-2",
    "In the picture of the hiker, the learning rate is …",
    {
        "the length of each step": "With the same rate, steps on flatter ground are shorter.",
        "what the slope is multiplied by to give the step": "Step = rate · slope.",
        "the height of the hill": "The height is the loss.",
    },
    right="what the slope is multiplied by to give the step",
)

# %%
quick(
    "quick-3",
    "The slope where you stand is exactly zero. Then you are …",
    {
        "at the lowest point of all": "Perhaps, but you cannot know: the floor of a shallower "
        "valley is flat, too.",
        "at a flat place: a valley's floor, a hilltop, or a level stretch": "And the walk stays "
        "there.",
        "done, with a loss of zero": "The parabola's lowest loss is 2, for example.",
    },
    right="at a flat place: a valley's floor, a hilltop, or a level stretch",
)

# %%
quick(
    "quick-4",
    "You measure a slope with a tiny h such as 1e-15. You get …",
    {
        "the most exact slope there is": "Two losses that are almost equal lose nearly all "
        "their digits in the difference.",
        "mostly rounding errors": "The V-shaped picture shows it.",
        "always zero": "Not always: it happens where `w + h` is the same number as `w`. At 3 it "
        "was just very wrong.",
    },
    right="mostly rounding errors",
)

# %% [markdown]
# ## Where it is used
#
# Fitting a line, training an image recogniser, training a language model: models whose loss has a
# slope are mostly trained with this step or a relative of it, with many weights instead of one.
# Not all models are: decision trees and nearest neighbours learn in other ways.
#
# ## Words for your glossary
#
# All words and signs of the course, with their other names: [notation](../../docs/notation.md).
#
# - **weight** $w$: a number that the method may change. Also called *parameter*.
# - **loss** $f(w)$: how bad that weight is; lower is better. Also called *cost* or *objective*.
# - **slope**, **gradient** $f'(w)$: how fast the loss rises when the weight grows. For
#   one weight it is also called *derivative*.
# - **learning rate** `lr`: what the slope is multiplied by. Also written $\alpha$ or $\eta$.
# - **step**: one change of the weight, $-\text{lr} \cdot f'(w)$.
# - **local minimum**, **global minimum**: lowest of its surroundings, lowest of all.
# - **basin**: all starts that end in the same place.
#
# Next: [Lesson 2, learning rates](../02_learning_rates/02_learning_rates.ipynb). How bold may a
# step be?
