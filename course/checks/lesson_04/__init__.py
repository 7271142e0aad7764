"""Exercises of lesson 04: linear regression with one feature and with several."""

from course.checks.lesson_04.article_houses import article_houses
from course.checks.lesson_04.closed_form import closed_form
from course.checks.lesson_04.exam_scores import exam_scores
from course.checks.lesson_04.fit import fit
from course.checks.lesson_04.fit_gd import fit_gd
from course.checks.lesson_04.gradients import gradients
from course.checks.lesson_04.mse import mse
from course.checks.lesson_04.scale import scale
from course.checks.lesson_04.unscale import unscale

LESSON = "04_linear_regression"
EXERCISES = (mse, gradients, fit, article_houses, scale, fit_gd, unscale, closed_form, exam_scores)
