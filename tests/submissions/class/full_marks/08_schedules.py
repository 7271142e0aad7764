# %% rows_for_noise
def rows_for_noise(m, noise, wanted):
    return m * noise * noise / (wanted * wanted)


# %% step_decay
def step_decay(lr0, t, drop=0.5, every=100):
    rate = lr0
    drops, _ = divmod(t, every)
    for _ in range(drops):
        rate *= drop
    return rate


# %% exponential_decay
def exponential_decay(lr0, t, decay=0.95):
    if t == 0:
        return lr0
    return exponential_decay(lr0, t - 1, decay) * decay


# %% cosine_annealing
def cosine_annealing(lr0, t, T, lr_min=0.0):
    middle, swing = (lr0 + lr_min) / 2, (lr0 - lr_min) / 2
    return middle + swing * np.cos(np.pi * t / T)


# %% smallest_decay
def smallest_decay(lr0, curvature, left):
    times = np.log(1 / left)
    return (times - lr0 * curvature) / times
