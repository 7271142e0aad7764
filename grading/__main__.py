"""`python -m grading`: grade a class, read who misunderstood what, export grades."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import shutil
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.table import Table

from grading import terminal
from grading.errors import GradingError
from grading.results.formats import FORMATS

# Nothing heavy is imported before a command needs it: help comes at once, and workers warm up
# while the rest is imported.
if TYPE_CHECKING:
    from concurrent.futures import Executor

    from grading.folders import Row

# What a command ends with: everything done, something could not be, the command was not right.
DONE, SOMETHING_FAILED, WRONG_USE = 0, 1, 2
# What reads or writes the gradebook of the folder one is in, and what the folder of a class holds.
OF_A_CLASS = {"collect", "export", "regrade", "report", "roster", "similar", "teach"}
A_CLASS_HAS = ("nbgrader_config.py", "submitted", "autograded", "gradebook.db")

# As many changed submissions are shown; a regrade may change each of a large class.
MOST_CHANGES = 20

_json = click.option("--json", "as_json_", is_flag=True, help="Print JSON instead of a table.")


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Ends with 0 if all was done, 1 if something could not be, 2 if the command is wrong.",
)
@click.pass_context
def cli(context: click.Context) -> None:
    """Grade submissions safely and fast; nbgrader's folders and gradebook stay as they are."""
    if {"-h", "--help"} & set(sys.argv):
        return
    if sys.platform != "linux":
        raise GradingError(
            "this grader isolates submissions by means of Linux; use WSL on Windows, a Linux "
            "container on macOS, or nbgrader's own commands, which isolate nothing: "
            "docs/windows.md has them"
        )
    # In another folder a command would make a gradebook of its own, and say that all went well.
    here = Path.cwd()
    if context.invoked_subcommand in OF_A_CLASS and not any(
        (here / name).exists() for name in A_CLASS_HAS
    ):
        from course_folder import ROOT

        raise GradingError(
            f"{here} is no class's folder: it holds no submitted/; go to {ROOT}", wrong_use=True
        )


@cli.command("grade")
@click.argument("lessons", nargs=-1)
@click.option("--student", help="Only this student; 'me' hands in my-work/ first.")
@click.option("--jobs", type=click.IntRange(1), help="How many at once (default: all cores).")
@click.option("--force", is_flag=True, help="Grade again what is unchanged, too.")
@click.option(
    "--unsafe-no-isolation",
    is_flag=True,
    help="Run submissions with your own rights where this machine cannot isolate them.",
)
@click.option(
    "--scheduler", metavar="ADDRESS", help="Let Dask's workers grade, as at tcp://host:8786."
)
@click.option("--report", "with_report", is_flag=True, help="Print the lessons' mistakes, too.")
@click.option("--all", "everyone", is_flag=True, help="Show every row, of a large class, too.")
@_json
def grade_command(
    lessons: tuple[str, ...],
    student: str | None,
    jobs: int | None,
    force: bool,
    unsafe_no_isolation: bool,
    scheduler: str | None,
    with_report: bool,
    everyone: bool,
    as_json_: bool,
) -> None:
    """Grade what is in submitted/: all LESSONS, or those named.

    Only what is new or changed is graded. Feedback pages, the gradebook and grades.csv are
    written as they come; stopped at any moment, the same command finishes the job.
    """
    from course_folder import known_lessons
    from grading.folders import checked

    # What is mistyped is said at once, before anything is started.
    lessons = tuple(checked(lessons, known_lessons()))
    how: dict[str, Any] = {"force": force, "isolated": not unsafe_no_isolation}
    with _workers(scheduler) as (executor, number):
        how |= {"executor": executor, "jobs": jobs or number}
        rows = _with_progress(Path.cwd(), lessons, student, **how)
    if as_json_:
        from grading.run import as_json

        _print_json([as_json(row) for row in rows])
    else:
        terminal.show(rows, Path.cwd(), everyone)
    if any(row.score is not None for row in rows):
        if with_report:
            _write_reports(lessons, told=not as_json_)
        from grading.results import overview

        index = overview.write_all(Path.cwd(), rows)
        if not as_json_:
            click.echo(f"the class at a glance: {terminal.from_here(index)}")
    if any(row.score is None for row in rows):
        sys.exit(SOMETHING_FAILED)


