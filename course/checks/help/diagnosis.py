"""What is wrong with an answer: the named mistake, two of them, or what shows in general.

A mistake is named only if it explains *every* call: its re-enactment gives the student's answer
where that is wrong and where it is right, for fresh inputs too.
"""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations, permutations
from operator import itemgetter
from typing import Any

import numpy as np

from course.checks import words
from course.checks.brief import MOST_LETTERS, brief
from course.checks.compare import numeric
from course.checks.deadline import TimedOut, clock
from course.checks.engine import Help, quiet
from course.checks.exercise import (
    NOTHING,
    Call,
    Change,
    Exercise,
    Form,
    Mistake,
    Probe,
    enact,
    has_names,
)
from course.checks.families import inputs
from course.checks.families.values import COMMA, cut_in_two
from course.checks.help.evidence import Evidence, formed_parts, same
from course.checks.help.symptoms import symptoms
from course.checks.help.symptoms.kinds import same_answer
from course.checks.help.written import never_used, slips, sure_slips

# More is not read.
MOST_HELPS = 3
# What is told of an argument that was changed, by the kinds that were among them.
CHANGED = (
    (
        {np.ndarray, list},
        "your function changes what it was given; `a.pop()`, `a[0] = …` and `a -= …` do",
    ),
    ({np.ndarray}, inputs.ARRAY),
    (
        set(),
        "your function changes the list it was given; `.sort()`, `.append()` and `a[0] = …` do",
    ),
)
# How NumPy calls it that fractions do not fit into an array of whole numbers.
IN_PLACE = frozenset({"UFuncTypeError", "_UFuncOutputCastingError"})


def diagnose(
    exercise: Exercise, calls: Sequence[Call], work: Any, seed: int, layers: int
) -> tuple[Help, ...]:
    """Return what is wrong, as far as it is known and true of every call.

    Args:
        exercise: The exercise.
        calls: The calls of the check, some of them wrong.
        work: Who answered them.
        seed: Draws fresh inputs.
        layers: 1 for known mistakes alone, 2 for symptoms, too.
    """
    evidence = Evidence(exercise, calls, work, seed)
    looks = [_endless, _other_order, _by_name_only, _general, sure_slips]
    looks += [_named, _remembers, _by_parts, _two, slips, never_used, _stops]
    if layers > 1:
        looks.append(symptoms)
    with quiet(io.StringIO()):
        if exercise.values:
            return _of_values(evidence)
        if not callable(work):
            return ()
        for look in looks:
            if found := tuple(look(evidence)):
                return found[:MOST_HELPS]
    return ()


def _mistake(exercise: Exercise, label: str, text: str) -> Help:
    return Help("mistake", f"{exercise.name}.{label}", text)


# --- what can happen in any exercise ---------------------------------------------------------


def _endless(evidence: Evidence) -> Iterator[Help]:
    if any(isinstance(call.error, TimedOut) for call in evidence.failed):
        # That it never would is more than was seen.
        ended = any(not isinstance(call.error, TimedOut) for call in evidence.calls)
        where = " for these inputs, as it did for others" if ended else ""
        yield _mistake(
            evidence.exercise,
            "endless-loop",
            f"the function did not come to an end in time{where}; what makes its loop stop, and "
            f"does it happen{' here' if ended else ''}?",
        )


def _other_order(evidence: Evidence) -> Iterator[Help]:
    """Tell of arguments that stand in another order in the `def` line than they come in."""
    wanted = list(evidence.exercise.arguments)
    for node in words.functions_of(evidence.work):
        written = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]
        stopped = all(isinstance(call.error, TypeError) for call in evidence.failed)
        # A method that is called as one gets its `self`.
        if stopped and written == ["self", *wanted]:
            yield _mistake(
                evidence.exercise,
                "self-in-a-function",
                "in your `def` line `self` stands first, which belongs to functions inside of a "
                f"class: the first value that comes is `{wanted[0]}`",
            )
        elif written != wanted and sorted(written) == sorted(wanted):
            yield _mistake(
                evidence.exercise,
                "arguments-in-another-order",
                f"in your `def` line the arguments are {_listed(written)}; they come in the order "
                f"{_listed(wanted)}",
            )


