"""docs/notation.md: every word and sign once, and the lessons keep to them."""

import re
from collections import Counter

import pytest

from tests.support.pages import DOCS, TEXTS, lesson, tables

PAGE = (DOCS / "notation.md").read_text(encoding="utf-8")
SIGNS, WORDS, RULES = (
    tables(PAGE.partition(f"## {title}\n")[2].partition("\n## ")[0])
    for title in ("Signs", "Words", "What we do not write")
)
LINK = "../../docs/notation.md"


def singular(word):
    return word.lower().removesuffix("s")


def parts(cell):
    return [part.strip() for part in cell.split(",")]


def glossary(text):
    """Return the bold words of a lesson's glossary."""
    section = re.search(
        r"^# ## Words for your glossary\n(.*?)^(?:# ##|# Next:|# %%)", text, re.M | re.S
    )
    assert section, "a lesson has a section *Words for your glossary*"
    return re.findall(r"\*\*(.+?)\*\*", section[1])


def cells(text):
    """Return the text of each cell; of Markdown without its comment signs."""
    for cell in re.split(r"^(?=# %%)", text, flags=re.MULTILINE):
        head, _, body = cell.partition("\n")
        yield re.sub(r"^# ?", "", body, flags=re.MULTILINE) if "[markdown]" in head else body


def said_by_us(cell):
    """Return a cell without what others say: quotations, and how else a thing is called."""
    if re.match(r"##+ What the articles? got wrong", cell):
        return ""
    ours = []
    for paragraph in re.split(r"\n\n|\n(?=- )", cell):
        text = re.sub(r"also (called|written|known)\b[^.]*", "", paragraph, flags=re.IGNORECASE)
        if re.search(r"\barticles?\b|\bcalls?\b|\bsays?\b", text):
            text = re.sub(r"(?<!\*)\*(?!\*)[^*]+\*", "", text)
        ours.append(text)
    return "\n\n".join(ours)


def found_against(rules, text):
    """Return (what we write, what stands there) for each rule that the text breaks."""
    found = []
    for ours, banned in rules:
        for word in re.findall(r"`(.+?)`", banned):
            edge = r"\b" if word[0].isalpha() and word[0].isascii() else ""
            last = r"(?![a-zA-Z])" if word[0] == "\\" else ""
            pattern = edge + re.escape(word).replace(r"\ ", r"\s+") + last
            if any(re.search(pattern, said_by_us(cell), re.I) for cell in cells(text)):
                found.append((ours, word))
    return found


def test_each_stands_once():
    for rows in (SIGNS, WORDS):
        counted = Counter(part for term, *_ in rows for part in parts(term))
        assert [term for term, times in counted.items() if times > 1] == []
        assert all(len(row) == 4 and row[1] for row in rows)


def test_lessons_are_those_they_come_from():
    """A word comes from the first lesson that has it in its glossary, or else uses it."""
    first = {}
    for name, text in TEXTS.items():
        for word in glossary(text):
            first.setdefault(singular(word), name)
    for term, _, _, number in WORDS:
        for word in parts(term):
            name = first.get(singular(word), lesson(number))
            assert name == lesson(number), f"{word} comes from {name}"
            assert re.search(rf"\b{word}", TEXTS[name], re.IGNORECASE), word
    for term, _, _, number in SIGNS:
        for sign in re.findall(r"\$(.+?)\$", term):
            assert sign in TEXTS[lesson(number)], f"{sign} is not in lesson {number}"


def test_no_lesson_before_that_brings_a_word_in():
    """Bold in the text is a word that is new there: a row names no later lesson."""
    for term, _, _, number in WORDS:
        for word in parts(term):
            first = next((name for name in TEXTS if brings_in(TEXTS[name], word)), lesson(number))
            assert first >= lesson(number), f"{word} is brought in by {first}"


def brings_in(text, word):
    """Return whether a word is bold in a lesson's text."""
    return re.search(rf"^# .*\*\*{re.escape(word)}s?\*\*", text, re.MULTILINE | re.IGNORECASE)


@pytest.mark.parametrize("name", TEXTS)
def test_every_word_of_a_glossary_is_in_it(name):
    known = {singular(word) for term, *_ in WORDS for word in parts(term)}
    unknown = [word for word in glossary(TEXTS[name]) if singular(word) not in known]
    assert not unknown, f"a row in docs/notation.md says what each of them is: {unknown}"


# What is no letter of a formula: code, words, and the formula's own commands.
CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
WORDS_IN_TEX = re.compile(r"\\text\{[^{}]*\}")
GREEK = re.compile(r"\\(?:alpha|beta|delta|(?:var)?epsilon|eta|theta|kappa|lambda|mu|rho|sigma)\b")


def letters(text):
    """Return the letters of all formulas in a lesson's text, Latin and Greek."""
    found = set()
    for cell in re.split(r"^(?=# %%)", text, flags=re.MULTILINE):
        head, _, body = cell.partition("\n")
        if "[markdown]" in head:
            body = said_by_us(CODE.sub("", re.sub(r"^# ?", "", body, flags=re.MULTILINE)))
            for double, single in re.findall(r"\$\$(.+?)\$\$|\$(.+?)\$", body, re.DOTALL):
                found |= letters_of(double or single)
    return found


def letters_of(formula):
    formula = WORDS_IN_TEX.sub(" ", formula).replace("_", " ")
    latin = re.findall(r"[a-zA-Z]", re.sub(r"\\[a-zA-Z]+", " ", formula))
    return {*GREEK.findall(formula), *latin}


def test_every_letter_of_a_formula_is_in_it():
    known = {letter for sign, *_ in SIGNS for letter in letters_of(sign)}
    missing = {name: letters(text) - known for name, text in TEXTS.items()}
    assert {name: sorted(left) for name, left in missing.items() if left} == {}


def test_a_sign_is_in_a_formula_of_the_lesson_it_comes_from():
    for term, _, _, number in SIGNS:
        used = letters(TEXTS[lesson(number)])
        for sign in re.findall(r"\$([a-zA-Z])\$", term):
            assert sign in used, f"no formula of lesson {number} has {sign}"


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_is_used_against_it(name):
    assert found_against(RULES, TEXTS[name]) == []


@pytest.mark.parametrize("name", TEXTS)
def test_every_lesson_links_to_it(name):
    linked = f"]({LINK})" in TEXTS[name]
    assert linked, f"the glossary of lessons/{name}.py links to {LINK}"
    for folder in ("source", "release", "my-work"):
        here = DOCS.parent / folder / name
        assert (here / LINK).resolve() == (DOCS / "notation.md").resolve()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# %% [markdown]\n# The step\n# size is 0.1.\n", "step size"),
        ("# %% [markdown]\n# $w \\leftarrow w - \\alpha g$\n", "\\alpha"),
        ("# %% [markdown]\n# $$L(w, b) = 0$$\n", "L(w"),
        ('# %%\nprint("one minibatch")\n', "minibatch"),
        ("# %% [markdown]\n# The rate, also called *step size*. It is $\\alpha$.\n", "\\alpha"),
    ],
)
def test_a_word_against_it_is_found(text, told):
    assert [word for _, word in found_against(RULES, text)] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "# %% [markdown]\n# The rate. Also called *step size*, also written $\\alpha$.\n",
        "# %% [markdown]\n# ## What the article got wrong: Adam\n#\n# $$w - \\alpha m$$\n",
        "# %% [markdown]\n# It calls this *the cost\n# function*.\n",
        "# %%\nalpha, step = 0.99, 1\n",
    ],
)
def test_what_others_say_is_left_alone(text):
    assert found_against(RULES, text) == []
