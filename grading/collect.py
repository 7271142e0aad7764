"""Put what an LMS gives out at once, the work of a class on one lesson, where `make grade` looks.

An LMS names files and folders in its own way; the roster says which student that is.
"""

from __future__ import annotations

import contextlib
import lzma
import os
import re
import struct
import zipfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePath, PurePosixPath

from grading.errors import GradingError
from grading.folders import (
    DEEPEST,
    LEFT_BEHIND,
    MOST_NAME,
    MOST_NOTEBOOK,
    few,
    is_notebook,
    notebooks,
    one_form,
    ordinary,
    read_whole,
    shown,
)
from grading.results.files import put
from grading.results.roster import Student, as_seen

# What is taken of one student: bytes together, files, and folders in folders.
MOST_OF_ONE, MOST_FILES, MOST_DEEP = 2 * MOST_NOTEBOOK, 1000, 30
# What reads a file; None for one that cannot be.
Read = Callable[[], bytes | None]

# What no file's name has in Moodle, and what stands for one of them elsewhere.
_NO_FILE_S = re.compile(r"[&<>\"`|':\\/\u2018\u2019\u02bc\u00b4]")


def _words(name: str) -> str:
    """Return a whole name so that "Lovelace, Ada" is "Ada Lovelace", and O'Neil is ONeil."""
    plain = _NO_FILE_S.sub("", one_form(as_seen(name))).replace("_", " ")
    return " ".join(sorted(plain.casefold().replace(",", " ").split()))


def _letters(name: str) -> str:
    return re.sub(r"[\W_]", "", one_form(name)).casefold()


@dataclass(frozen=True)
class Layout:
    """How an LMS names what a student handed in.

    Attributes:
        path: What a file's path in the download looks like: `who` it is of, `file`, what the
            student called it, and `late`, where that is marked.
        told: What it says of who that is, as it can be compared.
        known: The same of a student of the roster.
    """

    path: str
    told: Callable[[str], str]
    known: Callable[[Student], str]


LAYOUTS = {
    "Moodle": Layout(
        r"(?P<who>[^/]+?)_\d+_assignsubmission_file_?/?(?P<file>.+)",
        _words,
        lambda one: _words(one.full),
    ),
    "Canvas": Layout(
        r"(?P<who>[^/_]+)_(?P<late>LATE_)?\d+_\d+_(?P<file>[^/]+)",
        _letters,
        lambda one: _letters((one.last_name or "") + (one.first_name or "")),
    ),
    "Brightspace": Layout(
        r"\d+-\d+ - (?P<who>[^/]+?)(?: - [^/]*)?/(?P<file>.+)",
        _words,
        lambda one: _words(one.full),
    ),
    "Blackboard": Layout(
        r"[^/]*_(?P<who>[^/_]+)_attempt_\d{4}(?:-\d\d){5}_(?P<file>[^/]+)",
        one_form,
        lambda one: one_form(one.id),
    ),
}
# What an LMS adds to the files: lists, and what was typed into its page.
_ADDED = re.compile(r"index\.html|.*_assignsubmission_(?!file)[^/]*(/.*)?|.*_attempt_[\d-]+\.txt")
# What a student typed into Moodle's page, where that is offered beside a file.
_TYPED = re.compile(r"(?:.*/)?(?P<who>[^/]+?)_\d+_assignsubmission_onlinetext_?(/.*)?")
# What reading a file of an archive raises, beside its own errors: one that is encrypted, packed in
# a way that is not known, or not where the archive says.
_UNREADABLE = (RuntimeError, NotImplementedError, OSError, EOFError)
# The flag of a file in an archive whose name is in UTF-8.
_SAYS_UTF8 = 0x800


