"""What an explanation claims, and no cell beside it prints: it stands there, and it is so."""

import re

import numpy as np
import pytest

from course import data, network, optimizers, schedules
from course.descent import descend, descend_batches
from course.landscapes import QUARTIC_HILL, quartic, rosenbrock, squared_error
from tests.support.pages import TEXTS, lesson


def told(number):
    """Return a lesson's text, its lines joined as they are read."""
    text = re.sub(r'"\s*\n\s*"', "", TEXTS[lesson(number)])
    return re.sub(r"\n# ", " ", text)


def cosine_falls_and_its_steps_grow():
    rate = schedules.cosine_annealing(0.05, total=20)
    steps = np.abs(np.diff(descend(quartic, 4.0, rate, 3).weights))
    return np.argmax(rate(np.arange(20))) == 0 and np.argmax(steps) > 0


def half_the_rate_makes_more_than_half_the_speed():
    slow, fast = (
        np.max(np.abs(np.diff(descend(quartic, 3.0, lr, 300, optimizer=ball).weights)))
        for ball in [optimizers.momentum(0.9)]
        for lr in (0.005, 0.01)
    )
    return 0.6 * fast < slow < 0.7 * fast


def adam_s_first_step_beside_the_valley():
    plan = schedules.cosine_annealing(1.2, total=2000)
    steps = descend(quartic, 3.0, plan, 2000, optimizer=optimizers.adam()).weights
    longest = np.max(np.abs(np.diff(steps)))
    # Where the right slope is as high as the hill.
    w = np.linspace(quartic.minima[1], 3.0, 10_001)
    wide = w[np.argmin(np.abs(quartic(w) - quartic(QUARTIC_HILL)))] - QUARTIC_HILL
    return np.isclose(longest, abs(steps[1] - steps[0])) and 0.4 < longest / wide < 0.5


def one_minimum_for_all_though_it_is_not_convex():
    lowest = np.linalg.eigvalsh(rosenbrock.curvature(np.array([0.0, 1.0])))[0]
    starts = np.random.default_rng(2).uniform((-1.5, -0.5), (1.5, 2), size=(20, 2))
    ends = descend(rosenbrock, starts, 0.0008, 60_000).final
    return lowest < 0 and np.allclose(ends, [1, 1], atol=1e-3)


def no_rate_settles_without_a_largest_curvature():
    """Return whether |w|^1.5, which is strictly convex and has a minimum, ends in a cycle."""
    for lr in (0.1, 0.01, 0.001):
        w, places = 1.0, []
        for _ in range(int(20 / lr)):
            w = w - lr * 1.5 * np.sign(w) * abs(w) ** 0.5
            places.append(w)
        if not np.allclose(np.abs(places[-2:]), (0.75 * lr) ** 2, rtol=1e-3):
            return False
    return True


def which_is_left_behind():
    """Return whether it is plain descent at a small rate for both, and Adam at a large one."""
    train, held_back = data.digits(1047)
    x, y = held_back.x[:250], held_back.y[:250]
    start = network.random_layers([64, 50, 10], np.random.default_rng(9))

    def read(rule, lr):
        how = {"lr": lr, "batch_size": 32, "epochs": 5, "rng": np.random.default_rng(9)}
        gradient = network.Gradient(train.x, train.y)
        return network.accuracy(network.train(gradient, start, rule, **how)[-1], x, y)

    plain, adam = (
        np.array([read(rule, lr) for lr in (0.003, 1.0)])
        for rule in (optimizers.gradient_descent(), optimizers.adam())
    )
    return plain[0] < adam[0] - 0.2 and adam[1] < plain[1] - 0.2


def batches_are_now_shorter_now_longer():
    line, rng = data.noisy_line(), np.random.default_rng(0)
    slopes = np.column_stack([-2 * line.y * line.x, -2 * line.y])  # at w = b = 0
    lengths = [
        np.linalg.norm(slopes[rng.choice(200, 32, replace=False)].mean(axis=0))
        for _ in range(1000)
    ]
    return 0.4 < np.mean(lengths > np.linalg.norm(slopes.mean(axis=0))) < 0.6


def batches_lower_the_limit_and_never_raise_it():
    """Return whether runs grow above the limit for all sizes, and below it for single rows."""
    line = data.noisy_line(n=1000)
    loss = squared_error(line.x, line.y)
    limit = 2 / np.linalg.eigvalsh(loss.curvature(loss.minima[0]))[-1]

    def grows(size, rate):
        epochs = 4 if size < 1000 else 100
        runs = [
            descend_batches(line.x, line.y, size, rate, epochs, np.random.default_rng(seed))
            for seed in range(3)
        ]
        with np.errstate(all="ignore"):
            before, after = np.mean([loss(run.weights[[0, -1]]) for run in runs], axis=0)
        return not after < before

    above = all(grows(size, 1.1 * limit) for size in (1, 16, 1000))
    return above and grows(1, 0.7 * limit) and not grows(1000, 0.98 * limit)


