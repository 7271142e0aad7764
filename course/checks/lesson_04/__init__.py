"""Exercises of lesson 04: mini-batch descent, judged by replaying it, and the article's `//`."""

from course.checks.lesson_04.find_the_floor import find_the_floor
from course.checks.lesson_04.sgd_epochs import sgd_epochs

LESSON = "04_mini_batches"
EXERCISES = (sgd_epochs, find_the_floor)
