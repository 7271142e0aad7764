# Sends a number of a million digits.
# points: 0
# %% numerical_gradient
import os, struct

def numerical_gradient(f, w, h=1e-4):
    data = b'{"n": 1, "value": ' + b"9" * 1_000_000 + b"}"
    os.write(9, struct.pack("!I", len(data)))
    while data:
        data = data[os.write(9, data):]
    return 0.0
# %% article_table
true_final_weight = 10 ** 100_000
true_final_loss = -(10 ** 100_000)
lowest_possible_loss = 10 ** 5_000
