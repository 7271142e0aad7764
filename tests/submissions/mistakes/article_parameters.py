# Wrong answers: each cell is named by the mistake that the check must name.

# %% article_parameters.commas
article_weights = 1,289,000
article_biases = 1,510
article_parameters = 1,290,510

# %% article_parameters.text
article_weights = "1,289,000"
article_biases = "1,510"
article_parameters = "1,290,510"

# %% article_parameters.inputs-have-biases
article_weights = 1289000
article_biases = 784 + 1000 + 500 + 10
article_parameters = article_weights + article_biases

# %% article_parameters.biases-of-inputs
sizes = [784, 1000, 500, 10]
article_weights = sum(a * b for a, b in zip(sizes, sizes[1:]))
article_biases = sum(sizes[:-1])
article_parameters = article_weights + article_biases

# %% article_parameters.scores-without-biases
article_weights = 1289000
article_biases = 1000 + 500
article_parameters = 1290500

# %% article_parameters.one-bias-a-layer
article_weights = 1289000
article_biases = 3
article_parameters = 1289003

# %% article_parameters.believed-the-article
article_weights = 1289000
article_biases = 1510
article_parameters = 1289000

# %% article_parameters.believed-the-article
article_weights = 1289000
article_biases = 0
article_parameters = 1289000

# %% article_parameters.biases-in-the-weights
article_weights = 785 * 1000 + 1001 * 500 + 501 * 10
article_biases = 1510
article_parameters = 1290510

# %% article_parameters.sizes-added
article_weights = 784 + 1000 + 500 + 10
article_biases = 1510
article_parameters = 2294 + 1510

# %% article_parameters.all-multiplied
article_weights = 784 * 1000 * 500 * 10
article_biases = 1510
article_parameters = article_weights + 1510

# %% article_parameters.layer-missing
article_weights = 784 * 1000 + 1000 * 500
article_biases = 1510
article_parameters = article_weights + article_biases

# %% article_parameters.other-pixels
article_weights = 64 * 1000 + 1000 * 500 + 500 * 10
article_biases = 1510
article_parameters = article_weights + article_biases

# %% article_parameters.rounded
article_weights = 1.29e6
article_biases = 1500
article_parameters = 1.29e6

# %% ?
article_weights = 1289000
article_biases = 1510
article_parameters = 1289000 * 1510

# %% ?
article_weights = None
article_biases = None
article_parameters = None

# %% article_parameters.layer-by-layer
article_weights = [784 * 1000, 1000 * 500, 500 * 10]
article_biases = [1000, 500, 10]
article_parameters = [785_000, 500_500, 5010]

# %% article_parameters.point-for-thousands
article_weights = 1.289
article_biases = 1.510
article_parameters = 1290.510

# %% article_parameters.network-of-the-lesson
article_weights = 64 * 50 + 50 * 10
article_biases = 50 + 10
article_parameters = article_weights + article_biases

# %% article_parameters.inputs-counted
article_weights = 784 * 1000 + 1000 * 500 + 500 * 10
article_biases = 1000 + 500 + 10
article_parameters = article_weights + article_biases + 784

# %% article_parameters.biases-taken-away
article_biases = 1000 + 500 + 10
article_weights = 784 * 1000 + 1000 * 500 + 500 * 10 - article_biases
article_parameters = article_weights + article_biases

# %% article_parameters.weights-and-biases-swapped
article_biases = 784 * 1000 + 1000 * 500 + 500 * 10
article_weights = 1000 + 500 + 10
article_parameters = article_biases + article_weights


# %% article_parameters.weights-times-biases
article_weights = 784 * 1000 + 1000 * 500 + 500 * 10
article_biases = 1000 + 500 + 10
article_parameters = article_weights * article_biases

# %% article_parameters.all-from-the-inputs
article_weights = 784 * 1000 + 784 * 500 + 784 * 10
article_biases = 1000 + 500 + 10
article_parameters = article_weights + article_biases
