# Wrong answers: each cell is named by the mistake that the check must name.

# %% grad_2d.forward-difference
def grad_2d(w):
    def loss(w1, w2):
        return (w1 - 3) ** 2 + (w2 + 1) ** 2
    w1, w2 = w
    h = 1e-4
    return [(loss(w1 + h, w2) - loss(w1, w2)) / h, (loss(w1, w2 + h) - loss(w1, w2)) / h]

# %% grad_2d.center-sign
def grad_2d(w):
    return np.array([2 * (w[0] - 3), 2 * (w[1] - 1)])

# %% grad_2d.center-sign
def grad_2d(w):
    return 2 * (w + np.array([3, -1]))

# %% grad_2d.sign-flipped
def grad_2d(w):
    return -2 * (w - np.array([3, -1]))

# %% grad_2d.factor-missing
def grad_2d(w):
    return w - np.array([3, -1])

# %% grad_2d.factor-missing
def grad_2d(w):
    g1 = 2 * (w[0] - 3)
    g2 = (w[1] + 1)
    return np.array([g1, g2])

# %% grad_2d.brackets-missing
def grad_2d(w):
    return np.array([2 * w[0] - 3, 2 * w[1] + 1])

# %% grad_2d.centers-missing
def grad_2d(w):
    return 2 * w

# %% grad_2d.swapped
def grad_2d(w):
    g = 2 * (w - np.array([3, -1]))
    return g[::-1]

# %% grad_2d.wrong-weight
def grad_2d(w):
    return [2 * (w[0] - 3), 2 * (w[0] + 1)]

# %% grad_2d.wrong-weight
def grad_2d(w):
    w2, w1 = w
    return [2 * (w1 - 3), 2 * (w2 + 1)]

# %% grad_2d.other-term-kept
def grad_2d(w):
    w1, w2 = w
    return np.array([2 * (w1 - 3) + (w2 + 1) ** 2, (w1 - 3) ** 2 + 2 * (w2 + 1)])

# %% grad_2d.square-kept
def grad_2d(w):
    return np.array([2 * (w[0] - 3) ** 2, 2 * (w[1] + 1) ** 2])

# %% grad_2d.square-kept
def grad_2d(w):
    return (w - np.array([3, -1])) ** 2

# %% grad_2d.returned-loss
def grad_2d(w):
    return (w[0] - 3) ** 2 + (w[1] + 1) ** 2

# %% grad_2d.summed
def grad_2d(w):
    return 2 * (w[0] - 3) + 2 * (w[1] + 1)

# %% grad_2d.summed
def grad_2d(w):
    loss = lambda w: (w[0] - 3) ** 2 + (w[1] + 1) ** 2
    return (loss(w + 1e-4) - loss(w - 1e-4)) / 2e-4

# %% grad_2d.one-slope-only
def grad_2d(w):
    return 2 * (w[0] - 3)
    return 2 * (w[1] + 1)

# %% grad_2d.one-slope-only
def grad_2d(w):
    g = np.zeros(2)
    g[1] = 2 * (w[1] + 1)
    return g

# %% grad_2d.length
def grad_2d(w):
    g = 2 * (w - np.array([3, -1]))
    return np.linalg.norm(g)

# %% grad_2d.direction-only
def grad_2d(w):
    g = 2 * (w - np.array([3, -1]))
    return g / np.sqrt(g @ g)

# %% grad_2d.direction-only
def grad_2d(w):
    g = 2 * (w - np.array([3, -1]))
    return np.sign(g)

# %% grad_2d.absolute
def grad_2d(w):
    return [2 * abs(w[0] - 3), 2 * abs(w[1] + 1)]

# %% grad_2d.returned-step
def grad_2d(w):
    g = 2 * (w - np.array([3, -1]))
    w = w - 0.1 * g
    return w

# %% grad_2d.returned-step
def grad_2d(w):
    g = 2 * (w - np.array([3, -1]))
    return 0.1 * g

# %% grad_2d.rounded
def grad_2d(w):
    return np.round([2 * (w[0] - 3), 2 * (w[1] + 1)], 2)

# %% grad_2d.rounded
def grad_2d(w):
    return [int(2 * (w[0] - 3)), int(2 * (w[1] + 1))]

# %% grad_2d.upward-component
def grad_2d(w):
    loss = (w[0] - 3) ** 2 + (w[1] + 1) ** 2
    return np.array([2 * (w[0] - 3), 2 * (w[1] + 1), loss])

# %% grad_2d.extra-brackets
def grad_2d(w):
    return np.array([[2 * (w[0] - 3)], [2 * (w[1] + 1)]])

# %% grad_2d.extra-brackets
def grad_2d(w):
    return np.diag([2.0, 2.0]) * (w - np.array([3, -1]))

