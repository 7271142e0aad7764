# %% [markdown]
# # Lesson 0: Start here
#
# *About 60 minutes. You need: a little Python (lists, loops, functions).*
#
# You will be able to
#
# - find your way in this course, and come back to it another day;
# - read the NumPy that the lessons use: arrays, shapes, slices, masks, `@`, axes;
# - hand a function to another function;
# - draw random numbers that are the same tomorrow.

# %%
import numpy as np

from course import check, finish, predict, quick, reveal

# %% [markdown]
# ## The map of the course
#
# How does a program learn from examples? It makes a guess, measures how wrong the guess is, and
# changes its numbers a little, so that the next guess is less wrong. The rule for that little
# change is **gradient descent**. You will write it yourself, see where it fails, and train a
# network that reads handwritten digits with it.
#
# | lesson | its question |
# |---|---|
# | 1 One dimension | one weight: which way is down? |
# | 2 Learning rates | how bold may a step be? |
# | 3 Two dimensions | two weights, and a million |
# | 4 Linear regression | which line fits best? |
# | 5 Many features | what if there is more to know? |
# | 6 Mini-batches | may a step look at a few examples? |
# | 7 Momentum and Adam | does memory help? |
# | 8 Schedules | fast first, exact later? |
# | 9 When it goes wrong | what is this? |
# | 10 A small network | can it read digits? |
#
# Take them in this order. Each needs the ones before it.

# %% [markdown]
# ## How to work here
#
# - **Predict, then run.** Choose an answer *before* you run the cell that settles it. A wrong
#   guess is worth more than none: you remember what surprised you.
# - **Write, then check.** Write where a cell says `raise NotImplementedError` or `...`, run it,
#   and run the check below it, as often as you like. The check says what it tried and what came
#   back, and often what the mistake is. Write the exercises yourself: the text says where a
#   ready-made function of the course is not allowed.
# - **Stuck?** The hints below an exercise go from a question to the reasons. Open one, try again.
# - **Some code is folded away.** It only draws a picture or a table. You need not read it; click
#   the three dots if you are curious.
# - **`built("…")`** is the function that you wrote, or the course's own where yours is not right
#   yet. So you can always go on.
# - **Come back another day**: open the notebook, and choose *Run*, *Run All Cells*. Answers and
#   predictions are kept; what Python knew is not, so the first cells must run again. After a
#   "NameError", do the same.
# - **Python acts strangely?** Choose *Kernel*, *Restart Kernel and Run All Cells*.
# - **Start an exercise again**: put the line `raise NotImplementedError` back into its cell. How
#   to start a lesson again stands at the top of each, folded: open *How to work here* there.
# - **Your points**: `make grade STUDENT=me` in a terminal grades `my-work/` as a teacher would.
#   Where there is no terminal, as in the browser, the checks count: green means right.

# %% [markdown]
# ## NumPy in 30 minutes
#
# Ten small tasks, one line each. They earn no points: they are here so that no line of a later
# lesson surprises you.
#
# Try things out as you go: `Esc` and then `B` make a new cell, and `Shift+Enter` runs it.
#
# ### Arrays and their shape
#
# An **array** holds numbers, in a row or in a table. `np.array(…)` makes one from a list. Its
# **shape** says how long it is along each **axis**: rows first, then columns. A **text with an f**
# in front has places for values in braces.

# %%
row = np.array([150, 200, 250])
table = np.array([[1, 2, 3], [4, 5, 6]])
print(f"row:   {row}, shape {row.shape}, first {row[0]}, last {row[-1]}")
print(f"table: shape {table.shape}, second row {table[1]}, in its first column {table[1, 0]}")

# %% [markdown] exercise="shape_of" part="statement"
# **Task 1: a shape**
#
# Write `shape_of(numbers)`: make an array from a list and return its shape. For example,
# `shape_of([3, 1, 4, 1])` returns `(4,)`.
#
# <details><summary>Hint 1</summary>
#
# Two things in one line: make the array, and ask it. The shape has no brackets after it: it is
# a property, not a call.
#
# </details>


