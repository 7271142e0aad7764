"""Answers with planted faults that no list names: the symptom that is told is the planted one."""

import inspect

import pytest

from course.checks import engine, exercises
from course.checks.engine import examine
from course.checks.exercise import answered, asked
from course.checks.help.evidence import Evidence
from course.checks.help.symptoms import SYMPTOMS, is_weak
from course.checks.help.symptoms.inputs import simplest
from tests.support.measure import namespace, untrue

WALK = """
def descend(grad, w0, lr, steps):
    path = [w0]
    for i in range(steps):
        {step}
        path.append(w)
    return {back}
"""


@pytest.fixture(autouse=True)
def strict(monkeypatch):
    monkeypatch.setattr(engine, "STRICT", True)


def walk(step="w = path[-1] - lr * grad(path[-1])", back="path"):
    return WALK.format(step=step, back=back)


PLANTED = [
    # exercise, what the symptom must say, the answer
    # One row of all entries: where no step is taken, that is right.
    ("descend_2d", "all in one row",
     "def descend_2d(grad, w0, lr, steps):\n    w, path = w0, np.array([w0])\n"
     "    for _ in range(steps):\n        w = w - lr * grad(w)\n"
     "        path = np.append(path, w)\n    return path\n"),
    ("descend", "the first 2 entries are right", walk(
        "w = path[-1] - (lr if i < 1 else 0.3 * lr) * grad(path[-1])")),
    ("descend", "the first 4 entries are right", walk(
        "w = path[-1] - lr * grad(path[-1]) * (i < 3)")),
    ("descend", "off by the same amount, 0.5", walk(back="[w + 0.5 for w in path]")),
    ("momentum_step", "`w` is right every time; `v` is not",
     "def momentum_step(w, v, g, lr, beta):\n    v = beta * v - lr * g\n"
     "    return w + v, v * 1.0 + beta\n"),
    ("momentum_step", "with `g` = 0 your answer is right",
     "def momentum_step(w, v, g, lr, beta):\n    v = beta * v - lr * g * 1.5\n"
     "    return w + v, v\n"),
    ("momentum_step", "a limit in your code that nobody asked for",
     "def momentum_step(w, v, g, lr, beta):\n    v = beta * v - lr * np.clip(g, -10, 10)\n"
     "    return w + v, v\n"),
    ("step_decay", "multiplied by 3",
     "def step_decay(lr0, t, drop=0.5, every=100):\n    return 3 * lr0 * drop ** (t // every)\n"),
    ("mse", "the answer is infinite",
     "def mse(x, y, w, b):\n    e = w * x + b - y\n"
     "    return sum(e[i] ** 2 / i for i in range(len(x)))\n"),
    ("numerical_gradient", "whatever you are asked",
     "def numerical_gradient(f, w, h=1e-4):\n    return (f(w + h) - f(w + h)) / (2 * h)\n"),
    ("mse", "multiplied by",
     "def mse(x, y, w, b):\n    return 3 * np.mean((w * x + b - y) ** 2)\n"),
    ("numerical_gradient", "work through by hand",
     "def numerical_gradient(f, w, h=1e-4):\n    return f(w + h) * f(w - h) - h\n"),
    # Every argument is one that the statement allows.
    ("smallest_decay", "work through by hand: `smallest_decay(0.02, 1, 0.01)`",
     "def smallest_decay(lr0, curvature, left):\n"
     "    return 1 + lr0 * np.log(left) / curvature\n"),
    ("those_above", "the same amount, `limit`",
     "def those_above(x, limit):\n    return x[x > limit] + limit\n"),
    ("changes", "it is a list of texts",
     "def changes(w):\n    return [f'{one}' for one in w[1:] - w[:-1]]\n"),
    ("descend", "as soon as a step is taken", walk(
        "w = path[-1] - lr * path[-1] * (grad(path[-1]) != 5)")),
    ("random_restarts", "changes the list",
     "def random_restarts(f, grad, starts, lr, steps):\n    starts.sort()\n"
     "    ends = []\n    for w in starts:\n        for _ in range(steps):\n"
     "            w = w - lr * grad(w)\n        if np.isfinite(f(w)):\n"
     "            ends.append((f(w), w))\n    return min(ends)[::-1]\n"),
    ("train_digits", "`a -= …` do", """
def train_digits(gradient, layers, n, rng):
    for (W, b), (dW, db) in zip(layers, gradient(layers, rng.permutation(n)[:32])):
        W -= 0.2 * dW
        b -= 0.2 * db
    return layers
"""),
    # Where an answer that came back is shown, the words need the line that they speak of.
    ("random_restarts", "error, in your line `return best_w, best`. `best_w` has", """
def random_restarts(f, grad, starts, lr, steps):
    best = np.inf
    for w in starts:
        for _ in range(steps):
            w = w - 0.7 * lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best:
            best, best_w = f(w), w
        return best_w, best
"""),
    ("fit_gd", "Arrays with the shapes (6,) and (6, 2) do not fit", """
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        error = Z @ w + b - y
        w = w - lr * 2 * np.mean(error * Z)
        b = b - lr * 2 * np.mean(error)
    return w, b
"""),
    # Where no entry comes twice, the shape is right and the order is not.
    ("those_above", "for some inputs the answer has another shape than was asked for", """
def those_above(x, limit):
    return np.unique(x[x > limit])
"""),
    ("fit_gd", "of `b`: the answer has another shape than was asked for: a row of", """
def fit_gd(Z, y, lr=0.1, steps=1000):
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(steps):
        error = Z @ w + b - y
        w = w - lr * 2 / len(y) * Z.T @ error
        b = b - lr * 2 / len(y) * error
    return w, b
"""),
    ("dense_backward", "For `@` the last number of the left shape", """
def dense_backward(dz, a_prev, W):
    return dz @ W.T, a_prev @ dz, dz.sum(axis=1)
"""),
    # The loss for the rate, in an answer that is wrong elsewhere, too: a number that is off.
    ("compare_rates", "`'fastest'` and `'diverges'` are not: look at the lines", """
def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, fastest, over = {}, 1e300, []
    for lr in rates:
        w = [w0]
        try:
            for _ in range(steps):
                w.append(w[-1] - lr * grad(w[-1]))
            loss = f(w[-1])
        except OverflowError:
            loss = np.inf
        results[lr] = w[-1], loss
        fastest = min(fastest, loss)
        moves = [b - a for a, b in zip(w, w[1:])]
        if any(a * b < 0 for a, b in zip(moves, moves[1:])):
            over.append(lr)
    return {"results": results, "fastest": fastest, "overshoots": over, "diverges": []}
"""),
]  # fmt: skip


