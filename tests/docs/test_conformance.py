"""The page on accessibility: no criterion is left out, and each test that it names exists."""

import ast
import re

import pytest

from course_folder import ROOT

TEXT = (ROOT / "docs" / "conformance.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\d\.\d+\.\d+) [^|]+ \| (AA?) \| ([^|]+) \|([^|]*)\|$", re.MULTILINE)
ROWS = ROW.findall(TEXT)
TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
# How many criteria of each level WCAG 2.2 has (4.1.1 is gone).
LEVELS = {"A": 31, "AA": 24}


def test_every_criterion_is_there_once():
    assert {level: [row[1] for row in ROWS].count(level) for level in LEVELS} == LEVELS
    assert len({row[0] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_line_names_its_test_or_says_why_there_is_none(row):
    _, _, kept, test = row
    without = kept.startswith(("does not occur", "not known"))
    assert without != bool(TEST.search(test)), kept


@pytest.mark.parametrize(("file", "name"), sorted(set(TEST.findall(TEXT))))
def test_a_test_that_is_named_exists(file, name):
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    names = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    assert not name or name in names
    assert any(one.startswith("test_") for one in names)