# %% exercise="shape_of" part="answer"
def shape_of(numbers):
    """Return the shape of the array made from a list."""
    ### BEGIN SOLUTION
    return np.array(numbers).shape
    ### END SOLUTION


# %% exercise="shape_of" part="check"
check("shape_of")

# %% [markdown]
# `(4,)` with its comma is how Python writes a single number in brackets: one axis, four long. A
# plain number has the shape `()`: no axis at all.
#
# ### Entry by entry
#
# Arithmetic works on each entry by itself: no loop. Two arrays of the same shape go together entry
# by entry; a single number goes with all entries, and a row with each row of a table: `X - row`.

# %%
size = np.array([1.0, 2.0, 4.0])
print(3 * size + 1)
print(size * size, "and with a power", size**2)
print("mean", size.mean(), "  sum", size.sum(), "  largest", size.max())

# %% [markdown] exercise="in_dollars" part="statement"
# **Task 2: other units**
#
# Write `in_dollars(thousands)`: an array of prices in thousands of dollars comes in, the same
# prices in dollars go out. For example, `in_dollars(np.array([7, 12]))` returns 7000 and 12000.
#
# <details><summary>Hint 1</summary>
#
# Which number is larger, that of thousands of dollars or that of dollars? Multiply the whole
# array.
#
# </details>


# %% exercise="in_dollars" part="answer"
def in_dollars(thousands):
    """Return prices in dollars, given in thousands of dollars."""
    ### BEGIN SOLUTION
    return 1000 * thousands
    ### END SOLUTION


# %% exercise="in_dollars" part="check"
check("in_dollars")

# %% [markdown]
# ### Slices
#
# `w[1:4]` is a **slice**: from place 1 up to, but without, place 4. What is left out means *from
# the start* or *to the end*. Minus counts from the end: `w[:-1]` is all but the last.
# `np.arange(5)` counts, and `np.linspace(0, 1, 5)` spaces evenly. In a table, `X[:, 1]` is the
# column at place 1, of all rows, and `X[:, [0, 2]]` are two columns.

# %%
w = np.array([0, 10, 20, 30, 40])
print(w[1:4], w[:2], w[3:], w[:-1])
print("every second:", w[::2])
print("evenly spaced:", np.linspace(0, 1, 5), "and counted:", np.arange(5))
X = np.array([[1, 2], [3, 4], [5, 6]])
print("a column:", X[:, 1])

# %% [markdown] exercise="changes" part="statement"
# **Task 3: changes**
#
# Write `changes(w)`: each entry of an array minus the one before it. For example,
# `changes(np.array([1, 4, 9]))` returns 3 and 5.
#
# <details><summary>Hint 1</summary>
#
# Write down the two rows that are subtracted, one below the other. Which slice is the upper one?
#
# </details>
# <details><summary>Hint 2</summary>
#
# Your friend wrote `w[1:] - w`. Python cannot subtract 3 numbers from 2. Which entry does not
# belong in the second row?
#
# </details>


# %% exercise="changes" part="answer"
def changes(w):
    """Return each entry of w minus the one before it."""
    ### BEGIN SOLUTION
    return w[1:] - w[:-1]
    ### END SOLUTION


# %% exercise="changes" part="check"
check("changes")

# %% [markdown]
# ### Masks, and a mean of True and False
#
# A comparison gives `True` or `False` for each entry: a **mask**. In square brackets, a mask picks
# entries. And since `True` counts as 1 and `False` as 0, the *mean* of a mask is a **share**. `&`
# between two masks asks for both; each comparison then needs brackets of its own.

# %%
predict(
    "mean-of-a-mask",
    "prices holds 150, 200, 250 and 300. What is (prices > 180).mean()?",
    {
        "250, the mean of the prices above 180": "It sounds like that. But this is the mean of "
        "the mask: of False, True, True, True.",
        "0.75": "Three of four are above 180: the mean of 0, 1, 1, 1.",
        "an error: True is no number": "In a sum, True counts as 1 and False as 0.",
    },
)

