"""The pages to read: whole, linked, and without anything that a student should find alone."""

import html
import json
import re
import zipfile
from html.parser import HTMLParser

import nbformat
import pytest

from authoring.site import cells, edition, gallery, pages
from authoring.site.prose import rendered
from course import checks, explorers
from course.progress.words import NOT_HERE, end_elsewhere
from course.questions.question import MISSED
from course_folder import ROOT
from tests.support import leaks

SOLUTION = re.compile(r"### BEGIN SOLUTION\n(.*?)\n\s*### END SOLUTION", re.DOTALL)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    pages.build(folder)
    return folder


def texts(site):
    return {page: page.read_text(encoding="utf-8") for page in sorted(site.rglob("*.html"))}


class Links(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found, self.ids = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        about = dict(attrs)
        if tag == "a" and "href" in about:
            self.found.append(about["href"])
        self.ids.add(about.get("id"))


def test_every_lesson_has_a_page_and_is_on_the_map(site):
    names = {path.parent.name for path in (ROOT / "release").glob("*/*.ipynb")}
    assert names == {page.stem for page in (site / "lessons").glob("*.html")}
    start = (site / "index.html").read_text(encoding="utf-8")
    for name in names:
        assert f'href="lessons/{name}.html"' in start


def test_the_map_counts_the_exercises_of_every_lesson(site):
    start = (site / "index.html").read_text(encoding="utf-8")
    counts = [int(one) for one in re.findall(r"(\d+) exercises?\.</p>", start)]
    assert counts == [len(exercises) for _, exercises in sorted(checks.lessons().items())]


def test_every_link_leads_to_a_page_or_into_the_lab(site):
    read = {page: Links(text) for page, text in texts(site).items()}
    for page, links in read.items():
        for link in links.found:
            address, _, anchor = link.partition("#")
            if link.startswith("http") or "lab/" in address:
                continue
            target = (page.parent / address).resolve() if address else page
            assert target.is_file(), (page.name, link)
            if anchor and page.name != "coverage.html":
                assert anchor in read[target].ids, (page.name, link)


def test_each_lesson_leads_to_the_one_before_and_to_the_one_after(site):
    files = sorted((site / "lessons").glob("*.html"))
    names = [None, *(file.name for file in files), None]
    for before, file, after in zip(names, files, names[2:], strict=False):
        text = file.read_text(encoding="utf-8")
        for way, name in (("prev", before), ("next", after)):
            found = re.findall(rf'rel="{way}" href="../lessons/([^"]*)"', text)
            assert found == [name] * 2 * bool(name), (file.name, way)


def test_no_page_tells_how_to_work_in_a_notebook(site):
    header = nbformat.read(ROOT / "source/header.ipynb", as_version=4).cells[0].source
    title = re.search(r"<summary>.*?</summary>", header)[0]
    for page, text in texts(site).items():
        assert title not in text, page.name


def test_no_solution_and_no_hidden_test_is_in_a_file(site):
    assert leaks.leaks(site, leaks.secrets()) == []


def test_a_leak_is_found_wherever_it_is(tmp_path):
    secrets = leaks.secrets()
    assert sum("seed=" in name for name in secrets) > 30
    assert sum("seed=" not in name for name in secrets) > 20
    source = nbformat.read(ROOT / "source/01_one_dimension/01_one_dimension.ipynb", as_version=4)
    cells = {cell.id: cell.source for cell in source.cells}
    solution = SOLUTION.search(cells["descend-answer"])[1]
    coloured = "".join(f"<b>{html.escape(letter)}</b>" for letter in solution)
    (tmp_path / "page.html").write_text(coloured, encoding="utf-8")
    (tmp_path / "index.json").write_text(json.dumps({"text": cells["descend-hidden"]}))
    with zipfile.ZipFile(tmp_path / "some.whl", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("module.py", solution)
    where = [found.rpartition(" in ")[2] for found in leaks.leaks(tmp_path, secrets)]
    assert where == ["index.json", "page.html as read", "some.whl/module.py"]


def test_every_page_says_what_it_is(site):
    for page, text in texts(site).items():
        if page.name == "404.html":
            continue
        assert re.search(r"<title>[^<]{6,}</title>", text), page.name
        assert len(re.search(r'name="description" content="([^"]*)"', text)[1]) > 60, page.name
        picture = re.search(r'property="og:image" content="([^"]*)"', text)[1]
        told = f"{page.name}: no {picture}; `make screenshots` takes the picture of an explorer"
        assert (page.parent / picture).is_file(), told
        assert "To cite: The contributors" in text
        assert "CC BY 4.0" in text


def test_every_page_has_the_same_way_around(site):
    ways = {
        tuple(re.findall(r'href="(?:\.\./)*([^"]*)">([^<]*)<', text[: text.index("</nav>")]))
        for page, text in texts(site).items()
        if page.name != "404.html"
    }
    assert len(ways) == 1
    assert len(ways.pop()) >= 6


def test_a_published_site_has_whole_addresses(tmp_path, monkeypatch):
    monkeypatch.setenv("SITE_ADDRESS", "https://example.org/course/")
    monkeypatch.setattr(pages, "lesson", lambda path: pages.Lesson(path.stem, "A", 0, (), (), ""))
    trial = pages.gallery.Shown(pages.TRIAL, "a walk", "01_one_dimension", "")
    monkeypatch.setattr(pages.gallery, "read", lambda: [trial])
    pages.build(tmp_path)
    text = (tmp_path / "notation.html").read_text(encoding="utf-8")
    assert 'content="https://example.org/course/pictures/lesson.png"' in text
    assert 'rel="canonical" href="https://example.org/course/notation.html"' in text
    listed = (tmp_path / "sitemap.txt").read_text(encoding="utf-8").split()
    assert "https://example.org/course/lessons/01_one_dimension.html" in listed
    assert "https://example.org/course/404.html" not in listed


def test_every_explorer_is_in_the_gallery(site):
    text = (site / "explorers.html").read_text(encoding="utf-8")
    missing = [name for name in explorers.__all__ if f'<h2 id="{name}">' not in text]
    assert not missing, "a lesson calls each on the last line of a cell"
    assert text.count('class="course-explorer') >= len(explorers.__all__)


def test_an_explorer_is_shown_as_the_first_lesson_with_it_does():
    called = {}
    for file in sorted((ROOT / "source").glob("*/*.ipynb")):
        for cell in nbformat.read(file, as_version=4).cells:
            called.setdefault(gallery.called(cell), file.stem)
    shown = {one.name: one.lesson for one in gallery.read()}
    assert shown == {name: called[name] for name in explorers.__all__}


def test_mathematics_is_mathematics(site):
    for page, text in texts(site).items():
        prose = re.sub(r"<(pre|code|script|style|math)\b.*?</\1>", "", text, flags=re.DOTALL)
        assert not re.search(r"\\[a-z]{2,}", re.sub(r"<[^>]*>", "", prose)), page.name
        assert not re.search(r"<mi>\\", text), page.name
        assert not re.search(r"<mi>&#x0203[2-4];", text), f"{page.name}: a prime as an exponent"


def test_signs_stay_with_a_formula_and_a_long_one_can_be_scrolled():
    made = rendered("So ($x$), and $y$.", "")
    inside = re.findall(
        r'<span class="kept">(.*?)<span class="math inline">.*?</math></span>(.*?)</span>', made
    )
    assert inside == [("(", "),"), ("", ".")]
    for formula, wide in (("x = 1", False), ("x_1 + x_2 + x_3 + x_4 + x_5 + x_6 + x_7 + 1", True)):
        assert ('class="wide"' in rendered(f"So ${formula}$", "")) == wide


def test_what_an_answer_printed_is_shown_to_nobody():
    answer = nbformat.v4.new_code_cell("...", metadata={"nbgrader": {"grade_id": "walk-answer"}})
    executed = nbformat.v4.new_code_cell("7", outputs=[nbformat.v4.new_output("stream", text="7")])
    assert "printed" not in cells.shown(answer, executed, "lab")
    other = nbformat.v4.new_code_cell("7")
    assert "printed" in cells.shown(other, executed, "lab")


def test_every_picture_has_its_words(site):
    for page, text in texts(site).items():
        for picture in re.findall(r"<img\b[^>]*>", text):
            assert re.search(r'alt="[^"]{20,}"', picture), page.name


def test_a_page_says_nothing_to_one_who_has_run_its_cells(site):
    for page in (site / "lessons").glob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "is at work here" not in text, page.name
        assert MISSED not in text, page.name
        assert html.escape(NOT_HERE) not in text, page.name
        assert "- Try this" not in text, page.name


def test_an_output_is_shown_without_what_is_said_to_the_runner():
    def shown(kind, text):
        return cells.output(nbformat.v4.new_output("display_data", data={kind: text}))

    printed = nbformat.v4.new_output("stream", text="Your own fit is at work here.\n")
    assert cells.output(printed) == ""
    printed.text += "loss 2 < 3\n"
    assert re.search(r"<pre[^>]*>loss 2 &lt; 3\n</pre>", cells.output(printed))
    told = f'<p style="margin: 0">What happened: left.</p><p style="margin: 0">{MISSED}</p>'
    assert shown("text/html", told).count("<p") == 1
    assert shown("text/markdown", NOT_HERE) == ""
    ended = shown("text/markdown", end_elsewhere("A rate of **2**."))
    assert "<li>Try this: A rate of <strong>2</strong>.</li>" in ended
    assert '<a href="../index.html">the map</a>' in ended
    assert "<p>" not in ended


def test_an_edition_is_another_where_a_file_has_another_name(tmp_path, monkeypatch):
    monkeypatch.setattr(edition, "ROOT", tmp_path)
    file = tmp_path / "a.py"
    file.write_text("x = 1\n")
    before = edition.digest([file])
    assert edition.digest([file]) == before
    assert edition.digest([file.rename(tmp_path / "b.py")]) != before
