"""What was handed in: every student's folder has a row, and every file is named."""

from __future__ import annotations

import difflib
import errno
import os
import re
import shutil
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath

from course_folder import UnknownLessonError, meant
from grading.errors import GradingError

# What systems and tools leave in folders, and nobody hands in.
LEFT_BEHIND = {".DS_Store", "__MACOSX", "__pycache__", "Thumbs.db", "desktop.ini", "Icon\r"}
# Of the files beside a notebook: how many are there when it runs, and how large (bytes).
MOST_FILES, MOST_FILE, MOST_TOGETHER = 100, 2 << 20, 8 << 20
# Folders in folders that are looked into: Python before 3.12 fails where they are a thousand.
DEEPEST = 100
# Bytes of a notebook.
MOST_NOTEBOOK = 200 << 20
# How a notebook's name ends, whatever a browser or a mail program made of it.
_NOTEBOOKS = (".ipynb", ".ipynb.txt", ".ipynb.json")
_ARCHIVES = (".zip", ".zipx", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst")
# Of what is in a student's folder and is no lesson's, so many have a row each.
MOST_ODD = 30
# Bytes of a student's name: it is that of files, too, and those have endings.
MOST_NAME = 240
_NO_LESSON = "no lesson has this name"
_LINK = "it is a link, not a folder; put the folder itself here"


@dataclass(frozen=True)
class Row:
    """What was done with one submission.

    Attributes:
        student: Whose it is.
        lesson: What was handed in.
        score: Points earned; None if it could not be graded.
        possible: Points that can be earned.
        note: "late", what was wrong with it, or why it could not be graded.
        unchanged: Whether it was graded before and is still the same.
        again: Whether it was graded before, and something has changed since: the work, the lesson
            or the course's code.
    """

    student: str
    lesson: str
    score: float | None = None
    possible: float | None = None
    note: str = ""
    unchanged: bool = False
    again: bool = False


@dataclass(frozen=True)
class Found:
    """A submission's notebook.

    Attributes:
        file: Where it is.
        beside: The folder whose files were handed in with it.
        notes: What is unusual about its place or its name, in sentences.
        own: Whether that folder is the lesson's own, with all that is below it; in a student's,
            where other lessons may be, only loose files belong to it.
    """

    file: Path
    beside: Path
    notes: tuple[str, ...] = ()
    own: bool = True


def shown(name: str) -> str:
    """Return a name as it can be printed and stored, whatever bytes it is made of."""
    text = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)


def one_form(name: str) -> str:
    """Return a name in one form: macOS writes a letter with a mark in two signs, others in one."""
    return unicodedata.normalize("NFC", name)


def ordinary(path: PurePath) -> bool:
    """Return whether somebody may have meant to hand this in: nothing hidden or left behind."""
    return not path.name.startswith(".") and path.name not in LEFT_BEHIND


def hand_in(work: Path, submitted: Path, lessons: Sequence[str]) -> None:
    """Copy the lessons in `work` to `submitted`, as handing in does.

    Raises:
        GradingError: There is nothing to hand in, or it cannot be copied.
    """
    if not work.is_dir():
        raise GradingError(f"{work.name}/ does not exist; `make lab` makes it", wrong_use=True)
    for lesson in sorted(path for path in work.iterdir() if path.is_dir()):
        if lesson.name.startswith(".") or (lessons and lesson.name not in lessons):
            continue
        target = submitted / lesson.name
        if target.exists():
            shutil.rmtree(target)
        try:
            shutil.copytree(lesson, target, ignore=_not_handed_in)
        except shutil.Error as error:
            # Of each file that could not be copied two paths, and a reason that names one, too.
            (file, _, told), *_ = error.args[0]
            told = told.partition("] ")[2].partition(": ")[0] or told
            raise GradingError(f"{shown(file)} cannot be copied: {told}") from None


def _not_handed_in(folder: str, names: Sequence[str]) -> set[str]:
    """Return what stays where it is: what Jupyter saved on the way, and what is no file.

    Emacs, as long as it has a file open, keeps a link beside it that leads nowhere.
    """
    there = {name: Path(folder, name) for name in names}
    files = {name for name, path in there.items() if path.is_file() or path.is_dir()}
    return {*there} - files | {".ipynb_checkpoints"}


def checked(lessons: Sequence[str], known: Sequence[str]) -> list[str]:
    """Return the lessons that are meant: a trailing slash, or a number alone, will do.

    Raises:
        GradingError: One is not known; the message says which may be meant.
    """
    try:
        return meant(lessons, known)
    except UnknownLessonError as error:
        raise GradingError(str(error), wrong_use=True) from None


