# Wrong answers: each cell is named by the mistake that the check must name.

# %% exam_scores.not-the-lowest
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
exam_slope, exam_intercept = 7.4, 40.6
exam_loss = np.mean((exam_slope * hours + exam_intercept - score) ** 2)
hours_for_75 = (75 - exam_intercept) / exam_slope

# %% exam_scores.stopped-after-1000-steps
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
base, weight = 30, 5
for _ in range(1000):
    error = base + weight * hours - score
    base, weight = base - 0.01 * 2 * error.mean(), weight - 0.01 * 2 * (error * hours).mean()
exam_slope, exam_intercept = weight, base
exam_loss = np.mean((weight * hours + base - score) ** 2)
hours_for_75 = (75 - base) / weight

# %% exam_scores.stopped-from-zero
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
w = b = 0.0
for _ in range(1000):
    error = w * hours + b - score
    w, b = w - 0.01 * 2 * (error * hours).mean(), b - 0.01 * 2 * error.mean()
exam_slope, exam_intercept = w, b
exam_loss = np.mean((w * hours + b - score) ** 2)
hours_for_75 = (75 - b) / w

# %% exam_scores.rounded
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
exam_slope, exam_intercept = 6.9, 40.9
exam_loss = np.mean((exam_slope * hours + exam_intercept - score) ** 2)
hours_for_75 = (75 - exam_intercept) / exam_slope

# %% exam_scores.swapped
exam_intercept, exam_slope = np.polyfit(range(1, 9), [45, 55, 60, 70, 80, 85, 88, 92], 1)
exam_loss = 7.424107142857
hours_for_75 = 4.953367875648

# %% exam_scores.sum-for-mean
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
exam_slope, exam_intercept = np.polyfit(hours, score, 1)
exam_loss = np.sum((exam_slope * hours + exam_intercept - score) ** 2)
hours_for_75 = (75 - exam_intercept) / exam_slope

# %% exam_scores.half
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
exam_slope, exam_intercept = np.polyfit(hours, score, 1)
exam_loss = 1 / (2 * 8) * np.sum((exam_slope * hours + exam_intercept - score) ** 2)
hours_for_75 = (75 - exam_intercept) / exam_slope

# %% exam_scores.root
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
exam_slope, exam_intercept = np.polyfit(hours, score, 1)
exam_loss = np.sqrt(np.mean((exam_slope * hours + exam_intercept - score) ** 2))
hours_for_75 = (75 - exam_intercept) / exam_slope

# %% exam_scores.score-for-75-hours
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
exam_slope, exam_intercept = np.polyfit(hours, score, 1)
exam_loss = np.mean((exam_slope * hours + exam_intercept - score) ** 2)
hours_for_75 = exam_slope * 75 + exam_intercept

# %% exam_scores.intercept-forgotten
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
exam_slope, exam_intercept = np.polyfit(hours, score, 1)
exam_loss = np.mean((exam_slope * hours + exam_intercept - score) ** 2)
hours_for_75 = 75 / exam_slope

# %% exam_scores.whole-hours
exam_slope, exam_intercept, exam_loss = 193 / 28, 286 / 7, 7.424107142857
hours_for_75 = 5

# %% ?
exam_slope, exam_intercept, exam_loss, hours_for_75 = "6.8929", "40.8571", "7.4241", "4.9534"

# %% ?
exam_slope = 193 / 28

# %% ?
exam_slope, exam_intercept = np.polyfit([45, 55, 60, 70, 80, 85, 88, 92], range(1, 9), 1)
exam_loss, hours_for_75 = 7.424107142857, 4.953367875648

# %% exam_scores.diverged
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
w = b = 0.0
for _ in range(5000):
    e = w * hours + b - score
    w, b = w - 0.1 * 2 * (e * hours).mean(), b - 0.1 * 2 * e.mean()
exam_slope, exam_intercept = w, b
exam_loss = np.mean((w * hours + b - score) ** 2)
hours_for_75 = (75 - b) / w

# %% exam_scores.scores-for-hours
exam_slope, exam_intercept = np.polyfit([45, 55, 60, 70, 80, 85, 88, 92], range(1, 9), 1)
exam_loss = 1663 / 224
hours_for_75 = (75 - 286 / 7) / (193 / 28)

