# Wrong answers: each cell is named by the mistake that the check must name.

# %% numerical_gradient.forward-for-central
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w)) / h

# %% numerical_gradient.backward-for-central
def numerical_gradient(f, w, h=1e-4):
    return (f(w) - f(w - h)) / h

# %% numerical_gradient.divided-by-h
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / h

# %% numerical_gradient.times-h
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / 2 * h

# %% numerical_gradient.not-divided
def numerical_gradient(f, w, h=1e-4):
    return f(w + h) - f(w - h)

# %% numerical_gradient.sign-flipped
def numerical_gradient(f, w, h=1e-4):
    return (f(w - h) - f(w + h)) / (2 * h)

# %% numerical_gradient.added
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) + f(w - h)) / (2 * h)

# %% numerical_gradient.h-ignored
def numerical_gradient(f, w, h=1e-4):
    h = 1e-4
    return (f(w + h) - f(w - h)) / (2 * h)

# %% numerical_gradient.other-default
def numerical_gradient(f, w, h=1e-5):
    return (f(w + h) - f(w - h)) / (2 * h)

# %% numerical_gradient.returned-loss
def numerical_gradient(f, w, h=1e-4):
    slope = (f(w + h) - f(w - h)) / (2 * h)
    return f(w)

# %% numerical_gradient.rounded
def numerical_gradient(f, w, h=1e-4):
    return round((f(w + h) - f(w - h)) / (2 * h), 2)

# %% numerical_gradient.integer
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) // (2 * h)

# %% numerical_gradient.print-for-return
def numerical_gradient(f, w, h=1e-4):
    print((f(w + h) - f(w - h)) / (2 * h))

# %% numerical_gradient.no-return
def numerical_gradient(f, w, h=1e-4):
    slope = (f(w + h) - f(w - h)) / (2 * h)

# %% ?
def numerical_gradient(f, w, h=1e-4):
    return 61.0
