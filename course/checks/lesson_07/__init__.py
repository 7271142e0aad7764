"""Exercises of lesson 07: steps of momentum, RMSprop and Adam; rates and races compared."""

from course.checks.lesson_07.adam_step import adam_step
from course.checks.lesson_07.article_adam import article_adam
from course.checks.lesson_07.fair_or_not import fair_or_not
from course.checks.lesson_07.momentum_step import momentum_step
from course.checks.lesson_07.rmsprop_step import rmsprop_step
from course.checks.lesson_07.translate_rate import translate_rate

LESSON = "07_momentum_and_adam"
EXERCISES = (momentum_step, translate_rate, rmsprop_step, adam_step, article_adam, fair_or_not)
