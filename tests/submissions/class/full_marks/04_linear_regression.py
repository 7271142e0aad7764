# %% mse
def mse(x, y, w, b):
    total = 0.0
    for xi, yi in zip(x, y):
        total += (w * xi + b - yi) ** 2
    return total / len(x)


# %% gradients
def gradients(x, y, w, b):
    n = len(x)
    residual = y - (w * x + b)
    dw = -2 / n * np.dot(residual, x)
    db = -2 / n * residual.sum()
    return dw, db


# %% fit
def fit(x, y, lr=0.01, steps=500):
    theta = np.zeros(2)
    for step in range(steps):
        theta = theta - lr * np.array(gradients(x, y, theta[0], theta[1]))
    return tuple(theta)


# %% article_houses
size = np.array([500, 1000, 1500, 2000, 2500])
price = np.array([150, 200, 250, 300, 350])
A = np.column_stack([size, np.ones(5)])
houses_w, houses_b = np.linalg.solve(A.T @ A, A.T @ price)
article_loss = sum((0.08 * s + 110 - p) ** 2 for s, p in zip(size, price)) / 5

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


# %% exam_scores
X = exam.x.reshape(8, 1)
y = exam.y
w, b = closed_form(X, y)
exam_slope = w[0]
exam_intercept = b
exam_loss = np.mean((exam_slope * exam.x + exam_intercept - y) ** 2)
hours_for_75 = (75 - exam_intercept) / exam_slope