@cli.command("regrade")
@click.argument("lessons", nargs=-1)
@click.option("--student", help="Only this student.")
@click.option("--what-if", "only_ask", is_flag=True, help="Say what would change; write nothing.")
@click.option("--undo", "back", is_flag=True, help="Put back what the last regrade found.")
@click.option(
    "--leave-out",
    metavar="EXERCISE",
    multiple=True,
    help="Let an exercise count for nobody, as when it was unfair.",
)
@click.option("--jobs", type=click.IntRange(1), help="How many at once (default: all cores).")
@click.option("--unsafe-no-isolation", is_flag=True, help="As for grade.")
@_json
def regrade_command(
    lessons: tuple[str, ...],
    student: str | None,
    only_ask: bool,
    back: bool,
    leave_out: tuple[str, ...],
    jobs: int | None,
    unsafe_no_isolation: bool,
    as_json_: bool,
) -> None:
    """Grade everything again, after a check was changed, and say whose points changed, and why.

    Scores and comments that a person gave stay.
    """
    if only_ask and back:
        raise GradingError(
            "--what-if writes nothing, so that there is nothing to --undo", wrong_use=True
        )
    if back and (lessons or student is not None or leave_out):
        raise GradingError(
            "--undo puts back everything: name no lesson, student or exercise beside it",
            wrong_use=True,
        )
    if back:
        from grading import regrade
        from grading.results import overview

        regrade.undo(Path.cwd())
        overview.write_all(Path.cwd())
        if as_json_:
            _print_json({"undone": True})
        else:
            click.echo("The gradebook and the pages are as they were before the last regrade.")
        return
    how: dict[str, Any] = {
        "jobs": jobs,
        "isolated": not unsafe_no_isolation,
        "leave_out": leave_out,
    }
    made = _with_progress(
        Path.cwd(), lessons, student, by="what_if" if only_ask else "regrade", **how
    )
    if not only_ask:
        from grading.results import overview

        overview.write_all(Path.cwd())
    if as_json_:
        _print_json([vars(one) for one in made])
        return
    table = Table("student", "lesson", "old", "new", "why")
    for one in made[:MOST_CHANGES]:
        points = ["–" if value is None else f"{value:g}" for value in (one.old, one.new)]
        told = (one.student, one.lesson, *points, one.why)
        table.add_row(*map(terminal.plain_line, told))
    console = terminal.console()
    if made:
        console.print(table)
    if len(made) > MOST_CHANGES:
        console.print(f"… and {len(made) - MOST_CHANGES} more (--json tells all)", highlight=False)
    would = "would change" if only_ask else "changed"
    console.print(f"{len(made)} submission{'s' * (len(made) != 1)} {would}", highlight=False)


@cli.command("report")
@click.argument("lessons", nargs=-1)
@_json
def report_command(lessons: tuple[str, ...], as_json_: bool) -> None:
    """Write what a class did: scores, points per exercise, and which mistakes how many made.

    For each lesson one page and three tables (CSV), in report/.
    """
    if as_json_:
        from grading.results import report

        made = report.reports(Path.cwd(), lessons)
        _print_json([one.as_json() for one in made])
    else:
        from grading.results import overview

        _write_reports(lessons, told=True)
        overview.write_all(Path.cwd())


@cli.command("similar")
@click.argument("lessons", nargs=-1)
@_json
def similar_command(lessons: tuple[str, ...], as_json_: bool) -> None:
    """Say whose answers are more alike than chance explains: pairs and groups.

    Other names, another order of lines, layout and comments hide nothing; what was handed out,
    the reference and what is usual in this class do not count.
    """
    from grading.results import report

    made = report.reports(Path.cwd(), lessons)
    found = [(one.lesson, alike) for one in made for alike in one.similar]
    if as_json_:
        told = [{"lesson": lesson, **dataclasses.asdict(alike)} for lesson, alike in found]
        _print_json(told)
        return
    table = Table("lesson", "exercise", "in common", "students")
    for lesson, alike in found:
        who = terminal.plain_line(", ".join(alike.students))
        table.add_row(lesson, alike.exercise, f"{alike.share:.0%}", who)
    if found:
        terminal.console().print(table)
        click.echo("Alike is not copied: two may have learnt together. Talk first.")
        click.echo(f"The answers side by side: report/{found[0][0]}.html, from `report`.")
    else:
        click.echo("No answers are more alike than chance explains.")


