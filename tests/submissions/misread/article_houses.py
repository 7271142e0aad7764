# Wrong answers that look like a mistake that they are not: the name must not be told.

# %% article_houses.swapped
houses_w, houses_b, article_loss = 0.1, 0.1, 600

# %% article_houses.believed-the-article
houses_w, houses_b, article_loss = 0.09, 105, 600

# %% article_houses.not-arrived
houses_w, houses_b, article_loss = 0.12, 55, 600

# %% article_houses.half
houses_w, houses_b, article_loss = 0.1, 100, 310

# %% article_houses.diverged
houses_w, houses_b, article_loss = 0.1, 100, 600_000
