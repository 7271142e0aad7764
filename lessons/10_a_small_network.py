# %% [markdown]
# # Lesson 10: A small network
#
# *About 110 minutes. You need: a step against the gradient (lesson 1) and mini-batches (lesson 6).
# For the project you can use your own Adam (lesson 7).*
#
# You will be able to
#
# - work out the slopes of a chain of functions by hand;
# - write the backward pass of a layer, and check it against measured slopes;
# - count the parameters of a network;
# - train a network to read handwritten digits, within a budget of gradients;
# - say why gradients vanish, why zeros are a bad start, and what a loss of zero proves.

# %%
import numpy as np

from course import check, data, descent, figures, network, optimizers, predict, quick, reveal
from course.explorers import watch_training

# %% [markdown]
# ## What a network reads
#
# These are digits that people wrote by hand. Each image has 8 × 8 pixels, so it is 64 numbers,
# from 0 (no ink) to 1 (full ink). They come with scikit-learn; nothing is downloaded.

# %%
train, test = data.digits()
print(f"images to train with: {train.x.shape[0]:,}   images to test with: {test.x.shape[0]}")
print(f"numbers in an image:  {train.x.shape[1]}      from {train.x.min()} to {train.x.max()}")

# %%
figures.image_grid(
    train.x[:20].reshape(-1, 8, 8),
    [str(digit) for digit in train.y[:20]],
    title="Twenty of the training images, and the digit of each",
)

# %% [markdown]
# A network that reads them is a **chain of simple functions**: 64 pixels go in, a first set of
# weights makes 50 numbers of them, a second set makes 10 scores, one for each digit. The highest
# score is the answer. Training changes the weights by gradient descent, as ever.
#
# One thing is new. A weight at the beginning of the chain touches the loss only through everything
# behind it. What is *its* slope? The picture for this lesson: **something went wrong at the end
# of a line of workers. The complaint is passed back, hand to hand, and each learns its own part
# in it.** That is *back-propagation*.

# %% [markdown]
# ## A chain of two weights
#
# The smallest network: one input $x$, two weights, one right answer $y$.
#
# $$z = w_1 x \qquad a = \text{sigmoid}(z) \qquad s = w_2\, a \qquad \text{loss} = (s - y)^2$$
#
# The **sigmoid**, $1/(1 + e^{-z})$, bends any number into one between 0 and 1. Without such a
# bend, an **activation**, two layers would be no more than one: a straight line of a straight
# line is a straight line. Forward we go:

# %%
x, y = 2.0, 1.0
w1, w2 = 0.5, 3.0


def forward(w1, w2):
    z = w1 * x
    a = network.sigmoid(z)
    s = w2 * a
    loss = (s - y) ** 2
    return z, a, s, loss


z, a, s, loss = forward(w1, w2)
print(f"z = {z:.6f}   a = {a:.6f}   s = {s:.6f}   loss = {loss:.6f}")

# %% [markdown]
# ## Backward, link by link
#
# The **chain rule**: a wheel turns 2 times as fast as its crank, and drives another one that turns
# 3 times as fast as itself. Then the last one turns $2 \cdot 3 = 6$ times as fast as the crank.
# *The rates of the links are multiplied.*
#
# We begin at the loss and go back. We write `ds` for the slope of the loss for $s$, `da` for that
# for $a$, and so on. Each line takes the slope of the line before and multiplies it by the rate of
# one link.
#
# The sigmoid's rate is $a(1 - a)$. That is handy: we have $a$ already, from the way forward.

# %%
ds = 2 * (s - y)  #         loss = (s − y)²
dw2 = ds * a  #             s = w2 · a
da = ds * w2  #             s = w2 · a
dz = da * a * (1 - a)  #    a = sigmoid(z)
dw1 = dz * x  #             z = w1 · x

print(f"ds = {ds:.6f}   da = {da:.6f}   dz = {dz:.6f}")
print(f"slope for w1: {dw1:.6f}   slope for w2: {dw2:.6f}")

measured = descent.numerical_gradient(lambda w: forward(*w)[-1], [w1, w2], h=1e-5)
print(f"measured:     {measured[0]:.6f}                 {measured[1]:.6f}")

# %%
figures.chain_of_slopes(
    ["w1", "z", "a", "s", "loss"],
    [w1, z, a, s, loss],
    [dw1, dz, da, ds, 1.0],
    ["times x", "times a(1 − a)", "times w2", "times 2(s − y)"],
    title="Values go forward (blue), slopes come back (red, dashed)",
)

