"""What runs inside Pyodide: the tests of the limit, and the checks of the kept answers.

NumPy is there, and scikit-learn where an answer uses it. What else the course imports is for
notebooks, and no check needs it: stand-ins take its place.
"""

from __future__ import annotations

import json
import sys
import time
import traceback
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from unittest.mock import MagicMock

from pyodide.code import run_js

ABSENT = {
    *("IPython", "PIL", "anywidget", "contourpy", "ipywidgets", "jupyterlab", "matplotlib"),
    *("sklearn", "traitlets"),
}
# The machine may be busy with other tests, and a browser's limits go by the clock. Node knows how
# much processor time it used: with that as the clock, a right answer is right on any machine.
PROCESSOR_CLOCK = """
performance.now = () => {
    const used = process.cpuUsage();
    return (used.user + used.system) / 1000;
};
"""


class StandIns(MetaPathFinder, Loader):
    """Finds a stand-in for every module that is absent."""

    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] in ABSENT:
            return ModuleSpec(name, self, is_package=True)
        return None

    def create_module(self, spec):
        return MagicMock(name=spec.name)

    def exec_module(self, module):
        pass


sys.meta_path.append(StandIns())


def limits(_) -> str:
    """Run the tests of limits.py; return what each measured, and why those failed that did."""
    from tests.support.limits import ALL

    results = {}
    for name, test in ALL.items():
        try:
            results[name] = {"measured": test()}
        except BaseException:
            results[name] = {"failed": traceback.format_exc()}
    return json.dumps(results)


def verdicts(asked: str) -> str:
    """Return what each answer earns, and the seconds that it took."""
    told = json.loads(asked)
    run_js(PROCESSOR_CLOCK)
    from course.checks import engine
    from tests.support.verdicts import earned

    # A fault in the search for help is an error here.
    engine.STRICT = True
    results = []
    for answer in told["answers"]:
        begun = time.perf_counter()
        try:
            points = earned(**answer)
        except Exception as error:
            points = f"{type(error).__name__}: {error}"
        results.append([points, time.perf_counter() - begun])
    return json.dumps(results)
