"""What an instructor reads: scores, points per exercise, and which mistakes how many made."""

from __future__ import annotations

import json
import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course_folder import course_config, known_lessons
from grading.errors import GradingError
from grading.exam import lesson as lesson_
from grading.folders import checked
from grading.results import handed_in, items, pages, record, roster, similar, tables, titles
from grading.results.files import put_other
from grading.results.gradebook import open_gradebook
from grading.results.once import read_once
from grading.results.words import STATES, in_words, state
from grading.results.work import Work, work_of

if TYPE_CHECKING:
    from rich.table import Table

# Below this share of the points somebody may need help.
HELP = 0.5

# What the gradebook says, by student and lesson.
Grades = Mapping[tuple[str, str], record.Grades]


@dataclass(frozen=True)
class Made:
    """A mistake, and how many made it.

    Attributes:
        label: The check's name for it.
        students: Who made it, in order.
        hint: What the check says to look at.
    """

    label: str
    students: tuple[str, ...]
    hint: str = ""


@dataclass
class Report:
    """What a class did in one lesson.

    Attributes:
        lesson: The lesson.
        possible: The most points.
        scores: Points by student.
        exercises: For each exercise the most points, the mean, and how many have it right, have
            it wrong, have an answer that stopped before it could be judged, and did not try;
            then difficulty, discrimination, tries and minutes, as `items.Item` has them.
        mistakes: The mistakes that checks recognised, the commonest first.
        unrecognised: Who has a wrong answer that no known mistake explains, by exercise and by
            what the answer gives back: those alike are in one group, the largest first.
        help: Who may need help, and with which exercises.
        alpha: Cronbach's alpha of the lesson; None where it is not defined.
        similar: Whose answers are more alike than chance explains.
        borrowed: Whose values are right for another student's numbers: exercise, student, and
            for whom they are right ("" for the numbers that everyone gets).
        names: The whole name of each student whose name the gradebook knows.
        work: What was read of each student's graded notebook.
    """

    lesson: str
    possible: float
    scores: dict[str, float] = field(default_factory=dict)
    exercises: dict[str, dict[str, float | None]] = field(default_factory=dict)
    mistakes: list[Made] = field(default_factory=list)
    unrecognised: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    help: dict[str, list[str]] = field(default_factory=dict)
    alpha: float | None = None
    similar: list[similar.Alike] = field(default_factory=list)
    borrowed: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    work: dict[str, Work] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it, without the work itself."""
        told = asdict(replace(self, work={}))
        del told["work"]
        return told


def reports(root: Path, lessons: Sequence[str] = (), grades: Grades | None = None) -> list[Report]:
    """Return the report of each lesson that was graded, or of those named.

    Args:
        root: Where autograded/, submitted/ and the gradebook are.
        lessons: Only these; all if empty.
        grades: What the gradebook says, if it was read already.

    Raises:
        GradingError: There is no such lesson, or nothing was graded.
    """
    known = known_lessons()
    lessons = checked(lessons, known)
    made = []
    with open_gradebook(course_config(root)) as gradebook:
        names = roster.names(gradebook)
        if grades is None:
            grades = record.read_all(gradebook)
    for lesson in lessons or known:
        files = sorted((root / "autograded").glob(f"*/{lesson}/{lesson}.ipynb"))
        if files:
            one = _report(grades, root, lesson, files)
            one.names = {who: names[who] for who in one.scores if who in names}
            made.append(one)
    if not made:
        raise GradingError("nothing was graded yet: autograded/ holds none of these lessons")
    return made


def _report(graded: Grades, root: Path, lesson: str, files: Sequence[Path]) -> Report:
    work: dict[str, Work] = {}
    scores, possible = {}, 0.0
    for file in files:
        student = file.parent.parent.name
        grades = graded.get((student, lesson))
        if grades is None:
            continue
        scores[student], possible = grades.score, grades.possible
        work[student] = work_of(root, student, lesson, grades)
    found = {student: one.found for student, one in work.items()}
    report = Report(lesson, possible, scores, work=work)
    names = dict.fromkeys(one["exercise"] for told in found.values() for one in told)
    points = {student: _points(told) for student, told in found.items()}
    tries = {one: handed_in.tries(root / "submitted" / one / lesson) for one in found}
    analysed, report.alpha = items.analysed(points, tries)
    for name in names:
        about = analysed.get(name)
        report.exercises[name] = _exercise(name, found) | (asdict(about) if about else {})
    made: dict[str, dict[str, None]] = {}
    for student, told in found.items():
        for one in told:
            if one["mistake"]:
                made.setdefault(one["mistake"], {})[student] = None
    hints = {one["mistake"]: one.get("hint", "") for told in found.values() for one in told}
    report.mistakes = sorted(
        (Made(label, tuple(who), hints.get(label, "")) for label, who in made.items()),
        key=lambda one: (-len(one.students), one.label),
    )
    report.unrecognised = _alike(found)
    report.similar = _similar(root, lesson, work)
    borrowed = {
        (one["exercise"], student): tuple(one["right_for"])
        for student, told in found.items()
        for one in told
        if one.get("right_for")
    }
    report.borrowed = [(*key, whom) for key, whom in sorted(borrowed.items())]
    for student, score in sorted(scores.items(), key=lambda item: item[1]):
        if possible and score < HELP * possible:
            report.help[student] = list(
                dict.fromkeys(
                    one["exercise"]
                    for one in found.get(student, [])
                    if one["earned"] < one["possible"]
                )
            )
    return report


def _points(told: list[dict[str, Any]]) -> dict[str, tuple[float, float]]:
    """Return points earned and possible by exercise, from what one student's checks found."""
    points: dict[str, tuple[float, float]] = {}
    for one in told:
        earned, possible = points.get(one["exercise"], (0.0, 0.0))
        points[one["exercise"]] = earned + one["earned"], possible + one["possible"]
    return points


