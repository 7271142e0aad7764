"""The lab of the built site: a lesson offline, an endless loop, work handed in and taken back."""

import contextlib
import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from authoring.site import edition
from course_folder import ROOT, course_config
from grading import run as grading
from grading.results import handed_in
from grading.results.gradebook import open_gradebook
from tests.support import leaks, site_lab
from tests.support.accessible import load_axe, violations
from tests.support.lab_server import CUT, SIDEWAYS, Lab
from tests.support.site_lab import NEXT, run, write

LESSON = "01_one_dimension"
IMPORTS = "import numpy as np\n\nfrom course"
RIGHT = """def descend(grad, w0, lr, steps):
    w = [w0]
    for _ in range(steps):
        w.append(w[-1] - lr * grad(w[-1]))
    return w"""
WRONG = RIGHT.replace("- lr", "+ lr")
# A cell that the lesson brings.
OWN = "size = np.array"
ENDLESS = "while True:\n    pass"
DEEPER = """def deeper():
    return deeper() + 1

deeper()"""
# How long each cell may take that is run from now on.
HEARS = """import course.browser
heard, limit = [], course.browser.seconds_for
course.browser.seconds_for = lambda *cell: heard.append(limit(*cell)) or heard[-1]"""
HEARD = """course.browser.seconds_for = limit
heard"""
# Whether a click on a button of the toolbar meets it.
HIT = """(label) => {
    const button = document.querySelector(`.jp-Toolbar [aria-label^="${label}"]`);
    if (!button) return false;
    const { left, top, width, height } = button.getBoundingClientRect();
    return button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}"""
DARK = """(dark) => document.body.dataset.jpThemeLight === String(!dark)
    && getComputedStyle(document.querySelector("#course-bar")).color ===
        (dark ? "rgb(233, 233, 230)" : "rgb(27, 27, 27)")"""
WRITES = """from pathlib import Path
_ = Path("of_mine.py").write_text("five = 5")
_ = Path("fractions.py").write_text("Fraction = None")"""
READS = """import fractions, logging, of_mine
print(of_mine.five, float(fractions.Fraction(1, 2)), logging.__file__[-4:])"""
# Whether the answer stands in the notebook that is shown.
SHOWN = """(answer) => window.jupyterapp?.shell.currentWidget?.content?.widgets
    ?.some(({ model }) => model.sharedModel.getSource() === answer)"""
# The answers in the notebooks that the browser keeps, whose names begin so.
KEPT = """async (begin) => {
    const { contents } = window.jupyterapp.serviceManager;
    const folder = await contents.get("lessons/01_one_dimension", { content: true });
    const files = folder.content.filter(
        ({ name }) => name.startsWith(begin) && name.endsWith(".ipynb"));
    const held = await Promise.all(files.map(({ path }) => contents.get(path, { content: true })));
    return held.map(({ content }) => {
        const cell = content.cells.find(
            ({ metadata }) => metadata.nbgrader?.grade_id === "descend-answer");
        return [cell.source].flat().join("");
    });
}"""

# Whether nothing was typed since the notebook was kept.
SAVED = "() => window.jupyterapp.shell.currentWidget.context.model.dirty === false"
# What the browser keeps of an exercise's checks.
PROGRESS = """async () => {
    const { contents } = window.jupyterapp.serviceManager;
    const { content } = await contents.get("lessons/progress.json",
        { type: "file", format: "text", content: true });
    const all = typeof content === "string" ? JSON.parse(content) : content;
    return all["01_one_dimension"].check.descend;
}"""
# The same, as in a browser in which the check was never right.
NEVER_RIGHT = """async (when) => {
    const { contents } = window.jupyterapp.serviceManager;
    const descend = { best: 0.4, done: false, first: when, last: when, points: 0.4, possible: 2,
        state: "wrong", tries: 3 };
    await contents.save("lessons/progress.json", { type: "file", format: "text",
        content: JSON.stringify({ "01_one_dimension": { check: { descend } } }) });
}"""


