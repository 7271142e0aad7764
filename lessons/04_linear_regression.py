# %% [markdown]
# # Lesson 4: Fitting a line, then a plane
#
# *About 150 minutes. It comes in two halves of the same length. You need: Python, a little NumPy,
# and what a slope is. Loss, gradient and learning rate are told again.*
#
# You will be able to
#
# - work out a loss, its two gradients and one step by hand;
# - write linear regression from scratch, in three short functions;
# - say why the best line is not the true line;
# - scale features, and bring the answer back to their own units;
# - say when to walk downhill and when to solve at once;
# - do all of it with scikit-learn, and know what it does for you.

# %%
import numpy as np

from course import check, data, descent, figures, landscapes, predict, quick, regression, reveal
from course.explorers import explore_line

# %% [markdown]
# ## First half: five houses and a line
#
# Five houses, each with its size in square feet and its price in thousands of dollars. We look
# for a line that tells the price from the size:
#
# $$\text{price} = w \cdot \text{size} + b$$
#
# Two numbers may change: the **slope** $w$, thousands of dollars for each square foot, and the
# **intercept** $b$, thousands of dollars. Somebody's first guess is $w = 0.05$ and $b = 100$.

# %%
houses = data.five_houses()
figures.errors_of_lines(
    houses.x,
    houses.y,
    {"first guess: 0.05·size + 100": (0.05, 100)},
    x_label="size in square feet",
    y_label="price in $1000",
    title="Five houses and a line that is too low",
)

# %% [markdown]
# ## How wrong is a line?
#
# Each red bar is an **error**: the prediction minus the price. Below zero means that the line is
# too low. Here is everything by hand.

# %%
w, b = 0.05, 100.0
print("size   price   prediction   error   squared error")
for size, price in zip(houses.x, houses.y, strict=True):
    error = w * size + b - price
    print(f"{size:4.0f} {price:7.0f} {w * size + b:12.0f} {error:7.0f} {error**2:15,.0f}")

errors = w * houses.x + b - houses.y
print(f"sum of squares: {np.sum(errors**2):,.0f}")
print(f"loss, their mean: {np.mean(errors**2):,.0f}")
print(f"its root: {np.sqrt(np.mean(errors**2)):.3f}")

# %% [markdown]
# The loss is the **mean squared error**, MSE for short:
#
# $$\text{MSE}(w, b) = \frac{1}{n} \sum_{i=1}^{n} (w x_i + b - y_i)^2$$
#
# The squares make every error count, whatever its sign, and large errors most of all. A loss of
# 6,875 is in *squared* thousands of dollars, so it says little by itself. Its root is in the
# units of the price: the guess is off by about $82,916 for a typical house.

# %%
predict(
    "signs",
    "The line is too low for every house. What are the signs of its two slopes, dw and db?",
    {"both below zero": "", "both above zero": "", "one of each": ""},
)

# %% [markdown]
# ## Two slopes
#
# The loss now has two weights, so it has two slopes: how fast it changes when only $w$ grows, and
# how fast when only $b$ grows. Together they are the **gradient**. (Do not mix them up with the
# slope of the *line*, which is $w$ itself.) We call them `dw` and `db`.
#
# Take one house. When $w$ grows by 1, its error grows by $x_i$. When $b$ grows by 1, its error
# grows by 1. And a square $e^2$ changes $2e$ times as fast as $e$ does. So
#
# $$\frac{\partial\, \text{MSE}}{\partial w} = \frac{2}{n} \sum_{i=1}^{n} (w x_i + b - y_i)\, x_i
# \qquad\qquad
# \frac{\partial\, \text{MSE}}{\partial b} = \frac{2}{n} \sum_{i=1}^{n} (w x_i + b - y_i)$$

# %%
print("size   error   error · size")
for size, error in zip(houses.x, errors, strict=True):
    print(f"{size:4.0f} {error:7.0f} {error * size:14,.0f}")
print(f"sums {np.sum(errors):7,.0f} {np.sum(errors * houses.x):14,.0f}")

dw = 2 / 5 * np.sum(errors * houses.x)
db = 2 / 5 * np.sum(errors)
print(f"dw = 2/5 · sum = {dw:,.0f}")
print(f"db = 2/5 · sum = {db:,.0f}")
reveal(
    "signs",
    {(-1, -1): "both below zero", (1, 1): "both above zero"}.get(
        (int(np.sign(dw)), int(np.sign(db))), "one of each"
    ),
)

# %% [markdown]
# A slope below zero says: make this weight larger. So both should grow, and the line rises.
#
# Look at the sizes of the two slopes, too. One is 1,833 times the other. That is not because $w$
# matters more. It is because the sizes are written in square feet and are large numbers. Keep it
# in mind for the second half.

# %%
print(f"dw is {dw / db:,.0f} times db")

# %% [markdown]
# ## One step
#
# A step goes against the slopes, both weights **at the same time**:
#
# $$w \leftarrow w - \text{lr} \cdot \frac{\partial\, \text{MSE}}{\partial w} \qquad\qquad
# b \leftarrow b - \text{lr} \cdot \frac{\partial\, \text{MSE}}{\partial b}$$
#
# An article tries two learning rates for these houses: 1e-5 and 1e-7.

# %%
predict(
    "bold",
    "One rate is 100 times the other. What will several steps with the larger one, 1e-5, do?",
    {
        "arrive sooner": "",
        "step over the best line, and further away each time": "",
        "hardly move": "",
    },
)

# %%
for lr in [1e-7, 1e-5]:
    new_w, new_b = w - lr * dw, b - lr * db
    loss = regression.mean_squared_error(houses.x, houses.y, new_w, new_b)
    print(f"lr = {lr:.0e}:   w = {new_w:.4f}   b = {new_b:.6f}   loss = {loss:,.2f}")

# %% [markdown]
# The loss was 6,875. With 1e-7 it fell to a fifth. With 1e-5 the slope $w$ flew from 0.05 to 2.8,
# and the loss rose to twenty million. Here are more steps of each. `landscapes.squared_error`
# makes the loss of these houses, and `descent.descend` repeats the step.

