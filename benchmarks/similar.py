"""`make bench-similar`: how many copies are found, and how many honest pairs are told beside them.

For each exercise a made class (tests/support/varied_class.py): honest answers that differ as
students' do, and copies in which all names, the order of what need not be in order, the layout and
the comments are others. Only answers of more than eight lines were copied.
"""

from __future__ import annotations

import secrets
import sys
import time

import click

from course.checks import exercises
from grading.results.similar import alike
from tests.support import varied_class

# Those in which most answers of a made class have more than eight lines.
EXERCISES = (
    "adam_step", "choose_columns", "compare_rates", "fit", "fit_gd", "find_the_floor",
    "quartic_walk", "safe_walk", "sgd_epochs", "train_digits",
)  # fmt: skip


@click.command()
@click.option(
    "--seed", type=click.IntRange(0), help="Draws the classes; a fresh one if not given."
)
@click.option("--students", type=click.IntRange(2), default=300, show_default=True)
@click.option("--copies", type=click.IntRange(1), default=20, show_default=True)
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(list(exercises())),
    metavar="EXERCISE",
    help="An exercise; those with long answers if not given.",
)
def main(seed: int | None, students: int, copies: int, only: tuple[str, ...]) -> None:
    """Print the table; fail if too few copies are found, or more than one honest pair a class."""
    if copies >= students:
        raise click.BadParameter("there must be fewer copies than students")
    seed = secrets.randbelow(10**6) if seed is None else seed
    print(f"Classes of {students} drawn with --seed {seed}, {copies} of them copies.\n")
    print("| exercise | answers over 8 lines | copies found | honest pairs told | seconds |")
    print("|---|---|---|---|---|")
    all_found, most = 0, 0
    names = only or EXERCISES
    for name in names:
        made = varied_class.made(name, seed, students, copies)
        begin = time.perf_counter()
        groups = alike(name, made.answers)
        seconds = time.perf_counter() - begin
        found, false = varied_class.judged(made, groups)
        long = sum(varied_class.lines(code) > 8 for code in made.answers.values())
        print(f"| `{name}` | {long} | {found} of {copies} | {false} | {seconds:.1f} |", flush=True)
        all_found, most = all_found + found, max(most, false)
    share = all_found / (copies * len(names))
    print(f"\n{share:.0%} of the copies were found; at most {most} honest pairs in a class.")
    if share < 0.9 or most > 1:
        sys.exit(1)


if __name__ == "__main__":
    main()
