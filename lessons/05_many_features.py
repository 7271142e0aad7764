# %% [markdown]
# # Lesson 5: Many features
#
# *About 90 minutes. You need: lesson 4.*
#
# You will be able to
#
# - fit several features at once;
# - scale features, and use the result in real units and for a new house;
# - say when to walk downhill and when to solve at once;
# - choose between models with a validation set, and open the test set once.

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
)
from course.explorers import explore_line, explore_scaling

np.set_printoptions(suppress=True)  # print 1500 and not 1.5e+03

# %% [markdown]
# ## A house is more than its size
#
# Your friend's house has two bathrooms. Surely that counts? Here are five other houses, with
# prices in dollars. Each column is a **feature** with a weight of its own. There is still one
# intercept:
#
# $$\text{price} =
# w_1 \cdot \text{bedrooms} + w_2 \cdot \text{bathrooms} + w_3 \cdot \text{size} + b$$

# %%
rooms = data.houses_with_rooms()
X, y = rooms.x, rooms.y
print(X)
print("prices:", y)
print("X has the shape", X.shape, "and y has", y.shape)

# %% [markdown]
# The table $X$ has the shape (n, d). `X @ w + b` is the array of all n predictions: `@` takes each
# row, multiplies it with `w` entry by entry, and adds up.
#
# The gradient is the old one, once for each column. With `error = X @ w + b - y`:
#
# $$\frac{\partial\, \text{MSE}}{\partial \mathbf{w}} = \frac{2}{n} X^{\mathsf T}\, \text{error}
# \qquad\qquad
# \frac{\partial\, \text{MSE}}{\partial b} = \frac{2}{n} \sum_{i=1}^{n} \text{error}_i$$
#
# $X^{\mathsf T}$, `X.T` in code, is $X$ with rows and columns swapped, the **transpose**. A rule
# saves you many errors: for `@`, the last number of the left shape must be the first of the right
# one, and it disappears. Here (3, 5) `@` (5,) gives (3,): a slope for each weight.
#
# Let it walk from zero: 1000 steps at rate 1e-7.

# %%
predict(
    "which-weights-learn",
    "After these 1000 steps: which weights have come halfway to their best values?",
    {
        "only that of the size": "Sizes are large numbers, so their slope is large. The same rate "
        "hardly moves the others.",
        "all four": "One rate serves all, so all seem to have the same chance. But a step is rate "
        "times slope, and the slopes differ a thousandfold.",
        "none, because the walk diverges": "It would at three times this rate. But 1e-7 is "
        "below the limit.",
    },
)

# %%
raw_loss = landscapes.squared_error(X, y)
raw_run = descent.descend(raw_loss, np.zeros(4), lr=1e-7, steps=1000)
print("weights of:         bedroom  bathroom  square foot  intercept")
print("learned:       ", np.round(raw_run.final, 2))
print("least squares: ", np.round(raw_loss.minima[0], 2))
print(f"typical error, learned:       {np.sqrt(raw_run.losses[-1]):,.0f}")
print(f"typical error, least squares: {np.sqrt(raw_loss(raw_loss.minima[0])):,.0f}")

# %% folded=true
raw_walk = descent.descend(raw_loss, np.zeros(4), lr=1e-7, steps=1000)
halfway = raw_walk.final / raw_loss.minima[0] > 0.5
reveal(
    "which-weights-learn",
    halfway[2] and np.sum(halfway) == 1,
    np.all(halfway),
)

# %% [markdown]
# Only the size has learned: the best weight of a line through zero that knows the size alone.
# The cause is the condition number. The largest curvature sets the limit of the rate, the
# smallest one the pace. In numbers:

# %% folded=true
print(f"best weight of the size alone: {(X[:, 2] @ y) / (X[:, 2] @ X[:, 2]):.2f}")
raw_curves = regression.curvatures(X, y)
print(f"rates below {2 / raw_curves[-1]:.3e} do not diverge")
print(f"condition number: {raw_curves[-1] / raw_curves[0] / 1e6:.0f} million")
raw_halving = np.log(0.5) / np.log1p(-1e-7 * raw_curves[0])
print(f"at 1e-7 the slowest part of the error halves every {raw_halving / 1e6:.0f} million steps")

