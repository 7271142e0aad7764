# Wrong answers: each cell is named by the mistake that the check must name.

# %% in_dollars.divided
def in_dollars(thousands):
    return thousands / 1000

# %% in_dollars.first-only
def in_dollars(thousands):
    for price in thousands:
        return price * 1000

# %% in_dollars.sum
def in_dollars(thousands):
    return sum(thousands * 1000)

# %% in_dollars.not-changed
def in_dollars(thousands):
    thousands * 1000
    return thousands

# %% ?
def in_dollars(thousands):
    return 100 * thousands

# %% in_dollars.texts
def in_dollars(thousands):
    return [f"{t * 1000}" for t in thousands]

# %% in_dollars.added
def in_dollars(thousands):
    return thousands + 1000

# %% in_dollars.rounded
def in_dollars(thousands):
    return np.round(1000 * thousands)

# %% in_dollars.rounded
def in_dollars(thousands):
    return np.array([round(1000 * price, 2) for price in thousands])

# %% in_dollars.integer
def in_dollars(thousands):
    return [int(1000 * price) for price in thousands]
