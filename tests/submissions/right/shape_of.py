# Right answers, each in another dress: one cell, one whole answer.

# %% dress 1
def shape_of(numbers):
    return np.array(numbers).shape

# %% dress 2
def shape_of(numbers):
    return np.shape(numbers)

# %% dress 3
def shape_of(numbers):
    return list(np.array(numbers).shape)

# %% dress 4
def shape_of(numbers):
    return np.array(np.array(numbers).shape)

# %% dress 5
def shape_of(numbers):
    array = np.asarray(numbers)
    return tuple(len(array) if i == 0 else len(array[0]) for i in range(array.ndim))
