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


# %% article_schedule
features = np.column_stack([line.x, np.ones(200)])
repaired_end, straight_end = np.zeros(2), np.zeros(2)
first_gradient = features.T @ -line.y / 200
for number in range(1000):
    rate = step_decay(0.01, number)
    gradient = features.T @ (features @ repaired_end - line.y) / 200
    repaired_end = repaired_end - rate * gradient
    straight_end = straight_end - rate * first_gradient
code_rate = step_decay(0.01, 100, drop=0.2)
docstring_rate = 0.01 * 0.8