def find(
    root: Path, known: Sequence[str], lessons: Sequence[str] = (), student: str | None = None
) -> list[Row]:
    """Return the submissions under `root`, not graded yet, as rows.

    Args:
        root: Where submitted/ is.
        known: The names of all lessons.
        lessons: Only these; all if empty.
        student: Only this student; all if None.

    Raises:
        GradingError: There are none, or a name is not known.
    """
    lessons = checked(lessons, known)
    submitted = root / "submitted"
    student = student.rstrip("/") if student else student
    if student == "":
        raise GradingError("an empty name is no student's", wrong_use=True)
    names = [path.name for path in submitted.glob("*/")] if submitted.is_dir() else []
    if student and student not in names:
        # What is typed in a shell looks the same as a folder's name, and may have other signs.
        alike = [name for name in names if one_form(name) == one_form(student)]
        student = alike[0] if len(alike) == 1 else student
    if student and student not in names:
        close = difflib.get_close_matches(student, names, 1)
        meant = f". Did you mean {shown(close[0])}?" if close else ""
        raise GradingError(f"submitted/{shown(student)}/ does not exist{meant}", wrong_use=True)
    # Of names that look the same, the first: a class has thousands.
    first: dict[str, str] = {}
    for name in sorted(names):
        first.setdefault(one_form(name), name)
    rows: list[Row] = []
    for path in sorted(submitted.glob("*")):
        if not ordinary(path) or (student and path.name != student):
            continue
        if path.name in known:
            # An LMS gives out the work on one lesson at a time.
            told = f"{path.name}/ lies in submitted/ itself: each student's folder comes first"
            rows.append(Row("", "", note=f"{told}, as STUDENT/{path.name}/"))
        elif path.is_dir():
            if first.get(one_form(path.name), path.name) != path.name:
                told = "another folder's name looks the same, and is written in other signs, as "
                told += "macOS does: put all of this student's work into one of them"
                rows.append(Row(shown(path.name), "", note=told))
            try:
                rows += [*_of_student(path, lessons or known, not lessons)]
            except OSError as error:
                told = f"this folder cannot be read: {error.strerror}"
                rows.append(Row(shown(path.name), "", note=told))
        elif not lessons:
            told = (
                f"{shown(path.name)} lies in submitted/ itself: put it into its student's folder"
            )
            rows.append(Row("", "", note=told))
    if not any(row.student for row in rows):
        raise GradingError(
            "there is nothing to grade: submitted/ holds no STUDENT/LESSON/LESSON.ipynb",
            wrong_use=True,
        )
    return rows


def _of_student(folder: Path, wanted: Sequence[str], everything: bool) -> Iterator[Row]:
    name = shown(folder.name)
    if told := _fault_of(folder):
        yield Row(name, "", note=told)
        return
    held = [path for path in sorted(folder.iterdir()) if ordinary(path)]
    lessons = {path.name for path in held if path.is_dir() and path.name in wanted}
    flat = {
        lesson: _that_count(found, lesson)
        for lesson in wanted
        if lesson not in lessons and (found := _notebooks_of(held, lesson))
    }
    for lesson in sorted({*lessons, *flat}):
        yield Row(name, lesson)
    if not everything:
        return
    count = {path for found in flat.values() for path in found}
    rest = [path for path in held if path.name not in lessons and path not in count]
    odd: list[Row] = []
    for path in rest:
        if path.is_dir():
            odd.append(Row(name, shown(path.name), note=_why_no_lesson(path, wanted)))
        elif path.suffix.lower() in (".ipynb", *_ARCHIVES) or not (lessons or flat):
            odd.append(Row(name, shown(path.name), note=_why_no_submission(path, wanted)))
    if len(odd) > MOST_ODD:
        # What may hold work comes first.
        odd.sort(key=lambda row: row.note == _NO_LESSON)
        told = f"{len(odd) - MOST_ODD:,} more files and folders in this folder are no lesson's"
        odd[MOST_ODD:] = [Row(name, "", note=told)]
    yield from odd
    if not held:
        yield Row(name, "", note=f"this folder is empty{_but_for_hidden(folder)}")


def _why_no_lesson(folder: Path, lessons: Sequence[str]) -> str:
    """Return what is wrong with a folder in a student's that no lesson is called like."""
    files = [] if folder.is_symlink() else list(_files(folder))
    held = [lesson for lesson in lessons if _notebooks_of(files, lesson)]
    if not held:
        return _NO_LESSON
    return f"{_NO_LESSON}, but it holds {few(held)}: put that into the student's folder"


