"""What shows in the answers of a function where no known mistake explains them.

Each symptom is a function of the Evidence that yields sentences which are true of every call,
fresh ones included. The first that finds anything is told; the more telling come first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from course.checks.deadline import clock
from course.checks.engine import Help
from course.checks.exercise import Exercise
from course.checks.help.evidence import Evidence
from course.checks.help.symptoms.arguments import as_if, ignored, neutral, response
from course.checks.help.symptoms.inputs import simplest, split, split_by_size
from course.checks.help.symptoms.kinds import (
    error_text,
    given_back,
    infinite,
    kind,
    not_a_number,
    order,
    same_answer,
    shape,
    whole,
)
from course.checks.help.symptoms.numbers import (
    factor,
    first_step,
    magnitude,
    shift,
    size,
    until,
    up_to,
)
from course.checks.help.symptoms.parts import only, part, told_of


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
    ends = clock() + 0.1
    for more in range(1, 11):
        if clock() > ends:
            break
        if not any(True for _ in look(evidence.anew(more))):
            return False
    return True


def label_of(exercise: Exercise, look: Callable) -> str:
    """Return the stable name of a symptom."""
    return f"{exercise.name}.symptom-{_word(look)}"


def _word(look: Callable) -> str:
    return look.__name__.replace("_", "-")


def of_a_part(evidence: Evidence) -> Iterator[str]:
    """A symptom of one part of the answer alone; what others are made of comes last."""
    keys, wrong = evidence.wrong_parts(evidence.comparable)
    for key in reversed(wrong):
        of_part = only(evidence, key)
        for look in SYMPTOMS:
            if look is of_a_part:
                break
            if look in OF_STEPS and not _a_step_each(of_part):
                continue
            for text in look(of_part):
                yield f"of {told_of(key, evidence.exercise.parts, len(keys))}: {text}"
                return


def _a_step_each(evidence: Evidence) -> bool:
    """Return whether the entries are as many as the steps asked for: those of weights are not."""
    return all(
        any(isinstance(count, int) and len(want) - count in (0, 1) for count in named.values())
        for named, want in (
            (call.named, np.atleast_1d(call.expected)) for call in evidence.calls if call.answered
        )
    )


# Those that speak of entries as of one step after the other.
OF_STEPS = (up_to, first_step, until)

# Those that say "always", or "for some inputs", of what few inputs might belie.
ALWAYS = (error_text, kind, whole, until, size, magnitude)


SYMPTOMS: tuple[Callable[[Evidence], Iterator[str]], ...] = (
    error_text,
    not_a_number,
    infinite,
    same_answer,
    given_back,
    kind,
    shape,
    whole,
    order,
    part,
    ignored,
    split,
    factor,
    shift,
    as_if,
    up_to,
    neutral,
    first_step,
    response,
    until,
    split_by_size,
    size,
    of_a_part,
    magnitude,
    simplest,
)


# These tell so little of the cause that the place is looked for as well.
WEAK = frozenset({until, split_by_size, size, error_text, magnitude, simplest})


def is_weak(help: Help) -> bool:
    """Return whether a help is a symptom that tells little of the cause."""
    telling = {f"symptom-{_word(look)}" for look in SYMPTOMS if look not in WEAK}
    return help.kind == "symptom" and help.label.rpartition(".")[2] not in telling