def _by_name_only(evidence: Evidence) -> Iterator[Help]:
    """Tell of arguments that can be given by name only, where they come by their place."""
    # Python's error counts the others, and says nothing of these.
    by_place = any(
        call.error is not None and "positional arg" in words.error_text(call.error)
        for call in evidence.failed
    )
    for node in words.functions_of(evidence.work) if by_place else ():
        only = [one.arg for one in node.args.kwonlyargs if one.arg in evidence.exercise.arguments]
        if only:
            stand = "stands" if len(only) == 1 else "stand"
            yield _mistake(
                evidence.exercise,
                "arguments-by-name-only",
                f"in your `def` line {' and '.join(f'`{name}`' for name in only)} {stand} after a "
                "`*`: what comes after it can be given by name only, and here it comes by its "
                "place",
            )


def _listed(names: Iterable[str]) -> str:
    return f"`({', '.join(names)})`"


def _general(evidence: Evidence) -> Iterator[Help]:
    failed, answered = evidence.failed, evidence.answered
    # A change in place stops where the array holds whole numbers.
    stopped = {type(call.error).__name__ for call in failed if not call.answered}
    if answered and stopped <= IN_PLACE and all(call.changed for call in answered):
        held = {kind for call in answered for one in call.named.values() for kind in _kinds(one)}
        told = next(text for kinds, text in CHANGED if kinds <= held)
        yield _mistake(evidence.exercise, "input-changed", told)
    elif answered and not stopped and all(call.result is None for call in answered):
        yield from _nothing_came_back(evidence)


def _kinds(value: Any, depth: int = 3) -> Iterator[type]:
    """Yield the kind of an argument, and of what is in its lists: layers are arrays in a list."""
    yield type(value)
    if isinstance(value, (list, tuple)) and depth:
        for one in value:
            yield from _kinds(one, depth - 1)


def _nothing_came_back(evidence: Evidence) -> Iterator[Help]:
    # What came back elsewhere is returned, and not printed: here a message was.
    returns = any(call.answered and call.result is not None for call in evidence.calls)
    if not returns and any(call.printed.strip() for call in evidence.answered):
        yield _mistake(
            evidence.exercise,
            "print-for-return",
            "the function prints its answer; a check can only see what it returns",
        )
        return
    text = "the function has no `return` that is reached"
    if _returns_something(evidence.work):
        text = (
            "what comes back is None: is your `return` reached, and what stands behind it? "
            "(`a.append(b)` and `rng.shuffle(a)` change `a` and give None themselves)"
        )
    yield _mistake(evidence.exercise, "no-return", text)


def _remembers(evidence: Evidence) -> Iterator[Help]:
    """Tell of what a call left behind for the next: the same question has another answer now."""
    if remembers(evidence):
        yield _mistake(
            evidence.exercise,
            "remembers-earlier-calls",
            "asked the same a second time, your function answers something else: what is left of "
            "the calls before? A list in the `def` line is made once, for all calls; a name from "
            "outside of the function keeps its value, too",
        )


def remembers(evidence: Evidence) -> bool:
    """Return whether the function answers otherwise what it was asked before: not by chance."""
    if not evidence.tries_more or _CHANCE & frozenset(_names(evidence.work)):
        return False
    asked = [call for call in evidence.calls if call.answered and _asks_the_same(call.probe)]
    # The last first: in their own order the first questions may find all as it was then.
    for call in asked[2::-1]:
        again = next(evidence.ask([call.probe]), None)
        if again is None or not again.answered:
            return False
        if _told(again.result) != _told(call.result):
            return True
    return False


def _told(answer: Any) -> tuple[str, int]:
    """Return an answer as text, and its length: of a list that grows, the text may be cut."""
    length = len(answer) if isinstance(answer, (list, tuple)) else 0
    return _ADDRESS.sub("", brief(answer, MOST_LETTERS)), length


def _asks_the_same(probe: Probe) -> bool:
    """Return whether a probe asks the same each time: some hand over another chance."""
    copies = probe.copied()[0], probe.copied()[0]
    drawn = [
        [one.integers(2**32) for one in args if isinstance(one, np.random.Generator)]
        for args in copies
    ]
    return drawn[0] == drawn[1]


