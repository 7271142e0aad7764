"""nbgrader from Python: its settings as its own commands read them, and without its noise."""

from __future__ import annotations

import contextlib
import io
import logging
import os
import sys
from pathlib import Path

from nbgrader.apps import NbGraderAPI
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

ROOT = Path(__file__).resolve().parent.parent


def settings(root: Path = ROOT) -> Config:
    """Return the settings of the course's `nbgrader_config.py`, with `root` as its folder."""
    config = PyFileConfigLoader("nbgrader_config.py", path=str(ROOT)).load_config()
    config.CourseDirectory.root = str(root)
    return config


def api(config: Config) -> NbGraderAPI:
    """Return nbgrader's own interface with these settings."""
    # nbgrader runs `alembic` by its bare name, so the environment's programs must be on PATH.
    programs = str(Path(sys.executable).parent)
    if programs not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = programs + os.pathsep + os.environ.get("PATH", "")
    return NbGraderAPI(config=config)


@contextlib.contextmanager
def quiet():
    """Keep nbgrader's messages out of the terminal; give them as text instead."""
    kept = io.StringIO()
    logger = logging.getLogger("traitlets")
    before, level, propagate = logger.handlers[:], logger.level, logger.propagate
    logger.handlers, logger.propagate = [logging.StreamHandler(kept)], False
    try:
        yield kept
    finally:
        logger.handlers, logger.propagate = before, propagate
        logger.setLevel(level)
