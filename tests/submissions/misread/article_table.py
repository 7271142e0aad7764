# Wrong answers that are close to a known mistake, but are another: the label must not be told.

# %% article_table.where-it-would-end
true_final_weight, true_final_loss, lowest_possible_loss = 3.94, 2.00, 2

# %% article_table.other-number-of-steps
w = -1.0
for _ in range(20):
    w = w - 0.1 * 2 * (w - 4)
true_final_weight, true_final_loss, lowest_possible_loss = w, 2.00, 2
