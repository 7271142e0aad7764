"""Optimizers race for the same number of gradients, each with its own rate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from course import optimizers as rules_of
from course.descent import Path, descend
from course.explorers.kit import paths
from course.explorers.kit.contours import contours
from course.explorers.kit.controls import Number, Player, Select, Slider
from course.explorers.kit.marks import Mark, line, point, points
from course.explorers.kit.panels import Board, Panel, linear, logarithmic
from course.explorers.kit.scene import Race, Scene, Table, Words
from course.explorers.kit.widget import Explorer
from course.landscapes import Landscape, bowl, himmelblau, ravine, rosenbrock
from course.optimizers import Optimizer
from course.validate import InputError, numbers, shown

MOST_GRADIENTS = 200
MOST_LANDSCAPES = 12
# Below this loss, rounding decides.
SMALL = 1e-12
# Numbers in the tables of one rule, rate and step: two weights, loss, its logarithm, distance.
NUMBERS = 5
ROOM = 18_500
# The rates that every rule tries in the sweep: ten for each power of ten.
SWEPT = 10 ** (np.arange(-40, 11) / 10)
# Rates that every slider has, to try one rate for all; and steps of the sweep beside the best.
SHARED = (0.01, 0.1, 1.0)
BESIDE = (-3, 2, -6, 4, -1, 1)
MOST_RATES = 1 + len(SHARED) + len(BESIDE)
LOOKS = (
    ("blue", "solid", "circle"),
    ("red", "dashed", "square"),
    ("green", "dashdot", "triangle"),
    ("purple", "dotted", "diamond"),
    ("orange", "long", "down"),
    ("sky", "dashdotdot", "plus"),
    ("ink", "thin", "cross"),
    ("soft", "solid", "circle"),
)
Tracks = Mapping[str, Landscape | tuple[Landscape, Sequence]]


def race_optimizers(
    landscapes: Landscape | Sequence[Landscape] | Tracks | None = None,
    optimizers: Sequence[Optimizer] | Mapping[str, Optimizer] | None = None,
    budget: int = 100,
    *,
    start: Sequence[float] | None = None,
) -> Explorer:
    """Let optimizers race on landscapes of two weights: walks, losses, and who is where.

    Every rule gets the same number of gradients. It begins with the best rate of the same sweep:
    the lowest mean loss over several starts. The reader can give each one another rate.

    Args:
        landscapes: One landscape, several, or a mapping of their names to landscapes, or to pairs
            of a landscape and the sweep's starts, shape (n, 2). Each must have a minimum. Twelve
            starts around the middle of the view if none are given. If left out: a ravine, a
            bowl, Rosenbrock's valley and Himmelblau's function.
        optimizers: One to eight rules, or a mapping of their names to rules; six if left out.
        budget: How many gradients each rule may use, 1 to 200.
        start: Where the race begins on the first landscape, shape (2,); the first of the sweep's
            starts if not given, as on the others.

    Raises:
        InputError: An argument cannot be used; the message names it.
    """
    tracks = _tracks(landscapes)
    rules = _rules(optimizers)
    budget = paths.limited("budget", budget, MOST_GRADIENTS)
    begins = [starts[0] for _, starts in tracks.values()]
    if start is not None:
        begins[0] = numbers("start", start)
        if begins[0].shape != (2,):
            raise InputError(f"start must hold two weights, but its shape is {begins[0].shape}")
    begins = [np.round(begin, 2) for begin in begins]
    names = list(tracks)
    many = max(2, min(MOST_RATES, ROOM // (NUMBERS * len(rules) * (budget + 1))))
    courses: dict[int, _Course] = {}

    def course(i: int) -> _Course:
        # The sweep is slow and depends on the landscape alone.
        if i not in courses:
            landscape, starts = tracks[names[i]]
            courses[i] = _Course(names[i], landscape, starts, rules, budget, many)
        return courses[i]

    def controls(i: int) -> list:
        chosen, begin = course(i), begins[i]
        return [
            *(
                Slider(
                    f"rate_{k}",
                    f"{name}, rate",
                    _texts(chosen.rates[k]),
                    at=int(np.searchsorted(chosen.rates[k], chosen.best[k])),
                    positions=chosen.rates[k].tolist(),
                )
                for k, name in enumerate(rules)
            ),
            *(
                Number(f"w{n + 1}", f"start w{n + 1}", float(begin[n]), low, high, step=0.1)
                for n, (low, high) in enumerate(paths.reach(*v) for v in chosen.landscape.view)
            ),
        ]

    def scene(w1: float | None = None, w2: float | None = None, landscape: int = 0) -> Scene:
        chosen = course(landscape)
        begin = [
            paths.within(f"w{n + 1}", float(own if w is None else w), *paths.reach(*view))
            for n, (w, own, view) in enumerate(
                zip((w1, w2), begins[landscape], chosen.landscape.view, strict=True)
            )
        ]
        return _scene(chosen, begin, controls(landscape))

    sliders, typed = controls(0)[: len(rules)], controls(0)[len(rules) :]
    step = Slider("step", "gradients", [str(t) for t in range(budget + 1)], at=budget)
    where = Select("landscape", "landscape", names, ask=True, resets=("w1", "w2"))
    choice = [where] if len(names) > 1 else []
    title = f"A race of {len(rules)} optimizers, {budget} gradients each"
    return Explorer(
        "race_optimizers", title, (step, Player("step"), *choice, *typed, *sliders), scene
    )


class _Course:
    """A landscape to race on: the rates of every rule, found in a fair sweep, and what is drawn.

    Attributes:
        best: The best rate of each rule.
        rates: The rates of each rule's slider.
    """

    def __init__(self, name, landscape: Landscape, starts, rules, budget: int, many: int):
        self.name, self.starts = name, starts
        self.landscape, self.equal = paths.to_scale(landscape)
        self.rules, self.budget = rules, budget
        self.together = rules_of.side_by_side(list(rules.values()))
        self.best = self._best()
        self.rates = np.array([_around(best, many) for best in self.best])
        self.lines = [
            Table(table.values[0], ("vertex",)) for table in contours(self.landscape, np.ones(1))
        ]

    def walks(self, begin) -> Path:
        """Return the walks of every rule at all rates of its slider: runs (rules, rates)."""
        starts = np.broadcast_to(begin, (*self.rates.shape, 2))
        return descend(self.landscape, starts, self.rates, self.budget, optimizer=self.together)

    def _best(self) -> np.ndarray:
        """Return each rule's rate of the lowest mean loss after the budget, of all in `SWEPT`."""
        shape = (len(self.rules), len(self.starts), len(SWEPT), 2)
        starts = np.broadcast_to(self.starts[:, None, :], shape)
        path = descend(self.landscape, starts, SWEPT, self.budget, optimizer=self.together)
        above = np.mean(path.losses[-1], axis=1) - self.landscape(self.landscape.minima[0])
        return SWEPT[np.argmin(np.maximum(above, SMALL), axis=1)]