# %% [markdown]
# ## Scaling
#
# The cure is simple: bring all features to the same scale before the walk. From each column,
# subtract its **mean** $\mu$ (*mu*), then divide by its **standard deviation** $\sigma$ (*sigma*):
#
# $$z = \frac{x - \mu}{\sigma} \qquad \mu = \frac1n \sum_i x_i \qquad
# \sigma = \sqrt{\frac1n \sum_i (x_i - \mu)^2}$$
#
# Now every column has mean 0, standard deviation 1, and no unit. Here are the five points of
# lesson 4: the same start (the line that is zero everywhere), the same rate 0.07, the same 40
# steps.

# %% folded=true
points = data.five_points()
z, _, _ = regression.standardize(points.x)
narrow = landscapes.squared_error(points.x, points.y, view=((-1, 5), (-2, 4)))
round_bowl = landscapes.squared_error(z, points.y, view=((-2, 8), (-1, 9)))
for name, landscape in {"raw x": narrow, "scaled x": round_bowl}.items():
    low, high = np.linalg.eigvalsh(landscape.curvature(np.zeros(2)))
    print(f"{name:8}   condition number {high / low:5.2f}   rates below {2 / high:.4f}")
one_step = descent.descend(round_bowl, [0.0, 0.0], lr=0.5, steps=1)
print(f"scaled x, one step at rate 0.5: loss {one_step.losses[-1]:.6f}")
figures.valleys(
    {
        "raw x": descent.descend(narrow, [0.0, 0.0], lr=0.07, steps=40),
        "scaled x": descent.descend(round_bowl, [0.0, 0.0], lr=0.07, steps=40),
    },
    title="Scaling turns the valley into a round bowl",
)

# %% [markdown]
# In a round bowl, straight downhill is straight to the lowest place, and at rate 0.5 one step is
# enough. Drag the line, then press Run. Is any direction slow now?

# %%
explore_line(z, points.y, lr=0.2, x_label="x, scaled")

# %% [markdown]
# With one feature, scaling makes the bowl round. With several, mostly rounder. Here are sizes and
# ages of 40 houses, their means taken off. Move the rate, then choose scaled columns.

# %%
quick(
    "no-rate-helps",
    "As they are: which part of the limit brings the loss to a hundredth in 40 steps?",
    {
        "half of it": "So it would be in a round bowl. Here one weight hardly moves.",
        "nearly all of it": "The walk swings across the valley, and along it is hardly faster.",
        "none": "Along the valley even the limit itself is far too small a rate.",
    },
    right="none",
)

# %%
explore_scaling()

