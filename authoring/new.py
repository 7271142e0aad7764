"""A new lesson that passes at once: its text, one exercise with its checks, its kept answers."""

from __future__ import annotations

import re
from pathlib import Path

from authoring.markup import LessonError
from course.checks import exercises
from course_folder import ROOT

NAME = re.compile(r"(\d\d)_([a-z][a-z0-9_]*)")

TEXT = '''\
# %% [markdown]
# # Lesson {number}: {title}
#
# *About 5 minutes. You need: what the lessons before taught.*
#
# You will be able to
#
# - say here what a reader can do afterwards.

# %%
from course import check, finish, predict, quick, reveal

# %% [markdown]
# ## A reason to care
#
# Say why anybody would want to know this. Then ask what will happen.

# %%
predict(
    "{exercise}-of-two",
    "What is twice 2?",
    {{
        "4": "Two and two make four.",
        "22": "That is the text 2, repeated.",
    }},
)

# %%
reveal("{exercise}-of-two", 2 + 2 == 4)

# %% [markdown] exercise="{exercise}" part="statement"
# ### Exercise 1: twice a number
#
# Write `{exercise}(x)`: twice the number `x`. For example, `{exercise}(2)` returns 4.
#
# <details><summary>Hint 1: in words</summary>
#
# What do you get when you add a number to itself?
#
# </details>


# %% exercise="{exercise}" part="answer"
def {exercise}(x):
    """Return twice x."""
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION


# %% exercise="{exercise}" part="check"
check("{exercise}")

# %% exercise="{exercise}" part="hidden"
# More checks, with other inputs, run here when your work is graded.
### BEGIN HIDDEN TESTS
check("{exercise}", seed={seed})
### END HIDDEN TESTS

# %% [markdown]
# ## Quick check
#
# Click the answer you would give: each one is explained.

# %%
quick(
    "{exercise}-of-a-half",
    "What is twice a half?",
    {{
        "1": "Two halves make a whole.",
        "a quarter": "That is half of a half.",
    }},
    right="1",
)

# %% [markdown]
# ## Words for your glossary
#
# - **twice**: two times.

# %%
finish()
'''

PACKAGE = '''\
"""Exercises of lesson {number}: {title}."""

from course.checks.lesson_{number}.{exercise} import {exercise}

LESSON = "{lesson}"
EXERCISES = ({exercise},)
'''

CHECK = '''\
"""{exercise}(x): twice a number."""

from __future__ import annotations

import numpy as np

from course.checks.exercise import Exercise, Probe, instead
from course.checks.families import numbers


def _fresh(rng: np.random.Generator) -> list[Probe]:
    return [
        Probe((round(float(rng.uniform(3, 9)), 3),), shows="another number"),
        Probe((-int(rng.integers(3, 9)),), shows="a number below zero"),
    ]


{exercise} = Exercise(
    name="{exercise}",
    points=(1, 1),
    reference=lambda x: 2 * x,
    examples=(
        Probe((3,), shows="a whole number"),
        Probe((0.125,), shows="a fraction"),
    ),
    draw=_fresh,
    mistakes=(
        instead("squared", "twice a number, not the number times itself", lambda x: x**2),
        numbers.rounded(1, 2),
    ),
)
'''

RIGHT = """\
# Right answers, each in another dress: one cell, one whole answer.

# %% product
def {exercise}(x):
    return 2 * x

# %% sum
def {exercise}(x):
    return x + x

# %% fraction
from fractions import Fraction

def {exercise}(x):
    return Fraction(x) * 2

# %% array
def {exercise}(x):
    return np.array(x) / 0.5

# %% lambda
{exercise} = lambda x: sum([x, x])
"""

MISTAKES = """\
# Wrong answers: each cell is named by the mistake that the check must name.

# %% {exercise}.squared
def {exercise}(x):
    return x**2

# %% {exercise}.rounded
def {exercise}(x):
    return round(2 * x, 1)

# %% ?
def {exercise}(x):
    return x + 2
"""

CLASS = """\
# %% {exercise}
def {exercise}(x):
    return x * 2.0
"""


def write(lesson: str, root: Path = ROOT) -> list[Path]:
    """Write the files of a new lesson and return their paths.

    Args:
        lesson: Its name: two digits and words, such as "11_name".
        root: The course's folder.

    Raises:
        LessonError: The name is not of that form, or something of this number or name exists.
    """
    found = NAME.fullmatch(lesson)
    if not found:
        raise LessonError(f"{lesson!r} must be two digits and words in small letters: 11_name")
    number, words = found.groups()
    exercise = f"twice_{number}"
    taken = [path.stem for path in (root / "lessons").glob(f"{number}_*.py")]
    if taken or (root / "course" / "checks" / f"lesson_{number}").exists():
        raise LessonError(f"there is a lesson {number} already: {', '.join(taken)}")
    if exercise in exercises():
        raise LessonError(f"there is an exercise {exercise} already")
    known = {
        "lesson": lesson,
        "number": number,
        "title": words.replace("_", " ").capitalize(),
        "exercise": exercise,
        "seed": 10_000 + 1009 * int(number),
    }
    checks, kept = f"course/checks/lesson_{number}", "tests/submissions"
    files = {
        f"lessons/{lesson}.py": TEXT,
        f"{checks}/__init__.py": PACKAGE,
        f"{checks}/{exercise}.py": CHECK,
        f"{kept}/right/{exercise}.py": RIGHT,
        f"{kept}/mistakes/{exercise}.py": MISTAKES,
        f"{kept}/class/full_marks/{lesson}.py": CLASS,
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.format(**known), encoding="utf-8")
    return [root / name for name in files]