def _around(best: float, many: int) -> np.ndarray:
    """Return `many` rates: the best one, some beside it in the sweep, and those all rules have."""
    at = int(np.searchsorted(SWEPT, best))
    beside = [SWEPT[np.clip(at + by, 0, len(SWEPT) - 1)] for by in BESIDE]
    shared = [SWEPT[np.argmin(np.abs(SWEPT - rate))] for rate in SHARED]
    wanted = [best, *shared, *beside, *SWEPT[::-5], *SWEPT]
    return np.sort(list(dict.fromkeys(map(float, wanted)))[:many])


def _texts(rates: np.ndarray) -> list[str]:
    return [f"{rate:.3g}" for rate in rates]


def _tracks(landscapes) -> dict[str, tuple[Landscape, np.ndarray]]:
    """Return {name: (landscape, starts)}, or raise InputError."""
    if landscapes is None:
        landscapes = (ravine(100), bowl, rosenbrock, himmelblau)
    if isinstance(landscapes, Landscape):
        landscapes = (landscapes,)
    if not isinstance(landscapes, (Mapping, list, tuple)):
        raise InputError(f"landscapes must be a list or a mapping, but it is {shown(landscapes)}")
    if not isinstance(landscapes, Mapping):
        landscapes = {getattr(one, "name", i): one for i, one in enumerate(landscapes)}
    if not 1 <= len(landscapes) <= MOST_LANDSCAPES:
        raise InputError(f"landscapes must be 1 to {MOST_LANDSCAPES}, not {len(landscapes)}")
    tracks = {}
    for name, one in landscapes.items():
        landscape, *more = one if isinstance(one, (tuple, list)) else (one,)
        paths.walkable(landscape, 2)
        if not len(landscape.minima):
            raise InputError(f"landscapes must have a minimum, but the {landscape.name} has none")
        starts = numbers(f"the starts of {name}", more[0]) if more else _starts(landscape)
        if starts.ndim != 2 or starts.shape[1] != 2 or not len(starts):
            raise InputError(f"the starts of {name} must have shape (n, 2), not {starts.shape}")
        tracks[str(name)] = landscape, starts
    return tracks


