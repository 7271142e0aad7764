# Wrong answers: each cell is named by the mistake that the check must name.

# %% numerical_gradient.always-the-quartic
from course.landscapes import quartic

def numerical_gradient(f, w, h=1e-4):
    return (quartic(w + h) - quartic(w - h)) / (2 * h)

# %% numerical_gradient.always-the-quartic
def numerical_gradient(f, w, h=1e-4):
    def loss(w):
        return w**4 - 8 * w**2 + w + 10

    return (loss(w + h) - loss(w - h)) / (2 * h)

# %% numerical_gradient.forward-for-central
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w)) / h

# %% numerical_gradient.backward-for-central
def numerical_gradient(f, w, h=1e-4):
    return (f(w) - f(w - h)) / h

# %% numerical_gradient.divided-by-h
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / h

# %% numerical_gradient.divided-by-h
def numerical_gradient(f, w, h=1e-4):
    ahead = (f(w + h) - f(w)) / h
    back = (f(w) - f(w - h)) / h
    return ahead + back

# %% numerical_gradient.times-h
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / 2 * h

# %% numerical_gradient.times-h
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / h * 2

# %% numerical_gradient.times-h
def numerical_gradient(f, w, h=1e-4):
    rise = f(w + h) - f(w - h)
    return rise * (2 * h)

# %% numerical_gradient.brackets-missing
def numerical_gradient(f, w, h=1e-4):
    return f(w + h) - f(w - h) / (2 * h)

# %% numerical_gradient.brackets-missing
def numerical_gradient(f, w, h=1e-4):
    return f(w + h) - f(w - h) / 2 * h

# %% numerical_gradient.brackets-missing
def numerical_gradient(f, w, h=1e-4):
    return f(w + h) - f(w) / h

# %% numerical_gradient.one-side-over-2h
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w)) / (2 * h)

# %% numerical_gradient.one-side-over-2h
def numerical_gradient(f, w, h=1e-4):
    return (f(w) - f(w - h)) / (2 * h)

# %% numerical_gradient.not-divided
def numerical_gradient(f, w, h=1e-4):
    return f(w + h) - f(w - h)

# %% numerical_gradient.divided-by-2
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / 2

# %% numerical_gradient.sign-flipped
def numerical_gradient(f, w, h=1e-4):
    return (f(w - h) - f(w + h)) / (2 * h)

# %% numerical_gradient.added
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) + f(w - h)) / (2 * h)

# %% numerical_gradient.half-distance
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h / 2) - f(w - h / 2)) / h

# %% numerical_gradient.half-distance
def numerical_gradient(f, w, h=1e-4):
    half = h / 2
    return (f(w + half) - f(w - half)) / (2 * h)

# %% numerical_gradient.double-distance
def numerical_gradient(f, w, h=1e-4):
    return (f(w + 2 * h) - f(w - 2 * h)) / (4 * h)

# %% numerical_gradient.double-distance
def numerical_gradient(f, w, h=1e-4):
    d = 2 * h
    return (f(w + d) - f(w - d)) / d

# %% numerical_gradient.double-distance
def numerical_gradient(f, w, h=1e-4):
    return (f(w + 2 * h) - f(w)) / (2 * h)

# %% numerical_gradient.h-squared
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / (2 * h**2)

# %% numerical_gradient.h-squared
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / h**2

# %% numerical_gradient.h-squared
def numerical_gradient(f, w, h=1e-4):
    ahead = (f(w + h) - f(w)) / h
    back = (f(w) - f(w - h)) / h
    return (ahead + back) / 2 / (2 * h)

# %% numerical_gradient.second-derivative
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - 2 * f(w) + f(w - h)) / (h * h)

# %% numerical_gradient.absolute
def numerical_gradient(f, w, h=1e-4):
    return abs(f(w + h) - f(w - h)) / (2 * h)

# %% numerical_gradient.both-halves
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w)) / h, (f(w) - f(w - h)) / h

# %% numerical_gradient.h-added-to-loss
def numerical_gradient(f, w, h=1e-4):
    return ((f(w) + h) - (f(w) - h)) / (2 * h)

# %% numerical_gradient.h-ignored
def numerical_gradient(f, w, h=1e-4):
    h = 1e-4
    return (f(w + h) - f(w - h)) / (2 * h)

# %% numerical_gradient.h-ignored
def numerical_gradient(f, w, h=1e-4):
    eps = 1e-6
    return (f(w + eps) - f(w - eps)) / (2 * eps)

