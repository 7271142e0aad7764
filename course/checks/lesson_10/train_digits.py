"""train_digits(gradient, layers, n, rng): the project, a network trained within a budget."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from course.checks.exercise import Call, Exercise, Probe, spotted, stops
from course.data import digits
from course.network import (
    Gradient,
    Layers,
    accuracy,
    flat,
    forward,
    loss_and_gradients,
    random_layers,
)

BUDGET = 20_000
GOAL = 0.95
# Another start, fewer units and fewer images may do a little worse: who passed the visible check
# must not fail by chance.
HIDDEN_GOAL = 0.85
N = 1297
# Numbers of images that leave no tiny last batch for any usual batch size (8, 16, 32, 50, 64): a
# last step on one or two images can undo the work of an epoch, and would decide by luck. Both
# leave room for 16 epochs in the budget.
VISIBLE_N, HIDDEN_N = 1248, 1216
NOT_REPEATED = "the same layers each time when rng is the same"


def _task(seed: int, hidden: int, n: int, goal: float, shows: str) -> Probe:
    """Return the task: `hidden` units, the first `n` training images, a start from `seed`."""
    train, _ = digits(N)
    gradient = Gradient(train.x[:n], train.y[:n], budget=BUDGET)
    layers = random_layers([64, hidden, 10], np.random.default_rng(seed))
    rng = np.random.default_rng(seed + 1)
    return Probe((gradient, layers, n, rng), shows=shows, judge=_reads_digits(goal), twice=True)


def _as_layers(answer, like: Layers) -> Layers | None:
    """Return `answer` as layers with the shapes of `like`, or None where it has others."""
    try:
        layers = [tuple(np.asarray(part, dtype=float) for part in layer) for layer in answer]
        same = [[part.shape for part in layer] for layer in layers] == [
            [part.shape for part in layer] for layer in like
        ]
    except (TypeError, ValueError):
        return None
    return layers if same else None


def _reads_digits(goal: float) -> Callable[[Call], str | None]:
    """Return a judge: the layers read that part of the test images, the same layers each time."""

    def judge(call: Call) -> str | None:
        like = call.probe.args[1]
        layers = _as_layers(call.result, like)
        if layers is None:
            shapes = ", ".join(f"({W.shape}, {b.shape})" for W, b in like)
            return f"a list of pairs (W, b) whose shapes are those of the start: {shapes}"
        if not np.all(np.isfinite(flat(layers))):
            return "finite numbers; these hold NaN or infinity"
        test = digits(N)[1]
        right = accuracy(layers, test.x, test.y)
        if right < goal:
            return f"at least {goal:.0%} of the test images read; these layers read {right:.1%}"
        again = _as_layers(call.again, like)
        if again is None or not np.allclose(flat(layers), flat(again), rtol=1e-4, atol=1e-6):
            return NOT_REPEATED
        return None

    return judge


def _trained(holds: Callable[[Layers, Layers, Call], bool]) -> Callable[[Call], bool]:
    """Return a spot: the answer has the right shapes, and `holds` is true of (layers, start)."""

    def spot(call: Call) -> bool:
        start = call.probe.args[1]
        layers = _as_layers(call.result, start)
        return layers is not None and bool(holds(layers, start, call))

    return spot


def _kept(which: int, part: int) -> Callable[[Layers, Layers, Call], bool]:
    """Return whether one part of a layer is still that of the start."""
    return lambda layers, start, call: np.array_equal(layers[which][part], start[which][part])


def _training(layers: Layers, call: Call, rows: slice = slice(None)) -> tuple[float, float]:
    """Return the loss and the accuracy on the training images of the task."""
    gradient = call.probe.args[0]
    x, y = gradient.x[rows], gradient.y[rows]
    return loss_and_gradients(layers, x, y)[0], accuracy(layers, x, y)


def _uphill(layers: Layers, start: Layers, call: Call) -> bool:
    return _training(layers, call)[0] > 100 * _training(start, call)[0]


def _dead(layers: Layers, start: Layers, call: Call) -> bool:
    """Return whether no hidden unit answers any training image."""
    return not np.any(forward(layers, call.probe.args[0].x)[1])


def _on_its_way(layers: Layers, start: Layers, call: Call) -> bool:
    """Return whether the loss came down, but neither far nor by moving far."""
    moved = np.linalg.norm(flat(layers) - flat(start)) / np.linalg.norm(flat(start))
    loss = _training(layers, call)[0]
    return moved < 0.5 and 0.25 < loss < _training(start, call)[0]


def _same_rows(layers: Layers, start: Layers, call: Call) -> bool:
    return _training(layers, call, slice(30))[1] == 1 and _training(layers, call)[1] < 0.88


def _nested(call: Call) -> bool:
    """Return whether the layers are inside something: beside losses, or in a history."""
    start = call.probe.args[1]
    return any(_as_layers(item, start) is not None for item in _items(call.result))


def _holds_arrays(*shapes_of: Callable[[Layers], list]) -> Callable[[Call], bool]:
    """Return a spot: the answer is a row of arrays with one of these rows of shapes."""

    def spot(call: Call) -> bool:
        shapes = [getattr(part, "shape", None) for part in _items(call.result)]
        return any(shapes == of(call.probe.args[1]) for of in shapes_of)

    return spot


def _items(answer) -> Sequence:
    return answer if isinstance(answer, (list, tuple)) else ()


def _weights(layers: Layers) -> list:
    return [W.shape for W, _ in layers]


def _biases(layers: Layers) -> list:
    return [b.shape for _, b in layers]


def _in_a_row(layers: Layers) -> list:
    return [part.shape for layer in layers for part in layer]


train_digits = Exercise(
    name="train_digits",
    points=(3, 3),
    # A judge looks at what comes back: many networks are right.
    reference=lambda gradient, layers, n, rng: layers,
    examples=lambda: (
        _task(11, 50, VISIBLE_N, GOAL, "50 hidden units read at least 95 % within the budget"),
    ),
    draw=lambda rng: [
        _task(int(rng.integers(1e6)), 40, HIDDEN_N, HIDDEN_GOAL, "40 hidden units, fewer images"),
    ],
    # What lessons 7 to 8 taught, and the parts of the network; the training is one's own.
    may_use=(
        "course.network",
        "course.optimizers",
        "course.schedules",
        "course.descent.epoch_batches",
        "course.descent.clip_by_norm",
    ),
    seconds=20.0,
    costly=True,
    mistakes=(
        stops(
            "budget-spent",
            "count what you ask for: one evaluation for each row of each call, 20,000 in all",
            "BudgetSpent",
        ),
        stops(
            "rows-outside",
            "the rows are 0 to n − 1, and n is not always the same",
            "rows must be from 0",
        ),
        stops(
            "rows-are-no-list",
            "the second argument of `gradient` is a list or an array of row numbers",
            "rows must be a list",
        ),
        stops(
            "rows-not-given",
            "`gradient` takes the layers and the numbers of the rows to look at",
            "'rows'",
        ),
        stops(
            "lists-are-no-vectors",
            "lists cannot be subtracted or scaled: go through the layers, or use network.flat",
            "can't multiply sequence",
            "unsupported operand type(s) for -: 'list'",
            "unsupported operand type(s) for -: 'tuple'",
            "unsupported operand type(s) for *: 'float' and 'list'",
            "inhomogeneous",
            "unsupported operand type(s) for ** or pow(): 'list'",
        ),
        spotted(
            "returned-the-start",
            "these are the layers that you were given; return the trained ones",
            _trained(
                lambda layers, start, call: np.array_equal(flat(layers), flat(start)),
            ),
        ),
        spotted(
            "vector-for-layers",
            "that is one long vector; network.shaped makes layers of it",
            lambda call: (
                isinstance(call.result, np.ndarray)
                and call.result.shape == flat(call.probe.args[1]).shape
            ),
        ),
        spotted(
            "more-than-the-layers",
            "return the trained layers alone, without losses, counts or earlier layers",
            _nested,
        ),
        spotted(
            "biases-missing",
            "each layer is a pair of weights and biases",
            _holds_arrays(_weights),
        ),
        spotted(
            "parts-in-a-row",
            "the form is [(W1, b1), (W2, b2)]: a pair for each layer",
            _holds_arrays(_in_a_row, lambda layers: _weights(layers) + _biases(layers)),
        ),
        spotted(
            "not-finite",
            "the run has diverged or divided by zero; look at the rate first",
            _trained(lambda layers, start, call: not np.all(np.isfinite(flat(layers)))),
        ),
        spotted(
            "own-start",
            "all hidden units are the same: begin at the layers that you are given",
            _trained(
                lambda layers, start, call: np.ptp(layers[0][0], axis=1).max() < 1e-6,
            ),
        ),
        spotted(
            "uphill",
            "your loss grows without end: do the steps go against the slope, and are they short?",
            _trained(_uphill),
        ),
        spotted(
            "dead-units",
            "no hidden unit answers to any image any more: the rate was far too large",
            _trained(_dead),
        ),
        spotted(
            "first-layer-not-trained",
            "the weights of the first layer are still those of the start",
            _trained(_kept(0, 0)),
        ),
        spotted(
            "last-layer-not-trained",
            "the weights of the last layer are still those of the start",
            _trained(_kept(1, 0)),
        ),
        spotted(
            "same-rows-again",
            "it knows the first images by heart and few others: does each step take other rows?",
            _trained(_same_rows),
        ),
        spotted(
            "still-on-its-way",
            "the weights are not far from the start, and the training images are not learned yet: "
            "take longer steps, or more of them",
            _trained(_on_its_way),
        ),
        spotted(
            "chance-not-from-rng",
            "take all chance from `rng`, so that a run can be repeated",
            lambda call: call.complaint == NOT_REPEATED,
        ),
    ),
)
