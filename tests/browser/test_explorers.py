"""Each explorer in JupyterLab in a real browser: what the hand does, and what is drawn and said.

A new explorer is one new line in `course.explorers`; every test that can be general is.
"""

from __future__ import annotations

import json

import nbformat
import numpy as np
import pytest

from course.explorers import CALLS
from course.explorers.kit.controls import Slider
from course.explorers.kit.page import LOOK
from tests.support.accessible import IN_BOTH_THEMES, check_accessible
from tests.support.alone import alone, exported, offline
from tests.support.drawn import (
    answered,
    asked,
    check_drawn,
    field,
    in_window,
    numbers,
    positions,
    sentence,
    settle,
)
from tests.support.explorers import IMPORTS, WITHOUT_PICTURES, made
from tests.support.sizes import BEYOND, PICTURES, TEXTS, TOGETHER

CONTROLS = "input, select, button"
SLIDER = """(node) => ({
    told: node.getAttribute("aria-valuetext"), focus: node === document.activeElement })"""
# Whether a control has the focus, and what is seen and heard of it.
FOCUSED = """(node) => ({
    focus: node === document.activeElement,
    visible: node.matches(":focus-visible"),
    outline: parseFloat(getComputedStyle(node).outlineWidth),
    named: node.labels?.length > 0 || node.textContent.trim().length > 0,
})"""
# Where the controls of each stood when the notebook had been run.
OPENED = {}
# What was seen of each in a small window, before anything was moved.
SMALL = {}


@pytest.fixture(scope="module")
def expected():
    """The same explorers, in this process."""
    return {name: made(name) for name in CALLS}


@pytest.fixture(scope="module")
def page(browser, lab, expected):
    """A notebook with every explorer, all cells run; its window is small first, then large."""
    cells = [WITHOUT_PICTURES, *CALLS.values()]
    with lab.opened(browser, "all.ipynb", cells, width=1024, height=700) as page:
        page.evaluate("() => window.jupyterapp.shell.collapseLeft()")
        for name, root in zip(CALLS, lab.live(page, len(CALLS)), strict=True):
            root.scroll_into_view_if_needed()
            settle(root)
            OPENED[name] = positions(root, expected[name])
            SMALL[name] = [asked(root, one) for one in (TOGETHER, BEYOND, TEXTS, PICTURES)]
        page.evaluate("() => window.jupyterapp.shell.expandLeft()")
        page.set_viewport_size({"width": 1300, "height": 900})
        yield page


@pytest.fixture(scope="module", params=CALLS)
def name(request):
    """The name of each; all tests of one follow each other, for to scroll takes long."""
    return request.param


@pytest.fixture
def root(page, lab, name):
    """The live explorer called `name`."""
    found = lab.live(page, len(CALLS))[list(CALLS).index(name)]
    found.scroll_into_view_if_needed()
    settle(found)
    return found


def sliders(explorer):
    return [control for control in explorer.controls if isinstance(control, Slider)]


def main(explorer):
    """Return the slider that matters most: the rate, or the first one."""
    named = [control for control in sliders(explorer) if control.name == "rate"]
    return (named or sliders(explorer))[0]


def move(root, name, to):
    """Move a slider with the keyboard alone."""
    field(root, name).focus()
    for key in ["Home"] + to * ["ArrowRight"]:
        root.page.keyboard.press(key)


def scene_after(explorer, **values):
    """Return what Python shows when these numbers are typed."""
    first = {c.name: c.value for c in numbers(explorer)}
    return explorer._scene(**(first | values))


def test_controls_and_main_picture_are_seen_together_in_a_small_lab(page, name):
    seen, beyond, texts, pictures = SMALL[name]
    assert 0 < seen["need"] <= seen["room"] <= 700
    assert beyond == []
    assert texts == [12]
    sizes = {tuple(box[2:]) for box in pictures}
    assert len(sizes) == 1, "the pictures are not of one size"


def test_opens_and_says_the_right_sentence(root, name, expected):
    explorer = expected[name]
    at = positions(root, explorer)
    assert OPENED[name] == {k: v for k, v in explorer.positions.items() if k in at}
    said = explorer.scene.filled(explorer.scene.sentence, explorer.controls, at)
    assert sentence(root) == said
    assert check_drawn(root, explorer.scene, at) >= 4
    # The page's version has made way for the live one.
    assert root.page.locator(".course-explorer-page:visible").count() == 0