def _starts(landscape: Landscape) -> np.ndarray:
    """Return twelve starts on an ellipse in the view, the first one at its left."""
    low, high = np.array(landscape.view).T
    angles = np.radians(165 - 30 * np.arange(12))
    circle = np.stack([np.cos(angles), np.sin(angles)], axis=-1)
    return (low + high) / 2 + 0.8 * (high - low) / 2 * circle


def _rules(optimizers) -> dict[str, Optimizer]:
    if optimizers is None:
        optimizers = (
            rules_of.gradient_descent(),
            rules_of.momentum(),
            rules_of.nesterov(),
            rules_of.adagrad(),
            rules_of.rmsprop(0.99),
            rules_of.adam(),
        )
    if not isinstance(optimizers, (Mapping, list, tuple)):
        raise InputError(f"optimizers must be a list or a mapping, but it is {shown(optimizers)}")
    if not 1 <= len(optimizers) <= len(LOOKS):
        raise InputError(f"optimizers must be 1 to {len(LOOKS)} rules, not {len(optimizers)}")
    named = (
        optimizers.items()
        if isinstance(optimizers, Mapping)
        else [(getattr(rule, "name", ""), rule) for rule in optimizers]
    )
    rules: dict[str, Optimizer] = {}
    for name, rule in named:
        if not isinstance(rule, Optimizer):
            raise InputError(
                "optimizers must hold rules such as course.optimizers.adam(), "
                f"but one is {shown(rule)}"
            )
        # The same rule may run twice, with another memory.
        again = sum(known.partition(" (")[0] == name for known in rules)
        rules[f"{name} ({again + 1})" if again else str(name)] = rule
    return rules


