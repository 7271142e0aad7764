# %% [markdown]
# # Lesson 10: A small network
#
# *About 90 minutes. You need: `@` (lesson 0), a validation set (lesson 5), mini-batches (lesson
# 6), optimizers (lesson 7), exp and log (lesson 8).*
#
# You will be able to
#
# - work out the slopes of a chain of functions by hand;
# - write the backward pass of a layer, and check it against measured slopes;
# - count the parameters of a network;
# - train a network to read handwritten digits, and choose its settings without the test set;
# - say why gradients vanish, why zeros are a bad start, and what a loss of zero proves.

# %%
import numpy as np

from course import (
    built,
    check,
    data,
    descent,
    figures,
    finish,
    network,
    optimizers,
    predict,
    quick,
    reveal,
)
from course.explorers import explore_slopes, watch_training

# %% [markdown]
# ## What a network reads
#
# These are digits that people wrote by hand, 8 × 8 pixels each: 64 numbers from 0 (no ink) to 1
# (full ink). At the end of this lesson a program of your own reads them.
#
# As in lesson 5 the images are in three parts: some to **train** with, some to choose settings
# with (**validation**), and a **test** set, which we open once, at the end.

# %%
train, held_back = data.digits(1047)
valid_x, valid_y = held_back.x[:250], held_back.y[:250]
test_x, test_y = held_back.x[250:], held_back.y[250:]
print(f"train: {len(train.y):,}   validation: {len(valid_y)}   test: {len(test_y)} images")

# %% folded=true
figures.image_grid(
    train.x[:20].reshape(-1, 8, 8),
    [str(digit) for digit in train.y[:20]],
    title="Twenty of the training images, and the digit of each",
)

# %% [markdown]
# A network that reads them is a **chain of simple functions**: 64 pixels go in, a first set of
# weights makes 50 numbers of them, a second set makes 10 scores, one for each digit. The highest
# score is the answer.
#
# A weight at the beginning touches the loss only through everything behind it. What is *its*
# slope? Think of a line of workers: **something went wrong at the end. The complaint is passed
# back, from hand to hand, and each learns its own part in it.** That is *back-propagation*.

# %% [markdown]
# ## A chain of two weights
#
# The smallest network: one input $x$, two weights, one right answer $y$.
#
# $$z = w_1 x \qquad a = \text{sigmoid}(z) \qquad s = w_2\, a \qquad \text{loss} = (s - y)^2$$
#
# The **sigmoid**, $1/(1 + e^{-z})$, bends any number into one between 0 and 1. Without such a
# bend, an **activation**, two layers would be no more than one: a line of a line is a line.

# %% folded=true
figures.activations(network.SIGMOID, title="The sigmoid")

# %%
x, y = 2.0, 1.0
w1, w2 = 0.5, 3.0


def chain(w1, w2):
    z = w1 * x
    a = network.sigmoid(z)
    s = w2 * a
    return z, a, s, (s - y) ** 2


z, a, s, chain_loss = chain(w1, w2)
print(f"z = {z:.6f}   a = {a:.6f}   s = {s:.6f}   loss = {chain_loss:.6f}")

# %% [markdown]
# ## Backward, link by link
#
# The **chain rule**: a wheel turns 2 times as fast as its crank, and drives another one that
# turns 3 times as fast. The last one turns $2 \cdot 3 = 6$ times as fast as the crank. *The
# rates of the links are multiplied.* (Where a value is used twice, its slopes are added: $a
# \cdot a$ has the slope $a + a$.)
#
# We begin at the loss and go back. We write `ds` for the slope of the loss for $s$, `da` for
# that for $a$, and so on. Each line takes a slope that is found already, and multiplies it by
# the rate of one link. The sigmoid's rate is $a(1 - a)$.

# %%
ds = 2 * (s - y)  #         loss = (s − y)²
dw2 = ds * a  #             s = w2 · a
da = ds * w2  #             s = w2 · a
dz = da * a * (1 - a)  #    a = sigmoid(z)
dw1 = dz * x  #             z = w1 · x
print(f"ds = {ds:.6f}   da = {da:.6f}   dz = {dz:.6f}")
print(f"slope for w1: {dw1:.6f}   slope for w2: {dw2:.6f}")

by_measure = descent.numerical_gradient(lambda w: chain(w[0], w[1])[-1], [w1, w2], h=1e-5)
print(f"measured:     {by_measure[0]:.6f}                 {by_measure[1]:.6f}")

# %% folded=true
figures.chain_of_slopes(
    ["w1", "z", "a", "s", "loss"],
    [w1, z, a, s, chain_loss],
    [dw1, dz, da, ds, 1.0],
    ["times x", "times a(1 − a)", "times w2", "times 2(s − y)"],
    weights={2: ("w2", w2, dw2)},
    title="Values go forward (solid), slopes come back (dashed)",
)

