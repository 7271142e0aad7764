# Wrong answers: each cell is named by the mistake that the check must name.

# %% article_saddle.as-in-the-article
along_the_horse = "down"
to_the_sides = "up"
steps_until_gone = 76
w2_on_the_ridge = 0

# %% article_saddle.a-bowl
along_the_horse = "up"
to_the_sides = "up"
steps_until_gone = 76
w2_on_the_ridge = 0

# %% article_saddle.a-hill
along_the_horse = "down"
to_the_sides = "down"
steps_until_gone = 76
w2_on_the_ridge = 0

# %% article_saddle.another-word
along_the_horse = "rises"
to_the_sides = "falls"
steps_until_gone = 76
w2_on_the_ridge = 0

# %% article_saddle.another-word
along_the_horse = 2.25
to_the_sides = -2.25
steps_until_gone = 76
w2_on_the_ridge = 0

# %% article_saddle.one-step-too-few
along_the_horse = "up"
to_the_sides = "down"
w2, steps_until_gone = 1e-6, -1
while w2 <= 1:
    w2 = w2 + 0.2 * w2
    steps_until_gone += 1
w2_on_the_ridge = 0

# %% article_saddle.one-step-too-many
along_the_horse = "up"
to_the_sides = "down"
weights = [1e-6]
while weights[-1] <= 1:
    weights.append(1.2 * weights[-1])
steps_until_gone = len(weights)
w2_on_the_ridge = 0

# %% article_saddle.slope-without-2
along_the_horse = "up"
to_the_sides = "down"
w2, steps_until_gone = 1e-6, 0
while w2 <= 1:
    w2 = w2 + 0.1 * w2
    steps_until_gone += 1
w2_on_the_ridge = 0

# %% article_saddle.other-rate
along_the_horse = "up"
to_the_sides = "down"
w2, steps_until_gone = 1e-6, 0
while w2 <= 1:
    w2 = w2 + 0.01 * 2 * w2
    steps_until_gone += 1
w2_on_the_ridge = 0

# %% article_saddle.not-whole
along_the_horse = "up"
to_the_sides = "down"
steps_until_gone = np.log(1e6) / np.log(1.2)
w2_on_the_ridge = 0

# %% article_saddle.never-gone
along_the_horse = "up"
to_the_sides = "down"
steps_until_gone = float("inf")
w2_on_the_ridge = 0

# %% article_saddle.never-gone
along_the_horse = "up"
to_the_sides = "down"
weights = [1e-6 * 1.2**t for t in range(51)]
steps_until_gone = int(np.argmax(np.array(weights) > 1))
w2_on_the_ridge = 0

# %% article_saddle.leaves-the-ridge
along_the_horse = "up"
to_the_sides = "down"
steps_until_gone = 76
w2_on_the_ridge = 1e-6 * 1.2**100

# %% article_saddle.first-weight
along_the_horse = "up"
to_the_sides = "down"
steps_until_gone = 76
w2_on_the_ridge = (1.0, 0.0)

# %% ?
along_the_horse = "up"
to_the_sides = "down"
steps_until_gone = 14
w2_on_the_ridge = 0

# %% ?
along_the_horse = "up"
to_the_sides = "down"
steps_until_gone = "76"
w2_on_the_ridge = 0

# %% ?
along_the_horse = "up"
to_the_sides = "down"
steps_until_gone = 76
w2_on_the_ridge = 3.0

# %% article_saddle.a-hill
along_the_horse = "down"
to_the_sides = "down"
steps_until_gone = 76
w2_on_the_ridge = 0.0

# %% article_saddle.other-start
along_the_horse = "up"
to_the_sides = "down"
w2, steps_until_gone = 0.00001, 0
while w2 <= 1:
    w2 = w2 + 0.1 * 2 * w2
    steps_until_gone += 1
w2_on_the_ridge = 0

# %% article_saddle.leaves-the-ridge
along_the_horse = "up"
to_the_sides = "down"
steps_until_gone = 76
w2_on_the_ridge = 1.04

# %% article_saddle.leaves-the-ridge
along_the_horse = "up"
to_the_sides = "down"
steps_until_gone = 76
w2_on_the_ridge = 1e-6 * 1.2**1000

# %% article_saddle.first-weight
along_the_horse = "up"
to_the_sides = "down"
steps_until_gone = 76
w = np.array([1.0, 0.0])
for _ in range(1000):
    w = w - 0.1 * np.array([2, -2]) * w
w2_on_the_ridge = w[0]

# %% article_saddle.value-missing
along_the_horse = "up"
to_the_sides = "down"
steps_until_gone = 76

# %% article_saddle.a-bowl + article_saddle.one-step-too-few
along_the_horse = "up"
to_the_sides = "up"
steps_until_gone = 75
w2_on_the_ridge = 0

# %% ?
along_the_horse = "7.77"
to_the_sides = "7.77"
steps_until_gone = 76
w2_on_the_ridge = 7.77