@cli.command("export")
@click.option(
    "--format",
    "kind",
    type=click.Choice(list(FORMATS)),
    default="csv",
    show_default=True,
    help="For whom the file is.",
)
@click.option("--to", type=click.Path(dir_okay=False, path_type=Path), help="The file to write.")
def export_command(kind: str, to: Path | None) -> None:
    """Write the gradebook's grades as a table: CSV, or as an LMS imports it."""
    from course_folder import course_config
    from grading.results import export as export_

    file = export_.write(course_config(Path.cwd()), kind, to or Path(f"grades-{kind}.csv"))
    click.echo(f"{file}")


@cli.command("roster")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def roster_command(file: Path) -> None:
    """Take the students' names and e-mail addresses from a CSV file into the gradebook.

    Exports of Moodle, Canvas, Brightspace and Blackboard will do: one column is called username,
    SIS Login ID, id or the like, and is what the folders in submitted/ are called.
    """
    from course.counting import counted
    from course_folder import course_config
    from grading.folders import ordinary
    from grading.results import gradebook, overview, roster

    root = Path.cwd()
    folders = sorted(path.name for path in root.glob("submitted/*/") if ordinary(path))
    students = roster.as_folders(roster.read(file), folders)
    roster.write(course_config(root), students)
    click.echo(f"{counted(len(students), 'student')} in the gradebook")
    known = {one.id for one in students}
    others = [name for name in folders if name not in known]
    if others:
        told = ", ".join(map(terminal.plain_line, others[:6])) + (", …" if len(others) > 6 else "")
        are = "is" if len(others) == 1 else "are"
        click.echo(f"{len(others)} in submitted/ {are} not in {file.name}: {told}")
    if bare := roster.without_zeros(students, folders):
        told = f"{bare[0].lstrip('0')} there may be {bare[0]}: a spreadsheet leaves zeros out"
        click.echo(f"{terminal.plain_line(told)}; keep that column as text")
    if (root / "grades.csv").exists():
        gradebook.export_grades(course_config(root))
    if (root / "report" / "index.html").exists():
        overview.write_all(root)


@cli.command("collect")
@click.argument("download", type=click.Path(path_type=Path))
@click.argument("lesson")
@click.option("--update", is_flag=True, help="Replace what is another file than before.")
def collect_command(download: Path, lesson: str, update: bool) -> None:
    """Put a lesson's work from an LMS's download, a ZIP file or a folder, into submitted/.

    Downloads of all submissions of an assignment will do, from Moodle, Canvas, Brightspace and
    Blackboard. Whose a file is, the roster's names say.
    """
    from course.counting import counted
    from course_folder import course_config, known_lessons
    from grading.collect import collect
    from grading.folders import checked
    from grading.results import gradebook, roster

    (lesson,) = checked([lesson], known_lessons())
    root = Path.cwd()
    with gradebook.open_gradebook(course_config(root)) as held:
        students = roster.known(held)
    done = collect(download, lesson, root / "submitted", students, update=update)
    same = f", {len(done.same)} as before" if done.same else ""
    click.echo(f"submitted/: {lesson} of {counted(len(done.students), 'student')}{same}")
    if done.late:
        who = terminal.plain_line(", ".join(done.late))
        click.echo(f"late, as the download says, but not when: {who}")
        click.echo("(that counts once a timestamp.txt beside a notebook tells its time)")
    for told in done.problems:
        click.echo(terminal.plain_line(told))
    if done.problems:
        sys.exit(SOMETHING_FAILED)


@cli.command("doctor")
@_json
def doctor_command(as_json_: bool) -> None:
    """Say what this machine has, and prove each guarantee by trying to break it."""
    from grading.isolation import doctor as doctor_

    facts = doctor_.machine()
    proofs, why = doctor_.proofs()
    held = bool(proofs) and all(proof.held for proof in proofs)
    if as_json_:
        about = {
            "machine": dict(facts),
            "isolated": held,
            "why_not": why,
            "proofs": [vars(proof) for proof in proofs],
        }
        _print_json(about)
    else:
        console = terminal.console()
        for what, told in facts:
            console.print(f"{what + ':':<24}{told}", highlight=False)
        table = Table("guarantee", "holds", "what the attempt met", title="Proved by trying")
        for proof in proofs:
            table.add_row(proof.guarantee, "yes" if proof.held else "NO", proof.told)
        if proofs:
            console.print(table)
        console.print(
            "Submissions are isolated here."
            if held
            else f"Submissions are NOT isolated here: {why or 'see above'}."
        )
    sys.exit(DONE if held else SOMETHING_FAILED)


