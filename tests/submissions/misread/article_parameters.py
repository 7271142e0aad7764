# Wrong answers that look like a mistake that they are not: each cell is named by the mistake
# that the check must not name.

# %% article_parameters.commas
article_weights = [784 * 1000, 1000 * 500, 500 * 10]
article_biases = [1000, 500, 10]
article_parameters = [785_000, 500_500, 5010]
