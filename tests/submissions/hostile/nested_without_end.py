# Results that hold themselves, or go very deep.
# points: 0
# %% numerical_gradient
def numerical_gradient(f, w, h=1e-4):
    held = []
    held.append(held)
    return held
# %% descend
def descend(grad, w0, lr, steps):
    held = 0.0
    for _ in range(50_000):
        held = [held]
    return held
# %% quartic_walk
def quartic_walk(start):
    return {"a": {"b": quartic_walk}, start: [1j, object(), quartic_walk]}