def test_keyboard_moves_every_slider(root, name, expected):
    explorer = expected[name]
    for control in sliders(explorer):
        slider = field(root, control.name)
        for to in (0, min(7, len(control.values) - 1)):
            move(root, control.name, to)
            at = positions(root, explorer)
            assert at[control.name] == to
            said = explorer.scene.filled(explorer.scene.sentence, explorer.controls, at)
            assert sentence(root) == said
            check_drawn(root, explorer.scene, at)
            assert asked(slider, SLIDER) == {
                "told": control.values[to],
                # JupyterLab did not take the arrow keys for its own.
                "focus": True,
            }


def test_every_control_is_reached_with_tab_and_its_focus_is_seen(root, name, expected):
    page = root.page
    enabled = root.locator(f"css:light={CONTROLS}")
    # After a click, a browser shows the focus again once a key was pressed.
    page.keyboard.press("Shift")
    enabled.first.focus()
    for i in range(enabled.count()):
        seen = asked(root, f"(root) => ({FOCUSED})(root.querySelectorAll('{CONTROLS}')[{i}])")
        assert seen.pop("outline") >= 2
        assert seen == {"focus": True, "visible": True, "named": True}, i
        page.keyboard.press("Tab")


def test_mouse_drags_the_slider(root, name, expected):
    explorer = expected[name]
    control = main(explorer)
    box = in_window(field(root, control.name))
    page, middle = root.page, box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 10, middle)
    page.mouse.down()
    for share in np.linspace(0.1, 0.6, 25):
        page.mouse.move(box["x"] + share * box["width"], middle)
    page.mouse.up()
    at = positions(root, explorer)
    assert 0.4 < at[control.name] / (len(control.values) - 1) < 0.75
    check_drawn(root, explorer.scene, at)


def test_fast_keys_draw_the_newest_state_alone(root, name, expected):
    """Sixty events in one task: one frame, and the picture of the last."""
    explorer = expected[name]
    slider = field(root, main(explorer).name)
    before, after = slider.evaluate(
        """async (node) => {
            const root = node.closest(".course-explorer");
            const before = Number(root.dataset.frames);
            for (let i = 0; i < 60; i++) {
                node.value = i % (Number(node.max) + 1);
                node.dispatchEvent(new Event("input", { bubbles: true }));
            }
            await new Promise(requestAnimationFrame);
            await new Promise(requestAnimationFrame);
            return [before, Number(root.dataset.frames)];
        }"""
    )
    assert after - before == 1
    check_drawn(root, explorer.scene, positions(root, explorer))


def typed(root, explorer, values):
    """Type numbers, and compare what is drawn with what Python computes for them."""
    for key, value in values.items():
        field(root, key).fill(str(value))
    agrees(root, explorer, scene_after(explorer, **values))


def agrees(root, explorer, scene):
    """Wait for Python's answer, and compare what is drawn with it."""
    moved = {c.name: scene.stands[c.name] for c in sliders(explorer) if c.name in scene.stands}
    at = positions(root, explorer) | moved
    answered(root, scene.filled(scene.sentence, explorer.controls, at))
    assert positions(root, explorer) == at
    check_drawn(root, scene, at)


def elsewhere(control):
    """Return a number some steps nearer to the middle of a control's range."""
    way = -7 if control.value > (control.low + control.high) / 2 else 7
    return round(control.value + way * control.step, 6)


def test_a_typed_start_is_computed_by_python(root, name, expected):
    explorer = expected[name]
    if not numbers(explorer):
        return  # Nothing is typed.
    first = {c.name: c.value for c in numbers(explorer)}
    typed(root, explorer, {c.name: elsewhere(c) for c in numbers(explorer)})
    typed(root, explorer, first)


def test_arrow_keys_step_a_number_and_the_last_answer_stays(root, name, expected):
    explorer = expected[name]
    if not numbers(explorer):
        return  # Nothing is typed.
    control = numbers(explorer)[0]
    box = field(root, control.name)
    box.focus()
    for _ in range(12):
        root.page.keyboard.press("ArrowUp")
    value = float(box.input_value())
    assert value == pytest.approx(control.value + 12 * control.step)
    agrees(root, explorer, scene_after(explorer, **{control.name: value}))
    typed(root, explorer, {control.name: control.value})


