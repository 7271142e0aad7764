# Wrong answers: each cell is named by the mistake that the check must name.

# %% choose_columns.chosen-on-training
def fitted(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    theta = np.linalg.lstsq(A, y, rcond=None)[0]
    return theta[:-1], theta[-1]

def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, best_loss = None, np.inf
    for columns in choices:
        w, b = fitted(X_train[:, columns], y_train)
        loss = np.mean((X_train[:, columns] @ w + b - y_train) ** 2)
        if loss < best_loss:
            best, best_loss = columns, loss
    return best, best_loss

# %% choose_columns.training-loss-returned
def fitted(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    theta = np.linalg.lstsq(A, y, rcond=None)[0]
    return theta[:-1], theta[-1]

def choose_columns(X_train, y_train, X_val, y_val, choices):
    lowest = np.inf
    for columns in choices:
        w, b = fitted(X_train[:, columns], y_train)
        train_loss = np.mean((X_train[:, columns] @ w + b - y_train) ** 2)
        val_loss = np.mean((X_val[:, columns] @ w + b - y_val) ** 2)
        if val_loss < lowest:
            lowest, answer = val_loss, (columns, train_loss)
    return answer

# %% choose_columns.fitted-on-validation
def choose_columns(X_train, y_train, X_val, y_val, choices):
    losses = []
    for columns in choices:
        A = np.column_stack([X_val[:, columns], np.ones(len(X_val))])
        theta = np.linalg.lstsq(A, y_val, rcond=None)[0]
        losses.append(np.mean((A @ theta - y_val) ** 2))
    place = int(np.argmin(losses))
    return choices[place], losses[place]

# %% choose_columns.sets-swapped
def choose_columns(X_train, y_train, X_val, y_val, choices):
    losses = []
    for columns in choices:
        A = np.column_stack([X_val[:, columns], np.ones(len(X_val))])
        theta = np.linalg.lstsq(A, y_val, rcond=None)[0]
        rest = X_train[:, columns] @ theta[:-1] + theta[-1] - y_train
        losses.append(np.mean(rest**2))
    place = int(np.argmin(losses))
    return choices[place], losses[place]

# %% choose_columns.fitted-on-both
def choose_columns(X_train, y_train, X_val, y_val, choices):
    X, y = np.vstack([X_train, X_val]), np.append(y_train, y_val)
    losses = []
    for columns in choices:
        A = np.column_stack([X[:, columns], np.ones(len(X))])
        theta = np.linalg.lstsq(A, y, rcond=None)[0]
        losses.append(np.mean((A @ theta - y)[len(X_train):] ** 2))
    place = int(np.argmin(losses))
    return choices[place], losses[place]

# %% choose_columns.largest
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, best_loss = None, 0
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        loss = np.mean((X_val[:, columns] @ w + b - y_val) ** 2)
        if loss > best_loss:
            best, best_loss = columns, loss
    return best, best_loss

# %% choose_columns.first-choice
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    best_loss = np.inf
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        loss = np.mean((X_val[:, columns] @ w + b - y_val) ** 2)
        if loss < best_loss:
            best, best_loss = columns, loss
        return best, best_loss

# %% choose_columns.last-choice
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        loss = np.mean((X_val[:, columns] @ w + b - y_val) ** 2)
    return columns, loss

# %% choose_columns.fewest-columns
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    best = min(choices, key=len)
    w, b = regression.least_squares(X_train[:, best], y_train)
    return best, np.mean((X_val[:, best] @ w + b - y_val) ** 2)

# %% choose_columns.place-for-columns
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    losses = []
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        losses.append(np.mean((X_val[:, columns] @ w + b - y_val) ** 2))
    return np.argmin(losses), min(losses)

# %% choose_columns.columns-only
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    losses = []
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        losses.append(np.mean((X_val[:, columns] @ w + b - y_val) ** 2))
    return choices[losses.index(min(losses))]

# %% choose_columns.loss-only
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    losses = []
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        losses.append(np.mean((X_val[:, columns] @ w + b - y_val) ** 2))
    return min(losses)

# %% choose_columns.swapped
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    pairs = []
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        pairs.append((np.mean((X_val[:, columns] @ w + b - y_val) ** 2), columns))
    return min(pairs)

# %% choose_columns.never-better
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, best_loss = None, 0
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        loss = np.mean((X_val[:, columns] @ w + b - y_val) ** 2)
        if loss < best_loss:
            best, best_loss = columns, loss
    return best, best_loss

# %% choose_columns.sum-for-mean
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, best_loss = None, np.inf
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        loss = np.sum((X_val[:, columns] @ w + b - y_val) ** 2)
        if loss < best_loss:
            best, best_loss = columns, loss
    return best, best_loss

# %% choose_columns.root
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, best_loss = None, np.inf
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        loss = np.sqrt(np.mean((X_val[:, columns] @ w + b - y_val) ** 2))
        if loss < best_loss:
            best, best_loss = columns, loss
    return best, best_loss

# %% choose_columns.absolute
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, best_loss = None, np.inf
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        loss = np.mean(np.abs(X_val[:, columns] @ w + b - y_val))
        if loss < best_loss:
            best, best_loss = columns, loss
    return best, best_loss

# %% choose_columns.not-squared
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, best_loss = None, np.inf
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        loss = np.mean(X_val[:, columns] @ w + b - y_val)
        if loss < best_loss:
            best, best_loss = columns, loss
    return best, best_loss

# %% choose_columns.b-forgotten
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, best_loss = None, np.inf
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        loss = np.mean((X_val[:, columns] @ w - y_val) ** 2)
        if loss < best_loss:
            best, best_loss = columns, loss
    return best, best_loss

# %% choose_columns.every-loss
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    losses = []
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        losses.append(np.mean((X_val[:, columns] @ w + b - y_val) ** 2))
    return choices[losses.index(min(losses))], losses

# %% choose_columns.rounded
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, best_loss = None, np.inf
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        loss = np.mean((X_val[:, columns] @ w + b - y_val) ** 2)
        if loss < best_loss:
            best, best_loss = columns, loss
    return best, round(best_loss, 3)

# %% choose_columns.input-changed
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    losses = []
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        losses.append(np.mean((X_val[:, columns] @ w + b - y_val) ** 2))
    place = losses.index(min(losses))
    loss = losses[place]
    return choices.pop(place), loss

# %% ?
def choose_columns(X_train, y_train, X_val, y_val, choices):
    return [0, 1], 12.0

# %% choose_columns.text
def choose_columns(X_train, y_train, X_val, y_val, choices):
    return "columns 0 and 1"

# %% choose_columns.lowest-begins-too-low
def fitted(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    theta = np.linalg.lstsq(A, y, rcond=None)[0]
    return theta[:-1], theta[-1]

def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, best_loss = None, 1000
    for columns in choices:
        w, b = fitted(X_train[:, columns], y_train)
        loss = np.mean((X_val[:, columns] @ w + b - y_val) ** 2)
        if loss < best_loss:
            best, best_loss = columns, loss
    return best, best_loss

# %% choose_columns.lowest-begins-too-low
def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, lowest = [], 1e6
    for columns in choices:
        A = np.column_stack([X_train[:, columns], np.ones(len(X_train))])
        theta = np.linalg.lstsq(A, y_train, rcond=None)[0]
        loss = np.mean((X_val[:, columns] @ theta[:-1] + theta[-1] - y_val) ** 2)
        if loss < lowest:
            best, lowest = columns, loss
    return best, lowest

# %% choose_columns.first-columns
def fitted(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    theta = np.linalg.lstsq(A, y, rcond=None)[0]
    return theta[:-1], theta[-1]

def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, best_loss = None, np.inf
    for columns in choices:
        k = len(columns)
        w, b = fitted(X_train[:, :k], y_train)
        loss = np.mean((X_val[:, :k] @ w + b - y_val) ** 2)
        if loss < best_loss:
            best, best_loss = columns, loss
    return best, best_loss

# %% choose_columns.columns-between
def fitted(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    theta = np.linalg.lstsq(A, y, rcond=None)[0]
    return theta[:-1], theta[-1]

def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, best_loss = None, np.inf
    for c in choices:
        w, b = fitted(X_train[:, c[0] : c[-1] + 1], y_train)
        loss = np.mean((X_val[:, c[0] : c[-1] + 1] @ w + b - y_val) ** 2)
        if loss < best_loss:
            best, best_loss = c, loss
    return best, best_loss

# %% ?
def fitted(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    theta = np.linalg.lstsq(A, y, rcond=None)[0]
    return theta[:-1], theta[-1]

def choose_columns(X_train, y_train, X_val, y_val, choices):
    w, b = fitted(X_train[:, [0, 1]], y_train)
    return [0, 1], np.mean((X_val[:, [0, 1]] @ w + b - y_val) ** 2)

# %% ?
def fitted(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    theta = np.linalg.lstsq(A, y, rcond=None)[0]
    return theta[:-1], theta[-1]

def choose_columns(X_train, y_train, X_val, y_val, choices):
    losses = {}
    for c in choices:
        w, b = fitted(X_train[:, c], y_train)
        losses[len(c)] = np.mean((X_val[:, c] @ w + b - y_val) ** 2)
    best = min(losses, key=losses.get)
    return list(range(best)), losses[best]

# %% choose_columns.all-columns
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, best_loss = None, np.inf
    for columns in choices:
        w, b = regression.least_squares(X_train, y_train)
        loss = np.mean((X_val @ w + b - y_val) ** 2)
        if loss < best_loss:
            best, best_loss = columns, loss
    return best, best_loss

# %% choose_columns.all-columns
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    best_loss = np.inf
    for columns in choices:
        w, b = regression.least_squares(X_train, y_train)
        loss = np.mean((X_val @ w + b - y_val) ** 2)
        if loss <= best_loss:
            best, best_loss = columns, loss
    return best, best_loss

# %% choose_columns.best-loss-not-kept
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, best_loss = None, np.inf
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        loss = np.mean((X_val[:, columns] @ w + b - y_val) ** 2)
        if loss < best_loss:
            best = columns
    return best, best_loss

# %% choose_columns.best-loss-not-kept
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    lowest = 1e12
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        loss = np.mean((X_val[:, columns] @ w + b - y_val) ** 2)
        if loss < lowest:
            best = list(columns)
    return best, lowest

# %% choose_columns.stops-at-the-first-worse
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, best_loss = None, np.inf
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        loss = np.mean((X_val[:, columns] @ w + b - y_val) ** 2)
        if loss < best_loss:
            best, best_loss = columns, loss
        else:
            break
    return best, best_loss

# %% choose_columns.compared-with-the-one-before
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    before = np.inf
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        loss = np.mean((X_val[:, columns] @ w + b - y_val) ** 2)
        if loss < before:
            best, best_loss = columns, loss
        before = loss
    return best, best_loss

# %% choose_columns.scaled-by-its-own
from course import regression
def scaled(X):
    return (X - X.mean(axis=0)) / X.std(axis=0)

def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, best_loss = None, np.inf
    Z_train, Z_val = scaled(X_train), scaled(X_val)
    for columns in choices:
        w, b = regression.least_squares(Z_train[:, columns], y_train)
        loss = np.mean((Z_val[:, columns] @ w + b - y_val) ** 2)
        if loss < best_loss:
            best, best_loss = columns, loss
    return best, best_loss

# %% choose_columns.scaled-by-its-own
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    losses = []
    for columns in choices:
        A, B = X_train[:, columns], X_val[:, columns]
        A = (A - np.mean(A, axis=0)) / np.std(A, axis=0, ddof=1)
        B = (B - np.mean(B, axis=0)) / np.std(B, axis=0, ddof=1)
        w, b = regression.least_squares(A, y_train)
        losses.append(np.mean((B @ w + b - y_val) ** 2))
    place = int(np.argmin(losses))
    return choices[place], losses[place]

# %% choose_columns.validation-not-scaled
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    losses = []
    for columns in choices:
        Z, mu, sigma = regression.standardize(X_train[:, columns])
        w, b = regression.least_squares(Z, y_train)
        losses.append(np.mean((X_val[:, columns] @ w + b - y_val) ** 2))
    place = int(np.argmin(losses))
    return choices[place], losses[place]

# %% choose_columns.input-changed
from course import regression
def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, best_loss = None, np.inf
    while choices:
        columns = choices.pop()
        w, b = regression.least_squares(X_train[:, columns], y_train)
        loss = np.mean((X_val[:, columns] @ w + b - y_val) ** 2)
        if loss < best_loss:
            best, best_loss = columns, loss
    return best, best_loss

# %% choose_columns.never-better
def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, lowest = choices[0], 0
    for columns in choices:
        A = np.c_[X_train[:, columns], np.ones(len(X_train))]
        theta = np.linalg.lstsq(A, y_train, rcond=None)[0]
        error = np.c_[X_val[:, columns], np.ones(len(X_val))] @ theta - y_val
        if np.mean(error**2) < lowest:
            best, lowest = columns, np.mean(error**2)
    return best, lowest

# %% choose_columns.column-by-column
from course import regression

def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, best_loss = None, np.inf
    for columns in choices:
        for column in columns:
            w, b = regression.least_squares(X_train[:, [column]], y_train)
            loss = np.mean((X_val[:, [column]] @ w + b - y_val) ** 2)
            if loss < best_loss:
                best, best_loss = columns, loss
    return best, best_loss

# %% choose_columns.lowest-begins-too-low
def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, lowest = None, 1e9
    for columns in choices:
        A = np.column_stack([X_train[:, columns], np.ones(len(X_train))])
        theta = np.linalg.lstsq(A, y_train, rcond=None)[0]
        loss = np.mean((X_val[:, columns] @ theta[:-1] + theta[-1] - y_val) ** 2)
        if loss < lowest:
            best, lowest = columns, loss
    return best, lowest

# %% choose_columns.little-is-not-enough
from course.regression import least_squares

def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, low = None, np.inf
    for c in choices:
        w, b = least_squares(X_train[:, c], y_train)
        l = np.mean((X_val[:, c] @ w + b - y_val)**2)
        if l < low * 0.95:
            best, low = c, l
    return best, low

# %% choose_columns.absolute
from course.regression import least_squares

def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, low, out = None, np.inf, 0
    for c in choices:
        w, b = least_squares(X_train[:, c], y_train)
        r = X_val[:, c] @ w + b - y_val
        if abs(r).mean() < low:
            best, low, out = c, abs(r).mean(), np.mean(r**2)
    return best, out

# %% choose_columns.mean-squared-after
from course import regression

def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, best_loss = None, np.inf
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        loss = np.mean(X_val[:, columns] @ w + b - y_val) ** 2
        if loss < best_loss:
            best, best_loss = columns, loss
    return best, best_loss

# %% choose_columns.smallest-gap
from course import regression

def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, smallest, best_loss = None, np.inf, None
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        train = np.mean((X_train[:, columns] @ w + b - y_train) ** 2)
        val = np.mean((X_val[:, columns] @ w + b - y_val) ** 2)
        if abs(val - train) < smallest:
            best, smallest, best_loss = columns, abs(val - train), val
    return best, best_loss

# %% choose_columns.loss-of-the-last-choice
from course import regression

def choose_columns(X_train, y_train, X_val, y_val, choices):
    best, lowest = None, np.inf
    for columns in choices:
        w, b = regression.least_squares(X_train[:, columns], y_train)
        loss = np.mean((X_val[:, columns] @ w + b - y_val) ** 2)
        if loss < lowest:
            best, lowest = columns, loss
    return best, loss
