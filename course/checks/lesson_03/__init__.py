"""Exercises of lesson 03: the gradient of a bowl, the walk on two weights, ravines."""

from course.checks.lesson_03.article_bowl import article_bowl
from course.checks.lesson_03.descend_2d import descend_2d
from course.checks.lesson_03.grad_2d import grad_2d
from course.checks.lesson_03.ravine_rates import ravine_rates
from course.checks.lesson_03.simultaneous_step import simultaneous_step

LESSON = "03_two_dimensions"
EXERCISES = (grad_2d, descend_2d, simultaneous_step, ravine_rates, article_bowl)
