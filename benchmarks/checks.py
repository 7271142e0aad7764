"""`make checks`: how good the checks are, for every exercise, as a table in Markdown.

Rejected, accepted and named are counted on the answers in tests/submissions/; a name is false if
the answer is known to be something else, or does not behave so on inputs drawn anew. Faults are
drawn at random: one more than a right answer has, or than a kept wrong one ("two faults"); helped
means that a mistake, a symptom, the error or the place was told, and held on inputs drawn anew.
Times are processor time of one check.
"""

from __future__ import annotations

import secrets
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from statistics import mean

import click

from course.checks import engine, exercises
from tests.support.measure import (
    Helped,
    crossed,
    lesson_of,
    measure,
    measure_help,
    measure_mutants,
)

COLUMNS = (
    "wrong rejected", "right accepted", "named", "false names", "one fault helped",
    "two faults helped", "false help", "ms right", "ms wrong", "mutants rejected", "equal",
)  # fmt: skip


@click.command()
@click.option("--seed", type=click.IntRange(0), help="Draws the faults; a fresh one if not given.")
@click.option(
    "--faults",
    "many",
    type=click.IntRange(0),
    default=12,
    show_default=True,
    help="How many an exercise.",
)
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(list(exercises())),
    metavar="EXERCISE",
    help="An exercise; all of them if not given.",
)
def main(seed: int | None, many: int, only: tuple[str, ...]) -> None:
    """Print the table; fail if a wrong answer passes, a right one does not, or help is false."""
    seed = secrets.randbelow(10**6) if seed is None else seed
    print(f"Faults drawn with --seed {seed}.\n")
    print(f"| exercise | {' | '.join(COLUMNS)} |")
    print("|---" * (len(COLUMNS) + 1) + "|")
    total = Row()
    names = list(only or exercises())
    with ProcessPoolExecutor(initializer=_begin) as pool:
        rows = [pool.submit(measured, name, seed, many) for name in names]
        for name, future in zip(names, rows, strict=True):
            try:
                row = future.result()
            except Exception as error:
                # One that stops must not cost what an hour has measured of the others.
                total.faults.append(f"{name}: stopped with {type(error).__name__}: {error}")
                print(f"| `{name}` | stopped |", flush=True)
                continue
            total.add(row)
            print(f"| `{name}` | {_cells(row.counts)} |", flush=True)
    print(f"| in all | {_cells(total.counts, share=True)} |")
    told = ", ".join(f"{kind} {many}" for kind, many in total.by.most_common())
    print(f"\nHelp was by: {told}.")
    print(f"Planted cases in which a name could have been false: {total.counts['planted']}.")
    print("\nMutants that behave like the reference in 30 more draws:")
    print("\n".join(f"- {told}" for told in total.equal))
    if total.faults:
        sys.exit("\n".join(["", *total.faults]))


@dataclass
class Row:
    """What was measured of one exercise, or of all."""

    counts: Counter = field(default_factory=Counter)
    by: Counter = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    equal: list[str] = field(default_factory=list)

    def add(self, other: Row) -> None:
        """Add what was measured of another exercise."""
        self.counts.update(other.counts)
        self.by.update(other.by)
        self.faults += other.faults
        self.equal += other.equal


def _begin() -> None:
    engine.SECONDS_PER_CALL, engine.STRICT = 1.0, True


def measured(name: str, seed: int, many: int) -> Row:
    """Measure one exercise."""
    exercise = exercises()[name]
    one, changed = measure(exercise), measure_mutants(name)
    no_help = exercise.values or exercise.costly
    single, double = (
        Helped() if no_help else measure_help(name, seed, many, two=two) for two in (False, True)
    )
    crosses = [] if no_help else list(crossed(exercise))
    strange = [f"{told}: told {label}" for told, labels in crosses for label in labels]
    faults = [f"{name}: {fault}" for fault in (*one.faults, *strange)]
    faults += [f"{name}: mutant let pass: {told}" for told in changed.missed]
    faults += [f"{name}: false help: {told}" for told in (*single.untrue, *double.untrue)]
    counts = Counter({
        "rejected": one.rejected, "wrong": one.wrong, "accepted": one.accepted,
        "right": one.right, "named": one.named, "false": one.misnamed + len(strange),
        "planted": one.planted + len(crosses),
        "single": single.helped, "singles": single.rejected,
        "double": double.helped, "doubles": double.rejected,
        "untrue": len(single.untrue) + len(double.untrue),
        "killed": changed.rejected, "different": changed.rejected + len(changed.missed),
        "equal": len(changed.equal),
        "ms right": round(mean(one.right_ms)), "ms wrong": round(mean(one.wrong_ms)),
    })  # fmt: skip
    equal = [f"{lesson_of(name)} {name}, {told}" for told in changed.equal]
    return Row(counts, single.by + double.by, faults, equal)


def _cells(n: Counter, *, share: bool = False) -> str:
    def of(part: str, whole: str) -> str:
        told = f"{n[part]} of {n[whole]}"
        return f"{told} ({n[part] / n[whole]:.1%})" if share and n[whole] else told

    times = ("", "") if share else (str(n["ms right"]), str(n["ms wrong"]))
    return " | ".join((
        of("rejected", "wrong"), of("accepted", "right"), of("named", "wrong"),
        f"{n['false']} of {n['planted']}" if share else str(n["false"]),
        of("single", "singles"), of("double", "doubles"), str(n["untrue"]), *times,
        of("killed", "different"), str(n["equal"]),
    ))  # fmt: skip


if __name__ == "__main__":
    main()
