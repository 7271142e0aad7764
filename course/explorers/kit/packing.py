"""Parts of explorers as plain data, to be sent to a browser as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from types import NoneType

import numpy as np


def plain(part) -> dict:
    """Return a control, a panel or a mark as plain data for JSON."""
    # dataclasses.asdict copies every text, which takes several times as long.
    return {one.name: listed(getattr(part, one.name)) for one in fields(part)}


def listed(value):
    """Return a value as JSON takes it: parts as mappings, tuples as lists, NumPy's as Python's."""
    if isinstance(value, (str, float, int, NoneType)):
        return value
    if is_dataclass(value):
        return plain(value)
    if isinstance(value, Mapping):
        return {key: listed(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [listed(item) for item in value]
    return value.item() if isinstance(value, np.generic) else value
