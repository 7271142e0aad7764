"""A roster: what LMSs and spreadsheets write is taken, and a fault is one line with its place."""

import csv
import shutil
import subprocess

import pytest
from click.testing import CliRunner

from course_folder import course_config, quiet
from grading import __main__ as commands
from grading.errors import GradingError
from grading.results import overview, report, roster
from grading.results.gradebook import open_gradebook
from grading.results.report import Report
from grading.results.roster import Student
from tests.support.class_of_one import LESSON

ANNA = Student("anna1", "Anna", "Ångström", "anna@example.org")
BO = Student("bo2", "Bo", "Li", "bo@example.org")
PLAIN = "id,first_name,last_name,email\nanna1,Anna,Ångström,anna@example.org\n" \
        "bo2,Bo,Li,bo@example.org\n"  # fmt: skip


@pytest.fixture
def table(tmp_path):
    def table(text, encoding="utf-8"):
        file = tmp_path / "class.csv"
        file.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return file

    return table


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (PLAIN, "utf-8"),
        (PLAIN, "utf-8-sig"),
        (PLAIN, "utf-16"),
        (PLAIN, "utf-16-le"),
        (PLAIN, "cp1252"),
        (PLAIN.replace(",", ";").replace("\n", "\r\n"), "utf-8-sig"),
        ("sep=;\n" + PLAIN.replace(",", ";"), "utf-8"),
        (PLAIN.replace(",", "\t") + "\n\n", "utf-8"),
        # Moodle's participants, Brightspace, Canvas, a whole name.
        (PLAIN.replace("id,first_name,last_name,email",
                       '"Username","First name","Surname","Email address"'), "utf-8"),
        ("OrgDefinedId,Username,Last Name,First Name,Email,End-of-Line Indicator\n"
         "#77,#anna1,Ångström,Anna,anna@example.org,#\n78,bo2,Li,Bo,bo@example.org,#\n", "utf-8"),
        ('Student,ID,SIS User ID,SIS Login ID,Section,Email\n'
         '    Points Possible,,,,,\n"Ångström, Anna",9,77,anna1,A,anna@example.org\n'
         '"Li, Bo",10,78,bo2,A,bo@example.org\n"Student, Test",11,,,A,\n', "utf-8"),
        ('Student,ID,SIS User ID,SIS Login ID,Section,Email,Lesson 1 (7)\n,,,,,,Manual Posting\n'
         ',,,,,,Muted\n    Points Possible,,,,,,16\n'
         '"Ångström, Anna",9,77,anna1,A,anna@example.org,9\n'
         '"Li, Bo",10,78,bo2,A,bo@example.org,\n', "utf-8"),
        # Moodle's pages in German, French and Spanish.
        ("Vorname;Nachname;Anmeldename;E-Mail-Adresse\nAnna;Ångström;anna1;anna@example.org\n"
         "Bo;Li;bo2;bo@example.org\n", "utf-8-sig"),
        ("Prénom,Nom de famille,Nom d'utilisateur,Adresse de courriel\n"
         "Anna,Ångström,anna1,anna@example.org\nBo,Li,bo2,bo@example.org\n", "cp1252"),
        ("Nombre,Apellido(s),Nombre de usuario,Dirección de correo\n"
         "Anna,Ångström,anna1,anna@example.org\nBo,Li,bo2,bo@example.org\n", "utf-8"),
        # "Name" beside a first name is the last one.
        ("Matrikel-Nr.;Name;Vorname;E-Mail\nanna1;Ångström;Anna;anna@example.org\n"
         "bo2;Li;Bo;bo@example.org\n", "cp1252"),
        ("Student ID,Student Name,Email\nanna1,Anna Ångström,anna@example.org\n"
         "bo2,Bo Li,bo@example.org\n", "utf-8"),
        ("login;name;mail\nanna1;Anna Ångström;anna@example.org\nbo2;Bo Li;bo@example.org\n",
         "utf-8"),
        # Blanks and signs that nobody sees: of a page, Japanese, Hebrew, a hyphen where a line may
        # end.
        ("login\u200b;name;mail\n\u200eanna1;Anna\xa0\u200fÅng\xadström\u200e;\xa0anna@example.org\n"
         "bo2\u200b;Bo\u3000Li;bo@example.org\u2060\n", "utf-8"),
        # More of another sign than of the one between columns.
        ("login,name,mail,groups\nanna1,Anna Ångström,anna@example.org,A; B; C; D; E; F\n"
         "bo2,Bo Li,bo@example.org,A; B; C; D; E; F\n", "utf-8"),
    ],
)  # fmt: skip
def test_common_tables_are_read(table, text, encoding):
    assert roster.read(table(text, encoding)) == [ANNA, BO]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "class.csv is empty"),
        ("name,mail\nAnna,a@b\n", "line 1: no column is called id, username or the like; there "
         "are 'name', 'mail'"),
        ("id,email\nanna1,a@b\n,b@c\n", "line 3, column id: it is empty"),
        ("id,email\nanna1,a@b\nbo2,b@c\nanna1,d@e\n", "line 4, column id: 'anna1' stands in line "
         "2, too"),
        ("id,E-Mail\nanna1,nowhere\n", "line 2, column E-Mail: 'nowhere' is no e-mail address"),
        ("id,email\nanna1,a@b,c\n", "line 2: it has 3 cells, the heading 2"),
        ("id,email\n../up,a@b\n", "line 2, column id: '../up' cannot be the name of a folder"),
        ("id\n1.23457E+11\n", "line 2, column id: '1.23457E+11' is a long number without its"),
        ('id,last name\nanna1,"Davis, Jr."\n', "line 2, column last name: 'Davis, Jr.' has a "
         "comma"),
        (b"PK\x03\x04\x14", "class.csv is a workbook, as Excel keeps them; save it as CSV"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "class.csv is a workbook"),
        (",".join(map(str, range(99))), "'10', '11', …"),
        ("%PDF" + "x" * 9999, f"there are '%PDF{'x' * 36}'"),
        ("id,first name\nanna1,\x1b[31mAnna\n", "line 2, column first name: '\\\\x1b[31mAnna' has "
         "a sign"),
    ],
)  # fmt: skip
def test_a_fault_is_one_line_with_its_place(table, text, told):
    with pytest.raises(GradingError) as met:
        roster.read(table(text))
    assert told in str(met.value)
    assert "\n" not in str(met.value)


