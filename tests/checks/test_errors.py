"""What a student reads when an answer stops: every kind of error is made, its words are read."""

import contextlib
import doctest
import io
import itertools
import random
import re
import sys
import warnings

import numpy as np
import pytest

from course.checks import error_table, errors
from course.checks.errors import in_plain_words, syntax_in_plain_words
from course.formula import Formula
from course.landscapes import quartic

# The beginnings that several answers share.
GRAD = "def grad(w):\n    return 2 * w\n"
PAIR = "def grad(w):\n    return 2 * w[0], 4 * w[1]\nlr, w = 0.1, np.array([1.0, 2.0])\n"
ARRAY = "w = np.array([1.0, 2.0])\n"
TABLE = "Z, error = np.ones((6, 2)), np.ones(6)\n"

# What a beginner writes, what kind of error it is, what the words must say, what they must not.
WALKED = (
    "from course.descent import descend\nfrom course.landscapes import parabola\n"
    "path = descend(parabola, 0.0, 0.1, 3)\n"
)
STOPS = [
    ("best = ...\nloss = best * 2", "dots-left", ["`...`"], []),
    # a call whose function gives nothing back
    ("w = []\nw = w.append(2.0)\nw[0]", "none-used", ["`w`", "`append`", "None"], ["`[`"]),
    ("w = [2.0]\nw = w.append(1.0)\nw.append(0.5)", "none-used", ["`w`", "`return`"], []),
    ("def loss(w):\n    w**2\nx = 0.1 * loss(3.0)", "none-used", ["`loss(3.0)`"], ["`0.1`"]),
    ("def loss(w):\n    w**2\nx = loss(3.0) - 1", "none-used", ["`loss(3.0)`"], ["`1`"]),
    ("rng = np.random.default_rng(1)\nfor i in rng.shuffle([1, 2]):\n    pass", "none-used",
     ["`rng.shuffle([1, 2])`", "`shuffle`"], []),
    ("loss, rate = print(3.0)", "none-used", ["`print(3.0)`"], []),
    ("best = None\nprint(len(best))", "none-used", ["look at `best`"], []),
    ("best = None\nif 3.0 < best:\n    pass", "none-used", ["look at `best`"], ["`3.0`"]),
    ("best = None\nbest()", "none-used", ["look at `best`"], []),
    ("print(f'{print(2):.3f}')", "none-used", ["None"], []),
    # names
    ("learning_rate = 0.1\nprint(learning_rat)", "unknown-name",
     ["`learning_rat`", "mean `learning_rate`?"], ["restart"]),
    ("W = 3.0\nprint(w)", "unknown-name", ["mean `W`?"], []),
    ("best = none", "unknown-name", ["mean `None`?"], []),
    ("Z = 1.0\nmissing[0] = 2.0", "not-made-yet", ["`missing`", "`np.zeros(…)`", "`{}`"], []),
    # A name of the notebook that differs in a capital letter is not what was meant.
    ("z = np.ones(3)\nfor i in range(3):\n    Z[i] = z[i] / 2", "not-made-yet", ["`Z`"],
     ["mean `z`?"]),
    ("results = {}\nresluts[0.1] = 2.0", "unknown-name", ["mean `results`?"], []),
    ("loss = 1 / n * 3.0", "unknown-name", ["`n`", "`len(x)`"], []),
    ("print(slope)", "unknown-name", ["`slope`", "restart", "spelt"], ["Did you mean"]),
    # A name of a lesson's cell that was not run, and one of Python's that is like it.
    ("print(rng)", "unknown-name", ["`rng`", "restart"], ["Did you mean"]),
    ("print(rang)", "unknown-name", ["mean `range`?"], []),
    ("def loss(w):\n    weihgt = 3.0\n    return weight\nloss(1)", "unknown-name", ["`weight`"],
     ["mean `weight`"]),
    ("del np\nnp.zeros(2)", "restart", ["`np`", "first cell"], []),
    ("x = math.sqrt(2)", "not-imported", ["`import math`"], []),
    ("x = sqrt(2)", "needs-np", ["`np.sqrt`"], []),
    # Nothing is equal to a function: a text was meant.
    ("kind = 'sum'\nif kind == average:\n    pass", "needs-np",
     ["Is a text meant?", '`"average"`', "`np.average`"], ["Did you mean"]),
    ("w = 2.0\nif w == inf:\n    pass", "needs-np", ["Did you mean `np.inf`?"], []),
    ("def add(values):\n    for v in values:\n        total += v\n    return total\nadd([1.0])",
     "used-before-set", ["`total`", "first value"], []),
    ("def f(w):\n    def g():\n        return q\n    g()\n    q = 1\nf(1)", "used-before-set",
     ["`q`"], []),
    ("x = randn(3)", "needs-np", ["`np.random.randn`"], []),
    ("x = random.normal(size=3)", "needs-np", ["`np.random.normal`"], ["`import random`"]),
    ("x = random.random()", "not-imported", ["`import random`"], []),
    ("def sums(X, errors):\n    return error\nsums(1, 2)", "unknown-name", ["`error`"],
     ["KeyError"]),
    ("dw, db = gradients(1, 2)", "exercise", ["`gradients`", "lesson 4", "restart"], []),
    ("w = descend(3.0)", "exercise", ["`descend`", "lesson 1"], ["descent"]),
    ("w = shape_of([3.0])", "exercise", ["lesson 0"], []),
    ("beta = 0.9\nv = β * 3.0", "unknown-name", ["`β`", "mean `beta`?"], []),
    ("x = π / 2", "unknown-name", ["mean `np.pi`?"], []),
    ("retrun (3.0 + 2)", "unknown-name", ["mean `return`?"], []),
    ("x = infinity", "unknown-name", ["mean `np.inf`?"], []),
    ("x = article_biases", "unknown-name", ["`article_biases`", "spelt"], ["exercise"]),
    ("x = np.pi()", "no-brackets", ["`np.pi` is no function"], []),
    ("x = np.inf(3)", "no-brackets", ["`np.inf`"], []),
    ("lr, a = 0.1, 0.2\nx = lr * (1 + np.cos * a)", "function-not-called", ["`np.cos("], []),
    ("a = 0.2\nx = 1 + np.cos * (np.pi * a)", "function-not-called", ["`np.cos("], []),
    (TABLE + "x = error @ Z.transpose", "function-not-called", ["`Z.transpose()`"], ["single"]),
    ("losses = {}\nlosses.add(2.0)", "other-does-not-append", ["no `.add`", "key"], []),
    ("x = ln(2)", "unknown-name", ["mean `np.log`?"], []),
    ("x = σ + 1", "unknown-name", ["`σ`", "spelt"], ["mean"]),
    ("w = m_hat / v_hat", "unknown-name", ["`m_hat`"], ["mean"]),
    ("kind = 'sum'\nif kind == average:\n    pass", "needs-np", ['`"average"`'], []),
    ("np.ln(2.0)", "no-such-function", ["`np.log`"], []),
    ("np.cosine(2.0)", "no-such-function", ["no `np.cosine`", "`np.cos`"], []),
    ("np.relu(2.0)", "no-such-function", ["`np.maximum(0, z)`"], ["real"]),
    ("from course import optimizers\noptimizers.adam() + 1", "operands",
     ["an `Optimizer` and a whole number"], []),
    ("from course import optimizers\noptimizers.Adam()", "no-such-function",
     ["mean `optimizers.adam`?"], []),
    ("from course import network\nnetwork.flatten([])", "no-such-function",
     ["mean `network.flat`?"], []),
    (TABLE + "x = transpose(Z)", "needs-np", ["mean `np.transpose`?"], []),
    (ARRAY + "x = norm(w)", "needs-np", ["mean `np.linalg.norm`?"], []),
    (ARRAY + "x = linalg.norm(w)", "needs-np", ["mean `np.linalg`?"], []),
    ("np.solve(2.0, 1.0)", "no-such-function", ["`np.linalg.solve`"], []),
    ("rng = np.random.default_rng(1)\nrng(3)", "not-a-function",
     ["`rng` is no function", "`rng.permutation(n)`"], ["square"]),
    (ARRAY + "x = np.array[w[0], w[1]]", "square-brackets-call", ["look at `np.array`."], []),
    ("d = [1.0]\nd.append[d[0]]", "square-brackets-call", ["look at `d.append`."], []),
    ("w = median([1.0])", "needs-np", ["`np.median`"], []),
    ("valley = right", "unknown-name", ["`right`", "spelt", '`"right"`'], []),
    ("x = right + 1", "unknown-name", ["`right`"], ["quotes"]),
    # entries
    (ARRAY + "w[2]", "index", ["Entry 2", "size here is 2", "starts at 0", "is typed"], ["loop"]),
    (ARRAY + "i = 2\nw[i] + w[0]", "index", ["Entry 2", "one step"], ["typed"]),
    (ARRAY + "n = 200\nfor i in [69, n - 1]:\n    w[i]", "index",
     ["Entry 69", "size here is 2", "longer than `w`"], ["one step"]),
    ("weights = [1.0, 2.0]\nfor i in range(3):\n    print(weights[i])", "index",
     ["long is `weights`", "starts at 0"], []),
    ("x = [3.0, 8.0]\nfor w in np.array([8, 9]):\n    np.array(x)[w]", "index",
     ["Entry 8", "entries and not through their numbers"], []),
    ("sums = []\nsums[0] += 3.0", "index-adds", ["`sums[0]` must be there", "`append`"], []),
    (ARRAY + "for one in w:\n    w[one]", "index-whole", ["`for i in range(len(weights))`"], []),
    ("weights = []\nweights[0] = 3.0", "list-does-not-grow", ["`append`"], []),
    ("w = np.array(3.0)\nw[0]", "number-has-no-entries", ["Is `w` one number"], []),
    ("w = np.float64(3.0)\nw[0]", "number-has-no-entries", ["Is `w` one number"], []),
    ("def grad(w):\n    return 2 * w[0]\ngrad(3.0)", "number-has-no-entries", ["`w`"], []),
    ("w = 3.0\nw[0] = 1.0", "number-has-no-entries", ["`w`"], []),
    (ARRAY + "w[0, 1]", "too-many-indices", ["2 places", "shape has 1", "`w`"], []),
    (ARRAY + "w[np.array([True, False, True])]", "mask", ["the size 3, but", "the size 2."], []),
    (ARRAY + "w[1.0]", "index-whole", ["`[2]`", "`//`"], []),
    (ARRAY + "w[w / 2]", "index-whole", ["whole numbers"], []),
    ("w = [1.0, 2.0]\nw[len(w) / 2]", "index-whole", ["`//`"], []),
    (ARRAY + "w.sum(axis=1)", "axis", ["`axis=1`", "has 1"], []),
    ("losses = []\nbest = min(losses)", "empty", ["empty"], []),
    ("best = np.argmin([])", "empty", ["empty"], []),
    ("best = np.max([])", "empty", ["empty"], []),
    ("w = []\nw.pop()", "empty", ["empty"], []),
    ("walk = {'losses': [1.0]}\nwalk['loss']", "key", ["'loss'", "`walk`"], []),
    # behind a dot
    ("np.sqr(2.0)", "no-such-function", ["no `np.sqr`", "mean `np.sqrt`?"], []),
    ("np.float(2)", "no-such-function", ["`float`", "without `np.`"], []),
    ("np.Inf", "no-such-function", ["`np.Inf`", "`np.inf`"], []),
    ("import string\nstring.qqq", "no-such-function", ["`string.qqq`"], ["mean"]),
    ("np = 3\nx = np.sqrt(2.0)", "np-overwritten", ["`np`", "a whole number",
                                                    "`import numpy as np`"], []),
    ("w = [1.0]\nw.length", "length", ["`len(…)`", "`w`"], []),
    ("w = [1.0, 2.0]\nw.mean()", "list-is-no-array", ["A list has no `.mean`", "`w`"], []),
    (ARRAY + "w.append(3.0)", "array-does-not-grow", ["`.append`", "list"], []),
    (GRAD + "grad.shape", "function-not-called", ["`.shape`", "`grad(…)`"], []),
    (ARRAY + "w.t", "of-numpy", ["An array has no `.t`", "mean `.T`?"], []),
    (ARRAY + "w.average()", "of-numpy", ["`np.average(…)`", "put `w`"], []),
    (ARRAY + "w.norm()", "of-numpy", ["`np.linalg.norm(…)`", "put `w`"], []),
    ("w = 3.0\nw.sqrt()", "of-numpy", ["A number has no", "`np.sqrt(…)`", "put `w`"], []),
    ("w = 3.0\nw.mean()", "no-attribute", ["`.mean`", "`w`"], ["NumPy"]),
    ("np.T(2.0)", "no-such-function", ["An array has it: `w.T`"], []),
    ("np.default_rng(1)", "no-such-function", ["`np.random.default_rng`"], []),
    ("losses = {}\nlosses.append(2.0)", "other-does-not-append", ["A dictionary", "key"], []),
    ("losses = {2.0}\nlosses.append(2.0)", "other-does-not-append", ["A set", "Square"], []),
    ("losses = []\nlosses.append = 2.0", "method-replaced",
     ["`.append` of a list", "`=`", "behind `losses`"], []),
    ("from course.landscapes import parabola\nparabola.grad", "no-attribute",
     ["`parabola` has no `.grad`", "`.gradient`"], ["its result"]),
    ("w = 3.0\nw.append(2.0)", "no-attribute", ["A number has no `.append`", "`w`"], []),
    ("rng = np.random.default_rng(1)\nrng.rand(3)", "no-attribute",
     ["no `.rand`", "mean `.random`?"], []),
    ("rng = np.random.default_rng(1)\nrng.permutaion(3)", "no-attribute",
     ["mean `.permutation`?"], []),
    (WALKED + "path.weight", "no-attribute", ["mean `.weights`?"], []),
    (WALKED + "path[-1]", "no-entries", ["`.weights`", "do you mean of `path`?"], []),
    (WALKED + "len(path)", "no-length", ["`.losses`", "do you mean of `path`?"], []),
    ("rng = np.random.default_rng(1)\nrng.qqq(3)", "no-attribute", ["`.qqq`", "`rng`"], []),
    # brackets
    ("list = [1.0]\nw = list(range(3))", "overwritten", ["`list`", "`del list`"], ["`range`"]),
    ("def total(values):\n    sum = 0.0\n    return sum(values)\ntotal([1.0])", "overwritten",
     ["`sum`", "a number"], []),
    ("sum = len = 3\nw = sum([1.0]) / len([1.0])", "overwritten",
     ["`len` and `sum`", "`del len, sum`"], []),
    (ARRAY + "w.shape()", "no-brackets", ["`w.shape`"], []),
    ("x = np(2.0)", "module-called", ["after `np`"], []),
    ("rng = np.random(1)", "module-called", ["after `np.random`"], []),
    (GRAD + "x = 0.1(grad(3.0))", "not-a-function", ["look at `0.1`."], ["`grad`"]),
    ("w = 3.0\nslope = 2(w - 3)", "not-a-function", ["look at `2`", "`*`"], []),
    ("def loss(w):\n    return w**2\nloss = loss(3.0)\nloss = loss(2.0)", "not-a-function",
     ["A number", "`loss`", "name of the function"], []),
    ("w = 3.0\nx = np.sqrt(w(2))", "not-a-function", ["look at `w`"], ["np.sqrt"]),
    (ARRAY + "w(0)", "not-a-function", ["An array", "`w`", "square"], ["`*`"]),
    (GRAD + "grad[3.0]", "square-brackets-call", ["`grad`", "Round ones call"], []),
    ("for step in range[3]:\n    pass", "square-brackets-call", ["`range`"], []),
    ("weights = list[3.0]\nweights[-1]", "kind-for-value",
     ["`list[…]`", "where `weights` gets", "`list(…)` has round"], ["is Python"]),
    ("weights = list[3.0]\nweights.append(2.0)", "kind-for-value",
     ["Before `.append`", "`list[…]`", "`list(…)`"], []),
    ("list.append(2.0)", "kind-for-value", ["Before `.append`", "`list` itself"], []),
    ("w = (1.0, 2.0)\nw[0] = 3.0", "fixed-entries", ["a tuple", "`w`", "array"], []),
    ("pairs = zip([1], [2])\npairs[0]", "no-entries", ["`pairs`", "`list(…)`"], []),
    ("w = [[1.0, 2.0]]\nw[0, 1]", "list-two-indices", ["`w[0][1]`"], []),
    ("walk = [1.0]\nwalk['loss']", "index-name", ["a list", "`walk`", "dictionary"], []),
    # signs
    ("w = 3.0\nloss = (w - 4)^2", "power", ["`^`", "`w**2`"], []),
    (ARRAY + "loss = w^2", "power", ["`w**2`"], []),
    (ARRAY + "inside = w > 0 & w < 1.5", "comparison-brackets", ["`(w > 0) & (w < 1)`"], []),
    ("w = 1.0\ninside = w > 0 & w < 1.5", "comparison-brackets", ["`&`"], []),
    (GRAD + "lr, w = 0.1, 3.0\nw = w - lr * grad", "function-not-called", ["`grad(w)`"], []),
    (GRAD + "w = 3.0\nw -= grad", "function-not-called", ["`grad(w)`"], []),
    (GRAD + "x = grad + 1", "function-not-called", ["`grad(…)`"], ["`1"]),
    ("lr = 0.1\nstep = lr * quartic", "function-not-called", ["`quartic(…)`"], []),
    (GRAD + "x = np.sqrt(grad)", "function-not-called", ["`grad(…)`"], []),
    (GRAD + "for g in grad:\n    pass", "function-not-called", ["`grad(…)`"], []),
    (GRAD + "a, b = grad", "function-not-called", ["`grad(…)`"], []),
    (GRAD + "float(grad)", "function-not-called", ["`grad(…)`"], []),
    (GRAD + "range(grad)", "function-not-called", ["`grad(…)`"], []),
    (GRAD + "round(grad)", "function-not-called", ["`grad(…)`"], []),
    ("rate = '0.1'\nw = 3.0 - rate", "text-and-number", ["text", "quotes"], []),
    ("print('loss ' + 3.0)", "text-and-number", ["`print(…)`", "comma"], []),
    (ARRAY + "w * 'a'", "text-and-number", ["text"], []),
    ("import math\nmath.sqrt('2')", "text-and-number", ["text"], []),
    ("round('2.5')", "text-and-number", ["text"], []),
    ("x = -'2'", "text-and-number", ["text"], []),
    ("np.abs('2')", "text-and-number", ["text"], []),
    ("', '.join([1])", "text-and-number", ["text"], []),
    ("if (-8.0) ** 0.5 < 1:\n    pass", "complex", ["below zero", "root"], []),
    ("float((-8.0) ** 0.5)", "complex", ["below zero"], []),
    ("weights = [1.0]\nweights = weights + 2.0", "list-plus", ["a list", "a number", "`append`",
                                                               "`np.array(…)`"], []),
    ("w, g = [1.0, 2.0], [0.5, 0.5]\nw = w - g", "list-arithmetic",
     ["`-`", "a list", "Should `w`"], []),
    ("w, g = 3.0, (0.5, 0.5)\nw = w - g", "list-arithmetic", ["a tuple", "Should `g`"], ["`w`"]),
    ("w = -[1.0, 2.0]", "list-arithmetic", ["`-`", "a list"], []),
    (PAIR + "w = w - lr * grad(w)", "list-times", ["`lr` or `grad(w)`", "`np.array(…)`"],
     ["`w`"]),
    ("x = {1: 2.0} - 3", "operands", ["a dictionary", "a whole number", "`{1: 2.0}`", "`3`"], []),
    # calls
    ("np.array(1.0, 2.0, 3.0)", "array-brackets", ["`np.array([1, 2])`"], []),
    ("np.zeros(6, 2)", "array-brackets", ["`np.zeros((6, 2))`"], []),
    ("np.array(1.0, 2.0)", "array-brackets", ["`np.array([1, 2])`"], []),
    ("np.array(3, -4)", "array-brackets", ["`np.array([1, 2])`"], []),
    ("np.sqrt(2.0, 3.0)", "argument-count", ["one value too many", "comma"], []),
    (TABLE + "np.column_stack(Z, error)", "array-brackets", ["`np.column_stack([a, b])`"], []),
    (TABLE + "np.vstack(Z, Z)", "array-brackets", ["`np.vstack([a, b])`"], []),
    # What comes second is taken for the number of an axis.
    ("np.min(1, 0.5)", "axis-for-number", ["`min(a, b)`", "`np.minimum(a, b)`"], ["6 / 2"]),
    ("np.min(1, 2)", "axis-for-number", ["`min(a, b)`"], []),
    (ARRAY + "np.max(0, w)", "axis-for-number", ["`np.maximum(a, b)`"], []),
    ("np.mean(1.0, 2.5)", "axis-for-number", ["`np.mean([a, b])`"], ["minimum"]),
    (ARRAY + "np.concatenate(w, [2])", "axis-for-number", ["`np.concatenate([a, b])`"], []),
    (ARRAY + "np.sum(w, 1)", "axis", ["`axis=1`", "has 1"], []),
    ("def slope(f, w, h):\n    return 0\nslope(abs)", "argument-missing",
     ["`slope`", "`w` and `h`"], []),
    ("(lambda w: w)()", "argument-missing", ["The function", "`w`"], ["lambda"]),
    ("quartic()", "argument-missing", ["The function", "`w`"], ["__"]),
    (GRAD + "grad(3.0, h=1e-5)", "argument-unknown", ["`grad`", "`h`"], []),
    ("print(3.0, ends='')", "argument-unknown", ["`print`", "`ends`"], []),
    (GRAD + "grad(3.0, w=2.0)", "argument-twice", ["`grad`", "`w`"], []),
    (GRAD + "grad(3.0, 1e-5)", "argument-count", ["`grad` takes 1", "given 2"], []),
    # A slope that a check hands over is called as the student's own would be.
    ("grad = Formula('2*w', name='grad')\ngrad(8.0, 6.0)", "argument-count",
     ["`grad` takes 1", "given 2"], ["__call__"]),
    ("grad = Formula('2*w', name='grad')\ngrad()", "argument-missing",
     ["`grad`", "without `w`"], ["__call__"]),
    ("quartic(3.0, 1e-5)", "argument-count", ["`quartic` takes 1 ", "given 2"], ["3 "]),
    ("len([1], [2])", "argument-count", ["too many"], []),
    ("w = []\nw.append(1.0, 2.0)", "argument-count", ["`append`", "exactly one", "given 2"], []),
    ("w = np.array()", "argument-missing", ["`array`", "too few"], []),
    ("len([1.0], axis=0)", "argument-unknown", ["`len`", "close too late"], []),
    (TABLE + "sum(Z, axis=0)", "argument-unknown", ["own `sum`", "`np.sum(…)`"], ["spelt"]),
    (TABLE + "any(Z > 0, axis=1)", "argument-unknown", ["own `any`", "`np.any(…)`"], ["too late"]),
    (ARRAY + "w.mean(axes=0)", "argument-unknown", ["`mean`", "`axes`"], ["`_mean`"]),
    ("max()", "argument-count", ["too few"], []),
    # one and several
    ("for step in 30:\n    pass", "no-loop", ["`30`", "`for step in range(n)`"], []),
    ("total = sum(3.0)", "no-loop", ["`3.0`"], []),
    ("weights = [1.0]\nweights += 2.0", "no-loop", ["`2.0`", "`append`"], []),
    ("for w in np.array(3.0):\n    pass", "no-loop", ["`np.array(3.0)`"], []),
    ("if 'loss' in 3.0:\n    pass", "no-loop", ["`3.0`"], []),
    ("w = 3.0\nprint(*w)", "no-loop", ["`w`"], []),
    ("def grad(w):\n    return 2 * w\ndw, db = grad(3.0)", "unpack",
     ["a number", "`grad(3.0)`"], ["`dw"]),
    ("dw, db = np.uint8(3)", "unpack", ["only a whole number"], []),
    ("def grad(w):\n    return 1, 2, 3\ndw, db = grad(3.0)", "unpack", ["more values", "(2)",
                                                                       "`grad(3.0)`"], []),
    ("for w, b in [(1.0,)]:\n    pass", "unpack", ["fewer values", "(2)"], []),
    ("for i in range(len(3)):\n    pass", "no-length", ["`3`"], ["len(3)"]),
    ("n = len(np.array(3.0))", "no-length", ["`np.array(3.0)`"], []),
    ("for i in range([1, 2]):\n    pass", "array-for-whole", ["`len(…)`"], []),
    (ARRAY + "for i in range(w):\n    pass", "array-for-whole", ["`len(…)`"], []),
    ("for i in range(6 / 2):\n    pass", "whole-number", ["`//`", "`int(…)`"], []),
    ("w = [1.0, 2.0, 3.0]\nw[: len(w) / 2]", "whole-number", ["`//`"], []),
    ("np.zeros(6 / 2)", "whole-number", ["`//`"], []),
    (ARRAY + "import math\nmath.sqrt(w)", "one-number", ["`w`", "`np.sqrt`"], []),
    ("float([1.0, 2.0])", "one-number", ["`[1.0, 2.0]`"], []),
    ("import math\nprint(math.sqrt([2.0]))", "one-number", ["`[2.0]`"], ["`math"]),
    ("round([1.26], 1)", "one-number", ["`np.round`"], []),
    (ARRAY + "print(f'{w:.3f}')", "format", ["`:.3f`", "an array"], []),
    ("print(f\"{'a':.3f}\")", "format", ["text"], []),
    ("print(f'{2.0:.3g5}')", "format", ["colon"], []),
    ("losses = {[0.1]: 2.0}", "unhashable", ["A list", "key"], []),
    (ARRAY + "w[0] = [1.0, 2.0]", "one-place", ["One place"], []),
    ("np.array([[1.0, 2.0], [3.0]])", "ragged", ["one length"], []),
    (
        "from course.formula import Formula\ngrad, w = Formula('2*w'), [1.0]\nfor _ in range(2):\n"
        "    w.append(w[-1] - 0.1 * grad(w))",
        "ragged",
        ["`grad` takes one weight", "`w[-1]`"],
        ["one length"],
    ),
    (
        "def f(rows):\n    return np.array(rows)\nf([[1.0], 2.0])",
        "ragged",
        ["one length"],
        ["takes one weight"],
    ),
    # shapes
    (TABLE + "dw = Z @ error", "shapes-matmul", ["are 2 and 6", "`Z` and `error`", "`.T`"], []),
    (TABLE + "dw = np.dot(Z, error)", "shapes-matmul", ["(6, 2) and (6,)"], []),
    ("from course import network\nnetwork.dense_backward(np.ones((4, 2)), np.ones((4, 3)), "
     "np.ones((2, 3)))", "shapes-given", ["dz of shape (4, 2)", "do not fit"], ["left", "`@`"]),
    ("from course import network\nlayers = network.equal_layers([4, 3]) * 2\n"
     "network.forward(layers, np.ones((5, 4)))", "shapes-given", ["layers", "(5, 4)"], ["left"]),
    (ARRAY + "w @ 3.0", "matmul-number", ["`@`", "`*`"], []),
    (TABLE + "dw = Z * error", "shapes-add", ["(6, 2) and (6,)"], []),
    ("np.broadcast_to(np.ones(3), (2, 2))", "shapes-add", ["shapes"], []),
    (ARRAY + TABLE + "w -= Z", "shapes-into", ["(2,)", "(6, 2)"], []),
    (ARRAY + "w[:] = np.ones(3)", "shapes-into", ["(3,)", "(2,)"], []),
    (TABLE + "np.linalg.solve(Z, error)", "not-square", ["square", "`np.linalg.lstsq`"], []),
    ("np.linalg.inv(np.ones(3))", "not-square", ["square"], []),
    ("np.linalg.eigvals([[1.0, np.nan], [0.0, 1.0]])", "no-result", ["NaN"], []),
    ("np.linalg.solve(np.ones((2, 2)), [1.0, 2.0])", "singular", ["columns"], []),
    ("np.linalg.solve(np.eye(2), [1.0, 2.0, 3.0])", "shapes-solve", ["as many rows"], []),
    ("np.linalg.lstsq(np.eye(2), [1.0, 2.0, 3.0])", "shapes-solve", ["as many rows"], []),
    (TABLE + "np.column_stack([Z, [1.0]])", "shapes-join", ["shape of each"], []),
    ("np.stack([np.ones(2), np.ones(3)])", "shapes-join", ["shape of each"], []),
    ("np.concatenate([1.0, 2.0])", "shapes-join", ["shape of each"], []),
    ("np.ones(6).reshape(4, 2)", "shapes-refill", ["6 entries", "(4, 2)"], []),
    # values
    (ARRAY + "if w > 1.5:\n    pass", "truth-of-array", ["`np.any(…)`", "`x[x > 0]`"], []),
    (ARRAY + "a = max(0, w)", "truth-of-array", ["own `max`", "`np.maximum(a, b)`"], ["x[x"]),
    ("x = float('3,94')", "decimal-comma", ["`3.94`"], []),
    ("x = float('abc')", "text-no-number", ["'abc'"], []),
    ("x = int('2.5')", "text-no-number", ["'2.5'", "whole"], []),
    ("x = int(float('nan'))", "nan", ["NaN", "0/0"], []),
    ("import math\nx = -2.0\nmath.sqrt(x)", "math-domain", ["below zero", "`x`"], []),
    ("[1.0].index(2.0)", "not-in-list", ["no such entry"], []),
    ("np.random.default_rng(1).choice(3, 5, replace=False)", "draw", ["More are drawn"], []),
    ("w = np.broadcast_to(np.ones(1), (2,))\nw[0] = 3.0", "read-only", ["`.copy()`"], []),
    ("np.arange(1, 4) ** -1", "whole-power", ["`-1.0`"], []),
    ("w = np.array([1, 2])\nw -= 0.1 * w", "whole-array", ["`1.0`", "`w = w - …`"], []),
    ("np.sqrt([1.0, None])", "not-numbers", ["`[1.0, None]`"], []),
    ("np.isfinite('2')", "not-numbers", ["text"], []),
    ("np.uint8(300)", "small-whole", ["300", "`uint8`"], []),
    ("w = 10.0\nfor step in range(30):\n    w = w - 2.1 * w**3", "overflow",
     ["too large", "`except OverflowError`"], []),
    ("h = 0.0\nslope = 3.0 / (2 * h)", "division-by-zero", ["`2 * h`"], ["`3.0`"]),
    # everything else
    ("def loss(w):\n    return loss(w) + 1\nloss(3.0)", "endless-calls", ["calls itself"], []),
    ("def walk(w, steps):\n    return w if steps == 0 else walk(w - 0.1, steps - 1)\n"
     "walk(3.0, 10_000)", "endless-calls", ["more often", "a loop"], []),
    ("np.zeros(10**15)", "memory", ["memory"], []),
    ("open('houses.csv')", "file", ["no such file"], []),
    ("import nunpy", "import", ["`nunpy`", "mean `numpy`?"], []),
    ("import qwertz", "import", ["`qwertz`", "installed"], ["mean"]),
    ("from numpy import sqr", "import", ["`numpy` has no `sqr`"], []),
    ("assert 1.0 == 2.0", "assert", ["`assert`"], []),
    ("rate = input()", "input", ["`input`", "arguments"], []),
    ("next(iter([]))", "next", ["`next(…)`"], []),
    ("raise SystemExit", "exit", ["`return`"], []),
    ("raise KeyboardInterrupt", "interrupted", ["interrupted"], []),
    ("raise NotImplementedError", "not-written", ["`raise NotImplementedError`"], []),
]  # fmt: skip