# %%
house_loss = landscapes.squared_error(houses.x, houses.y)
walks = {lr: descent.descend(house_loss, [w, b], lr, steps=20) for lr in [1e-7, 1e-5]}
for step in range(4):
    told = [f"lr = {lr:.0e}: w = {path.weights[step, 0]:10.4f}" for lr, path in walks.items()]
    print(f"step {step}   " + "   ".join(told))
print(f"step 20   lr = 1e-07: w = {walks[1e-7].final[0]:.6f}   b = {walks[1e-7].final[1]:.6f}")
reveal(
    "bold",
    "step over the best line, and further away each time"
    if walks[1e-5].outcome == "diverged"
    else "arrive sooner",
)

# %% [markdown]
# This loss is a bowl. Along its steepest direction it has the curvature $L$, and with a rate
# below $2/L$ no walk can diverge. Above $2/L$ every walk does, unless it starts with no error at
# all in that direction. For these houses the limit is 3.636e-07.

# %%
steepest = regression.curvatures(houses.x, houses.y)[-1]
print(f"steepest curvature L = {steepest:,.2f}   limit 2/L = {2 / steepest:.3e}")
for lr in walks:
    print(f"lr = {lr:.0e}: each step multiplies that part of the error by {1 - lr * steepest:.2f}")

# %%
first_step = walks[1e-7].weights[1]
figures.errors_of_lines(
    houses.x,
    houses.y,
    {
        "first guess": (w, b),
        "after 1 step": first_step,
        "after 20 steps": walks[1e-7].final,
    },
    x_label="size in square feet",
    y_label="price in $1000",
    title="The walk at rate 1e-7",
)

# %% [markdown]
# ## Two hundred points
#
# Now the real thing. Here are 200 points, made with the slope 3 and the intercept 7, and then
# shaken: every $y$ got random noise with a standard deviation of 0.5.

# %%
noisy = data.noisy_line()
print(f"{len(noisy.x)} points with x from {noisy.x.min():.2f} to {noisy.x.max():.2f}")
figures.lines_on_data(
    noisy.x,
    noisy.y,
    {"the line that made them": (3, 7)},
    x_label="x",
    y_label="y",
    title="200 points about the line 3·x + 7",
)

# %%
predict(
    "where",
    "A walk downhill on the loss of these 200 points goes on for very long. Where does it end?",
    {
        "at slope 3 and intercept 7 exactly": "",
        "close to 3 and 7, at the line with the lowest loss": "",
        "somewhere else each time you run it": "",
    },
)

# %% [markdown] exercise="mse" part="statement"
# ### Exercise 1: the loss
#
# Write `mse(x, y, w, b)`: the mean squared error of the line $w x + b$. `x` and `y` are arrays of
# the same length, `w` and `b` are numbers. Return one number. For the five houses and the first
# guess, `mse(houses.x, houses.y, 0.05, 100)` gives 6875.
#
# All arrays in this lesson may hold whole numbers: `np.array([3, 5])`. Work the loss out yourself,
# without `regression.mean_squared_error` and `landscapes.squared_error`.
#
# <details><summary>Hint 1</summary>
#
# With arrays you need no loop: `w * x + b` is the array of all predictions.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Three things, in this order: the errors, their squares, the mean of the squares.
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
# Write `gradients(x, y, w, b)`. It takes the same as `mse` and returns the two slopes
# `(dw, db)`, in this order. For the five houses and the first guess,
# `gradients(houses.x, houses.y, 0.05, 100)` gives −275000 and −150.
#
# Work them out yourself, without `regression.gradients` and `landscapes.squared_error`.
#
# <details><summary>Hint 1</summary>
#
# Work out the errors once; both slopes need them.
#
# </details>
# <details><summary>Hint 2</summary>
#
# $\frac{1}{n}\sum$ is a mean. So `dw` is twice a mean of something, and `db` twice a mean of
# something else.
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
# <details><summary>Hint 1</summary>
#
# In each round of the loop: first both slopes, then both new weights.
#
# </details>
# <details><summary>Hint 2</summary>
#
# If you write `w = …` and then work out the slope of `b`, that slope already sees the new `w`.
# Ask your `gradients` for both in one line, before anything moves.
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
# ## Where the walk ends
#
# What happened? The next cell makes the same walk with the course's own code, and also finds the
# line of the lowest loss of all, which is called the **least-squares** line.

# %%
noisy_loss = landscapes.squared_error(noisy.x, noisy.y)
path = descent.descend(noisy_loss, [0.0, 0.0], lr=0.01, steps=500)
long_path = descent.descend(noisy_loss, [0.0, 0.0], lr=0.1, steps=500)
best_w, best_b = regression.least_squares(noisy.x, noisy.y)
for name, (w, b) in {
    "500 steps at 0.01": path.final,
    "500 steps at 0.1": long_path.final,
    "least squares": (best_w, best_b),
    "the true line": (3.0, 7.0),
}.items():
    loss = regression.mean_squared_error(noisy.x, noisy.y, w, b)
    print(f"{name:17}   w = {w:.10f}   b = {b:.10f}   loss = {loss:.5f}")

at_best = np.allclose(long_path.final, [best_w, best_b], atol=1e-6)
at_truth = np.allclose(long_path.final, [3, 7], atol=1e-6)
reveal(
    "where",
    "close to 3 and 7, at the line with the lowest loss"
    if at_best and not at_truth
    else "at slope 3 and intercept 7 exactly",
)

# %% [markdown]
# Two things to see.
#
# **500 steps at 0.01 are nearly enough, but not quite.** The digits still differ from those at
# the rate 0.1. How many steps does each rate need until both weights are within 0.0001
# of the least-squares line?

# %%
rates = np.array([0.001, 0.01, 0.1, 0.5])
paths = descent.descend(noisy_loss, [0.0, 0.0], rates, steps=6000)
near = np.all(np.abs(paths.weights - [best_w, best_b]) < 1e-4, axis=-1)
for i, rate in enumerate(rates):
    print(f"rate {rate:5}: {np.argmax(near[:, i]):4} steps")
limit = 2 / regression.curvatures(noisy.x, noisy.y)[-1]
print(f"rates above {limit:.4f} diverge")

