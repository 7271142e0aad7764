# Wrong answers: each cell is named by the mistake that the check must name.

# %% quartic_walk.forward-for-central
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w)) / h
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.backward-for-central
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w) - f(w - h)) / h
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.large-h
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 0.01
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.large-h
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 0.1
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.one-step-too-many
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(201):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.one-step-too-few
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(199):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in [0, 50, 100, 150, 199]:
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.one-step-too-few
def quartic_walk(start):
    f = lambda w: w**4 - 8 * w**2 + w + 10
    w = start
    weights = []
    for step in range(200):
        weights.append(w)
        if step % 50 == 0:
            print(step, w, f(w))
        w = w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4
    print(200, w, f(w))
    return weights

# %% quartic_walk.other-number-of-steps
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(20):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in [0, 5, 10, 15, 20]:
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.other-number-of-steps
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(100):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 101, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.start-missing
def quartic_walk(start):
    f = lambda w: w**4 - 8 * w**2 + w + 10
    w = start
    weights = []
    print(0, w, f(w))
    for step in range(1, 201):
        w = w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4
        weights.append(w)
        if step % 50 == 0:
            print(step, w, f(w))
    return weights

# %% quartic_walk.start-twice
def quartic_walk(start):
    f = lambda w: w**4 - 8 * w**2 + w + 10
    w = start
    weights = [w]
    for step in range(200):
        weights.append(w)
        w = w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.last-only
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights[-1]

# %% quartic_walk.last-only
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return w, f(w)

# %% quartic_walk.printed-rows-only
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights[::50]

# %% quartic_walk.printed-rows-only
def quartic_walk(start):
    f = lambda w: w**4 - 8 * w**2 + w + 10
    w = start
    kept = []
    for step in range(200):
        if step % 50 == 0:
            print(step, w, f(w))
            kept.append(w)
        w = w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4
    return kept

# %% quartic_walk.start-not-used
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = 3.0
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.start-not-used
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = -1.0
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.stale-gradient
def quartic_walk(start):
    f = lambda w: w**4 - 8 * w**2 + w + 10
    slope = (f(start + 1e-4) - f(start - 1e-4)) / 2e-4
    weights = [start]
    for step in range(200):
        weights.append(weights[-1] - 0.01 * slope)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.another-loss
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.another-loss
def quartic_walk(start):
    def f(w):
        return (w - 4) ** 2 + 2

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.another-loss
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = 4 * w**3 - 16 * w
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.another-loss
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = 4 * w**3 - 8 * w + 1
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.another-loss
def quartic_walk(start):
    def f(w):
        return w**4 + 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.returned-losses
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return [f(w) for w in weights]

# %% quartic_walk.more-than-the-weights
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return [(w, f(w)) for w in weights]

# %% quartic_walk.more-than-the-weights
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights, [f(w) for w in weights]

# %% quartic_walk.more-than-the-weights
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return list(enumerate(weights))

# %% quartic_walk.rounded
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return [round(w, 4) for w in weights]

# %% quartic_walk.rounded
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return np.round(weights, 2)

