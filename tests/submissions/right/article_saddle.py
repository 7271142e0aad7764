# Right answers, each in another dress: one cell, one whole answer.

# %% typed
along_the_horse = "up"
to_the_sides = "down"
steps_until_gone = 76
w2_on_the_ridge = 0

# %% loop
along_the_horse, to_the_sides = "up", "down"
w1, w2, steps_until_gone = 1.0, 1e-6, 0
while abs(w2) <= 1:
    w1, w2 = w1 - 0.1 * 2 * w1, w2 + 0.1 * 2 * w2
    steps_until_gone += 1
w2_on_the_ridge = 0 * 1.2**1000

# %% closed form
import math
along_the_horse = "Up"
to_the_sides = "Down"
steps_until_gone = math.ceil(math.log(1e6) / math.log(1.2))
w2_on_the_ridge = 0.0

# %% arrays
w = np.array([1.0, 1e-6])
count = 0
while np.abs(w[1]) <= 1:
    w = w - 0.1 * np.array([2, -2]) * w
    count += 1
steps_until_gone = np.array(count)
w = np.array([1.0, 0.0])
for _ in range(1000):
    w = w - 0.1 * np.array([2, -2]) * w
w2_on_the_ridge = w[1]
along_the_horse = "up"
to_the_sides = "down"

# %% from the loss itself
f = lambda w1, w2: w1**2 - w2**2
along_the_horse = "up" if f(0.1, 0) > f(0, 0) else "down"
to_the_sides = "up" if f(0, 0.1) > f(0, 0) else "down"
steps_until_gone = next(t for t in range(1000) if 1e-6 * 1.2**t > 1)
w2_on_the_ridge = -0.0

# %% with the course's own code
from course import descent
from course.landscapes import saddle
path = descent.descend(saddle, [1, 1e-6], 0.1, 200)
steps_until_gone = np.argmax(np.abs(path.weights[:, 1]) > 1)
w2_on_the_ridge = descent.descend(saddle, [1, 0], 0.1, 1000).final[1]
along_the_horse, to_the_sides = ("up ", " down")

# %% float32 and one-element list
along_the_horse = "UP"
to_the_sides = "DOWN"
steps_until_gone = np.float32(76)
w2_on_the_ridge = [0.0]

# %% recursion
def count(w2):
    return 0 if abs(w2) > 1 else 1 + count(1.2 * w2)
along_the_horse = "up"
to_the_sides = "down"
steps_until_gone = count(1e-6)
w2_on_the_ridge = float(0)

# %% fractions
from fractions import Fraction
w2, steps_until_gone = Fraction(1, 1_000_000), Fraction(0)
while w2 <= 1:
    w2, steps_until_gone = w2 * Fraction(6, 5), steps_until_gone + 1
w2_on_the_ridge = Fraction(0)
along_the_horse, to_the_sides = "up", "down"
