"""sgd_epochs(x, y, batch_size, lr, epochs, rng): mini-batch descent on a line."""

from __future__ import annotations

import numpy as np

from course.checks.exercise import Exercise, Probe
from course.checks.lesson_06 import judges, spots
from course.checks.lesson_06.judges import judging
from course.checks.lesson_06.replay import KEYS
from course.checks.lesson_06.shuffled_batches import SHUFFLE_GIVES_NONE, Another
from course.checks.lesson_06.spots import cut, lost, shown, stepped, walked
from course.descent import descend_batches
from course.regression import curvatures


def _reference(x, y, batch_size, lr, epochs, rng) -> dict:
    run = descend_batches(x, y, batch_size, lr, epochs, rng)
    w, b = run.weights[-1]
    return {"w": w, "b": b, "losses": run.epoch_losses, "batches": run.batches}


ALL = judging(judges.batches, judges.weights, judges.losses)

# --- what is asked ----------------------------------------------------------------------------

# Not on one line, and x neither small whole numbers (which look like rows) nor around zero.
_X = np.array([-0.5, 0.3, 1.2, 2.1, 0.8, -1.4, 1.7, 2.6, 0.1, -0.9])
_Y = np.array([2.1, 3.9, 4.4, 7.8, 5.2, -0.6, 7.3, 8.9, 2.2, 1.7])
_WHOLE = np.array([1, 2, 3, -1, 0, 5, 2, 4]), np.array([4, 7, 8, 1, 2, 13, 5, 11])


def _questions(short: tuple, full: tuple, whole: tuple, seed: int) -> list[Probe]:
    """Return probes of three data sets, (x, y, batch_size): short last batches, full, integers."""

    def asked(data: tuple, lr: float, epochs: int, rng=np.random.default_rng) -> tuple:
        nonlocal seed
        seed += 1
        return (*data, lr, epochs, rng(seed))

    def probe(about: str, args: tuple, weight: float, judge=ALL) -> Probe:
        return Probe(args, shows=about, judge=judge, weight=weight, more=1)

    def another(seed: int) -> np.random.Generator:
        return Another(np.random.PCG64(seed))

    # Rates that are neither half nor twice a usual one.
    lr = round(float(np.random.default_rng(seed).uniform(0.031, 0.043)), 4)
    x, y, size = short
    # So long a step makes the loss rise from epoch to epoch.
    steep = round(3.2 / float(curvatures(x, y)[-1]), 4)
    args = asked(short, lr, 4)
    # Both weights of scaled data come nearer by the same factor in each step, or go away by it.
    scaled = np.round((x - np.mean(x)) / np.std(x), 2), y, len(x)
    return [
        Probe(args, shows="batches, the last one short", judge=judging(judges.batches), more=1),
        Probe(args, shows="weights after four epochs", judge=judging(judges.weights)),
        Probe(args, shows="losses of four epochs", judge=judging(judges.losses)),
        probe("orders from `rng`", asked(short, lr, 2, another), 0.5, judges.judge_generator),
        probe("a batch size that divides n", asked(full, lr, 3), 0.5),
        probe("one row at a time", asked((x, y, 1), lr, 1), 0.25),
        probe("all rows at once: plain gradient descent", asked((x, y, len(x)), steep, 3), 0.25),
        probe("whole numbers as data", asked(whole, lr, 3), 0.5),
        probe("small numbers, in all their digits", asked((x, y / 1000, size), lr, 3), 0.25),
        # Slopes of 1e-8, in batches that bring more than one step to an epoch.
        probe("tiny slopes, each of them a step", asked((x, y * 2e-9, size), lr, 3), 0.25),
        # Who ends where the loss is huge, or where it hardly changes, has too few epochs.
        probe("a walk that runs away", asked(scaled, 500 * lr, 7), 0.25),
        probe(
            "all epochs, where the loss has settled",
            asked(scaled, 0.3, 40),
            0.25,
            judging(judges.batches),
        ),
        # Slopes below 1e-6 all the way, where both weights have hardly begun.
        probe("a walk along a flat valley", asked(_valley(x, y), 0.05, 60), 0.25),
    ]


def _valley(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray, int]:
    """Return data in one batch, both slopes below 1e-6: w has all its way to go, b none.

    The slope of w is 4e-7, and sixty steps of it lead to some times the tolerance. They are short:
    a sum in place of the mean must not blow up what is nothing but rounding.
    """
    level = y - np.mean(y)
    tiny = x - np.mean(x)
    return 2e-7 * tiny / np.mean(tiny * level), level, len(x)


