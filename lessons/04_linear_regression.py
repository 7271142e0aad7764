# %% [markdown]
# # Lesson 4: Fitting a line
#
# *About 85 minutes. You need: lessons 1 to 3.*
#
# You will be able to
#
# - work out a loss, its two slopes and one step by hand;
# - write linear regression from scratch, in three short functions;
# - tell a walk that has arrived from one that only looks like it;
# - say why the best line is not the true line.

# %%
import numpy as np

from course import (
    built,
    check,
    data,
    descent,
    figures,
    finish,
    landscapes,
    predict,
    quick,
    regression,
    reveal,
    variants,
)
from course.explorers import explore_line

# %% [markdown]
# ## Five houses and a line
#
# A friend wants to sell a house of 1,800 square feet. What is it worth? You know what five houses
# nearby were sold for. If price and size go together, a line tells the price from the size:
#
# $$\text{price} = w \cdot \text{size} + b$$
#
# Two numbers may change: the **slope** $w$, thousands of dollars for each square foot, and the
# **intercept** $b$, thousands of dollars. Somebody guesses $w = 0.05$ and $b = 100$. The next
# picture shows this line. `houses.x` holds the five sizes and `houses.y` the five prices.

# %%
houses = data.five_houses()
guess_w, guess_b = 0.05, 100.0

# %% folded=true
figures.errors_of_lines(
    houses.x,
    houses.y,
    {f"first guess: {guess_w:g}·size + {guess_b:g}": (guess_w, guess_b)},
    x_label="size in square feet",
    y_label="price in $1000",
    title="Five houses and a first guess",
)

# %% [markdown]
# ## How wrong is a line?
#
# Each upright bar is an **error**: the prediction minus the price. Below zero means that the line
# is too low. Here is everything by hand.

# %%
predicted = guess_w * houses.x + guess_b
errors = predicted - houses.y
print("sizes:      ", houses.x)
print("prices:     ", houses.y)
print("predictions:", predicted)
print("errors:     ", errors)
print("squares:    ", errors**2)
print(f"sum of the squares: {np.sum(errors**2):,.0f}")
print(f"loss, their mean:   {np.mean(errors**2):,.0f}")
print(f"its root:           {np.sqrt(np.mean(errors**2)):.0f}")

# %% [markdown]
# The loss is the **mean squared error**, MSE for short, now with two weights:
#
# $$\text{MSE}(w, b) = \frac{1}{n} \sum_{i=1}^{n} (w x_i + b - y_i)^2$$
#
# Read Σ as "add up over all examples", $i$ from 1 to $n$: `np.sum`. House $i$ has the size $x_i$
# and the price $y_i$.
#
# Squares make every error count, whatever its sign, and large errors most of all. The loss is in
# *squared* thousands of dollars, so 6,875 says little by itself. Its root is in the units of the
# price: a typical error is about 83,000 dollars.
#
# ## Two slopes
#
# Two weights, so two slopes: how fast the loss changes when only $w$ grows, and how fast when only
# $b$ grows. Together they are the gradient of lesson 3. We call them `dw` and `db`. (The slope of
# the *line* is something else: it is $w$ itself.)
#
# Take one house. When $w$ grows by 1, its error grows by its size $x_i$. When $b$ grows by 1, its
# error grows by 1. And a square $e^2$ changes $2e$ times as fast as $e$ does. So
#
# $$\frac{\partial\, \text{MSE}}{\partial w} = \frac{2}{n} \sum_{i=1}^{n} (w x_i + b - y_i)\, x_i
# \qquad\qquad
# \frac{\partial\, \text{MSE}}{\partial b} = \frac{2}{n} \sum_{i=1}^{n} (w x_i + b - y_i)$$
#
# Read $\partial$ as "only this weight moves".

