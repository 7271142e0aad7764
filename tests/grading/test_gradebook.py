"""The gradebook finds one submission's rows by an index, however many there are."""

import csv
import sqlite3

import pytest

from course_folder import course_config
from grading.results import gradebook
from tests.support.class_of_one import LESSON


@pytest.fixture
def database(gradebook_file):
    with sqlite3.connect(f"file:{gradebook_file}?mode=ro", uri=True) as made:
        yield made


@pytest.mark.parametrize(("entry", "column"), gradebook.INDEXES)
def test_nothing_is_read_from_end_to_end(database, entry, column):
    table = entry.__table__.name
    asked = f"EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE {column} = 'x'"
    (plan,) = database.execute(asked).fetchall()
    assert plan[-1].startswith(f"SEARCH {table} USING INDEX ix_{table}_{column}")


def test_a_gradebook_that_has_them_is_left_as_it_is(tmp_path, gradebook_file):
    (tmp_path / "gradebook.db").write_bytes(gradebook_file.read_bytes())
    held = list(sqlite3.connect(tmp_path / "gradebook.db").iterdump())
    gradebook.register(course_config(tmp_path), [LESSON])
    assert list(sqlite3.connect(tmp_path / "gradebook.db").iterdump()) == held


def test_grades_are_in_the_order_of_names_whatever_the_ids_are(tmp_path, gradebook_file):
    (tmp_path / "gradebook.db").write_bytes(gradebook_file.read_bytes())
    config = course_config(tmp_path)
    names = {"z": (None, None), "y": ("Ash", "Ann"), "x": ("Ash", "Bo"), "w": ("Lee", "Al")}
    with gradebook.open_gradebook(config) as held:
        for id_ in sorted(names):
            last, first = names[id_]
            held.update_or_create_student(id_, last_name=last, first_name=first)
    rows = csv.DictReader(gradebook.export_grades(config).read_text("utf-8").splitlines())
    listed = [row["student_id"] for row in rows if row["assignment"] == LESSON]
    assert [one for one in listed if one in names] == list(names)