# The same said by other versions of Python (3.11 to 3.14) and of NumPy (2.0 to 2.4).
ELSEWHERE = [
    ("ValueError", "max() arg is an empty sequence", "empty"),
    ("ValueError", "max() iterable argument is empty", "empty"),
    ("ValueError", "The truth value of an empty array is ambiguous. Use `array.size > 0` to check "
     "that an array is not empty.", "empty"),
    ("TypeError", "'ends' is an invalid keyword argument for print()", "argument-unknown"),
    ("TypeError", "print() got an unexpected keyword argument 'ends'. Did you mean 'end'?",
     "argument-unknown"),
    ("ValueError", "too many values to unpack (expected 2, got 3)", "unpack"),
    ("ValueError", "too many values to unpack (expected 2)", "unpack"),
    ("TypeError", "argument of type 'float' is not a container or iterable", "no-loop"),
    ("TypeError", "only length-1 arrays can be converted to Python scalars", "one-number"),
    ("TypeError", "only 0-dimensional arrays can be converted to Python scalars", "one-number"),
    ("ValueError", "math domain error", "math-domain"),
    ("ValueError", "expected a nonnegative input, got -1.0", "math-domain"),
    ("ValueError", "expected a positive input", "math-domain"),
    ("ValueError", "3 is not in list", "not-in-list"),
    ("ValueError", "list.index(x): x not in list", "not-in-list"),
    ("OverflowError", "(34, 'Numerical result out of range')", "overflow"),
    ("OverflowError", "(68, 'Result not representable')", "overflow"),
    ("ZeroDivisionError", "float division by zero", "division-by-zero"),
    ("ZeroDivisionError", "zero to a negative power", "division-by-zero"),
    ("TypeError", "cannot use 'list' as a dict key (unhashable type: 'list')", "unhashable"),
    ("AttributeError", "'int' object has no attribute 'x' and no __dict__ for setting new "
     "attributes", "no-attribute"),
    ("StdinNotImplementedError", "raw_input was called, but this frontend does not support input "
     "requests.", "input"),
    ("LinAlgError", "SVD did not converge in Linear Least Squares", "no-result"),
]  # fmt: skip

