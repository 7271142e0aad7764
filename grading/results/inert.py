"""What a student's text may be in nbgrader's formgrader: text, formulas, pictures, no program.

nbconvert puts HTML that stands in Markdown into its page as it is. Formgrader shows that page with
the rights of whoever is logged in to Jupyter: a script in it could run anything.
`nbgrader_config.py` puts this in its place.
"""

from __future__ import annotations

import json
from functools import lru_cache

from jinja2 import pass_context
from jinja2.runtime import Context
from nbconvert.filters.markdown_mistune import InvalidNotebook, IPythonRenderer, MarkdownWithMath

from course_folder import ROOT


@pass_context
def markdown(context: Context, source: str) -> str:
    """Return Markdown as HTML, in which tags are text unless the lesson itself has this cell."""
    own = source.strip() in _own_texts()
    renderer = _Renderer(
        escape=not own,
        allow_harmful_protocols=False,
        attachments=context.get("cell", {}).get("attachments", {}),
    )
    return MarkdownWithMath(renderer=renderer).render(source)


class _Renderer(IPythonRenderer):
    """Shows the words of a picture that is not there, where nbconvert would show no page at all.

    It was too large, of a kind that is left out, or never attached.
    """

    def _embed_image_or_attachment(self, src: str) -> str:
        try:
            return super()._embed_image_or_attachment(src)
        except InvalidNotebook:
            return src


@lru_cache(maxsize=1)
def _own_texts() -> frozenset[str]:
    """Return the texts of all lessons, as students get them: some fold."""
    found = set()
    for file in (ROOT / "release").glob("*/*.ipynb"):
        for cell in json.loads(file.read_bytes())["cells"]:
            if cell["cell_type"] == "markdown":
                found.add("".join(cell["source"]).strip())
    return frozenset(found)