# %% [markdown] exercise="scale" part="statement"
# ### Exercise 1: scale
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
# Do not change X: `X - mu` makes a new table, with `mu` taken from every row. In this exercise no
# column is constant. Do it yourself, without
# `regression.standardize` and scikit-learn.
#
# <details><summary>Hint 1: in words</summary>
#
# A mean belongs to a column. In which direction through the table do you add up, down or along?
#
# </details>
# <details><summary>Hint 2: smaller steps</summary>
#
# `X.mean(axis=0)` goes down each column; `axis=1` goes along each row. `X.std(axis=0)` gives the
# standard deviations. `X - mu` subtracts from every row, because the shapes (n, d) and (d,) fit on
# the right.
#
# </details>
# <details><summary>Hint 3: repair this</summary>
#
# Your friend wrote `X - mu / sigma` for Z. The columns get neither mean 0 nor standard
# deviation 1. What does Python do first?
#
# </details>
# <details><summary>Hint 4: the reasons, one by one</summary>
#
# Three results, in this order, because the means and spreads are needed again for every new
# house. Both go down the columns. `np.std` divides by n unless you tell it otherwise. First
# subtract the mean, then divide: the spread is measured from the middle.
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
# ### Exercise 2: walk with several weights
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
# <details><summary>Hint 1: in words</summary>
#
# Say what your `fit` of lesson 4 does in each round. Which two of its lines change when there are
# several weights?
#
# </details>
# <details><summary>Hint 2: smaller steps</summary>
#
# `np.zeros(Z.shape[1])` is a start for w. The predictions are a product with `@`, and the slopes
# are one with the transpose, `Z.T`. Write the shape beside each product.
#
# </details>
# <details><summary>Hint 3: repair this</summary>
#
# Your friend wrote `Z @ error` for the slopes, and Python says that the shapes (6, 2) and (6,) do
# not fit. Which numbers meet there, and which should?
#
# </details>
# <details><summary>Hint 4: the reasons, one by one</summary>
#
# Each weight's slope adds up error times *its own column*. The columns of Z are the rows of
# `Z.T`, and `@` adds along rows: (d, n) with (n,) leaves (d,). Error, both slopes, both steps:
# in this order, all inside the loop, so that every step uses the newest weights.
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
        "yes, to the dollar": "One feature alone would. Here two columns say nearly the same, and "
        "the bowl is not quite round.",
        "far better than before, but it is still on its way": "Units no longer matter. What is "
        "left of the condition number comes from columns that rise and fall together.",
        "no better than before": "The condition number falls from millions to hundreds, and the "
        "number of steps with it.",
    },
)

# %% [markdown]
# Your own functions do it, or, while they are not right yet, the course's.

# %%
my_scale, my_fit_gd = built("scale"), built("fit_gd")
Z, mu, sigma = my_scale(X)
Z, mu, sigma = np.array(Z), np.array(mu), np.array(sigma)
scaled_w, scaled_b = my_fit_gd(Z, y, 0.1, 1000)
scaled_errors = Z @ scaled_w + scaled_b - y
print(f"typical error, scaled, 1000 steps at 0.1: {np.sqrt(np.mean(scaled_errors**2)):,.0f}")
print(f"typical error, raw, 1000 steps at 1e-7:   {np.sqrt(raw_run.losses[-1]):,.0f}")
print(f"the lowest there is:                      {np.sqrt(raw_loss(raw_loss.minima[0])):,.0f}")

# %% folded=true
Z_course, _, _ = regression.standardize(X)
scaled_loss = landscapes.squared_error(Z_course, y)
scaled_run = descent.descend(scaled_loss, np.zeros(4), lr=0.1, steps=1000)
lowest = np.sqrt(raw_loss(raw_loss.minima[0]))
scaled_curves = regression.curvatures(Z_course, y)
print(f"condition number: raw {raw_curves[-1] / raw_curves[0] / 1e6:.0f} million, ", end="")
print(f"scaled {scaled_curves[-1] / scaled_curves[0]:.0f}")
print(f"scaled: halved every {np.log(0.5) / np.log1p(-0.1 * scaled_curves[0]):.0f} steps at 0.1")
print(f"correlation of bathrooms and size: {np.corrcoef(X[:, 1], X[:, 2])[0, 1]:.2f}")
figures.losses(
    {
        "raw, rate 1e-7": raw_walk.losses - lowest**2,
        "scaled, rate 0.1": scaled_run.losses - lowest**2,
    },
    y_label="loss above the lowest",
    title="The houses with rooms: raw and scaled",
)

# %%
off_now, off_before = np.sqrt([scaled_run.losses[-1], raw_walk.losses[-1]]) - lowest
reveal("scaled-walk", off_now < 1, 1 < off_now < off_before / 2)

# %% [markdown]
# The condition number fell from 241 million to 478. But 478 is not 1. Scaling cures features of
# *different units*. It does not cure features that *say the same*: large houses have more
# bathrooms, and the two columns rise and fall together. (With a **correlation** of 1 they would,
# once scaled, be the same column twice.)
#
# ## A new house
#
# The weights now belong to *scaled* features. A house that was not in the table has no mean and no
# spread of its own. It is measured against the old houses.

