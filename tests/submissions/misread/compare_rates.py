# Wrong answers that are close to a known mistake, but are another: the label must not be told.

# %% compare_rates.fastest-not-finite
# No `try`: it stops.
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = w0, 0, False
        for _ in range(steps):
            move = -lr * grad(w)
            if move * before < 0:
                turned = True
            w, before = w + move, move
        loss = f(w)
        results[lr] = (w, loss)
        if turned:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if lr not in diverges]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.fastest-not-finite
# The weight changes its sign: the fastest rate is right.
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = w0, 0, False
        try:
            for _ in range(steps):
                move = -lr * grad(w)
                if w * (w + move) < 0:
                    turned = True
                w, before = w + move, move
            loss = f(w)
        except OverflowError:
            w, loss = inf, inf
        results[lr] = (w, loss)
        if turned:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if lr not in diverges]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.fastest-not-finite
# The search begins too low: its fastest rate is None.
import math

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": [], "diverges": []}
    best = 0
    for lr in rates:
        weights = [w0]
        try:
            for step in range(steps):
                weights.append(weights[step] - lr * grad(weights[step]))
            w, loss = weights[-1], f(weights[-1])
        except OverflowError:
            w = loss = math.inf
        answer["results"][lr] = (w, loss)
        moves = [b - a for a, b in zip(weights, weights[1:])]
        if any(a * b < 0 for a, b in zip(moves, moves[1:])):
            answer["overshoots"].append(lr)
        if not (math.isfinite(w) and math.isfinite(loss)):
            answer["diverges"].append(lr)
        elif loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.fastest-not-finite
# A loss that is taken at the start.
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = w0, 0, False
        loss = f(w)
        try:
            for _ in range(steps):
                move = -lr * grad(w)
                if move * before < 0:
                    turned = True
                w, before = w + move, move
        except OverflowError:
            w, loss = inf, inf
        results[lr] = (w, loss)
        if turned:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if lr not in diverges]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.rounded
# Constants that were typed in from one run.
def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    inf = float("inf")
    return {"results": {0.001: (1.9932, -4.0061), 0.01: (1.968, -4.0159), 0.1: (inf, inf)},
            "fastest": 0.01, "overshoots": [0.1], "diverges": [0.1]}

# %% compare_rates.rates-ignored
# Constants that were typed in from one run.
def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    inf = float("inf")
    return {"results": {0.001: (1.99316813, -4.00608763), 0.01: (1.9679854, -4.01587710),
                        0.1: (inf, inf)},
            "fastest": 0.01, "overshoots": [0.1], "diverges": [0.1]}

# %% compare_rates.one-step-too-few
# It stops as soon as the loss does not fall any more.
import math

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": [], "diverges": []}
    best = math.inf
    for lr in rates:
        weights = [w0]
        try:
            for step in range(steps):
                new = weights[step] - lr * grad(weights[step])
                if not f(new) < f(weights[step]):
                    break
                weights.append(new)
            w, loss = weights[-1], f(weights[-1])
        except OverflowError:
            w = loss = math.inf
        answer["results"][lr] = (w, loss)
        moves = [b - a for a, b in zip(weights, weights[1:])]
        if any(a * b < 0 for a, b in zip(moves, moves[1:])):
            answer["overshoots"].append(lr)
        if not (math.isfinite(w) and math.isfinite(loss)):
            answer["diverges"].append(lr)
        elif loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.measured-slope
# The weights are held between two bounds.
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = w0, 0, False
        try:
            for _ in range(steps):
                move = -lr * grad(w)
                if move * before < 0:
                    turned = True
                w, before = max(-1e15, min(1e15, w + move)), move
            loss = f(w)
        except OverflowError:
            w, loss = inf, inf
        results[lr] = (w, loss)
        if turned:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if lr not in diverges]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.measured-slope
# It stops far out and reports that place.
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = w0, 0, False
        try:
            for _ in range(steps):
                if abs(w) > 1e13:
                    break
                move = -lr * grad(w)
                if move * before < 0:
                    turned = True
                w, before = w + move, move
            loss = f(w)
        except OverflowError:
            w, loss = inf, inf
        results[lr] = (w, loss)
        if turned:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if lr not in diverges]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.steps-ignored
# Always the same number of steps, but not 100.
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = w0, 0, False
        try:
            for _ in range(6):
                move = -lr * grad(w)
                if move * before < 0:
                    turned = True
                w, before = w + move, move
            loss = f(w)
        except OverflowError:
            w, loss = inf, inf
        results[lr] = (w, loss)
        if turned:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if lr not in diverges]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.last-steps-only
# It compares the last step with the first one.
import math

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": [], "diverges": []}
    best = math.inf
    for lr in rates:
        weights = [w0]
        try:
            for step in range(steps):
                weights.append(weights[step] - lr * grad(weights[step]))
            w, loss = weights[-1], f(weights[-1])
        except OverflowError:
            w = loss = math.inf
        answer["results"][lr] = (w, loss)
        moves = [b - a for a, b in zip(weights, weights[1:])]
        if moves[0] * moves[-1] < 0:
            answer["overshoots"].append(lr)
        if not (math.isfinite(w) and math.isfinite(loss)):
            answer["diverges"].append(lr)
        elif loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.first-steps-only
