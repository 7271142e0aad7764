# Wrong answers that look like a mistake that they are not: the name must not be told.

# %% closed_form.b-dropped
def closed_form(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    theta = np.linalg.lstsq(A, y, rcond=None)[0]
    return theta[:-1], theta[-1] if X.shape[1] == 2 else 0.0

# %% closed_form.ridge
def closed_form(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    theta = np.linalg.solve(A.T @ A + 0.01 * np.eye(A.shape[1]), A.T @ y)
    return theta[:-1], theta[-1]

# %% closed_form.one-at-a-time
def closed_form(X, y):
    w = np.array([np.sum(c * y) / np.sum(c * c) for c in X.T])
    return w, y.mean() - X.mean(axis=0) @ w

# %% closed_form.b-is-the-mean
def closed_form(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    theta = np.linalg.lstsq(A, y, rcond=None)[0]
    return theta[:-1], np.median(y)

# %% closed_form.first-rows-only
def closed_form(X, y):
    A = np.column_stack([X, np.ones(len(X))])[:-1]
    theta = np.linalg.lstsq(A, y[:-1], rcond=None)[0]
    return theta[:-1], theta[-1]

# %% closed_form.table-not-square
def closed_form(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    theta = np.linalg.inv(A @ A.T) @ A @ y
    return theta[:-1], theta[-1]
