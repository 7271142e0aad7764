# Wrong answers: each cell is named by the mistake that the check must name.

# %% step_decay.not-in-steps
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * drop ** (t / every)

# %% step_decay.remainder
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * drop ** (t % every)

# %% step_decay.other-default
def step_decay(lr0, t, drop=0.1, every=100):
    return lr0 * drop ** (t // every)

# %% step_decay.other-default
def step_decay(lr0, t, drop=0.5, every=10):
    return lr0 * drop ** (t // every)

# %% step_decay.drops-one-step-early
def step_decay(lr0, t, drop=0.5, every=100):
    step = t + 1
    return lr0 * drop ** (step // every)

# %% step_decay.drops-one-step-early
def step_decay(lr0, t, drop=0.5, every=100):
    rate = lr0
    for i in range(1, t + 2):
        if i % every == 0:
            rate *= drop
    return rate

# %% step_decay.drops-one-step-late
def step_decay(lr0, t, drop=0.5, every=100):
    while t > every:
        t = t - every
        lr0 = lr0 * drop
    return lr0

# %% step_decay.drops-one-step-late
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * drop ** ((t - 1) // every)

# %% step_decay.drops-one-step-late
def step_decay(lr0, t, drop=0.5, every=100):
    rate = lr0
    for i in range(1, t):
        if i % every == 0:
            rate *= drop
    return rate

# %% step_decay.only-one-drop
def step_decay(lr0, t, drop=0.5, every=100):
    if t < every:
        return lr0
    else:
        return lr0 * drop

# %% step_decay.only-at-the-drop
def step_decay(lr0, t, drop=0.5, every=100):
    if t % every == 0:
        lr0 = lr0 * drop
    return lr0

# %% step_decay.only-at-the-drop
def step_decay(lr0, t, drop=0.5, every=100):
    if t > 0 and t % every == 0:
        return lr0 * drop
    return lr0

# %% step_decay.only-at-the-drop
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * drop if t == every else lr0

# %% step_decay.count-rounded
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * drop ** round(t / every)

# %% step_decay.drop-too-many
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * drop ** np.ceil(t / every)

# %% step_decay.drop-too-many
def step_decay(lr0, t, drop=0.5, every=100):
    lr = lr0
    for i in range(t):
        if i % every == 0:
            lr = lr * drop
    return lr

# %% step_decay.drop-too-many
def step_decay(lr0, t, drop=0.5, every=100):
    lr = lr0
    for i in range(t + 1):
        if i % every == 0:
            lr = lr * drop
    return lr

# %% step_decay.drop-too-few
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * drop ** (t // every - 1)

# %% step_decay.drop-fixed
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * 0.5 ** (t // every)

# %% step_decay.drop-fixed
def step_decay(lr0, t, drop=0.5, every=100):
    for _ in range(t // every):
        lr0 = lr0 / 2
    return lr0

# %% step_decay.every-fixed
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * drop ** (t // 100)

# %% step_decay.by-for-to
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * (1 - drop) ** (t // every)

# %% step_decay.by-for-to
def step_decay(lr0, t, drop=0.5, every=100):
    rate = lr0
    for _ in range(t // every):
        rate = rate - drop * rate
    return rate

# %% step_decay.subtracted
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 - drop * (t // every)

# %% step_decay.subtracted
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * (1 - drop * (t // every))

# %% step_decay.subtracted
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 - drop ** (t // every)

# %% step_decay.subtracted
def step_decay(lr0, t, drop=0.5, every=100):
    k = t // every
    return lr0 - k * (lr0 - lr0 * drop)

# %% step_decay.times-for-power
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * drop * (t // every)

# %% step_decay.times-for-power
def step_decay(lr0, t, drop=0.5, every=100):
    drops = t // every
    if drops == 0:
        return lr0
    return lr0 * (drops * drop)

# %% step_decay.divided
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 / drop ** (t // every)

# %% step_decay.divided
def step_decay(lr0, t, drop=0.5, every=100):
    for _ in range(t // every):
        lr0 = lr0 / drop
    return lr0

# %% step_decay.divided-by-count
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 / (1 + drop * (t // every))

# %% step_decay.divided-by-count
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 / (t // every + 1)

# %% step_decay.power-upside-down
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * (t // every) ** drop

# %% step_decay.every-step
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * drop**t

# %% step_decay.division-upside-down
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * drop ** (every // t)

# %% step_decay.exponential-function
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * np.exp(-drop * (t // every))

# %% step_decay.exponential-function
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * np.exp(-drop * t / every)

# %% step_decay.first-rate-in-the-power
def step_decay(lr0, t, drop=0.5, every=100):
    return (lr0 * drop) ** (t // every)

# %% step_decay.brackets-missing
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * drop**t // every

# %% step_decay.brackets-missing
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * drop**t / every

# %% step_decay.always-one-drop
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * drop

# %% step_decay.first-rate-fixed
def step_decay(lr0, t, drop=0.5, every=100):
    lr0 = 0.01
    return lr0 * drop ** (t // every)

# %% step_decay.first-rate-fixed
def step_decay(lr0, t, drop=0.5, every=100):
    return 0.1 * drop ** (t // every)

# %% step_decay.factor-for-rate
def step_decay(lr0, t, drop=0.5, every=100):
    return drop ** (t // every)

# %% step_decay.step-not-used
def step_decay(lr0, t, drop=0.5, every=100):
    rate = lr0
    for step in range(t):
        if step > t:
            rate = rate * drop
    return rate

# %% step_decay.what-is-gone
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * (1 - drop ** (t // every))

# %% step_decay.list-of-rates
def step_decay(lr0, t, drop=0.5, every=100):
    return [lr0 * drop ** (step // every) for step in range(t + 1)]

# %% step_decay.list-of-rates
def step_decay(lr0, t, drop=0.5, every=100):
    rates = []
    for step in range(t):
        rates.append(lr0 * drop ** (step // every))
    return rates

# %% step_decay.summed
def step_decay(lr0, t, drop=0.5, every=100):
    total = 0
    for step in range(t + 1):
        total += lr0 * drop ** (step // every)
    return total

# %% step_decay.rounded
def step_decay(lr0, t, drop=0.5, every=100):
    return round(lr0 * drop ** (t // every), 3)

# %% step_decay.rounded
def step_decay(lr0, t, drop=0.5, every=100):
    return np.round(lr0 * drop ** (t // every), 2)

# %% step_decay.integer
def step_decay(lr0, t, drop=0.5, every=100):
    return int(lr0 * drop ** (t // every))

# %% step_decay.function-for-rate
def step_decay(lr0, t, drop=0.5, every=100):
    def schedule(t):
        return lr0 * drop ** (t // every)
    return schedule

# %% step_decay.text
def step_decay(lr0, t, drop=0.5, every=100):
    return f"{lr0 * drop ** (t // every):.6f}"

# %% step_decay.print-for-return
def step_decay(lr0, t, drop=0.5, every=100):
    print(lr0 * drop ** (t // every))

# %% step_decay.no-return
def step_decay(lr0, t, drop=0.5, every=100):
    rate = lr0 * drop ** (t // every)

# %% ?
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * drop ^ (t // every)

# %% ?
def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 ** drop * (t // every)

# %% ?
def step_decay(lr0, t, drop=0.5):
    return lr0 * drop ** (t // 100)

# %% ?
def step_decay(lr0, t, drop=0.5, every=100):
    return drop * every ** (t // lr0)

# %% step_decay.not-from-scratch
from course import schedules

def step_decay(lr0, t, drop=0.5, every=100):
    return schedules.step_decay(lr0, drop, every)(t)

# %% step_decay.whole-numbers-cut-off
def step_decay(lr0, t, drop=0.5, every=100):
    rates = np.full(t + 1, lr0)
    for step in range(1, t + 1):
        rates[step] = rates[step - 1] * drop if step % every == 0 else rates[step - 1]
    return rates[t]

# %% step_decay.whole-numbers-cut-off
def step_decay(lr0, t, drop=0.5, every=100):
    rate = np.array([lr0])
    for _ in range(t // every):
        rate[0] = rate[0] * drop
    return rate[0]

# %% step_decay.whole-numbers-cut-off
def step_decay(lr0, t, drop=0.5, every=100):
    rates = np.full(t + 1, lr0)
    for step in range(t + 1):
        rates[step] = lr0 * drop ** (step // every)
    return rates[-1]

# %% step_decay.whole-numbers-cut-off
def step_decay(lr0, t, drop=0.5, every=100):
    return type(lr0)(lr0 * drop ** (t // every))

# %% ?
def step_decay(lr0, t, drop=0.5, every=100):
    rate = np.array(lr0)
    for _ in range(t // every):
        rate *= drop
    return rate

# %% step_decay.rounded
def step_decay(lr0, t, drop=0.5, every=100):
    return round(lr0 * drop ** (t // every), 8)

# %% step_decay.rounded
def step_decay(lr0, t, drop=0.5, every=100):
    return float(f"{lr0 * drop ** (t // every):.6f}")

# %% step_decay.drop-fixed
def step_decay(lr0, t, drop=0.5, every=100):
    drop = 0.2
    return lr0 * drop ** (t // every)

# %% step_decay.every-fixed
def step_decay(lr0, t, drop=0.5, every=100):
    every = 10
    return lr0 * drop ** (t // every)

# %% step_decay.not-from-scratch
from course.schedules import exponential_decay

def step_decay(lr0, t, drop=0.5, every=100):
    return exponential_decay(lr0, drop)(t // every)

# %% step_decay.rounded
def step_decay(lr0, t, drop=0.5, every=100):
    rate = lr0
    for _ in range(t // every):
        rate = round(rate * drop, 3)
    return rate

# %% step_decay.arguments-in-another-order
def step_decay(lr0, t, every=100, drop=0.5):
    return lr0 * drop ** (t // every)

# %% step_decay.arguments-in-another-order
def step_decay(lr0, t, every=100, drop=0.5):
    rate = lr0
    for _ in range(int(t // every)):
        rate = rate * drop
    return rate

# %% step_decay.count-rounded
def step_decay(lr0, t, drop=0.5, every=100):
    drops = int(t / every + 0.5)
    return lr0 * drop**drops

# %% step_decay.other-default
def step_decay(lr0, t, drop=0.5, every=99):
    return lr0 * drop ** (t // every)

# %% step_decay.other-default
def step_decay(lr0, t, drop=0.5, every=101):
    return lr0 * drop ** (t // every)

# %% step_decay.no-default
def step_decay(lr0, t, drop, every):
    return lr0 * drop ** (t // every)

# %% step_decay.other-default
def step_decay(lr0, t, drop=0.1, every=30):
    return lr0 * drop ** (t // every)

# %% step_decay.every-is-one
def step_decay(lr0, t, drop=0.5, every=100):
    lr = lr0
    for step in range(2, t + 1):
        if step % every == 0:
            lr *= drop
    return lr

# %% step_decay.every-is-one
def step_decay(lr0, t, drop=0.5, every=100):
    rate = lr0
    # The step after the hundredth is the first one with the lower rate.
    for step in range(2, t + 2):
        if step % every == 1:
            rate = rate * drop
    return rate

# %% step_decay.dials-not-handed-on
def step_decay(lr0, t, drop=0.5, every=100):
    if t < every:
        return lr0
    return drop * step_decay(lr0, t - every)

# %% step_decay.dials-not-handed-on
def step_decay(lr0, t, drop=0.5, every=100):
    if t < every:
        return lr0
    return step_decay(lr0 * drop, t - every, drop)

# %% step_decay.only-some-drops
def step_decay(lr0, t, drop=0.5, every=100):
    if t < every:
        return lr0
    if t < 2 * every:
        return lr0 * drop
    return lr0 * drop * drop

# %% step_decay.only-some-drops
def step_decay(lr0, t, drop=0.5, every=100):
    lr = lr0
    for count in range(1, 4):
        if t >= count * every:
            lr = lr * drop
    return lr

# %% ?
drops = {0: 1.0, 1: 0.5, 2: 0.25}

def step_decay(lr0, t, drop=0.5, every=100):
    return lr0 * drops.get(t // every, 0.125)