# It compares the last step with the first one.
import math

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": [], "diverges": []}
    best = math.inf
    for lr in rates:
        weights = [w0]
        try:
            for step in range(steps):
                weights.append(weights[step] - lr * grad(weights[step]))
            w, loss = weights[-1], f(weights[-1])
        except OverflowError:
            w = loss = math.inf
        answer["results"][lr] = (w, loss)
        moves = [b - a for a, b in zip(weights, weights[1:])]
        if moves[0] * moves[-1] < 0:
            answer["overshoots"].append(lr)
        if not (math.isfinite(w) and math.isfinite(loss)):
            answer["diverges"].append(lr)
        elif loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.only-errors-as-diverging
# Rates from 0.1 are taken to diverge.
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = w0, 0, False
        try:
            for _ in range(steps):
                move = -lr * grad(w)
                if move * before < 0:
                    turned = True
                w, before = w + move, move
            loss = f(w)
        except OverflowError:
            w, loss = inf, inf
        results[lr] = (w, loss)
        if turned:
            overshoots.append(lr)
        if lr >= 0.1:
            diverges.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.overshooting-as-diverging
# Weights beyond 10 are taken to diverge.
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = w0, 0, False
        try:
            for _ in range(steps):
                move = -lr * grad(w)
                if move * before < 0:
                    turned = True
                w, before = w + move, move
            loss = f(w)
        except OverflowError:
            w, loss = inf, inf
        results[lr] = (w, loss)
        if turned:
            overshoots.append(lr)
        if not abs(w) < 10:
            diverges.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.start-not-reset
# Each walk but the first begins one step late.
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = w0, 0, False
        if lr != rates[0]:
            w = w - lr * grad(w)
        try:
            for _ in range(steps):
                move = -lr * grad(w)
                if move * before < 0:
                    turned = True
                w, before = w + move, move
            loss = f(w)
        except OverflowError:
            w, loss = inf, inf
        results[lr] = (w, loss)
        if turned:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if lr not in diverges]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.sign-flipped
# Every step goes to the left.
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = w0, 0, False
        try:
            for _ in range(steps):
                move = -lr * abs(grad(w))
                if move * before < 0:
                    turned = True
                w, before = w + move, move
            loss = f(w)
        except OverflowError:
            w, loss = inf, inf
        results[lr] = (w, loss)
        if turned:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if lr not in diverges]
    fastest = min(good, key=lambda lr: results[lr][1], default=None)
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.whole-numbers-cut-off
# Every start is made whole.
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = int(w0), 0, False
        try:
            for _ in range(steps):
                move = -lr * grad(w)
                if move * before < 0:
                    turned = True
                w, before = w + move, move
            loss = f(w)
        except OverflowError:
            w, loss = inf, inf
        results[lr] = (w, loss)
        if turned:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if lr not in diverges]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.diverged-left-out
# The last rate is forgotten.
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates[:-1]:
        w, before, turned = w0, 0, False
        try:
            for _ in range(steps):
                move = -lr * grad(w)
                if move * before < 0:
                    turned = True
                w, before = w + move, move
            loss = f(w)
        except OverflowError:
            w, loss = inf, inf
        results[lr] = (w, loss)
        if turned:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates[:-1] if lr not in diverges]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.place-for-fastest
# How many steps, for the rate.
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = w0, 0, False
        try:
            for _ in range(steps):
                move = -lr * grad(w)
                if move * before < 0:
                    turned = True
                w, before = w + move, move
            loss = f(w)
        except OverflowError:
            w, loss = inf, inf
        results[lr] = (w, loss)
        if turned:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if lr not in diverges]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": int(fastest > 0), "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.one-kind-of-not-finite
import math
import numpy as np

def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        loss = f(weights[-1])
    except OverflowError:
        loss = math.inf
    return weights, loss

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    fastest, lowest = None, math.inf
    for lr in rates:
        weights, loss = safe_walk(f, grad, w0, lr, steps)
        results[lr] = (weights[-1], loss)
        d = np.array(weights)[1:] - np.array(weights)[:-1]
        if not math.isfinite(weights[-1]) or not math.isfinite(loss):
            diverges.append(lr)
        elif (d[1:] * d[:-1] < 0).any():
            overshoots.append(lr)
        if loss < lowest:
            lowest, fastest = loss, lr
    return {"results": results, "fastest": fastest, "overshoots": overshoots, "diverges": diverges}


# What diverges is right here: only an overshooting rate is never the fastest.
# %% compare_rates.overshooting-as-diverging
import math


def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        loss = f(weights[-1])
    except OverflowError:
        loss = math.inf
    return weights, loss


def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    d = {"results": {}, "overshoots": [], "diverges": [], "fastest": None}
    best = math.inf
    for lr in rates:
        weights, loss = safe_walk(f, grad, w0, lr, steps)
        d["results"][lr] = (weights[-1], loss)
        moves = np.diff(weights)
        if not (math.isfinite(loss) and math.isfinite(weights[-1])):
            d["diverges"].append(lr)
        elif (moves[1:] * moves[:-1] < 0).any():
            d["overshoots"].append(lr)
        elif loss < best:
            best = loss
            d["fastest"] = lr
    return d