def _alike(found: dict[str, list[dict[str, Any]]]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the students whose wrong answers nothing explains, by exercise and by behaviour."""
    groups: dict[str, dict[str, dict[str, None]]] = {}
    for student, told in found.items():
        for one in told:
            if one.get("behaviour"):
                group = groups.setdefault(one["exercise"], {}).setdefault(one["behaviour"], {})
                group[student] = None
    return {
        name: dict(
            sorted(
                ((gave, tuple(who)) for gave, who in alike.items()),
                key=lambda pair: (-len(pair[1]), pair[0]),
            )
        )
        for name, alike in groups.items()
    }


def _similar(root: Path, lesson: str, work: dict[str, Work]) -> list[similar.Alike]:
    """Return whose answers are alike; what everybody was given, and the reference, is left out."""
    source = Path(course_config(root).CourseDirectory.source_directory)
    given = _given(source / lesson / f"{lesson}.ipynb")
    answers = {
        name: {student: one.answers[name] for student, one in work.items() if name in one.answers}
        for name in given
    }
    return list(_alike_among(json.dumps([answers, given], sort_keys=True)))


@read_once
def _given(file: Path) -> dict[str, tuple[str, str]]:
    """Return the released text and the solution of each exercise of a lesson's source."""
    source = file.parent.parent
    read = lesson_.read(source, file.stem, course_config(source.parent))
    return {
        cell.name.removesuffix("-answer"): (cell.source, cell.solution)
        for cell in read.cells
        if cell.is_answer and cell.kind == "code"
    }


@lru_cache(maxsize=16)
def _alike_among(told: str) -> tuple[similar.Alike, ...]:
    """Return whose answers are alike; points given by hand change no answer, so it is kept."""
    answers, given = json.loads(told)
    return tuple(similar.in_lesson(answers, given))


# What item analysis says of an exercise.
ITEM = tuple(one.name for one in fields(items.Item))


def _exercise(name: str, found: dict[str, list[dict[str, Any]]]) -> dict[str, float]:
    states: Counter[str] = Counter()
    earned, most = [], 0.0
    for told in found.values():
        own = [one for one in told if one["exercise"] == name]
        if own:
            earned.append(sum(one["earned"] for one in own))
            states[state(own)] += 1
            most = max(most, sum(one["possible"] for one in own))
    return {
        "possible": most,
        "mean": round(sum(earned) / len(earned), 3) if earned else 0.0,
        **{told: states[told] for told in STATES.values()},
    }


def help_with(report: Report, student: str) -> str:
    """Return the exercises with which a student may need help, by their titles."""
    names = report.help[student]
    if len(names) == len(report.exercises) > 1:
        return f"all {len(names)} exercises"
    # A title may be a question, or have a comma.
    return "; ".join(titles.of(report.lesson).words(name) for name in names)


def summary(report: Report) -> Table:
    """Return a table of the mistakes for the terminal."""
    from rich.table import Table

    scores = list(report.scores.values())
    title = (
        f"{report.lesson}: {len(scores)} students, mean {sum(scores) / max(len(scores), 1):.2f} "
        f"of {report.possible:g}"
    )
    table = Table(title=title)
    table.add_column("mistake", overflow="fold", min_width=32)
    table.add_column("students", justify="right")
    table.add_column("hint")
    for made in report.mistakes[:15]:
        table.add_row(made.label, str(len(made.students)), made.hint)
    return table


def write(report: Report, folder: Path) -> list[Path]:
    """Write the report's page and its tables; return the files."""
    page = folder / f"{report.lesson}.html"
    put_other(page, _page(report))
    mistakes = folder / f"{report.lesson}-mistakes.csv"
    rows: list[list[object]] = [["mistake", "students", "who", "hint"]]
    rows += [[m.label, len(m.students), " ".join(m.students), m.hint] for m in report.mistakes]
    put_other(mistakes, _csv(rows))
    exercises = folder / f"{report.lesson}-exercises.csv"
    columns = ["possible", "mean", *STATES.values(), *ITEM]
    rows = [["exercise", *columns]]
    rows += [[name, *map(_cell, map(one.get, columns))] for name, one in report.exercises.items()]
    put_other(exercises, _csv(rows))
    students = folder / f"{report.lesson}-students.csv"
    rows = [["student", "points", "possible", "may need help with", "name"]]
    rows += [
        [
            student,
            points,
            report.possible,
            " ".join(report.help.get(student, ())),
            report.names.get(student, ""),
        ]
        for student, points in report.scores.items()
    ]
    put_other(students, _csv(rows))
    return [page, mistakes, exercises, students]


def _cell(value: float | None) -> float | str:
    return "" if value is None else round(value, 3)


def _csv(rows: Sequence[Sequence[Any]]) -> bytes:
    return tables.for_people(rows, keys=(0,))


def _page(report: Report) -> bytes:
    scores = sorted(report.scores.values()) or [0.0]
    return pages.made(
        "lesson.html.j2",
        **vars(report) | {"help": {name: help_with(report, name) for name in report.help}},
        titles=titles.of(report.lesson),
        in_words=in_words,
        states=list(STATES.values()),
        mean=statistics.fmean(scores),
        median=statistics.median(scores),
        low=scores[0],
        high=scores[-1],
        limit=f"{HELP:.0%}".rstrip("%"),
        hrefs={name: pages.href("students", f"{name}.html") for name in report.scores},
    )
