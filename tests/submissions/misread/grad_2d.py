# Wrong answers: each cell is named by the mistake that the check must not name.

# %% grad_2d.two-arguments
def bowl_slope(w, lowest):
    return 2 * (w - lowest)

def grad_2d(w):
    return np.array([bowl_slope(w[0]), bowl_slope(w[1])])

# %% grad_2d.two-arguments
def grad_2d(w):
    return 2 * w - "6"

# %% grad_2d.not-an-array
def grad_2d(w):
    return [2 * (w[0] - 3), 2 * w[1] + 1]

# %% grad_2d.rounded
def grad_2d(w):
    return np.array([10.0, 14.0])

# %% grad_2d.forward-difference
def grad_2d(w):
    return np.array([2 * (w[0] - 3) + 1e-4, 2 * (w[1] + 1) - 1e-4])

# %% grad_2d.factor-missing
def grad_2d(w):
    return np.array([w[0] + 2, w[1] + 8])

# %% grad_2d.swapped
def grad_2d(w):
    return np.sort(np.array([2 * (w[0] - 3), 2 * (w[1] + 1)]))[::-1]

# %% grad_2d.absolute
def grad_2d(w):
    return np.array([2 * abs(w[0] - 3), 2 * (w[1] + 1)])

# %% grad_2d.not-from-scratch
def grad_2d(w):
    from course.landscapes import bowl
    h = 1e-4
    return np.array([(bowl(w + h) - bowl(w - h)) / (2 * h), (bowl(w + h) - bowl(w - h)) / (2 * h)])

# %% grad_2d.whole-numbers-cut-off
def grad_2d(w):
    w = w.astype(int)
    return np.array([2 * (w[0] - 3), 2 * (w[1] + 1)])

# %% grad_2d.upward-component
def grad_2d(w):
    return np.array([2 * (w[0] - 3)])

# %% grad_2d.wrong-weight
def grad_2d(w):
    return 2 * (w - 3)

# %% grad_2d.one-slope-only
def grad_2d(w):
    return np.array(2 * (w[0] - 3), 2 * (w[1] + 1))
