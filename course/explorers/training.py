"""A network's loss, accuracy and gradient norms, while it trains."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

import numpy as np
from IPython.core.getipython import get_ipython

from course import network
from course.explorers.kit.controls import Progress, Slider
from course.explorers.kit.marks import DASHES, Mark, line, point, points, rule
from course.explorers.kit.panels import Axis, Panel, linear, logarithmic
from course.explorers.kit.scene import Scene, Table, Words
from course.explorers.kit.template import said
from course.explorers.kit.widget import Explorer
from course.network import Gradient, Layers
from course.optimizers import Optimizer
from course.validate import InputError, count, shown

MOST_EPOCHS = 500
# Seconds from one look to the next: at least so many, and so many times what the look took.
# The training then waits for 1/60 of its time at most.
PAUSE, TIMES = 1.0, 60
COLORS = ("blue", "red", "green", "purple", "orange", "sky", "ink", "soft")
MARKERS = ("circle", "square", "triangle", "diamond", "down", "plus", "star", "dot")


def watch_training(
    gradient: Gradient,
    layers: Layers,
    optimizer: Optimizer,
    *,
    lr,
    batch_size: int,
    epochs: int,
    rng: np.random.Generator,
    validation: tuple[np.ndarray, np.ndarray] | None = None,
) -> list[Layers]:
    """Train as `network.train` does with the same arguments, show it, and return the same layers.

    The picture is drawn anew about once a second. Watching spends none of the gradient's
    budget. If the training is interrupted, the picture shows what was reached.

    Args:
        gradient: The training set's gradient.
        layers: Where to start; they stay as they are.
        optimizer: The update rule.
        lr: The learning rate, or a schedule of the step number 0, 1, 2, ...
        batch_size: Rows for each step.
        epochs: Passes over the training set, 1 to 500.
        rng: Where the orders come from.
        validation: Rows that the network does not train with, as a pair: inputs (n, d) and
            classes (n,). They cost no gradient, and are looked at where the training rows are.

    Raises:
        InputError: An argument cannot be used; the message names it.
    """
    watched = Watched(gradient, layers, epochs, validation)
    arguments = {"lr": lr, "batch_size": batch_size, "epochs": epochs, "rng": rng}
    if get_ipython() is None:
        return network.train(gradient, layers, optimizer, **arguments)
    watched.begin()
    try:
        return network.train(
            gradient, layers, optimizer, **arguments, after_epoch=watched.after_epoch
        )
    finally:
        watched.explorer.finish(watched.ended())


class Watched:
    """A training, and what was seen of it.

    Attributes:
        epochs: How many are to come.
        history: The layers before the first epoch and after every one so far.
        explorer: What shows it.
    """

    def __init__(self, gradient: Gradient, layers: Layers, epochs: int, validation=None) -> None:
        """Look at the network before its first epoch."""
        if not isinstance(gradient, Gradient):
            raise InputError(
                "gradient must be a network.Gradient, such as network.Gradient(train.x, train.y), "
                f"but it is {shown(gradient)}"
            )
        self.epochs = count("epochs", epochs, least=1)
        if self.epochs > MOST_EPOCHS:
            raise InputError(f"epochs must be {MOST_EPOCHS} at most, but it is {epochs}")
        self._gradient = gradient
        # What is looked at: the training rows, whose gradient's length is told, too, and others.
        self._sets = {"training": (gradient.x, gradient.y)}
        if validation is not None:
            self._sets["validation"] = _pair(validation, inputs=layers[0][0].shape[0])
        self._rows: dict[int, list[float]] = {}
        self._next = 0.0
        self.history = [layers]
        self._look(0)
        sizes = [layers[0][0].shape[0], *(W.shape[1] for W, _ in layers)]
        title = f"Training a network {'–'.join(map(str, sizes))} on {len(gradient.y):,} rows"
        first = self._scene()
        self.explorer = Explorer("watch_training", title, first.controls, lambda: first)

    def begin(self) -> None:
        """Show the network before its first epoch, and learn what a look costs."""
        self.explorer.watch()
        # The first push takes several times as long as others: it does not count.
        for _ in range(2):
            self._show(0)

    def after_epoch(self, layers: Layers) -> None:
        """Take note of the layers; now and then look at them, and show what was seen."""
        self.history.append(layers)
        if time.perf_counter() >= self._next:
            self._show(len(self.history) - 1)

    def _show(self, epoch: int) -> None:
        begin = time.perf_counter()
        self._look(epoch)
        self.explorer.push(self._scene())
        end = time.perf_counter()
        self._next = end + max(PAUSE, TIMES * (end - begin))

    def ended(self) -> Scene:
        """Look at every epoch that was passed over, and return the scene of them all."""
        for epoch in range(len(self.history)):
            if epoch not in self._rows:
                self._look(epoch)
        return self._scene(over=True)

    def _look(self, epoch: int) -> None:
        layers, hidden = self.history[epoch], self._gradient.hidden
        told, found = [], []
        with np.errstate(all="ignore"):
            for x, y in self._sets.values():
                outputs = network.forward(layers, x, hidden)
                loss, dscores = network.cross_entropy(outputs[-1], y)
                right = 100 * np.mean(np.argmax(outputs[-1], axis=-1) == y)
                told += [loss, float(right)]
                found.append((outputs, dscores))
            slopes = network.backward(layers, *found[0], hidden)
            norms = [float(np.linalg.norm(network.flat([layer]))) for layer in slopes]
        self._rows[epoch] = [*told, *norms]

    def _scene(self, *, over: bool = False) -> Scene:
        seen = sorted(self._rows)
        columns = np.array([self._rows[epoch] for epoch in seen]).T
        sets = tuple(self._sets)
        named = {}
        for i, name in enumerate(sets):
            named[f"{name}_loss"], named[f"{name}_right"] = columns[2 * i : 2 * i + 2]
        layers = [f"layer_{i + 1}" for i in range(len(columns) - len(named))]
        named |= zip(layers, columns[len(named) :], strict=True)
        told = len(self.history) - 1
        text = f"epoch {told} of {self.epochs}"
        if over and told < self.epochs:
            text = f"stopped after epoch {told} of {self.epochs}"
        controls = (
            Progress("progress", "training", value=told / self.epochs, text=text),
            Slider(
                "epoch",
                "epoch",
                [str(epoch) for epoch in seen],
                at=len(seen) - 1,
                positions=[float(epoch) for epoch in seen],
            ),
        )
        return _scene(named, sets, layers, np.array(seen), self.epochs, controls, over=over)


def _pair(validation, *, inputs: int) -> tuple[np.ndarray, np.ndarray]:
    """Return (x, y) as arrays, or raise InputError if they are no rows for the network."""
    if not isinstance(validation, (tuple, list)) or len(validation) != 2:
        raise InputError(
            "validation must be a pair (x, y), such as (held_back.x, held_back.y), "
            f"but it is {shown(validation)}"
        )
    x, y = (np.asarray(part) for part in validation)
    if x.ndim != 2 or x.shape[1] != inputs or y.shape != x.shape[:1] or not len(y):
        raise InputError(
            f"validation must be x of shape (n, {inputs}) and y of shape (n,), "
            f"but their shapes are {x.shape} and {y.shape}"
        )
    return x, y


# ---- the scene ----


def _scene(
    named: Mapping[str, np.ndarray],
    sets: Sequence[str],
    layers: Sequence[str],
    seen: np.ndarray,
    epochs: int,
    controls,
    *,
    over: bool,
) -> Scene:
    with np.errstate(all="ignore"):
        logs = {n: np.log10(v) for n, v in named.items() if not n.endswith("_right")}
    shown_rows = {**named, **logs}
    tables = {name: Table(values, ("epoch",)) for name, values in shown_rows.items()}
    tables["epochs"] = Table(seen, ("epoch",))
    lowest, star = "", []
    if "validation" in sets:
        at = int(np.argmin(np.nan_to_num(named["validation_loss"], nan=np.inf)))
        tables["lowest_epoch"] = Table(np.array(seen[at]))
        tables["lowest_loss"] = Table(np.array(logs["validation_loss"][at]))
        least = said(named["validation_loss"][at], 3)
        # While it trains, most epochs are still to be looked at.
        yet = "" if over else " seen so far"
        lowest = f"; lowest validation loss{yet} {least}, at epoch {seen[at]}"
        look = {"marker": "star", "color": "ink", "name": "lowest"}
        star = [point("lowest_epoch", "lowest_loss", label="lowest validation loss", **look)]
    losses = [f"{name}_loss" for name in sets]
    rights = [f"{name}_right" for name in sets]
    names = [f"{name} rows" for name in sets]
    of_layers = [f"layer {i + 1}" for i in range(len(layers))]
    both = " and ".join(names)
    panels = (
        _panel(
            "loss",
            "the loss",
            f"The mean loss of the {both} after each epoch, on a log scale.",
            _log_axis("loss", [logs[name] for name in losses]),
            [*_lines(losses, names), *star],
            epochs,
        ),
        _panel(
            "right",
            "rows that get their right class",
            f"The percentage of the {both} that get their right class after each epoch.",
            # So that a mark at 100 is seen whole.
            linear("right, in %", 0, 105),
            _lines(rights, names),
            epochs,
        ),
        _panel(
            "norms",
            "the gradient's length in each layer",
            "The length of the gradient of the training rows in each layer after each epoch, on "
            "a log scale.",
            _log_axis("gradient norm", [logs[name] for name in layers]),
            _lines(layers, of_layers, first=len(sets)),
            epochs,
        ),
    )
    told = [_told(named, sets, layers, i) for i in range(len(seen))]
    words = {"told": Words(np.array(told, dtype=object), ("epoch",))}
    return Scene(panels, tables, words, f"epoch {{epoch}} of {epochs}: {{told}}{lowest}", controls)


def _told(named: Mapping[str, np.ndarray], sets, layers, i: int) -> str:
    """Return the numbers of one epoch in words; whole percents, rounded down."""
    texts = [
        f"{name} rows {int(named[f'{name}_right'][i] + 1e-9)} % right, "
        f"loss {said(named[f'{name}_loss'][i], 3)}"
        for name in sets
    ]
    norms = [said(named[name][i], 3) for name in layers]
    ends = norms if len(norms) < 3 else [norms[0], norms[-1]]
    where = [f"{norm} in layer {n}" for norm, n in zip(ends, (1, len(norms)), strict=False)]
    return "; ".join([*texts, f"gradient norm {' and '.join(where)}"])


def _log_axis(label: str, logs: Sequence[np.ndarray]) -> Axis:
    values = np.concatenate(logs)
    values = values[np.isfinite(values)]
    if not len(values):
        return logarithmic(label, 0, 1)
    return logarithmic(label, float(np.min(values)), float(np.max(values)))


def _lines(tables: Sequence[str], labels: Sequence[str], first: int = 0) -> list[Mark]:
    marks = []
    for i, (table, label) in enumerate(zip(tables, labels, strict=True), first):
        color, marker = COLORS[i % len(COLORS)], MARKERS[i % len(MARKERS)]
        dash = [dash for dash in DASHES if dash != "thin"][i % 4]
        marks += [
            line("epochs", table, "epoch", color=color, dash=dash, name=f"{table}_line"),
            points("epochs", table, "epoch", marker="dot", color=color, name=f"{table}_dots"),
            point("epochs", table, marker=marker, color=color, label=label, name=table),
        ]
    return marks


def _panel(name: str, title: str, label: str, y: Axis, marks, epochs: int) -> Panel:
    hand = rule(x="epochs", color="ink", dash="dashed", name="hand")
    return Panel(
        name,
        title,
        label,
        linear("epoch", 0, epochs, whole=True),
        y,
        (hand, *marks),
        click={"x": "epoch"},
        hint="click to choose an epoch",
    )