@dataclass
class Collected:
    """What was done with a download.

    Attributes:
        students: Whose work is new, or another one than before.
        same: Whose was there already, as it is.
        late: Whose work is late, as the download marks it, whether it was there already or not.
        problems: What was not taken, in sentences.
    """

    students: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def collect(
    download: Path,
    lesson: str,
    submitted: Path,
    students: Sequence[Student],
    *,
    update: bool = False,
) -> Collected:
    """Copy each student's files from a download to submitted/STUDENT/LESSON/.

    Args:
        download: A folder or a ZIP file, as the LMS gives it out for one assignment.
        lesson: The lesson that it is about.
        submitted: Where students' folders are.
        students: The roster.
        update: Whether to replace what was collected before and is another file now.

    Raises:
        GradingError: It cannot be read, or is no such download; nobody is known.
    """
    if not students:
        raise GradingError(
            "the gradebook knows no student yet, so that no file is anybody's; "
            "`roster` takes the names from a table"
        )
    files: dict[str, list[tuple[PurePosixPath, Read]]] = defaultdict(list)
    called, done = _called(students), Collected()
    unlike: list[str] = []
    hidden: dict[str, list[str]] = defaultdict(list)
    typed: set[str] = set()
    with _opened(download, done.problems) as found:
        for path, read in found:
            lms, who, file, late = _named(path)
            if not _ordinary(PurePosixPath(path)):
                for name in called.get((lms, LAYOUTS[lms].told(who)), []) if lms else []:
                    hidden[name].append(shown(str(file)))
                continue
            if not lms:
                unlike += [shown(path)] if not _ADDED.fullmatch(path) else []
                if by := _TYPED.fullmatch(path):
                    typed.update(called.get(("Moodle", LAYOUTS["Moodle"].told(by["who"])), []))
                continue
            ids = called.get((lms, LAYOUTS[lms].told(who)), [])
            if len(ids) != 1:
                done.problems.append(_told(who, ids))
            elif not _harmless(file):
                done.problems.append(f"{path} would lie outside of its student's folder")
            else:
                files[ids[0]].append((file, read))
                done.late += ids * late
        for name in sorted(hidden.keys() - files.keys()):
            told = f"{name}: nothing is there but hidden files, which are not taken"
            done.problems.append(f"{told}: {few(hidden[name])}")
        for name in sorted(typed - files.keys() - hidden.keys()):
            done.problems.append(f"{name}: a text was typed into the page, and no file handed in")
        if unlike and not files and not done.problems:
            names = ", ".join(LAYOUTS)
            raise GradingError(
                f"{download} is no download of an assignment as {names} name its files",
                wrong_use=True,
            )
        if unlike:
            told = "file that does not say in its name whose it is"
            if len(unlike) > 1:
                told = "files that do not say in their names whose they are"
            done.problems.append(f"{len(unlike)} {told}: {few(unlike)}")
        for name, handed_in in sorted(files.items()):
            folder = submitted / name / lesson
            try:
                _put(name, folder, dict(_numbered(handed_in)), done, update=update)
            except OSError as error:
                told = f"submitted/{name}/ cannot be written or read: {error.strerror}"
                done.problems.append(f"{told}; collect again when it can")
    done.problems = list(dict.fromkeys(done.problems))
    done.late = sorted(set(done.late))
    return done


def _put(
    name: str, folder: Path, files: dict[PurePosixPath, Read], done: Collected, *, update: bool
) -> None:
    """Write a student's files, all or none."""
    if folder.is_symlink() or folder.parent.is_symlink():
        done.problems.append(f"submitted/{name} is a link; put the folder itself there")
        return
    if told := _fault_of(files):
        done.problems.append(f"{name}: {told}")
        return
    there, left = {}, MOST_OF_ONE
    for file, read in files.items():
        data = read()
        if data is None:
            done.problems.append(f"{name}: {file} is too large, or cannot be read")
            return
        left -= len(data)
        if left < 0:
            most = f"{MOST_OF_ONE >> 20} MB"
            done.problems.append(f"{name}: the files are larger than {most} together")
            return
        there[folder / file] = data
    if place := next(filter(None, (_in_the_way(path, folder.parent) for path in there)), None):
        told = shown(f"submitted/{place.relative_to(folder.parents[1])}")
        done.problems.append(f"{name}: {told} is in the way; move it elsewhere, and collect again")
        return
    other = [path for path, data in there.items() if path.exists() and path.read_bytes() != data]
    older = _older(folder, there)
    if (other or older) and not update:
        told = f"another {other[0].name}" if other else shown(older[0].name)
        now = "" if other else ", and has another name now"
        done.problems.append(f"{name}: {told} was collected before{now}; --update replaces it")
        return
    new = {path: data for path, data in there.items() if path in other or not path.exists()}
    for path, data in new.items():
        put(path, data)
    for path in older:
        path.unlink()
    (done.students if new else done.same).append(name)