# %% [markdown]
# **The best line is not the true line.** The walk did nothing wrong: at (3, 7) the loss is
# *higher*, 0.22653 instead of 0.22116. The walk cannot know the true line; it sees these 200
# points only, and the noise happens to tilt them a little.
#
# How much is a little? For noise that is independent and has the same spread everywhere,
# statistics has a formula for the typical distance, the **standard error**.

# %%
w_error, b_error = regression.standard_errors(noisy.x, noisy.y)
print(f"standard errors: {w_error:.4f} for the slope, {b_error:.4f} for the intercept")
for name, off, error in [("slope", best_w - 3, w_error), ("intercept", best_b - 7, b_error)]:
    print(f"{name:9}: {off:+.4f} from the truth, {off / error:+.1f} standard errors")

# %% [markdown]
# Two standard errors are nothing unusual: about one fit in twenty is further off. To see it, make
# 400 data sets in the same way, each with other points and other noise, and fit each.

# %%
others = [data.noisy_line(seed=seed) for seed in range(1, 401)]
fits = [regression.least_squares(other.x, other.y) for other in others]
figures.estimates(
    fits,
    truth=(3, 7),
    chosen=(best_w, best_b),
    title="400 fits to other noise lie about the true line",
)

# %% [markdown]
# More data helps, but slowly: four times as many points halve the standard errors, roughly. A
# better optimizer does not help at all: every one that arrives is at the same lowest place.

# %%
for n in [200, 800, 3200]:
    more = data.noisy_line(n=n)
    w_error, b_error = regression.standard_errors(more.x, more.y)
    print(f"{n:4} points: standard errors {w_error:.4f} and {b_error:.4f}")

# %% [markdown]
# ## What the article got wrong: the five houses
#
# The article with the five houses goes on like this. *After many iterations, we might converge
# to* w ≈ *0.08* and b ≈ *110*. *Let's verify:*
#
# | size | 0.08·size + 110 | price | the article's mark |
# |---|---|---|---|
# | 500 | 150 | 150 | ✓ |
# | 1000 | 190 | 200 | ≈ ✓ |
# | 2500 | 310 | 350 | ≈ ✓ |
#
# *Much better fit!* Two of the five houses are missing from its table. And what would a perfect
# line have to do?

# %% [markdown] exercise="article_houses" part="statement"
# ### Exercise 4: find the right line
#
# Sizes 500, 1000, 1500, 2000, 2500 and prices 150, 200, 250, 300, 350 (in thousands of dollars).
# Set three values, with at least four digits after the point where there are any, or let Python
# work them out:
#
# - `houses_w` and `houses_b`: the slope and the intercept of the line with the lowest loss;
# - `article_loss`: the mean squared error of the article's line, 0.08·size + 110, over all five
#   houses.
#
# <details><summary>Hint 1</summary>
#
# How much more does a house cost that is 500 square feet larger?
#
# </details>
# <details><summary>Hint 2</summary>
#
# Work out the article's five errors. The first is 0.
#
# </details>

# %% exercise="article_houses" part="answer"
### BEGIN SOLUTION
houses_w = (350 - 150) / (2500 - 500)
houses_b = 150 - houses_w * 500
article_loss = mse(houses.x, houses.y, 0.08, 110)
### END SOLUTION

# %% exercise="article_houses" part="check"
check("article_houses")

# %% exercise="article_houses" part="hidden"
# More checks run here when your work is graded.
### BEGIN HIDDEN TESTS
check("article_houses", seed=44111)
### END HIDDEN TESTS

# %%
exact_line = regression.least_squares(houses.x, houses.y)
figures.errors_of_lines(
    houses.x,
    houses.y,
    {"the article's line": (0.08, 110), "the least-squares line": np.round(exact_line, 9)},
    x_label="size in square feet",
    y_label="price in $1000",
    title="The houses lie on a line exactly",
)

# %% [markdown]
# The largest house is off by $40,000 with the article's line. And the article's walk from
# (0.05, 100) never comes near (0.08, 110): its $b$ starts at the right value and hardly moves.
# From (0, 0) the same walk is a different story. Remember this cell, too.

# %%
for start in [(0.05, 100.0), (0.0, 0.0)]:
    path = descent.descend(house_loss, start, lr=1e-7, steps=1000)
    print(f"from {start}: after 1000 steps w = {path.final[0]:.4f}   b = {path.final[1]:.4f}")

# %% [markdown]
# ## What the article got wrong: a printed run
#
# Another article fits a line to five points that lie exactly on $y = 2x + 1$: x = 1, 2, 3, 4, 5.
# It says *start with random weight and bias* and sets both to 0. Rate 0.01, 100 steps. It prints:
#
# | epoch | w | b | loss |
# |---|---|---|---|
# | 0 | 0.140 | 0.040 | 65.0000 |
# | 20 | 1.727 | 0.543 | 0.4274 |
# | 40 | 1.926 | 0.795 | 0.0656 |
# | 60 | 1.970 | 0.899 | 0.0149 |
# | 80 | 1.987 | 0.949 | 0.0039 |
#
# *Learned: y = 1.99x + 0.97*. You can test its first loss with pencil and paper: at $w = b = 0$
# the loss is the mean of the squares of 3, 5, 7, 9 and 11.

# %%
predict(
    "from-below",
    "In the article's table w grows towards 2 and stays below it. What does a real run do?",
    {
        "the same": "",
        "it passes 2, and then comes back slowly": "",
        "it lands on 2 exactly, and stays": "",
    },
)

# %%
points = data.five_points()
print(f"mean of the squares of y: {np.mean(points.y**2):.4f}")
line_loss = landscapes.squared_error(points.x, points.y, view=((-0.3, 2.9), (-0.4, 1.6)))
run = descent.descend(line_loss, [0.0, 0.0], lr=0.01, steps=100)
# As in the article, each row shows the weights after the step and the loss before it.
for epoch in range(0, 100, 20):
    w, b = run.weights[epoch + 1]
    print(f"epoch {epoch:2}   w = {w:.3f}   b = {b:.3f}   loss = {run.losses[epoch]:.4f}")
print(f"learned: y = {run.final[0]:.2f}x + {run.final[1]:.2f}")