# %%
predict(
    "signs-of-the-slopes",
    "Our line is too low for every house. What are the signs of dw and db?",
    {
        "both below zero": "Every error is below zero and every size above it, so all products "
        "are below zero. If either weight grows, the line rises and the loss falls.",
        "both above zero": "The line must go up, and up looks like plus. But a slope tells what "
        "the loss does when the weight grows, and here it falls.",
        "one of each": "That happens when the line is too high on one side and too low on the "
        "other. Here every error has the same sign.",
    },
)

# %%
dw = 2 / 5 * np.sum(errors * houses.x)
db = 2 / 5 * np.sum(errors)
print("error · size:", errors * houses.x)
print(f"dw = 2/5 · their sum       = {dw:,.0f}")
print(f"db = 2/5 · sum of errors   = {db:,.0f}")
print(f"dw is {dw / db:,.0f} times db")

# %% folded=true
sign_w, sign_b = np.sign(regression.gradients(houses.x, houses.y, 0.05, 100.0))
reveal("signs-of-the-slopes", sign_w < 0 and sign_b < 0, sign_w > 0 and sign_b > 0)

# %% [markdown]
# So in the next step both weights *will* grow, and the line rises. For $b$ that is a detour: 100
# is its best value already, as you will see. A slope only knows how things are right here.
#
# Why is one slope so much larger? Not because $w$ matters more. The sizes are written in square
# feet and are large numbers. Lesson 5 begins with this.
#
# ## One step
#
# A step goes against the slopes, with both weights **at the same time**:
#
# $$w \leftarrow w - \text{lr} \cdot \frac{\partial\, \text{MSE}}{\partial w} \qquad\qquad
# b \leftarrow b - \text{lr} \cdot \frac{\partial\, \text{MSE}}{\partial b}$$
#
# From here on `landscapes.squared_error` makes the loss of the houses for us, and
# `regression.curvatures` works out its curvatures, the flattest direction first (how, is no matter
# here). Two rates, one step of each:

# %%
house_loss = landscapes.squared_error(houses.x, houses.y)
for lr in [1e-7, 1e-5]:
    new_w, new_b = guess_w - lr * dw, guess_b - lr * db
    new_loss = house_loss(np.array([new_w, new_b]))
    print(f"lr = {lr}:   w = {new_w:.4f}   b = {new_b:.6f}   loss = {new_loss:,.0f}")

largest = regression.curvatures(houses.x, houses.y)[-1]
print(f"largest curvature {largest:,.0f}, so the limit of the rate is {2 / largest:.2e}")

# %% [markdown]
# The small rate brings the loss down to a fifth. The other is far above the limit, 2 over the
# largest curvature (lessons 2 and 3), and flies away. Here are 20 steps with the small one.

# %%
guess_walk = descent.descend(house_loss, [guess_w, guess_b], lr=1e-7, steps=20)
print(f"after {guess_walk.steps} steps:", end=" ")
print(f"w = {guess_walk.final[0]:.6f}   b = {guess_walk.final[1]:.6f}")
print(f"a house of 1,800 square feet: {guess_walk.final[0] * 1800 + guess_walk.final[1]:.0f}")

# %% folded=true
figures.errors_of_lines(
    houses.x,
    houses.y,
    {
        "first guess": (guess_w, guess_b),
        "after 1 step": guess_walk.weights[1],
        f"after {guess_walk.steps} steps": guess_walk.final,
    },
    x_label="size in square feet",
    y_label="price in $1000",
    title="The walk from the first guess",
)

# %% [markdown]
# The line fits all five houses, and your friend can ask for 280,000 dollars.

# %%
predict(
    "start-at-zero",
    "Now start from w = 0 and b = 0, at the same rate, and take 1000 steps. Where does it get?",
    {
        "to the same line": "It is the only lowest place, and 1000 steps look like plenty. But "
        "along the flattest direction a step is tiny.",
        "to another line: b has hardly left zero": "The sizes are large numbers, so w bears a "
        "tiny rate only. At that rate b gets nowhere in 1000 steps, and w makes the best of it.",
        "nowhere, it diverges": "The rate is below the limit, and the limit does not depend on "
        "the start.",
    },
)

