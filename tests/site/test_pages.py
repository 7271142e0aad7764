"""The pages to read: whole, linked, and without anything that a student should find alone."""

import re
from html.parser import HTMLParser

import nbformat
import pytest

from authoring.site import pages
from course_folder import ROOT

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


def test_every_link_leads_to_a_page_or_into_the_lab(site):
    for page, text in texts(site).items():
        for link in Links(text).found:
            address, _, anchor = link.partition("#")
            if link.startswith("http") or "lab/" in address:
                continue
            target = (page.parent / address).resolve() if address else page
            assert target.is_file(), (page.name, link)
            if anchor and page.name != "coverage.html":
                assert anchor in Links(target.read_text(encoding="utf-8")).ids, (page.name, link)


def test_no_solution_and_no_hidden_test_is_in_a_page(site):
    everything = "\n".join(texts(site).values())
    # Code is coloured: what stands between the tags is what is read.
    read = re.sub(r"<[^>]+>", "", everything)
    looked_at = 0
    for path in sorted((ROOT / "source").glob("*/*.ipynb")):
        for cell in nbformat.read(path, as_version=4).cells:
            grade = cell.metadata.get("nbgrader", {}).get("grade_id", "")
            if grade.endswith("-hidden"):
                assert re.search(r"seed=(\d+)", cell.source)[0] not in read
            for solution in SOLUTION.findall(cell.source) if grade.endswith("-answer") else ():
                if len(solution.strip().splitlines()) >= 3:
                    looked_at += 1
                    assert solution.strip() not in read, grade
    assert looked_at > 10
    assert "BEGIN SOLUTION" not in read
    assert "BEGIN HIDDEN" not in read


def test_mathematics_is_mathematics(site):
    for page, text in texts(site).items():
        prose = re.sub(r"<(pre|code|script|style|math)\b.*?</\1>", "", text, flags=re.DOTALL)
        assert not re.search(r"\\[a-z]{2,}", re.sub(r"<[^>]*>", "", prose)), page.name
        assert not re.search(r"<mi>\\", text), page.name


def test_every_picture_has_its_words(site):
    for page, text in texts(site).items():
        for picture in re.findall(r"<img\b[^>]*>", text):
            assert re.search(r'alt="[^"]{20,}"', picture), page.name