passed = bool(np.any(run.weights[:, 0] > 2.01))
reveal("from-below", "it passes 2, and then comes back slowly" if passed else "the same")

# %% [markdown]
# Why? Look at the line and at its loss together. The point on the right *is* the line on the left.
#
# - Drag the line, by its ends or by its middle. How low can you get its loss by hand?
# - Drag the point on the right. Which way can it go far while the loss hardly changes?
# - Put both weights back to 0 and press Run. When is the walk fast, and when slow?

# %%
explore_line(points.x, points.y)

# %% [markdown]
# The loss is a long, narrow valley that runs from the upper left to the lower right. The walk
# rushes down into it within a few steps. Then it creeps along the floor, where there is hardly any
# slope: $w$ comes down from 2.1 while $b$ climbs towards 1. After 100 steps it has got to 2.08 and
# 0.70.
#
# How narrow? Compare the steepest and the flattest curvature. Their ratio is called the
# **condition number**, $\kappa$.

# %%
flattest, steepest = regression.curvatures(points.x, points.y)
print(f"curvatures {flattest:.4f} and {steepest:.4f}, condition number {steepest / flattest:.2f}")
longer = descent.descend(line_loss, [0.0, 0.0], lr=0.01, steps=3000)
shown = np.all(np.round(longer.weights, 2) == [2, 1], axis=1)
print(f"the run shows 2.00x + 1.00 after {np.argmax(shown)} steps")

# %% [markdown]
# ## What goes wrong with losses that look alike
#
# Three losses are in use: the sum of squares, their mean, and half the mean. All three are lowest
# at the same place. But their gradients differ, so a rate that works for one may diverge with
# another. The articles use all three, and one of them calls *half* the mean the MSE.

# %%
n = len(houses.x)
print("loss          at the first guess          dw       rates below")
for name, factor in {"sum": n, "mean": 1, "half the mean": 0.5}.items():
    loss = factor * house_loss(np.array([0.05, 100.0]))
    slope = factor * house_loss.gradient(np.array([0.05, 100.0]))[0]
    limit = 2 / (factor * regression.curvatures(houses.x, houses.y)[-1])
    print(f"{name:13} {loss:18,.1f} {slope:11,.0f} {limit:17.2e}")

# %%
points = data.noisy_line()
for name, factor in {"mean": 1, "half the mean": 0.5}.items():
    low, high = factor * regression.curvatures(points.x, points.y)
    print(f"200 points, {name:13}   limit {2 / high:.4f}   best rate {2 / (low + high):.4f}")

# %% [markdown]
# Half the loss bears twice the rate, and its best rate is twice as large. So before you copy a
# learning rate, look which loss it was meant for. This course uses the mean, with the factor
# $2/n$ in the gradients.
#
# **A good place for a break.** The second half begins here.

# %% [markdown]
# ## Second half: a house is more than its size
#
# Five other houses, now with bedrooms, bathrooms and size, and prices in dollars. Every feature
# gets a weight of its own, and there is still one intercept:
#
# $$\text{price} =
# w_1 \cdot \text{bedrooms} + w_2 \cdot \text{bathrooms} + w_3 \cdot \text{size} + b$$
#
# The features of all houses make a table $X$ of shape (n, d), here (5, 3). Then `X @ w + b` is
# the array of all n predictions.

# %%
rooms = data.houses_with_rooms()
X, y = rooms.x, rooms.y
print("bedrooms  bathrooms  size    price")
for row, price in zip(X, y, strict=True):
    print(f"{row[0]:8.0f} {row[1]:10.0f} {row[2]:5.0f} {price:8,.0f}")
print(f"X has the shape {X.shape}, y has {y.shape}")

# %% [markdown]
# The gradients are the old ones, once for each column. With `error = X @ w + b - y` of shape (n,):
#
# $$\frac{\partial\, \text{MSE}}{\partial \mathbf{w}} = \frac{2}{n} X^{\mathsf T}\, \text{error}
# \qquad\qquad
# \frac{\partial\, \text{MSE}}{\partial b} = \frac{2}{n} \sum_{i=1}^{n} \text{error}_i$$
#
# The first has the shape (d,): a slope for each weight. An article runs this from zeros (it calls
# them random) with the rate 1e-7 and 1000 steps, and does not show what comes out.

# %%
predict(
    "which-learn",
    "After these 1000 steps at rate 1e-7: which weights have come halfway to their best values?",
    {"all four": "", "only that of the size": "", "none, because the walk diverges": ""},
)

# %%
raw_loss = landscapes.squared_error(X, y)
raw_run = descent.descend(raw_loss, np.zeros(4), lr=1e-7, steps=1000)
best = np.append(*regression.least_squares(X, y))
names = ["bedroom", "bathroom", "square foot", "intercept"]
for name, learned, wanted in zip(names, raw_run.final, best, strict=True):
    print(f"{name:12}   learned {learned:8.2f}   least squares {wanted:10,.2f}")
for name, weights in {"learned": raw_run.final, "least squares": best}.items():
    print(f"typical error, {name}: ${np.sqrt(raw_loss(weights)):,.0f}")

halfway = raw_run.final / best > 0.5
if raw_run.outcome == "diverged":
    reveal("which-learn", "none, because the walk diverges")
else:
    reveal("which-learn", "all four" if halfway.all() else "only that of the size")

# %% [markdown]
# The size has learned 252.44, and that is no accident: it is the best weight for a line through
# zero that knows *only* the size. The other three have hardly left zero.
#
# The cause is the condition number again. The steepest curvature sets the limit for the rate, and
# the flattest one sets the pace.

# %%
print(f"best weight if there were the size alone: {(X[:, 2] @ y) / (X[:, 2] @ X[:, 2]):.2f}")
curvatures = regression.curvatures(X, y)
print("curvatures:", ", ".join(f"{c:,.4f}" for c in curvatures))
print(f"rates below {2 / curvatures[-1]:.3e} do not diverge")
print(f"condition number: {curvatures[-1] / curvatures[0]:.3e}")
half_life = np.log(0.5) / np.log1p(-1e-7 * curvatures[0])
print(f"at 1e-7 the slowest part of the error halves every {half_life / 1e6:.0f} million steps")

