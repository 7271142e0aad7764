"""Exercises of lesson 03: the gradient of a bowl, the walk on two weights, angles, ravines."""

from course.checks.lesson_03.angle_off import angle_off
from course.checks.lesson_03.descend_2d import descend_2d
from course.checks.lesson_03.grad_2d import grad_2d
from course.checks.lesson_03.ravine_rates import ravine_rates

LESSON = "03_two_dimensions"
EXERCISES = (grad_2d, descend_2d, angle_off, ravine_rates)