# %%
prices = np.array([150, 200, 250, 300])
print("the mask:   ", prices > 180)
print("picked:     ", prices[prices > 180])
print("the share:  ", (prices > 180).mean())
print("both:       ", prices[(prices > 180) & (prices < 300)])

# %% folded=true
share = (np.array([150, 200, 250, 300]) > 180).mean()
reveal("mean-of-a-mask", share == 250, share == 0.75)

# %% [markdown] exercise="those_above" part="statement"
# **Task 4: a mask**
#
# Write `those_above(x, limit)`: the entries of `x` that are above a limit. For example,
# `those_above(np.array([3, 8, 5, 9]), 5)` returns 8 and 9.
#
# <details><summary>Hint 1</summary>
#
# Which comparison makes the mask? Put it into square brackets behind the array.
#
# </details>


# %% exercise="those_above" part="answer"
def those_above(x, limit):
    """Return the entries of x above limit."""
    ### BEGIN SOLUTION
    return x[x > limit]
    ### END SOLUTION


# %% exercise="those_above" part="check"
check("those_above")

# %% [markdown] exercise="share_above" part="statement"
# **Task 5: a share**
#
# Write `share_above(x, limit)`: which part of the entries is above the limit, a number from
# 0 to 1. For example, `share_above(np.array([3, 8, 5, 9]), 5)` returns 0.5.
#
# <details><summary>Hint 1</summary>
#
# The same mask as before. What does its mean tell you?
#
# </details>


# %% exercise="share_above" part="answer"
def share_above(x, limit):
    """Return the share of the entries of x above limit."""
    ### BEGIN SOLUTION
    return (x > limit).mean()
    ### END SOLUTION


# %% exercise="share_above" part="check"
check("share_above")

# %% [markdown]
# ### Rows times weights: `@`
#
# `X @ w` takes each row of the table `X`, multiplies it entry by entry with `w`, and adds up: one
# number for each row. So the last axis of `X` must be as long as `w`. `X.T` is the **transpose**:
# rows become columns. Look at the shapes first; they tell what fits.

# %%
X = np.array([[1, 2], [3, 4], [5, 6]])
print("X:", X.shape, "  X.T:", X.T.shape)
print("X @ [10, 1]:", X @ np.array([10, 1]))
print("1·10 + 2·1 =", 1 * 10 + 2 * 1)

# %% [markdown] exercise="all_predictions" part="statement"
# **Task 6: rows**
#
# Write `all_predictions(X, w)`: for each row of the table `X`, its entries times the weights `w`,
# added up. For example, `all_predictions(np.array([[1, 2], [3, 4]]), np.array([10, 1]))` returns
# 12 and 34.
#
# <details><summary>Hint 1</summary>
#
# Your friend wrote `X * w`. That multiplies, but what has not been done yet?
#
# </details>


# %% exercise="all_predictions" part="answer"
def all_predictions(X, w):
    """Return for each row of X, shape (n, d), its sum weighted by w, shape (d,)."""
    ### BEGIN SOLUTION
    return X @ w
    ### END SOLUTION


# %% exercise="all_predictions" part="check"
check("all_predictions")

# %% [markdown] exercise="error_sums" part="statement"
# **Task 7: columns**
#
# Write `error_sums(X, error)`: for each *column* of `X`, its entries times `error`, added up;
# `error` has one number for each row. For example, `error_sums(np.array([[1, 2], [3, 4]]),
# np.array([1, -1]))` returns −2 and −2.
#
# <details><summary>Hint 1</summary>
#
# Write down the shapes: `X` is (2, 2) here, but think of (5, 2), with `error` of shape (5,). The
# result must have shape (2,). What belongs on the left of `@`?
#
# </details>


# %% exercise="error_sums" part="answer"
def error_sums(X, error):
    """Return for each column of X, shape (n, d), its sum weighted by error, (n,)."""
    ### BEGIN SOLUTION
    return X.T @ error
    ### END SOLUTION


# %% exercise="error_sums" part="check"
check("error_sums")