# Texts that are no Python: the kind, what the words must say.
UNREADABLE = [
    ("def f(w):\n    if w > 0:\n        return w\n    elseif w < 0:\n        return 0", "else-if",
     ["Line 4", "`elif`"]),
    ("if w > 2:\n    w = 2\nelsif w > 1:\n    w = 3", "else-if", ["Line 3", "`elif`"]),
    ("if w > 2:\n    w = 2\nelif if w > 1:\n    w = 3", "else-if", ["Line 3", "`elif`"]),
    ("if w > 2:\n    w = 2\nelse w > 1:\n    w = 3", "else-alone", ["Line 3", "`elif`"]),
    ("if w > 2 then:\n    w = 2", "then", ["`then`", "`:`"]),
    ("if w > 2 then\n    w = 2", "then", ["`then`", "`:`"]),
    ("Return the share of the entries above limit.\nx = 3", "words", ["Line 1", "`#`"]),
    ("this is my answer to part one\nx = 3", "words", ["`#`"]),
    ("My answer:\nx = 3", "words", ["Line 1", "`#`"]),
    ("Return weights", "misspelt-word", ["`return`"]),
    ("retrun it", "misspelt-word", ["`return`"]),
    ("def f(lr, decay=0,95):\n    return lr", "decimal-comma", ["`0.95`"]),
    ("def f(da/dz, a):\n    return a", "names-of-def", ["names only"]),
    ("def f(w, rates=(0.1, 0.2), steps=3(:\n    return w", "bracket", ["3 open, 1 close"]),
    ("def f(w, rates=(0.1, 0.2), steps=3:\n    return w", "bracket", ["2 open, 1 close"]),
    ("best loss = None, 3.0", "name-with-spaces", ["comma"]),
    ("f = lambda t, h=2: t *= h", "syntax", []),
    ("y = X  mu / 2", "side-by-side", ["comma"]),
    ("m-hat = m / 2", "name-with-spaces", ["`m_hat`"]),
    ("w = 0, b = 0", "two-in-a-line", ["line of its own"]),
    ("switch wanted:\n    x = 3", "switch", ["`switch`", "`elif`"]),
    ("v = beta v - lr g", "side-by-side", ["side by side", "`*`"]),
    ("s = (1 - rho) g**2", "side-by-side", ["side by side"]),
    ("race = only one was tuned", "side-by-side", ["quotes"]),
    ("def f(w):\n    return ) w", "bracket", ["closes nothing"]),
    ("double w = 3.0", "declared", ["No `double`"]),
    ("w = 3.0 b = 2.0", "two-in-a-line", ["line of its own"]),
    ("side = 'left' start = -3.0", "two-in-a-line", ["line of its own"]),
    ("for i = 1 to steps:\n    w = 2", "for-in", ["`for step in range(n):`"]),
    ("for (i = 0; i < 3; i++) {", "for-in", ["`in`"]),
    ("for range(steps):\n    w = 2", "for-in", ["`in`"]),
    ("above = [w for w > 2]", "for-in", ["`[w for w in weights if w > 0]`"]),
    ("def move on(grad, w):\n    return w", "name-with-spaces", ["`move_on`"]),
    ("def in dollars(w):\n    return w", "name-with-spaces", ["`in_dollars`"]),
    ("the final weight = 3.94", "name-with-spaces", ["`the_final_weight`"]),
    ("def f w:\n    return w", "brackets-of-def", ["round brackets"]),
    ("h = 1e−4", "pasted-sign", ["sign −", "`-`"]),
    ("x = 1000 x w", "times-letter", ["star"]),
    ("x = w x 1000", "times-letter", ["star"]),
    ("x = (a - b) : (2 * h)", "divided", ["`:`", "`/`"]),
    ("x = 2 \\ w", "divided", ["`\\`", "`/`"]),
    ("x = w(1:) - w(:-1)", "square-entries", ["`w[1:]`"]),
    ("x = w.mean[axis=0]", "round-call", ["`w.mean(axis=0)`"]),
    ("x = w[w => 2]", "foreign-sign", ["`=>`"]),
    ("x = f.(w + h)", "dot-before-bracket", ["`f(w)`"]),
    ("function f(w):\n    return w", "def-word", ["`def f(w):`"]),
    ("def f(grad; w):\n    return w", "names-of-def", ["comma"]),
    ("def f(grad w):\n    return w", "names-of-def", ["comma"]),
    ("def f(grad(w)):\n    return w", "names-of-def", ["names only"]),
    ("def f(w):\n    return w\n    else:\n        return 2", "else-without-if",
     ["Line 3", "`else`", "as far left"]),
    ("x = w if w > 0", "else-in-line", ["`else`"]),
    ("x = {'w' = 3.0}", "dictionary", ["`{'w': 3.0}`"]),
    ("w--", "foreign-sign", ["`--`", "`w -= 1`"]),
    ("f(w, h=1e-4) = w**2", "def-missing", ["`def f(w, h=1e-4):`"]),
    ("walk(3) = 2.0", "def-missing", ["`walk[3] = …`"]),
    ("def loss(w)\n    return w**2", "colon", ["Line 1 is `def loss(w)`", "`:`"]),
    ("if w > 2:\n    w = 2\nelse\n    w = 3", "colon", ["Line 3"]),
    ("x = 3\nelse\n    w = 3", "colon", ["Line 2", "missing"]),
    ("else if w > 1:\n    w = 1", "else-if", ["`elif`"]),
    ("if w > 2:\n    w = 2\nelse if w > 1:\n    w = 1", "else-if", ["Line 3", "`elif`"]),
    ("x = 2\nw = np.array([1, 2", "bracket", ["Line 2", "`[`", "never closed"]),
    ("w = (1 + 2))", "bracket", ["`)` closes nothing"]),
    ("w = np.array([1, 2)", "bracket", ["opens with `[`", "close with `)`"]),
    ("if (w > 2:\n    w = 1", "bracket", ["1 open, 0 close"]),
    ("if w = 3:\n    x = 1", "equals", ["`==`"]),
    ("if w == 3 and x = 2:\n    x = 1", "equals", ["`==`"]),
    ("if w + 1 = 3:\n    x = 1", "equals", ["`==`"]),
    ("x = (y = 3)", "equals", ["`==`"]),
    ("check(w + 1 = 3)", "equals", ["`==`"]),
    ("2 * w = 6", "left-of-equals", ["left of `=`"]),
    ("f(w) += 1", "left-of-equals", ["left of `=`"]),
    ("f(w) = w**2", "def-missing", ["`def f(w):`", "`return`"]),
    ("slope = 3 / 2h", "times-missing", ["Line 1 is `slope = 3 / 2h`", "`2 * h`"]),
    ("slope = 1e-5 + 2w", "times-missing", ["`2 * w`"]),
    ("slope = 2 h", "times-missing", ["`2 * h`"]),
    ("w = 3,0424", "decimal-comma", ["`3.0424`"]),
    ("w = 007", "leading-zero", ["begin with a 0"]),
    ("x = 3\n    w = 4", "indent", ["Line 2 is `w = 4`", "further right"]),
    ("def f(w):\n    x = 3\n  return x", "indent", ["Line 3", "between two levels"]),
    ("for step in range(3):\nw = 2", "indent-missing", ["Line 2", "four spaces"]),
    ("def f(w):\n    # my answer\n", "indent-missing", ["`pass`"]),
    ("def f(w):\n\tx = 3\n        return x", "tabs", ["Tabs"]),
    ("print('loss)", "text-not-closed", ["quote"]),
    ("def f(w):\n    '''Return it.\n    return w", "text-not-closed", ["three quotes"]),
    ("print(f'{w')", "f-string", ["`{` needs a `}`"]),
    ("w = 3 − 2", "pasted-sign", ["sign −", "`-`"]),
    ("print(“loss”)", "pasted-sign", ["sign “", '`"`']),
    ("w = 3 × 2", "pasted-sign", ["sign ×", "`*`"]),
    ("w = ☃", "pasted-sign", ["sign ☃", "What"]),
    ("w = 3\u00a0+ 2", "pasted-sign", ["invisible"]),
    ("lambda = 0.1", "own-word", ["`lambda`", "cannot be a name"]),
    ("def step(w, lambda):\n    return w", "own-word", ["`lambda`"]),
    ("w = w - lambda * slope", "own-word", ["`lambda`"]),
    ("def class(w):\n    return w", "own-word", ["`class`"]),
    ("None = 3", "own-word", ["`None`"]),
    ("print w", "print-brackets", ["`print(w)`"]),
    ("```python\nw = 3\n```", "pasted-mark", ["line 1", "mark"]),
    ("In [3]: import numpy as np", "pasted-mark", ["mark"]),
    (">>> w = 3", "pasted-mark", ["mark"]),
    ("return 3", "outside", ["`return`", "outside a function"]),
    ("break", "outside", ["`break`", "outside a loop"]),
    ("def f:\n    return 3", "brackets-of-def", ["`def f():`"]),
    ("w = [1 2]", "comma", ["comma"]),
    ("f(lr=0.1, 3)", "order", ["`lr=0.1`", "come last"]),
    ("def f(h=1, w):\n    return w", "order", ["`def`", "come last"]),
    ("f(lr=1, lr=2)", "twice", ["`lr`"]),
    ("def f(w, w):\n    return w", "twice", ["`w`"]),
    ("try:\n    w = 3\nx = 2", "except-missing", ["`except`"]),
    ("w++", "foreign-sign", ["`++`", "`w += 1`"]),
    ("if w =< 3:\n    x = 1", "foreign-sign", ["`=<`", "`<=`"]),
    ("def f(w):\n    retrun w", "misspelt-word", ["Line 2", "`retrun`", "`return`"]),
    ("fro step in range(3):\n    w = 2", "misspelt-word", ["`for`"]),
    ("w = 3 +", "unfinished", ["must follow"]),
    ("part_left = 63.6 %", "percent", ["no percent sign", "`63.6 / 100`"]),
    ("w = w %", "unfinished", ["must follow"]),
    ("wrong_operator = //", "unfinished", ["must follow", '`"//"`']),
    ("w = 3 not 4", "syntax", ["cannot read"]),
]  # fmt: skip

