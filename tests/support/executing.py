"""Notebooks run in a kernel of their own, without drawing their pictures."""

from nbclient import NotebookClient
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

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


# What nbclient says of a kernel that does not begin. Two that begin at once may have chosen one
# port, which the second finds taken.
DOES_NOT_BEGIN = ("Kernel didn't respond", "Kernel died before replying")


def execute(notebook: NotebookNode, folder, **options) -> None:
    """Run a notebook's cells in place, in `folder`; where its kernel does not begin, once more."""
    notebook.cells.insert(0, new_code_cell(NO_PICTURES))
    try:
        try:
            _client(notebook, folder, **options).execute()
        except RuntimeError as error:
            if not str(error).startswith(DOES_NOT_BEGIN):
                raise
            _client(notebook, folder, **options).execute()
    finally:
        del notebook.cells[0]


def _client(notebook: NotebookNode, folder, **options) -> NotebookClient:
    return NotebookClient(
        notebook,
        timeout=120,
        startup_timeout=30,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
        extra_arguments=["--IPKernelApp.log_level=40"],
        **options,
    )