# %% [markdown] exercise="predict_price" part="statement"
# ### Exercise 3: predict a new house
#
# Write `predict_price(house, w, b, mu, sigma)`. `house` holds the raw features of one new house,
# an array of shape (d,). `w` and `b` were fitted to scaled features, and `mu` and `sigma` come
# from the old houses. Return the price, one number. The arrays may hold whole numbers.
#
# For example,
# `predict_price(np.array([14, 16]), np.array([3, 5]), 50, np.array([10, 20]), np.array([2, 4]))`
# gives 51.
#
# <details><summary>Hint 1: in words</summary>
#
# What do the weights expect to meet: square feet, or "how many standard deviations above the
# average"?
#
# </details>
# <details><summary>Hint 2: smaller steps</summary>
#
# In the example the first feature is 4 above its mean, and that is 2 standard deviations. What
# does it add to the price? What does the second one add?
#
# </details>
# <details><summary>Hint 3: repair this</summary>
#
# Your friend scaled the house with `house.mean()` and `house.std()`. What is the mean of 3
# bedrooms, 2 bathrooms and 1,600 square feet good for?
#
# </details>
# <details><summary>Hint 4: the reasons, one by one</summary>
#
# The new house goes through the same formula as the old ones did: minus their mean, over their
# standard deviation. Then each scaled feature meets its weight, and all of it is added up. An
# average house has only zeros there; its price is `b`. So `b` is added once, at the end.
#
# </details>


# %% exercise="predict_price" part="answer"
def predict_price(house, w, b, mu, sigma):
    """Return the price of a raw house of shape (d,); w and b belong to scaled features."""
    ### BEGIN SOLUTION
    new_z = (house - mu) / sigma
    return w @ new_z + b
    ### END SOLUTION


# %% exercise="predict_price" part="check"
check("predict_price")

# %% exercise="predict_price" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("predict_price", seed=70117)
### END HIDDEN TESTS

# %% [markdown] exercise="unscale" part="statement"
# ### Exercise 4: back to real units
#
# People want weights for square feet and bathrooms. The price is $\sum_j w_j z_j + b$ with
# $z_j = (x_j - \mu_j)/\sigma_j$.
#
# Write `unscale(w, b, mu, sigma)`. It returns `(w, b)` for the raw features, so that every house
# gets the same price as before. `w`, `mu` and `sigma` are arrays of shape (d,), `b` is a number.
# For example, `unscale(np.array([2, 3]), 50, np.array([10, 20]), np.array([2, 4]))` gives
# `([1, 0.75], 25)`.
#
# Do it yourself, without `regression.unstandardize`.
#
# <details><summary>Hint 1: in words</summary>
#
# One square foot more: by how much does z grow, and by how much the price?
#
# </details>
# <details><summary>Hint 2: smaller steps</summary>
#
# Put the formula for $z_j$ into the sum. What is multiplied by $x_j$ is the new weight. Everything
# that is *not* multiplied by an $x_j$ belongs to the new intercept.
#
# </details>
# <details><summary>Hint 3: repair this</summary>
#
# Your friend returned `w / sigma, b`. Every price is wrong by the same amount. Which house shows
# you by how much?
#
# </details>
# <details><summary>Hint 4: the reasons, one by one</summary>
#
# $w_j z_j$ is $(w_j/\sigma_j)\,x_j$ minus $(w_j/\sigma_j)\,\mu_j$. The first part gives the new
# weight. The second part does not depend on the house, so it joins the intercept, with its minus,
# once for every feature.
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
# A house with 3 bedrooms, 2 bathrooms and 1,600 square feet, in both ways:

# %%
fitted_w, fitted_b = my_fit_gd(Z, y, 0.3, 5000)
new_house = np.array([3, 2, 1600])
my_w, my_b = built("unscale")(fitted_w, fitted_b, mu, sigma)
print("weights for raw features:", np.round(my_w, 2), " intercept:", np.round(my_b, 2))
print(f"price from raw features:    {my_w @ new_house + my_b:,.0f} dollars")
new_price = built("predict_price")(new_house, fitted_w, fitted_b, mu, sigma)
print(f"price from scaled features: {new_price:,.0f} dollars")

