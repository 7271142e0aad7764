"""The pages of the site in a browser: accessible, light and dark, narrow and wide, and offline."""

import re
import shutil
import subprocess

import pytest
from playwright.sync_api import expect

from authoring.site import pages
from course_folder import ROOT
from tests.support.accessible import load_axe, violations

NAMES = [path.parent.name for path in sorted((ROOT / "release").glob("*/*.ipynb"))]
PAGES = ["index.html", "notation.html", "errata.html", "coverage.html", "conformance.html"]
PAGES += ["search.html", "404.html", "explorers.html"]
PAGES += [f"lessons/{name}.html" for name in NAMES]


# The element with the focus, if its middle is under another one.
HIDDEN = """() => {
    const one = document.activeElement;
    const { x, y, width, height } = one.getBoundingClientRect();
    const middle = [x + Math.min(width / 2, 100), y + Math.min(height / 2, 20)];
    const above = document.elementFromPoint(...middle);
    const hidden = above && !one.contains(above) && !above.contains(one);
    return hidden ? one.outerHTML.slice(0, 150) : "";
}"""
# What WCAG 1.4.12 asks of a page to bear.
WIDER = """* {
    letter-spacing: 0.12em !important;
    line-height: 1.5 !important;
    word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }"""
# Texts whose box is smaller than they are and does not scroll.
CUT_OFF = """() => [...document.querySelectorAll("p, li, summary, a, label, h1, h2, h3")]
    .filter((one) => getComputedStyle(one).overflow === "hidden"
        && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
        && !one.closest(".spoken, .skip, .ce-live"))
    .map((one) => one.outerHTML.slice(0, 150))"""
LOOKS = [("light", 1280), ("dark", 420), ("light", 320)]


@pytest.fixture(scope="module", params=LOOKS, ids=str)
def window(request, browser):
    """A page for all that is looked at so: one of its own for each takes a fifth longer."""
    scheme, width = request.param
    size = {"width": width, "height": 900}
    context = browser.new_context(color_scheme=scheme, viewport=size)
    yield context.new_page()
    context.close()


@pytest.fixture
def heard(window):
    """What the page asks for during a test, and the faults of its programs."""
    asked, faults = [], []

    def request(one):
        asked.append(one.url)

    def fault(error):
        faults.append(str(error))

    window.on("request", request)
    window.on("pageerror", fault)
    yield asked, faults
    window.remove_listener("request", request)
    window.remove_listener("pageerror", fault)


def families():
    """Return the families of fonts that are installed."""
    if not shutil.which("fc-list"):
        return set()
    told = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=True)
    return {name for line in told.stdout.splitlines() for name in line.split(",")}


def is_looked_through(path, look):
    """Return whether axe looks at a page so: a lesson takes it ten seconds, and has one look."""
    long = path.startswith(("lessons/", "explorers"))
    return not long or PAGES.index(path) % len(LOOKS) == LOOKS.index(look)


@pytest.mark.parametrize("path", PAGES)
def test_page(window, heard, address, path, request):
    page, (asked, faults) = window, heard
    page.goto(address + path)
    # Explorers and questions come to life when they are looked at.
    page.wait_for_timeout(400)
    if is_looked_through(path, request.node.callspec.params["window"]):
        load_axe(page)
        assert violations(page.locator(":root")) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert asked[0] == address + path
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert faults == []


@pytest.fixture(scope="module")
def lesson(plain, address):
    """Return a lesson's page in a small window."""
    page = plain.new_page()
    page.set_viewport_size({"width": 400, "height": 700})
    page.goto(f"{address}lessons/02_learning_rates.html")
    return page


def test_the_first_link_skips_to_the_text(lesson):
    # As it opens: a test before this one may have gone on with Tab.
    lesson.reload()
    # Keys go to the page that has the focus, and one that was just opened may not have it yet.
    lesson.bring_to_front()
    lesson.wait_for_function("document.hasFocus()")
    lesson.keyboard.press("Tab")
    first = lesson.get_by_role("link", name="Skip to the text")
    assert first.evaluate("(link) => link === document.activeElement")
    box = first.bounding_box()
    assert box["x"] >= 0
    assert box["width"] > 50
    assert first.get_attribute("href") == "#main"


def test_nothing_hides_what_has_the_focus(lesson):
    hidden = []
    for _ in range(40):
        lesson.keyboard.press("Tab")
        hidden.append(lesson.evaluate(HIDDEN))
    assert [one for one in hidden if one] == []


