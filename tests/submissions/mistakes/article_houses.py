# Wrong answers: each cell is named by the mistake that the check must name.

# %% article_houses.believed-the-article
houses_w = 0.08
houses_b = 110
article_loss = 600

# %% article_houses.dollars
houses_w = 100
houses_b = 100_000
article_loss = 600_000_000

# %% article_houses.swapped
houses_w = 100
houses_b = 0.1
article_loss = 600

# %% article_houses.not-arrived
size = np.array([500.0, 1000, 1500, 2000, 2500])
price = np.array([150.0, 200, 250, 300, 350])
houses_w = houses_b = 0.0
for _ in range(1000):
    error = houses_w * size + houses_b - price
    houses_w, houses_b = (
        houses_w - 1e-7 * 2 * np.mean(error * size),
        houses_b - 1e-7 * 2 * np.mean(error),
    )
article_loss = np.mean((0.08 * size + 110 - price) ** 2)

# %% article_houses.loss-of-the-best-line
houses_w, houses_b = 0.1, 100
article_loss = 0

# %% article_houses.loss-of-the-first-guess
houses_w, houses_b, article_loss = 0.1, 100, 6875

# %% article_houses.sum-for-mean
houses_w, houses_b = 0.1, 100
article_loss = sum(error ** 2 for error in [0, -10, -20, -30, -40])

# %% article_houses.half
houses_w, houses_b = 0.1, 100
article_loss = 3000 / (2 * 5)

# %% article_houses.root
houses_w, houses_b = 0.1, 100
article_loss = 600 ** 0.5

# %% article_houses.not-squared
houses_w, houses_b = 0.1, 100
article_loss = (0 - 10 - 20 - 30 - 40) / 5

# %% article_houses.absolute
houses_w, houses_b = 0.1, 100
article_loss = (0 + 10 + 20 + 30 + 40) / 5

# %% article_houses.three-houses-only
houses_w, houses_b = 0.1, 100
article_loss = (0 ** 2 + 10 ** 2 + 40 ** 2) / 3

# %% ?
houses_w, houses_b, article_loss = 0.0945454545, 110, 600

# %% ?
houses_w, houses_b, article_loss = "0.1", "100", "600"

# %% ?
houses_w = 0.1

# %% article_houses.believed-the-article
houses_w = 0.08
houses_b = 100
article_loss = 600

# %% article_houses.first-guess
houses_w = 0.05
houses_b = 100
article_loss = 600

# %% article_houses.not-arrived
size = np.array([500.0, 1000, 1500, 2000, 2500])
price = np.array([150.0, 200, 250, 300, 350])
houses_w = houses_b = 0.0
for _ in range(5000):
    error = houses_w * size + houses_b - price
    houses_w, houses_b = houses_w - 2e-7 * np.mean(error * size), houses_b - 2e-7 * np.mean(error)
article_loss = 600

# %% article_houses.diverged
size = np.array([500.0, 1000, 1500, 2000, 2500])
price = np.array([150.0, 200, 250, 300, 350])
houses_w = houses_b = 0.0
for _ in range(500):
    error = houses_w * size + houses_b - price
    houses_w, houses_b = houses_w - 0.02 * np.mean(error * size), houses_b - 0.02 * np.mean(error)
article_loss = 600

# %% article_houses.dollars
houses_w = 100
houses_b = 100_000
article_loss = 600

# %% article_houses.not-arrived + article_houses.sum-for-mean
houses_w, houses_b = 0.1545, 0.0037
article_loss = 3000

# %% ?
houses_w, houses_b, article_loss = 0.11, 85, 600
