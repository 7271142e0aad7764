"""One dial, the batch size: several seeds, and what each gradient evaluation buys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from contourpy import contour_generator

from course.counting import counted
from course.data import noisy_line
from course.descent import batch_gradients, descend, epoch_orders
from course.explorers.kit import paths
from course.explorers.kit.contours import contours
from course.explorers.kit.controls import Number, Slider
from course.explorers.kit.marks import contour_lines, line, point, points, rule
from course.explorers.kit.panels import Axis, Panel, linear, logarithmic
from course.explorers.kit.scene import Scene, Table, Words
from course.explorers.kit.template import said
from course.explorers.kit.widget import Explorer
from course.landscapes import Landscape, squared_error
from course.validate import InputError, count, number, pairs, shown

# Above this many, answering with other seeds would take too long.
MOST_EVALUATIONS = 2000
MOST_SEEDS = 8
MOST_SIZES = 8
MOST_RATES = 12
LAST_SEED = 999
# Whose way over the contours is drawn; of the other runs only the losses and the ends.
DRAWN = (("blue", "circle", "first"), ("red", "square", "second"))
ROOM = 19_000
GOAL = 0.1
# How many powers of ten the losses are drawn over, below the first one.
DECADES = 7


def explore_batches(
    x=None,
    y=None,
    batch_size: int = 1,
    lr: float = 0.05,
    epochs: int = 5,
    *,
    seed: int = 0,
    seeds: int = 8,
    rates: Sequence[float] | None = None,
) -> Explorer:
    """Show mini-batch descent on a line, from w = b = 0: batch sizes, rates, several seeds.

    Every batch size is given the same number of gradient evaluations: epochs · n.

    Args:
        x: Inputs, shape (n,); the lessons' 200 points if not given.
        y: Targets, shape (n,).
        batch_size: The batch size at first, 1 to n.
        lr: The learning rate at first.
        epochs: Passes over the data; epochs · n is 2000 at most.
        seed: The first seed, 0 to 999; the reader can type another one.
        seeds: How many runs there are, each with a seed of its own, 1 to 8.
        rates: The slider's rates, 2 to 12; round ones up to the stable bound if not given.

    Raises:
        InputError: An argument cannot be used; the message names it.
    """
    if (x is None) != (y is None):
        raise InputError("x and y belong together: give both or none")
    data = noisy_line()
    x, y = pairs(data.x, data.y) if x is None else pairs(x, y)
    if x.ndim != 1 or len(x) < 2:
        raise InputError(f"x must hold two numbers or more, but its shape is {x.shape}")
    n = len(x)
    batch_size = count("batch_size", batch_size, least=1)
    if batch_size > n:
        raise InputError(f"batch_size must be {n} at most, all rows, but it is {batch_size}")
    lr = number("lr", lr, positive=True)
    if n > MOST_EVALUATIONS:
        raise InputError(f"x must hold {MOST_EVALUATIONS} numbers at most, but it holds {n}")
    epochs = paths.limited("epochs", epochs, MOST_EVALUATIONS // n)
    seeds = paths.limited("seeds", seeds, MOST_SEEDS)
    first = _seed(seed)
    loss, equal = paths.to_scale(squared_error(x, y, view=_view(squared_error(x, y))))
    if float(loss(np.zeros(2))) - _lowest(loss) <= 1e-9 * float(np.mean(y**2)):
        raise InputError("w = b = 0 is the best line for x and y already: no run has a way to go")
    if rates is None:
        bound = paths.stable_bound(loss, None)
        powers = 10.0 ** np.arange(np.floor(np.log10(bound)) - 3, np.log10(bound) + 1)
        rates = np.round(np.outer(powers, (1, 2, 5)).ravel(), 12)
        rates = rates[(rates >= bound / 100) & (rates <= 1.2 * bound)]
    rates = paths.chosen_rates(rates, lr)
    if len(rates) > MOST_RATES:
        raise InputError(f"rates must hold {MOST_RATES} numbers at most, not {len(rates)}")
    sizes = batch_sizes(n, batch_size)
    fixed = _fixed(loss)

    def scene(seed: int) -> Scene:
        first = _seed(seed)
        rngs = [np.random.default_rng(first + k) for k in range(seeds)]
        orders = epoch_orders(n, epochs, rngs)
        return _scene(walk_batches(x, y, loss, sizes, rates, orders), loss, first, fixed, equal)

    controls = (
        Slider("size", "batch size", [str(m) for m in sizes], at=sizes.index(batch_size)),
        Slider("rate", "learning rate", paths.rate_texts(rates), at=list(rates).index(lr)),
        Number(
            "seed",
            f"first of {seeds} seeds" if seeds > 1 else "seed",
            first,
            0,
            LAST_SEED,
            step=seeds,
            digits=0,
        ),
    )
    title = f"Mini-batches of {n} points: {epochs * n} gradient evaluations for every batch size"
    return Explorer("explore_batches", title, controls, scene)


def batch_sizes(n: int, chosen: int) -> list[int]:
    """Return the powers of two below n, n, and `chosen`; small ones are left out if too many."""
    sizes = [2**k for k in range(n.bit_length()) if 2**k < n] + [n]
    while len(sizes) > MOST_SIZES:
        del sizes[1]
    return sorted({*sizes, chosen})


@dataclass(frozen=True)
class Walks:
    """What mini-batch descent did for every batch size, rate and seed.

    Attributes:
        sizes: The batch sizes.
        rates: The learning rates.
        steps: How many steps each batch size took, shape (sizes,).
        spent: Gradient evaluations at the places kept of each walk, (sizes, places).
        weights: The weights there, (sizes, rates, seeds, places, 2).
        above: How far their loss is above the lowest, (sizes, rates, seeds, places).
        reached: After how many evaluations each run is at the goal for the first time, of shape
            (sizes, rates, seeds); infinite if it never is.
        goal: That loss above the lowest: a tenth of the lowest, where there is any.
    """

    sizes: list[int]
    rates: np.ndarray
    steps: np.ndarray
    spent: np.ndarray
    weights: np.ndarray
    above: np.ndarray
    reached: np.ndarray
    goal: float


def walk_batches(
    x, y, loss: Landscape, sizes: list[int], rates: np.ndarray, orders: np.ndarray
) -> Walks:
    """Walk with every batch size and rate through the same orders of the rows, from w = b = 0."""
    epochs, seeds, n = orders.shape
    lowest, goal = _lowest(loss), _goal(loss)
    keep = ROOM // (len(sizes) * len(rates) * (seeds + 2 * min(seeds, len(DRAWN)) + 1))
    keep = min(60, keep)
    shape = (len(sizes), len(rates), seeds)
    steps, spent = np.zeros(len(sizes), dtype=int), np.zeros((len(sizes), keep))
    weights, above = np.zeros((*shape, keep, 2)), np.zeros((*shape, keep))
    reached = np.zeros(shape)
    start = np.zeros((seeds, len(rates), 2))
    for i, size in enumerate(sizes):
        gradient, steps[i] = batch_gradients(x, y, size, orders, each=len(rates))
        path = descend(loss, start, rates, int(steps[i]), gradient=gradient)
        with np.errstate(all="ignore"):
            higher = loss(path.weights.reshape(-1, 2)).reshape(path.weights.shape[:-1]) - lowest
        higher = np.where(np.isfinite(higher), np.maximum(higher, 0.0), np.inf)
        evaluations = evaluations_spent(n, size, epochs)
        kept = kept_steps(int(steps[i]), keep)
        spent[i] = evaluations[kept]
        weights[i] = np.moveaxis(paths.by_run(path.weights[kept]), (0, 1, 2), (1, 0, 3))
        above[i] = np.moveaxis(higher[kept], (0, 1, 2), (2, 1, 0))
        there = higher <= goal
        first = np.where(there.any(axis=0), np.argmax(there, axis=0), len(evaluations))
        reached[i] = np.append(evaluations, np.inf)[first].T
    return Walks(sizes, rates, steps, spent, weights, above, reached, goal)


def evaluations_spent(n: int, batch_size: int, epochs: int) -> np.ndarray:
    """Return how many gradients of single examples each step had behind it, and the last one."""
    firsts = np.arange(0, n, batch_size)
    return np.append(np.concatenate([firsts + epoch * n for epoch in range(epochs)]), epochs * n)


def kept_steps(steps: int, keep: int) -> np.ndarray:
    """Return which of the steps 0 … `steps` are drawn: all if they fit, else more early ones."""
    share = np.linspace(0, 1, keep)
    return np.round(steps * (share**2 if steps > 2 * keep else share)).astype(int)


def _seed(value) -> int:
    whole = isinstance(value, float) and value.is_integer()
    first = count("seed", int(value) if whole else value)
    if first > LAST_SEED:
        raise InputError(f"seed must be {LAST_SEED} at most, but it is {shown(first)}")
    return first


def _lowest(loss: Landscape) -> float:
    return float(loss(loss.minima[0]))


def _goal(loss: Landscape) -> float:
    """Return the goal, above the lowest loss; if that is 0, a part of the first loss."""
    first = float(loss(np.zeros(2)))
    exact = _lowest(loss) < 1e-9 * first
    return 1e-4 * first if exact else GOAL * _lowest(loss)


def _view(loss: Landscape) -> tuple:
    """Return a view of the start w = b = 0 and the best weights, with room about them."""
    best = loss.minima[0]
    room = 0.35 * max(np.abs(best).max(), 1e-6)
    return tuple((min(0.0, v) - room, max(0.0, v) + room) for v in best.tolist())


def _fixed(loss: Landscape) -> dict[str, Table]:
    """Return the tables that no seed changes: contours, the goal's line, the minimum."""
    best = loss.minima[0]
    across, up = (table.values[0] for table in contours(loss, np.ones(1)))
    (w_low, w_high), (b_low, b_high) = _close(loss)
    w, b = np.linspace(w_low, w_high, 60), np.linspace(b_low, b_high, 60)
    heights = loss(np.stack(np.meshgrid(w, b), axis=-1)) - _lowest(loss)
    pieces = contour_generator(w, b, heights).lines(_goal(loss))
    goal = np.concatenate([*(np.vstack([p, [[np.nan] * 2]]) for p in pieces), [[np.nan] * 2]])
    return {
        "line_w": Table(across, ("vertex",)),
        "line_b": Table(up, ("vertex",)),
        "goal_w": Table(goal[:, 0], ("corner",)),
        "goal_b": Table(goal[:, 1], ("corner",)),
        "best_w": Table(best[:1], ("one",)),
        "best_b": Table(best[1:], ("one",)),
    }


