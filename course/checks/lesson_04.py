"""Exercises of lesson 04: mini-batch descent, judged by replaying it, and the article's `//`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from course.checks.compare import ATOL, RTOL
from course.checks.engine import Call, Exercise, Mistake, Probe
from course.descent import descend_batches

LESSON = "04_mini_batches"

Batches = Sequence[Sequence[np.ndarray]]

# sgd_epochs(x, y, batch_size, lr, epochs, rng)
#
# Many orders are right, so the student's own batches are walked through again: the weights and
# the losses must be those that these batches lead to. A mistake is the same walk, made wrongly.


@dataclass(frozen=True)
class Seen:
    """One batch as it was met: its rows, and its squared errors before and after its step."""

    size: int
    squares: np.ndarray
    squares_after: np.ndarray


@dataclass(frozen=True)
class Replay:
    """A walk through recorded batches.

    Attributes:
        w: The last slope.
        b: The last intercept.
        epochs: What each epoch met.
        ends: (w, b) before the first epoch and after each.
    """

    w: float
    b: float
    epochs: list[list[Seen]]
    ends: list[tuple[float, float]]


def _gradient(w, b, x, y) -> tuple[float, float]:
    error = w * x + b - y
    return 2 * float(np.mean(error * x)), 2 * float(np.mean(error))


def _replay(
    x,
    y,
    lr: float,
    batches: Batches,
    *,
    gradient: Callable = _gradient,
    start: tuple[float, float] = (0.0, 0.0),
    restart: bool = False,
    stale: bool = False,
    last_only: bool = False,
    in_turn: bool = False,
    x_rows: Callable | None = None,
    y_rows: Callable | None = None,
) -> Replay:
    """Walk through `batches`, as it is right or, with an option, as a mistake would.

    Args:
        x: Inputs, shape (n,).
        y: Targets, shape (n,).
        lr: The learning rate.
        batches: For each epoch the rows of each batch.
        gradient: (w, b, x, y) of one batch to (dw, db).
        start: (w, b) before the first step.
        restart: Every epoch starts anew.
        stale: All slopes of an epoch are taken where the epoch began.
        last_only: Only the last batch of an epoch makes a step.
        in_turn: b's slope is taken after w has moved.
        x_rows: (epoch, first place in the order, rows) to the rows of x that are used.
        y_rows: The same for y.
    """
    w, b = start
    epochs, ends = [], [start]
    for e, cut in enumerate(batches):
        if restart:
            w, b = start
        at = (w, b)
        seen, first = [], 0
        for k, rows in enumerate(cut):
            xs = x[x_rows(e, first, rows) if x_rows else rows]
            ys = y[y_rows(e, first, rows) if y_rows else rows]
            first += len(rows)
            before = (w * xs + b - ys) ** 2
            dw, db = gradient(*(at if stale else (w, b)), xs, ys)
            if not last_only or k == len(cut) - 1:
                w = w - lr * dw
                b = b - lr * (gradient(w, b, xs, ys)[1] if in_turn else db)
            seen.append(Seen(len(rows), before, (w * xs + b - ys) ** 2))
        epochs.append(seen)
        ends.append((w, b))
    return Replay(w, b, epochs, ends)


def _losses(replay: Replay, n: int) -> list[float]:
    """Return the squared errors that each epoch saw, over n."""
    return [sum(float(np.sum(batch.squares)) for batch in seen) / n for seen in replay.epochs]


def _sgd_epochs(x, y, batch_size, lr, epochs, rng) -> dict:
    run = descend_batches(x, y, batch_size, lr, epochs, rng)
    w, b = run.weights[-1]
    return {"w": w, "b": b, "losses": run.epoch_losses, "batches": run.batches}


# Reading an answer, whatever dress it comes in


def _rows_of(batches, n: int) -> Batches | None:
    """Return the batches as arrays of row numbers, or None where they are something else."""
    try:
        read = [[np.atleast_1d(np.asarray(rows)) for rows in cut] for cut in batches]
    except (TypeError, ValueError):
        return None
    every = [rows for cut in read for rows in cut]
    if (
        not read
        or not all(read)
        or any(rows.ndim != 1 or not rows.size or rows.dtype.kind not in "iuf" for rows in every)
    ):
        return None
    if any(np.any((rows < 0) | (rows >= n) | (rows != np.floor(rows))) for rows in every):
        return None
    return [[rows.astype(int) for rows in cut] for cut in read]


def _number(value) -> float | None:
    try:
        array = np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        return None
    return float(array.reshape(())) if array.size == 1 else None


def _numbers(value) -> np.ndarray | None:
    try:
        return np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        return None


def _answer(call: Call) -> Mapping:
    return call.result if isinstance(call.result, Mapping) else {}


def _batches(call: Call) -> Batches | None:
    return _rows_of(_answer(call).get("batches"), len(call.probe.args[0]))


def _close(got, wanted) -> bool:
    got, wanted = _numbers(got), np.asarray(wanted, dtype=float)
    if got is None or got.size != wanted.size:
        return False
    return bool(np.allclose(got.reshape(wanted.shape), wanted, rtol=RTOL, atol=ATOL))


def _orders(batches: Batches) -> list[np.ndarray]:
    return [np.concatenate(cut) for cut in batches]


def _same_orders(batches: Batches) -> bool:
    """Return whether two epochs or more went in one order, be it begun at another row."""
    orders = _orders(batches)
    return any(
        np.array_equal(one, np.roll(other, shift))
        for i, one in enumerate(orders)
        for other in orders[:i]
        for shift in range(len(other))
    )


def _made_once(batches: Batches) -> bool:
    """Return whether all of three or more epochs have the same batches, in whatever order."""
    kinds = {frozenset(frozenset(rows.tolist()) for rows in cut) for cut in batches}
    several = len(batches[0]) > 1 and max(map(len, batches[0])) > 1
    return len(kinds) == 1 and len(batches) > 2 and several


def _all_one_order(batches: Batches) -> bool:
    orders = _orders(batches)
    return len(orders) > 1 and all(np.array_equal(orders[0], order) for order in orders[1:])


def _sizes(n: int, batch_size: int) -> list[int]:
    return [min(batch_size, n - first) for first in range(0, n, batch_size)]


# Seeds that a function may have set for itself, whatever generator it was given.
_USUAL_SEEDS = (0, 1, 42, 123)


def _own_generator(batches: Batches) -> bool:
    """Return whether the orders are those of a generator made inside, with a usual seed."""
    orders = _orders(batches)
    for seed in _USUAL_SEEDS:
        for rng in (np.random.default_rng(seed), np.random.RandomState(seed)):
            if all(np.array_equal(order, rng.permutation(len(order))) for order in orders):
                return True
    return False


def _other_the_second_time(call: Call) -> bool:
    """Return whether equal generators led to other batches."""
    if not call.probe.twice or not isinstance(call.again, Mapping):
        return False
    one, other = _batches(call), _rows_of(call.again.get("batches"), len(call.probe.args[0]))
    if one is None or other is None:
        return False
    return not np.array_equal(np.concatenate(_orders(one)), np.concatenate(_orders(other)))


# The three things that are looked at, each worth points of its own


def _judge_batches(call: Call) -> str | None:
    x, _, batch_size, _, epochs, _ = call.probe.args
    n = len(x)
    if set(_answer(call)) < {"w", "b", "losses", "batches"}:
        return 'a dictionary with the keys "w", "b", "losses" and "batches"'
    sizes = _sizes(n, batch_size)
    listed = ", ".join(map(str, sizes[:2] + ["…"] * (len(sizes) > 4) + sizes[2:][-2:]))
    batches = _batches(call)
    if batches is None:
        return f"batches: {epochs} lists of index arrays, their lengths {listed}"
    if len(batches) != epochs:
        return f"batches of {epochs} epochs; these are {len(batches)}"
    for e, cut in enumerate(batches):
        got = [len(rows) for rows in cut]
        if got != sizes:
            return f"batches of {listed} rows; in epoch {e + 1} their lengths are {got}"
        if sorted(np.concatenate(cut)) != list(range(n)):
            return f"every row 0 … {n - 1} once in each epoch; epoch {e + 1} is otherwise"
    if len(sizes) > 1 and any(np.array_equal(order, np.arange(n)) for order in _orders(batches)):
        return "rows in random order; these stand as they came"
    if len(sizes) > 1 and _same_orders(batches):
        return "a fresh order in every epoch; here two epochs have the same one"
    if len(sizes) > 1 and _made_once(batches):
        return "fresh batches in every epoch; here the same ones come again, in another order"
    if len(sizes) > 1 and (_own_generator(batches) or _other_the_second_time(call)):
        return "an order drawn from the rng that is given: the same rng gives the same batches"
    return None


def _judge_weights(call: Call) -> str | None:
    batches = _batches(call)
    if batches is None:
        return "weights that belong to the batches in the answer; these cannot be read"
    x, y, _, lr, _, _ = call.probe.args
    right = _replay(x, y, lr, batches)
    got = [_number(_answer(call).get(name)) for name in "wb"]
    if None not in got and _close(got, (right.w, right.b)):
        return None
    return f"w = {right.w:.6g} and b = {right.b:.6g}: where the batches in your answer lead"


def _judge_losses(call: Call) -> str | None:
    batches = _batches(call)
    if batches is None:
        return "losses that belong to the batches in the answer; these cannot be read"
    x, y, _, lr, _, _ = call.probe.args
    wanted = _losses(_replay(x, y, lr, batches), len(x))
    got = _numbers(_answer(call).get("losses"))
    if got is not None and _close(got, wanted):
        return None
    listed = ", ".join(f"{loss:.6g}" for loss in wanted)
    return f"losses {listed}: what the batches in your answer see on the way, over n"


def _judge_all(call: Call) -> str | None:
    return _judge_batches(call) or _judge_weights(call) or _judge_losses(call)


# Spotting a mistake: only where the last batch is short, so that no two look alike


def _telling(spot: Callable[..., bool]) -> Callable[[Call], bool]:
    """Return `spot` for calls whose answer has batches that can be read: spot(call, batches)."""

    def look(call: Call) -> bool:
        x, _, batch_size, *_ = call.probe.args
        batches = _batches(call)
        short = batch_size > 1 and len(x) % batch_size > 0
        return batches is not None and short and bool(spot(call, batches))

    return look


def _weights_of(wrong: Callable[..., Replay]) -> Callable[[Call], bool]:
    """Spot the weights that `wrong(x, y, batch_size, lr, batches)` walks to."""

    def look(call: Call, batches: Batches) -> bool:
        x, y, batch_size, lr, _, _ = call.probe.args
        with np.errstate(all="ignore"):
            replay = wrong(x, y, batch_size, lr, batches)
        got = [_number(_answer(call).get(name)) for name in "wb"]
        return None not in got and _close(got, (replay.w, replay.b))

    return _telling(look)


def _step_with(wrong: Callable) -> Callable[[Call], bool]:
    """Spot steps with another gradient: wrong(gradient, m, n, batch_size) gives it."""
    return _weights_of(
        lambda x, y, batch_size, lr, batches: _replay(
            x,
            y,
            lr,
            batches,
            gradient=lambda w, b, xs, ys: wrong(
                np.array(_gradient(w, b, xs, ys)), len(xs), len(x), batch_size
            ),
        )
    )


def _losses_of(wrong: Callable) -> Callable[[Call], bool]:
    """Spot losses made as `wrong(epochs, n, batch_size)`, beside weights that are right."""

    def look(call: Call, batches: Batches) -> bool:
        x, y, batch_size, lr, _, _ = call.probe.args
        right = _replay(x, y, lr, batches)
        got = [_number(_answer(call).get(name)) for name in "wb"]
        losses = _numbers(_answer(call).get("losses"))
        return (
            None not in got
            and _close(got, (right.w, right.b))
            and losses is not None
            and not _close(losses, _losses(right, len(x)))
            and _close(losses, wrong(right.epochs, len(x), batch_size))
        )

    return _telling(look)


def _whole(value: Callable) -> Callable[[Call], bool]:
    """Spot losses taken on all the data, at the (w, b) that `value(ends)` lists."""

    def look(call: Call, batches: Batches) -> bool:
        x, y, _, lr, _, _ = call.probe.args
        right = _replay(x, y, lr, batches)
        wrong = [float(np.mean((w * x + b - y) ** 2)) for w, b in value(right.ends)]
        return _close(_answer(call).get("losses"), wrong)

    return _telling(look)


def _squares(seen: Sequence[Seen]) -> float:
    return sum(float(np.sum(batch.squares)) for batch in seen)


def _means(seen: Sequence[Seen]) -> list[float]:
    return [float(np.mean(batch.squares)) for batch in seen]


def _dropped(call: Call, batches: Batches) -> bool:
    """Return whether there are only the full batches, or only these made steps."""
    x, y, batch_size, lr, _, _ = call.probe.args
    full = [[rows for rows in cut if len(rows) == batch_size] for cut in batches]
    kept, made = [*map(len, full)], [*map(len, batches)]
    if kept == made:
        return set(made) == {len(x) // batch_size}
    used = _replay(x, y, lr, full)
    return _close([_answer(call).get("w"), _answer(call).get("b")], (used.w, used.b))


def _repeats(call: Call, batches: Batches) -> bool:
    return any(len(np.unique(order)) < len(order) for order in _orders(batches))


def _one_batch_only(call: Call, batches: Batches) -> bool:
    return all(len(cut) == 1 and len(cut[0]) == call.probe.args[2] for cut in batches)


def _even_split(call: Call, batches: Batches) -> bool:
    x, _, batch_size, *_ = call.probe.args
    parts = [len(part) for part in np.array_split(x, -(-len(x) // batch_size))]
    return parts != _sizes(len(x), batch_size) and all([*map(len, c)] == parts for c in batches)


def _size_as_count(call: Call, batches: Batches) -> bool:
    return all(len(cut) == call.probe.args[2] for cut in batches)


def _size_ignored(call: Call, batches: Batches) -> bool:
    x, _, batch_size, *_ = call.probe.args
    size = len(batches[0][0])
    sizes = _sizes(len(x), size)
    return size != batch_size and all([*map(len, cut)] == sizes for cut in batches)


def _views(call: Call, batches: Batches) -> bool:
    """Return whether all epochs show one order, but the weights come from others."""
    return _all_one_order(batches) and _judge_weights(call) is not None


def _whole_passes(batches: Batches, n: int) -> bool:
    """Return whether every epoch has each row once."""
    return all(sorted(order) == list(range(n)) for order in _orders(batches))


def _mixed_up(wrong: Callable[..., Replay]) -> Callable[[Call], bool]:
    """Spot the weights of a walk that takes other rows of x or y than the batches say."""
    look = _weights_of(wrong)

    def spot(call: Call) -> bool:
        batches, n = _batches(call), len(call.probe.args[0])
        return batches is not None and _whole_passes(batches, n) and look(call)

    return spot


def _earlier_orders(batches: Batches) -> Callable:
    """Return where the rows of an epoch point to in data that stay shuffled."""
    place = [np.arange(len(_orders(batches)[0]))]
    for order in _orders(batches):
        place.append(place[-1][order])
    return lambda e, first, rows: place[e][rows]


def _left_shuffled(x, y, batch_size, lr, batches) -> Replay:
    now = _earlier_orders(batches)
    return _replay(x, y, lr, batches, x_rows=now, y_rows=now)


def _in_file_order(e, first, rows):
    return np.arange(first, first + len(rows))


def _shuffled_apart(call: Call, batches: Batches) -> bool:
    """Return whether x and y each had a permutation of their own, drawn one after the other."""
    x, y, _, lr, epochs, rng = call.probe.args
    drawn = np.random.default_rng()
    drawn.bit_generator.state = rng.bit_generator.state
    orders = [(drawn.permutation(len(x)), drawn.permutation(len(x))) for _ in range(epochs)]

    def taken(which):
        return lambda e, first, rows: orders[e][which][first : first + len(rows)]

    if len(batches) != epochs or not _whole_passes(batches, len(x)):
        return False
    apart = _replay(x, y, lr, batches, x_rows=taken(0), y_rows=taken(1))
    return _close([_answer(call).get("w"), _answer(call).get("b")], (apart.w, apart.b))


def _one_level(call: Call) -> list | None:
    """Return `batches` if it is a list of row arrays instead of a list of such lists."""
    batches = _answer(call).get("batches")
    try:
        inner = [np.asarray(rows) for rows in batches]
    except (TypeError, ValueError):
        return None
    plain = inner and all(rows.ndim == 1 and rows.dtype.kind in "iu" for rows in inner)
    return inner if plain else None


def _not_cut(call: Call) -> bool:
    inner = _one_level(call)
    x, _, batch_size, _, epochs, _ = call.probe.args
    cut = 1 < batch_size < len(x)
    return bool(inner) and cut and [*map(len, inner)] == [len(x)] * epochs


def _one_level_of(how_many: Callable[[int], int]) -> Callable[[Call], bool]:
    def look(call: Call) -> bool:
        inner = _one_level(call)
        x, _, batch_size, _, epochs, _ = call.probe.args
        sizes = _sizes(len(x), batch_size)
        cut = 1 < batch_size < len(x)
        return bool(inner) and cut and [*map(len, inner)] == sizes * how_many(epochs)

    return look


def _holds_data(call: Call) -> bool:
    x = call.probe.args[0]
    try:
        batches = _answer(call)["batches"]
        every = np.concatenate([np.ravel(rows) for cut in batches for rows in cut])
        return bool(every.size) and bool(np.all(np.isin(every, x)))
    except (KeyError, TypeError, ValueError):
        return False


def _swapped(call: Call, batches: Batches) -> bool:
    x, y, _, lr, _, _ = call.probe.args
    right = _replay(x, y, lr, batches)
    got = [_answer(call).get("b"), _answer(call).get("w")]
    return None not in map(_number, got) and _close(got, (right.w, right.b))


def _rounded(call: Call, batches: Batches) -> bool:
    x, y, _, lr, _, _ = call.probe.args
    right = _replay(x, y, lr, batches)
    told = (_answer(call).get("w"), _answer(call).get("b"), _answer(call).get("losses"))
    told = [_numbers(value) for value in told]
    wanted = [np.array(right.w), np.array(right.b), np.array(_losses(right, len(x)))]
    return all(
        got is not None and got.size == want.size and np.allclose(got.ravel(), want, atol=0.06)
        for got, want in zip(told, wanted, strict=True)
    ) and any(np.array_equal(got, np.round(got, 4)) for got in told)


def _every_weight(call: Call) -> bool:
    return any(np.size(_answer(call).get(name)) > 1 for name in "wb")


SGD_MISTAKES = (
    # What the answer is made of
    Mistake(
        "sgd_epochs.returned-tuple",
        'return one dictionary: the names "w", "b", "losses" and "batches", each with its value',
        spot=lambda call: isinstance(call.result, (tuple, list)),
    ),
    Mistake(
        "sgd_epochs.every-weight-returned",
        "w and b are single numbers: the last ones",
        spot=_every_weight,
    ),
    Mistake(
        "sgd_epochs.batches-not-cut",
        "batches[e] is the list of batches of epoch e; yours is the whole order, not cut",
        spot=_not_cut,
    ),
    Mistake(
        "sgd_epochs.last-epoch-only",
        "your batches are those of one epoch; where is the list emptied?",
        spot=_one_level_of(lambda epochs: 1),
    ),
    Mistake(
        "sgd_epochs.batches-in-one-list",
        "all batches stand in one list; make a list for each epoch, inside another list",
        spot=_one_level_of(lambda epochs: epochs),
    ),
    Mistake(
        "sgd_epochs.batches-hold-data",
        "batches hold the numbers of the rows, not the examples themselves",
        spot=_holds_data,
    ),
    # How the batches are made
    Mistake(
        "sgd_epochs.rows-drawn-with-replacement",
        "in one epoch some rows come twice and others never; put all rows in order, then cut",
        spot=_telling(_repeats),
    ),
    Mistake(
        "sgd_epochs.last-batch-dropped",
        "some rows never come up: what happens to those that do not fill a batch?",
        spot=_telling(_dropped),
    ),
    Mistake(
        "sgd_epochs.no-shuffle",
        "the rows come in the order of the file; each epoch needs a random order from rng",
        spot=_telling(
            lambda call, batches: all(
                np.array_equal(order, np.sort(order)) for order in _orders(batches)
            )
        ),
    ),
    Mistake(
        "sgd_epochs.same-shuffle-each-epoch",
        "every epoch goes in the same order; how often do you draw one?",
        spot=_telling(
            lambda call, batches: (
                _all_one_order(batches)
                and not _repeats(call, batches)
                and _judge_weights(call) is None
            )
        ),
    ),
    Mistake(
        "sgd_epochs.batches-made-once",
        "every epoch has the same batches in another order; what must be shuffled is the rows",
        spot=_telling(lambda call, batches: _made_once(batches) and not _all_one_order(batches)),
    ),
    Mistake(
        "sgd_epochs.one-batch-an-epoch",
        "an epoch passes over all rows; yours ends after its first batch",
        spot=_telling(_one_batch_only),
    ),
    Mistake(
        "sgd_epochs.split-evenly",
        "all batches but the last are full; yours share the shortage among them",
        spot=_telling(_even_split),
    ),
    Mistake(
        "sgd_epochs.batch-size-as-count",
        "batch_size says how many rows a batch has, not how many batches there are",
        spot=_telling(_size_as_count),
    ),
    Mistake(
        "sgd_epochs.batch-size-ignored",
        "the caller chooses the batch size; your batches have another one",
        spot=_telling(_size_ignored),
    ),
    Mistake(
        "sgd_epochs.epochs-miscounted",
        "count the epochs: the caller says how many passes there are",
        spot=_telling(lambda call, batches: len(batches) != call.probe.args[4]),
    ),
    Mistake(
        "sgd_epochs.rng-not-used",
        "the same rng must give the same batches; draw every order from the one you are given",
        spot=_telling(
            lambda call, batches: _other_the_second_time(call) or _own_generator(batches)
        ),
    ),
    # The step
    Mistake(
        "sgd_epochs.factor-2-missing",
        "the derivative of a square brings a factor to the front",
        spot=_step_with(lambda g, m, n, size: g / 2),
    ),
    Mistake(
        "sgd_epochs.sum-for-mean",
        "your gradient grows with the batch; it must be a mean over its rows",
        spot=_step_with(lambda g, m, n, size: g * m),
    ),
    Mistake(
        "sgd_epochs.divided-by-n",
        "a batch's gradient is the mean over that batch; by what do you divide?",
        spot=_step_with(lambda g, m, n, size: g * m / n),
    ),
    Mistake(
        "sgd_epochs.last-batch-misweighted",
        "the last batch is shorter than the others; by what do you divide there?",
        spot=_step_with(lambda g, m, n, size: g * m / size),
    ),
    Mistake(
        "sgd_epochs.sign-flipped",
        "your steps go uphill: losses grow from epoch to epoch",
        spot=_step_with(lambda g, m, n, size: -g),
    ),
    Mistake(
        "sgd_epochs.rate-missing",
        "a step is the learning rate times the gradient; the rate is missing",
        spot=_weights_of(lambda x, y, size, lr, batches: _replay(x, y, 1.0, batches)),
    ),
    Mistake(
        "sgd_epochs.rate-fixed",
        "the caller chooses the learning rate; your steps do not change with it",
        spot=lambda call: any(
            _weights_of(lambda x, y, size, lr, batches, r=rate: _replay(x, y, r, batches))(call)
            for rate in (0.01, 0.1, 0.05, 0.001)
        ),
    ),
    Mistake(
        "sgd_epochs.one-step-after-the-epoch",
        "a step follows every batch; is your update inside the inner loop?",
        spot=_weights_of(
            lambda x, y, size, lr, batches: _replay(x, y, lr, batches, last_only=True)
        ),
    ),
    Mistake(
        "sgd_epochs.stale-weights",
        "each batch must be judged with the weights that the batch before it left",
        spot=_weights_of(lambda x, y, size, lr, batches: _replay(x, y, lr, batches, stale=True)),
    ),
    Mistake(
        "sgd_epochs.mean-of-the-epoch",
        "you collect the gradients of an epoch for one step; a step follows every batch",
        spot=_weights_of(
            lambda x, y, size, lr, batches: _replay(
                x, y, lr / len(batches[0]), batches, stale=True
            )
        ),
    ),
    Mistake(
        "sgd_epochs.weights-reset-each-epoch",
        "an epoch goes on where the last one ended; where do you set w and b to zero?",
        spot=_weights_of(lambda x, y, size, lr, batches: _replay(x, y, lr, batches, restart=True)),
    ),
    Mistake(
        "sgd_epochs.all-rows-in-every-step",
        "your gradient looks at all the data; it must look at the batch alone",
        spot=_weights_of(
            lambda x, y, size, lr, batches: _replay(
                x, y, lr, batches, gradient=lambda w, b, xs, ys: _gradient(w, b, x, y)
            )
        ),
    ),
    Mistake(
        "sgd_epochs.one-after-the-other",
        "w and b must both move by slopes from the same place; yours moves b after w",
        spot=_weights_of(lambda x, y, size, lr, batches: _replay(x, y, lr, batches, in_turn=True)),
    ),
    Mistake(
        "sgd_epochs.b-never-moves",
        "the line has two weights, and b is still where it began",
        spot=_step_with(lambda g, m, n, size: (g[0], 0.0)),
    ),
    Mistake(
        "sgd_epochs.w-never-moves",
        "the line has two weights, and w is still where it began",
        spot=_step_with(lambda g, m, n, size: (0.0, g[1])),
    ),
    Mistake(
        "sgd_epochs.x-missing",
        "how much the line changes with w depends on x; the slope of w must know x",
        spot=_step_with(lambda g, m, n, size: (g[1], g[1])),
    ),
    Mistake(
        "sgd_epochs.x-in-both",
        "how much the line changes with b does not depend on x",
        spot=_step_with(lambda g, m, n, size: (g[0], g[0])),
    ),
    Mistake(
        "sgd_epochs.slopes-swapped",
        "each weight must move by its own slope: which of the two has an x in it?",
        spot=_step_with(lambda g, m, n, size: (g[1], g[0])),
    ),
    Mistake(
        "sgd_epochs.results-swapped",
        "w is the slope and b the intercept; look at which is which in your dictionary",
        spot=_telling(_swapped),
    ),
    Mistake(
        "sgd_epochs.start-not-zero",
        "the fit begins at w = 0 and b = 0",
        spot=_weights_of(lambda x, y, size, lr, batches: _replay(x, y, lr, batches, start=(1, 1))),
    ),
    # Inputs and targets that no longer belong together
    Mistake(
        "sgd_epochs.only-x-shuffled",
        "each x must keep its own y; you take the y in the order of the file",
        spot=_mixed_up(
            lambda x, y, size, lr, batches: _replay(x, y, lr, batches, y_rows=_in_file_order)
        ),
    ),
    Mistake(
        "sgd_epochs.only-y-shuffled",
        "each x must keep its own y; you take the x in the order of the file",
        spot=_mixed_up(
            lambda x, y, size, lr, batches: _replay(x, y, lr, batches, x_rows=_in_file_order)
        ),
    ),
    Mistake(
        "sgd_epochs.shuffled-apart",
        "each x must keep its own y; you draw one order for x and another for y",
        spot=_telling(_shuffled_apart),
    ),
    Mistake(
        "sgd_epochs.data-stay-shuffled",
        "from the second epoch on, your row numbers point into data that are already shuffled",
        spot=_mixed_up(_left_shuffled),
    ),
    Mistake(
        "sgd_epochs.batches-are-views",
        "a slice of an array changes with it: shuffling again rewrites what you kept",
        spot=_telling(_views),
    ),
    # The losses
    Mistake(
        "sgd_epochs.loss-after-the-step",
        "a batch's errors belong to the weights before its step",
        spot=_losses_of(
            lambda epochs, n, size: [
                sum(float(np.sum(batch.squares_after)) for batch in seen) / n for seen in epochs
            ]
        ),
    ),
    Mistake(
        "sgd_epochs.loss-mean-of-batch-means",
        "a mean of batch means counts the rows of a short batch for too much",
        spot=_losses_of(lambda epochs, n, size: [np.mean(_means(seen)) for seen in epochs]),
    ),
    Mistake(
        "sgd_epochs.loss-rounded-down",
        "`//` throws away everything after the point",
        spot=lambda call: any(
            _losses_of(lambda epochs, n, size, f=floored: [f(s, n, size) for s in epochs])(call)
            for floored in (
                lambda seen, n, size: _squares(seen) // n,
                lambda seen, n, size: sum(_means(seen)) // len(seen),
                lambda seen, n, size: sum(_means(seen)) // (n // size),
            )
        ),
    ),
    Mistake(
        "sgd_epochs.loss-over-full-batches",
        "`n // batch_size` leaves the short batch out of the count",
        spot=_losses_of(
            lambda epochs, n, size: [sum(_means(seen)) / (n // size) for seen in epochs]
        ),
    ),
    Mistake(
        "sgd_epochs.loss-not-divided",
        "losses grow with the number of rows; the squared errors must be divided by n",
        spot=_losses_of(lambda epochs, n, size: [_squares(seen) for seen in epochs]),
    ),
    Mistake(
        "sgd_epochs.loss-sum-of-batch-means",
        "a sum of batch means grows with the number of batches; look at what losses[e] is",
        spot=_losses_of(lambda epochs, n, size: [sum(_means(seen)) for seen in epochs]),
    ),
    Mistake(
        "sgd_epochs.loss-over-batch-size",
        "an epoch sees n squared errors; by what do you divide their sum?",
        spot=_losses_of(lambda epochs, n, size: [_squares(seen) / size for seen in epochs]),
    ),
    Mistake(
        "sgd_epochs.loss-over-number-of-batches",
        "an epoch sees n squared errors; by what do you divide their sum?",
        spot=_losses_of(lambda epochs, n, size: [_squares(seen) / len(seen) for seen in epochs]),
    ),
    Mistake(
        "sgd_epochs.loss-halved",
        "losses[e] is the sum over n, without a factor 1/2",
        spot=_losses_of(lambda epochs, n, size: [_squares(seen) / n / 2 for seen in epochs]),
    ),
    Mistake(
        "sgd_epochs.loss-of-the-last-batch",
        "losses[e] looks at the whole epoch, not at its last batch alone",
        spot=_losses_of(lambda epochs, n, size: [_means(seen)[-1] for seen in epochs]),
    ),
    Mistake(
        "sgd_epochs.loss-of-each-batch",
        "one loss for each epoch, not one for each batch",
        spot=_losses_of(lambda epochs, n, size: [m for seen in epochs for m in _means(seen)]),
    ),
    Mistake(
        "sgd_epochs.loss-never-reset",
        "your sum goes on from epoch to epoch; where must it be set back to zero?",
        spot=_losses_of(
            lambda epochs, n, size: np.cumsum([_squares(seen) for seen in epochs]) / n
        ),
    ),
    Mistake(
        "sgd_epochs.loss-last-epoch-only",
        "losses holds one number for each epoch; where is the list made?",
        spot=_losses_of(lambda epochs, n, size: [_squares(epochs[-1]) / n]),
    ),
    Mistake(
        "sgd_epochs.loss-not-squared",
        "losses are made of squared errors",
        spot=_losses_of(
            lambda epochs, n, size: [
                sum(float(np.sum(np.sqrt(batch.squares))) for batch in seen) / n for seen in epochs
            ]
        ),
    ),
    Mistake(
        "sgd_epochs.loss-root",
        "losses[e] is the sum over n itself, without a root",
        spot=_losses_of(lambda epochs, n, size: [np.sqrt(_squares(s) / n) for s in epochs]),
    ),
    Mistake(
        "sgd_epochs.loss-at-the-end",
        "the errors of each batch are added up on the way, with the weights of that moment",
        spot=_whole(lambda ends: ends[1:]),
    ),
    Mistake(
        "sgd_epochs.loss-at-the-start",
        "the errors of each batch are added up on the way, with the weights of that moment",
        spot=_whole(lambda ends: ends[:-1]),
    ),
    Mistake(
        "sgd_epochs.rounded",
        "do not round inside the function; rounding is for printing",
        spot=_telling(_rounded),
    ),
)

# Not on one line, and x neither small whole numbers (which look like rows) nor around zero.
_X = np.array([-0.5, 0.3, 1.2, 2.1, 0.8, -1.4, 1.7, 2.6, 0.1, -0.9])
_Y = np.array([2.1, 3.9, 4.4, 7.8, 5.2, -0.6, 7.3, 8.9, 2.2, 1.7])


def _aspects(args: tuple, about: str) -> list[Probe]:
    return [
        Probe(args, shows=f"batches of {about}", judge=_judge_batches, twice=True),
        Probe(args, shows=f"weights after {about}", judge=_judge_weights),
        Probe(args, shows=f"losses of {about}", judge=_judge_losses),
    ]


def _some_data(rng: np.random.Generator, n: int) -> tuple[np.ndarray, np.ndarray]:
    x = np.round(rng.uniform(-1, 3, size=n), 2)
    y = np.round(rng.uniform(1, 3) * x + rng.uniform(1, 4) + rng.normal(size=n), 2)
    return x, y


def _rate(rng: np.random.Generator) -> float:
    """Return a rate that is neither half nor twice a usual one."""
    return round(float(rng.uniform(0.031, 0.043)), 4)


def _other_fits(rng: np.random.Generator) -> list[Probe]:
    # Sizes that equal shares, or as many batches as rows in one, would not give by chance.
    n, batch_size = [(10, 4), (12, 5), (13, 5), (14, 6), (16, 6)][rng.integers(5)]
    short = (*_some_data(rng, n), batch_size, _rate(rng), 4, _generator(rng))
    full = (*_some_data(rng, 12), 4, _rate(rng), 3, _generator(rng))
    single = (*_some_data(rng, 10), 1, _rate(rng), 2, _generator(rng))
    whole = (*_some_data(rng, 10), 10, _rate(rng), 3, _generator(rng))
    return [
        *_aspects(short, f"{n} rows, {batch_size} at a time"),
        Probe(full, shows="a batch size that divides n", judge=_judge_all, weight=0.5),
        Probe(single, shows="one row at a time", judge=_judge_all, weight=0.25),
        Probe(whole, shows="all rows at once", judge=_judge_all, weight=0.25),
    ]


def _generator(rng: np.random.Generator) -> np.random.Generator:
    # Far from the usual seeds, which show a generator that the function made for itself.
    return np.random.default_rng(int(rng.integers(10_000, 1_000_000)))


sgd_epochs = Exercise(
    name="sgd_epochs",
    points=(3, 3),
    reference=_sgd_epochs,
    examples=(
        *_aspects((_X, _Y, 4, 0.04, 3, np.random.default_rng(20_240)), "10 rows, 4 at a time"),
        Probe(
            (_X, _Y, 1, 0.04, 1, np.random.default_rng(20_241)),
            shows="one row at a time",
            judge=_judge_all,
            weight=0.5,
        ),
        Probe(
            (_X, _Y, 10, 0.04, 2, np.random.default_rng(20_242)),
            shows="all rows at once: plain gradient descent",
            judge=_judge_all,
            weight=0.5,
        ),
    ),
    draw=_other_fits,
    mistakes=SGD_MISTAKES,
)


# find_the_floor: the article's loss print-out

N, BATCH, RATE, EPOCHS = 500, 32, 0.01, 5


def _article_run() -> tuple[list[list[float]], list[float], list[float]]:
    """Return the batch losses of each epoch, its squared errors over n, and its last loss.

    The article's setting: NumPy's legacy generator, seed 42, for the data and then the orders;
    one weight and no intercept.
    """
    rng = np.random.RandomState(42)
    x = rng.randn(N)
    y = 2.5 * x + rng.randn(N) * 0.1
    w, means, over_n, last = 0.0, [], [], []
    for _ in range(EPOCHS):
        order = rng.permutation(N)
        batches = [order[first : first + BATCH] for first in range(0, N, BATCH)]
        replay = _replay(
            x, y, RATE, [batches], gradient=lambda *at: (_gradient(*at)[0], 0.0), start=(w, 0.0)
        )
        w = replay.w
        means.append(_means(replay.epochs[0]))
        over_n.append(_losses(replay, N)[0])
        last.append(float(np.mean((w * x - y) ** 2)))
    return means, over_n, last


_batch_losses, _seen_over_n, _at_the_end = _article_run()
_count = len(_batch_losses[0])


def _floor_values(losses=None, *, count=_count, operator="//") -> dict:
    return {
        "wrong_operator": operator,
        "batches_in_an_epoch": count,
        "true_losses": np.mean(_batch_losses, axis=1) if losses is None else np.array(losses),
    }


_floor = _floor_values()
_sums = np.sum(_batch_losses, axis=1)
_printed_line = [float(total // (N // BATCH)) for total in _sums]

find_the_floor = Exercise(
    name="find_the_floor",
    points=(1, 2),
    values=tuple(_floor),
    reference=_floor.get,
    examples=(
        Probe(("wrong_operator",), shows="the operator that rounds down"),
        Probe(("batches_in_an_epoch",), shows="the number of batches"),
    ),
    draw=lambda rng: [Probe(("true_losses",), shows="the true mean losses")],
    mistakes=(
        Mistake(
            "find_the_floor.repaired-operator",
            "that is what should stand there; asked is what does stand there and rounds down",
            _floor_values(operator="/").get,
        ),
        Mistake(
            "find_the_floor.short-batch-not-counted",
            "500 rows fill so many batches, and some rows are left over: they make one more",
            _floor_values(_sums / (N // BATCH), count=N // BATCH).get,
        ),
        Mistake(
            "find_the_floor.part-of-a-batch",
            "a batch that is not full is still a batch, and makes a step of its own",
            _floor_values(_sums / (N / BATCH), count=N / BATCH).get,
        ),
        Mistake(
            "find_the_floor.as-printed",
            "these are the numbers that the line prints; repair it and run it again",
            _floor_values(_printed_line).get,
        ),
        Mistake(
            "find_the_floor.believed-the-article",
            "the article prints zeros; no epoch here has a loss of zero",
            _floor_values([0.0] * EPOCHS).get,
        ),
        Mistake(
            "find_the_floor.not-divided",
            "the sum of the batch losses is not yet their mean",
            _floor_values(_sums).get,
        ),
        Mistake(
            "find_the_floor.over-all-rows",
            "asked is the mean of the batch losses, each batch counted once",
            _floor_values(_seen_over_n).get,
        ),
        Mistake(
            "find_the_floor.loss-at-the-end",
            "that is the loss after each epoch; the line adds up the losses on the way",
            _floor_values(_at_the_end).get,
        ),
        Mistake(
            "find_the_floor.last-epoch-only",
            "true_losses holds five numbers, one for each epoch",
            _floor_values([np.mean(_batch_losses[-1])]).get,
        ),
    ),
    rtol=3e-4,
)

EXERCISES = (sgd_epochs, find_the_floor)
