# Wrong answers: each cell is named by the mistake that the check must name.

# %% draws.seed-fixed
def draws(seed):
    return np.random.default_rng(0).normal(size=3)

# %% draws.uniform
def draws(seed):
    return np.random.default_rng(seed).random(3)

# %% draws.one-number
def draws(seed):
    return np.random.default_rng(seed).normal()

# %% draws.old-generator
def draws(seed):
    np.random.seed(seed)
    return np.random.randn(3)

# %% draws.no-seed
def draws(seed):
    return np.random.default_rng().normal(size=3)

# %% draws.no-seed
def draws(seed):
    return np.random.normal(size=3)

# %% draws.new-generator-each-time
def draws(seed):
    numbers = []
    for i in range(3):
        rng = np.random.default_rng(seed)
        numbers.append(rng.normal())
    return numbers

# %% draws.rounded
def draws(seed):
    rng = np.random.default_rng(seed)
    return np.round(rng.normal(size=3), 2)

# %% draws.mean-for-size
def draws(seed):
    return np.random.default_rng(seed).normal(3)

# %% draws.no-seed
generators = {}

def draws(seed):
    if seed not in generators:
        generators[seed] = np.random.default_rng(seed)
    return generators[seed].normal(size=3)

# %% draws.drawn-before
def draws(seed):
    rng = np.random.default_rng(seed)
    print(rng.normal(size=3))
    return rng.normal(size=3)
