"""`python -m authoring`: what is made from text and data."""

from __future__ import annotations

import contextlib
import sys

import click

from authoring import errata
from authoring import minutes as timing
from authoring import new as starting
from authoring.build import build_release, build_source, lesson_files, remove_orphans
from authoring.markup import LessonError
from authoring.site import parts
from course_folder import ROOT

# Whose landscape the README shows.
README_WALK = "07_momentum_and_adam"


@click.group(help="Build the notebooks from the lessons' text.")
def cli() -> None:
    """Group the commands."""


@cli.command(help="Execute lessons (all, or those named) and write them to source/.")
@click.argument("lessons", nargs=-1)
def source(lessons: tuple[str, ...]) -> None:
    """Build source/."""
    names = build_source(ROOT / "source", only=lessons)
    if not lessons:
        remove_orphans(ROOT / "source", names)
    click.echo(f"source/: {len(names)} lessons executed: {', '.join(names)}")


@cli.command(help="Write release/ from source/: no solutions, no hidden tests, no outputs.")
def release() -> None:
    """Build release/."""
    names = build_release(ROOT / "source", ROOT / "release")
    remove_orphans(ROOT / "release", names)
    click.echo(f"release/: {len(names)} lessons: {', '.join(names)}")


@cli.command(help="Compute docs/errata.md from docs/errata.toml, and draw docs/walk.svg.")
def docs() -> None:
    """Build the pages and pictures that are made by code."""
    from course.figures.cards import moving

    errata.build()
    (ROOT / "docs" / "walk.svg").write_text(moving(README_WALK).svg, encoding="utf-8")
    click.echo("docs/: errata.md, walk.svg")


@cli.command(help="Build site/: the course in a browser, with nothing to install.")
def site() -> None:
    """Build site/."""
    from authoring.site import build

    parts.need()
    size, files = build(ROOT / "site")
    click.echo(f"site/: {size / 1e6:.1f} MB in {files} files; `make site-serve` shows it")


@cli.command(help="Show site/ on this machine until interrupted.")
@click.option("--port", type=click.IntRange(0, 65535), default=8123, show_default=True)
def site_serve(port: int) -> None:
    """Serve site/ on loopback."""
    from authoring.site.serve import Server

    if not (ROOT / "site").is_dir():
        raise click.ClickException("there is no site/ yet; build it with `make site`")
    try:
        server = Server(ROOT / "site", port)
    except OSError as error:
        raise click.ClickException(f"port {port}: {error.strerror}") from None
    click.echo(f"{server.address} (Ctrl+C ends it)")
    with contextlib.suppress(KeyboardInterrupt):
        server.serve_forever()


@cli.command(help="Fetch the parts of Pyodide that the site and the tests need.")
def pyodide() -> None:
    """Fetch Pyodide and its packages."""
    from authoring.site import lab

    parts.need()
    click.echo(f"authoring/site/: Pyodide and {len(lab.packages())} of its packages are here")


@cli.command(help="Count words, code and exercises of each lesson, and the minutes they take.")
def minutes() -> None:
    """Print a table."""
    click.echo(timing.table([timing.count(path) for path in lesson_files()]))


@cli.command(help="Begin a lesson, such as 11_name: its text, an exercise, kept answers.")
@click.argument("lesson")
def new(lesson: str) -> None:
    """Write the files of a new lesson."""
    for path in starting.write(lesson):
        click.echo(f"wrote {path.relative_to(ROOT)}")
    click.echo(f"Now change them. `make source LESSON={lesson}` builds the notebook.")


def main() -> None:
    """Run a command; an error is one line."""
    try:
        # Without a command all of them are shown.
        cli(sys.argv[1:] or ["--help"], standalone_mode=False, prog_name="python -m authoring")
    except click.ClickException as error:
        sys.exit(f"Error: {error.format_message()}")
    except (LessonError, parts.PartError) as error:
        sys.exit(f"Error: {error}")
    except click.Abort:
        sys.exit("Stopped.")


if __name__ == "__main__":
    main()
