# Floods the channel with garbage.
# points: 0
# %% numerical_gradient
import os

def numerical_gradient(f, w, h=1e-4):
    try:
        while True:
            os.write(9, b"\xff" * 65536)
    except OSError:
        pass
