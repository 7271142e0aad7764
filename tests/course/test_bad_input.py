"""Whatever a public function of the library is given, it answers, or says in one line what not."""

import inspect
import linecache

import numpy as np
import pytest
from IPython.core.interactiveshell import InteractiveShell

from course import data, descent, landscapes, network, optimizers, regression, schedules
from course.landscapes import Landscape, bowl, parabola, rastrigin
from course.validate import InputError, explained, function, number

X, Y = np.arange(6.0), 2 * np.arange(6.0) + 1
COLUMNS = np.column_stack([X, X**2])
LAYERS = network.equal_layers([2, 3, 2], 0.5)
OUTPUTS = network.forward(LAYERS, COLUMNS)
CLASSES = np.array([0, 1, 0, 1, 0, 1])


def rng():
    return np.random.default_rng(0)


# Each function with arguments that it can use.
GOOD = [
    (descent.forward_difference, parabola, 3.0, 1e-4),
    (descent.central_difference, parabola, 3.0, 1e-4),
    (descent.numerical_gradient, bowl, [1.0, 2.0], 1e-4),
    (descent.clip_by_norm, [3.0, 4.0], 1.0),
    (descent.descend, parabola, -1.0, 0.1, 5),
    (descent.angle_to_minimum, bowl, [1.0, 2.0]),
    (descent.epoch_batches, 6, 2, rng()),
    (descent.epoch_orders, 6, 2, [rng()]),
    (network.sigmoid, [1.0, 2.0]),
    (network.parameter_counts, [2, 3, 2]),
    (network.random_layers, [2, 3, 2], rng()),
    (network.equal_layers, [2, 3, 2], 0.5),
    (network.forward, LAYERS, COLUMNS),
    (network.softmax, [[1.0, 2.0]]),
    (network.cross_entropy, OUTPUTS[-1], CLASSES),
    (network.sigmoid_backward, OUTPUTS[-1], np.full((6, 2), 0.5)),
    (network.dense_backward, OUTPUTS[-1], OUTPUTS[1], LAYERS[-1][0]),
    (network.backward, LAYERS, OUTPUTS, OUTPUTS[-1]),
    (network.loss_and_gradients, LAYERS, COLUMNS, CLASSES),
    (network.classes, LAYERS, COLUMNS),
    (network.accuracy, LAYERS, COLUMNS, CLASSES),
    (network.flat, LAYERS),
    (network.shaped, network.flat(LAYERS), LAYERS),
    (regression.predictions, X, 2.0, 1.0),
    (regression.mean_squared_error, X, Y, 2.0, 1.0),
    (regression.gradients, X, Y, 2.0, 1.0),
    (regression.standardize, COLUMNS),
    (regression.unstandardize, [1.0, 2.0], 1.0, [0.0, 0.0], [1.0, 1.0]),
    (regression.least_squares, COLUMNS, Y),
    (regression.standard_errors, COLUMNS, Y),
    (regression.curvatures, COLUMNS, Y),
    (optimizers.momentum, 0.9),
    (optimizers.nesterov, 0.9),
    (optimizers.adagrad, 1e-8),
    (optimizers.rmsprop, 0.9, 1e-8),
    (optimizers.adam, 0.9, 0.99, 1e-8),
    (optimizers.adamw, 0.9, 0.99, 1e-8),
    (optimizers.lamb, 0.9, 0.99, 1e-8),
    (schedules.step_decay, 0.1, 0.5, 10),
    (schedules.exponential_decay, 0.1, 0.9),
    (schedules.cosine_annealing, 0.1, 10, 0.0),
    (schedules.linear_decay, 0.1, 10),
    (schedules.power_decay, 0.1, 1.0, 1.0),
    (landscapes.ravine, 25.0),
    (landscapes.squared_error, X, Y),
    (landscapes.slope_error, X, Y),
    (data.noisy_line, 20, 0),
    (data.proportional, 20),
    (data.digits, 100, 0),
    *[
        (ask, place)
        for one, place in [(parabola, 1.0), (bowl, [1.0, 2.0]), (rastrigin, [1.0, 2.0])]
        for ask in (one, one.gradient, one.curvature)
    ],
]
BAD = [
    "text", ["a", "b"], None, [], {}, object(), float("nan"), True, 1j, -1, 0, 2.5,
    [[1, 2], [3]], np.zeros((2, 2, 2)), np.arange(7.0), lambda w: w, [[], []],
]  # fmt: skip


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("asked", GOOD, ids=lambda asked: getattr(asked[0], "__name__", "loss"))
def test_what_cannot_be_used_is_told_in_one_line(asked):
    ask, *good = asked
    ask(*good)
    told = []
    for place in range(len(good)):
        for bad in BAD:
            try:
                ask(*good[:place], bad, *good[place + 1 :])
            except InputError as error:
                told.append(str(error))
    assert told, f"{ask} takes everything"
    assert "\n" not in "".join(told)


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda: descent.central_difference(parabola, [1, 2]),
         r"^w must be a number or an array, but it is \[1, 2\]: np.array\(w\) makes"),
        (lambda: descent.central_difference(parabola(3.0), 3.0), "^f must be a function, but"),
        (lambda: descent.forward_difference(parabola, 3.0, 0), "^h must not be 0"),
        (lambda: descent.numerical_gradient(bowl.gradient, [1.0, 2.0]),
         r"^f must return one number for a point, but it returned an array of shape \(2,\)"),
        (lambda: descent.central_difference(parabola, X, h=0), "^h must not be 0, but it is 0"),
        (lambda: descent.forward_difference(parabola, X, h=0 * X), "^h must not be 0, but it is"),
        (lambda: descent.central_difference(parabola, X[1], h=0.0), "^h must not be 0"),
        (lambda: descent.numerical_gradient(print, [1.0, 2.0]),
         "^f must return one number for a point, but it returned None$"),
        (lambda: descent.numerical_gradient(list, [1.0, 2.0]), "^f must return one number for a"),
        (lambda: descent.batch_gradients(X, Y, 2, descent.epoch_orders(7, 2, [rng()])),
         r"^orders must be those of 6 rows, of shape \(epochs, orders, 6\), but .* \(2, 1, 7\)$"),
        (lambda: descent.batch_gradients(X, Y, 2, descent.epoch_orders(5, 2, [rng()])), "^orders"),
        (lambda: descent.batch_gradients(X, Y, 2, descent.epoch_orders(6, 0, [rng()])), "^orders"),
        (lambda: parabola([1, 2]), r"^w must be a number or an array, but it is \[1, 2\]"),
        (lambda: parabola.gradient("3"), "^w must be a number or an array of numbers"),
        (lambda: bowl([1.0, 2.0, 3.0]), "^w must have 2 weights on its last axis for the bowl"),
        (lambda: rastrigin.gradient(np.zeros(3)), r"^w must have 2 weights .* shape is \(3,\)"),
        (lambda: regression.predictions(X, np.zeros(7), 1.0),
         r"^x of shape \(6,\) and w of shape \(7,\) and b of shape \(\) do not fit together"),
        (lambda: regression.predictions(X, X, 1.0), "do not fit together: rows of one number"),
        (lambda: regression.gradients(X, Y, [2.0] * 6, 1.0), "do not fit together: rows of one"),
        (lambda: regression.mean_squared_error(COLUMNS, Y, [[1.0], [2.0]], 0.0),
         r"^x of shape \(6, 2\) and w of shape \(2, 1\) .* each column has one weight"),
        (lambda: regression.gradients(X, Y, 2.0, Y), "fit together: all rows have one intercept"),
        (lambda: regression.predictions(3.0, 2.0, 1.0), "^x must hold a row for each example"),
        (lambda: network.forward(LAYERS, [[1.0, 2.0, 3.0]]),
         r"^layers and x of shape \(1, 3\) do not fit together"),
        (lambda: network.cross_entropy(OUTPUTS[-1], [0, 1, 0, 1, 0, 2]), "index 2 is out of"),
        (lambda: network.cross_entropy(OUTPUTS[-1], CLASSES / 2), "^y must hold a class"),
        (lambda: network.cross_entropy(OUTPUTS[-1], CLASSES == 1), "^y must .* array of numbers"),
        (lambda: network.cross_entropy(np.eye(2), [True, True]), "^y must .* array of numbers"),
        (lambda: network.cross_entropy(OUTPUTS[-1], CLASSES[:5]), "each row of scores needs a c"),
        (lambda: network.cross_entropy(OUTPUTS[-1], CLASSES - 1), "counted from 0"),
        (lambda: network.shaped(np.zeros(3), LAYERS), "^vector must have 17 entries"),
        (lambda: network.parameter_counts("64"), "^sizes must be a list of whole numbers"),
        (lambda: data.digits(1797), "^train must be below 1797"),
    ],
)  # fmt: skip
def test_the_argument_is_named(ask, told):
    with pytest.raises(InputError, match=told):
        ask()


