"""docs/errata.md: what is true in it is computed anew, and nothing that is wrong is left out."""

import ast
import re
from copy import deepcopy
from fractions import Fraction

import pytest

from authoring import errata
from course_folder import ROOT
from tests.support.pages import HEADINGS

DATA = errata.load()
NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?")


def value(text):
    return float(text.replace("−", "-").replace(",", ""))


def numbers(text):
    text = re.sub(r"\blesson \d", "", text)
    return {value(found.rstrip(",")) for found in NUMBER.findall(text)}


def names_used(code):
    nodes = list(ast.walk(ast.parse(code)))
    functions = {node.name for node in nodes if isinstance(node, ast.FunctionDef)}
    return functions | {node.id for node in nodes if isinstance(node, ast.Name)}


def not_computed(entry, text):
    """Return which numbers of a text are neither computed nor what the computing begins with."""
    known = names_used(entry.get("given", "")) | set(errata.NAMES)
    found = [expression for expression, _ in errata.COMPUTED.findall(text)]
    said = " ".join([entry.get("says", ""), entry.get("given", ""), *found])
    copied = numbers(errata.COMPUTED.sub("", text)) - numbers(said.replace("_", ""))
    if copied and "source" not in entry:
        yield f"{sorted(copied)} is not computed: {text}"
    for expression in found:
        if not names_used(expression) & known:
            yield f"{{{expression}}} is a copied value"


def problems(data):
    """Return what is wrong with the data, in sentences."""
    found, seen = [], set()
    for entry in data["table"]:
        known = errata.names(entry)
        for claim, where, printed, true in entry["rows"]:
            seen.add(claim)
            found += not_computed(entry, true)
            if value(errata.filled(true, known)) == value(printed):
                found.append(f"{claim}, {where}: printed and true are both {printed}")
    for entry in data["sentence"]:
        seen.update(entry["ids"])
        found += not_computed(entry, entry["true"])
    for entry in data["table"] + data["sentence"]:
        name = entry.get("lesson")
        if "no_lesson" not in entry and entry["heading"] not in HEADINGS.get(name, ()):
            found.append(f"lesson {name} has no section {entry['heading']!r}")
        if entry["article"] not in data["articles"]:
            found.append(f"there is no article {entry['article']}")
    return found + [f"{claim} is not treated" for claim in data["wrong"] if claim not in seen]


def test_the_page_is_what_the_data_computes():
    page = errata.PAGE.read_text(encoding="utf-8")
    assert page == errata.page(DATA), "run `python -m authoring docs`"


@pytest.mark.parametrize(
    ("expression", "told"),
    [("-0.001 | .2f", "0.00"), ("-1.5", "−1.5"), ("-2000.4 | ,.0f", "−2,000"), ("-0.0", "0.0")],
)
def test_a_number_has_a_minus_sign_and_zero_none(expression, told):
    assert errata.filled(f"{{{expression}}}", {}) == told


def test_the_data_is_sound():
    assert problems(DATA) == []
    assert len(set(DATA["wrong"])) == 109


def test_a_tuned_dial_stands_beside_the_usual_one():
    """A race between a rule that was tuned and one that was not is what lesson 7 warns of."""
    texts = [" ".join(computed[0] for computed in errata.COMPUTED.findall(entry["true"]))
             for entry in DATA["sentence"]]  # fmt: skip
    for text in texts:
        for rule, dial in re.findall(r"optimizers\.(\w+)\(([\d.]+)\)", text):
            assert f"optimizers.{rule}()" in text, (rule, dial)


def test_links_lead_somewhere():
    targets = set(re.findall(r"\]\(([^)]+)\)", errata.PAGE.read_text(encoding="utf-8")))
    assert [target for target in targets if not (ROOT / "docs" / target).exists()] == []


def exact(row):
    """Return the closed form behind some rows, in fractions, from where the article stands."""
    claim, where, *_ = row
    step = int(re.search(r"\d+", where)[0]) if "step" in where else None
    fifth = Fraction(4, 5)
    if claim <= "S0-021" and step is not None:  # (w − 4)² + 2
        if "weight" in where:
            return 4 - 5 * fifth ** (step + 1)
        return 2 + 25 * fifth ** (2 * step) if "loss" in where else -10 * fifth**step
    if "S0-043" <= claim <= "S0-052":  # the bowl
        if "loss" in where:
            return 74 * fifth ** (2 * step)
        return 3 + 5 * fifth**step if "w1" in where else -1 + 7 * fifth**step
    if "S3-015" <= claim <= "S3-034":  # one weight, rate 1e-7
        factor = Fraction(-17, 10)
        if "weight" in where:
            return 200 - 100 * factor ** (step + 1)
        return 135 * 10**9 * factor ** (2 * step)
    return None


def test_closed_forms_agree():
    """The runs of `course` are right: where there is a formula, it gives the same digits."""
    compared = 0
    for entry in DATA["table"]:
        known = errata.names(entry)
        for row in entry["rows"]:
            if (formula := exact(row)) is not None:
                form = errata.COMPUTED.search(row[3])[2].strip()
                shown = errata.filled(row[3], known).replace("−", "-")
                assert shown == format(float(formula), form), row
                compared += 1
    assert compared == 43


def printed_as_true(data):
    data["table"][0]["rows"][1][2] = "2.3616"


def copied(data):
    data["table"][0]["rows"][1][3] = "{2.3616 | .4f}"


def typed_in(data):
    sentence = next(entry for entry in data["sentence"] if entry["ids"] == ["S0-024"])
    sentence["true"] = "After 20 steps the weight is 3.9424."


def left_out(data):
    data["sentence"] = [entry for entry in data["sentence"] if entry["ids"] != ["S3-064"]]


def lost_section(data):
    data["table"][0]["heading"] = "What the article got right"


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (printed_as_true, "S0-010, step 4, weight: printed and true are both 2.3616"),
        (copied, "{2.3616} is a copied value"),
        (typed_in, "[3.9424] is not computed: After 20 steps the weight is 3.9424."),
        (left_out, "S3-064 is not treated"),
        (lost_section, "lesson 01_one_dimension has no section 'What the article got right'"),
    ],
)
def test_a_spoiled_entry_is_found(spoil, told):
    data = deepcopy(DATA)
    spoil(data)
    assert problems(data) == [told]


def test_a_wrong_number_on_the_page_is_found():
    data = deepcopy(DATA)
    data["table"][0]["given"] = "walk = descent.descend(landscapes.parabola, -1, 0.11, 20)"
    assert errata.page(data) != errata.page(DATA)
