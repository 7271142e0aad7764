"""choose_columns(X_train, y_train, X_val, y_val, choices): a choice made on a validation set."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle

import numpy as np

from course.checks.compare import numeric
from course.checks.exercise import Call, Exercise, Probe, answered, instead, spotted
from course.checks.families import inputs, numbers
from course.landscapes import lowest_weights


def _fit(X: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, float]:
    """Return the least-squares (w, b), unchecked: a task takes hundreds of fits to draw."""
    best = lowest_weights(X, y)
    return best[:-1], best[-1]


def _mse(X: np.ndarray, y: np.ndarray, w: np.ndarray, b: float) -> float:
    return float(np.mean((X @ w + b - y) ** 2))


def _losses(X_train, y_train, X_val, y_val, choices) -> list[float]:
    """Return the validation loss of each choice, fitted on the training rows."""
    return [
        _mse(X_val[:, columns], y_val, *_fit(X_train[:, columns], y_train))
        for columns in map(list, choices)
    ]


def chosen(X_train, y_train, X_val, y_val, choices) -> tuple[list[int], float]:
    """Return the choice of the lowest validation loss, and this loss: what is right."""
    losses = _losses(X_train, y_train, X_val, y_val, choices)
    best = int(np.argmin(losses))
    return list(choices[best]), losses[best]


# --- wrong ways -------------------------------------------------------------------------------


def _by(judged: Callable, told: Callable | None = None, pick: Callable = np.argmin) -> Callable:
    """Return a wrong way: choices judged by some losses, and perhaps the loss of others told."""

    def wrong(X_train, y_train, X_val, y_val, choices):
        losses = judged(X_train, y_train, X_val, y_val, choices)
        best = int(pick(losses))
        shown = (told or judged)(X_train, y_train, X_val, y_val, choices)
        return list(choices[best]), shown[best]

    return wrong


def _on_training(X_train, y_train, X_val, y_val, choices) -> list[float]:
    return _losses(X_train, y_train, X_train, y_train, choices)


def _fitted_on_validation(X_train, y_train, X_val, y_val, choices) -> list[float]:
    return _losses(X_val, y_val, X_val, y_val, choices)


def _swapped_sets(X_train, y_train, X_val, y_val, choices) -> list[float]:
    return _losses(X_val, y_val, X_train, y_train, choices)


def _fitted_on_both(X_train, y_train, X_val, y_val, choices) -> list[float]:
    X, y = np.vstack([X_train, X_val]), np.append(y_train, y_val)
    return _losses(X, y, X_val, y_val, choices)


def _on_both(X_train, y_train, X_val, y_val, choices) -> list[float]:
    X, y = np.vstack([X_train, X_val]), np.append(y_train, y_val)
    return _losses(X, y, X, y, choices)


def _without_b(X_train, y_train, X_val, y_val, choices) -> list[float]:
    fits = [_fit(X_train[:, columns], y_train)[0] for columns in map(list, choices)]
    return [
        _mse(X_val[:, list(columns)], y_val, w, 0.0)
        for columns, w in zip(choices, fits, strict=True)
    ]


def _through_zero(X_train, y_train, X_val, y_val, choices) -> list[float]:
    def weights(columns):
        return np.linalg.lstsq(X_train[:, columns], y_train, rcond=None)[0]

    return [
        _mse(X_val[:, columns], y_val, weights(columns), 0.0) for columns in map(list, choices)
    ]


def _absolute(X_train, y_train, X_val, y_val, choices) -> list[float]:
    return [
        float(np.mean(np.abs(X_val[:, columns] @ w + b - y_val)))
        for columns in map(list, choices)
        for w, b in [_fit(X_train[:, columns], y_train)]
    ]


def _signed(X_train, y_train, X_val, y_val, choices) -> list[float]:
    return [
        float(np.mean(X_val[:, columns] @ w + b - y_val))
        for columns in map(list, choices)
        for w, b in [_fit(X_train[:, columns], y_train)]
    ]


def _squared_means(*asked) -> list[float]:
    return [mean**2 for mean in _signed(*asked)]


def _gaps(*asked) -> list[float]:
    """Return how far each choice's validation loss is from its training loss."""
    return list(np.abs(np.subtract(_losses(*asked), _on_training(*asked))))


