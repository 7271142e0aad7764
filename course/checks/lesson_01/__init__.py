"""Exercises of lesson 01: a slope, a walk, the quartic's two valleys, an impossible table."""

from course.checks.lesson_01.article_table import article_table
from course.checks.lesson_01.deeper_valley import deeper_valley
from course.checks.lesson_01.descend import descend
from course.checks.lesson_01.numerical_gradient import numerical_gradient
from course.checks.lesson_01.quartic_walk import quartic_walk

LESSON = "01_one_dimension"
EXERCISES = (descend, numerical_gradient, quartic_walk, deeper_valley, article_table)
