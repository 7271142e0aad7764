"""The rate over time beside the loss over time, in the noise of mini-batches."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from course import schedules as shapes
from course.counting import counted
from course.data import Dataset, noisy_line
from course.descent import batch_gradients, descend, epoch_orders
from course.explorers.kit import paths
from course.explorers.kit.controls import Player, Select, Slider
from course.explorers.kit.marks import Mark, line, rule
from course.explorers.kit.panels import Board, Panel, linear, logarithmic
from course.explorers.kit.scene import Race, Scene, Table, Words
from course.explorers.kit.widget import Explorer
from course.landscapes import squared_error
from course.schedules import Schedule
from course.validate import InputError, number, numbers, pairs, shown

MOST_STEPS = 2000
MOST_EPOCHS = 50
MOST_SCHEDULES = 12
MOST_SEEDS = 32
# Numbers in the tables of one schedule, rate and epoch: a loss and its logarithm, both with and
# without noise, a rate, its logarithm at both ends, and the sum of rates.
NUMBERS = 8
ROOM = 24_000
RATES = (0.003, 0.005, 0.007, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3, 0.5)
# Losses below this are rounding; rates and losses below their axes are drawn at the edge.
SMALL = 1e-12
LOWEST_RATE, LOWEST_LOSS, HIGHEST_LOSS = -5, -9, 3
RUNS = ("chosen", "flat", "best")


def explore_schedule(
    schedules: Mapping[str, Callable[[float], Schedule]] | None = None,
    lr: float = 0.1,
    epochs: int = 30,
    batch_size: int = 10,
    seeds: int = 8,
    *,
    data: Dataset | None = None,
    rates: Sequence[float] | None = None,
) -> Explorer:
    """Show a schedule of the learning rate beside the loss that it leads to, in noise.

    A line is fitted by mini-batches. All schedules meet the same batches in the same orders, and
    losses are the mean over those orders. Two constant rates run beside: the schedule's first
    one, and the one that ends lowest of all on the slider.

    Args:
        schedules: By name, functions of the first rate that return a schedule; those of the
            lesson if not given. A constant rate is always the first to choose.
        lr: The first rate that the slider stands at.
        epochs: Passes over the data, 2 to 50; 2000 steps at most.
        batch_size: Rows in a step, fewer than all; the reader can also choose all rows.
        seeds: How many random orders, 1 to 32.
        data: What is fitted, one feature; the noisy line of the lesson if not given.
        rates: The slider's rates, 2 or more; how many there may be depends on the rest.

    Raises:
        InputError: An argument cannot be used; the message names it.
    """
    lr = number("lr", lr, positive=True)
    data = noisy_line() if data is None else data
    if not isinstance(data, Dataset) or np.ndim(data.x) != 1:
        raise InputError(f"data must be a Dataset of one feature, but it is {shown(data)}")
    x, y = pairs(data.x, data.y)
    if paths.limited("batch_size", batch_size, len(x)) == len(x):
        raise InputError(f"batch_size must be less than the {len(x)} rows")
    seeds = paths.limited("seeds", seeds, MOST_SEEDS)
    each = -(-len(x) // batch_size)
    epochs = paths.limited("epochs", epochs, min(MOST_EPOCHS, MOST_STEPS // each))
    if epochs < 2:
        raise InputError("epochs must be 2 or more, but it is 1")
    steps = epochs * each
    schedules = of_lesson(steps) if schedules is None else schedules
    if not isinstance(schedules, Mapping):
        raise InputError(f"schedules must map names to functions, but it is {shown(schedules)}")
    makers = {"constant rate": constant, **schedules}
    if not 2 <= len(makers) <= MOST_SCHEDULES:
        raise InputError(f"schedules must be 1 to {MOST_SCHEDULES - 1}, not {len(makers) - 1}")
    many = ROOM // (NUMBERS * len(makers) * epochs)
    rates = _fewer(many, lr) if rates is None else paths.chosen_rates(rates, lr)
    if len(rates) > many:
        raise InputError(
            f"rates must be {many} at most, lr among them, for {len(makers)} schedules and "
            f"{epochs} epochs"
        )
    over_time = _over_time(makers, rates, steps)
    losses = np.stack(
        [_losses(x, y, over_time, orders, batch_size) for orders in (seeds, 0)]
    ).reshape(2, len(makers), len(rates), epochs, each)
    names = list(makers)
    noise = (f"{batch_size} of {len(x)} rows", f"all {len(x)} rows")
    scene = _scene(over_time, np.mean(losses, axis=-1), rates, seeds)
    controls = (
        paths.rate_slider(rates, lr, "first rate"),
        Select("schedule", "schedule", names, at=_first(names)),
        Select("noise", "each step sees", noise),
        Slider("epoch", "step", [str(each * (t + 1)) for t in range(epochs)], at=epochs - 1),
        Player("epoch", speeds=(("slow", 2), ("normal", 6), ("fast", 20))),
    )
    title = f"A schedule of the learning rate, over {steps} steps"
    return Explorer("explore_schedule", title, controls, lambda: scene)


def constant(lr: float) -> Schedule:
    """Return the same rate for every step."""
    return shapes.power_decay(lr, power=0)


def of_lesson(steps: int) -> dict[str, Callable[[float], Schedule]]:
    """Return the lesson's schedules for a run of so many steps."""
    sixth, tenth = max(1, steps // 6), max(1, steps // 10)
    return {
        "step decay": lambda lr: shapes.step_decay(lr, drop=0.5, every=sixth),
        "exponential decay (0.99)": lambda lr: shapes.exponential_decay(lr, decay=0.99),
        "exponential decay (0.95)": lambda lr: shapes.exponential_decay(lr, decay=0.95),
        "1/t decay": lambda lr: shapes.power_decay(lr, power=1, every=10),
        "linear decay": lambda lr: shapes.linear_decay(lr, total=steps),
        "cosine annealing": lambda lr: shapes.cosine_annealing(lr, total=steps),
        "warm-up, then cosine": lambda lr: shapes.warm_up(
            tenth, shapes.cosine_annealing(lr, total=steps - tenth)
        ),
    }


def _fewer(many: int, lr: float) -> np.ndarray:
    """Return at most `many` rates for the slider, `lr` among them: the nearest to it last out."""
    others = sorted(
        (rate for rate in RATES if rate != lr), key=lambda rate: abs(np.log(rate / lr))
    )
    return np.sort([lr, *others[: many - 1]])


def _first(names: list[str]) -> int:
    return names.index("cosine annealing") if "cosine annealing" in names else 1


def _over_time(makers, rates: np.ndarray, steps: int) -> np.ndarray:
    """Return the rate of every step, shape (schedules, first rates, steps)."""
    t = np.arange(steps)
    found = np.empty((len(makers), len(rates), steps))
    for i, (name, make) in enumerate(makers.items()):
        for k, rate in enumerate(rates):
            schedule = make(rate) if callable(make) else None
            if not callable(schedule):
                raise InputError(
                    f"schedules[{name!r}] must be a function of the first rate that returns a "
                    f"schedule, but it is {shown(make)}"
                )
            found[i, k] = numbers(f"the rates of {name}", _at_all(schedule, t))
    return found


def _at_all(schedule: Schedule, t: np.ndarray):
    """Return the rates at all steps: at once, or one by one where it does not take arrays."""
    try:
        return np.broadcast_to(schedule(t), t.shape)
    except (TypeError, ValueError):
        return [schedule(step) for step in t.tolist()]


def _losses(x, y, over_time: np.ndarray, seeds: int, batch_size: int) -> np.ndarray:
    """Return the loss above the lowest after every step, shape (schedules, rates, steps).

    It is the mean over runs in so many orders; with 0, each step uses all rows.
    """
    landscape = squared_error(x, y)
    runs, steps = over_time[..., 0].size, over_time.shape[-1]
    flat, gradient = np.ascontiguousarray(over_time.reshape(runs, steps).T), None
    if seeds:
        rngs = [np.random.default_rng(seed) for seed in range(seeds)]
        orders = epoch_orders(len(x), steps * batch_size // len(x), rngs)
        gradient, _ = batch_gradients(x, y, batch_size, orders, each=runs)
    starts = np.zeros((max(seeds, 1), runs, 2))
    path = descend(landscape, starts, lambda t: flat[t], steps, gradient=gradient)
    with np.errstate(all="ignore"):
        above = np.mean(path.losses[1:] - landscape(landscape.minima[0]), axis=1)
    return np.moveaxis(above, 0, -1).reshape(over_time.shape)


def _scene(over_time: np.ndarray, losses: np.ndarray, rates: np.ndarray, seeds: int) -> Scene:
    """Return the scene for losses of shape (noise, schedules, rates, epochs)."""
    epochs, steps = losses.shape[-1], over_time.shape[-1]
    ends = np.arange(1, epochs + 1) * (steps // epochs)
    # The first and the last step of each epoch: a fall between two epochs is upright.
    fine = np.column_stack([ends - steps // epochs, ends - 1]).ravel()
    losses = np.maximum(losses, SMALL)
    best = _best(losses[:, 0])
    of = {"chosen": slice(None), "flat": 0}
    axes = {"chosen": ("schedule", "rate"), "flat": ("rate",), "best": ("noise",)}
    tables = {
        "fine": Table(fine, ("end",)),
        "here": Table(ends, ("epoch",)),
    }
    for run in RUNS:
        rate = over_time[0, best] if run == "best" else over_time[of[run]]
        loss = losses[[0, 1], 0, best] if run == "best" else losses[:, of[run]]
        in_noise = axes[run] if run == "best" else ("noise", *axes[run])
        with np.errstate(all="ignore"):
            shown_rate = np.log10(np.maximum(rate, 10.0**LOWEST_RATE))
            shown_loss = np.clip(np.log10(loss), LOWEST_LOSS, None)
        tables |= {
            f"{run}_rates": Table(shown_rate[..., fine], (*axes[run], "end")),
            f"{run}_level": Table(shown_loss, (*in_noise, "epoch")),
            f"{run}_loss": Table(_as_told(loss), (*in_noise, "epoch")),
            f"{run}_now": Table(rate[..., ends - 1], (*axes[run], "epoch")),
            f"{run}_sum": Table(np.cumsum(rate, axis=-1)[..., ends - 1], (*axes[run], "epoch")),
        }
    texts = paths.rate_texts(rates)
    words = {"best_rate": Words(np.array([texts[i] for i in best], dtype=object), ("noise",))}
    races = {
        "against_flat": _against("flat", "rate {rate} all the time"),
        "against_best": _against("best", "{best_rate}, the best constant rate"),
    }
    sentence = (
        "{schedule} from {rate}, {noise} a step: rate {chosen_now:3} at step {epoch}, loss "
        "{chosen_loss:3} above the lowest: {against_flat}, {against_best}"
    )
    return Scene(_panels(steps, epochs, seeds), tables, words, sentence, races=races)


def _best(losses: np.ndarray) -> np.ndarray:
    """Return which rate ends lowest, (noise,), from the losses (noise, rates, epochs).

    Without noise several end where only rounding is left. Of them it is the one that is lowest on
    its way.
    """
    ends, way = losses[..., -1], np.mean(np.log10(losses), axis=-1)
    lowest = ends == np.min(ends, axis=1, keepdims=True)
    return np.argmin(np.where(lowest, way, np.inf), axis=1)


def _as_told(losses: np.ndarray) -> np.ndarray:
    """Return losses with the three digits they are told with.

    Two that are told as the same number are then as high as each other.
    """
    return np.vectorize(lambda loss: float(f"{loss:.2e}"))(losses)


def _against(run: str, told: str) -> Race:
    """Return how the chosen schedule compares with another run."""
    told = f"{told} ({{{run}_loss:3}})"
    return Race(
        ("chosen_loss", f"{run}_loss"),
        (f"lower than {told}", f"higher than {told}"),
        f"as high as {told}",
    )


def _panels(steps: int, epochs: int, seeds: int) -> tuple:
    rate_axis = logarithmic("learning rate", LOWEST_RATE, 0)
    loss_axis = logarithmic("loss above the lowest", LOWEST_LOSS, HIGHEST_LOSS)
    runs = counted(seeds, "run")
    return (
        Panel(
            "rate",
            "the learning rate",
            "The learning rate of each step, on a log scale: {schedule} from {rate}, the same "
            "first rate all the time, and the best constant rate.",
            linear("step", 0, steps, whole=True),
            rate_axis,
            _lines("fine", "{}_rates", "end", label=True),
        ),
        Panel(
            "loss",
            f"the loss, mean of {runs}",
            f"The loss above the lowest possible one, on a log scale: each point is the mean over "
            f"{steps // epochs} steps and {runs} in random orders, the same for all. Less than "
            "1e−12 is rounding, and counted as 1e−12.",
            linear("step", 0, steps, whole=True),
            loss_axis,
            _lines("here", "{}_level", "epoch"),
        ),
        Board(
            "board",
            "at the chosen step",
            ("run", "rate", "sum of rates so far", "loss above lowest"),
            [
                (told, f"{{{run}_now:3}}", f"{{{run}_sum:3}}", f"{{{run}_loss:3}}")
                for run, told in zip(
                    RUNS,
                    ("{schedule}", "{rate} all the time", "{best_rate}, best constant rate"),
                    strict=True,
                )
            ],
        ),
    )


def _lines(x: str, y: str, along: str, *, label: bool = False) -> list[Mark]:
    """Return the three runs' lines, and where the chosen step is."""
    looks = {
        "best": ("green", "dashdot", "triangle", "best constant rate"),
        "flat": ("red", "dashed", "square", "first rate all the time"),
        "chosen": ("blue", "solid", "circle", "the schedule"),
    }
    marks: list[Mark] = [rule(x="here", color="ink", dash="dotted", name="hand")]
    for run, (color, dash, marker, told) in looks.items():
        style = {"color": color, "marker": marker, "label": told if label else ""}
        style["until"] = along == "epoch"
        marks.append(line(x, y.format(run), along, dash=dash, name=f"{run}_line", **style))
    for run, (color, _, marker, _) in looks.items():
        if along == "epoch":
            table = y.format(run)
            marks.append(Mark("point", x, table, marker=marker, color=color, name=f"{run}_here"))
    return marks