# %%
zero_walk = descent.descend(house_loss, [0.0, 0.0], lr=1e-7, steps=1000)
for step in [1, 5, 20, 1000]:
    zero_w, zero_b = zero_walk.weights[step]
    print(f"step {step:4}   w = {zero_w:.5f}   b = {zero_b:.5f}", end="   ")
    print(f"loss = {zero_walk.losses[step]:,.0f}")
print(f"typical error at the end: {np.sqrt(zero_walk.losses[-1]):.0f} thousand dollars")

# %% folded=true
w_end, b_end = descent.descend(house_loss, [0.0, 0.0], lr=1e-7, steps=1000).final
reveal("start-at-zero", np.allclose([w_end, b_end], [0.1, 100], atol=0.01), 0 < b_end < 1)

# %% [markdown]
# **Has a walk arrived?** Its loss alone does not tell you. From step 20 on this one looks level,
# and a typical error is still 43,000 dollars. Look at the weights as well, and ask whether their
# digits still change. The rest of this way takes very long:

# %% folded=true
flattest = regression.curvatures(houses.x, houses.y)[0]
halving = np.log(0.5) / np.log1p(-1e-7 * flattest)
print(f"the distance along the flattest direction halves every {halving:,.0f} steps")

# %% [markdown]
# ## From scratch
#
# Now you write all of it. Three short functions make a linear regression.

# %% [markdown] exercise="mse" part="statement"
# ### Exercise 1: the loss
#
# Write `mse(x, y, w, b)`: the mean squared error of the line $w x + b$. `x` and `y` are arrays of
# the same length, `w` and `b` are numbers. Return one number.
#
# For example, `mse(houses.x, houses.y, 0.05, 100)` gives 6875.
#
# All arrays in this lesson may hold whole numbers: `np.array([3, 5])`. Work the loss out yourself,
# without `regression.mean_squared_error` and `landscapes.squared_error`.
#
# <details><summary>Hint 1: in words</summary>
#
# Read the name backwards: error, squared, mean. Say what each of the three is, for all houses
# together. Each is a short piece of code.
#
# </details>
# <details><summary>Hint 2: smaller steps</summary>
#
# You need no loop: `w * x + b` is the array of all predictions. What do you subtract from it?
#
# </details>
# <details><summary>Hint 3: repair this</summary>
#
# Your friend wrote `np.mean(w * x + b - y) ** 2`. For errors of −10 and 10 it gives 0. What went
# wrong with the order of things?
#
# </details>
# <details><summary>Hint 4: the reasons, one by one</summary>
#
# The error is prediction minus target, one for each house. Square each one *before* the mean, so
# that errors above and below zero cannot cancel. The mean, not the sum, so that the loss does not
# grow with the number of houses. `np.mean` divides by the right number by itself.
#
# </details>


# %% exercise="mse" part="answer"
def mse(x, y, w, b):
    """Return the mean squared error of w·x + b: x and y of shape (n,), w and b numbers."""
    ### BEGIN SOLUTION
    return np.mean((w * x + b - y) ** 2)
    ### END SOLUTION


# %% exercise="mse" part="check"
check("mse")

# %% exercise="mse" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("mse", seed=11503)
### END HIDDEN TESTS

# %% [markdown] exercise="gradients" part="statement"
# ### Exercise 2: its two slopes
#
# Write `gradients(x, y, w, b)`. It takes the same as `mse` and returns the two slopes `(dw, db)`,
# in this order.
#
# For example, `gradients(houses.x, houses.y, 0.05, 100)` gives `(-275000, -150)`.
#
# Work them out yourself, without `regression.gradients` and `landscapes.squared_error`.
#
# <details><summary>Hint 1: in words</summary>
#
# The cell that printed dw and db above did it for five houses. Which number in it must change for
# any number of houses?
#
# </details>
# <details><summary>Hint 2: smaller steps</summary>
#
# Work out the errors once; both slopes need them. $\frac{1}{n}\sum$ is a mean. So `dw` is twice a
# mean of something, and `db` twice a mean of something else.
#
# </details>
# <details><summary>Hint 3: repair this</summary>
#
# Your friend wrote `2 / 5 * np.sum(error * x)`. It is right for the five houses and wrong for
# three. Why?
#
# </details>
# <details><summary>Hint 4: the reasons, one by one</summary>
#
# The 2 comes from the square. When $w$ grows, an error grows as fast as its $x$ is large, so in
# `dw` each error is multiplied by its own $x$ before the mean is taken. When $b$ grows, every
# error grows equally fast, so `db` needs no $x$. A function returns two things with a comma
# between them.
#
# </details>


