# Wrong answers: each cell is named by the mistake that the check must name.

# %% shuffled_batches.shuffle-gives-none
def shuffled_batches(n, batch_size, rng):
    order = rng.shuffle(np.arange(n))
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]

# %% shuffled_batches.not-cut
def shuffled_batches(n, batch_size, rng):
    return rng.permutation(n)

# %% shuffled_batches.one-number-each
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    if batch_size == 1:
        return order
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]

# %% shuffled_batches.empty-batch-at-the-end
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[k * batch_size:(k + 1) * batch_size] for k in range(n // batch_size + 1)]

# %% shuffled_batches.last-batch-dropped
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[k * batch_size:(k + 1) * batch_size] for k in range(n // batch_size)]

# %% shuffled_batches.first-batch-only
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    batches = []
    for first in range(0, n, batch_size):
        batches.append(order[first:first + batch_size])
        return batches

# %% shuffled_batches.short-batch-first
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    rest = n % batch_size
    batches = [order[:rest]] if rest else []
    return batches + [order[i:i + batch_size] for i in range(rest, n, batch_size)]

# %% shuffled_batches.equal-shares
def shuffled_batches(n, batch_size, rng):
    return np.array_split(rng.permutation(n), -(-n // batch_size))

# %% shuffled_batches.size-for-count
def shuffled_batches(n, batch_size, rng):
    return np.array_split(rng.permutation(n), batch_size)

# %% shuffled_batches.one-row-less
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i:i + batch_size - 1] for i in range(0, n, batch_size)]

# %% shuffled_batches.rows-from-one
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(np.arange(1, n + 1))
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]

# %% shuffled_batches.batches-overlap
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[max(i - 1, 0):i + batch_size - 1 + (i + batch_size >= n)] if i else
            order[:batch_size] for i in range(0, n, batch_size)]

# %% shuffled_batches.drawn-with-replacement
def shuffled_batches(n, batch_size, rng):
    return [
        rng.integers(0, n, size=min(batch_size, n - i)) for i in range(0, n, batch_size)
    ]

# %% shuffled_batches.drawn-with-replacement
def shuffled_batches(n, batch_size, rng):
    return [
        rng.permutation(n)[:min(batch_size, n - i)] for i in range(0, n, batch_size)
    ]

# %% shuffled_batches.not-shuffled
def shuffled_batches(n, batch_size, rng):
    order = np.arange(n)
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]

# %% shuffled_batches.cut-then-shuffled
def shuffled_batches(n, batch_size, rng):
    rows = np.arange(n)
    cuts = [rows[i:i + batch_size] for i in range(0, n, batch_size)]
    return [rng.permutation(cut) for cut in cuts]

# %% shuffled_batches.own-generator
def shuffled_batches(n, batch_size, rng):
    order = np.random.default_rng(0).permutation(n)
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]

# %% shuffled_batches.own-generator
def shuffled_batches(n, batch_size, rng):
    order = np.random.permutation(n)
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]

# %% ?
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    return {i: order[i:i + batch_size] for i in range(0, n, batch_size)}

# %% ?
def shuffled_batches(n, batch_size, rng):
    rng.permutation(n)

# %% shuffled_batches.last-batch-never-made
def shuffled_batches(n, batch_size, rng):
    order = list(rng.permutation(n))
    batches = []
    while len(order) > batch_size:
        batches.append(order[:batch_size])
        order = order[batch_size:]
    return batches

# %% shuffled_batches.last-batch-never-made
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i:i + batch_size] for i in range(0, n - batch_size, batch_size)]

# %% shuffled_batches.one-list-for-all
def shuffled_batches(n, batch_size, rng):
    batches, batch = [], []
    for row in rng.permutation(n):
        batch.append(row)
        if len(batch) == batch_size:
            batches.append(batch)
            batch.clear()
    if batch:
        batches.append(batch)
    return batches

# %% shuffled_batches.rows-of-no-file
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n + 1)
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]

# %% shuffled_batches.rows-of-no-file
def shuffled_batches(n, batch_size, rng):
    many = -(-n // batch_size)
    padded = np.full(many * batch_size, -1)
    padded[:n] = rng.permutation(n)
    return list(padded.reshape(many, batch_size))

# %% shuffled_batches.rows-as-floats
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(np.linspace(0, n - 1, n))
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]

# %% shuffled_batches.sorted-in-a-batch
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [np.sort(order[i:i + batch_size]) for i in range(0, n, batch_size)]

# %% ?
# More rows asked for in a batch than there are.
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    if batch_size > n:
        return []
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]

# %% shuffled_batches.order-in-equal-steps
def shuffled_batches(n, batch_size, rng):
    order = np.roll(np.arange(n), rng.integers(n))
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]

# %% shuffled_batches.order-in-equal-steps
def shuffled_batches(n, batch_size, rng):
    order = (np.arange(n) + rng.integers(n)) % n
    order = np.concatenate([order[::2], order[1::2]])
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]

# %% shuffled_batches.ends-at-the-size
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    batches = []
    for first in range(0, n, batch_size):
        batches.append(order[first:batch_size])
    return batches