def _with_columns(others: Callable) -> Callable:
    """Return the losses of other columns than those that each choice names."""
    return lambda *asked: _losses(*asked[:4], [others(columns) for columns in asked[4]])


def _column_by_column(X_train, y_train, X_val, y_val, choices) -> list[float]:
    """Return for each choice the lowest loss that one of its columns has alone."""
    return [
        min(_losses(X_train, y_train, X_val, y_val, [[column] for column in columns]))
        for columns in choices
    ]


def _with_all_columns(X_train, y_train, X_val, y_val, choices) -> list[float]:
    """Return the losses of fits that never take the columns of a choice: all are the same."""
    every = range(X_train.shape[1])
    return _losses(X_train, y_train, X_val, y_val, [every]) * len(choices)


def _scaled(X: np.ndarray, like: np.ndarray, ddof: int = 0) -> np.ndarray:
    return (X - np.mean(like, axis=0)) / np.std(like, axis=0, ddof=ddof)


def _each_scaled_by_its_own(ddof: int) -> Callable:
    """Return the losses of rows that were scaled with their own means and spreads, both sets."""
    return lambda X_train, y_train, X_val, y_val, choices: _losses(
        _scaled(X_train, X_train, ddof), y_train, _scaled(X_val, X_val, ddof), y_val, choices
    )


def _training_scaled_alone(ddof: int) -> Callable:
    return lambda X_train, y_train, X_val, y_val, choices: _losses(
        _scaled(X_train, X_train, ddof), y_train, X_val, y_val, choices
    )


def _at(place: int) -> Callable:
    return lambda losses: place % len(losses)


def _until_one_is_worse(losses) -> int:
    """Return the place where a search ends that stops at the first loss that is not lower."""
    later = range(1, len(losses))
    return next((i for i in later if losses[i] >= losses[i - 1]), len(losses)) - 1


def _below_the_one_before(losses) -> int:
    """Return the last place whose loss is lower than the one before it."""
    return max(i for i in range(len(losses)) if i == 0 or losses[i] < losses[i - 1])


def _clearly_below(part: float) -> Callable:
    """Return a pick that takes another choice only below this part of the lowest loss so far."""

    def pick(losses) -> int:
        best = 0
        for i, loss in enumerate(losses):
            best = i if loss < part * losses[best] else best
        return best

    return pick


def _first_loss_kept(top: float) -> Callable:
    """Return a search whose lowest loss so far stays what it began with: all below it seem better.

    Where none is below it, the best columns have no value.
    """

    def wrong(*asked):
        below = [
            columns for columns, loss in zip(asked[-1], _losses(*asked), strict=True) if loss < top
        ]
        if not below:
            raise UnboundLocalError
        return list(below[-1]), top

    return wrong


def _begins_too_low(call: Call) -> bool:
    """Tell a search that began below every loss: what it began with, and no columns."""
    if not isinstance(call.result, (tuple, list)) or len(call.result) != 2:
        return False
    columns, loss = call.result[0], numeric(call.result[1])
    none = columns is None or (isinstance(columns, (list, tuple)) and not columns)
    return none and loss is not None and loss.size == 1 and bool(0 < loss < call.expected[1])


def _smallest(X_train, y_train, X_val, y_val, choices):
    best = min(range(len(choices)), key=lambda i: len(choices[i]))
    losses = _losses(X_train, y_train, X_val, y_val, choices)
    return list(choices[best]), losses[best]


# --- probes -----------------------------------------------------------------------------------

# The pairs of columns that matter: neither the first two nor neighbours, so that an answer must
# take the columns that a choice names.
PAIRS = ((0, 2), (0, 3), (1, 3))


def _task(
    rng: np.random.Generator, pair: tuple[int, int], best_at: int, *,
    whole: bool = False, unit: float = 1.0,
):  # fmt: skip
    """Return arguments: only a pair of columns matters, and wins at the place `best_at`.

    On the training rows the choice of all columns is the best, on the validation rows it is
    clearly not. Another choice has as many columns as the best.
    """
    a, b = pair
    choices = [[a], [b - 1, b], [0, 1, 2, 3]]
    choices.insert(best_at, [a, b])
    while True:
        X = rng.integers(-4, 9, (13, 4)) if whole else np.round(rng.uniform(-4, 9, (13, 4)), 1)
        y = 3 * X[:, a] + 2 * X[:, b] + 20 + np.round(rng.normal(0, 4, 13))
        y = y.astype(int) if whole else y * unit
        arguments = (X[:8], y[:8], X[8:], y[8:], choices)
        losses = np.array(_losses(*arguments))
        # Not a loss so small that any other small number would pass for it.
        clear = np.delete(losses, best_at) > 1.3 * losses[best_at]
        if clear.all() and losses[best_at] > 2 * unit**2:
            return arguments


