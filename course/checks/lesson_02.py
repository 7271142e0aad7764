"""Exercises of lesson 02: three learning rates compared, the largest stable rate, wrong rows."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Mapping
from functools import lru_cache

import numpy as np

from course.checks.engine import Call, Exercise, Mistake, Probe
from course.checks.formula import Formula
from course.descent import Path, descend
from course.landscapes import Landscape, parabola

LESSON = "02_learning_rates"

QUARTIC = Formula("w**4 - 8*w**2 + w + 10")
QUARTIC_SLOPE = Formula("4*w**3 - 16*w + 1", name="grad")
# The same in products: these do not raise where numbers end, they give inf and then NaN.
PRODUCTS = Formula("w*w*(w*w - 8) + w + 10")
PRODUCTS_SLOPE = Formula("4*w*(w*w - 4) + 1", name="grad")
# A valley between two hills; beyond a hill the curve falls for ever.
EDGE = Formula("w*w*(1 - w*w)")
EDGE_SLOPE = Formula("2*w*(1 - 2*w*w)", name="grad")

RATES = (0.001, 0.01, 0.1)
STEPS = 100


# compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100)


@lru_cache(maxsize=64)
def _runs(f, grad, w0, rates, steps, *, gradient=None) -> Mapping[float, Path]:
    """Return the walk of each rate, by the course's own loop."""
    curve = Landscape("f", "f(w)", f, grad, grad, (), ((-1.0, 1.0),))
    walks = descend(curve, w0, np.array(rates), steps, gradient=gradient)
    return {lr: walks.run(i) for i, lr in enumerate(rates)}


def _end(path: Path) -> tuple[float, float]:
    """Return the final weight and loss, (inf, inf) if one of them is not finite."""
    return _plain_result((float(path.final), float(path.losses[-1])))


def _finite(result: tuple) -> bool:
    return all(map(math.isfinite, result))


def _turns(path: Path, *, which: slice = slice(None)) -> bool:
    """Whether some step goes the other way than the one before it, among the steps `which`."""
    with np.errstate(all="ignore"):
        ways = np.sign(np.diff(path.weights)[which])
        return bool(np.any(ways[1:] * ways[:-1] < 0))


def _summary(runs: Mapping[float, Path], *, end=_end, fastest=None, overshoots=None) -> dict:
    """Return the answer that these walks give; the named parts replace the right ones."""
    results = {lr: end(path) for lr, path in runs.items()}
    ends = {lr: _end(path) for lr, path in runs.items()}
    finite = {lr: result for lr, result in ends.items() if _finite(result)}
    pick = fastest or (lambda finite: min(finite, key=lambda lr: finite[lr][1]))
    judged = overshoots or (lambda path: _turns(path) or not _finite(_end(path)))
    return {
        "results": results,
        "fastest": pick(finite) if finite else None,
        "overshoots": [lr for lr, path in runs.items() if judged(path)],
    }


def _compare_rates(f, grad, w0, rates=RATES, steps=STEPS):
    return _summary(_runs(f, grad, w0, rates, steps))


def _with(*, runs=_runs, **parts) -> Callable:
    """Return compare_rates with other walks, or with another end, fastest or overshoots."""

    def wrong(f, grad, w0, rates=RATES, steps=STEPS):
        return _summary(runs(f, grad, w0, rates, steps), **parts)

    return wrong


def _one_form(answer):
    """Return an answer of compare_rates in one form.

    Rates are plain floats, a result that is not finite is (inf, inf), and the rates that overshoot
    are in order: an answer may hold inf or NaN, tuples or lists, in any order.
    """
    if not isinstance(answer, Mapping):
        return answer
    answer = dict(answer)
    if isinstance(answer.get("results"), Mapping):
        answer["results"] = {
            _plain_rate(lr): _plain_result(result) for lr, result in answer["results"].items()
        }
    if isinstance(answer.get("overshoots"), (list, tuple, set, frozenset, np.ndarray)):
        with contextlib.suppress(TypeError, ValueError, OverflowError):
            answer["overshoots"] = sorted(float(lr) for lr in answer["overshoots"])
    return answer


def _plain_rate(lr):
    # Six digits: a rate that was kept in float32 is still the same rate.
    return float(f"{lr:.6g}") if isinstance(lr, (float, np.floating)) else lr


def _plain_result(result):
    try:
        pair = np.asarray(result)
    except ValueError:
        return result
    if pair.size != 2 or pair.dtype.kind not in "iuf":
        return result
    weight, loss = pair.ravel().tolist()
    return (weight, loss) if _finite((weight, loss)) else (math.inf, math.inf)


