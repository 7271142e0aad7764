# Right answers, each in another dress: one cell, one whole answer.

# %% permutation and slices
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    batches = []
    for first in range(0, n, batch_size):
        batches.append(order[first:first + batch_size])
    return batches

# %% comprehension
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(np.arange(n))
    return [order[i:i + batch_size] for i in range(0, len(order), batch_size)]

# %% shuffle in place, split
def shuffled_batches(n, batch_size, rng):
    order = np.arange(n)
    rng.shuffle(order)
    return np.split(order, range(batch_size, n, batch_size))

# %% lists
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n).tolist()
    batches = []
    while order:
        batches.append(order[:batch_size])
        order = order[batch_size:]
    return batches

# %% keys sorted
def shuffled_batches(n, batch_size, rng):
    order = np.argsort(rng.random(n))
    return tuple(order[i:i + batch_size] for i in range(0, n, batch_size))

# %% choice without replacement, a generator
def shuffled_batches(n, batch_size, rng):
    order = rng.choice(n, size=n, replace=False)
    for i in range(0, n, batch_size):
        yield order[i:i + batch_size]