# Each keeps something from one call to the next, in a way of its own.
REMEMBERED = {
    "list in the def line": ("descend", """
def descend(grad, w0, lr, steps, path=[]):
    path.append(w0)
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]))
    return path
"""),
    "list outside": ("descend", """
path = []
def descend(grad, w0, lr, steps):
    path.append(w0)
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]))
    return path
"""),
    "global number": ("exponential_decay", """
rate = 0
def exponential_decay(lr0, t, decay=0.95):
    global rate
    rate = lr0 if t == 0 else rate * decay
    return rate
"""),
    "attribute of the function": ("step_decay", """
def step_decay(lr0, t, drop=0.5, every=100):
    rate = getattr(step_decay, "rate", lr0)
    step_decay.rate = rate * drop if t % every == 0 and t > 0 else rate
    return step_decay.rate
"""),
}  # fmt: skip


@pytest.mark.parametrize("seed", [None, 1])
@pytest.mark.parametrize("kind", REMEMBERED)
def test_what_is_kept_between_calls_is_told(kind, seed):
    name, code = REMEMBERED[kind]
    names = namespace(code)
    report = examine(exercises()[name], names, seed)
    assert report.label == f"{name}.remembers-earlier-calls"
    assert untrue(exercises()[name], names, report) == []


def test_chance_and_new_objects_are_no_memory():
    drawn = walk("w = path[-1] - lr * grad(path[-1]) * np.random.default_rng().random()")
    for code in (drawn, walk(back="lambda: path")):
        report = examine(exercises()["descend"], namespace(code))
        assert report.state == "wrong"
        assert "remembers" not in report.label


