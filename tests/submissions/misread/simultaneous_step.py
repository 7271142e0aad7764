# Wrong answers: each cell is named by the mistake that the check must not name.

# %% simultaneous_step.rounded
def simultaneous_step(w1, w2, lr):
    return 3.3, -1.2

# %% simultaneous_step.rate-fixed
def simultaneous_step(w1, w2, lr):
    lr = max(lr, 0.1)
    return w1 - lr * (2 * w1 + w2), w2 - lr * (w1 + 2 * w2)

# %% simultaneous_step.sequential-update
def simultaneous_step(w1, w2, lr):
    new1 = w1 - lr * (2 * w1 + w2)
    return new1, w2 - lr * (new1 + 2 * new1)

# %% simultaneous_step.coupling-missing
def simultaneous_step(w1, w2, lr):
    return w1 - lr * (2 * w1 + 3), w2 - lr * (4 + 2 * w2)

# %% simultaneous_step.whole-numbers-cut-off
def simultaneous_step(w1, w2, lr):
    w1, w2 = int(w1), int(w2)
    return w1 - lr * (2 * w1 + w2), w2 - lr * (w1 + 2 * w2)

# %% simultaneous_step.not-moved
def simultaneous_step(w1, w2, lr):
    if w1 > 0:
        return w1, w2
    return w1 - lr * (2 * w1 + w2), w2 - lr * (w1 + 2 * w2)

# %% simultaneous_step.sign-flipped
def simultaneous_step(w1, w2, lr):
    return w1 + lr * (2 * w1 + w2), w2 - lr * (w1 + 2 * w2)
