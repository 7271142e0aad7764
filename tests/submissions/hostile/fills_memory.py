# Memory without end.
# points: 0
# %% numerical_gradient
def numerical_gradient(f, w, h=1e-4):
    held = []
    while True:
        held.append(bytearray(16 << 20))