JARGON = (
    "sequence", "gufunc", "ufunc", "core", "dimension", "dimensional", "iterable", "subscript",
    "subscriptable", "operand", "operands", "broadcast", "scalar", "hashable", "positional",
    "keyword", "attribute", "object", "instance", "literal", "parenthesis", "parentheses",
    "inhomogeneous", "dtype", "callable", "nonetype", "exception", "parameter", "token", "cast",
    "indices", "syntax", "eof", "traceback", "concatenate",
)  # fmt: skip


def stop(code):
    """Run a student's code; return the error, the line that raised it, and the names there are."""
    names = {"np": np, "quartic": quartic, "Formula": Formula, "__name__": "student"}
    before = sys.stdin
    sys.stdin = io.StringIO("")
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            exec(compile(code, "<student>", "exec"), names)
    except BaseException as error:
        trace, number = error.__traceback__, 0
        while trace:
            if trace.tb_frame.f_code.co_filename == "<student>":
                number = trace.tb_lineno
            trace = trace.tb_next
        line = code.splitlines()[number - 1]
        return error, line, [name for name in names if name != "__builtins__"]
    finally:
        sys.stdin = before
    raise AssertionError(f"it does not stop: {code}")


def unreadable(source):
    """Return the error of a text that is no Python."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(SyntaxError) as caught:
            compile(source, "<student>", "exec")
    return caught.value


def elsewhere(name, message):
    """Return an exception of which only the type's name and the message are left."""
    return type(name, (Exception,), {})(message)