# %% exercise="gradients" part="answer"
def gradients(x, y, w, b):
    """Return (dw, db), the slopes of the mean squared error; x and y of shape (n,)."""
    ### BEGIN SOLUTION
    error = w * x + b - y
    return 2 * np.mean(error * x), 2 * np.mean(error)
    ### END SOLUTION


# %% exercise="gradients" part="check"
check("gradients")

# %% exercise="gradients" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("gradients", seed=22817)
### END HIDDEN TESTS

# %% [markdown] exercise="fit" part="statement"
# ### Exercise 3: the walk
#
# Write `fit(x, y, lr=0.01, steps=500)`: gradient descent for the line.
#
# - Start at **w = 0 and b = 0**.
# - Take `steps` steps with learning rate `lr`. Each step moves both weights at once: both slopes
#   are measured at the same place.
# - Return the last `(w, b)`.
#
# For example, `fit(np.array([1, 3]), np.array([2, 4]), lr=0.1, steps=2)` gives `(1.16, 0.52)`.
#
# You may use your `gradients` or, if it does not work yet, the course's `regression.gradients`.
# Write the loop yourself, without `descent.descend`.
#
# <details><summary>Hint 1: in words</summary>
#
# What happens in one round of the loop? Where do you stand, what do you measure there, what moves?
# And what must be known before the first round?
#
# </details>
# <details><summary>Hint 2: smaller steps</summary>
#
# Before the loop: both weights at zero. In each round: first both slopes, in one line, then both
# new weights. After the loop: return them.
#
# </details>
# <details><summary>Hint 3: repair this</summary>
#
# In the loop your friend first wrote the line that moves `w`, then asked for the slopes once more,
# and then moved `b`. Everything runs, and the digits are a little off. At which place was the
# slope for `b` measured?
#
# </details>
# <details><summary>Hint 4: the reasons, one by one</summary>
#
# The slopes belong to the place where you stand, so they are asked for inside the loop, once in
# every round, and before anything moves. Rate times slope is the step; minus takes you downhill.
# The names `lr` and `steps` are used as they are, so that the caller can choose. The `return` is
# indented as far as the `for`, so that it waits for the last round.
#
# </details>


# %% exercise="fit" part="answer"
def fit(x, y, lr=0.01, steps=500):
    """Return (w, b) after a walk from zero on the mean squared error; x and y of shape (n,)."""
    ### BEGIN SOLUTION
    w, b = 0.0, 0.0
    for _ in range(steps):
        dw, db = gradients(x, y, w, b)
        w = w - lr * dw
        b = b - lr * db
    return w, b
    ### END SOLUTION


# %% exercise="fit" part="check"
check("fit")

# %% exercise="fit" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("fit", seed=33029)
### END HIDDEN TESTS

# %% [markdown]
# ## Two hundred points
#
# Now a test with a known answer. Here are 200 points, made with the slope 3 and the intercept 7,
# and then shaken: every $y$ got random **noise**. Its **standard deviation**, its typical size, is
# 0.5.

# %%
noisy = data.noisy_line()
print(f"{len(noisy.x)} points, x from {noisy.x.min():.2f} to {noisy.x.max():.2f}")

