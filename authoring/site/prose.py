"""Markdown as HTML: with mathematics as MathML, and links to the site's own pages."""

from __future__ import annotations

import html
import re
from typing import Any

from latex2mathml.converter import convert
from markdown_it import MarkdownIt
from mdit_py_plugins.anchors import anchors_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin

# The documents that are pages, with their titles.
DOCUMENTS = {
    "notation": "Words and signs",
    "errata": "Errata",
    "coverage": "Coverage",
    "conformance": "Accessibility",
}
# f′, f″ and f‴ as exponents: the signs are small and high already, and would be so twice.
PRIMES = re.compile("<msup>(<mi>[^<]*</mi>)<mi>(&#x0203[2-4];)</mi></msup>")
# Between formulas of one line: where there is no room, each has a line of its own.
GAP = re.compile(r"(?:\\qquad\s*)+")
# A formula within a line, and the signs that belong to it: a browser would begin a line with the
# full stop after it, or end one with the bracket before it.
SIGNED = re.compile(r'\(?<span class="math inline">.*?</math>(?:</span>)+[.,:;?!)]*', re.DOTALL)
# How many signs of a formula have room in a line of the narrowest window.
LONGEST = 20
# What may be wider than the window is scrolled by keyboard, too; {} is what it is.
SCROLLS = ' tabindex="0" role="group" aria-label="{}"'


def rendered(text: str, home: str) -> str:
    """Return Markdown as HTML, with mathematics as MathML and links to the site's own pages."""
    markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
    markdown.use(dollarmath_plugin, renderer=_mathematics, allow_space=False)
    markdown.use(anchors_plugin, max_level=3)
    made = SIGNED.sub(r'<span class="kept">\g<0></span>', markdown.render(text))
    made = re.sub(r'href="(?:\.\./)+(?:release/)?(\d\d_\w+)/\1\.ipynb(#[^"]*)?"',
                  rf'href="{home}lessons/\1.html\2"', made)  # fmt: skip
    documents = "|".join(DOCUMENTS)
    made = re.sub(rf'href="(?:\.\./)*(?:docs/)?({documents})\.md(#[^"]*)?"',
                  rf'href="{home}\1.html\2"', made)  # fmt: skip
    made = made.replace("<pre>", f"<pre{SCROLLS.format('code')}>")
    made = re.sub(r'href="(?:\.\./)+start\.ipynb"', f'href="{home}index.html"', made)
    wrapped = f'<div class="wide"{SCROLLS.format("table")}><table>'
    return made.replace("<table>", wrapped).replace("</table>", "</table></div>")


def _mathematics(text: str, options: dict[str, Any]) -> str:
    block = options["display_mode"]
    kind = "block" if block else "inline"
    parts = GAP.split(text) if block else [text]
    made = "".join(convert(part, display=kind) for part in parts)
    made = PRIMES.sub(r"<mrow>\1<mo>\2</mo></mrow>", made)
    signs = html.unescape(re.sub("<[^>]*>", "", made))
    if not block and len(signs) <= LONGEST:
        return made
    tag = "div" if block else "span"
    return f'<{tag} class="wide"{SCROLLS.format("formula")}>{made}</{tag}>'
