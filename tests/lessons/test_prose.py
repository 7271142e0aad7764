"""What a lesson's text promises: its parts, and numbers that a cell beside them prints."""

import ast
import contextlib
import re
from collections import Counter
from itertools import pairwise

import nbformat
import numpy as np
import pytest

from authoring.build import lesson_files
from course import landscapes
from course.checks import exercises
from course.checks import lessons as checked_lessons
from course_folder import ROOT
from tests.support.pages import TEXTS

LESSONS = lesson_files()
# Of whole numbers those of three digits and more, but no years.
NUMBER = re.compile(
    r"(?<![\w.,])[−-]?(?:\d[\d,]*\.\d+(?:e[−-]?\d+)?|(?!(?:19|20)\d\d\b)\d{3,}|\d+(?:,\d{3})+)"
    r"(?![\w.]*\d)"
)


def notebook(lesson):
    return nbformat.read(ROOT / "source" / lesson.stem / f"{lesson.stem}.ipynb", as_version=4)


def value(text):
    return float(text.replace("−", "-").replace(",", ""))


def printed(cells):
    """Return every number in the code and in the outputs of the cells, without signs."""
    texts = []
    for cell in cells:
        if cell.cell_type == "code":
            texts.append(cell.source)
            for output in cell.outputs:
                texts.append(output.get("text", ""))
                texts.append(output.get("data", {}).get("text/plain", ""))
    found = re.findall(r"\d[\d,_]*\.?\d*(?:e[+-]?\d+)?", "\n".join(texts))
    return {abs(value(text.replace("_", ""))) for text in found if text.strip("_,")}


def exampled(cells):
    """Return the numbers of the statements' example calls: what is written and what comes out.

    Each `name(…)` between backticks is called, with the reference as `name`.
    """
    told = []
    for cell in cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id", "").removesuffix("-statement")
        if cell.cell_type != "markdown" or name not in exercises():
            continue
        names = {"np": np, name: exercises()[name].reference}
        names |= {one: getattr(landscapes, one) for one in dir(landscapes) if one.islower()}
        for span in re.findall(r"`([^`]+)`", " ".join(cell.source.split())):
            told.append(span)
            with contextlib.suppress(Exception):
                if re.match(r"\w+ = ", span):
                    exec(span, names)
                else:
                    with np.printoptions(precision=12):
                        told.append(repr(plain_parts(eval(span, names))))
    return {
        abs(value(text)) for text in re.findall(r"\d[\d,]*\.?\d*(?:e[+-]?\d+)?", " ".join(told))
        if text.strip(",")
    }  # fmt: skip


def plain_parts(result):
    """Return a result with NumPy's numbers as Python's."""
    if isinstance(result, tuple):
        return tuple(map(plain_parts, result))
    return result.tolist() if isinstance(result, (np.ndarray, np.generic)) else result


def unprinted(cells):
    """Return the numbers of the prose that no cell has in its code or its outputs.

    Left out are lines of tables and italics, which show what an article printed.
    """
    known = printed(cells) | exampled(cells)
    missing = []
    for cell in cells:
        if cell.cell_type != "markdown":
            continue
        lines = [line for line in cell.source.splitlines() if not line.lstrip().startswith("|")]
        text = re.sub(r"\*[^*\n]+\*", "", "\n".join(lines))
        for token in NUMBER.findall(text):
            number, places = abs(value(token)), digits(token)
            if not any(number in (other, round(other, places)) for other in known):
                missing.append(token)
    return missing


def digits(token):
    """Return how many digits a number is rounded to, below 0 before the point: −3 for 83,000."""
    if "." in token:
        return len(token.split(".")[1].split("e")[0])
    bare = token.replace(",", "")
    return len(bare.rstrip("0")) - len(bare) if "," in token else 0


# What no cell prints, and why it need not.
ELSEWHERE = {
    "01_one_dimension": {"150"},  # one of the steps that `range(0, 201, 50)` counts
    "02_learning_rates": {"2500"},  # an article's, as is 1,289,000
    "04_linear_regression": {"83,000", "43,000"},  # dollars; printed are thousands of them
    "07_momentum_and_adam": {"200", "500"},  # the budgets of made-up races
    "10_a_small_network": {"1,289,000"},
}


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_numbers_in_the_prose_are_printed(lesson):
    assert set(unprinted(notebook(lesson).cells)) == ELSEWHERE.get(lesson.stem, set())


