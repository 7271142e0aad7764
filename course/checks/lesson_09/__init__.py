"""Exercises of lesson 09: restarts, clipping, the illness of a loss curve, a saddle."""

from course.checks.lesson_09.article_saddle import article_saddle
from course.checks.lesson_09.clip_by_norm import clip_by_norm
from course.checks.lesson_09.illness import illness
from course.checks.lesson_09.random_restarts import random_restarts

LESSON = "09_when_it_goes_wrong"
EXERCISES = (random_restarts, clip_by_norm, illness, article_saddle)
