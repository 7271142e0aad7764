# Wrong answers: each cell is named by the mistake that the check must name.

# %% deeper_valley.wrong-side
which_valley = "left"
deeper_start = -3.0

# %% deeper_valley.number-for-side
which_valley = 1.9680
deeper_start = -3.0

# %% deeper_valley.another-word
which_valley = "the shallower one"
deeper_start = -3.0

# %% deeper_valley.start-as-text
which_valley = "right"
deeper_start = "left"

# %% deeper_valley.on-the-hill
which_valley = "right"
deeper_start = 0.06256121467181788

# %% deeper_valley.right-of-the-hill
which_valley = "right"
deeper_start = 3.0

# %% deeper_valley.right-of-the-hill
which_valley = "right"
deeper_start = np.float64(0.1)

# %% deeper_valley.loss-for-weight
which_valley = "right"
deeper_start = -8.0154

# %% deeper_valley.too-far-out
which_valley = "right"
deeper_start = 5.4

# %% deeper_valley.too-far-out
which_valley = "right"
deeper_start = -100

# Left at the rates 0.01, 0.005 and 0.002, but right at 0.008.
# %% deeper_valley.too-far-out
which_valley = "right"
deeper_start = -7

# %% ?
which_valley = "right"
deeper_start = None

# %% ?
which_valley = "right"
deeper_start = [-3.0, -2.0]

# %% ?
deeper_start = -3.0

# %% deeper_valley.decimal-comma
which_valley = "right"
deeper_start = -2,5
