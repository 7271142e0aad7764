"""What all tests share."""

import gc
import os
import sys

import pytest

from course_folder import programs_on_path

# The tests may be started without the environment.
programs_on_path()


# What takes more than some seconds; `make test-quick` leaves it out.
SLOW = (
    "tests/browser/",
    "tests/checks/test_mutants.py",
    "tests/checks/test_place.py",
    "tests/checks/test_pyodide.py",
    "tests/checks/test_submissions.py",
    "tests/grading/test_broken.py",
    "tests/grading/test_cluster.py",
    "tests/grading/test_hostile.py",
    "tests/grading/test_isolation.py",
    "tests/grading/test_like_a_kernel.py",
    "tests/grading/test_like_nbgrader.py",
    "tests/grading/test_nbgrader_commands.py",
    "tests/grading/test_nothing_lost.py",
    "tests/grading/test_postgresql.py",
    "tests/grading/test_sample_class.py",
    "tests/lessons/test_nbval.py",
    "tests/lessons/test_new.py",
    "tests/lessons/test_release.py",
    "tests/lessons/test_rerun.py",
)


# Files that one process runs, for what their tests share takes it seconds to begin.
TOGETHER = {
    "JupyterLab": (
        "tests/browser/test_explorers.py",
        "tests/browser/test_in_lessons.py",
        "tests/browser/test_questions_in_lab.py",
        "tests/browser/test_batches_by_hand.py",
        "tests/browser/test_line_by_hand.py",
        "tests/browser/test_race_by_hand.py",
        "tests/browser/test_training_by_hand.py",
        "tests/browser/test_trouble_by_hand.py",
    ),
    "the site's pages": (
        "tests/browser/test_site_by_touch.py",
        "tests/browser/test_site_elsewhere.py",
        "tests/browser/test_site_pages.py",
    ),
}
# Long tests that need nothing which another one of their file has made: any process may run each.
APART = (
    "tests/checks/test_mutants.py::",
    "tests/checks/test_submissions.py::test_answer_is_not_told",
    "tests/checks/test_submissions.py::test_right_answer",
    "tests/lessons/test_release.py::test_release_runs",
    "tests/lessons/test_rerun.py::",
)


def pytest_collection_modifyitems(items):
    """Mark what is slow, and what may be tried twice."""
    for item in items:
        if item.nodeid.startswith(SLOW):
            item.add_marker(pytest.mark.slow)
        # A real browser on a busy machine loses a key press once in thousands. What fails twice
        # is red, and what failed once is told by name at the end.
        if item.nodeid.startswith("tests/browser/"):
            item.add_marker(pytest.mark.flaky(reruns=1))


def pytest_collection_finish():
    """Leave thousands of tests out of every look for garbage, and look less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)


@pytest.fixture(autouse=True, scope="module")
def _no_shell_stays():
    """End the grader's own shell: later tests of the same process are in no notebook."""
    yield
    if "grading.exam.examiner" in sys.modules:
        sys.modules["grading.exam.examiner"].Shell.clear_instance()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers():
    """Start one process more than there are cores, since a browser is waited for; 500 MB each.

    Not more than 5: a container may have fewer cores than it sees.
    """
    return min((os.cpu_count() or 2) + 1, 5)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Give each file to one process, for its fixtures; what is apart to any."""
    from xdist.scheduler import LoadScopeScheduling

    shared = {file: name for name, files in TOGETHER.items() for file in files}

    class ByFile(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            file = nodeid.partition("::")[0]
            return nodeid if nodeid.startswith(APART) else shared.get(file, file)

    return ByFile(config, log)


def pytest_terminal_summary(terminalreporter):
    """Tell what was red once; and in CI what was skipped, which is a failure there."""
    for report in terminalreporter.stats.get("rerun", []):
        terminalreporter.write_line(f"red once, then tried again: {report.nodeid}", yellow=True)
        for line in report.longreprtext.splitlines():
            if line.startswith(("E  ", "tests/")):
                terminalreporter.write_line(f"    {line[:150]}")
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped and os.environ.get("CI"):
        terminalreporter.write_line(f"CI: {len(skipped)} tests were skipped", red=True)


def pytest_sessionfinish(session, exitstatus):
    """Fail a run in CI that skipped something, although all that ran was green."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if skipped and os.environ.get("CI") and exitstatus == 0:
        session.exitstatus = 1
