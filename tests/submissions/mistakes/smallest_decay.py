# Wrong answers: each cell is named by the mistake that the check must name.

# %% smallest_decay.curvature-forgotten
def smallest_decay(lr0, curvature, left):
    needed = -np.log(left)
    return 1 - lr0 / needed

# %% smallest_decay.curvature-divided
def smallest_decay(lr0, curvature, left):
    needed = -np.log(left) * curvature
    return 1 - lr0 / needed

# %% smallest_decay.what-is-lost
def smallest_decay(lr0, curvature, left):
    needed = -np.log(left) / curvature
    return lr0 / needed

# %% smallest_decay.sign-lost
def smallest_decay(lr0, curvature, left):
    needed = np.log(left) / curvature
    return 1 - lr0 / needed

# %% smallest_decay.sum-returned
def smallest_decay(lr0, curvature, left):
    return np.log(1 / left) / curvature

# %% smallest_decay.part-made
def smallest_decay(lr0, curvature, left):
    return 1 - lr0 * curvature / -np.log(1 - left)

# %% smallest_decay.other-logarithm
def smallest_decay(lr0, curvature, left):
    return 1 + lr0 * curvature / np.log10(left)

# %% smallest_decay.no-logarithm
def smallest_decay(lr0, curvature, left):
    needed = left / curvature
    return 1 - lr0 / needed

# %% smallest_decay.no-logarithm
def smallest_decay(lr0, curvature, left):
    needed = (1 - left) / curvature
    return 1 - lr0 / needed

# %% smallest_decay.upside-down
def smallest_decay(lr0, curvature, left):
    needed = -np.log(left) / curvature
    return 1 - needed / lr0

# %% smallest_decay.rate-forgotten
def smallest_decay(lr0, curvature, left):
    needed = -np.log(left) / curvature
    return 1 - 1 / needed

# %% smallest_decay.left-fixed
def smallest_decay(lr0, curvature, left):
    return 1 - lr0 * curvature / np.log(100)

# %% smallest_decay.rounded
def smallest_decay(lr0, curvature, left):
    return round(1 - lr0 * curvature / -np.log(left), 3)

# %% smallest_decay.text
def smallest_decay(lr0, curvature, left):
    return f"{1 - lr0 * curvature / -np.log(left)}"

# %% ?
def smallest_decay(lr0, curvature, left):
    return 0.95

# %% ?
def smallest_decay(lr0, curvature, left):
    return left ** (lr0 * curvature)

# %% smallest_decay.rounded
def smallest_decay(lr0, curvature, left):
    return round(1 - lr0 * curvature / -np.log(left), 5)

# %% smallest_decay.rounded
def smallest_decay(lr0, curvature, left):
    return float(f"{1 + lr0 * curvature / np.log(left):.6f}")

# %% smallest_decay.sum-taken-off
def smallest_decay(lr0, curvature, left):
    needed = -np.log(left) / curvature
    return 1 - needed

# %% smallest_decay.left-fixed
def smallest_decay(lr0, curvature, left):
    return 1 - lr0 * curvature / 5

# %% smallest_decay.left-fixed
def smallest_decay(lr0, curvature, left):
    return 1 - lr0 * curvature

# %% smallest_decay.found-on-a-grid
def smallest_decay(lr0, curvature, left):
    for k in range(1, 10_000):
        decay = k / 10_000
        if np.exp(-curvature * lr0 / (1 - decay)) <= left:
            return decay

# %% smallest_decay.found-on-a-grid
def smallest_decay(lr0, curvature, left):
    decay = 0.5
    while np.exp(-curvature * lr0 / (1 - decay)) > left:
        decay += 0.0001
    return decay

# %% smallest_decay.found-on-a-grid
def smallest_decay(lr0, curvature, left):
    tried = np.arange(0, 1, 0.00001)
    parts = np.exp(-curvature * lr0 / (1 - tried))
    return np.min(tried[parts <= left])
