# Wrong answers: each cell is named by the mistake that the check must name.

# %% article_adam.no-difference
corrected_first_step = 1.0
article_first_step = 1.0
article_longest_step = 1.0
article_distance = 100

# %% article_adam.correction-swapped
corrected_first_step = 10 ** 0.5
article_first_step = 1.0
article_longest_step = 6.5685
article_distance = 465.6746

# %% article_adam.root-missing
corrected_first_step = 1.0
article_first_step = 0.1 / 0.001
article_longest_step = 6.5685
article_distance = 465.6746

# %% article_adam.upside-down
corrected_first_step = 1.0
article_first_step = np.sqrt(0.001) / 0.1
article_longest_step = 6.5685
article_distance = 465.6746

# %% article_adam.not-divided
corrected_first_step = 1.0
article_first_step = 0.1
article_longest_step = 6.5685
article_distance = 465.6746

# %% article_adam.signed
corrected_first_step = -1.0
article_first_step = -3.1623
article_longest_step = -6.5685
article_distance = -465.6746

# %% article_adam.other-rate
corrected_first_step = 0.001
article_first_step = 0.00316228
article_longest_step = 0.00656852
article_distance = 0.46567457

# %% article_adam.too-few-digits
corrected_first_step = 1.0
article_first_step = 3.16
article_longest_step = 6.5685
article_distance = 465.7

# %% article_adam.when-not-how-long
corrected_first_step = 1.0
article_first_step = 3.1623
article_longest_step = 12
article_distance = 465.6746

# %% article_adam.mean-for-distance
corrected_first_step = 1.0
article_first_step = 3.1623
article_longest_step = 6.5685
article_distance = 465.6746 / 100

# %% article_adam.one-step-too-few
t = np.arange(1, 100)
corrected_first_step = 1.0
article_first_step = 3.1623
article_longest_step = 6.5685
article_distance = np.sum((1 - 0.9**t) / np.sqrt(1 - 0.999**t))

# %% article_adam.one-step-too-many
t = np.arange(1, 102)
corrected_first_step = 1.0
article_first_step = 3.1623
article_longest_step = 6.5685
article_distance = np.sum((1 - 0.9**t) / np.sqrt(1 - 0.999**t))

# %% ?
corrected_first_step = 'one'
article_first_step = 3.1623
article_longest_step = 6.5685
article_distance = 465.6746

# %% ?
corrected_first_step = 1.0
article_first_step = 3.0
article_longest_step = 6.5685
article_distance = 465.6746

# %% ?
corrected_first_step = 1.0
article_first_step = 3.1623
article_longest_step = 7.0
article_distance = 500

# %% article_adam.first-step-for-all
corrected_first_step = 1.0
article_first_step = 10 ** 0.5
article_longest_step = article_first_step
article_distance = 100 * article_first_step

# %% article_adam.first-step-for-all
corrected_first_step = 1.0
article_first_step = 3.1623
article_longest_step = 6.5685
article_distance = 316.2278

# %% article_adam.no-difference
corrected_first_step = 1.0
article_first_step = 1.0
article_longest_step = 6.5685
article_distance = 465.6746

# %% article_adam.no-difference
corrected_first_step = 1.0
article_first_step = 3.1623
article_longest_step = 1.0
article_distance = 100.0

# %% article_adam.correction-swapped
corrected_first_step = 10 ** 0.5
article_first_step = 1.0
article_longest_step = 1.0
article_distance = 100.0

# %% article_adam.last-not-longest
corrected_first_step = 1.0
article_first_step = 3.1623
article_longest_step = (1 - 0.9**100) / (1 - 0.999**100) ** 0.5
article_distance = 465.6746

# %% article_adam.betas-swapped
m = v = 0.0
steps = []
for t in range(100):
    m = 0.999 * m + 0.001
    v = 0.9 * v + 0.1
    steps.append(m / (v ** 0.5 + 1e-8))
corrected_first_step = 1.0
article_first_step = steps[0]
article_longest_step = max(steps)
article_distance = sum(steps)

# %% article_adam.root-missing
m = v = 0.0
steps = []
for t in range(100):
    m = 0.9 * m + 0.1
    v = 0.999 * v + 0.001
    steps.append(m / (v + 1e-8))
corrected_first_step = 1.0
article_first_step = steps[0]
article_longest_step = max(steps)
article_distance = sum(steps)

# %% article_adam.too-few-digits
corrected_first_step = 1.0
article_first_step = 3.1623
article_longest_step = 6.57
article_distance = 465.67

# %% article_adam.too-few-digits
corrected_first_step = 1.0
article_first_step = 3.162
article_longest_step = 6.569
article_distance = 465.675

# %% article_adam.when-not-how-long
corrected_first_step = 1.0
article_first_step = 3.1623
article_longest_step = 11
article_distance = 465.6746

# %% article_adam.signed
corrected_first_step = 1.0
article_first_step = 3.1623
article_longest_step = 6.5685
article_distance = -465.6746

# %% ?
corrected_first_step = 7.77
article_first_step = 7.77
article_longest_step = 7.77
article_distance = 7.77

# %% ?
corrected_first_step = 1.0
article_first_step = 3.1623
article_longest_step = 7.77
article_distance = 7.77

# %% ?
corrected_first_step = 1.0
article_first_step = 3.1623
article_longest_step = 6.5685
article_distance = None

