"""Functions written as text, so that a check can show what it called and send it anywhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from types import CodeType
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Formula:
    """A function given by a Python expression, such as Formula("w**2 + 1").

    Attributes:
        text: The expression; `np` stands for NumPy.
        variable: The name of its one argument.
        name: What a report calls it.
    """

    text: str
    variable: str = "w"
    name: str = "f"

    @cached_property
    def _function(self) -> Callable[[Any], Any]:
        return eval(f"lambda {self.variable}: {self.text}", {"np": np})

    def __call__(self, *values: Any) -> Any:
        """Return the expression at one value: a number or an array; a list counts as an array.

        Raises:
            TypeError: There is not one value; in Python's words for a function of this name.
        """
        if not values:
            raise TypeError(
                f"{self.name}() missing 1 required positional argument: '{self.variable}'"
            )
        if len(values) > 1:
            raise TypeError(
                f"{self.name}() takes 1 positional argument but {len(values)} were given"
            )
        (value,) = values
        return self._function(np.asarray(value) if isinstance(value, (list, tuple)) else value)

    def __deepcopy__(self, memo: dict[int, Any]) -> Formula:
        # It cannot be changed, so a copy is worth nothing; and it would forget its function.
        return self

    def __repr__(self) -> str:
        return self.name

    @property
    def __name__(self) -> str:
        return self.name

    @property
    def __code__(self) -> CodeType:
        return self._function.__code__

    @property
    def definition(self) -> str:
        """The function as a student reads it, such as "f(w) = w**2 + 1"."""
        return f"{self.name}({self.variable}) = {self.text}"