def _why_no_submission(path: Path, lessons: Sequence[str]) -> str:
    """Return why a file in a student's folder is none."""
    if path.is_symlink():
        return "it is a link, not a file; put the file itself here"
    if path.suffix.lower() in _ARCHIVES:
        return "it is an archive; unpack it here, and grade again"
    if any(_notebooks_of([path], lesson) for lesson in lessons):
        return "another notebook of this lesson is there, and counts"
    if not is_notebook(path) and any(_plain(lesson) in _plain(path.name) for lesson in lessons):
        return "its name does not end as a notebook's, with .ipynb"
    return "it lies in no lesson's folder, and its name is no lesson's"


def _fault_of(folder: Path) -> str:
    """Return why nothing in a student's folder can be graded, or an empty text."""
    again = "; rename it, and grade again"
    if folder.is_symlink():
        return _LINK
    if len(os.fsencode(folder.name)) > MOST_NAME:
        return f"this folder's name is longer than {MOST_NAME} bytes{again}"
    if folder.name != folder.name.encode("utf-8", "replace").decode():
        return f"this folder's name is not text in UTF-8{again}"
    if folder.name != shown(folder.name):
        return f"this folder's name holds characters that cannot be seen{again}"
    return ""


def _notebooks_of(paths: Sequence[Path], lesson: str) -> list[Path]:
    """Return the files whose names say that they are a lesson's notebook, the surest first.

    Colab puts "Copy of" before the name, an LMS the student and numbers; some change its signs.
    """
    named = [path for path in paths if is_notebook(path) and _plain(lesson) in _plain(path.name)]
    sure = [f"{lesson}.ipynb", lesson, ""]
    return sorted(
        filter(os.path.isfile, named),
        key=lambda path: next(i for i, begin in enumerate(sure) if path.name.startswith(begin)),
    )


def _that_count(found: list[Path], lesson: str) -> list[Path]:
    """Return the notebook that counts, of some of one lesson; all if no name tells which one.

    Of two attempts, or two copies, the first by name would be the older one as often as not.
    """
    begin = [path for path in found if path.name.startswith(lesson)]
    right = [path for path in begin if path.name == f"{lesson}.ipynb"] or begin
    return right if len(right) == 1 else found


def _but_for_hidden(folder: Path) -> str:
    """Return the hidden files of an empty folder: what a cloud left there may stand for work."""
    names = sorted(path.name for path in folder.iterdir())
    hidden = [shown(name) for name in names if name not in LEFT_BEHIND]
    return f" but for {few(hidden)}" if hidden else ""


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "_", name.lower())


def notebook_in(root: Path, student: str, lesson: str) -> Found:
    """Return a submission's notebook.

    Raises:
        ValueError: There is none, or nothing tells which one it is.
    """
    folder = root / "submitted" / student / lesson
    if folder.is_symlink() or folder.parent.is_symlink():
        raise ValueError(_LINK)
    right = folder / f"{lesson}.ipynb"
    # Unpacked by Windows, LESSON.ipynb.zip is a folder LESSON.ipynb that holds the notebook.
    unpacked = right.is_dir() and any(notebooks(right))
    if right.is_symlink() or (right.exists() and not unpacked):
        others = [path for path in notebooks(folder) if path != right]
        more = [shown(str(path.relative_to(folder))) for path in others]
        return Found(right, folder, _beside(more) if right.is_file() else ())
    if not folder.is_dir():
        held = [path for path in sorted(folder.parent.iterdir()) if ordinary(path)]
        flat = _that_count(_notebooks_of(held, lesson), lesson)
        if len(flat) != 1:
            but = f", but {few([shown(path.name) for path in flat])}" if flat else ""
            raise ValueError(f"the folder holds no {lesson}.ipynb{but}")
        told = f"it lies in {shown(student)}/ itself, not in a folder {lesson}/"
        return Found(flat[0], folder.parent, (told, *_other_name(flat[0], lesson)), own=False)
    files = list(_files(folder))
    held = list(filter(is_notebook, files))
    if not held:
        names = [shown(str(path.relative_to(folder))) for path in files]
        but = f", but {few(names)}" if names else f"; it is empty{_but_for_hidden(folder)}"
        raise ValueError(f"the folder holds no {lesson}.ipynb{but}")
    others = _that_count(_notebooks_of(held, lesson), lesson)
    if len(others) != 1:
        # No name tells which one it is, unless there is only one to choose.
        others = [path for path in held if path.suffix.lower() == ".ipynb"] or held
    if len(others) > 1:
        names = [shown(path.name) for path in others]
        raise ValueError(f"the folder holds no {lesson}.ipynb, but {few(names)}")
    found = others[0]
    more = [shown(str(path.relative_to(folder))) for path in held if path != found]
    return Found(found, found.parent, (*_beside(more), *_other_name(found, lesson)))