def _last_finite(path: Path) -> tuple[float, float]:
    good = np.flatnonzero(np.isfinite(path.weights) & np.isfinite(path.losses))[-1]
    return float(path.weights[good]), float(path.losses[good])


def _loss_rose(path: Path) -> bool:
    finite = path.losses[np.isfinite(path.losses)]
    return bool(np.any(np.diff(finite) > 0)) or not _finite(_end(path))


def _weight_changed_sign(path: Path) -> bool:
    signs = np.sign(path.weights)
    return bool(np.any(signs[1:] * signs[:-1] < 0)) or not _finite(_end(path))


def _overflow_error(f, grad, w0, rates=RATES, steps=STEPS):
    raise OverflowError


def _left_out(f, grad, w0, rates=RATES, steps=STEPS):
    answer = _compare_rates(f, grad, w0, rates, steps)
    kept = {lr: result for lr, result in answer["results"].items() if _finite(result)}
    return answer | {"results": kept}


def _parts(call: Call) -> tuple[Mapping, object, object]:
    """Return results, fastest and overshoots of the student's answer, empty where missing."""
    answer = call.result if isinstance(call.result, Mapping) else {}
    results = answer.get("results")
    return (
        results if isinstance(results, Mapping) else {},
        answer.get("fastest"),
        answer.get("overshoots"),
    )


def _holds(call: Call, kind: Callable[[object], bool]) -> bool:
    """Whether some result is of this kind, or holds something of it."""
    values = []
    for result in _parts(call)[0].values():
        values += result if isinstance(result, (tuple, list)) else [result]
    return any(map(kind, values))


def _is_list(value: object) -> bool:
    return isinstance(value, (tuple, list)) or (isinstance(value, np.ndarray) and value.size > 2)


def _is_rounded(call: Call) -> bool:
    """Whether the results are the right ones, but for digits that were cut away."""
    got = _one_form({"results": _parts(call)[0]})["results"]
    off = False
    for lr, right in call.expected["results"].items():
        told = got.get(lr)
        if not _finite(right):
            continue
        if not (_is_pair(told) and np.allclose(told, right, rtol=0, atol=0.051)):
            return False
        off |= told != right and all(value == round(value, 4) for value in told)
    return off


def _is_pair(result: object) -> bool:
    return isinstance(result, tuple) and all(isinstance(value, float) for value in result)


def _fastest_is_not_finite(call: Call) -> bool:
    results, fastest, _ = _parts(call)
    try:
        return not _finite(_plain_result(results[fastest]))
    except (KeyError, TypeError):  # not a rate, or not a pair of numbers
        return False


def _went_on(call: Call) -> bool:
    """Whether each rate began where the one before it ended."""
    f, grad, w0, rates, steps = (*call.probe.args, RATES, STEPS)[:5]
    wanted = {}
    for lr in rates:
        wanted[lr] = _end(_runs(f, grad, w0, (lr,), steps)[lr])
        if not _finite(wanted[lr]):
            return False
        w0 = wanted[lr][0]
    return compare_rates.difference({"results": wanted}, {"results": _parts(call)[0]}) is None


def _stood_still_far_out(call: Call) -> bool:
    """Whether a walk that leaves the numbers stops where w + h is w, as a measured slope does."""
    f, grad, w0, rates, steps = (*call.probe.args, RATES, STEPS)[:5]
    got = _one_form({"results": _parts(call)[0]})["results"]
    for lr, path in _runs(f, grad, w0, rates, steps).items():
        result = got.get(lr)
        if _finite(_end(path)) or not (_is_pair(result) and _finite(result)):
            continue
        if abs(result[0]) > 1e15 and not np.any(np.isclose(path.weights, result[0], rtol=1e-9)):
            return True
    return False