# %% [markdown]
# Do not read too much into these weights. Five houses and four weights leave almost nothing to
# tell noise from truth. The standard errors say so:

# %% folded=true
w_errors, b_error = regression.standard_errors(X, y)
for name, value, error in zip(
    ["bedroom", "bathroom", "square foot", "intercept"],
    raw_loss.minima[0],
    [*w_errors, b_error],
    strict=True,
):
    print(f"{name:12} {value:8,.0f} ± {error:,.0f}")

# %% [markdown]
# ## Solving at once
#
# A linear model has a luxury that most models do not have: we can write down where its loss is
# flat, and solve for it. Put a column of ones beside the features, $A = (X \; \mathbf 1)$, so that
# the intercept is one more weight: $\theta = (w_1, \ldots, w_d, b)$. By the formula above its
# slopes are $\frac2n A^{\mathsf T}(A \theta - y)$, and all are zero where
#
# $$A^{\mathsf T} A\, \theta = A^{\mathsf T} y$$
#
# These are the **normal equations**, and `np.linalg.solve` solves them.
#
# <details><summary>For the curious: how exact is that?</summary>
#
# Never compute the inverse of $A^{\mathsf T} A$: it costs more and is less exact. Better still
# than `solve` is `np.linalg.lstsq(A, y)`: it never forms $A^{\mathsf T} A$, whose condition number
# (its largest stretch of an arrow over its smallest) is the *square* of that of $A$. It is the
# condition number that ruled the raw walk. The next cell prints both for the houses.
#
# </details>

# %% folded=true
A = np.column_stack([X, np.ones(len(X))])
print(f"condition number of A:       {np.linalg.cond(A):,.0f}")
print(f"condition number of A.T @ A: {np.linalg.cond(A.T @ A):.3e}")

# %% [markdown] exercise="closed_form" part="statement"
# ### Exercise 5: solve
#
# Write `closed_form(X, y)` for X of shape (n, d) and y of shape (n,). It returns the least-squares
# `(w, b)`: `w` of shape (d,), and `b` a number. No steps and no rate. For example,
# `closed_form(np.array([[0, 0], [1, 0], [0, 1], [1, 1]]), np.array([1, 3, 4, 6]))` gives
# `([2, 3], 1)`.
#
# You may use `np.linalg.solve` or `np.linalg.lstsq`, but not a ready-made regression such as
# `regression.least_squares`.
#
# <details><summary>Hint 1: in words</summary>
#
# The formula has four steps: build A, make the left side, make the right side, solve. Which of
# them are you sure of?
#
# </details>
# <details><summary>Hint 2: smaller steps</summary>
#
# `np.column_stack([X, np.ones(len(X))])` puts the ones last. `np.linalg.solve(M, v)` finds the θ
# with `M @ θ = v`. What are M and v here? Where does the intercept then come out?
#
# </details>
# <details><summary>Hint 3: repair this</summary>
#
# Your friend wrote `theta = np.linalg.lstsq(A, y)` and could not slice what came back: `lstsq`
# returns four things, the weights first. And `np.linalg.solve(A, y)` complains that A is not
# square. Which product is?
#
# </details>
# <details><summary>Hint 4: the reasons, one by one</summary>
#
# The column of ones turns `b` into an ordinary weight, so one solution holds everything. A is (n,
# d + 1); its transpose times A is square, one row for each unknown. The last entry of θ belongs to
# the ones: it is the intercept, and `theta[:-1]` is all that comes before it.
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
# Count multiplications, without constant factors, for n examples and d features. Solving costs
# about $n d^2 + d^3$, **once**. A walk costs about $n d$ for **each step**, times the number of
# steps.

