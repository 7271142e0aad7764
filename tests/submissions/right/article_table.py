# Right answers, each in another dress: one cell, one whole answer.

# %% typed with four digits
true_final_weight = 3.9424
true_final_loss = 2.0033
lowest_possible_loss = 2.0

# %% loop
w = -1.0
for _ in range(20):
    w = w - 0.1 * 2 * (w - 4)
true_final_weight = w
true_final_loss = (w - 4) ** 2 + 2
lowest_possible_loss = 2

# %% closed form
true_final_weight = 4 - 5 * 0.8**20
true_final_loss = 2 + 25 * 0.64**20
lowest_possible_loss = 2 + 0 * 25

# %% with the course's own code
from course import descent
from course.landscapes import parabola

run = descent.descend(parabola, -1.0, 0.1, 20)
true_final_weight = run.final
true_final_loss = run.losses[-1]
lowest_possible_loss = parabola(4.0)

# %% 0-d arrays
true_final_weight = np.array(3.9423539)
true_final_loss = np.array(2.0033231)
lowest_possible_loss = np.array(2)

# %% float32
w = np.float32(-1)
for _ in range(20):
    w = w - np.float32(0.1) * 2 * (w - 4)
true_final_weight, true_final_loss = w, (w - 4) ** 2 + 2
lowest_possible_loss = np.float32(2)

# %% measured slope
f = lambda w: (w - 4) ** 2 + 2
weights = [-1.0]
for _ in range(20):
    w = weights[-1]
    weights.append(w - 0.1 * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4)
true_final_weight = weights[-1]
true_final_loss = f(weights[-1])
lowest_possible_loss = min(f(w) for w in np.arange(0, 8, 0.5))

# %% one-element lists
true_final_weight = [3.94235]
true_final_loss = [2.00332]
lowest_possible_loss = [2.0]