def is_notebook(path: PurePath) -> bool:
    """Return whether a name is a notebook's, whatever a browser or a mail program made of it."""
    return path.name.lower().endswith(_NOTEBOOKS)


def notebooks(folder: Path) -> Iterator[Path]:
    """Give the notebooks in a folder, and below it; links are not followed."""
    return filter(is_notebook, _files(folder))


def _beside(more: Sequence[str]) -> tuple[str, ...]:
    return (f"beside it lies {few(more)}, which does not count",) if more else ()


def saved_on_the_way(found: Found) -> str:
    """Return a sentence on what Jupyter saved of a notebook, where that is other work; or "".

    It is for a notebook that nobody touched: such a copy may be all that there is of the work.
    """
    place = Path(".ipynb_checkpoints", f"{found.file.stem}-checkpoint.ipynb")
    kept = found.beside / place
    if kept.parent.is_symlink():
        return ""
    with suppress(OSError, ValueError):
        if read_whole(kept, MOST_NOTEBOOK) != read_whole(found.file, MOST_NOTEBOOK):
            return f"nothing in it was changed, but {place} is another notebook; look there"
    return ""


def _other_name(file: Path, lesson: str) -> tuple[str, ...]:
    right = f"{lesson}.ipynb"
    return () if file.name == right else (f"its file is called {shown(file.name)}, not {right}",)


def few(names: Sequence[str]) -> str:
    """Return the first of some names, in a list that says if there are more."""
    return ", ".join(names[:4]) + (", …" if len(names) > 4 else "")


def _files(folder: Path, *, below: bool = True) -> Iterator[Path]:
    """Give the ordinary files in a folder, and below it, in order; links are not followed."""
    top = len(folder.parts)
    for place, folders, names in os.walk(folder):
        further = below and len(Path(place).parts) - top < DEEPEST
        folders[:] = sorted(name for name in folders if further and ordinary(Path(name)))
        for name in sorted(names):
            path = Path(place, name)
            # One that cannot be looked at, in a folder that is closed or far too deep, is none.
            if ordinary(path) and os.path.isfile(path) and not os.path.islink(path):
                yield path


def beside(found: Found) -> tuple[dict[str, bytes], list[str]]:
    """Return the small files handed in beside a notebook, by path, and notes on the others."""
    held: dict[str, bytes] = {}
    left_out, size = [], 0
    for path in _files(found.beside, below=found.own):
        name = str(path.relative_to(found.beside))
        if path.suffix.lower() == ".ipynb" or path == found.file or name == "timestamp.txt":
            continue
        if not found.own and path.suffix.lower() in _ARCHIVES:
            # It has a row of its own.
            continue
        data = None
        with suppress(OSError, ValueError):
            # What is left out anyhow is not read: of thousands of files, that takes minutes.
            most = min(MOST_FILE, MOST_TOGETHER - size)
            if shown(name) == name and len(held) < MOST_FILES:
                data = read_whole(path, most)
        if data is None:
            left_out.append(name)
        else:
            held[name] = data
            size += len(data)
    told = f"files that are too large or too many were left out: {few(list(map(shown, left_out)))}"
    return held, [told] if left_out else []


def read_whole(file: Path, most: int) -> bytes:
    """Return a file's bytes as they were at one moment.

    Args:
        file: Where it is.
        most: How many bytes it may have.

    Raises:
        ValueError: It is no ordinary file, too large, or changes all the time.
    """
    for _ in range(3):
        try:
            handle = os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | os.O_NONBLOCK)
        except OSError as error:
            if error.errno == errno.ELOOP:
                raise ValueError(f"{file.name} is not an ordinary file but a link") from None
            raise
        try:
            before = os.fstat(handle)
            if not stat.S_ISREG(before.st_mode):
                raise ValueError(f"{file.name} is not an ordinary file")
            if before.st_size > most:
                size = f"{most >> 20} MB" if most >= 1 << 20 else f"{most} bytes"
                raise ValueError(f"{file.name} is larger than {size}")
            with open(handle, "rb", closefd=False) as opened:
                data = opened.read()
            after = os.fstat(handle)
        finally:
            os.close(handle)
        same = (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size)
        if same and len(data) == after.st_size:
            return data
    raise ValueError(f"{file.name} changed while it was read; grade again when it rests")