# %% [markdown]
# The slopes by hand are those that a measurement gives (lesson 1: look a little ahead and a little
# back). But a measurement needs two losses for *each* weight. The backward pass needs one walk
# back for *all* of them.
#
# <details><summary>Why is the sigmoid's rate a(1 − a)?</summary>
#
# $a = (1 + e^{-z})^{-1}$, so its slope is $e^{-z} (1 + e^{-z})^{-2}$. One factor
# $(1 + e^{-z})^{-1}$ is $a$. What is left, $e^{-z}/(1 + e^{-z})$, is $1 - a$.
#
# </details>

# %%
predict(
    "saturated",
    "We make w1 ten times as large: 5 instead of 0.5. The loss gets larger. And the slope for w1?",
    {"it grows, too": "", "it stays about the same": "", "it almost vanishes": ""},
)

# %%
_, far_a, far_s, far_loss = forward(5.0, w2)
far_dw1 = 2 * (far_s - y) * w2 * far_a * (1 - far_a) * x
print(f"w1 = 0.5:   loss {loss:.4f}   a(1 − a) = {a * (1 - a):.6f}   slope for w1 {dw1:.6f}")
print(
    f"w1 = 5.0:   loss {far_loss:.4f}   a(1 − a) = {far_a * (1 - far_a):.6f}"
    f"   slope for w1 {far_dw1:.6f}"
)
if far_dw1 < dw1 / 10:
    reveal("saturated", "it almost vanishes")
elif far_dw1 > 2 * dw1:
    reveal("saturated", "it grows, too")
else:
    reveal("saturated", "it stays about the same")

# %% [markdown]
# Far out the sigmoid is flat: it is **saturated**. The loss is worse, but the complaint does not
# get through to $w_1$. And even in the best place, at $z = 0$, the sigmoid's rate is only 1/4.
# Remember that for later.

# %% [markdown] exercise="sigmoid_backward" part="statement"
# ### Exercise 1: back through a sigmoid
#
# Write `sigmoid_backward(da, a)`. Both are arrays **of the same shape**: `da` holds slopes of the
# loss for the sigmoid's outputs, and `a` the **outputs** themselves, `a = sigmoid(z)`, each
# between 0 and 1. Return `dz`, the slopes for the inputs $z$: an array of that shape again.
# Numbers may be whole. Write the formula yourself, without `network.sigmoid_backward`.
#
# For example, `sigmoid_backward(np.array([8.0]), np.array([0.5]))` is 8 · ½ · ½, so `[2.0]`.
#
# <details><summary>Hint</summary>
#
# Look at the line for `dz` above. You have `a` already, so no exponential is needed.
#
# </details>


# %% exercise="sigmoid_backward" part="answer"
def sigmoid_backward(da, a):
    """Return dz for a = sigmoid(z); da, a and dz are arrays of the same shape."""
    ### BEGIN SOLUTION
    return da * a * (1 - a)
    ### END SOLUTION


# %% exercise="sigmoid_backward" part="check"
check("sigmoid_backward")

# %% exercise="sigmoid_backward" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("sigmoid_backward", seed=90173)
### END HIDDEN TESTS

# %% [markdown]
# ## A whole layer at once
#
# A **dense layer** has a weight from each of its inputs to each of its outputs, and a **bias**
# for each output. We send $n$ images through it together, one row each:
#
# $$z = a_\text{prev}\, W + b$$
#
# | name | shape | what it is |
# |---|---|---|
# | `a_prev` | (n, d_in) | what comes in, one row for each image |
# | `W` | (d_in, d_out) | the weights |
# | `b` | (d_out,) | the biases, added to each row |
# | `z` | (n, d_out) | what goes out |
#
# On the way back `dz` is given, of the shape of `z`. Wanted are three slopes. Entry by entry, for
# image $k$, input $i$ and output $j$, the chain rule says:
#
# $$dW_{ij} = \sum_k a_{ki}\, dz_{kj} \qquad db_j = \sum_k dz_{kj} \qquad
# da_{ki} = \sum_j dz_{kj}\, W_{ij}$$
#
# In words: a weight is used for every image, so its slope is a **sum over images**. So is that of
# a bias, whose rate is 1. And an input goes to every output, so its slope is a sum over outputs.
#
# Two things keep you safe. **A slope has the shape of what it belongs to**: `dW` that of `W`, `db`
# that of `b`. And `dz` comes from the *mean* loss, so the division by $n$ has been done already.

