"""Predictions and quick checks keep what was chosen: saved, reopened, restarted, exported."""

import json

import pytest

from tests.support.accessible import IN_BOTH_THEMES, check_accessible
from tests.support.alone import exported, offline
from tests.support.lab_server import SHOW

CELLS = [
    'from course import predict, quick, reveal\npredict("way", "Which way is `downhill`?", '
    '{"left": "Left looks nearer.", "right": "The slope is below zero."})',
    'reveal("way", False, True)',
    'quick("sign", "A slope of +3 moves w …", {"up": "Downhill is the other way.", '
    '"down": "Against the slope."}, right="down")',
]
NAME, OTHER = "questions.ipynb", "other.ipynb"
# A notebook opened in a tab that is not shown.
BEHIND = """async (path) => {
    const options = { activate: false };
    await window.jupyterapp.commands.execute("docmanager:open", { path, options });
}"""
# As the button of the notebook does, once its question is answered with yes.
RESTART = "window.jupyterapp.shell.currentWidget.context.sessionContext.session.kernel.restart()"


def live(page, text):
    """Return the live box whose text begins so, once it is there."""
    box = page.locator(".course-question-live", has_text=text)
    box.wait_for()
    return box


def said(box):
    return box.locator(".course-question-said").inner_text()


def told(page, text):
    """Wait until a sentence is to be seen."""
    page.locator("p:visible", has_text=text).first.wait_for()


def choose(box, choice):
    box.get_by_label(choice, exact=True).check()


@pytest.fixture
def opened(browser, lab):
    (lab.folder / "predictions.json").unlink(missing_ok=True)
    with lab.opened(browser, NAME, CELLS) as page:
        live(page, "Quick check")
        yield page
    lab.end_kernels()


def save(page, lab):
    lab.command(page, "docmanager:save")
    page.wait_for_function(
        "() => !window.jupyterapp.shell.currentWidget.context.model.dirty", timeout=20_000
    )


def reopened(page, lab):
    """Save, end the kernel, and give the page as it opens the next day."""
    save(page, lab)
    lab.end_kernels()
    lab.open(page, NAME, kernel=False)
    page.locator(".course-question-page .course-question fieldset").first.wait_for()
    return page


def test_a_choice_is_recorded_compared_and_still_there_next_day(opened, lab):
    box = live(opened, "Predict")
    assert "Choose" in said(box)
    choose(box, "left")
    told(opened, "You chose, after the run: left.")
    assert "What happened: right. The slope is below zero." in said(box)
    assert "Left looks nearer." in said(box)
    kept = json.loads((lab.folder / "predictions.json").read_text())
    assert kept["way"]["first"] == "left"
    quick = live(opened, "Quick check")
    choose(quick, "down")
    told(opened, "Right. Against the slope.")
    page = reopened(opened, lab)
    text = page.locator(".jp-Notebook").inner_text()
    assert "model not found" not in text
    boxes = page.locator(".course-question-page .course-question:visible")
    boxes.nth(1).wait_for()
    assert boxes.first.get_by_label("left", exact=True).is_checked()
    assert "You chose, after the run: left." in boxes.first.inner_text()
    assert "Right. Against the slope." in boxes.nth(1).inner_text()


def test_a_choice_made_before_the_cell_runs_is_recorded_once_it_does(opened, lab):
    page = reopened(opened, lab)
    box = page.locator(".course-question-page .course-question:visible").first
    choose(box, "left")
    told(page, "You predicted: left.")
    kept = lab.folder / "predictions.json"
    assert not kept.exists()
    lab.ready(page)
    lab.run_all(page)
    told(page, "You chose, after the run: left.")
    assert json.loads(kept.read_text())["way"]["first"] == "left"
    # What is reset stays so: the browser does not bring it back.
    kept.unlink()
    lab.run_all(page)
    told(page, "You made no prediction.")
    assert live(page, "Predict").locator(":checked").count() == 0


def test_a_choice_is_recorded_though_the_page_was_drawn_behind_another_notebook(opened, lab):
    save(opened, lab)
    lab.end_kernels()
    lab.write(OTHER, ["print(1)"])
    # As JupyterLab opens what was open the day before: the address is that of one of them.
    lab.open(opened, OTHER)
    opened.evaluate(BEHIND, NAME)
    opened.locator(".course-question-page fieldset").first.wait_for(state="attached")
    opened.evaluate(SHOW, NAME)
    choose(opened.locator(".course-question-page .course-question:visible").first, "left")
    lab.ready(opened)
    lab.run_all(opened)
    told(opened, "You chose, after the run: left.")
    assert json.loads((lab.folder / "predictions.json").read_text())["way"]["first"] == "left"


def test_recorded_is_not_said_after_a_restart(opened, lab):
    box = live(opened, "Quick check")
    lab.end_kernels()
    choose(box, "up")
    told(opened, "Not recorded: Python is busy or was restarted.")
    assert not box.get_by_label("up", exact=True).is_checked()
    assert not (lab.folder / "predictions.json").exists()


def test_a_choice_after_a_restart_in_the_page_is_lost_with_a_sentence_alone(opened, lab):
    box = live(opened, "Quick check")
    errors = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.evaluate(RESTART)
    # It is taken back at once.
    box.get_by_label("up", exact=True).click()
    told(opened, "Not recorded: Python is busy or was restarted.")
    assert errors == []


def test_the_keyboard_alone_answers(opened):
    box = live(opened, "Quick check")
    box.get_by_label("up", exact=True).focus()
    box.get_by_label("up", exact=True).press("Space")
    told(opened, "Not quite. Downhill is the other way.")
    box.get_by_label("up", exact=True).press("ArrowDown")
    told(opened, "Right. Against the slope.")
    assert "Your first choice stays noted: up." in said(box)


@IN_BOTH_THEMES
def test_axe_finds_no_serious_violation(opened, theme):
    opened.set_viewport_size({"width": 420, "height": 860})
    choose(live(opened, "Quick check"), "up")
    told(opened, "Not quite.")
    check_accessible(opened, [live(opened, "Predict"), live(opened, "Quick check")], theme, 4)


def test_an_export_answers_without_kernel_and_network(opened, lab, browser, tmp_path):
    save(opened, lab)
    with offline(browser, exported(lab.folder / NAME, tmp_path), width=420) as page:
        boxes = page.locator(".course-question")
        boxes.first.locator("fieldset").wait_for()
        choose(boxes.nth(1), "up")
        assert "Not quite. Downhill is the other way." in said(boxes.nth(1))
        assert "The slope is below zero" not in boxes.first.inner_text()
        choose(boxes.first, "right")
        assert "You predicted: right. Just so." in said(boxes.first)
        page.reload()
        assert page.locator(".course-question").first.get_by_label("right").is_checked()
        # In a later edition the choices may stand in another order.
        (key,) = page.evaluate("Object.keys(localStorage).filter((key) => key.endsWith(':way'))")
        assert page.evaluate("(key) => localStorage.getItem(key)", key) == "right"


def test_kept_is_not_said_where_the_browser_kept_another_choice(lab, browser, tmp_path):
    (lab.folder / "predictions.json").unlink(missing_ok=True)
    with lab.opened(browser, OTHER, CELLS[:1]) as page:
        live(page, "Predict")
        save(page, lab)
    lab.end_kernels()
    with offline(browser, exported(lab.folder / OTHER, tmp_path)) as page:
        box = page.locator(".course-question")
        choose(box, "left")
        assert "Kept in this browser: left." in said(box)
        page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
        choose(box, "right")
        assert "Not kept: right." in said(box)