def prose(words):
    """Return the words without the code in them."""
    return re.sub(r"`[^`]*`", "", words)


@pytest.mark.parametrize(("code", "kind", "says", "says_not"), STOPS)
def test_a_stop_is_told_in_plain_words(code, kind, says, says_not):
    told = in_plain_words(*stop(code))
    assert told is not None, "nothing is said"
    assert told.kind == kind, told
    assert all(piece in told.words for piece in says), told
    assert not any(piece in told.words for piece in says_not), told


@pytest.mark.parametrize(("source", "kind", "says"), UNREADABLE)
def test_a_text_that_is_no_python(source, kind, says):
    told = syntax_in_plain_words(unreadable(source), source)
    assert told.kind == kind, told
    assert all(piece in told.words for piece in says), told


@pytest.mark.parametrize(("name", "message", "kind"), ELSEWHERE)
def test_the_words_of_other_versions(name, message, kind):
    assert in_plain_words(elsewhere(name, message)).kind == kind


def test_every_kind_has_an_answer_here():
    found_by_function = {
        "restart", "not-imported", "needs-np", "no-brackets", "syntax", "exercise",
        "not-made-yet",
    }  # fmt: skip
    kinds = {row[0] for row in (*error_table.ERRORS, *error_table.SYNTAX)} | found_by_function
    assert {row[1] for row in (*STOPS, *UNREADABLE)} | {row[2] for row in ELSEWHERE} == kinds