# %%
predict(
    "cost-of-solving",
    "A million examples, 100 features: solving at once costs as much as how many steps?",
    {
        "about 100": "nd² is d times nd, and d³ hardly counts when n is so much larger than d.",
        "about 10,000": "That would be d times d. But one step already has one of the two "
        "factors.",
        "about 1,000,000": "Solving sounds heavy. But n counts once in both, so it cancels.",
    },
)

# %% folded=true
print("examples  features      solve   one step   solve = so many steps")
for many_n, many_d in [(5, 3), (1_000_000, 100), (1_000_000, 10_000), (1_000_000, 1_000_000)]:
    solve, step = many_n * many_d**2 + many_d**3, many_n * many_d
    print(f"{many_n:8,} {many_d:9,} {solve:10.1e} {step:10.1e} {solve / step:17,.0f}")

# %%
steps_for_one = (1_000_000 * 100**2 + 100**3) / (1_000_000 * 100)
reveal("cost-of-solving", steps_for_one < 1000, 1000 < steps_for_one < 100_000)

# %% [markdown]
# Up to some thousands of features, solve: it needs no rate, and is exact up to rounding. With far
# more, or with a loss that cannot be solved (nearly all networks), walk.
#
# ## Which columns?
#
# Forty houses, eight columns: size, age, bedrooms, and then house number, day of the month,
# letters in the street's name, temperature that day, last digit of the phone number. Which ones
# should the model use? You have a **choice**, and need a judge.
#
# So split the houses. The **training set** fits the weights. The **validation set** judges the
# choices. The **test set** stays locked until the very end.

# %%
sales = data.house_sales()
X_train, y_train = sales.x[:16], sales.y[:16]
X_val, y_val = sales.x[16:28], sales.y[16:28]
X_test, y_test = sales.x[28:], sales.y[28:]

# %%
predict(
    "training-error",
    "You use the first column, the first two, …, all eight. What does the error on the training "
    "houses do?",
    {
        "it falls and then rises, when useless columns come in": "That would be a fair judge. But "
        "a fit can use even a phone number to come closer to sixteen prices that it has seen.",
        "it stays level, once the three useful columns are in": "Useless columns should change "
        "nothing. On houses that were seen, chance always helps a little.",
        "it only falls, whatever the column": "The fit could give a new column the weight 0 and "
        "lose nothing. Nearly always it finds something better.",
    },
)

# %% folded=true
column_errors = {"training houses": [], "validation houses": []}
for k in range(1, 9):
    k_w, k_b = regression.least_squares(X_train[:, :k], y_train)
    sets = {"training houses": (X_train, y_train), "validation houses": (X_val, y_val)}
    for name, (set_x, set_y) in sets.items():
        column_errors[name].append(np.sqrt(np.mean((set_x[:, :k] @ k_w + k_b - set_y) ** 2)))
    told = ", ".join(f"{name} {errors[-1]:,.0f}" for name, errors in column_errors.items())
    print(f"{k} columns, typical error: {told}")
figures.losses(
    column_errors,
    log=False,
    x_label="number of columns",
    first=1,
    y_label="typical error in dollars",
    title="More columns: the houses that were seen, and others",
)

# %% folded=true
seen_x, seen_y = sales.x[:16], sales.y[:16]
on_training = []
for k in range(1, 9):
    k_w, k_b = regression.least_squares(seen_x[:, :k], seen_y)
    on_training.append(np.sqrt(np.mean((seen_x[:, :k] @ k_w + k_b - seen_y) ** 2)))
falls = np.diff(on_training) < 0
reveal(
    "training-error",
    not falls.all() and falls[:2].all() and not falls[-1],
    np.allclose(on_training[2:], on_training[2], rtol=0.01),
)

# %% [markdown]
# On the training houses every column helps, even the phone number. On the validation houses the
# last five do harm. The model learned the chance in sixteen prices: this is **overfitting**. Never
# let the training loss choose.

