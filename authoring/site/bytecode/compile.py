"""Runs in Pyodide: wheels whose modules need not be compiled at each visit, without ballast.

A browser keeps no bytecode, and compiling took half of the time in which a lesson's modules are
imported. Compiled is what a lesson imports, and no more: bytecode is larger than its source. Of
the course's own modules the source stays, too, for who wants to read it.
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
COURSE = "gradient-descent-course"
# What the kernel, a lesson and its pictures import.
IMPORTS = (
    *("IPython.core.interactiveshell", "IPython.core.completer", "jedi.api", "comm"),
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
# 2 MB that no lesson and hardly a picture of a student's own needs: slanted and bold faces of two
# families (the upright ones stand in for them), metrics for printers, examples.
LEFT_OUT = (
    "matplotlib/mpl-data/fonts/ttf/DejaVuSerif-",
    "matplotlib/mpl-data/fonts/ttf/DejaVuSansMono-",
    "matplotlib/mpl-data/fonts/afm/",
    "matplotlib/mpl-data/fonts/pdfcorefonts/",
    "matplotlib/mpl-data/sample_data/",
    "jedi/third_party/django-stubs/",
)


def imported() -> set[str]:
    """Return the files of the modules that a lesson imports, from the packages' folder."""
    for name in IMPORTS:
        import_module(name)
    files = {getattr(module, "__file__", None) or "" for module in list(sys.modules.values())}
    return {name.removeprefix(PACKAGES) for name in files if name.startswith(PACKAGES)}


def bytecode(source: bytes, name: str) -> bytes:
    """Return a module's bytecode, which is taken without a look at its source."""
    code = compile(source, PACKAGES + name, "exec", dont_inherit=True)
    source_hash = importlib.util.source_hash(source)
    to_hash_pyc = _bootstrap_external._code_to_hash_pyc  # type: ignore[attr-defined]
    return bytes(to_hash_pyc(code, source_hash, False))


def repacked(wheel: bytes, wanted: set[str], *, keep: bool) -> bytes:
    """Return a wheel with the wanted modules compiled, and their sources too if they are kept."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(wheel)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new,
    ):

        def write(name: str, data: bytes) -> None:
            new.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)

        for name in old.namelist():
            if name.endswith("/") or name.startswith(LEFT_OUT):
                continue
            data = old.read(name)
            if name not in wanted or not name.endswith(".py"):
                write(name, data)
            elif keep:
                write(name, data)
                cached = importlib.util.cache_from_source(name)
                write(cached, bytecode(data, name))
            else:
                write(f"{name}c", bytecode(data, name))
    return made.getvalue()


def main() -> None:
    """Write the wheels anew, and their sums into the list."""
    warnings.simplefilter("ignore")
    file = WHEELS / "pyodide-lock.json"
    lock = json.loads(file.read_text())
    wanted = imported()
    for name, package in lock["packages"].items():
        wheel = WHEELS / package["file_name"]
        if wheel.suffix != ".whl":
            continue
        before = wheel.read_bytes()
        with zipfile.ZipFile(io.BytesIO(before)) as archive:
            if wanted.isdisjoint(archive.namelist()):
                continue
        after = repacked(before, wanted, keep=name == COURSE)
        wheel.write_bytes(after)
        package["sha256"] = hashlib.sha256(after).hexdigest()
    file.write_text(json.dumps(lock, indent=1))


main()
