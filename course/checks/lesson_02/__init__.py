"""Exercises of lesson 02: the largest stable rate, rates compared, and a rate in other units."""

from course.checks.lesson_02.compare_rates import compare_rates
from course.checks.lesson_02.largest_stable_rate import largest_stable_rate
from course.checks.lesson_02.rate_in_new_units import rate_in_new_units
from course.checks.lesson_02.safe_walk import safe_walk

LESSON = "02_learning_rates"
EXERCISES = (largest_stable_rate, safe_walk, compare_rates, rate_in_new_units)
