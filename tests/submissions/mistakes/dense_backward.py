# Wrong answers: each cell is named by the mistake that the check must name.

# %% dense_backward.divided-by-n
def dense_backward(dz, a_prev, W):
    n = len(dz)
    return dz @ W.T, a_prev.T @ dz / n, dz.sum(axis=0) / n

# %% dense_backward.divided-by-n
def dense_backward(dz, a_prev, W):
    n = dz.shape[0]
    dz = dz / n
    return dz @ W.T, a_prev.T @ dz, dz.sum(axis=0)

# %% dense_backward.divided-by-n
def dense_backward(dz, a_prev, W):
    return dz @ W.T, a_prev.T @ dz, dz.mean(axis=0)

# %% dense_backward.bias-not-summed
def dense_backward(dz, a_prev, W):
    return dz @ W.T, a_prev.T @ dz, dz

# %% dense_backward.bias-over-outputs
def dense_backward(dz, a_prev, W):
    return dz @ W.T, a_prev.T @ dz, dz.sum(axis=1)

# %% dense_backward.bias-over-outputs
def dense_backward(dz, a_prev, W):
    db = [sum(row) for row in dz]
    return dz @ W.T, a_prev.T @ dz, db

# %% dense_backward.bias-one-number
def dense_backward(dz, a_prev, W):
    return dz @ W.T, a_prev.T @ dz, np.sum(dz)

# %% dense_backward.bias-with-a-row-axis
def dense_backward(dz, a_prev, W):
    return dz @ W.T, a_prev.T @ dz, np.sum(dz, axis=0, keepdims=True)

# %% dense_backward.bias-from-the-inputs
def dense_backward(dz, a_prev, W):
    return dz @ W.T, a_prev.T @ dz, a_prev.sum(axis=0)

# %% dense_backward.bias-from-the-inputs
def dense_backward(dz, a_prev, W):
    db = np.ones(dz.shape[1])
    return dz @ W.T, a_prev.T @ dz, db

# %% dense_backward.weights-of-the-outputs
def dense_backward(dz, a_prev, W):
    z = a_prev @ W
    return dz @ W.T, a_prev.T @ z, dz.sum(axis=0)

# %% dense_backward.slope-transposed
def dense_backward(dz, a_prev, W):
    return dz @ W.T, dz.T @ a_prev, dz.sum(axis=0)

# %% dense_backward.da-transposed
def dense_backward(dz, a_prev, W):
    da = np.array([[w @ s for s in dz] for w in W])
    return da, a_prev.T @ dz, dz.sum(axis=0)

# %% dense_backward.dW-not-transposed
def dense_backward(dz, a_prev, W):
    return dz @ W.T, a_prev @ dz, dz.sum(axis=0)

# %% dense_backward.dW-not-transposed
def dense_backward(dz, a_prev, W):
    dW = np.dot(dz, a_prev)
    return np.dot(dz, W.T), dW, dz.sum(axis=0)

# %% dense_backward.W-not-transposed
def dense_backward(dz, a_prev, W):
    return dz @ W, a_prev.T @ dz, dz.sum(axis=0)

# %% dense_backward.W-not-transposed
def dense_backward(dz, a_prev, W):
    return W @ dz, a_prev.T @ dz, dz.sum(axis=0)

# %% dense_backward.nothing-transposed
def dense_backward(dz, a_prev, W):
    da_prev = dz @ W
    dW = a_prev @ dz
    return da_prev, dW, dz.sum(axis=0)

# %% dense_backward.entry-by-entry
def dense_backward(dz, a_prev, W):
    return dz @ W.T, a_prev.T * dz, dz.sum(axis=0)

# %% dense_backward.entry-by-entry
def dense_backward(dz, a_prev, W):
    return dz * W.T, a_prev.T * dz, dz.sum(axis=0)

# %% dense_backward.swapped-results
def dense_backward(dz, a_prev, W):
    dW = a_prev.T @ dz
    db = dz.sum(axis=0)
    da_prev = dz @ W.T
    return dW, db, da_prev

# %% dense_backward.swapped-results
def dense_backward(dz, a_prev, W):
    return dz @ W.T, dz.sum(axis=0), a_prev.T @ dz

