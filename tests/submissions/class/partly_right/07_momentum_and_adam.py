# %% momentum_step
def momentum_step(w, v, g, lr, beta):
    new_v = beta * v - lr * g
    return w + new_v, new_v

# %% adagrad_step
def adagrad_step(w, s, g, lr, eps):
    s_new = s + np.square(g)
    return w - lr / (np.sqrt(s_new) + eps) * g, s_new

# %% adam_step
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return w - lr * m / (np.sqrt(v) + eps), m, v
