# Wrong answers: each cell is named by the mistake that the check must name.

# %% compare_rates.overflow-not-caught
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        weights = [w0]
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        results[lr] = (weights[-1], f(weights[-1]))
        for a, b, c in zip(weights, weights[1:], weights[2:]):
            if (b - a) * (c - b) < 0 and lr not in overshoots:
                overshoots.append(lr)
        if not isfinite(f(weights[-1])):
            diverges.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][1])]
    return {"results": results, "overshoots": overshoots, "diverges": diverges,
            "fastest": min(good, key=lambda lr: results[lr][1])}

# %% compare_rates.start-not-reset
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    w = w0
    for lr in rates:
        before, turned = 0, False
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1]) if good else None
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.only-diverged-as-overshooting
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": [], "diverges": []}
    best = inf
    for lr in rates:
        weights = [w0]
        try:
            for step in range(steps):
                weights.append(weights[step] - lr * grad(weights[step]))
            w, loss = weights[-1], f(weights[-1])
        except OverflowError:
            w = loss = inf
        ok = isfinite(w) and isfinite(loss)
        answer["results"][lr] = (w, loss)
        if not ok:
            answer["overshoots"].append(lr)
            answer["diverges"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.loss-rose-for-overshooting
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, rose = w0, False
        try:
            for _ in range(steps):
                new = w - lr * grad(w)
                if f(new) > f(w):
                    rose = True
                w = new
            loss = f(w)
        except OverflowError:
            w, loss = inf, inf
        results[lr] = (w, loss)
        if rose:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    return {"results": results, "fastest": min(good, key=lambda lr: results[lr][1]),
            "overshoots": overshoots, "diverges": diverges}

# %% compare_rates.diverged-not-listed
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": [], "diverges": []}
    best = inf
    for lr in rates:
        weights = [w0]
        try:
            for step in range(steps):
                weights.append(weights[step] - lr * grad(weights[step]))
            w, loss = weights[-1], f(weights[-1])
        except OverflowError:
            w = loss = inf
        ok = isfinite(w) and isfinite(loss)
        answer["results"][lr] = (w, loss)
        moves = [weights[i + 1] - weights[i] for i in range(len(weights) - 1)]
        if any(moves[i] * moves[i + 1] < 0 for i in range(len(moves) - 1)):
            answer["overshoots"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.sign-of-the-weight
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.last-steps-only
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": [], "diverges": []}
    best = inf
    for lr in rates:
        weights = [w0]
        try:
            for step in range(steps):
                weights.append(weights[step] - lr * grad(weights[step]))
            w, loss = weights[-1], f(weights[-1])
        except OverflowError:
            w = loss = inf
        ok = isfinite(w) and isfinite(loss)
        answer["results"][lr] = (w, loss)
        moves = [weights[i + 1] - weights[i] for i in range(len(weights) - 1)]
        if moves[-1] * moves[-2] < 0:
            answer["overshoots"].append(lr)
        if not ok:
            answer["diverges"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.first-steps-only
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": [], "diverges": []}
    best = inf
    for lr in rates:
        weights = [w0]
        try:
            for step in range(steps):
                weights.append(weights[step] - lr * grad(weights[step]))
            w, loss = weights[-1], f(weights[-1])
        except OverflowError:
            w = loss = inf
        ok = isfinite(w) and isfinite(loss)
        answer["results"][lr] = (w, loss)
        moves = [weights[i + 1] - weights[i] for i in range(len(weights) - 1)]
        if moves[0] * moves[1] < 0:
            answer["overshoots"].append(lr)
        if not ok:
            answer["diverges"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.listed-once-for-each-turn
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before = w0, 0
        try:
            for _ in range(steps):
                move = -lr * grad(w)
                if move * before < 0:
                    overshoots.append(lr)
                w, before = w + move, move
            loss = f(w)
        except OverflowError:
            w, loss = inf, inf
        results[lr] = (w, loss)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.overshoots-turned-round
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
        if not turned:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.none-listed
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results = {}
    overshoots, diverges = [], []
    for lr in rates:
        w = w0
        try:
            for _ in range(steps):
                w = w - lr * grad(w)
            results[lr] = (w, f(w))
        except OverflowError:
            results[lr] = (inf, inf)
        if not all(map(isfinite, results[lr])):
            diverges.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    return {"results": results, "fastest": min(good, key=lambda lr: results[lr][1]),
            "overshoots": overshoots, "diverges": diverges}

# %% compare_rates.fastest-not-finite
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
    fastest = min(results, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.fastest-by-absolute-loss
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: abs(results[lr][1]))
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.fastest-by-weight
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.highest-loss
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = max(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.largest-rate-for-fastest
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = max(good)
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.loss-for-fastest
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": [], "diverges": []}
    best = inf
    for lr in rates:
        weights = [w0]
        try:
            for step in range(steps):
                weights.append(weights[step] - lr * grad(weights[step]))
            w, loss = weights[-1], f(weights[-1])
        except OverflowError:
            w = loss = inf
        ok = isfinite(w) and isfinite(loss)
        answer["results"][lr] = (w, loss)
        moves = [weights[i + 1] - weights[i] for i in range(len(weights) - 1)]
        if any(moves[i] * moves[i + 1] < 0 for i in range(len(moves) - 1)):
            answer["overshoots"].append(lr)
        if not ok:
            answer["diverges"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = loss
    return answer

# %% compare_rates.place-for-fastest
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    losses = [results[lr][1] if lr in good else inf for lr in rates]
    fastest = losses.index(min(losses))
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.measured-slope
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = w0, 0, False
        try:
            for _ in range(steps):
                move = -lr * (f(w + 1e-4) - f(w - 1e-4)) / 2e-4
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.last-finite
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, loss, before, turned = w0, f(w0), 0, False
        for _ in range(steps):
            try:
                move = -lr * grad(w)
                new_loss = f(w + move)
            except OverflowError:
                diverges.append(lr)
                break
            if not isfinite(w + move) or not isfinite(new_loss):
                diverges.append(lr)
                break
            if move * before < 0:
                turned = True
            w, loss, before = w + move, new_loss, move
        results[lr] = (w, loss)
        if turned:
            overshoots.append(lr)
    good = [lr for lr in rates if abs(results[lr][1]) < inf]
    return {"results": results, "fastest": min(good, key=lambda lr: results[lr][1]),
            "overshoots": overshoots, "diverges": diverges}

# %% compare_rates.none-for-diverged
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
        results[lr] = (w, loss) if isfinite(w) and isfinite(loss) else (None, None)
        if turned:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if results[lr] != (None, None)]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.text-for-diverged
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
        results[lr] = (w, loss) if isfinite(w) and isfinite(loss) else "diverged"
        if turned:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if results[lr] != "diverged"]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.diverged-left-out
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
        if isfinite(w) and isfinite(loss):
            results[lr] = (w, loss)
        if turned:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    fastest = min(results, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.loss-before-the-last-step
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
                loss = f(w)
                w, before = w + move, move
        except OverflowError:
            w, loss = inf, inf
        results[lr] = (w, loss)
        if turned:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.slope-for-loss
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges, lowest = {}, [], [], {}
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
        results[lr] = (w, grad(w)) if isfinite(loss) else (w, loss)
        lowest[lr] = loss
        if turned:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: lowest[lr])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.swapped
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": [], "diverges": []}
    best = inf
    for lr in rates:
        weights = [w0]
        try:
            for step in range(steps):
                weights.append(weights[step] - lr * grad(weights[step]))
            w, loss = weights[-1], f(weights[-1])
        except OverflowError:
            w = loss = inf
        ok = isfinite(w) and isfinite(loss)
        answer["results"][lr] = (loss, w)
        moves = [weights[i + 1] - weights[i] for i in range(len(weights) - 1)]
        if any(moves[i] * moves[i + 1] < 0 for i in range(len(moves) - 1)):
            answer["overshoots"].append(lr)
        if not ok:
            answer["diverges"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.whole-walk
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": [], "diverges": []}
    best = inf
    for lr in rates:
        weights = [w0]
        try:
            for step in range(steps):
                weights.append(weights[step] - lr * grad(weights[step]))
            w, loss = weights[-1], f(weights[-1])
        except OverflowError:
            w = loss = inf
        ok = isfinite(w) and isfinite(loss)
        answer["results"][lr] = (weights, loss)
        moves = [weights[i + 1] - weights[i] for i in range(len(weights) - 1)]
        if any(moves[i] * moves[i + 1] < 0 for i in range(len(moves) - 1)):
            answer["overshoots"].append(lr)
        if not ok:
            answer["diverges"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.first-rate-only
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": [], "diverges": []}
    best = inf
    for lr in rates:
        weights = [w0]
        try:
            for step in range(steps):
                weights.append(weights[step] - lr * grad(weights[step]))
            w, loss = weights[-1], f(weights[-1])
        except OverflowError:
            w = loss = inf
        ok = isfinite(w) and isfinite(loss)
        answer["results"][lr] = (w, loss)
        moves = [weights[i + 1] - weights[i] for i in range(len(weights) - 1)]
        if any(moves[i] * moves[i + 1] < 0 for i in range(len(moves) - 1)):
            answer["overshoots"].append(lr)
        if not ok:
            answer["diverges"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
        return answer

# %% compare_rates.last-rate-only
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    for lr in rates:
        results, overshoots, diverges = {}, [], []
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
    good = [lr for lr in results if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1]) if good else None
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.sign-flipped
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = w0, 0, False
        try:
            for _ in range(steps):
                move = lr * grad(w)
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1], default=None)
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.one-step-too-few
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = w0, 0, False
        try:
            for _ in range(1, steps):
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.one-step-too-many
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": [], "diverges": []}
    best = inf
    for lr in rates:
        weights = [w0]
        try:
            for step in range(steps + 1):
                weights.append(weights[step] - lr * grad(weights[step]))
            w, loss = weights[-1], f(weights[-1])
        except OverflowError:
            w = loss = inf
        ok = isfinite(w) and isfinite(loss)
        answer["results"][lr] = (w, loss)
        moves = [weights[i + 1] - weights[i] for i in range(len(weights) - 1)]
        if any(moves[i] * moves[i + 1] < 0 for i in range(len(moves) - 1)):
            answer["overshoots"].append(lr)
        if not ok:
            answer["diverges"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.stale-gradient
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = w0, 0, False
        slope = grad(w0)
        try:
            for _ in range(steps):
                move = -lr * slope
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.steps-of-fixed-length
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = w0, 0, False
        try:
            for _ in range(steps):
                move = -lr if grad(w) > 0 else lr if grad(w) < 0 else 0
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.rates-ignored
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    rates = (0.001, 0.01, 0.1)
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.steps-ignored
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = w0, 0, False
        try:
            for _ in range(100):
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.start-ignored
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": [], "diverges": []}
    best = inf
    for lr in rates:
        weights = [3.0]
        try:
            for step in range(steps):
                weights.append(weights[step] - lr * grad(weights[step]))
            w, loss = weights[-1], f(weights[-1])
        except OverflowError:
            w = loss = inf
        ok = isfinite(w) and isfinite(loss)
        answer["results"][lr] = (w, loss)
        moves = [weights[i + 1] - weights[i] for i in range(len(weights) - 1)]
        if any(moves[i] * moves[i + 1] < 0 for i in range(len(moves) - 1)):
            answer["overshoots"].append(lr)
        if not ok:
            answer["diverges"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.keys-as-text
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": [], "diverges": []}
    best = inf
    for lr in rates:
        weights = [w0]
        try:
            for step in range(steps):
                weights.append(weights[step] - lr * grad(weights[step]))
            w, loss = weights[-1], f(weights[-1])
        except OverflowError:
            w = loss = inf
        ok = isfinite(w) and isfinite(loss)
        answer["results"][str(lr)] = (w, loss)
        moves = [weights[i + 1] - weights[i] for i in range(len(weights) - 1)]
        if any(moves[i] * moves[i + 1] < 0 for i in range(len(moves) - 1)):
            answer["overshoots"].append(lr)
        if not ok:
            answer["diverges"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.rounded
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": [], "diverges": []}
    best = inf
    for lr in rates:
        weights = [w0]
        try:
            for step in range(steps):
                weights.append(weights[step] - lr * grad(weights[step]))
            w, loss = weights[-1], f(weights[-1])
        except OverflowError:
            w = loss = inf
        ok = isfinite(w) and isfinite(loss)
        answer["results"][lr] = (round(w, 3), round(loss, 3)) if ok else (w, loss)
        moves = [weights[i + 1] - weights[i] for i in range(len(weights) - 1)]
        if any(moves[i] * moves[i + 1] < 0 for i in range(len(moves) - 1)):
            answer["overshoots"].append(lr)
        if not ok:
            answer["diverges"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.print-for-return
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    print({"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges})

# %% compare_rates.no-return
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": [], "diverges": []}
    best = inf
    for lr in rates:
        weights = [w0]
        try:
            for step in range(steps):
                weights.append(weights[step] - lr * grad(weights[step]))
            w, loss = weights[-1], f(weights[-1])
        except OverflowError:
            w = loss = inf
        ok = isfinite(w) and isfinite(loss)
        answer["results"][lr] = (w, loss)
        moves = [weights[i + 1] - weights[i] for i in range(len(weights) - 1)]
        if any(moves[i] * moves[i + 1] < 0 for i in range(len(moves) - 1)):
            answer["overshoots"].append(lr)
        if not ok:
            answer["diverges"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr

# %% compare_rates.results-only
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return results, fastest, overshoots, diverges

# %% ?
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshooting": [], "diverging": []}
    best = inf
    for lr in rates:
        weights = [w0]
        try:
            for step in range(steps):
                weights.append(weights[step] - lr * grad(weights[step]))
            w, loss = weights[-1], f(weights[-1])
        except OverflowError:
            w = loss = inf
        ok = isfinite(w) and isfinite(loss)
        answer["results"][lr] = (w, loss)
        moves = [weights[i + 1] - weights[i] for i in range(len(weights) - 1)]
        if any(moves[i] * moves[i + 1] < 0 for i in range(len(moves) - 1)):
            answer["overshooting"].append(lr)
        if not ok:
            answer["diverging"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% ?
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": [], "diverges": []}
    best = inf
    for lr in rates:
        weights = [w0]
        try:
            for step in range(steps):
                weights.append(weights[step] - lr / (step + 1) * grad(weights[step]))
            w, loss = weights[-1], f(weights[-1])
        except OverflowError:
            w = loss = inf
        ok = isfinite(w) and isfinite(loss)
        answer["results"][lr] = (w, loss)
        moves = [weights[i + 1] - weights[i] for i in range(len(weights) - 1)]
        if any(moves[i] * moves[i + 1] < 0 for i in range(len(moves) - 1)):
            answer["overshoots"].append(lr)
        if not ok:
            answer["diverges"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.diverging-as-overshooting
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
        if turned or not isfinite(w) or not isfinite(loss):
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if lr not in diverges]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.diverging-as-overshooting
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
        if any(a * b < 0 for a, b in zip(moves, moves[1:])):
            answer["overshoots"].append(lr)
        if not (math.isfinite(w) and math.isfinite(loss)):
            answer["diverges"].append(lr)
            if lr not in answer["overshoots"]:
                answer["overshoots"].append(lr)
        elif loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.one-list-only
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
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
        elif turned:
            overshoots.append(lr)
    good = [lr for lr in rates if lr not in diverges]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.one-list-only
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
            answer["results"][lr] = (math.inf, math.inf)
            answer["diverges"].append(lr)
            continue
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

# %% compare_rates.all-listed
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = w0, 0, False
        try:
            for _ in range(steps):
                move = -lr * grad(w)
                if move * before <= 0:
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

# %% compare_rates.only-errors-as-diverging
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
            diverges.append(lr)
        results[lr] = (w, loss)
        if turned:
            overshoots.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.one-kind-of-not-finite
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
        if w == inf or loss == inf:
            diverges.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.one-kind-of-not-finite
from math import inf, isfinite, isinf, isnan

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
        if isinf(w) or isinf(loss):
            diverges.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.one-kind-of-not-finite
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
        if loss == inf:
            diverges.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.only-the-weight-looked-at
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
        if not isfinite(w):
            diverges.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.overshooting-as-diverging
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
        if turned or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.overshooting-as-diverging
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
        if turned:
            diverges.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.loss-rose-for-diverging
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
        if loss > f(w0):
            diverges.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.loss-rose-for-diverging
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
        if any(a * b < 0 for a, b in zip(moves, moves[1:])):
            answer["overshoots"].append(lr)
        if not math.isfinite(loss) or loss > f(w0):
            answer["diverges"].append(lr)
        elif loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.diverges-turned-round
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
        if isfinite(w) and isfinite(loss):
            diverges.append(lr)
    good = diverges
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.lists-swapped
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
    return {"results": results, "fastest": fastest, "overshoots": diverges,
            "diverges": overshoots}

# %% compare_rates.lowest-begins-too-low
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
        if any(a * b < 0 for a, b in zip(moves, moves[1:])):
            answer["overshoots"].append(lr)
        if not (math.isfinite(w) and math.isfinite(loss)):
            answer["diverges"].append(lr)
        if loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.fastest-not-finite
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
    fastest = min(rates, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.smallest-rate-for-fastest
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
    fastest = min(results)
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.largest-rate-for-fastest
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
    fastest = max(results)
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.loss-for-fastest
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
    fastest = min(results[lr][1] for lr in good)
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.more-than-the-rate
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
    fastest = min((results[lr] for lr in good), key=lambda pair: pair[1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.more-than-the-rate
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
        if any(a * b < 0 for a, b in zip(moves, moves[1:])):
            answer["overshoots"].append(lr)
        if not (math.isfinite(w) and math.isfinite(loss)):
            answer["diverges"].append(lr)
        elif loss < best:
            best = loss
            answer["fastest"] = (lr, loss)
    return answer

# %% compare_rates.none-for-diverged
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
        results[lr] = (w, loss) if isfinite(w) and isfinite(loss) else None
        if turned:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if lr not in diverges]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.text-for-diverged
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
        results[lr] = (w, loss) if isfinite(w) and isfinite(loss) else ("inf", "inf")
        if turned:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if lr not in diverges]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.diverged-left-out
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
            answer["diverges"].append(lr)
            answer["overshoots"].append(lr)
            continue
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

# %% compare_rates.loss-of-the-start
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

# %% compare_rates.one-of-the-pair
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
        results[lr] = loss
        if turned:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if isfinite(results[lr])]
    fastest = min(good, key=lambda lr: results[lr])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.one-of-the-pair
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
        answer["results"][lr] = w
        moves = [b - a for a, b in zip(weights, weights[1:])]
        if any(a * b < 0 for a, b in zip(moves, moves[1:])):
            answer["overshoots"].append(lr)
        if not (math.isfinite(w) and math.isfinite(loss)):
            answer["diverges"].append(lr)
        elif loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.results-only
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
    return results

# %% compare_rates.whole-walk
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
        answer["results"][lr] = (np.array(weights), loss)
        moves = [b - a for a, b in zip(weights, weights[1:])]
        if any(a * b < 0 for a, b in zip(moves, moves[1:])):
            answer["overshoots"].append(lr)
        if not (math.isfinite(w) and math.isfinite(loss)):
            answer["diverges"].append(lr)
        elif loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.rounded
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
        results[lr] = (round(float(w), 4), round(float(loss), 4)) if isfinite(loss) else (w, loss)
        if turned:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if lr not in diverges]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.rounded
import math

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": [], "diverges": []}
    best = math.inf
    for lr in rates:
        weights = [w0]
        try:
            for step in range(steps):
                weights.append(round(weights[step] - lr * grad(weights[step]), 4))
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

# %% compare_rates.overflow-not-caught
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

# %% compare_rates.whole-numbers-cut-off
import numpy as np

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": [], "diverges": []}
    best = np.inf
    for lr in rates:
        weights = np.full(steps + 1, w0)
        with np.errstate(all="ignore"):
            for t in range(steps):
                weights[t + 1] = weights[t] - lr * grad(weights[t])
            w, loss = weights[-1], f(weights[-1])
        answer["results"][lr] = (w, loss)
        moves = np.diff(weights)
        if np.any(moves[1:] * moves[:-1] < 0):
            answer["overshoots"].append(lr)
        if not np.isfinite(w) or not np.isfinite(loss):
            answer["diverges"].append(lr)
        elif loss < best:
            best, answer["fastest"] = loss, lr
    return answer

# %% compare_rates.whole-numbers-cut-off
import numpy as np

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w = np.array([w0])
        last = 0
        turned = False
        with np.errstate(all="ignore"):
            for _ in range(steps):
                before = w.copy()
                w[:] = w - lr * grad(w)
                move = (w - before)[0]
                turned = turned or move * last < 0
                last = move
            results[lr] = (w[0], f(w)[0])
        if turned:
            overshoots.append(lr)
        if not np.isfinite(results[lr]).all():
            diverges.append(lr)
    good = [lr for lr in rates if lr not in diverges]
    return {"results": results, "fastest": min(good, key=lambda lr: results[lr][1]),
            "overshoots": overshoots, "diverges": diverges}

# %% compare_rates.curve-ignored
from course.landscapes import quartic
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = w0, 0, False
        try:
            for _ in range(steps):
                move = -lr * quartic.gradient(w)
                if move * before < 0:
                    turned = True
                w, before = w + move, move
            loss = quartic(w)
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

# %% compare_rates.curve-ignored
def loss_at(w):
    return w**4 - 8*w**2 + w + 10

def slope_at(w):
    return 4*w**3 - 16*w + 1

from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = w0, 0, False
        try:
            for _ in range(steps):
                move = -lr * slope_at(w)
                if move * before < 0:
                    turned = True
                w, before = w + move, move
            loss = loss_at(w)
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

# %% compare_rates.curve-ignored
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = w0, 0, False
        try:
            for _ in range(steps):
                move = -lr * 2 * (w - 4)
                if move * before < 0:
                    turned = True
                w, before = w + move, move
            loss = ((w - 4)**2 + 2)
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

# %% ?
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = np.array(w0), 0, False
        try:
            for _ in range(steps):
                move = -lr * grad(w)
                if move * before < 0:
                    turned = True
                w += move
                before = move
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

# %% ?
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
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            }

# %% ?
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    try:
        for lr in rates:
            w, before, turned = w0, 0, False
            for _ in range(steps):
                move = -lr * grad(w)
                if move * before < 0:
                    turned = True
                w, before = w + move, move
            results[lr] = (w, f(w))
            if turned:
                overshoots.append(lr)
            if not isfinite(w) or not isfinite(f(w)):
                diverges.append(lr)
    except OverflowError:
        results[lr] = (inf, inf)
        overshoots.append(lr)
        diverges.append(lr)
    good = [lr for lr in rates if lr not in diverges]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% ?
from math import inf, isfinite
from course.descent import descend
from course.landscapes import quartic

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, before, turned = w0, 0, False
        path = descend(quartic, w0, lr, steps)
        w, loss, turned = path.final, path.losses[-1], path.turns > 0
        results[lr] = (w, loss)
        if turned:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
    good = [lr for lr in rates if lr not in diverges]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.start-not-reset
import math

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    w = w0
    for lr in rates:
        moves = []
        try:
            for _ in range(steps):
                moves.append(-lr * grad(w))
                w = w + moves[-1]
            results[lr] = (w, f(w))
        except OverflowError:
            w = math.inf
            results[lr] = (math.inf, math.inf)
        if any(a * b < 0 for a, b in zip(moves, moves[1:])):
            overshoots.append(lr)
        if not all(map(math.isfinite, results[lr])):
            diverges.append(lr)
    fastest = min((lr for lr in rates if lr not in diverges), key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.sign-flipped
import math

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        weights = [w0]
        try:
            for _ in range(steps):
                weights.append(weights[-1] + lr * grad(weights[-1]))
            results[lr] = (weights[-1], f(weights[-1]))
        except OverflowError:
            results[lr] = (math.inf, math.inf)
        moves = [b - a for a, b in zip(weights, weights[1:])]
        if any(a * b < 0 for a, b in zip(moves, moves[1:])):
            overshoots.append(lr)
        if not all(map(math.isfinite, results[lr])):
            diverges.append(lr)
    fastest = min((lr for lr in rates if lr not in diverges), key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.measured-slope
import math
from course.descent import central_difference

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        weights = [w0]
        try:
            for _ in range(steps):
                weights.append(weights[-1] - lr * central_difference(f, weights[-1]))
            results[lr] = (weights[-1], f(weights[-1]))
        except OverflowError:
            results[lr] = (math.inf, math.inf)
        moves = [b - a for a, b in zip(weights, weights[1:])]
        if any(a * b < 0 for a, b in zip(moves, moves[1:])):
            overshoots.append(lr)
        if not all(map(math.isfinite, results[lr])):
            diverges.append(lr)
    fastest = min((lr for lr in rates if lr not in diverges), key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.measured-slope
import math

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    h = 1e-6
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        weights = [w0]
        try:
            for _ in range(steps):
                w = weights[-1]
                slope = (f(w + h) - f(w - h)) / 2 / h
                weights.append(w - slope * lr)
            results[lr] = (weights[-1], f(weights[-1]))
        except OverflowError:
            results[lr] = (math.inf, math.inf)
        moves = [b - a for a, b in zip(weights, weights[1:])]
        if any(a * b < 0 for a, b in zip(moves, moves[1:])):
            overshoots.append(lr)
        if not all(map(math.isfinite, results[lr])):
            diverges.append(lr)
    fastest = min((lr for lr in rates if lr not in diverges), key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.lowest-begins-too-low
import math

def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        return weights, f(weights[-1])
    except OverflowError:
        return weights, math.inf

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, over, div = {}, [], []
    best, low = None, 100
    for lr in rates:
        ws, loss = safe_walk(f, grad, w0, lr, steps)
        results[lr] = (ws[-1], loss)
        s = [b - a for a, b in zip(ws, ws[1:])]
        if any(a * b < 0 for a, b in zip(s, s[1:])):
            over.append(lr)
        if not (math.isfinite(ws[-1]) and math.isfinite(loss)):
            div.append(lr)
        elif loss < low:
            best, low = lr, loss
    return {"results": results, "fastest": best, "overshoots": over, "diverges": div}

# %% compare_rates.lowest-begins-too-low
import math

def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        return weights, f(weights[-1])
    except OverflowError:
        return weights, math.inf

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, over, div = {}, [], []
    best, low = None, f(w0)
    for lr in rates:
        ws, loss = safe_walk(f, grad, w0, lr, steps)
        results[lr] = (ws[-1], loss)
        s = [b - a for a, b in zip(ws, ws[1:])]
        if any(a * b < 0 for a, b in zip(s, s[1:])):
            over.append(lr)
        if not (math.isfinite(ws[-1]) and math.isfinite(loss)):
            div.append(lr)
        elif loss < low:
            best, low = lr, loss
    return {"results": results, "fastest": best, "overshoots": over, "diverges": div}

# %% compare_rates.other-default-steps
import math

def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        return weights, f(weights[-1])
    except OverflowError:
        return weights, math.inf

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=50):
    results, over, div = {}, [], []
    best, low = None, math.inf
    for lr in rates:
        ws, loss = safe_walk(f, grad, w0, lr, steps)
        results[lr] = (ws[-1], loss)
        s = [b - a for a, b in zip(ws, ws[1:])]
        if any(a * b < 0 for a, b in zip(s, s[1:])):
            over.append(lr)
        if not (math.isfinite(ws[-1]) and math.isfinite(loss)):
            div.append(lr)
        elif loss < low:
            best, low = lr, loss
    return {"results": results, "fastest": best, "overshoots": over, "diverges": div}

# %% compare_rates.shorter-walk-not-expected
from math import inf, isfinite

def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        loss = f(weights[-1])
    except OverflowError:
        loss = inf
    return weights, loss

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    fastest, low = None, inf
    for lr in rates:
        weights, loss = safe_walk(f, grad, w0, lr, steps)
        results[lr] = (weights[-1], loss)
        for i in range(1, steps):
            if (weights[i + 1] - weights[i]) * (weights[i] - weights[i - 1]) < 0:
                overshoots.append(lr)
                break
        if not isfinite(weights[-1]) or not isfinite(loss):
            diverges.append(lr)
        elif loss < low:
            low, fastest = loss, lr
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.shorter-walk-not-expected
from math import inf, isfinite

def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        loss = f(weights[-1])
    except OverflowError:
        loss = inf
    return weights, loss

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    fastest, low = None, inf
    for lr in rates:
        weights, loss = safe_walk(f, grad, w0, lr, steps)
        results[lr] = (weights[-1], loss)
        turned = False
        for i in range(steps - 1):
            before, now = weights[i + 1] - weights[i], weights[i + 2] - weights[i + 1]
            if before * now < 0:
                turned = True
        if turned:
            overshoots.append(lr)
        if not isfinite(weights[-1]) or not isfinite(loss):
            diverges.append(lr)
        elif loss < low:
            low, fastest = loss, lr
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.flag-never-reset
from math import inf, isfinite

def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        loss = f(weights[-1])
    except OverflowError:
        loss = inf
    return weights, loss

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    fastest, low, turned = None, inf, False
    for lr in rates:
        weights, loss = safe_walk(f, grad, w0, lr, steps)
        results[lr] = (weights[-1], loss)
        for a, b, c in zip(weights, weights[1:], weights[2:]):
            if (b - a) * (c - b) < 0:
                turned = True
        if turned:
            overshoots.append(lr)
        if not isfinite(weights[-1]) or not isfinite(loss):
            diverges.append(lr)
        elif loss < low:
            low, fastest = loss, lr
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.lowest-not-kept
from math import inf, isfinite

def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        loss = f(weights[-1])
    except OverflowError:
        loss = inf
    return weights, loss

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    fastest, low = None, inf
    for lr in rates:
        weights, loss = safe_walk(f, grad, w0, lr, steps)
        results[lr] = (weights[-1], loss)
        moves = [after - before for before, after in zip(weights, weights[1:])]
        if any(a * b < 0 for a, b in zip(moves, moves[1:])):
            overshoots.append(lr)
        if not isfinite(weights[-1]) or not isfinite(loss):
            diverges.append(lr)
        elif loss < low:
            fastest = lr
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.never-moves
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    fastest, low = None, inf
    for lr in rates:
        w, before, turned = w0, 0, False
        try:
            for _ in range(steps):
                move = -lr * grad(w)
                turned = turned or move * before < 0
                w + move
                before = move
            loss = f(w)
        except OverflowError:
            w, loss = inf, inf
        results[lr] = (w, loss)
        if turned:
            overshoots.append(lr)
        if not isfinite(w) or not isfinite(loss):
            diverges.append(lr)
        elif loss < low:
            low, fastest = loss, lr
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.no-default
import math
from itertools import pairwise

def safe_walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        loss = f(weights[-1])
    except OverflowError:
        loss = math.inf
    return weights, loss

def compare_rates(f, grad, w0, rates, steps):
    results, overshoots, diverges = {}, [], []
    fastest, best = None, math.inf
    for lr in rates:
        weights, loss = safe_walk(f, grad, w0, lr, steps)
        results[lr] = weights[-1], loss
        moves = [b - a for a, b in pairwise(weights)]
        if any(a * b < 0 for a, b in pairwise(moves)):
            overshoots.append(lr)
        if not math.isfinite(loss) or not math.isfinite(weights[-1]):
            diverges.append(lr)
        elif loss < best:
            fastest, best = lr, loss
    return {
        "results": results, "fastest": fastest, "overshoots": overshoots, "diverges": diverges
    }

# %% compare_rates.one-kind-of-not-finite
import math

def safe_walk(f, grad, w0, lr, steps):
    weights, loss = [w0], math.inf
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        loss = f(weights[-1])
    except OverflowError:
        loss = math.inf
    return weights, loss

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    fastest, best = None, math.inf
    for lr in rates:
        weights, loss = safe_walk(f, grad, w0, lr, steps)
        results[lr] = weights[-1], loss
        if loss == math.inf or math.isnan(loss) or not math.isfinite(weights[-1]):
            diverges.append(lr)
        elif loss < best:
            best, fastest = loss, lr
        w = np.array(weights)
        moves = w[1:] - w[:-1]
        if np.any(moves[1:] * moves[:-1] < 0):
            overshoots.append(lr)
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% compare_rates.lowest-begins-too-low
import math

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    fastest, lowest = None, 1e9
    for lr in rates:
        weights, loss = [w0], math.inf
        try:
            for _ in range(steps):
                weights.append(weights[-1] - lr * grad(weights[-1]))
            loss = f(weights[-1])
        except OverflowError:
            pass
        results[lr] = (weights[-1], loss)
        moves = [b - a for a, b in zip(weights, weights[1:])]
        if any(a * b < 0 for a, b in zip(moves, moves[1:])):
            overshoots.append(lr)
        if not (math.isfinite(weights[-1]) and math.isfinite(loss)):
            diverges.append(lr)
        elif loss < lowest:
            fastest, lowest = lr, loss
    return {"results": results, "fastest": fastest, "overshoots": overshoots, "diverges": diverges}

# %% ?
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        w, loss, before, turned = w0, f(w0), 0, False
        for _ in range(steps):
            try:
                move = -lr * grad(w)
                new_loss = f(w + move)
            except OverflowError:
                diverges.append(lr)
                break
            if not isfinite(w + move) or not isfinite(new_loss):
                diverges.append(lr)
                break
            if move * before < 0:
                turned = True
            w, loss, before = w + move, new_loss, move
        results[lr] = (w, loss)
        if turned:
            overshoots.append(lr)
    good = [lr for lr in rates if abs(results[lr][1]) < 1e9]
    return {"results": results, "fastest": min(good, key=lambda lr: results[lr][1]),
            "overshoots": overshoots, "diverges": diverges}

# %% ?
import math

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    fastest, lowest = None, math.inf
    for lr in rates:
        weights, loss = [w0], math.inf
        try:
            for _ in range(steps):
                weights.append(weights[-1] - lr * grad(weights[-1]))
            loss = f(weights[-1])
        except OverflowError:
            pass
        results[lr] = (weights[-1], loss)
        moves = [b - a for a, b in zip(weights, weights[1:])]
        if any(a * b < 0 for a, b in zip(moves, moves[1:])):
            overshoots.append(lr)
        if not (math.isfinite(weights[-1]) and math.isfinite(loss)):
            diverges.append(lr)
            continue
        best_on_the_way = min(f(w) for w in weights)
        if best_on_the_way < lowest:
            fastest, lowest = lr, best_on_the_way
    return {"results": results, "fastest": fastest, "overshoots": overshoots, "diverges": diverges}

# %% compare_rates.nan-as-overshooting
import math
def safe_walk(f, grad, w0, lr, steps):
    ws = [w0]
    try:
        for _ in range(steps):
            ws.append(ws[-1] - lr * grad(ws[-1]))
        return ws, f(ws[-1])
    except OverflowError:
        return ws, math.inf

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    res, over, div = {}, [], []
    for lr in rates:
        ws, loss = safe_walk(f, grad, w0, lr, steps)
        res[lr] = (ws[-1], loss)
        d = np.sign(np.diff(ws))
        d = d[d != 0]
        if np.any(d[1:] != d[:-1]):
            over.append(lr)
        if not (math.isfinite(loss) and math.isfinite(ws[-1])):
            div.append(lr)
    fin = {k: v[1] for k, v in res.items() if k not in div}
    return {"results": res, "fastest": min(fin, key=fin.get), "overshoots": over, "diverges": div}

# %% compare_rates.nan-as-overshooting
import math
def safe_walk(f, grad, w0, lr, steps):
    ws = [w0]
    try:
        for _ in range(steps):
            ws.append(ws[-1] - lr * grad(ws[-1]))
        return ws, f(ws[-1])
    except OverflowError:
        return ws, math.inf

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    res, over, div = {}, [], []
    for lr in rates:
        ws, loss = safe_walk(f, grad, w0, lr, steps)
        res[lr] = (ws[-1], loss)
        d = [b - a for a, b in zip(ws, ws[1:])]
        if any((a > 0) != (b > 0) for a, b in zip(d, d[1:]) if a != 0 and b != 0):
            over.append(lr)
        if not (math.isfinite(loss) and math.isfinite(ws[-1])):
            div.append(lr)
    fin = {k: v[1] for k, v in res.items() if k not in div}
    return {"results": res, "fastest": min(fin, key=fin.get), "overshoots": over, "diverges": div}

# %% compare_rates.nan-as-overshooting
import math
def safe_walk(f, grad, w0, lr, steps):
    ws = [w0]
    try:
        for _ in range(steps):
            ws.append(ws[-1] - lr * grad(ws[-1]))
        return ws, f(ws[-1])
    except OverflowError:
        return ws, math.inf

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    res, over, div = {}, [], []
    for lr in rates:
        ws, loss = safe_walk(f, grad, w0, lr, steps)
        res[lr] = (ws[-1], loss)
        d = [b - a for a, b in zip(ws, ws[1:])]
        if not all(a * b >= 0 for a, b in zip(d, d[1:])):
            over.append(lr)
        if not (math.isfinite(loss) and math.isfinite(ws[-1])):
            div.append(lr)
    fin = {k: v[1] for k, v in res.items() if k not in div}
    return {"results": res, "fastest": min(fin, key=fin.get), "overshoots": over, "diverges": div}

# %% compare_rates.nan-as-overshooting
import math
def safe_walk(f, grad, w0, lr, steps):
    ws = [w0]
    try:
        for _ in range(steps):
            ws.append(ws[-1] - lr * grad(ws[-1]))
        return ws, f(ws[-1])
    except OverflowError:
        return ws, math.inf

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    res, over, div = {}, [], []
    for lr in rates:
        ws, loss = safe_walk(f, grad, w0, lr, steps)
        res[lr] = (ws[-1], loss)
        d = np.diff(ws)
        if not (np.all(d >= 0) or np.all(d <= 0)):
            over.append(lr)
        if not (math.isfinite(loss) and math.isfinite(ws[-1])):
            div.append(lr)
    fin = {k: v[1] for k, v in res.items() if k not in div}
    return {"results": res, "fastest": min(fin, key=fin.get), "overshoots": over, "diverges": div}

# %% compare_rates.zero-for-no-loss
import math
def walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        return weights, f(weights[-1])
    except OverflowError:
        return weights, math.inf

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, over, div, best, low = {}, [], [], None, None
    for lr in rates:
        ws, loss = walk(f, grad, w0, lr, steps)
        results[lr] = ws[-1], loss
        d = [b - a for a, b in zip(ws, ws[1:])]
        if any(p * q < 0 for p, q in zip(d, d[1:])):
            over.append(lr)
        if math.isfinite(ws[-1]) and math.isfinite(loss):
            if not low or loss < low:
                best, low = lr, loss
        else:
            div.append(lr)
    return {"results": results, "fastest": best, "overshoots": over, "diverges": div}

# %% compare_rates.zero-for-no-loss
import math
def walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        return weights, f(weights[-1])
    except OverflowError:
        return weights, math.inf

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, over, div, best, low = {}, [], [], None, math.inf
    for lr in rates:
        ws, loss = walk(f, grad, w0, lr, steps)
        results[lr] = ws[-1], loss
        d = [b - a for a, b in zip(ws, ws[1:])]
        if any(p * q < 0 for p, q in zip(d, d[1:])):
            over.append(lr)
        if not (math.isfinite(ws[-1]) and math.isfinite(loss)):
            div.append(lr)
        elif loss and loss < low:
            best, low = lr, loss
    return {"results": results, "fastest": best, "overshoots": over, "diverges": div}

# %% ?
import math
def walk(f, grad, w0, lr, steps):
    weights = [w0]
    try:
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        return weights, f(weights[-1])
    except OverflowError:
        return weights, math.inf

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, over, div, best, low = {}, [], [], None, math.inf
    for lr in rates:
        ws, loss = walk(f, grad, w0, lr, steps)
        results[lr] = ws[-1], loss
        d = [b - a for a, b in zip(ws, ws[1:])]
        if any(p * q < 0 for p, q in zip(d, d[1:-1])):
            over.append(lr)
        if not (math.isfinite(ws[-1]) and math.isfinite(loss)):
            div.append(lr)
        elif loss < low:
            best, low = lr, loss
    return {"results": results, "fastest": best, "overshoots": over, "diverges": div}

# %% compare_rates.huge-as-diverging
import math

def safe_walk(f, grad, w0, lr, steps):
    ws = [w0]
    try:
        for _ in range(steps):
            ws.append(ws[-1] - lr * grad(ws[-1]))
        return ws, f(ws[-1])
    except OverflowError:
        return ws, math.inf

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    R, o, d = {}, [], []
    for lr in rates:
        ws, loss = safe_walk(f, grad, w0, lr, steps)
        R[lr] = (ws[-1], loss)
        m = [b - a for a, b in zip(ws, ws[1:])]
        if any(p * q < 0 for p, q in zip(m, m[1:])):
            o.append(lr)
        if not math.isfinite(loss) or abs(ws[-1]) > 1e6:
            d.append(lr)
    fin = [r for r in rates if r not in d]
    return {"results": R, "fastest": min(fin, key=lambda r: R[r][1]), "overshoots": o, "diverges": d}


# %% compare_rates.overshooting-never-fastest
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
    results, overshoots, diverges, best, fastest = {}, [], [], math.inf, None
    for lr in rates:
        weights, loss = safe_walk(f, grad, w0, lr, steps)
        results[lr] = (weights[-1], loss)
        moves = np.diff(weights)
        turned = (moves[1:] * moves[:-1] < 0).any()
        if turned:
            overshoots.append(lr)
        if not (math.isfinite(loss) and math.isfinite(weights[-1])):
            diverges.append(lr)
        elif not turned and loss < best:
            best, fastest = loss, lr
    return {
        "results": results,
        "fastest": fastest,
        "overshoots": overshoots,
        "diverges": diverges,
    }

# %% compare_rates.steps-below-zero-for-turns
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
    d = {"results": {}, "fastest": None, "overshoots": [], "diverges": []}
    best = math.inf
    for lr in rates:
        weights, loss = safe_walk(f, grad, w0, lr, steps)
        d["results"][lr] = (weights[-1], loss)
        if not (math.isfinite(loss) and math.isfinite(weights[-1])):
            d["diverges"].append(lr)
        elif loss < best:
            best = loss
            d["fastest"] = lr
        changes = np.array(weights[1:]) - np.array(weights[:-1])
        if (changes < 0).any():
            d["overshoots"].append(lr)
    return d
