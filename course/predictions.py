"""Predictions: a question with choices before a run, and a comparison after it.

A choice is kept in `predictions.json` beside the notebook, so that it is still there when the
notebook is opened again. A notebook that a machine runs from top to bottom makes no choice and
passes by.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

import anywidget
import traitlets

from course.validate import InputError, one_of, shown

FILE = Path("predictions.json")
_asked: dict[str, Question] = {}


class Question(anywidget.AnyWidget):
    """A question with radio buttons; the choice is recorded as soon as it is made."""

    _esm = Path(__file__).parent / "static" / "question.js"
    _css = Path(__file__).parent / "static" / "question.css"
    question = traitlets.Unicode().tag(sync=True)
    choices = traitlets.List(traitlets.Unicode()).tag(sync=True)
    choice = traitlets.Unicode().tag(sync=True)

    def _repr_mimebundle_(self, **options):
        """Show the widget where one can run, and the question as fixed text elsewhere."""
        bundle = super()._repr_mimebundle_(**options)
        data = dict(bundle[0] if isinstance(bundle, tuple) else bundle or {})
        listed = "".join(f"\n  ( ) {choice}" for choice in self.choices)
        data["text/plain"] = f"Predict: {self.question}{listed}"
        return data


def _recorded() -> dict[str, str]:
    try:
        kept = json.loads(FILE.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _record(name: str, choice: str) -> None:
    kept = _recorded() | {name: choice}
    fresh = FILE.with_suffix(".json.new")
    try:
        fresh.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        os.replace(fresh, FILE)
    except OSError:
        # A folder that cannot be written to keeps the choice in memory only.
        pass


def predict(name: str, question: str, choices: Sequence[str]) -> Question:
    """Ask for a prediction before anything is run.

    Args:
        name: What `reveal` will call it; one word for each question of a notebook.
        question: The question, one sentence.
        choices: What may happen, as short texts, at least two.
    """
    choices = [str(choice) for choice in choices]
    if len(choices) < 2:
        raise InputError(f"choices must hold at least two texts, but it is {shown(choices)}")
    made = _recorded().get(name, "")
    asked = Question(
        question=str(question), choices=choices, choice=made if made in choices else ""
    )
    asked.observe(lambda change: _record(name, change["new"]), names="choice")
    _asked[name] = asked
    return asked


def reveal(name: str, answer: str) -> None:
    """Print what was predicted beside what happened.

    Args:
        name: The prediction's name.
        answer: The choice that came true, as it stands in the choices.
    """
    if name not in _asked:
        raise InputError(f"no prediction is called {shown(name)}; run the cell that asks it first")
    asked = _asked[name]
    one_of("answer", answer, asked.choices)
    if not asked.choice:
        print("You made no prediction (go back and choose: it helps to remember).")
        print(f"What happened:  {answer}")
        return
    print(f"You predicted:  {asked.choice}")
    verdict = "just as you said." if asked.choice == answer else "a surprise. What did you expect?"
    print(f"What happened:  {answer}: {verdict}")