# %%
predict(
    "where-it-ends",
    "A walk downhill on the loss of these 200 points goes on for very long. Where does it end?",
    {
        "close to 3 and 7, at the line with the lowest loss": "The walk goes where the loss of "
        "these points is lowest. Noise has moved that place a little.",
        "at slope 3 and intercept 7 exactly": "That line made the points. But the walk never sees "
        "it: it sees the points alone, and the noise tilts them a little.",
        "somewhere else each time you run it": "The noise is random, but the points are there "
        "now, and nothing in the walk is random.",
    },
)

# %% [markdown]
# Your own `fit` does the walking. (`built` takes the course's own as long as yours is not right.)

# %%
my_fit = built("fit")
steps, lines = 500, {}
for lr in [0.01, 0.1]:
    lines[f"{steps} steps at {lr}"] = my_fit(noisy.x, noisy.y, lr, steps)

# %% folded=true
last_fit = [name for name in lines if "steps" in name][-1]
figures.lines_on_data(
    noisy.x,
    noisy.y,
    {"the line that made them": (3, 7), f"your fit, {last_fit}": lines[last_fit]},
    x_label="x",
    y_label="y",
    title=f"{len(noisy.x)} points, the line that made them, and your fit",
)

# %% [markdown]
# ## Where the walk ends
#
# The line of the lowest loss of all is called the **least-squares** line. There is a way to find
# it without walking (lesson 5). Compare:

# %%
noisy_loss = landscapes.squared_error(noisy.x, noisy.y)
best_line = regression.least_squares(noisy.x, noisy.y)
lines["least squares"], lines["the true line"] = best_line, (3.0, 7.0)
for name, line in lines.items():
    print(
        f"{name:18} w = {line[0]:.8f}   b = {line[1]:.8f}   loss {noisy_loss(np.array(line)):.5f}"
    )

# %% folded=true
two_hundred = data.noisy_line()
course_loss = landscapes.squared_error(two_hundred.x, two_hundred.y)
course_end = descent.descend(course_loss, [0.0, 0.0], lr=0.1, steps=500).final
reveal(
    "where-it-ends",
    np.allclose(course_end, course_loss.minima[0], atol=1e-6),
    np.allclose(course_end, [3, 7], atol=1e-6),
)

# %% [markdown]
# **500 steps at 0.01 are nearly enough, but not quite.** The digits still differ from those at
# rate 0.1. How many steps does each rate need until both weights are within 0.0001 of the best?

# %% folded=true
rates = np.array([0.001, 0.01, 0.1, 0.5])
many_walks = descent.descend(noisy_loss, [0.0, 0.0], rates, steps=6000)
near = np.all(np.abs(many_walks.weights - best_line) < 1e-4, axis=-1)
for i, rate in enumerate(rates):
    print(f"rate {rate:5}: {np.argmax(near[:, i]):4} steps")
print(f"rates above {2 / regression.curvatures(noisy.x, noisy.y)[-1]:.4f} diverge")

# %% [markdown]
# **The best line is not the true line.** The walk did nothing wrong: at the true line the loss is
# *higher*, 0.22653 instead of 0.22116. This is the loss on the very points that the line was
# fitted to, the **training loss**. The best line has bent itself a little to their noise, so its
# training loss flatters it. Remember this: in lesson 5 it decides which model you may trust.
#
# How far off is a fit, typically? If the noise is independent and has the same spread everywhere,
# statistics has a formula for it, the **standard error**.

# %%
w_error, b_error = regression.standard_errors(noisy.x, noisy.y)
print(f"slope:     {best_line[0] - 3:+.4f} from the truth, standard error {w_error:.4f}")
print(f"intercept: {best_line[1] - 7:+.4f} from the truth, standard error {b_error:.4f}")

# %% [markdown]
# Two standard errors are nothing unusual: about one fit in twenty is further off. To see it, the
# next cell makes 400 data sets in the same way, each with new points and new noise, and fits
# them all.

# %% folded=true
others = [data.noisy_line(seed=seed) for seed in range(1, 401)]
figures.estimates(
    [regression.least_squares(other.x, other.y) for other in others],
    truth=(3, 7),
    chosen=best_line,
    title="400 fits, each to new points, scatter around the true line",
)

