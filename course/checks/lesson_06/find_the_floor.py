"""wrong_operator, batches_in_an_epoch and true_losses: the article's print-out, repaired."""

from __future__ import annotations

import numpy as np

from course.checks.compare import numeric
from course.checks.exercise import Call, Exercise, Probe, set_to, spotted

N, BATCH, RATE, EPOCHS = 500, 32, 0.01, 5
COUNT = -(-N // BATCH)


def _run(
    rng,
    *,
    restart: bool = False,
    noise_first: bool = False,
    after: bool = False,
    shuffles: int = EPOCHS,
    factor: float = 2.0,
    stop: int = N,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the article's run: batch losses (epochs, batches), row losses, weights after each.

    Args:
        rng: Draws the data and the orders.
        restart: Every epoch begins at the weight 0.
        noise_first: The noise is drawn before the inputs.
        after: A batch's loss is that after its step.
        shuffles: In how many epochs an order is drawn; the others go on with the last one.
        factor: What the slope has of the 2 that its square brings.
        stop: Where the batches of an epoch end.
    """
    normal = getattr(rng, "randn", None) or rng.standard_normal
    x, noise = (normal(N), normal(N))[:: -1 if noise_first else 1]
    y = 2.5 * x + noise * 0.1
    w, losses, squares, weights = 0.0, [], [], []
    order = np.arange(N)
    for epoch in range(EPOCHS):
        order = rng.permutation(N) if epoch < shuffles else order
        w = 0.0 if restart else w
        for first in range(0, stop, BATCH):
            rows = order[first : first + BATCH]
            error = w * x[rows] - y[rows]
            w = w - RATE * np.mean(factor * x[rows] * error)
            error = w * x[rows] - y[rows] if after else error
            losses.append(np.mean(error**2))
            squares.append(np.sum(error**2))
        weights.append((w, np.mean((w * x - y) ** 2)))
    shape = (EPOCHS, -1)
    return np.reshape(losses, shape), np.reshape(squares, shape), np.array(weights)


# The article's generator: NumPy's legacy one, seed 42, for the data and then the orders.
_LOSSES, _SQUARES, _WEIGHTS = _run(np.random.RandomState(42))
_MEANS, _SUMS = _LOSSES.mean(axis=1), _LOSSES.sum(axis=1)


def _true(*losses) -> list[dict]:
    return [{"true_losses": np.asarray(row)} for row in losses]


def _operator(holds):
    """Return a spot: `wrong_operator` is text, and `holds` is true of it."""
    return lambda call: (
        call.text == "wrong_operator" and isinstance(call.result, str) and holds(call.result)
    )


def _count(*numbers: float) -> list[dict]:
    return [{"batches_in_an_epoch": number} for number in numbers]


def _row(holds):
    """Return a spot: `true_losses` is a row of numbers, and `holds` is true of it."""

    def spot(call: Call) -> bool:
        told = numeric(call.result)
        return call.text == "true_losses" and told is not None and told.ndim == 1 and holds(told)

    return spot


def _other_epochs(told: np.ndarray) -> bool:
    """Return whether these are the right losses, of fewer epochs or of more."""
    many = min(told.size, EPOCHS)
    return 1 < told.size != EPOCHS and np.allclose(told[:many], _MEANS[:many], rtol=1e-3)


def _texts(call: Call) -> bool:
    """Return whether `true_losses` holds texts."""
    return (
        call.text == "true_losses"
        and isinstance(call.result, (list, tuple, np.ndarray))
        and (any(isinstance(one, str) for one in call.result))
    )


def _in_a_row(answer):
    """Return a table of one row or one column as the row that it holds."""
    table = isinstance(answer, np.ndarray) and answer.ndim == 2 and 1 in answer.shape
    return answer.ravel() if table and answer.size == EPOCHS else answer


def _one_for_all(call: Call) -> bool:
    told = numeric(call.result)
    return call.text == "true_losses" and told is not None and told.size == 1


# fmt: off
MISTAKES = (
    set_to("repaired-operator",
           "that is what should stand there; asked for is what does stand there and rounds down",
           {"wrong_operator": "/"}),
    spotted("quoted-twice",
            "the operator is right, but marks stand inside the text, too: one pair around it "
            "is enough",
            _operator(lambda text: text.strip("\"'` “”‘’") == "//" != text.strip())),
    spotted("operator-in-words",
            "write the operator itself, as it stands in that line and in quotation marks",
            _operator(lambda text: any(c.isalpha() for c in text))),
    spotted("another-operator", "that is not the operator between `total` and the bracket",
            _operator(lambda text: not any(c.isalnum() for c in text))),
    set_to("short-batch-not-counted",
           "500 rows fill so many batches, and some rows are left over: they make one more",
           {"batches_in_an_epoch": N // BATCH, "true_losses": _SUMS / (N // BATCH)},
           *_count(N // BATCH), *_true(_SUMS / (N // BATCH))),
    set_to("part-of-a-batch",
           "a batch that is not full is still a batch, and makes a step of its own",
           {"batches_in_an_epoch": N / BATCH, "true_losses": _SUMS / (N / BATCH)},
           *_count(N / BATCH), *_true(_SUMS / (N / BATCH))),
    set_to("batch-too-many",
           "which batch takes the last of the 500 rows? There is none after it",
           {"batches_in_an_epoch": COUNT + 1, "true_losses": _SUMS / (COUNT + 1)},
           *_count(COUNT + 1), *_true(_SUMS / (COUNT + 1))),
    set_to("batch-size-for-count",
           "that is how many rows a batch has; asked for is how many batches an epoch has",
           *_count(BATCH)),
    set_to("batches-of-all-epochs",
           "so many batches have all five epochs together; asked for are those of one epoch",
           *_count(COUNT * EPOCHS)),
    set_to("rows-for-batches", "each batch takes 32 rows; how many batches does that make?",
           *_count(N)),
    set_to("as-printed", "these are the numbers that the line prints; repair it and run it again",
           *_true(_SUMS // (N // BATCH))),
    set_to("believed-the-article", "the article prints zeros; no epoch here has a loss of zero",
           *_true(np.zeros(EPOCHS))),
    set_to("not-divided", "the sum of the batch losses is not yet their mean", *_true(_SUMS)),
    set_to("divided-twice",
           "`total` is divided by 500 and by 32; how many batch losses are in it?",
           *_true(_SUMS / N / BATCH)),
    set_to("divided-by-another-number",
           "a mean is divided by how many numbers were added up; how many batch losses are in "
           "`total`?", *_true(_SUMS / N, _SUMS / BATCH, _SUMS / EPOCHS)),
    set_to("over-all-rows", "asked for is the mean of the batch losses, each batch counted once",
           *_true(_SQUARES.sum(axis=1) / N)),
    set_to("loss-at-the-end",
           "that is the loss after each epoch; the line adds up the losses on the way",
           *_true(_WEIGHTS[:, 1])),
    set_to("loss-of-the-last-batch",
           "the mean goes over all batches of the epoch; this is the loss of its last one alone",
           *_true(_LOSSES[:, -1])),
    set_to("short-batch-left-out",
           "the short batch has a loss, too; yours is the mean of the full ones",
           *_true(_LOSSES[:, :-1].mean(axis=1),
                  _run(np.random.RandomState(42), stop=N // BATCH * BATCH)[0].mean(axis=1))),
    set_to("sums-run-on", "`total` must begin at 0 in every epoch",
           *_true(np.cumsum(_SUMS), np.cumsum(_SUMS) / COUNT)),
    set_to("weights-reset-each-epoch",
           "an epoch goes on from the weight where the last one ended; where is `w` set to 0?",
           *_true(_run(np.random.RandomState(42), restart=True)[0].mean(axis=1))),
    set_to("weights-for-losses",
           "these are the weights after each epoch; the losses are asked for",
           *_true(_WEIGHTS[:, 0])),
    set_to("factor-2-missing",
           "the program's slope has the factor 2 that a square brings; has yours?",
           *_true(_run(np.random.RandomState(42), factor=1.0)[0].mean(axis=1))),
    set_to("one-order-for-all-epochs",
           "the program has another order in every epoch, yours has the same one in all five: "
           "where is it drawn, and where does the generator begin?",
           *_true(_run(np.random.RandomState(42), shuffles=1)[0].mean(axis=1))),
    set_to("not-shuffled",
           "the program shuffles the rows in every epoch; yours takes them as they come",
           *_true(_run(np.random.RandomState(42), shuffles=0)[0].mean(axis=1))),
    set_to("another-generator",
           "the program draws from `np.random.RandomState(42)`; another generator gives other "
           "data", *_true(*(
               _run(rng)[0].mean(axis=1)
               for rng in (np.random.default_rng(42), np.random.default_rng(0),
                           np.random.RandomState(0), np.random.RandomState(1))))),
    set_to("noise-before-inputs",
           "the program draws the inputs first; in another order the same seed gives other data",
           *_true(_run(np.random.RandomState(42), noise_first=True)[0].mean(axis=1))),
    set_to("loss-after-the-step",
           "a batch's loss belongs to the weight before its step; where is yours worked out?",
           *_true(_run(np.random.RandomState(42), after=True)[0].mean(axis=1))),
    spotted("losses-as-text",
            "an f-string makes text, which is for printing; put the numbers themselves into the "
            "list", _texts),
    spotted("nothing-collected",
            "`true_losses` is empty: where does each epoch put its mean into it?",
            _row(lambda told: told.size == 0)),
    spotted("epochs-miscounted", "true_losses holds five numbers: how many epochs does yours run?",
            _row(_other_epochs)),
    set_to("every-batch-loss", "one number for each epoch: the mean of its batch losses",
           *_true(_LOSSES.ravel(), _LOSSES)),
    set_to("last-epoch-only", "true_losses holds five numbers, one for each epoch",
           *_true(_MEANS[-1], _MEANS[-1:])),
    spotted("one-number", "true_losses holds five numbers, one for each epoch", _one_for_all),
    set_to("too-few-digits", "give at least four digits after the point",
           *_true(*(np.round(_MEANS, digits) for digits in (1, 2, 3)))),
)
# fmt: on

find_the_floor = Exercise(
    name="find_the_floor",
    points=(1, 2),
    values=("wrong_operator", "batches_in_an_epoch", "true_losses"),
    reference={
        "wrong_operator": "//",
        "batches_in_an_epoch": COUNT,
        "true_losses": _MEANS,
    }.get,
    examples=(
        Probe(("wrong_operator",), shows="the operator that rounds down", weight=0.5),
        Probe(("batches_in_an_epoch",), shows="the number of batches", weight=0.5),
        Probe(("true_losses",), shows="the true mean losses", weight=2),
    ),
    mistakes=MISTAKES,
    form=_in_a_row,
    # Four digits after the point are enough, three are not.
    rtol=3e-4,
)