# %% [markdown] exercise="dense_backward" part="statement"
# ### Exercise 2: back through a layer
#
# Write `dense_backward(dz, a_prev, W)` for the layer $z = a_\text{prev} W + b$. It returns three
# arrays, in this order: `da_prev`, `dW` and `db`. The shapes are those of the table above, and
# `dz` of shape (n, d_out) is the slope of the **mean** loss already: do not divide by $n$ again.
# Write the products yourself, without `network.dense_backward`. Numbers may be whole. For example,
# with `dz = np.array([[1, 0], [2, 1]])`, `a_prev = np.array([[1, 2], [3, 4]])` and
# `W = np.array([[1, 0], [2, 1]])` it returns `[[1, 2], [2, 5]]`, `[[7, 3], [10, 4]]` and `[3, 1]`.
#
# <details><summary>Hint 1</summary>
#
# The sums over $k$ and over $j$ are matrix products, `@`. A matrix product adds up over the
# *last* axis of the left one and the *first* axis of the right one. `A.T` swaps the axes of `A`.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Write the shapes beside each product. Only one way of transposing gives the shape you need.
#
# </details>
# <details><summary>Hint 3</summary>
#
# `db` adds up the rows of `dz`. Which axis is that?
#
# </details>


# %% exercise="dense_backward" part="answer"
def dense_backward(dz, a_prev, W):
    """Return da_prev (n, d_in), dW (d_in, d_out) and db (d_out,) of z = a_prev @ W + b."""
    ### BEGIN SOLUTION
    da_prev = dz @ W.T
    dW = a_prev.T @ dz
    db = dz.sum(axis=0)
    return da_prev, dW, db
    ### END SOLUTION


# %% exercise="dense_backward" part="check"
check("dense_backward")

# %% exercise="dense_backward" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("dense_backward", seed=90211)
### END HIDDEN TESTS

# %% [markdown]
# ## Forward and backward through a network
#
# Our network has two layers. Between them stands **ReLU**, which keeps a number above 0 and makes
# 0 of every other: its rate is 1 or 0. (At exactly 0 it has no slope; we take 0 there, as most
# libraries do.)
#
# At the end stand ten scores. **Softmax** turns them into shares that add up to 1,
# $e^{\text{score}}$ over the sum of all ten. The loss of an image is $-\log$ of the share that the
# *right* digit got: 0 for a share of 1, and larger the smaller the share. Its mean over the images
# is called **cross-entropy**. Its slope for the scores is as simple as can be: (shares − truth)/n,
# where truth is 1 for the right digit and 0 for the others.


# %%
def loss_and_slopes(layers, x, y):
    (W1, b1), (W2, b2) = layers
    # Forward, and keep what comes out on the way.
    a1 = np.maximum(0, x @ W1 + b1)
    scores = a1 @ W2 + b2
    loss, dscores = network.cross_entropy(scores, y)
    # Backward, with what was kept.
    da1, dW2, db2 = network.dense_backward(dscores, a1, W2)
    dz1 = da1 * (a1 > 0)
    _, dW1, db1 = network.dense_backward(dz1, x, W1)
    return loss, [(dW1, db1), (dW2, db2)]


start = network.random_layers([64, 50, 10], np.random.default_rng(9))
loss, slopes = loss_and_slopes(start, train.x, train.y)
print(f"loss of a network with random weights:   {loss:.4f}")
print(f"−log(1/10), the loss of equal shares:    {-np.log(1 / 10):.4f}")

# %% [markdown]
# ## Check it: measure every slope
#
# Never trust a backward pass that was not checked. A wrong one often still learns, only worse. So
# we measure the slope for *every* number of the network, on twenty images, and compare.
# `network.flat` writes all layers into one long vector, `network.shaped` turns it back.

# %%
few_x, few_y = train.x[:20], train.y[:20]


def loss_at(vector):
    scores = network.forward(network.shaped(vector, start), few_x)[-1]
    return network.cross_entropy(scores, few_y)[0]


measured = descent.numerical_gradient(loss_at, network.flat(start), h=1e-5)
by_hand = network.flat(loss_and_slopes(start, few_x, few_y)[1])
print(f"slopes compared:             {len(by_hand):,}")
print(f"longest of them:             {np.max(np.abs(by_hand)):.4f}")
print(f"all differ by less than 1e-8: {np.max(np.abs(measured - by_hand)) < 1e-8}")
print(f"losses that measuring took:  {2 * len(by_hand):,}")

# %% [markdown]
# The backward pass needed one walk forward and one back: each layer costs one matrix product
# forward and at most two backward. Measuring needed thousands of walks forward. So measure to
# *check*, on few images, and train with the backward pass.
#
# (If a ReLU's input is within $h$ of 0, the measurement steps over the kink, and the two differ.
# Then look at another image before you look for a bug.)