# %% [markdown] exercise="choose_columns" part="statement"
# ### Exercise 6: choose on a validation set
#
# Write `choose_columns(X_train, y_train, X_val, y_val, choices)`. `choices` is a list of lists of
# column numbers. Fit each choice to the training rows by least squares (with intercept), and
# return two things: the columns of the choice with the lowest mean squared error on the validation
# rows, and this error.
#
# ```python
# X_train = np.array([[1, 0], [2, 1], [3, 0], [4, 1]])
# y_train = np.array([2, 5, 6, 9])
# X_val, y_val = np.array([[5, 1], [6, 0]]), np.array([11, 13])
# choose_columns(X_train, y_train, X_val, y_val, [[0], [0, 1]])  # ([0], 0.02)
# ```
#
# For the fits take your `closed_form` or `regression.least_squares(X, y)`.
#
# <details><summary>Hint 1: in words</summary>
#
# For each choice there are two things to do, with two different sets of rows. Which, and with
# which?
#
# </details>
# <details><summary>Hint 2: smaller steps</summary>
#
# `X_train[:, columns]` takes these columns of all rows. Do one choice first: fit, predict the
# validation rows, take the mean of the squared errors. Then put it into a loop, and keep the best
# so far. With what must "the lowest so far" begin?
#
# </details>
# <details><summary>Hint 3: repair this</summary>
#
# Your friend fitted each choice to the validation rows and then measured its error there. The
# choice with the most columns always wins. Why?
#
# </details>
# <details><summary>Hint 4: the reasons, one by one</summary>
#
# The weights must not know the rows that judge them, so the fit sees training rows alone. The
# error is measured on rows that the fit never saw. A lower error replaces the best so far, and
# then the columns are kept together with it. "The best so far" begins with infinity, `np.inf`, so
# that the first choice is always better.
#
# </details>


# %% exercise="choose_columns" part="answer"
def choose_columns(X_train, y_train, X_val, y_val, choices):
    """Return (columns, loss) of the choice with the lowest loss on the validation rows."""
    ### BEGIN SOLUTION
    best, best_loss = None, np.inf
    for columns in choices:
        w, b = closed_form(X_train[:, columns], y_train)
        loss = np.mean((X_val[:, columns] @ w + b - y_val) ** 2)
        if loss < best_loss:
            best, best_loss = columns, loss
    return best, best_loss
    ### END SOLUTION


# %% exercise="choose_columns" part="check"
check("choose_columns")

# %% exercise="choose_columns" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("choose_columns", seed=81203)
### END HIDDEN TESTS

# %%
choices = [[0], [0, 1], [0, 1, 2], [0, 1, 2, 3], [0, 1, 2, 3, 4, 5, 6, 7]]
my_columns, my_loss = built("choose_columns")(X_train, y_train, X_val, y_val, choices)
print("chosen columns:", my_columns, f"  validation error: {np.sqrt(my_loss):,.0f}")

# %% [markdown]
# The winner was picked *because* it did well on the validation houses, so its error there may be
# too good to be true. Now, once, the test set:

# %%
chosen_w, chosen_b = regression.least_squares(X_train[:, my_columns], y_train)
test_errors = X_test[:, my_columns] @ chosen_w + chosen_b - y_test
print(f"test error: {np.sqrt(np.mean(test_errors**2)):,.0f} dollars")

# %% [markdown]
# That is what you may promise. Go back and change the model, and the test set is used up.
#
# ## The same with scikit-learn
#
# `LinearRegression` solves. `StandardScaler` is your `scale`, with the same division by n.

# %%
from sklearn.linear_model import LinearRegression
from sklearn.preprocessing import StandardScaler

model = LinearRegression().fit(X, y)
print("weights: ", np.round(model.coef_, 2), " intercept:", np.round(model.intercept_, 2))
scaler = StandardScaler().fit(X)
print("first row, scaled:", np.round(scaler.transform(X)[0], 4), " yours:", np.round(Z[0], 4))

# %% [markdown]
# ## What goes wrong
#
# **A constant column** has the standard deviation 0, and dividing by it gives NaN. It cannot help
# to tell houses apart: leave it out.
#
# **The same column twice**, say size in square feet and in square metres. Then many weights are
# equally good, and $A^{\mathsf T} A$ has no inverse. A walk ends at a lowest loss, but its start
# decides with which weights. From zero it finds the shortest ones, as `lstsq` does.

