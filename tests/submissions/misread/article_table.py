# Wrong answers that are close to a known mistake, but are another: the label must not be told.

# %% article_table.where-it-would-end
true_final_weight, true_final_loss, lowest_possible_loss = 3.94, 2.00, 2
