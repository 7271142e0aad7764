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
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from course_folder import ROOT


@pass_context
def markdown(context: Context, source: str) -> str:
    """Return Markdown as HTML, in which tags are text unless the lesson itself has this cell."""
    own = source.strip() in _own_texts()
    renderer = IPythonRenderer(
        escape=not own,
        allow_harmful_protocols=False,
        attachments=context.get("cell", {}).get("attachments", {}),
    )
    return MarkdownWithMath(renderer=renderer).render(source)


@lru_cache(maxsize=1)
def _own_texts() -> frozenset[str]:
    """Return the texts of all lessons, as students get them: some fold."""
    found = set()
    for file in (ROOT / "release").glob("*/*.ipynb"):
        for cell in json.loads(file.read_bytes())["cells"]:
            if cell["cell_type"] == "markdown":
                found.add("".join(cell["source"]).strip())
    return frozenset(found)
