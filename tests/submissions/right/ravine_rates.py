# Right answers, each in another dress: one cell, one whole answer.

# %% from the curvatures
small, large = 4, 18
rate_limit = 2 / large
best_rate = 2 / (small + large)
part_left = (large - small) / (large + small)

# %% with the condition number
kappa = 18 / 4
rate_limit = 1 / 9
best_rate = 1 / 11
part_left = (kappa - 1) / (kappa + 1)

# %% four digits
rate_limit = 0.1111
best_rate = 0.09091
part_left = 0.6364

# %% four digits, cut off
rate_limit = 0.1111
best_rate = 0.09090
part_left = 0.6363

# %% from a matrix
curvatures = np.linalg.eigvalsh(np.array([[4.0, 0.0], [0.0, 18.0]]))
rate_limit = 2 / curvatures.max()
best_rate = 2 / curvatures.sum()
part_left = np.max(np.abs(1 - best_rate * curvatures))

# %% tried out
rates = np.arange(1, 200001) / 200000 * 0.12
left = np.maximum(np.abs(1 - 4 * rates), np.abs(1 - 18 * rates))
best_rate = rates[np.argmin(left)]
part_left = left.min()
rate_limit = rates[left < 1].max()

# %% fractions
from fractions import Fraction
rate_limit = Fraction(2, 18)
best_rate = Fraction(2, 22)
part_left = 1 - 4 * best_rate

# %% float32 and 0-d
rate_limit = np.float32(2 / 18)
best_rate = np.array(1 / 11)
part_left = np.float32(7 / 11)

# %% lists of one
rate_limit, best_rate, part_left = [2 / 18], [2 / 22], [14 / 22]

# %% measured curvatures
f = lambda w1, w2: 2 * w1**2 + 9 * w2**2
h = 1e-3
c1 = (f(h, 0) - 2 * f(0, 0) + f(-h, 0)) / h**2
c2 = (f(0, h) - 2 * f(0, 0) + f(0, -h)) / h**2
rate_limit, best_rate = 2 / c2, 2 / (c1 + c2)
part_left = abs(1 - best_rate * c2)

# %% decimals and an array of one
from decimal import Decimal
rate_limit = Decimal(1) / 9
best_rate = np.array([2 / 22])
part_left = np.float64(1 - 4 / 11)

# %% gentle and steep by their names
gentle, steep = 4, 18
rate_limit = 2 / steep
best_rate = 2 / (gentle + steep)
part_left = (steep - gentle) / (steep + gentle)
