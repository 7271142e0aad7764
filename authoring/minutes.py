"""How long a lesson takes a beginner, from what is counted in its text.

Someone who reads all of it needs about 25 minutes for a thousand words, a minute for ten lines of
code that are to be read, 15 minutes for an exercise with a loop, 5 for any other, and 2 for a
warm-up: a line that earns no points. An exercise's time holds its statement and its hints; what is
folded elsewhere is reference and is not counted.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from authoring import markup
from course.checks import exercises

WORDS_A_MINUTE = 40
LINES_A_MINUTE = 10
MINUTES_A_LOOP = 15
MINUTES_A_SMALL_ONE = 5
MINUTES_A_WARM_UP = 2

FOLDED = re.compile(r"<details>.*?</details>", re.DOTALL)
STATED = re.compile(r"\*About (\d+) minutes\b")
QUESTIONS = {"predict", "quick"}


@dataclass(frozen=True)
class Count:
    """What was counted in a lesson.

    Attributes:
        lesson: Its name.
        words: Words of prose and of questions, without statements and what is folded.
        lines: Lines of code to be read: neither folded nor an exercise's.
        loops: Exercises that take a loop.
        small: Other exercises with points.
        warm_ups: Those without.
        stated: The minutes that the lesson states; 0 if it states none.
    """

    lesson: str
    words: int
    lines: int
    loops: int
    small: int
    warm_ups: int
    stated: int

    @property
    def minutes(self) -> int:
        """The minutes that follow, to the nearest five."""
        reading = self.words / WORDS_A_MINUTE + self.lines / LINES_A_MINUTE
        working = self.loops * MINUTES_A_LOOP + self.small * MINUTES_A_SMALL_ONE
        working += self.warm_ups * MINUTES_A_WARM_UP
        return 5 * round((reading + working) / 5)


def count(lesson: Path) -> Count:
    """Count a lesson's text."""
    words = lines = loops = small = warm_ups = stated = 0
    for cell in markup.read(lesson).cells:
        part = cell.metadata.get("nbgrader", {})
        if cell.cell_type == "markdown" and not part:
            words += many_words(FOLDED.sub("", cell.source))
            found = STATED.search(cell.source)
            stated = int(found[1]) if found else stated
        elif part.get("solution"):
            name = part["grade_id"].removesuffix("-answer")
            if not any(exercises()[name].points):
                warm_ups += 1
            elif takes_a_loop(cell.source):
                loops += 1
            else:
                small += 1
        elif not part and "jupyter" not in cell.metadata:
            lines += many_lines(cell.source)
        elif not part:
            words += asked_words(cell)
    return Count(lesson.stem, words, lines, loops, small, warm_ups, stated)


def many_words(text: str) -> int:
    """Return how many words a text has; a formula or a name in code is one."""
    text = re.sub(r"\$\$.*?\$\$|\$[^$]+\$|`[^`]+`", " x ", text, flags=re.DOTALL)
    text = re.sub(r"\]\([^)]*\)|<[^>]+>", " ", text)
    return len(re.findall(r"[^\W_]+(?:['’.-][^\W_]+)*", text))


def many_lines(source: str) -> int:
    """Return how many lines of code there are to read; imports are not among them."""
    imported = {
        line
        for node in ast.parse(source).body
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    return sum(
        bool(line.strip()) and i not in imported
        for i, line in enumerate(source.splitlines(), start=1)
    )


def takes_a_loop(source: str) -> bool:
    """Tell whether an answer cell's solution is a function with a loop."""
    tree = ast.parse(source)
    function = any(isinstance(node, ast.FunctionDef) for node in tree.body)
    return function and any(isinstance(node, (ast.For, ast.While)) for node in ast.walk(tree))


def asked_words(cell: NotebookNode) -> int:
    """Return how many words a question has, and the one sentence that is told of a choice."""
    words = 0
    for node in ast.walk(ast.parse(cell.source)):
        if not isinstance(node, ast.Call) or getattr(node.func, "id", "") not in QUESTIONS:
            continue
        words += many_words(ast.literal_eval(node.args[1]))
        if isinstance(node.args[2], ast.Dict):
            choices = ast.literal_eval(node.args[2])
            words += sum(map(many_words, choices))
            words += sum(map(many_words, choices.values())) // max(len(choices), 1)
    return words


def table(counts: list[Count]) -> str:
    """Return the counts as a table, and their sums."""
    head = f"{'lesson':26}{'words':>7}{'code lines':>12}{'loops':>7}{'small':>7}{'warm-ups':>10}"
    rows = [head + f"{'minutes':>9}{'stated':>8}"]
    rows += [
        f"{one.lesson:26}{one.words:7,}{one.lines:12}{one.loops:7}{one.small:7}{one.warm_ups:10}"
        f"{one.minutes:9}{one.stated:8}"
        for one in counts
    ]
    total = sum(one.minutes for one in counts)
    rows.append(f"{'all':26}{sum(one.words for one in counts):7,}{'':36}{total:9}")
    return "\n".join(rows)
