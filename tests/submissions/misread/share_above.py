# Wrong answers that look like a mistake that they are not: the name must not be told.

# %% share_above.integer
def share_above(x, limit):
    return (x > x).mean()