@pytest.mark.parametrize("code", [row[0] for row in STOPS])
def test_the_name_and_the_message_are_enough(code):
    error, line, names = stop(code)
    message = str(error)
    again = elsewhere(type(error).__name__, message)
    assert in_plain_words(again, line, names) == in_plain_words(error, line, names)


@pytest.mark.parametrize("code", [row[0] for row in STOPS])
def test_without_the_line_less_is_said_but_nothing_breaks(code):
    told = in_plain_words(stop(code)[0])
    assert told.words.count("`") % 2 == 0
    assert "``" not in told.words
    assert "{" not in told.words


def all_words():
    """Return everything that the snippets make the tables say, and the tables themselves."""
    yield from (in_plain_words(*stop(row[0])).words for row in STOPS)
    yield from (in_plain_words(stop(row[0])[0]).words for row in STOPS)
    yield from (in_plain_words(elsewhere(*row[:2])).words for row in ELSEWHERE)
    for source, _, _ in UNREADABLE:
        yield syntax_in_plain_words(unreadable(source), source).words
    yield from (row[-1] for row in (*error_table.ERRORS, *error_table.SYNTAX) if row[-1])


def test_the_words_are_plain_and_short():
    for words in all_words():
        jargon = set(re.findall(r"[a-z]+", prose(words).lower())) & set(JARGON)
        assert not jargon, words
        assert len(words) < 290, words
        assert words[-1] in ".?)", words
        assert words.count("`") % 2 == 0, words
        assert "``" not in words, words


