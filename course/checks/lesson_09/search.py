"""The walks of random_restarts, from which every answer is made: the right one or a mistake's."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise, takewhile
from typing import Any

import numpy as np

from course.checks.compare import is_whole
from course.checks.families.walks import downhill, until_flat

Place = tuple[Any, float]


def uphill(w, lr, grad):
    """Return the weight after a step in the wrong direction."""
    return w + lr * grad(w)


def rounding(digits: int) -> Callable:
    """Return the step that rounds the weight."""
    return lambda w, lr, grad: np.round(w - lr * grad(w), digits)


def loss(place: Place) -> float:
    """Return the loss of a place (w, loss)."""
    return place[1]


@dataclass(frozen=True)
class Search:
    """A walk from each start.

    Attributes:
        f: The loss.
        grad: Its slope.
        starts: Where the walks begin.
        lr: Their rate.
        steps: How many steps each takes.
        step: What a step does.
    """

    f: Callable
    grad: Callable
    starts: tuple
    lr: float
    steps: int
    step: Callable = downhill

    def walk(self, w) -> list:
        """Return every weight of the walk from `w`, as far as the walk still moves."""
        weights = [w]
        for _ in range(self.steps):
            w = self.step(weights[-1], self.lr, self.grad)
            weights.append(w)
            if w != w or w == weights[-2]:
                break
        return weights

    def places(self, weights: Iterable) -> list[Place]:
        """Return (w, loss) for each of the weights."""
        return [(w, self.f(w)) for w in weights]

    @cached_property
    def walks(self) -> list[list]:
        """The walk from each start."""
        return [self.walk(w) for w in self.starts]

    @cached_property
    def ends(self) -> list[Place]:
        """Where each walk ends."""
        return self.places(walk[-1] for walk in self.walks)

    @cached_property
    def finite(self) -> list[Place]:
        """The ends that count."""
        return finite(self.ends)

    @cached_property
    def pairs(self) -> list[tuple[Any, Place]]:
        """Each start whose end counts, with this end."""
        both = zip(self.starts, self.ends, strict=True)
        return [(start, end) for start, end in both if math.isfinite(loss(end))]

    @property
    def whole(self) -> bool:
        """Whether all starts are whole numbers, so that an array made from them is whole."""
        return is_whole(self.starts)


def finite(places: Iterable[Place]) -> list[Place]:
    """Return the places whose loss is finite."""
    return [place for place in places if math.isfinite(loss(place))]


def lowest(places: Iterable[Place], key: Callable[[Place], float] = loss) -> Place:
    """Return the finite place that is lowest, or has the least `key`."""
    return min(finite(places), key=key, default=(None, math.inf))


def first_wins(places: Sequence[Place], key: Callable[[Place], Any] = loss) -> Place:
    """Return the lowest place as a comparison finds it that begins with the first one."""
    best = places[0]
    for place in places[1:]:
        if key(place) < key(best):
            best = place
    return best


@lru_cache(maxsize=4096)
def search(f, grad, starts: tuple, lr, steps, step: Callable = downhill) -> Search:
    """Return the walks; the same again for the same question."""
    return Search(f, grad, starts, lr, steps, step)


def by(choose: Callable[[Search], Any], step: Callable = downhill) -> Callable:
    """Return what answers like random_restarts with what `choose` takes from the walks."""
    return lambda f, grad, starts, lr, steps: choose(
        search(f, grad, tuple(starts), lr, steps, step)
    )


def best(f, grad, starts, lr, steps) -> Place:
    """Return (w, loss) of the lowest finite end: what is right."""
    return lowest(search(f, grad, tuple(starts), lr, steps).ends)


# --- what is chosen wrongly -------------------------------------------------------------------


def lowest_met(s: Search) -> Place:
    """Return the lowest place after any step, minus infinity among them."""
    met = s.places(w for walk in s.walks for w in walk[1:])
    return min((one for one in met if not math.isnan(loss(one))), key=loss)


def start_of_the_lowest(s: Search) -> Place:
    """Return where the lowest walk began, and the loss at its end; minus infinity is lowest."""
    both = zip(s.starts, map(loss, s.ends), strict=True)
    return min((one for one in both if not math.isnan(loss(one))), key=loss)


def begins_with(top: float | str, weight: Any, *, tested: bool = True) -> Callable:
    """Return a choice whose best loss so far begins with `top`, at `weight`.

    Args:
        top: A number, or "start" for the loss of the first start.
        weight: A number, None or "start" for the first start.
        tested: Whether ends that are not finite are left out.
    """

    def choose(s: Search) -> Place:
        first = s.starts[0]
        so_far = (
            first if weight == "start" else weight,
            s.f(first) if top == "start" else top,
        )
        return first_wins([so_far, *(s.finite if tested else s.ends)])

    return choose


def keeps_none(weight: Any, lost: bool) -> Callable:
    """Return a choice that keeps no finite end, and is left with what it begins with: infinity.

    Args:
        weight: A number, None or "start" for the first start.
        lost: Whether it keeps an end at minus infinity.
    """

    def choose(s: Search) -> Place:
        begun = s.starts[0] if weight == "start" else weight, math.inf
        below = (end for end in s.ends if lost and loss(end) == -math.inf)
        return next(below, begun)

    return choose


def zero_for_none(part: int) -> Callable:
    """Return a choice that takes a best end so far for none, if this part of it is 0."""

    def choose(s: Search) -> Place:
        best: tuple = (None, None)
        for place in s.finite:
            if not best[part] or loss(place) < loss(best):
                best = place
        return best

    return choose


def up_to_the_first_lost(*begun: Any) -> list[Callable]:
    """Return choices among the ends before the first that is not finite; one for each start.

    Args:
        begun: The weight that a search begins with, which is the answer where nothing is left;
            "start" for the first start.
    """

    def choosing(weight: Any) -> Callable:
        def choose(s: Search) -> Place:
            counted = list(takewhile(lambda end: math.isfinite(loss(end)), s.ends))
            first = s.starts[0] if weight == "start" else weight
            return lowest(counted) if counted else (first, math.inf)

        return choose

    return [choosing(weight) for weight in begun]


def up_to_a_rise(more: int) -> Callable:
    """Return the choice among walks that end before a step that raises the loss, or `more` on."""

    def choose(s: Search) -> Place:
        ends = []
        for walk in s.walks:
            pairs = enumerate(pairwise(map(s.f, walk)))
            rise = next((k for k, (one, other) in pairs if other > one), None)
            ends.append(walk[-1] if rise is None else walk[rise + more])
        return lowest(s.places(ends))

    return choose


def up_to_a_flat_place(size: float) -> Callable:
    """Return the choice among walks that end where the slope is no larger than `size`."""

    def choose(s: Search) -> Place:
        return lowest(s.places(until_flat(walk, s.grad, size)[-1] for walk in s.walks))

    return choose


def up_to_a_far_place(most: float) -> Callable:
    """Return the choice among walks that end once the weight is farther from 0 than `most`."""

    def choose(s: Search) -> Place:
        walks = ((walk, (w for w in walk[1:] if abs(w) > most)) for walk in s.walks)
        return lowest(s.places(next(far, walk[-1]) for walk, far in walks))

    return choose


def never_leaving(s: Search) -> Place:
    """Begin each step at the start, with the slope where the last step ended."""
    ends = []
    for start in s.starts:
        w = start
        for _ in range(s.steps):
            w = start - s.lr * s.grad(w)
        ends.append(w)
    return lowest(s.places(ends))


def chained(s: Search) -> Place:
    """Begin each walk but the first where the one before ended."""
    w, ends = s.starts[0], []
    for _ in s.starts:
        w = s.walk(w)[-1]
        ends.append(w)
    return lowest(s.places(ends))


def cut_on_the_way(s: Search) -> Place:
    """Keep the weights of all walks in an array of whole numbers, if the starts are whole."""
    step = cut_step if s.whole else downhill
    return lowest(search(s.f, s.grad, s.starts, s.lr, s.steps, step).ends)


def cut_step(w, lr, grad):
    """Return the weight after a step, without what stands after its point."""
    return np.trunc(w - lr * grad(w))


def cut_ends(weights: bool, losses: bool, again: bool = False) -> Callable:
    """Return a choice that keeps the ends in arrays that are whole, if the starts are.

    Args:
        weights: Whether the weights are kept so.
        losses: Whether the losses are.
        again: Whether the losses are those of the weights that were cut.
    """

    def choose(s: Search) -> Place:
        if not s.whole:
            return lowest(s.ends)
        ends = [(np.trunc(w) if weights else w, value) for w, value in s.ends]
        if again:
            ends = s.places(w for w, _ in ends)
        return lowest((w, np.trunc(value) if losses else value) for w, value in ends)

    return choose
