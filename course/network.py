"""A small network of dense layers: forward, backward, and training with any optimizer.

Layers are a list of pairs (W, b): W of shape (inputs, outputs), b of shape (outputs,). A layer
gives a @ W + b; between two layers stands an activation, and after the last one the softmax.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from course.descent import descend_epochs
from course.optimizers import Optimizer
from course.schedules import Schedule
from course.validate import (
    InputError,
    any_numbers,
    counts,
    explained,
    generator,
    number,
    numbers,
    shown,
)

Layers = list[tuple[np.ndarray, np.ndarray]]
Classes = np.ndarray | Sequence[int]


class BudgetSpent(RuntimeError):
    """More gradient evaluations were asked for than a budget allows."""


@dataclass(frozen=True)
class Activation:
    """What stands between two layers.

    Attributes:
        name: What tables and pictures call it.
        value: z to a.
        slope: a to da/dz, so that the backward pass needs the output only.
    """

    name: str
    value: Callable[[np.ndarray], np.ndarray]
    slope: Callable[[np.ndarray], np.ndarray]


@explained(z=any_numbers)
def sigmoid(z: ArrayLike) -> np.ndarray:
    """Return 1/(1 + exp(−z)), between 0 and 1, without overflow.

    Raises:
        InputError: `z` is no number and no array of them.

    Example:
        >>> from course.network import sigmoid
        >>> sigmoid([-1000.0, 0.0, 1000.0])
        array([0. , 0.5, 1. ])
    """
    z = np.asarray(z, dtype=float)
    # Never above 1, and all its digits are kept where the sigmoid is tiny.
    raised = np.exp(-np.abs(z))
    return np.where(z < 0, raised, 1.0) / (1 + raised)


SIGMOID = Activation("sigmoid", sigmoid, lambda a: a * (1 - a))
TANH = Activation("tanh", np.tanh, lambda a: 1 - a * a)
# At z = 0 it has no slope; like everybody we take 0 there.
RELU = Activation("ReLU", lambda z: np.maximum(z, 0.0), lambda a: (a > 0).astype(float))


def _layers(name: str, value: Any) -> Layers:
    """Return `value` if it is a list of pairs (W, b), or raise InputError saying what it is."""
    try:
        if all(np.ndim(W) == 2 and np.ndim(b) == 1 for W, b in value):
            return value
    except (TypeError, ValueError):
        pass
    vector = isinstance(value, np.ndarray) and value.ndim == 1
    instead = shown(value)
    if vector and value.dtype.kind in "iu":
        instead = "row numbers: first the layers, then the rows"
    elif vector:
        instead = "one long vector: network.shaped makes layers of it"
    raise InputError(f"{name} must be a list of pairs (W, b), not {instead}")


def _outputs(name: str, value: Any) -> list[np.ndarray]:
    """Return `value` if it is a list of arrays, as `forward` gives it, or raise InputError."""
    if not isinstance(value, Sequence) or isinstance(value, str) or not value:
        raise InputError(f"{name} must be the list that forward returns, not {shown(value)}")
    return [any_numbers(f"{name}[{i}]", one) for i, one in enumerate(value)]


def _targets(name: str, value: Any) -> np.ndarray:
    """Return `value` if it is one whole number for each image, or raise InputError."""
    if any_numbers(name, value).ndim != 1 or np.asarray(value).dtype.kind not in "iu":
        raise InputError(
            f"{name} must hold a class, a whole number, for each image, but it is {shown(value)}"
        )
    return np.asarray(value)


def parameter_counts(sizes: Sequence[int]) -> tuple[int, int]:
    """Return how many weights and how many biases dense layers between these sizes have.

    Raises:
        InputError: A size is not a whole number, 1 or more.

    Example:
        >>> from course.network import parameter_counts
        >>> parameter_counts([64, 32, 10])
        (2368, 42)
    """
    sizes = counts("sizes", sizes)
    weights = sum(one * other for one, other in pairwise(sizes))
    return weights, sum(sizes[1:])


def random_layers(
    sizes: Sequence[int], rng: np.random.Generator, *, spread: float = 2.0
) -> Layers:
    """Return layers with normal weights of variance spread/inputs, and biases of zero.

    A spread of 2 suits ReLU (He et al. 2015), a spread of 1 is usual for the sigmoid.

    Raises:
        InputError: An argument cannot be used; the message names it.

    Example:
        >>> import numpy as np
        >>> from course.network import random_layers
        >>> [W.shape for W, b in random_layers([64, 32, 10], np.random.default_rng(0))]
        [(64, 32), (32, 10)]
    """
    rng, spread = generator("rng", rng), number("spread", spread, positive=True)
    return [
        (rng.normal(0.0, np.sqrt(spread / inputs), (inputs, outputs)), np.zeros(outputs))
        for inputs, outputs in pairwise(counts("sizes", sizes))
    ]


def equal_layers(sizes: Sequence[int], weight: float = 0.0) -> Layers:
    """Return layers whose weights are all the same number, and biases of zero.

    Raises:
        InputError: An argument cannot be used; the message names it.

    Example:
        >>> from course.network import equal_layers
        >>> equal_layers([2, 1], weight=0.5)
        [(array([[0.5],
               [0.5]]), array([0.]))]
    """
    weight = number("weight", weight)
    return [
        (np.full((inputs, outputs), weight), np.zeros(outputs))
        for inputs, outputs in pairwise(counts("sizes", sizes))
    ]


@explained(layers=_layers, x=any_numbers)
def forward(layers: Layers, x: ArrayLike, hidden: Activation = RELU) -> list[np.ndarray]:
    """Return the inputs, the outputs of every hidden layer, and the scores, in this order.

    Each is of shape (n, that layer's outputs) for `x` of shape (n, inputs).

    Raises:
        InputError: `layers` are none, or `x` does not fit them.

    Example:
        >>> from course.network import equal_layers, forward
        >>> [a.shape for a in forward(equal_layers([4, 3, 2]), [[1, 2, 3, 4]])]
        [(1, 4), (1, 3), (1, 2)]
    """
    outputs = [np.asarray(x, dtype=float)]
    for i, (W, b) in enumerate(layers):
        z = outputs[-1] @ W + b
        outputs.append(z if i == len(layers) - 1 else hidden.value(z))
    return outputs


@explained(scores=any_numbers)
def softmax(scores: ArrayLike) -> np.ndarray:
    """Return exp(scores) over their sum along the last axis: shares that add up to 1.

    Raises:
        InputError: `scores` are no numbers.

    Example:
        >>> from course.network import softmax
        >>> softmax([[0.0, 0.0], [1000.0, 0.0]])
        array([[0.5, 0.5],
               [1. , 0. ]])
    """
    # As floats: a difference of bytes begins again at 255.
    scores = np.asarray(scores, dtype=float)
    raised = np.exp(scores - np.max(scores, axis=-1, keepdims=True))
    return raised / np.sum(raised, axis=-1, keepdims=True)


@explained(scores=any_numbers, y=_targets)
def cross_entropy(scores: np.ndarray, y: Classes) -> tuple[float, np.ndarray]:
    """Return the mean of −log(share of the right class), and its gradient for the scores.

    Args:
        scores: Shape (n, classes).
        y: The right classes, whole numbers, shape (n,).

    The gradient is (shares − truth)/n, where truth is 1 for the right class and 0 elsewhere. The
    logarithm is the natural one.

    Raises:
        InputError: `scores` are no numbers, or `y` does not hold a class for each row of them.

    Example:
        >>> import numpy as np
        >>> from course.network import cross_entropy
        >>> loss, slopes = cross_entropy(np.array([[0.0, 0.0]]), [1])
        >>> print(f"{loss:.4f}")
        0.6931
        >>> slopes
        array([[ 0.5, -0.5]])
    """
    # An index finds an entry for a class below 0, too, and leaves out rows that have no class.
    if np.shape(y) != np.shape(scores)[:-1]:
        raise ValueError("each row of scores needs a class")
    # True and False pick entries, too: those of the wrong rows.
    if np.asarray(y).dtype.kind not in "iu":
        raise TypeError("classes are whole numbers")
    if np.any(np.less(y, 0)):
        raise ValueError("classes are counted from 0, and one of them is below")
    rows, scores = np.arange(len(y)), np.asarray(scores, dtype=float)
    shifted = scores - np.max(scores, axis=-1, keepdims=True)
    logs = shifted - np.log(np.sum(np.exp(shifted), axis=-1, keepdims=True))
    shares = np.exp(logs)
    shares[rows, y] -= 1
    return float(-np.mean(logs[rows, y])), shares / len(y)


@explained(da=any_numbers, a=any_numbers)
def sigmoid_backward(da: np.ndarray, a: np.ndarray) -> np.ndarray:
    """Return dz = da·a·(1 − a) for a = sigmoid(z).

    Raises:
        InputError: An argument is no array of numbers, or they do not fit together.

    Example:
        >>> import numpy as np
        >>> from course.network import sigmoid_backward
        >>> sigmoid_backward(da=np.array([2.0, 2.0]), a=np.array([0.5, 1.0]))
        array([0.5, 0. ])
    """
    return da * SIGMOID.slope(np.asarray(a))


@explained(dz=any_numbers, a_prev=any_numbers, W=any_numbers)
def dense_backward(
    dz: np.ndarray, a_prev: np.ndarray, W: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return (da_prev, dW, db) of z = a_prev @ W + b, where dz is the gradient of the mean loss.

    Args:
        dz: Shape (n, outputs).
        a_prev: Shape (n, inputs).
        W: Shape (inputs, outputs).

    Raises:
        InputError: An argument is no array of numbers, or they do not fit together.

    Example:
        >>> import numpy as np
        >>> from course.network import dense_backward
        >>> dz, a_prev, W = np.array([[1.0]]), np.array([[2.0, 3.0]]), np.array([[4.0], [5.0]])
        >>> da_prev, dW, db = dense_backward(dz, a_prev, W)
        >>> da_prev, dW.ravel(), db
        (array([[4., 5.]]), array([2., 3.]), array([1.]))
    """
    dz, a_prev, W = np.asarray(dz), np.asarray(a_prev), np.asarray(W)
    return dz @ W.T, a_prev.T @ dz, dz.sum(axis=0)


@explained(layers=_layers, outputs=_outputs, dz=any_numbers)
def backward(
    layers: Layers, outputs: Sequence[np.ndarray], dz: np.ndarray, hidden: Activation = RELU
) -> Layers:
    """Return (dW, db) of every layer, from the gradient of the scores and `forward`'s outputs.

    Raises:
        InputError: An argument cannot be used, or they do not fit together.

    Example:
        >>> import numpy as np
        >>> from course.network import backward, cross_entropy, equal_layers, forward
        >>> layers = equal_layers([1, 2])
        >>> outputs = forward(layers, [[3.0]])
        >>> _, dz = cross_entropy(outputs[-1], [0])
        >>> backward(layers, outputs, dz)
        [(array([[-1.5,  1.5]]), array([-0.5,  0.5]))]
    """
    slopes: Layers = []
    for i in range(len(layers) - 1, -1, -1):
        da, dW, db = dense_backward(dz, outputs[i], layers[i][0])
        slopes.insert(0, (dW, db))
        if i > 0:
            dz = da * hidden.slope(outputs[i])
    return slopes


def loss_and_gradients(
    layers: Layers, x: ArrayLike, y: Classes, hidden: Activation = RELU
) -> tuple[float, Layers]:
    """Return the mean cross-entropy of the images `x` of classes `y`, and (dW, db) per layer.

    Example:
        >>> from course.network import equal_layers, loss_and_gradients
        >>> loss, slopes = loss_and_gradients(equal_layers([1, 2]), [[3.0]], [0])
        >>> print(f"{loss:.4f}", slopes)
        0.6931 [(array([[-1.5,  1.5]]), array([-0.5,  0.5]))]
    """
    outputs = forward(layers, x, hidden)
    loss, dz = cross_entropy(outputs[-1], y)
    return loss, backward(layers, outputs, dz, hidden)


def classes(layers: Layers, x: ArrayLike, hidden: Activation = RELU) -> np.ndarray:
    """Return the class of the highest score of each row of `x`, shape (n,).

    Example:
        >>> import numpy as np
        >>> from course.network import classes
        >>> sign = [(np.array([[1.0, -1.0]]), np.zeros(2))]
        >>> classes(sign, [[2.0], [-2.0]])
        array([0, 1])
    """
    return np.argmax(forward(layers, x, hidden)[-1], axis=-1)


def accuracy(layers: Layers, x: ArrayLike, y: ArrayLike, hidden: Activation = RELU) -> float:
    """Return which part of the rows of `x` gets its right class, from 0 to 1.

    Raises:
        InputError: `y` does not hold one class for each row.

    Example:
        >>> import numpy as np
        >>> from course.network import accuracy
        >>> sign = [(np.array([[1.0, -1.0]]), np.zeros(2))]
        >>> accuracy(sign, [[2.0], [-2.0], [-3.0], [4.0]], [0, 1, 1, 1])
        0.75
    """
    found, y = classes(layers, x, hidden), numbers("y", y)
    if y.shape != found.shape:
        raise InputError(
            f"y must hold one class for each row of x, shape {found.shape}, but its shape is "
            f"{y.shape}"
        )
    return float(np.mean(found == y))


@explained(layers=_layers)
def flat(layers: Layers) -> np.ndarray:
    """Return all weights and biases (or their slopes) as one vector, layer by layer, W first.

    Raises:
        InputError: `layers` are no list of pairs (W, b).

    Example:
        >>> from course.network import equal_layers, flat
        >>> flat(equal_layers([2, 1], weight=0.5))
        array([0.5, 0.5, 0. ])
    """
    return np.concatenate([np.ravel(part) for layer in layers for part in layer])


@explained(vector=any_numbers, like=_layers)
def shaped(vector: np.ndarray, like: Layers) -> Layers:
    """Return the layers that `flat` made the vector of, with the shapes of `like`.

    Raises:
        InputError: `vector` does not have as many entries as `like`.

    Example:
        >>> import numpy as np
        >>> from course.network import equal_layers, shaped
        >>> shaped(np.array([1.0, 2.0, 3.0]), like=equal_layers([2, 1]))
        [(array([[1.],
               [2.]]), array([3.]))]
    """
    first, vector = 0, np.ravel(vector)
    entries = sum(part.size for layer in like for part in layer)
    if len(vector) != entries:
        raise InputError(f"vector must have {entries} entries, but it has {len(vector)}")

    def taken(part: np.ndarray) -> np.ndarray:
        nonlocal first
        first += part.size
        return np.reshape(vector[first - part.size : first], part.shape)

    return [(taken(W), taken(b)) for W, b in like]


class Gradient:
    """The gradients of a training set, which are counted: one evaluation for each row asked for.

    gradient(layers, rows) returns (dW, db) of every layer: the gradient of the mean
    cross-entropy of these rows.

    Attributes:
        spent: Evaluations so far.
        budget: How many are allowed, or None.
    """

    def __init__(
        self,
        x: np.ndarray,
        y: np.ndarray,
        *,
        budget: int | None = None,
        hidden: Activation = RELU,
    ) -> None:
        """Take images `x` of shape (n, inputs) with classes `y`, whole numbers, of shape (n,)."""
        self.x, self.y, self.hidden = np.asarray(x), np.asarray(y), hidden
        self.budget, self.spent = budget, 0

    def __repr__(self) -> str:
        return "gradient"

    def __call__(self, layers: Layers, rows: ArrayLike) -> Layers:
        """Return (dW, db) of every layer for these rows, and count them."""
        _layers("layers", layers)
        rows, n = np.asarray(rows), len(self.y)
        if rows.ndim == 1 and len(rows) == 0:
            raise InputError("rows must be one row number or more, and these are none")
        if rows.dtype.kind not in "iu" or rows.ndim != 1:
            raise InputError(f"rows must be a list or an array of row numbers, not {shown(rows)}")
        outside = rows[(rows < 0) | (rows >= n)]
        if len(outside):
            raise InputError(f"rows must be from 0 to {n - 1}, but {outside[0]} is among them")
        left = None if self.budget is None else max(self.budget - self.spent, 0)
        self.spent += len(rows)
        if left is not None and len(rows) > left:
            raise BudgetSpent(
                f"{self.budget:,} gradient evaluations are allowed, one for each row; {left:,} "
                f"are left, and {len(rows):,} were asked for"
            )
        return loss_and_gradients(layers, self.x[rows], self.y[rows], self.hidden)[1]


def train(
    gradient: Gradient,
    layers: Layers,
    optimizer: Optimizer,
    *,
    lr: float | Schedule,
    batch_size: int,
    epochs: int,
    rng: np.random.Generator,
    after_epoch: Callable[[Layers], object] | None = None,
) -> list[Layers]:
    """Train in mini-batches; return the layers before the first epoch and after every one.

    Args:
        gradient: The training set's gradient.
        layers: Where to start; they stay as they are.
        optimizer: The update rule, for all weights and biases as one vector.
        lr: The learning rate, or a schedule of the step number 0, 1, 2, ...
        batch_size: Rows for each step.
        epochs: Passes over the training set, each in a fresh random order.
        rng: Where the orders come from.
        after_epoch: Called with the layers after each epoch, to watch the training.

    Raises:
        BudgetSpent: The gradient's budget does not last.
        InputError: An argument cannot be used; the message names it.

    Example:
        Telling positive numbers from negative ones:

        >>> import numpy as np
        >>> from course.network import Gradient, accuracy, equal_layers, train
        >>> from course.optimizers import momentum
        >>> x, y = np.array([[-2.0], [-1.0], [1.0], [2.0]]), np.array([0, 0, 1, 1])
        >>> history = train(
        ...     Gradient(x, y),
        ...     equal_layers([1, 2]),
        ...     momentum(),
        ...     lr=0.1,
        ...     batch_size=2,
        ...     epochs=10,
        ...     rng=np.random.default_rng(0),
        ... )
        >>> len(history), accuracy(history[0], x, y), accuracy(history[-1], x, y)
        (11, 0.5, 1.0)
    """
    if not isinstance(gradient, Gradient):
        raise InputError(
            "gradient must be a network.Gradient, such as network.Gradient(train.x, train.y), "
            f"but it is {shown(gradient)}"
        )
    _layers("layers", layers)
    history = descend_epochs(
        lambda w, rows: flat(gradient(shaped(w, layers), rows)),
        flat(layers),
        len(gradient.y),
        batch_size,
        lr,
        epochs,
        rng,
        optimizer=optimizer,
        after_epoch=after_epoch and (lambda w: after_epoch(shaped(w, layers))),
    )
    return [shaped(w, layers) for w in history]
