"""train_digits(gradient, layers, n, rng): the project, a network trained within a budget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

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
NEVER_ASKED = "layers trained with the slopes of `gradient`, and it was never asked"
TRAINED_ELSEWHERE = (
    "layers trained with the slopes of `gradient`; the last of them were asked for far from these"
)
ANOTHER_START = "steps from the layers given; the first slopes were asked for at other layers"


@dataclass
class _Walk:
    """What one answer asked its gradient, kept where no answer looks.

    Attributes:
        spent: How many rows it asked for.
        calls: How often it asked.
        stood: How often the last layer was the same as at the call before.
        anew: How often it was at the layers of the first call again, after others.
        moved: Which call was the last at which it was another one.
        first: The layers of the first call, as one vector.
        second: Those of the second.
        last: Those of the last.
    """

    spent: int = 0
    calls: int = 0
    stood: int = 0
    anew: int = 0
    moved: int = 0
    first: np.ndarray | None = None
    second: np.ndarray | None = None
    last: np.ndarray | None = None

    def note(self, layers: Layers) -> None:
        self.calls += 1
        asked = flat(layers)
        if self.calls == 1:
            self.first = asked
        elif self.calls == 2:
            self.second = asked
        last_layer = slice(-sum(map(np.size, layers[-1])), None)
        stands = self.last is not None and np.array_equal(asked[last_layer], self.last[last_layer])
        self.stood += stands
        self.anew += self.calls > 1 and not stands and np.array_equal(asked, self.first)
        self.moved = self.moved if stands else self.calls
        self.last = asked


class _Counted:
    """The gradient of a task: each answer gets a copy, and what it asks is noted.

    An answer sees what it sees when it is graded: slopes and counts, and none of the images.

    Attributes:
        spent: Evaluations so far.
        budget: How many are allowed.
        _walks: What the copies were asked, each answer's in its turn.
    """

    def __init__(self, x: np.ndarray, y: np.ndarray, walk: _Walk | None = None) -> None:
        self._images, self._walk = (x, y), walk
        self._walks: list[_Walk] = []
        self.budget, self.spent = BUDGET, 0

    def __repr__(self) -> str:
        return "gradient"

    def __deepcopy__(self, memo: dict) -> _Counted:
        if self._walk is not None:
            # An answer that copies its gradient has no second budget.
            return self
        self._walks.append(_Walk())
        return _Counted(*(part.copy() for part in self._images), self._walks[-1])

    def __call__(self, layers: Layers, rows) -> Layers:
        counted = Gradient(*self._images, budget=BUDGET)
        # Whatever `spent` was set to, what is spent is spent.
        counted.spent = self._walk.spent
        try:
            slopes = counted(layers, rows)
        finally:
            self.spent = self._walk.spent = counted.spent
        self._walk.note(layers)
        return slopes


# What an error calls it: nobody has seen the name of this class.
_Counted.__name__ = _Counted.__qualname__ = "gradient"
_Counted.__call__.__qualname__ = "gradient"


def _task(seed: int, hidden: int, n: int, goal: float, shows: str) -> Probe:
    """Return the task: `hidden` units, the first `n` training images, a start from `seed`."""
    train, _ = digits(N)
    gradient = _Counted(train.x[:n], train.y[:n])
    layers = random_layers([64, hidden, 10], np.random.default_rng(seed))
    rng = np.random.default_rng(seed + 1)
    return Probe((gradient, layers, n, rng), shows=shows, judge=_reads_digits(goal), more=1)


def _as_layers(answer, like: Layers) -> Layers | None:
    """Return `answer` as layers with the shapes of `like`, or None where it has others."""
    try:
        layers = [tuple(np.asarray(part, dtype=float) for part in layer) for layer in answer]
        same = [[part.shape for part in layer] for layer in layers] == [
            [part.shape for part in layer] for layer in like
        ]
    except (TypeError, ValueError, OverflowError):
        return None
    return layers if same else None


def _walk(call: Call) -> _Walk:
    """Return what the answer asked when it was called; a task is asked twice."""
    walks = call.probe.args[0]._walks
    return walks[-2] if len(walks) > 1 else _Walk()


def _reads_digits(goal: float) -> Callable[[Call], str | None]:
    """Return a judge: the layers read that part of the test images, the same layers each time."""

    def judge(call: Call) -> str | None:
        like, walk = call.probe.args[1], _walk(call)
        layers, start = _as_layers(call.result, like), flat(like)
        if walk.calls and not (
            walk.first.shape == start.shape
            and np.allclose(walk.first, start, rtol=1e-5, atol=1e-6)
        ):
            return ANOTHER_START
        if layers is None:
            shapes = ", ".join(f"({W.shape}, {b.shape})" for W, b in like)
            return f"a list of pairs (W, b) whose shapes are those of the start: {shapes}"
        if not np.all(np.isfinite(flat(layers))):
            return "finite numbers; these hold NaN or infinity"
        if not walk.calls:
            return NEVER_ASKED
        test = digits(N)[1]
        right = accuracy(layers, test.x, test.y)
        if right < goal:
            return f"at least {goal:.0%} of the test images read; these layers read {right:.1%}"
        # An average of the walk is nearer to its end than the start is; what was trained with
        # other images is not.
        end = np.linalg.norm(flat(layers) - walk.last)
        if not end < np.linalg.norm(start - walk.last):
            return TRAINED_ELSEWHERE
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


def _kept(which: int) -> Callable[[Layers, Layers, Call], bool]:
    """Return whether the weights of a layer are still those of the start."""
    return lambda layers, start, call: np.array_equal(layers[which][0], start[which][0])


def _training(layers: Layers, call: Call, rows: slice = slice(None)) -> tuple[float, float]:
    """Return the loss and the accuracy on the training images of the task."""
    x, y = (part[rows] for part in call.probe.args[0]._images)
    return loss_and_gradients(layers, x, y)[0], accuracy(layers, x, y)


def _uphill(layers: Layers, start: Layers, call: Call) -> bool:
    return _training(layers, call)[0] > 100 * _training(start, call)[0]


def _dead(layers: Layers, start: Layers, call: Call) -> bool:
    """Return whether no hidden unit answers any training image."""
    return not np.any(forward(layers, call.probe.args[0]._images[0])[1])


def _on_its_way(layers: Layers, start: Layers, call: Call) -> bool:
    """Return whether the loss came down, but neither far nor by moving far."""
    moved = np.linalg.norm(flat(layers) - flat(start)) / np.linalg.norm(flat(start))
    loss = _training(layers, call)[0]
    return moved < 0.5 and 0.25 < loss < _training(start, call)[0]


def _of_the_start(layers: Layers, start: Layers, call: Call) -> bool:
    """Return whether all slopes are those of the start."""
    walk = _walk(call)
    return walk.calls > 2 and walk.stood == walk.calls - 1


def _of_old_layers(layers: Layers, start: Layers, call: Call) -> bool:
    """Return whether the layers of the slopes seldom change."""
    walk = _walk(call)
    return walk.calls > 10 and walk.stood > 0.8 * walk.calls


def _stands_still(layers: Layers, start: Layers, call: Call) -> bool:
    """Return whether it moved at every call up to some step, and from there on never more."""
    walk = _walk(call)
    return walk.calls > 10 and walk.moved > 2 and walk.stood == walk.calls - walk.moved > 5


def _begins_anew(layers: Layers, start: Layers, call: Call) -> bool:
    return _walk(call).anew > 2


def _steps_alone(layers: Layers, start: Layers, call: Call) -> bool:
    """Return whether the start was lost with the first step: what is left is as long as a step."""
    walk = _walk(call)
    least = 0.2 * np.linalg.norm(flat(start))
    return walk.calls > 1 and max(map(np.linalg.norm, (walk.second, flat(layers)))) < least


def _lost_at_once(layers: Layers, start: Layers, call: Call) -> bool:
    """Return whether the first step left no finite layers; a rate alone takes longer."""
    walk = _walk(call)
    return walk.calls > 1 and not np.all(np.isfinite(walk.second))


def _early(layers: Layers, start: Layers, call: Call) -> bool:
    """Return whether the loss came down, and more than half of the budget is left."""
    return (
        2 * _walk(call).spent < BUDGET
        and _training(layers, call)[0] < 0.8 * _training(start, call)[0]
    )


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
        "!course.network.train",
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
            "images-of-the-lesson",
            "those are the lesson's own 1047 images: the slopes come from the `gradient` that is "
            "given, which has images of its own",
            "with size 1047",
            "from 0 to 1046",
        ),
        stops(
            "batch-without-rows",
            "a batch is empty: how many batches has an epoch where their size divides `n`?",
            "these are none",
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
            "images-of-the-gradient",
            "`gradient` is a function that gives slopes, and nothing else of the training images; "
            "how many there are is `n`",
            "'gradient' object has no attribute",
        ),
        stops(
            "vector-not-shaped",
            "`gradient` takes layers, a list of pairs, and not one long vector: network.shaped "
            "makes layers of it",
            "not one long vector",
        ),
        stops(
            "rows-and-layers-swapped",
            "`gradient` takes the layers first and the rows second",
            "first the layers, then the rows",
        ),
        stops(
            "one-layer-given",
            "`gradient` takes all layers at once, a list of pairs, and then the rows",
            "layers must be a list of pairs (W, b), not",
        ),
        stops(
            "layers-do-not-fit",
            "these are not the layers [(W1, b1), (W2, b2)], which fit: does your list grow with "
            "each step, or is their order another one?",
            "layers and x of shape",
        ),
        stops(
            "no-array-of-layers",
            "the arrays of the layers have different shapes, so no one array holds them all: go "
            "through the layers, or use network.flat",
            "inhomogeneous",
        ),
        stops(
            "lists-are-no-vectors",
            "lists cannot be subtracted or scaled: go through the layers, or use network.flat",
            "can't multiply sequence",
            "unsupported operand type(s) for -: 'list'",
            "unsupported operand type(s) for -: 'tuple'",
            "unsupported operand type(s) for *: 'float' and 'list'",
            "unsupported operand type(s) for ** or pow(): 'list'",
        ),
        spotted(
            "returned-the-start",
            "these are the layers that you were given: in a loop over them, `W = …` puts nothing "
            "into the list; collect the new pairs, and return those",
            _trained(
                lambda layers, start, call: np.array_equal(flat(layers), flat(start)),
            ),
        ),
        spotted(
            "gradient-not-asked",
            "you never call the `gradient` that is given: it holds the training images, and what "
            "it is asked is counted",
            lambda call: call.complaint == NEVER_ASKED,
        ),
        spotted(
            "trained-elsewhere",
            "the layers that you return do not come from the slopes of `gradient`: each step is "
            "made of the slopes where it begins",
            lambda call: call.complaint == TRAINED_ELSEWHERE,
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
            "first-step-divides-by-zero",
            "the very first step makes NaN or infinity: what is divided by there? For Adam the "
            "first step is number 1, not 0",
            _trained(_lost_at_once),
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
            "another-start",
            "`layers` is where the training begins; at which layers do you ask for the first "
            "slopes?",
            lambda call: call.complaint == ANOTHER_START,
        ),
        spotted(
            "first-layer-not-trained",
            "the weights of the first layer are still those of the start",
            _trained(_kept(0)),
        ),
        spotted(
            "last-layer-not-trained",
            "the weights of the last layer are still those of the start",
            _trained(_kept(1)),
        ),
        spotted(
            "slopes-of-the-start",
            "every slope is that of the start; where are the layers once a step is made?",
            _trained(_of_the_start),
        ),
        spotted(
            "stands-still",
            "after some steps nothing moves any more: does your rate come down to 0 there? Does "
            "your schedule count steps, or epochs?",
            _trained(_stands_still),
        ),
        spotted(
            "begins-anew",
            "your walk is back at the start several times: does each epoch go on where the one "
            "before it ended?",
            _trained(_begins_anew),
        ),
        spotted(
            "slopes-of-old-layers",
            "many slopes are asked for at the same layers: does each step begin where the last "
            "one ended?",
            _trained(_of_old_layers),
        ),
        spotted(
            "step-for-weights",
            "the start is lost at the first step: what `update` gives back is the step, and to "
            "what must it be added?",
            _trained(_steps_alone),
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
            "same-rows-again",
            "it knows the first images by heart and few others: does each step take other rows?",
            _trained(_same_rows),
        ),
        spotted(
            "budget-left",
            "more than half of the budget is left: is there a `return` inside the loop over the "
            "epochs, or are they too few?",
            _trained(_early),
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