def _scene(course: _Course, begin: Sequence[float], controls: list) -> Scene:
    landscape, rules, budget = course.landscape, course.rules, course.budget
    floor = float(landscape(landscape.minima[0]))
    minima = np.array(landscape.minima)
    tables = {
        "line_1": course.lines[0],
        "line_2": course.lines[1],
        "minima_1": Table(minima[:, 0], ("one",)),
        "minima_2": Table(minima[:, 1], ("one",)),
        "begin_1": Table(np.array(begin[0])),
        "begin_2": Table(np.array(begin[1])),
        "steps": Table(np.arange(budget + 1), ("step",)),
    }
    words = {
        "where": Words(np.array(course.name, dtype=object)),
        "formula": Words(np.array(landscape.formula, dtype=object)),
        "counted": Words(
            np.array([f"{t} gradient{'' if t == 1 else 's'}" for t in range(budget + 1)], object),
            ("step",),
        ),
    }
    top = np.log10(max(float(landscape(np.array(begin))) - floor, 1e-6))
    height = logarithmic("loss above the lowest", np.log10(SMALL), top + 1)
    path = course.walks(begin)
    with np.errstate(all="ignore"):
        above = np.maximum(paths.by_run(path.losses) - floor, SMALL)
        ways = path.weights[..., None, :] - minima
        away = np.sqrt(np.min(np.sum(ways * ways, axis=-1), axis=-1))
    away = np.maximum(paths.by_run(np.where(np.isfinite(away), away, np.inf)), SMALL)
    diverged = path.outcome == "diverged"
    numbers_of = {
        "place_1": paths.by_run(path.weights[..., 0]),
        "place_2": paths.by_run(path.weights[..., 1]),
        "loss": above,
        "level": np.log10(above),
        "away": away,
    }
    for k in range(len(rules)):
        axes = (f"rate_{k}", "step")
        tables |= {f"{name}_{k}": Table(of[k], axes) for name, of in numbers_of.items()}
        told = [
            f"{text}{'*' if rate == course.best[k] else ''}{', diverges' if lost else ''}"
            for rate, text, lost in zip(
                course.rates[k], _texts(course.rates[k]), diverged[k], strict=True
            )
        ]
        words[f"rated_{k}"] = Words(np.array(told, dtype=object), axes[:1])
    return Scene(
        _panels(course, height),
        tables,
        words,
        "{where}, after {counted}, first: {ahead} above the lowest loss",
        controls,
        {
            "ahead": Race(
                [f"loss_{k}" for k in range(len(rules))],
                [f"{name} (rate {{rate_{k}}}) at {{loss_{k}:3}}" for k, name in enumerate(rules)],
                "all, at {loss_0:3}",
            )
        },
    )


def _panels(course: _Course, height) -> tuple:
    landscape, rules, budget = course.landscape, course.rules, course.budget
    look = {"dash": "thin", "color": "soft", "label": "equal loss", "name": "contours"}
    stars = {"marker": "star", "color": "ink", "label": "minimum", "name": "minima"}
    view = landscape.view
    return (
        Panel(
            "map",
            "the walks",
            "Lines of equal loss of {formula} over the weights w1 and w2, with a star at each "
            f"minimum, and the walks of {', '.join(rules)}.",
            linear("weight w1", *view[0]),
            linear("weight w2", *view[1]),
            (
                Mark("line", "line_1", "line_2", along="vertex", **look),
                points("minima_1", "minima_2", "one", **stars),
                point("begin_1", "begin_2", hollow=True, color="ink", label="start", name="start"),
                *_walks(rules, "place_1_{}", "place_2_{}"),
            ),
            click={"x": "w1", "y": "w2"},
            hint="click to choose a start",
            equal=course.equal,
        ),
        Panel(
            "loss",
            "the loss, gradient by gradient",
            "The loss of each above the lowest possible one, on a log scale. Less than 1e−12 is "
            "rounding, and shown as 1e−12.",
            linear("gradients used", 0, budget, whole=True),
            height,
            _walks(rules, "steps", "level_{}", label=True),
        ),
        Board(
            "board",
            f"who is where (* the best of {len(SWEPT)} rates: lowest mean loss after {budget} "
            f"gradients from {len(course.starts)} starts)",
            ("optimizer", "place", "rate", "loss above lowest", "distance to minimum"),
            [
                (
                    name,
                    f"{{ahead:{k + 1}}}",
                    f"{{rated_{k}}}",
                    f"{{loss_{k}:3}}",
                    f"{{away_{k}:2}}",
                )
                for k, name in enumerate(rules)
            ],
        ),
    )


def _walks(rules, x: str, y: str, *, label: bool = False) -> list[Mark]:
    """Return the way of each rule so far, and where it stands."""
    ways, places = [], []
    for k, name in enumerate(rules):
        color, dash, marker = LOOKS[k]
        at, style = (x.format(k), y.format(k)), {"color": color, "marker": marker}
        told = {"label": name if label else "", "name": f"way_{k}"}
        ways.append(line(*at, along="step", until=True, dash=dash, **style, **told))
        places.append(point(*at, name=f"here_{k}", **style))
    return [*ways, *places]
