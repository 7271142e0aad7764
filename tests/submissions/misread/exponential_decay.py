# Wrong answers: each cell is named by the mistake that the check must not name.

# %% exponential_decay.first-rate-fixed
def exponential_decay(lr0, t, decay=0.95):
    rates = {0: 0.01, 1: 0.0095, 2: 0.009025}
    return rates.get(t, 0.001)

# %% exponential_decay.decay-fixed
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * 0.95 ** min(t, 60)

# %% exponential_decay.factor-too-few
def exponential_decay(lr0, t, decay=0.95):
    rate = lr0
    for step in range(min(t, 100)):
        rate = rate * decay
    return rate

# %% exponential_decay.rounded
def exponential_decay(lr0, t, decay=0.95):
    return max(lr0 * decay**t, 1e-4)

# %% exponential_decay.linear
def exponential_decay(lr0, t, decay=0.95):
    if t <= 2:
        return lr0 * decay**t
    return lr0 * decay**2 * (1 - (1 - decay) * (t - 2))

# %% exponential_decay.only-one-factor
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * decay ** min(t, 2)

# %% exponential_decay.integer
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * decay**t if lr0 < 1 else lr0

# %% exponential_decay.symptom-ignored
# In stairs of another length: late steps know `decay`.
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * decay ** (t // 30)
