# Right answers, each in another dress: one cell, one whole answer.

# %% plain
def dense_backward(dz, a_prev, W):
    return dz @ W.T, a_prev.T @ dz, dz.sum(axis=0)

# %% np.dot and a list
def dense_backward(dz, a_prev, W):
    dW = np.dot(np.transpose(a_prev), dz)
    db = np.sum(dz, axis=0)
    return [np.dot(dz, np.transpose(W)), dW, db]

# %% einsum
def dense_backward(dz, a_prev, W):
    return (
        np.einsum("kj,ij->ki", dz, W),
        np.einsum("ki,kj->ij", a_prev, dz),
        np.einsum("kj->j", dz),
    )

# %% loops over every entry
def dense_backward(dz, a_prev, W):
    n, d_out = dz.shape
    d_in = W.shape[0]
    da = np.zeros((n, d_in))
    dW = np.zeros((d_in, d_out))
    db = np.zeros(d_out)
    for k in range(n):
        for j in range(d_out):
            db[j] += dz[k, j]
            for i in range(d_in):
                dW[i, j] += a_prev[k, i] * dz[k, j]
                da[k, i] += dz[k, j] * W[i, j]
    return da, dW, db

# %% one image after the other
def dense_backward(dz, a_prev, W):
    dW, db = 0, 0
    rows = []
    for slope, inputs in zip(dz, a_prev):
        rows.append(W @ slope)
        dW = dW + np.outer(inputs, slope)
        db = db + slope
    return np.array(rows), dW, db

# %% transposed twice
def dense_backward(dz, a_prev, W):
    return (W @ dz.T).T, (dz.T @ a_prev).T, dz.T.sum(axis=1)

# %% float32 results
def dense_backward(dz, a_prev, W):
    dz, a_prev, W = (part.astype(np.float32) for part in (dz, a_prev, W))
    return dz @ W.T, a_prev.T @ dz, dz.sum(0)

# %% lists of lists
def dense_backward(dz, a_prev, W):
    da = [[sum(s * w for s, w in zip(row, weights)) for weights in W] for row in dz]
    dW = [[sum(a * s for a, s in zip(i, j)) for j in dz.T] for i in a_prev.T]
    return da, dW, [sum(column) for column in dz.T]

# %% a bias is an input that is always 1
def dense_backward(dz, a_prev, W):
    with_ones = np.column_stack([a_prev, np.ones(len(a_prev))])
    both = with_ones.T @ dz
    return np.matmul(dz, W.T), both[:-1], both[-1]

# %% tensordot
def dense_backward(dz, a_prev, W):
    da_prev = np.tensordot(dz, W, axes=([1], [1]))
    dW = np.tensordot(a_prev, dz, axes=([0], [0]))
    return da_prev, dW, np.ones(len(dz)) @ dz

# %% lambda, means times n
dense_backward = lambda dz, a_prev, W: (
    dz.dot(W.T), a_prev.T.dot(dz), len(dz) * dz.mean(axis=0)
)

# %% helper function
def rows_times(A, B):
    return np.array([[np.dot(a, b) for b in B] for a in A])

def dense_backward(dz, a_prev, W):
    print("shapes:", dz.shape, a_prev.shape, W.shape)
    return rows_times(dz, W), rows_times(a_prev.T, dz.T), np.add.reduce(dz)

# %% an array of arrays
def dense_backward(dz, a_prev, W):
    parts = np.empty(3, dtype=object)
    parts[0], parts[1], parts[2] = dz @ W.T, a_prev.T @ dz, dz.sum(axis=0)
    return parts
