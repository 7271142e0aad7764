"""The students' names and e-mail addresses, from a table that an LMS or a spreadsheet wrote.

They go into nbgrader's gradebook, as its own `nbgrader db student import` puts them there; that
command itself takes neither a byte order mark nor semicolons nor an LMS's headings.
"""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from nbgrader.api import Gradebook
from traitlets.config import Config

from grading.errors import GradingError
from grading.folders import Row, one_form, shown
from grading.results import record
from grading.results.gradebook import open_gradebook

# What headings are called, without blanks, signs and capitals: the first of them that is there.
# Moodle, Canvas, Brightspace, Blackboard and nbgrader itself; an LMS writes them in the language
# of its pages: German, French and Spanish follow.
HEADINGS = {
    "id": ("username", "sisloginid", "loginid", "login", "orgdefinedid", "sisuserid", "idnumber",
           "studentid", "id", "student",
           "anmeldename", "benutzername", "idnummer", "matrikelnummer", "matrikelnr",
           "nomdutilisateur", "numérodidentification", "nombredeusuario", "númerodeid"),
    "first_name": ("firstname", "givenname", "forename", "first", "vorname", "prénom", "nombre"),
    "last_name": ("lastname", "surname", "familyname", "last", "nachname", "nomdefamille", "nom",
                  "apellidos"),
    "email": ("email", "emailaddress", "mail", "emailadresse", "adressedecourriel",
              "direccióndecorreo", "correoelectrónico"),
    "name": ("fullname", "name", "studentname", "student"),
}  # fmt: skip
MOST_BYTES = 16 << 20
# How Excel's own files begin, the newer and the older ones.
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
# How a spreadsheet shows a number of many digits, and saves it: the last ones are lost.
_FEWER_DIGITS = re.compile(r"\d([.,]\d+)?[eE]\+\d+")
# What joins letters and is not seen itself: Persian names are spelt with it, and some emoji.
_JOINERS = "\u200c\u200d"
_NO_JOINERS = dict.fromkeys(map(ord, _JOINERS))
# Of what a table has instead of a heading that is missing: how many cells are told, how long each.
MOST_TOLD, LONGEST_TOLD = 12, 40


@dataclass(frozen=True)
class Student:
    """One line of a roster; what the table does not have is None, and stays as it was.

    Attributes:
        id: As the student's folder in submitted/ is called.
        first_name, last_name, email: Of the student.
    """

    id: str
    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None

    @property
    def full(self) -> str:
        """The whole name, or empty."""
        return " ".join(filter(None, (self.first_name, self.last_name)))


def read(file: Path) -> list[Student]:
    """Return the students of a table.

    Raises:
        GradingError: It cannot be used; the message says in which line and column.
    """
    try:
        if file.stat().st_size > MOST_BYTES:
            raise GradingError(f"{file.name} is too large for a roster", wrong_use=True)
        data = file.read_bytes()
    except OSError as error:
        raise GradingError(f"{file}: {error.strerror}", wrong_use=True) from None
    if data.startswith(_WORKBOOKS):
        raise GradingError(
            f"{file.name} is a workbook, as Excel keeps them; save it as CSV", wrong_use=True
        )
    rows = csv.reader(io.StringIO(_text(data), newline=""), delimiter=_delimiter(_text(data)))
    try:
        # A number of a line is that of its last line, where a cell has several.
        lines = [(rows.line_num, [as_seen(cell) for cell in row]) for row in rows]
    except csv.Error as error:
        raise GradingError(f"{file.name}, line {rows.line_num}: {error}", wrong_use=True) from None
    lines = [(number, row) for number, row in lines if any(row) and not _is_aside(row)]
    if not lines:
        raise GradingError(f"{file.name} is empty", wrong_use=True)
    try:
        return _students(lines)
    except ValueError as error:
        raise GradingError(f"{file.name}, {error}", wrong_use=True) from None


