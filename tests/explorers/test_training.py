"""Watching a training changes nothing of it, and shows what it was at every epoch."""

import numpy as np
import pytest

from course import data, explorers, network, optimizers
from course.explorers import training
from course.explorers.kit.template import said
from course.explorers.kit.widget import LARGEST
from course.explorers.training import Watched
from course.validate import InputError

TRAIN, held_back = data.digits()
HELD_BACK = held_back.x, held_back.y
START = network.random_layers([64, 12, 10], np.random.default_rng(9))


def arguments(epochs=3, **more):
    rng = np.random.default_rng(9)
    return {"lr": 0.01, "batch_size": 64, "epochs": epochs, "rng": rng, **more}


def watched(epochs=3, *, layers=START, validation=HELD_BACK, until=None):
    """Return what was watched; the training stops `until` an epoch."""
    gradient = network.Gradient(TRAIN.x, TRAIN.y)
    seen = Watched(gradient, layers, epochs, validation)
    network.train(
        gradient,
        layers,
        optimizers.adam(),
        **arguments(until or epochs),
        after_epoch=seen.after_epoch,
    )
    seen.explorer.stand(seen.ended())
    return seen


def test_it_returns_what_training_returns_and_spends_no_more():
    gradients = [network.Gradient(TRAIN.x, TRAIN.y) for _ in range(2)]
    plain = network.train(gradients[0], START, optimizers.adam(), **arguments())
    shown = explorers.watch_training(
        gradients[1], START, optimizers.adam(), **arguments(validation=HELD_BACK)
    )
    assert len(plain) == len(shown) == 4
    for one, other in zip(plain, shown, strict=True):
        np.testing.assert_allclose(network.flat(one), network.flat(other), rtol=1e-9)
    assert gradients[0].spent == gradients[1].spent == 3 * len(TRAIN.y)


def test_the_tables_are_what_the_network_is_after_each_epoch():
    seen = watched()
    tables = seen.explorer.scene.tables
    np.testing.assert_array_equal(tables["epochs"].values, [0, 1, 2, 3])
    for i, layers in enumerate(seen.history):
        loss, slopes = network.loss_and_gradients(layers, TRAIN.x, TRAIN.y)
        assert tables["training_loss"].values[i] == pytest.approx(np.log10(loss))
        right = 100 * network.accuracy(layers, *HELD_BACK)
        assert tables["validation_right"].values[i] == pytest.approx(right)
        for k, layer in enumerate(slopes):
            norm = np.linalg.norm(network.flat([layer]))
            assert tables[f"layer_{k + 1}"].values[i] == pytest.approx(np.log10(norm))


def test_the_sentence_of_each_epoch():
    explorer = watched().explorer
    right = network.accuracy(START, TRAIN.x, TRAIN.y)
    text = explorer.scene.filled(explorer.scene.sentence, explorer.controls, {"epoch": 0})
    assert text.startswith(f"epoch 0 of 3: training rows {int(100 * right)} % right, loss ")
    assert "; validation rows " in text
    assert " in layer 2; lowest validation loss 0." in text
    assert explorer.positions == {"epoch": 3}
    assert "epoch 3 of 3" in explorer.text


def test_the_lowest_validation_loss_and_its_epoch_are_told_and_drawn():
    seen = watched(epochs=12)
    held = [network.loss_and_gradients(layers, *HELD_BACK)[0] for layers in seen.history]
    lowest = int(np.argmin(held))
    scene = seen.explorer.scene
    text = scene.filled(scene.sentence, seen.explorer.controls, {"epoch": 2})
    assert text.endswith(f"; lowest validation loss {said(held[lowest], 3)}, at epoch {lowest}")
    assert scene.tables["lowest_epoch"].values == lowest
    assert scene.tables["lowest_loss"].values == pytest.approx(np.log10(held[lowest]))
    # While it trains, epochs that were not looked at might be lower.
    assert "lowest validation loss seen so far " in seen._scene().sentence


def test_without_validation_there_is_none():
    seen = watched(validation=None)
    assert set(seen._sets) == {"training"}
    assert "validation" not in seen.explorer.text
    assert len(seen.explorer.scene.panels[0].marks) == 1 + 3