# %% [markdown]
# ## Scaling
#
# The remedy is simple: give all features the same scale before the walk. For each column,
# subtract its **mean** $\mu$ and divide by its **standard deviation** $\sigma$:
#
# $$z = \frac{x - \mu}{\sigma} \qquad \mu = \frac1n \sum_i x_i \qquad
# \sigma = \sqrt{\frac1n \sum_i (x_i - \mu)^2}$$
#
# Now every column has mean 0 and standard deviation 1, and no unit. This is called standardizing.
# Here is what it does to the five points of the narrow valley, with the same start in both.

# %%
z, _, _ = regression.standardize(points.x)
wide = landscapes.squared_error(points.x, points.y, view=((-3.5, 8.5), (-2.5, 9.5)))
round_bowl = landscapes.squared_error(z, points.y, view=((-3.5, 8.5), (-2.5, 9.5)))
figures.valleys(
    {
        "raw x, rate 0.07": descent.descend(wide, [7.0, 6.0], lr=0.07, steps=40),
        "scaled x, rate 0.2": descent.descend(round_bowl, [7.0, 6.0], lr=0.2, steps=40),
    },
    title="Scaling turns the valley into a round bowl",
)

# %% [markdown]
# In a round bowl, straight downhill is straight to the lowest place. (For one feature scaling
# always makes the bowl round. For several it usually makes it much rounder; you will see how much
# here.)

# %% [markdown] exercise="scale" part="statement"
# ### Exercise 5: scale
#
# Write `scale(X)` for an array of shape (n, d). Return three things, `(Z, mu, sigma)`:
#
# - `Z` of shape (n, d): each column with mean 0 and standard deviation 1;
# - `mu` of shape (d,): the means of the columns of X;
# - `sigma` of shape (d,): their standard deviations, with a division by n (not n − 1).
#
# For example, `scale(np.array([[1, 10], [3, 30]]))` gives the Z with the rows −1, −1 and 1, 1, and
# then `[2, 20]` and `[1, 10]`.
#
# Do not change X. In this exercise no column is constant. Do it yourself, without
# `regression.standardize` and scikit-learn.
#
# <details><summary>Hint 1</summary>
#
# `X.mean(axis=0)` goes down each column; `axis=1` goes along each row.
#
# </details>
# <details><summary>Hint 2</summary>
#
# `X - mu` subtracts from every row, because the shapes (n, d) and (d,) fit on the right.
# `np.std` divides by n if you tell it nothing.
#
# </details>


# %% exercise="scale" part="answer"
def scale(X):
    """Return (Z, mu, sigma) of shapes (n, d), (d,) and (d,) for X of shape (n, d)."""
    ### BEGIN SOLUTION
    mu = X.mean(axis=0)
    sigma = X.std(axis=0)
    return (X - mu) / sigma, mu, sigma
    ### END SOLUTION


# %% exercise="scale" part="check"
check("scale")

# %% exercise="scale" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("scale", seed=55219)
### END HIDDEN TESTS

# %% [markdown] exercise="fit_gd" part="statement"
# ### Exercise 6: walk with several weights
#
# Write `fit_gd(Z, y, lr=0.1, steps=1000)`: gradient descent on the mean squared error of
# `Z @ w + b`, with `Z` of shape (n, d) and `y` of shape (n,).
#
# - Start with all weights and the intercept at **zero**.
# - Use the gradients above, with the factor $2/n$, and move everything at once.
# - Return the last `(w, b)`: `w` of shape (d,), and `b` a number.
#
# It is meant for scaled features, but it must not scale them itself, and it must work for any Z.
# For example, `fit_gd(np.array([[1, 0], [0, 2]]), np.array([1, 3]), lr=0.1, steps=2)` gives
# `([0.15, 0.88], 0.59)`.
#
# Write the loop and the slopes yourself, without `descent`, `landscapes` and `regression`.
#
# <details><summary>Hint 1</summary>
#
# `np.zeros(Z.shape[1])` is a start for w.
#
# </details>
# <details><summary>Hint 2</summary>
#
# It is your `fit` with two changes: a product with `@`, and one with the transpose, `Z.T`.
#
# </details>


# %% exercise="fit_gd" part="answer"
def fit_gd(Z, y, lr=0.1, steps=1000):
    """Return (w, b) of shapes (d,) and () after a walk from zero; Z (n, d), y (n,)."""
    ### BEGIN SOLUTION
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        error = Z @ w + b - y
        dw, db = 2 / len(y) * Z.T @ error, 2 * np.mean(error)
        w = w - lr * dw
        b = b - lr * db
    return w, b
    ### END SOLUTION


# %% exercise="fit_gd" part="check"
check("fit_gd")

# %% exercise="fit_gd" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("fit_gd", seed=66301)
### END HIDDEN TESTS

# %%
predict(
    "scaled-walk",
    "The same five houses, scaled, rate 0.1, 1000 steps. Will the walk have arrived?",
    {
        "yes, to the dollar": "",
        "far better than before, but it is still on its way": "",
        "no better than before": "",
    },
)

# %%
Z, mu, sigma = regression.standardize(X)
scaled_loss = landscapes.squared_error(Z, y)
scaled = {lr: descent.descend(scaled_loss, np.zeros(4), lr, steps=1000) for lr in [0.1, 0.3]}
lowest = np.sqrt(scaled_loss(scaled_loss.minima[0]))
print(f"lowest typical error there is: ${lowest:,.0f}")
print(f"raw,    rate 1e-7, 1000 steps: ${np.sqrt(raw_run.losses[-1]):,.0f}")
for lr, path in scaled.items():
    print(f"scaled, rate {lr},  1000 steps: ${np.sqrt(path.losses[-1]):,.0f}")

left = np.sqrt(scaled[0.1].losses[-1]) - lowest
if left < 1:
    reveal("scaled-walk", "yes, to the dollar")
elif left < 0.5 * (np.sqrt(raw_run.losses[-1]) - lowest):
    reveal("scaled-walk", "far better than before, but it is still on its way")
else:
    reveal("scaled-walk", "no better than before")

