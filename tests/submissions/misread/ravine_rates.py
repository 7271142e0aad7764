# Wrong answers: each cell is named by the mistake that the check must not name.

# %% ravine_rates.too-few-digits
rate_limit = 0.12
best_rate = 0.1
part_left = 0.8

# %% ravine_rates.one-for-two
rate_limit = 2 / 18
best_rate = 1 / 18
part_left = 14 / 22

# %% ravine_rates.negative
rate_limit = 2 / 18
best_rate = 2 / 22
part_left = -0.5

# %% ravine_rates.another-ravine
rate_limit = 0.06
best_rate = 0.05
part_left = 0.95

# %% ravine_rates.one-for-two
rate_limit = 2 / 18
best_rate = 1 / 22
part_left = 14 / 22

# %% ravine_rates.coefficients-for-curvatures
kappa = 18 / 4
rate_limit = 2 / 18
best_rate = 2 / (1 + kappa)
part_left = (kappa - 1) / (kappa + 1)
