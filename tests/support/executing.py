"""Notebooks run in a kernel of their own, without drawing their pictures."""

from nbclient import NotebookClient
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

# nbval compares what a notebook shows, and draws for it. Where only texts, points and errors are
# looked at, a picture is one point.
NO_PICTURES = """
def _print_no_figures():
    import base64
    from matplotlib.backend_bases import FigureCanvasBase
    point = base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    )
    FigureCanvasBase.print_figure = lambda self, file, *arguments, **options: file.write(point)
_print_no_figures()
del _print_no_figures
"""


def execute(notebook: NotebookNode, folder, **options) -> None:
    """Run a notebook's cells in place, in `folder`."""
    notebook.cells.insert(0, new_code_cell(NO_PICTURES))
    try:
        NotebookClient(
            notebook,
            timeout=120,
            kernel_name="python3",
            resources={"metadata": {"path": str(folder)}},
            extra_arguments=["--IPKernelApp.log_level=40"],
            **options,
        ).execute()
    finally:
        del notebook.cells[0]