class Drawn:
    """Used like a generator, but draws each row by itself: some come twice in an epoch."""

    def __init__(self, seed):
        self.rng = np.random.default_rng(seed)

    def permutation(self, rows):
        return self.rng.integers(0, rows, rows)


def kicks_of_an_epoch_cancel():
    line = data.noisy_line()
    loss = squared_error(line.x, line.y)

    def floor(orders, size, lr):
        weights = descend_batches(line.x, line.y, size, lr, 90, orders(1)).weights
        return np.mean(loss(weights[-len(weights) * 2 // 3 :])) - loss(loss.minima[0])

    def left(orders):
        """Return what half the rate and batches of 2 leave of the floor."""
        one = floor(orders, 1, 0.005)
        return np.array([floor(orders, 1, 0.0025), floor(orders, 2, 0.005)]) / one

    once, drawn = left(np.random.default_rng), left(Drawn)
    return np.all((once > 0.25) & (once < 0.33)) and np.all(drawn > 0.42)


def parallel_arrows_take_a_clip():
    """Return whether rounding makes a cosine more than 1, and the lesson has angles of all."""
    names = {"np": np}
    exec(re.search(r"def angle_off.*?(?=\n\s*### END)", TEXTS[lesson(3)], re.DOTALL)[0], names)
    arrows = np.stack(np.meshgrid(*[np.arange(1, 20) / 10] * 2), axis=-1).reshape(-1, 2)
    cosines = [one @ (5 * one) / np.sqrt((one @ one) * (5 * one @ (5 * one))) for one in arrows]
    angles = [names["angle_off"](one, 5 * one) for one in arrows]
    return max(cosines) > 1 and max(angles) < 1e-3


def each_set_has_another_z():
    houses = data.house_sales().x[:, 0]
    sets = houses[:16], houses[16:28], houses[28:]
    one = [(houses[0] - np.mean(part)) / np.std(part) for part in sets]
    return min(abs(one[0] - one[1]), abs(one[0] - one[2]), abs(one[1] - one[2])) > 0.01


def ten_factors_of_two():
    """Return whether they make the gradient longer by their product or more."""
    train, _ = data.digits(1047)

    def length(spread):
        rngs = [np.random.default_rng(seed) for seed in range(5)]
        nets = [network.random_layers([64] * 11 + [10], rng, spread=spread) for rng in rngs]
        slopes = [network.loss_and_gradients(net, train.x[:200], train.y[:200])[1] for net in nets]
        return np.median([np.linalg.norm(dW) for (dW, _), *_ in slopes])

    return length(8) / length(2) > 2**10


def dead_units_learn_nothing():
    """Return whether one of the lesson's units is at 0 for all images, and it alone stays so."""
    train, _ = data.digits(1047)
    start = network.random_layers([64, 50, 10], np.random.default_rng(9))
    dead = ~np.any(network.forward(start, train.x)[1], axis=0)
    gradient, rng = network.Gradient(train.x, train.y), np.random.default_rng(9)
    how = {"lr": 0.01, "batch_size": 32, "epochs": 5, "rng": rng}
    layers = network.train(gradient, start, optimizers.adam(), **how)[-1]
    (W, b), (old_W, old_b) = layers[0], start[0]
    changed = np.any(old_W != W, axis=0) | (b != old_b)
    return dead.sum() == 1 and np.all(changed == ~dead)


@pytest.mark.parametrize(
    ("number", "words", "holds"),
    [
        (3, "rounding may make the cosine a hair more than 1", parallel_arrows_take_a_clip),
        (5, "one house has another z in each set", each_set_has_another_z),
        (6, "now shorter, now longer", batches_are_now_shorter_now_longer),
        (
            6,
            "which no batch size raises and small ones lower",
            batches_lower_the_limit_and_never_raise_it,
        ),
        (6, "as little as a quarter is left", kicks_of_an_epoch_cancel),
        (8, "its first rate is its highest", cosine_falls_and_its_steps_grow),
        (9, "the lower rate makes less of it", half_the_rate_makes_more_than_half_the_speed),
        (
            9,
            "its first step is nearly half as long as the valley is wide",
            adam_s_first_step_beside_the_valley,
        ),
        (
            9,
            "sure for strictly convex losses at a small rate",
            one_minimum_for_all_though_it_is_not_convex,
        ),
        (
            9,
            "if they have a minimum and a largest curvature, and the rate is small enough",
            no_rate_settles_without_a_largest_curvature,
        ),
        (10, "A unit stuck at 0 is dead: it learns nothing", dead_units_learn_nothing),
        (10, "Ten of two make it over a thousand times longer", ten_factors_of_two),
        (10, "At one small rate it would be", which_is_left_behind),
    ],
)
def test_what_an_explanation_claims_is_so(number, words, holds):
    assert words in told(number)
    assert holds()