def test_code_in_the_words_is_short_and_names_the_student_s_own_parts():
    line = "slope = (f(w + h) - f(w - h)) / (2 * h) - (g(w + h) - g(w - h)) / divisor"
    told = in_plain_words(ZeroDivisionError("float division by zero"), line)
    assert "look at `2 * h` or `divisor`" in told.words
    long = f"slope = 1 / ({' + '.join(['first_weight'] * 9)})"
    assert "look at what it is divided by" in in_plain_words(ZeroDivisionError(), long).words
    many = "slope = 1 / a + 1 / b + 1 / c + 1 / d"
    assert "look at what it is divided by" in in_plain_words(ZeroDivisionError(), many).words


@pytest.mark.parametrize(
    "error",
    [
        ValueError(),
        ValueError("the rate must not be negative"),
        TypeError("exceptions must derive from BaseException"),
        KeyError("popitem(): dictionary is empty"),
        KeyError("a key that is so long that nobody wrote it as it stands here"),
        RuntimeError("dictionary changed size during iteration"),
        NotImplementedError("only for two weights"),
        EOFError("Ran out of data"),
        TimeoutError(),
        Exception(),
    ],
    ids=repr,
)
def test_nothing_is_said_of_what_is_not_known(error):
    assert in_plain_words(error, "w = w - lr * grad(w)", ["w"]) is None


