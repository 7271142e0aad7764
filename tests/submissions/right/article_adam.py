# Right answers, each in another dress: one cell, one whole answer.

# %% closed forms of the first steps
steps = []
m, v = 0, 0
for t in range(100):
    m = 0.9 * m + 0.1 * 1
    v = 0.999 * v + 0.001 * 1 ** 2
    steps.append(m / (np.sqrt(v) + 1e-8))
corrected_first_step = 1
article_first_step = np.sqrt(10)
article_longest_step = max(steps)
article_distance = sum(steps)

# %% typed digits
corrected_first_step = 1.0000
article_first_step = 3.1623
article_longest_step = 6.5685
article_distance = 465.6746

# %% typed digits, cut off
corrected_first_step = 0.9999
article_first_step = 3.1622
article_longest_step = 6.5685
article_distance = 465.6745

# %% arrays
t = np.arange(1, 101)
lengths = (1 - 0.9**t) / (np.sqrt(1 - 0.999**t) + 1e-8)
corrected_first_step = np.float64(0.1 / (1 - 0.9)) / (np.sqrt(0.001 / (1 - 0.999)) + 1e-8)
article_first_step = lengths[0]
article_longest_step = np.max(lengths)
article_distance = np.sum(lengths)

# %% the weights themselves
w, m, v, places = 0.0, 0.0, 0.0, [0.0]
for _ in range(100):
    m, v = 0.9 * m + 0.1, 0.999 * v + 0.001
    w = w - m / (v**0.5 + 1e-8)
    places.append(w)
moves = -np.diff(places)
corrected_first_step = 1 / (1 + 1e-8)
article_first_step, article_longest_step = moves[0], moves.max()
article_distance = abs(w)

# %% float32
t = np.arange(1, 101)
lengths = np.float32((1 - 0.9**t) / np.sqrt(1 - 0.999**t))
corrected_first_step = np.float32(1)
article_first_step = lengths[0]
article_longest_step = lengths.max()
article_distance = lengths.sum()

# %% a generator
def walk():
    m = v = 0.0
    while True:
        m, v = m + 0.1 * (1 - m), v + 0.001 * (1 - v)
        yield m / (v**0.5 + 1e-8)


way = walk()
lengths = [next(way) for _ in range(100)]
corrected_first_step = 0.9999999900000002
article_first_step = lengths[0]
article_longest_step = sorted(lengths)[-1]
article_distance = float(np.cumsum(lengths)[-1])

# %% one-element arrays
t = np.arange(1.0, 101.0)
lengths = (1 - 0.9**t) / np.sqrt(1 - 0.999**t)
corrected_first_step = np.array([1.0])
article_first_step = lengths[:1]
article_longest_step = np.array(lengths.max())
article_distance = [lengths.sum()]

# %% recursion
def after(t, m=0.0, v=0.0):
    if t == 0:
        return []
    m, v = 0.9 * m + 0.1, 0.999 * v + 0.001
    return [m / v**0.5, *after(t - 1, m, v)]


way = after(100)
corrected_first_step = 1.00001
article_first_step = way[0]
article_longest_step = max(way)
article_distance = sum(way)

# %% fractions and decimals
from decimal import Decimal
from fractions import Fraction

corrected_first_step = Fraction(1)
article_first_step = Decimal("3.16227766")
article_longest_step = np.array(6.5685)
article_distance = np.float64(465.67457)

# %% a list of step lengths
m = v = 0.0
step_lengths = []
for t in range(100):
    m = 0.9 * m + 0.1
    v = 0.999 * v + 0.001
    step_lengths.append(m / (np.sqrt(v) + 1e-8))
corrected_first_step = 1
article_first_step = step_lengths[0]
article_longest_step = max(step_lengths)
article_distance = sum(step_lengths)
