# An endless loop, in two answers and in a cell that uses one.
# points: 0
# %% descend
def descend(grad, w0, lr, steps):
    while True:
        pass
# %% quartic_walk
def quartic_walk(start):
    return descend(lambda w: w, start, 0.01, 200)
# %% article_table
true_final_weight = descend(lambda w: 2 * (w - 4), -1.0, 0.1, 20)[-1]
