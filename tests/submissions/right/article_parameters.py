# Right answers, each in another dress: one cell, one whole answer.

# %% written out
article_weights = 1_289_000
article_biases = 1510
article_parameters = 1_290_510

# %% computed
article_weights = 784 * 1000 + 1000 * 500 + 500 * 10
article_biases = 1000 + 500 + 10
article_parameters = article_weights + article_biases

# %% loop over the layers
sizes = [784, 1000, 500, 10]
article_weights, article_biases = 0, 0
for d_in, d_out in zip(sizes, sizes[1:]):
    article_weights += d_in * d_out
    article_biases += d_out
article_parameters = article_weights + article_biases

# %% arrays of zeros, counted
layers = [(np.zeros((a, b)), np.zeros(b)) for a, b in [(784, 1000), (1000, 500), (500, 10)]]
article_weights = sum(W.size for W, b in layers)
article_biases = sum(b.size for W, b in layers)
article_parameters = sum(W.size + b.size for W, b in layers)

# %% floats
article_weights = 1.289e6
article_biases = 1510.0
article_parameters = 1.29051e6

# %% NumPy integers
sizes = np.array([784, 1000, 500, 10])
article_weights = np.sum(sizes[:-1] * sizes[1:])
article_biases = np.sum(sizes[1:])
article_parameters = np.sum((sizes[:-1] + 1) * sizes[1:])

# %% dot product, 0-d arrays
sizes = np.array([784, 1000, 500, 10])
article_weights = np.array(sizes[1:] @ sizes[:-1])
article_biases = np.array(sizes[1:].sum())
article_parameters = np.array(article_weights + article_biases)

# %% with the course's counter
from course import network

article_weights, article_biases = network.parameter_counts([784, 1000, 500, 10])
article_parameters = article_weights + article_biases

# %% a bias is one more input
article_parameters = 785 * 1000 + 1001 * 500 + 501 * 10
article_biases = 1510
article_weights = article_parameters - article_biases
