# %% random_restarts
def end_of_walk(grad, w, lr, steps):
    while steps > 0:
        w, steps = w - lr * grad(w), steps - 1
    return w


def random_restarts(f, grad, starts, lr, steps):
    places = [end_of_walk(grad, start, lr, steps) for start in starts]
    losses = np.array([f(w) for w in places])
    losses[~np.isfinite(losses)] = np.inf
    best = int(losses.argmin())
    return places[best], losses[best]


# %% clip_by_norm
def clip_by_norm(g, max_norm):
    norm = np.linalg.norm(g)
    too_long = norm > max_norm
    return g / norm * max_norm if too_long else g.copy()


# %% illness
curve_a, curve_c, curve_f = "Noise floor", "Diverges", "Oscillates"
curve_b, curve_d, curve_e = "Too slow", "Healthy", "Stuck on a plateau"