def test_a_click_chooses_a_start(root, name, expected):
    explorer = expected[name]
    typed_ones = {control.name for control in numbers(explorer)}
    pictures = [panel for panel in explorer.scene.panels if panel.kind == "plot"]
    clicked = [p for p in pictures if p.click and typed_ones >= {*p.click.values()}]
    if not clicked:
        return  # It has numbers alone.
    panel = clicked[0]
    frame = in_window(root.locator(f'[data-panel="{panel.name}"] .ce-frame'))
    root.page.mouse.click(frame["x"] + 0.3 * frame["width"], frame["y"] + 0.4 * frame["height"])
    values = {key: float(field(root, key).input_value()) for key in panel.click.values()}
    for way, share in (("x", 0.3), ("y", 0.6)):
        if way in panel.click:
            low, high = getattr(panel, way).range
            wanted = low + share * (high - low)
            assert values[panel.click[way]] == pytest.approx(wanted, abs=(high - low) / 60)
    agrees(root, explorer, scene_after(explorer, **values))
    typed(root, explorer, {c.name: c.value for c in numbers(explorer)})


def test_a_number_out_of_reach_is_told(root, name, expected):
    if not numbers(expected[name]):
        return  # Nothing is typed.
    control = numbers(expected[name])[0]
    box = field(root, control.name)
    box.fill("1000")
    assert f"{control.label} must be a number from" in sentence(root)
    assert box.get_attribute("aria-invalid") == "true"
    typed(root, expected[name], {control.name: control.value})
    assert box.get_attribute("aria-invalid") == "false"


def test_a_comma_is_typed_for_a_point(root, name, expected):
    if not numbers(expected[name]):
        return  # Nothing is typed.
    control = numbers(expected[name])[0]
    box = field(root, control.name)
    box.fill("")
    box.press_sequentially(f"{float(control.value)}".replace(".", ","))
    assert float(box.input_value()) == control.value
    assert box.get_attribute("aria-invalid") == "false"


def test_a_click_on_the_map_chooses_a_rate(page, lab, expected):
    explorer = expected["explore_rates"]
    root = lab.live(page, len(CALLS))[list(CALLS).index("explore_rates")]
    frame = in_window(root.locator('[data-panel="map"] .ce-frame'))
    page.mouse.click(frame["x"] + 0.5 * frame["width"], frame["y"] + 20)
    at = positions(root, explorer)
    high = next(p for p in explorer.scene.panels if p.name == "map").x.range[1]
    places = np.array(sliders(explorer)[0].positions)
    assert at["rate"] == pytest.approx(np.argmin(np.abs(places - high / 2)), abs=1)
    check_drawn(root, explorer.scene, at)


def test_an_overflow_is_drawn_to_the_edge_and_told(page, lab, expected):
    explorer = expected["explore_curve"]
    root = lab.live(page, len(CALLS))[list(CALLS).index("explore_curve")]
    last = len(sliders(explorer)[0].values) - 1
    typed(root, explorer, {"start": 6.0})
    move(root, "rate", last)
    move(root, "step", 40)
    assert "diverges" in sentence(root)
    assert "outside the picture" in sentence(root)
    assert "too large to compute from step" in sentence(root)
    assert root.locator('[data-panel="curve"] [data-mark="here"]').get_attribute("data-edge") == ""
    check_drawn(root, scene_after(explorer, start=6.0), positions(root, explorer))
    typed(root, explorer, {"start": 3.0})


def test_run_pause_step_and_back(page, lab, expected):
    explorer = expected["explore_bowl"]
    root = lab.live(page, len(CALLS))[list(CALLS).index("explore_bowl")]
    root.scroll_into_view_if_needed()
    run = root.locator(".ce-run")
    root.get_by_role("button", name="Back to the start").press("Enter")
    assert positions(root, explorer)["step"] == 0
    root.get_by_role("button", name="Step", exact=True).press("Space")
    assert positions(root, explorer)["step"] == 1
    # Slow, so that it cannot arrive at its end while Pause is pressed.
    root.get_by_label("speed").select_option("slow")
    run.press("Enter")
    assert run.inner_text() == "Pause"
    page.wait_for_function(
        "(node) => Number(node.value) > 2",
        arg=field(root, "step").element_handle(),
    )
    run.press("Enter")
    assert run.inner_text() == "Run"
    root.get_by_label("speed").select_option("normal")
    check_drawn(root, explorer.scene, positions(root, explorer))