def test_what_a_walk_that_diverged_has_left_is_no_bad_input():
    lost = np.array([np.nan, np.inf])
    with np.errstate(invalid="ignore"):
        assert np.isnan(bowl(lost))
        assert np.isnan(parabola.gradient(lost)[0])
        assert np.isnan(regression.predictions(X, np.nan, 0.0)).all()


def test_a_landscape_is_asked_by_the_name_of_the_weights_too():
    assert list(bowl.gradient(w=[8.0, 6.0])) == [10.0, 14.0]
    assert bowl.gradient.__name__ == "gradient"
    assert list(inspect.signature(rastrigin.value).parameters) == ["w"]
    with pytest.raises(InputError, match=r"^w must have 2 weights"):
        bowl.gradient(w=[1.0, 2.0, 3.0])
    with pytest.raises(TypeError, match="positional argument"):
        bowl.gradient([8.0, 6.0], 1)


def test_an_error_of_a_function_that_was_given_is_raised_as_it_is():
    def loss(w):
        return [1, 2][7]

    with pytest.raises(IndexError, match="list index"):
        descent.central_difference(loss, 3.0)
    with pytest.raises(ValueError, match="no such"):
        valley = Landscape(
            "v", "w", lambda w: int("no such"), parabola.gradient, abs, (), ((0, 1),)
        )
        valley(3.0)


def test_arguments_are_looked_at_only_after_a_failure():
    looked = []

    def looking(name, value):
        looked.append(name)
        return number(name, value)

    @explained(w=looking, f=function)
    def ask(w, f=abs):
        return f(w) / 2

    assert ask(-3.0) == 1.5
    assert looked == []
    with pytest.raises(InputError, match="w must be a number"):
        ask("three")
    assert looked == ["w"]
    with pytest.raises(TypeError, match="missing 1 required"):
        ask()


def test_a_notebook_shows_the_line_of_the_cell_that_asked():
    shell = InteractiveShell()
    shell.user_ns["parabola"] = parabola
    cell = "def walk(w):\n    w = [w]\n    return parabola.gradient(w)\n\nwalk(3)"
    try:
        shell.user_module.__dict__["__name__"] = "__main__"
        error = shell.run_cell(cell, silent=True).error_in_exec
        assert isinstance(error, InputError)
        assert error._render_traceback_() == [
            f"InputError: {error}",
            "in line 3: return parabola.gradient(w)",
        ]
    finally:
        shell.history_manager.end_session()
        linecache.checkcache()
