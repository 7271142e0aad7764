# Wrong answers: each cell is named by the mistake that the check must name.

# %% exponential_decay.other-default
def exponential_decay(lr0, t, decay=0.9):
    return lr0 * decay**t

# %% exponential_decay.other-default
def exponential_decay(lr0, t, decay=0.99):
    return lr0 * decay**t

# %% exponential_decay.decay-fixed
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * 0.95**t

# %% exponential_decay.factor-too-few
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * decay ** (t - 1)

# %% exponential_decay.factor-too-few
def exponential_decay(lr0, t, decay=0.95):
    rate = lr0
    for step in range(1, t):
        rate *= decay
    return rate

# %% exponential_decay.factor-too-many
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * decay ** (t + 1)

# %% exponential_decay.factor-too-many
def exponential_decay(lr0, t, decay=0.95):
    rate = lr0
    for step in range(t + 1):
        rate = rate * decay
    return rate

# %% exponential_decay.only-one-factor
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * decay

# %% exponential_decay.only-one-factor
def exponential_decay(lr0, t, decay=0.95):
    rate = lr0
    for step in range(t):
        rate = lr0 * decay
    return rate

# %% exponential_decay.in-stairs
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * decay ** (t // 100)

# %% exponential_decay.in-stairs
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * decay ** (t / 10)

# %% exponential_decay.by-for-to
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * (1 - decay) ** t

# %% exponential_decay.by-for-to
def exponential_decay(lr0, t, decay=0.95):
    for _ in range(t):
        lr0 -= decay * lr0
    return lr0

# %% exponential_decay.times-for-power
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * decay * t

# %% exponential_decay.times-for-power
def exponential_decay(lr0, t, decay=0.95):
    return lr0 if t == 0 else lr0 * (t * decay)

# %% exponential_decay.linear
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * (1 - (1 - decay) * t)

# %% exponential_decay.linear
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * (1 - decay * t)

# %% exponential_decay.linear
def exponential_decay(lr0, t, decay=0.95):
    lost_each_step = lr0 - lr0 * decay
    return max(0, lr0 - t * lost_each_step)

# %% exponential_decay.subtracted
def exponential_decay(lr0, t, decay=0.95):
    return lr0 - decay * t

# %% exponential_decay.subtracted
def exponential_decay(lr0, t, decay=0.95):
    return lr0 - decay**t

# %% exponential_decay.exponential-function
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * np.exp(-decay * t)

# %% exponential_decay.exponential-function
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * np.exp(-(1 - decay) * t)

# %% exponential_decay.divided
def exponential_decay(lr0, t, decay=0.95):
    return lr0 / decay**t

# %% exponential_decay.divided
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * decay**-t

# %% exponential_decay.divided-by-step
def exponential_decay(lr0, t, decay=0.95):
    return lr0 / (1 + decay * t)

# %% exponential_decay.divided-by-step
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * 1 / (t + 1)

# %% exponential_decay.first-rate-in-the-power
def exponential_decay(lr0, t, decay=0.95):
    return (lr0 * decay) ** t

# %% exponential_decay.power-upside-down
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * t**decay

# %% exponential_decay.power-upside-down
def exponential_decay(lr0, t, decay=0.95):
    return decay * lr0**t

# %% exponential_decay.power-in-a-loop
def exponential_decay(lr0, t, decay=0.95):
    rate = lr0
    for step in range(t + 1):
        rate = rate * decay**step
    return rate

# %% exponential_decay.power-in-a-loop
def exponential_decay(lr0, t, decay=0.95):
    rate = lr0
    for step in range(t):
        rate = rate * decay**step
    return rate

# %% exponential_decay.squared
def exponential_decay(lr0, t, decay=0.95):
    rate = lr0
    for step in range(t):
        rate *= decay
        rate *= decay
    return rate

# %% exponential_decay.half-life
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * 0.5 ** (t / decay)

# %% exponential_decay.half-life
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * 2 ** (-decay * t)

# %% exponential_decay.first-rate-fixed
def exponential_decay(lr0, t, decay=0.95):
    rate = 0.01
    for _ in range(t):
        rate = rate * decay
    return rate

# %% exponential_decay.factor-for-rate
def exponential_decay(lr0, t, decay=0.95):
    return decay**t

# %% exponential_decay.step-not-used
def exponential_decay(lr0, t, decay=0.95):
    rate = lr0
    rate * decay**t
    return rate

# %% exponential_decay.what-is-gone
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * (1 - decay**t)

# %% exponential_decay.list-of-rates
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * decay ** np.arange(t + 1)

# %% exponential_decay.list-of-rates
def exponential_decay(lr0, t, decay=0.95):
    return [lr0 * decay**step for step in range(t)]

# %% exponential_decay.summed
def exponential_decay(lr0, t, decay=0.95):
    return sum(lr0 * decay**step for step in range(t))

# %% exponential_decay.summed
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * (1 - decay ** (t + 1)) / (1 - decay)

# %% exponential_decay.rounded
def exponential_decay(lr0, t, decay=0.95):
    return round(lr0 * decay**t, 4)

# %% exponential_decay.rounded
def exponential_decay(lr0, t, decay=0.95):
    return np.round(lr0 * decay**t, 2)

# %% exponential_decay.integer
def exponential_decay(lr0, t, decay=0.95):
    return int(lr0 * decay**t)

# %% exponential_decay.function-for-rate
def exponential_decay(lr0, t, decay=0.95):
    return lambda step: lr0 * decay**step

# %% exponential_decay.text
def exponential_decay(lr0, t, decay=0.95):
    return str(lr0 * decay**t)

# %% exponential_decay.print-for-return
def exponential_decay(lr0, t, decay=0.95):
    print(lr0 * decay**t)

# %% exponential_decay.no-return
def exponential_decay(lr0, t, decay=0.95):
    rate = lr0 * decay**t

# %% ?
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * decay ^ t

# %% ?
def exponential_decay(lr0, t, decay=0.95):
    return decay ** (lr0 * t)

# %% ?
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * decay ** np.sqrt(t)

# %% exponential_decay.not-from-scratch
from course.schedules import exponential_decay as ready_made

def exponential_decay(lr0, t, decay=0.95):
    return ready_made(lr0, decay)(t)

# %% exponential_decay.whole-numbers-cut-off
def exponential_decay(lr0, t, decay=0.95):
    rates = np.full(t + 1, lr0)
    for step in range(t):
        rates[step + 1] = rates[step] * decay
    return rates[t]

# %% exponential_decay.whole-numbers-cut-off
def exponential_decay(lr0, t, decay=0.95):
    rates = np.full(t + 1, lr0)
    for step in range(t + 1):
        rates[step] = lr0 * decay**step
    return rates[t]

# %% exponential_decay.whole-numbers-cut-off
def exponential_decay(lr0, t, decay=0.95):
    rate = np.zeros_like(lr0)
    rate[...] = lr0 * decay**t
    return rate

# %% ?
def exponential_decay(lr0, t, decay=0.95):
    rate = np.array(lr0)
    for _ in range(t):
        rate *= decay
    return rate

# %% exponential_decay.rounded
def exponential_decay(lr0, t, decay=0.95):
    rate = lr0 * decay**t
    return np.round(rate, 6)

# %% exponential_decay.decay-fixed
def exponential_decay(lr0, t, decay=0.95):
    decay = 0.9
    return lr0 * decay**t

# %% exponential_decay.rounded
def exponential_decay(lr0, t, decay=0.95):
    rate = lr0
    for _ in range(t):
        rate = round(rate * decay, 4)
    return rate

# %% ?
def exponential_decay(lr0, t, decay=0.95):
    rates = [lr0]
    for _ in range(200):
        rates.append(rates[-1] * decay)
    return rates[t]

# %% ?
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * decay ** min(t, 365)

# %% exponential_decay.decay-not-handed-on
def exponential_decay(lr0, t, decay=0.95):
    if t == 0:
        return lr0
    return exponential_decay(lr0, t - 1) * decay

# %% exponential_decay.decay-not-handed-on
def exponential_decay(lr0, t, decay=0.95):
    if t == 0:
        return lr0
    return exponential_decay(lr0 * decay, t - 1)

# %% exponential_decay.no-default
def exponential_decay(lr0, t, decay):
    return lr0 * decay**t

# %% exponential_decay.in-stairs
def exponential_decay(lr0, t, decay=0.95):
    return lr0 * decay ** (t // 20)

# %% exponential_decay.return-in-the-loop
def exponential_decay(lr0, t, decay=0.95):
    for i in range(t):
        lr0 = lr0 * decay
        return lr0
