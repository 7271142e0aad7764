"""Exercises of lesson 07: steps of momentum, AdaGrad, RMSprop, Adam, and an article's Adam."""

from course.checks.lesson_07.adagrad_step import adagrad_step
from course.checks.lesson_07.adam_step import adam_step
from course.checks.lesson_07.article_adam import article_adam
from course.checks.lesson_07.momentum_step import momentum_step
from course.checks.lesson_07.rmsprop_step import rmsprop_step

LESSON = "07_momentum_and_adam"
EXERCISES = (momentum_step, adagrad_step, rmsprop_step, adam_step, article_adam)
