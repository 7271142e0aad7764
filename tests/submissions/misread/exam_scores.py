# Wrong answers that look like a mistake that they are not: the name must not be told.

# %% exam_scores.rounded
exam_slope, exam_intercept, exam_loss, hours_for_75 = 6.8, 40.8571, 7.4241, 4.9534

# %% exam_scores.not-the-lowest
exam_slope, exam_intercept, exam_loss, hours_for_75 = 6.5, 42.0, 7.4241, 4.9534

# %% exam_scores.whole-hours
exam_slope, exam_intercept, exam_loss, hours_for_75 = 6.8929, 40.8571, 7.4241, 6

# %% exam_scores.swapped
exam_slope, exam_intercept, exam_loss, hours_for_75 = 40.8571, 40.8571, 7.4241, 4.9534

# %% exam_scores.sum-for-mean
exam_slope, exam_intercept, exam_loss, hours_for_75 = 6.8929, 40.8571, 70.0, 4.9534
