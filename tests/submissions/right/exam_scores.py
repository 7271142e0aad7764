# Right answers, each in another dress: one cell, one whole answer.

# %% fractions by hand
exam_slope, exam_intercept = 193 / 28, 286 / 7
exam_loss = 1663 / 224
hours_for_75 = (75 - 286 / 7) / (193 / 28)

# %% four digits
exam_slope = 6.8929
exam_intercept = 40.8571
exam_loss = 7.4241
hours_for_75 = 4.9534

# %% polyfit
hours, score = np.arange(1, 9), np.array([45, 55, 60, 70, 80, 85, 88, 92])
exam_slope, exam_intercept = np.polyfit(hours, score, 1)
exam_loss = np.mean((np.polyval([exam_slope, exam_intercept], hours) - score) ** 2)
hours_for_75 = np.roots([exam_slope, exam_intercept - 75])

# %% a long walk
hours, score = np.arange(1, 9), np.array([45, 55, 60, 70, 80, 85, 88, 92])
exam_slope, exam_intercept = 5.0, 30.0
for _ in range(5000):
    error = exam_slope * hours + exam_intercept - score
    exam_slope, exam_intercept = (
        exam_slope - 0.02 * np.mean(error * hours),
        exam_intercept - 0.02 * np.mean(error),
    )
exam_loss = np.mean(error**2)
hours_for_75 = (75 - exam_intercept) / exam_slope

# %% a walk at rate 0.03
hours, score = np.arange(1, 9), np.array([45, 55, 60, 70, 80, 85, 88, 92])
w = b = 0.0
for _ in range(2000):
    e = w * hours + b - score
    w, b = w - 0.03 * 2 * np.mean(e * hours), b - 0.03 * 2 * np.mean(e)
exam_slope, exam_intercept, exam_loss, hours_for_75 = w, b, np.mean(e * e), (75 - b) / w

# %% normal equations
A = np.column_stack([np.arange(1, 9), np.ones(8)])
score = np.array([45, 55, 60, 70, 80, 85, 88, 92])
exam_slope, exam_intercept = np.linalg.solve(A.T @ A, A.T @ score)
exam_loss = np.mean((A @ [exam_slope, exam_intercept] - score) ** 2)
hours_for_75 = (75 - exam_intercept) / exam_slope

# %% covariance, float32
hours, score = np.arange(1, 9), np.array([45, 55, 60, 70, 80, 85, 88, 92])
C = np.cov(hours, score, bias=True)
exam_slope = np.float32(C[0, 1] / C[0, 0])
exam_intercept = np.float32(score.mean() - C[0, 1] / C[0, 0] * hours.mean())
exam_loss = np.float32(C[1, 1] - C[0, 1] ** 2 / C[0, 0])
hours_for_75 = np.float32((75 - 286 / 7) / (193 / 28))

# %% Fraction and arrays
from fractions import Fraction
exam_slope, exam_intercept = Fraction(193, 28), Fraction(286, 7)
exam_loss = np.array(7.424107142857)
hours_for_75 = (75 - exam_intercept) / exam_slope

# %% Decimal and one-number arrays
from decimal import Decimal
exam_slope, exam_intercept = Decimal("6.892857143"), Decimal("40.85714286")
exam_loss = np.array([1663 / 224])
hours_for_75 = np.array([(75 - 286 / 7) / (193 / 28)])

# %% four digits, and hours from those
exam_slope, exam_intercept, exam_loss = 6.8929, 40.8571, 7.4241
hours_for_75 = round((75 - exam_intercept) / exam_slope, 4)