# %% numerical_gradient.h-ignored
def numerical_gradient(f, w, h=1e-4):
    return np.imag(f(w + 1e-30j)) / 1e-30

# %% numerical_gradient.other-default
def numerical_gradient(f, w, h=1e-5):
    return (f(w + h) - f(w - h)) / (2 * h)

# %% numerical_gradient.other-default
def numerical_gradient(f, w, h=0.001):
    return (f(w + h) - f(w - h)) / (2 * h)

# %% numerical_gradient.other-default
def numerical_gradient(f, w, h=1e-12):
    return (f(w + h) - f(w - h)) / (2 * h)

# %% numerical_gradient.returned-loss
def numerical_gradient(f, w, h=1e-4):
    slope = (f(w + h) - f(w - h)) / (2 * h)
    return f(w)

# %% numerical_gradient.returned-loss
def numerical_gradient(f, w, h=1e-4):
    return f(w + h)

# %% numerical_gradient.returned-step
def numerical_gradient(f, w, h=1e-4):
    slope = (f(w + h) - f(w - h)) / (2 * h)
    return w - 0.1 * slope

# %% numerical_gradient.returned-step
def numerical_gradient(f, w, h=1e-4):
    w = w - (f(w + h) - f(w - h)) / (2 * h)
    return w

# %% numerical_gradient.rounded
def numerical_gradient(f, w, h=1e-4):
    return round((f(w + h) - f(w - h)) / (2 * h), 2)

# %% numerical_gradient.rounded
def numerical_gradient(f, w, h=1e-4):
    return np.round((f(w + h) - f(w - h)) / (2 * h), 3)

# %% numerical_gradient.integer
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) // (2 * h)

# %% numerical_gradient.integer
def numerical_gradient(f, w, h=1e-4):
    return int((f(w + h) - f(w - h)) / (2 * h))

# %% numerical_gradient.text
def numerical_gradient(f, w, h=1e-4):
    return f"{(f(w + h) - f(w - h)) / (2 * h):.4f}"

# %% numerical_gradient.no-default
def numerical_gradient(f, w, h):
    return (f(w + h) - f(w - h)) / (2 * h)

# %% numerical_gradient.print-for-return
def numerical_gradient(f, w, h=1e-4):
    print((f(w + h) - f(w - h)) / (2 * h))

# %% numerical_gradient.no-return
def numerical_gradient(f, w, h=1e-4):
    slope = (f(w + h) - f(w - h)) / (2 * h)

# %% numerical_gradient.not-from-scratch
def numerical_gradient(f, w, h=1e-4):
    return np.gradient([f(w - h), f(w), f(w + h)], h)[1]

# %% numerical_gradient.not-from-scratch
from course import descent

def numerical_gradient(f, w, h=1e-4):
    return descent.central_difference(f, w, h)

# %% ?
def numerical_gradient(f, w, h=1e-4):
    return 61.0

# %% ?
def numerical_gradient(f, w, h=1e-4):
    return (f(w * h) - f(w / h)) / (2 * h)

# %% ?
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / (f(w) * h)

# %% numerical_gradient.h-not-accepted
def numerical_gradient(f, w):
    return (f(w + 1e-4) - f(w - 1e-4)) / 2e-4

# %% numerical_gradient.caret-for-power
def numerical_gradient(f, w, h=10^-4):
    return (f(w + h) - f(w - h)) / (2 * h)

# %% numerical_gradient.h-with-the-weight
def numerical_gradient(f, w, h=1e-4):
    step = h * max(1.0, abs(w))
    return (f(w + step) - f(w - step)) / (2 * step)

# %% numerical_gradient.h-with-the-weight
def numerical_gradient(f, w, h=1e-4):
    eps = h * (1 + np.abs(w))
    return (f(w + eps) - f(w - eps)) / (2 * eps)

# %% numerical_gradient.imaginary-step
def numerical_gradient(f, w, h=1e-4):
    # complex step
    return np.imag(f(w + 1j * h)) / h

# %% numerical_gradient.imaginary-step
def numerical_gradient(f, w, h=1e-20):
    return f(complex(w, h)).imag / h

# %% numerical_gradient.one-loss-alone
def numerical_gradient(f, w, h=1e-4):
    return f(w + h) / (2 * h)

# %% numerical_gradient.one-loss-alone
def numerical_gradient(f, w, h=1e-4):
    return f(w) / h

# %% numerical_gradient.rounded
def numerical_gradient(f, w, h=1e-4):
    return round((f(w + h) - f(w - h)) / (2 * h), 6)
