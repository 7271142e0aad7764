# Wrong answers: each cell is named by the mistake that the check must name.

# %% shape_of.size
def shape_of(numbers):
    return np.array(numbers).size

# %% shape_of.axes
def shape_of(numbers):
    return np.array(numbers).ndim

# %% shape_of.length
def shape_of(numbers):
    return len(numbers)

# %% shape_of.reversed
def shape_of(numbers):
    return np.array(numbers).T.shape

# %% shape_of.length
def shape_of(numbers):
    return np.array(numbers).shape[-1]

# %% shape_of.array-itself
def shape_of(numbers):
    return np.array(numbers)

# %% shape_of.one-axis-more
def shape_of(numbers):
    return np.array([numbers]).shape


# %% shape_of.one-axis-more
def shape_of(*numbers):
    return np.array(numbers).shape
