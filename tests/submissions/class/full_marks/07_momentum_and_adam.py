# %% momentum_step
def momentum_step(w, v, g, lr, beta):
    velocity = v * beta
    velocity = velocity - g * lr
    weights = w + velocity
    return weights, velocity

# %% translate_rate
def translate_rate(rate, beta, written, wanted):
    length = {"sum": 1 / (1 - beta), "average": 1.0}
    return rate * length[written] / length[wanted]

# %% rmsprop_step
def rmsprop_step(w, s, g, lr, rho, eps):
    average = s - (1 - rho) * (s - g * g)
    size = average ** 0.5
    weights = w - np.divide(g * lr, size + eps)
    return weights, average

# %% adam_step
def adam_step(w, m, v, g, t, lr, beta1, beta2, eps):
    def average(old, new, beta):
        return old - (1 - beta) * (old - new)

    def corrected(value, beta):
        return value / (1 - beta ** t)

    m_new = average(m, g, beta1)
    v_new = average(v, g * g, beta2)
    size = corrected(v_new, beta2) ** 0.5 + eps
    return w - lr * corrected(m_new, beta1) / size, m_new, v_new

# %% article_adam
t = np.arange(1, 101)
lengths = (1 - 0.9 ** t) / np.sqrt(1 - 0.999 ** t)
corrected_first_step = 1.0
article_first_step = lengths[0]
article_longest_step = lengths.max()
article_distance = lengths.sum()

# %% fair_or_not
texts = ["only one was tuned", "unequal budgets", "one rate for both", "fair", "a single start"]
race_a, race_b, race_c, race_d, race_e = texts
