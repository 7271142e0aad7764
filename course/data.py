"""The data sets of the lessons, each with its true parameters and its source.

A new data set is one new function here. All are small and made or written out here: nothing is
downloaded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np

from course.validate import InputError, count

DIGITS = Path(__file__).parent / "files" / "digits.csv.gz"


@dataclass(frozen=True)
class Dataset:
    """Examples to learn from.

    Attributes:
        x: Inputs, shape (n,) or (n, d).
        y: Targets, shape (n,).
        x_names: What each column of x is, with its unit.
        y_name: What y is, with its unit.
        source: Where the numbers come from.
        truth: The parameters that made the data, where there are any.
    """

    x: np.ndarray
    y: np.ndarray
    x_names: tuple[str, ...]
    y_name: str
    source: str
    truth: dict[str, float] = field(default_factory=dict)


def noisy_line(n: int = 200, seed: int = 0) -> Dataset:
    """Return y = 3x + 7 plus noise of standard deviation 0.5, with x standard normal.

    Seed 0 and 200 points are the article's own: NumPy's legacy generator, inputs drawn first.

    Raises:
        InputError: `n` is not a whole number, 1 or more, or `seed` is none, 0 or more.
    """
    n, seed = count("n", n, least=1), count("seed", seed)
    rng = np.random.RandomState(seed)
    x = rng.randn(n)
    y = 3 * x + 7 + rng.randn(n) * 0.5
    truth = {"slope": 3.0, "intercept": 7.0, "noise": 0.5}
    return Dataset(x, y, ("x",), "y", f"made: legacy generator, seed {seed}", truth)


def proportional(n: int = 500) -> Dataset:
    """Return y = 2.5x plus noise of standard deviation 0.1: one weight and no intercept.

    Raises:
        InputError: `n` is not a whole number, 1 or more.
    """
    n = count("n", n, least=1)
    rng = np.random.RandomState(42)
    x = rng.randn(n)
    y = 2.5 * x + rng.randn(n) * 0.1
    truth = {"slope": 2.5, "intercept": 0.0, "noise": 0.1}
    return Dataset(x, y, ("x",), "y", "made: legacy generator, seed 42", truth)


def five_points() -> Dataset:
    """Return five points exactly on y = 2x + 1."""
    x = np.array([1.0, 2.0, 3.0, 4.0, 5.0])
    return Dataset(x, 2 * x + 1, ("x",), "y", "written out", {"slope": 2.0, "intercept": 1.0})


def five_houses() -> Dataset:
    """Return sizes and prices of five houses, exactly on price = 0.1·size + 100."""
    size = np.array([500.0, 1000.0, 1500.0, 2000.0, 2500.0])
    return Dataset(
        size,
        np.array([150.0, 200.0, 250.0, 300.0, 350.0]),
        ("size in square feet",),
        "price in thousands of dollars",
        "written out",
        {"slope": 0.1, "intercept": 100.0},
    )


def four_houses() -> Dataset:
    """Return sizes and prices of four houses, exactly on price = 200·size + 50,000."""
    size = np.array([1000.0, 1500.0, 2000.0, 2500.0])
    return Dataset(
        size,
        np.array([250_000.0, 350_000.0, 450_000.0, 550_000.0]),
        ("size in square feet",),
        "price in dollars",
        "written out",
        {"slope": 200.0, "intercept": 50_000.0},
    )


def houses_with_rooms() -> Dataset:
    """Return bedrooms, bathrooms and size of five houses, with their prices."""
    x = np.array([[2, 1, 1000], [3, 2, 1500], [4, 2, 1800], [3, 3, 2000], [5, 4, 3000]], float)
    return Dataset(
        x,
        np.array([250_000.0, 380_000.0, 450_000.0, 520_000.0, 750_000.0]),
        ("bedrooms", "bathrooms", "size in square feet"),
        "price in dollars",
        "written out",
    )


def house_sales() -> Dataset:
    """Return eight columns about 40 houses and their prices; only the first three make the price.

    price = 150·size − 1500·age + 8000·bedrooms + 40,000 plus noise of standard deviation 25,000,
    to the next thousand. The other five columns are drawn without a look at the house.
    """
    n, rng = 40, np.random.default_rng(5)
    size = np.round(rng.uniform(800, 3000, n), -1)
    age = rng.integers(0, 61, n)
    bedrooms = np.clip(np.round(size / 600 + rng.normal(0, 0.7, n)), 1, 6)
    chance = [rng.integers(low, high, n) for low, high in _CHANCE.values()]
    price = 150 * size - 1500 * age + 8000 * bedrooms + 40_000 + rng.normal(0, 25_000, n)
    return Dataset(
        np.column_stack([size, age, bedrooms, *chance]).astype(float),
        np.round(price, -3),
        ("size", "age", "bedrooms", *_CHANCE),
        "price in dollars",
        "made: default generator, seed 5",
        {"size": 150.0, "age": -1500.0, "bedrooms": 8000.0, "intercept": 40_000.0},
    )


# Columns that say nothing of a house: the lowest whole number, and the first that is too large.
_CHANCE = {
    "house number": (1, 100),
    "day of the month": (1, 32),
    "letters in the street's name": (4, 15),
    "temperature that day": (-5, 31),
    "last digit of the phone number": (0, 10),
}


def exam_scores() -> Dataset:
    """Return the hours that eight students studied and their exam scores, out of 100."""
    return Dataset(
        np.arange(1.0, 9.0),
        np.array([45.0, 55.0, 60.0, 70.0, 80.0, 85.0, 88.0, 92.0]),
        ("hours studied",),
        "exam score, out of 100 points",
        "written out",
    )


@cache
def _written_digits() -> np.ndarray:
    """Return all images and their digits, read once; nobody outside is given the array itself."""
    # scikit-learn's own file: to import scikit-learn takes longer than all else in the course.
    return np.loadtxt(DIGITS, delimiter=",")


def digits(train: int = 1297, seed: int = 0) -> tuple[Dataset, Dataset]:
    """Return handwritten digits in two parts, to train with and to test with, in a fixed order.

    Each row of x is an image of 8 × 8 pixels, row by row, from 0 (empty) to 1 (full ink); y is
    the digit. The 1,797 images are those that scikit-learn carries, the test part of the UCI
    data set "Optical recognition of handwritten digits" (Alpaydin and Kaynak 1998), by 13
    writers. The same writers are in both parts.

    Raises:
        InputError: `train` or `seed` is not a whole number, or all images are to train with.
    """
    rows = _written_digits()
    train, seed = count("train", train, least=1), count("seed", seed)
    if train >= len(rows):
        raise InputError(f"train must be below {len(rows)}, all images, but it is {train}")
    pixels, targets = rows[:, :-1] / 16, rows[:, -1].astype(int)
    order = np.random.default_rng(seed).permutation(len(targets))
    names = tuple(f"pixel {row},{column}" for row in range(8) for column in range(8))
    train_part, test_part = (
        Dataset(pixels[rows], targets[rows], names, "digit", "scikit-learn")
        for rows in (order[:train], order[train:])
    )
    return train_part, test_part