def test_an_unprinted_number_is_found():
    cells = [
        nbformat.v4.new_markdown_cell(
            "The walk of 2016 ends at 1.9680, not at 1.97, in 0.12 s. The loss of 6,785 or 6875 "
            "is about 7,000 after 99 of 310 steps, or 300."
        ),
        nbformat.v4.new_code_cell(
            "walk(310)", outputs=[nbformat.v4.new_output("stream", text="1.96798 6875.2\n")]
        ),
    ]
    assert unprinted(cells) == ["0.12", "6,785", "300"]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_parts(lesson):
    """Every lesson says what it is for, how long it takes, and what it was."""
    prose = "\n".join(c.source for c in notebook(lesson).cells if c.cell_type == "markdown")
    assert re.search(r"\*About \d+ minutes\.", prose)
    for part in ("You will be able to", "## Quick check", "## Words for your glossary"):
        assert part in prose, part


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_the_end_tells_where_one_is(lesson):
    last = [cell for cell in notebook(lesson).cells if cell.cell_type == "code"][-1]
    assert last.source.startswith("finish(")


def questions(lesson):
    """Return every question of a lesson: the call, and its arguments."""
    for cell in notebook(lesson).cells:
        if cell.cell_type != "code":
            continue
        for node in ast.walk(ast.parse(cell.source)):
            name = getattr(getattr(node, "func", None), "id", "")
            if name in ("predict", "quick", "reveal"):
                yield name, node


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_questions(lesson):
    """Each prediction is compared, each choice explained, and nothing needs TeX in a box."""
    names = {"predict": [], "quick": [], "reveal": []}
    for kind, call in questions(lesson):
        name = call.args[0].value
        names[kind].append(name)
        if kind == "reveal":
            continue
        assert isinstance(call.args[2], ast.Dict), name
        choices = ast.literal_eval(call.args[2])
        assert len(choices) >= 2, name
        for choice, because in choices.items():
            assert len(because) > 15, (name, choice)
        for text in (call.args[1].value, *choices, *choices.values()):
            assert not re.search(r"\$|\*\w|<", text), (name, text)
    assert names["quick"]
    assert sorted(names["predict"]) == sorted(set(names["reveal"]))
    asked = names["predict"] + names["quick"]
    assert len(asked) == len(set(asked))


def test_neither_place_nor_length_tells_which_choice_is_right():
    """Whoever always takes the middle, or the longest, is right hardly more often than by luck."""
    places, longest, asked = Counter(), 0, 0
    for text in TEXTS.values():
        for call in ast.walk(ast.parse(text)):
            if getattr(getattr(call, "func", None), "id", "") != "quick":
                continue
            choices = list(ast.literal_eval(call.args[2]))
            right = ast.literal_eval(call.keywords[0].value)
            others = [len(choice) for choice in choices if choice != right]
            places[choices.index(right)] += 1
            longest += len(right) > max(others)
            asked += 1
            # Short ones, such as A and B, say nothing by their length.
            assert len(right) <= max(1.6 * max(others), 25), ast.literal_eval(call.args[0])
    assert max(places.values()) < 0.4 * asked, places
    assert longest < 0.4 * asked, f"{longest} of {asked}"


def test_walks_on_a_map_are_drawn_to_scale():
    """Else a ravine looks wider than it is, and no step crosses a line at a right angle."""
    for name, text in TEXTS.items():
        for call in ast.walk(ast.parse(text)):
            if getattr(getattr(call, "func", None), "attr", "") == "contour_walks":
                given = {one.arg: ast.unparse(one.value) for one in call.keywords}
                assert given.get("equal") == "True", (name, given.get("title"))


# A line that begins so ends the paragraph above it and begins a list, also in mid-sentence.
LIST = re.compile(r"(1[.)]|[+*]) ")


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_no_sentence_becomes_a_list(lesson):
    for cell in notebook(lesson).cells:
        if cell.cell_type == "markdown":
            lines = ["", *cell.source.splitlines()]
            begun = [line for above, line in pairwise(lines) if above and LIST.match(line)]
            assert begun == []


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_cells_fit_a_screen(lesson):
    for cell in notebook(lesson).cells:
        if "jupyter" in cell.metadata:
            continue  # What is folded away takes no room.
        limit = 32 if cell.cell_type == "code" else 90
        assert len(cell.source.splitlines()) <= limit, cell.source[:80]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_every_exercise_of_the_lesson_is_in_it(lesson):
    names = {
        cell.metadata.nbgrader.grade_id.rpartition("-")[0]
        for cell in notebook(lesson).cells
        if "nbgrader" in cell.metadata
    }
    assert names == {exercise.name for exercise in checked_lessons()[lesson.stem]}
