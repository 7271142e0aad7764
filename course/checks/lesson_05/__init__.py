"""Exercises of lesson 05: linear regression with one feature and with several."""

from course.checks.lesson_05.article_houses import article_houses
from course.checks.lesson_05.closed_form import closed_form
from course.checks.lesson_05.exam_scores import exam_scores
from course.checks.lesson_05.fit import fit
from course.checks.lesson_05.fit_gd import fit_gd
from course.checks.lesson_05.gradients import gradients
from course.checks.lesson_05.mse import mse
from course.checks.lesson_05.scale import scale
from course.checks.lesson_05.unscale import unscale

LESSON = "05_linear_regression"
EXERCISES = (mse, gradients, fit, article_houses, scale, fit_gd, unscale, closed_form, exam_scores)