def _draw_comparisons(rng: np.random.Generator) -> list[Probe]:
    a, floor, centre, left = (
        round(float(rng.uniform(low, high)), 2) for low, high in ((1, 3), (1, 4), (2, 5), (-3, -1))
    )
    # Part of 1/(2a), the rate that lands on the floor: slow, good, and overshooting.
    slow, good, bold = (float(f"{part / (2 * a):.3g}") for part in (0.1, 0.7, 1.85))
    high, start, inside = (
        round(float(rng.uniform(low, high)), 3)
        for low, high in ((3.02, 3.15), (3.02, 3.15), (0.44, 0.52))
    )
    steps = int(rng.integers(5, 8))
    return [
        Probe((QUARTIC, QUARTIC_SLOPE, high), shows="the quartic from another start"),
        Probe(
            (
                Formula(f"{a}*(w - {centre})**2 + {floor}"),
                Formula(f"{2 * a:g}*(w - {centre})", name="grad"),
                left,
                (slow, good, bold),
                steps,
            ),
            shows="another parabola, where the largest rate overshoots and comes closer",
        ),
        Probe(
            (PRODUCTS, PRODUCTS_SLOPE, start, (0.1, 0.03, 0.05), int(rng.integers(11, 14))),
            shows="a rate that diverges to NaN before the others",
        ),
        Probe(
            (EDGE, EDGE_SLOPE, inside, (0.1, round(float(rng.uniform(2.8, 3.2)), 2)), 12),
            shows="a walk that falls for ever",
        ),
    ]