# %%
floor = raw_loss(raw_loss.minima[0])
figures.losses(
    {
        "raw, rate 1e-7": raw_run.losses - floor,
        "scaled, rate 0.1": scaled[0.1].losses - floor,
        "scaled, rate 0.3": scaled[0.3].losses - floor,
    },
    y_label="loss above the lowest",
    title="The houses with rooms: raw and scaled",
)

# %% [markdown]
# The condition number fell from 241 million to 478. That is the whole difference. The raw walk
# halves the slowest part of its error in 214 million steps, the scaled one in 592 at rate 0.1, and
# in 197 at rate 0.3.
#
# But 478 is not 1. Scaling cures features of *different units*. It does not cure features that
# *say the same*: large houses have more bathrooms, and the two columns rise and fall together.

# %%
for name, table in {"raw": X, "scaled": Z}.items():
    c = regression.curvatures(table, y)
    print(f"{name:6}   condition number {c[-1] / c[0]:.4g}   rates below {2 / c[-1]:.3g}")
for lr in scaled:
    print(f"scaled, rate {lr}: halved every {np.log(0.5) / np.log1p(-lr * c[0]):.0f} steps")
together = np.corrcoef(X[:, 1], X[:, 2])[0, 1]
print(f"correlation of bathrooms and size: {together:.2f} (1 would be the same column twice)")

# %% [markdown] exercise="unscale" part="statement"
# ### Exercise 7: back to real units
#
# The walk found weights for the *scaled* features: the price is $\sum_j w_j z_j + b$ with
# $z_j = (x_j - \mu_j)/\sigma_j$. People want weights for square feet and bathrooms.
#
# Write `unscale(w, b, mu, sigma)`. It returns `(w, b)` for the raw features, so that every house
# gets the same price as before. `w`, `mu` and `sigma` are arrays of shape (d,), `b` is a number.
# For example, `unscale(np.array([2, 3]), 50, np.array([10, 20]), np.array([2, 4]))` gives
# `([1, 0.75], 25)`.
#
# Do it yourself, without `regression.unstandardize`.
#
# <details><summary>Hint 1</summary>
#
# Put the formula for $z_j$ into the sum. Then collect what is multiplied by $x_j$: that is the new
# weight.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Everything that is *not* multiplied by an $x_j$ belongs to the new intercept: the old one, and
# something of every feature.
#
# </details>


# %% exercise="unscale" part="answer"
def unscale(w, b, mu, sigma):
    """Return (w, b) for raw features; w, mu and sigma of shape (d,), b a number."""
    ### BEGIN SOLUTION
    raw_w = w / sigma
    return raw_w, b - np.sum(raw_w * mu)
    ### END SOLUTION


# %% exercise="unscale" part="check"
check("unscale")

# %% exercise="unscale" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("unscale", seed=77003)
### END HIDDEN TESTS

# %% [markdown]
# ## The whole way: scale, walk, unscale
#
# With the rate 0.3 and 5000 steps the walk arrives. Brought back to real units, its weights are
# the least-squares weights of the table above.

# %%
path = descent.descend(scaled_loss, np.zeros(4), lr=0.3, steps=5000)
w, b = regression.unstandardize(path.final[:-1], path.final[-1], mu, sigma)
for name, value in zip(names, [*w, b], strict=True):
    print(f"{name:12} {value:10,.2f}")
print(f"in fractions: {5000 / 3:,.2f}  {94375 / 3:,.2f}  {4825 / 24:,.2f}  {89375 / 6:,.2f}")

new_house = np.array([3, 2, 1600])
scaled_price = path.final[:-1] @ ((new_house - mu) / sigma) + path.final[-1]
print(f"3 bedrooms, 2 bathrooms, 1600 square feet: ${w @ new_house + b:,.0f}")
print(f"the same with scaled features: ${scaled_price:,.0f}")

# %% [markdown]
# A new house is scaled with the `mu` and `sigma` of the *old* houses. It has no mean and no
# spread of its own.
#
# Do not read too much into these weights. Five houses and four weights leave almost nothing to
# tell noise from truth. The standard errors say so:

# %%
w_errors, b_error = regression.standard_errors(X, y)
for name, value, error in zip(names, [*w, b], [*w_errors, b_error], strict=True):
    print(f"{name:12} {value:8,.0f} ± {error:,.0f}")

# %% [markdown]
# ## Solving at once
#
# A line has a luxury that most models do not have: we can write down where its loss is flat, and
# solve for it. Put a column of ones beside the features, $A = (X \; \mathbf 1)$, so that the
# intercept is one more weight: $\theta = (w_1, \ldots, w_d, b)$. All slopes are zero where
#
# $$A^{\mathsf T} A\, \theta = A^{\mathsf T} y$$
#
# These are the **normal equations**. Articles often write $\theta = (A^{\mathsf T} A)^{-1}
# A^{\mathsf T} y$. Do not compute the inverse: `np.linalg.solve` is cheaper and more exact. Better
# still, `np.linalg.lstsq` never forms $A^{\mathsf T} A$, and also copes with columns that repeat
# each other.

# %%
A = np.column_stack([X, np.ones(len(X))])
print(f"condition number of A:        {np.linalg.cond(A):,.0f}")
print(f"condition number of A.T @ A:  {np.linalg.cond(A.T @ A):.3e}, its square")

# %% [markdown] exercise="closed_form" part="statement"
# ### Exercise 8: solve
#
# Write `closed_form(X, y)` for X of shape (n, d) and y of shape (n,). It returns the least-squares
# `(w, b)`: `w` of shape (d,), and `b` a number. No steps and no rate. For example,
# `closed_form(np.array([[0, 0], [1, 0], [0, 1], [1, 1]]), np.array([1, 3, 4, 6]))` gives
# `([2, 3], 1)`.
#
# You may use `np.linalg.solve` or `np.linalg.lstsq` (which returns four things, the weights
# first), but not a ready-made regression such as `regression.least_squares`.
#
# <details><summary>Hint 1</summary>
#
# `np.column_stack([X, np.ones(len(X))])` puts the ones last. Where does the intercept then come
# out?
#
# </details>
# <details><summary>Hint 2</summary>
#
# `np.linalg.solve(M, v)` finds the θ with `M @ θ = v`. What are M and v here?
#
# </details>


