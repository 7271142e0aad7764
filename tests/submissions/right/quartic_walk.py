# Right answers, each in another dress: one cell, one whole answer.

# %% loop that prints first
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    h = 1e-4
    w = start
    weights = [w]
    for step in range(201):
        if step % 50 == 0:
            print(f"{step} {w:.4f} {f(w):.4f}")
        if step < 200:
            w = w - 0.01 * (f(w + h) - f(w - h)) / (2 * h)
            weights.append(w)
    return weights

# %% array, printed afterwards
def quartic_walk(start):
    f = lambda w: w**4 - 8 * w**2 + w + 10
    weights = np.zeros(201)
    weights[0] = start
    for i in range(200):
        w = weights[i]
        weights[i + 1] = w - 0.01 * (f(w + 0.0001) - f(w - 0.0001)) / 0.0002
    for i in [0, 50, 100, 150, 200]:
        print("step", i, "weight", weights[i], "loss", f(weights[i]))
    return weights

# %% with the functions of the lesson
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w - h)) / (2 * h)

def descend(grad, w0, lr, steps):
    weights = [w0]
    for _ in range(steps):
        weights.append(weights[-1] - lr * grad(weights[-1]))
    return weights

def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    def slope(w):
        return numerical_gradient(f, w)

    weights = descend(slope, start, 0.01, 200)
    for i, w in enumerate(weights):
        if i % 50 == 0:
            print(i, round(w, 6), round(f(w), 6))
    return weights

# %% with the course's loss
from course.landscapes import quartic

def quartic_walk(start):
    weights = [start]
    for i in range(200):
        w = weights[i]
        weights.append(w - 0.01 * (quartic(w + 1e-4) - quartic(w - 1e-4)) / 2e-4)
    for i in range(0, 201, 50):
        print(f"step {i}: w = {weights[i]:.10f}, loss = {quartic(weights[i]):.10f}")
    return weights

# %% printed as a table of NumPy numbers
def quartic_walk(start):
    def f(w):
        return np.polyval([1, 0, -8, 1, 10], w)

    weights = [np.float64(start)]
    while len(weights) < 201:
        w = weights[-1]
        weights.append(w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4)
    rows = np.arange(0, 201, 50)
    w = np.array(weights)[rows]
    print(np.column_stack([rows, w, f(w)]))
    return tuple(weights)

# %% factored loss, float32 result, scientific notation
def quartic_walk(start):
    def f(w):
        return w * (w * (w * w - 8) + 1) + 10

    w, out = start, []
    for step in range(201):
        out.append(w)
        if step in (0, 50, 100, 150, 200):
            print(f"{step:5d}{w:16.8e}{f(w):16.8e}")
        w -= 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / (2 * 1e-4)
    return np.array(out, dtype=np.float32)

# %% all weights printed in one go, then all losses
def quartic_walk(start):
    f = lambda w: w**4 - 8 * w**2 + w + 10
    weights = [start]
    for _ in range(200):
        w = weights[-1]
        slope = (f(w + 1e-4) - f(w - 1e-4)) / 2e-4
        weights.append(w - 0.01 * slope)
    print("steps", *range(0, 201, 50))
    print("weights", *[f"{w:.5f}" for w in weights[::50]])
    print("losses", *[f"{f(w):.5f}" for w in weights[::50]])
    return weights

# %% recursion over the rows
def quartic_walk(start):
    f = lambda w: w**4 - 8 * w**2 + w + 10

    def walk(w, step):
        if step % 50 == 0:
            print(step, w, f(w), sep=" | ")
        if step == 200:
            return [w]
        return [w] + walk(w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4, step + 1)

    return walk(start, 0)

# %% nested loops: four stretches of fifty steps
def quartic_walk(start):
    loss = lambda w: w**4 - 8.0 * w**2 + w + 10.0
    h, lr, w = 1e-4, 1e-2, float(start)
    weights = [w]
    print("step   weight   loss")
    print(f"   0   {w:.4f}   {loss(w):.4f}")
    for stretch in range(1, 5):
        for _ in range(50):
            ahead = (loss(w + h) - loss(w)) / h
            back = (loss(w) - loss(w - h)) / h
            w -= lr * (ahead + back) / 2
            weights.append(w)
        print(f"{50 * stretch:4}   {w:.4f}   {loss(w):.4f}")
    return weights

