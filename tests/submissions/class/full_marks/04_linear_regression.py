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


# %% exam_scores
theta = np.polyfit(exam.x, exam.y, 1)
exam_slope, exam_intercept = theta
exam_loss = np.mean((exam_slope * exam.x + exam_intercept - exam.y) ** 2)
hours_for_75 = (75 - exam_intercept) / exam_slope