# %%
predict(
    "how-many",
    "64 pixels, 50 hidden units, 10 scores. How many numbers does training change?",
    {"124": "", "3,700": "", "3,760": ""},
)

# %% [markdown]
# ## Counting parameters
#
# What training changes are the **parameters**: all weights *and* all biases. A layer from
# `d_in` to `d_out` has `d_in · d_out` weights and `d_out` biases. The input has neither.

# %%
for sizes in [(64, 50), (50, 10), (64, 50, 10)]:
    weights, biases = network.parameter_counts(sizes)
    name = "–".join(str(size) for size in sizes)
    print(f"{name:9}   {weights:,} weights + {biases} biases = {weights + biases:,} parameters")
reveal("how-many", f"{weights + biases:,}")

# %% [markdown] exercise="article_parameters" part="statement"
# ### Exercise 3: an article miscounts
#
# One article has a network for images of 28 × 28 pixels: dense layers from **784** inputs to
# **1,000** hidden units, then to **500**, then to **10** scores. It says: *Total: 1,289,000
# parameters*. Count again, and set three whole numbers:
#
# - `article_weights`: how many weights the network has;
# - `article_biases`: how many biases;
# - `article_parameters`: how many parameters.
#
# Write numbers without commas between the digits: Python reads `1,289` as two numbers. You may
# write `1_289`.
#
# <details><summary>Hint</summary>
#
# There are three layers, each with its own weights and its own biases. Which sizes have a bias?
#
# </details>

# %% exercise="article_parameters" part="answer"
### BEGIN SOLUTION
article_weights = 784 * 1000 + 1000 * 500 + 500 * 10
article_biases = 1000 + 500 + 10
article_parameters = article_weights + article_biases
### END SOLUTION

# %% exercise="article_parameters" part="check"
check("article_parameters")

# %% exercise="article_parameters" part="hidden"
# More checks run here when your work is graded.
### BEGIN HIDDEN TESTS
check("article_parameters", seed=90329)
### END HIDDEN TESTS

# %% [markdown]
# ## Training
#
# Now train: mini-batches of 32 images in a fresh random order each epoch (lesson 6), and Adam as
# the optimizer (lesson 7). The **500 test images stay out of it**. They tell what the network has
# learned, and not just what it remembers.
#
# The price of training is counted in **gradient evaluations**: one for each image that a gradient
# looks at. A step with 32 images costs 32. `network.Gradient` counts them.

# %%
predict(
    "fifteen-epochs",
    "The network sees every training image 15 times. How many test images does it then read?",
    {"about half": "", "about 80 %": "", "more than 95 %": ""},
)


# %%
def percent_right(layers, images):
    right = int(np.sum(network.classes(layers, images.x) == images.y))
    return 100 * right // len(images.y)  # rounded down


gradient = network.Gradient(train.x, train.y)
history = watch_training(
    gradient,
    start,
    optimizers.adam(),
    lr=0.01,
    batch_size=32,
    epochs=15,
    rng=np.random.default_rng(9),
    test=test,
)

# %%
for epoch in [0, 1, 5, 15]:
    print(
        f"after {epoch:2} epochs:   training images {percent_right(history[epoch], train):3} %"
        f"   test images {percent_right(history[epoch], test):3} %"
    )
print(f"gradient evaluations: {gradient.spent:,}")

# %%
reached = percent_right(history[-1], test)
if reached >= 95:
    reveal("fifteen-epochs", "more than 95 %")
else:
    reveal("fifteen-epochs", "about 80 %" if reached >= 65 else "about half")

# %% [markdown]
# Go back to the picture and move **epoch**. In the end the loss of the training images is well
# below that of the test images: the network remembers more than it has learned. The gradients of
# both layers are long at first, and much shorter later. (The fifteen epochs are over before you
# have looked. To watch the picture grow, copy the cell and train for 300.)
#
# Here are the test images that it still reads wrongly. Would you have read them all?

# %%
answers = network.classes(history[-1], test.x)
wrong = np.flatnonzero(answers != test.y)
figures.image_grid(
    test.x[wrong].reshape(-1, 8, 8),
    [f"{test.y[i]}\nread as {answers[i]}" for i in wrong],
    columns=7,
    title="Test images that the network misreads",
    told="Each stands under its true digit and the one that the network read.",
)