compare_rates = Exercise(
    name="compare_rates",
    points=(3, 3),
    reference=_compare_rates,
    examples=(
        Probe((QUARTIC, QUARTIC_SLOPE, 3.0), shows="the quartic from 3.0 with the usual rates"),
        Probe(
            (
                Formula("(w - 4)**2 + 2"),
                Formula("2*(w - 4)", name="grad"),
                -2.0,
                (0.05, 0.3, 0.9),
                6,
            ),
            shows="the parabola, where the largest rate overshoots and comes closer",
        ),
        Probe(
            (PRODUCTS, PRODUCTS_SLOPE, 3.0, (0.1, 0.03, 0.05), 12),
            shows="a rate that diverges to NaN before the others",
        ),
        Probe(
            (EDGE, EDGE_SLOPE, 0.5, (0.1, 3.0), 12),
            shows="a walk that falls for ever",
        ),
    ),
    draw=_draw_comparisons,
    form=_one_form,
    mistakes=(
        Mistake(
            "compare_rates.overflow-not-caught",
            "a power of a huge number raises OverflowError; catch it, and report that rate as "
            "not finite",
            _overflow_error,
        ),
        Mistake(
            "compare_rates.start-not-reset",
            "each rate must begin at w0; yours begin where the rate before ended",
            spot=_went_on,
        ),
        Mistake(
            "compare_rates.first-steps-only",
            "a walk may begin smoothly and turn later; look at every step",
            _with(overshoots=lambda p: _turns(p, which=slice(0, 2)) or not _finite(_end(p))),
        ),
        Mistake(
            "compare_rates.last-steps-only",
            "a walk may turn early and go smoothly later; look at every step",
            _with(overshoots=lambda p: _turns(p, which=slice(-2, None)) or not _finite(_end(p))),
        ),
        Mistake(
            "compare_rates.only-diverged-as-overshooting",
            "a walk may overshoot at every step and still come closer; compare the directions of "
            "neighbouring steps",
            _with(overshoots=lambda path: not _finite(_end(path))),
        ),
        Mistake(
            "compare_rates.loss-rose-for-overshooting",
            "the loss can fall at every step of a walk that overshoots; compare the directions of "
            "neighbouring steps",
            _with(overshoots=_loss_rose),
        ),
        Mistake(
            "compare_rates.diverged-not-listed",
            "a rate whose result is not finite belongs in the list too, even if no step turned",
            _with(overshoots=_turns),
        ),
        Mistake(
            "compare_rates.sign-of-the-weight",
            "it is the steps that turn, not the weights; compare a step with the one before it",
            _with(overshoots=_weight_changed_sign),
        ),
        Mistake(
            "compare_rates.listed-once-for-each-turn",
            "list a rate once, however often its walk turns",
            spot=lambda call: (
                isinstance(_parts(call)[2], list)
                and len(_parts(call)[2]) > len({str(lr) for lr in _parts(call)[2]})
            ),
        ),
        Mistake(
            "compare_rates.overshoots-turned-round",
            "you list the rates that do not overshoot",
            _with(overshoots=lambda path: not (_turns(path) or not _finite(_end(path)))),
        ),
        Mistake(
            "compare_rates.none-listed",
            "some of these walks overshoot; compare each step with the one before it",
            _with(overshoots=lambda path: False),
        ),
        Mistake(
            "compare_rates.fastest-not-finite",
            "your fastest rate has no finite result; every comparison with NaN is False, and "
            "−inf is below every number",
            spot=_fastest_is_not_finite,
        ),
        Mistake(
            "compare_rates.fastest-by-absolute-loss",
            "a loss below zero is lower than a loss of zero; do not take its absolute value",
            _with(fastest=lambda finite: min(finite, key=lambda lr: abs(finite[lr][1]))),
        ),
        Mistake(
            "compare_rates.fastest-by-weight",
            "compare the losses; a tuple is compared by its first value, the weight",
            _with(fastest=lambda finite: min(finite, key=finite.get)),
        ),
        Mistake(
            "compare_rates.highest-loss",
            "the lowest loss is the best one",
            _with(fastest=lambda finite: max(finite, key=lambda lr: finite[lr][1])),
        ),
        Mistake(
            "compare_rates.largest-rate-for-fastest",
            "the largest rate need not come lowest; compare the losses",
            _with(fastest=max),
        ),
        Mistake(
            "compare_rates.loss-for-fastest",
            "`fastest` is a rate; you give the loss that belongs to it",
            _with(fastest=lambda finite: min(loss for _, loss in finite.values())),
        ),
        Mistake(
            "compare_rates.place-for-fastest",
            "`fastest` is the rate itself, not its place among the rates",
            spot=lambda call: (
                isinstance(_parts(call)[1], (int, np.integer))
                and 0 <= _parts(call)[1] < len(_parts(call)[0])
                and _parts(call)[1] not in _parts(call)[0]
            ),
        ),
        Mistake(
            "compare_rates.measured-slope",
            "use the function `grad` that you are given; a measured slope is exactly 0 where "
            "w + h is the same number as w, and then the walk stands still",
            spot=_stood_still_far_out,
        ),
        Mistake(
            "compare_rates.last-finite",
            "a walk that leaves the numbers has no finite result; report inf or NaN for it",
            _with(end=_last_finite),
        ),
        Mistake(
            "compare_rates.none-for-diverged",
            "report a diverging rate with numbers, inf or NaN, not with None",
            _with(end=lambda path: _end(path) if _finite(_end(path)) else (None, None)),
        ),
        Mistake(
            "compare_rates.text-for-diverged",
            "report a diverging rate with numbers, inf or NaN, not with words",
            spot=lambda call: _holds(call, lambda value: isinstance(value, str)),
        ),
        Mistake(
            "compare_rates.diverged-left-out",
            "every rate belongs in `results`, the diverging ones too",
            _left_out,
        ),
        Mistake(
            "compare_rates.loss-before-the-last-step",
            "work out the loss at the final weight, after the last step",
            _with(end=lambda path: (float(path.final), float(path.losses[-2]))),
        ),
        Mistake(
            "compare_rates.slope-for-loss",
            "each result is the weight and the loss f(w); you give the slope",
            _with(end=lambda path: (float(path.final), float(path.slopes[-1]))),
        ),
        Mistake(
            "compare_rates.swapped",
            "each result is (weight, loss), in this order",
            _with(end=lambda path: _end(path)[::-1]),
        ),
        Mistake(
            "compare_rates.whole-walk",
            "each result is the final weight and the final loss, not all of them",
            spot=lambda call: _holds(call, _is_list),
        ),
        Mistake(
            "compare_rates.first-rate-only",
            "the `return` stands inside the loop, so that only the first rate is tried",
            lambda f, grad, w0, rates=RATES, steps=STEPS: _compare_rates(
                f, grad, w0, rates[:1], steps
            ),
        ),
        Mistake(
            "compare_rates.last-rate-only",
            "each rate needs its own entry in `results`; yours are written over",
            lambda f, grad, w0, rates=RATES, steps=STEPS: _compare_rates(
                f, grad, w0, rates[-1:], steps
            ),
        ),
        Mistake(
            "compare_rates.sign-flipped",
            "your walks go uphill; which sign takes you against the slope?",
            _with(
                runs=lambda f, grad, w0, rates, steps: _runs(
                    f, grad, w0, rates, steps, gradient=lambda w: -grad(w)
                )
            ),
        ),
        Mistake(
            "compare_rates.one-step-too-few",
            "count the steps of each walk: `steps` of them",
            lambda f, grad, w0, rates=RATES, steps=STEPS: _compare_rates(
                f, grad, w0, rates, steps - 1
            ),
        ),
        Mistake(
            "compare_rates.one-step-too-many",
            "count the steps of each walk: `steps` of them",
            lambda f, grad, w0, rates=RATES, steps=STEPS: _compare_rates(
                f, grad, w0, rates, steps + 1
            ),
        ),
        Mistake(
            "compare_rates.stale-gradient",
            "the slope changes as you walk; work it out again at every step",
            _with(
                runs=lambda f, grad, w0, rates, steps: _runs(
                    f, grad, w0, rates, steps, gradient=lambda w: np.full(np.shape(w), grad(w0))
                )
            ),
        ),
        Mistake(
            "compare_rates.steps-of-fixed-length",
            "a step is the rate times the slope, not the rate times its sign alone",
            _with(
                runs=lambda f, grad, w0, rates, steps: _runs(
                    f, grad, w0, rates, steps, gradient=lambda w: np.sign(grad(w))
                )
            ),
        ),
        Mistake(
            "compare_rates.rates-ignored",
            "the caller chooses the rates; yours are always the same",
            lambda f, grad, w0, rates=RATES, steps=STEPS: _compare_rates(
                f, grad, w0, RATES, steps
            ),
        ),
        Mistake(
            "compare_rates.steps-ignored",
            "the caller chooses how many steps; yours are always 100",
            lambda f, grad, w0, rates=RATES, steps=STEPS: _compare_rates(
                f, grad, w0, rates, STEPS
            ),
        ),
        Mistake(
            "compare_rates.start-ignored",
            "each walk must begin at the start that the caller gives",
            lambda f, grad, w0, rates=RATES, steps=STEPS: _compare_rates(
                f, grad, 3.0, rates, steps
            ),
        ),
        Mistake(
            "compare_rates.keys-as-text",
            "the keys of `results` are the rates themselves, as numbers",
            spot=lambda call: any(isinstance(key, str) for key in _parts(call)[0]),
        ),
        Mistake(
            "compare_rates.rounded",
            "do not round inside the function; rounding is for printing",
            spot=_is_rounded,
        ),
    ),
)