@pytest.fixture(scope="module")
def lab(browser, tmp_path_factory):
    site = site_lab.built(tmp_path_factory.mktemp("built"))
    with site_lab.site_lab(browser, site) as lab:
        yield lab
        assert lab.faults == []


@pytest.fixture(scope="module")
def began(lab):
    """A lesson whose first cell was run before Python was there, and that cell's number."""
    page = lab.open(LESSON, ready=False)
    page.locator("#course-waiting").wait_for(state="detached")
    run(page, IMPORTS)
    cell = page.locator(".jp-CodeCell", has_text=IMPORTS.partition("\n")[0]).first
    return page, cell.locator(".jp-InputPrompt").inner_text()


@pytest.fixture(scope="module")
def page(began):
    return began[0]


@contextlib.contextmanager
def written(page, text):
    """Let one of the lesson's own cells hold a text of the student's for a while."""
    before = source(page, OWN)
    write(page, OWN, text)
    yield
    write(page, text, before)


def source(page, name):
    return page.evaluate(
        """(at) => window.jupyterapp.shell.currentWidget.content.widgets[at]
            .model.sharedModel.getSource()""",
        site_lab.place(page, name),
    )


def test_nothing_of_the_site_holds_a_solution_or_a_hidden_check(lab):
    assert leaks.leaks(lab.site, leaks.secrets()) == []


def test_pages_lead_back_to_the_lesson(page, lab):
    other = lab.context.new_page()
    other.goto(f"{lab.address}notation.html")
    link = other.get_by_role("link", name="Lab", exact=True)
    assert link.evaluate("(link) => link.href").endswith(f"/{LESSON}.ipynb")
    other.close()


@pytest.mark.parametrize(("name", "path"), [
    ("next lesson", "lessons/02_learning_rates/02_learning_rates.ipynb"),
    ("map of the course", "lessons/start.ipynb"),
])  # fmt: skip
def test_the_middle_button_takes_a_link_to_its_notebook(page, name, path):
    """It gave the file as it is on the server, without what a student wrote in it."""
    link = page.get_by_role("link", name=name, exact=True).first
    link.dispatch_event("pointerdown", {"button": 1})
    leads = urlsplit(link.evaluate("(link) => link.href"))
    assert leads.path == urlsplit(page.url).path
    assert parse_qs(leads.query) == {"path": [path]}


def test_a_cell_that_is_run_early_waits_for_python(began):
    assert began[1] == "[1]:"


def test_lesson_1_asks_no_other_host(lab, page):
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
    page.locator(".course-explorer-live.course-explorer").first.wait_for()
    # The way to other hosts is watched: what is asked of one is seen.
    page.evaluate("() => void fetch('http://elsewhere.test/', { mode: 'no-cors' })")
    page.wait_for_timeout(300)
    assert lab.asked == ["http://elsewhere.test/"]
    lab.asked.clear()


