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
