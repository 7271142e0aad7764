"""What all tests share."""

import os
import sys
from pathlib import Path

import pytest

# nbgrader runs `alembic` by its bare name; the tests may be started without the environment.
os.environ["PATH"] = str(Path(sys.executable).parent) + os.pathsep + os.environ.get("PATH", "")


# First, so that those who share the tests out see the groups.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Give each file to one process, for its fixtures; what is marked `apart` to any."""
    for item in items:
        if not item.get_closest_marker("apart"):
            item.add_marker(pytest.mark.xdist_group(item.nodeid.partition("::")[0]))


def pytest_terminal_summary(terminalreporter):
    """In CI, a skipped test is a failure: an installed part is missing there."""
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped and os.environ.get("CI"):
        terminalreporter.write_line(f"CI: {len(skipped)} tests were skipped", red=True)


def pytest_sessionfinish(session, exitstatus):
    """Fail a run in CI that skipped something, although all that ran was green."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if skipped and os.environ.get("CI") and exitstatus == 0:
        session.exitstatus = 1
