"""A student's days: the start page, the lessons it leads to, and what fills it."""

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta

import pytest
from playwright.sync_api import TimeoutError

from course.lab.launch import copy_lessons
from course.progress import calls, outline, store
from tests.support.accessible import IN_BOTH_THEMES, check_accessible
from tests.support.lab_server import CUT, PATIENCE, ROOT, SIDEWAYS, Lab, new_page

FIRST, SECOND = "01_one_dimension", "02_learning_rates"
MAP = ".course-map"


class Started:
    """`make lab`, running: its address, and what it has written to the terminal."""

    def __init__(self, folder):
        own = folder / ".jupyter"
        places = ("CONFIG_DIR", "DATA_DIR", "RUNTIME_DIR")
        environment = {
            **os.environ,
            **{f"JUPYTER_{place}": str(own / place.lower()) for place in places},
            "JUPYTERLAB_SETTINGS_DIR": str(own / "settings"),
            "JUPYTERLAB_WORKSPACES_DIR": str(own / "workspaces"),
            "IPYTHONDIR": str(own / "ipython"),
            "NO_BROWSER": "1",
            "PYTHONPATH": str(ROOT),
        }
        environment.pop("JUPYTER_CONFIG_PATH", None)
        # Where there is Node, it is noted what it is started for.
        programs, self.node = own / "bin", own / "node.txt"
        programs.mkdir(parents=True)
        for name, program in [(name, shutil.which(name)) for name in ("node", "npm")]:
            if program:
                noting = f'#!/bin/sh\necho "$0 $@" >> "{self.node}"\nexec "{program}" "$@"\n'
                (programs / name).write_text(noting)
                (programs / name).chmod(0o755)
        environment["PATH"] = os.pathsep.join((str(programs), environment["PATH"]))
        # The tests ask the page for its theme.
        (own / "config_dir").mkdir(parents=True, exist_ok=True)
        config = {"LabApp": {"expose_app_in_browser": True}}
        (own / "config_dir" / "jupyter_lab_config.json").write_text(json.dumps(config))
        self.folder, self.log, self.pages = folder, own / "log.txt", []
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "course"],
                cwd=folder,
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def wait(self):
        """Return when it has told its address."""
        until = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < until and self.process.poll() is None:
            if found := re.search(r"http://127\.0\.0\.1:\S+", self.log.read_text()):
                self.address = found.group()
                return self
            time.sleep(0.3)
        raise RuntimeError(f"make lab tells no address: {self.log.read_text()[-2000:]}")

    def stop(self):
        # Left open, they would ask the next server on this port, as strangers.
        for page in self.pages:
            page.close()
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    @contextlib.contextmanager
    def page(self, browser, width=1024):
        """Give the page that opens, with its file browser closed."""
        page = new_page(browser, width, 800)
        page.set_default_timeout(PATIENCE)
        faults = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        self.pages.append(page)
        try:
            page.goto(self.address)
            visible(page, ".jp-Cell").first.wait_for()
            page.wait_for_function("() => document.querySelector('.jp-FileBrowser') !== null")
            if page.locator(".jp-FileBrowser").is_visible():
                page.keyboard.press("Control+b")
            yield page
        finally:
            page.close()
        assert faults == []


def cloned(place):
    """Return the course's folder as it was cloned."""
    shutil.copytree(ROOT / "release", place / "release")
    shutil.copytree(ROOT / "docs", place / "docs")
    return place


@contextlib.contextmanager
def started(folder):
    lab = Started(folder)
    try:
        yield lab.wait()
    finally:
        lab.stop()


@pytest.fixture(scope="module")
def first_day(browser, tmp_path_factory):
    with started(cloned(tmp_path_factory.mktemp("first"))) as lab:
        yield lab


@pytest.fixture(scope="module")
def looked_at(browser, tmp_path_factory):
    """Another one: two pages that hold one notebook would be in each other's way."""
    with started(cloned(tmp_path_factory.mktemp("looked_at"))) as lab:
        yield lab


@pytest.fixture(scope="module")
def map_shown(browser, looked_at):
    """The map, for tests that only look."""
    with looked_at.page(browser) as page:
        cards(page).first.wait_for()
        yield page


@pytest.fixture(scope="module")
def lesson_shown(browser, looked_at):
    """The first lesson, opened from the map in a wide window, for tests that only look."""
    with looked_at.page(browser, width=1600) as page:
        card(page, 1).get_by_role("link").click()
        opened(page, 1)
        yield page


def tab(page, name):
    return page.locator(".lm-TabBar-tab", has_text=name)


def visible(page, selector):
    return page.locator(f".jp-NotebookPanel:not(.lm-mod-hidden) {selector}")