# %% folded=true
size_z, _, _ = regression.standardize(X[:, 2])
twice = landscapes.squared_error(np.column_stack([size_z, size_z]), y)
for first in [0.0, 100_000.0]:
    w1, w2, _ = descent.descend(twice, [first, 0.0, 0.0], lr=0.1, steps=500).final
    print(f"from w1 = {first:7,.0f}:   w1 = {w1:10,.0f}   w2 = {w2:9,.0f}   sum {w1 + w2:,.0f}")

# %% [markdown]
# ## In one formula
#
# $$\mathbf{w} \leftarrow
# \mathbf{w} - \text{lr} \cdot \frac{2}{n} Z^{\mathsf T} (Z\mathbf{w} + b - y)
# \qquad
# b \leftarrow b - \text{lr} \cdot \frac{2}{n} \sum_{i=1}^{n} (Z\mathbf{w} + b - y)_i$$
#
# Scale, walk, unscale; choose on validation rows; test once.

# %% [markdown]
# ## Quick check
#
# Click the answer you would give: each one is explained.

# %%
quick(
    "kilometres-to-metres",
    "You multiply a feature by 1000 (kilometres to metres) and do not scale. The largest rate "
    "that does not diverge …",
    {
        "gets smaller": "Up to about a million times: that feature's curvature grows with the "
        "square of its numbers.",
        "stays as it was": "The loss becomes far steeper along that weight.",
        "gets larger": "The loss becomes steeper along that weight, so steps must be more "
        "careful.",
    },
    right="gets smaller",
)

# %%
quick(
    "average-house",
    "You scale a new house with its own mean and deviation. What goes wrong?",
    {
        "nothing, for scaling is scaling": "The weights mean deviations from the average of the "
        "old houses, not from an average over bedrooms and square feet.",
        "all houses look nearly alike": "Each house is compared with itself, so its size no "
        "longer shows.",
        "only the intercept is off": "Every scaled feature is off, and each by another amount.",
    },
    right="all houses look nearly alike",
)

# %%
quick(
    "two-models",
    "Model A has a training loss of 10 and a validation loss of 40. Model B has 20 and 30. Which "
    "one do you take?",
    {
        "A, it fits best": "It fits the rows that it has seen. On others it is worse than B.",
        "B": "The validation rows are like those to come, and there B is better.",
        "whichever is better on the test set": "Then the test set has become a second validation "
        "set, and nothing is left to test with.",
    },
    right="B",
)

# %%
quick(
    "scaled-before-the-split",
    "You split your houses into three sets, and then scale them. From which houses are μ and σ?",
    {
        "from all of them": "Then the houses that judge have had a say in what they judge.",
        "from each set its own": "Then one house has another z in each set, and the weights know "
        "one of them.",
        "from the training set": "They are fitted, like the weights. The other sets are scaled "
        "with the same two.",
    },
    right="from the training set",
)

# %% [markdown]
# ## Words for your glossary
#
# All words and signs of the course, with their other names: [notation](../../docs/notation.md).
#
# - **feature**: one input of an example, a column of the table $X$.
# - **transpose** $X^{\mathsf T}$: the table with rows and columns swapped.
# - **standardizing**: subtracting the mean and dividing by the standard deviation.
# - **correlation**: how far two columns rise and fall together. At 1, both are the same once they
#   are scaled.
# - **normal equations**, **closed form**: least squares by solving instead of walking.
# - **training set**, **validation set**, **test set**: the examples that fit the weights, that
#   judge a choice, and that are opened once, at the end.
# - **overfitting**: good on the training set, and clearly worse on other examples.
#
# Next: [Lesson 6, mini-batches](../06_mini_batches/06_mini_batches.ipynb). Must every step look at
# all the examples?

# %%
finish("With scaled columns, which part of the limit gets there first?")