# %% quartic_walk.sign-flipped
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w + 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.sign-flipped
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w - h) - f(w + h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.slope-not-divided
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = f(w + h) - f(w - h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.slope-not-divided
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / 2 * h
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.other-rate
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.001 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.other-rate
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.1 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.other-rate
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / h
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.other-rate
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.015 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.print-missing
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in []:
        pass
    return weights

# %% quartic_walk.printed-every-step
def quartic_walk(start):
    f = lambda w: w**4 - 8 * w**2 + w + 10
    w = start
    weights = []
    for step in range(201):
        print(f"step {step} w {w:.4f} loss {f(w):.4f}")
        weights.append(w)
        w = w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4
    return weights

# %% quartic_walk.last-row-not-printed
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 200, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.first-row-not-printed
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(50, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.printed-after-the-step
def quartic_walk(start):
    f = lambda w: w**4 - 8 * w**2 + w + 10
    w = start
    weights = [w]
    for step in range(200):
        w = w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4
        weights.append(w)
        if step % 50 == 0:
            print(f"step {step} w {w:.4f} loss {f(w):.4f}")
    return weights

# %% quartic_walk.loss-of-another-step
def quartic_walk(start):
    f = lambda w: w**4 - 8 * w**2 + w + 10
    w = start
    weights = [w]
    for step in range(200):
        loss = f(w)
        w = w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4
        weights.append(w)
        if step % 50 == 0:
            print(f"{step:<6} {w:<10.4f} {loss:<10.4f}")
    return weights

# %% quartic_walk.loss-without-10
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.printed-too-coarse
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(f"{step} {weights[step]:.1f} {f(weights[step]):.1f}")
    return weights

# %% quartic_walk.loss-not-printed
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(f"step {step}: {weights[step]:.4f}")
    return weights

# %% quartic_walk.weight-not-printed
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(f"step {step}: {f(weights[step]):.4f}")
    return weights

# %% quartic_walk.print-for-return
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + h) - f(w - h)) / (2 * h)
        w = w - 0.01 * slope
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return None

# %% quartic_walk.no-return
def quartic_walk(start):
    f = lambda w: w**4 - 8 * w**2 + w + 10
    w = start
    weights = [w]
    for step in range(200):
        w = w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4
        weights.append(w)

# %% quartic_walk.not-from-scratch
from course import descent
from course.landscapes import quartic

def quartic_walk(start):
    path = descent.descend(quartic, start, 0.01, 200)
    for i in range(0, 201, 50):
        print(f"step {i}: w = {path.weights[i]:.10f}, loss = {path.losses[i]:.10f}")
    return path.weights

# %% ?
def quartic_walk(start):
    print(3.0, 22.0, 1.9680, -4.0159, 1.9680, -4.0159, 1.9680, -4.0159, 1.9680, -4.0159)
    return [1.9679854] * 201

# %% ?
def quartic_walk(start):
    f = lambda w: w**4 - 8 * w**2 + w + 10
    w = start
    weights = [w]
    velocity = 0.0
    for step in range(200):
        velocity = 0.9 * velocity - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4
        w = w + velocity
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% ?
def quartic_walk(start):
    weights = [start]
    for step in range(200):
        weights.append(weights[-1] - 0.01 * numerical_gradient(quartic, weights[-1]))
    return weights

# %% quartic_walk.slope-by-formula
def quartic_walk(start):
    f = lambda w: w**4 - 8 * w**2 + w + 10
    weights = [start]
    for _ in range(200):
        w = weights[-1]
        weights.append(w - 0.01 * (4 * w**3 - 16 * w + 1))
    for step in range(0, 201, 50):
        print(step, f"{weights[step]:.6f}", f"{f(weights[step]):.6f}")
    return weights

# %% quartic_walk.slope-by-formula
from course.landscapes import quartic

def quartic_walk(start):
    weights = [start]
    for _ in range(200):
        weights.append(weights[-1] - 0.01 * quartic.gradient(weights[-1]))
    for step in range(0, 201, 50):
        print(step, weights[step], quartic(weights[step]))
    return weights

# %% quartic_walk.step-not-printed
def quartic_walk(start):
    f = lambda w: w**4 - 8 * w**2 + w + 10
    weights = [start]
    for _ in range(200):
        w = weights[-1]
        weights.append(w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4)
    for w in weights[::50]:
        print(f"{w:.6f} {f(w):.6f}")
    return weights

# %% quartic_walk.printed-too-coarse
def quartic_walk(start):
    f = lambda w: w**4 - 8 * w**2 + w + 10
    weights = [start]
    for _ in range(200):
        w = weights[-1]
        weights.append(w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4)
    for step in range(0, 201, 50):
        print(f"{step}: {weights[step]:.2f} {f(weights[step]):.2f}")
    return weights

# %% quartic_walk.other-h
from course.landscapes import quartic
from course import descent

def quartic_walk(start):
    f = quartic
    ws = [start]
    for _ in range(200):
        ws.append(ws[-1] - 0.01 * descent.central_difference(f, ws[-1], h=0.0005))
    for s in (0, 50, 100, 150, 200):
        print(f"step {s}: w = {ws[s]:.6f}, loss = {f(ws[s]):.6f}")
    return ws

# %% quartic_walk.other-h
from course.landscapes import quartic
from course import descent

def quartic_walk(start):
    f = quartic
    ws = [start]
    for _ in range(200):
        ws.append(ws[-1] - 0.01 * descent.central_difference(f, ws[-1], h=0.00001))
    for s in (0, 50, 100, 150, 200):
        print(f"step {s}: w = {ws[s]:.6f}, loss = {f(ws[s]):.6f}")
    return ws

# %% quartic_walk.other-h
from course.landscapes import quartic
from course import descent

def quartic_walk(start):
    f = lambda w: w**4 - 8 * w**2 + w + 10
    weights = [start]
    for step in range(200):
        w = weights[-1]
        weights.append(w - 0.01 * (f(w + 1e-3) - f(w - 1e-3)) / 2e-3)
    for step in range(0, 201, 50):
        print(f"step {step} w {weights[step]:.4f} loss {f(weights[step]):.4f}")
    return weights

# %% quartic_walk.loss-of-another-step
from course.landscapes import quartic
from course import descent

def quartic_walk(start):
    f = quartic
    ws = [start]
    for _ in range(200):
        ws.append(ws[-1] - 0.01 * descent.central_difference(f, ws[-1], h=1e-4))
    for s in (0, 50, 100, 150, 200):
        print(f"step {s}: w = {ws[s]:.6f}, loss = {f(ws[200 - s]):.6f}")
    return ws

# %% quartic_walk.slope-for-loss
from course.landscapes import quartic
from course import descent

def quartic_walk(start):
    f = quartic
    ws = [start]
    for _ in range(200):
        ws.append(ws[-1] - 0.01 * descent.central_difference(f, ws[-1], h=1e-4))
    for s in (0, 50, 100, 150, 200):
        print(f"step {s}: w = {ws[s]:.6f}, loss = {descent.central_difference(f, ws[s], h=1e-4):.6f}")
    return ws

# %% quartic_walk.loss-of-another-step
from course.landscapes import quartic
from course import descent

def quartic_walk(start):
    f = lambda w: w**4 - 8 * w**2 + w + 10
    weights = [start]
    print(0, f"{start:.4f}", f"{f(start):.4f}")
    for step in range(1, 201):
        w = weights[-1]
        loss = f(w)
        weights.append(w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4)
        if step % 50 == 0:
            print(step, f"{weights[-1]:.4f}", f"{loss:.4f}")
    return weights

# %% quartic_walk.first-five-weights
from course.landscapes import quartic
from course import descent

def quartic_walk(start):
    f = quartic
    ws = [start]
    for _ in range(200):
        ws.append(ws[-1] - 0.01 * descent.central_difference(f, ws[-1], h=1e-4))
    for i in range(5):
        print(i * 50, f"{ws[i]:.4f}", f"{f(ws[i]):.4f}")
    return ws

# %% quartic_walk.weight-of-another-step
from course.landscapes import quartic
from course import descent

def quartic_walk(start):
    weights = [start]
    for _ in range(200):
        slope = descent.central_difference(quartic, weights[-1], h=1e-4)
        weights.append(weights[-1] - 0.01 * slope)
    for left in (200, 150, 100, 50, 0):
        w = weights[200 - left]
        print(f"step {left}: w = {w:.4f}, loss = {quartic(w):.4f}")
    return weights

# %% quartic_walk.only-the-first-row
def quartic_walk(start):
    def slope(w):
        return (f(w + 1e-4) - f(w - 1e-4)) / 2e-4
    def f(w):
        return w**4 - 8 * w**2 + w + 10
    weights = [start]
    for step in range(200):
        weights.append(weights[-1] - 0.01 * slope(weights[-1]))
    for step in range(0, 201, 50):
        print(f"step {step}   w = {weights[step]:.4f}   loss = {f(weights[step]):.4f}")
        return weights

# %% quartic_walk.other-number-for-the-loss
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w - 10
    weights = [start]
    for step in range(200):
        w = weights[-1]
        weights.append(w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4)
    for step in range(0, 201, 50):
        print(f"{step:3}   {weights[step]:.6f}   {f(weights[step]):.6f}")
    return weights

# %% quartic_walk.other-number-for-the-loss
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10
    weights = [start]
    for step in range(200):
        w = weights[-1]
        weights.append(w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4)
    for step in range(0, 201, 50):
        print(f"step {step}, weight {weights[step]:.4f}, loss {f(step):.4f}")
    return weights

# %% quartic_walk.extra-brackets
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    weights = np.zeros((1, 201))
    weights[0, 0] = start
    for k in range(200):
        w = weights[0, k]
        weights[0, k + 1] = w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4
    for k in range(0, 201, 50):
        print(f"{k} {weights[0, k]:.4f} {f(weights[0, k]):.4f}")
    return weights

# %% quartic_walk.other-rows-printed
from course import descent
from course.landscapes import quartic

def measured_slope(w):
    return descent.central_difference(quartic, w, h=1e-4)

def quartic_walk(start):
    weights = [start]
    for step in range(200):
        weights.append(weights[-1] - 0.01 * measured_slope(weights[-1]))
    for step in [0, 1, 2, 50, 200]:
        print(f"step {step:3}   w = {weights[step]:.4f}   loss = {quartic(weights[step]):.4f}")
    return weights

# %% quartic_walk.other-rows-printed
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    weights = [start]
    for _ in range(200):
        w = weights[-1]
        weights.append(w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4)
    for step in range(0, 201, 100):
        print(step, round(weights[step], 4), round(f(weights[step]), 4))
    return weights

# %% quartic_walk.rounded-on-the-way
from course import descent
from course.landscapes import quartic

def measured_slope(w):
    return round(descent.central_difference(quartic, w, h=1e-4), 4)

def quartic_walk(start):
    weights = [start]
    for step in range(200):
        weights.append(weights[-1] - 0.01 * measured_slope(weights[-1]))
    for step in range(0, 201, 50):
        print(f"step {step:3}   w = {weights[step]:.4f}   loss = {quartic(weights[step]):.4f}")
    return weights

# %% quartic_walk.rounded-on-the-way
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + 1e-4) - f(w - 1e-4)) / 2e-4
        w = round(w - 0.01 * slope, 3)
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.rounded-on-the-way
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    w = start
    weights = [w]
    for step in range(200):
        slope = (f(w + 1e-4) - f(w - 1e-4)) / 2e-4
        w = round(w - 0.01 * slope, 6)
        weights.append(w)
    for step in range(0, 201, 50):
        print(step, weights[step], f(weights[step]))
    return weights

