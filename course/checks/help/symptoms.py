"""What shows in the answers of a function where no known mistake explains them.

Each symptom is a function of the Evidence that yields sentences which are true of every call,
fresh ones included. The first that finds anything is told; the more telling come first.
"""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from course.checks import engine
from course.checks.compare import counted, numeric, plain, shape_words
from course.checks.deadline import clock
from course.checks.engine import Help
from course.checks.errors import in_plain_words
from course.checks.exercise import Call, Exercise, Probe
from course.checks.help.evidence import ENOUGH, Evidence, parts, same, with_argument
from course.checks.help.features import COUNTS, FEATURES, Feature
from course.checks.words import student_line, value_text
from course.formula import Formula


def symptoms(evidence: Evidence) -> Iterator[Help]:
    """Yield the first symptom that is true of every call."""
    if not evidence.tries_more or not evidence.answered or not evidence.enough:
        return
    for look in SYMPTOMS:
        for text in look(evidence):
            if look in ALWAYS and not _stays(evidence, look):
                break
            yield Help("symptom", label_of(evidence.exercise, look), text)
            return


def _stays(evidence: Evidence, look: Callable) -> bool:
    """Return whether a symptom shows in many more inputs, too: what is seldom takes many to see.

    For a tenth of a second at the most, so that the verdict is still told at once.
    """
    until = clock() + 0.1
    for more in range(1, 11):
        if clock() > until:
            break
        if not any(True for _ in look(evidence.anew(more))):
            return False
    return True


def label_of(exercise: Exercise, look: Callable) -> str:
    """Return the stable name of a symptom."""
    return f"{exercise.name}.symptom-{_word(look)}"


def _word(look: Callable) -> str:
    return look.__name__.strip("_").replace("_", "-")


