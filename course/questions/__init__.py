"""Questions: predictions before a run and quick checks after a lesson, answered by a click.

A prediction is compared with what a run computes; a quick check knows its answer. Both keep the
first choice, explain each choice in one sentence, and survive closing, reopening and exporting.
"""

from __future__ import annotations

from collections.abc import Mapping

from course.questions import record
from course.questions.box import ask, note, shown_box
from course.questions.question import Question, compared
from course.validate import InputError, one_of, shown

__all__ = ["predict", "quick", "reveal"]


def predict(name: str, question: str, choices: Mapping[str, str]) -> None:
    """Ask what will happen, before anything is run; `reveal` compares.

    Args:
        name: What `reveal` calls it; one name for each question of a notebook.
        question: The question, one sentence.
        choices: What may happen, each with one sentence: for a choice that does not come true,
            why it is tempting and what is wrong with it.
    """
    ask(_question("predict", name, question, choices))


def quick(name: str, question: str, choices: Mapping[str, str], *, right: str) -> None:
    """Ask a question whose answer is known; each choice is explained as soon as it is made.

    Args:
        name: One name for each question of a notebook.
        question: The question, one sentence.
        choices: The choices, each with the sentence that explains it.
        right: The choice that is right.
    """
    one_of("right", right, list(choices))
    ask(_question("quick", name, question, choices), happened=right)


def reveal(name: str, *came_true: bool | str) -> None:
    """Show what was predicted beside what happened.

    Args:
        name: The prediction's name.
        came_true: For each choice, in their order, whether it came true; the last may be left
            out and stands for "none of the others". Or the text of the one that did.
    """
    box = shown_box(name)
    question = box.question if box else record.question(name)
    if question is None:
        note("open", [f"Run the cell that asks first: nothing is called {shown(name)} yet."])
        return
    happened = _happened(question, came_true)
    if box:
        box.happen(happened)
    note(*compared(question, record.answer(name), happened))


def _question(kind: str, name: str, question: str, choices: Mapping[str, str]) -> Question:
    if not isinstance(choices, Mapping) or len(choices) < 2:
        raise InputError(
            "choices must hold at least two texts, each with the sentence that explains it, "
            f"but it is {shown(choices)}"
        )
    return Question(kind, str(name), str(question), dict(choices))


def _happened(question: Question, came_true: tuple[bool | str, ...]) -> str:
    """Return the text of the one choice that came true."""
    texts = list(question.choices)
    if len(came_true) == 1 and isinstance(came_true[0], str):
        return one_of("the choice that came true", came_true[0], texts)
    truths = [bool(one) for one in came_true]
    if len(truths) == len(texts) - 1:
        truths.append(not any(truths))
    if len(truths) != len(texts) or sum(truths) != 1:
        raise InputError(
            f"exactly one of the {len(texts)} choices of {shown(question.name)} comes true, but "
            f"{sum(truths)} of {len(truths)} did"
        )
    return texts[truths.index(True)]
