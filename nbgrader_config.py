"""Settings of nbgrader for this course; its own commands and `make` both read them."""

from pathlib import Path

from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import ClearSolutions, GetGrades

from course_folder import programs_on_path
from grading.results.feedback import RemoveHiddenTests
from grading.results.inert import markdown
from grading.stubs import ClearAnswers

c = get_config()  # noqa: F821  (nbgrader provides it)
here = Path(__file__).parent

# `.venv/bin/nbgrader` does not bring the others of its folder along.
programs_on_path()

c.CourseDirectory.course_id = "gradient_descent"
c.CourseDirectory.root = str(here)
c.CourseDirectory.source_directory = "source"
c.CourseDirectory.release_directory = "release"
c.CourseDirectory.submitted_directory = "submitted"
c.CourseDirectory.autograded_directory = "autograded"
c.CourseDirectory.feedback_directory = "feedback"
# A student's recorded predictions and old copies are no part of an assignment.
c.CourseDirectory.ignore = [
    ".ipynb_checkpoints",
    "*.pyc",
    "__pycache__",
    ".pytest_cache",
    "predictions.json",
]

# Ours: True gives each student who says who they are numbers of their own (docs/teaching.md).
c.Course.variants = False

c.IncludeHeaderFooter.header = str(here / "source" / "header.ipynb")
c.ClearSolutions.code_stub = {
    "python": "# Write your answer here, in place of the next line.\nraise NotImplementedError"
}
# Where an exercise asks for values, the stub above would stop the notebook; this one does not.
c.GenerateAssignment.preprocessors = [
    ClearAnswers if step is ClearSolutions else step
    for step in GenerateAssignment.preprocessors.default()
]

# No cell of a right answer takes a second; a check stops an endless loop by itself.
c.ExecutePreprocessor.timeout = 30
c.ExecutePreprocessor.kernel_name = "python3"
# Without this, every kernel warns on stderr about its local connection.
c.ExecutePreprocessor.extra_arguments = ["--IPKernelApp.log_level=40"]

# nbgrader puts hidden tests into the pages that students get; this takes them out again.
c.GenerateFeedback.preprocessors = [
    GetGrades,
    RemoveHiddenTests,
    CSSHTMLHeaderPreprocessor,
]
# Formgrader would run a script that a student wrote into a text.
c.HTMLExporter.filters = {"markdown2html": markdown}
c.ExportApp.plugin_class = "nbgrader.plugins.export.CsvExportPlugin"
c.CsvExportPlugin.to = str(here / "grades.csv")

# Where assignments are exchanged is the site's own choice: set c.Exchange.root there.