# %% [markdown]
# More data helps, but slowly: four times as many points halve the standard errors, roughly. A
# better way to walk does not help at all: every walk that arrives is at the same lowest place.

# %%
for n in [200, 800, 3200]:
    more = data.noisy_line(n=n)
    more_errors = regression.standard_errors(more.x, more.y)
    print(f"{n:4} points: standard errors", np.round(more_errors, 4))

# %% [markdown]
# ## A long, narrow valley
#
# Why did the houses take so long? Five points show it, exactly on the line $y = 2x + 1$.

# %%
points = data.five_points()
point_loss = landscapes.squared_error(points.x, points.y)
print("x =", points.x, "  y =", points.y)

# %%
predict(
    "way-to-two",
    "The walk starts at w = 0 and b = 0, rate 0.01. Its best w is 2. What does w do on its way?",
    {
        "it passes 2, and then comes back slowly": "As long as b is too low, a line that is too "
        "steep has the lowest loss. When b climbs, w comes back.",
        "it rises to 2 and stays below": "So it would with one weight. But b starts too low as "
        "well, and as long as it is, a steeper line does better.",
        "it lands on 2 exactly": "A walk lands on the floor in one step only at one special rate, "
        "and here the best w changes while b moves.",
    },
)

# %%
point_walk = descent.descend(point_loss, [0.0, 0.0], lr=0.01, steps=3000)
for step in [1, 5, 20, 40, 100, 3000]:
    print(f"step {step:4}   (w, b) =", np.round(point_walk.weights[step], 2))

# %% folded=true
on_line = landscapes.squared_error(np.arange(1, 6), 2 * np.arange(1, 6) + 1)
highest_w = descent.descend(on_line, [0.0, 0.0], lr=0.01, steps=3000).weights[:, 0].max()
reveal("way-to-two", highest_w > 2.01, highest_w < 2)

# %% [markdown]
# Look at the line and at its loss together. The point on the right *is* the line on the left.
#
# - Drag the line, by its ends or by its middle. How low can you get its loss by hand?
# - Drag the point on the right. Which way can it go far while the loss hardly changes?
# - Put both weights back to 0 and press Run. When is the walk fast, and when slow?

# %%
explore_line(points.x, points.y)

# %% [markdown]
# The loss is a long, narrow valley from the upper left to the lower right: a little too steep and
# a little too low is nearly as good as the best line. The walk rushes down into it within a few
# steps. Then it creeps along the floor, where there is hardly any slope. It is the ravine of
# lesson 3, and here is its condition number.

# %%
low, high = regression.curvatures(points.x, points.y)
print(f"curvatures {low:.4f} and {high:.4f}, condition number {high / low:.2f}")
print(f"the valley is {np.sqrt(high / low):.1f} times as long as it is wide")

# %% [markdown]
# ## Losses that look alike
#
# Three losses are in use: the sum of squares, their mean, and half the mean. All are lowest at the
# same place. But their slopes differ, and so does the largest rate. Before you copy a learning
# rate, look which loss it was meant for. This course takes the mean.

# %%
steepest = regression.curvatures(noisy.x, noisy.y)[-1]
print("200 points     limit of the rate")
for name, factor in {"sum": 200, "mean": 1, "half the mean": 0.5}.items():
    print(f"{name:14} {2 / (factor * steepest):.4f}")

# %% [markdown]
# ## Project: exam scores
#
# Eight students, the hours that each studied, and their scores out of 100 points.

# %%
exam = variants.given("exam_scores")
print("hours: ", exam.x)
print("scores:", exam.y)

