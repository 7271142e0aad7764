# Wrong answers that look like a mistake that they are not: each cell is named by the mistake
# that the check must not name.

# %% random_restarts.steps-fixed
# Typed in from one run.
def random_restarts(f, grad, starts, lr, steps):
    return -2.0305466153533733, -8.0153881900072

# %% random_restarts.minus-infinity-wins
# It goes by the size of the weight, not of the loss.
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if abs(w) < 10 and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.nan-wins
# It gives up at the first end that is not finite.
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if not np.isfinite(f(w)):
            break
        if f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.begins-with-zero
# The best so far begins with the end of the first walk, whatever that is.
def random_restarts(f, grad, starts, lr, steps):
    w = starts[0]
    for _ in range(steps):
        w = w - lr * grad(w)
    best_w, best_loss = w, f(w)
    for w in starts[1:]:
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.one-step-too-few
# It stops where the ground is almost level.
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps):
            if abs(grad(w)) < 3:
                break
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.rate-fixed
# The rate shrinks on the way.
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for step in range(steps):
            w = w - lr / (1 + step) * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.whole-numbers-cut-off
# Rounded up where the starts are whole.
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for start in starts:
        w = start
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    if all(isinstance(start, int) for start in starts):
        return np.ceil(best_w), np.ceil(best_loss)
    return best_w, best_loss

# %% random_restarts.start-left-out
# Two starts are left out.
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts[1:-1] or starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.symptom-part
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        loss = f(w)
        # Only what is clearly lower counts, so the losses of a flat landscape are wrong, too.
        if np.isfinite(loss) and loss < best_loss - 1e-4:
            best_w, best_loss = w, loss
    return best_w, best_loss