def cards(page):
    return visible(page, f"{MAP} li")


def card(page, number):
    return cards(page).filter(has_text=f"Lesson {number}: ")


def so_far(done, earned):
    """What the first lesson's card tells."""
    lesson = next(one for one in outline.read(ROOT / "release") if one.name == FIRST)
    return f"{done} of {len(lesson.tasks)} exercises\n{earned} of {lesson.points:g} points"


def opened(page, number):
    """Wait until a lesson is open, and its kernel ready: then JupyterLab leaves it in peace."""
    visible(page, "h1").filter(has_text=f"Lesson {number}: ").wait_for()
    Lab.ready(page)


def record(work, lesson, kind, name, entry):
    """Put an entry into the student's record."""
    kept = store.read(work)
    kept.setdefault(lesson, {}).setdefault(kind, {})[name] = entry
    (work / store.FILE).write_text(json.dumps(kept))


def test_the_first_day_opens_the_map_and_a_card_opens_its_lesson(browser, first_day):
    with first_day.page(browser) as page:
        # Where another page of the same lab is open, this one has a workspace in between.
        assert page.url.partition("?")[0].endswith("/tree/my-work/start.ipynb")
        cards(page).first.wait_for()
        lessons = list((first_day.folder / "my-work").glob("[0-9]*"))
        assert cards(page).count() == len(lessons)
        told = so_far(0, 0)
        assert told in card(page, 1).inner_text()
        # By keyboard: the link of the second card takes the focus, and Enter opens the lesson.
        link = card(page, 2).get_by_role("link")
        link.focus()
        assert page.evaluate("document.activeElement.textContent").startswith("Lesson 2: ")
        page.keyboard.press("Enter")
        opened(page, 2)
        # And from the lesson back to the map, and on to the next one.
        bar = visible(page, ".jp-RenderedMarkdown").filter(has_text="Lesson 2 of ").first
        bar.get_by_role("link", name="next lesson").click()
        opened(page, 3)
        visible(page, "a").filter(has_text="map of the course").first.click()
        cards(page).first.wait_for()


def test_opening_waits_for_no_program_of_node(first_day):
    """JupyterLab looks at its version, a moment; for a build's packages it would take a second."""
    asked = first_day.node.read_text().splitlines() if first_day.node.exists() else []
    assert [line for line in asked if not line.endswith("node-version-check.js")] == []


def test_the_map_shows_new_points_when_its_tab_is_shown_again(browser, first_day):
    work = first_day.folder / "my-work"
    with first_day.page(browser) as page:
        cards(page).first.wait_for()
        card(page, 1).get_by_role("link").click()
        opened(page, 1)
        entry = {"best": 2.0, "done": True, "tries": 1, "state": "right"}
        record(work, FIRST, "check", "descend", entry)
        before = (work / "start.ipynb").read_bytes()
        tab(page, "start.ipynb").click()
        told = card(page, 1).locator(".course-so-far")
        told.filter(has_text="1 of ").wait_for()
        assert so_far(1, 2) in told.inner_text()
        assert re.search(r"Go on at Exercise \d", card(page, 1).inner_text())
        alt = card(page, 1).get_by_role("img").get_attribute("alt")
        assert re.search(r"after \d+ of \d+ steps", alt)
        assert (work / "start.ipynb").read_bytes() != before
        # Its cell can be run, and closing the page asks for nothing.
        visible(page, ".jp-CodeCell").first.click()
        page.keyboard.press("Escape")
        page.keyboard.press("Shift+Enter")
        page.wait_for_timeout(3000)
        cards(page).first.wait_for()
        page.keyboard.press("Control+s")
        page.wait_for_timeout(1000)
        tab(page, "start.ipynb").locator(".lm-TabBar-tabCloseIcon").click()
        tab(page, "start.ipynb").wait_for(state="detached")
        assert page.locator(".jp-Dialog").count() == 0
    (work / store.FILE).unlink()


def test_the_instructor_s_tools_are_not_there(lesson_shown):
    lesson_shown.wait_for_timeout(2000)
    seen = lesson_shown.locator("body").inner_text()
    for word in ("Nbgrader", "Formgrader", "Validate", "Create Assignment", "Assignment List"):
        assert word.lower() not in seen.lower(), word
    titles = lesson_shown.locator("[title]").evaluate_all("(all) => all.map((one) => one.title)")
    assert not [one for one in titles if re.search("assignment|nbgrader", one, re.IGNORECASE)]