def _close(rng: np.random.Generator) -> tuple:
    """Return arguments where the best choice is hardly better than one before it.

    By the mean of the errors' sizes another one would win, and one by the distance of the losses
    on both sets.
    """
    choices = [[0], [1], [2], [0, 2]]
    while True:
        X = np.round(rng.uniform(-4, 9, (13, 3)), 1)
        y = np.round(X.sum(axis=1) + rng.normal(20, 2, 13), 1)
        arguments = (X[:8], y[:8], X[8:], y[8:], choices)
        losses = np.array(_losses(*arguments))
        best = int(np.argmin(losses))
        little = best and 1.005 < np.min(losses[:best]) / losses[best] < 1.05
        others = (_absolute, _gaps)
        if little and all(np.argmin(judged(*arguments)) != best for judged in others):
            return arguments


def _probes(rng: np.random.Generator) -> list[Probe]:
    pairs = cycle(rng.permutation(PAIRS).tolist())
    return [
        Probe(_task(rng, next(pairs), 1), shows="a choice in the middle"),
        Probe(
            _task(rng, next(pairs), 0), shows="the first choice, and the columns that do not help"
        ),
        # Prices in cents: their squared errors are far above any loss that one might guess.
        Probe(_task(rng, next(pairs), 3, unit=1e6), shows="the last choice"),
        Probe(_task(rng, next(pairs), 1, whole=True), shows="whole numbers"),
        Probe(
            _task(rng, next(pairs), 2, unit=0.01), shows="small numbers, in all their digits"
        ),
        Probe(_close(rng), shows="two losses that differ little", weight=0.5),
    ]  # fmt: skip


def _examples() -> list[Probe]:
    return _probes(np.random.default_rng(51))


