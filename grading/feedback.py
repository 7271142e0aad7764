"""What students get back: their work, points and messages, without the hidden tests."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import nbgrader
from jinja2 import pass_context
from nbconvert.exporters import HTMLExporter
from nbconvert.filters import Highlight2HTML
from nbconvert.filters.widgetsdatatypefilter import WidgetsDataTypeFilter
from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets.config import Config

HIDDEN = re.compile(r"[^\n]*BEGIN HIDDEN TESTS.*?END HIDDEN TESTS[^\n]*\n?", re.DOTALL)
IMAGE = re.compile(r"<img (?![^>]*\balt=)")
TAG = re.compile(r"<(?=[A-Za-z/!?])")


class RemoveHiddenTests(NbGraderPreprocessor):
    """Takes hidden tests out of a feedback page; nbgrader itself leaves them in.

    The message that a hidden check printed stays: it tells the student what was wrong.
    """

    def preprocess_cell(self, cell, resources, index):
        """Remove the hidden region of one cell, in its text and in tracebacks that quote it."""
        if "HIDDEN TESTS" not in cell.source:
            return cell, resources
        cell.source = HIDDEN.sub("", cell.source).strip()
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                output.traceback = [f"{output.ename}: {output.evalue}"]
        return cell, resources


class HarmlessText(NbGraderPreprocessor):
    """Shows the tags in a student's own text as text: the page is opened by others, too."""

    def preprocess_cell(self, cell, resources, index):
        """Take the meaning out of the tags in one text cell that a student wrote."""
        if cell.cell_type != "code" and cell.metadata.get("grading", {}).get("by") == "student":
            cell.source = TAG.sub("&lt;", cell.source)
            cell.source = re.sub(r"(?i)javascript:", "javascript&#58;", cell.source)
            cell.cell_type = "markdown"
        return cell, resources


class _Page(HTMLExporter):
    """nbgrader's feedback page; text that all students share is made into HTML once."""

    @lru_cache(maxsize=4096)  # noqa: B019  (there is one exporter in each process)
    def _text(self, source: str) -> str:
        return HTMLExporter.markdown2html(self, {}, source)

    @pass_context
    def markdown2html(self, context, source):
        """Return a text cell as HTML."""
        return self._text(source)

    @lru_cache(maxsize=4096)  # noqa: B019
    def _code(self, source: str) -> str:
        return Highlight2HTML(pygments_lexer="python", parent=self)(source)

    def from_notebook_node(self, nb, resources=None, **more):
        """Return the page. (HTMLExporter's own way parses it all once more, to add alt texts.)"""
        resources = self._init_resources(resources)
        self.register_filter("highlight_code", lambda source, **options: self._code(source))
        kinds = WidgetsDataTypeFilter(
            notebook_metadata=self._nb_metadata, parent=self, resources=resources
        )
        self.register_filter("filter_data_type", kinds)
        made, resources = super(HTMLExporter, self).from_notebook_node(nb, resources, **more)
        return IMAGE.sub('<img alt="a picture that the student drew" ', made), resources


@lru_cache(maxsize=1)
def exporter() -> HTMLExporter:
    """Return the exporter of nbgrader's generate_feedback, made once for each process."""
    formgrader = Path(nbgrader.__file__).parent / "server_extensions" / "formgrader"
    config = Config()
    config.Exporter.default_preprocessors = []
    config.HTMLExporter.template_name = "feedback"
    config.HTMLExporter.extra_template_basedirs = [str(formgrader / "templates")]
    styles = formgrader / "static" / "node_modules" / "bootstrap" / "dist" / "css"
    config.HTMLExporter.extra_template_paths = [str(styles)]
    exporter = _Page(config=config)
    for step in (RemoveHiddenTests, HarmlessText, CSSHTMLHeaderPreprocessor):
        exporter.register_preprocessor(step(), enabled=True)
    return exporter


def page(notebook: NotebookNode, student: str, lesson: str, grades) -> str:
    """Return a student's page.

    Args:
        notebook: The graded notebook.
        student: Whose it is.
        lesson: What it is.
        grades: What the gradebook says of it (`record.Grades`).
    """
    for cell in notebook.cells:
        mark = cell.metadata.get("nbgrader")
        if mark and mark.get("grade_id") in grades.cells:
            mark["score"], mark["points"] = grades.cells[mark["grade_id"]]
        if mark and (mark.get("solution") or mark.get("task")):
            mark["comment"] = grades.comments.get(mark["grade_id"])
    about = {
        "student": student,
        "assignment": lesson,
        "notebook": lesson,
        "score": grades.score,
        "max_score": grades.possible,
        "late_penalty": grades.penalty,
    }
    return exporter().from_notebook_node(notebook, resources={"nbgrader": about})[0]