@pytest.mark.parametrize(
    "name", ["\u0639\u0644\u06cc\u200c\u0631\u0636\u0627", "\U0001f469\u200d\U0001f4bb"]
)
def test_what_joins_the_letters_of_a_name_stays(name, table):
    assert roster.read(table(f"id,first name\na1,{name}\n")) == [Student("a1", name)]
    with pytest.raises(GradingError, match=r"u?200[cd].*cannot be the name of a folder"):
        roster.read(table(f"id\n{name}\n"))


def test_an_id_is_the_folder_s_however_its_letters_are_written():
    one, two = "zo\u00eb", "zoe\u0308"
    found = roster.as_folders([Student(one), Student("bo2")], [two, "guest"])
    assert [student.id for student in found] == [two, "bo2"]
    both = roster.as_folders([Student(one), Student(two)], [one, two])
    assert [student.id for student in both] == [one, two]


def test_a_table_that_was_there_before_the_folders_is_theirs(tmp_path, gradebook_file):
    shutil.copy(gradebook_file, tmp_path)
    one, two = "zo\u00eb", "zoe\u0308"
    config = course_config(tmp_path)
    roster.write(config, [Student(one, "Zo\u00eb", "Li"), Student("bo2", "Bo")])
    with open_gradebook(config) as gradebook:
        roster.follow_folders(gradebook, ["guest", two])
        assert roster.names(gradebook) == {two: "Zo\u00eb Li", "bo2": "Bo"}
        with quiet():
            gradebook.add_submission(LESSON, two)
        # What was handed in stays with whom it is.
        roster.follow_folders(gradebook, [one])
        assert roster.names(gradebook) == {two: "Zo\u00eb Li", "bo2": "Bo"}


