# Wrong answers: each cell is named by the mistake that the check must name.

# %% sigmoid_backward.sigmoid-twice
def sigmoid_backward(da, a):
    s = 1 / (1 + np.exp(-a))
    return da * s * (1 - s)

# %% sigmoid_backward.sigmoid-twice
def sigmoid_backward(da, a):
    return da * np.exp(-a) / (1 + np.exp(-a)) ** 2

# %% sigmoid_backward.sigmoid-twice
def sigmoid_backward(da, a):
    return da / (1 + np.exp(-a))

# %% sigmoid_backward.da-missing
def sigmoid_backward(da, a):
    return a * (1 - a)

# %% sigmoid_backward.one-minus-da
def sigmoid_backward(da, a):
    return a * da * (1 - da)

# %% sigmoid_backward.factor-missing
def sigmoid_backward(da, a):
    return da * a

# %% sigmoid_backward.a-missing
def sigmoid_backward(da, a):
    return da * (1 - a)

# %% sigmoid_backward.sign-flipped
def sigmoid_backward(da, a):
    return da * a * (a - 1)

# %% sigmoid_backward.sign-flipped
def sigmoid_backward(da, a):
    return -da * a * (1 - a)

# %% sigmoid_backward.plus-for-minus
def sigmoid_backward(da, a):
    return da * a * (1 + a)

# %% sigmoid_backward.brackets-missing
def sigmoid_backward(da, a):
    return da * a * 1 - a

# %% sigmoid_backward.brackets-missing
def sigmoid_backward(da, a):
    return da * a - a**2

# %% sigmoid_backward.another-activation
def sigmoid_backward(da, a):
    return da * (1 - a**2)

# %% sigmoid_backward.another-activation
def sigmoid_backward(da, a):
    dz = np.where(a > 0, da, 0)
    return dz

# %% sigmoid_backward.divided
def sigmoid_backward(da, a):
    rate = a * (1 - a)
    return da / rate

# %% sigmoid_backward.divided
def sigmoid_backward(da, a):
    return da / a * (1 - a)

# %% sigmoid_backward.added
def sigmoid_backward(da, a):
    return da + a * (1 - a)

# %% sigmoid_backward.summed
def sigmoid_backward(da, a):
    total = 0
    for one, other in zip(da.ravel(), a.ravel()):
        total += one * other * (1 - other)
    return total

# %% sigmoid_backward.summed
def sigmoid_backward(da, a):
    return (da * a * (1 - a)).sum(axis=0)

# %% sigmoid_backward.matrix-product
def sigmoid_backward(da, a):
    return da @ (a * (1 - a))

# %% sigmoid_backward.matrix-product
def sigmoid_backward(da, a):
    return np.dot(da, a * (1 - a))

# %% sigmoid_backward.averaged
def sigmoid_backward(da, a):
    n = len(a)
    return da * a * (1 - a) / n

# %% sigmoid_backward.averaged
def sigmoid_backward(da, a):
    return np.mean(da * a * (1 - a))

# %% sigmoid_backward.squared
def sigmoid_backward(da, a):
    return da * a**2 * (1 - a)

# %% sigmoid_backward.squared
def sigmoid_backward(da, a):
    return da * a * (1 - a) ** 2

# %% sigmoid_backward.always-a-quarter
def sigmoid_backward(da, a):
    return da / 4

# %% sigmoid_backward.factor-two
def sigmoid_backward(da, a):
    return 2 * da * a * (1 - a)

# %% sigmoid_backward.forward
def sigmoid_backward(da, a):
    return 1 / (1 + np.exp(-a))

# %% sigmoid_backward.forward
def sigmoid_backward(da, a):
    z = np.log(a / (1 - a))
    return z

# %% sigmoid_backward.not-changed
def sigmoid_backward(da, a):
    return da.copy()

# %% sigmoid_backward.absolute
def sigmoid_backward(da, a):
    return abs(da) * a * (1 - a)

# %% sigmoid_backward.rounded
def sigmoid_backward(da, a):
    return np.round(da * a * (1 - a), 2)

# %% sigmoid_backward.rounded
def sigmoid_backward(da, a):
    return (da * a * (1 - a)).round(1)

# %% sigmoid_backward.more-than-dz
def sigmoid_backward(da, a):
    rate = a * (1 - a)
    return da * rate, rate

# %% sigmoid_backward.first-only
def sigmoid_backward(da, a):
    for one, other in zip(da, a):
        return one * other * (1 - other)

# %% sigmoid_backward.first-only
def sigmoid_backward(da, a):
    for one, other in zip(da, a):
        dz = one * other * (1 - other)
    return dz

# %% sigmoid_backward.other-shape
def sigmoid_backward(da, a):
    dz = []
    for one, other in zip(da.flatten(), a.flatten()):
        dz.append(one * other * (1 - other))
    return dz

# %% sigmoid_backward.print-for-return
def sigmoid_backward(da, a):
    print(da * a * (1 - a))

# %% sigmoid_backward.no-return
def sigmoid_backward(da, a):
    dz = da * a * (1 - a)

# %% sigmoid_backward.input-changed
def sigmoid_backward(da, a):
    da *= a
    da *= 1 - a
    return da

# %% sigmoid_backward.not-from-scratch
from course import network

def sigmoid_backward(da, a):
    return network.sigmoid_backward(da, a)

# %% sigmoid_backward.not-from-scratch
from course import network

def sigmoid_backward(da, a):
    return da * network.SIGMOID.slope(a)

# %% sigmoid_backward.sigmoid-twice
from course import network

def sigmoid_backward(da, a):
    s = network.sigmoid(a)
    return da * s * (1 - s)

# %% ?
def sigmoid_backward(da, a):
    return np.array([1.12, -0.18, 0.125])

# %% ?
def sigmoid_backward(da, a):
    return a * (1 - a) ** da

# %% ?
def sigmoid_backward(da, a):
    return max(da * a * (1 - a))

# %% sigmoid_backward.whole-numbers-cut-off
def sigmoid_backward(da, a):
    dz = np.zeros_like(da)
    for place in np.ndindex(da.shape):
        dz[place] = da[place] * a[place] * (1 - a[place])
    return dz

# %% ?
# Rows and tables, but nothing with more axes.
def sigmoid_backward(da, a):
    if da.ndim == 1:
        return np.array([da[i] * a[i] * (1 - a[i]) for i in range(len(a))])
    rows, columns = da.shape
    return np.array(
        [[da[i, j] * a[i, j] * (1 - a[i, j]) for j in range(columns)] for i in range(rows)]
    )

# %% ?
def sigmoid_backward(da, a):
    da = np.clip(da, -50, 50)
    return da * a * (1 - a)

# %% sigmoid_backward.matrix-product
def sigmoid_backward(da, a):
    return da @ (a * (1 - a)).T

# %% sigmoid_backward.matrix-product
def sigmoid_backward(da, a):
    return np.dot(da, a * (1 - a))