@cli.command()
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Where (default: any).")
def teach(port: int) -> None:
    """Serve the page of the class on this machine alone, behind a token, until Ctrl-C."""
    click.echo("Looking at what was graded …", err=True)
    from grading.results import serve

    with serve.Server(Path.cwd(), port) as running:
        click.echo(f"The class: {running.address}\n(Ctrl-C ends it)")
        with contextlib.suppress(KeyboardInterrupt):
            running.serve_forever()


@cli.command()
@click.option("--jobs", type=click.IntRange(1), help="How many at once (default: all cores).")
@click.option("--unsafe-no-isolation", is_flag=True, help="As for grade.")
def demo(jobs: int | None, unsafe_no_isolation: bool) -> None:
    """Make a small sample class and grade it into demo/."""
    from grading.workers import pool

    pool.warm_up()
    from course_folder import ROOT, course_config
    from grading import sample_class
    from grading.results import overview
    from grading.results.gradebook import register
    from grading.run import must_isolate

    how: dict[str, Any] = {"jobs": jobs, "isolated": not unsafe_no_isolation}
    must_isolate(**how)
    root = ROOT / "demo"
    if root.exists():
        shutil.rmtree(root)
    class_ = sample_class.write(ROOT / "release", root / "submitted")
    config = course_config(root)
    names = sorted({hand_in.lesson for hand_in in class_})
    register(config, names)
    sample_class.set_due_date(config, names)
    rows = _with_progress(root, (), None, **how)
    terminal.show(rows, root)
    click.echo(f"the class at a glance: {terminal.from_here(overview.write_all(root, rows))}")
    python = os.path.relpath(sys.executable, root)
    click.echo(f"with forms for points and comments: cd demo && {python} -m grading teach")


def _print_json(value: Any) -> None:
    """Print a value as JSON, in UTF-8 whatever the terminal's own letters are."""
    text = json.dumps(value, indent=1, ensure_ascii=False) + "\n"
    click.echo(text.encode("utf-8", "replace"), nl=False)


def _write_reports(lessons: tuple[str, ...], *, told: bool) -> None:
    from grading.results import report

    for one in report.reports(Path.cwd(), lessons):
        files = report.write(one, Path.cwd() / "report")
        if told:
            terminal.console().print(report.summary(one))
            click.echo("\n".join(map(terminal.from_here, files)) + "\n")


@contextlib.contextmanager
def _workers(scheduler: str | None) -> Iterator[tuple[Executor | None, int | None]]:
    """Give Dask's workers as an executor and their number; None for this machine's processes."""
    if scheduler is None:
        from grading.workers import pool

        # They warm up while this process imports what it needs itself.
        pool.warm_up()
        yield None, None
        return
    try:
        from grading.workers.cluster import connect
    except ImportError:
        raise GradingError("--scheduler needs Dask: pip install '.[cluster]'") from None
    with connect(scheduler) as (executor, number):
        yield executor, number


def _with_progress(
    root: Path, lessons: Sequence[str], student: str | None, *, by: str = "grade", **how: Any
) -> list[Any]:
    """Grade with a bar that moves: `by` grade, or by what of regrade.py is named."""
    with terminal.progress() as progress:
        # The bar moves while the rest is imported.
        task = progress.add_task("preparing", total=None)
        from grading import regrade, run

        def done(row: Row) -> None:
            progress.update(task, advance=1, description=f"{row.student} {row.lesson}")

        return getattr(run if by == "grade" else regrade, by)(
            root,
            lessons,
            student,
            begin=lambda total: progress.update(task, total=total),
            done=done,
            **how,
        )


def main() -> None:
    """Run a command; an error is one line."""
    try:
        # Without a command all of them are shown.
        cli(sys.argv[1:] or ["--help"], standalone_mode=False, prog_name="python -m grading")
    except click.ClickException as error:
        click.echo(f"Error: {error.format_message()}", err=True)
        sys.exit(WRONG_USE)
    except GradingError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(WRONG_USE if error.wrong_use else SOMETHING_FAILED)
    except OSError as error:
        # A disk that is full, a file where a folder must be: no fault of this program.
        place = f"{error.filename}: " if error.filename else ""
        click.echo(f"Error: {place}{error.strerror or error}", err=True)
        sys.exit(SOMETHING_FAILED)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped; what was graded is kept.", err=True)
        sys.exit(SOMETHING_FAILED)


def program() -> None:
    """Run a command as a program: Ctrl-C once more, while it ends, ends it at once and with 1."""
    try:
        main()
    finally:
        signal.signal(signal.SIGINT, lambda *_: os._exit(SOMETHING_FAILED))


if __name__ == "__main__":
    program()
