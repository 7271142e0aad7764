"""Between dollar signs stands mathematics: a price in dollars would swallow the words after it."""

import re

import pytest

from authoring import markup
from authoring.build import lesson_files

CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
# Words may stand in \text{…} and the like, and names of TeX itself after a backslash.
WORDS = re.compile(r"\\(?:text|mathrm|operatorname|mathsf|mathbf)\*?\{[^{}]*\}|\\[a-zA-Z]+")


def problems(text):
    """Return what is wrong between the dollar signs of a cell, in sentences."""
    text = CODE.sub("", text).replace(r"\$", "")
    # Every second part stands between the signs: first of the double ones, then of the others.
    *outside, last = text.split("$$")
    inline = " ".join([*outside[::2], last]).split("$")
    if len(outside) % 2 or len(inline) % 2 == 0:
        return [f"an odd number of dollar signs: {text[:60]!r}"]
    between = [*outside[1::2], *inline[1::2]]
    words = [part for part in between if re.search(r"[^\W\d_]{4,}", WORDS.sub(" ", part))]
    open_ended = [part for part in inline[1::2] if part != part.strip() and part not in words]
    return [f"no mathematics: {part[:60]!r}" for part in [*words, *open_ended]]


@pytest.mark.parametrize("lesson", lesson_files(), ids=lambda path: path.stem)
def test_dollar_signs_hold_mathematics(lesson):
    cells = markup.read(lesson).cells
    assert [told for c in cells if c.cell_type == "markdown" for told in problems(c.source)] == []


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("$w = 3$ and $$\\text{new distance} = \\lambda_{\\max}$$", 0),
        ("it costs \\$40,000 and `$x`", 0),
        ("it costs $40,000 today", 1),
        ("from $30,000 to $40,000 it is", 1),
    ],
)
def test_prices_are_found(text, many):
    assert len(problems(text)) == many