# How many parts of a page scroll sideways, and how many a Tab stops at for that.
WIDE = """() => {
    const parts = [...document.querySelectorAll("main pre, main .wide, main .output")].filter(
        (one) => one.clientWidth);
    return [parts.filter((one) => one.scrollWidth > one.clientWidth).length,
            parts.filter((one) => one.tabIndex === 0).length,
            parts.filter((one) => one.tabIndex === 0 && one.scrollWidth > one.clientWidth).length];
}"""


@pytest.mark.parametrize(("width", "least"), [(1280, 0), (400, 10)])
def test_tab_stops_where_something_scrolls_and_not_elsewhere(plain, address, width, least):
    page = plain.new_page()
    page.goto(f"{address}lessons/01_one_dimension.html")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    for size in (1280 + 400 - width, width):
        page.set_viewport_size({"width": size, "height": 700})
        page.wait_for_timeout(300)
    scroll, stops, both = page.evaluate(WIDE)
    assert scroll == stops == both
    assert scroll >= least
    assert page.locator(".more").count() == scroll
    page.close()


def test_the_edge_fades_where_there_is_more_to_the_right(plain, address):
    page = plain.new_page()
    page.set_viewport_size({"width": 400, "height": 700})
    page.goto(f"{address}lessons/07_momentum_and_adam.html")
    picture = page.locator(".output:has(> img)").last
    picture.scroll_into_view_if_needed()
    faded = page.locator(".output.more:has(> img)")
    many = faded.count()
    assert many > 3
    for at, left in ((10_000, many - 1), (0, many)):
        picture.evaluate("(one, at) => one.scrollTo(at, 0)", at)
        expect(faded).to_have_count(left)
    page.close()


# Formulas that scroll up and down: a bar stands beside them, and Tab stops at each.
UP_AND_DOWN = """() => {
    for (const one of document.querySelectorAll("details")) one.open = true;
    return [...document.querySelectorAll('main [aria-label="formula"]')]
        .filter((one) => one.scrollHeight > one.clientHeight)
        .map((one) => `${one.tagName} ${one.textContent}`);
}"""


@pytest.mark.parametrize("name", [NAMES[1], NAMES[3], NAMES[7], NAMES[10]])
def test_no_formula_scrolls_up_and_down(plain, address, name):
    page = plain.new_page()
    page.goto(f"{address}lessons/{name}.html")
    assert page.locator('main [aria-label="formula"]').count() > 3
    assert page.evaluate(UP_AND_DOWN) == []
    page.close()


# Where a line begins with the sign after a formula, or ends with the bracket before one.
TORN_OFF = """() => {
    for (const one of document.querySelectorAll("details")) one.open = true;
    const height = (one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return (top + bottom) / 2;
    };
    const sides = { previousSibling: /\\($/, nextSibling: /^[.,:;?!)]/ };
    const found = [];
    for (const one of document.querySelectorAll("main .math.inline")) {
        for (const [side, signs] of Object.entries(sides)) {
            const beside = one[side] ?? one.parentElement[side];
            const text = beside?.nodeType === Node.TEXT_NODE ? beside.textContent : "";
            if (!signs.test(text)) continue;
            const sign = document.createRange();
            const at = side === "nextSibling" ? 0 : text.length - 1;
            sign.setStart(beside, at);
            sign.setEnd(beside, at + 1);
            const apart = Math.abs(height(sign) - height(one.querySelector("math")));
            if (apart > 12) found.push(`${one.textContent} and ${text.slice(0, 20)}`);
        }
    }
    return found;
}"""


@pytest.mark.parametrize("path", ["notation.html", *(f"lessons/{name}.html" for name in NAMES)])
def test_a_full_stop_stays_with_its_formula(window, address, path):
    window.goto(address + path)
    assert window.evaluate(TORN_OFF) == []


# Formulas and tables that are wider than their room, or higher.
TOO_WIDE = """(of) => {
    for (const one of document.querySelectorAll("details")) one.open = true;
    return [...document.querySelectorAll(of)]
        .filter((one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight)
        .map((one) => one.textContent.trim().slice(0, 60));
}"""


@pytest.mark.parametrize("path", ["conformance.html", *(f"lessons/{name}.html" for name in NAMES)])
def test_paper_has_whole_tables_and_formulas(plain, address, path):
    page = plain.new_page()
    # A4 without its margins; on paper nothing can be moved sideways.
    page.set_viewport_size({"width": 718, "height": 1000})
    page.goto(address + path)
    page.emulate_media(media="print")
    assert page.evaluate(TOO_WIDE, "main .wide") == []
    page.close()


