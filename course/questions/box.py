"""The box that a question stands in: live beside a kernel, a page of its own without one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import anywidget
import traitlets
from IPython.core.getipython import get_ipython
from IPython.display import display, update_display

from course.inline import marked
from course.live import show_live
from course.questions import record
from course.questions.question import Answer, Question, said

PAGE = Path(__file__).parent / "page"
# Okabe and Ito's colours, as a border; the words say the same.
BORDERS = {"open": "#56B4E9", "kept": "#0072B2", "right": "#009E73", "wrong": "#D55E00"}
_boxes: dict[str, Box] = {}


def shown_box(name: str) -> Box | None:
    """Return the box that stands in this notebook under the name, if its cell was run."""
    return _boxes.get(name)


def ask(question: Question, happened: str = "") -> None:
    """Show the question, with what was answered before."""
    if earlier := _boxes.pop(question.name, None):
        earlier.close()
    box = _boxes[question.name] = Box(question, record.answer(question.name), happened)
    box.show()


def note(tone: str, lines: list[str]) -> None:
    """Show lines of a tone, where a comparison stands."""
    text = "\n".join(lines)
    if get_ipython() is None:
        print(text)
        return
    paragraphs = "".join(f'<p style="margin: 4px 0">{marked(line)}</p>' for line in lines)
    style = f"border-left: 4px solid {BORDERS[tone]}; padding: 2px 12px; max-width: 46em"
    data = {"text/html": f'<div style="{style}">{paragraphs}</div>', "text/plain": text}
    display(data, raw=True)


class Live(anywidget.AnyWidget):
    """The question in the browser while its kernel runs. It reports choices and shows states."""

    _esm = PAGE / "question.js"
    _css = PAGE / "question.css"
    spec = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)


class Box:
    """One question as it stands in a notebook."""

    def __init__(self, question: Question, answer: Answer, happened: str = "") -> None:
        """Begin with what was answered before, as far as it is still one of the choices."""
        known = {answer.first, answer.last} <= set(question.choices)
        self.question, self.happened = question, happened
        self.answer = answer if known else Answer()
        self.problem = ""
        # Counts what was confirmed: the same state twice is news, too.
        self._confirmed = 0
        self.live: Live | None = None
        self._id = f"course-question-{id(self)}"

    def show(self) -> None:
        """Show two outputs: the page's, and a live one that takes its place while it runs."""
        if get_ipython() is None:
            print(self.text())
            return
        display(self._page(), raw=True, display_id=self._id)
        self.live = Live(spec=self._spec(), state=self._state(self.answer))
        self.live.on_msg(self._chosen)
        show_live(self.live)

    def happen(self, happened: str) -> None:
        """Take note of what came true."""
        self.happened = happened
        if self.answer.first:
            record.keep(self.question, self.answer, happened)
        self._renew()

    def close(self) -> None:
        """Take the live one away."""
        if self.live is not None:
            self.live.close()
            self.live = None

    def choose(self, choice: str) -> None:
        """Take a choice and keep it."""
        late = self.question.kind == "predict" and self.happened != ""
        self.answer = self.answer.then(choice, late=late)
        self.problem = record.keep(self.question, self.answer, self.happened)
        self._renew()

    def text(self) -> str:
        """Return the fixed text form."""
        chosen = [("(•)" if one == self.answer.last else "( )") for one in self.question.choices]
        pairs = zip(chosen, self.question.choices, strict=True)
        return "\n".join([self.question.title, *(f"  {mark} {one}" for mark, one in pairs)])

    def _chosen(self, _widget: Any, message: dict[str, Any], _buffers: Any) -> None:
        texts = list(self.question.choices)
        at = message.get("choice")
        if isinstance(at, int) and 0 <= at < len(texts):
            self.choose(texts[at])

    def _renew(self) -> None:
        if self.live is not None:
            self._confirmed += 1
            self.live.state = self._state(self.answer) | {"confirmed": self._confirmed}
            update_display(self._page(), raw=True, display_id=self._id)

    def _spec(self) -> dict[str, Any]:
        return {
            "name": self.question.name,
            "title": marked(self.question.title),
            "choices": [marked(choice) for choice in self.question.choices],
        }

    def _state(self, answer: Answer) -> dict[str, Any]:
        tone, lines = said(self.question, answer, self.happened)
        if self.problem and tone == "kept":
            lines = [f"Kept until this kernel ends, not longer: {self.problem}.", *lines[1:]]
        texts = list(self.question.choices)
        at = texts.index(answer.last) if answer.last else -1
        return {"at": at, "tone": tone, "lines": [marked(line) for line in lines]}

    def _page(self) -> dict[str, str]:
        """Return the question for readers without a kernel, by type."""
        now = self._state(self.answer)
        script = (PAGE / "question.js").read_text(encoding="utf-8").rpartition("export default")[0]
        style = (PAGE / "question.css").read_text(encoding="utf-8")
        # What is said of each choice to a reader who makes the first one in the page.
        each = [self._state(Answer().then(choice)) for choice in self.question.choices]
        given = json.dumps([self._spec(), now, each], ensure_ascii=False).replace("</", "<\\u002f")
        page = (
            f'<div class="course-question-page"><style>{style}</style>'
            f'<div class="course-question" data-tone="{now["tone"]}">{self._fixed(now)}</div>'
            "<script data-course-question>(() => {"
            "const root = document.currentScript.parentElement;\n"
            f"{script}page(root, ...{given});"
            "})()</script></div>"
        )
        return {"text/html": page, "text/plain": self.text()}

    def _fixed(self, now: dict[str, Any]) -> str:
        """Return the question as HTML that needs no script: each choice and what is said of it."""
        items = [
            f"<details><summary>{marked(choice)}</summary>{marked(because)}</details>"
            if self.question.kind == "quick"
            else f"<li>{marked(choice)}{' (your choice)' if at == now['at'] else ''}</li>"
            for at, (choice, because) in enumerate(self.question.choices.items())
        ]
        listed = "".join(items)
        if self.question.kind != "quick":
            listed = f"<ul>{listed}</ul>"
        lines = "".join(f"<p>{line}</p>" for line in now["lines"])
        return f"<p><strong>{marked(self.question.title)}</strong></p>{listed}{lines}"