def _fault_of(files: Collection[PurePosixPath]) -> str:
    """Return why a student's files cannot lie in a folder, or an empty text: none stops others."""
    if len(files) > MOST_FILES:
        return f"there are {len(files):,} files; at most {MOST_FILES:,} are taken"
    for file in files:
        if any(len(os.fsencode(part)) > MOST_NAME for part in file.parts):
            return f"{shown(file.name)[:40]}… lies where a name is longer than {MOST_NAME} bytes"
        if len(file.parts) > MOST_DEEP or len(os.fsencode(file)) > 4 * MOST_NAME:
            return f"{shown(file.name)} lies too deep in folders"
        if folder := next((one for one in file.parents if one in files), None):
            return f"{shown(str(folder))} is a file, and a folder, too"
    return ""


def _in_the_way(path: Path, student: Path) -> Path | None:
    """Return what keeps a file from lying where it is to be, in a student's folder; or None.

    A folder that is a file or a link, which would lead elsewhere; or no file where one is to be.
    """
    for folder in [*reversed(path.parents[: path.parents.index(student)]), student]:
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            return folder
    return path if path.exists() and not path.is_file() else None


def _older(folder: Path, there: dict[Path, bytes]) -> list[Path]:
    """Return the notebooks of a student that the download has no more.

    Canvas numbers a file that is handed in again: the older one, whose name is the lesson's, would
    be what counts. One that was given another name by hand is the same work; the download's copy
    of it is taken out of `there`.
    """
    fresh = [path for path in there if is_notebook(path)]
    older = [path for path in notebooks(folder) if path not in there] if fresh else []
    if len(fresh) == len(older) == 1 and older[0].read_bytes() == there[fresh[0]]:
        del there[fresh[0]]
        return []
    return older


def _named(path: str) -> tuple[str, str, PurePosixPath, bool]:
    """Return which LMS names a file so, whose it is, its name there, and whether it is late."""
    # A download may hold all in one folder.
    for part in (path, path.partition("/")[2]):
        for lms, layout in LAYOUTS.items():
            if found := re.fullmatch(layout.path, part):
                late = bool(found.groupdict().get("late"))
                return lms, found["who"], PurePosixPath(found["file"]), late
    return "", "", PurePosixPath(path), False


def _called(students: Sequence[Student]) -> dict[tuple[str, str], list[str]]:
    """Return who is called what: the students' ids by an LMS and what they are called there."""
    found = defaultdict(list)
    for lms, layout in LAYOUTS.items():
        for one in students:
            if called := layout.known(one):
                found[lms, called].append(one.id)
    return found


def _told(who: str, ids: Sequence[str]) -> str:
    """Return why a file is taken to no student."""
    if ids:
        named = ", ".join(ids[:3])
        return f"{who}: {named} are called so; put their work into submitted/ yourself"
    return f"{who}: nobody in the gradebook is called so; `roster` takes the names from a table"


def _harmless(file: PurePosixPath) -> bool:
    return not (file.is_absolute() or ".." in file.parts or re.search(r"[\\:\0]", str(file)))


