# %% numerical_gradient
def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - f(w)) / h

# %% descend
def descend(grad, w0, lr, steps):
    weights = [w0]
    for step in range(steps):
        w0 = w0 - lr * grad(weights[0])
        weights.append(w0)
    return weights

# %% quartic_walk
def quartic_walk(start):
    f = lambda w: w**4 - 8*w**2 + w + 10
    weights = [start]
    w = start
    for step in range(200):
        w = w - 0.01 * (f(w + 1e-4) - f(w)) / 1e-4
        weights.append(w)
        if (step + 1) % 50 == 0:
            print(step + 1, w, f(w))
    return weights

# %% deeper_valley
which_valley = "left"
deeper_start = 1.0

# %% article_table
true_final_weight = 3.9988
true_final_loss = 0.0
lowest_possible_loss = 0.0