# %% dense_backward.part-missing
def dense_backward(dz, a_prev, W):
    return a_prev.T @ dz, dz.sum(axis=0)

# %% dense_backward.part-missing
def dense_backward(dz, a_prev, W):
    return dz @ W.T

# %% dense_backward.activation-included
def dense_backward(dz, a_prev, W):
    da_prev = dz @ W.T * a_prev * (1 - a_prev)
    return da_prev, a_prev.T @ dz, dz.sum(axis=0)

# %% dense_backward.activation-included
def dense_backward(dz, a_prev, W):
    da_prev = dz @ W.T
    da_prev[a_prev <= 0] = 0
    return da_prev, a_prev.T @ dz, dz.sum(axis=0)

# %% dense_backward.one-image-only
def dense_backward(dz, a_prev, W):
    for k in range(len(dz)):
        dW = np.outer(a_prev[k], dz[k])
        db = dz[k]
    return dz @ W.T, dW, db

# %% dense_backward.one-output-only
def dense_backward(dz, a_prev, W):
    for j in range(W.shape[1]):
        da_prev = np.outer(dz[:, j], W[:, j])
    return da_prev, a_prev.T @ dz, dz.sum(axis=0)

# %% dense_backward.W-missing
def dense_backward(dz, a_prev, W):
    return dz.copy(), a_prev.T @ dz, dz.sum(axis=0)

# %% dense_backward.W-missing
def dense_backward(dz, a_prev, W):
    return W.T, a_prev.T @ dz, dz.sum(axis=0)

# %% dense_backward.averaged-over-inputs
def dense_backward(dz, a_prev, W):
    da_prev = np.zeros(a_prev.shape)
    for k in range(len(dz)):
        for i in range(len(W)):
            da_prev[k, i] = np.mean(dz[k] * W[i])
    return da_prev, a_prev.T @ dz, dz.sum(axis=0)

# %% dense_backward.times-n
def dense_backward(dz, a_prev, W):
    n = len(dz)
    return dz @ W.T, n * (a_prev.T @ dz), n * dz.sum(axis=0)

# %% dense_backward.factor-two
def dense_backward(dz, a_prev, W):
    return dz @ W.T, 2 * a_prev.T @ dz, 2 * dz.sum(axis=0)

# %% dense_backward.sign-flipped
def dense_backward(dz, a_prev, W):
    return dz @ W.T, -a_prev.T @ dz, -dz.sum(axis=0)

# %% dense_backward.took-a-step
def dense_backward(dz, a_prev, W):
    dW = a_prev.T @ dz
    W = W - 0.1 * dW
    return dz @ (W + 0.1 * dW).T, W, dz.sum(axis=0)

# %% dense_backward.rounded
def dense_backward(dz, a_prev, W):
    return np.round(dz @ W.T), np.round(a_prev.T @ dz), np.round(dz.sum(axis=0))

# %% dense_backward.rounded
def dense_backward(dz, a_prev, W):
    return (dz @ W.T).round(1), (a_prev.T @ dz).round(1), dz.sum(axis=0).round(1)

# %% dense_backward.flattened
def dense_backward(dz, a_prev, W):
    return dz @ W.T, (a_prev.T @ dz).flatten(), dz.sum(axis=0)

# %% dense_backward.print-for-return
def dense_backward(dz, a_prev, W):
    print(dz @ W.T, a_prev.T @ dz, dz.sum(axis=0))

# %% dense_backward.no-return
def dense_backward(dz, a_prev, W):
    da_prev, dW, db = dz @ W.T, a_prev.T @ dz, dz.sum(axis=0)

# %% dense_backward.input-changed
def dense_backward(dz, a_prev, W):
    da_prev = dz @ W.T
    dW = a_prev.T @ dz
    W -= 0.1 * dW
    return da_prev, dW, dz.sum(axis=0)

# %% dense_backward.not-from-scratch
from course import network

def dense_backward(dz, a_prev, W):
    return network.dense_backward(dz, a_prev, W)

# %% dense_backward.not-from-scratch
from course.network import backward

def dense_backward(dz, a_prev, W):
    (dW, db), = backward([(W, 0)], [a_prev], dz)
    return dz @ W.T, dW, db