# %% [markdown]
# A measurement needs two losses for *each* weight, the backward pass one walk back for *all* of
# them.
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
    {
        "it grows, too": "On a parabola a larger loss means a steeper slope. But here the slope "
        "has to come back through the sigmoid.",
        "it stays about the same": "The complaint is louder at the end, but the sigmoid hardly "
        "lets it through.",
        "it almost vanishes": "Far out the sigmoid is flat.",
    },
)

# %% folded=true
slopes_of_w1 = []
for first_weight in [0.5, 5.0]:  # with w2 = 3, x = 2 and y = 1
    bent = network.sigmoid(2 * first_weight)
    off, rate_of_it = 3 * bent - 1, bent * (1 - bent)
    slopes_of_w1.append(2 * off * 3 * rate_of_it * 2)
    print(f"w1 = {first_weight}:   loss {off**2:.4f}   a(1 − a) = {rate_of_it:.6f}", end="   ")
    print(f"slope {slopes_of_w1[-1]:.6f}")

# %% folded=true
near, far = slopes_of_w1
reveal("saturated", far > 2 * near, near / 10 <= far <= 2 * near)

# %% [markdown]
# The sigmoid is **saturated**: the loss is worse, but the complaint does not get through to $w_1$.
# And even at best, at $z = 0$, the sigmoid's rate is only 1/4.

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
# <details><summary>Hint 1</summary>
#
# Say in words what the line for `dz` above does. What comes in, and what is it multiplied by?
#
# </details>
# <details><summary>Hint 2</summary>
#
# Your friend takes the sigmoid of `a` first. But `a` is an output already: what would that be?
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
# Say in words over what each slope adds up: over images, or over outputs?
#
# </details>
# <details><summary>Hint 2</summary>
#
# These sums are matrix products, `@`. With two tables it does for each column on the right what
# lesson 0 did for one row of weights: (3, 5) `@` (5, 2) gives (3, 2). It adds up over the *last*
# axis of the left one and the *first* axis of the right one. `A.T` swaps the axes of `A`.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Write the shapes beside each product. Only one way of transposing gives the shape you need.
#
# </details>
# <details><summary>Hint 4</summary>
#
# Your friend's `db` has the shape (n,). Over which axis did the sum run, and over which should it?
#
# </details>
# <details><summary>Hint 5: the reasons</summary>
#
# `dW` adds up over images, so images must meet in the middle: the inputs come first, transposed,
# then `dz`. `da_prev` adds up over outputs, so outputs must meet: `dz` first, then the weights,
# transposed. `db` adds up the rows of `dz`, one number for each output.
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
# Our network has two layers. Between them is **ReLU**, which keeps numbers above 0 and makes
# others 0: its rate is 1 or 0. A unit stuck at 0 is dead: it learns nothing.

# %% folded=true
figures.activations(network.RELU, title="ReLU")

# %% [markdown]
# At the end come ten scores. **Softmax** turns them into shares that add up to 1,
# $e^{\text{score}}$ over the sum of all. The loss of an image is $-\log$ of the share of the
# *right* digit; its mean is called **cross-entropy**. Its slope for the scores is shares minus
# truth, over $n$, where truth is 1 for the right digit. With three scores, the second one right:

# %%
scores = np.array([2.0, 1.0, 0.0])
raised = np.exp(scores)
parts = raised / raised.sum()
print("e to the score:", raised.round(3), "  shares:", parts.round(3))
print(
    f"loss −log {parts[1]:.3f} = {-np.log(parts[1]):.3f}   slopes:", (parts - [0, 1, 0]).round(3)
)

# %% [markdown]
# The wrong scores should fall, the right one should rise by what it lacks.
#
# <details><summary>Why is the slope so simple?</summary>
#
# The loss is the logarithm of the sum of all $e^{\text{score}}$, minus the right score. The
# slope of the first part for one score is $e^{\text{score}}$ over the sum, which is its share.
# The slope of the second is −1 for the right score, and 0 for the others.
#
# </details>
#
# Now the whole network. The products on the way back are yours, if they are right:

# %%
back = built("dense_backward")


def loss_and_slopes(layers, x, y):
    (W1, b1), (W2, b2) = layers
    # Forward, and keep what comes out on the way.
    a1 = np.maximum(0, x @ W1 + b1)
    loss, dscores = network.cross_entropy(a1 @ W2 + b2, y)
    # Backward, with what was kept.
    da1, dW2, db2 = back(dscores, a1, W2)
    dz1 = da1 * (a1 > 0)
    _, dW1, db1 = back(dz1, x, W1)
    return loss, [(dW1, db1), (dW2, db2)]