def test_a_training_that_was_stopped_says_so():
    seen = watched(epochs=8, until=2)
    progress = seen.explorer.controls[0]
    assert progress.text == "stopped after epoch 2 of 8"
    assert progress.value == pytest.approx(0.25)
    assert list(seen.explorer.controls[1].values) == ["0", "1", "2"]


def test_an_interrupt_leaves_the_picture_of_what_was_reached(monkeypatch):
    shown = []
    monkeypatch.setattr(training, "get_ipython", lambda: True)
    monkeypatch.setattr(training.Explorer, "watch", lambda _: None)
    monkeypatch.setattr(training.Explorer, "finish", lambda _, scene: shown.append(scene))

    class Interrupted(network.Gradient):
        def __call__(self, layers, rows):
            if self.spent > 1.5 * len(self.y):
                raise KeyboardInterrupt
            return super().__call__(layers, rows)

    gradient = Interrupted(TRAIN.x, TRAIN.y)
    with pytest.raises(KeyboardInterrupt):
        explorers.watch_training(
            gradient, START, optimizers.adam(), **arguments(validation=HELD_BACK)
        )
    assert shown[0].controls[0].text == "stopped after epoch 1 of 3"


def test_it_looks_seldom_and_never_at_a_batch(monkeypatch):
    """Time stands still: one look at the start, and all others once the training is over."""
    monkeypatch.setattr(training.time, "perf_counter", lambda: -1.0)
    gradient = network.Gradient(TRAIN.x, TRAIN.y)
    seen = Watched(gradient, START, 5, HELD_BACK)
    looks = []
    monkeypatch.setattr(seen, "_look", looks.append)
    rule = optimizers.adam()
    network.train(gradient, START, rule, **arguments(5), after_epoch=seen.after_epoch)
    assert looks == []
    monkeypatch.setattr(training.time, "perf_counter", lambda: 100.0)
    monkeypatch.setattr(seen, "_scene", lambda: seen.explorer.scene)
    seen.after_epoch(START)
    assert looks == [6]


def test_a_diverged_training_is_told():
    with np.errstate(all="ignore"):
        broken = [(np.full_like(W, np.nan), b) for W, b in START]
        seen = Watched(network.Gradient(TRAIN.x, TRAIN.y), START, 2, HELD_BACK)
        seen.after_epoch(broken)
        seen.explorer.stand(seen.ended())
    explorer = seen.explorer
    text = explorer.scene.filled(explorer.scene.sentence, explorer.controls, {"epoch": 1})
    assert "loss too large to show" in text
    assert explorer.bundle()[0]["text/html"]


def test_the_largest_is_small_enough_to_store():
    deep = network.random_layers([64, *[8] * 10, 10], np.random.default_rng(9))
    gradient = network.Gradient(TRAIN.x[:50], TRAIN.y[:50])
    seen = Watched(gradient, deep, training.MOST_EPOCHS, HELD_BACK)
    for _ in range(training.MOST_EPOCHS):
        seen.after_epoch(deep)
    seen.explorer.stand(seen.ended())
    data_of, _ = seen.explorer.bundle()
    assert sum(len(text.encode()) for text in data_of.values()) < LARGEST


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"gradient": 3}, "gradient must be a network.Gradient, such as"),
        ({"epochs": 0}, "epochs must be a whole number, 1 or more"),
        ({"epochs": 501}, "epochs must be 500 at most, but it is 501"),
        ({"validation": 7}, "validation must be a pair (x, y), such as"),
        ({"validation": (TRAIN.x, TRAIN.y[:3])}, "validation must be x of shape (n, 64) and y"),
        ({"validation": (TRAIN.x[:, :5], TRAIN.y)}, "validation must be x of shape (n, 64) and y"),
    ],
)
def test_bad_input_is_told_in_one_line(changed, problem):
    given = {"gradient": network.Gradient(TRAIN.x, TRAIN.y), "layers": START}
    given |= {"optimizer": optimizers.adam(), **arguments()} | changed
    with pytest.raises(InputError) as error:
        explorers.watch_training(**given)
    assert str(error.value).startswith(problem)
    assert "\n" not in str(error.value)