# %% [markdown]
# ## A budget can be spent in many ways
#
# Fifteen epochs are 19,455 gradient evaluations. What if we spend the same budget on **full**
# batches? Then there are 15 steps with the exact gradient, instead of 615 with a noisy one. To be
# fair, we try several rates.

# %%
for lr in [0.01, 0.03, 0.1]:
    gradient = network.Gradient(train.x, train.y)
    layers = network.train(
        gradient,
        start,
        optimizers.adam(),
        lr=lr,
        batch_size=len(train.y),
        epochs=15,
        rng=np.random.default_rng(9),
    )[-1]
    print(
        f"15 full steps, rate {lr:4}:   test images {percent_right(layers, test)} %"
        f"   ({gradient.spent:,} evaluations)"
    )
steps = 15 * int(np.ceil(len(train.y) / 32))
print(f"{steps} steps of 32, rate 0.01: test images {reached} %")

# %% [markdown]
# The best of these three full-batch runs only just reaches 95 %, and the other two do not. Many
# noisy steps beat a few exact ones here: *how* you spend the evaluations matters. Your turn.

# %% [markdown] exercise="train_digits" part="statement"
# ### Exercise 4, the project: train it within a budget
#
# Write `train_digits(gradient, layers, n, rng)`. As in lesson 1, you get no data, only gradients:
#
# - `gradient(layers, rows)` returns a list of `(dW, db)`, one pair for each layer: the slopes of
#   the mean loss of the training images number `rows` (a list or an array of whole numbers);
# - `layers` is the start: `[(W1, b1), (W2, b2)]`. Do not change these arrays; make new ones;
# - `n` is how many training images there are, so rows go from 0 to `n - 1`;
# - `rng` is where all chance comes from, such as `rng.permutation(n)`.
#
# Return the trained layers, in the same form. The **budget is 20,000 gradient evaluations**, one
# for each row of each call. A call that goes beyond it stops with `BudgetSpent`.
#
# Your layers must read **at least 95 %** of the test images (with ReLU between the layers). With
# the same `rng` they must be the same again. When your work is graded, another start is taken,
# with 40 hidden units and fewer images; there 85 % will do, so that bad luck does not decide.
#
# Write the loop over the steps yourself, without `network.train`. All else that you have met may
# be used: your optimizer of lesson 7 or one of `course.optimizers`, a schedule of lesson 8,
# clipping of lesson 9, `descent.epoch_batches`, `network.flat`. The last batch of an epoch may be
# shorter than the others; its images count in the budget like all others.
#
# <details><summary>Hint 1</summary>
#
# Begin with plain steps: for each layer, `(W - lr * dW, b - lr * db)`. Take mini-batches from a
# fresh permutation in each epoch. How many epochs of `n` images fit into the budget?
#
# </details>
# <details><summary>Hint 2</summary>
#
# `network.flat(layers)` is one vector of all parameters, `network.flat(slopes)` one of all
# slopes, and `network.shaped(vector, layers)` gives layers back. So any rule for a vector serves:
# Adam with a rate near 0.01 and some 30 images a step is a good choice.
#
# </details>