# largest_stable_rate(curvature)


def _one_number(value) -> float:
    return float(value) if isinstance(value, (int, float, np.number)) else math.nan


largest_stable_rate = Exercise(
    name="largest_stable_rate",
    points=(1, 1),
    reference=lambda curvature: 2 / curvature,
    examples=(
        Probe((2.0,), shows="the parabola's limit"),
        Probe((33.4774,), shows="the limit in a steep valley"),
        Probe((0.25,), shows="a flat valley, where a rate may be above 1"),
        Probe((5_500_000,), shows="a huge curvature"),
    ),
    draw=lambda rng: [
        Probe((round(float(rng.uniform(11, 40)), 2),), shows="another steep valley"),
        Probe((round(float(rng.uniform(0.1, 0.9)), 3),), shows="another flat valley"),
        Probe((int(rng.integers(3, 9)),), shows="a whole number"),
        Probe((float(rng.integers(10, 99)) * 1e6,), shows="another huge curvature"),
    ],
    mistakes=(
        Mistake(
            "largest_stable_rate.fastest-for-largest",
            "1/f″ is the rate that lands on a parabola's floor in one step; the largest rate "
            "that still settles is twice as large",
            lambda curvature: 1 / curvature,
        ),
        Mistake(
            "largest_stable_rate.upside-down",
            "steeper curves need smaller rates; yours grows with the curvature",
            lambda curvature: curvature / 2,
        ),
        Mistake(
            "largest_stable_rate.multiplied",
            "steeper curves need smaller rates; yours grows with the curvature",
            lambda curvature: 2 * curvature,
        ),
        Mistake(
            "largest_stable_rate.integer",
            "`//` and `int` throw away the part after the point",
            lambda curvature: 2 // curvature,
        ),
        Mistake(
            "largest_stable_rate.two-below-the-line",
            "solve 1 − lr·f″ = −1 for lr once more: on which side of the line does the 2 end up?",
            lambda curvature: 1 / (2 * curvature),
        ),
        Mistake(
            "largest_stable_rate.capped",
            "a rate may be above 1; on a flat curve it has to be",
            lambda curvature: min(1.0, 2 / curvature),
        ),
        Mistake(
            "largest_stable_rate.always-the-parabola",
            "that is the limit of one curve; the caller gives the curvature of another",
            lambda curvature: 1.0,
        ),
        Mistake(
            "largest_stable_rate.squared",
            "the curvature itself belongs under the line, not its square",
            lambda curvature: 2 / curvature**2,
        ),
        Mistake(
            "largest_stable_rate.root",
            "no square root is needed: solve 1 − lr·f″ = −1 for lr",
            lambda curvature: math.sqrt(2 / curvature),
        ),
        Mistake(
            "largest_stable_rate.subtracted",
            "solve 1 − lr·f″ = −1 for lr: divide by the curvature, do not take it away",
            lambda curvature: 2 - curvature,
        ),
        Mistake(
            "largest_stable_rate.sign-flipped",
            "a rate is above zero",
            lambda curvature: -2 / curvature,
        ),
        Mistake(
            "largest_stable_rate.of-half-the-loss",
            "the curvature that you are given is already that of the loss itself",
            lambda curvature: 4 / curvature,
        ),
        Mistake(
            "largest_stable_rate.factor-for-rate",
            "that is a factor 1 − lr·f″; solve it for the rate that makes it −1",
            lambda curvature: 1 - 2 / curvature,
        ),
        Mistake(
            "largest_stable_rate.text",
            "return a number, not text",
            spot=lambda call: isinstance(call.result, str),
        ),
        Mistake(
            "largest_stable_rate.rounded",
            "do not round inside the function; a small limit would become 0",
            spot=lambda call: (
                _one_number(call.result) in [round(call.expected, k) for k in range(1, 9)]
                and call.result != 0
            ),
        ),
        Mistake(
            "largest_stable_rate.just-below",
            "return the limit itself, exactly",
            spot=lambda call: 0.9 < _one_number(call.result) / call.expected < 1,
        ),
    ),
    atol=1e-15,
)


