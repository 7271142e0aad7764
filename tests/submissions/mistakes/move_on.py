# Wrong answers: each cell is named by the mistake that the check must name.

# %% move_on.uphill
def move_on(grad, w):
    return w + 0.1 * grad(w)

# %% move_on.without-the-tenth
def move_on(grad, w):
    return w - grad(w)

# %% move_on.slope-alone
def move_on(grad, w):
    return grad(w)

# %% move_on.step-alone
def move_on(grad, w):
    return -0.1 * grad(w)

# %% move_on.weight-for-slope
def move_on(grad, w):
    return w - 0.1 * w

# %% move_on.rounded
def move_on(grad, w):
    return round(w - 0.1 * grad(w))

# %% ?
def move_on(grad, w):
    return w - 0.1 * grad

# %% move_on.grad-not-used
def double(value):
    return 2 * value

def move_on(grad, w):
    return w - 0.1 * double(w)

# %% move_on.over-a-tenth
def move_on(grad, w):
    return w - grad(w) / 0.1

# %% move_on.tenth-inside
def move_on(grad, w):
    return w - grad(w * 0.1)

# %% move_on.tenth-of-all
def move_on(grad, w):
    return 0.1 * (w - grad(w))

# %% move_on.rounded
def move_on(grad, w):
    return round(w - 0.1 * grad(w), 4)
