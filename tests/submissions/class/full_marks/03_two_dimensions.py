# %% grad_2d
def grad_2d(w):
    away_1 = w[0] - 3
    away_2 = w[1] + 1
    return np.array([away_1 * 2, away_2 * 2])


# %% descend_2d
def descend_2d(grad, w0, lr, steps):
    w1, w2 = w0
    rows = [(w1, w2)]
    for _ in range(steps):
        g1, g2 = grad(np.array([w1, w2]))
        w1, w2 = w1 - lr * g1, w2 - lr * g2
        rows.append((w1, w2))
    return np.array(rows)


# %% simultaneous_step
def simultaneous_step(w1, w2, lr):
    slope_1 = 2 * w1 + w2
    slope_2 = 2 * w2 + w1
    return np.array([w1 - lr * slope_1, w2 - lr * slope_2])


# %% ravine_rates
curvatures = np.array([4, 18])
rate_bound = 2 / np.max(curvatures)
best_rate = 1 / np.mean(curvatures)
part_left = np.max(abs(1 - best_rate * curvatures))

# %% article_bowl
rows = {0: (8.0, 6.0)}
for step in range(1, 31):
    a, b = rows[step - 1]
    rows[step] = a - 0.2 * (a - 3), b - 0.2 * (b + 1)
bowl_losses = [(a - 3) ** 2 + (b + 1) ** 2 for a, b in rows.values()]
true_loss_1, true_loss_10 = bowl_losses[1], bowl_losses[10]
true_loss_19, true_loss_28 = bowl_losses[19], bowl_losses[28]
true_final = rows[30]
