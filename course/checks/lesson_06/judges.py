"""What is looked at in an answer of `sgd_epochs`: its batches, its weights, its losses."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from course.checks.exercise import Call
from course.checks.lesson_06.replay import KEYS, Answer, close


def batches(a: Answer) -> str | None:
    """Judge how the rows were ordered and cut."""
    if keys := _keys(a):
        return keys
    listed = ", ".join(map(str, a.sizes[:2] + ["…"] * (len(a.sizes) > 4) + a.sizes[2:][-2:]))
    if a.batches is None:
        return f"batches: {a.epochs} lists of index arrays, their lengths {listed}"
    if len(a.batches) != a.epochs:
        return f"batches of {a.epochs} epochs; these are {len(a.batches)}"
    for e, (cut, order) in enumerate(zip(a.batches, a.orders, strict=True)):
        lengths = [len(rows) for rows in cut]
        if lengths != a.sizes:
            return f"batches of {listed} rows; in epoch {e + 1} their lengths are {lengths}"
        if not np.array_equal(np.sort(order), np.arange(a.n)):
            return f"every row 0 … {a.n - 1} once in each epoch; epoch {e + 1} is otherwise"
    return _chance(a) if len(a.sizes) > 1 else None


def _keys(a: Answer) -> str | None:
    """Return what is said of keys that are missing, and of a dictionary that is."""
    if not a.told:
        return 'a dictionary with the keys "w", "b", "losses" and "batches"'
    missing = ", ".join(f'"{key}"' for key in KEYS if key not in a.told)
    yours = ", ".join(f'"{key}"' for key in a.told)
    return f"the key {missing} as well; your dictionary has {yours}" if missing else None


def _chance(a: Answer) -> str | None:
    if any(np.array_equal(order, np.arange(a.n)) for order in a.orders):
        return "rows in random order; these stand as they came"
    if many_stay(a):
        return "rows in random order; in yours, most rows stay where they were"
    if same_orders(a):
        return "a fresh order in every epoch; here two epochs have the same one"
    if turned_round(a):
        return "a fresh order in every epoch; here one epoch goes backwards through another's"
    if made_once(a):
        return "fresh batches in every epoch; here the same ones come again, in another order"
    if other_the_second_time(a):
        return "an order drawn from the rng that is given: the same rng gives the same batches"
    return None


def weights(a: Answer) -> str | None:
    """Judge whether the weights are where the answer's own batches lead."""
    if a.batches is None:
        return _keys(a) or "weights that belong to the batches in the answer; these cannot be read"
    if a.weights_right:
        return None
    w, b = a.right.ends[-1]
    return f"w = {w:.6g} and b = {b:.6g}: where the batches in your answer lead"


def losses(a: Answer) -> str | None:
    """Judge whether the losses are what the answer's own batches see on the way."""
    if a.batches is None:
        return _keys(a) or "losses that belong to the batches in the answer; these cannot be read"
    wanted = a.right.sums / a.n
    if a.losses is not None and close(a.losses, wanted):
        return None
    listed = ", ".join(f"{loss:.6g}" for loss in wanted)
    return _keys(a) or f"losses {listed}: what the batches in your answer see on the way, over n"


def judging(*aspects: Callable[[Answer], str | None]) -> Callable[[Call], str | None]:
    """Return a probe's judge that looks at these aspects, one after the other."""

    def judge(call: Call) -> str | None:
        a = Answer(call)
        return next((told for one in aspects if (told := one(a))), None)

    return judge


def judge_generator(call: Call) -> str | None:
    """Judge whether another generator leads to other orders: each time, another one is given."""
    a = Answer(call)
    if a.batches is None or a.again is None:
        return _keys(a) or "batches of row numbers; these cannot be read"
    if np.array_equal(a.once, a.again):
        return "other batches from another generator: orders must be drawn from the rng given"
    return None


# --- what judges and spots both look at -------------------------------------------------------


def many_stay(a: Answer) -> bool:
    """Return whether more than two in three rows keep their places, in three epochs or more.

    Of three fair orders of 8 rows, one in 48 million has that, and of larger ones fewer.
    """
    stay = np.mean([np.mean(order == np.arange(a.n)) for order in a.orders])
    return len(a.orders) > 2 and bool(stay > 2 / 3)


def same_orders(a: Answer) -> bool:
    """Return whether two epochs or more went in one order, be it begun at another row."""
    kinds = {tuple(np.roll(order, -np.argmin(order)).tolist()) for order in a.orders}
    return len(kinds) < len(a.batches)


def turned_round(a: Answer) -> bool:
    """Return whether an epoch went in the order of another one, backwards."""
    kinds = {tuple(order.tolist()) for order in a.orders}
    return any(tuple(order[::-1].tolist()) in kinds for order in a.orders)


def made_once(a: Answer) -> bool:
    """Return whether all of three or more epochs have the same batches, in whatever order."""
    kinds = {frozenset(frozenset(rows.tolist()) for rows in cut) for cut in a.batches}
    several = len(a.batches[0]) > 1 and max(map(len, a.batches[0])) > 1
    return len(kinds) == 1 and len(a.batches) > 2 and several


def other_the_second_time(a: Answer) -> bool:
    """Return whether equal generators led to other batches."""
    equal = a.call.probe.judge is not judge_generator
    return equal and a.again is not None and not np.array_equal(a.once, a.again)


def same_from_another(a: Answer) -> bool:
    """Return whether another generator led to the same batches."""
    return a.call.probe.judge is judge_generator and judge_generator(a.call) is not None
