"""Spots: what a call of `sgd_epochs` must show for a mistake to be named.

A mistake is named if its spot is true of every call that went wrong; where a mistake makes no
difference (a batch of one row, an epoch of one batch), the call did not go wrong. Where it would
make one, and the call went right all the same, it is another mistake.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from course.checks.compare import numeric
from course.checks.exercise import Call, Mistake, spotted
from course.checks.lesson_06.judges import batches, losses, same_from_another, weights
from course.checks.lesson_06.replay import Answer, Walk, close, error_of, replay, rows_of, sizes

Spot = Callable[[Answer], bool]


def shown(label: str, hint: str, spot: Spot, unless: Spot | None = None) -> Mistake:
    """Return a mistake that any answer can show, if none that is right speaks against it."""

    def of_call(spot: Spot) -> Callable[[Call], bool]:
        return lambda call: bool(spot(Answer(call)))

    return spotted(label, hint, of_call(spot), unless=of_call(unless) if unless else None)


def cut(label: str, hint: str, *of: Spot, unless: Spot | None = None) -> Mistake:
    """Return a mistake that shows in batches that can be read, in one of these ways."""
    return shown(
        label, hint, lambda a: a.batches is not None and any(spot(a) for spot in of), unless
    )


def walked(label: str, hint: str, *options: dict[str, Any]) -> Mistake:
    """Return the mistake of a walk made with other options of `replay`, in each of these forms."""

    def leads_there(a: Answer) -> bool:
        # Data in another order than the batches can be walked through only if all rows are there.
        return a.weights is not None and any(
            a.leads_to(replay(a, **option))
            for option in options
            if not {"x_rows", "y_rows"} & set(option) or a.passes
        )

    def spot(a: Answer) -> bool:
        # With batches that are all full, say, many a wrong walk is the right one.
        return not (a.weights_right and batches_wrong(a)) and leads_there(a)

    return cut(label, hint, spot, unless=lambda a: a.weights_right and not leads_there(a))


def stepped(label: str, hint: str, *slopes: Callable) -> Mistake:
    """Return the mistake of steps with other slopes: (both, rows in the batch, answer) to them."""
    return walked(label, hint, *({"slopes": one} for one in slopes))


def lost(label: str, hint: str, *losses: Callable[[Walk, Answer], Sequence[float]]) -> Mistake:
    """Return the mistake of other losses beside weights that are right."""

    def spot(a: Answer) -> bool:
        return losses_alone(a) and any(close(a.losses, wrong(a.right, a)) for wrong in losses)

    return cut(label, hint, spot)


def losses_alone(a: Answer) -> bool:
    """Return whether the losses are numbers and wrong, and the weights right."""
    return a.weights_right and a.losses is not None and not close(a.losses, a.right.sums / a.n)


# --- what the answer is made of ---------------------------------------------------------------


def every_weight(a: Answer) -> bool:
    """Return whether w or b has more than one number."""
    got = [numeric(a.told.get(name)) for name in "wb"]
    return any(one is not None and one.size > 1 for one in got)


def one_level(a: Answer) -> list[int]:
    """Return the lengths of the arrays in a list of row arrays; none if it is no such list."""
    try:
        inner = [np.asarray(rows) for rows in a.told.get("batches")]
    except (TypeError, ValueError):
        return []
    good = all(rows.ndim == 1 and rows.dtype.kind in "iu" for rows in inner)
    return [len(rows) for rows in inner] if good else []


def without_rows(a: Answer) -> bool:
    """Return whether some batches have no rows, and all others row numbers."""
    try:
        some = [[rows for rows in cut if len(rows)] for cut in a.told.get("batches")]
    except TypeError:
        return False
    return a.batches is None and rows_of(some, a.n) is not None


def holds_data(a: Answer) -> bool:
    """Return whether the batches hold numbers of x, or pairs of x and y."""
    try:
        every = np.concatenate([np.ravel(rows) for cut in a.told["batches"] for rows in cut])
        inside = every.size > 0 and bool(np.all(np.isin(every, np.append(a.x, a.y))))
        # Whole numbers among the data may look like row numbers.
        return inside and batches(a) is not None
    except (KeyError, TypeError, ValueError):
        return False


def stops_early(a: Answer) -> bool:
    """Return whether there is one epoch where more are asked for, or nothing at all."""
    made = a.told.get("batches")
    return _one_epoch(a) or (empty(made) and empty(a.told.get("losses")))


def lists_made_anew(a: Answer) -> bool:
    """Return whether there is one epoch where more are asked for, and a walk that went farther.

    Its loss is then not that of a first epoch, wherever the walk changes the loss at all.
    """
    if not _one_epoch(a) or not a.passes or a.weights is None or a.losses is None:
        return False
    first = a.right.sums / a.n
    changes = not close(on_all([a.weights], a), first)
    return not a.weights_right and not (changes and close(a.losses, first))


def _one_epoch(a: Answer) -> bool:
    return a.batches is not None and len(a.batches) == 1 < a.epochs


def stops_by_itself(a: Answer) -> bool:
    """Return whether epochs are missing after one whose loss is huge, or hardly changes."""
    if a.batches is None or not a.passes or not 1 <= len(a.batches) < a.epochs:
        return False
    losses = a.right.sums / a.n
    changes = np.abs(np.diff(losses))
    return bool(losses[-1] > 1e3 or np.any(changes[-1:] < 1e-3 * max(losses[-1], 1.0)))


def empty(value: Any) -> bool:
    """Return whether a list has nothing in it."""
    return hasattr(value, "__len__") and not isinstance(value, str) and len(value) == 0


def used_up(a: Answer) -> bool:
    """Return whether there is an empty list for each epoch, and steps were made."""
    made = a.told.get("batches")
    return (
        isinstance(made, (list, tuple))
        and len(made) == a.epochs
        and all(map(empty, made))
        and a.weights is not None
        and any(a.weights)
    )


def single_rows_left_out(a: Answer) -> bool:
    """Return whether batches of one row made no step, and all of them are there or none."""
    made = a.told.get("batches")
    return (
        set(a.sizes) == {1}
        and isinstance(made, (list, tuple))
        and len(made) == a.epochs
        and (all(map(empty, made)) or not batches_wrong(a))
        and a.weights is not None
        and not any(a.weights)
    )


def other_count(a: Answer) -> bool:
    """Return whether the answer has batches of more or fewer epochs than were asked for."""
    made = a.told.get("batches")
    return (empty(made) and empty(a.told.get("losses"))) or (
        a.batches is not None and len(a.batches) != a.epochs
    )


# --- how the batches are made -----------------------------------------------------------------


def repeats(a: Answer, *, missing: bool) -> bool:
    """Return whether rows come twice in an epoch, and whether others are missing then."""
    several = [order for order in a.orders if len(np.unique(order)) < len(order)]
    return bool(several) and missing == any(len(np.unique(order)) < a.n for order in several)


def dropped(a: Answer) -> bool:
    """Return whether there are only the full batches."""
    kept, made = [*map(len, _full(a))], [*map(len, a.batches)]
    return kept == made and a.n % a.size > 0 and set(made) == {a.n // a.size}


def size_for_rows(a: Answer) -> bool:
    """Return whether each epoch has one batch: the first rows, as many as a batch holds."""
    first = list(range(a.size))
    return a.size < a.n and all(
        len(cut) == 1 and sorted(map(int, cut[0])) == first for cut in a.batches
    )


def without_step(a: Answer) -> bool:
    """Return whether only the full batches made steps, and others are there."""
    full = _full(a)
    return [*map(len, full)] != [*map(len, a.batches)] and a.leads_to(replay(a, full))


def _full(a: Answer) -> list:
    return [[rows for rows in cut if len(rows) == a.size] for cut in a.batches]


def lengths(*of: Callable[[Answer], list[int]]) -> Spot:
    """Spot batches that are all as long as one of these says, which is not right."""

    def spot(a: Answer) -> bool:
        made = [[len(rows) for rows in cut] for cut in a.batches]
        return any(
            (wanted := one(a)) != a.sizes and all(epoch == wanted for epoch in made) for one in of
        )

    return spot


def shares(a: Answer) -> list[int]:
    """Return the lengths of batches that are as equal as can be."""
    return [len(part) for part in np.array_split(a.x, -(-a.n // a.size))]


def as_first(a: Answer) -> list[int]:
    """Return the lengths of batches that are all as long as the first that was made."""
    return sizes(a.n, len(a.batches[0][0]))


def in_file_order(a: Answer) -> bool:
    """Return whether the rows of every epoch stand as they came."""
    return all(np.array_equal(order, np.sort(order)) for order in a.orders)


def same_shuffle(a: Answer) -> bool:
    """Return whether one order, drawn from the generator that is given, serves all epochs."""
    return a.one_order and a.passes and a.weights_right and not same_from_another(a)


# --- data that no longer belong together ------------------------------------------------------


def from_file(a: Answer, e: int, first: int, rows: np.ndarray) -> np.ndarray:
    """Return the rows in the order of the file."""
    return np.arange(first, first + len(rows))


def stay_shuffled(a: Answer, e: int, first: int, rows: np.ndarray) -> np.ndarray:
    """Return where row numbers point to in data that stay shuffled from epoch to epoch."""
    for order in a.orders[:e][::-1]:
        rows = order[rows]
    return rows


def drawn(a: Answer, many: int) -> list[list[np.ndarray]]:
    """Return for each epoch as many orders as are drawn in it, as `permutation` gives them."""
    rng = np.random.default_rng()
    rng.bit_generator.state = a.rng.bit_generator.state
    return [[rng.permutation(a.n) for _ in range(many)] for _ in range(a.epochs)]


def taken(orders: Sequence[np.ndarray]) -> Callable:
    """Return what takes rows from these orders, one for each epoch, at the places of a batch."""
    return lambda a, e, first, rows: orders[e][first : first + len(rows)]


def others_recorded(a: Answer) -> bool:
    """Return whether the batches were drawn apart from those that were walked through."""
    if len(a.batches) != a.epochs or not a.passes or a.weights_right:
        return False
    every = [order for orders in drawn(a, 2) for order in orders]
    # One after the other in each epoch, or those of all epochs before the others.
    apart = (every[::2], every[1::2]), (every[: a.epochs], every[a.epochs :])
    return any(
        all(map(np.array_equal, a.orders, noted))
        and a.leads_to(replay(a, x_rows=taken(seen), y_rows=taken(seen)))
        for noted, seen in (*apart, *(pair[::-1] for pair in apart))
    )


def first_of_the_epoch(a: Answer, e: int, first: int, rows: np.ndarray) -> np.ndarray:
    """Return the rows of the first batch of an epoch, whichever comes."""
    return a.batches[e][0]


def number_of_the_batch(a: Answer, e: int, first: int, rows: np.ndarray) -> np.ndarray:
    """Return the number of a batch in its epoch, as if it were a row."""
    return np.array([first // a.size])


def skipped_where_flat(a: Answer) -> bool:
    """Return whether no step was taken where the slopes are small."""

    def stands(size: Callable, least: float) -> bool:
        return a.leads_to(replay(a, slopes=lambda both, m, a: both * (size(both) >= least)))

    return not a.weights_right and (
        any(
            stands(size, least)
            for least in (1e-8, 1e-6, 1e-5, 1e-4, 1e-3)
            for size in (lambda both: np.max(np.abs(both)), np.linalg.norm)
        )
        or _ends_an_epoch_where_flat(a)
    )


def _ends_an_epoch_where_flat(a: Answer) -> bool:
    """Return whether slopes are small all the way, and each epoch ends with its first batch."""
    tiny = np.max(np.abs(a.y)) < 1e-6
    return bool(tiny) and a.leads_to(replay(a, [cut[:1] for cut in a.batches]))


def one_without_step(a: Answer) -> bool:
    """Return whether the first batch of each epoch makes no step, or the last."""
    return not a.weights_right and _leads_past_one(a)


def one_makes_a_step(a: Answer) -> bool:
    """Return whether the first batch of each epoch makes a step, and the last."""
    return a.weights_right and not _leads_past_one(a)


def _leads_past_one(a: Answer) -> bool:
    return any(
        a.leads_to(replay(a, cut))
        for cut in ([cut[:-1] for cut in a.batches], [cut[1:] for cut in a.batches])
    )


def shuffled_apart(a: Answer) -> bool:
    """Return whether x and y each had a permutation of their own, drawn one after the other."""
    if len(a.batches) != a.epochs or not a.passes:
        return False
    xs, ys = zip(*drawn(a, 2), strict=True)
    return a.leads_to(replay(a, x_rows=taken(xs), y_rows=taken(ys)))


def places_for_rows(a: Answer) -> bool:
    """Return whether rows were shuffled, and the batches hold their places in the order."""
    if not (in_file_order(a) and a.passes and len(a.batches) == a.epochs):
        return False
    if same_from_another(a):
        # Each copy of this probe has a generator of its own, which is not known here.
        return not a.weights_right
    now = taken([orders[0] for orders in drawn(a, 1)])
    return a.leads_to(replay(a, x_rows=now, y_rows=now))


def views(a: Answer) -> bool:
    """Return whether one array was shuffled on and on, and the batches show its last order."""
    one = a.one_order or len(a.batches) == 1
    if not (one and a.passes and len(a.batches) == a.epochs):
        return False
    rng = np.random.default_rng()
    for start in (np.arange, rng.permutation):
        rng.bit_generator.state = a.rng.bit_generator.state
        orders = [start(a.n)]
        for _ in range(a.epochs):
            orders.append(rng.permutation(orders[-1]))
        if np.array_equal(a.orders[0], orders[-1]) and not a.weights_right:
            # It was shuffled before each epoch, or after each.
            walks = (replay(a, x_rows=taken(of), y_rows=taken(of)) for of in (orders[1:], orders))
            if any(map(a.leads_to, walks)):
                return True
    return False


# --- numbers ----------------------------------------------------------------------------------


def swapped(a: Answer) -> bool:
    """Return whether w and b changed places in the answer."""
    return a.weights is not None and close(a.weights[::-1], a.right.ends[-1])


def rounded(a: Answer) -> bool:
    """Return whether each number is right or the right one rounded, and one is rounded."""
    if a.weights is None or a.losses is None:
        return False
    pairs = [*zip(a.weights, a.right.ends[-1], strict=True)]
    if len(a.losses) != len(a.right.sums):
        return False
    pairs += zip(a.losses, a.right.sums / a.n, strict=True)
    wrong = [(got, want) for got, want in pairs if not close(got, want)]
    return bool(wrong) and all(
        any(abs(got - round(want, digits)) < 1e-9 for digits in range(7)) for got, want in wrong
    )


def best_epoch(a: Answer) -> bool:
    """Return whether the walk is right, and the weights are those after its lowest loss.

    Or those before that epoch, to which its loss belongs. The last ones may be the lowest.
    """
    losses = a.right.sums / a.n
    if a.weights is None or a.losses is None or a.weights_right or not close(a.losses, losses):
        return False
    lowest = int(np.argmin(losses))
    return any(close(a.weights, a.right.ends[end]) for end in (lowest, lowest + 1))


def other_start(a: Answer) -> bool:
    """Return whether the walk is right but for its start, which the end and the losses tell."""
    if a.weights is None or a.losses is None:
        return False
    # Where a walk ends depends on its start by a linear map.
    zero, one, two = (
        np.array(replay(a, start=start).ends[-1]) for start in ((0, 0), (1, 0), (0, 1))
    )
    try:
        start = np.linalg.solve(np.column_stack([one - zero, two - zero]), a.weights - zero)
    except np.linalg.LinAlgError:
        return False
    walk = replay(a, start=tuple(start))
    return not close(start, (0, 0)) and bool(
        a.losses.size == a.epochs and np.allclose(a.losses, walk.sums / a.n, rtol=1e-4)
    )


def on_all(weights: Sequence[Sequence[float]], a: Answer) -> list[float]:
    """Return the loss on all the data at each of these (w, b)."""
    return [float(np.mean(error_of(w, b, a.x, a.y) ** 2)) for w, b in weights]


def cut_off(a: Answer) -> bool:
    """Return whether the data are whole numbers, and so is something that is made of them."""
    if a.x.dtype.kind not in "iu" or a.weights is None:
        return False
    walks = (
        {"keep": np.trunc},
        {"error": lambda w, b, x, y: np.trunc(w * x + b) - y},
        {"error": lambda w, b, x, y: np.trunc(error_of(w, b, x, y))},
        {"slopes": lambda both, m, a: np.trunc(both)},
    )
    return any(a.leads_to(replay(a, **option)) for option in walks) or (
        losses_alone(a) and close(a.losses, np.trunc(a.right.sums / a.n))
    )


# --- which part is wrong, where no mistake is known -------------------------------------------


def whole_numbers_only(a: Answer) -> bool:
    """Return whether the data are whole numbers; it must be so in every wrong call."""
    return a.x.dtype.kind in "iu" and not order_wrong(a)


def short_batch_only(a: Answer) -> bool:
    """Return whether the last batch is short; it must be so in every wrong call."""
    return a.n % a.size > 0 and not order_wrong(a)


def short_batch_right(a: Answer) -> bool:
    """Return whether the last batch is short and all is right."""
    return short_batch_only(a) and not (batches(a) or weights(a) or losses(a))


def order_wrong(a: Answer) -> bool:
    """Return whether the batches are cut as they must be, and their order is not random.

    That shows now here, now there, whatever the data are.
    """
    cut = all([*map(len, epoch)] == a.sizes for epoch in a.batches)
    return cut and a.passes and len(a.batches) == a.epochs and batches(a) is not None


def batches_wrong(a: Answer) -> bool:
    """Return whether the batches are wrong, whatever else is."""
    return same_from_another(a) or batches(a) is not None


def weights_wrong(a: Answer) -> bool:
    """Return whether the batches are right and the weights are not."""
    return not batches_wrong(a) and not a.weights_right


def losses_wrong(a: Answer) -> bool:
    """Return whether batches and weights are right; then the losses are wrong."""
    return not batches_wrong(a) and a.weights_right
