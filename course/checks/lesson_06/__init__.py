"""Exercises of lesson 06: batches, mini-batch descent judged by replaying it, and a `//`."""

from course.checks.lesson_06.find_the_floor import find_the_floor
from course.checks.lesson_06.sgd_epochs import sgd_epochs
from course.checks.lesson_06.shuffled_batches import shuffled_batches

LESSON = "06_mini_batches"
EXERCISES = (shuffled_batches, sgd_epochs, find_the_floor)
