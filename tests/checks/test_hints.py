"""What a hint claims of numbers is so: each claim is made here in numbers, too."""

import math
import re

import numpy as np
import pytest

from course.checks import exercises
from course.checks.drawn import EXAM, TABLE, TARGETS
from course.checks.engine import examine
from course.checks.lesson_05.closed_form import solved
from course.descent import descend
from course.landscapes import bowl, parabola, ravine, slope_error
from course.optimizers import rmsprop
from course.regression import least_squares, mean_squared_error
from course.variants import Ravine


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


def nan_is_neither_below_nor_above_and_yet_unequal():
    values = (1.0, math.inf, -math.inf, math.nan)
    return math.nan != math.nan and not any(math.nan < one or math.nan > one for one in values)


def each_way_of_a_drop_too_many_shows_before_the_first():
    """And not all of them at step 0, of which the hint says nothing."""
    before, start = ([math.ceil(t / 100), t // 100 + 1] for t in (99, 0))
    return before == [1, 1] and start == [0, 1]


def the_steep_side_done_in_one_step_leaves_much_of_the_gentle_one():
    kappa = Ravine().b / Ravine().a
    gentle, steep = descend(ravine(kappa), [1.0, 1.0], 1 / kappa, 1).final
    return abs(steep) < 1e-12 and np.isclose(gentle, 1 - 1 / kappa)


def a_loss_alone_may_be_that_of_a_step_before():
    """So what is told of it must not speak of the weight."""
    weights = descend(parabola, -1.0, 0.1, 20).weights
    given = {
        "true_final_weight": weights[20],
        "true_final_loss": parabola(weights[19]),
        "lowest_possible_loss": 2,
    }
    report = examine(exercises()["article_table"], given, None)
    return report.label == "article_table.one-step-too-few" and "weight" not in report.hint


def no_slope_of_a_square_is_its_bracket():
    here, h = np.array([5.0, 1.5]), 1e-4
    slopes = [(bowl(here + h * along) - bowl(here - h * along)) / (2 * h) for along in np.eye(2)]
    return not np.isclose(slopes, here - [3, -1]).any()


def the_best_rate_over_the_limit_looks_like_a_coefficient_taken_for_a_curvature():
    def both(a, b):
        limit, best = 1 / b, 1 / (a + b)
        return np.isclose(best / limit, 1 - a * best) and not np.isclose(
            best / limit, 1 - 2 * a * best
        )

    return all(both(a, b) for a, b in [(2.0, 9.0), (0.3, 4.0), (1.0, 1.5)])


def divided_and_multiplied_by_the_same_is_as_it_was():
    return math.isclose(0.5 / 100 * 100, 0.5)


def an_array_is_changed_by_its_entries_and_by_a_short_minus():
    first, second, third = np.ones(2), np.ones(2), np.ones(2)
    first[0] = 5.0
    second -= 4.0
    other = third
    other = other - 4.0
    return first[0] != 1 and second[0] != 1 and other[0] != third[0] == 1


@pytest.mark.parametrize(
    ("name", "label", "words", "holds"),
    [
        (
            "article_table",
            "one-step-too-few",
            "that is where the walk is after 19 steps",
            a_loss_alone_may_be_that_of_a_step_before,
        ),
        (
            "compare_rates",
            "fastest-not-finite",
            "with NaN both `<` and `>` are False",
            nan_is_neither_below_nor_above_and_yet_unequal,
        ),
        (
            "grad_2d",
            "factor-missing",
            "a square such as (w − 3)² is not the bracket itself",
            no_slope_of_a_square_is_its_bracket,
        ),
        (
            "random_restarts",
            "nan-wins",
            "neither `<` nor `>` is ever true",
            nan_is_neither_below_nor_above_and_yet_unequal,
        ),
        (
            "ravine_rates",
            "part-at-another-rate",
            "so much of the gentle side is left",
            the_steep_side_done_in_one_step_leaves_much_of_the_gentle_one,
        ),
        (
            "ravine_rates",
            "coefficient-in-the-part",
            "Or is it the part of the limit that the best rate is?",
            the_best_rate_over_the_limit_looks_like_a_coefficient_taken_for_a_curvature,
        ),
        (
            "rate_in_new_units",
            "not-changed",
            "as `lr / times * times` is",
            divided_and_multiplied_by_the_same_is_as_it_was,
        ),
        (
            "scale",
            "input-changed",
            "`w[0] = …` do that",
            an_array_is_changed_by_its_entries_and_by_a_short_minus,
        ),
        (
            "step_decay",
            "drop-too-many",
            "at step 99, if there is one every 100 steps",
            each_way_of_a_drop_too_many_shows_before_the_first,
        ),
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


@pytest.mark.parametrize("name", list(exercises()))
def test_no_hint_says_that_the_rest_is_right(name):
    """Where two mistakes are told at once, the other one is in what would be called right."""
    told_in_pairs = [mistake for mistake in exercises()[name].mistakes if mistake.forms]
    # What says where it is right may do so: "right on the way from the sum to the average".
    claims = re.compile(r"\b(is|are) (right|fine)[;,]|\bright but\b")
    assert [mistake.hint for mistake in told_in_pairs if claims.search(mistake.hint)] == []


def test_no_hint_marks_a_word_with_asterisks():
    # A report shows them as they are.
    marked = re.compile(r"(?<![\w*`/])\*\w+\*(?![\w*`])")
    hints = [(one.name, mistake.hint) for one in exercises().values() for mistake in one.mistakes]
    assert [pair for pair in hints if marked.search(pair[1])] == []
