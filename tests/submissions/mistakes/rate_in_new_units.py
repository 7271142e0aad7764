# Wrong answers: each cell is named by the mistake that the check must name.

# %% rate_in_new_units.divided-once
def rate_in_new_units(lr, times):
    return lr / times

# %% rate_in_new_units.wrong-way
def rate_in_new_units(lr, times):
    return lr * times**2

# %% rate_in_new_units.wrong-way
def rate_in_new_units(lr, times):
    return times * lr

# %% rate_in_new_units.not-changed
def rate_in_new_units(lr, times):
    return lr

# %% rate_in_new_units.root
def rate_in_new_units(lr, times):
    return lr / times**0.5

# %% rate_in_new_units.rate-forgotten
def rate_in_new_units(lr, times):
    return 1 / times**2

# %% rate_in_new_units.twice-for-squared
def rate_in_new_units(lr, times):
    return lr / (2 * times)

# %% rate_in_new_units.always-the-same-units
def rate_in_new_units(lr, times):
    return lr / 100**2

# %% rate_in_new_units.three-times
def rate_in_new_units(lr, times):
    return lr / times**3

# %% rate_in_new_units.rounded
def rate_in_new_units(lr, times):
    return round(lr / times**2, 6)

# %% rate_in_new_units.integer
def rate_in_new_units(lr, times):
    return lr // times**2

# %% rate_in_new_units.text
def rate_in_new_units(lr, times):
    return f"{lr / times**2:.3g}"

# %% ?
def rate_in_new_units(lr, times):
    return lr - times**2

# %% rate_in_new_units.two-beside-the-square
def rate_in_new_units(lr, times):
    return lr / (2 * times**2)

# %% rate_in_new_units.two-beside-the-square
def rate_in_new_units(lr, times):
    return lr / (2 * times) ** 2

# %% rate_in_new_units.two-beside-the-square
def rate_in_new_units(lr, times):
    return 2 / times**2 * lr

# %% rate_in_new_units.grows-either-way
def rate_in_new_units(lr, times):
    if times > 1:
        return lr / times**2
    return lr * times**2

# %% rate_in_new_units.grows-either-way
def rate_in_new_units(lr, times):
    times = max(times, 1)
    return lr / times**2

# %% rate_in_new_units.not-changed
def rate_in_new_units(lr, times):
    return lr / times * times

# %% rate_in_new_units.right-on-one-side
def rate_in_new_units(lr, times):
    if times > 1:
        return lr / times**2
    return lr / times

# %% rate_in_new_units.right-on-one-side
def rate_in_new_units(lr, times):
    if times > 1:
        return lr
    return lr / times**2

# %% ?
def rate_in_new_units(lr, times):
    return max(lr / times**2, 1e-8)

# %% ?
def rate_in_new_units(lr, times):
    return lr / (times**2 + 1e-8)

# %% ?
def rate_in_new_units(lr, times):
    if times >= 1:
        times = int(times)
    return lr / times**2