# %% generator
def quartic_walk(start):
    f = lambda w: w**4 - 8 * w**2 + w + 10
    w = start
    for step in range(201):
        if step % 50 == 0:
            print("Step:", step, "Weight:", w, "Loss:", f(w))
        yield w
        w = w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4

# %% dashes between the numbers
from course.landscapes import quartic
from course import descent

def quartic_walk(start):
    ws = [start]
    for _ in range(200):
        ws.append(ws[-1] - 0.01 * descent.central_difference(quartic, ws[-1], h=1e-4))
    for s in range(0, 201, 50):
        print(f"{s}-{ws[s]:.4f}-{quartic(ws[s]):.4f}")
    return ws

# %% capital E
from course.landscapes import quartic
from course import descent

def quartic_walk(start):
    ws = [start]
    for _ in range(200):
        ws.append(ws[-1] - 0.01 * descent.central_difference(quartic, ws[-1], h=1e-4))
    for s in range(0, 201, 50):
        print(f"{s:3} {ws[s]:.6E} {quartic(ws[s]):.6E}")
    return ws

# %% the start and the number of steps in a heading, the slope in each row
from course.landscapes import quartic
from course import descent

def quartic_walk(start):
    slope = lambda w: descent.central_difference(quartic, w, h=1e-4)
    weights = [start]
    for _ in range(200):
        weights.append(weights[-1] - 0.01 * slope(weights[-1]))
    print(f"from {start:.4f} (loss {quartic(start):.4f}), 200 steps of rate 0.01")
    print("step     w     loss    slope")
    for step in range(0, 201, 50):
        w = weights[step]
        print(f"{step:4} {w:8.4f} {quartic(w):8.4f} {slope(w):8.4f}")
    return weights

# %% four digits after the point, and a power of ten
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10
    weights = [start]
    for step in range(200):
        w = weights[-1]
        weights.append(w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4)
    for step in range(0, 201, 50):
        print(f"step {step:3}   w = {weights[step]:.4e}   loss = {f(weights[step]):.4e}")
    return weights

# %% np.gradient of three losses
def quartic_walk(start):
    f = lambda w: w**4 - 8 * w**2 + w + 10
    h = 1e-4
    weights = [start]
    for _ in range(200):
        w = weights[-1]
        weights.append(w - 0.01 * np.gradient([f(w - h), f(w), f(w + h)], h)[1])
    for step in range(0, 201, 50):
        print(f"step {step:3d}  w = {weights[step]:.6f}  loss = {f(weights[step]):.6f}")
    return weights

# %% the loss stands before the weight, under its name
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    weights = [start]
    print("step | loss | weight")
    for step in range(201):
        w = weights[-1]
        if step % 50 == 0:
            print(f"{step} | {f(w):.6f} | {w:.6f}")
        if step < 200:
            weights.append(w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4)
    return weights

# %% a sentence that names the weight within the loss
def quartic_walk(start):
    def f(w):
        return w**4 - 8 * w**2 + w + 10

    weights = [start]
    for step in range(201):
        w = weights[-1]
        if step % 50 == 0:
            print(f"after {step} steps the loss at the weight w = {w:.5f} is {f(w):.5f}")
        if step < 200:
            weights.append(w - 0.01 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4)
    return weights

# %% dashes in place of spaces
from course.descent import central_difference
from course.landscapes import quartic

def quartic_walk(start):
    w, weights = start, [start]
    for _ in range(200):
        w = w - 0.01 * central_difference(quartic, w, h=1e-4)
        weights.append(w)
    for k in range(0, 201, 50):
        print(f"step-{k}: w={weights[k]:.4f} loss={quartic(weights[k]):.4f}")
    return weights

# %% words and numbers without a space
from course.descent import central_difference
from course.landscapes import quartic

def quartic_walk(start):
    weights = [start]
    for _ in range(200):
        weights.append(weights[-1] - 0.01 * central_difference(quartic, weights[-1], h=1e-4))
    for k in range(0, 201, 50):
        print("step" + str(k), "weight" + str(weights[k]), "loss" + str(quartic(weights[k])))
    return weights
