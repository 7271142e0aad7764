"""The course's folder: where it is, its lessons, and nbgrader's settings for it, without noise."""

from __future__ import annotations

import contextlib
import io
import logging
import os
import sys
import warnings
from pathlib import Path

from nbgrader.apps import NbGraderAPI
from sqlalchemy.exc import SAWarning
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

ROOT = Path(__file__).resolve().parent


def _programs_on_path() -> None:
    """Put the environment's programs on PATH: nbgrader runs `alembic` by its bare name."""
    programs = str(Path(sys.executable).parent)
    if programs not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = programs + os.pathsep + os.environ.get("PATH", "")


def settings(root: Path = ROOT) -> Config:
    """Return the settings of the course's `nbgrader_config.py`, with `root` as its folder."""
    _programs_on_path()
    config = PyFileConfigLoader("nbgrader_config.py", path=str(ROOT)).load_config()
    config.CourseDirectory.root = str(root)
    return config


def course_config(root: Path) -> Config:
    """Return nbgrader's settings for grading under `root` what this course's source/ asks."""
    config = settings(root)
    source = ROOT / "source"
    config.CourseDirectory.source_directory = str(source)
    config.IncludeHeaderFooter.header = str(source / "header.ipynb")
    return config


def known_lessons() -> list[str]:
    """Return the names of all lessons."""
    return sorted(path.parent.name for path in (ROOT / "source").glob("*/*.ipynb"))


def api(config: Config) -> NbGraderAPI:
    """Return nbgrader's own interface with these settings."""
    return NbGraderAPI(config=config)


@contextlib.contextmanager
def quiet():
    """Keep nbgrader's messages out of the terminal; give them as text instead."""
    kept = io.StringIO()
    logger = logging.getLogger("traitlets")
    # Its gradebook reports what it raises besides, with a traceback.
    other = logging.getLogger("tornado.application")
    before, level, propagate = logger.handlers[:], logger.level, logger.propagate
    logger.handlers, logger.propagate = [logging.StreamHandler(kept)], False
    other.disabled = True
    try:
        with warnings.catch_warnings():
            # nbgrader 0.9.6 and SQLAlchemy 2.1 do not agree on the order of two lines.
            warnings.simplefilter("ignore", SAWarning)
            yield kept
    finally:
        other.disabled = False
        logger.handlers, logger.propagate = before, propagate
        logger.setLevel(level)
