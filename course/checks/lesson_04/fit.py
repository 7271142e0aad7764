"""fit(x, y, lr=0.01, steps=500): gradient descent for a line."""

from __future__ import annotations

import numpy as np

from course import data, regression
from course.checks import drawn
from course.checks.drawn import HOUSES, POINTS, SMALL_X, SMALL_Y, WHOLE_X, WHOLE_Y
from course.checks.exercise import Exercise, Probe, answered, asked, instead
from course.checks.families import fits, inputs, numbers

NOISY = data.noisy_line()


def _walk(x, y, lr, steps, **how) -> tuple[float, float]:
    """Return (w, b) at the end of a walk; see `fits.places`."""
    (w,), b = fits.plane(x[:, None], y, lr, steps, **how)
    return float(w), float(np.squeeze(b))


def line(x, y, lr=0.01, steps=500) -> tuple[float, float]:
    """Return (w, b) at the end of the walk: what is right."""
    (w,), b = fits.fitted(x[:, None], y, lr, steps)
    return float(w), float(b)


def _all_places(x, y, lr=0.01, steps=500) -> np.ndarray:
    return np.array([(w[0], b) for w, b in fits.places(x[:, None], y, lr, steps)])


def _weights_swapped(X, y, w, b, lr):
    return fits.slopes(X, y, np.array([b]), w[0])


def _weights_first(X, y, w, b, lr):
    """Return what slopes give that take w and b for x and y, and the other way round."""
    errors = X @ w + y - b
    return 2 * np.mean(errors) * w, 2 * np.mean(errors)


def _loss_for_slopes(X, y, w, b, lr):
    loss = np.mean((X @ w + b - y) ** 2)
    return np.full_like(w, loss), loss


def _safe_rate(x) -> float:
    """Return a rate near the largest one at which the walk cannot diverge."""
    return round(1.6 / float(2 * np.mean(x * x) + 2), 3)


def _fresh(rng: np.random.Generator) -> list[Probe]:
    n, steps = int(rng.integers(5, 9)), int(rng.integers(3, 7))
    x, y = drawn.array(rng, n, low=0, high=3), drawn.array(rng, n, low=2, high=8)
    whole = drawn.whole(rng, 5, 0, 3), drawn.whole(rng, 5)
    lr = drawn.number(rng, 0.02, 0.06)
    # The slope for b is nothing from the first step on, and that for w is not.
    around_0 = drawn.with_opposites(x[:3]), drawn.with_opposites(y[:3] / 50)
    # Beyond the limit: the walk goes away, and the answer is where it is after its steps.
    rising = fits.rising_rate(x - 1)
    return [
        Probe((x, y), {"lr": lr, "steps": steps}, "other points, few steps", more=1),
        Probe((x - 1, -y, rising, 2 * steps), shows="a line that falls"),
        Probe((*whole, lr, steps + 1), shows="points of whole numbers"),
        Probe((x, y / 500, lr / 10, 120), shows="small weights, in all their digits"),
        Probe((*around_0, lr, 3), shows="small weights, in all their digits", weight=0.5),
        # Both slopes and the loss are next to nothing, and so is the line that is to be found.
        Probe((x, y / 1e10, lr, steps), shows="tiny targets, with tiny slopes", weight=0.5),
        Probe((x, y), shows="rate 0.01 and 500 steps where none are given"),
        # So slow that it has not arrived: another number of steps ends elsewhere.
        Probe((x, y, lr / 10), shows="500 steps where no number is given", weight=0.5),
        # A line without errors: its loss is tiny long before the walk has arrived.
        Probe((x - 1.5, 3.3 * x - 7.7, _safe_rate(x - 1.5), 150), shows="a long walk", weight=0.5),
        Probe((x, y, lr, 0), shows="no step at all", weight=0.5),
        # Odd or even: slopes that are clipped jump back to where a walk that stops would be.
        Probe(
            (x - 1, y, 10 * rising, 12 + int(rng.integers(2))),
            shows="a walk that runs away",
            weight=0.5,
        ),
    ]


# fmt: off
MISTAKES = (
    inputs.changed(),
    *fits.of_a_fit(line, _walk, 0.01, 500),
    asked("scaled-inside", "do not scale inside: fit the x as they come",
        x=[lambda x: (x - np.mean(x)) / np.std(x), lambda x: x - np.mean(x),
           lambda x: x / np.max(x)]),
    instead("every-step-returned", "return the last w and b, not all on the way", _all_places,
        lambda x, y, lr=0.01, steps=500: _all_places(x, y, lr, steps).T,
        lambda x, y, lr=0.01, steps=500: _all_places(x, y, lr, steps)[1:],
        # Of no step nothing is noted: an empty list.
        lambda x, y, lr=0.01, steps=500: _all_places(x, y, lr, steps)[1:].tolist()),
    instead("loss-for-slopes",
        "both weights move by rate times loss; each one moves by rate times its own slope, `dw` "
        "or `db`",
        lambda x, y, lr=0.01, steps=500: _walk(x, y, lr, steps, slopes=_loss_for_slopes)),
    answered("gradients-returned", "you return the slopes, not the weights",
        lambda fit, x, y: regression.gradients(x, y, *fit),
        lambda fit, x, y, lr,
            steps: regression.gradients(x, y, *line(x, y, lr, max(steps - 1, 0)))),
    instead("weights-swapped", "in which order do the slopes want w and b?",
        lambda x, y, lr=0.01, steps=500: _walk(x, y, lr, steps, slopes=_weights_swapped)),
    instead("weights-for-inputs",
        "w never moves, and b goes away from the targets: if you call slopes of your own, in "
        "which order do they want x, y, w and b?",
        lambda x, y, lr=0.01, steps=500: _walk(x, y, lr, steps, slopes=_weights_first)),
    asked("inputs-swapped",
        "the line predicts y from x: in which order do the slopes want x and y?",
        x=lambda y: y, y=lambda x: x),
    asked("houses-only", "the caller gives x and y; you always fit the same ones", x=HOUSES.x,
        y=HOUSES.y),
    numbers.integer(),
    fits.moved_without_a_step(),
)
# fmt: on

fit = Exercise(
    name="fit",
    points=(3, 3),
    parts=("w", "b"),
    tiny=True,
    reference=line,
    examples=(
        Probe((POINTS.x, POINTS.y, 0.02, 3), shows="three steps on five points"),
        Probe((SMALL_X, -SMALL_Y), {"lr": 0.05, "steps": 10}, "ten steps on a falling line"),
        Probe((WHOLE_X, WHOLE_Y, 0.03, 4), shows="points of whole numbers"),
        Probe((NOISY.x, NOISY.y), shows="the 200 points, with rate 0.01 and 500 steps"),
        Probe((POINTS.x - 2.5, 2.3 * POINTS.x - 0.7, 0.2, 150), shows="a long walk", weight=0.5),
        Probe((POINTS.x, POINTS.y), {"steps": 0}, "no step at all", weight=0.5),
    ),
    draw=_fresh,
    # The loop is the task; the slopes were another one. (`squared_error` finds its minimum, too.)
    may_use=(
        "numpy.lstsq",
        "course.landscapes",
        "course.regression.gradients",
        "course.regression.predictions",
        "course.regression.mean_squared_error",
        "course.descent.central_difference",
        "course.descent.numerical_gradient",
    ),
    mistakes=MISTAKES,
)
