"""Sentences with places such as {name} or {name:3}, and how numbers are said in them.

The browser fills the same ones (page/template.js); tests/explorers/templates.json holds cases
that both must pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Context

import numpy as np

from course.counting import listed

PLACE = re.compile(r"\{(\w+)(?::(\d+))?\}")


def filled(
    template: str, texts: Mapping[str, str], races: Mapping, number: Callable[[str], float]
) -> str:
    """Return a template's text.

    Args:
        template: A text with places.
        texts: What names mean that stand for a text.
        races: What names mean that stand for a comparison (see `scene.Race`).
        number: The number that any other name stands for.
    """

    def found(match):
        name, digits = match.groups()
        if name in texts:
            return texts[name]
        if name in races:
            return _told(races[name], int(digits or 0), texts, races, number)
        return said(number(name), int(digits or 5))

    return PLACE.sub(found, template)


def _told(race, which: int, texts, races, number) -> str:
    """Return who of several has the lowest number, or the place of one of them."""
    values = [number(name) for name in race.tables]
    places = [1 + sum(other < value for other in values) for value in values]
    if which:
        return str(places[which - 1])
    if len(places) > 1 and max(places) == 1:
        return filled(race.level, texts, races, number)
    first = [text for text, place in zip(race.texts, places, strict=True) if place == 1]
    told = [filled(text, texts, races, number) for text in first]
    return listed(told)


def said(value: float, digits: int = 5) -> str:
    """Return a number as explorers say it: so many digits, zeros at the end left out."""
    value = float(value)
    if not np.isfinite(value):
        return "too large to show"
    # Halves go away from zero, as in the browser; Python's own formats take the even one.
    value = float(Context(prec=digits, rounding=ROUND_HALF_UP).create_decimal(value))
    exponent = int(f"{value:.{digits - 1}e}".split("e")[1])
    if -6 <= exponent < digits:
        text = f"{value:.{digits - 1 - exponent}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    else:
        text = re.sub(r"e([+-])0+(?=\d)", r"e\1", f"{value:.{digits - 1}e}")
    return minus("0" if text == "-0" else text)


def minus(number: str) -> str:
    """Return a number's text with a minus where Python writes a hyphen.

    A screen reader may pass over a hyphen, and with it over the sign.
    """
    return number.replace("-", "−")