# %% exercise="train_digits" part="answer"
def train_digits(gradient, layers, n, rng):
    """Return layers trained within 20,000 gradient evaluations, as a list of (W, b)."""
    ### BEGIN SOLUTION
    adam = optimizers.adam()
    w = network.flat(layers)
    memory, t = adam.init(w), 0
    for _ in range(20_000 // n):
        for rows in descent.epoch_batches(n, 50, rng):
            t += 1
            g = network.flat(gradient(network.shaped(w, layers), rows))
            step, memory = adam.update(g, memory, w, 0.01, t)
            w = w + step
    return network.shaped(w, layers)
    ### END SOLUTION


# %% exercise="train_digits" part="check"
check("train_digits")

# %% exercise="train_digits" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("train_digits", seed=90431)
### END HIDDEN TESTS

# %% [markdown]
# ## What goes wrong, 1: gradients vanish with depth
#
# Now a deep network: ten layers of 64 sigmoid units, then the ten scores. Nothing is trained; we
# look at the gradient of each layer at the start. The complaint is passed back through ten
# sigmoids.

# %%
predict(
    "ten-layers",
    "The gradient of layer 1, next to the pixels: how long is it, next to that of layer 10?",
    {"about as long": "", "10 to 100 times shorter": "", "more than 10,000 times shorter": ""},
)


# %%
def gradient_lengths(activation, spread, seed):
    rng = np.random.default_rng(seed)
    layers = network.random_layers([64] * 11 + [10], rng, spread=spread)
    x, y = train.x[:200], train.y[:200]
    slopes = network.loss_and_gradients(layers, x, y, activation)[1]
    return np.array([np.linalg.norm(dW) for dW, db in slopes])


sigmoid_runs = np.array([gradient_lengths(network.SIGMOID, 1, seed) for seed in range(5)])
relu_runs = np.array([gradient_lengths(network.RELU, 2, seed) for seed in range(5)])

print("length in layer 10 over length in layer 1, for five starts each:")
ratios = sigmoid_runs[:, 9] / sigmoid_runs[:, 0]
low, high = round(ratios.min(), -4), round(ratios.max(), -4)
print(f"sigmoid: {low:,.0f} to {high:,.0f}   (4 to the power of 9 is {4**9:,})")
ratios = relu_runs[:, 9] / relu_runs[:, 0]
print(f"ReLU:    {ratios.min():.1f} to {ratios.max():.1f}")

# %%
ratio = np.median(sigmoid_runs[:, 9] / sigmoid_runs[:, 0])
if ratio > 10_000:
    reveal("ten-layers", "more than 10,000 times shorter")
else:
    reveal("ten-layers", "10 to 100 times shorter" if ratio > 3 else "about as long")

# %%
figures.layer_norms(
    {"sigmoid": sigmoid_runs, "ReLU": relu_runs},
    title="The gradient of each layer, at the start",
)

# %% [markdown]
# From layer 10 back to layer 1 the slopes pass nine sigmoids, and each multiplies them by 1/4 at
# most. With this start the weights between keep lengths about the same, so the slopes shrink like
# $4^{-9}$, and the first layers hardly learn: the gradient **vanishes**. ReLU's rate is 1 wherever
# it is not 0, so it does not do that.
#
# But ReLU is no cure by itself, since the weights multiply, too. Each weight above was drawn from
# a normal distribution of variance spread/d_in, with the usual spreads: 1 for the sigmoid, 2 for
# ReLU (He and others, 2015). Now ReLU with weights half as large, and twice as large:

# %%
for name, spread in [("half as large", 0.5), ("as usual", 2), ("twice as large", 8)]:
    first = np.median([gradient_lengths(network.RELU, spread, seed)[0] for seed in range(5)])
    print(f"ReLU, weights {name:15} length of the gradient of layer 1: {first:11,.5f}")

# %% [markdown]
# Ten factors of one half make it a thousand times shorter; ten factors of two make it thousands
# of times longer: it **explodes**. The start has to fit the activation.

# %% [markdown]
# ## What goes wrong, 2: zeros are not random
#
# One article's code says *initialise weights randomly* and then writes zeros. For a line that is
# fine: its loss is a bowl, and any start will do. For a network?

# %%
predict(
    "zeros",
    "All weights and biases start at 0, and we train for 5 epochs. What becomes of the network?",
    {
        "it learns as well as from random weights": "",
        "it learns, but more slowly": "",
        "its weights never move": "",
    },
)

# %%
starts = {
    "random weights": start,
    "all weights 0": network.equal_layers([64, 50, 10], 0.0),
    "all weights 0.01": network.equal_layers([64, 50, 10], 0.01),
}
trained = {}
for name, layers in starts.items():
    gradient, rng = network.Gradient(train.x, train.y), np.random.default_rng(9)
    trained[name] = network.train(
        gradient, layers, optimizers.adam(), lr=0.01, batch_size=32, epochs=5, rng=rng
    )[-1]
    (W1, _), (W2, _) = trained[name]
    others = np.sum(np.max(np.abs(W1 - W1[:, :1]), axis=0) > 1e-3)
    moved = not (np.array_equal(W1, layers[0][0]) and np.array_equal(W2, layers[1][0]))
    right = percent_right(trained[name], test)
    told = "below 40 %" if 10 < right < 40 else f"{right} %"
    print(
        f"{name:16} test images {told:10}"
        f"   units unlike the first: {others:2} of 49   weights moved: {moved}"
    )

# %%
(W1, _), (W2, _) = trained["all weights 0"]
if not np.any(W1) and not np.any(W2):
    reveal("zeros", "its weights never move")
elif percent_right(trained["all weights 0"], test) < percent_right(history[5], test) - 1:
    reveal("zeros", "it learns, but more slowly")
else:
    reveal("zeros", "it learns as well as from random weights")

# %%
units = [
    trained[name][0][0][:, unit].reshape(8, 8)
    for name in ["random weights", "all weights 0.01"]
    for unit in range(8)
]
figures.image_grid(
    units,
    [f"unit {unit + 1}" for unit in range(8)] * 2,
    columns=8,
    signed=True,
    title="What the hidden units look at: random start (top), equal start (bottom)",
    told="The eight units of the top row all differ; the eight of the bottom row are the same.",
)

# %% [markdown]
# From zeros, every hidden unit gives 0, and no slope comes through weights of 0: only the ten
# output biases learn, and every image gets the same answer. From equal weights, all hidden units
# get the same slopes, so they stay twins for ever: fifty units do the work of one. Random weights
# break this **symmetry**. Zeros for the *biases* alone do no harm.

# %% [markdown]
# ## What goes wrong, 3: a loss of zero is not a perfect model
#
# Another sentence from an article: zero loss means that the model is perfect. Let us get there:
# with only 100 training images, and 100 epochs.

# %%
predict(
    "hundred-images",
    "It reads all 100 training images, and its loss is almost zero. How many test images?",
    {
        "nearly all: 97 % or more": "",
        "clearly fewer: 60 to 96 %": "",
        "hardly any: below 60 %": "",
    },
)

# %%
gradient = network.Gradient(train.x[:100], train.y[:100])
memory = network.train(
    gradient,
    start,
    optimizers.adam(),
    lr=0.01,
    batch_size=20,
    epochs=100,
    rng=np.random.default_rng(9),
)[-1]
hundred_loss = network.loss_and_gradients(memory, train.x[:100], train.y[:100])[0]
hundred_right = np.sum(network.classes(memory, train.x[:100]) == train.y[:100])
test_loss = network.loss_and_gradients(memory, test.x, test.y)[0]
test_right = percent_right(memory, test)
print(f"100 training images: {hundred_right} right   loss below 0.005: {hundred_loss < 0.005}")
print(f"500 test images:     {test_right} %      loss above 0.1:   {test_loss > 0.1}")
if test_right >= 97:
    reveal("hundred-images", "nearly all: 97 % or more")
elif test_right >= 60:
    reveal("hundred-images", "clearly fewer: 60 to 96 %")
else:
    reveal("hundred-images", "hardly any: below 60 %")

# %% [markdown]
# The network knows its 100 images by heart, and that is all a training loss can show. This is
# **overfitting**. Only images that it has never seen tell how well it reads. (And those must be
# like the images it will meet. Here, the same 13 people wrote all of them. For the handwriting of
# others, expect less.)

# %% [markdown]
# ## What the articles got wrong
#
# | an article says | what is so |
# |---|---|
# | 784–1000–500–10: 1,289,000 parameters | those are the weights; it forgot 1,510 biases |
# | every ML model learns by gradient descent | not trees, nearest neighbours, naive Bayes |
# | ResNet: 25 million parameters | a family, 11 to 60 million; ResNet-50: see below |
# | GPT-4: 1.76 trillion parameters | its size is not published |
# | ChatGPT: 175 billion parameters | that is GPT-3; ChatGPT's models: not published |
# | AlphaGo: "policy gradient descent" | policy gradients *ascend* the expected reward |
# | "billions of tiny steps" | BERT: 1,000,000 steps, Adam, peak rate 0.0001 |
# | zero loss: the model is perfect | perfect on its training data, as you saw |
# | works for any differentiable loss | may fail; and ReLU is not differentiable at 0 |
# | more weights, and it is a network | also back-propagation, random start, data |

# %%
# ResNet-50 (He and others, 2016): (channels in, channels out, side) of every convolution.
convolutions, channels = [(3, 64, 7)], 64
for width, blocks in [(64, 3), (128, 4), (256, 6), (512, 3)]:
    for block in range(blocks):
        convolutions += [(channels, width, 1), (width, width, 3), (width, 4 * width, 1)]
        if block == 0:
            convolutions.append((channels, 4 * width, 1))
        channels = 4 * width
weights = sum(inside * out * side**2 for inside, out, side in convolutions)
scales = sum(2 * out for _, out, _ in convolutions)  # a scale and a shift for each channel
last = sum(network.parameter_counts([channels, 1000]))
print(f"ResNet-50: {weights:,} + {scales:,} + {last:,} = {weights + scales + last:,} parameters")

# %% [markdown]
# ## In one formula
#
# For every layer, from the last to the first:
#
# $$dW = a_\text{prev}^{\mathsf T}\, dz \qquad db = \sum_{\text{images}} dz \qquad
# da_\text{prev} = dz\, W^{\mathsf T} \qquad dz_\text{prev} = da_\text{prev} \cdot
# \text{slope of the activation}$$
#
# Then one step of gradient descent, for all parameters at once.

# %% [markdown]
# ## Quick check
#
# Click the answer you would give: each one is explained.

# %%
quick(
    "quick-1",
    "Back-propagation is …",
    {
        "another name for gradient descent": "It computes the gradient. What step is made of "
        "it is the optimizer's business.",
        "a way to get the slopes of all parameters in one walk back": "It multiplies the rates "
        "of the links, from the loss to the first layer.",
        "an estimate of the gradient": "It is exact, up to rounding. The mini-batch makes a "
        "gradient an estimate.",
    },
    right="a way to get the slopes of all parameters in one walk back",
)

# %%
quick(
    "quick-2",
    "A dense layer from 20 inputs to 30 outputs has …",
    {
        "50 parameters": "There is a weight from each input to each output.",
        "600 parameters": "Those are the weights. Each output has a bias, too.",
        "630 parameters": "600 weights and 30 biases.",
    },
    right="630 parameters",
)

# %%
quick(
    "quick-3",
    "All weights of a network start at the same number. Then …",
    {
        "all hidden units of a layer stay the same": "Equal units get equal slopes. Random "
        "weights break the symmetry.",
        "it trains as usual, if the number is not zero": "Any equal number keeps the units "
        "equal, and they do the work of one.",
        "all gradients are zero": "Not in general: with equal weights that are not zero, the "
        "units learn, but all the same.",
    },
    right="all hidden units of a layer stay the same",
)

# %%
quick(
    "quick-4",
    "In a deep network of sigmoids, the first layers learn slowly because …",
    {
        "they have the most weights": "Above, all hidden layers had as many.",
        "each sigmoid on the way back multiplies the slopes by 1/4 at most": "And many such "
        "factors make almost nothing.",
        "the loss is almost zero at the start": "With random weights the loss is high. The "
        "complaint just does not get through.",
    },
    right="each sigmoid on the way back multiplies the slopes by 1/4 at most",
)

# %%
quick(
    "quick-5",
    "The training loss is zero. Then …",
    {
        "the model is perfect": "It is perfect on the data it was trained with. That may be "
        "memory.",
        "the model is certainly overfitted": "You cannot know before you test it. It may read "
        "new data well, too.",
        "data that it has not seen must show how good it is": "That is what the test set is for.",
    },
    right="data that it has not seen must show how good it is",
)

# %% [markdown]
# ## Where it is used
#
# Image recognisers, speech and language models are networks of many layers, trained by the loop
# of this lesson: a forward pass, back-propagation, a step of Adam or a relative of it, a schedule
# (lesson 8), and clipping (lesson 9). Libraries such as PyTorch, JAX and TensorFlow write the
# backward pass for you. They do what you did: the chain rule, link by link.
#
# Recommenders are trained so, too. And training need not begin at random weights. **Fine-tuning**,
# or *transfer learning*, begins with those of a network that was trained for another task, mostly
# with a small rate. *Continual learning* goes on as new data come in. Only the start and the data
# differ: the loop is the same.
#
# ## Words for your glossary
#
# All words and signs of the course, with their other names: [notation](../../docs/notation.md).
#
# - **layer**, **hidden unit**: one link of the chain; one of the numbers between two layers.
# - **activation**: the bend between two layers, such as the sigmoid or ReLU.
# - **parameter**: a number that training changes, a weight or a bias.
# - **forward pass**, **backward pass**: computing the loss; computing all slopes from it.
# - **back-propagation**: the chain rule, applied from the loss back to the first layer.
# - **softmax**, **cross-entropy**: scores to shares; the mean of −log of the right share.
# - **vanishing**, **exploding gradient**: slopes that shrink or grow from layer to layer.
# - **initialisation**: the weights before the first step; random, and of a fitting size.
# - **overfitting**: good on the training data, and clearly worse on new data.
# - **gradient evaluation**: the gradient for one example, the coin in which training is paid.
#
# ## Where to go next
#
# This was the last lesson. The course began with one weight on a curve, and you have now trained
# 3,760 parameters at once, with the same step. From here you can go to
#
# - **statistics**: mean, variance and standard deviation, for a closer look at the noise of
#   mini-batches and at what 95 % of 500 images can prove;
# - **classification**: models that choose, from logistic regression to the softmax you used;
# - **regularization**: how to keep a model from learning by heart;
# - **derivatives**: the calculus behind slopes, the chain rule and the gradient.
#
# [All lessons of this course](../../README.md#the-lessons) stand in the README. Is there one you
# skipped?
