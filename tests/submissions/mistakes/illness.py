# Wrong answers: each cell is named by the mistake that the check must name.

# %% illness.oscillates-for-noise
curve_a = "oscillates"
curve_b = "too slow"
curve_c = "diverges"
curve_d = "healthy"
curve_e = "stuck on a plateau"
curve_f = "oscillates"

# %% illness.healthy-for-noise
curve_a = "healthy"
curve_b = "too slow"
curve_c = "diverges"
curve_d = "healthy"
curve_e = "stuck on a plateau"
curve_f = "oscillates"

# %% illness.plateau-for-slow
curve_a = "noise floor"
curve_b = "stuck on a plateau"
curve_c = "diverges"
curve_d = "healthy"
curve_e = "stuck on a plateau"
curve_f = "oscillates"

# %% illness.healthy-for-slow
curve_a = "noise floor"
curve_b = "Healthy"
curve_c = "diverges"
curve_d = "healthy"
curve_e = "stuck on a plateau"
curve_f = "oscillates"

# %% illness.oscillates-for-divergence
curve_a = "noise floor"
curve_b = "too slow"
curve_c = "oscillates"
curve_d = "healthy"
curve_e = "stuck on a plateau"
curve_f = "oscillates"

# %% illness.plateau-for-healthy
curve_a = "noise floor"
curve_b = "too slow"
curve_c = "diverges"
curve_d = "stuck on a plateau"
curve_e = "stuck on a plateau"
curve_f = "oscillates"

# %% illness.plateau-for-healthy
curve_a = "noise floor"
curve_b = "too slow"
curve_c = "diverges"
curve_d = "too slow"
curve_e = "stuck on a plateau"
curve_f = "oscillates"

# %% illness.slow-for-plateau
curve_a = "noise floor"
curve_b = "too slow"
curve_c = "diverges"
curve_d = "healthy"
curve_e = "too slow"
curve_f = "oscillates"

# %% illness.healthy-for-plateau
curve_a = "noise floor"
curve_b = "too slow"
curve_c = "diverges"
curve_d = "healthy"
curve_e = "healthy"
curve_f = "oscillates"

# %% illness.noise-for-oscillates
curve_a = "noise floor"
curve_b = "too slow"
curve_c = "diverges"
curve_d = "healthy"
curve_e = "stuck on a plateau"
curve_f = "noise floor"

# %% illness.divergence-for-oscillates
curve_a = "noise floor"
curve_b = "too slow"
curve_c = "diverges"
curve_d = "healthy"
curve_e = "stuck on a plateau"
curve_f = "diverges"

# %% illness.another-word
curve_a = "noisy"
curve_b = "too slow"
curve_c = "diverges"
curve_d = "healthy"
curve_e = "stuck on a plateau"
curve_f = "oscillates"

# %% illness.another-word
curve_a = "noise floor"
curve_b = "too slow"
curve_c = "diverges"
curve_d = "healthy"
curve_e = "plateau"
curve_f = "oscillates"

# %% illness.not-text
curve_a = 5
curve_b = "too slow"
curve_c = "diverges"
curve_d = "healthy"
curve_e = "stuck on a plateau"
curve_f = "oscillates"

# %% illness.another-illness
curve_a = "noise floor"
curve_b = "noise floor"
curve_c = "diverges"
curve_d = "healthy"
curve_e = "stuck on a plateau"
curve_f = "oscillates"

# %% illness.another-illness
curve_a = "noise floor"
curve_b = "too slow"
curve_c = "diverges"
curve_d = "healthy"
curve_e = "diverges"
curve_f = "oscillates"

# %% ?
curve_a = "too slow"
curve_b = "noise floor"
curve_c = "diverges"
curve_d = "healthy"
curve_e = "stuck on a plateau"
curve_f = "oscillates"

# %% ?
curve_a = "noise floor"
curve_b = "too slow"
curve_c = "diverges"
curve_d = "oscillates"
curve_e = "stuck on a plateau"
curve_f = "healthy"

# %% illness.value-missing
curve_a = "noise floor"
curve_b = "too slow"
curve_c = "diverges"

# %% illness.oscillates-for-noise + illness.noise-for-oscillates
curve_a = "oscillates"
curve_b = "too slow"
curve_c = "diverges"
curve_d = "healthy"
curve_e = "stuck on a plateau"
curve_f = "noise floor"

# %% illness.plateau-for-slow + illness.slow-for-plateau
curve_a = "noise floor"
curve_b = "stuck on a plateau"
curve_c = "diverges"
curve_d = "healthy"
curve_e = "too slow"
curve_f = "oscillates"

# %% illness.healthy-for-noise + illness.another-illness
curve_a = "healthy"
curve_b = "too slow"
curve_c = "diverges"
curve_d = "noise floor"
curve_e = "stuck on a plateau"
curve_f = "oscillates"

# %% ?
curve_a = "noise floor"
curve_b = "too slow"
curve_c = "diverges"
curve_d = "junk"
curve_e = ""
curve_f = 7