def test_reduced_motion_goes_to_the_end_at_once(page, lab, expected):
    explorer = expected["explore_bowl"]
    root = lab.live(page, len(CALLS))[list(CALLS).index("explore_bowl")]
    page.emulate_media(reduced_motion="reduce")
    root.get_by_role("button", name="Back to the start").click()
    root.locator(".ce-run").click()
    assert positions(root, explorer)["step"] == 40
    page.emulate_media(reduced_motion="no-preference")


@IN_BOTH_THEMES
def test_axe_finds_no_serious_violation(page, lab, theme):
    check_accessible(page, lab.live(page, len(CALLS)), theme)


# ---- more than one explorer, again and again, and without a kernel ----

COUNT = """import ipywidgets.widgets.widget as _w
print("live:", sum(type(w).__name__ == "Live" for w in _w._instances.values()))"""


@pytest.fixture(scope="module")
def saved(browser, lab):
    """A notebook with two explorers: run three times, saved, and its last page."""
    call = CALLS["explore_rates"]
    path = lab.write("twice.ipynb", [IMPORTS, call, call, COUNT])
    with lab.shown(browser, path.name, width=1200, height=1400) as page:
        for _ in range(3):
            lab.run_all(page)
            lab.live(page, 2)
            page.wait_for_function("() => document.body.innerText.includes('live:')")
            lab.ready(page)
            page.wait_for_timeout(500)
        lab.command(page, "docmanager:save")
        page.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty")
        yield path, page


def test_running_a_cell_again_leaks_no_widget(saved):
    path, _page = saved
    cells = nbformat.read(path, as_version=4).cells
    assert cells[-1].outputs[0].text == "live: 2\n"


def test_two_explorers_do_not_touch_each_other(saved, lab):
    _path, page = saved
    one, other = lab.live(page, 2)
    before = sentence(other)
    move(one, "rate", 3)
    assert "rate 0.04:" in sentence(one)
    assert sentence(other) == before
    ids = page.evaluate(
        "() => [...document.querySelectorAll('.course-explorer [id]')].map((node) => node.id)"
    )
    assert len(ids) == len(set(ids)) > 4


def test_one_explorer_adds_at_most_300_kb(saved):
    path, _page = saved
    for cell in nbformat.read(path, as_version=4).cells[1:3]:
        assert 50_000 < len(json.dumps(cell.outputs, ensure_ascii=False).encode()) < 300_000


def test_exported_html_works_without_kernel_and_network(saved, browser, expected, tmp_path):
    path, _page = saved
    explorer = expected["explore_rates"]
    with offline(browser, exported(path, tmp_path)) as page:
        for root in page.locator(".course-explorer-page").all():
            root.scroll_into_view_if_needed()
            root.locator(".ce-said").wait_for()
            inner = root.locator(".course-explorer")
            settle(inner)
            before = sentence(inner)
            move(inner, "rate", 9)
            at = positions(inner, explorer)
            assert sentence(inner) != before
            assert sentence(inner) == explorer.scene.filled(
                explorer.scene.sentence, explorer.controls, at
            )
            check_drawn(inner, explorer.scene, at)
            assert field(inner, "start").is_disabled()
            assert "needs Python: run this cell in a notebook." in inner.inner_text()


# The attributes of the page around an explorer, what the system prefers, and the right colours.
GROUNDS = [
    ("", "light", "light"),
    ("", "dark", "light"),
    ('style="color-scheme: light dark"', "light", "light"),
    ('style="color-scheme: light dark"', "dark", "dark"),
    ('data-jp-theme-light="true"', "dark", "light"),
    ('data-jp-theme-light="false"', "light", "dark"),
]


@pytest.mark.parametrize(("around", "prefers", "colours"), GROUNDS)
def test_colours_are_those_of_the_ground(around, prefers, colours, browser, tmp_path):
    with alone(browser, made("explore_bowl"), tmp_path, width=900, around=around) as page:
        page.emulate_media(color_scheme=prefers)
        said = page.locator(".ce-said")
        drawn = said.evaluate("(node) => getComputedStyle(node).borderLeftColor")
        assert drawn == f"rgb{tuple(bytes.fromhex(LOOK[colours]['blue'][1:]))}"