def test_a_word_is_misspelt_only_if_another_is_close():
    told = in_plain_words(NameError("name 'momentum' is not defined"), "momentum + 1", ["m", "v"])
    assert "Did you mean" not in told.words


def test_the_line_of_an_error_that_was_made_elsewhere():
    made = elsewhere("SyntaxError", "invalid decimal literal (<cell>, line 2)")
    told = syntax_in_plain_words(made, "x = 3\ny = 2h\nz = 4")
    assert told.words.startswith("Line 2 is `y = 2h`.")


@pytest.mark.parametrize("number", [None, 0, -3, 99, 10**9, "two"])
def test_a_line_that_is_not_there(number):
    error = SyntaxError("invalid syntax")
    error.lineno = number
    assert syntax_in_plain_words(error, "w = 3 not 4").kind == "syntax"


def test_words_in_texts_and_comments_are_no_python():
    source = "print('lambda = 3, else if', 2 3)  # >>> lambda = 0.1"
    assert syntax_in_plain_words(unreadable(source), source).kind == "comma"


class Odd(TypeError):
    """An exception that cannot even be printed."""

    def __str__(self):
        raise RuntimeError("no text")


def odd():
    """Return 240 exceptions, lines and names as nobody expects them."""
    draw = random.Random(3)
    pieces = [
        "'", "`", "{", "}", "{a}", "{left}", "%s", "\0", "\n", "name '", "' is not defined", "é",
        "unsupported operand type(s) for ", "+: '", "list", "' and '", "NoneType", "object ",
        "is not callable", "has no attribute '", "shapes (", ") (", "(6,2)", "matmul: ", "size ",
        "numpy.", "index ", "99999999999999999999", "-", "\\", "[", "😀", "f() takes ", "missing ",
        "lambda", "(?P<a>", "*" * 50, "w" * 3000, "positional arguments", "but 3 were given",
    ]  # fmt: skip
    types = [
        NameError, TypeError, ValueError, KeyError, IndexError, AttributeError, ImportError,
        OverflowError, OSError, UnicodeError, SyntaxError, Exception, BaseException, Warning,
        np.linalg.LinAlgError, StopIteration, MemoryError, GeneratorExit, Odd, ExceptionGroup,
    ]  # fmt: skip
    for count, kind in itertools.product(range(12), types):
        text = "".join(draw.choices(pieces, k=count))
        error = kind(text, [ValueError()]) if kind is ExceptionGroup else kind(text)
        yield error, "".join(draw.choices(pieces, k=count)), draw.choices(pieces, k=3)


def test_it_never_raises():
    tried = list(odd())
    assert len(tried) >= 200
    for error, line, names in tried:
        for told in (
            in_plain_words(error, line, names),
            in_plain_words(error),
            syntax_in_plain_words(error, line),
            syntax_in_plain_words(error, ""),
        ):
            assert told is None or (told.kind and told.words)
    assert in_plain_words(TypeError("'float' object is not callable"), None, None) is None
    assert syntax_in_plain_words(None, None).kind == "syntax"


def test_no_warning_comes_from_a_student_s_line():
    line = r"w = 2(w - 3) if w is 3 else '\d' + 1if w else 3"
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        in_plain_words(TypeError("'int' object is not callable"), line)
    assert not caught


def test_the_examples_of_the_module():
    assert doctest.testmod(errors).failed == 0


def test_the_tables_are_in_order():
    for kind, *_, words in (*error_table.ERRORS, *error_table.SYNTAX):
        assert re.fullmatch(r"[a-z-]+", kind)
        assert words or kind in errors.SPECIAL
