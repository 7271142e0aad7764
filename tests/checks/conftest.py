"""What several tests of the checks need."""

import pytest

from course.checks.help import diagnosis


@pytest.fixture
def unhurried(monkeypatch):
    """Let the search for two mistakes take its time: it is tested what it finds, not how fast.

    One look for garbage among all that the tests keep takes longer than the search of a student's
    check, and so does a moment in which the machine does something else.
    """
    monkeypatch.setattr(diagnosis, "PAIRS_SECONDS", 10.0)
