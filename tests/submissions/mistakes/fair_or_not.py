# Wrong answers: each cell is named by the mistake that the check must name.

# %% fair_or_not.tuning-not-seen
race_a = "fair"
race_b = "unequal budgets"
race_c = "one rate for both"
race_d = "fair"
race_e = "a single start"

# %% fair_or_not.tuning-not-seen
race_a = "one rate for both"
race_b = "unequal budgets"
race_c = "one rate for both"
race_d = "fair"
race_e = "a single start"

# %% fair_or_not.budget-not-seen
race_a = "only one was tuned"
race_b = "fair"
race_c = "one rate for both"
race_d = "fair"
race_e = "a single start"

# %% fair_or_not.budget-not-seen
race_a = "only one was tuned"
race_b = "only one was tuned"
race_c = "one rate for both"
race_d = "fair"
race_e = "a single start"

# %% fair_or_not.rate-not-seen
race_a = "only one was tuned"
race_b = "unequal budgets"
race_c = "fair"
race_d = "fair"
race_e = "a single start"

# %% fair_or_not.rate-not-seen
race_a = "only one was tuned"
race_b = "unequal budgets"
race_c = "Only one was tuned"
race_d = "fair"
race_e = "a single start"

# %% fair_or_not.fair-not-seen
race_a = "only one was tuned"
race_b = "unequal budgets"
race_c = "one rate for both"
race_d = "unequal budgets"
race_e = "a single start"

# %% fair_or_not.fair-not-seen
race_a = "only one was tuned"
race_b = "unequal budgets"
race_c = "one rate for both"
race_d = "a single start"
race_e = "a single start"

# %% fair_or_not.start-not-seen
race_a = "only one was tuned"
race_b = "unequal budgets"
race_c = "one rate for both"
race_d = "fair"
race_e = "fair"

# %% fair_or_not.start-not-seen
race_a = "only one was tuned"
race_b = "unequal budgets"
race_c = "one rate for both"
race_d = "fair"
race_e = "unequal budgets"

# %% fair_or_not.not-text
race_a = "only one was tuned"
race_b = "unequal budgets"
race_c = "one rate for both"
race_d = 4
race_e = "a single start"

# %% fair_or_not.another-text
race_a = "unfair"
race_b = "unequal budgets"
race_c = "one rate for both"
race_d = "fair"
race_e = "a single start"

# %% fair_or_not.another-text
race_a = "only one was tuned"
race_b = "unequal budgets"
race_c = "one rate for both"
race_d = "fair"
race_e = "too few starts"

# %% fair_or_not.rate-not-seen + fair_or_not.fair-not-seen
race_a = "only one was tuned"
race_b = "unequal budgets"
race_c = "fair"
race_d = "one rate for both"
race_e = "a single start"

# %% fair_or_not.tuning-not-seen + fair_or_not.budget-not-seen
race_a = "unequal budgets"
race_b = "only one was tuned"
race_c = "one rate for both"
race_d = "fair"
race_e = "a single start"

# %% fair_or_not.value-missing
race_a = "only one was tuned"
race_b = "unequal budgets"
race_c = "one rate for both"
