"""curve_a to curve_f: what six runs suffer from, read from their loss curves."""

from __future__ import annotations

from course.checks.exercise import Call, Exercise, Mistake, Probe, spotted
from course.checks.families.values import from_a_list, says, words
from course.illnesses import CASES, ILLNESSES, named

# Mistakes with one curve: their names, its illness, what it was taken for, and what to look at.
# fmt: off
CONFUSED = (
    ("oscillates-for-noise", "noise floor", ["oscillates"],
     "an oscillation is regular; does this curve repeat itself?"),
    ("healthy-for-noise", "noise floor", ["healthy"], "it falls fast, but does it come to rest?"),
    ("plateau-for-slow", "too slow", ["stuck on a plateau"],
     "compare its first value with its last one: does it stand still?"),
    ("healthy-for-slow", "too slow", ["healthy"],
     "it falls at every step; how much of the way has it done in 120 steps?"),
    ("oscillates-for-divergence", "diverges", ["oscillates"],
     "a curve that oscillates comes down again; does this one?"),
    ("plateau-for-healthy", "healthy", ["stuck on a plateau", "too slow"],
     "it ends level; how high is it there?"),
    ("slow-for-plateau", "stuck on a plateau", ["too slow"],
     "even a slow run gets lower; read the first and the last value of this one"),
    ("healthy-for-plateau", "stuck on a plateau", ["healthy"], "it is calm, but how high is it?"),
    ("noise-for-oscillates", "oscillates", ["noise floor"],
     "noise is irregular; read the last values of this curve one after the other"),
    ("divergence-for-oscillates", "oscillates", ["diverges"],
     "a curve that diverges leaves every height behind; does this one keep growing?"),
)
# fmt: on


def right(order: str) -> dict[str, str]:
    """Return the illness of each curve, if the cases come in this order."""
    return {name: case.illness for name, case in named(order).items()}


def mistakes(order: str) -> tuple[Mistake, ...]:
    """Return what goes wrong if the cases come in this order."""
    has = right(order)
    curve = {illness: name for name, illness in has.items()}

    def taken_for(call: Call, illness: str, others: list[str]) -> bool:
        return has[call.text] == illness and says(call) in others

    def confused(label: str, illness: str, others: list[str], hint: str) -> Mistake:
        told = f"of `{curve[illness]}`: {hint}"
        return spotted(label, told, lambda call: taken_for(call, illness, others))

    def otherwise_confused(call: Call) -> bool:
        return isinstance(call.result, str) and not any(
            taken_for(call, illness, others) for _, illness, others, _ in CONFUSED
        )

    return (
        *from_a_list("another-word", "six", ILLNESSES),
        *(confused(*about) for about in CONFUSED),
        spotted(
            "another-illness",
            "look at three things: the height at the end, whether it still changes there, and "
            "whether the changes are regular",
            lambda call: says(call) in ILLNESSES and otherwise_confused(call),
        ),
    )


def exercise(order: str) -> Exercise:
    """Return the exercise with the cases in this order."""
    return Exercise(
        name="illness",
        points=(3, 3),
        values=tuple(right(order)),
        reference=right(order).get,
        form=words,
        examples=tuple(Probe((name,), shows=name) for name in right(order)),
        mistakes=mistakes(order),
        variant=exercise,
    )


illness = exercise("".join(CASES))