# %%
quick(
    "spot-the-wrong-line",
    "Spot it before you run it. An article says that the best line here is 40.6 + 7.4·hours. The "
    "mean of the hours is 4.5 and that of the scores 71.9. What gives the article away?",
    {
        "its line passes the mean of the hours at 73.9, not at 71.9": "At the best line db is "
        "zero, so the errors add up to zero: it must pass through the point of both means.",
        "its line misses nearly all of the points": "So do most best lines: they pass between "
        "the points, and need not meet a single one.",
        "nothing can be seen without a fit": "One thing can: at the lowest place db is zero, and "
        "db is twice the mean of the errors.",
    },
    right="its line passes the mean of the hours at 73.9, not at 71.9",
)

# %% [markdown] exercise="exam_scores" part="statement"
# ### Exercise 4: what do the scores say?
#
# Use anything you wrote in this lesson. Set four values, with at least four digits after the
# point, or let Python work them out:
#
# - `exam_slope` and `exam_intercept`: the least-squares line, points for each hour and points at 0
#   hours;
# - `exam_loss`: its mean squared error;
# - `hours_for_75`: after how many hours the line reaches 75 points.
#
# <details><summary>Hint 1: in words</summary>
#
# Which of your functions finds a line, and which one tells its loss? For the last value, write the
# line as an equation with 75 on one side.
#
# </details>
# <details><summary>Hint 2: smaller steps</summary>
#
# `fit(exam.x, exam.y)` gives a line. Is it the best one? Take more steps, and look whether the
# digits still change. A rate three times as large is still safe here.
#
# </details>
# <details><summary>Hint 3: repair this</summary>
#
# Your friend took `fit(exam.x, exam.y)` as it is, and then with twice as many steps. The second
# slope is clearly smaller than the first. What does that tell?
#
# </details>
# <details><summary>Hint 4: the reasons, one by one</summary>
#
# A walk has arrived when more steps no longer change the digits that you need: here after some
# thousand steps. Slope · hours + intercept = 75: first take the intercept away from both sides,
# then divide by the slope.
#
# </details>

# %% exercise="exam_scores" part="answer"
### BEGIN SOLUTION
exam_slope, exam_intercept = fit(exam.x, exam.y, lr=0.03, steps=5000)
exam_loss = mse(exam.x, exam.y, exam_slope, exam_intercept)
hours_for_75 = (75 - exam_intercept) / exam_slope
### END SOLUTION

# %% exercise="exam_scores" part="check"
check("exam_scores")

# %% exercise="exam_scores" part="hidden"
# More checks run here when your work is graded.
### BEGIN HIDDEN TESTS
check("exam_scores", seed=99017)
### END HIDDEN TESTS

# %%
exam_line = regression.least_squares(exam.x, exam.y)
print(f"at 10 hours the best line promises {exam_line[0] * 10 + exam_line[1]:.1f} points")

# %% folded=true
figures.lines_on_data(
    exam.x,
    exam.y,
    {"least squares": exam_line, "the article's line": (7.4, 40.6)},
    x_label="hours studied",
    y_label="score, out of 100",
    title="Exam scores",
)

# %% [markdown]
# ## What goes wrong
#
# **Beyond the data.** No loss warns you of this: at 10 hours the line promises more points than
# there are. Scores must flatten on the way to 100. A line is good where there is data; beyond
# that, it just goes straight on.
#
# **Not there yet.** A level loss is no proof. Look at the weights, or try another start.
#
# <details><summary>For the curious: does a walk on a convex loss always arrive?</summary>
#
# A loss is called *convex* if a straight line between two points of its surface never runs below
# the surface. The loss of a line is convex. Articles say that descent then always finds the lowest
# place. It needs three things more: that there is one, that there is a largest curvature $L$ at
# all, and a rate below $2/L$. $e^{-w}$ is convex and has no lowest place: the walk never ends.
# $w^4$ has one, but no largest curvature: from 3 at rate 0.1 the walk flies apart. And even where
# all is well, it may take millions of steps, as for the houses above.
#
# </details>

# %% folded=true
endless = descent.descend(landscapes.exponential, 0.0, lr=0.1, steps=10_000)
for step in [10, 100, 1000, 10_000]:
    print(f"exp(−w), step {step:6,}:   w = {endless.weights[step]:.2f}")