def _close(loss: Landscape) -> tuple:
    """Return the part about the minimum where the runs' ends are drawn."""
    best = loss.minima[0]
    half = 0.08 * float(np.linalg.norm(best)) or 1.0
    return tuple((v - half, v + half) for v in best.tolist())


def _scene(
    walks: Walks, loss: Landscape, first: int, fixed: dict[str, Table], equal: bool
) -> Scene:
    seeds = walks.above.shape[2]
    axis = _loss_axis(loss)
    with np.errstate(all="ignore"):
        levels = np.log10(walks.above)
        median = np.log10(np.median(walks.above, axis=2))
    levels, median = np.maximum(levels, axis.range[0]), np.maximum(median, axis.range[0])
    runs = ("size", "rate", "run")
    drawn = min(seeds, len(DRAWN))
    tables = {
        **fixed,
        "spent": Table(walks.spent, ("size", "place")),
        "full_spent": Table(walks.spent[-1], ("place",)),
        "w": Table(walks.weights[:, :, :drawn, :, 0], (*runs, "place")),
        "b": Table(walks.weights[:, :, :drawn, :, 1], (*runs, "place")),
        "end_w": Table(walks.weights[:, :, :, -1, 0], runs),
        "end_b": Table(walks.weights[:, :, :, -1, 1], runs),
        "level": Table(levels, (*runs, "place")),
        "median": Table(median, ("size", "rate", "place")),
        "full": Table(median[-1], ("rate", "place")),
        "goal": Table(np.log10(walks.goal)),
    }
    words = {
        "told": Words(told(walks, least=10.0 ** axis.range[0]), ("size", "rate")),
        "seeds": Words(np.array(_seeds(first, seeds), dtype=object)),
    }
    sentence = "batches of {size} at rate {rate}, {seeds}: {told}"
    return Scene(_panels(walks, loss, axis, equal), tables, words, sentence)