# %% exam_scores.stopped-from-zero
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
w = b = 0.0
for _ in range(500):
    error = w * hours + b - score
    w, b = w - 0.01 * 2 * (error * hours).mean(), b - 0.01 * 2 * error.mean()
exam_slope, exam_intercept = w, b
exam_loss = np.mean((w * hours + b - score) ** 2)
hours_for_75 = (75 - b) / w

# %% exam_scores.rounded
exam_slope, exam_intercept, exam_loss, hours_for_75 = 6.89, 40.86, 7.42, 4.95

# %% exam_scores.rounded
exam_slope, exam_intercept = 193 / 28, 286 / 7
exam_loss, hours_for_75 = 7.424, 4.953

# %% exam_scores.not-the-lowest
exam_slope, exam_intercept, exam_loss, hours_for_75 = 7.4, 40.6, 1663 / 224, 4.953367875648

# %% exam_scores.not-the-lowest + exam_scores.sum-for-mean
exam_slope, exam_intercept, exam_loss, hours_for_75 = 7.4, 40.6, 1663 / 28, 4.953367875648

# %% ?
exam_slope, exam_intercept, exam_loss, hours_for_75 = 7.0, 40.0, 7.4241, 4.9534

# %% exam_scores.stopped-from-zero
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
w = b = 0.0
for _ in range(500):
    error = w * hours + b - score
    w, b = w - 0.03 * 2 * (error * hours).mean(), b - 0.03 * 2 * error.mean()
exam_slope, exam_intercept = w, b
exam_loss = np.mean((w * hours + b - score) ** 2)
hours_for_75 = (75 - b) / w

# %% exam_scores.stopped-from-zero
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
w = b = 0.0
for _ in range(1500):
    error = w * hours + b - score
    w, b = w - 0.01 * 2 * (error * hours).mean(), b - 0.01 * 2 * error.mean()
exam_slope, exam_intercept = w, b
exam_loss = np.mean((w * hours + b - score) ** 2)
hours_for_75 = (75 - b) / w

# %% exam_scores.stopped-from-zero
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
w = b = 0.0
for _ in range(2000):
    error = w * hours + b - score
    w, b = w - 0.01 * 2 * (error * hours).mean(), b - 0.01 * 2 * error.mean()
exam_slope, exam_intercept = w, b
exam_loss = np.mean((w * hours + b - score) ** 2)
hours_for_75 = (75 - b) / w

# %% exam_scores.stopped-from-zero
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
w = b = 0.0
for _ in range(1000):
    error = w * hours + b - score
    w, b = w - 0.03 * 2 * (error * hours).mean(), b - 0.03 * 2 * error.mean()
exam_slope, exam_intercept = w, b
exam_loss = np.mean((w * hours + b - score) ** 2)
hours_for_75 = (75 - b) / w

# %% exam_scores.stopped-from-zero
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
w = b = 0.0
for _ in range(500):
    error = w * hours + b - score
    w, b = w - 0.02 * 2 * (error * hours).mean(), b - 0.02 * 2 * error.mean()
exam_slope, exam_intercept = w, b
exam_loss = np.mean((w * hours + b - score) ** 2)
hours_for_75 = (75 - b) / w

# %% exam_scores.brackets-missing
exam_slope, exam_intercept = 193 / 28, 286 / 7
exam_loss = 1663 / 224
hours_for_75 = 75 - exam_intercept / exam_slope

# %% exam_scores.intercept-added
exam_slope, exam_intercept = 193 / 28, 286 / 7
exam_loss = 1663 / 224
hours_for_75 = (75 + exam_intercept) / exam_slope

# %% exam_scores.loss-on-other-data
from course import data
houses = data.five_houses()
exam_slope, exam_intercept = 193 / 28, 286 / 7
exam_loss = np.mean((exam_slope * houses.x + exam_intercept - houses.y) ** 2)
hours_for_75 = (75 - exam_intercept) / exam_slope