def _text(data: bytes) -> str:
    # Also UTF-16 without a mark before it, by where its zeros stand.
    encoding = json.detect_encoding(data)
    try:
        return data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def as_seen(text: str) -> str:
    """Return a text with plain blanks for all others, and without signs that nobody sees.

    A page leaves such ones in what is copied from it, Japanese names have a blank of their own,
    and in a table of Hebrew or Arabic names some say where these begin.
    """
    kind = unicodedata.category
    plain = (" " if kind(sign) == "Zs" else sign for sign in text)
    return "".join(sign for sign in plain if sign in _JOINERS or kind(sign) != "Cf").strip()


def _delimiter(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=first.count)


def _is_aside(row: Sequence[str]) -> bool:
    """Return whether a line is no student.

    It is Excel's `sep=;`, or Canvas's: how grades are posted (in older exports, what is muted),
    the points, the test student.
    """
    posting = {*row} <= {"", "Manual Posting", "Muted"}
    return posting or row[0].startswith("sep=") or row[0] in ("Points Possible", "Student, Test")


def _students(lines: Sequence[tuple[int, Sequence[str]]]) -> list[Student]:
    number, heading = lines[0]
    place = _columns(heading)
    if "id" not in place:
        told = ", ".join(repr(shown(cell[:LONGEST_TOLD])) for cell in heading[:MOST_TOLD])
        told += ", …" if len(heading) > MOST_TOLD else ""
        raise ValueError(
            f"line {number}: no column is called id, username or the like; there are {told}"
        )
    found: dict[str, int] = {}
    made = []
    for number, row in lines[1:]:
        if len(row) != len(heading):
            raise ValueError(f"line {number}: it has {len(row)} cells, the heading {len(heading)}")
        held = {what: row[column] for what, column in place.items()}
        held["id"] = held["id"].lstrip("#")
        for what, told in _faults(held, found):
            raise ValueError(f"line {number}, column {shown(heading[place[what]])}: {told}")
        found[one_form(held["id"])] = number
        if "name" in held:
            held = _parted(held.pop("name")) | held
        made.append(Student(**held))
    return made


def _columns(heading: Sequence[str]) -> dict[str, int]:
    """Return which column is what."""
    plain = [re.sub(r"[\W_]", "", one_form(cell)).lower() for cell in heading]
    place: dict[str, int] = {}
    for what, names in HEADINGS.items():
        column = next((plain.index(name) for name in names if name in plain), None)
        if column is not None and column not in place.values():
            place[what] = column
    name = place.pop("name", None) if {"first_name", "last_name"} & place.keys() else None
    # Beside a first name alone it is the last one: a list in German has "Name;Vorname".
    if name is not None and "last_name" not in place:
        place["last_name"] = name
    return place


def _faults(held: Mapping[str, str], found: Mapping[str, int]) -> Iterable[tuple[str, str]]:
    """Give what is wrong with a line, and in which column."""
    one = held["id"]
    if not one:
        yield "id", "it is empty"
    if one.startswith(".") or "/" in one or shown(one) != one:
        yield "id", f"{shown(one)!r} cannot be the name of a folder in submitted/"
    if _FEWER_DIGITS.fullmatch(one):
        yield "id", f"{one!r} is a long number without its last digits; keep the column as text"
    if one_form(one) in found:
        yield "id", f"{shown(one)!r} stands in line {found[one_form(one)]}, too"
    for what, text in held.items():
        plain = text if what in ("id", "email") else text.translate(_NO_JOINERS)
        if shown(plain) != plain:
            yield what, f"{shown(text)!r} has a sign that cannot be printed"
        # nbgrader writes its table without quotes.
        if what != "name" and re.search(r'[,"]', text):
            yield what, f"{text!r} has a comma or a quote, which nbgrader's table does not take"
    if held.get("email") and not re.fullmatch(r"[^@\s]+@[^@\s]+", held["email"]):
        yield "email", f"{held['email']!r} is no e-mail address"