start = network.random_layers([64, 50, 10], np.random.default_rng(9))
(W1, b1), (W2, b2) = start
calm = [(W1, b1), (0.1 * W2, b2)]
print(f"equal shares, −log(1/10):           {-np.log(1 / 10):.4f}")
print(f"a network with random weights:      {loss_and_slopes(start, train.x, train.y)[0]:.4f}")
print(f"its last weights a tenth as large:  {loss_and_slopes(calm, train.x, train.y)[0]:.4f}")

# %% [markdown]
# **Look at the loss before the first step.** A network that knows nothing should give equal
# shares. Ours is a little worse: it leans to wrong answers.

# %%
predict(
    "how-many",
    "64 pixels, 50 hidden units between, 10 scores. How many numbers does training change?",
    {
        "124": "That is how many numbers there are in the three places. Training changes what "
        "lies between them.",
        "3,700": "Those are the weights. Each hidden unit and each score has a bias, too.",
        "3,760": "64 · 50 and 50 · 10 weights, 50 and 10 biases.",
    },
)

# %% [markdown]
# ## Counting parameters
#
# What training changes are the **parameters**: all weights *and* all biases. A layer from
# `d_in` to `d_out` has `d_in · d_out` weights and `d_out` biases. The input has neither.

# %%
weights, biases = 64 * 50 + 50 * 10, 50 + 10
print(f"{weights:,} weights + {biases} biases = {weights + biases:,} parameters")

# %%
reveal("how-many", f"{64 * 50 + 50 * 10 + 50 + 10:,}")

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
# <details><summary>Hint 1</summary>
#
# Say in words: how many layers are there, and what does each of them have?
#
# </details>
# <details><summary>Hint 2</summary>
#
# Your friend adds 784 to the biases. What is a bias added to?
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
# ## Check it: measure every slope
#
# Never trust a backward pass that was not checked. We measure the slope for *every* number of the
# network, on twenty images, and compare. `network.flat` writes all layers into one long vector,
# `network.shaped` turns it back.

# %%
few_x, few_y = train.x[:20], train.y[:20]


def loss_at(vector):
    return loss_and_slopes(network.shaped(vector, start), few_x, few_y)[0]


measured = descent.numerical_gradient(loss_at, network.flat(start), h=1e-5)
by_hand = network.flat(loss_and_slopes(start, few_x, few_y)[1])
print(f"slopes compared:             {len(by_hand):,}")
print(f"longest of them:             {np.max(np.abs(by_hand)):.4f}")
print(f"all differ by less than 1e-8: {np.max(np.abs(measured - by_hand)) < 1e-8}")

# %% [markdown]
# Measuring took thousands of walks forward, so use it to *check* only. Would a wrong backward
# pass not be noticed anyway? The folded cell leaves out the factor `(a1 > 0)`, the rate of the
# ReLU, and trains for 15 epochs:


# %% folded=true
def percent_right(layers, x, y):
    return 100 * np.mean(network.classes(layers, x) == y)


def without_relu(layers, x, y):
    (W1, b1), (W2, b2) = layers
    a1 = np.maximum(0, x @ W1 + b1)
    _, dscores = network.cross_entropy(a1 @ W2 + b2, y)
    da1, dW2, db2 = network.dense_backward(dscores, a1, W2)
    _, dW1, db1 = network.dense_backward(da1, x, W1)  # the mistake
    return None, [(dW1, db1), (dW2, db2)]


for name, slopes_of in {"right": loss_and_slopes, "wrong": without_relu}.items():
    layers, rng = start, np.random.default_rng(9)
    for _ in range(15):
        for rows in descent.epoch_batches(len(train.y), 32, rng):
            _, slopes = slopes_of(layers, train.x[rows], train.y[rows])
            layers = [
                (W - 0.2 * dW, b - 0.2 * db)
                for (W, b), (dW, db) in zip(layers, slopes, strict=True)
            ]
    print(f"{name} slopes: {percent_right(layers, valid_x, valid_y):.0f} % of the validation set")

# %% [markdown]
# The wrong one learns nearly as well. Nobody would have noticed.
#
# One more check: **overfit a few images on purpose**. A network that cannot learn twenty by
# heart has a mistake somewhere. The folded cell tries, once with the first layer going uphill:


# %% folded=true
def by_heart(sign):
    """Return the loss on the few images after 300 plain steps; sign −1 turns layer 1 uphill."""
    layers = start
    for _ in range(300):
        _, ((dW1, db1), (dW2, db2)) = loss_and_slopes(layers, few_x, few_y)
        (W1, b1), (W2, b2) = layers
        first = (W1 - 0.5 * sign * dW1, b1 - 0.5 * sign * db1)
        layers = [first, (W2 - 0.5 * dW2, b2 - 0.5 * db2)]
    return loss_and_slopes(layers, few_x, few_y)[0]


print(f"before the first step: loss {loss_and_slopes(start, few_x, few_y)[0]:.1f}")
print(f"right slopes, 300 steps:       {by_heart(1):.1g}")
print(f"first layer uphill, 300 steps: {by_heart(-1):.1g}")

