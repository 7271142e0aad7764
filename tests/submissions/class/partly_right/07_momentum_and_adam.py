# %% momentum_step
def momentum_step(w, v, g, lr, beta):
    new_v = beta * v - lr * g
    return w + new_v, new_v

# %% translate_rate
def translate_rate(rate, beta, written, wanted):
    return rate / (1 - beta)

# %% adam_step
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return w - lr * m / (np.sqrt(v) + eps), m, v