# %% exercise="closed_form" part="answer"
def closed_form(X, y):
    """Return the least-squares (w, b) of shapes (d,) and () for X (n, d) and y (n,)."""
    ### BEGIN SOLUTION
    A = np.column_stack([X, np.ones(len(X))])
    theta = np.linalg.solve(A.T @ A, A.T @ y)
    return theta[:-1], theta[-1]
    ### END SOLUTION


# %% exercise="closed_form" part="check"
check("closed_form")

# %% exercise="closed_form" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("closed_form", seed=88001)
### END HIDDEN TESTS

# %% [markdown]
# ## Which one when?
#
# Count multiplications, leaving constant factors out. For n examples and d features
#
# - the normal equations cost about $n d^2 + d^3$, **once**: $A^{\mathsf T} A$, and the solving;
# - a walk costs about $n d$ for **each step**, times the number of steps, which grows with the
#   condition number.

# %%
predict(
    "cost",
    "A million examples, 100 features: solving at once costs as much as how many steps?",
    {"about 100": "", "about 10,000": "", "about 1,000,000": ""},
)

# %%
print("examples  features      solve   one step   solve = so many steps")
for n, d in [(5, 3), (1_000_000, 100), (1_000_000, 10_000), (1_000_000, 1_000_000)]:
    solve, step = n * d**2 + d**3, n * d
    print(f"{n:8,} {d:9,} {solve:10.1e} {step:10.1e} {solve / step:17,.0f}")

n, d = 1_000_000, 100
steps = (n * d**2 + d**3) / (n * d)
closest = min([100, 10_000, 1_000_000], key=lambda count: abs(np.log(count / steps)))
reveal("cost", f"about {closest:,}")

# %% [markdown]
# So for a linear model with up to some thousands of features, solve: it needs no rate, and it is
# exact up to rounding. With far more features, or with a loss that has no closed form (as for
# nearly all networks), walk. When n is large, each step can also use a part of the data only, as
# mini-batches do.
#
# ## The same with scikit-learn
#
# `LinearRegression` solves. `StandardScaler` is our `scale`, with the division by n.
# `SGDRegressor` walks, one example at a time, and needs scaled features as much as we did. (The
# `x` of the 200 points has nearly mean 0 and standard deviation 1 as it is.)

# %%
from sklearn.linear_model import LinearRegression, SGDRegressor
from sklearn.preprocessing import StandardScaler

model = LinearRegression().fit(X, y)
print("LinearRegression:", [f"{value:,.2f}" for value in [*model.coef_, model.intercept_]])
scaler = StandardScaler().fit(X)
print("StandardScaler:  ", np.round(scaler.mean_, 4), np.round(scaler.scale_, 4))
print("the same as ours:", np.allclose(scaler.mean_, mu) and np.allclose(scaler.scale_, sigma))

walker = SGDRegressor(penalty=None, tol=None, max_iter=1000, random_state=0)
walker.fit(noisy.x[:, None], noisy.y)
close = np.allclose([*walker.coef_, *walker.intercept_], [best_w, best_b], atol=0.01)
print("SGDRegressor on the 200 points is within 0.01 of least squares:", close)

# %% [markdown]
# ## Project: exam scores
#
# Eight students, the hours that each learned, and their scores. An article gives this as a
# practice: start with base 30 and weight 5, rate 0.01, 1000 steps, mean squared error. As the
# result it expects *Score = 40.6 + 7.4 · hours*.

# %%
exam = data.exam_scores()
for hours, score in zip(exam.x, exam.y, strict=True):
    print(f"{hours:.0f} hours: {score:.0f} points")

# %% [markdown] exercise="exam_scores" part="statement"
# ### Exercise 9: what do the scores say?
#
# Use anything you wrote in this lesson. Set four values, with at least four digits after the
# point, or let Python work them out:
#
# - `exam_slope` and `exam_intercept`: the least-squares line, points for each hour and points at
#   0 hours;
# - `exam_loss`: its mean squared error;
# - `hours_for_75`: after how many hours the line reaches 75 points.
#
# <details><summary>Hint 1</summary>
#
# `closed_form` wants a table of shape (8, 1): `exam.x[:, None]`. Or walk, but long enough, and
# look whether the digits still change.
#
# </details>
# <details><summary>Hint 2</summary>
#
# For the last one, solve slope · hours + intercept = 75 for the hours.
#
# </details>

# %% exercise="exam_scores" part="answer"
### BEGIN SOLUTION
(exam_slope,), exam_intercept = closed_form(exam.x[:, None], exam.y)
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
exam_best = regression.least_squares(exam.x, exam.y)
exam_walk = descent.descend(
    landscapes.squared_error(exam.x, exam.y), [5.0, 30.0], lr=0.01, steps=2000
)
for name, (slope, base) in {
    "what the article expects": (7.4, 40.6),
    "its own code, 1000 steps": exam_walk.weights[1000],
    "its own code, 2000 steps": exam_walk.weights[2000],
    "least squares": exam_best,
}.items():
    loss = regression.mean_squared_error(exam.x, exam.y, slope, base)
    print(f"{name:24}   {base:.1f} + {slope:.1f}·hours   loss {loss:.4f}")
print(f"least squares in fractions: {286 / 7:.4f} + {193 / 28:.4f}·hours")
print(f"the line at 10 hours: {exam_best[0] * 10 + exam_best[1]:.1f} points")

# %%
figures.lines_on_data(
    exam.x,
    exam.y,
    {"least squares": exam_best, "the article's line": (7.4, 40.6)},
    x_label="hours of learning",
    y_label="score in points",
    title="Exam scores",
)

# %% [markdown]
# The article's own code never prints 7.4. After its 1000 steps it shows 6.9 for the slope, and
# 40.7 for the base, which is still on its way to 40.9.
#
# And one warning that no loss will give you: at 10 hours the line promises 109.8 points, more
# than there are. The scores already flatten at the right end. A line is good where there is data;
# beyond it, it only goes on straight.

