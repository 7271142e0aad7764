# Right answers, each in another dress: one cell, one whole answer.

# %% plain
which_valley = "right"
deeper_start = -3.0

# %% whole number, capital letter
which_valley = "Right"
deeper_start = -1

# %% spaces, a start at the floor
which_valley = " right "
deeper_start = -2.0305466

# %% NumPy number
which_valley = "right"
deeper_start = np.float64(-0.5)

# %% 0-d array, float32
which_valley = "right"
deeper_start = np.array(-2.5, dtype=np.float32)

# %% just left of the hill
which_valley = "RIGHT"
deeper_start = 0.06

# %% found by a search
def end(w):
    for _ in range(200):
        w = w - 0.01 * (4 * w**3 - 16 * w + 1)
    return w

which_valley = "left" if end(3.0) < 0 else "right"
deeper_start = next(s for s in np.arange(3, -3, -0.25) if end(s) < 0)

# %% zero is left of the hill
which_valley, deeper_start = "right", 0

# %% far out, but not too far
which_valley = str(np.array("right"))
deeper_start = -5.0
