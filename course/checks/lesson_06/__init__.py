"""Exercises of lesson 06: mini-batch descent, judged by replaying it, and the article's `//`."""

from course.checks.lesson_06.find_the_floor import find_the_floor
from course.checks.lesson_06.sgd_epochs import sgd_epochs

LESSON = "06_mini_batches"
EXERCISES = (sgd_epochs, find_the_floor)
