"""What a question is, and what is said about an answer to it."""

from __future__ import annotations

from dataclasses import dataclass, field

TITLES = {"predict": "Predict", "quick": "Quick check"}
# What is said until something is chosen.
INVITATIONS = {
    "predict": "Choose before you go on.",
    "quick": "Choose: every choice is explained at once.",
}
MISSED = "You made no prediction. Next time, choose first: it helps to remember."


@dataclass(frozen=True)
class Question:
    """A question with choices.

    Attributes:
        kind: One of TITLES.
        name: Its name in the notebook.
        text: The question itself.
        choices: Each choice with the sentence that explains it.
    """

    kind: str
    name: str
    text: str
    choices: dict[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The question as it is read."""
        return f"{TITLES[self.kind]}: {self.text}"


@dataclass(frozen=True)
class Answer:
    """What was chosen.

    Attributes:
        first: The first choice; "" if there was none. It stays.
        last: The choice that stands now.
        late: Whether the first choice was made when the outcome was known already.
    """

    first: str = ""
    last: str = ""
    late: bool = False

    def then(self, choice: str, *, late: bool = False) -> Answer:
        """Return the answer after one more choice."""
        return Answer(self.first or choice, choice, self.late if self.first else late)


# A tone and the lines that are said in it; the tone is "open", "kept", "right" or "wrong".
Said = tuple[str, list[str]]


def said(question: Question, answer: Answer, happened: str = "") -> Said:
    """Return what stands in the question's own box.

    Args:
        question: The question.
        answer: What was chosen, perhaps nothing yet.
        happened: What came true, or is right; "" as long as it is not known.
    """
    if not answer.first:
        return "open", [INVITATIONS[question.kind]]
    if question.kind == "quick":
        told = ("right", "Right.") if answer.last == happened else ("wrong", "Not quite.")
        return told[0], [_joined(told[1], question.choices[answer.last]), *_earlier(answer)]
    if not happened:
        recorded = f"Recorded: {answer.last}. Now run the next cells and compare."
        return "kept", [recorded, *_earlier(answer)]
    return compared(question, answer, happened)


def compared(question: Question, answer: Answer, happened: str) -> Said:
    """Return a prediction beside what happened."""
    because = question.choices[happened]
    if not answer.first:
        return "open", [_joined(f"What happened: {happened}.", because), MISSED]
    predicted = "You chose, after the run" if answer.late else "You predicted"
    if answer.first == happened:
        return "right", [
            _joined(f"{predicted}: {happened}. Just so.", because),
            *_later(answer),
        ]
    return "wrong", [
        f"{predicted}: {answer.first}.",
        _joined(f"What happened: {happened}.", because),
        question.choices[answer.first],
        *_later(answer),
    ]


def _joined(told: str, because: str) -> str:
    return f"{told} {because}".strip()


def _earlier(answer: Answer) -> list[str]:
    changed = answer.first != answer.last
    return [f"Your first choice stays noted: {answer.first}."] if changed else []


def _later(answer: Answer) -> list[str]:
    changed = answer.first != answer.last
    return [f"(Later you chose: {answer.last}.)"] if changed else []
