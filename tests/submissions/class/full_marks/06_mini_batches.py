# %% shuffled_batches
def shuffled_batches(n, batch_size, rng):
    left = list(rng.permutation(n))
    batches = []
    while len(left) > 0:
        batches.append(np.array(left[:batch_size]))
        left = left[batch_size:]
    return batches


# %% sgd_epochs
def sgd_epochs(x, y, batch_size, lr, epochs, rng):
    n = len(x)
    A = np.vstack([x, np.ones(n)]).T
    theta = np.array([0.0, 0.0])
    answer = {"losses": [], "batches": []}
    for e in range(epochs):
        shuffled = rng.permutation(np.arange(n))
        answer["batches"].append(np.split(shuffled, list(range(batch_size, n, batch_size))))
        sse = 0
        for idx in answer["batches"][e]:
            residual = y[idx] - A[idx].dot(theta)
            sse += residual.dot(residual)
            theta = theta + (2 * lr / idx.size) * A[idx].T.dot(residual)
        answer["losses"].append(sse / n)
    answer["w"], answer["b"] = float(theta[0]), float(theta[1])
    return answer

# %% find_the_floor
wrong_operator = "//"

np.random.seed(42)
X = np.random.randn(500)
Y = 2.5 * X + np.random.randn(500) * 0.1
weight = 0.0
true_losses = np.zeros(5)
for e in range(5):
    idx = np.random.permutation(500)
    starts = range(0, 500, 32)
    batches_in_an_epoch = len(starts)
    for s in starts:
        xb, yb = X[idx[s:s + 32]], Y[idx[s:s + 32]]
        true_losses[e] += ((weight * xb - yb) ** 2).mean() / batches_in_an_epoch
        weight -= 0.01 * (2 * xb * (weight * xb - yb)).mean()
