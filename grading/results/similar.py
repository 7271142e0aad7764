"""Answers that are more alike than chance explains, in one class and one exercise.

Two answers are compared by their marks (`shapes`), without those of the released text and of the
reference. How unlikely it is that two who never spoke share so much is estimated from the rest of
the class: each shared mark counts by how rare it is there, given the shared mark that best
foretells it (as in a dependence tree: Chow and Liu 1968). So a usual form tells nothing, however
long it is. Only pairs that share a rare mark are ever compared (prefix filter: Chaudhuri, Ganti
and Kaushik 2006), which loses none and does not grow with the square of the class.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from grading.results.shapes import marks

# The share of their marks that two answers have in common before they are looked at.
COMMON = 0.8
# How many pairs of a class may be told by chance, if the rest of the class is a fair guide.
CHANCE = 0.5
# In fewer answers than this nothing is usual and nothing is rare.
FEWEST = 10
# A form that more than this share of a class has, and more than so many, is a usual one.
USUAL, MANY = 0.05, 4
# What one mark that only one of two answers has takes from the evidence, in bits.
DIFFERENT = 2.0
# How much a mark that was never seen counts as seen, so that nothing is impossible.
UNSEEN = 0.5


@dataclass(frozen=True)
class Alike:
    """Students whose answers to one exercise are alike.

    Attributes:
        exercise: The exercise.
        students: Who, in order.
        share: The least share of marks that two told together have in common.
        bits: How surprising the least surprising of these pairs is, in bits, beyond what chance
            alone reaches in a class of this size.
        answers: The code of each.
    """

    exercise: str
    students: tuple[str, ...]
    share: float
    bits: float
    answers: Mapping[str, str]


def in_lesson(
    answers: Mapping[str, Mapping[str, str]], left_out: Mapping[str, Iterable[str]]
) -> list[Alike]:
    """Return who is alike in a lesson, the most surprising first.

    Args:
        answers: The code of each answer, by exercise and student.
        left_out: Texts that nobody wrote or everybody may write, by exercise.
    """
    found = [
        one
        for exercise, own in answers.items()
        for one in alike(exercise, own, left_out.get(exercise, ()), len(answers))
    ]
    return sorted(found, key=lambda one: (-one.bits, one.exercise, one.students))


def alike(
    exercise: str, answers: Mapping[str, str], left_out: Iterable[str] = (), tests: int = 1
) -> list[Alike]:
    """Return the groups of students whose answers chance does not explain.

    Args:
        exercise: Whose answers they are.
        answers: The code by student.
        left_out: Texts whose marks do not count.
        tests: How many exercises are looked at together: the more, the likelier is a chance.
    """
    known = frozenset().union(*map(marks, left_out))
    held = {code: marks(code) - known for code in set(answers.values())}
    forms: dict[frozenset[str], list[str]] = {}
    for student, code in sorted(answers.items()):
        if held[code]:
            forms.setdefault(held[code], []).append(student)
    many = sum(map(len, forms.values()))
    if many < FEWEST:
        return []
    class_ = _Class(list(forms), list(forms.values()))
    need = math.log2(tests * many * (many - 1) / 2 / CHANCE)
    told = []
    for one, other in class_.near():
        around = class_.around(one, other)
        if around.bit_count() <= max(MANY, USUAL * many):
            bits = class_.evidence(one, other, around) - need
            if bits >= 0:
                told.append((one, other, bits))
    return [
        Alike(exercise, names, share, bits, {name: answers[name] for name in names})
        for names, share, bits in class_.groups(told)
    ]


class _Class:
    """The different forms of a class's answers, and who has which.

    Attributes:
        forms: The marks of each form.
        students: Those who have it.
        has: For each mark the students who have it, as the bits of a number.
        neighbours: For each form those near it, itself among them.
    """

    def __init__(self, forms: Sequence[frozenset[str]], students: Sequence[list[str]]) -> None:
        self.forms, self.students = forms, students
        self.who: list[int] = []
        self.has: dict[str, int] = {}
        self.many = 0
        for form, names in zip(forms, students, strict=True):
            own = ((1 << len(names)) - 1) << self.many
            self.many += len(names)
            self.who.append(own)
            for mark in form:
                self.has[mark] = self.has.get(mark, 0) | own
        self.neighbours: list[list[int]] = [[i] for i in range(len(forms))]

    def near(self) -> list[tuple[int, int]]:
        """Return every two forms that have enough in common; a form that several have, twice."""
        found = [(i, i) for i, names in enumerate(self.students) if len(names) > 1]
        index: dict[str, list[int]] = {}
        for i, form in enumerate(self.forms):
            rarest = sorted(form, key=lambda mark: (self.has[mark].bit_count(), mark))
            first = rarest[: len(form) - math.ceil(COMMON * len(form)) + 1]
            met = {other for mark in first for other in index.get(mark, ())}
            for other in sorted(met):
                if self.share(i, other) >= COMMON:
                    found.append((other, i))
                    self.neighbours[i].append(other)
                    self.neighbours[other].append(i)
            for mark in first:
                index.setdefault(mark, []).append(i)
        return found

    def share(self, one: int, other: int) -> float:
        common = len(self.forms[one] & self.forms[other])
        return common / (len(self.forms[one]) + len(self.forms[other]) - common)

    def around(self, one: int, other: int) -> int:
        """Return the students whose answers are near one of two forms, as bits."""
        found = 0
        for i in (*self.neighbours[one], *self.neighbours[other]):
            found |= self.who[i]
        return found

    def evidence(self, one: int, other: int, around: int) -> float:
        """Return in bits how surprising it is, by the others' answers, that two share so much."""
        many = self.many - around.bit_count()
        common = Counter(self.has[mark] & ~around for mark in self.forms[one] & self.forms[other])
        bits = 0.0
        before: list[int] = []
        for own in sorted(common, key=lambda held: (held.bit_count(), held)):
            best = _seen(own.bit_count(), many)
            for given in before:
                best = max(best, _seen((own & given).bit_count(), given.bit_count()))
            bits -= math.log2(best)
            # Marks that always come together are one surprise, and little more.
            again = _seen(own.bit_count(), own.bit_count())
            bits -= (common[own] - 1) * math.log2(again)
            before.append(own)
        return bits - DIFFERENT * len(self.forms[one] ^ self.forms[other])

    def groups(
        self, told: Sequence[tuple[int, int, float]]
    ) -> Iterator[tuple[tuple[str, ...], float, float]]:
        """Give the students of each group, the least share and the least bits of its pairs.

        Who is alike with somebody of a group belongs to it.
        """
        member = {i: {i} for one, other, _ in told for i in (one, other)}
        for one, other, _ in told:
            if member[one] is not member[other]:
                member[one] |= member[other]
                for i in member[other]:
                    member[i] = member[one]
        for group in {id(one): one for one in member.values()}.values():
            own = [pair for pair in told if pair[0] in group]
            names = sorted(name for i in group for name in self.students[i])
            share = min(self.share(one, other) for one, other, _ in own)
            yield tuple(names), share, min(bits for *_, bits in own)


def _seen(times: int, of: int) -> float:
    """Return how likely something is that was seen so often."""
    return (times + UNSEEN) / (of + 2 * UNSEEN)
