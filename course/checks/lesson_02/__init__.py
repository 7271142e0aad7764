"""Exercises of lesson 02: three learning rates compared, the largest stable rate, wrong rows."""

from course.checks.lesson_02.article_rates import article_rates
from course.checks.lesson_02.compare_rates import compare_rates
from course.checks.lesson_02.largest_stable_rate import largest_stable_rate

LESSON = "02_learning_rates"
EXERCISES = (compare_rates, largest_stable_rate, article_rates)
