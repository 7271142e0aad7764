"""The small network of lesson 10, against numerical slopes, and its training step by step."""

from itertools import pairwise

import numpy as np
import pytest

from course import network, optimizers
from course.descent import numerical_gradient
from course.validate import InputError

SIZES = (3, 5, 4)


@pytest.fixture
def rng():
    return np.random.default_rng(12)


@pytest.fixture
def layers(rng):
    # Biases that are not zero, so that their slopes cannot be right by chance.
    made = network.random_layers(SIZES, rng)
    return [(W, rng.normal(size=b.shape)) for W, b in made]


@pytest.fixture
def images(rng):
    return rng.normal(size=(7, 3)), rng.integers(0, 4, 7)


def loss(layers, x, y, hidden):
    """Return the mean cross-entropy, written as in the textbook."""
    scores = network.forward(layers, x, hidden)[-1]
    shares = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    return -np.mean([np.log(share[right]) for share, right in zip(shares, y, strict=True)])


def numerical(layers, x, y, hidden):
    """Return the slopes of the loss by central differences, as one vector."""
    w = network.flat(layers)
    return numerical_gradient(lambda w: loss(network.shaped(w, layers), x, y, hidden), w, h=1e-6)


@pytest.mark.parametrize(
    "hidden", [network.SIGMOID, network.TANH, network.RELU], ids=lambda a: a.name
)
def test_backward_agrees_with_central_differences(layers, images, hidden):
    found, slopes = network.loss_and_gradients(layers, *images, hidden)
    assert found == pytest.approx(loss(layers, *images, hidden), rel=1e-12)
    assert [[part.shape for part in layer] for layer in slopes] == [
        [part.shape for part in layer] for layer in layers
    ]
    expected = numerical(layers, *images, hidden)
    np.testing.assert_allclose(network.flat(slopes), expected, rtol=1e-6, atol=1e-9)


def test_three_layers_too(rng, images):
    layers = network.random_layers([3, 4, 6, 4], rng, spread=1)
    _, slopes = network.loss_and_gradients(layers, *images, network.SIGMOID)
    expected = numerical(layers, *images, network.SIGMOID)
    np.testing.assert_allclose(network.flat(slopes), expected, rtol=1e-6, atol=1e-9)


def test_the_slope_of_the_scores_is_shares_less_truth(images, layers):
    scores = network.forward(layers, images[0])[-1]
    _, slope = network.cross_entropy(scores, images[1])
    np.testing.assert_allclose(slope, (network.softmax(scores) - np.eye(4)[images[1]]) / 7)
    np.testing.assert_allclose(slope.sum(axis=1), 0, atol=1e-15)


def test_nothing_overflows():
    scores = np.array([[1000.0, 0.0, -1000.0]])
    np.testing.assert_array_equal(network.softmax(scores), [[1, 0, 0]])
    assert network.cross_entropy(scores, np.array([0]))[0] == 0
    assert network.cross_entropy(scores, np.array([2]))[0] == 2000
    np.testing.assert_array_equal(network.sigmoid([-1e4, 0, 1e4]), [0, 0.5, 1])


def test_a_tiny_sigmoid_keeps_its_digits():
    z = np.array([-700.0, -40.0, -30.0, -1.0])
    np.testing.assert_allclose(network.sigmoid(z), np.exp(z - np.log1p(np.exp(z))), rtol=1e-12)
    assert network.sigmoid(40.0) == 1.0
    assert np.isnan(network.sigmoid(np.nan))


def test_small_whole_numbers_are_scores_like_others():
    for kind in (np.uint8, np.int8):
        scores = np.array([[0, 100], [90, 3]], dtype=kind)
        right = scores.astype(float)
        np.testing.assert_array_equal(network.softmax(scores), network.softmax(right))
        for got, wanted in zip(
            network.cross_entropy(scores, [0, 1]),
            network.cross_entropy(right, [0, 1]),
            strict=True,
        ):
            np.testing.assert_array_equal(got, wanted)