# %% shuffled_batches.no-row-stays
def shuffled_batches(n, batch_size, rng):
    # Fisher-Yates
    order = list(range(n))
    for i in range(n - 1, 0, -1):
        j = rng.integers(0, i)
        order[i], order[j] = order[j], order[i]
    return [np.array(order[i:i + batch_size]) for i in range(0, n, batch_size)]

# %% shuffled_batches.no-row-stays
def shuffled_batches(n, batch_size, rng):
    items = np.arange(n)
    for k in range(n - 1):
        f = k + 1 + rng.integers(n - k - 1)
        items[k], items[f] = items[f], items[k]
    return np.split(items, np.arange(batch_size, n, batch_size))

# %% shuffled_batches.one-row-stays
def shuffled_batches(n, batch_size, rng):
    order = list(range(n))
    for i in range(n - 1):
        j = rng.integers(i, n - 1)
        order[i], order[j] = order[j], order[i]
    return [np.array(order[i:i + batch_size]) for i in range(0, n, batch_size)]

# %% shuffled_batches.one-row-stays
def shuffled_batches(n, batch_size, rng):
    order = np.arange(n)
    rng.shuffle(order[1:])
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]

# %% shuffled_batches.places-never-reached
def shuffled_batches(n, batch_size, rng):
    rows = list(range(n))
    for i in range(n - 2):
        j = rng.integers(i, n)
        rows[i], rows[j] = rows[j], rows[i]
    return [np.array(rows[i:i + batch_size]) for i in range(0, n, batch_size)]

# %% shuffled_batches.begins-anywhere
def shuffled_batches(n, batch_size, rng):
    rows = np.arange(n)
    batches = []
    for _ in range(n // batch_size):
        random_index = rng.integers(n)
        batches.append(rows[random_index:random_index + batch_size])
    return batches

# %% shuffled_batches.begins-anywhere
def shuffled_batches(n, batch_size, rng):
    batches = []
    for _ in range(-(-n // batch_size)):
        start = rng.integers(0, max(n - batch_size, 1))
        batches.append(np.arange(start, min(start + batch_size, n)))
    return batches

# %% shuffled_batches.batch-at-every-row
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i:i + batch_size] for i in range(0, n)]

# %% shuffled_batches.no-batch-at-all
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    batches = []
    for first in range(0, n, batch_size):
        batch = order[first:first + batch_size]
    return batches

# %% shuffled_batches.no-batch-at-all
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    batches = []
    first = n
    while first < n:
        batches.append(order[first:first + batch_size])
        first += batch_size
    return batches

# %% shuffled_batches.rest-joined
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    batches = [order[i * batch_size:(i + 1) * batch_size] for i in range(n // batch_size - 1)]
    batches.append(order[len(batches) * batch_size:])
    return batches

# %% shuffled_batches.last-row-missing
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n - 1)
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]

# %% shuffled_batches.few-rows-move
def shuffled_batches(n, batch_size, rng):
    order = np.arange(n)
    i, j = rng.choice(n, 2, replace=False)
    order[i], order[j] = order[j], order[i]
    return [order[k:k + batch_size] for k in range(0, n, batch_size)]

# %% shuffled_batches.few-rows-move
def shuffled_batches(n, batch_size, rng):
    rows = list(range(n))
    i, j = rng.integers(n, size=2)
    rows[i], rows[j] = rows[j], rows[i]
    return [np.array(rows[k:k + batch_size]) for k in range(0, n, batch_size)]

# %% shuffled_batches.first-batch-only
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    for first in range(0, n, batch_size):
        return order[first:first + batch_size]

# %% shuffled_batches.remembers-earlier-calls
def shuffled_batches(n, batch_size, rng, batches=[]):
    o = rng.permutation(n)
    for i in range(0, n, batch_size):
        batches.append(o[i:i+batch_size])
    return batches

# %% shuffled_batches.last-batch-one-row-less
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    batches = []
    for start in range(0, n, batch_size):
        end = min(start + batch_size, n - 1)
        batches.append(order[start:end])
    return batches

# %% shuffled_batches.first-batch-only
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    batches = []
    for first in range(0, n, batch_size):
        batch = order[first:first + batch_size]
    batches.append(batch)
    return batches

# %% shuffled_batches.written-grows-by-no-list
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    batches = []
    for first in range(0, n, batch_size):
        batches += order[first:first + batch_size]
    return batches

# %% shuffled_batches.begins-one-row-on
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    batches = []
    for i in range(n // batch_size + 1):
        batches.append(order[i:i + batch_size])
    return batches

# %% shuffled_batches.begins-one-row-on
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    batches = []
    for i in range(n // batch_size):
        batches.append(order[i:i + batch_size])
    return batches

# %% shuffled_batches.last-batch-dropped
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    batches = [order[i:i + batch_size] for i in range(0, n, batch_size)]
    if batch_size > 1 and len(batches[-1]) == 1:
        batches.pop()
    return batches

# %% ?
def shuffled_batches(n, batch_size, rng):
    order = rng.permutation(n)
    batches = [order[i:i + batch_size] for i in range(0, n, batch_size)]
    if batch_size > 1 and len(batches[-1]) == 1:
        alone = batches.pop()
        batches[-1] = np.concatenate([batches[-1], alone])
    return batches
