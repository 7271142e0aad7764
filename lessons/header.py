# %% [markdown]
# <details><summary><strong>How to work here</strong></summary>
#
# Go from top to bottom. `Shift+Enter` runs a cell and moves on. Choose your prediction *before*
# you run what answers it. Write your answers where a cell says `raise NotImplementedError` or
# `...`, run the cell, then run the check below it, as often as you like. Each check tells you what
# came back, what was expected, and often what the mistake is. Folded hints open with a click or
# with `Enter`. `Ctrl+S` saves.
#
# - **Coming back, or after a restart:** click the cell where you want to go on, then choose *Run*,
#   *Run All Above Selected Cell*. That brings back every name and every answer of yours.
# - **A cell that does not end** (`[*]` stays beside it): *Kernel*, *Interrupt Kernel*; if that
#   does not help, *Restart Kernel…*. **A cell is gone:** *Edit*, *Undo Cell Operation*.
# - **An exercise from the start:** put `raise NotImplementedError`, or each `...`, back in place
#   of your answer. The cell as it was is in `release/`, and on the lesson's page of the site.
# - **A lesson from the start:** close it, rename its folder in `my-work/`, and start `make lab`
#   again: it puts a fresh copy in its place. The renamed folder keeps your work, and the map keeps
#   your points. In the browser, choose *File*, *Rename…*, and open the lesson from the map.
# - **Your grade:** the checks here give part of the points. In a terminal,
#   `make grade STUDENT=me` runs the others, too, and writes a page for each lesson into
#   `feedback/me/`. That needs Linux. Where you cannot run it, the checks here are a good measure:
#   the others ask the same things, mostly with other inputs. In a class, your instructor returns
#   the grade.
# - **What you need not look into:** `check`, `predict`, `reveal`, `quick`, `figures`, `descent`,
#   the `explore_…` pictures and their like are tools of the course. You can use them without
#   knowing how they are made.
#
# </details>