# %% quartic_walk.labels-swapped
def quartic_walk(start):
    f = lambda w: w**4 - 8 * w**2 + w + 10
    W = [start]
    for _ in range(200):
        w = W[-1]
        W.append(w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4)
    for s in range(0, 201, 50):
        print(f"step {s}   w = {f(W[s]):.4f}   f(w) = {W[s]:.4f}")
    return W

# %% quartic_walk.labels-swapped
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    weights = [start]
    print("step  loss  weight")
    for step in range(201):
        w = weights[-1]
        if step % 50 == 0:
            print(f"{step:4} {w:.6f} {f(w):.6f}")
        if step < 200:
            weights.append(w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4)
    return weights

# %% quartic_walk.loss-of-another-step
from course.landscapes import quartic

def quartic_walk(start):
    weights = [start]
    for step in range(200):
        w = weights[-1]
        new = w - 0.01 * (quartic(w + 1e-4) - quartic(w - 1e-4)) / 2e-4
        if step % 50 == 0:
            print(step, f"{w:.4f}", f"{quartic(new):.4f}")
        weights.append(new)
    print(200, f"{weights[-1]:.4f}", f"{quartic(weights[-1]):.4f}")
    return weights

# %% quartic_walk.f-missing
def quartic_walk(start):
    from course.landscapes import quartic
    weights = [start]
    for _ in range(200):
        w = weights[-1]
        weights.append(w - 0.01 * (quartic(w + 1e-4) - quartic(w - 1e-4)) / 2e-4)
    for step in [0, 50, 100, 150, 200]:
        print("step {step} w = {weights[step]:.4f} loss = {quartic(weights[step]):.4f}")
    return weights

# %% quartic_walk.two-values-for-one
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / (2 * h)

def quartic_walk(start):
    from course.landscapes import quartic
    weights, grad = [start], numerical_gradient
    for _ in range(200):
        weights.append(weights[-1] - 0.01 * grad(weights[-1]))
    for step in range(0, 201, 50):
        print(step, weights[step], quartic(weights[step]))
    return weights

# %% quartic_walk.loss-for-slope
def quartic_walk(start):
    from course.landscapes import quartic
    weights = [start]
    for _ in range(200):
        weights.append(weights[-1] - 0.01 * quartic(weights[-1]))
    for step in range(0, 201, 50):
        print(step, weights[step], quartic(weights[step]))
    return weights

# %% ?
from course.descent import central_difference
from course.landscapes import quartic

def quartic_walk(start):
    weights = [start]
    for _ in range(200):
        weights.append(weights[-1] - 0.01 * central_difference(quartic, weights[-1], h=1e-4))
    for k in range(0, 201, 50):
        print(k, f"{abs(weights[k]):.4f}", f"{quartic(weights[k]):.4f}")
    return weights
