# Wrong answers that look like a mistake that they are not: the name must not be told.

# %% numerical_gradient.times-h
# The h stands beside the losses, not in them: what is left are rounding errors.
def numerical_gradient(f, w, h=1e-4):
    return (f(w) + h - f(w) - h) / (2 * h)

# %% numerical_gradient.symptom-factor
# The same: they are no multiple of anything.
def numerical_gradient(f, w, h=1e-4):
    return (f(w) + h - f(w) - h) / (2 * h)

# %% numerical_gradient.symptom-split-by-size
def numerical_gradient(f, w, h=1e-4):
    h = h * max(1, abs(w))
    return (f(w + h) - f(w - h)) / (2 * h)