@pytest.mark.parametrize("name", [NAMES[3], NAMES[7]])
def test_formulas_of_one_line_go_below_each_other_in_a_narrow_window(plain, address, name):
    page = plain.new_page()
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(f"{address}lessons/{name}.html")
    assert page.locator("div.wide > math + math").count() > 1
    assert page.evaluate(TOO_WIDE, "main div.wide[aria-label=formula]") == []
    page.close()


def test_tab_does_not_pass_over_an_explorer_that_is_not_seen_yet(plain, address):
    page = plain.new_page()
    page.set_viewport_size({"width": 400, "height": 500})
    page.goto(f"{address}lessons/01_one_dimension.html")
    explorer = page.locator(".course-explorer-page").first
    assert explorer.locator("input").count() == 0
    page.get_by_label("close to 4, but not there yet").focus()
    for _ in range(10):
        page.keyboard.press("Tab")
        if explorer.evaluate("(one) => one.contains(document.activeElement)"):
            break
    explorer.locator("input").first.wait_for()
    page.keyboard.press("Tab")
    slider = explorer.get_by_label("learning rate")
    assert slider.evaluate("(one) => one === document.activeElement")
    # It is no stop of its own any longer: Shift and Tab goes on, to what is before it.
    page.keyboard.press("Shift+Tab")
    assert not explorer.evaluate("(one) => one.contains(document.activeElement)")
    page.close()


def test_what_was_chosen_can_be_cleared(browser, address):
    """By keyboard, with nothing asked of a server; other pages keep what is theirs."""
    context, asked = browser.new_context(), []
    page = context.new_page()
    other = f"{address}lessons/{NAMES[2]}.html"
    page.goto(other)
    page.locator(".course-question input").first.check()
    page.goto(f"{address}lessons/{NAMES[1]}.html")
    questions = page.locator(".course-question")
    before = questions.evaluate_all("(all) => all.map((one) => one.innerText)")
    for at in range(questions.count()):
        questions.nth(at).locator("input").first.check()
    assert page.locator(".course-question input:checked").count() == len(before) > 1
    page.on("request", lambda one: asked.append(one.url))
    button = page.get_by_role("button", name="Clear my answers on this page")
    # It comes after the lesson, and before the ways on.
    page.get_by_label("Lessons, below").get_by_role("link").first.focus()
    page.keyboard.press("Shift+Tab")
    assert button.evaluate("(one) => one === document.activeElement")
    page.keyboard.press("Enter")
    assert page.get_by_role("status").inner_text().startswith("Cleared")
    assert button.evaluate("(one) => one === document.activeElement")
    assert questions.evaluate_all("(all) => all.map((one) => one.innerText)") == before
    assert asked == []
    load_axe(page)
    assert violations(page.locator("#clear"), least=5) == []
    page.reload()
    assert page.locator(".course-question input:checked").count() == 0
    # A question answers as before.
    questions.first.locator("input").first.check()
    assert "You predicted" in questions.first.inner_text()
    # Pressed again, and chosen again: nothing says any longer that nothing is chosen.
    button.click()
    assert page.get_by_role("status").inner_text().startswith("Cleared")
    questions.first.locator("input").first.check()
    assert page.get_by_role("status").inner_text() == ""
    for path in (other, f"{address}lessons/{NAMES[1]}.html"):
        page.goto(path)
        assert page.locator(".course-question input:checked").count() == 1
    context.close()


def test_without_scripts_there_is_no_button_that_clears_nothing(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}lessons/{NAMES[1]}.html")
    assert page.locator("#clear").count() == 1
    assert not page.locator("#clear").is_visible()
    context.close()


def test_wider_text_is_not_cut_off(lesson):
    lesson.add_style_tag(content=WIDER)
    assert lesson.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert lesson.evaluate(CUT_OFF) == []


# The smallest letters of a page's own text, code and questions, in CSS pixels.
SMALLEST = """() => Math.min(...["main p", "main li", "main pre", "main code", ".course-question"]
    .flatMap((of) => [...document.querySelectorAll(of)])
    .map((one) => parseFloat(getComputedStyle(one).fontSize)))"""


