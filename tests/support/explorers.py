"""Every explorer, made here as a notebook makes it."""

from __future__ import annotations

import numpy as np

from course import data, explorers, landscapes, network, optimizers
from course.explorers.kit.widget import Explorer
from course.explorers.training import Watched

# What a notebook runs before any of the calls.
IMPORTS = "from course import explorers\nfrom course.landscapes import *"

# The same, where nobody looks at the pictures without a kernel: Matplotlib takes half a second for
# each, and longer for all of them than all else takes a kernel.
WITHOUT_PICTURES = f"""{IMPORTS}
from course.explorers.kit.widget import Explorer
Explorer.bundle = lambda self: ({{"text/html": self.page(b"")}}, {{}})"""


def made(name: str) -> Explorer:
    """Return the explorer called `name`: as its call in `course.explorers` makes it."""
    if name == "watch_training":
        return watched()
    return eval(explorers.CALLS[name], vars(landscapes) | {"explorers": explorers})


def watched(epochs: int = 15) -> Explorer:
    """Return `watch_training` as it stands after the training of the lesson."""
    train, held_back = data.digits()
    start = network.random_layers([64, 50, 10], np.random.default_rng(9))
    gradient = network.Gradient(train.x, train.y)
    seen = Watched(gradient, start, epochs, (held_back.x, held_back.y))
    network.train(
        gradient,
        start,
        optimizers.adam(),
        lr=0.01,
        batch_size=32,
        epochs=epochs,
        rng=np.random.default_rng(9),
        after_epoch=seen.after_epoch,
    )
    seen.explorer.late = True
    seen.explorer.stand(seen.ended())
    return seen.explorer
