# Wrong answers: each cell is named by the mistake that the check must name.

# %% those_above.mask-itself
def those_above(x, limit):
    return x > limit

# %% those_above.or-equal
def those_above(x, limit):
    return x[x >= limit]

# %% those_above.below
def those_above(x, limit):
    return x[x < limit]

# %% those_above.how-many
def those_above(x, limit):
    return (x > limit).sum()

# %% those_above.where
def those_above(x, limit):
    return [i for i in range(len(x)) if x[i] > limit]

# %% those_above.others-as-zero
def those_above(x, limit):
    return np.where(x > limit, x, 0)

# %% those_above.limit-taken-off
def those_above(x, limit):
    return x[x > limit] - limit

# %% ?
def those_above(x, limit):
    return x[x > int(limit)]

# %% those_above.limit-fixed
def those_above(x, limit):
    return x[x > 5]

# %% those_above.where
def those_above(x, limit):
    return np.where(x > limit)

# %% those_above.where
def those_above(x, limit):
    return np.argwhere(x > limit)

# %% those_above.first-only
def those_above(x, limit):
    for value in x:
        if value > limit:
            return value

# %% those_above.nothing-picked
def those_above(x, limit):
    above = x > limit
    return x

# %% those_above.below-300-too
def those_above(x, limit):
    return x[(x > limit) & (x < 300)]

# %% those_above.slice-from-the-limit
def those_above(x, limit):
    return x[limit:]

# %% those_above.zeros-lost
def those_above(x, limit):
    y = x * (x > limit)
    return y[y != 0]


# %% those_above.written-shrinks-as-it-goes
def those_above(x, limit):
    x = list(x)
    for v in x:
        if v <= limit:
            x.remove(v)
    return x

# %% those_above.written-grows-by-no-list
def those_above(x, limit):
    found = []
    for value in x:
        if value > limit:
            found += value
    return found
