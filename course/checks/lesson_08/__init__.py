"""Exercises of lesson 08: noise and rows, three schedules, and the decay that still arrives."""

from course.checks.lesson_08.cosine_annealing import cosine_annealing
from course.checks.lesson_08.exponential_decay import exponential_decay
from course.checks.lesson_08.rows_for_noise import rows_for_noise
from course.checks.lesson_08.smallest_decay import smallest_decay
from course.checks.lesson_08.step_decay import step_decay

LESSON = "08_schedules"
EXERCISES = (rows_for_noise, step_decay, exponential_decay, cosine_annealing, smallest_decay)