# %% [markdown]
# ## Training
#
# Now mini-batches of 32 images (lesson 6) and Adam (lesson 7). Its price is counted in
# **gradient evaluations**: one for each image that a gradient looks at. `network.Gradient`
# counts them.
#
# The picture shows the validation images, too. When does their loss stop falling, and what does
# the training loss do from there on?

# %%
gradient = network.Gradient(train.x, train.y)
history = watch_training(
    gradient,
    start,
    optimizers.adam(),
    lr=0.01,
    batch_size=32,
    epochs=30,
    rng=np.random.default_rng(9),
    validation=(valid_x, valid_y),
)

# %%
last = len(history) - 1
for epoch in [0, 1, last // 6, last // 2, last]:
    print(
        f"after {epoch:2} epochs:   train {percent_right(history[epoch], train.x, train.y):3.0f} %"
        f"   validation {percent_right(history[epoch], valid_x, valid_y):3.0f} %"
    )
print(f"gradient evaluations: {gradient.spent:,}")

# %% folded=true
seen, held = (
    np.array([network.loss_and_gradients(layers, *rows)[0] for layers in history])
    for rows in [(train.x, train.y), (valid_x, valid_y)]
)
lowest = np.argmin(held)
for epoch in [lowest, len(history) - 1]:
    print(f"epoch {epoch}: validation loss {held[epoch]:.3f}, training loss {seen[epoch]:.4f}")

# %% [markdown]
# <details><summary>Answer</summary>
#
# The validation loss is lowest after epoch 17, and then wanders a little above that. The training
# loss goes on falling, to about a quarter: what it still gains, it gains on its own images alone.
# To stop where the validation loss is lowest is called **early stopping**.
#
# </details>
#
# Move **epoch** in the picture. Here are validation images that the network still reads wrongly.

# %% folded=true
answers = network.classes(history[-1], valid_x)
wrong = np.flatnonzero(answers != valid_y)
figures.image_grid(
    valid_x[wrong].reshape(-1, 8, 8),
    [f"{valid_y[i]}\nread as {answers[i]}" for i in wrong],
    columns=7,
    title="Validation images that the network misreads",
    told="; ".join(f"{valid_y[i]} read as {answers[i]}" for i in wrong) + ".",
)

# %% [markdown]
# <details><summary>For the curious: how long is a step beside the weights?</summary>
#
# Divide the length of a step by the length of the weights that it moves. A rule of thumb asks for
# about one thousandth in the middle of a run. With far less the run crawls; with a hundredth it is
# bold, which a network as small as ours can take. The next cell measures this **update ratio** in
# the second epoch of Adam, for both layers and four rates.
#
# </details>


# %% folded=true
def update_ratios(lr):
    """Return the middle ratio of step to weights for each layer, in the second epoch of Adam."""
    rule, rng, w, t = optimizers.adam(), np.random.default_rng(9), network.flat(start), 0
    slopes_of, moments, ratios = network.Gradient(train.x, train.y), rule.init(w), []
    for _ in range(2):
        ratios.append([])
        for rows in descent.epoch_batches(len(train.y), 32, rng):
            t += 1
            g = network.flat(slopes_of(network.shaped(w, start), rows))
            move, moments = rule.update(g, moments, w, lr, t)
            pairs = zip(network.shaped(move, start), network.shaped(w, start), strict=True)
            ratios[-1].append([np.linalg.norm(s[0]) / np.linalg.norm(W[0]) for s, W in pairs])
            w = w + move
    right = percent_right(network.shaped(w, start), train.x, train.y)
    return np.median(ratios[1], axis=0), right


print("length of a step over length of the weights, in the second epoch of Adam")
for lr in [0.0001, 0.001, 0.01, 0.1]:
    (first_ratio, last_ratio), right = update_ratios(lr)
    print(f"rate {lr:6}   layer 1: {first_ratio:.1g}   layer 2: {last_ratio:.1g}", end="   ")
    print(f"training images read after it: {right:.0f} %")

# %% [markdown]
# ## Which optimizer? The race of lesson 7, on a network
#
# Every rule gets 15 epochs and four rates; the table names its other dials. The validation
# images choose the rate.

# %%
predict(
    "network-race",
    "Which is the best on the validation images: plain gradient descent, or one with a memory?",
    {
        "they are about equally good": "Tuned, plain gradient descent keeps up with all of them.",
        "Adam, by far": "It is the usual choice. But plain descent was given its own rate, too.",
        "plain gradient descent is left behind": "At one small rate it would be. Here it may take "
        "a far larger one than Adam.",
    },
)

# %% folded=true
field = {
    "gradient descent": (optimizers.gradient_descent(), (0.2, 0.5, 1.0, 2.0)),
    "momentum, β = 0.9": (optimizers.momentum(), (0.02, 0.05, 0.1, 0.2)),
    "AdaGrad": (optimizers.adagrad(), (0.01, 0.03, 0.1, 0.3)),
    "RMSprop, ρ = 0.9": (optimizers.rmsprop(), (0.001, 0.003, 0.01, 0.03)),
    "Adam, 0.9 and 0.999": (optimizers.adam(), (0.003, 0.01, 0.03, 0.1)),
}
finalists, worst = {}, 100.0
for name, (rule, tried) in field.items():
    for lr in tried:
        layers = network.train(
            network.Gradient(train.x, train.y),
            start,
            rule,
            lr=lr,
            batch_size=32,
            epochs=15,
            rng=np.random.default_rng(9),
        )[-1]
        right = percent_right(layers, valid_x, valid_y)
        worst = min(worst, right)
        if name not in finalists or right > finalists[name][0]:
            finalists[name] = right, lr, layers
    right, lr, _ = finalists[name]
    print(f"{name:20} best rate {lr:5}   validation {right:.0f} %")
print("the worst of all runs:", "below 50 %" if worst < 50 else f"{worst:.0f} %")

# %% folded=true
plain_right = finalists["gradient descent"][0]
most = max(right for right, _, _ in finalists.values())
adam_ahead = finalists["Adam, 0.9 and 0.999"][0] - plain_right > 2
reveal("network-race", most - plain_right <= 2, adam_ahead)

# %% [markdown]
# From this start all are within two percentage points, about what chance does with 250 images.
# The rule matters less than its rate. (With one start, no fair race yet.)
#
# All choosing is done. Now, **once**, the test set, for the best of each rule:

# %% folded=true
tested = [percent_right(layers, test_x, test_y) for _, _, layers in finalists.values()]
print(f"test images read: {np.floor(min(tested)):.0f} % to {np.ceil(max(tested)):.0f} %")

# %% [markdown]
# ## A budget can be spent in many ways
#
# The evaluations of 15 epochs, spent on **full** batches: 15 exact steps instead of 495 noisy
# ones.


# %% folded=true
def read_by_adam(lr, batch_size):
    """Return how many percent of the validation images are read after 15 epochs of Adam."""
    layers = network.train(
        network.Gradient(train.x, train.y),
        start,
        optimizers.adam(),
        lr=lr,
        batch_size=batch_size,
        epochs=15,
        rng=np.random.default_rng(9),
    )[-1]
    return percent_right(layers, valid_x, valid_y)


for lr in [0.01, 0.03, 0.1]:
    print(f"15 full steps, rate {lr:4}: {read_by_adam(lr, len(train.y)):.0f} %")
steps = 15 * int(np.ceil(len(train.y) / 32))
print(f"{steps} steps of 32, rate 0.01: {read_by_adam(0.01, 32):.0f} %")

# %% [markdown]
# Many noisy steps beat a few exact ones here.

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
# for each row of each call. A call that goes beyond it stops with `BudgetSpent`. So
# `gradient(layers, [0, 1, 2])` costs 3, and an epoch costs `n`, however it is cut into batches; a
# short last batch counts like all others.
#
# Your layers must read **at least 95 %** of the test images (with ReLU between the layers). With
# the same `rng` they must be the same again. When your work is graded, another start is taken,
# with 40 hidden units and fewer images; there 85 % will do, so that bad luck does not decide. The
# check looks at test images, so choose your settings first, with the validation set above:
#
# ```python
# gradient = network.Gradient(train.x, train.y, budget=20_000)
# layers = train_digits(gradient, start, len(train.y), np.random.default_rng(0))
# print(percent_right(layers, valid_x, valid_y))
# ```
#
# Write the loop over the steps yourself, without `network.train`. All else that you have met may
# be used: a copy of your optimizer of lesson 7 or one of `course.optimizers`, a schedule of lesson
# 8, clipping of lesson 9, `descent.epoch_batches`, `network.flat`.
#
# <details><summary>Hint 1</summary>
#
# Say in words what happens in one step, in one epoch, and in all of them.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Begin with plain steps: the folded cell that compares right and wrong slopes has a loop of them.
# How many epochs of `n` images fit into the budget?
#
# </details>
# <details><summary>Hint 3</summary>
#
# `network.flat(layers)` is one vector of all parameters, `network.flat(slopes)` one of all
# slopes, and `network.shaped(vector, layers)` gives layers back.
# With `rule = optimizers.adam()` and `memory = rule.init(w)`, step number `t` (from 1) is
# `step, memory = rule.update(g, memory, w, lr, t)` and then `w = w + step`. A rate near 0.01 and
# some 30 images a step are a good choice.
#
# </details>
# <details><summary>Hint 4</summary>
#
# Your friend wrote `W = W - lr * dW` in a loop over the layers, and returns `layers`. Nothing was
# trained. What does the name `W` stand for after that line, and what does the list still hold?
#
# </details>
# <details><summary>Hint 5: the reasons</summary>
#
# An epoch costs `n`, so `20_000 // n` epochs fit into the budget. A fresh
# permutation in each makes the batches differ. Each step makes new layers out of the old ones
# and the slopes, and the next gradient must be taken at the new ones.
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
# Now a deep network: ten layers of 64 sigmoid units, then ten scores. Its weights have standard
# deviation 1/8; the square of that, 1/64, is their **variance**. Look at each layer's gradient
# before the first step.

# %%
predict(
    "ten-layers",
    "How long is the gradient of layer 1, next to the pixels, compared with that of layer 10?",
    {
        "about as long": "It would be, if each layer passed the complaint on as it came.",
        "10 to 100 times shorter": "One factor of 1/4 is not much. But there are nine of them.",
        "more than 10,000 times shorter": "Nine factors of 1/4 make a quarter of a million.",
    },
)


# %% folded=true
def gradient_lengths(activation, spread, seed):
    """Return the length of each layer's gradient, weights drawn with variance spread/64."""
    rng = np.random.default_rng(seed)
    layers = network.random_layers([64] * 11 + [10], rng, spread=spread)
    slopes = network.loss_and_gradients(layers, train.x[:200], train.y[:200], activation)[1]
    return np.array([np.linalg.norm(dW) for dW, db in slopes])


starts_of = {
    "sigmoid, usual start (variance 1/64)": (network.SIGMOID, 1),
    "sigmoid, matched start (variance 16/64)": (network.SIGMOID, 16),
    "ReLU, its own start (variance 2/64)": (network.RELU, 2),
}
lengths = {
    name: np.array([gradient_lengths(*about, seed) for seed in range(5)])
    for name, about in starts_of.items()
}
print("length in layer 10 over length in layer 1, for five random starts")
for name, runs in lengths.items():
    ratios = runs[:, 9] / runs[:, 0]
    low, high = (float(f"{ratio:.1g}") for ratio in (ratios.min(), ratios.max()))
    print(f"{name:40} {low:9,g} to {high:9,g}")
print(f"4 to the power of 9 is {4**9:,}")

# %%
ratio = np.median(lengths["sigmoid, usual start (variance 1/64)"][:, 9]) / np.median(
    lengths["sigmoid, usual start (variance 1/64)"][:, 0]
)
reveal("ten-layers", ratio <= 3, 3 < ratio <= 10_000)

# %% folded=true
figures.layer_norms(lengths, title="The gradient of each layer, at the start")

# %% [markdown]
# The usual start keeps lengths about the same from layer to layer, so the slopes shrink like
# $4^{-9}$: the gradient **vanishes**, and the first layers hardly learn. But most of that was
# the *start*. ReLU has one that fits it: variance 2/d_in, because half of its rates are 0 (He and
# others, 2015). Give the sigmoid one, too, with weights four times as large (variance 16/64) to
# make up for the quarter, and a factor of about a hundred is left. That part *is* the sigmoid:
# with larger weights more of its units are saturated. Compare activations,
# **tanh** too, which bends any number into one between −1 and 1:

# %% folded=true
figures.activations(
    network.SIGMOID,
    network.TANH,
    network.RELU,
    rates=True,
    title="Three activations, and their rates",
)

# %%
quick(
    "twenty-layers",
    "Variance 1/64, and 20 hidden layers instead of 1: with which activation does layer 1 keep "
    "more than a tenth of its gradient's length?",
    {
        "sigmoid": "Its slope is 1/4 at most.",
        "tanh": "Its slope is 1 in the middle, so this start fits.",
        "ReLU": "Half of its rates are 0, so each layer more shortens it: it needs 2/64.",
    },
    right="tanh",
)

# %%
explore_slopes()

# %% [markdown]
# ReLU alone is no cure, since the weights multiply, too:

# %% folded=true
for name, spread in [("half as large", 0.5), ("its own start", 2), ("twice as large", 8)]:
    first = np.median([gradient_lengths(network.RELU, spread, seed)[0] for seed in range(5)])
    print(f"ReLU, weights {name:15} length of the gradient of layer 1: {first:11,.5f}")

# %% [markdown]
# Ten factors of one half make it a thousand times shorter. Ten of two make it over a thousand
# times longer: it **explodes**. What helps aims at a factor near 1: a matched start, ReLU,
# normalising what flows between layers, shortcuts around layers.

# %% [markdown]
# ## What goes wrong, 2: zeros are not random
#
# One article's code says *initialise weights randomly* and then writes zeros. For a line that is
# fine. For a network?

# %%
predict(
    "zeros",
    "All weights and biases start at 0, and we train for 5 epochs. What becomes of the network?",
    {
        "it learns as well as from random weights": "So it does for a line. Here every hidden "
        "unit gives 0, and no slope comes through weights of 0.",
        "it learns, but more slowly": "Only the ten output biases learn. Every image gets "
        "the same answer, however long you wait.",
        "its weights never move": "No slope comes through weights of 0.",
    },
)

# %% folded=true
begins = {
    "random weights": start,
    "all weights 0": network.equal_layers([64, 50, 10], 0.0),
    "all weights 0.01": network.equal_layers([64, 50, 10], 0.01),
}
trained, moved = {}, {}
for name, begin in begins.items():
    trained[name] = network.train(
        network.Gradient(train.x, train.y),
        begin,
        optimizers.adam(),
        lr=0.01,
        batch_size=32,
        epochs=5,
        rng=np.random.default_rng(9),
    )[-1]
    first_W = trained[name][0][0]
    others = np.sum(np.max(np.abs(first_W - first_W[:, :1]), axis=0) > 1e-3)
    moved[name] = any(
        not np.array_equal(W, old_W)
        for (W, _), (old_W, _) in zip(trained[name], begin, strict=True)
    )
    right = percent_right(trained[name], valid_x, valid_y)
    told = "below 40 %" if right < 40 else f"{right:.0f} %"
    print(
        f"{name:16} validation {told:10}   weights moved: {moved[name]}"
        f"   units unlike the first: {others:2} of 49"
    )

# %%
reveal(
    "zeros",
    moved["all weights 0"] and percent_right(trained["all weights 0"], valid_x, valid_y) > 90,
    moved["all weights 0"] and percent_right(trained["all weights 0"], valid_x, valid_y) <= 90,
)

# %% folded=true
units = [
    trained[name][0][0][:, unit].reshape(8, 8)
    for name in ["random weights", "all weights 0.01"]
    for unit in range(8)
]
# A dead unit is at 0 for all images: it keeps what it looked at before.
alive = network.forward(trained["random weights"], train.x)[1].any(axis=0)
names = [f"unit {unit + 1}" for unit in range(8)]
figures.image_grid(
    units,
    [name if lives else f"{name}\n(dead)" for name, lives in zip(names, alive, strict=False)]
    + names,
    columns=8,
    signed=True,
    title="What the hidden units look at: random start (top), equal start (bottom)",
    told="One pixel is one weight. The eight units of the top row all differ, and "
    f"{8 - sum(alive[:8])} of them are dead; the eight of the bottom row are the same.",
)

# %% [markdown]
# (Dark: a weight above zero; light: below.) From equal weights, all hidden units get the same
# slopes, so they stay twins for ever. Random weights break this **symmetry**. Zeros for the
# *biases* alone do no harm.

# %% [markdown]
# ## What goes wrong, 3: a loss of zero is not a perfect model
#
# An article says: zero loss means that the model is perfect. Let us get there, with 100 training
# images and 100 epochs.

# %%
predict(
    "hundred-images",
    "It reads all 100 training images, and its loss is almost zero. How many validation images?",
    {
        "nearly all: 97 % or more": "A loss of zero says that it knows these 100, no more.",
        "clearly fewer: 60 to 96 %": "Few images teach something, but not everything.",
        "hardly any: below 60 %": "A hundred images do teach it a good deal.",
    },
)

# %% folded=true
memory = network.train(
    network.Gradient(train.x[:100], train.y[:100]),
    start,
    optimizers.adam(),
    lr=0.01,
    batch_size=20,
    epochs=100,
    rng=np.random.default_rng(9),
)
known = [network.loss_and_gradients(one, train.x[:100], train.y[:100])[0] for one in memory]
unknown = [network.loss_and_gradients(one, valid_x, valid_y)[0] for one in memory]
print(f"training loss below 0.005: {known[-1] < 0.005}")
print(f"validation images read:    {percent_right(memory[-1], valid_x, valid_y):.0f} %")
print(f"validation loss:           {unknown[-1]:.2f}, lowest {min(unknown):.2f}")

# %%
learned = percent_right(memory[-1], valid_x, valid_y)
reveal("hundred-images", learned >= 97, 60 <= learned < 97)

# %% folded=true
figures.losses(
    {"100 training images": known, "250 validation images": unknown},
    title="Learning by heart: the two losses part",
    x_label="epoch",
)

# %% [markdown]
# The validation loss has a lowest place, and then *rises*: from there on the network learns by
# heart. This is **overfitting**. (Most of what is missing is due to few data. And all images
# come from a few people: for the handwriting of others, expect less.)

# %% [markdown]
# <details><summary>What the articles say about networks, and what is so</summary>
#
# ### What the articles got wrong
#
# | an article says | what is so |
# |---|---|
# | 784–1000–500–10: 1,289,000 parameters | those are the weights; it forgot 1,510 biases |
# | every ML model learns by gradient descent | not trees, nearest neighbours, naive Bayes |
# | ResNet: 25 million parameters | a family of sizes; ResNet-50: see below |
# | GPT-4: 1.76 trillion parameters | its size is not published |
# | ChatGPT: 175 billion parameters | that is GPT-3; ChatGPT's models: not published |
# | AlphaGo: "policy gradient descent" | policy gradients *ascend* the expected reward |
# | "billions of tiny steps" | BERT: 1,000,000 steps, Adam, peak rate 0.0001 |
# | zero loss: the model is perfect | perfect on its training data, as you saw |
# | works for any differentiable loss | may fail; and ReLU is not differentiable at 0 |
# | more weights, and it is a network | also back-propagation, random start, data |
#
# </details>

# %% folded=true
# ResNet-50 (He and others, 2016): (channels in, channels out, side) of every convolution.
convolutions, channels = [(3, 64, 7)], 64
for width, blocks in [(64, 3), (128, 4), (256, 6), (512, 3)]:
    for block in range(blocks):
        convolutions += [(channels, width, 1), (width, width, 3), (width, 4 * width, 1)]
        if block == 0:
            convolutions.append((channels, 4 * width, 1))
        channels = 4 * width
kernels = sum(inside * out * side**2 for inside, out, side in convolutions)
scales = sum(2 * out for _, out, _ in convolutions)  # a scale and a shift for each channel
last = sum(network.parameter_counts([channels, 1000]))
print(
    f"ResNet-50, convolutions, scales and shifts, last layer: {kernels:,} + {scales:,} + {last:,}"
)
print(f"in all {kernels + scales + last:,} parameters")

# %% [markdown]
# ## In one formula
#
# For every layer, from the last to the first:
#
# $$dW = a_\text{prev}^{\mathsf T}\, dz \qquad db = \sum_{\text{images}} dz \qquad
# da_\text{prev} = dz\, W^{\mathsf T} \qquad dz_\text{prev} = da_\text{prev} \cdot
# \text{slope of the activation}$$
#
# Then one step for all of them.

# %% [markdown]
# ## Quick check
#
# Click the answer you would give: each one is explained.

# %%
quick(
    "what-back-propagation-is",
    "Back-propagation is …",
    {
        "just another name for gradient descent": "It computes the gradient. What step is made of "
        "it is the optimizer's business.",
        "an estimate of the gradient": "It is exact, up to rounding. The mini-batch makes a "
        "gradient an estimate.",
        "a way to get all slopes in one walk": "It multiplies the rates of the links, from the "
        "loss back to the first layer.",
    },
    right="a way to get all slopes in one walk",
)

# %%
quick(
    "vanishing",
    "With the usual start, the first layers of a deep sigmoid network learn slowly because …",
    {
        "each sigmoid's rate is 1/4 at most": "A start that makes up for it helps a great deal.",
        "they have the most weights": "Above, all hidden layers had as many.",
        "the loss is almost zero at the start": "With random weights the loss is high. The "
        "complaint just does not get through.",
    },
    right="each sigmoid's rate is 1/4 at most",
)

# %%
quick(
    "which-images",
    "You try five rates and want the best one. Which images choose it?",
    {
        "the training images": "On them, whatever learns by heart wins.",
        "the validation images": "The test images must not have chosen anything, if they are to "
        "tell the truth.",
        "the test images": "Then nothing is left to tell how good the luckiest of five is.",
    },
    right="the validation images",
)

# %% [markdown]
# ## Where it is used
#
# Image recognisers, language models and recommenders are trained by the loop of this lesson,
# with a schedule and clipping. Libraries write the backward pass for you.
#
# **Fine-tuning** (*transfer learning*) begins with the weights of another task; *continual
# learning* goes on as new data come in.
#
# ## Words for your glossary
#
# All words and signs of the course, with their other names: [notation](../../docs/notation.md).
#
# - **layer**, **hidden unit**: one link of the chain; one of the numbers between two layers.
# - **activation**: the bend between two layers, such as the sigmoid or ReLU.
# - **parameter**: a number that training changes, a weight or a bias.
# - **forward pass**, **backward pass**: computing the loss; computing all slopes.
# - **back-propagation**: the chain rule, from the loss back to the first layer.
# - **softmax**, **cross-entropy**: scores to shares; the mean of −log of the right share.
# - **vanishing**, **exploding gradient**: slopes that shrink or grow with each layer more.
# - **initialisation**: the weights before the first step.
# - **overfitting**: good on training data only.
# - **early stopping**: to stop where the validation loss is lowest.
# - **gradient evaluation**: the gradient for one example.
#
# ## Where to go next
#
# The course began with one weight, and you have now trained 3,760 parameters with the same step.
# From here: **statistics** (what can 250 images prove?), **classification**, **regularization**
# (against learning by heart), **derivatives**. [All lessons](../start.ipynb): is there one
# you skipped?

# %%
finish("Train with a rate of 0.1: what do both gradients do?")
