"""Exercises of lesson 08: three schedules, and a loop whose gradient is never renewed."""

from course.checks.lesson_08.article_schedule import article_schedule
from course.checks.lesson_08.cosine_annealing import cosine_annealing
from course.checks.lesson_08.exponential_decay import exponential_decay
from course.checks.lesson_08.step_decay import step_decay

LESSON = "08_schedules"
EXERCISES = (step_decay, exponential_decay, cosine_annealing, article_schedule)