# fmt: off
MISTAKES = (
    inputs.changed(
        "your function changes what it was given; `choices.pop()` and `X -= …` do, `choices[0]` "
        "and `X = X - …` do not"),
    instead("chosen-on-training",
        "one column more never makes the loss higher on the rows that the weights were fitted to; "
        "which rows must judge?", _by(_on_training), _by(_on_training, _losses)),
    instead("training-loss-returned",
        "the loss to return is that on the validation rows",
        _by(_losses, _on_training)),
    instead("fitted-on-validation",
        "the validation rows may judge, but the weights must come from the training rows",
        _by(_fitted_on_validation), _by(_fitted_on_validation, _losses)),
    instead("sets-swapped", "fit on the training rows and judge on the validation rows",
        _by(_swapped_sets)),
    instead("fitted-on-both",
        "a judge must not have been part of the training; leave the validation rows out of the "
        "fit", _by(_fitted_on_both), _by(_on_both), _by(_on_both, _losses)),
    instead("column-by-column",
        "you fit each column alone; all the columns of a choice belong into one fit",
        _by(_column_by_column)),
    instead("largest", "that choice has the highest loss; the lowest is wanted",
        _by(_losses, pick=np.argmax)),
    instead("first-choice", "is every choice looked at? How far is your `return` indented?",
        _by(_losses, pick=_at(0))),
    instead("last-choice", "a choice may only replace the best so far if its loss is lower",
        _by(_losses, pick=_at(-1))),
    instead("best-loss-not-kept",
        "the loss that you return is no loss of a choice; what becomes of the lowest so far when "
        "a better choice is found?",
        *(_first_loss_kept(top) for top in (np.inf, 1e9, 1e10, 1e12, 1e18, 1e99, 1e100))),
    instead("stops-at-the-first-worse",
        "a better choice may come after a worse one; does your search go on to the end?",
        _by(_losses, pick=_until_one_is_worse)),
    instead("compared-with-the-one-before",
        "each loss must be compared with the lowest of all so far, not with the one before it",
        _by(_losses, pick=_below_the_one_before)),
    instead("loss-of-the-last-choice",
        "the loss that you return is that of the choice tried last; what must be kept where a "
        "better choice is found?",
        lambda *asked: (chosen(*asked)[0], _losses(*asked)[-1])),
    instead("little-is-not-enough",
        "the lowest loss is wanted, however little lower it is than another",
        *(_by(_losses, pick=_clearly_below(part)) for part in (0.95, 0.9))),
    instead("fewest-columns", "that is the shortest choice; which one has the lowest loss?",
        _smallest),
    answered("place-for-columns",
        "return the columns themselves; yours is the place of the choice in the list",
        lambda answer, choices: (list(map(list, choices)).index(answer[0]), answer[1])),
    answered("columns-only", "return two things: the loss is missing", lambda answer: answer[0]),
    answered("loss-only", "return two things: the columns are missing", lambda answer: answer[1]),
    answered("swapped", "return the columns first and the loss second",
        lambda answer: (answer[1], answer[0])),
    answered("never-better",
        "no loss is below zero; with what does the best so far begin, so that the first choice "
        "is better?", lambda answer: (None, 0), lambda answer: (None, 0.0),
        lambda answer: ([], 0), lambda answer: (None, None), lambda answer: (None, -1),
        # The first choice is the best one from the beginning, and its loss is said to be 0.
        lambda answer, choices: (choices[0], 0), lambda answer, choices: (choices[0], -1)),
    spotted("lowest-begins-too-low",
        "losses can be huge, where prices are in cents; with what must the lowest so far begin, "
        "so that it is above every loss?", _begins_too_low),
    instead("first-columns",
        "a choice says which columns, not only how many: `X[:, :2]` are always the first two",
        _by(_with_columns(lambda columns: range(len(columns))))),
    instead("columns-between",
        "a choice may leave out a column between two others; do you take that one, too?",
        _by(_with_columns(lambda columns: range(columns[0], columns[-1] + 1)))),
    instead("all-columns",
        "every choice has the same loss in your search; where do its columns come in, in the fit "
        "and in the prediction?",
        _by(_with_all_columns), _by(_with_all_columns, pick=_at(-1))),
    instead("scaled-by-its-own",
        "the weights know the scale of the training rows; with whose means and spreads must the "
        "validation rows be scaled?", *map(_by, map(_each_scaled_by_its_own, (0, 1)))),
    instead("validation-not-scaled",
        "the weights were fitted to scaled rows; are the rows that judge them on the same scale?",
        *map(_by, map(_training_scaled_alone, (0, 1)))),
    answered("sum-for-mean", "the loss is the mean of the squares, not their sum",
        lambda answer, y_val: (answer[0], answer[1] * len(y_val))),
    answered("root", "the loss is the mean square itself, without a root",
        lambda answer: (answer[0], answer[1] ** 0.5)),
    instead("absolute", "the loss is the mean of squared errors", _by(_absolute),
        _by(_absolute, _losses)),
    instead("not-squared", "errors above and below zero cancel; what keeps them from it?",
        _by(_signed), _by(lambda *asked: np.abs(_signed(*asked)))),
    instead("mean-squared-after",
        "the mean comes last: square each error first, and then take the mean of the squares",
        _by(_squared_means), _by(_squared_means, _losses)),
    instead("smallest-gap",
        "the lowest validation loss is wanted; a choice can do equally badly on both sets",
        _by(_gaps, _losses), _by(_gaps)),
    instead("b-forgotten", "a prediction is X @ w + b; the intercept is missing",
        _by(_without_b), _by(_through_zero)),
    answered("every-loss", "return the lowest loss alone, not that of every choice",
        lambda answer, X_train, y_train, X_val, y_val, choices: (
            answer[0], _losses(X_train, y_train, X_val, y_val, choices))),
    numbers.rounded(2, 3, 4, 1),
    numbers.text("return the columns as they stand in `choices`, and the loss as a number"),
)
# fmt: on

choose_columns = Exercise(
    name="choose_columns",
    points=(2, 2),
    parts=("columns", "loss"),
    reference=chosen,
    examples=_examples,
    draw=_probes,
    # How the weights are found is not what is asked here.
    may_use=(
        "course.regression", "course.landscapes", "course.descent", "numpy.lstsq", "numpy.fit",
        "sklearn", "scipy",
    ),
    mistakes=MISTAKES,
)  # fmt: skip
