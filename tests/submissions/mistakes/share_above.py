# Wrong answers: each cell is named by the mistake that the check must name.

# %% share_above.how-many
def share_above(x, limit):
    return (x > limit).sum()

# %% share_above.percent
def share_above(x, limit):
    return 100 * np.mean(x > limit)

# %% share_above.others
def share_above(x, limit):
    return np.mean(x <= limit)

# %% share_above.mean-of-the-numbers
def share_above(x, limit):
    return np.mean(x)

# %% share_above.or-equal
def share_above(x, limit):
    return np.mean(x >= limit)

# %% share_above.below
def share_above(x, limit):
    return (x < limit).mean()

# %% share_above.integer
def share_above(x, limit):
    return len(x[x > limit]) // len(x)

# %% share_above.limit-fixed
def share_above(x, limit):
    return (x > 5).mean()

# %% share_above.part-of-the-sum
def share_above(x, limit):
    return sum(x[x > limit]) / sum(x)

# %% share_above.below-300-too
def share_above(x, limit):
    return ((x > limit) & (x < 300)).mean()

# %% share_above.divided-by-four
def share_above(x, limit):
    return sum(x > limit) / 4
