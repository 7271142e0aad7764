# Wrong answers: each cell is named by the mistake that the check must not name.

# %% article_bowl.too-few-digits
true_loss_1 = 74 * 0.64
true_loss_10 = 0.7
true_loss_19 = 74 * 0.64**19
true_loss_28 = 74 * 0.64**28
true_final = (3 + 5 * 0.8**30, -1 + 7 * 0.8**30)

# %% article_bowl.believed-the-article
true_loss_1 = 74 * 0.64
true_loss_10 = 1.5
true_loss_19 = 74 * 0.64**19
true_loss_28 = 74 * 0.64**28
true_final = (3 + 5 * 0.8**30, -1 + 7 * 0.8**30)

# %% article_bowl.where-it-would-end
true_loss_1 = 74 * 0.64
true_loss_10 = 74 * 0.64**10
true_loss_19 = 74 * 0.64**19
true_loss_28 = 74 * 0.64**28
true_final = (3.1, -1.1)

# %% article_bowl.one-weight-only
true_loss_1 = 74 * 0.64
true_loss_10 = 74 * 0.64**10
true_loss_19 = 74 * 0.64**19
true_loss_28 = 74 * 0.64**28
true_final = 7.77

# %% article_bowl.uphill
true_loss_1 = 74 * 0.64
true_loss_10 = 74 * 0.64**10
true_loss_19 = 74 * 0.64**19
true_loss_28 = 74 * 0.64**10
true_final = (3 + 5 * 0.8**30, -1 + 7 * 0.8**30)