# %% [markdown]
# ### Along an axis
#
# `X.mean()` is one number for the whole table. `X.mean(axis=0)` goes *down* along axis 0, the
# rows, and leaves one number for each column. With `axis=1` it goes along each row.

# %%
print("all:", X.mean(), "  down each column:", X.mean(axis=0), "  along each row:", X.mean(axis=1))

# %% [markdown] exercise="column_means" part="statement"
# **Task 8: an axis**
#
# Write `column_means(X)`: the mean of each column. For example,
# `column_means(np.array([[1, 20], [3, 40]]))` returns 2 and 30.
#
# <details><summary>Hint 1</summary>
#
# The axis that you name is the one that disappears. Which one should, rows or columns?
#
# </details>


# %% exercise="column_means" part="answer"
def column_means(X):
    """Return the mean of each column of X."""
    ### BEGIN SOLUTION
    return X.mean(axis=0)
    ### END SOLUTION


# %% exercise="column_means" part="check"
check("column_means")

# %% [markdown]
# ### A function is a value
#
# The name of a function without brackets is the function itself. You can hand it on, like a
# number, and whoever gets it can call it. `lambda w: 3 * w` is a small function without a name.


# %%
def double(value):
    return 2 * value


def twice(function, value):
    return function(function(value))


print("twice(double, 5) =", twice(double, 5))
print("and with a lambda:", twice(lambda value: value + 1, 5))

# %% [markdown] exercise="move_on" part="statement"
# **Task 9: a function as a value**
#
# Write `move_on(grad, w)`: `grad` is a function. Call it at `w`, and return `w` minus a tenth of
# what came back. For example, `move_on(double, 5)` returns 4.0.
#
# <details><summary>Hint 1</summary>
#
# Your friend wrote `w - 0.1 * grad`. Python says that it cannot multiply a float and a function.
# What is missing after `grad`?
#
# </details>


# %% exercise="move_on" part="answer"
def move_on(grad, w):
    """Return w minus a tenth of grad at w."""
    ### BEGIN SOLUTION
    return w - 0.1 * grad(w)
    ### END SOLUTION


# %% exercise="move_on" part="check"
check("move_on")

# %% [markdown]
# ### Random, and yet the same
#
# `rng = np.random.default_rng(0)` makes a **generator** of random numbers; 0 is its **seed**. The
# same seed gives the same numbers again. `rng.normal(size=3)` draws three of the bell-shaped kind:
# most lie within 1 of zero. That 1 is their **standard deviation**: how far they typically are
# from their mean.

# %%
for seed in [0, 0, 1]:
    rng = np.random.default_rng(seed)
    print("seed", seed, rng.normal(size=3))

# %% [markdown] exercise="draws" part="statement"
# **Task 10: a seed**
#
# Write `draws(seed)`: three numbers of `normal`, from a generator with this seed. For example,
# `draws(0)` returns the three numbers of seed 0 that are printed just above.
#
# <details><summary>Hint 1</summary>
#
# First make the generator, then ask it; both fit in one line. Where does the seed go?
#
# </details>


# %% exercise="draws" part="answer"
def draws(seed):
    """Return three normal random numbers of this seed."""
    ### BEGIN SOLUTION
    return np.random.default_rng(seed).normal(size=3)
    ### END SOLUTION


# %% exercise="draws" part="check"
check("draws")