def _close(evidence: Evidence, got: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    exercise = evidence.exercise
    return np.isclose(got, wanted, rtol=exercise.rtol, atol=exercise.atol, equal_nan=True)


# --- what kind of answer it is ---------------------------------------------------------------


def _kind(evidence: Evidence) -> Iterator[str]:
    """Another kind of answer than was asked for, every time."""
    told = set()
    for call in evidence.comparable:
        difference = evidence.exercise.difference(call.expected, call.result) or ""
        told.add(difference if "; asked for: " in difference or " key " in difference else "")
    if not told or "" in told:
        return
    came = {one.partition("; asked for: ")[0] for one in told}
    if len(told) == 1:
        yield f"every answer is of another kind than the one asked for: {told.pop()}"
    elif len(came) == 1 and (kind := came.pop()).startswith("it is "):
        yield f"every answer is of another kind than the one asked for: {kind}"
    else:
        yield "every answer has another shape, or another number of values, than was asked for"


def _not_a_number(evidence: Evidence) -> Iterator[str]:
    """NaN in every wrong answer."""
    wrong = [(want, got) for call, want, got in evidence.arrays if not call.right]
    if wrong and all(np.isnan(got).any() and not np.isnan(want).any() for want, got in wrong):
        yield (
            "the answer holds NaN: that comes from 0/0, from inf − inf, or from the root of a "
            "number below zero; print what you divide and what you take the root of"
        )


def _shape(evidence: Evidence) -> Iterator[str]:
    """The right numbers in another arrangement, or one entry too many or too few."""
    pairs = []
    for call in evidence.comparable:
        want, came = evidence.array(call.expected), evidence.array(call.result)
        if want is None or came is None:
            return
        pairs.append((want, came))
    if all(want.shape == came.shape for want, came in pairs):
        return
    for told, change in _ARRANGED:
        if all(_arranged(evidence, change, want, came) for want, came in pairs):
            yield told
            return
    if all(want.shape == came.shape for want, came in pairs if want.size == 1):
        sizes = {
            (shape_words(came.shape), shape_words(want.shape))
            for want, came in pairs
            if want.shape != came.shape
        }
        came, want = min(sizes, key=lambda pair: len(pair[0]) + len(pair[1]))
        yield f"the answer has another shape than was asked for: {came}, say, and not {want}"


def _arranged(evidence: Evidence, change: Callable, want: np.ndarray, came: np.ndarray) -> bool:
    if want.size == 0:
        return False
    try:
        made = change(want)
    except (ValueError, IndexError):
        return False
    return made.shape == came.shape and bool(_close(evidence, came, made).all())


_ARRANGED: tuple[tuple[str, Callable[[np.ndarray], np.ndarray]], ...] = (
    ("the numbers are right, but rows and columns have changed places", np.transpose),
    ("the numbers are right, but all in one row; keep the shape that was asked for", np.ravel),
    ("all but the first entry are there: the first is missing", lambda a: a[1:]),
    ("all but the last entry are there: the last is missing", lambda a: a[:-1]),
    ("the first entry alone came back; all are asked for", lambda a: a[0]),
    ("the last entry alone came back; all are asked for", lambda a: a[-1]),
    ("the sum of the entries came back; the entries are asked for", np.sum),
    ("the mean of the entries came back; the entries are asked for", np.mean),
)


def _whole(evidence: Evidence) -> Iterator[str]:
    """Whole numbers alone, near the right ones: something cuts off the rest."""
    exercise = evidence.exercise
    wrong = [
        (value, part)
        for call in evidence.comparable
        if not call.right
        for value, part in zip(
            _values(exercise, call.expected), _values(exercise, call.result), strict=False
        )
    ]
    if len(wrong) < 5 or any(
        want is None or got is None or want.shape != got.shape for want, got in wrong
    ):
        return
    if all(np.all(got == np.floor(got)) and np.all(np.abs(got - want) < 1.01)
           for want, got in wrong):  # fmt: skip
        yield "only whole numbers come out: what cuts off the part after the point?"


def _values(exercise: Exercise, answer: Any) -> list[np.ndarray | None]:
    """Return the parts of an answer as arrays, or the whole of it as one."""
    answer = exercise.form(answer)
    if isinstance(answer, (tuple, Mapping)):
        return [numeric(part) for part in (parts(answer) or {}).values()]
    return [numeric(answer)]


def _order(evidence: Evidence) -> Iterator[str]:
    """The right numbers in another order."""
    pairs = [(want, came) for _, want, came in evidence.arrays if want.size > 1]
    if len(pairs) < 3 or all(_close(evidence, came, want).all() for want, came in pairs):
        return
    if all(
        _close(evidence, np.sort(came, axis=None), np.sort(want, axis=None)).all()
        for want, came in pairs
    ):
        yield "the numbers are the right ones, but in another order"


# --- which part of the answer ----------------------------------------------------------------


def _part(evidence: Evidence) -> Iterator[str]:
    """Some of the returned values are always right, others are not."""
    keys, wrong = evidence.wrong_parts(evidence.comparable)
    right = [key for key in keys if key not in wrong]
    if not wrong or not right:
        return
    told = {key: _named(key, evidence.exercise.parts, len(keys)) for key in keys}
    one = len(wrong) == 1
    yield (
        f"{_listed([told[key] for key in right])} {'is' if len(right) == 1 else 'are'} right "
        f"every time; {_listed([told[key] for key in wrong])} {'is' if one else 'are'} not: "
        f"look at the lines that make {'it' if one else 'them'}"
    )


def _named(key: Any, names: Sequence[str], many: int) -> str:
    if isinstance(key, int) and key < len(names):
        return f"`{names[key]}`"
    return f"value {key + 1} of {many}" if isinstance(key, int) else f"`{key!r}`"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _of_a_part(evidence: Evidence) -> Iterator[str]:
    """A symptom of one part of the answer alone; what others are made of comes last."""
    keys, wrong = evidence.wrong_parts(evidence.comparable)
    for key in reversed(wrong):
        of_part = _only(evidence, key)
        for look in SYMPTOMS:
            if look is _of_a_part:
                break
            for text in look(of_part):
                yield f"of {_named(key, evidence.exercise.parts, len(keys))}: {text}"
                return


def _only(evidence: Evidence, key: Any) -> Evidence:
    """Return the evidence of an exercise that asks for one part of the answer."""
    exercise = evidence.exercise

    def reference(*args: Any, **kwargs: Any) -> Any:
        return exercise.reference(*args, **kwargs)[key]

    def work(*args: Any, **kwargs: Any) -> Any:
        return (parts(evidence.work(*args, **kwargs)) or {})[key]

    reference.__signature__ = inspect.signature(exercise.reference)
    alone = replace(exercise, reference=reference, mistakes=(), parts=(), form=lambda one: one)
    probes = [call.probe for call in evidence.calls if not call.probe.judge]
    return Evidence(alone, [engine.ask(alone, one, work) for one in probes], work, evidence.seed)


# --- how the numbers differ ------------------------------------------------------------------


def _factor(evidence: Evidence) -> Iterator[str]:
    """Every number is the right one times a factor that is always the same, or an argument."""
    arrays = evidence.arrays
    pairs = [(call, want.ravel(), got.ravel()) for call, want, got in arrays]
    pairs = [(call, want[want != 0], got[want != 0]) for call, want, got in pairs]
    if any(got[want == 0].any() for _, want, got in arrays if (want == 0).any()):
        return
    ratios = [(call, got / want) for call, want, got in pairs if want.size]
    if len(ratios) < ENOUGH // 2:
        return
    if any(np.ptp(ratio) > 1e-4 * np.abs(ratio).max() for _, ratio in ratios):
        return
    factors = [(call, float(ratio[0])) for call, ratio in ratios]
    yield from _constant(factors, "every number comes out multiplied by", 1.0)


def _shift(evidence: Evidence) -> Iterator[str]:
    """Every number is the right one and the same amount more."""
    arrays = evidence.arrays
    shifts = []
    for call, want, got in arrays:
        off = got - want
        if not off.size:
            continue
        if not np.isfinite(off).all() or np.ptp(off) > 1e-4 * (np.abs(off).max() + 1e-9):
            return
        shifts.append((call, float(off.ravel()[0])))
    if len(shifts) >= ENOUGH // 2:
        yield from _constant(shifts, "every number is off by the same amount,", 0.0)


def _first_step(evidence: Evidence) -> Iterator[str]:
    """A walk whose first step is the right one times a factor that is always the same."""
    if "steps" not in evidence.exercise.arguments:
        return
    factors = []
    for call, want, got in evidence.arrays:
        if want.ndim == 0 or len(want) < 2:
            continue
        if not _close(evidence, got[0], want[0]).all():
            return
        right, came = (np.ravel(path[1] - path[0]) for path in (want, got))
        if not right.any():
            continue
        ratio = came[right != 0] / right[right != 0]
        if np.ptp(ratio) > 1e-4 * np.abs(ratio).max():
            return
        factors.append((call, float(ratio[0])))
    if len(factors) >= ENOUGH // 2:
        yield from _constant(factors, "the first step is the right one multiplied by", 1.0)


def _constant(numbers: list[tuple[Call, float]], words: str, neutral: float) -> Iterator[str]:
    """Tell a number that is the same in every call, or that is made of an argument."""
    values = np.array([value for _, value in numbers])
    if not np.isfinite(values).all() or np.allclose(values, neutral, rtol=1e-3, atol=1e-6):
        return
    if np.allclose(values, values[0], rtol=1e-4, atol=1e-9):
        if neutral == 1.0 and np.isclose(values[0], -1):
            yield f"{words} −1: the size is right, the sign is not"
        else:
            yield f"{words} {values[0]:.4g}"
        return
    for name, told, make in _made_of(numbers[0][0]):
        try:
            made = np.array([make(call.named[name]) for call, _ in numbers])
        except (TypeError, ValueError, ZeroDivisionError, OverflowError, KeyError):
            continue
        if np.allclose(values, made, rtol=1e-4, atol=1e-9):
            yield f"{words} {told}: is there a part too much or too little with `{name}` in it?"
            return


_MAKERS: tuple[tuple[str, Callable], ...] = (
    ("`{}`", lambda a: a),
    ("1 / `{}`", lambda a: 1 / a),
    ("−`{}`", lambda a: -a),
    ("2·`{}`", lambda a: 2 * a),
    ("`{}` / 2", lambda a: a / 2),
    ("1 / (2·`{}`)", lambda a: 1 / (2 * a)),
    ("2 / `{}`", lambda a: 2 / a),
    ("the square of `{}`", lambda a: a * a),
    ("the root of `{}`", lambda a: math.sqrt(a)),
    ("1 − `{}`", lambda a: 1 - a),
    ("1 + `{}`", lambda a: 1 + a),
    ("1 / (1 − `{}`)", lambda a: 1 / (1 - a)),
)


def _made_of(call: Call) -> Iterator[tuple[str, str, Callable]]:
    for name, value in call.named.items():
        if isinstance(value, (int, float)):
            for told, make in _MAKERS:
                yield name, told.format(name), make
        elif isinstance(value, np.ndarray) and value.ndim:
            for told, make in _MAKERS[:6]:
                length = f"the number of entries of `{name}`"
                yield name, told.replace("`{}`", length), lambda a, make=make: make(len(a))


def _up_to(evidence: Evidence) -> Iterator[str]:
    """Right up to the same step in every call, or in all entries but the last."""
    firsts, only_last = _first_wrong(evidence)
    if len(firsts) < ENOUGH // 2:
        return
    if only_last:
        yield "all entries but the last are right"
    elif len(set(firsts)) == 1 and firsts[0] > 1:
        yield (
            f"the first {firsts[0]} entries are right, and the next one is not: what happens in "
            "that step?"
        )


def _until(evidence: Evidence) -> Iterator[str]:
    """Where the first wrong entry stands, at the least."""
    firsts, _ = _first_wrong(evidence)
    if len(firsts) < ENOUGH // 2:
        return
    if set(firsts) == {0}:
        yield "the very first entry is wrong already"
    elif 0 not in firsts:
        first = min(firsts)
        told = "the first entry is" if first == 1 else f"at least the first {first} entries are"
        yield f"{told} right; what comes after goes wrong"


def _first_wrong(evidence: Evidence) -> tuple[list[int], bool]:
    """Return where each wrong row of entries goes wrong first, and whether only the last does."""
    firsts, only_last = [], True
    for _, want, got in evidence.arrays:
        if want.ndim and len(want) > 1:
            same = _close(evidence, got, want).reshape(len(want), -1).all(axis=1)
            if not same.all():
                firsts.append(int(np.argmin(same)))
                only_last = only_last and bool(same[:-1].all())
    return firsts, only_last


def _size(evidence: Evidence) -> Iterator[str]:
    """The right sizes with other signs; rounded numbers; always too large or too small."""
    arrays = evidence.arrays
    wrong = [(want, got) for _, want, got in arrays if not _close(evidence, got, want).all()]
    if len(wrong) < 3:
        return
    if all(_close(evidence, np.abs(got), np.abs(want)).all() for want, got in wrong):
        yield "the sizes are right, but some signs are not"
        return
    for digits in range(5):
        if all(np.allclose(got, np.round(want, digits), rtol=0, atol=1e-9) for want, got in wrong):
            yield f"the numbers are rounded to {counted(digits, 'digit')} after the point"
            return
    over = [np.sign(got - want)[~_close(evidence, got, want)] for want, got in wrong]
    if all((signs > 0).all() for signs in over):
        yield "what is wrong is always too large, for every input that was tried"
    elif all((signs < 0).all() for signs in over):
        yield "what is wrong is always too small, for every input that was tried"


# --- which argument --------------------------------------------------------------------------


def _numbers(probe_arguments: dict[str, Any]) -> list[str]:
    return [
        name
        for name, value in probe_arguments.items()
        if isinstance(value, (int, float)) and not isinstance(value, bool)
    ]


def _tried(evidence: Evidence, probes: Sequence[Probe]) -> Iterator[Call]:
    """Ask with changed arguments; leave out what is no question to the reference either."""
    for probe in probes:
        if not evidence.in_time:
            return
        try:
            args, kwargs = probe.copied()
            expected = plain(evidence.exercise.reference(*args, **kwargs))
        except Exception:
            continue
        if _undefined(expected):
            continue
        yield engine.ask(evidence.exercise, probe, evidence.work)


def _undefined(expected: Any) -> bool:
    """Return whether an answer has a NaN: 0/0, say, where an argument was made 0."""
    answers = map(numeric, (parts(expected) or {0: expected}).values())
    return any(answer is not None and np.isnan(answer).any() for answer in answers)


def _unjudged(evidence: Evidence) -> list[Probe]:
    return [probe for probe in evidence.probes if not probe.judge]


def _ignored(evidence: Evidence) -> Iterator[str]:
    """An argument that makes no difference to the answer, though it should."""
    probes = [*_unjudged(evidence), *_unjudged(evidence.others)]
    for name in evidence.exercise.arguments:
        others = [
            named[name] for probe in probes if name in (named := evidence.exercise.named(probe))
        ]
        seen = 0
        pairs = zip(probes, _other_values(probes, others, name, evidence), strict=False)
        for probe, other in pairs:
            if other is None:
                continue
            before = engine.ask(evidence.exercise, probe, evidence.work)
            after = next(
                _tried(evidence, [with_argument(evidence.exercise, probe, name, other)]), None
            )
            if after is None or before.error or after.error:
                continue
            if evidence.exercise.difference(before.expected, after.expected) is None:
                continue
            if _differ(before.result, after.result):
                break
            seen += 1
        else:
            if seen >= ENOUGH:
                yield (
                    f"whatever `{name}` is, your answer is the same; it should change: is "
                    f"`{name}` used, and not a fixed value or another name in its place?"
                )
                return


def _other_values(probes, others, name: str, evidence: Evidence) -> Iterator[Any]:
    """Yield for each probe another value that its argument `name` could have."""
    for i, probe in enumerate(probes):
        mine = evidence.exercise.named(probe).get(name)
        if isinstance(mine, np.ndarray) and mine.dtype.kind == "f":
            yield mine * 1.37 + 0.11
            continue
        like = [
            other
            for other in [*others[i + 1 :], *others[:i]]
            if type(other) is type(mine) and repr(other) != repr(mine)
            and not isinstance(other, np.ndarray)
        ]  # fmt: skip
        if like:
            yield like[0]
        elif isinstance(mine, float):
            yield mine * 1.37 + 0.0123
        else:
            yield None


def _differ(one: Any, other: Any) -> bool:
    return repr(one) != repr(other)


_AS_IF: tuple[tuple[str, Callable], ...] = (
    ("were one more", lambda a: a + 1),
    ("were one less", lambda a: a - 1),
    ("were doubled", lambda a: 2 * a),
    ("were halved", lambda a: a / 2),
    ("had the other sign", lambda a: -a),
    ("were squared", lambda a: a * a),
    ("were 1 divided by it", lambda a: 1 / a),
    ("were its root", lambda a: a**0.5),
    ("were 1 minus it", lambda a: 1 - a),
    ("were 0", lambda a: a * 0),
    ("were 1", lambda a: a * 0 + 1),
    ("were 0.1", lambda a: 0.1),
    ("were 0.01", lambda a: 0.01),
    ("were 0.5", lambda a: 0.5),
    ("were 0.9", lambda a: 0.9),
)


def _as_if(evidence: Evidence) -> Iterator[str]:
    """The right answer to a question in which one argument is another."""
    exercise = evidence.exercise
    first = next((call for call in evidence.answered if not call.probe.judge), None)
    if first is None:
        return
    named = exercise.named(first.probe)
    for told, name, change in _other_questions(named):

        def wrong(*args, name=name, change=change, **kwargs):
            asked = dict(zip(exercise.arguments, args, strict=False)) | kwargs
            return exercise.reference(**(asked | {name: change(asked)}))

        def alike(call: Call, wrong=wrong) -> bool:
            if call.probe.judge:
                return True
            try:
                args, kwargs = call.probe.copied()
                answer = wrong(*args, **kwargs)
            except Exception:
                return False
            return call.error is None and same(exercise, answer, call.result)

        if not evidence.in_time:
            return
        if alike(first) and evidence.holds(alike):
            yield f"your answer is what would be right if {told}"
            return


def _other_questions(named: dict[str, Any]) -> Iterator[tuple[str, str, Callable]]:
    numbers = _numbers(named)
    for name in numbers:
        whole = isinstance(named[name], int)
        for told, change in _AS_IF:
            if whole and not isinstance(change(4), int):
                continue
            yield f"`{name}` {told}", name, lambda asked, n=name, c=change: c(asked[n])
    for name in numbers:
        for other in numbers:
            if name != other:
                yield f"`{name}` were `{other}`", name, lambda asked, o=other: asked[o]
    for name, value in named.items():
        if isinstance(value, np.ndarray):
            for told, change in _AS_IF[2:6]:
                yield f"`{name}` {told}", name, lambda asked, n=name, c=change: c(asked[n])
            for other, same in named.items():
                # Not np.shape: a list of lists may have none.
                if other != name and getattr(same, "shape", None) == value.shape:
                    yield f"`{name}` were `{other}`", name, lambda asked, o=other: asked[o]


# An array of ones is a question of its own kind: what is in it is all the same.
_NEUTRAL: tuple[tuple[str, Callable], ...] = (
    ("0", lambda a: a * 0),
    ("1", lambda a: a if np.ndim(a) else a * 0 + 1),
)


def _all_right(calls: Iterator[Call]) -> bool:
    """Return whether enough calls came back and all are right; ask no further than a wrong one."""
    right, telling = 0, False
    for call in calls:
        if not call.right:
            return False
        right += 1
        telling = telling or not _trivial(call)
    return telling and right >= ENOUGH // 2


def _trivial(call: Call) -> bool:
    """Return whether what is right is 0 or one of the arguments, as many wrong answers are."""
    answers = list((parts(call.expected) or {0: call.expected}).values())
    arrays = [numeric(answer) for answer in answers]
    known = [0.0, *(value for value in call.named.values() if numeric(value) is not None)]
    return all(
        array is not None
        and any(
            np.size(value) in (1, array.size)
            and np.allclose(array.ravel(), np.ravel(numeric(value)))
            for value in known
        )
        for array in arrays
    )


def _neutral(evidence: Evidence) -> Iterator[str]:
    """Right as soon as one argument is 0 or 1, wrong otherwise: look at what it does."""
    probes, names = _unjudged(evidence), evidence.exercise.arguments
    for name in names if len(names) > 1 else ():
        if name in COUNTS:
            continue
        for told, change in _NEUTRAL:
            if any(
                call.right and not call.probe.judge and not _trivial(call)
                and _other_than(change, call.named.get(name)) is not None
                for call in evidence.every
            ):  # fmt: skip
                continue
            changed = [
                with_argument(evidence.exercise, probe, name, new)
                for probe in probes
                if (new := _other_than(change, evidence.exercise.named(probe).get(name)))
                is not None
            ]
            if len(changed) < ENOUGH // 2:
                continue
            if _all_right(_tried(evidence, changed)):
                yield (
                    f"with `{name}` = {told} your answer is right, with other values it is not: "
                    f"look at what you do with `{name}`"
                )
                return


def _other_than(change: Callable, value: Any) -> Any:
    """Return what a number or an array is changed to; None where that is no change."""
    if not isinstance(value, (int, float, np.ndarray)) or isinstance(value, bool):
        return None
    new = change(value)
    return new if _differ(new, value) else None


# --- which inputs ----------------------------------------------------------------------------


def _split(evidence: Evidence) -> Iterator[str]:
    """Right for all inputs of one kind, wrong for all others."""
    wrong, right = _wrong_and_right(evidence)
    if len(right) <= 3:
        return
    for feature in FEATURES:
        if (
            _tells_apart(feature, wrong, right)
            and _tells_apart(feature, *_wrong_and_right(evidence.others))
            and _tells_apart(feature, *_at_the_edge(evidence, feature, wrong, right))
            and _right_without(evidence, feature, wrong)
        ):
            told = f"it goes wrong {feature.where}; all else that was tried came out right"
            yield f"{told}. {feature.asks}" if feature.asks else told
            return


def _at_the_edge(
    evidence: Evidence, feature: Feature, wrong: list[Call], right: list[Call]
) -> tuple[list[Call], list[Call]]:
    """Return the calls with some more at the edge of a kind that few inputs are near to."""
    exercise = evidence.exercise
    probes = [
        with_argument(exercise, call.probe, name, value)
        for name, values in feature.edge.items()
        for value in values
        for call in (wrong + right)[:4]
        if name in call.named
    ]
    more = [call for call in _tried(evidence, probes) if _finite(call.expected)]
    return (
        wrong + [call for call in more if not call.right],
        right + [call for call in more if call.right and not _trivial(call)],
    )


def _right_without(evidence: Evidence, feature: Feature, wrong: list[Call]) -> bool:
    """Return whether what went wrong is right once it is no more of the kind."""
    if feature.without is None:
        return True
    probes = []
    for call in wrong[:4]:
        probe = call.probe
        for name, value in call.named.items():
            if name not in COUNTS and (new := _other_than(feature.without, value)) is not None:
                probe = with_argument(evidence.exercise, probe, name, new)
        probes.append(probe)
    return all(call.right for call in _tried(evidence, probes))


def _tells_apart(feature: Feature, wrong: list[Call], right: list[Call]) -> bool:
    """Return whether all wrong calls are of a kind, and no right one is."""
    return (
        bool(wrong and right)
        and all(feature.has(call.named) for call in wrong)
        and not any(feature.has(call.named) for call in right)
    )


def _split_by_size(evidence: Evidence) -> Iterator[str]:
    """Right where one argument is small, wrong where it is large, or the other way round."""
    wrong, right = _wrong_and_right(evidence)
    for name in _numbers(wrong[0].named) if wrong and right else ():
        bad = [call.named[name] for call in wrong if name in call.named]
        good = [call.named[name] for call in right if name in call.named]
        if not bad or len(good) < 3 or any(np.ndim(value) for value in (*bad, *good)):
            continue
        if max(good) < min(bad):
            yield f"it goes wrong where `{name}` is large ({min(bad):.4g} or more, as tried here)"
            return
        if min(good) > max(bad):
            yield f"it goes wrong where `{name}` is small ({max(bad):.4g} or less, as tried here)"
            return


def _wrong_and_right(evidence: Evidence) -> tuple[list[Call], list[Call]]:
    """Return the calls that went wrong and the others, or nothing where one kind is too few."""
    calls = [call for call in evidence.every if not call.probe.judge]
    wrong = [call for call in calls if not call.right]
    right = [call for call in calls if call.right]
    return (wrong, right) if len(wrong) > 1 and len(right) > 1 else ([], [])


def _error_text(evidence: Evidence) -> Iterator[str]:
    """It stops with an error in some calls and is wrong in others."""
    stopped = [call for call in evidence.every if call.error is not None]
    kinds = {type(call.error).__name__ for call in stopped}
    if len(kinds) != 1:
        return
    error = stopped[0].error
    names = getattr(evidence.work, "__globals__", ())
    if told := in_plain_words(error, student_line(error), list(names)):
        yield f"for some inputs it stops with an error. {told.words}"
    else:
        yield (
            f"for some inputs it stops with {kinds.pop()}, for others another answer comes out "
            "than the right one: begin with the first of them, above"
        )


def _same_answer(evidence: Evidence) -> Iterator[str]:
    """The same answer to every question."""
    asked = {repr(call.expected) for call in evidence.comparable}
    answers = {repr(call.result) for call in evidence.comparable}
    if len(asked) > 3 and len(answers) == 1:
        yield "whatever you are asked, the answer is the same; which arguments do you use?"


def _given_back(evidence: Evidence) -> Iterator[str]:
    """The answer is what the function was given."""
    answers = [(call, numeric(call.result)) for call in evidence.comparable]
    arrays = [(call, got) for call, got in answers if got is not None and got.ndim]
    if len(arrays) > 3 and all(
        any(isinstance(value, np.ndarray) and np.array_equal(got, value)
            for value in call.named.values())
        for call, got in arrays
    ):  # fmt: skip
        yield "the answer is what the function was given; nothing has happened to it yet"


def _response(evidence: Evidence) -> Iterator[str]:
    """How the answer grows with one argument: as it should, or otherwise."""
    exercise = evidence.exercise
    for name in exercise.arguments:
        ratios = []
        for probe in _unjudged(evidence)[:ENOUGH]:
            value = exercise.named(probe).get(name)
            if not isinstance(value, (float, np.ndarray)) or not np.any(value):
                continue
            pair = list(_tried(evidence, [probe, with_argument(exercise, probe, name, 2 * value)]))
            # What has another shape grows for reasons of its own.
            if len(pair) == 2 and all(not one.error and _of_right_shape(one) for one in pair):
                ratios.append([_growth(pair[0].expected, pair[1].expected),
                               _growth(pair[0].result, pair[1].result)])  # fmt: skip
        numbers = np.array([pair for pair in ratios if None not in pair], dtype=float)
        if len(numbers) < 8:
            continue
        (right, mine), spread = numbers[0], np.ptp(numbers, axis=0)
        if np.all(spread < 1e-4 * np.abs(numbers[0])) and abs(right - mine) > 1e-3:
            yield (
                f"if `{name}` is doubled, the right answer is {_times(right)}, and yours is "
                f"{_times(mine)}: how often does `{name}` stand in what you calculate, and where?"
            )
            return


def _of_right_shape(call: Call) -> bool:
    right, mine = numeric(call.expected), numeric(call.result)
    return right is not None and mine is not None and right.shape == mine.shape


def _growth(before: Any, after: Any) -> float | None:
    """Return how many times as large an answer became, the same for all of its numbers."""
    one, two = numeric(before), numeric(after)
    if one is None or two is None or one.shape != two.shape or not one.size or not one.all():
        return None
    ratio = two / one
    if not np.isfinite(ratio).all() or np.ptp(ratio) > 1e-5 * np.abs(ratio).max():
        return None
    return float(ratio.ravel()[0])


def _times(ratio: float) -> str:
    if abs(ratio - 1) < 1e-5:
        return "unchanged"
    return "doubled" if abs(ratio - 2) < 1e-5 else f"{ratio:.4g} times as large"


def _magnitude(evidence: Evidence) -> Iterator[str]:
    """Signs that are always right or always wrong; sizes that are always far off."""
    pairs = [
        (want, got) for _, want, got in evidence.arrays
        if want.size and want.any() and not _close(evidence, got, want).all()
    ]  # fmt: skip
    if len(pairs) < 5:
        return
    with np.errstate(all="ignore"):
        ratios = np.concatenate([(got / want)[want != 0].ravel() for want, got in pairs])
    if not ratios.size:
        return
    if np.all(np.abs(ratios) > 10):
        yield "what is wrong is far too large, at least ten times, for every input that was tried"
    elif np.all(np.abs(ratios) < 0.1):
        yield "what is wrong is far too small, a tenth at most, for every input that was tried"
    elif np.all(ratios < 0):
        yield "every sign is wrong, and the sizes are, too"
    elif np.all(ratios > 0):
        yield "the signs are always right, the sizes are not"


def _simplest(evidence: Evidence) -> Iterator[str]:
    """The simplest question that goes wrong, to be worked through by hand."""
    exercise = evidence.exercise
    call = next((one for one in evidence.answered if not one.probe.judge), None)
    if call is None:
        return
    for name in exercise.arguments:
        for value in _simpler(exercise.named(call.probe).get(name)):
            tried = next(
                _tried(evidence, [with_argument(exercise, call.probe, name, value)]), None
            )
            if tried is None or tried.right or tried.error or not _finite(tried.expected):
                continue
            call = tried
            break
    wrong, many = sum(not one.right for one in evidence.fresh), len(evidence.fresh)
    yield (
        (f"{wrong} of {many} further inputs went wrong, too" if wrong else
         f"all of {many} further inputs came out right")
        + f". Here is a small one to work through by hand: `{call.text}` gives "
        f"{value_text(call.result)}, and {value_text(call.expected)} is right"
    )  # fmt: skip


def _finite(value: Any) -> bool:
    arrays = [numeric(part) for part in (parts(value) or {0: value}).values()]
    return all(array is None or bool(np.isfinite(array).all()) for array in arrays)


def _simpler(value: Any) -> Iterator[Any]:
    """Yield simpler values than this one, the simplest first."""
    if isinstance(value, Formula):
        yield replace(value, text=f"5.0 + 0*{value.variable}")
        yield replace(value, text=f"2*{value.variable}")
        yield replace(value, text=f"{value.variable}**2")
    elif isinstance(value, bool):
        return
    elif isinstance(value, int):
        yield from (one for one in (1, 2) if one < value)
    elif isinstance(value, float):
        yield from (one for one in (0.0, 1.0, 2.0, 0.5) if one != value)
    elif isinstance(value, np.ndarray) and value.dtype.kind == "f":
        yield from (value * 0, value * 0 + 1, np.round(value))


# Those that say "always" of something that few inputs might belie.
ALWAYS = (_whole, _size, _magnitude)
SYMPTOMS: tuple[Callable[[Evidence], Iterator[str]], ...] = (
    _error_text,
    _same_answer,
    _given_back,
    _not_a_number,
    _kind,
    _shape,
    _whole,
    _order,
    _part,
    _ignored,
    _split,
    _factor,
    _shift,
    _as_if,
    _up_to,
    _neutral,
    _first_step,
    _response,
    _until,
    _split_by_size,
    _size,
    _of_a_part,
    _magnitude,
    _simplest,
)
# These tell so little of the cause that the place is looked for as well.
WEAK = frozenset({_until, _split_by_size, _size, _error_text, _magnitude, _simplest})


def is_weak(help: Help) -> bool:
    """Return whether a help is a symptom that tells little of the cause."""
    telling = {f"symptom-{_word(look)}" for look in SYMPTOMS if look not in WEAK}
    return help.kind == "symptom" and help.label.rpartition(".")[2] not in telling