def _examples() -> list[Probe]:
    return _questions((_X, _Y, 4), (_X, _Y, 5), (*_WHOLE, 3), 20_240)


def _fresh(rng: np.random.Generator) -> list[Probe]:
    def line(n: int) -> tuple[np.ndarray, np.ndarray]:
        x = np.round(rng.uniform(-1, 3, size=n), 2)
        y = np.round(rng.uniform(1, 3) * x + rng.uniform(1, 4) + rng.normal(size=n), 2)
        return x, y

    # Sizes that equal shares, or as many batches as rows in one, would not give by chance.
    n, size = [(12, 5), (13, 5), (14, 6), (16, 6)][rng.integers(4)]
    whole = rng.integers(-2, 6, size=11), rng.integers(-3, 14, size=11)
    # Far from the usual seeds: an answer's own generator must not be the one that is given.
    seed = int(rng.integers(100_000, 10_000_000))
    return _questions((*line(n), size), (*line(12), 4), (*whole, 4), seed)


# --- what can go wrong ------------------------------------------------------------------------

# fmt: off
ANSWER = (
    shown("returned-tuple",
          'return one dictionary: the names "w", "b", "losses" and "batches", each with its value',
          lambda a: isinstance(a.call.result, (tuple, list))),
    shown("key-missing",
          'the dictionary must have the keys "w", "b", "losses" and "batches", spelt like this',
          lambda a: bool(a.told) and not set(KEYS) <= set(a.told)),
    shown("every-weight-returned", "w and b are single numbers: the last ones",
          spots.every_weight),
    shown("text", "w and b must be numbers; an f-string makes text, which is for printing",
          lambda a: isinstance(a.told.get("w"), str) or isinstance(a.told.get("b"), str)),
    shown("batches-not-cut",
          "batches[e] is the list of batches of epoch e; yours is the whole order, not cut",
          lambda a: spots.one_level(a) == [a.n] * a.epochs),
    shown("last-epoch-only", "your batches are those of one epoch; where is the list emptied?",
          lambda a: spots.one_level(a) == a.sizes),
    shown("lists-made-in-the-loop",
          "`losses` and `batches` hold one epoch, and the weights went on: where are the two "
          "lists made?", spots.lists_made_anew),
    shown("batches-in-one-list",
          "all batches stand in one list; make a list for each epoch, inside another list",
          lambda a: spots.one_level(a) == a.sizes * a.epochs),
    shown("batch-without-rows",
          "a batch has no rows: where must the loop end that cuts an order into batches?",
          spots.without_rows),
    shown("batches-hold-data", "batches hold the numbers of the rows, not the examples themselves",
          spots.holds_data),
    shown("batches-empty",
          "`batches` stays empty; where does the list of an epoch's batches go into it?",
          lambda a: spots.empty(a.told.get("batches")) and not spots.empty(a.told.get("losses"))),
    shown("epochs-without-batches",
          "each epoch's list of batches is empty at the end: `pop` takes batches out of it, and "
          "what is made in round brackets, `(… for … in …)`, can be gone through only once",
          spots.used_up),
    shown("single-rows-left-out",
          "a batch of one row is a batch like any other; what leaves it out?",
          spots.single_rows_left_out),
    shown("stops-by-itself",
          "it ends before all epochs are done, where the loss hardly changes or is huge; the "
          "caller says how many passes there are", spots.stops_by_itself),
    shown("return-in-loop",
          "it ends before all epochs are done; how far is your `return` indented, or a `break`?",
          spots.stops_early),
    SHUFFLE_GIVES_NONE,
)

