"""shuffled_batches(n, batch_size, rng): the rows 0 … n − 1 in random order, cut into batches."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from course.checks.exercise import Call, Exercise, Probe, spotted, stops
from course.checks.lesson_06.replay import sizes
from course.descent import epoch_batches


def rows_of(answer) -> list[np.ndarray] | None:
    """Return the batches as arrays of whole numbers, or None if they cannot be read."""
    try:
        batches = [np.asarray(rows) for rows in answer]
    except (TypeError, ValueError):
        return None
    good = all(rows.ndim == 1 and (rows.dtype.kind in "iu" or not rows.size) for rows in batches)
    return batches if good and batches else None


def judge(call: Call) -> str | None:
    """Judge one answer: every row once, in random order, cut where it must be."""
    n, batch_size, _ = call.probe.args
    wanted = sizes(n, batch_size)
    batches = rows_of(call.result)
    if floats(call):
        return "row numbers, which are whole: 3, not 3.0"
    if batches is None:
        return f"a list of {len(wanted)} arrays of row numbers, their lengths {wanted}"
    lengths = [len(rows) for rows in batches]
    if lengths != wanted:
        return f"batches of {wanted} rows; the lengths of yours are {lengths}"
    order = np.concatenate(batches)
    if not np.array_equal(np.sort(order), np.arange(n)):
        return f"every row 0 … {n - 1} once; yours are otherwise"
    if n > 5 and (in_file_order(call) or neighbours(call)):
        return "rows in random order; in yours, neighbours stay together"
    if many_stay(call):
        return "rows in random order; in yours, most rows stay where they were"
    if n > 5 and steps_of_one_length(call):
        return "rows in random order; in yours, nearly every row is as far from the one before"
    if again_differs(call):
        return "an order drawn from the rng that is given: the same rng gives the same batches"
    return None


def judge_generator(call: Call) -> str | None:
    """Judge whether another generator leads to another order: each time, another one is given."""
    return judge_rows(call) or (
        "other batches from another generator: the order must be drawn from the rng given"
        if same_again(call)
        else None
    )


def judge_places(call: Call) -> str | None:
    """Judge whether in many orders every row comes to every place, one order from each generator.

    In fair orders each row comes to each place, but for once in 10¹¹ checks.
    """
    seen = places(call)
    if seen is None or seen.all():
        return judge_rows(call)
    row, place = np.argwhere(~seen)[0]
    return (
        f"in {len(call.others) + 1} orders every row comes to every place; "
        f"in yours, row {row} never comes to place {place}"
    )


def floats(call: Call) -> bool:
    """Return whether the batches hold row numbers with a point."""
    try:
        every = np.concatenate([np.asarray(rows) for rows in call.result])
    except (TypeError, ValueError):
        return False
    return every.dtype.kind == "f" and every.size > 0 and bool(np.all(every == np.floor(every)))


def judge_rows(call: Call) -> str | None:
    """Return None if the batches can be read, else what is wanted."""
    return None if rows_of(call.result) else "a list of arrays of row numbers"


# --- what judges and mistakes look at ---------------------------------------------------------


def order_of(answer) -> np.ndarray | None:
    """Return all rows of an answer in one piece, or None."""
    batches = rows_of(answer)
    return None if batches is None else np.concatenate(batches).astype(int)


def in_file_order(call: Call) -> bool:
    """Return whether the rows stand as they came, or backwards."""
    order = order_of(call.result)
    return len(order) > 1 and bool(np.all(np.abs(np.diff(order)) == 1))


def neighbours(call: Call) -> bool:
    """Return whether each of several batches holds rows that stand side by side in the file."""
    batches = rows_of(call.result)
    several = len(batches) > 1 and max(map(len, batches)) > 1
    return several and all(np.ptp(rows) == len(rows) - 1 for rows in batches if len(rows))


def steps_of_one_length(call: Call) -> bool:
    """Return whether most rows are as far from the one before, where row 0 follows the last.

    So are those of a file that is begun anywhere, also where every second row is taken first.
    More than five in six must be so, which a fair order is not: of the 12! orders of 12 rows it
    is 192, one in 2.5 million, and of 17 rows or more, one in 45 million at most.
    """
    order = order_of(call.result)
    steps = np.diff(order) % len(order)
    return len(order) > 1 and bool(np.max(np.bincount(steps)) > 5 / 6 * len(steps))


def many_stay(call: Call) -> bool:
    """Return whether ten rows or more stand in their own places: one in 7 million fair orders."""
    order = order_of(call.result)
    return order is not None and bool(np.sum(order == np.arange(len(order))) >= 10)


def again_differs(call: Call) -> bool:
    """Return whether an equal generator led to other batches."""
    if call.probe.judge in (judge_generator, judge_places) or call.again is None:
        return False
    one, other = order_of(call.result), order_of(call.again)
    return one is not None and other is not None and not np.array_equal(one, other)


def same_again(call: Call) -> bool:
    """Return whether other generators led to the same batches."""
    if call.probe.judge is judge_places:
        seen = places(call)
        return seen is not None and bool(np.all(np.sum(seen, axis=1) == 1))
    if call.probe.judge is not judge_generator:
        return False
    one, other = order_of(call.result), order_of(call.again)
    return one is not None and np.array_equal(one, other)


def places(call: Call) -> np.ndarray | None:
    """Return which row ever came to which place, or None where not all orders have every row."""
    if call.probe.judge is not judge_places:
        return None
    n = call.probe.args[0]
    orders = [order_of(answer) for answer in (call.result, *call.others)]
    if any(one is None or not np.array_equal(np.sort(one), np.arange(n)) for one in orders):
        return None
    seen = np.zeros((n, n), dtype=bool)
    for order in orders:
        seen[order, np.arange(n)] = True
    return seen


def no_row_stays(call: Call) -> bool:
    """Return whether no row ever stays in its place, and each comes to every other place."""
    seen = places(call)
    return seen is not None and np.array_equal(seen, ~np.eye(len(seen), dtype=bool))


def one_row_stays(call: Call) -> bool:
    """Return whether a row always stays in its place, and others do not."""
    seen = places(call)
    if seen is None:
        return False
    alone = np.diagonal(seen) & (np.sum(seen, axis=1) == 1)
    return bool(np.any(alone) and not np.all(alone))


def some_place_never(call: Call) -> bool:
    """Return whether some row never comes to some place, and the orders differ."""
    seen = places(call)
    return seen is not None and not seen.all() and bool(np.any(np.sum(seen, axis=1) > 1))


def _lengths(wanted: Callable[[int, int], list[int]]) -> Callable[[Call], bool]:
    """Spot batches that are as long as `wanted` says, which is not right."""

    def spot(call: Call) -> bool:
        n, batch_size, _ = call.probe.args
        batches = rows_of(call.result)
        made = [] if batches is None else [len(rows) for rows in batches]
        return made == wanted(n, batch_size) != sizes(n, batch_size)

    return spot


def _shares(n: int, parts: int) -> list[int]:
    return [len(part) for part in np.array_split(np.arange(n), parts)]


def _read(spot: Callable[[Call, list[np.ndarray]], bool]) -> Callable[[Call], bool]:
    """Spot what shows in batches that can be read."""

    def looked(call: Call) -> bool:
        batches = rows_of(call.result)
        return batches is not None and bool(spot(call, batches))

    return looked


def _of_other_calls(call: Call, batches: list[np.ndarray]) -> bool:
    """Return whether all batches of this call are there, and others before or after them."""
    n, size, _ = call.probe.args
    many = len(sizes(n, size))
    return len(batches) > many and any(
        np.array_equal(np.sort(np.concatenate(batches[i : i + many])), np.arange(n))
        for i in range(len(batches) - many + 1)
    )


def _grown(call: Call) -> bool:
    """Return whether an equal question got more batches: what a call before left is in them."""
    return len(order_of(call.again)) > len(order_of(call.result))


def _repeats(call: Call, batches: list[np.ndarray], *, missing: bool) -> bool:
    if _of_other_calls(call, batches):
        return False
    order = np.concatenate(batches)
    twice = len(np.unique(order)) < len(order)
    return twice and missing == (len(np.unique(order)) < call.probe.args[0])


def _outside(call: Call, batches: list[np.ndarray]) -> bool:
    """Return whether there are other rows in as many batches as there must be."""
    order, (n, size, _) = np.concatenate(batches), call.probe.args
    return len(batches) == len(sizes(n, size)) and bool(np.any((order < 0) | (order >= n)))


def _pieces_from_anywhere(call: Call, batches: list[np.ndarray]) -> bool:
    """Return whether rows stand side by side in each batch, which begin now here, now there."""
    begins = np.array([rows[0] for rows in batches if rows.size])
    apart = any(rows.size > 1 and np.any(np.diff(rows) != 1) for rows in batches)
    several = max(map(len, batches)) > 1
    # A file that is begun elsewhere, and cut where it ends, has each row once.
    once = len(np.unique(np.concatenate(batches))) == call.probe.args[0]
    return bool(
        several
        and not apart
        and not once
        and np.any(np.diff(begins) < 0)
        and np.any(begins % call.probe.args[1])
    )


def _all_one(batches: list[np.ndarray]) -> bool:
    """Return whether all batches hold the same rows, or none."""
    return all(np.array_equal(rows, batches[0]) for rows in batches) and (
        len(batches) > 1 or not batches[0].size
    )


def _no_batch(call: Call) -> bool:
    """Return whether the answer is a list, and nothing is in it."""
    return isinstance(call.result, (list, tuple)) and not call.result


def _one_batch(call: Call) -> bool:
    """Return whether the answer is a list of one batch, and more rows are left."""
    batches = rows_of(call.result)
    return batches is not None and len(batches) == 1 and call.probe.args[0] > len(batches[0])


def _bare_batch(call: Call) -> bool:
    """Return whether the answer is one batch itself, in no list, whatever its size."""
    try:
        rows = np.asarray(call.result)
    except ValueError:
        return False
    n, size, _ = call.probe.args
    return rows.ndim == 1 and rows.dtype.kind in "iu" and len(rows) == min(size, n)


def _one_row_on(call: Call) -> bool:
    """Return whether each batch holds the rows of the batch before it, all but the first."""
    batches = rows_of(call.result)
    if batches is None or len(batches) < 2 or min(map(len, batches)) < 3:
        return False
    return all(
        np.array_equal(later[: len(batch) - 1], batch[1:]) for batch, later in pairwise(batches)
    )


def _whole_order(call: Call) -> bool:
    """Return whether the answer is the order itself, not cut."""
    try:
        order = np.asarray(call.result)
    except ValueError:
        return False
    n = call.probe.args[0]
    return order.ndim == 1 and order.dtype.kind in "iu" and len(order) == n > 1


# fmt: off
SHUFFLE_GIVES_NONE = stops("shuffle-gives-none",
    "something here is None: `rng.shuffle(a)` shuffles `a` itself and gives None; "
    "`rng.permutation(n)` gives a new order",
    "'NoneType' object is not subscriptable", "'NoneType' object is not iterable",
    "object of type 'NoneType' has no len()")
MISTAKES = (
    SHUFFLE_GIVES_NONE,
    spotted("one-number-each", "a list of arrays is wanted, also where a batch has one row",
        lambda call: call.probe.args[1] == 1 and _whole_order(call)),
    spotted("rows-as-floats", "row numbers are whole, 3 and not 3.0: what makes floats of yours?",
        floats),
    spotted("not-cut", "that is the whole order in one piece; where is it cut into batches?",
        _whole_order),
    spotted("empty-batch-at-the-end",
        "the last batch is empty: how many batches are there where the size divides n?",
        _lengths(lambda n, size: [*([size] * (n // size)), n % size])),
    spotted("last-batch-dropped",
        "some rows never come up: what happens to those that do not fill a batch?",
        _lengths(lambda n, size: [size] * (n // size))),
    spotted("last-batch-never-made",
        "the last batch is missing, also where it is full: when does your loop end?",
        _lengths(lambda n, size: [size] * ((n - 1) // size))),
    spotted("first-batch-only",
        "only one batch comes back: how far is your `return` indented, and how far the line that "
        "puts a batch into the list?",
        lambda call: _one_batch(call) or _bare_batch(call)),
    spotted("begins-one-row-on",
        "each batch begins one row after the one before it, so rows come again: where must the "
        "next batch begin?", _one_row_on, once=True),
    spotted("ends-at-the-size",
        "a slice `order[a:b]` ends before place b, wherever it begins; where does the batch end "
        "that begins at a?",
        _lengths(lambda n, size: [max(min(size, n) - a, 0) for a in range(0, n, size)])),
    spotted("no-batch-at-all",
        "your list of batches is empty: does the loop run, and does it append each batch?",
        _no_batch),
    spotted("batch-at-every-row",
        "you begin a batch at every row; each batch begins where the one before ended: which step "
        "has your `range`?",
        _lengths(lambda n, size: [min(size, n - a) for a in range(n)])),
    spotted("rest-joined",
        "the last batch may be shorter, not longer: the rows that are left make one of their own",
        _lengths(lambda n, size: [*[size] * (n // size - 1), size + n % size])),
    spotted("short-batch-first", "the short batch comes last, not first",
        _lengths(lambda n, size: [*([n % size] if n % size else []), *[size] * (n // size)])),
    spotted("equal-shares",
        "every batch but the last holds `batch_size` rows; yours share the rows out evenly",
        _lengths(lambda n, size: _shares(n, -(-n // size)))),
    spotted("size-for-count",
        "`batch_size` is how many rows a batch holds, not how many there are",
        _lengths(lambda n, size: _shares(n, size))),
    spotted("one-row-less", "a slice `order[a:b]` ends before b; each of your batches lacks a row",
        _lengths(lambda n, size: [len(range(a, min(a + size - 1, n)))
                                  for a in range(0, n, size)])),
    spotted("last-row-missing",
        "row n − 1 never comes up: how many row numbers are there from 0 to n − 1?",
        _read(lambda call, batches: np.array_equal(
            np.sort(np.concatenate(batches)), np.arange(call.probe.args[0] - 1)))),
    spotted("last-batch-one-row-less",
        "the last batch lacks its last row: a slice `order[a:b]` ends before b, so the end is n, "
        "not n − 1",
        _lengths(lambda n, size: [max(min(a + size, n - 1) - a, 0) for a in range(0, n, size)])),
    spotted("rows-from-one", "row numbers begin at 0 and end at n − 1",
        _read(lambda call, batches: np.array_equal(
            np.sort(np.concatenate(batches)), np.arange(1, call.probe.args[0] + 1)))),
    spotted("rows-of-no-file",
        "rows go from 0 to n − 1; where do the others in your batches come from?",
        _read(lambda call, batches: _outside(call, batches)), once=True),
    spotted("one-list-for-all",
        "your batches are one and the same list: what becomes of those that hold it already when "
        "it is emptied?",
        _read(lambda call, batches: _all_one(batches))),
    spotted("begins-anywhere",
        "each batch is a piece of the file that begins anywhere; put all rows in one random "
        "order, then cut", _read(_pieces_from_anywhere), once=True),
    spotted("batches-overlap",
        "some rows come in two batches; each batch begins where the one before ended",
        _read(lambda call, batches: _repeats(call, batches, missing=False))),
    spotted("drawn-with-replacement",
        "some rows come twice and others never; put all rows in one random order, then cut",
        _read(lambda call, batches: _repeats(call, batches, missing=True))),
    spotted("no-row-stays",
        "no row ever keeps its place, which happens in most random orders: may a row change "
        "places with itself?", no_row_stays),
    spotted("one-row-stays",
        "a row never leaves its place: does your loop come to the first row and to the last one, "
        "and can each of them be drawn?", one_row_stays),
    spotted("places-never-reached",
        "some rows never come to some places: between which rows is each partner drawn, and how "
        "far does your loop go?", some_place_never),
    spotted("sorted-in-a-batch",
        "where one batch holds all rows, they stand in the order of the file: is something "
        "sorted after they were mixed?",
        _read(lambda call, batches: len(batches) == 1 and in_file_order(call))),
    spotted("not-shuffled",
        "the rows come in the order of the file, or backwards; where does `rng` mix them?",
        _read(lambda call, batches: in_file_order(call))),
    spotted("cut-then-shuffled",
        "neighbours in the file stay together in a batch; shuffle the rows first, then cut",
        _read(lambda call, batches: neighbours(call) or in_file_order(call))),
    spotted("few-rows-move",
        "most rows stay where they were: how many change places, and must not all of them?",
        _read(lambda call, batches: many_stay(call))),
    spotted("order-in-equal-steps",
        "nearly all rows come in equal steps, such as 5, 6, 7 or 5, 7, 9; what makes the whole "
        "order random, and not only its beginning?",
        _read(lambda call, batches: steps_of_one_length(call) or many_stay(call))),
    spotted("own-generator",
        "the order must come from the `rng` that is given; yours comes from elsewhere",
        lambda call: (again_differs(call) and not _grown(call)) or same_again(call)),
)
# fmt: on


class Another(np.random.Generator):
    """A generator of which every copy draws otherwise."""

    def __deepcopy__(self, memo: dict) -> np.random.Generator:
        return np.random.default_rng(int(self.integers(2**32)))


def _questions(sizes_asked: list[tuple[int, int]], seed: int, *, more: int = 0) -> list[Probe]:
    """Return probes of these (n, batch_size): a short last batch, one that divides, one row left.

    Where one batch holds all rows, it has room for so many `more`.
    """
    (n, size), (even, part), single = sizes_asked

    def probe(about: str, n: int, size: int, weight: float = 1.0) -> Probe:
        nonlocal seed
        seed += 1
        return Probe(
            (n, size, np.random.default_rng(seed)),
            shows=about, judge=judge, weight=weight, more=1,
        )  # fmt: skip

    return [
        probe("a short last batch", n, size),
        probe("a batch size that divides n", even, part),
        probe("one row in each batch", n, 1, 0.5),
        probe("all rows in one batch", even, even + more, 0.5),
        Probe(
            (n, size, Another(np.random.PCG64(seed))),
            shows="orders from `rng`", judge=judge_generator, weight=0.5, more=1,
        ),
        Probe(
            (4, 1, Another(np.random.PCG64(seed + 1))),
            shows="every row in every place, sooner or later", judge=judge_places, weight=0.5,
            more=99,
        ),
        probe("one row left for the last batch", *single, 0.25),
    ]  # fmt: skip


def _fresh(rng: np.random.Generator) -> list[Probe]:
    # Sizes that equal shares, or as many batches as rows in one, would not give by chance.
    short = [(17, 5), (23, 7), (26, 8), (21, 6)][rng.integers(4)]
    even = [(20, 4), (24, 6), (18, 3)][rng.integers(3)]
    single = [(16, 5), (19, 6), (22, 7)][rng.integers(3)]
    return _questions([short, even, single], int(rng.integers(100_000, 10_000_000)), more=3)


shuffled_batches = Exercise(
    name="shuffled_batches",
    points=(1, 1),
    reference=epoch_batches,
    examples=_questions([(18, 5), (12, 3), (13, 4)], 61_007),
    draw=_fresh,
    mistakes=MISTAKES,
)
