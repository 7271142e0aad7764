"""Exercises of lesson 08: restarts, clipping, the illness of a loss curve, a saddle."""

from course.checks.lesson_08.article_saddle import article_saddle
from course.checks.lesson_08.clip_by_norm import clip_by_norm
from course.checks.lesson_08.illness import illness
from course.checks.lesson_08.random_restarts import random_restarts

LESSON = "08_when_it_goes_wrong"
EXERCISES = (random_restarts, clip_by_norm, illness, article_saddle)
