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

# %% one row after the other changes places
def shuffled_batches(n, batch_size, rng):
    rows = list(range(n))
    for i in range(n - 1, 0, -1):
        j = rng.integers(0, i + 1)
        rows[i], rows[j] = rows[j], rows[i]
    return [np.array(rows[i:i + batch_size]) for i in range(0, n, batch_size)]

# %% another generator, made from a number of the given one
import random

def shuffled_batches(n, batch_size, rng):
    rows = list(range(n))
    random.Random(int(rng.integers(2**31))).shuffle(rows)
    return [np.array(rows[i:i + batch_size]) for i in range(0, n, batch_size)]
