# %% article_table
w = -1.0
for _ in range(20):
    w -= 0.1 * 2 * (w - 4)
true_final_weight, true_final_loss = w, (w - 4)**2 + 2
lowest_possible_loss = 2.0
