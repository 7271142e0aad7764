"""Runs in Pyodide: modules that need not be compiled at each visit, and wheels without ballast.

A browser keeps no bytecode, and compiling took half of the time in which Python starts and a
lesson's modules are imported, those of the standard library among them. Compiled is what a lesson
imports, and no more: bytecode is larger than its source. Of the course's own modules the source
stays, too, for who wants to read it.
"""

import hashlib
import importlib.util
import io
import json
import sys
import warnings
import zipfile
from importlib import _bootstrap_external, import_module
from pathlib import Path

WHEELS = Path("/wheels")
PACKAGES = "/lib/python3.14/site-packages/"
LIBRARY, LIBRARY_FILE = "/lib/python314.zip/", WHEELS / "python_stdlib.zip"
COURSE = "gradient-descent-course"
# What the kernel, a lesson and its pictures import.
IMPORTS = (
    *("IPython.core.interactiveshell", "IPython.core.completer", "jedi.api", "comm"),
    *("ipykernel", "piplite", "pyodide_kernel"),
    *("pygments.lexers.python", "pygments.lexers.special"),
    *(
        "micropip",
        "ipywidgets",
        "anywidget",
        "matplotlib.pyplot",
        "matplotlib_inline.backend_inline",
    ),
    *("course", "course.data", "course.descent", "course.explorers", "course.figures"),
    *("course.landscapes", "course.network", "course.optimizers", "course.regression"),
    *("course.schedules", "course.scratch", "course.validate"),
)
# What no lesson and hardly a student's own cell needs: slanted and bold faces of two families (the
# upright ones stand in for them), metrics for printers, examples; stubs of packages that are not
# here; and what JupyterLab's pages have from their own folder.
LEFT_OUT = (
    "matplotlib/mpl-data/fonts/ttf/DejaVuSerif-",
    "matplotlib/mpl-data/fonts/ttf/DejaVuSansMono-",
    "matplotlib/mpl-data/fonts/afm/",
    "matplotlib/mpl-data/fonts/pdfcorefonts/",
    "matplotlib/mpl-data/sample_data/",
    "jedi/third_party/django-stubs/",
    "jedi/third_party/typeshed/third_party/",
    "anywidget/labextension/",
)
LABEXTENSIONS = ".data/data/share/jupyter/labextensions/"
# How other languages than those that Python's own pages ask for are coloured.
LEXERS = "pygments/lexers/"


def left_out(name: str, wanted: set[str]) -> bool:
    """Return whether a file is ballast."""
    other = name.startswith(LEXERS) and name not in wanted
    return other or name.startswith(LEFT_OUT) or LABEXTENSIONS in name


def imported(place: str) -> set[str]:
    """Return the files of the imported modules that lie in a place, from there."""
    files = {getattr(module, "__file__", None) or "" for module in list(sys.modules.values())}
    return {name.removeprefix(place) for name in files if name.startswith(place)}


def bytecode(source: bytes, path: str) -> bytes:
    """Return a module's bytecode, which is taken without a look at its source."""
    code = compile(source, path, "exec", dont_inherit=True)
    source_hash = importlib.util.source_hash(source)
    to_hash_pyc = _bootstrap_external._code_to_hash_pyc  # type: ignore[attr-defined]
    return bytes(to_hash_pyc(code, source_hash, False))


def repacked(archive: bytes, place: str, wanted: set[str], *, keep: bool = False) -> bytes:
    """Return an archive with the wanted modules compiled, and their sources too if they are kept.

    Args:
        archive: A wheel, or another archive of modules.
        place: Where its files lie when they are imported.
        wanted: Which of them are compiled.
        keep: Whether their sources stay.
    """
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):

        def write(name: str, data: bytes) -> None:
            new.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)

        for name in old.namelist():
            if name.endswith("/") or left_out(name, wanted):
                continue
            data = old.read(name)
            if name not in wanted or not name.endswith(".py"):
                write(name, data)
            elif keep:
                write(name, data)
                cached = importlib.util.cache_from_source(name)
                write(cached, bytecode(data, place + name))
            else:
                write(f"{name}c", bytecode(data, place + name))
    return made.getvalue()


def main() -> None:
    """Write the wheels anew, their sums into the list, and the standard library."""
    warnings.simplefilter("ignore")
    file = WHEELS / "pyodide-lock.json"
    lock = json.loads(file.read_text())
    for name in IMPORTS:
        import_module(name)
    library = LIBRARY_FILE.read_bytes()
    LIBRARY_FILE.write_bytes(repacked(library, LIBRARY, imported(LIBRARY)))
    wanted = imported(PACKAGES)
    for name, package in lock["packages"].items():
        wheel = WHEELS / package["file_name"]
        if wheel.suffix != ".whl":
            continue
        before = wheel.read_bytes()
        with zipfile.ZipFile(io.BytesIO(before)) as archive:
            if not any(name in wanted or left_out(name, wanted) for name in archive.namelist()):
                continue
        after = repacked(before, PACKAGES, wanted, keep=name == COURSE)
        wheel.write_bytes(after)
        package["sha256"] = hashlib.sha256(after).hexdigest()
    file.write_text(json.dumps(lock, indent=1))


main()