@pytest.mark.parametrize("path", ["index.html", "search.html", f"lessons/{NAMES[1]}.html"])
def test_letters_are_twice_as_large_where_the_browser_is_set_so(plain, address, path):
    page = plain.new_page()
    page.set_viewport_size({"width": 640, "height": 700})
    page.goto(address + path)
    before = page.evaluate(SMALLEST)
    # What the setting of a browser changes is the size of the root.
    page.add_style_tag(content=":root { font-size: 32px; }")
    assert page.evaluate(SMALLEST) == pytest.approx(2 * before)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(CUT_OFF) == []
    page.close()


# The words of headings that stand on more than one line.
BROKEN = """() => [...document.querySelectorAll("h1, h2, h3")].flatMap((heading) =>
    [...heading.textContent.matchAll(/\\w+/g)].filter(({ 0: word, index }) => {
        const range = document.createRange();
        const [node] = heading.childNodes;
        if (node.nodeType !== Node.TEXT_NODE || index + word.length > node.length) return false;
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        return range.getClientRects().length > 1;
    }).map(([word]) => word))"""


def test_no_word_of_a_heading_breaks_with_letters_twice_as_large(plain, address):
    page = plain.new_page()
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address + "index.html")
    page.add_style_tag(content=":root { font-size: 32px; }")
    assert page.evaluate(BROKEN) == []
    page.close()


def test_subscripts_are_lowered(plain, address):
    page = plain.new_page()
    page.goto(f"{address}lessons/03_two_dimensions.html")
    told = page.evaluate("getComputedStyle(document.querySelector('math')).fontFamily")
    names = set(re.findall(r'"([^"]+)"', told))
    assert names
    if not names & families():
        pytest.skip("none of the site's mathematical fonts is installed here")
    depths = page.locator("msub").evaluate_all("""(all) => all.map(({ children: [base, sub] }) =>
        sub.getBoundingClientRect().bottom - base.getBoundingClientRect().bottom)""")
    assert depths
    assert min(depths) > 1
    page.close()


def test_search_by_keyboard(plain, address):
    page, foreign = plain.new_page(), []
    page.on("request", lambda one: foreign.append(one.url))
    page.goto(address + "search.html")
    page.get_by_label("Words to look for in all pages").focus()
    page.keyboard.type("momentun")
    page.get_by_text(" sections found").wait_for()
    results = page.locator("#results a")
    assert "momentum" in results.first.inner_text().lower()
    assert page.get_by_role("status").inner_text().endswith(".")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.querySelector('#results a')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/*.html*#*")
    assert [url for url in foreign if not url.startswith((address, "data:"))] == []
    page.close()


def found(page, words):
    """Search, and return what is said and the results' names."""
    page.get_by_label("Words to look for in all pages").fill(words)
    page.get_by_text(" sections found").wait_for()
    return page.get_by_role("status").inner_text(), page.locator("#results a").all_inner_texts()


def test_words_that_are_typed_before_the_index_is_there_are_looked_for(plain, address):
    page = plain.new_page()
    waiting = []
    page.route("**/search/index.json", lambda route: waiting.append(route))
    page.goto(address + "search.html", wait_until="commit")
    page.get_by_label("Words to look for in all pages").fill("momentum")
    with page.expect_response("**/search/index.json"):
        while not waiting:
            page.wait_for_timeout(20)
        waiting[0].continue_()
    page.get_by_text(" sections found").wait_for(timeout=5000)
    assert page.get_by_label("Words to look for in all pages").input_value() == "momentum"
    page.close()


def test_lessons_are_found_before_what_is_about_the_course(plain, address):
    page = plain.new_page()
    page.goto(address + "search.html")
    _, names = found(page, "learning rate")
    about = [name.endswith(("Coverage", "Errata", "Accessibility")) for name in names]
    assert True in about
    assert about.index(True) >= 3
    page.close()


def test_a_section_is_found_once_and_begins_as_its_page_has_it(plain, address):
    page = plain.new_page()
    page.goto(address + "search.html")
    _, names = found(page, "a memory of slopes")
    assert names.count("Lesson 7: A memory of slopes") == 1
    assert "Equal budgets, and more than one budget." in page.locator("#results").inner_text()
    said, _ = found(page, "zigzags")
    assert not re.search(r"\w [.,;:](\s|$)", page.locator("#results").inner_text()), said
    page.close()


def test_a_search_that_finds_nothing_leads_on(plain, address):
    page = plain.new_page()
    page.goto(address + "search.html")
    said, names = found(page, "qqqq")
    assert names == []
    assert said.startswith("0 sections found.")
    ways = page.get_by_role("status").get_by_role("link")
    assert ways.evaluate_all("(all) => all.map((one) => one.getAttribute('href'))") == [
        "index.html",
        "notation.html",
    ]
    assert ways.first.is_visible()
    found(page, "momentum")
    assert not ways.first.is_visible()
    page.close()


