"""dense_backward(dz, a_prev, W): back through a layer."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from course.checks.compare import is_whole
from course.checks.exercise import LONG, Exercise, Probe, answered, instead
from course.checks.families import numbers
from course.network import dense_backward, sigmoid_backward


def right(dz, a_prev, W):
    """Return (da_prev, dW, db): what is right."""
    return dense_backward(dz, a_prev, W)


def _layer(rng: np.random.Generator, n: int, d_in: int, d_out: int) -> tuple[np.ndarray, ...]:
    shapes = ((n, d_out), (n, d_in), (d_in, d_out))
    # In eighths: their products and sums are exact, and float32 has the same.
    return tuple(np.round(8 * rng.normal(0, 1.5, shape)) / 8 for shape in shapes)


def _whole(rng: np.random.Generator) -> tuple[np.ndarray, ...]:
    return tuple(rng.integers(-4, 5, size=shape) for shape in ((3, 2), (3, 4), (4, 2)))


def _long(dz, a_prev, W) -> tuple[np.ndarray, ...]:
    return LONG * dz, a_prev, W


Part = Callable[[np.ndarray, np.ndarray, np.ndarray], np.ndarray]


def _changed(*, da: Part | None = None, dW: Part | None = None, db: Part | None = None):
    """Return a wrong answer: each part given is (dz, a_prev, W) to what stands in its place."""

    def wrong(dz, a_prev, W):
        return tuple(
            part(dz, a_prev, W) if part else kept
            for part, kept in zip((da, dW, db), right(dz, a_prev, W), strict=True)
        )

    return wrong


def _das(*parts: Part) -> list[Callable]:
    return [_changed(da=part) for part in parts]


def _dWs(*parts: Part) -> list[Callable]:
    return [_changed(dW=part) for part in parts]


def _dbs(*parts: Part) -> list[Callable]:
    return [_changed(db=part) for part in parts]


def _ordered(*order: int) -> Callable:
    """Return a change of the answer: some of da_prev (0), dW (1) and db (2), in that order."""
    return lambda parts: tuple(parts[i] for i in order)


def _scaled(*factors: float | None) -> Callable:
    """Return a change of the answer: each part times a number, or times 1/n for None."""

    def scaled(parts, dz):
        numbers = (1 / len(dz) if factor is None else factor for factor in factors)
        return tuple(factor * part for factor, part in zip(numbers, parts, strict=True))

    return scaled


def _for_rows(rows: slice) -> Callable:
    """Return a wrong answer: dW and db of some rows only."""
    return _changed(
        dW=lambda dz, a_prev, W: a_prev[rows].T @ dz[rows],
        db=lambda dz, a_prev, W: dz[rows].sum(axis=0),
    )


def _last_kept(dz, a_prev, W):
    """Return what loops leave that set each entry anew instead of adding to it."""
    return np.outer(dz[:, -1], W[:, -1]), np.outer(a_prev[-1], dz[-1]), dz[-1]


def _filled(dz, a_prev, W):
    """Return dW, put into an array like W."""
    dW = a_prev.T @ dz
    return np.trunc(dW) if is_whole(W) else dW


def _added(dz, a_prev, W):
    """Return dW, added up image by image in an array like W."""
    dW = np.zeros(np.shape(W))
    for one, other in zip(a_prev, dz, strict=True):
        dW = dW + np.outer(one, other)
        dW = np.trunc(dW) if is_whole(W) else dW
    return dW


def _cut(dz, a_prev, W):
    """Return da_prev, put into an array like a_prev."""
    da = dz @ W.T
    return np.trunc(da) if is_whole(a_prev) else da


def dW_left(dz, a_prev, W):
    """Return dW with nothing transposed."""
    return a_prev @ dz


def dW_right(dz, a_prev, W):
    """Return dW with nothing transposed, the other way round."""
    return dz @ a_prev


def da_left(dz, a_prev, W):
    """Return da_prev with nothing transposed."""
    return dz @ W


def da_right(dz, a_prev, W):
    """Return da_prev with nothing transposed, the other way round."""
    return W @ dz


def _reshaped_W(dz, a_prev, W):
    """Return da_prev, where W has the shape that it should have, but is not transposed."""
    return dz @ W.reshape(W.shape[::-1])


def _reshaped_inputs(dz, a_prev, W):
    return a_prev.reshape(a_prev.shape[::-1]) @ dz


back_through_layer = Exercise(
    name="dense_backward",
    points=(2, 2),
    reference=right,
    parts=("da_prev", "dW", "db"),
    examples=(
        Probe(
            (
                np.array([[1.0, -2.0], [0.5, 4.0], [3.0, 0.0], [-1.5, 2.0]]),
                np.array([[1.0, 2.0, 0.0], [3.0, -1.0, 0.5], [0.0, 2.0, 5.0], [4.0, 1.0, -2.0]]),
                np.array([[1.0, 2.0], [0.0, -1.0], [3.0, 0.5]]),
            ),
            shows="4 images, 3 inputs, 2 outputs",
        ),
        Probe(
            (
                np.array([[2.0, -1.0, 0.5]]),
                np.array([[3.0, 4.0]]),
                np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 7.0]]),
            ),
            shows="a single image",
        ),
        # Where all sizes are equal nothing stops a product of the wrong matrix: it can be named.
        Probe(
            (
                np.array([[1, -2], [3, 4]]),
                np.array([[1, 2], [3, -1]]),
                np.array([[1, 2], [0, -1]]),
            ),
            shows="2 images, 2 inputs, 2 outputs, all whole numbers",
        ),
    ),
    draw=lambda rng: [
        Probe(_layer(rng, 5, 2, 3), shows="more outputs than inputs"),
        Probe(_layer(rng, 2, 6, 4), shows="fewer images than inputs and outputs"),
        Probe(_layer(rng, 3, 4, 1), shows="a single output"),
        Probe(_layer(rng, 3, 3, 3), shows="as many images as inputs and outputs"),
        Probe(_layer(rng, 1, 3, 4), shows="a single image", weight=0.5),
        Probe(_whole(rng), shows="whole numbers"),
        # An array that is made like a whole one loses the fractions.
        Probe((_layer(rng, 3, 4, 2)[0], *_whole(rng)[1:]), shows="whole numbers", weight=0.5),
        # Long slopes are handed on as they are: to clip them is for the step that follows.
        Probe(_long(*_layer(rng, 4, 3, 2)), shows="very long slopes", weight=0.5),
    ],
    mistakes=(
        instead(
            "whole-numbers-cut-off",
            numbers.WHOLE,
            *_dWs(_filled, _added),
            *_das(_cut),
            *(_changed(da=_cut, dW=dW) for dW in (_filled, _added)),
        ),
        answered(
            "divided-by-n",
            "dz is the slope of the mean loss already; dividing by n once more makes it too small",
            _scaled(1, None, None),
            _scaled(None, None, None),
            _scaled(1, None, 1),
            _scaled(1, 1, None),
        ),
        instead(
            "last-one-kept",
            "each round of your loops throws away what was there: a sum grows with `+=`",
            _last_kept,
        ),
        instead(
            "bias-not-summed",
            "one bias serves all images, so their slopes add up: db has the shape of b",
            _dbs(
                lambda dz, a_prev, W: dz,
                lambda dz, a_prev, W: dz[0],
                lambda dz, a_prev, W: dz[-1],
            ),
        ),
        instead(
            "bias-over-outputs",
            "db has one number for each output: add up over the images, the other axis",
            _dbs(
                lambda dz, a_prev, W: dz.sum(axis=1),
                lambda dz, a_prev, W: dz.sum(axis=1, keepdims=True),
            ),
        ),
        instead(
            "bias-one-number",
            "each output has a bias of its own; `sum` without an axis adds up everything",
            _dbs(lambda dz, a_prev, W: dz.sum(), lambda dz, a_prev, W: dz.mean()),
        ),
        instead(
            "bias-for-each-input",
            "a bias gets each slope in `dz` once; yours adds it once for every input: in which "
            "loop does its line stand?",
            _dbs(lambda dz, a_prev, W: len(W) * dz.sum(axis=0)),
        ),
        instead(
            "largest-for-sum",
            "every image moves the bias, so their slopes add up",
            _dbs(lambda dz, a_prev, W: dz.max(axis=0)),
        ),
        instead(
            "bias-with-a-row-axis",
            "b has the shape (d_out,), so db has it, too: a row, not a table of one row",
            _dbs(
                lambda dz, a_prev, W: dz.sum(axis=0, keepdims=True),
                lambda dz, a_prev, W: dz.sum(axis=0)[:, None],
            ),
        ),
        instead(
            "bias-from-the-inputs",
            "a bias is added to z, so its slope comes from dz",
            _dbs(
                lambda dz, a_prev, W: a_prev.sum(axis=0),
                lambda dz, a_prev, W: W.sum(axis=0),
                lambda dz, a_prev, W: np.ones(W.shape[1]),
                lambda dz, a_prev, W: (a_prev.T @ dz).sum(axis=0),
            ),
        ),
        instead(
            "weights-of-the-outputs",
            "how fast z changes with a weight is told by what comes in, a_prev; W is for da_prev",
            _dWs(
                lambda dz, a_prev, W: W.T @ dz,
                lambda dz, a_prev, W: W @ dz,
                lambda dz, a_prev, W: W,
                lambda dz, a_prev, W: a_prev.T @ (a_prev @ W),
            ),
        ),
        instead(
            "slope-transposed",
            "dW must have the shape of W, (d_in, d_out)",
            _changed(dW=lambda dz, a_prev, W: dz.T @ a_prev),
        ),
        instead(
            "da-transposed",
            "da_prev must have the shape of a_prev, (n, d_in): one row for each image",
            _changed(da=lambda dz, a_prev, W: W @ dz.T),
        ),
        instead(
            "both-transposed",
            "each slope has the shape of what it belongs to: da_prev that of a_prev, and dW that "
            "of W",
            _changed(da=lambda dz, a_prev, W: W @ dz.T, dW=lambda dz, a_prev, W: dz.T @ a_prev),
        ),
        instead(
            "dW-not-transposed",
            "dW adds up over the images, so they must be on the last axis of the left matrix",
            _dWs(
                dW_left,
                dW_right,
                lambda dz, a_prev, W: a_prev @ dz.T,
                lambda dz, a_prev, W: dz @ a_prev.T,
            ),
        ),
        instead(
            "W-not-transposed",
            "da_prev adds up over the outputs: they are the last axis of dz and of W",
            _das(da_left, da_right, lambda dz, a_prev, W: W.T @ dz),
        ),
        instead(
            "reshaped-for-transposed",
            "`reshape` only cuts the same row of numbers otherwise; `.T` swaps rows and columns",
            _changed(da=_reshaped_W, dW=_reshaped_inputs),
            _changed(da=_reshaped_W),
            _changed(dW=_reshaped_inputs),
        ),
        instead(
            "nothing-transposed",
            "write the shapes beside each product: two of these matrices must be transposed",
            _changed(da=da_left, dW=dW_left),
            _changed(da=da_left, dW=dW_right),
            _changed(da=da_right, dW=dW_right),
        ),
        instead(
            "entry-by-entry",
            "`*` multiplies entry by entry; the sums over images and outputs need `@`",
            _dWs(lambda dz, a_prev, W: a_prev * dz, lambda dz, a_prev, W: a_prev.T * dz),
            _das(lambda dz, a_prev, W: dz * W.T, lambda dz, a_prev, W: dz * W),
            _changed(da=lambda dz, a_prev, W: dz * W.T, dW=lambda dz, a_prev, W: a_prev.T * dz),
            _changed(da=lambda dz, a_prev, W: dz * W, dW=lambda dz, a_prev, W: a_prev * dz),
        ),
        answered(
            "swapped-results",
            "the order is da_prev, dW, db",
            *(
                _ordered(*order)
                for order in (
                    (1, 2, 0),
                    (1, 0, 2),
                    (2, 1, 0),
                    (0, 2, 1),
                    (2, 0, 1),
                )
            ),
        ),
        answered(
            "part-missing",
            "three arrays are wanted: da_prev, dW and db",
            *(_ordered(*order) for order in ((1, 2), (0, 1), (0, 2), (2, 1), (1, 0))),
            lambda parts: parts[0],
            lambda parts: parts[1],
        ),
        instead(
            "activation-included",
            "this is the layer alone; the rate of an activation belongs to the activation",
            _das(
                lambda dz, a_prev, W: sigmoid_backward(dz @ W.T, a_prev),
                lambda dz, a_prev, W: (dz @ W.T) * (a_prev > 0),
                lambda dz, a_prev, W: (dz @ W.T) * a_prev,
                lambda dz, a_prev, W: (dz @ W.T) * (1 - a_prev**2),
            ),
            lambda dz, a_prev, W: right(dz * (dz > 0), a_prev, W),
        ),
        instead(
            "one-image-only",
            "every image adds its part; does each turn of the loop add to dW, or replace it?",
            _for_rows(slice(-1, None)),
            _for_rows(slice(0, 1)),
            _dWs(
                lambda dz, a_prev, W: np.outer(a_prev[-1], dz[-1]),
                lambda dz, a_prev, W: np.outer(a_prev[0], dz[0]),
            ),
        ),
        instead(
            "one-output-only",
            "every output sends its part back to the input: da_prev is a sum over outputs",
            _das(
                lambda dz, a_prev, W: np.outer(dz[:, -1], W[:, -1]),
                lambda dz, a_prev, W: np.outer(dz[:, 0], W[:, 0]),
            ),
        ),
        instead(
            "W-missing",
            "da_prev passes the complaint back through the weights; where is W in it?",
            _das(
                lambda dz, a_prev, W: dz,
                lambda dz, a_prev, W: a_prev,
                lambda dz, a_prev, W: W,
                lambda dz, a_prev, W: W.T,
            ),
        ),
        instead(
            "averaged-over-inputs",
            "nothing is divided here: slopes from all outputs add up",
            _das(
                lambda dz, a_prev, W: dz @ W.T / len(dz),
                lambda dz, a_prev, W: dz @ W.T / dz.shape[1],
                lambda dz, a_prev, W: dz @ W.T / len(W),
            ),
        ),
        answered(
            "times-n",
            "dz is the slope of the mean loss already; nothing has to be multiplied by n",
            lambda parts, dz: tuple(len(dz) * part for part in parts),
            lambda parts, dz: (parts[0], len(dz) * parts[1], len(dz) * parts[2]),
        ),
        answered(
            "factor-two",
            "the 2 of a squared error is in dz already, where there is one",
            _scaled(2, 2, 2),
            _scaled(1, 2, 2),
            _scaled(1, 2, 1),
        ),
        answered(
            "sign-flipped",
            "return the slopes themselves; the minus sign belongs to the step",
            _scaled(-1, -1, -1),
            _scaled(1, -1, -1),
        ),
        answered(
            "took-a-step",
            "return the slopes; changing the weights is the optimizer's work",
            *(
                lambda parts, W, lr=lr: (parts[0], W - lr * parts[1], parts[2])
                for lr in (1.0, 0.1, 0.01)
            ),
        ),
        numbers.rounded(2, 1, 3, 0),
        answered(
            "flattened",
            "keep the shapes: da_prev that of a_prev, dW that of W, db that of b",
            lambda parts: tuple(map(np.ravel, parts)),
            lambda parts: (parts[0], np.ravel(parts[1]), parts[2]),
        ),
    ),
)
