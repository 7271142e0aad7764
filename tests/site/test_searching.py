"""What the search knows of a page: its sections, as a reader has them."""

import json
import subprocess

import pytest

from authoring.site import searching
from authoring.site.searching import BEGINNING, Section

PAGE = """<nav>home</nav><main><p>Before.</p><h1 id="walk">A <code>walk</code></h1>
<p>It goes to <span><math><mi>x</mi><mn>2</mn></math></span>, <em>there</em>.</p>
<button>Run</button><table><tr><td>1</td><td>2</td></tr></table>
<h2 id="empty">Nothing</h2><h3>No place</h3><p>More.</p></main><footer>licence</footer>"""


def test_a_page_is_its_sections():
    assert searching.sections("a.html", "The page", PAGE) == [
        Section("a.html", "The page", "The page", "Before."),
        Section("a.html#walk", "The page", "A walk", "It goes to x 2, there. 1 2"),
        Section("a.html", "The page", "No place", "More."),
    ]


def test_a_long_section_begins_with_whole_words(tmp_path):
    text = "<main><p>" + "some words " * 30 + "</p></main><main><h1>Short</h1>Words.</main>"
    searching.write(tmp_path, {"a.html": ("The page", text)})
    index = json.loads((tmp_path / "search" / "index.json").read_text(encoding="utf-8"))
    long, short = (one["begins"] for one in index["storedFields"].values())
    assert set(long.split()) == {"some", "words", "…"}
    assert BEGINNING - 10 < len(long) < BEGINNING + 2
    assert short == "Words."


# Asks the index as search.mjs does.
ASK = """
const at = (name) => import(`${process.argv[1]}/${name}`);
const { default: MiniSearch } = await at("minisearch.mjs");
const { OPTIONS } = await at("options.mjs");
const index = MiniSearch.loadJSON(await (await import("node:fs/promises")).readFile(
  new URL(`${process.argv[1]}/index.json`)), OPTIONS);
console.log(JSON.stringify(index.search(process.argv[2]).map(({ address }) => address)));
"""


@pytest.mark.parametrize(
    ("words", "addresses"),
    [
        ("momen", ["a.html#rules", "errata.html#about"]),
        ("momemtum", ["a.html#rules", "errata.html#about"]),
        ("array", ["a.html#rules"]),
        ("momentum numpy", ["a.html#rules"]),
        ("ru", ["a.html#rules"]),
        ("rulse of walks", []),
    ],
)
def test_words_are_found_as_they_are_typed(words, addresses, tmp_path):
    lesson = "<main><h1 id='rules'>Rules</h1>Momentum, by numpy's <code>np.array</code>.</main>"
    about = "<main><h1 id='about'>About</h1>Momentum, momentum, momentum.</main>"
    searching.write(tmp_path, {"errata.html": ("Errata", about), "a.html": ("A", lesson)})
    folder = (tmp_path / "search").as_uri()
    command = ["node", "--input-type=module", "--eval", ASK, folder, words]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == addresses
