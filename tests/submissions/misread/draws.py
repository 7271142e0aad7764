# Wrong answers that are close to a known mistake, but are another: the label must not be told.

# %% draws.symptom-first-step
# No walk: there is no step in three numbers.
def draws(seed):
    return [np.random.default_rng(seed + 1).normal() for _ in range(3)]

# %% draws.no-seed
# The same each time, in another order.
def draws(seed):
    return sorted(np.random.default_rng(seed).normal(size=3))
