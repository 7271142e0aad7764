# Wrong answers that look like a mistake that they are not: each cell is named by the mistake
# that the check must not name.

# %% illness.another-illness
# Two curves, each with a mistake of its own.
curve_a = "oscillates"
curve_b = "healthy"
curve_c = "diverges"
curve_d = "healthy"
curve_e = "stuck on a plateau"
curve_f = "oscillates"

# %% illness.another-word
# Words of the list, for other curves.
curve_a = "Too-Slow"
curve_b = "noise_floor"
curve_c = "diverges"
curve_d = "healthy"
curve_e = "stuck on a plateau"
curve_f = "oscillates"

# %% illness.plateau-for-slow
# This one is about curve_d.
curve_a = "noise floor"
curve_b = "too slow"
curve_c = "diverges"
curve_d = "stuck on a plateau"
curve_e = "stuck on a plateau"
curve_f = "oscillates"

# %% illness.not-text
# It is text, though none of the list.
curve_a = "7"
curve_b = "too slow"
curve_c = "diverges"
curve_d = "healthy"
curve_e = "stuck on a plateau"
curve_f = "oscillates"