def _numbered(
    files: Sequence[tuple[PurePosixPath, Read]],
) -> Iterator[tuple[PurePosixPath, Read]]:
    """Give each file its own name: of several attempts none has the one that counts by itself."""
    count, again = Counter(file for file, _ in files), Counter[PurePosixPath]()
    for file, read in files:
        again[file] += 1
        several = count[file] > 1
        yield (
            file.with_name(f"{file.stem} ({again[file]}){file.suffix}") if several else file,
            read,
        )


@contextlib.contextmanager
def _opened(download: Path, problems: list[str]) -> Iterator[list[tuple[str, Read]]]:
    """Give every file of a folder or a ZIP file: its path, and what reads it.

    What cannot be looked into is told in `problems`. What a system left behind is not given.
    """
    if download.is_dir():
        inside = (file.relative_to(download) for file in _below(download, problems))
        yield [
            (path.as_posix(), partial(_read, download / path))
            for path in inside
            if LEFT_BEHIND.isdisjoint(path.parts)
        ]
        return
    try:
        archive = zipfile.ZipFile(download)
    except (*_UNREADABLE, zipfile.BadZipFile, ValueError, struct.error) as error:
        told = getattr(error, "strerror", None) or "it is neither a folder nor a ZIP file"
        if not isinstance(error, OSError) and zipfile.is_zipfile(download):
            told = "it is a ZIP file that is broken; unpack it, and give the folder"
        raise GradingError(f"{download}: {told}", wrong_use=True) from None
    with archive:
        named = [(_path(entry), entry) for entry in archive.infolist()]
        yield [
            (path, partial(_unpack, archive, entry))
            for path, entry in named
            if not path.endswith("/") and LEFT_BEHIND.isdisjoint(PurePosixPath(path).parts)
        ]


def _below(folder: Path, problems: list[str]) -> Iterator[Path]:
    """Give all files in a folder, and below it; no link is followed.

    Raises:
        GradingError: It cannot be read itself.
    """

    def told(error: OSError) -> None:
        if error.filename == str(folder):
            raise GradingError(f"{folder}: {error.strerror}", wrong_use=True)
        place = Path(error.filename).relative_to(folder)
        problems.append(f"{place} cannot be read: {error.strerror}")

    for place, folders, names in os.walk(folder, onerror=told):
        folders.sort()
        links = [name for name in folders if Path(place, name).is_symlink()]
        linked = [Path(place, name).relative_to(folder) for name in links]
        problems += [f"{path} is a link; put the folder itself there" for path in linked]
        inside = Path(place).relative_to(folder)
        if folders and len(inside.parts) >= DEEPEST:
            problems.append(f"what is in {inside.parts[0]} lies too deep in folders")
            folders.clear()
        yield from (Path(place, name) for name in sorted(names))


def _path(entry: zipfile.ZipInfo) -> str:
    """Return where a file of an archive lies, whatever system packed it.

    macOS writes names in UTF-8 and does not say so: they are read in another code then. Some
    programs of Windows write its own separators.
    """
    path = entry.filename
    if not entry.flag_bits & _SAYS_UTF8:
        with contextlib.suppress(UnicodeError):
            path = path.encode("cp437").decode("utf-8")
    return path.replace("\\", "/")


def _ordinary(path: PurePath) -> bool:
    # Where ".." would lead is told.
    return all(ordinary(PurePath(part)) or part == ".." for part in path.parts)


def _read(file: Path) -> bytes | None:
    """Return a file; None for one that is a link, too large or cannot be read."""
    try:
        return read_whole(file, MOST_NOTEBOOK)
    except (OSError, ValueError):
        return None


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | None:
    """Return a file of an archive; None for one that is encrypted, broken or too large."""
    try:
        with archive.open(entry) as packed:
            data = packed.read(MOST_NOTEBOOK + 1)
    except (*_UNREADABLE, zipfile.BadZipFile, zlib.error, lzma.LZMAError):
        return None
    return data if len(data) <= MOST_NOTEBOOK else None
