"""The course's folder: where it is, its lessons, and nbgrader's settings for it, without noise."""

from __future__ import annotations

import contextlib
import difflib
import io
import logging
import os
import sys
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nbgrader.apps import NbGraderAPI
    from traitlets.config import Config

# nbgrader is imported when it is needed: to know the lessons takes no second.
ROOT = Path(__file__).resolve().parent


def programs_on_path() -> None:
    """Put the environment's programs on PATH: nbgrader runs `alembic` by its bare name."""
    programs = str(Path(sys.executable).parent)
    if programs not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = programs + os.pathsep + os.environ.get("PATH", "")


def settings(root: Path = ROOT) -> Config:
    """Return the settings of the course's `nbgrader_config.py`, with `root` as its folder."""
    from traitlets.config.loader import PyFileConfigLoader

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


class UnknownLessonError(ValueError):
    """There is no lesson of this name; the message says which may be meant."""


def meant(lessons: Sequence[str], known: Sequence[str]) -> list[str]:
    """Return the lessons that are meant: a trailing slash, or a number alone, will do.

    Raises:
        UnknownLessonError: One is not known; the message says which may be meant.
    """
    names = []
    for lesson in lessons:
        name = lesson.rstrip("/")
        number = [one for one in known if name.isdigit() and one.startswith(f"{int(name):02}_")]
        if name not in known and not number:
            close = (
                [one for one in known if name and one.startswith(name)]
                or difflib.get_close_matches(name, known, 1, 0.4)
                or [one for one in known if name and name in one]
            )
            may = f" Did you mean {close[0]}?" if close else ""
            raise UnknownLessonError(
                f"there is no lesson {lesson!r}.{may} There are {', '.join(known)}"
            )
        names.append(name if name in known else number[0])
    return names


def api(config: Config) -> NbGraderAPI:
    """Return nbgrader's own interface with these settings."""
    from nbgrader.apps import NbGraderAPI

    return NbGraderAPI(config=config)


@contextlib.contextmanager
def quiet() -> Iterator[io.StringIO]:
    """Keep nbgrader's messages out of the terminal; give them as text instead."""
    from sqlalchemy.exc import SAWarning

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