fourth = 3.0
for step in [1, 2, 3]:
    fourth = fourth - 0.1 * 4 * fourth**3
    print(f"w⁴ from 3 at rate 0.1, step {step}:   w = {fourth:.4g}")

# %% [markdown]
# ## In one formula
#
# $$w \leftarrow w - \text{lr} \cdot \frac{2}{n} \sum_{i=1}^{n} (w x_i + b - y_i)\, x_i
# \qquad
# b \leftarrow b - \text{lr} \cdot \frac{2}{n} \sum_{i=1}^{n} (w x_i + b - y_i)$$
#
# Both at once, below the limit, until two different starts give the same digits.

# %% [markdown]
# ## Quick check
#
# Click the answer you would give: each one is explained.

# %%
quick(
    "slope-of-2.9",
    "Your fit gives a slope of 2.9, and the data were made with 3. Then …",
    {
        "the walk needs more steps": "Perhaps, but a walk that has arrived will not be at 3 "
        "either: the lowest loss is elsewhere.",
        "the learning rate was far too small": "Not necessarily: compare with the least-squares "
        "line before you blame the walk.",
        "it may be the least-squares line": "Noise moves the line of lowest loss away from the "
        "true one.",
    },
    right="it may be the least-squares line",
)

# %%
quick(
    "sum-for-mean",
    "You take the sum of the squares instead of their mean. Then …",
    {
        "another line is best": "The sum is n times the mean, and both are lowest at the same "
        "place.",
        "the rate must be n times smaller": "All slopes are n times as large, and the same line "
        "is best.",
        "nothing changes": "With the same rate each step is n times as long, and may diverge.",
    },
    right="the rate must be n times smaller",
)

# %%
quick(
    "all-too-low",
    "For our five houses an article ends with the line 0.08·size + 110. Its errors are 0, −10, "
    "−20, −30 and −40. Can this be the line of the lowest loss?",
    {
        "yes, one house is met exactly": "One point says nothing: through every point there are "
        "lines of all slopes.",
        "yes, if the walk took enough steps": "After enough steps db is zero, and here it is not.",
        "no, raising the line would make the loss smaller": "The errors add up to −100, so db is "
        "below zero, and a larger b helps.",
    },
    right="no, raising the line would make the loss smaller",
)

# %%
quick(
    "first-loss",
    "Spot it before you run it. For the points x = 1 … 5 on y = 2x + 1, an article prints 65 as "
    "the first loss, at w = b = 0. What is it really, the mean of the squares of 3, 5, 7, 9 and "
    "11?",
    {
        "57": "9 + 25 + 49 + 81 + 121 is 285, and a fifth of it is 57. A first loss can be tested "
        "with pencil and paper.",
        "65": "So the article says, but the squares add up to 285, not to 325.",
        "49": "That is the square of the mean, 7. First square, then take the mean.",
    },
    right="57",
)

# %% [markdown]
# ## Where it is used
#
# Linear regression is the first model to try wherever a number is predicted: prices, energy use,
# the effect of a medicine. A network that predicts a number mostly ends in a line like ours, and
# its loss is often the mean squared error.
#
# ## Words for your glossary
#
# All words and signs of the course, with their other names: [notation](../../docs/notation.md).
#
# - **error**, **residual**: prediction minus target; many books write it the other way round.
# - **mean squared error**, MSE: the mean of the squared errors. Its root is in the target's units.
# - **intercept** $b$: the prediction where the input is 0. Also called *bias*.
# - **standard deviation** $\sigma$: the typical distance from the mean.
# - **noise**: what chance adds to a target.
# - **least squares**: the weights of the lowest mean squared error.
# - **training loss**: the loss on the examples that the model was fitted to.
# - **standard error**: how far an estimate typically lies from the truth, because of noise.
#
# Next: [Lesson 5, many features](../05_many_features/05_many_features.ipynb). A house is more than
# its size.

# %%
finish("Drag the line to the lowest loss that you can find, then press Run: which weight moves?")