# What was told of such answers, and is not true of them.
UNTRUE = [
    ("share_above", "with `x`",
     "def share_above(x, limit):\n    return round((x > limit).mean(), 1)\n"),
    ("column_means", "with `X`", "def column_means(X):\n    return np.median(X, axis=0)\n"),
    ("all_predictions", "below zero",
     "def all_predictions(X, w):\n    return X[:, 0] * w[0] + X[:, 1] * w[1]\n"),
    ("descend", "more than one step", walk("w = path[-1] - lr * path[-1]")),
    ("descend", "the answer is the same", REMEMBERED["list in the def line"][1]),
    # Only the seed of the example makes a difference to this one.
    ("draws", "whatever `seed` is",
     "def draws(seed):\n    return np.random.default_rng(min(seed, 1)).normal(size=3)\n"),
    # Only where its signs are others does this one change with `way`.
    ("angle_off", "whatever `way` is",
     "def angle_off(step, way):\n    step = step / np.linalg.norm(step)\n"
     "    way = way // np.linalg.norm(way)\n"
     "    return float(np.degrees(np.arccos(sum(step * way))))\n"),
    # Where the right answer needs no `beta`, this one changes with it.
    ("translate_rate", "whatever `beta` is",
     "def translate_rate(rate, beta, written, wanted):\n    if written != wanted:\n"
     "        return rate\n    return rate / (2 - beta)\n"),
    # A weight and its loss are no row of entries.
    ("random_restarts", "very first entry",
     "def random_restarts(f, grad, starts, lr, steps):\n"
     "    w = starts[0]\n    for start in starts:\n        for _ in range(steps):\n"
     "            w = (w + start) / 2 - lr * grad(w)\n    return w, f(w)\n"),
    # Nor are the weights of several features.
    ("fit_gd", "very first entry",
     "def fit_gd(Z, y, lr=0.1, steps=1000):\n    w, b = np.zeros(Z.shape[1]), 0.0\n"
     "    for k in range(1, steps + 1):\n        error = Z @ w + b - y\n"
     "        w = w - lr / k * 2 / len(y) * Z.T @ error\n"
     "        b = b - lr / k * 2 * error.mean()\n    return w, b\n"),
    # Two mistakes in one place: of the second nothing was left but the sign that it drops.
    ("rmsprop_step", "brackets",
     "def rmsprop_step(w, s, g, lr, rho, eps):\n    s = rho * s + (1 - rho) * g\n"
     "    return w - lr * g / (np.sqrt(abs(s)) + eps), s\n"),
    ("random_restarts", "0 of",
     "def random_restarts(f, grad, starts, lr, steps):\n    best_w, best = 0, 10\n"
     "    for w in starts:\n        for _ in range(steps):\n            w = w - lr * grad(w)\n"
     "        if np.isfinite(f(w)) and f(w) < best:\n            best_w, best = w, f(w)\n"
     "    return best_w, best\n"),
]  # fmt: skip


@pytest.mark.parametrize("seed", [None, 1, 2, 3])
@pytest.mark.parametrize(("name", "told", "code"), UNTRUE, ids=lambda text: text[:20])
def test_what_is_not_true_is_not_told(name, told, code, seed):
    report = examine(exercises()[name], namespace(code), seed)
    assert report.state == "wrong"
    assert report.helps
    assert told not in report.hint


@pytest.mark.parametrize(("name", "told", "code"), PLANTED, ids=lambda text: text[:20])
def test_symptom(name, told, code):
    names = namespace(code)
    report = examine(exercises()[name], names)
    assert report.state == "wrong"
    assert told in report.hint
    assert untrue(exercises()[name], names, report) == []


def test_no_zero_of_a_question_to_work_through_has_a_minus():
    exercise = exercises()["momentum_step"]

    def off(w, v, g, lr, beta):
        return tuple(part + 1 for part in exercise.reference(w, v, g, lr, beta))

    calls = examine(exercise, {exercise.name: off}, layers=0).calls
    (told,) = simplest(Evidence(exercise, calls, off, 0))
    assert "`momentum_step(np.array([0.0, 0.0]), " in told
    assert "-0.0" not in told