def test_images_may_stand_in_lists():
    ask = network.Gradient([[1.0], [2.0]], [1, 0])
    assert ask(network.equal_layers([1, 2]), [1])[0][0].tolist() == [[-1.0, 1.0]]


def test_who_knows_nothing_loses_the_log_of_the_classes(images):
    layers = network.equal_layers(SIZES)
    assert network.loss_and_gradients(layers, *images)[0] == pytest.approx(np.log(4), rel=1e-15)


@pytest.mark.parametrize(
    ("sizes", "counts"), [((64, 100, 10), (7400, 110)), ((2, 1), (2, 1)), ((784, 10), (7840, 10))]
)
def test_parameters_are_counted(sizes, counts, rng):
    assert network.parameter_counts(sizes) == counts
    assert network.flat(network.random_layers(sizes, rng)).size == sum(counts)


def test_a_size_must_be_a_whole_number():
    with pytest.raises(InputError, match="sizes"):
        network.parameter_counts([3, 0])


@pytest.mark.parametrize("spread", [1.0, 2.0])
def test_random_weights_have_the_variance_that_is_said(rng, spread):
    sizes = (400, 300, 200)
    for (W, b), (inputs, _) in zip(
        network.random_layers(sizes, rng, spread=spread), pairwise(sizes), strict=True
    ):
        assert W.var() == pytest.approx(spread / inputs, rel=0.03)
        # Three standard errors.
        assert abs(W.mean()) < 3 * np.sqrt(spread / inputs / W.size)
        assert not b.any()


def test_flat_and_shaped_are_each_others_inverse(layers):
    again = network.shaped(network.flat(layers), layers)
    for layer, other in zip(layers, again, strict=True):
        for part, same in zip(layer, other, strict=True):
            np.testing.assert_array_equal(part, same)


def test_classes_and_accuracy(layers, images):
    x, y = images
    scores = network.forward(layers, x)[-1]
    expected = [max(range(4), key=lambda k: row[k]) for row in scores]
    np.testing.assert_array_equal(network.classes(layers, x), expected)
    assert network.accuracy(layers, x, expected) == 1
    right = sum(a == b for a, b in zip(expected, y, strict=True))
    assert network.accuracy(layers, x, y) == pytest.approx(right / 7)


# ---- training ----


def test_every_row_is_counted_and_a_budget_is_an_end(layers, images):
    gradient = network.Gradient(*images, budget=10)
    gradient(layers, [0, 1, 2])
    gradient(layers, np.arange(7))
    assert gradient.spent == 10
    with pytest.raises(network.BudgetSpent, match=r"10 gradient evaluations .* 0 are left"):
        gradient(layers, [0])


def test_what_is_left_of_a_budget_is_told(layers, images):
    gradient = network.Gradient(*images, budget=10)
    gradient(layers, np.arange(7))
    with pytest.raises(network.BudgetSpent, match="3 are left, and 4 were asked for"):
        gradient(layers, [0, 1, 2, 3])


@pytest.mark.parametrize("rows", [[], [7], [-1], [0.5], [[0]], "all"])
def test_rows_must_be_rows(layers, images, rows):
    gradient = network.Gradient(*images)
    with pytest.raises(InputError, match="rows must be"):
        gradient(layers, rows)
    assert gradient.spent == 0


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (np.array([0, 1]), "not row numbers: first the layers, then the rows$"),
        (np.zeros(12), "not one long vector: network.shaped makes layers of it$"),
        ([(np.zeros((3, 4)),)], r"layers must be a list of pairs \(W, b\), not \["),
    ],
    ids=["rows", "a vector", "no biases"],
)
def test_layers_must_be_layers(images, wrong, told):
    with pytest.raises(InputError, match=told):
        network.Gradient(*images)(wrong, [0])


