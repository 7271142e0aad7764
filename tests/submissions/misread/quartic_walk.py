# Wrong answers that look like a mistake that they are not: the name must not be told.

# %% quartic_walk.extra-brackets
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    weights = [start]
    for _ in range(200):
        w = weights[-1]
        weights.append(w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4)
    print("step    weight    loss")
    for step in [0, 1, 2, 50, 200]:
        print(step, f"w{step} = {weights[step]:.4f}", f"{f(weights[step]):.4f}")
    return weights