def test_rounding_errors_make_no_other_answer():
    code = """
def angle_off(step, way):
    turn = complex(*way) / complex(*way) + 0 * step[0]
    return np.array(abs(np.degrees(np.angle(turn))))
"""
    exercise, names = exercises()["angle_off"], namespace(code)
    report = examine(exercise, names)
    assert report.label == "angle_off.symptom-same-answer"
    assert untrue(exercise, names, report) == []


def test_two_mistakes_are_told_as_two(unhurried):
    code = """
def descend(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] + lr * grad(path[-1]))
    return path[1:]
"""
    report = examine(exercises()["descend"], namespace(code))
    assert {help.label for help in report.helps} == {
        "descend.sign-flipped", "descend.start-missing"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("bias", "told"),
    [
        ("a_prev.sum(axis=0)", ". A bias is added to z"),
        ("dz.sum(axis=1)", ". db has one number for each output"),
    ],
)
def test_a_second_sentence_begins_with_a_capital_but_for_a_name(bias, told):
    code = f"def dense_backward(dz, a_prev, W):\n    return dz @ W.T, dz.T @ a_prev, {bias}\n"
    report = examine(exercises()["dense_backward"], namespace(code))
    assert len(report.helps) == 2
    assert told in report.hint


@pytest.mark.parametrize(("when", "told"), [
    ("True", "the function did not come to an end in time; what"),
    ("steps == 1", "in time for these inputs, as it did for others; what"),
])  # fmt: skip
def test_an_end_that_came_for_some_inputs_is_not_denied(when, told, monkeypatch):
    monkeypatch.setattr(engine, "SECONDS_PER_CALL", 0.2)
    names = namespace(walk(f"w = 1\n        while {when}:\n            w = 2"))
    report = examine(exercises()["descend"], names)
    assert report.label == "descend.endless-loop"
    assert told in report.hint


def test_a_name_needs_every_call():
    """An answer that behaves as a mistake on the stored examples alone is not given its name."""
    code = """
def descend(grad, w0, lr, steps):
    path = [w0]
    known = (w0, lr) in ((-1.0, 0.1), (3, 0.01), (7.0, 0.25), (4.0, 0.1))
    for _ in range(steps):
        path.append(path[-1] + (1 if known else -1) * lr * grad(path[-1]))
    return path
"""
    report = examine(exercises()["descend"], namespace(code))
    assert report.state == "wrong"
    assert "descend.sign-flipped" not in {help.label for help in report.helps}


def test_fresh_inputs_turn_away_what_knows_the_examples():
    reference = {call.text: call.expected for call in examine(
        exercises()["descend"], namespace(walk())).calls[:5]}  # fmt: skip
    assert len(reference) == 5
    code = """
def descend(grad, w0, lr, steps):
    known = {(-1.0, 5), (3, 4), (7.0, 1), (-1.0, 0), (4.0, 3)}
    if (w0, steps) not in known:
        return [0.0] * (steps + 1)
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]))
    return path
"""
    assert examine(exercises()["descend"], namespace(code)).state == "wrong"


def test_a_fault_of_the_search_does_not_lose_the_verdict(monkeypatch):
    def broken(*_):
        raise RuntimeError

    monkeypatch.setattr(engine, "STRICT", False)
    monkeypatch.setattr("course.checks.help.diagnosis.diagnose", broken)
    report = examine(exercises()["descend"], namespace(walk(back="path[1:]")))
    assert report.state == "wrong"
    assert report.helps == ()


def test_changes_of_the_reference():
    def right(x, y=2):
        return 10 * x + y

    def forms(mistake):
        return [form(1) for form in mistake.of("e", right).forms]

    assert forms(asked("a", "", x=[3, 4])) == [32, 42]
    assert forms(asked("a", "", x=lambda y: y)) == [22]
    assert forms(asked("a", "", x=5, y=[0, 1])) == [50, 51]
    assert forms(answered("a", "", lambda answer: -answer, lambda answer, x: answer - x)) == [
        -12, 11
    ]  # fmt: skip
    assert asked("a", "", x=1).of("e", right).label == "e.a"


