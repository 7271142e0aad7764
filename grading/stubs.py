"""What students get in place of a solution."""

from __future__ import annotations

from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import ClearSolutions

from course.checks import exercises


class ClearAnswers(ClearSolutions):
    """Clears solutions so that a released notebook runs from top to bottom before it is solved.

    In a function, nbgrader's own stub waits until somebody calls it. Where an exercise asks for
    values, it would stop the notebook right there; so each name is set to `...` instead.
    """

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Clear one cell; settings of ClearSolutions hold here, too."""
        cell, resources = super().preprocess_cell(cell, resources, index)
        name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        exercise = exercises().get(name.removesuffix("-answer"))
        if exercise and exercise.values:
            lines = [f"{value} = ..." for value in exercise.values]
            stub = "\n".join(["# Write your answers here, in place of each `...`.", *lines])
            cell.source = cell.source.replace(self.code_stub[resources["language"]], stub)
        return cell, resources