# %% [markdown]
# ## What goes wrong
#
# **A constant column.** Its standard deviation is 0, and dividing by it gives NaN. Such a column
# cannot help to tell houses apart; leave it out, or give it $\sigma = 1$, as our
# `regression.standardize` and scikit-learn do.
#
# **The same column twice**, say size in square feet and in square metres. Then many weights are
# equally good, and $A^{\mathsf T} A$ has no inverse. `lstsq` picks the shortest solution. A walk
# also ends at a lowest loss, but which weights it ends with depends on its start.

# %%
size = rooms.x[:, 2]
constant = np.column_stack([size, np.full(5, 7.0)])
_, _, divisors = regression.standardize(constant)
print("standard deviations of size and a constant:", np.round(np.std(constant, axis=0), 2))
print("what standardize divides by:               ", np.round(divisors, 2))

scaled_size, _, _ = regression.standardize(size)
twice_loss = landscapes.squared_error(np.column_stack([scaled_size, scaled_size]), rooms.y)
for start in [(0.0, 0.0, 0.0), (100_000.0, 0.0, 0.0)]:
    w1, w2, _ = descent.descend(twice_loss, start, lr=0.1, steps=500).final
    print(f"from w1 = {start[0]:7,.0f}:  w1 = {w1:10,.2f}  w2 = {w2:9,.2f}  sum {w1 + w2:,.2f}")

# %% [markdown]
# ## What the articles got wrong about the theory
#
# - *For convex losses, descent always finds the global minimum.* Only if there is one, and with a
#   rate below $2/L$. And then perhaps after hundreds of millions of steps, as with the raw houses.
# - *Matrix inversion is O(n³), descent is O(n).* Solving costs $nd^2 + d^3$ once: cubic in the
#   *features*, and only linear in the examples. Descent costs $nd$ for *each step*.
# - *Common rates to start with: 0.01, 0.001.* For scaled features, yes. The raw houses with rooms
#   diverge with both.
# - *Weights are initialised randomly.* The code below that comment starts from zeros, and for a
#   line that is fine.
#
# The first point in numbers. $e^{-w}$ is convex and has no minimum: the walk never ends. The five
# houses have one, and there the rate decides:

# %%
endless = descent.descend(landscapes.exponential, 0.0, lr=0.1, steps=10_000)
for step in [10, 100, 1000, 10_000]:
    w, loss = endless.weights[step], endless.losses[step]
    print(f"exp(−w), step {step:6,}:  w = {w:.2f}   loss = {loss:.0e}")
for lr in [3e-7, 4e-7]:
    outcome = descent.descend(house_loss, [0.05, 100.0], lr, 2000).outcome
    print(f"five houses, rate {lr:.0e}: {outcome}")

# %% [markdown]
# ## In one formula
#
# $$\mathbf{w} \leftarrow
# \mathbf{w} - \text{lr} \cdot \frac{2}{n} X^{\mathsf T} (X\mathbf{w} + b - y)
# \qquad
# b \leftarrow b - \text{lr} \cdot \frac{2}{n} \sum_{i=1}^{n} (X\mathbf{w} + b - y)_i$$
#
# Scale first, keep the rate below $2/L$, and the walk ends where $A^{\mathsf T} A\, \theta =
# A^{\mathsf T} y$.

# %% [markdown]
# ## Quick check
#
# Click the answer you would give: each one is explained.

# %%
quick(
    "quick-1",
    "Your fit gives a slope of 2.9, and the data were made with 3. Then …",
    {
        "the walk needs more steps": "Perhaps, but a walk that has arrived will not be at 3 "
        "either: the lowest loss is elsewhere.",
        "the learning rate was too small": "Not necessarily: compare with the least-squares "
        "line before you blame the walk.",
        "it may well be the least-squares line of these points": "Noise moves the line of "
        "lowest loss away from the true one.",
    },
    right="it may well be the least-squares line of these points",
)

# %%
quick(
    "quick-2",
    "You multiply a feature by 1000 (kilometres to metres) and do not scale. The largest rate "
    "that does not diverge …",
    {
        "gets smaller, up to about a million times": "That feature's curvature grows with the "
        "square of its unit.",
        "stays as it was": "The loss becomes far steeper along that weight.",
        "gets larger": "The loss becomes steeper along that weight, so steps must be more "
        "careful.",
    },
    right="gets smaller, up to about a million times",
)

# %%
quick(
    "quick-3",
    "You fitted scaled features. For a new house you must …",
    {
        "put in its raw features": "The weights are for scaled features. Either scale the house "
        "or unscale the weights.",
        "scale it with the means and deviations of the old houses": "The same mu and sigma as "
        "in the fit.",
        "scale it with its own mean and deviation": "Then every single house would look average.",
    },
    right="scale it with the means and deviations of the old houses",
)

# %%
quick(
    "quick-4",
    "You use the sum of the squares instead of their mean. Then …",
    {
        "another line is best": "The sum is n times the mean, and both are lowest at the same "
        "place.",
        "the same line is best, but the rate must be n times smaller": "All slopes are n times "
        "as large.",
        "nothing changes": "With the same rate each step is n times as long, and may diverge.",
    },
    right="the same line is best, but the rate must be n times smaller",
)

# %% [markdown]
# ## Where it is used
#
# Linear regression is the first model to try wherever a number is predicted: prices, energy use,
# the effect of a medicine. Its parts come back everywhere: a network that predicts a number mostly
# ends in a layer like ours, mean squared error is a common loss, and features are scaled before
# most kinds of training.
#
# ## Words for your glossary
#
# All words and signs of the course, with their other names: [notation](../../docs/notation.md).
#
# - **feature**: one input of an example, a column of the table $X$.
# - **error**, **residual**: prediction minus target; many books write it the other way round.
# - **mean squared error**, MSE: the mean of the squared errors. Its root is in the target's units.
# - **intercept** $b$: the prediction where all features are 0. Also called *bias*.
# - **least squares**: the weights of the lowest mean squared error.
# - **standard error**: how far an estimate typically lies from the truth, because of noise.
# - **standardizing**: subtracting the mean and dividing by the standard deviation.
# - **condition number** $\kappa$: the steepest curvature over the flattest.
# - **normal equations**, **closed form**: least squares by solving instead of walking.
#
# Next: [Lesson 7, momentum and Adam](../07_momentum_and_adam/07_momentum_and_adam.ipynb). What if
# a step remembers the steps before it?
