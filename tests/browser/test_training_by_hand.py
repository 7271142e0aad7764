"""watch_training in JupyterLab: live while the cell runs, whole at its end, there without it."""

from __future__ import annotations

import json
import re
import shutil

import nbformat
import pytest

from tests.support.accessible import IN_BOTH_THEMES, check_accessible
from tests.support.alone import alone, exported, fits, offline
from tests.support.drawn import check_drawn, field, in_window, sentence, settle
from tests.support.explorers import watched

IMPORTS = """import numpy as np
from course import data, explorers, network, optimizers
from course.explorers import training
training.PAUSE, training.TIMES = 0.1, 2  # Often, however busy the machine is.
train, held_back = data.digits()
start = network.random_layers([64, 50, 10], np.random.default_rng(9))"""
CALL = """gradient = network.Gradient(train.x, train.y)
history = explorers.watch_training(
    gradient, start, optimizers.adam(), lr=0.01, batch_size=32, epochs={epochs},
    rng=np.random.default_rng(9), validation=(held_back.x, held_back.y),
)
print("spent", gradient.spent)"""
SHORT, LONG = CALL.format(epochs=15), CALL.format(epochs=500)
# Without the promise of its end, which Playwright would wait for.
RUN = "(name) => { window.jupyterapp.commands.execute(name); }"
LAST = """() => {
    const { content } = window.jupyterapp.shell.currentWidget;
    content.activeCellIndex = content.widgets.length - 1;
    content.deselectAll();
}"""
SPENT = "spent 19455"
PROGRESS = '[data-control="progress"] output'


@pytest.fixture(scope="module")
def explorer():
    return watched()


@pytest.fixture(scope="module")
def page(browser, lab):
    cells = [IMPORTS, SHORT, LONG]
    with lab.opened(browser, "training.ipynb", cells, height=1000, run=False) as page:
        page.evaluate(LAST)
        page.evaluate(RUN, "notebook:run-all-above")
        page.get_by_text(SPENT).wait_for()
        yield page


def test_it_is_seen_while_it_trains_and_an_interrupt_leaves_it(page, lab):
    # Only now: it must not be at its end when this test begins.
    page.evaluate(LAST)
    page.evaluate(RUN, "notebook:run-cell")
    lab.live(page, 2)
    progress = page.locator(PROGRESS).nth(1)
    seen = []
    for _ in range(3):
        text = progress.inner_text()
        seen.append(int(re.fullmatch(r"epoch (\d+) of 500", text).group(1)))
        page.wait_for_function(
            "([node, text]) => node.textContent !== text", arg=[progress.element_handle(), text]
        )
    assert seen == sorted(set(seen))
    assert seen[-1] < 500
    assert page.locator(".jp-Notebook progress").nth(1).evaluate("(node) => node.value") > 0
    assert "Python does not answer" not in page.locator(".jp-Notebook").inner_text()
    page.evaluate(RUN, "kernelmenu:interrupt")
    page.get_by_text("KeyboardInterrupt").first.wait_for()
    page.wait_for_function(
        "(node) => /stopped/.test(node.textContent)", arg=progress.element_handle()
    )
    last = int(re.fullmatch(r"stopped after epoch (\d+) of 500", progress.inner_text()).group(1))
    assert seen[-1] <= last < 500
    root = lab.live(page, 2)[1]
    assert sentence(root).startswith(f"epoch {last} of 500: training rows ")
    assert field(root, "epoch").get_attribute("max") == str(last)


def test_its_end_is_what_python_computes(page, lab, explorer):
    root = lab.live(page)[0]
    root.scroll_into_view_if_needed()
    settle(root)
    slider = field(root, "epoch")
    assert slider.input_value() == "15"
    for epoch in (15, 3, 0):
        while int(slider.input_value()) > epoch:
            slider.press("ArrowLeft")
        text = explorer.scene.filled(explorer.scene.sentence, explorer.controls, {"epoch": epoch})
        assert sentence(root) == text
        assert check_drawn(root, explorer.scene, {"epoch": epoch}) >= 18
    assert root.locator(PROGRESS).inner_text() == "epoch 15 of 15"
    # One picture: the stored one waits behind it, and what the cell prints stands below.
    own = page.locator(".jp-CodeCell").nth(1)
    assert own.locator(".course-explorer-page").count() == 1
    assert own.locator(".course-explorer-page:visible").count() == 0
    assert page.get_by_text(SPENT).is_visible()


def test_a_click_chooses_an_epoch(page, lab, explorer):
    root = lab.live(page)[0]
    box = in_window(root.locator('[data-panel="right"] .ce-frame'))
    page.mouse.click(box["x"] + box["width"] * 7 / 15, box["y"] + 30)
    assert sentence(root).startswith("epoch 7 of 15: ")
    check_drawn(root, explorer.scene, {"epoch": 7})
    field(root, "epoch").press("End")


@IN_BOTH_THEMES
def test_axe_finds_no_serious_violation(page, lab, theme):
    check_accessible(page, lab.live(page)[:1], theme)


def test_stored_it_is_small_and_stands_without_its_kernel(page, lab, browser, explorer, tmp_path):
    lab.command(page, "docmanager:save")
    # A copy: the other cell may run on, and the kernel is not ended for those that need it.
    path = lab.folder / "stored.ipynb"
    shutil.copyfile(lab.folder / "training.ipynb", path)
    cell = nbformat.read(path, as_version=4).cells[1]
    live, stored, _printed = cell.outputs
    assert live.data["text/plain"] == ""
    assert stored.data["text/plain"] == explorer.text
    assert len(json.dumps([live, stored], ensure_ascii=False).encode()) < 300_000
    with lab.shown(browser, path.name, height=1000) as again:
        root = again.locator(".course-explorer-page .course-explorer").first
        root.wait_for()
        assert not any(node.is_visible() for node in again.get_by_text("model not found").all())
        assert again.get_by_text(SPENT).is_visible()
        works_alone(root, explorer)
    with offline(browser, exported(path, tmp_path)) as page:
        page_version = page.locator(".course-explorer-page").first
        page_version.scroll_into_view_if_needed()
        page_version.locator(".ce-said").wait_for()
        works_alone(page_version.locator(".course-explorer"), explorer)


def works_alone(root, explorer):
    slider = field(root, "epoch")
    slider.focus()
    slider.press("Home")
    slider.press("ArrowRight")
    at = {"epoch": 1}
    text = explorer.scene.filled(explorer.scene.sentence, explorer.controls, at)
    assert sentence(root) == text
    check_drawn(root, explorer.scene, at)
    assert "needs Python" not in root.inner_text()


def test_a_narrow_window_shows_everything(browser, explorer, tmp_path):
    with alone(browser, explorer, tmp_path, width=360) as page:
        assert fits(page)
