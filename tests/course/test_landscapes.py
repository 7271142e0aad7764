"""Every landscape's gradient, curvature and minima agree with its value."""

import re
import unicodedata

import numpy as np
import pytest

from course import landscapes
from course.descent import numerical_gradient
from course.landscapes import Landscape
from course.validate import InputError

X = np.array([0.5, -1.0, 2.0, 3.0])
ALL = [value for value in vars(landscapes).values() if isinstance(value, Landscape)]
ALL += [landscapes.ravine(25), landscapes.ravine(3), landscapes.squared_error(X, 2 * X + X**2)]
ALL += [landscapes.slope_error(X, 3 * X + 1, intercept=0.5)]
# One that somebody may write: a plain Landscape of two weights, with other functions than ours.
TROUGH = Landscape(
    name="trough",
    formula="2√(w1² + 1) − 3sin(w2)",
    value=lambda w: 2 * np.sqrt(w[..., 0] ** 2 + 1) - 3 * np.sin(w[..., 1]),
    gradient=lambda w: np.stack(
        [2 * w[..., 0] / np.sqrt(w[..., 0] ** 2 + 1), -3 * np.cos(w[..., 1])], axis=-1
    ),
    curvature=lambda w: (
        np.eye(2)
        * np.stack([2 * (w[..., 0] ** 2 + 1) ** -1.5, 3 * np.sin(w[..., 1])], axis=-1)[
            ..., np.newaxis
        ]
    ),
    minima=(np.array([0.0, np.pi / 2]),),
    view=((-3.0, 3.0), (-1.0, 4.0)),
)
ALL += [TROUGH]


@pytest.fixture(params=ALL, ids=lambda landscape: landscape.name)
def landscape(request):
    return request.param


def points(landscape, how_many=20):
    low, high = np.array(landscape.view).T
    rng = np.random.default_rng(5)
    places = rng.uniform(low, high, size=(how_many, landscape.dimensions))
    return places[:, 0] if landscape.dimensions == 1 else places


def test_gradient_is_the_slope_of_the_value(landscape):
    for w in points(landscape):
        expected = numerical_gradient(landscape, w, h=1e-5)
        np.testing.assert_allclose(landscape.gradient(w), expected, rtol=1e-5, atol=1e-5)


def test_curvature_is_the_slope_of_the_gradient(landscape):
    h = 1e-5
    for w in points(landscape):
        if landscape.dimensions == 1:
            expected = (landscape.gradient(w + h) - landscape.gradient(w - h)) / (2 * h)
        else:
            expected = np.stack(
                [
                    (landscape.gradient(w + h * e) - landscape.gradient(w - h * e)) / (2 * h)
                    for e in np.eye(landscape.dimensions)
                ]
            )
        np.testing.assert_allclose(landscape.curvature(w), expected, rtol=1e-4, atol=1e-4)


def test_minima_are_flat_low_and_in_order(landscape):
    heights = [float(landscape(w)) for w in landscape.minima]
    assert heights == sorted(heights)
    rng = np.random.default_rng(5)
    for w in landscape.minima:
        assert np.max(np.abs(landscape.gradient(w))) < 1e-8
        for nudge in rng.normal(size=(20, *np.shape(w))) * 1e-3:
            assert landscape(w + nudge) >= landscape(w)


def test_no_minimum_is_left_out(landscape):
    """Walks from all over the view end in a listed minimum, or above all that are listed."""
    w = points(landscape, 400)
    loss, lr = landscape(w), np.full(len(w), 0.1)
    for _ in range(1000):
        with np.errstate(all="ignore"):
            tried = w - lr.reshape(-1, *[1] * (w.ndim - 1)) * landscape.gradient(w)
            there = landscape(tried)
        # What goes down for ever need not go on.
        lower = (there < loss) & (there > -1e6)
        w[lower], loss[lower] = tried[lower], there[lower]
        lr = np.where(lower, 1.1 * lr, 0.5 * lr)
    # Flat, and curved upwards: no ridge, no plain, and nothing that goes down for ever.
    flat = np.max(np.abs(landscape.gradient(w)).reshape(len(w), -1), axis=1) < 1e-3
    size = landscape.dimensions
    up = np.linalg.eigvalsh(landscape.curvature(w).reshape(-1, size, size))[:, 0] > 1e-3
    known = np.reshape(landscape.minima, (-1, size))
    highest = max((float(landscape(one)) for one in landscape.minima), default=np.inf)
    for place in w[flat & up & (loss < highest + 1e-6)].reshape(-1, size):
        near = np.linalg.norm(known - place, axis=1) < 0.05
        assert np.any(near), f"a minimum near {place} is not among `minima`"


# A sum over examples says nothing of what they are.
@pytest.mark.parametrize(
    "landscape", [one for one in ALL if "Σ" not in one.formula], ids=lambda one: one.name
)
def test_the_formula_is_the_value(landscape):
    """What pictures are titled with is what is walked on."""
    text = landscape.formula
    for sign, python in (("−", "-"), ("·", "*"), ("√", "sqrt")):
        text = text.replace(sign, python)
    text = re.sub("[²³⁴⁵⁶⁷⁸⁹]", lambda power: "**" + unicodedata.normalize("NFKC", power[0]), text)
    text = re.sub(r"(?<=\d)(?=[a-zπ(])|(?<=π)(?=w)", "*", text)
    for w in points(landscape):
        names = {"w": w} if landscape.dimensions == 1 else dict(zip(("w1", "w2"), w, strict=True))
        value = eval(text, {**vars(np), "π": np.pi, **names})
        assert landscape(w) == pytest.approx(value), f"{landscape.formula} is not the value at {w}"


