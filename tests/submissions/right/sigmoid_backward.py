# Right answers, each in another dress: one cell, one whole answer.

# %% plain
def sigmoid_backward(da, a):
    return da * a * (1 - a)

# %% brackets opened
def sigmoid_backward(da, a):
    return da * (a - a**2)

# %% the rate first, other names
def sigmoid_backward(slope_behind, output):
    rate = output * (1.0 - output)
    return slope_behind * rate

# %% np functions
def sigmoid_backward(da, a):
    return np.multiply(da, np.multiply(a, np.subtract(1, a)))

# %% loop over the flat entries
def sigmoid_backward(da, a):
    dz = np.zeros(a.shape)
    for i in np.ndindex(a.shape):
        dz[i] = da[i] * a[i] * (1 - a[i])
    return dz

# %% lists of lists
def sigmoid_backward(da, a):
    if np.ndim(a) == 0:
        return da * a * (1 - a)
    return [sigmoid_backward(one, other) for one, other in zip(da, a)]

# %% float32 result
def sigmoid_backward(da, a):
    return (da * a * (1 - a)).astype(np.float32)

# %% einsum
def sigmoid_backward(da, a):
    return np.einsum("...,...,...->...", da, a, 1 - a)

# %% completed square
def sigmoid_backward(da, a):
    return da * (0.25 - (a - 0.5) ** 2)

# %% lambda
sigmoid_backward = lambda da, a: a * da - a * a * da

# %% a fresh array, changed in place
def sigmoid_backward(da, a):
    dz = da.astype(float)
    dz *= a
    dz *= 1 - a
    return dz

# %% helper
def rate(a):
    return (1 - a) * a

def sigmoid_backward(da, a):
    print("going back")
    return rate(a) * da

# %% the sigmoid taken back and forth
from course.network import sigmoid

def sigmoid_backward(da, a):
    return da * sigmoid(np.log(a / (1 - a))) * (1 - a)
