"""Exercises of lesson 05: several features, scaled, fitted, and chosen on a validation set."""

from course.checks.lesson_05.choose_columns import choose_columns
from course.checks.lesson_05.closed_form import closed_form
from course.checks.lesson_05.fit_gd import fit_gd
from course.checks.lesson_05.predict_price import predict_price
from course.checks.lesson_05.scale import scale
from course.checks.lesson_05.unscale import unscale

LESSON = "05_many_features"
EXERCISES = (scale, fit_gd, predict_price, unscale, closed_form, choose_columns)