def _parted(name: str) -> dict[str, str]:
    """Return the parts of a whole name: "Last, First", or the last word is the last name."""
    if "," in name:
        last, _, first = name.partition(",")
    else:
        first, _, last = name.rpartition(" ")
    return {"first_name": first.replace(",", "").strip(), "last_name": last.strip()}


def as_folders(students: Iterable[Student], folders: Collection[str]) -> list[Student]:
    """Return the students, each with the id as the folder is called.

    macOS writes a letter with a mark in two signs, a table mostly in one: they look the same.

    Args:
        students: A roster's.
        folders: The names of the folders in submitted/.
    """
    forms = {one_form(name): name for name in folders}
    return [
        one if one.id in folders else replace(one, id=forms.get(one_form(one.id), one.id))
        for one in students
    ]


def without_zeros(students: Iterable[Student], folders: Iterable[str]) -> list[str]:
    """Return the folders whose names the table has without the zeros that they begin with.

    A spreadsheet takes an id of digits for a number.
    """
    known = {one.id for one in students}
    return [name for name in folders if name not in known and name.lstrip("0") in known]


def follow_folders(gradebook: Gradebook, folders: Collection[str]) -> None:
    """Give who is in the gradebook, and has handed in nothing, the name of a folder that is new.

    As in `as_folders`, for a roster that was there before the folders.
    """
    known = {one.id: one for one in gradebook.students}
    new = [name for name in folders if name not in known]
    wanted = set(map(one_form, new))
    # What somebody has handed in is asked for last: it is a question to the database for each.
    forms = {
        form: one
        for one in known.values()
        if (form := one_form(one.id)) in wanted and not one.submissions
    }
    for name in new:
        one = forms.get(one_form(name))
        if one is not None and one.id not in folders:
            one.id = name
    gradebook.db.commit()


def without_folder(gradebook: Gradebook, folders: Collection[str], submitted: Path) -> list[Row]:
    """Return a row for each of these folders whose name is in the gradebook in other signs, too.

    Both were graded, and one folder was taken away since: what it was called keeps its rows in
    every table. What a person gave may be there, so that a person takes it out.

    Args:
        gradebook: The gradebook.
        folders: The names of folders in submitted/.
        submitted: Where they are.
    """
    forms = {one_form(name): name for name in folders}
    found = []
    for one in gradebook.students:
        name = forms.get(one_form(one.id), one.id)
        if name != one.id and not (submitted / one.id).exists():
            told = "the gradebook has this name a second time, in other signs and without a folder"
            told += " in submitted/: it has a row in every table, and what a person gave it; "
            told += f"`nbgrader db student remove {_typed(one.id)} --force` takes it out"
            found.append(Row(name, "", note=told))
    return found


def _typed(name: str) -> str:
    """Return a name as it is typed in a shell, so that none of its signs can be another."""
    plain = name.replace("\\", "\\\\").replace("'", "\\'")
    signs = "".join(sign if sign.isascii() else f"\\U{ord(sign):08x}" for sign in plain)
    return f"$'{signs}'"


def write(config: Config, students: Iterable[Student]) -> None:
    """Put the students into the gradebook, all or none.

    Raises:
        GradingError: The gradebook cannot be written to.
    """
    with open_gradebook(config) as gradebook, record.one_transaction(gradebook):
        for one in students:
            given = {
                what: text or None
                for what, text in vars(one).items()
                if what != "id" and text is not None
            }
            gradebook.update_or_create_student(one.id, **given)


def known(gradebook: Gradebook) -> list[Student]:
    """Return the students of the gradebook."""
    return [
        Student(one.id, one.first_name, one.last_name, one.email) for one in gradebook.students
    ]


def full(gradebook: Gradebook, student: str) -> str:
    """Return the whole name of a student of the gradebook, or nothing where it knows none."""
    one = gradebook.find_student(student)
    return Student(one.id, one.first_name, one.last_name).full


def names(gradebook: Gradebook) -> dict[str, str]:
    """Return the whole name of each student whose name the gradebook knows."""
    return {one.id: one.full for one in known(gradebook) if one.full}
