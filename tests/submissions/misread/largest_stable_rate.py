# Wrong answers that are close to a known mistake, but are another: the label must not be told.

# %% largest_stable_rate.always-the-parabola
# A constant, but that of another curve.
def largest_stable_rate(curvature):
    return 2 / 33.4774

# %% largest_stable_rate.rounded
# Typed in from one run, whatever is asked.
def largest_stable_rate(curvature):
    if curvature == 2:
        return 1.0
    return 0.0597

# %% largest_stable_rate.capped
# A ceiling, but at another height.
def largest_stable_rate(curvature):
    return min(0.5, 2 / curvature)

# %% largest_stable_rate.just-below
# Not a limit made smaller: another formula.
def largest_stable_rate(curvature):
    return 2 / (curvature + 0.1)

# %% largest_stable_rate.integer
# Whole only for the huge curvature, by a test that is another mistake.
def largest_stable_rate(curvature):
    return 2 / curvature if curvature < 1000 else 0

# %% largest_stable_rate.fastest-for-largest
# Half of it on flat curves only.
def largest_stable_rate(curvature):
    return 1 / curvature if curvature < 10 else 2 / curvature
