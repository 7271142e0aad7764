# %% shape_of
def shape_of(numbers):
    return np.shape(np.array(numbers))

# %% in_dollars
def in_dollars(thousands):
    return thousands * 1000.0

# %% changes
def changes(w):
    return np.diff(w)

# %% those_above
def those_above(x, limit):
    return np.array([value for value in x if value > limit])

# %% share_above
def share_above(x, limit):
    return np.mean(x > limit)

# %% all_predictions
def all_predictions(X, w):
    return np.dot(X, w)

# %% error_sums
def error_sums(X, error):
    return error @ X

# %% column_means
def column_means(X):
    return np.mean(X, axis=0)

# %% move_on
def move_on(grad, w):
    return w - grad(w) / 10

# %% draws
def draws(seed):
    rng = np.random.default_rng(seed)
    return rng.normal(size=3)