def test_a_search_whose_index_does_not_come_says_so(browser, address):
    context = browser.new_context()
    page = context.new_page()
    page.route("**/search/index.json", lambda route: route.abort())
    page.goto(address + "search.html?words=momentum")
    told = page.get_by_role("status")
    expect(told).to_contain_text("could not be loaded")
    assert told.get_by_role("link", name="The map").is_visible()
    context.close()


def test_pictures_can_be_read_in_a_narrow_window(browser, address):
    page = browser.new_page(viewport={"width": 320, "height": 900})
    page.goto(f"{address}lessons/07_momentum_and_adam.html")
    pictures = page.locator(".output > img")
    pictures.last.scroll_into_view_if_needed()
    # Their letters are 14 pixels high where they are drawn as large as they are.
    letters = pictures.evaluate_all(
        "(all) => all.map((one) => 14 * one.getBoundingClientRect().width / one.naturalWidth)"
    )
    assert min(letters) > 8
    assert max(letters) <= 14
    page.close()


def test_without_scripts_everything_is_there_to_read(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}lessons/01_one_dimension.html")
    assert page.locator("img:visible").count() >= 5
    words = page.locator("img:visible").evaluate_all("(all) => all.map((one) => one.alt)")
    assert all(len(one) > 20 for one in words)
    assert page.get_by_text("Which way is downhill?").first.is_visible()
    page.goto(f"{address}explorers.html")
    assert page.locator("noscript p").inner_text().startswith("Without scripts")
    assert page.locator("noscript p").is_visible()
    context.close()


@pytest.mark.parametrize("path", ["explorers.html", "lessons/03_two_dimensions.html"])
def test_an_explorer_can_be_read_in_a_narrow_window_without_scripts(browser, address, path):
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 320, "height": 900}
    )
    page = context.new_page()
    page.goto(address + path)
    pictures = page.locator(".course-explorer-page img")
    assert pictures.count() >= 3
    assert min(pictures.evaluate_all("(all) => all.map((one) => one.clientWidth)")) >= 640
    # Their ink is a middle grey: in a dark page they could hardly be read.
    ground = "(all) => all.map((one) => getComputedStyle(one).backgroundColor)"
    assert set(pictures.evaluate_all(ground)) == {"rgb(255, 255, 255)"}
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_the_home_page_lets_one_walk_at_once(browser, address):
    """As its text says: one rate is not there yet, one jumps across, and one never arrives."""
    page = browser.new_page()
    page.goto(f"{address}index.html")
    walk = page.locator(".course-explorer-page")
    walk.scroll_into_view_if_needed()
    rate, told = walk.get_by_label("learning rate"), walk.locator(".ce-said")
    walk.get_by_role("button", name="Run").click()
    told.get_by_text("after 20 steps").wait_for()
    for place, words in ((0, "smooth, not there yet"), (0.75, "overshoots"), (1, "diverges")):
        rate.evaluate(
            "(input, place) => { input.value = place * input.max;"
            " input.dispatchEvent(new Event('input', { bubbles: true })) }",
            place,
        )
        # It is said in the next frame.
        told.get_by_text(words).wait_for()
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_live_explorer_is_accessible(browser, address, scheme):
    page = browser.new_page(color_scheme=scheme)
    page.goto(f"{address}explorers.html")
    root = page.locator("section.cell", has=page.locator("#explore_rates"))
    root.locator(".course-explorer-page").scroll_into_view_if_needed()
    root.locator(".ce-note").wait_for()
    load_axe(page)
    assert violations(root) == []
    page.close()


def test_what_is_printed_is_dark_on_light_whatever_the_screen_is(browser, address):
    page = browser.new_page(color_scheme="dark")
    page.goto(f"{address}lessons/01_one_dimension.html")
    colours = """() => ["body", "pre.code .kn", ".course-question legend"].map(
        (one) => getComputedStyle(document.querySelector(one)).color)"""
    page.emulate_media(media="print")
    printed = page.evaluate(colours)
    page.emulate_media(color_scheme="light", media="screen")
    assert printed == page.evaluate(colours)
    page.close()


def awake(page):
    """Return the first explorer of a page once it is live."""
    explorer = page.locator(".course-explorer-page").first
    explorer.scroll_into_view_if_needed()
    explorer.locator(".ce-run").wait_for()
    return explorer


