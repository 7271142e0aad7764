"""The lab of the site: JupyterLite with Pyodide, the lessons and the course's own package."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

from authoring.site import edition, parts
from course.figures import cards
from course.lab import page
from course.progress import outline
from course_folder import ROOT, programs_on_path

HERE = Path(__file__).parent
EXTENSIONS = Path(sys.prefix, "share", "jupyter", "labextensions")
# Others that are installed here need a server.
WANTED = (
    "anywidget",
    "@jupyter-widgets/jupyterlab-manager",
    "@jupyterlite/pyodide-kernel-extension",
)
# What matplotlib's list asks for and no lesson does: fonts in PDF files, and time zones.
LEFT_OUT = {"fonttools", "pytz"}
# What notebooks import, beside what these depend on.
PACKAGES = (
    *("numpy", "matplotlib", "scikit-learn", "ipython"),
    *("jedi", "micropip", "packaging", "typing-extensions"),
)
WIDGETS = {
    "comm": [],
    "jupyterlab-widgets": [],
    "psygnal": [],
    "ipywidgets": ["comm", "ipython", "traitlets", "jupyterlab-widgets", "widgetsnbextension"],
    "anywidget": ["ipywidgets", "psygnal", "typing-extensions"],
}
# The kernel's own, which its extension carries.
KERNEL = {
    "widgetsnbextension": [],
    "piplite": ["micropip"],
    "ipykernel": [],
    "pyodide-kernel": ["comm", "ipython"],
}
COURSE = "gradient-descent-course"
COURSE_NEEDS = ["numpy", "matplotlib", "anywidget", "contourpy", "pillow"]
# Loaded together while the page is drawn, instead of one by one when a cell asks for them.
AT_ONCE = ("micropip", "piplite", "ipykernel", "comm", "pyodide-kernel", "jedi", "ipython", COURSE)
# The student's folder is the page's: to look into it takes ten milliseconds. Python would do so
# for each module before it looks at its own, a second or more until the first cell has run.
OWN_MODULES_LAST = (r'sys\.path\.insert\(0,""\)', 'sys.path.append("")')
# A Python that python.mjs has begun with is there; what it prints goes where the kernel says.
BEGUN_EARLIER = (
    r"export\{(\w+) as loadPyodide,",
    r"""const begun=(asked={})=>globalThis.begunPython?.then((python)=>{
python.setStdout({batched:asked.stdout});python.setStderr({batched:asked.stderr});return python;
})??\1(asked);export{begun as loadPyodide,""",
)
# The browser keeps a student's work under this name, wherever on its host the site stands.
STORAGE = "gradient-descent-course"
# JupyterLite's own header says nothing that the course's bar does not; colours are the system's.
SETTINGS = {
    "@jupyter-notebook/application-extension:top": {"visible": "no"},
    "@jupyterlab/apputils-extension:themes": {"adaptive-theme": True},
    # In seconds. By default it is two minutes, which a tablet that ends the page would lose.
    "@jupyterlab/docmanager-extension:plugin": {"autosaveInterval": 10},
}
# What JupyterLite has and the lab leaves out: its news; and a button "Not Trusted" above every
# lesson, which warns of malicious code in the student's own work.
NOT_ASKED_FOR = (
    "@jupyterlab/apputils-extension:announcements",
    "@jupyter-notebook/notebook-extension:trusted",
)


def build(site: Path) -> None:
    """Write the lab into `site`, at the address of its edition."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        assemble(work / "static" / "pyodide")
        copy_files(work / "files")
        _settings(work)
        programs_on_path()
        parts.run([sys.executable, "-m", "jupyterlite_core", "build"],
                  "JupyterLite cannot be built", cwd=work)  # fmt: skip
        _with_bar(work / "dist")
        target = site / edition.lab()
        shutil.rmtree(target, ignore_errors=True)
        target.parent.mkdir(exist_ok=True)
        shutil.move(work / "dist", target)


def packages() -> dict[str, tuple[parts.Package, Path]]:
    """Return others' packages by name: what Pyodide's list says, and the wheel.

    What is not here is fetched.
    """
    official = {
        name: {**one, "depends": [need for need in one["depends"] if need not in LEFT_OUT]}
        for name, one in parts.official().items()
    }
    listed = {name: dict(official[name]) for name in parts.needed(PACKAGES, official)}
    pure = [name for name, one in listed.items() if one["file_name"].endswith("-none-any.whl")]
    compiled = [name for name in listed if name not in pure]
    wheels = dict(zip(compiled, parts.compiled(compiled), strict=True))
    from_pypi = [*pure, *WIDGETS]
    wheels |= zip(from_pypi, parts.pure(HERE / "pure.txt", from_pypi), strict=True)
    listed |= {name: _entry(name, wheels[name], needs) for name, needs in WIDGETS.items()}
    return {name: (entry, wheels[name]) for name, entry in listed.items()}


def assemble(target: Path) -> None:
    """Write a whole Pyodide into `target`: runtime, packages, the course, and the list of them."""
    target.mkdir(parents=True)
    home = parts.runtime()
    for name in parts.RUNTIME:
        shutil.copyfile(home / name, target / name)
    _changed(target / "pyodide.mjs", *OWN_MODULES_LAST)
    _changed(target / "pyodide.mjs", *BEGUN_EARLIER)
    listed = {}
    for name, (entry, wheel) in packages().items():
        listed[name] = entry
        _put(wheel, target, entry)
    carried = EXTENSIONS / "@jupyterlite"
    for name, needs in KERNEL.items():
        wheel = sorted(carried.rglob(f"{name.replace('-', '_')}-*.whl"))[-1]
        listed[name] = _entry(name, wheel, needs)
        _put(wheel, target, listed[name])
    with tempfile.TemporaryDirectory() as folder:
        wheel = course_wheel(Path(folder))
        listed[COURSE] = _entry(COURSE, wheel, COURSE_NEEDS)
        _put(wheel, target, listed[COURSE])
    lock = json.loads((home / "pyodide-lock.json").read_text(encoding="utf-8"))
    lock["packages"] = dict(sorted(listed.items()))
    (target / "pyodide-lock.json").write_text(json.dumps(lock, indent=1), encoding="utf-8")
    program = HERE / "bytecode" / "compile.mjs"
    parts.run(["node", program, target], "the packages cannot be compiled")


def course_wheel(folder: Path) -> Path:
    """Build the wheel of `course` alone: neither grading nor authoring goes into a browser."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version = project["version"]
    name = f"gradient_descent_course-{version}"
    wheel = folder / f"{name}-py3-none-any.whl"
    files = [path for path in sorted((ROOT / "course").rglob("*"))
             if path.is_file() and "__pycache__" not in path.parts]  # fmt: skip
    info = f"{name}.dist-info"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:

        def write(path: str, data: bytes) -> None:
            # The same bytes each time, whenever it is built.
            archive.writestr(zipfile.ZipInfo(path, (2020, 1, 1, 0, 0, 0)), data,
                             zipfile.ZIP_DEFLATED)  # fmt: skip

        for path in files:
            write(path.relative_to(ROOT).as_posix(), path.read_bytes())
        metadata = f"Metadata-Version: 2.1\nName: {COURSE}\nVersion: {version}\n"
        write(f"{info}/METADATA", metadata.encode())
        write(f"{info}/WHEEL", b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        write(f"{info}/RECORD", b"")
    # An old list must never be paired with a new wheel that a cache holds under the same name.
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()[:10]
    return wheel.rename(folder / f"{name}+{digest}-py3-none-any.whl")


def copy_files(target: Path) -> None:
    """Copy what a student opens: the released lessons, and the notation that they link to.

    A lesson names its edition, so that the page can say when the site has a newer one.
    """
    for notebook in lessons():
        lesson = target / "lessons" / notebook.parent.name
        lesson.mkdir(parents=True)
        held = json.loads(notebook.read_text(encoding="utf-8"))
        held["metadata"]["course"] = {"edition": edition.digest([notebook])}
        text = json.dumps(held, ensure_ascii=False, indent=1) + "\n"
        (lesson / notebook.name).write_text(text, encoding="utf-8")
    # The map; what is done shows in it, since it stands beside the lessons.
    page.write(ROOT / "release", target / "lessons")
    (target / "docs").mkdir()
    shutil.copyfile(ROOT / "docs" / "notation.md", target / "docs" / "notation.md")


def _settings(work: Path) -> None:
    """Write what JupyterLite is told when it is built, and when it starts."""
    built = {
        "contents": ["files"],
        "output_dir": "dist",
        "apps": ["lab", "notebooks", "tree"],
        "no_sourcemaps": True,
        "no_unused_shared_packages": True,
        "no_libarchive": True,
        "ignore_sys_prefix": ["federated_extensions"],
        "federated_extensions": [str(EXTENSIONS / name) for name in WANTED],
    }
    kernel = {"disablePyPIFallback": True, "loadPyodideOptions": {"packages": list(AT_ONCE)}}
    started = {
        "appName": "Gradient descent, by walking",
        "exposeAppInBrowser": True,
        "contentsStorageName": STORAGE,
        "disabledExtensions": list(NOT_ASKED_FOR),
        "litePluginSettings": {"@jupyterlite/pyodide-kernel-extension:kernel": kernel},
        "settingsOverrides": SETTINGS,
    }
    (work / "jupyter_lite_config.json").write_text(json.dumps({"LiteBuildConfig": built}))
    (work / "jupyter-lite.json").write_text(
        json.dumps({"jupyter-lite-schema-version": 0, "jupyter-config-data": started})
    )


def lessons() -> list[Path]:
    """Return the released lessons' notebooks, in order."""
    return sorted((ROOT / "release").glob("*/*.ipynb"))


def _with_bar(dist: Path) -> None:
    """Put the course's bar into JupyterLite's pages, and its programs beside them."""
    shutil.copytree(HERE / "page" / "lab", dist / "course", ignore=lambda *_: ["bar.html"])
    [kernel] = (dist / "extensions" / "@jupyterlite").rglob("comlink.worker.*.js")
    begun = dist / "course" / "python.mjs"
    _changed(begun, "KERNEL", kernel.relative_to(dist).as_posix())
    _changed(begun, '"PACKAGES"', json.dumps(AT_ONCE))
    about = {}
    for notebook, lesson in zip(lessons(), outline.read(ROOT / "release"), strict=True):
        answers = [f"{task.name}-answer" for task in lesson.tasks]
        about[lesson.name] = {
            "title": lesson.title,
            "edition": edition.digest([notebook]),
            "answers": answers,
        }
        picture = cards.card(lesson.name, 0.5).svg
        (dist / "course" / f"{lesson.name}.svg").write_text(picture, encoding="utf-8")
    text = json.dumps({"lessons": about}, ensure_ascii=False)
    (dist / "course" / "lessons.json").write_text(text, encoding="utf-8")
    bar = (HERE / "page" / "lab" / "bar.html").read_text(encoding="utf-8")
    for app in ("lab", "notebooks"):
        _changed(dist / app / "index.html", r"<body\b[^>]*>", lambda body: f"{body[0]}\n{bar}")


def _changed(file: Path, pattern: str, by: str | Callable[[re.Match[str]], str]) -> None:
    """Change the one place in a file of others' that is like the pattern."""
    before = file.read_text(encoding="utf-8")
    after, many = re.subn(pattern, by, before)
    if many != 1:
        raise parts.PartError(f"{file.name} is not what it was: {many} places in it for {pattern}")
    file.write_text(after, encoding="utf-8")


def _put(wheel: Path, target: Path, entry: parts.Package) -> None:
    """Copy a wheel, and let the list name this file."""
    data = wheel.read_bytes()
    (target / wheel.name).write_bytes(data)
    entry["file_name"], entry["sha256"] = wheel.name, hashlib.sha256(data).hexdigest()


def _entry(name: str, wheel: Path, needs: list[str]) -> parts.Package:
    """Return what Pyodide's list says of a package that is not the official list's."""
    return {
        "name": name,
        "version": wheel.name.split("-")[1],
        "install_dir": "site",
        "package_type": "package",
        "unvendored_tests": False,
        "imports": _modules(wheel),
        "depends": needs,
    }


def _modules(wheel: Path) -> list[str]:
    """Return a wheel's top-level modules."""
    with zipfile.ZipFile(wheel) as archive:
        tops = {
            path.split("/")[0] if "/" in path else path[:-3]
            for path in archive.namelist()
            if path.endswith(".py")
        }
    return sorted(top for top in tops if top.isidentifier() and top != "tests")
