# %% scale
def scale(X):
    n, d = X.shape
    mu = np.array([sum(X[:, j]) / n for j in range(d)])
    sigma = np.array([(sum((X[:, j] - mu[j]) ** 2) / n) ** 0.5 for j in range(d)])
    Z = np.array([(row - mu) / sigma for row in X])
    return Z, mu, sigma


# %% fit_gd
def fit_gd(Z, y, lr=0.1, steps=1000):
    A = np.column_stack([np.ones(len(Z)), Z])
    theta = np.zeros(A.shape[1])
    for _ in range(steps):
        theta -= lr * 2 / len(y) * (A @ theta - y) @ A
    return theta[1:], theta[0]


# %% predict_price
def predict_price(house, w, b, mu, sigma):
    price = b
    for j in range(len(w)):
        price = price + w[j] * (house[j] - mu[j]) / sigma[j]
    return price


# %% unscale
def unscale(w, b, mu, sigma):
    new_w = [w[j] / sigma[j] for j in range(len(w))]
    shift = 0.0
    for j in range(len(w)):
        shift += new_w[j] * mu[j]
    return np.array(new_w), b - shift


# %% closed_form
def closed_form(X, y):
    A = np.column_stack([np.ones(len(X)), X])
    theta = np.linalg.lstsq(A, y, rcond=None)[0]
    return theta[1:], theta[0]


# %% choose_columns
def choose_columns(X_train, y_train, X_val, y_val, choices):
    losses = {}
    for place, columns in enumerate(choices):
        ones = np.ones(len(X_train))
        A = np.vstack([X_train[:, columns].T, ones]).T
        theta = np.linalg.pinv(A).dot(y_train)
        rest = y_val - theta[-1] - X_val[:, columns].dot(theta[:-1])
        losses[place] = rest.dot(rest) / len(rest)
    winner = min(losses, key=losses.get)
    return choices[winner], losses[winner]
