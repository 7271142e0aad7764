"""Optimizers race for the same number of gradients, each with its own rate and other dials."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from course import optimizers as rules_of
from course.counting import counted
from course.descent import Path, descend
from course.explorers.kit import paths
from course.explorers.kit.contours import contours
from course.explorers.kit.controls import Number, Player, Select, Slider
from course.explorers.kit.marks import Mark, contour_lines, line, minimum_stars, point
from course.explorers.kit.panels import Board, Panel, linear, logarithmic
from course.explorers.kit.scene import Race, Scene, Table, Words
from course.explorers.kit.widget import Explorer
from course.landscapes import Landscape, bowl, himmelblau, ravine, rosenbrock
from course.optimizers import Optimizer
from course.validate import InputError, numbers, shown

BUDGETS = (100, 1000)
MOST_GRADIENTS = 1000
MOST_LANDSCAPES = 12
MOST_SETTINGS = 12
# A longer race is looked at so many times: after each of the first gradients, then less often.
LOOKS_AT = 101
# Below this loss, rounding decides.
SMALL = 1e-12
# Numbers in the tables of one walk and look: two weights, loss, its logarithm, distance.
NUMBERS = 5
ROOM = 18_700
# The rates that every rule tries in the sweep: ten for each power of ten.
SWEPT = 10 ** (np.arange(-40, 21) / 10)
# Rates beside the best one, in steps of the sweep; the first ones where there is room for few.
BESIDE = (0, -3, 3, -10, -5, 5, -1, 1, 2)
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
# The settings of a rule's dials other than its rate: (rule, what its dials are), the usual first.
Settings = Sequence[tuple[Optimizer, str]]


def race_optimizers(
    landscapes: Landscape | Sequence[Landscape] | Tracks | None = None,
    optimizers: Sequence[Optimizer] | Mapping[str, Optimizer | Settings] | None = None,
    budgets: int | Sequence[int] = BUDGETS,
    *,
    start: Sequence[float] | None = None,
) -> Explorer:
    """Let optimizers race on landscapes of two weights: walks, losses, and who is where.

    Every rule gets the same number of gradients, and for each setting of its other dials the best
    rate of the same sweep: the lowest mean loss over several starts. The reader moves the dials
    of one rule; all others stand at their usual setting, or at the best of theirs.

    Args:
        landscapes: One landscape, several, or a mapping of their names to landscapes, or to pairs
            of a landscape and the sweep's starts, shape (n, 2). Each must have a minimum. Twelve
            starts around the middle of the view if none are given. If left out: a ravine, a
            bowl, Rosenbrock's valley and Himmelblau's function.
        optimizers: One to eight rules, or a mapping of their names to rules, or to lists of up to
            twelve pairs (rule, what its dials are), the usual one first; six if left out.
        budgets: How many gradients each rule may use, 1 to 1000: one number, or several to
            choose from.
        start: Where the race begins on the first landscape, shape (2,); the first of the sweep's
            starts if not given, as on the others.

    Raises:
        InputError: An argument cannot be used; the message names it.
    """
    tracks, rules = _tracks(landscapes), _rules(optimizers)
    # As objects: rows of unlike lengths are told, too.
    budgets = np.ravel(np.asarray(budgets, dtype=object)).tolist()
    budgets = [paths.limited("budgets", one, MOST_GRADIENTS) for one in budgets]
    if not budgets:
        raise InputError("budgets must hold a number, but it is empty")
    begins = [starts[0] for _, starts in tracks.values()]
    if start is not None:
        begins[0] = paths.two_weights("start", start)
    begins = [np.round(begin, 2) for begin in begins]
    names, hands = list(tracks), list(rules)
    many = [len(settings) for settings in rules.values()]
    hand = int(np.argmax(np.array(many) > 1))
    looks = len(_looks(budgets[0]))
    room = (ROOM // (NUMBERS * looks) - 2 * (len(rules) - 1)) // many[hand]
    beside = np.sort(BESIDE[: max(2, room)])
    contests: dict[tuple[int, int], _Contest] = {}

    def contest(i: int, k: int) -> _Contest:
        # The sweep is slow, and depends on the landscape and the budget alone.
        if (i, k) not in contests:
            contests[i, k] = _Contest(names[i], *tracks[names[i]], rules, budgets[k], beside)
        return contests[i, k]

    def controls(i: int, budget: int, yours: int) -> list:
        settings = rules[hands[yours]]
        ticks = [f"{t}" for t in _looks(budgets[budget])]
        begin, view = begins[i], contest(i, budget).landscape.view
        return [
            Slider("step", "gradients", ticks, at=len(ticks) - 1),
            Slider("dial", "your other dials", [told or "it has none" for _, told in settings]),
            *(
                Number(f"w{n + 1}", f"start w{n + 1}", float(begin[n]), low, high, step=0.1)
                for n, (low, high) in enumerate(paths.reach(*v) for v in view)
            ),
        ]

    def scene(
        w1: float | None = None,
        w2: float | None = None,
        landscape: int = 0,
        budget: int = 0,
        yours: int = hand,
    ) -> Scene:
        chosen = contest(landscape, budget)
        begin = [
            paths.within(f"w{n + 1}", float(own if w is None else w), *paths.reach(*view))
            for n, (w, own, view) in enumerate(
                zip((w1, w2), begins[landscape], chosen.landscape.view, strict=True)
            )
        ]
        return _scene(chosen, begin, yours, controls(landscape, budget, yours))

    step, dial, *typed = controls(0, 0, hand)
    where = Select("landscape", "landscape", names, ask=True, resets=("w1", "w2"))
    length = Select("budget", "budget", [f"{one} gradients" for one in budgets], ask=True)
    yours = Select("yours", "your optimizer", hands, at=hand, ask=True)
    times = [f"{10 ** (by / 10):.2g} times its best" if by else "its best" for by in beside]
    asked = [select for select in (where, length, yours) if len(select.values) > 1]
    how = ("usual dials, best rate", "best dials, best rate")
    others = [Select("others", "all others have", how)] if len(rules) > 1 else []
    parts = (
        *(step, Player("step")),
        *asked,
        *(dial, Slider("rate", "your rate", times, at=int(np.searchsorted(beside, 0)))),
        *others,
        *typed,
    )
    title = f"A race of {counted(len(rules), 'optimizer')}"
    return Explorer("race_optimizers", title, parts, scene)


class _Contest:
    """A landscape and a budget: the rates of every setting, found in a fair sweep.

    Attributes:
        of: For each rule, the places of its settings among all of them.
        told: What the dials of each setting are.
        best: The best rate of each setting, shape (settings,).
        rates: That and the rates beside it, shape (settings, rates).
        tuned: For each rule, the place of the setting that ends lowest at its best rate.
    """

    def __init__(self, name, landscape: Landscape, starts, rules, budget: int, beside):
        self.name, self.starts, self.budget = name, starts, budget
        self.landscape, self.equal = paths.to_scale(landscape)
        self.names = list(rules)
        ends = np.cumsum([0, *map(len, rules.values())])
        self.of = [range(*pair) for pair in pairwise(ends)]
        settings = [one for several in rules.values() for one in several]
        self.told = [told for _, told in settings]
        self.together = rules_of.side_by_side([rule for rule, _ in settings])
        reached = np.array([self._swept(rule) for rule, _ in settings])
        self.best = SWEPT[np.argmin(reached, axis=1)]
        self.rates = self.best[:, None] * 10 ** (beside / 10)
        self.tuned = [places[np.argmin(reached.min(axis=1)[places])] for places in self.of]
        self.lines = [
            Table(table.values[0], ("vertex",)) for table in contours(self.landscape, np.ones(1))
        ]

    def walks(self, begin) -> Path:
        """Return the walks of every setting at all its rates: runs (settings, rates)."""
        starts = np.broadcast_to(begin, (*self.rates.shape, 2))
        return descend(self.landscape, starts, self.rates, self.budget, optimizer=self.together)

    def _swept(self, rule: Optimizer) -> np.ndarray:
        """Return the mean loss after the budget at each rate of `SWEPT`."""
        path = descend(self.landscape, self.starts[:, None, :], SWEPT, self.budget, optimizer=rule)
        with np.errstate(all="ignore"):
            losses = self.landscape(path.final)
            above = np.mean(losses, axis=0) - self.landscape(self.landscape.minima[0])
        return np.maximum(np.where(np.isfinite(above), above, np.inf), SMALL)


def _looks(budget: int) -> np.ndarray:
    """Return after how many gradients the race is looked at, from 0 to the budget."""
    if budget < LOOKS_AT:
        return np.arange(budget + 1)
    half = LOOKS_AT // 2
    later = np.geomspace(half, budget, LOOKS_AT - half).round().astype(int)
    return np.concatenate([np.arange(half), later])


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


def _rules(optimizers) -> dict[str, Settings]:
    """Return {name: [(rule, what its dials are), …]}, or raise InputError."""
    if optimizers is None:
        optimizers = _usual()
    if not isinstance(optimizers, (Mapping, list, tuple)):
        raise InputError(f"optimizers must be a list or a mapping, but it is {shown(optimizers)}")
    if not 1 <= len(optimizers) <= len(LOOKS):
        raise InputError(f"optimizers must be 1 to {len(LOOKS)} rules, not {len(optimizers)}")
    named = (
        optimizers.items()
        if isinstance(optimizers, Mapping)
        else [(getattr(rule, "name", ""), rule) for rule in optimizers]
    )
    rules: dict[str, Settings] = {}
    for name, given in named:
        settings = given if isinstance(given, (list, tuple)) else [(given, "")]
        if not 1 <= len(settings) <= MOST_SETTINGS:
            raise InputError(
                f"optimizers[{name!r}] must have 1 to {MOST_SETTINGS} settings, not "
                f"{len(settings)}"
            )
        for one in settings:
            if not (isinstance(one, tuple) and len(one) == 2 and isinstance(one[0], Optimizer)):
                raise InputError(
                    "optimizers must hold rules such as course.optimizers.adam(), or lists of "
                    f"(rule, text), but one is {shown(given)}"
                )
        # The same rule may run twice, with another memory.
        again = sum(known.partition(" (")[0] == name for known in rules)
        rules[f"{name} ({again + 1})" if again else str(name)] = settings
    return rules


def _usual() -> dict[str, Settings]:
    """Return the six rules of lesson 7, and the settings of their dials."""
    betas = (0.9, 0.7, 0.5)
    return {
        "gradient descent": [(rules_of.gradient_descent(), "")],
        "momentum": [(rules_of.momentum(b), f"β = {b}") for b in betas],
        "Nesterov": [(rules_of.nesterov(b), f"β = {b}") for b in betas],
        "AdaGrad": [(rules_of.adagrad(), "")],
        "RMSprop": [(rules_of.rmsprop(r), f"ρ = {r}") for r in (0.9, 0.99, 0.999)],
        "Adam": [
            (rules_of.adam(b, c), f"β₁ = {b}, β₂ = {c}") for b in betas for c in (0.999, 0.99)
        ],
    }


def _scene(contest: _Contest, begin: Sequence[float], yours: int, controls: list) -> Scene:
    landscape, names, looks = contest.landscape, contest.names, _looks(contest.budget)
    floor = float(landscape(landscape.minima[0]))
    minima = np.array(landscape.minima)
    tables = {
        "line_1": contest.lines[0],
        "line_2": contest.lines[1],
        "minima_1": Table(minima[:, 0], ("one",)),
        "minima_2": Table(minima[:, 1], ("one",)),
        "begin_1": Table(np.array(begin[0])),
        "begin_2": Table(np.array(begin[1])),
        "looks": Table(looks, ("step",)),
    }
    told = [counted(t, "gradient") for t in looks]
    words = {
        "where": Words(np.array(contest.name, dtype=object)),
        "formula": Words(np.array(landscape.formula, dtype=object)),
        "counted": Words(np.array(told, dtype=object), ("step",)),
    }
    top = np.log10(max(float(landscape(np.array(begin))) - floor, 1e-6))
    height = logarithmic("loss above the lowest", np.log10(SMALL), top + 1)
    path = contest.walks(begin)
    with np.errstate(all="ignore"):
        above = np.maximum(paths.by_run(path.losses) - floor, SMALL)
        ways = path.weights[..., None, :] - minima
        away = np.sqrt(np.min(np.sum(ways * ways, axis=-1), axis=-1))
    numbers_of = {
        "place_1": paths.by_run(path.weights[..., 0]),
        "place_2": paths.by_run(path.weights[..., 1]),
        "loss": above,
        "level": np.log10(above),
        "away": np.maximum(paths.by_run(np.where(np.isfinite(away), away, np.inf)), SMALL),
    }
    told = _dials(contest, path.outcome == "diverged")
    best = int(np.argmin(np.abs(contest.rates[0] - contest.best[0])))
    for k, places in enumerate(contest.of):
        # Yours: every setting at every rate. The others: two settings, each at its best rate.
        picked = (list(places),) if k == yours else ([places[0], contest.tuned[k]], best)
        axes = ("dial", "rate") if k == yours else ("others",)
        for name, of in numbers_of.items():
            tables[f"{name}_{k}"] = Table(of[picked][..., looks], (*axes, "step"))
        words[f"dials_{k}"] = Words(told[picked], axes)
    return Scene(
        _panels(contest, yours, height),
        tables,
        words,
        "{where}, after {counted}, first: {ahead} above the lowest loss; yours is "
        f"{names[yours]} ({{dials_{yours}}}), place {{ahead:{yours + 1}}} of {len(names)} "
        f"at {{loss_{yours}:3}}",
        controls,
        {
            "ahead": Race(
                [f"loss_{k}" for k in range(len(names))],
                [f"{name} ({{dials_{k}}}) at {{loss_{k}:3}}" for k, name in enumerate(names)],
                "all, at {loss_0:3}",
            )
        },
    )


def _dials(contest: _Contest, diverged: np.ndarray) -> np.ndarray:
    """Return what is told of the dials of every walk, shape (settings, rates)."""
    texts = np.empty(contest.rates.shape, dtype=object)
    for (v, i), rate in np.ndenumerate(contest.rates):
        star = "*" if rate == contest.best[v] else ""
        lost = ", diverges" if diverged[v, i] else ""
        texts[v, i] = f"{contest.told[v]}, rate {rate:.3g}{star}{lost}".removeprefix(", ")
    return texts


def _panels(contest: _Contest, yours: int, height) -> tuple:
    landscape, budget = contest.landscape, contest.budget
    names = [f"{name} (yours)" if k == yours else name for k, name in enumerate(contest.names)]
    view = landscape.view
    return (
        Panel(
            "map",
            "the walks",
            "Lines of equal loss of {formula} over the weights w1 and w2, with a star at each "
            f"minimum, and the walks of {', '.join(names)}.",
            linear("weight w1", *view[0]),
            linear("weight w2", *view[1]),
            (
                contour_lines("line_1", "line_2"),
                minimum_stars("minima_1", "minima_2"),
                point("begin_1", "begin_2", hollow=True, color="ink", label="start", name="start"),
                *_walks(names, "place_1_{}", "place_2_{}"),
            ),
            click={"x": "w1", "y": "w2"},
            hint="click to choose a start",
            equal=contest.equal,
        ),
        Panel(
            "loss",
            "the loss, gradient by gradient",
            "The loss of each above the lowest possible one, on a log scale. Less than 1e−12 is "
            "rounding, and shown as 1e−12.",
            linear("gradients used", 0, budget, whole=True),
            height,
            _walks(names, "looks", "level_{}", label=True),
        ),
        Board(
            "board",
            f"who is where (* the best of {len(SWEPT)} rates: lowest mean loss after {budget} "
            f"gradients from {len(contest.starts)} starts)",
            ("optimizer", "place", "dials", "loss above lowest", "distance to minimum"),
            [
                (
                    name,
                    f"{{ahead:{k + 1}}}",
                    f"{{dials_{k}}}",
                    f"{{loss_{k}:3}}",
                    f"{{away_{k}:2}}",
                )
                for k, name in enumerate(names)
            ],
        ),
    )


def _walks(names, x: str, y: str, *, label: bool = False) -> list[Mark]:
    """Return the way of each rule so far, and where it stands."""
    ways, places = [], []
    for k, name in enumerate(names):
        color, dash, marker = LOOKS[k]
        at, style = (x.format(k), y.format(k)), {"color": color, "marker": marker}
        told = {"label": name if label else "", "name": f"way_{k}"}
        ways.append(line(*at, along="step", until=True, dash=dash, **style, **told))
        places.append(point(*at, name=f"here_{k}", **style))
    return [*ways, *places]