# What JupyterLab's light theme gives a page, whatever the system's own colours are.
LIGHT_THEME = """data-jp-theme-light="true" style="--jp-content-font-color1: rgba(0, 0, 0, .87);
    --jp-content-font-color2: rgba(0, 0, 0, .6); --jp-layout-color0: white" """
# The colours of an explorer's texts, its curves in ink, and of the text of the page around it.
INKS = """(root) => {
    const of = (one, name) => getComputedStyle(one)[name];
    return {
        texts: [...root.querySelectorAll(".ce-picture text:not(.ce-mark)")].map((one) =>
            of(one, "fill")),
        curves: [...root.querySelectorAll("path.ce-ink.ce-line")].map((one) => of(one, "stroke")),
        page: of(document.body, "color"),
        blue: of(root.querySelector("path.ce-blue.ce-line"), "stroke"),
    };
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_the_system_s_own_colours_no_line_and_no_text_is_lost(scheme, browser, tmp_path):
    with alone(browser, made("explore_curve"), tmp_path, width=900, around=LIGHT_THEME) as page:
        page.emulate_media(color_scheme=scheme, forced_colors="active")
        inks = page.locator(".course-explorer").evaluate(INKS)
        assert len(inks["texts"]) > 8
        assert len(inks["curves"]) > 0
        assert {*inks["texts"], *inks["curves"]} == {inks["page"]}
        assert inks["blue"] == f"rgb{tuple(bytes.fromhex(LOOK[scheme]['blue'][1:]))}"


# What a screen reader calls each picture; and a list or slider moved to its last place.
CALLED = """(root) => [...root.querySelectorAll(".ce-picture")].map((one) =>
    one.getAttribute("aria-label"))"""
TO_THE_LAST = """(node) => {
    node.value = node.max || node.options.length - 1;
    node.dispatchEvent(new Event(node.options ? "change" : "input", { bubbles: true }));
}"""


@pytest.mark.parametrize("name", CALLS)
def test_what_is_said_of_a_picture_follows_the_hand(name, browser, expected, tmp_path):
    explorer = expected[name]
    with alone(browser, explorer, tmp_path, width=900) as page:
        root = page.locator(".course-explorer")
        for moved in root.locator("[data-control] :is(input[type=range], select):enabled").all():
            moved.evaluate(TO_THE_LAST)
            settle(root)
            at = positions(root, explorer)
            scene = explorer.scene
            labels = [panel.label for panel in scene.panels if panel.kind != "table"]
            said = [scene.filled(one, explorer.controls, at) for one in labels]
            assert root.evaluate(CALLED) == said


def test_a_restarted_kernel_leaves_the_last_picture(saved, lab):
    _path, page = saved
    root = lab.live(page, 2)[0]
    move(root, "rate", 5)
    before = sentence(root)
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.restartKernel()")
    page.wait_for_timeout(1500)
    assert sentence(root) == before
    assert root.is_visible()
    move(root, "rate", 8)
    assert "rate 0.09:" in sentence(root)
    field(root, "start").fill("2")
    answered(
        root,
        "Python does not answer. Is it busy? If it was restarted, run the cell again.",
    )


def test_reopened_without_its_kernel_it_is_still_there(saved, lab, browser):
    path, _page = saved
    lab.end_kernels(path.name)
    with lab.shown(browser, path.name) as page:
        root = page.locator(".course-explorer-page .course-explorer").first
        root.wait_for()
        move(root, "rate", 4)
        assert "rate 0.05:" in sentence(root)
        assert "needs Python: run this cell again." in root.inner_text()
        assert not page.get_by_text("model not found").first.is_visible()


def test_untrusted_a_picture_with_its_text_stands_in(saved, lab, browser, expected):
    path, _page = saved
    notebook = nbformat.read(path, as_version=4)
    # A changed output has no signature: JupyterLab does not trust it.
    notebook.cells[-1].outputs[0].text = "changed\n"
    nbformat.write(notebook, path.with_name("foreign.ipynb"))
    with lab.shown(browser, "foreign.ipynb") as page:
        pictures = page.locator(".jp-OutputArea-output img")
        pictures.first.wait_for()
        page.wait_for_timeout(1000)
        assert pictures.count() == 2
        assert pictures.first.get_attribute("alt") == expected["explore_rates"].alt
        assert pictures.first.evaluate("(node) => node.naturalWidth") > 500
        assert page.locator(".course-explorer").count() == 0
        assert "model not found" not in page.locator(".jp-Notebook").inner_text()