@pytest.mark.parametrize("name", list(exercises()))
def test_every_reference_can_be_asked_by_the_names_of_its_arguments(name):
    """A mistake that is a change of it does so; what takes arguments by place alone is no use."""
    parameters = inspect.signature(exercises()[name].reference).parameters.values()
    by_place = [one.name for one in parameters if one.kind is one.POSITIONAL_ONLY]
    assert not by_place or exercises()[name].values


def test_symptoms_have_names_of_their_own():
    names = [look.__name__ for look in SYMPTOMS]
    assert len(names) == len(set(names))
    assert any(is_weak(engine.Help("symptom", f"x.symptom-{n.strip('_')}", "")) for n in names)


def test_what_is_named_as_ready_made_is_what_the_answer_itself_calls():
    """`least_squares` calls others; nobody can find those in an own answer."""
    names = namespace(
        "from course import regression\n"
        "def fit_gd(Z, y, lr=0.1, steps=1000):\n"
        "    return regression.least_squares(Z, y)\n"
    )
    report = examine(exercises()["fit_gd"], names)
    assert report.label == "fit_gd.not-from-scratch"
    assert "`least_squares` of `course.regression`" in report.hint


def test_a_name_that_nobody_has_written_is_not_shown():
    """`replace` makes a landscape anew by its `__init__`."""
    names = namespace(
        "from dataclasses import replace\n"
        "from course.landscapes import bowl\n"
        "def grad_2d(w):\n"
        "    return replace(bowl, value=bowl.gradient)(w)\n"
    )
    report = examine(exercises()["grad_2d"], names)
    assert report.label == "grad_2d.not-from-scratch"
    assert "calls `course.landscapes`." in report.hint
    assert "__" not in report.hint


def test_an_argument_that_cancels_is_ignored_although_rounding_is_not():
    names = namespace(
        "def cosine_annealing(lr0, t, T, lr_min=0.0):\n"
        "    return lr_min + (lr0 - lr_min) + (1 + np.cos(3 * t / T)) / 2"
    )
    exercise = exercises()["cosine_annealing"]
    for fresh in range(6):
        report = examine(exercise, names, fresh=fresh)
        assert report.label == "cosine_annealing.symptom-ignored"
        assert untrue(exercise, names, report) == []


@pytest.mark.parametrize(
    ("name", "called", "code"),
    [
        ("mse", "calls `sklearn", "from sklearn.metrics import mean_squared_error\n"
         "def mse(x, y, w, b):\n    return mean_squared_error(y, w * x + b)\n"),
        ("scale", "calls `sklearn", "from sklearn.preprocessing import StandardScaler\n"
         "def scale(X):\n    s = StandardScaler()\n"
         "    return s.fit_transform(X), s.mean_, s.scale_\n"),
        ("scale", "calls `zscore` of `scipy.stats`.", "from scipy.stats import zscore\n"
         "def scale(X):\n    return zscore(X), X.mean(axis=0), X.std(axis=0)\n"),
        ("fit_gd", "calls `lstsq` of `scipy.linalg`.", "from scipy.linalg import lstsq\n"
         "def fit_gd(Z, y, lr=0.1, steps=1000):\n"
         "    *w, b = lstsq(np.column_stack([Z, np.ones(len(y))]), y)[0]\n    return w, b\n"),
    ],
)  # fmt: skip
def test_a_library_is_named_as_an_answer_writes_it(name, called, code):
    """Not by what it calls itself, such as the `config_context` of `sklearn._config`."""
    report = examine(exercises()[name], namespace(code))
    assert report.label == f"{name}.not-from-scratch"
    assert called in report.hint
    assert "._" not in report.hint
    assert "`config_context`" not in report.hint


@pytest.mark.parametrize("seed", range(3))
def test_another_shape_is_told_of_the_try_that_is_shown(seed):
    told = examine(exercises()["those_above"], namespace("""
def those_above(x, limit):
    return (x > limit).mean()
"""), seed)  # fmt: skip
    asked = len(told.calls[0].expected)
    assert told.helps[0].text.endswith(f"one number, say, and not a row of {asked} numbers")
