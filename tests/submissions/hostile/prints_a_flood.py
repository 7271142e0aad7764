# 50 MB of output, from a cell and from a call.
# points: 0
# %% numerical_gradient
for _ in range(50):
    print("x" * 1_000_000)

def numerical_gradient(f, w, h=1e-4):
    for _ in range(50):
        print("y" * 1_000_000)
    return 0.0