# A function that is given back is a new one each time.
_ADDRESS = re.compile(r" at 0x[0-9a-f]+", re.IGNORECASE)
# Where these are used, another answer may be chance, or what stood in memory.
_CHANCE = frozenset(
    {"random", "default_rng", "seed", "RandomState", "empty", "empty_like", "time"}
)


def _names(work: Any) -> Iterator[str]:
    """Yield the names that a function's code uses, those of functions inside it too."""
    code = getattr(work, "__code__", work)
    yield from getattr(code, "co_names", ())
    for inner in getattr(code, "co_consts", ()):
        if hasattr(inner, "co_names"):
            yield from _names(inner)


def _returns_something(work: Any) -> bool:
    """Return whether the function has a `return` with a value, or its text is not known."""
    for node in words.functions_of(work):
        return any(
            isinstance(inner, ast.Return) and inner.value is not None for inner in ast.walk(node)
        )
    return True


SEVERAL = "It stops in more than one way; this is about the one above."


def _stops(evidence: Evidence) -> Iterator[Help]:
    """Tell in plain words the error with which every wrong call stops, or the first of them."""
    failed = evidence.failed
    if not failed or evidence.answered:
        return
    told = evidence.in_words(failed[0].error)
    label = f"stops-with-an-error.{told.kind}" if told else "stops-with-an-error"
    text = told.words if told else "the function stops with an error; its last words are above"
    if len({type(call.error) for call in failed}) > 1:
        text = f"{SEVERAL} {text[0].upper()}{text[1:]}"
    yield Help("error", f"{evidence.exercise.name}.{label}", text)


# --- known mistakes --------------------------------------------------------------------------


def _named(evidence: Evidence) -> Iterator[Help]:
    """Yield the first mistake that explains every call."""
    for mistake in evidence.exercise.mistakes:
        if explains(evidence, mistake):
            # An exercise may have symptoms of its own, at the end of its list.
            symptom = mistake.label.rpartition(".")[2].startswith("symptom-")
            yield Help("symptom" if symptom else "mistake", mistake.label, mistake.hint)
            return


def explains(evidence: Evidence, mistake: Mistake) -> bool:
    """Return whether a mistake explains every call."""
    failed, answered = evidence.failed, evidence.answered
    if mistake.spot:
        if mistake.once:
            return any(mistake.spot(call) for call in answered)
        shows = len(answered) == len(failed) > 0 and all(map(mistake.spot, answered))
        right = [call for call in evidence.calls if call.right] if mistake.unless else []
        return shows and not any(map(mistake.unless, right))
    if mistake.raises:
        return all(
            call.error is not None
            and any(part in words.error_text(call.error) for part in mistake.raises)
            for call in failed
        )
    return any(
        evidence.holds(lambda call, form=form: reproduces(evidence.exercise, form, call))
        for form in mistake.forms
    )


def reproduces(exercise: Exercise, wrong: Any, call: Call) -> bool:
    """Return whether a re-enactment answers a call as the student did."""
    return _answers_so(exercise, partial(enact, wrong), call)


def _answers_so(exercise: Exercise, enacted: Callable[[Probe], Any], call: Call) -> bool:
    try:
        answer = enacted(call.probe)
    except Exception as error:
        return type(call.error) is type(error)
    if call.error is not None:
        return False
    return same(exercise, answer, call.result)


def _by_parts(evidence: Evidence) -> Iterator[Help]:
    """Tell two mistakes where each explains some of the parts of every answer."""
    keys, wrong = evidence.wrong_parts(evidence.every)
    if len(wrong) < 2:
        return
    right = [key for key in keys if key not in wrong]
    found: dict[str, Help] = {}
    for key in wrong:
        # One that would spoil a part that came out right is told where there is no other.
        for kept in (right, []) if right else ([],):
            mistake = _of_part(evidence, key, kept)
            if mistake:
                found[mistake.label] = Help("mistake", mistake.label, mistake.hint)
                break
        else:
            return
    if len(found) == 2:
        yield from found.values()


def _of_part(evidence: Evidence, key: Any, kept: Sequence[Any]) -> Mistake | None:
    """Return the first mistake that explains a part, and leaves those that are kept right."""
    for mistake in evidence.exercise.mistakes:
        if any(_explains_part(evidence, form, key, kept) for form in mistake.forms):
            return mistake
    return None