# %% exam_scores.fewer-than-n
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
exam_slope, exam_intercept = np.polyfit(hours, score, 1)
error = exam_slope * hours + exam_intercept - score
exam_loss = np.sum(error**2) / (len(error) - 2)
hours_for_75 = (75 - exam_intercept) / exam_slope

# %% exam_scores.fewer-than-n
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
exam_slope, exam_intercept = np.polyfit(hours, score, 1)
error = exam_slope * hours + exam_intercept - score
exam_loss = np.var(error, ddof=1)
hours_for_75 = (75 - exam_intercept) / exam_slope

# %% exam_scores.absolute-errors
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
exam_slope, exam_intercept = np.polyfit(hours, score, 1)
error = exam_slope * hours + exam_intercept - score
exam_loss = np.mean(abs(error))
hours_for_75 = (75 - exam_intercept) / exam_slope

# %% exam_scores.divided-before-the-intercept
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
exam_slope, exam_intercept = np.polyfit(hours, score, 1)
error = exam_slope * hours + exam_intercept - score
exam_loss = np.mean(error**2)
hours_for_75 = 75 / exam_slope + exam_intercept

# %% exam_scores.loss-of-the-swapped-line
hours, scores = np.arange(1.0, 9), np.array([45.0, 55, 60, 70, 80, 85, 88, 92])

def loss_of(x, y, w, b):
    return np.mean((w * x + b - y) ** 2)

exam_slope, exam_intercept = np.polyfit(hours, scores, 1)
exam_loss = loss_of(hours, scores, exam_intercept, exam_slope)
hours_for_75 = (75 - exam_intercept) / exam_slope

# %% exam_scores.hours-below-zero
exam_slope, exam_intercept = 193 / 28, 286 / 7
exam_loss = 1663 / 224
hours_for_75 = (exam_intercept - 75) / exam_slope

# %% exam_scores.changed-places
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
exam_slope, exam_intercept = np.polyfit(hours, score, 1)
hours_for_75 = np.mean((exam_slope * hours + exam_intercept - score) ** 2)
exam_loss = (75 - exam_intercept) / exam_slope

# %% exam_scores.value-of-another
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
exam_slope, exam_intercept = np.polyfit(hours, score, 1)
exam_loss = np.mean((exam_slope * hours + exam_intercept - score) ** 2)
hours_for_75 = exam_slope

# %% exam_scores.square-of-the-mean
from course import data, regression

exam = data.exam_scores()
exam_slope, exam_intercept = regression.least_squares(exam.x, exam.y)
exam_loss = np.mean(exam_slope * exam.x + exam_intercept - exam.y) ** 2
hours_for_75 = (75 - exam_intercept) / exam_slope

# %% exam_scores.through-the-origin
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
exam_slope, exam_intercept = (hours @ score) / (hours @ hours), 0
exam_loss = np.mean((exam_slope * hours - score) ** 2)
hours_for_75 = 75 / exam_slope

# %% exam_scores.through-the-ends
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
exam_slope = (score[-1] - score[0]) / (hours[-1] - hours[0])
exam_intercept = score[0] - exam_slope * hours[0]
exam_loss = np.mean((exam_slope * hours + exam_intercept - score) ** 2)
hours_for_75 = (75 - exam_intercept) / exam_slope

# %% exam_scores.line-for-a-number
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
exam_slope = np.polyfit(hours, score, 1)
exam_intercept = exam_slope
exam_loss = np.mean((exam_slope[0] * hours + exam_slope[1] - score) ** 2)
hours_for_75 = (75 - exam_slope[1]) / exam_slope[0]


# %% exam_scores.whole-hours
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
exam_slope, exam_intercept = np.polyfit(hours, score, 1)
exam_loss = np.mean((exam_slope * hours + exam_intercept - score) ** 2)
hours_for_75 = int((75 - exam_intercept) / exam_slope)

# %% exam_scores.mean-for-the-intercept
hours = np.arange(1, 9)
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
exam_slope, best = np.polyfit(hours, score, 1)
exam_loss = np.mean((exam_slope * hours + best - score) ** 2)
hours_for_75 = (75 - best) / exam_slope
exam_intercept = np.mean(score)