def test_many_points_at_once_are_each_as_alone(landscape):
    w = points(landscape, 6)
    stacked = w.reshape(2, 3, *w.shape[1:])
    assert landscape(stacked).shape == (2, 3)
    # Not bit for bit: BLAS adds up in another order for many at once.
    np.testing.assert_allclose(
        landscape(stacked).ravel(), [landscape(one) for one in w], rtol=1e-12
    )
    np.testing.assert_allclose(
        landscape.gradient(stacked).reshape(w.shape),
        [landscape.gradient(one) for one in w],
        rtol=1e-12,
        atol=1e-12,
    )


@pytest.mark.parametrize("kind", [np.uint8, np.int16, np.int64])
def test_whole_numbers_are_places_like_others(landscape, kind):
    """100 to the power of 4 is more than 16 bits hold, and 100,000 to that is more than 64."""
    large = {np.uint8: 200, np.int16: 100, np.int64: 100_000}[kind]
    w = np.full(landscape.dimensions, large, dtype=kind)
    with np.errstate(over="ignore"):
        for ask in (landscape, landscape.value, landscape.gradient, landscape.curvature):
            np.testing.assert_array_equal(ask(w), ask(w.astype(float)))
            if landscape.dimensions == 1:
                assert ask(w[0]) == ask(float(large))


def test_the_quartics_stationary_points():
    for w in (landscapes.QUARTIC_LEFT, landscapes.QUARTIC_HILL, landscapes.QUARTIC_RIGHT):
        assert landscapes.quartic.gradient(w) == pytest.approx(0, abs=1e-13)
    ends = (landscapes.QUARTIC_LEFT, landscapes.QUARTIC_RIGHT)
    assert ends == pytest.approx((-2.0305466153533738423, 1.96798540068155596469), abs=2e-15)
    depth = landscapes.quartic(landscapes.QUARTIC_LEFT)
    assert depth == pytest.approx(-8.0153881900071997, abs=1e-13)


def test_squared_error_is_the_mean_of_the_squares():
    x, y = X, np.array([1.0, 0.0, 2.0, 5.0])
    loss = landscapes.squared_error(x, y)
    for w, b in np.random.default_rng(5).normal(size=(5, 2)):
        error = w * x + b - y
        assert loss(np.array([w, b])) == pytest.approx(np.mean(error**2))
        expected = [2 * np.mean(error * x), 2 * np.mean(error)]
        np.testing.assert_allclose(loss.gradient(np.array([w, b])), expected)


def test_squared_error_of_one_weight_as_sum_mean_and_half_mean():
    x, y = X, np.array([1.0, 0.0, 2.0, 5.0])
    squares = (0.7 * x + 1 - y) ** 2
    expected = {1: np.sum(squares), None: np.mean(squares), 1 / 8: np.mean(squares) / 2}
    for factor, value in expected.items():
        loss = landscapes.slope_error(x, y, intercept=1, factor=factor)
        assert loss(0.7) == pytest.approx(value)


def test_a_walk_in_place_moves_no_minimum():
    best = np.array([1.0, 2.0])
    dish = landscapes.quadratic("dish", "", [[2, 0], [0, 2]], best, ((-4, 4), (-4, 4)))
    best += 1
    for landscape in (dish, landscapes.bowl, landscapes.rosenbrock):
        w = landscape.minima[0]
        with pytest.raises(ValueError, match="read-only"):
            w -= 0.1
        assert landscape.gradient(landscape.minima[0]) == pytest.approx(0)
    np.testing.assert_array_equal(dish.minima[0], [1, 2])


@pytest.mark.parametrize(
    ("hessian", "many"),
    [
        ([[2, 0], [0, -2]], 0),
        ([[0, 1], [1, 0]], 0),
        ([[2, 2], [2, 2]], 1),
        # Turned by a right angle, which leaves rounding beside the diagonal.
        ([[100, 6e-15], [-1e-15, 1]], 1),
    ],
)
def test_what_curves_downward_has_no_minimum(hessian, many):
    assert len(_quadratic(hessian).minima) == many


def _quadratic(hessian, minimum=(0, 0)):
    return landscapes.quadratic("q", "", hessian, minimum, ((-1, 1), (-1, 1)))


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (
            lambda: _quadratic([[2, 1], [0, 2]]),
            r"hessian must be symmetric, .* \[\[2, 1\], \[0, 2",
        ),
        (lambda: _quadratic([2, 2]), "hessian must be symmetric, of shape"),
        (lambda: _quadratic("round"), "hessian must be a number or an array"),
        (lambda: _quadratic(np.eye(2), [1, 2, 3]), "minimum must hold 2 weights"),
        (lambda: landscapes.ravine("steep"), "condition must be a number"),
        (lambda: landscapes.ravine(-1), "condition must be above 0, but it is -1"),
        (lambda: landscapes.squared_error([1, 2], [3, 4], factor=0), "factor must be above 0"),
        (lambda: landscapes.squared_error([1, 2], [1, 2, 3]), r"x and y .* \(2,\) and \(3,\)"),
        (lambda: landscapes.slope_error([0, 0], [1, 2]), "x must hold .* not all of them 0"),
        (lambda: landscapes.slope_error([[1], [2]], [1, 2]), "x must hold one number for each"),
        (lambda: landscapes.slope_error([1, 2], [1, 2], "0"), "intercept must be a number"),
        (lambda: landscapes.slope_error([1, 2], [1, 2], np.nan), "intercept must be finite"),
    ],
)
def test_bad_input_is_told(call, told):
    with pytest.raises(InputError, match=told):
        call()