def _loss_axis(loss: Landscape) -> Axis:
    top = float(np.ceil(np.log10(float(loss(np.zeros(2))) - _lowest(loss))))
    return logarithmic("loss above the lowest", top - DECADES - 1, top + 1)


def _seeds(first: int, seeds: int) -> str:
    return f"seeds {first} to {first + seeds - 1}" if seeds > 1 else f"seed {first}"


def _panels(walks: Walks, loss: Landscape, axis: Axis, equal: bool) -> tuple[Panel, ...]:
    seeds, n = walks.above.shape[2], walks.sizes[-1]
    drawn = DRAWN[:seeds]
    view, close = loss.view, _close(loss)
    run_names = [name if seeds > 1 else "the" for _, _, name in drawn]
    star = points("best_w", "best_b", "one", marker="star", color="ink", label="lowest loss")
    ways = []
    for k, (color, marker, _) in enumerate(drawn):
        at, label = {"run": k}, f"{run_names[k]} run"
        ways += [
            line("w", "b", "place", at=at, color=color, dash="thin", name=f"way_{k}"),
            point(
                "end_w", "end_b", at=at, color=color, marker=marker, label=label, name=f"end_{k}"
            ),
        ]
    within = _within(loss)
    goal = {"color": "green", "dash": "dotted", "label": f"goal: {within}"}
    return (
        Panel(
            "map",
            "the walks",
            "Lines of equal loss over slope w and intercept b, a star at the lowest, and "
            f"{walks.spent.shape[1]} places, joined, on the ways of {len(drawn)} of {seeds} runs.",
            linear("slope w", *view[0]),
            linear("intercept b", *view[1]),
            (contour_lines("line_w", "line_b"), star, *ways),
            equal=equal,
        ),
        Panel(
            "close",
            "close up: where they end",
            f"The part about the lowest loss, the line of the goal, {within}, and where each of "
            f"the {seeds} runs ends; those outside are drawn at the edge.",
            linear("slope w", *close[0], ticks=4),
            linear("intercept b", *close[1]),
            (
                line("goal_w", "goal_b", "corner", name="goal", **goal),
                star,
                *(
                    point(
                        "end_w",
                        "end_b",
                        at={"run": k},
                        color=DRAWN[k][0] if k < len(DRAWN) else "soft",
                        marker=DRAWN[k][1] if k < len(DRAWN) else "diamond",
                        label="the other runs" if k == len(DRAWN) else "",
                        name=f"end_{k}",
                    )
                    for k in range(seeds)
                ),
            ),
            equal=True,
        ),
        Panel(
            "loss",
            "what the evaluations buy",
            "The loss above the lowest against gradient evaluations, one for each example looked "
            f"at: a thin line for each of the {seeds} runs, a thick one for their median, a "
            f"dashed one for batches of all {n} at the same rate, a dotted one for the goal.",
            linear("gradient evaluations", 0, float(walks.spent[0, -1]), whole=True),
            axis,
            (
                rule(y="goal", name="goal_line", color="green", dash="dotted", label="goal"),
                *(
                    line(
                        "spent",
                        "level",
                        "place",
                        at={"run": k},
                        dash="thin",
                        color="blue",
                        label="" if k else ("each run" if seeds > 1 else "the run"),
                        name=f"run_{k}",
                    )
                    for k in range(seeds)
                ),
                line(
                    "full_spent",
                    "full",
                    "place",
                    color="red",
                    dash="dashed",
                    label=f"batches of {n} (all)",
                    name="full",
                ),
                *(
                    [line("spent", "median", "place", color="ink", label="median", name="median")]
                    if seeds > 1
                    else []
                ),
            ),
        ),
    )


