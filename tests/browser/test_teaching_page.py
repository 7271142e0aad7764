"""The instructor's pages in a browser: accessible, nothing cut off, and the form by keyboard."""

import pytest

from course import checks
from course_folder import known_lessons
from grading.isolation.sandbox import what_is_missing
from grading.results import overview, words
from grading.results.report import Report
from tests.support.accessible import faint_focus, load_axe, violations
from tests.support.class_of_one import LESSON
from tests.support.taught import graded, results, running

PAGES = {
    "class": "report/index.html",
    "lesson": f"report/{LESSON}.html",
    "student": "report/students/anna.html",
    "form": f"feedback/anna/{LESSON}/{LESSON}.html",
}
A4 = {"width": 718, "height": 1000}  # within margins of 10 mm


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    if what_is_missing():
        pytest.skip(what_is_missing())
    names = ["anna", "bob", "שלום"]
    with running(graded(tmp_path_factory.mktemp("taught"), results(), names)) as made:
        yield made


def opened(browser, server, scheme, width):
    size = {"width": width, "height": 900}
    context = browser.new_context(color_scheme=scheme, viewport=size)
    page = context.new_page()
    page.goto(server.address)
    assert "token" not in page.url
    return page


def go(page, server, path):
    page.goto(f"http://127.0.0.1:{server.port}/{path}")


def found(page):
    load_axe(page)
    return violations(page.locator(":root"))


