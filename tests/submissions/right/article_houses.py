# Right answers, each in another dress: one cell, one whole answer.

# %% plain numbers
houses_w = 0.1
houses_b = 100
article_loss = 600

# %% two houses by hand
houses_w = (350 - 150) / (2500 - 500)
houses_b = 150 - houses_w * 500
article_loss = (0 + 10**2 + 20**2 + 30**2 + 40**2) / 5

# %% polyfit
size, price = np.arange(500, 2501, 500), np.arange(150, 351, 50)
houses_w, houses_b = np.polyfit(size, price, 1)
article_loss = np.mean((0.08 * size + 110 - price) ** 2)

# %% fractions
from fractions import Fraction
houses_w, houses_b, article_loss = Fraction(1, 10), Fraction(100), Fraction(3000, 5)

# %% a walk from the article's start
size = np.array([500.0, 1000, 1500, 2000, 2500])
price = np.array([150.0, 200, 250, 300, 350])
houses_w, houses_b = 0.05, 100.0
for _ in range(1000):
    error = houses_w * size + houses_b - price
    houses_w, houses_b = houses_w - 1e-7 * 2 * np.mean(error * size), houses_b - 1e-7 * 2 * np.mean(error)
article_loss = sum((0.08 * s + 110 - p) ** 2 for s, p in zip(size, price)) / len(size)

# %% lstsq
A = np.array([[500.0, 1], [1000, 1], [1500, 1], [2000, 1], [2500, 1]])
houses_w, houses_b = np.linalg.lstsq(A, [150, 200, 250, 300, 350], rcond=None)[0]
article_loss = float(np.var([0, -10, -20, -30, -40]) + 20**2)

# %% 0-d arrays
houses_w, houses_b, article_loss = np.array(0.1), np.array(100), np.array(600.0)

# %% float32
houses_w, houses_b, article_loss = np.float32(0.1), np.float32(100), np.float32(600)

# %% normal equations, Decimal for the loss
from decimal import Decimal
A = np.column_stack([[500, 1000, 1500, 2000, 2500], np.ones(5)])
houses_w, houses_b = np.linalg.solve(A.T @ A, A.T @ np.array([150, 200, 250, 300, 350]))
article_loss = Decimal("600")

# %% arrays with one number
houses_w, houses_b, article_loss = np.array([0.1]), np.array([100]), [600]