def _within(loss: Landscape) -> str:
    exact = _goal(loss) != GOAL * _lowest(loss)
    return "1/10,000 of the first loss" if exact else "10 % above the lowest loss"


def told(walks: Walks, least: float) -> np.ndarray:
    """Return what the runs of each batch size and rate did, (sizes, rates) texts."""
    texts = np.empty(walks.reached.shape[:2], dtype=object)
    for i, j in np.ndindex(texts.shape):
        steps = counted(int(walks.steps[i]), "step")
        texts[i, j] = _told(walks.above[i, j], walks.reached[i, j], walks.goal, steps, least)
    return texts


def _told(above, reached, goal: float, steps: str, least: float) -> str:
    many, ends = len(above), above[:, -1]
    lost = ~(ends <= above[:, 0])
    if lost.all():
        return f"{'every' if many > 1 else 'the'} run diverges within {steps}"
    if many == 1:
        return _of_one(reached[0], ends[0], goal, steps, least)
    found, half = int(np.sum(np.isfinite(reached))), np.sort(reached)[(many - 1) // 2]
    text = f"{found} of {many} runs {'reaches' if found == 1 else 'reach'} the goal"
    if np.isfinite(half):
        # A number: "half of them" could be half of all runs, or of those that reach it.
        text += f", {(many + 1) // 2} of them within {half:.0f} gradient evaluations"
    text += f"; after {steps} {_lost(int(lost.sum()), many)} "
    low, high = (_amount(value, least) for value in (ends[~lost].min(), ends[~lost].max()))
    text += f"a loss of {low if low == high else f'{low} to {high}'} above the lowest"
    return f"{text}, {np.sum(ends <= goal)} of {many} within the goal"


def _of_one(reached: float, end: float, goal: float, steps: str, least: float) -> str:
    """Return what one run alone did, which has not diverged."""
    does = f"reaches the goal within {reached:.0f} gradient evaluations"
    if not np.isfinite(reached):
        does = "does not reach the goal"
    within = "within the goal" if end <= goal else "not within the goal"
    loss = f"its loss is {_amount(end, least)} above the lowest"
    return f"the run {does}; after {steps} {loss}, {within}"


def _lost(lost: int, many: int) -> str:
    """Return "they have", or how many have diverged, and "the others have"."""
    if not lost:
        return "they have"
    others = "the other has" if many - lost == 1 else "the others have"
    return f"{lost} of {many} {'has' if lost == 1 else 'have'} diverged, {others}"


def _amount(value: float, least: float) -> str:
    return f"less than {said(least)}" if value < least else said(value, 3)
