# %% [markdown]
# **How to work here.** Go from top to bottom. `Shift+Enter` runs a cell and moves on. Choose your
# prediction *before* you run what answers it. Write your answers where a cell says
# `raise NotImplementedError` or `...`, then run the check below it, as often as you like: each run
# tells you what came back, what was expected, and often what the mistake is. Folded hints open
# with a click or with `Enter`. `Ctrl+S` saves.
