"""The walks of compare_rates, and the answer that they give: the right one or a mistake's."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

import numpy as np

from course.checks.compare import difference, numeric, plain
from course.checks.exercise import Call, Mistake, instead
from course.checks.families.walks import downhill

RATES = (0.001, 0.01, 0.1)
STEPS = 100


@dataclass(frozen=True)
class Walk:
    """The walk of one rate.

    Attributes:
        f: The loss.
        weights: The weights on the way, as many as there are before an OverflowError.
        complete: Whether there was none.
        place: Of which weight the loss is told; the last is right.
    """

    f: Callable
    weights: tuple
    complete: bool
    place: int = -1

    def _loss(self, w) -> float:
        try:
            return self.f(w)
        except OverflowError:
            return math.inf

    @cached_property
    def losses(self) -> list[float]:
        """The losses on the way, inf where one cannot be worked out."""
        return [self._loss(w) for w in self.weights]

    @cached_property
    def stopped(self) -> bool:
        """Whether the slopes, or the loss at the end, raise an OverflowError."""
        try:
            self.f(self.weights[self.place])
        except OverflowError:
            return True
        return not self.complete

    @cached_property
    def end(self) -> tuple[float, float]:
        """The final weight and loss."""
        if self.stopped:
            return math.inf, math.inf
        return self.weights[-1], self.losses[self.place]

    @property
    def finite(self) -> bool:
        """Whether both are finite."""
        return all(map(math.isfinite, self.end))

    @cached_property
    def turns(self) -> list[bool]:
        """For each step but the first, whether it turns back from the one before it."""
        moves = [after - before for before, after in pairwise(self.weights)]
        return [one < 0 < other or other < 0 < one for one, other in pairwise(moves)]

    @property
    def lost(self) -> bool:
        """Whether a step but the first is no number, as it is beyond infinity."""
        return any(math.isnan(after - before) for before, after in pairwise(self.weights[1:]))

    @property
    def loss_rose(self) -> bool:
        """Whether the loss grew in some step."""
        return any(after > before for before, after in pairwise(self.losses))

    @property
    def loss_rose_before_an_error(self) -> bool:
        """Whether the loss grew in some step, as far as it can be worked out without an error."""
        worked_out: list[float] = []
        with contextlib.suppress(OverflowError):
            for w in self.weights:
                worked_out.append(self.f(w))
        return any(after > before for before, after in pairwise(worked_out))

    @property
    def turned(self) -> bool:
        """Whether some step turns back."""
        return any(self.turns)


@lru_cache(maxsize=1024)
def walk(f, grad, w0, lr, steps, step=downhill, place=-1) -> Walk:
    """Return the walk of one rate; `step` and `place` replace what is right."""
    weights = [w0]
    with np.errstate(all="ignore"):
        try:
            for _ in range(steps):
                weights.append(step(weights[-1], lr, grad))
        except OverflowError:
            pass
    return Walk(f, tuple(weights), len(weights) == steps + 1, place)


def answer(
    walks: Mapping[float, Walk],
    *,
    end: Callable[[Walk], Any] = lambda walk: walk.end,
    overshoots: Callable[[Walk], bool] = lambda walk: walk.turned,
    diverges: Callable[[Walk], bool] = lambda walk: not walk.finite,
    among: Callable[[Walk], bool] = lambda walk: walk.finite,
) -> dict[str, Any]:
    """Return the answer that these walks give; what is named replaces what is right.

    Args:
        walks: A walk for each rate.
        end: What is told of a walk.
        overshoots: Which rates are listed there.
        diverges: Which rates are listed there.
        among: Among which rates the fastest is looked for.
    """
    losses = {lr: walk.end[1] for lr, walk in walks.items() if among(walk)}
    return {
        "results": {lr: end(walk) for lr, walk in walks.items()},
        "fastest": min(losses, key=losses.get, default=None),
        "overshoots": [lr for lr, walk in walks.items() if overshoots(walk)],
        "diverges": [lr for lr, walk in walks.items() if diverges(walk)],
    }


def compare(*, step: Callable = downhill, place: int = -1, **otherwise) -> Callable:
    """Return compare_rates, the right one or with a step or a part of the answer otherwise."""

    def compare_rates(f, grad, w0, rates=RATES, steps=STEPS):
        return answer({lr: walk(f, grad, w0, lr, steps, step, place) for lr in rates}, **otherwise)

    return compare_rates


right = compare()


def part(label: str, hint: str, /, **parts: Any) -> Mistake:
    """Return the mistake of a part of the answer that is otherwise, in one of several forms."""
    [(name, forms)] = parts.items()
    many = forms if isinstance(forms, list) else [forms]
    return instead(label, hint, *(compare(**{name: form}) for form in many))


# --- one form of every answer ----------------------------------------------------------------


def one_form(told: Any) -> Any:
    """Return an answer of compare_rates, or a part of one, in one form.

    Rates are plain floats, a result that is not finite is (inf, inf), and lists of rates are in
    order: an answer may hold inf or NaN, tuples or lists, in any order.
    """
    told = plain(told)
    if isinstance(told, Mapping):
        if any(isinstance(key, str) for key in told):
            return {key: one_form(part) for key, part in told.items()}
        return {_rate(lr): _result(result) for lr, result in told.items()}
    if isinstance(told, (list, tuple, set, frozenset, np.ndarray)):
        rates = numeric(told if isinstance(told, np.ndarray) else list(told))
        return told if rates is None or rates.ndim != 1 else sorted(rates.tolist())
    return told


def _rate(lr: Any) -> Any:
    # Six digits: a rate that was kept in float32 is still the same rate.
    return float(f"{lr:.6g}") if isinstance(lr, (float, np.floating)) else lr


def _result(result: Any) -> Any:
    pair = numeric(result)
    if pair is None or pair.size != 2:
        return result
    weight, loss = pair.ravel().tolist()
    finite = math.isfinite(weight) and math.isfinite(loss)
    return (weight, loss) if finite else (math.inf, math.inf)


def repaired(change: Callable[[Mapping], dict]) -> Callable[[Call], bool]:
    """Return a spot: with this change the answer is right."""

    def spot(call: Call) -> bool:
        try:
            told = call.result | change(call.result)
        except (TypeError, ValueError, AttributeError, KeyError, IndexError):
            return False
        return difference(one_form(call.expected), one_form(told)) is None

    return spot
