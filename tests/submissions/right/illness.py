# Right answers, each in another dress: one cell, one whole answer.

# %% plain
curve_a = "noise floor"
curve_b = "too slow"
curve_c = "diverges"
curve_d = "healthy"
curve_e = "stuck on a plateau"
curve_f = "oscillates"

# %% capitals
curve_a = "Noise floor"
curve_b = "Too slow"
curve_c = "Diverges"
curve_d = "Healthy"
curve_e = "Stuck on a plateau"
curve_f = "Oscillates"

# %% dashes and underscores
curve_a, curve_b, curve_c = "noise-floor", "too_slow", "diverges"
curve_d, curve_e, curve_f = "healthy", "stuck_on_a_plateau", "oscillates"

# %% blanks around
curve_a = " noise  floor"
curve_b = "too slow "
curve_c = "diverges\n"
curve_d = "healthy "
curve_e = "stuck  on a plateau"
curve_f = " oscillates "

# %% unpacked
names = "noise floor,too slow,diverges,healthy,stuck on a plateau,oscillates"
curve_a, curve_b, curve_c, curve_d, curve_e, curve_f = names.split(",")

# %% NumPy text
words = np.array(["oscillates", "healthy", "too slow", "noise floor", "diverges", "stuck on a plateau"])
curve_f, curve_d, curve_b, curve_a, curve_c, curve_e = words

# %% from a dictionary
illness_of = {"a": "noise floor", "b": "too slow", "c": "diverges"}
illness_of |= {"d": "healthy", "e": "stuck on a plateau", "f": "oscillates"}
curve_a, curve_b, curve_c, curve_d, curve_e, curve_f = (illness_of[k] for k in "abcdef")

# %% all capitals
curve_a, curve_b, curve_c = "NOISE FLOOR", "TOO SLOW", "DIVERGES"
curve_d, curve_e, curve_f = "HEALTHY", "STUCK ON A PLATEAU", "OSCILLATES"

# %% from the curves themselves, in another order
found = ["diverges", "oscillates", "healthy", "too slow", "stuck on a plateau", "noise floor"]
curve_c, curve_f, curve_d, curve_b, curve_e, curve_a = map(str.title, found)
