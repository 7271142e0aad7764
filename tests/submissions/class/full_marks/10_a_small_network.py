# %% sigmoid_backward
def sigmoid_backward(da, a):
    rate = a - np.square(a)
    return np.multiply(rate, da)


# %% dense_backward
def dense_backward(dz, a_prev, W):
    da_prev = np.einsum("kj,ij->ki", dz, W)
    dW = sum(np.outer(inputs, slope) for inputs, slope in zip(a_prev, dz))
    db = np.ones(len(dz)) @ dz
    return da_prev, dW, db


# %% article_parameters
sizes = [784, 1000, 500, 10]
article_weights = sum(a * b for a, b in zip(sizes, sizes[1:]))
article_biases = sum(sizes[1:])
article_parameters = sum((a + 1) * b for a, b in zip(sizes, sizes[1:]))


# %% train_digits
def train_digits(gradient, layers, n, rng):
    parts = [part for layer in layers for part in layer]
    speeds = [0.0] * len(parts)
    left = 20_000
    while left >= 32:
        rows = rng.choice(n, 32, replace=False)
        left -= len(rows)
        pairs = list(zip(parts[::2], parts[1::2]))
        slopes = [slope for pair in gradient(pairs, rows) for slope in pair]
        speeds = [0.9 * v - 0.05 * g for v, g in zip(speeds, slopes)]
        parts = [w + v for w, v in zip(parts, speeds)]
    return list(zip(parts[::2], parts[1::2]))
