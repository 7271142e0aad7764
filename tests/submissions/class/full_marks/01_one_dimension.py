# %% numerical_gradient
def numerical_gradient(f, w, h=1e-4):
    rise = f(w + h) - f(w - h)
    run = (w + h) - (w - h)
    return rise / run


# %% descend
def descend(grad, w0, lr, steps):
    weights = np.empty(steps + 1)
    weights[0] = w0
    for i in range(steps):
        weights[i + 1] = weights[i] - lr * grad(weights[i])
    return weights


# %% quartic_walk
def loss(w):
    return w**4 - 8 * w**2 + w + 10


def quartic_walk(start):
    w, weights = start, [start]
    print("step", "weight", "loss")
    print(0, w, loss(w))
    for step in range(1, 201):
        slope = (loss(w + 1e-4) - loss(w - 1e-4)) / 2e-4
        w = w - 0.01 * slope
        weights.append(w)
        if step % 50 == 0:
            print(step, round(w, 6), round(loss(w), 6))
    return weights


# %% deeper_valley
which_valley = "right"
deeper_start = -1.5

# %% article_table
true_final_weight = 4 - 5 * 0.8**20
true_final_loss = 2 + (true_final_weight - 4) ** 2
lowest_possible_loss = 2.0
