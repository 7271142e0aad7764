"""Numbers of each student's own: the same each time, told apart, and everyone's without a name."""

import numpy as np
import pytest

from course import variants
from course.checks import exercises, secret
from course.checks.engine import examine
from course.progress import store
from course_folder import ROOT

STUDENTS = [f"student-{number}" for number in range(1000)]
# Values so many that no two students have the same by chance, but for a few.
NUMBERS = {name for name in variants.GIVEN if exercises()[name].right_for}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A student's own folder, in which nobody has said a name."""
    (tmp_path / store.START).write_text("{}")
    lesson = tmp_path / "03_two_dimensions"
    lesson.mkdir()
    monkeypatch.chdir(lesson)
    monkeypatch.setattr(variants, "_said", None)
    return tmp_path


def values(name, student):
    exercise = exercises()[name].of(student)
    return {one: exercise.reference(one) for one in exercise.values}


def cut_off(value, digits):
    return np.trunc(value * 10**digits) / 10**digits


def told(name, student, given):
    return examine(exercises()[name].of(student), given, 5)


def test_every_exercise_with_a_variant_has_given_numbers_and_the_other_way_round():
    assert {name for name, one in exercises().items() if one.variant} == set(variants.GIVEN)
    assert {"exam_scores", "ravine_rates"} <= NUMBERS


@pytest.mark.parametrize("name", variants.GIVEN)
def test_without_a_name_all_have_the_same(name):
    assert exercises()[name].of("") is exercises()[name]
    made = exercises()[name].variant(variants.given(name, ""))
    assert {one: made.reference(one) for one in made.values} == values(name, "")
    assert [one.label for one in made.mistakes] == [
        one.label for one in exercises()[name].mistakes
    ]


@pytest.mark.parametrize("name", variants.GIVEN)
def test_a_thousand_students_pass_with_their_own_values(name):
    # Making an exercise with walks in it takes 50 ms; the right values alone take none.
    sample = STUDENTS[::50] if name == "exam_scores" else STUDENTS
    for student in sample:
        assert told(name, student, values(name, student)).state == "right"


@pytest.mark.parametrize("cut", [round, cut_off])
def test_four_digits_of_ones_own_ravine_are_enough(cut):
    """Zeros in front do not count; the fourth digit may be rounded or be the last that is kept."""
    for student in STUDENTS[:200]:
        given = {
            name: cut(value, 3 - int(np.floor(np.log10(value))))
            for name, value in values("ravine_rates", student).items()
        }
        assert told("ravine_rates", student, given).state == "right", given


@pytest.mark.parametrize("name", sorted(NUMBERS))
def test_hardly_two_of_a_thousand_have_the_same_values(name):
    right_for = exercises()[name].right_for
    rights = [tuple(right_for(variants.given(name, one)).values()) for one in STUDENTS]
    assert len(set(rights)) >= 995
    assert np.all(np.isfinite(rights))


@pytest.mark.parametrize("name", sorted(NUMBERS))
def test_values_of_another_student_fail(name):
    for one, other in zip(STUDENTS[:8], STUDENTS[8:16], strict=True):
        report = told(name, one, values(name, other))
        assert report.state == "wrong"
        assert report.earned == 0
        assert told(name, one, values(name, "")).state == "wrong"


def test_orders_of_the_six_curves_are_many():
    orders = {variants.given("illness", student) for student in STUDENTS}
    assert all(sorted(order) == list("abcdef") for order in orders)
    assert len(orders) > 500


@pytest.mark.parametrize("name", sorted(NUMBERS))
def test_the_same_mistakes_are_named(name):
    """A mistake's own values are called what they are, for a student as for everyone."""
    usual = exercises()[name]
    for student in ("ada", "grace"):
        own = usual.of(student)
        for mistake, known in zip(own.mistakes, usual.mistakes, strict=True):
            assert mistake.label == known.label
            if not mistake.forms:
                continue
            names = set()
            for form in mistake.forms:
                given = {one: form(one) for one in own.values}
                right = values(name, student)
                # What a form says nothing of is right.
                filled = {
                    one: right[one] if repr(value) == "nothing" else value
                    for one, value in given.items()
                }
                names.add(examine(own, filled, 5).label)
            assert mistake.label in names


def test_hidden_inputs_are_shared_by_nobody(monkeypatch):
    monkeypatch.delenv(secret.VARIABLE, raising=False)
    seeds = {secret.seed_for("descend", 7, student) for student in STUDENTS}
    assert len(seeds) == 1000
    drawn = {
        tuple(probe.args[1] for probe in exercises()["descend"].probes(seed, 0)) for seed in seeds
    }
    assert len(drawn) == 1000
    assert secret.seed_for("descend", 7, "") == 7


@pytest.mark.parametrize("written", ["Ada  Lovelace", " ada lovelace\n", "ADA LOVELACE"])
def test_a_name_is_the_same_however_it_is_written(written):
    assert variants.given("ravine_rates", written) == variants.given(
        "ravine_rates", "ada lovelace"
    )


def test_a_name_is_kept_beside_the_lessons(folder, monkeypatch, capsys):
    assert variants.name() == ""
    assert variants.given("ravine_rates") == variants.Ravine()
    variants.i_am("Ada")
    assert "numbers of ada are used." in capsys.readouterr().out
    assert (folder / variants.FILE).read_text() == "ada\n"
    monkeypatch.setattr(variants, "_said", None)  # as in the next kernel
    assert variants.name() == "ada"
    assert variants.given("ravine_rates") == variants.given("ravine_rates", "ada")
    variants.i_am("")
    assert variants.given("ravine_rates") == variants.Ravine()


def test_without_a_student_s_folder_it_says_how_long_the_name_is_known(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(variants, "_said", None)
    variants.i_am("ada")
    assert "until this kernel is restarted" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("wrong", [3, None, "  "])
def test_what_is_no_name_is_said(wrong):
    with pytest.raises(ValueError, match="a text in quotation marks"):
        variants.i_am(wrong)


def test_numbers_of_another_end_with_the_block(monkeypatch):
    monkeypatch.setattr(variants, "_said", None)
    with variants.of("ada"):
        assert variants.name() == "ada"
    assert variants._said is None


def test_lesson_3_calls_the_numbers_of_the_ravine_in_code_as_in_its_text():
    lesson = (ROOT / "lessons" / "03_two_dimensions.py").read_text(encoding="utf-8")
    cell = next(cell for cell in lesson.split("# %%") if 'variants.given("ravine_rates")' in cell)
    names: dict = {"variants": variants}
    exec(cell, names)
    given = variants.given("ravine_rates", "")
    assert (names["a"], names["b"]) == (given.a, given.b)