@pytest.mark.parametrize(("scheme", "width"), [("light", 1024), ("dark", 420), ("light", 320)])
def test_everyone_can_read_them(browser, server, scheme, width):
    page = opened(browser, server, scheme, width)
    # The page that the student gets, as a file without the form.
    file = (server.root / PAGES["form"]).as_uri()
    for path in [*PAGES.values(), file]:
        page.goto(file) if path == file else go(page, server, path)
        # What axe looks for hangs on colours and on what is folded, not on how narrow it is.
        assert width == 320 or found(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    page.context.close()


def test_what_a_check_tells_has_the_width_of_a_narrow_window(browser, server):
    page = browser.new_page(viewport={"width": 320, "height": 900})
    page.goto((server.root / PAGES["form"]).as_uri())
    told = page.locator(".check td")
    assert told.count() >= 3
    assert min(box["width"] for box in (one.bounding_box() for one in told.all())) > 240
    page.close()


# Each mistake of the course in the last column of each table; the tables that must then be moved.
WIDE = """(all, mistakes) => mistakes.flatMap((mistake) => {
    for (const one of all) {
        for (const cell of one.querySelectorAll("td:last-child")) cell.textContent = mistake;
    }
    return all.filter((one) => one.scrollWidth > one.clientWidth).map(() => mistake);
})"""


@pytest.mark.parametrize("width", [360, 320])
def test_a_student_s_tables_need_no_moving_on_a_phone(browser, server, width):
    exercises = [one for lesson in checks.lessons().values() for one in lesson]
    mistakes = [
        words.in_words(wrong.label, one.name) for one in exercises for wrong in one.mistakes
    ]
    assert len(mistakes) > 100
    page = browser.new_page(viewport={"width": width, "height": 800})
    for name in ("student", "form"):
        page.goto((server.root / PAGES[name]).as_uri())
        assert page.locator(".wide table").count() >= 1
        assert page.locator(".wide").evaluate_all(WIDE, mistakes) == []
    page.close()


def test_nothing_is_cut_off_on_paper(browser, server, tmp_path):
    # The table of all lessons is the widest thing there is.
    every = [Report(name, 16.0, {"someone_with_a_name": 4.0}) for name in known_lessons()]
    table = overview.write(tmp_path, every).as_uri()
    page = opened(browser, server, "light", 1024)
    page.emulate_media(media="print")
    page.set_viewport_size(A4)
    cut = """() => [...document.querySelectorAll("main *")].filter((one) =>
        one.getClientRects().length && one.getBoundingClientRect().right > innerWidth + 1)
        .map((one) => one.outerHTML.slice(0, 100))"""
    for path in [table, *PAGES.values()]:
        page.goto(table) if path == table else go(page, server, path)
        assert page.evaluate(cut) == [], path
    # A form is nothing to print, nor is what is said of it.
    assert not page.locator(".form").first.is_visible()
    assert not page.get_by_text("below each exercise are for you").is_visible()
    page.context.close()


def test_on_the_way_back_no_comment_stands_that_was_replaced(browser, server):
    page = opened(browser, server, "light", 1024)
    go(page, server, f"feedback/bob/{LESSON}/{LESSON}.html")
    comment = page.get_by_role("textbox", name="Comment").first
    for text in ("at first", "and then better"):
        comment.fill(text)
        page.get_by_role("button", name="Save").first.click()
        page.get_by_text(text).first.wait_for()
    for _ in range(2):
        page.go_back()
        assert comment.input_value() == "and then better"
    # Whoever saves another exercise from there does not write the first words again.
    page.get_by_role("button", name="Save").nth(1).click()
    page.wait_for_url("**#numerical_gradient")
    assert comment.input_value() == "and then better"
    page.context.close()


def test_on_the_way_back_what_was_typed_and_not_saved_stands(browser, server):
    page = opened(browser, server, "light", 1024)
    go(page, server, PAGES["form"])
    typed = {"Comment": "half a sentence", "Points, from 0 to 4": "1.5"}
    for label, text in typed.items():
        page.get_by_role("textbox", name=label).first.fill(text)
    go(page, server, PAGES["class"])
    page.go_back()
    for label, text in typed.items():
        assert page.get_by_role("textbox", name=label).first.input_value() == text
    page.context.close()


def test_a_link_in_another_page_leads_in(browser, server):
    # As in the terminal of a JupyterLab: to a browser localhost is another site.
    context = browser.new_context()
    page = context.new_page()
    linked = f'<a href="{server.address}">there</a>'
    page.route(
        "http://localhost:1/", lambda route: route.fulfill(content_type="text/html", body=linked)
    )
    page.goto("http://localhost:1/")
    page.get_by_text("there").click()
    page.get_by_role("heading", name="The class", exact=True).wait_for()
    assert "token" not in page.url
    context.close()


def test_long_names_leave_the_points_their_place(browser, server, tmp_path):
    long = ["x" * 120, "somebody.with-two-names@students.university.example"]
    every = [Report(name, 16.0, dict.fromkeys(long, 4.0)) for name in known_lessons()]
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(overview.write(tmp_path, every).as_uri())
    widths = """(all) => all.map((one) => one.offsetWidth / one.closest(".wide").clientWidth)"""
    found = page.locator(".map tbody th").evaluate_all(widths)
    # They stay where they are when the points are moved below them.
    assert len(found) == 2
    assert max(found) < 0.6
    page.close()


def test_a_name_from_right_to_left_turns_nothing_else_round(browser, server):
    page = browser.new_page(viewport={"width": 1024, "height": 800})
    page.goto((server.root / PAGES["form"].replace("anna", "שלום")).as_uri())
    line = page.get_by_text("שלום: 9 of 16 points")
    # The points stand in one piece behind the name.
    assert line.locator("strong").evaluate("(one) => one.getClientRects().length") == 1
    ends = line.evaluate(
        "(one) => [one.firstChild, one.lastElementChild].map((part) => { "
        "const range = document.createRange(); range.selectNodeContents(part); "
        "return range.getBoundingClientRect().right; })"
    )
    assert ends[0] < ends[1]
    page.close()


def test_points_and_a_comment_by_keyboard(browser, server):
    page = opened(browser, server, "light", 1024)
    page.get_by_role("link", name="anna, Lesson 1").focus()
    page.keyboard.press("Enter")
    points = page.get_by_label("Points, from 0 to 4").first
    points.focus()
    for text, wrong in (("40", "The points must be from 0 to 4."), ("2.5", "")):
        page.keyboard.press("Control+A")
        page.keyboard.type(text)
        page.keyboard.press("Tab")
        page.keyboard.press("Control+A")
        page.keyboard.type("<b>See me.</b>")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_load_state()
        points = page.get_by_label("Points, from 0 to 4").first
        assert points.input_value() == text
        told = points.evaluate(
            "(one) => one.getAttribute('aria-describedby').split(' ')"
            ".map((id) => document.getElementById(id).textContent).join(' ')"
        )
        assert wrong in told
        assert (points.get_attribute("aria-invalid") == "true") == bool(wrong)
        if wrong:
            assert found(page) == []
            # What is wrong has the focus.
            assert points.evaluate("(one) => one === document.activeElement")
    assert page.url.endswith("#descend")
    assert page.get_by_text("<b>See me.</b>", exact=True).first.is_visible()
    # After a save the page stands at an exercise, and what is wrong has the focus all the same.
    last = page.get_by_role("textbox", name="Points").last
    last.fill("40")
    page.get_by_role("button", name="Save").last.click()
    page.get_by_role("alert").wait_for()
    assert last.evaluate("(one) => one === document.activeElement")
    # Enter saves, and leads to where it was pressed.
    last.fill("1")
    last.press("Enter")
    page.wait_for_url("**#article_table")
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_is_seen_on_them(browser, server, scheme):
    page = opened(browser, server, scheme, 1024)
    for path in PAGES.values():
        go(page, server, path)
        assert faint_focus(page) == [], path
    page.context.close()


# The colours of a page, of its code and of what is written smaller.
COLOURS = """() => ["html", "body", "h1", ".soft", ".code .k", ".comment"]
    .map((of) => document.querySelector(of)).filter(Boolean)
    .flatMap((one) => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor])"""


def test_they_are_printed_dark_on_light_whatever_the_screen_is(browser, server):
    page = opened(browser, server, "dark", 1024)
    for path in PAGES.values():
        page.emulate_media(color_scheme="dark", media="print")
        go(page, server, path)
        printed = page.evaluate(COLOURS)
        page.emulate_media(color_scheme="light", media="screen")
        assert printed == page.evaluate(COLOURS), path
    page.context.close()
