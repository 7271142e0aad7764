"""The drawing program: its modules by Node's own test runner, and how they are joined."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest

from course.explorers.kit.controls import Slider
from course.explorers.kit.page import LOOK, MODULES, PAGE, script, style
from course.explorers.kit.scene import Race, Scene, Table, Words
from course_folder import ROOT

HERE = Path(__file__).parent
GIVEN = json.loads((HERE / "templates.json").read_text(encoding="utf-8"))
TESTS = sorted((HERE / "page").glob("*.test.mjs"))


def node(*arguments) -> subprocess.CompletedProcess:
    program = shutil.which("node")
    # Missing, it would leave the drawing program without its tests: that is a failure.
    assert program, "Node is missing: install it (it comes with npm), or set PATH"
    return subprocess.run(
        [program, "--no-warnings", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("file", TESTS, ids=lambda file: file.name.split(".")[0])
def test_modules_by_node(file):
    done = node("--test", file)
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(re.search(r"^# pass (\d+)", done.stdout, re.MULTILINE).group(1)) > 0


def numbers(values):
    return np.array(values, dtype=float)


@pytest.mark.parametrize("case", GIVEN["cases"], ids=lambda case: case["template"][:30])
def test_templates_mean_the_same_in_python(case):
    controls = [Slider(name, name, values) for name, values in GIVEN["controls"].items()]
    texts = {k: Words(np.array(v["values"], object), v["axes"]) for k, v in GIVEN["texts"].items()}
    tables = {k: Table(numbers(v["values"]), v["axes"]) for k, v in GIVEN["tables"].items()}
    races = {name: Race(**race) for name, race in GIVEN["races"].items()}
    scene = Scene((), tables, texts, "", races=races)
    assert scene.filled(case["template"], controls, case["at"]) == case["text"]


@pytest.mark.parametrize("name", MODULES)
def test_a_module_is_small_and_uses_those_before_it_alone(name):
    text = (PAGE / f"{name}.js").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 200
    used = re.findall(r'from "\./([\w.]+)"', text)
    before = [f"{other}.js" for other in MODULES[: MODULES.index(name)]]
    assert set(used) <= {*before, "look.json"}


def test_all_modules_are_joined_once():
    assert sorted(MODULES) == sorted(path.stem for path in PAGE.glob("*.js"))
    joined = script()
    assert "import " not in joined
    assert "export " not in joined
    for name in MODULES:
        text = (PAGE / f"{name}.js").read_text(encoding="utf-8")
        for made in re.findall(r"^export (?:function|const) (\w+)", text, re.MULTILINE):
            assert len(re.findall(rf"^(?:function|const) {made}\b", joined, re.MULTILINE)) == 1


def test_the_size_that_is_told_is_the_programs():
    text = (ROOT / "docs" / "explorers.md").read_text(encoding="utf-8")
    told = re.search(r"holds the program \((\d+) kB\)", text)
    assert int(told[1]) == round(len(script().encode()) / 1000)


def test_names_of_modules_do_not_meet(tmp_path):
    """As a module the joined script would not be read if two of its names were one."""
    file = tmp_path / "joined.mjs"
    file.write_text(script(), encoding="utf-8")
    done = node("--check", file)
    assert done.returncode == 0, done.stderr
    # It is read as a script, too, where a page holds it.
    assert "</" not in script()


def test_sizes_and_colours_come_from_one_table():
    text = style()
    assert LOOK["light"].keys() == LOOK["dark"].keys()
    for name, light in LOOK["light"].items():
        assert f"--ce-{name}: light-dark({light}, {LOOK['dark'][name]});" in text
    assert f"--ce-letters: {LOOK['text']['body']}px;" in text
    assert f"--ce-picture: {LOOK['text']['small']}px;" in text
    assert "--ce-text-small: calc(var(--ce-body) * 12 / 14);" in text
    assert "/* sizes" not in text
    # Every variable that is used is set.
    used = set(re.findall(r"var\(--ce-([\w-]+)\)", text))
    assert used <= set(re.findall(r"--ce-([\w-]+):", text))