# An explorer alone, so far down, where columns are as high as a sheet and break where sheets do;
# in how many of them each of its panels stands.
TORN = """(down) => {
    const main = document.querySelector("main");
    const before = document.createElement("div");
    before.style.height = `${down}px`;
    main.replaceChildren(before, document.querySelector(".course-explorer-page"));
    main.style = "columns: 1; column-fill: auto; height: 1000px";
    return [...document.querySelectorAll(".ce-panel")].map((one) => one.getClientRects().length);
}"""


def test_no_picture_of_an_explorer_goes_over_two_sheets(plain, address):
    """What comes after it would stand over its second half."""
    page = plain.new_page()
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{address}lessons/01_one_dimension.html")
    awake(page)
    torn = {down: page.evaluate(TORN, down) for down in range(0, 1000, 50)}
    assert {down: many for down, many in torn.items() if many != [1, 1]} == {}
    page.close()


# The sections of a page whose heading stands on another sheet than what it is of.
PARTED = """() => {
    const main = document.querySelector("main");
    main.style = "columns: 1; column-fill: auto; height: 1000px";
    const sheet = (one) => Math.round(one.getClientRects()[0].left / 200);
    return [...main.querySelectorAll("section.cell")].filter((one) =>
        sheet(one.querySelector("h2")) !== sheet(one.querySelector(".output")))
        .map((one) => one.querySelector("h2").textContent);
}"""


def test_on_paper_each_explorer_of_the_gallery_has_its_heading_above_it(plain, address):
    page = plain.new_page()
    # A4 without its margins; as it is printed by who has not looked at it.
    page.set_viewport_size({"width": 718, "height": 1000})
    page.goto(address + "explorers.html")
    page.emulate_media(media="print")
    assert page.evaluate(PARTED) == []
    page.close()


def test_a_slow_run_is_told_where_it_rests(plain, address):
    """Two sentences a second are read by nobody, and would be spoken long after the run."""
    page = plain.new_page()
    page.goto(f"{address}lessons/01_one_dimension.html")
    explorer = awake(page)
    step = explorer.get_by_label("step", exact=True)
    explorer.get_by_label("speed").select_option("slow")
    step.fill("16")
    live = explorer.locator(".ce-live")
    expect(live).to_contain_text("after 16 steps")
    live.evaluate("""(live) => {
        window.told = [];
        const watch = new MutationObserver(() => window.told.push(live.textContent));
        watch.observe(live, { childList: true });
    }""")
    explorer.get_by_role("button", name="Run").click()
    page.wait_for_timeout(1300)
    explorer.get_by_role("button", name="Pause").click()
    # Nothing moves any more; it is told where it stands all the same.
    page.wait_for_function("window.told.length")
    assert explorer.locator(".ce-said").inner_text() == page.evaluate("window.told[0]")
    explorer.get_by_role("button", name="Run").click()
    expect(live).to_contain_text("after 20 steps")
    assert len(page.evaluate("window.told")) == 2
    page.close()


def test_a_page_read_from_right_to_left_is_no_wider_than_its_window(plain, address):
    """As a browser shows it that translates it into Arabic or Hebrew."""
    page = plain.new_page()
    page.goto(f"{address}index.html")
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


# What the browser keeps of the lab, and the lesson that its link opens.
OPENED = {"": NAMES[0], NAMES[0]: NAMES[0], NAMES[3]: NAMES[3], "99_gone": NAMES[0]}


@pytest.mark.parametrize(("kept", "lesson"), OPENED.items())
def test_the_lab_opens_the_last_lesson_or_the_first(plain, address, kept, lesson):
    page = plain.new_page()
    page.goto(f"{address}404.html")
    page.evaluate("(kept) => localStorage.setItem('course-lesson', kept)", kept)
    for path in ("index.html", f"lessons/{NAMES[5]}.html"):
        page.goto(address + path)
        link = page.get_by_role("link", name="Lab", exact=True).evaluate("(link) => link.href")
        assert link == address + pages.in_lab(lesson)
    page.close()


def test_a_lost_page_leads_home_from_any_depth(plain, address):
    page = plain.new_page()
    text = page.request.get(f"{address}404.html").text()
    page.route("**/lab/1.0.0-old/notebooks/**", lambda route: route.fulfill(
        status=404, content_type="text/html", body=text))  # fmt: skip
    page.goto(f"{address}lab/1.0.0-old/notebooks/index.html?path=lessons")
    assert page.locator("#home").evaluate("(link) => link.href") == address
    page.close()