# %% article_adam.one-beta-for-both
m = v = 0.0
lengths = []
for t in range(100):
    m = 0.9 * m + 0.1
    v = 0.9 * v + 0.1
    lengths.append(m / (np.sqrt(v) + 1e-8))
corrected_first_step = 1.0
article_first_step = lengths[0]
article_longest_step = max(lengths)
article_distance = sum(lengths)

# %% article_adam.thousand-steps
m = v = 0.0
lengths = []
for t in range(1000):
    m = 0.9 * m + 0.1
    v = 0.999 * v + 0.001
    lengths.append(m / (np.sqrt(v) + 1e-8))
corrected_first_step = 1.0
article_first_step = lengths[0]
article_longest_step = max(lengths)
article_distance = sum(lengths)

# %% article_adam.place-for-distance
m = v = 0.0
w, lengths = 1.0, []
for t in range(100):
    m = 0.9 * m + 0.1
    v = 0.999 * v + 0.001
    lengths.append(m / (np.sqrt(v) + 1e-8))
    w = w - lengths[-1]
corrected_first_step = 1.0
article_first_step = lengths[0]
article_longest_step = max(lengths)
article_distance = w

# %% article_adam.list-for-distance
m = v = 0.0
lengths = []
for t in range(100):
    m = 0.9 * m + 0.1
    v = 0.999 * v + 0.001
    lengths.append(m / (np.sqrt(v) + 1e-8))
corrected_first_step = 1.0
article_first_step = lengths[0]
article_longest_step = max(lengths)
article_distance = lengths

# %% article_adam.only-m-corrected
t = np.arange(1, 101)
lengths = 1 / np.sqrt(1 - 0.999**t)
corrected_first_step = 1.0
article_first_step, article_longest_step = lengths[0], lengths.max()
article_distance = lengths.sum()

# %% article_adam.only-m-corrected
t = np.arange(1, 101)
lengths = (1 - 0.9**t) / np.sqrt(1 - 0.999**t)
corrected_first_step = 1 / np.sqrt(1 - 0.999)
article_first_step, article_longest_step = lengths[0], lengths.max()
article_distance = lengths.sum()

# %% article_adam.half-for-root
m = v = 0.0
lengths = []
for t in range(100):
    m = 0.9 * m + 0.1
    v = 0.999 * v + 0.001
    lengths.append(m / (v ** 1/2 + 1e-8))
corrected_first_step = 1
article_first_step = lengths[0]
article_longest_step = max(lengths)
article_distance = sum(lengths)

# %% article_adam.changed-places
m = v = 0.0
steps = []
for _ in range(100):
    m, v = 0.9 * m + 0.1, 0.999 * v + 0.001
    steps.append(m / (v**0.5 + 1e-8))
corrected_first_step = 1.0
article_longest_step, article_first_step = steps[0], max(steps)
article_distance = sum(steps)

# %% article_adam.last-step-for-the-way
m = v = 0.0
steps = []
for _ in range(100):
    m, v = 0.9 * m + 0.1, 0.999 * v + 0.001
    steps.append(m / (v**0.5 + 1e-8))
corrected_first_step = 1.0
article_first_step, article_longest_step = steps[0], max(steps)
article_distance = steps[-1]

# %% article_adam.another-beta
m = v = 0.0
steps = []
for _ in range(100):
    m, v = 0.9 * m + 0.1, 0.99 * v + 0.01
    steps.append(m / (v**0.5 + 1e-8))
corrected_first_step = 1.0
article_first_step, article_longest_step = steps[0], max(steps)
article_distance = sum(steps)

# %% article_adam.not-divided
m = v = 0.0
steps = []
for t in range(1, 101):
    m, v = 0.9 * m + 0.1, 0.999 * v + 0.001
    # Under a slope of 1 the corrected v is 1 at every step.
    steps.append(m / ((v / (1 - 0.999**t)) ** 0.5 + 1e-8))
corrected_first_step = 1.0
article_first_step, article_longest_step = steps[0], max(steps)
article_distance = sum(steps)

# %% article_adam.other-rate
m = v = 0.0
steps, corrected = [], []
for t in range(1, 101):
    m = 0.9 * m + 0.1
    v = 0.999 * v + 0.001
    steps.append(0.01 * m / (v**0.5 + 1e-8))
    corrected.append(0.01 * m / (1 - 0.9**t) / ((v / (1 - 0.999**t))**0.5 + 1e-8))
corrected_first_step = corrected[0]
article_first_step = steps[0]
article_longest_step = max(steps)
article_distance = sum(steps)

# %% article_adam.other-rate
m = v = 0.0
steps, corrected = [], []
for t in range(1, 101):
    m = 0.9 * m + 0.1
    v = 0.999 * v + 0.001
    steps.append(0.001 * m / (v**0.5 + 1e-8))
    corrected.append(m / (1 - 0.9**t) / ((v / (1 - 0.999**t))**0.5 + 1e-8))
corrected_first_step = corrected[0]
article_first_step = steps[0]
article_longest_step = max(steps)
article_distance = sum(steps)

# %% article_adam.summed
m = v = 0.0
steps, corrected = [], []
for t in range(1, 101):
    m = 0.9 * m + 1
    v = 0.999 * v + 1
    steps.append(m / (v**0.5 + 1e-8))
    corrected.append(m / (1 - 0.9**t) / ((v / (1 - 0.999**t))**0.5 + 1e-8))
corrected_first_step = corrected[0]
article_first_step = steps[0]
article_longest_step = max(steps)
article_distance = sum(steps)
