"""What a hint claims of numbers is so: each claim is made here in numbers, too."""

import numpy as np
import pytest

from course.checks import exercises
from course.checks.lesson_04.drawn import EXAM, TABLE, TARGETS
from course.checks.lesson_05.closed_form import solved
from course.descent import descend
from course.landscapes import slope_error
from course.optimizers import rmsprop
from course.regression import least_squares, mean_squared_error


def with_more_on_the_diagonal(x, y, added):
    A = np.column_stack([x, np.ones(len(x))])
    *w, b = np.linalg.solve(A.T @ A + added * np.eye(A.shape[1]), A.T @ y)
    return np.array(w), b


def the_loss_is_higher_and_not_each_weight_smaller():
    x, y = EXAM.x[:, None], EXAM.y
    (best, b), (other, c) = solved(x, y), with_more_on_the_diagonal(x, y, 1.0)
    higher = mean_squared_error(x, y, other, c) > mean_squared_error(x, y, best, b)
    return higher and abs(other[0]) > abs(best[0])


def a_column_more_may_only_help_where_it_is_added():
    def loss(columns):
        return mean_squared_error(
            TABLE[:, columns], TARGETS, *least_squares(TABLE[:, columns], TARGETS)
        )

    table = np.column_stack([np.arange(4.0), [0, 1, 1, 0], [1, 0, 1, 0]])
    one, two = (
        mean_squared_error(
            table[:, columns], table[:, 0], *least_squares(table[:, columns], table[:, 0])
        )
        for columns in ([0], [1, 2])
    )
    # Two other columns are worse than one that tells all.
    return loss([0, 1]) <= min(loss([0]), loss([1])) and two > one + 0.1


def a_smaller_rate_settles_on_a_flat_curve():
    flat = slope_error([0.5], [1.0], factor=0.5)
    limit = 2 / flat.curvature(0.0)
    return limit > 1 and descend(flat, 0.0, 0.5, 500).outcome == "converged"


def steep_slopes_make_no_shorter_steps():
    rule, lengths = rmsprop(0.9), []
    for slope in (1.0, 1000.0):
        memory = rule.init(np.zeros(1))
        for t in range(1, 101):
            step, memory = rule.update(np.array([slope]), memory, np.zeros(1), 1.0, t)
        lengths.append(abs(step[0]))
        # After these, the slope 1: the more was kept of before, the shorter.
        lengths.append(abs(rule.update(np.ones(1), memory, np.zeros(1), 1.0, 101)[0][0]))
    return np.isclose(lengths[0], lengths[2], rtol=1e-3) and lengths[3] < 0.01 * lengths[1]


def a_quotient_may_fall_faster_and_slower():
    few, many = 2, 40
    return 1 / (1 + few) < 0.9**few and 1 / (1 + many) > 0.9**many


@pytest.mark.parametrize(
    ("name", "label", "words", "holds"),
    [
        (
            "step_decay",
            "divided-by-count",
            "is another schedule",
            a_quotient_may_fall_faster_and_slower,
        ),
        (
            "closed_form",
            "ridge",
            "no longer has the lowest loss",
            the_loss_is_higher_and_not_each_weight_smaller,
        ),
        (
            "choose_columns",
            "chosen-on-training",
            "one column more never makes the loss higher",
            a_column_more_may_only_help_where_it_is_added,
        ),
        (
            "largest_stable_rate",
            "capped",
            "on a flat curve the limit is",
            a_smaller_rate_settles_on_a_flat_curve,
        ),
        (
            "rmsprop_step",
            "multiplied-by-root",
            "where slopes were large, the same slope makes a shorter step",
            steep_slopes_make_no_shorter_steps,
        ),
    ],
)
def test_what_a_hint_claims_is_so(name, label, words, holds):
    known = exercises()[name].mistakes
    hints = [mistake.hint for mistake in known if mistake.label == f"{name}.{label}"]
    assert any(words in hint for hint in hints), hints
    assert holds()
