"""Exercises of lesson 08: three schedules of the rate, and the decay that still arrives."""

from course.checks.lesson_08.cosine_annealing import cosine_annealing
from course.checks.lesson_08.exponential_decay import exponential_decay
from course.checks.lesson_08.smallest_decay import smallest_decay
from course.checks.lesson_08.step_decay import step_decay

LESSON = "08_schedules"
EXERCISES = (step_decay, exponential_decay, cosine_annealing, smallest_decay)
