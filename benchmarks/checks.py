"""`make checks`: how good the checks are, for every exercise, as a table in Markdown.

Rejected, accepted and named are counted on the answers in tests/submissions/; mutants are the
reference answers with one small thing changed. Times are processor time of one check.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import mean

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "checks"))

from measure import lesson_of, measure, measure_mutants

from course.checks import engine, exercises


def main() -> None:
    """Print the table; fail if a wrong answer passes or a right one does not."""
    engine.SECONDS_PER_CALL = 1.0
    print(
        "| exercise | wrong rejected | right accepted | mistakes named | ms right | ms wrong "
        "| mutants rejected | equal |"
    )
    print("|---|---|---|---|---|---|---|---|")
    total = [0] * 8
    faults, equal = [], []
    for name, exercise in exercises().items():
        one = measure(exercise)
        changed = measure_mutants(name)
        different = changed.rejected + len(changed.missed)
        counts = (
            one.rejected,
            one.wrong,
            one.accepted,
            one.right,
            one.named,
            changed.rejected,
            different,
            len(changed.equal),
        )
        total = [a + b for a, b in zip(total, counts, strict=True)]
        print(
            f"| `{name}` | {one.rejected} of {one.wrong} | {one.accepted} of {one.right} "
            f"| {one.named} of {one.wrong} | {mean(one.right_ms):.0f} | {mean(one.wrong_ms):.0f} "
            f"| {changed.rejected} of {different} | {len(changed.equal)} |",
            flush=True,
        )
        faults += [f"{name}: {fault}" for fault in one.faults]
        faults += [f"{name}: mutant let pass: {told}" for told in changed.missed]
        equal += [f"{lesson_of(name)} {name}, {told}" for told in changed.equal]
    rejected, wrong, accepted, right, named, killed, different, same = total
    print(
        f"| in all | {rejected} of {wrong} ({rejected / wrong:.1%}) | {accepted} of {right} "
        f"({accepted / right:.1%}) | {named} of {wrong} ({named / wrong:.1%}) | | "
        f"| {killed} of {different} ({killed / different:.1%}) | {same} |"
    )
    print("\nMutants that behave like the reference in 30 more draws:")
    print("\n".join(f"- {told}" for told in equal))
    if faults:
        sys.exit("\n".join(["", *faults]))


if __name__ == "__main__":
    main()