def test_the_gradient_of_a_batch_is_that_of_its_mean_loss(layers, images):
    x, y = images
    slopes = network.Gradient(*images)(layers, [2, 5])
    alone = [network.loss_and_gradients(layers, x[[row]], y[[row]])[1] for row in (2, 5)]
    expected = np.mean([network.flat(each) for each in alone], axis=0)
    np.testing.assert_allclose(network.flat(slopes), expected, rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"gradient": network.loss_and_gradients}, r"gradient must be a network\.Gradient, such"),
        ({"layers": [4, 3, 4]}, r"layers must be a list of pairs \(W, b\), not \[4, 3, 4\]"),
        ({"optimizer": optimizers.adam}, "optimizer must be a rule, .* function adam, without br"),
    ],
)
def test_what_cannot_be_trained_is_one_line_that_names_the_argument(
    layers, images, rng, change, told
):
    arguments = {
        "gradient": network.Gradient(*images),
        "layers": layers,
        "optimizer": optimizers.adam(),
    }
    with pytest.raises(InputError, match=told) as caught:
        network.train(**(arguments | change), lr=0.1, batch_size=7, epochs=1, rng=rng)
    assert "\n" not in str(caught.value)


def test_an_accuracy_needs_one_class_for_each_row(layers, images):
    x, y = images
    assert 0 <= network.accuracy(layers, x, y) <= 1
    for wrong in (y[:, None], y[0], y[:-1]):
        with pytest.raises(InputError, match="y must hold one class for each row of x"):
            network.accuracy(layers, x, wrong)
    with pytest.raises(InputError, match="y must be a number or an array of numbers"):
        network.accuracy(layers, x, [str(one) for one in y])


def test_one_step_with_all_rows_is_a_step_downhill(layers, images, rng):
    gradient = network.Gradient(*images)
    before = network.flat(layers)
    history = network.train(
        gradient, layers, optimizers.gradient_descent(), lr=0.1, batch_size=7, epochs=1, rng=rng
    )
    slopes = network.flat(network.loss_and_gradients(layers, *images)[1])
    assert len(history) == 2
    np.testing.assert_allclose(network.flat(history[1]), before - 0.1 * slopes, rtol=1e-12)
    np.testing.assert_array_equal(network.flat(layers), before)


def test_each_epoch_is_seen_and_looks_at_every_row_once(layers, images, rng):
    class Noted(network.Gradient):
        looked: tuple = ()

        def __call__(self, layers, rows):
            self.looked += tuple(rows)
            return super().__call__(layers, rows)

    gradient, seen = Noted(*images), []
    history = network.train(
        gradient,
        layers,
        optimizers.adam(),
        lr=lambda t: 0.01 / (1 + t),
        batch_size=3,
        epochs=2,
        rng=rng,
        after_epoch=lambda layers: seen.append(network.flat(layers)),
    )
    np.testing.assert_array_equal(seen, [network.flat(each) for each in history[1:]])
    first, second = gradient.looked[:7], gradient.looked[7:]
    assert sorted(first) == sorted(second) == list(range(7))
    assert first != second


def test_equal_weights_stay_equal(images, rng):
    """Without chance at the start, the units of a hidden layer remain copies of each other."""
    history = network.train(
        network.Gradient(*images, hidden=network.SIGMOID),
        network.equal_layers(SIZES, 0.3),
        optimizers.adam(),
        lr=0.05,
        batch_size=3,
        epochs=5,
        rng=rng,
    )
    (first, _), (second, _) = history[-1]
    assert np.ptp(first, axis=1).max() < 1e-12
    assert np.ptp(second, axis=0).max() < 1e-12
    assert np.ptp(first, axis=0).min() > 1e-3


def test_two_rings_are_learned(rng):
    """No line parts an inner ring from an outer one; ReLUs can."""
    angle = rng.uniform(0, 2 * np.pi, 200)
    y = np.arange(200) % 2
    x = (1.0 + y)[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    history = network.train(
        network.Gradient(x, y),
        network.random_layers([2, 16, 2], rng),
        optimizers.adam(),
        lr=0.02,
        batch_size=20,
        epochs=40,
        rng=rng,
    )
    assert network.accuracy(history[0], x, y) < 0.8
    assert network.accuracy(history[-1], x, y) == 1
