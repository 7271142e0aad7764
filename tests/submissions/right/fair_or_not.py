# Right answers, each in another dress: one cell, one whole answer.

# %% plain
race_a = "only one was tuned"
race_b = "unequal budgets"
race_c = "one rate for both"
race_d = "fair"
race_e = "a single start"

# %% capitals
race_a = "Only one was tuned"
race_b = "Unequal budgets"
race_c = "One rate for both"
race_d = "Fair"
race_e = "A single start"

# %% dashes, underscores, blanks
race_a, race_b = "only-one-was-tuned", "unequal_budgets "
race_c, race_d, race_e = " one  rate for both", "FAIR", "a single  start"

# %% unpacked
texts = "only one was tuned,unequal budgets,one rate for both,fair,a single start"
race_a, race_b, race_c, race_d, race_e = texts.split(",")

# %% NumPy text
texts = np.array(["fair", "one rate for both", "a single start", "unequal budgets", "only one was tuned"])
race_d, race_c, race_e, race_b, race_a = texts

# %% from a dictionary
found = {"d": "fair", "a": "only one was tuned", "e": "a single start"}
found |= {"b": "unequal budgets", "c": "one rate for both"}
race_a, race_b, race_c, race_d, race_e = (found[letter] for letter in "abcde")

# %% with a capital and a full stop
race_a = "Only one was tuned."
race_b = "Unequal budgets."
race_c = "One rate for both."
race_d = "Fair."
race_e = "A single start."
