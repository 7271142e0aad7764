"""What students get back: their work, points and messages, without the hidden tests."""

from __future__ import annotations

import re

from nbgrader.preprocessors import NbGraderPreprocessor

HIDDEN = re.compile(r"[^\n]*BEGIN HIDDEN TESTS.*?END HIDDEN TESTS[^\n]*\n?", re.DOTALL)


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
