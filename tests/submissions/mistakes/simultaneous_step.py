# Wrong answers: each cell is named by the mistake that the check must name.

# %% simultaneous_step.sequential-update
def simultaneous_step(w1, w2, lr):
    w1 = w1 - lr * (2 * w1 + w2)
    w2 = w2 - lr * (w1 + 2 * w2)
    return w1, w2

# %% simultaneous_step.sequential-update
def simultaneous_step(w1, w2, lr):
    w2 -= lr * (w1 + 2 * w2)
    w1 -= lr * (2 * w1 + w2)
    return w1, w2

# %% simultaneous_step.sign-flipped
def simultaneous_step(w1, w2, lr):
    return w1 + lr * (2 * w1 + w2), w2 + lr * (w1 + 2 * w2)

# %% simultaneous_step.rate-missing
def simultaneous_step(w1, w2, lr):
    return w1 - (2 * w1 + w2), w2 - (w1 + 2 * w2)

# %% simultaneous_step.rate-fixed
def simultaneous_step(w1, w2, lr):
    return w1 - 0.1 * (2 * w1 + w2), w2 - 0.1 * (w1 + 2 * w2)

# %% simultaneous_step.coupling-missing
def simultaneous_step(w1, w2, lr):
    return w1 - lr * 2 * w1, w2 - lr * 2 * w2

# %% simultaneous_step.coupling-missing
def simultaneous_step(w1, w2, lr):
    return w1 - lr * (2 * w1 + w2), w2 - lr * 2 * w2

# %% simultaneous_step.product-slope
def simultaneous_step(w1, w2, lr):
    g1 = 2 * w1 + w1 * w2
    g2 = 2 * w2 + w1 * w2
    return w1 - lr * g1, w2 - lr * g2

# %% simultaneous_step.product-slope
def simultaneous_step(w1, w2, lr):
    return w1 - lr * (2 * w1 + w1), w2 - lr * (w2 + 2 * w2)

# %% simultaneous_step.factor
def simultaneous_step(w1, w2, lr):
    return w1 - lr * (w1 + w2), w2 - lr * (w1 + w2)

# %% simultaneous_step.other-term-kept
def simultaneous_step(w1, w2, lr):
    g1 = 2 * w1 + w2 + w2 ** 2
    g2 = w1 ** 2 + w1 + 2 * w2
    return w1 - lr * g1, w2 - lr * g2

# %% simultaneous_step.square-kept
def simultaneous_step(w1, w2, lr):
    g1 = 2 * w1 ** 2 + w2
    g2 = w1 + 2 * w2 ** 2
    return w1 - lr * g1, w2 - lr * g2

# %% simultaneous_step.brackets-missing
def simultaneous_step(w1, w2, lr):
    new_w1 = w1 - lr * 2 * w1 + w2
    new_w2 = w2 - lr * w1 + 2 * w2
    return new_w1, new_w2

# %% simultaneous_step.loss-for-slope
def simultaneous_step(w1, w2, lr):
    loss = w1 ** 2 + w1 * w2 + w2 ** 2
    return w1 - lr * loss, w2 - lr * loss

# %% simultaneous_step.slopes-swapped
def simultaneous_step(w1, w2, lr):
    g1 = 2 * w1 + w2
    g2 = w1 + 2 * w2
    return w1 - lr * g2, w2 - lr * g1

# %% simultaneous_step.results-swapped
def simultaneous_step(w1, w2, lr):
    g1 = 2 * w1 + w2
    g2 = w1 + 2 * w2
    return w2 - lr * g2, w1 - lr * g1

# %% simultaneous_step.other-loss
def simultaneous_step(w1, w2, lr):
    return w1 - lr * 2 * (w1 - 3), w2 - lr * 2 * (w2 + 1)

# %% simultaneous_step.returned-slopes
def simultaneous_step(w1, w2, lr):
    return 2 * w1 + w2, w1 + 2 * w2

# %% simultaneous_step.returned-moves
def simultaneous_step(w1, w2, lr):
    return -lr * (2 * w1 + w2), -lr * (w1 + 2 * w2)

# %% simultaneous_step.one-weight-only
def simultaneous_step(w1, w2, lr):
    new_w1 = w1 - lr * (2 * w1 + w2)
    new_w2 = w2 - lr * (w1 + 2 * w2)
    return new_w1, w2

# %% simultaneous_step.one-weight-only
def simultaneous_step(w1, w2, lr):
    return w1 - lr * (2 * w1 + w2)
    return w2 - lr * (w1 + 2 * w2)

# %% simultaneous_step.not-moved
def simultaneous_step(w1, w2, lr):
    new1 = w1 - lr * (2 * w1 + w2)
    new2 = w2 - lr * (w1 + 2 * w2)
    return w1, w2

