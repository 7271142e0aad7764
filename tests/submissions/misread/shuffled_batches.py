# Wrong answers that look like a mistake that they are not: the name must not be told.

# %% shuffled_batches.last-batch-dropped
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[:batch_size], order[batch_size:2 * batch_size]]

# %% shuffled_batches.not-shuffled
def shuffled_batches(n, batch_size, rng):
    order = np.random.default_rng(3).permutation(n)
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]

# %% shuffled_batches.not-cut
def shuffled_batches(n, batch_size, rng):
    return rng.random(n)

# %% shuffled_batches.batches-overlap
def shuffled_batches(n, batch_size, rng, batches=[]):
    order = rng.permutation(n)
    for first in range(0, n, batch_size):
        batches.append(order[first:first + batch_size])
    return batches

# %% shuffled_batches.batches-overlap
def shuffled_batches(n, batch_size, rng):
    many = -(-n // batch_size)
    padded = np.full(many * batch_size, -1)
    padded[:n] = rng.permutation(n)
    return list(padded.reshape(many, batch_size))

# %% shuffled_batches.not-shuffled
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [np.sort(order[i:i + batch_size]) for i in range(0, n, batch_size)]

# %% shuffled_batches.order-in-equal-steps
def shuffled_batches(n, batch_size, rng):
    order = np.arange(n)
    batches = [order[i : i + batch_size] for i in range(0, n, batch_size)]
    return [batches[k] for k in rng.permutation(len(batches))]

# %% shuffled_batches.remembers-earlier-calls
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    return order.reshape(-1, batch_size)

# %% shuffled_batches.remembers-earlier-calls
def shuffled_batches(n, batch_size, rng):
    return np.split(rng.permutation(n), n // batch_size)

# %% shuffled_batches.no-batch-at-all
# The batches are there, one list deeper.
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [[order[i:i + batch_size] for i in range(0, n, batch_size)]]

# %% shuffled_batches.no-batch-at-all
# Two results, and the second one is right.
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    return order, [order[i:i + batch_size] for i in range(0, n, batch_size)]

# %% shuffled_batches.no-batch-at-all
# The first row of each batch alone.
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i] for i in range(0, n, batch_size)]

# %% shuffled_batches.own-generator
def shuffled_batches(n, batch_size, rng, batches=[]):
    o = rng.permutation(n)
    for i in range(0, n, batch_size):
        batches.append(o[i:i+batch_size])
    return batches