def _explains_part(evidence: Evidence, form: Form, key: Any, kept: Sequence[Any]) -> bool:
    """Return whether one part of every answer is that of a mistake, and not the right one."""
    exercise, shown = evidence.exercise, False

    def alike(call: Call) -> bool:
        nonlocal shown
        try:
            answer = enact(form, call.probe)
            made, want, got = (
                formed_parts(exercise, one) for one in (answer, call.expected, call.result)
            )
            if not same(exercise, made[key], got[key]):
                return False
            if not all(same(exercise, made[one], want[one]) for one in kept):
                return False
        except Exception:
            return False
        shown = shown or not same(exercise, want[key], got[key])
        return True

    return evidence.holds(alike) and shown


# Pairs of mistakes are many: those that explain one call are tried, for so long (in seconds).
PAIRS_SECONDS = 0.15


def _two(evidence: Evidence) -> Iterator[Help]:
    """Tell two mistakes that explain every call together: one a change made to the other."""
    exercise = evidence.exercise
    # The commonest form of each mistake comes before the further ones of any: time is short.
    ranked = [
        (rank, mistake, form)
        for mistake in exercise.mistakes
        for rank, form in enumerate(mistake.forms)
    ]
    forms = [one[1:] for one in sorted(ranked, key=itemgetter(0)) if has_names(one[2].wrong)]
    changes = [(mistake, form.change) for mistake, form in forms if form.change]
    if not evidence.tries_more or not evidence.answered or not changes:
        return
    if any(True for _ in same_answer(evidence)) or _nothing(evidence):
        # Too many changes of a fixed answer are that answer again, or too small to tell from 0.
        return
    if all(reproduces(exercise, exercise.reference, call) for call in evidence.answered):
        # What came back is right, and a print-out is not: two changes that undo each other,
        # a table of one row and its last row, would explain that.
        return
    first = min(evidence.answered, key=_length)
    ends = clock() + PAIRS_SECONDS
    for over, change in changes:
        for under, form in forms:
            if clock() > ends:
                return
            # Of one sentence told twice the two may undo each other: a step too many, and too few.
            alike = over.label == under.label or over.hint == under.hint
            if alike or _lost(change, form.change):
                continue
            both = partial(change.enacted, form)
            if _answers_so(exercise, both, first) and evidence.holds(
                lambda call, both=both: _answers_so(exercise, both, call)
            ):
                yield Help("mistake", under.label, under.hint)
                yield Help("mistake", over.label, over.hint)
                return


def _lost(over: Change, under: Change | None) -> bool:
    """Return whether one change sets anew, from nothing, what the other one had changed.

    Of two changes of one part of a step the first would be named for what is left of it.
    """
    return under is not None and any(
        under.sets(name) for name in over.asked if name in under.asked
    )


def _nothing(evidence: Evidence) -> bool:
    """Return whether no answer can be told from 0: rounding errors alone, say."""
    came = [numeric(call.result) for call in evidence.answered]
    return all(one is not None and np.all(np.abs(one) <= evidence.exercise.atol) for one in came)


def _length(call: Call) -> int:
    array = numeric(call.result)
    return array.size if array is not None else 1


# --- values ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Cover:
    """A mistake and the wrong values that it explains."""

    mistake: Mistake
    names: frozenset[str]


def _of_values(evidence: Evidence) -> tuple[Help, ...]:
    """Return the fewest mistakes that explain the wrong values, the likelier first."""
    exercise = evidence.exercise
    left = {call.text for call in evidence.failed}
    covers = [
        _Cover(mistake, names)
        for mistake in exercise.mistakes
        if (names := _explained(exercise, mistake, evidence.calls))
    ]
    # Last: a mistake of the exercise's own that explains as much says more.
    covers += _mixed_up(exercise, evidence.calls)
    helps: list[Help] = []
    while covers and len(helps) < MOST_HELPS:
        # The first of those that explain the most.
        best = max(covers, key=lambda cover: len(cover.names & left))
        if not best.names & left:
            break
        told = Help("mistake", best.mistake.label, best.mistake.hint, best.names & left)
        helps.append(told)
        left -= best.names
    for help, names in _general_of_values(exercise, evidence.failed):
        if names & left and len(helps) < MOST_HELPS:
            helps.append(replace(help, about=frozenset(names & left)))
            left -= names
    return tuple(helps)