# %% simultaneous_step.two-steps
def simultaneous_step(w1, w2, lr):
    for _ in range(2):
        w1, w2 = w1 - lr * (2 * w1 + w2), w2 - lr * (w1 + 2 * w2)
    return w1, w2

# %% simultaneous_step.returned-loss
def simultaneous_step(w1, w2, lr):
    w1, w2 = w1 - lr * (2 * w1 + w2), w2 - lr * (w1 + 2 * w2)
    return w1 ** 2 + w1 * w2 + w2 ** 2

# %% simultaneous_step.rounded
def simultaneous_step(w1, w2, lr):
    return round(w1 - lr * (2 * w1 + w2), 2), round(w2 - lr * (w1 + 2 * w2), 2)

# %% simultaneous_step.more-than-the-weights
def simultaneous_step(w1, w2, lr):
    w1, w2 = w1 - lr * (2 * w1 + w2), w2 - lr * (w1 + 2 * w2)
    return w1, w2, w1 ** 2 + w1 * w2 + w2 ** 2

# %% simultaneous_step.print-for-return
def simultaneous_step(w1, w2, lr):
    w1, w2 = w1 - lr * (2 * w1 + w2), w2 - lr * (w1 + 2 * w2)
    print(w1, w2)

# %% simultaneous_step.no-return
def simultaneous_step(w1, w2, lr):
    w1, w2 = w1 - lr * (2 * w1 + w2), w2 - lr * (w1 + 2 * w2)

# %% simultaneous_step.not-from-scratch
from course.landscapes import tilted_bowl

def simultaneous_step(w1, w2, lr):
    w = np.array([w1, w2])
    return w - lr * tilted_bowl.gradient(w)

# %% simultaneous_step.sequential-update
def simultaneous_step(w1, w2, lr):
    w = np.array([w1, w2])
    w[0] = w[0] - lr * (2 * w[0] + w[1])
    w[1] = w[1] - lr * (w[0] + 2 * w[1])
    return w[0], w[1]

# %% simultaneous_step.whole-numbers-cut-off
def simultaneous_step(w1, w2, lr):
    w = np.array([w1, w2])
    g = np.array([2 * w1 + w2, w1 + 2 * w2])
    w[0] = w[0] - lr * g[0]
    w[1] = w[1] - lr * g[1]
    return w[0], w[1]

# %% simultaneous_step.whole-numbers-cut-off
def simultaneous_step(w1, w2, lr):
    old = np.array([w1, w2])
    new = np.zeros_like(old)
    new[:] = old - lr * np.array([2 * w1 + w2, w1 + 2 * w2])
    return new

# %% simultaneous_step.stops-with-an-error.whole-array
def simultaneous_step(w1, w2, lr):
    w = np.array([w1, w2])
    w -= lr * np.array([2 * w1 + w2, w1 + 2 * w2])
    return w

# %% simultaneous_step.rate-twice
def simultaneous_step(w1, w2, lr):
    move1, move2 = lr * (2 * w1 + w2), lr * (w1 + 2 * w2)
    return w1 - lr * move1, w2 - lr * move2

# %% simultaneous_step.rate-divided
def simultaneous_step(w1, w2, lr):
    return w1 - (2 * w1 + w2) / lr, w2 - (w1 + 2 * w2) / lr

# %% simultaneous_step.integer
def simultaneous_step(w1, w2, lr):
    return int(w1 - lr * (2 * w1 + w2)), int(w2 - lr * (w1 + 2 * w2))

# %% simultaneous_step.text
def simultaneous_step(w1, w2, lr):
    return f"{w1 - lr * (2 * w1 + w2)}, {w2 - lr * (w1 + 2 * w2)}"

# %% simultaneous_step.more-than-the-weights
def simultaneous_step(w1, w2, lr):
    g1, g2 = 2 * w1 + w2, w1 + 2 * w2
    return (w1 - lr * g1, w2 - lr * g2), (g1, g2)

# %% simultaneous_step.rounded
def simultaneous_step(w1, w2, lr):
    return round(w1 - lr * (2 * w1 + w2), 4), round(w2 - lr * (w1 + 2 * w2), 4)

# %% ?
def simultaneous_step(w1, w2, lr):
    return 3.3, -1.2

# %% ?
def simultaneous_step(w1, w2, lr):
    return w1 - lr * 3 * w1 ** 2, w2 - lr * (w1 + 2 * w2)

# %% ?
def simultaneous_step(w1, w2):
    return w1 - 0.1 * (2 * w1 + w2), w2 - 0.1 * (w1 + 2 * w2)