def test_nothing_is_warned_of_at_the_start(first_day, looked_at, lesson_shown):
    """Also not where a lesson is open, and of what other tests have opened and closed."""
    lines = [line for lab in (first_day, looked_at) for line in lab.log.read_text().splitlines()]
    assert any("my-work/" in line for line in lines)
    # Not errors: a page that is closed in the middle of an answer leaves some, and so does a
    # socket that a kernel still wrote to.
    warned = [line for line in lines if re.match(r"\[W |\[\w+ \| ", line)]
    assert [line for line in warned if "events for closed stream" not in line] == []


def test_a_line_of_prose_is_no_longer_than_the_eye_follows(lesson_shown):
    prose = visible(lesson_shown, ".jp-RenderedMarkdown > p").first
    letter = prose.evaluate(
        """(p) => {
            const zero = document.createElement("span");
            zero.textContent = "0".repeat(100);
            p.append(zero);
            const width = zero.getBoundingClientRect().width / 100;
            zero.remove();
            return width;
        }"""
    )
    assert prose.evaluate("(p) => p.getBoundingClientRect().width") <= 80.5 * letter


def test_a_folded_cell_is_no_wider_than_a_narrow_window(lesson_shown):
    lesson_shown.set_viewport_size({"width": 480, "height": 800})
    visible(lesson_shown, ".jp-InputPlaceholder").first.wait_for()
    assert lesson_shown.evaluate(SIDEWAYS) == 0
    lesson_shown.set_viewport_size({"width": 1600, "height": 800})


def test_no_printed_number_is_cut_in_two(lesson_shown):
    assert lesson_shown.evaluate(CUT) == 0


@pytest.mark.parametrize("width", [420, 1024])
@IN_BOTH_THEMES
def test_accessible(width, theme, map_shown):
    map_shown.set_viewport_size({"width": width, "height": 800})
    # What is the course's; some of JupyterLab's own buttons around it have no name.
    shown = [visible(map_shown, MAP), visible(map_shown, "details")]
    check_accessible(map_shown, shown, theme, least=3)
    # Nothing of a card is cut off.
    for card in cards(map_shown).all():
        assert card.evaluate("(card) => card.scrollWidth <= card.clientWidth + 1")


@pytest.fixture(scope="module")
def second_day(browser, tmp_path_factory):
    """The next start: the second lesson was worked on, five days after the first one."""
    folder = cloned(tmp_path_factory.mktemp("second"))
    work = folder / "my-work"
    copy_lessons(folder / "release", work)
    file = work / SECOND / f"{SECOND}.ipynb"
    notebook = json.loads(file.read_text())
    cell = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    cell["execution_count"] = 1
    file.write_text(json.dumps(notebook))
    at = (datetime.now(UTC) - timedelta(5)).isoformat(timespec="seconds")
    question = {
        "question": "Which way is downhill?",
        "choices": {"left": "Uphill: the slope is below zero.", "right": "Against the slope."},
        "answer": "right",
        "answers": [{"at": at, "right": False, "asking": ""}],
    }
    record(work, FIRST, "quick", "downhill", question)
    record(work, SECOND, "check", "compare_rates", {"best": 3.0, "done": True})
    with started(folder) as lab:
        yield lab


def test_the_second_day_opens_where_it_was_left(browser, second_day):
    assert "1 question from earlier lessons today" in second_day.log.read_text()
    with second_day.page(browser) as page:
        opened(page, 2)
        page.wait_for_url(re.compile(rf"/tree/my-work/{SECOND}/{SECOND}\.ipynb(\?|$)"))


def test_a_question_of_an_earlier_lesson_is_asked_and_kept(browser, second_day):
    work = second_day.folder / "my-work"
    with second_day.page(browser) as page:
        opened(page, 2)
        cell = visible(page, ".jp-CodeCell").filter(has_text="is due today")
        # Once all is restored, JupyterLab may bring the lesson forward again.
        for _ in range(3):
            visible(page, "a").filter(has_text="map of the course").first.click()
            with contextlib.suppress(TimeoutError):
                cell.click(timeout=PATIENCE / 4)
                page.wait_for_timeout(500)
                if cell.is_visible():
                    break
        Lab.ready(page)
        page.keyboard.press("Escape")
        page.keyboard.press("Shift+Enter")
        box = visible(page, ".course-question-live").filter(has_text="Which way is downhill?")
        box.get_by_role("radio", name="right").check()
        box.filter(has_text="Against the slope.").wait_for()
        answers = store.read(work)[FIRST]["quick"]["downhill"]["answers"]
        assert [one["right"] for one in answers] == [False, True]
        assert "downhill" not in store.read(work).get("my-work", {})
        assert calls.questions_due(work, date.today()) == []
        assert calls.questions_due(work, date.today() + timedelta(1)) == [f"{FIRST}/downhill"]
