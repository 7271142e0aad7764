"""Each layer's gradient: the network's own, and what depth, activation and start make of it."""

import numpy as np
import pytest

from course import data, explorers, network
from course.descent import central_difference, numerical_gradient
from course.explorers.slopes import ACTIVATIONS, DEPTHS, SPREADS, lengths


def told(activation, start, depth):
    explorer = explorers.explore_slopes()
    at = {
        "activation": [one.name for one in ACTIVATIONS].index(activation),
        "start": SPREADS.index(start),
        "depth": DEPTHS.index(depth),
    }
    return explorer.scene.filled(explorer.scene.sentence, explorer.controls, at)


def test_the_lengths_are_those_of_measured_slopes():
    few = data.digits()[0]
    x, y = few.x[:50], few.y[:50]
    norms = []
    for seed in range(3):
        layers = network.random_layers([64, 64, 10], np.random.default_rng(seed), spread=2.0)
        hidden = network.forward(layers, x, network.TANH)[1]

        # The scores' layer: with what comes out of tanh it is all that the loss depends on.
        def loss(W, hidden=hidden):
            return network.cross_entropy(hidden @ W, y)[0]

        norms.append(np.linalg.norm(numerical_gradient(loss, layers[1][0])))
    expected = lengths()[list(ACTIVATIONS).index(network.TANH), SPREADS.index(2.0), 0]
    assert expected[1] == pytest.approx(np.median(norms), rel=1e-5)
    assert np.all(np.isfinite(expected) == (np.arange(len(expected)) < 2))


@pytest.mark.parametrize("activation", ACTIVATIONS, ids=lambda one: one.name)
def test_an_activation_s_slope_is_measured(activation):
    z = np.linspace(-4, 4, 80)
    slope = central_difference(activation.value, z)
    np.testing.assert_allclose(activation.slope(activation.value(z)), slope, atol=1e-7)


@pytest.mark.parametrize(
    ("activation", "start", "does"),
    [
        ("sigmoid", 1.0, "it vanishes"),
        ("sigmoid", 16.0, "it vanishes"),
        ("tanh", 1.0, "it neither vanishes nor explodes"),
        ("ReLU", 1.0, "it vanishes"),
        ("ReLU", 2.0, "it neither vanishes nor explodes"),
        ("ReLU", 8.0, "it explodes"),
    ],
)
def test_what_twenty_layers_do(activation, start, does):
    assert told(activation, start, 20).endswith(does)
    assert told(activation, start, 1).endswith("it neither vanishes nor explodes")
