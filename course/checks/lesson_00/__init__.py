"""Warm-ups of lesson 00: NumPy in ten lines, without points."""

from course.checks.lesson_00.all_predictions import all_predictions
from course.checks.lesson_00.changes import changes
from course.checks.lesson_00.column_means import column_means
from course.checks.lesson_00.draws import draws
from course.checks.lesson_00.error_sums import error_sums
from course.checks.lesson_00.in_dollars import in_dollars
from course.checks.lesson_00.move_on import move_on
from course.checks.lesson_00.shape_of import shape_of
from course.checks.lesson_00.share_above import share_above
from course.checks.lesson_00.those_above import those_above

LESSON = "00_start_here"
EXERCISES = (
    shape_of,
    in_dollars,
    changes,
    those_above,
    share_above,
    all_predictions,
    error_sums,
    column_means,
    move_on,
    draws,
)