BATCHES = (
    cut("batches-overlap",
        "some rows come in two batches of an epoch; each batch begins where the one before ended",
        lambda a: spots.repeats(a, missing=False)),
    cut("rows-drawn-with-replacement",
        "in one epoch some rows come twice and others never; put all rows in order, then cut",
        lambda a: spots.repeats(a, missing=True)),
    cut("last-batch-dropped",
        "some rows never come up: what happens to those that do not fill a batch?", spots.dropped),
    cut("short-batch-without-step",
        "the short batch is among your batches, but it makes no step: what is skipped there?",
        spots.without_step),
    cut("skipped-where-flat",
        "take every step, even where the slopes are small: the digits still change",
        spots.skipped_where_flat),
    cut("one-batch-without-step",
        "every batch must make a step; over which batches of an epoch does your inner loop run?",
        spots.one_without_step, unless=spots.one_makes_a_step),
    cut("other-batches-recorded",
        "the batches in your answer are not those of your steps; how often is an order drawn for "
        "each epoch?", spots.others_recorded),
    cut("every-other-order",
        "an epoch goes backwards through the order of another one: each needs an order of its own",
        lambda a: judges.turned_round(a) and a.weights_right),
    cut("no-shuffle",
        "the rows come in the order of the file; each epoch needs a random order from rng",
        lambda a: spots.in_file_order(a) and a.weights_right),
    cut("places-for-rows",
        "batches hold places in the shuffled order; what is asked for is the number of each row "
        "in `x` as it was given", spots.places_for_rows),
    cut("rng-not-used",
        "draw every order from the `rng` you are given: the same one gives the same batches, "
        "another one gives others",
        lambda a: judges.other_the_second_time(a)
        or (judges.same_from_another(a) and not a.one_order)),
    cut("same-shuffle-each-epoch",
        "every epoch goes in the same order; how often do you draw one?", spots.same_shuffle),
    cut("new-generator-each-epoch",
        "every epoch goes in the same order, as from a generator that is made anew each time; "
        "draw each order from the one `rng` you are given",
        lambda a: a.one_order and a.passes and a.weights_right),
    cut("batches-made-once",
        "every epoch has the same batches in another order; what must be shuffled is the rows",
        lambda a: a.weights_right and judges.made_once(a)),
    cut("size-and-rows-swapped",
        "your batches hold the same few rows in every epoch, as if there were `batch_size` rows "
        "in all: is the number of rows, or the size of a batch, handed over first?",
        spots.size_for_rows),
    cut("one-batch-an-epoch", "an epoch passes over all rows; yours ends after its first batch",
        lambda a: all(len(cut) == 1 and len(cut[0]) == a.size < a.n for cut in a.batches)),
    cut("split-evenly", "all batches but the last are full; yours share the shortage among them",
        spots.lengths(spots.shares)),
    cut("batch-size-as-count",
        "batch_size says how many rows a batch has, not how many batches there are",
        lambda a: all(len(cut) == a.size for cut in a.batches),
        spots.lengths(lambda a: spots.sizes(a.n, a.n // a.size)),
        spots.lengths(lambda a: spots.sizes(a.n, -(-a.n // a.size)))),
    cut("batch-size-ignored", "the caller chooses the batch size; your batches have another one",
        spots.lengths(spots.as_first)),
    shown("epochs-miscounted", "count the epochs: the caller says how many passes there are",
          spots.other_count),
)

STEPS = (
    cut("whole-numbers-cut-off",
        "where x and y hold whole numbers, an array made like them (`np.zeros_like(x)`) cuts off "
        "what stands after the point; make it with `dtype=float`", spots.cut_off),
    walked("whole-weights",
           "w and b lose what stands after the point: an array like `np.array([0, 0])` keeps "
           "whole numbers only",
           {"keep": np.trunc}),
    stepped("factor-2-missing",
            "the derivative of a square brings a factor to the front, in both slopes",
            lambda both, m, a: both / 2, lambda both, m, a: both / (2, 1),
            lambda both, m, a: both / (1, 2)),
    stepped("extra-factor", "the slopes have the factor 2 once", lambda both, m, a: 2 * both),
    stepped("sum-for-mean", "your gradient grows with the batch; it must be a mean over its rows",
            lambda both, m, a: both * m),
    stepped("divided-twice",
            "a mean is divided by the number of rows already; yours is divided once more",
            lambda both, m, a: both / m, lambda both, m, a: both / a.size),
    stepped("divided-by-n",
            "a batch's gradient is the mean over that batch; by what do you divide?",
            lambda both, m, a: both * m / a.n,
            # Of the lesson's own data.
            lambda both, m, a: both * m / 200),
    stepped("last-batch-misweighted",
            "the last batch is shorter than the others; by what do you divide there?",
            lambda both, m, a: both * m / a.size),
    stepped("sign-flipped", "your steps go uphill: losses grow from epoch to epoch",
            lambda both, m, a: -both),
    stepped("one-slope-uphill", "one of w and b moves uphill; look at the sign of its step",
            lambda both, m, a: both * (1, -1), lambda both, m, a: both * (-1, 1)),
    walked("never-moves",
           "w and b stay where they begin: what becomes of the new values that a step works out?",
           {"lr": 0.0}),
    walked("rate-missing", "a step is the learning rate times the gradient; the rate is missing",
           {"lr": 1.0}),
    walked("rate-fixed", "the caller chooses the learning rate; your steps do not change with it",
           *({"lr": rate} for rate in (0.01, 0.1, 0.05, 0.001))),
    walked("rate-twice", "the gradient is multiplied by the rate once; look for a second time",
           {"lr": lambda a: a.lr**2}),
    walked("one-step-after-the-epoch",
           "a step follows every batch; is your update inside the inner loop?",
           {"last_only": True}),
    walked("stale-weights",
           "each batch must be judged with the weights that the batch before it left",
           {"stale": True}),
    walked("mean-of-the-epoch",
           "you collect the gradients of an epoch for one step; a step follows every batch",
           {"stale": True, "lr": lambda a: a.lr / len(a.batches[0])}),
    cut("lowest-kept",
        "where the rate is too large the losses rise; return where the walk is after all its "
        "epochs", spots.best_epoch),
    walked("weights-reset-each-epoch",
           "an epoch goes on where the last one ended; where do you set w and b to zero?",
           {"restart": True}),
    walked("all-rows-in-every-step",
           "your gradient looks at all the data; it must look at the batch alone",
           dict.fromkeys(("x_rows", "y_rows"), lambda a, e, first, rows: slice(None))),
    walked("first-batch-in-every-step",
           "all steps of an epoch use its first batch; which one must the inner loop take?",
           dict.fromkeys(("x_rows", "y_rows"), spots.first_of_the_epoch)),
    walked("counter-for-rows",
           "each step uses a single example, the number of the batch in place of its rows; what "
           "belongs into the brackets of `x[…]`?",
           dict.fromkeys(("x_rows", "y_rows"), spots.number_of_the_batch)),
    walked("one-after-the-other",
           "w and b must both move by slopes from the same place; yours moves b after w",
           {"in_turn": True}),
    stepped("b-never-moves", "the line has two weights, and b is still where it began",
            lambda both, m, a: both * (1, 0)),
    stepped("w-never-moves", "the line has two weights, and w is still where it began",
            lambda both, m, a: both * (0, 1)),
    stepped("x-missing",
            "how much the line changes with w depends on x; the slope of w must know x",
            lambda both, m, a: both[[1, 1]]),
    stepped("x-in-both", "how much the line changes with b does not depend on x",
            lambda both, m, a: both[[0, 0]]),
    stepped("slopes-swapped",
            "each weight must move by its own slope: which of the two has an x in it?",
            lambda both, m, a: both[[1, 0]]),
    cut("results-swapped",
        "w is the slope and b the intercept; look at which is which in your dictionary",
        spots.swapped),
    cut("start-not-zero", "the fit begins at w = 0 and b = 0", spots.other_start),
    walked("only-x-shuffled",
           "each x must keep its own y; you take the y in the order of the file",
           {"y_rows": spots.from_file}),
    walked("only-y-shuffled",
           "each x must keep its own y; you take the x in the order of the file",
           {"x_rows": spots.from_file}),
    cut("shuffled-apart", "each x must keep its own y; you draw one order for x and another for y",
        spots.shuffled_apart),
    walked("data-stay-shuffled",
           "from the second epoch on, your row numbers point into data that are already shuffled",
           dict.fromkeys(("x_rows", "y_rows"), spots.stay_shuffled)),
    cut("batches-are-views",
        "a slice of an array changes with it: shuffling again rewrites what you kept",
        spots.views),
    walked("rounded", "do not round inside the function; rounding is for printing",
           *({"keep": lambda weight, many=many: np.round(weight, many)}
             for many in range(2, 7))),
)

LOSSES = (
    lost("loss-after-the-step", "a batch's errors belong to the weights before its step",
         lambda walk, a: [sum(map(np.sum, epoch)) / a.n for epoch in walk.after]),
    lost("loss-mean-of-batch-means",
         "a mean of batch means counts the rows of a short batch for too much",
         lambda walk, a: [np.mean(means) for means in walk.means]),
    lost("loss-rounded-down", "`//` throws away everything after the point",
         lambda walk, a: walk.sums // a.n,
         lambda walk, a: [sum(means) // len(means) for means in walk.means],
         lambda walk, a: [sum(means) // (a.n // a.size) for means in walk.means]),
    lost("loss-over-full-batches", "`n // batch_size` leaves the short batch out of the count",
         lambda walk, a: [sum(means) / (a.n // a.size) for means in walk.means]),
    lost("loss-not-divided",
         "losses grow with the number of rows; the squared errors must be divided by n",
         lambda walk, a: walk.sums),
    lost("loss-sum-of-batch-means",
         "a sum of batch means grows with the number of batches; look at what losses[e] is",
         lambda walk, a: [sum(means) for means in walk.means]),
    lost("loss-means-over-rows",
         "you add up means and divide once more; add up the squared errors themselves",
         lambda walk, a: [sum(means) / a.n for means in walk.means]),
    lost("loss-over-the-lesson-rows",
         "divide by the rows that are given, `len(x)`; `n` is the 200 of the lesson's own data",
         lambda walk, a: walk.sums / 200),
    lost("loss-over-batch-size",
         "an epoch sees n squared errors; by what do you divide their sum?",
         lambda walk, a: walk.sums / a.size),
    lost("loss-over-epochs",
         "losses[e] belongs to one epoch; has the number of epochs a place in it?",
         lambda walk, a: walk.sums / a.epochs, lambda walk, a: walk.sums / a.n / a.epochs),
    lost("loss-over-number-of-batches",
         "an epoch sees n squared errors; by what do you divide their sum?",
         lambda walk, a: walk.sums / len(a.sizes)),
    lost("loss-halved", "losses[e] is the sum over n, without a factor 1/2",
         lambda walk, a: walk.sums / a.n / 2),
    lost("loss-of-the-last-batch",
         "losses[e] looks at the whole epoch, not at its last batch alone",
         lambda walk, a: [means[-1] for means in walk.means],
         lambda walk, a: [np.sum(epoch[-1]) / a.n for epoch in walk.before],
         lambda walk, a: [np.sum(epoch[-1]) for epoch in walk.before]),
    lost("loss-of-each-batch", "one loss for each epoch, not one for each batch",
         lambda walk, a: np.concatenate(walk.means),
         lambda walk, a: [
             so_far / a.n for epoch in walk.before for so_far in np.cumsum([*map(np.sum, epoch)])
         ]),
    lost("loss-never-reset",
         "your sum goes on from epoch to epoch; where must it be set back to zero?",
         lambda walk, a: np.cumsum(walk.sums) / a.n),
    lost("loss-last-epoch-only", "losses holds one number for each epoch; where is the list made?",
         lambda walk, a: walk.sums[-1:] / a.n),
    lost("loss-not-squared", "losses are made of squared errors",
         lambda walk, a: [np.mean(np.sqrt(np.concatenate(epoch))) for epoch in walk.before]),
    lost("loss-root", "losses[e] is the sum over n itself, without a root",
         lambda walk, a: np.sqrt(walk.sums / a.n)),
    lost("loss-at-the-end",
         "the errors of each batch are added up on the way, with the weights of that moment",
         lambda walk, a: spots.on_all(walk.ends[1:], a)),
    lost("loss-at-the-start",
         "the errors of each batch are added up on the way, with the weights of that moment",
         lambda walk, a: spots.on_all(walk.ends[:-1], a)),
    cut("rounded", "do not round inside the function; rounding is for printing", spots.rounded),
)

# Where no mistake is known: which part is wrong, or which inputs.
SYMPTOMS = (
    cut("symptom-whole-numbers",
        "it goes wrong where x and y hold whole numbers and is right everywhere else: does an "
        "array made from them keep what stands after the point?", spots.whole_numbers_only),
    cut("symptom-short-batch",
        "it goes wrong where the last batch is shorter than the others, and is right everywhere "
        "else", spots.short_batch_only, unless=spots.short_batch_right),
    cut("symptom-losses",
        "batches and weights are right every time, the losses are not: look at the lines that "
        "make them", spots.losses_wrong),
    cut("symptom-weights",
        "the batches are right every time, w and b are not where they lead: look at the rows that "
        "each step takes, the error, the slopes and the step", spots.weights_wrong),
    cut("symptom-batches", "begin with the batches: every order is drawn from `rng`, and then cut",
        spots.batches_wrong),
    shown("symptom-no-row-numbers",
          "batches must hold row numbers from 0 to n − 1: a list for each epoch, in it an array "
          "for each batch",
          lambda a: a.batches is None),
)
# fmt: on

sgd_epochs = Exercise(
    name="sgd_epochs",
    points=(3, 3),
    reference=_reference,
    examples=_examples,
    draw=_fresh,
    may_use=("course.descent.epoch_batches",),
    mistakes=(*ANSWER, *BATCHES, *STEPS, *LOSSES, *SYMPTOMS),
)