# What the article got wrong: three rows for the rates 0.01, 0.1 and 0.9


def _row(lr, steps=50, start=-1.0) -> tuple[float, float]:
    return _end(descend(parabola, start, lr, steps))


def _rows(change: Callable[[float], tuple[float, float]] = _row, one_step_rate=0.5) -> dict:
    rates = {"small_row": 0.01, "middle_row": 0.1, "large_row": 0.9}
    return {name: change(lr) for name, lr in rates.items()} | {"one_step_rate": one_step_rate}


_right = _rows()

article_rates = Exercise(
    name="article_rates",
    points=(1, 1),
    values=tuple(_right),
    reference=_right.get,
    examples=(
        Probe(("small_row",), shows="the row of rate 0.01"),
        Probe(("one_step_rate",), shows="the rate that lands on 4 in one step"),
    ),
    draw=lambda rng: [
        Probe(("middle_row",), shows="the row of rate 0.1"),
        Probe(("large_row",), shows="the row of rate 0.9"),
    ],
    mistakes=(
        Mistake(
            "article_rates.believed-the-article",
            "these are the article's numbers; run the three walks and look at yours",
            {
                "small_row": (2.6901, 1.741764),
                "middle_row": (3.9988, 0.0),
                "large_row": (3.4142, 0.341444),
            }.get,
        ),
        Mistake(
            "article_rates.one-step-too-few",
            "that is the row after 49 steps; the article says 50",
            _rows(lambda lr: _row(lr, steps=49)).get,
        ),
        Mistake(
            "article_rates.one-step-too-many",
            "that is the row after 51 steps; the article says 50",
            _rows(lambda lr: _row(lr, steps=51)).get,
        ),
        Mistake(
            "article_rates.swapped",
            "each row is (weight, loss), in this order",
            _rows(lambda lr: _row(lr)[::-1]).get,
        ),
        Mistake(
            "article_rates.loss-without-the-floor",
            "the loss is (w − 4)² + 2; the 2 is missing",
            _rows(lambda lr: (_row(lr)[0], _row(lr)[1] - 2)).get,
        ),
        Mistake(
            "article_rates.half-the-slope",
            "the slope of (w − 4)² is 2·(w − 4)",
            _rows(lambda lr: _row(lr / 2)).get,
        ),
        Mistake(
            "article_rates.start-at-zero",
            "the walks begin at w = −1",
            _rows(lambda lr: _row(lr, start=0.0)).get,
        ),
        Mistake(
            "article_rates.weight-only",
            "each row is a weight and a loss: two numbers",
            _rows(lambda lr: _row(lr)[0]).get,
        ),
        Mistake(
            "article_rates.limit-for-one-step",
            "at rate 1 the walk cycles for ever; which rate makes 1 − lr·f″ zero?",
            _rows(one_step_rate=1.0).get,
        ),
        Mistake(
            "article_rates.curvature-for-rate",
            "2 is the curvature; which rate makes 1 − lr·f″ zero?",
            _rows(one_step_rate=2.0).get,
        ),
    ),
    rtol=1e-4,
)

EXERCISES = (compare_rates, largest_stable_rate, article_rates)