# %% [markdown]
# ## A few more things you will read
#
# `np.zeros(3)` holds zeros, `np.round(x, 2)` rounds, `np.sqrt(x)` takes roots, `np.abs(x)` drops
# minus signs, `np.argmin(x)` is the *place* of the smallest entry, and `np.isclose(a, b)` asks
# whether numbers are equal but for rounding. An array made of whole numbers keeps whole numbers
# only, and cuts off what stands after the point of anything put into it;
# `np.array([1, 2], dtype=float)` does not.
#
# `return a, b` gives back two values at once, and `first, second = f(x)` takes them apart. A
# second `return` below it is never reached. `def rise(w, by=1)` gives `by` a **default**:
# `rise(5)` takes 1, and `rise(5, 3)` or, by its name, `rise(5, by=3)` takes 3.
#
# `enumerate(a)` counts along: place 0 with the first entry, and so on. `zip(a, b)` goes through
# two lists side by side, and `for _ in range(3)` does something three times. `step % 4` is the
# rest when `step` is divided by 4: 0 for every fourth step. `a = b = 0` gives both names a value.
# `[w**2 for w in row]` makes a list in one line. A **dictionary** `{"name": value}` is a list of
# names with values; the names may be numbers. `d["name"]` reads a value, `d["name"] = value` puts
# one in, and `.items()` goes through all, `.values()` through the values alone.

# %%
populations = {"Oslo": 717710}
populations["Bergen"] = 291940
for city, people in populations.items():
    print(city, people)
print("in both:", sum(populations.values()))

for letter, square in zip("abc", [number**2 for number in [1, 2, 3]]):
    print(letter, square)


def ends(row):
    return row[0], row[-1]


first, last = ends([3, 8, 5])
print(first, last)


def rise(w, by=1):
    return w + by


print(rise(5), rise(5, 3), rise(5, by=3))

# %% [markdown]
# And how numbers are printed:
#
# `{w:.2f}` in a text with an f prints two digits after the point, `{step:3}` takes three places
# (texts, too), `{big:,}` puts commas between thousands, and `{share:.0%}` prints a percentage.
# `{x:.3g}` keeps three digits, wherever the point is, and `print(…, end=" ")` stays in its line.
# Very small and very large numbers are written with an e: `5e-05` is a 5 at the fifth place after
# the point, `2e+23` a 2 with 23 zeros, and `{x:.1e}` prints so. The `_` in `1_000_000` is only
# there to be read.

# %%
for city, people in populations.items():
    print(f"{city:8}{people:9,} people, {people / sum(populations.values()):.0%} of both")
print(f"{1 / 3:.2f}", f"{1 / 30:.3g}", f"{1_000_000:.1e}", 5e-05, 2e23)

# %% [markdown]
# ## Quick check
#
# Click the answer you would give: each one is explained.

# %%
quick(
    "shape-of-a-sum",
    "X has the shape (5, 3). What is the shape of X.sum(axis=0)?",
    {
        "(5,)": "That is axis=1: a sum along each of the five rows.",
        "(3,)": "Axis 0 disappears: one sum for each column.",
        "()": "That is X.sum() without an axis: one number for all.",
    },
    right="(3,)",
)

# %%
quick(
    "what-fits",
    "X has the shape (5, 3), w the shape (3,), error the shape (5,). Which one works?",
    {
        "X.T @ error": "X.T has the shape (3, 5), and 5 meets 5. Three numbers come out.",
        "X @ error": "The last axis of X is 3 long, error is 5 long: they do not fit.",
        "X.T @ w": "X.T has the shape (3, 5), and 5 does not fit 3.",
    },
    right="X.T @ error",
)

# %%
quick(
    "all-but-the-first",
    "Which slice is all of w but the first entry?",
    {
        "w[1]": "That is one entry, the second.",
        "w[:-1]": "That is all but the last.",
        "w[1:]": "From place 1, the second entry, to the end.",
    },
    right="w[1:]",
)

# %% [markdown]
# ## Words for your glossary
#
# All words and signs of the course, with their other names: [notation](../../docs/notation.md).
#
# - **array**: numbers in a row or a table. **Axis**: one of its directions.
# - **shape**: how long an array is along each axis, such as `(5, 3)`.
# - **slice**: a part of an array from one place up to another.
# - **mask**: `True` or `False` for each entry; its mean is a share.
# - **transpose** `X.T`: the same table, rows as columns.
# - **generator**, **seed**: where random numbers come from, and the number that makes them the
#   same.
# - **standard deviation**: how far numbers typically are from their mean.
#
# Next: [Lesson 1, one dimension](../01_one_dimension/01_one_dimension.ipynb). Which way is down?

# %%
finish()
