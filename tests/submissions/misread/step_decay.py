# Wrong answers: each cell is named by the mistake that the check must not name.

# %% step_decay.first-rate-fixed
def step_decay(lr0, t, drop=0.5, every=100):
    if t < 100:
        return 0.01
    if t < 200:
        return 0.005
    return 0.0025

# %% step_decay.only-one-drop
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * drop ** min(t // every, 2)

# %% step_decay.drops-one-step-late
def step_decay(lr0, t, drop=0.5, every=100):
    rate = lr0
    for step in range(1, min(t, 100)):
        if step % every == 0:
            rate = rate * drop
    return rate

# %% step_decay.rounded
def step_decay(lr0, t, drop=0.5, every=100):
    return max(lr0 * drop ** (t // every), 0.001)

# %% step_decay.whole-numbers-cut-off
def step_decay(lr0, t, drop=0.5, every=100):
    if lr0 > 1:
        return lr0
    return lr0 * drop ** (t // every)

# %% step_decay.step-not-used
def step_decay(lr0, t, drop=0.5, every=100):
    for step in range(t // 100):
        lr0 = lr0
    return lr0 * drop ** (every // 100)
