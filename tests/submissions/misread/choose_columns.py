# Wrong answers that look like a mistake that they are not: the name must not be told.

# %% choose_columns.rounded
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    w, b = regression.least_squares(X_train[:, [0, 1]], y_train)
    return [0, 1], np.mean((X_val[:, [0, 1]] @ w + b - y_val) ** 2) + 1

# %% choose_columns.chosen-on-training
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    longest = max(choices, key=len)
    w, b = regression.least_squares(X_train[:, longest], y_train)
    return longest, 0.0

# %% choose_columns.sum-for-mean
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    w, b = regression.least_squares(X_train[:, [0, 1]], y_train)
    return [0, 1], 2 * np.mean((X_val[:, [0, 1]] @ w + b - y_val) ** 2)

# %% choose_columns.chosen-on-training
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, best_loss = None, np.inf
    for columns in choices:
        w, b = regression.least_squares(X_train, y_train)
        loss = np.mean((X_val @ w + b - y_val) ** 2)
        if loss < best_loss:
            best, best_loss = columns, loss
    return best, best_loss

# %% choose_columns.symptom-ignored
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, best_loss = None, np.inf
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        loss = np.mean((X_val[:, columns] @ w + b - y_val) ** 2)
        if loss < best_loss:
            best = columns
    return best, best_loss

# %% choose_columns.symptom-neutral
# Where all targets are 0 every choice predicts 0, whatever its columns are.
def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, lowest = None, np.inf
    for i in range(len(choices)):
        A = np.column_stack([X_train[:, : i + 1], np.ones(len(X_train))])
        theta = np.linalg.lstsq(A, y_train, rcond=None)[0]
        loss = np.mean((X_val[:, : i + 1] @ theta[:-1] + theta[-1] - y_val) ** 2)
        if loss < lowest:
            best, lowest = choices[i], loss
    return best, lowest

# %% choose_columns.fitted-on-validation
def choose_columns(X_train, y_train, X_val, y_val, choices):
    losses = [0.0 for columns in choices]
    for i, columns in enumerate(choices):
        A = np.c_[X_train[:, columns], np.ones(len(X_train))]
        theta = np.linalg.lstsq(A, y_train, rcond=None)[0]
        loss = np.mean((np.c_[X_val[:, columns], np.ones(len(X_val))] @ theta - y_val) ** 2)
        if loss < losses[i]:
            losses[i] = loss
    return choices[np.argmin(losses)], min(losses)
