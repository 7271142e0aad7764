"""Notebooks run in a kernel of their own, without drawing their pictures."""

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from authoring import kernels

# A picture of one point, in base64.
POINT = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB5Sfe/AAAAABJRU5ErkJggg=="
)
# nbval compares what a notebook shows, and draws for it. Where only texts, points and errors are
# looked at, a picture is one point.
NO_PICTURES = f"""
def _print_no_figures():
    import base64
    from matplotlib.backend_bases import FigureCanvasBase
    point = base64.b64decode("{POINT}")
    FigureCanvasBase.print_figure = lambda self, file, *arguments, **options: file.write(point)
_print_no_figures()
del _print_no_figures
"""


def execute(notebook: NotebookNode, folder, **options) -> None:
    """Run a notebook's cells in place, in `folder`."""
    notebook.cells.insert(0, new_code_cell(NO_PICTURES))
    try:
        kernels.run(notebook, folder, **options)
    finally:
        del notebook.cells[0]
