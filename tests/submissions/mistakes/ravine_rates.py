# Wrong answers: each cell is named by the mistake that the check must name.

# %% ravine_rates.coefficients-for-curvatures
rate_limit = 2 / 9
best_rate = 2 / (2 + 9)
part_left = (9 - 2) / (9 + 2)

# %% ravine_rates.gentle-side
rate_limit = 2 / 4
best_rate = 2 / 22
part_left = 14 / 22

# %% ravine_rates.one-for-two + ravine_rates.one-over-the-sum
rate_limit = 1 / 18
best_rate = 1 / 22
part_left = 14 / 22

# %% ravine_rates.one-for-two
rate_limit = 1 / 18
best_rate = 2 / 22
part_left = 14 / 22

# %% ravine_rates.best-for-one-side
rate_limit = 2 / 18
best_rate = 1 / 18
part_left = 1 - 4 / 18

# %% ravine_rates.minus-for-plus
rate_limit = 2 / 18
best_rate = 2 / (18 - 4)
part_left = 14 / 22

# %% ravine_rates.minus-for-plus
rate_limit = 2 / 18
best_rate = 2 / 22
part_left = 22 / 14

# %% ravine_rates.part-taken-off
rate_limit = 2 / 18
best_rate = 2 / 22
part_left = 4 * best_rate

# %% ravine_rates.condition-number
rate_limit = 2 / 18
best_rate = 2 / 22
part_left = 18 / 4

# %% ravine_rates.of-the-loss
rate_limit = 2 / 18
best_rate = 2 / 22
part_left = (14 / 22) ** 2

# %% ravine_rates.negative
rate_limit = 2 / 18
best_rate = 2 / 22
part_left = 1 - best_rate * 18

# %% ravine_rates.another-ravine
rate_limit = 2 / 25
best_rate = 2 / 26
part_left = 24 / 26

# %% ravine_rates.too-few-digits
rate_limit = 0.11
best_rate = 0.09
part_left = 0.64

# %% ravine_rates.condition-number
rate_limit = 1 / 9
best_rate = 1 / 11
part_left = 18 / 4

# %% ravine_rates.negative
rate_limit = 0.1111
best_rate = 0.0909
part_left = -0.6364

# %% ravine_rates.coefficients-for-curvatures
rate_limit = 2 / 18
best_rate = 2 / 11
part_left = 14 / 22

# %% ravine_rates.best-for-one-side
rate_limit = 2 / 18
best_rate = 1 / 18
part_left = 14 / 22

# %% ravine_rates.upside-down
rate_limit = 18 / 2
best_rate = (4 + 18) / 2
part_left = 14 / 22

# %% ravine_rates.percent
rate_limit = 2 / 18
best_rate = 2 / 22
part_left = 63.64

# %% ravine_rates.too-few-digits
rate_limit = 2 / 18
best_rate = 2 / 22
part_left = 0.63

# %% ravine_rates.value-missing
rate_limit = 2 / 18
best_rate = 2 / 22

# %% ?
rate_limit = 2 / 18
best_rate = 0.1
part_left = 0.8

# %% ?
rate_limit = "2/18"
best_rate = None
part_left = [1, 2]

# %% ?
rate_limit = 2 / 18
best_rate = 2 / 22
part_left = 5

# %% ?
rate_limit = 7.77
best_rate = 7.77
part_left = 14 / 22

# %% ?
rate_limit = 2 / 18
best_rate = 7.77
part_left = 7.77

# %% ravine_rates.one-over-the-sum
rate_limit = 2 / 18
best_rate = 1 / (4 + 18)
part_left = 14 / 22

# %% ravine_rates.coefficient-in-the-part
rate_limit = 2 / 18
best_rate = 2 / 22
part_left = 1 - best_rate * 2

# %% ravine_rates.root-of-the-condition-number
rate_limit = 2 / 18
best_rate = 2 / 22
k = np.sqrt(18 / 4)
part_left = (k - 1) / (k + 1)

# %% ravine_rates.two-parts
rate_limit = 2 / 18
best_rate = 2 / 22
part_left = 1 - best_rate * 4, abs(1 - best_rate * 18)

# %% ravine_rates.brackets-missing
smallest, largest = 4, 18
rate_limit = 2 / largest
best_rate = 2 / smallest + largest
part_left = (largest - smallest) / (largest + smallest)

# %% ravine_rates.brackets-missing
smallest, largest = 4, 18
rate_limit = 2 / largest
best_rate = 2 / (smallest + largest)
part_left = largest - smallest / largest + smallest

# %% ravine_rates.brackets-missing
smallest, largest = 4, 18
rate_limit = 2 / largest
best_rate = 2 / largest + smallest
part_left = (largest - smallest) / (largest + smallest)

# %% ravine_rates.brackets-missing
a, b = 2, 9
rate_limit = 1 / b
best_rate = 2 / 2 * a + 2 * b
part_left = (b - a) / (b + a)

# %% ravine_rates.decimal-comma
rate_limit = 0,1111
best_rate = 0.0909
part_left = 0.6364

# %% ravine_rates.part-at-another-rate
rate_limit = 1 / 9
best_rate = 1 / 11
part_left = 1 - 4 * (1 / 18)

# %% ravine_rates.changed-places
smallest, largest = 4, 18
best_rate = 2 / largest
rate_limit = 2 / (smallest + largest)
part_left = (largest - smallest) / (largest + smallest)

# %% ravine_rates.value-of-another
smallest, largest = 4, 18
rate_limit = best_rate = 2 / (smallest + largest)
part_left = (largest - smallest) / (largest + smallest)

# %% ravine_rates.best-beside-a-one
smallest, largest = 2 * 2, 2 * 9
kappa = largest / smallest
rate_limit = 2 / largest
best_rate = 2 / (1 + kappa)
part_left = (kappa - 1) / (kappa + 1)

# %% ravine_rates.coefficient-in-the-part
smallest, largest = 2 * 2, 2 * 9
rate_limit = 2 / largest
best_rate = 2 / (smallest + largest)
part_left = best_rate / rate_limit

# %% ravine_rates.mean-of-both-rates
rate_limit = 2 / 18
best_rate = (1 / 4 + 1 / 18) / 2
part_left = 14 / 22

# %% ravine_rates.limit-between-both
a, b = 2.0, 9.0
rate_limit = 2 / (a + b)
best_rate = 1 / (a + b)
part_left = (b - a) / (b + a)

# %% ravine_rates.squared-curvatures
a, b = 2.0, 9.0
rate_limit = 2 / b**2
best_rate = 2 / (a**2 + b**2)
part_left = (b**2 - a**2) / (b**2 + a**2)

# %% ravine_rates.best-just-below-the-limit
a, b = 2.0, 9.0
rate_limit = 1 / b
best_rate = 0.99 / b
part_left = (b - a) / (b + a)

# %% ravine_rates.part-at-the-limit
rate_limit = 2 / 18
best_rate = 2 / 22
part_left = 1 - rate_limit * 4
