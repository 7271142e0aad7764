# Wrong answers that look like a mistake that they are not: each cell is named by the mistake
# that the check must not name.

# %% article_adam.too-few-digits
corrected_first_step = 1.0
article_first_step = 3.1623
article_longest_step = 7.0
article_distance = 465.6746

# %% article_adam.too-few-digits
corrected_first_step = 1.0
article_first_step = 3.0
article_longest_step = 6.5685
article_distance = 500

# %% article_adam.correction-swapped
corrected_first_step = 1.0
article_first_step = 1.0
article_longest_step = 6.5685
article_distance = 465.6746

# %% article_adam.one-step-too-few
corrected_first_step = 1.0
article_first_step = 3.1623
article_longest_step = 6.5685
article_distance = 462.0

# %% article_adam.other-rate
corrected_first_step = 1.0
article_first_step = 3.1623
article_longest_step = 6.5685
article_distance = 4.6567

# %% article_adam.no-difference
corrected_first_step = 1.0
article_first_step = 3.1623
article_longest_step = 1.05
article_distance = 465.6746

# %% article_adam.no-difference
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

# %% article_adam.upside-down
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