def test_the_bar_is_accessible(page):
    load_axe(page)
    for width, scheme in ((1280, "light"), (320, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        assert violations(page.locator("#course-bar"), least=2) == []
        assert page.evaluate("document.querySelector('#course-bar').scrollWidth <= innerWidth")
        # JupyterLite stands below it, in the same colours.
        page.wait_for_function(HIT, arg="Run this cell")
        page.wait_for_function(HIT, arg="Interrupt the kernel")
        page.wait_for_function(DARK, arg=scheme == "dark")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light")


def test_the_notebook_is_no_wider_than_a_phone(page):
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate(SIDEWAYS) == 0
    page.set_viewport_size({"width": 1280, "height": 900})


def test_no_printed_number_is_cut_in_two(page):
    assert page.evaluate(CUT) == 0


def test_a_lesson_s_own_cell_has_long_and_a_changed_one_little(page):
    with written(page, HEARS):
        run(page, HEARS)
    run(page, IMPORTS)
    with written(page, HEARD):
        assert run(page, HEARD)[0] == "[120.0, 5.0]"


def test_an_endless_loop_is_ended_and_named(page):
    with written(page, ENDLESS):
        told, seconds = run(page, ENDLESS)
    assert "This cell was ended after 5 s. Does its loop come to an end?" in told
    assert seconds < 8
    assert run(page, IMPORTS)[0] == ""


def test_a_function_that_calls_itself_for_ever_is_told_of_in_time(page):
    with written(page, DEEPER):
        told, seconds = run(page, DEEPER)
    assert "RecursionError" in told
    assert 2 <= told.count("in deeper()") < 10
    assert "ended after" not in told
    assert "Limit" not in told
    assert seconds < 3
    assert run(page, IMPORTS)[0] == ""


def test_a_name_of_a_cell_that_was_not_run_is_told(page):
    # Of a cell that stays as it is: this one may be kept while it holds other lines.
    gone = "globals().pop('starts', 0)\nstarts"
    with written(page, gone):
        told = run(page, gone)[0]
    assert "NameError" in told
    assert "`starts` comes from another cell of this notebook." in told


def test_stop_ends_a_cell_that_may_run_long(page):
    long = "# up to 100 s\n" + ENDLESS
    with written(page, long):
        page.evaluate(
            """async () => {
                const { commands } = window.jupyterapp;
                setTimeout(() => commands.execute("notebook:interrupt-kernel"), 1000);
            }"""
        )
        told, seconds = run(page, long)
    assert "KeyboardInterrupt" in told
    # It is told of the cell, and of nothing of the course's.
    assert "deadline" not in told
    assert seconds < 20


def test_a_run_has_the_number_that_stands_beside_its_cell(page):
    write(page, "descend-answer", WRONG)
    run(page, "descend-answer")
    told, _ = run(page, "descend-check")
    prompts = page.evaluate(
        """(places) => places.map((at) =>
            window.jupyterapp.shell.currentWidget.content.widgets[at].model.executionCount)""",
        [site_lab.place(page, name) for name in ("descend-answer", "descend-check")],
    )
    assert f"Judged: run [{prompts[0]}]." in told


def test_a_module_of_the_students_is_found_and_hides_none(page):
    with written(page, WRITES):
        assert run(page, WRITES)[0] == ""
    with written(page, READS):
        # The standard library is compiled already.
        assert run(page, READS)[0].split() == ["5", "0.5", ".pyc"]


def test_what_is_written_is_kept_soon_and_nobody_need_save(page):
    begun = "def descend(grad, w0, lr, steps):\n    w = [w0]  # begun"
    write(page, "descend-answer", begun)
    page.wait_for_function(SAVED, polling=500, timeout=40_000)
    assert page.evaluate(KEPT, f"{LESSON}.ipynb") == [begun]


def test_nothing_above_a_lesson_warns_of_it(page):
    assert not page.get_by_text("Not Trusted").is_visible()


def test_python_begins_beside_the_page_and_once(page):
    paths = """() => [...window.jupyterapp.serviceManager.sessions.running()]
        .map((one) => one.path)"""
    assert page.evaluate(paths) == [f"lessons/{LESSON}/{LESSON}.ipynb"]


def test_work_goes_out_is_graded_and_comes_back(lab, page, tmp_path):
    run(page, 'predict(\n    "first-step"')
    # The live one comes a moment after the page's own form, and takes its place.
    live = page.locator(".course-question-live")
    live.get_by_role("radio", name="to the right, to larger w").first.click()
    # What is said depends on whether its answer was run already.
    live.get_by_text(re.compile("^Recorded: to the right|Just so")).first.wait_for()
    write(page, "descend-answer", RIGHT)
    run(page, "descend-answer")
    told, _ = run(page, "descend-check")
    shown, possible = re.search(r"([\d.]+) of ([\d.]+) points? here", told).groups()
    assert shown == possible
    with page.expect_download() as download:
        page.get_by_role("button", name="Hand in").click()
    assert download.value.suggested_filename == f"{LESSON}.ipynb"
    # The sentence stays while one goes on writing: it says of when the file is.
    when = re.compile(r"as it was at \d\d:\d\d\b.* is among your downloads")
    page.get_by_text(when).wait_for(timeout=20_000)
    student = tmp_path / "submitted" / "anna"
    student.mkdir(parents=True)
    file = student / f"{LESSON}.ipynb"
    download.value.save_as(file)

    [row] = grading.grade(tmp_path, jobs=1)
    assert row.score is not None, row.note
    with open_gradebook(course_config(tmp_path)) as gradebook:
        grade = gradebook.find_grade("descend-check", LESSON, LESSON, "anna")
        assert f"{grade.score:g}" == shown
    assert handed_in.predictions(student / LESSON)["first-step"]["first"]
    assert handed_in.tries(student / LESSON)["descend"][0] >= 1

    # Back again, over other work: that is set aside, not lost, although nobody has saved it yet.
    write(page, "descend-answer", WRONG)
    kept = page.evaluate(PROGRESS)
    page.evaluate(NEVER_RIGHT, "2020-01-01T00:00:00Z")
    page.locator("input[type=file]").set_input_files(file)
    page.wait_for_url("**/notebooks/index.html?path=*")
    site_lab.has_cells(page)
    page.wait_for_function(SHOWN, arg=RIGHT)
    assert page.evaluate(KEPT, "before ") == [WRONG]
    # What was right in one of two browsers is done.
    joined = {"first": "2020-01-01T00:00:00Z", "tries": max(3, kept["tries"])}
    assert page.evaluate(PROGRESS) == kept | joined
    assert kept["done"]
    # The page was here before: Python began without it, and the kernel took that one over.
    Lab.ready(page)
    assert [one.url.rpartition("/")[2] for one in page.workers] == ["python.mjs"]
    assert run(page, IMPORTS)[0] == ""


def test_a_file_that_is_opened_while_the_page_loads_is_shown(browser, lab, tmp_path):
    file = ROOT / "release" / LESSON / f"{LESSON}.ipynb"
    notebook = json.loads(file.read_text(encoding="utf-8"))
    cells = {
        cell["metadata"].get("nbgrader", {}).get("grade_id"): cell for cell in notebook["cells"]
    }
    cells["descend-answer"]["source"] = RIGHT
    # Some tools leave out what they take for nothing.
    del notebook["metadata"], notebook["cells"][0]["metadata"]
    (tmp_path / "mine.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    context = browser.new_context()
    # It takes the time in which a file is opened.
    context.route(site_lab.PYTHON, lambda route: None)
    page = context.new_page()
    path = f"lessons/{LESSON}/{LESSON}.ipynb"
    page.goto(f"{lab.address}{edition.lab()}/notebooks/index.html?path={path}")
    page.get_by_text("At a first visit about").wait_for()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Open a file of mine").click()
    chooser.value.set_files(tmp_path / "mine.ipynb")
    page.wait_for_function(SHOWN, arg=RIGHT, timeout=120_000)
    context.close()


def test_the_map_shows_what_was_done(lab, page):
    """As the site has it, nobody has done anything yet."""
    page.evaluate(NEVER_RIGHT, "2020-01-01T00:00:00Z")
    other = lab.context.new_page()
    other.goto(f"{lab.address}{edition.lab()}/notebooks/index.html?path=lessons/start.ipynb")
    other.locator(".course-map").get_by_text("0.4 of 8 points").wait_for()
    assert other.get_by_role("heading", name="Your map of the course").is_visible()
    # It is not kept: it would hide the map of a later edition.
    other.wait_for_function(SAVED)
    other.close()


def test_work_goes_out_where_the_browser_has_no_room_for_it(page, tmp_path):
    write(page, "descend-answer", WRONG)
    page.evaluate("""() => {
        window.kept = IDBObjectStore.prototype.put;
        const full = () => { throw new DOMException("full", "QuotaExceededError"); };
        IDBObjectStore.prototype.put = full;
    }""")
    with page.expect_download(timeout=20_000) as download:
        page.get_by_role("button", name="Hand in").click()
    page.get_by_text("This browser could not keep your work (full)").wait_for()
    download.value.save_as(tmp_path / "mine.ipynb")
    notebook = json.loads((tmp_path / "mine.ipynb").read_text(encoding="utf-8"))
    sources = ["".join(cell["source"]) for cell in notebook["cells"]]
    assert WRONG in sources
    assert "edition" in notebook["metadata"]["course"]
    page.evaluate("() => { IDBObjectStore.prototype.put = window.kept; }")
    page.get_by_role("button", name="Close").click()


def test_a_browser_that_keeps_nothing_is_told_of(browser, lab):
    # As where the data of all sites are blocked.
    context = browser.new_context()
    context.add_init_script("""
        const refused = { get() { throw new DOMException("denied", "SecurityError"); } };
        Object.defineProperty(window, "localStorage", refused);
        Object.defineProperty(window, "indexedDB", { value: undefined });
    """)
    page = context.new_page()
    path = f"lessons/{LESSON}/{LESSON}.ipynb"
    page.goto(f"{lab.address}{edition.lab()}/notebooks/index.html?path={path}")
    page.get_by_text("This browser keeps nothing for this page").wait_for(timeout=20_000)
    assert not page.get_by_text("The notebook appears in some seconds").is_visible()
    assert page.get_by_role("link", name="Read the lesson as a page").is_visible()
    context.close()


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        ("pyodide.asm.wasm", "Python has not come yet."),
        ("gradient_descent_course*.whl", "A part of Python could not be fetched."),
        ("course/lessons.json", "A part of the page could not be fetched."),
    ],
)
def test_what_a_bad_line_loses_is_told(browser, lab, missing, told):
    """JupyterLite waits for ever, or says that Python is ready."""
    context = browser.new_context()
    context.route(f"**/{missing}", lambda route: route.abort())
    context.add_init_script("""
        const later = window.setTimeout;
        window.setTimeout = (act, time, ...all) => later(act, time === 100 ? 15 : time, ...all);
    """)
    page = context.new_page()
    path = f"lessons/{LESSON}/{LESSON}.ipynb"
    page.goto(f"{lab.address}{edition.lab()}/notebooks/index.html?path={path}")
    page.get_by_text(told).wait_for(timeout=120_000)
    context.close()


def test_what_is_typed_is_kept_before_the_page_goes(browser, lab):
    with site_lab.site_lab(browser, lab.site) as own:
        own.wait_without_python()
        page = own.open(LESSON, ready=False)
        # What is kept from now on is kept by nothing else.
        Lab.command(page, "docmanager:toggle-autosave")
        write(page, "descend-answer", WRONG)
        page.evaluate("""() => {
            Object.defineProperty(document, "hidden", { value: true, configurable: true });
            document.dispatchEvent(new Event("visibilitychange"));
            delete document.hidden;
        }""")
        page.wait_for_function(SAVED, polling=100, timeout=20_000)
        # A browser asks only who has done something in the page.
        page.locator(".jp-CodeCell").first.click()
        write(page, "descend-answer", RIGHT)
        asked = []
        page.on("dialog", lambda dialog: asked.append(dialog.type) or dialog.accept())
        page.get_by_role("link", name="Map of the course").first.click()
        page.wait_for_url("**/index.html", timeout=20_000)
        assert asked == []
        page.close()

        page = own.open(LESSON, ready=False)
        assert source(page, "descend-answer") == RIGHT
        # Another tab with the same lesson, until the first one is closed.
        other = own.open(LESSON, ready=False)
        other.get_by_text("This lesson is open in another tab, too.").wait_for()
        page.close()
        other.get_by_text("The other tab with this lesson is closed.").wait_for()
        assert own.faults == []


def test_the_picture_is_below_the_bar_while_the_page_loads(browser, lab):
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    path = f"lessons/{LESSON}/{LESSON}.ipynb"
    page.goto(f"{lab.address}{edition.lab()}/notebooks/index.html?path={path}")
    page.get_by_text("At a first visit about").wait_for()
    bar, picture = (
        page.locator(one).bounding_box() for one in ("#course-bar", "#course-waiting img")
    )
    assert picture["y"] >= bar["y"] + bar["height"]
    context.close()


def test_the_bar_is_dark_before_jupyterlite_is_there(browser, lab):
    context = browser.new_context(color_scheme="dark")
    # JupyterLite's own programs do not come.
    context.route("**/build/**", lambda route: route.abort())
    page = context.new_page()
    path = f"lessons/{LESSON}/{LESSON}.ipynb"
    page.goto(f"{lab.address}{edition.lab()}/notebooks/index.html?path={path}")
    page.get_by_text("At a first visit about").wait_for()
    for part in ("#course-bar", "#course-bar button"):
        colour = page.locator(part).first.evaluate("(one) => getComputedStyle(one).color")
        assert colour == "rgb(233, 233, 230)"
    load_axe(page)
    assert violations(page.locator("#course-bar"), least=2) == []
    context.close()


def test_a_newer_lesson_is_announced_and_hides_nothing(browser, lab, tmp_path):
    # Two pages that hold one lesson would be in each other's way: this one has its own browser.
    with site_lab.site_lab(browser, lab.site) as own:
        own.wait_without_python()
        _newer(own, tmp_path)
        assert own.faults == []


def _becomes(lab, tmp_path, later):
    """Let the site's lab have lesson 1 as it is in a later edition."""
    file = ROOT / "release" / LESSON / f"{LESSON}.ipynb"
    notebook = json.loads(file.read_text(encoding="utf-8"))
    title = next(cell for cell in notebook["cells"] if "".join(cell["source"]).startswith("# "))
    title["source"] = f"# Lesson 1, {later}"
    notebook["metadata"]["course"] = {"edition": later}
    lab.changed[file.name] = tmp_path / file.name
    lab.changed[file.name].write_text(json.dumps(notebook), encoding="utf-8")
    about = json.loads((lab.site / edition.lab() / "course/lessons.json").read_text())
    about["lessons"][LESSON]["edition"] = later
    lab.changed["lessons.json"] = tmp_path / "lessons.json"
    lab.changed["lessons.json"].write_text(json.dumps(about), encoding="utf-8")


def _newer(lab, tmp_path):
    _becomes(lab, tmp_path, "later")
    page = lab.open(LESSON, ready=False)
    write(page, "descend-answer", RIGHT)
    page.evaluate("() => window.jupyterapp.shell.currentWidget.context.save()")
    page.close()
    lab.python = True
    page = lab.open(LESSON, lab=NEXT, ready=False)
    page.get_by_text("This lesson was changed since you began it.").wait_for()
    assert source(page, "descend-answer") == RIGHT
    assert "later" not in source(page, "# Lesson 1")
    # How the loading goes does not take its place.
    Lab.ready(page)
    lab.python = False
    page.get_by_role("button", name="Open the new one, with my answers").click()
    page.wait_for_url("**later.ipynb")
    site_lab.has_cells(page)
    assert source(page, "# Lesson 1") == "# Lesson 1, later"
    assert source(page, "descend-answer") == RIGHT
    assert "NotImplementedError" in source(page, "numerical_gradient-answer")
    assert page.evaluate(KEPT, f"{LESSON}.ipynb") == [RIGHT]

    # What is written there comes along into the edition after that. The site leads to the first.
    slope = "def numerical_gradient(f, w, h):\n    return (f(w + h) - f(w - h)) / (2 * h)"
    write(page, "numerical_gradient-answer", slope)
    write(page, "descend-answer", WRONG)
    page.evaluate("() => window.jupyterapp.shell.currentWidget.context.save()")
    page.close()
    _becomes(lab, tmp_path, "last")
    page = lab.open(LESSON, lab=NEXT, ready=False)
    assert source(page, "descend-answer") == RIGHT
    page.get_by_role("button", name="Open the new one, with my answers").click()
    page.wait_for_url("**last.ipynb")
    site_lab.has_cells(page)
    assert source(page, "# Lesson 1") == "# Lesson 1, last"
    assert source(page, "descend-answer") == WRONG
    assert source(page, "numerical_gradient-answer") == slope