# %% grad_2d.two-arguments
def grad_2d(w1, w2):
    return np.array([2 * (w1 - 3), 2 * (w2 + 1)])

# %% grad_2d.print-for-return
def grad_2d(w):
    print(2 * (w[0] - 3), 2 * (w[1] + 1))

# %% grad_2d.no-return
def grad_2d(w):
    gradient = 2 * (w - np.array([3, -1]))

# %% grad_2d.input-changed
def grad_2d(w):
    w -= np.array([3, -1])
    w *= 2
    return w

# %% grad_2d.not-from-scratch
from course.landscapes import bowl

def grad_2d(w):
    return bowl.gradient(w)

# %% grad_2d.not-an-array
def grad_2d(w):
    w1, w2 = w
    return 2 * w1 - 6, 2 * w2 + 2

# %% grad_2d.not-an-array
def grad_2d(weights):
    slopes = []
    for weight, lowest in zip(weights, [3.0, -1.0]):
        slopes.append(2 * (weight - lowest))
    return slopes

# %% grad_2d.not-an-array
def grad_2d(w):
    return [np.float32(2 * (w[0] - 3)), np.float32(2 * (w[1] + 1))]

# %% grad_2d.not-an-array
def grad_2d(w):
    loss = lambda a, b: (a - 3) ** 2 + (b + 1) ** 2
    return [loss(w[0] + 1e-20j, w[1]).imag / 1e-20, loss(w[0], w[1] + 1e-20j).imag / 1e-20]

# %% grad_2d.not-an-array
def grad_2d(w):
    return 2*(w[0]-3), 2*(w[1]+1)

# %% grad_2d.not-an-array
def grad_2d(w):
    for weight, lowest in zip(w, (3, -1)):
        yield 2 * (weight - lowest)

# %% grad_2d.whole-numbers-cut-off
def grad_2d(w):
    def loss(w):
        return (w[0] - 3) ** 2 + (w[1] + 1) ** 2
    g = np.zeros(2)
    for i in range(2):
        shift = np.zeros_like(w)
        shift[i] = 1e-4
        g[i] = (loss(w + shift) - loss(w - shift)) / 2e-4
    return g

# %% grad_2d.whole-numbers-cut-off
from course.landscapes import bowl

def grad_2d(w):
    h = 1e-4
    g = np.empty_like(w)
    for i in range(2):
        shift = np.zeros(2)
        shift[i] = h
        g[i] = (bowl(w + shift) - bowl(w - shift)) / (2 * h) - 1e-9
    return g

# %% grad_2d.rounded
def grad_2d(w):
    return np.array([round(2 * (w[0] - 3), 4), round(2 * (w[1] + 1), 4)])

# %% grad_2d.other-term-kept
def grad_2d(w):
    return np.array([2 * (w[0] - 3) + (w[1] + 1) ** 2, 2 * (w[1] + 1)])

# %% grad_2d.input-changed
def grad_2d(w):
    w -= np.array([3.0, -1.0])
    return 2 * w

# %% grad_2d.not-from-scratch
from course import descent
from course.landscapes import bowl

def grad_2d(w):
    return descent.numerical_gradient(bowl, w)

# %% ?
def grad_2d(w):
    return np.array([10.0, 14.0])

# %% ?
def grad_2d(w):
    return {"w1": 2 * (w[0] - 3), "w2": 2 * (w[1] + 1)}

# %% ?
def grad_2d(w):
    return [3 * (w[0] - 3) ** 2, 2 * (w[1] + 1)]

# %% ?
def grad_2d(w):
    f = lambda w: (w[0] - 3) ** 2 + (w[1] + 1) ** 2
    g, h = np.zeros(2), 1e-4
    for i in range(2):
        ahead, back = w.copy(), w.copy()
        ahead[i] += h
        back[i] -= h
        g[i] = (f(ahead) - f(back)) / (2 * h)
    return g

# %% grad_2d.center-sign
def grad_2d(w):
    return 2 * (w - 3)

# %% grad_2d.center-sign
def grad_2d(w):
    return np.array([2 * (w[0] + 1), 2 * (w[1] + 1)])

# %% grad_2d.array-brackets-missing
def grad_2d(w):
    return np.array(2 * (w[0] - 3), 2 * (w[1] + 1))

# %% grad_2d.one-slope-only
def grad_2d(w):
    first, second = 2 * (w[0] - 3), 2 * (w[1] + 1)
    return first
    return second

# %% grad_2d.factor-missing
def grad_2d(w):
    return np.array([2 * (w[0] - 3), w[1] + 1])

# %% grad_2d.whole-place-in-a-bracket
def grad_2d(w):
    return 2 * (w - 3) + 2 * (w + 1)

# %% ?
def grad_2d(w):
    return np.clip(np.array([2 * (w[0] - 3), 2 * (w[1] + 1)]), -100, 100)
