# Wrong answers: each cell is named by the mistake that the check must not name.

# %% article_schedule.lowest-point
repaired_end = (2.9, 6.4)
straight_end = (7.3393407, 14.28348612)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.too-few-digits
repaired_end = (2.8, 6.1)
straight_end = (7.3393407, 14.28348612)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.by-and-to-swapped
repaired_end = (2.78749696, 6.04618806)
straight_end = (7.3393407, 14.28348612)
code_rate = 0.008
docstring_rate = 0.008

# %% article_schedule.not-renewed
repaired_end = (7.3393407, 6.04618806)
straight_end = (7.3393407, 14.28348612)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.not-reset
repaired_end = (2.78749696, 6.04618806)
straight_end = (10.1, 20.3)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.intercept-first
repaired_end = (2.78749696, 6.04618806)
straight_end = (14.28348612, 14.28348612)
code_rate = 0.002
docstring_rate = 0.008

# %% article_schedule.one-number
repaired_end = (2.78749696, 6.04618806)
straight_end = (7.3393407, 14.28348612)
code_rate = (0.002, 0.008)
docstring_rate = 0.2
