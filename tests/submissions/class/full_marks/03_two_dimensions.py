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


# %% ravine_rates
curvatures = np.array([4, 18])
rate_limit = 2 / np.max(curvatures)
best_rate = 1 / np.mean(curvatures)
part_left = np.max(abs(1 - best_rate * curvatures))

# %% angle_off
def angle_off(step, way):
    def degrees(arrow):
        return np.degrees(np.arctan2(arrow[1], arrow[0]))

    apart = abs(degrees(step) - degrees(way))
    return min(apart, 360 - apart)