# %% dense_backward.largest-for-sum
def dense_backward(dz, a_prev, W):
    return dz @ W.T, a_prev.T @ dz, dz.max(axis=0)

# %% ?
def dense_backward(dz, a_prev, W):
    return np.zeros(a_prev.shape), np.zeros(W.shape), np.zeros(W.shape[1])

# %% ?
def dense_backward(dz, a_prev, W):
    return dz @ W.T, a_prev.T @ (dz - dz.mean(axis=0)), dz.sum(axis=0)

# %% dense_backward.sign-flipped
def dense_backward(dz, a_prev, W):
    return -dz @ W.T, -a_prev.T @ dz, -dz.sum(axis=0)

# %% dense_backward.whole-numbers-cut-off
def dense_backward(dz, a_prev, W):
    dW = np.zeros_like(W)
    for k in range(len(dz)):
        for i in range(W.shape[0]):
            for j in range(W.shape[1]):
                dW[i, j] += a_prev[k, i] * dz[k, j]
    return dz @ W.T, dW, dz.sum(axis=0)

# %% dense_backward.whole-numbers-cut-off
def dense_backward(dz, a_prev, W):
    da_prev = np.zeros_like(a_prev)
    for k in range(len(dz)):
        for i in range(W.shape[0]):
            da_prev[k, i] = sum(dz[k, j] * W[i, j] for j in range(W.shape[1]))
    return da_prev, a_prev.T @ dz, dz.sum(axis=0)

# %% dense_backward.whole-numbers-cut-off
def dense_backward(dz, a_prev, W):
    dW = np.empty_like(W)
    da_prev = np.empty_like(a_prev)
    dW[:] = a_prev.T @ dz
    da_prev[:] = dz @ W.T
    return da_prev, dW, dz.sum(axis=0)

# %% dense_backward.reshaped-for-transposed
def dense_backward(dz, a_prev, W):
    return dz @ W.reshape(W.shape[1], W.shape[0]), a_prev.T @ dz, dz.sum(axis=0)

# %% dense_backward.reshaped-for-transposed
def dense_backward(dz, a_prev, W):
    n, d_in = a_prev.shape
    return dz @ W.reshape(-1, d_in), a_prev.reshape(d_in, n) @ dz, dz.sum(axis=0)

# %% dense_backward.bias-for-each-input
def dense_backward(dz, a_prev, W):
    n, d_out = dz.shape
    d_in = a_prev.shape[1]
    da_prev, dW, db = np.zeros((n, d_in)), np.zeros((d_in, d_out)), np.zeros(d_out)
    for k in range(n):
        for i in range(d_in):
            for j in range(d_out):
                da_prev[k, i] += dz[k, j] * W[i, j]
                dW[i, j] += a_prev[k, i] * dz[k, j]
                db[j] += dz[k, j]
    return da_prev, dW, db

# %% ?
def dense_backward(dz, a_prev, W):
    dW = np.clip(a_prev.T @ dz, -100, 100)
    db = np.clip(dz.sum(axis=0), -100, 100)
    return dz @ W.T, dW, db


# %% dense_backward.last-one-kept
def dense_backward(dz, a_prev, W):
    n, d_out = dz.shape
    d_in = a_prev.shape[1]
    da_prev, dW, db = np.zeros((n, d_in)), np.zeros((d_in, d_out)), np.zeros(d_out)
    for k in range(n):
        for j in range(d_out):
            db[j] = dz[k, j]
            for i in range(d_in):
                dW[i, j] = a_prev[k, i] * dz[k, j]
                da_prev[k, i] = dz[k, j] * W[i, j]
    return da_prev, dW, db

# %% ?
def dense_backward(dz, a_prev, W):
    return dz @ W.T, a_prev.T @ dz, np.squeeze(dz).sum(axis=0)

# %% dense_backward.both-transposed
def dense_backward(dz, a_prev, W):
    return W @ dz.T, dz.T @ a_prev, dz.sum(axis=0)

# %% dense_backward.da-transposed
def dense_backward(dz, a_prev, W):
    da_prev = W @ dz.T
    dW = a_prev.T @ dz
    db = dz.sum(axis=0)
    return da_prev, dW, db
