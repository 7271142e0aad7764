# Wrong answers: each cell is named by the mistake that the check must name.

# %% rows_for_noise.in-proportion
def rows_for_noise(m, noise, wanted):
    return m * (noise / wanted)

# %% rows_for_noise.wrong-way
def rows_for_noise(m, noise, wanted):
    return m * (wanted / noise) ** 2

# %% rows_for_noise.wrong-way
def rows_for_noise(m, noise, wanted):
    share = noise / wanted
    return m / share**2

# %% rows_for_noise.wrong-way-in-proportion
def rows_for_noise(m, noise, wanted):
    return m * wanted / noise

# %% rows_for_noise.root
def rows_for_noise(m, noise, wanted):
    return m * np.sqrt(noise / wanted)

# %% rows_for_noise.root
def rows_for_noise(m, noise, wanted):
    return m * (wanted / noise) ** 0.5

# %% rows_for_noise.times-as-many
def rows_for_noise(m, noise, wanted):
    return (noise / wanted) ** 2

# %% rows_for_noise.twice-for-squared
def rows_for_noise(m, noise, wanted):
    return m * (noise / wanted) * 2

# %% rows_for_noise.more-rows
def rows_for_noise(m, noise, wanted):
    new = m * (noise / wanted) ** 2
    return new - m

# %% rows_for_noise.wanted-forgotten
def rows_for_noise(m, noise, wanted):
    return m * noise**2

# %% rows_for_noise.wanted-forgotten
def rows_for_noise(m, noise, wanted):
    return m / noise**2

# %% rows_for_noise.noise-forgotten
def rows_for_noise(m, noise, wanted):
    return m / wanted**2

# %% rows_for_noise.noise-forgotten
def rows_for_noise(m, noise, wanted):
    return m * wanted**2

# %% rows_for_noise.noise-of-one
def rows_for_noise(m, noise, wanted):
    one = noise / np.sqrt(m)
    return (one / wanted) ** 2

# %% rows_for_noise.rounded-up
import math

def rows_for_noise(m, noise, wanted):
    return math.ceil(m * (noise / wanted) ** 2)

# %% rows_for_noise.rounded
def rows_for_noise(m, noise, wanted):
    return round(m * (noise / wanted) ** 2)

# %% rows_for_noise.integer
def rows_for_noise(m, noise, wanted):
    return int(m * (noise / wanted) ** 2)

# %% rows_for_noise.text
def rows_for_noise(m, noise, wanted):
    return f"{m * (noise / wanted) ** 2:.4f}"

# %% ?
def rows_for_noise(m, noise, wanted):
    return m + (noise / wanted) ** 2

# %% ?
def rows_for_noise(m, noise, wanted):
    return (m * noise / wanted) ** 2

# %% ?
def rows_for_noise(m, noise, wanted):
    return m * (noise - wanted) ** 2

# %% rows_for_noise.never-fewer
def rows_for_noise(m, noise, wanted):
    return max(m, m * (noise / wanted) ** 2)

# %% rows_for_noise.whole-halvings
def rows_for_noise(m, noise, wanted):
    while noise > wanted:
        noise = noise / 2
        m = 4 * m
    return m

# %% ?
def rows_for_noise(m, noise, wanted):
    return max(m / 4, m * (noise / wanted) ** 2)

# %% ?
def rows_for_noise(m, noise, wanted):
    return m * (noise / max(wanted, 0.01)) ** 2

# %% rows_for_noise.ratio-rounded-down
def rows_for_noise(m, noise, wanted):
    return m * (noise // wanted) ** 2
