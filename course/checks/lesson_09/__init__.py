"""Exercises of lesson 09: restarts, clipping, and a diagnosis from loss curves."""

from course.checks.lesson_09.clip_by_norm import clip_by_norm
from course.checks.lesson_09.illness import illness
from course.checks.lesson_09.random_restarts import random_restarts

LESSON = "09_when_it_goes_wrong"
EXERCISES = (random_restarts, clip_by_norm, illness)
