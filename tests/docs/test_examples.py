"""The examples in the docstrings of what one builds with: each runs as it is printed."""

import doctest
import inspect

import pytest

from course import (
    counting,
    descent,
    landscapes,
    network,
    optimizers,
    regression,
    schedules,
    validate,
)

MODULES = (descent, landscapes, network, optimizers, regression, schedules)
# Without the names of its module: what a reader copies must be enough.
EXAMPLES = [
    example
    for module in (*MODULES, counting, validate)
    for example in doctest.DocTestFinder().find(module, globs={})
]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_example(example):
    told = []
    doctest.DocTestRunner(verbose=False).run(example, out=told.append)
    assert "".join(told) == ""


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_public_function_has_an_example(module):
    shown = {example.name for example in EXAMPLES if example.examples}
    names = {
        f"{module.__name__}.{name}"
        for name, value in inspect.getmembers(module, inspect.isfunction)
        if value.__module__ == module.__name__ and not name.startswith("_")
    }
    assert len(names) > 4
    assert not names - shown, f"each has an example in its docstring: {names - shown}"