def test_a_second_name_in_other_signs_that_lost_its_folder_is_told(tmp_path, gradebook_file):
    """A class that macOS and another system had graded: one of two folders was taken away."""
    shutil.copy(gradebook_file, tmp_path)
    one, two = "d'Zo\u00eb", "d'Zoe\u0308"
    submitted = tmp_path / "submitted"
    for name in (one, two):
        (submitted / name).mkdir(parents=True)
    with open_gradebook(course_config(tmp_path)) as gradebook:
        with quiet():
            for name in (one, two, "ada"):
                gradebook.add_student(name)
                gradebook.add_submission(LESSON, name)
        assert roster.without_folder(gradebook, {one, two}, submitted) == []
        (submitted / two).rmdir()
        (row,) = roster.without_folder(gradebook, {one}, submitted)
        assert (row.student, row.lesson, row.score) == (one, "", None)
        command = row.note.split("`")[1]
        typed = subprocess.run(
            ["bash", "-c", f"printf %s {command.split()[4]}"],
            env={"LC_ALL": "C.UTF-8"},
            capture_output=True,
            check=True,
        )
        assert typed.stdout.decode() == two
        assert command.split()[:4] == ["nbgrader", "db", "student", "remove"]
        gradebook.remove_student(two)
        assert roster.without_folder(gradebook, {one}, submitted) == []


def test_the_same_name_in_other_signs_is_there_twice(table):
    with pytest.raises(GradingError, match=r"line 3, column id: .* stands in line 2, too"):
        roster.read(table("id\nzo\u00eb\nzoe\u0308\n"))


def test_ids_whose_zeros_a_spreadsheet_left_out_are_told(table, tmp_path, command_in):
    for name in ("0042", "guest"):
        (tmp_path / "submitted" / name).mkdir(parents=True)
    code, out, err = command_in("roster", table("id\n42\n7\n"), where=tmp_path)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "2 students in the gradebook",
        "2 in submitted/ are not in class.csv: 0042, guest",
        "42 there may be 0042: a spreadsheet leaves zeros out; keep that column as text",
    ]


def test_names_come_into_gradebook_pages_and_tables(table, tmp_path, monkeypatch, gradebook_file):
    shutil.copy(gradebook_file, tmp_path)
    (tmp_path / "grades.csv").touch()
    # What systems leave behind is nobody's.
    for name in ("anna1", "guest", "__MACOSX", ".ipynb_checkpoints"):
        (tmp_path / "submitted" / name).mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    shown = CliRunner().invoke(commands.cli, ["roster", str(table(PLAIN))])
    assert shown.exit_code == 0, shown.output
    assert shown.output.splitlines() == [
        "2 students in the gradebook",
        "1 in submitted/ is not in class.csv: guest",
    ]
    rows = list(csv.DictReader((tmp_path / "grades.csv").read_text("utf-8").splitlines()))
    row = next(one for one in rows if one["student_id"] == "anna1")
    assert (row["first_name"], row["last_name"]) == ("Anna", "Ångström")
    # What a later table does not have stays.
    roster.write(course_config(tmp_path), [Student("bo2", email="new@example.org")])
    with open_gradebook(course_config(tmp_path)) as gradebook:
        one = gradebook.find_student("bo2")
        assert (one.first_name, one.email) == ("Bo", "new@example.org")
        names = roster.names(gradebook)
    assert names == {"anna1": "Anna Ångström", "bo2": "Bo Li"}
    made = Report(LESSON, 16.0, {"anna1": 3.0}, help={"anna1": ["descend"]}, names=names)
    index = overview.write(tmp_path, [made])
    page, *_, students = report.write(made, tmp_path / "report")
    for file in (index, index.parent / "students" / "anna1.html", page, students):
        assert "Anna Ångström" in file.read_text("utf-8")