def _explained(exercise: Exercise, mistake: Mistake, calls: Sequence[Call]) -> frozenset[str]:
    """Return the names of the wrong values that a mistake explains."""
    found: set[str] = set()
    if mistake.spot:
        failed = [call for call in calls if call.answered and not call.right]
        return frozenset(call.text for call in failed if mistake.spot(call))
    for form in mistake.forms:
        names = _shown(exercise, form, calls)
        if len(names) > len(found):
            found = names
    return frozenset(found)


def _shown(exercise: Exercise, form: Form, calls: Sequence[Call]) -> set[str]:
    """Return the names that a form of a mistake sets as the student did, all or none."""
    names = set()
    for call in calls:
        answer = enact(form, call.probe)
        if answer is NOTHING or exercise.alike(call.expected, answer):
            continue
        if not call.answered or call.right or not same(exercise, answer, call.result):
            return set()
        names.add(call.text)
    return names


def _mixed_up(exercise: Exercise, calls: Sequence[Call]) -> Iterator[_Cover]:
    """Yield what explains variables that have a value that belongs to another one."""

    def has_of(call: Call, other: Call) -> bool:
        """Return whether a wrong variable has the right value of another one."""
        texts = isinstance(call.expected, str) and isinstance(other.expected, str)
        judged = call.probe.judge or other.probe.judge
        # Of several texts to choose from each is right somewhere.
        if call.right or not call.answered or texts or judged:
            return False
        return same(exercise, other.expected, call.result)

    for call, other in combinations(calls, 2):
        if has_of(call, other) and has_of(other, call):
            text = f"`{call.text}` and `{other.text}` have changed places: which of them is which?"
            told = Mistake(f"{exercise.name}.changed-places", text)
            yield _Cover(told, frozenset({call.text, other.text}))
    for call, other in permutations(calls, 2):
        if has_of(call, other) and other.right:
            text = f"`{call.text}` has the value of `{other.text}`; what is asked for there?"
            told = Mistake(f"{exercise.name}.value-of-another", text)
            yield _Cover(told, frozenset({call.text}))


def _general_of_values(
    exercise: Exercise, failed: Iterable[Call]
) -> Iterator[tuple[Help, set[str]]]:
    """Yield what is in general wrong with variables that a student set, and with which."""
    failed = list(failed)
    unset = [call for call in failed if call.result is None]
    # What is set and cannot be read has an error of its own.
    missing = {call.text for call in unset if isinstance(call.error, NameError)}
    if missing:
        listed = ", ".join(f"`{name}`" for name in exercise.values if name in missing)
        yield _mistake(exercise, "value-missing", f"still to be set: {listed}"), missing
    nothing = {call.text for call in unset if call.error is None}
    if nothing:
        listed = ", ".join(f"`{name}`" for name in exercise.values if name in nothing)
        text = (
            f"None, that is nothing, is in {listed}: a function that only prints its answer, or "
            "has no `return`, gives None"
        )
        yield _mistake(exercise, "value-none", text), nothing
    texts = {
        call.text
        for call in failed
        if isinstance(call.result, str)
        and not call.probe.judge
        and not isinstance(call.expected, str)
    }
    if texts:
        yield (
            _mistake(exercise, "text-for-a-number", "write a number without quotes: 2.5"),
            texts,
        )
    commas = {call.text for call in failed if _cut_by_a_comma(call)}
    if commas:
        yield _mistake(exercise, "decimal-comma", COMMA), commas
    functions = {call.text for call in failed if callable(call.result)}
    if functions:
        yield (
            _mistake(exercise, "function-for-a-value", "that is a function; call it: `f(…)`"),
            functions,
        )


def _cut_by_a_comma(call: Call) -> bool:
    """Return whether two whole numbers stand where one decimal number is wanted: 2,5 or 2,0."""
    wanted = numeric(call.expected)
    if not cut_in_two(call.result) or wanted is None or wanted.ndim:
        return False
    # Where a whole number is wanted, two of them may be meant.
    return bool(wanted % 1) or call.result == (wanted, 0)
