# Wrong answers: each cell is named by the mistake that the check must name.

# %% changes.other-sign
def changes(w):
    return w[:-1] - w[1:]

# %% changes.whole-way
def changes(w):
    return w[-1] - w[0]

# %% changes.last-minus-first
def changes(w):
    return w[2:] - w[1:-1]

# %% changes.last-minus-first
def changes(w):
    return [w[i + 1] - w[i] for i in range(len(w) - 2)]

# %% changes.every-second
def changes(w):
    return [w[i + 1] - w[i] for i in range(0, len(w) - 1, 2)]

# %% ?
def changes(w):
    return w[1:]

# %% changes.one-too-many
def changes(w):
    return np.array([w[i] - w[i - 1] for i in range(len(w))])

# %% changes.one-too-many
def changes(w):
    return w - np.roll(w, 1)

# %% changes.one-too-many
def changes(w):
    differences = [0]
    for before, after in zip(w, w[1:]):
        differences.append(after - before)
    return differences

# %% changes.one-too-many
def changes(w):
    return np.diff(w, prepend=0)

# %% changes.from-the-first
def changes(w):
    return w[1:] - w[0]

# %% changes.last-minus-first
def changes(w):
    return np.array([w[i] - w[i - 1] for i in range(1, len(w) - 1)])
