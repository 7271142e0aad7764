"""Exercises of lesson 04: linear regression with one feature."""

from course.checks.lesson_04.exam_scores import exam_scores
from course.checks.lesson_04.fit import fit
from course.checks.lesson_04.gradients import gradients
from course.checks.lesson_04.mse import mse

LESSON = "04_linear_regression"
EXERCISES = (mse, gradients, fit, exam_scores)
