# Wrong answers: each cell is named by the mistake that the check must name.

# %% compare_rates.overflow-not-caught
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
    for lr in rates:
        weights = [w0]
        for _ in range(steps):
            weights.append(weights[-1] - lr * grad(weights[-1]))
        results[lr] = (weights[-1], f(weights[-1]))
        for a, b, c in zip(weights, weights[1:], weights[2:]):
            if (b - a) * (c - b) < 0 and lr not in overshoots:
                overshoots.append(lr)
        if not isfinite(f(weights[-1])) and lr not in overshoots:
            overshoots.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][1])]
    return {"results": results, "overshoots": overshoots,
            "fastest": min(good, key=lambda lr: results[lr][1])}

# %% compare_rates.start-not-reset
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
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
        if turned or not isfinite(w) or not isfinite(loss):
            overshoots.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1]) if good else None
    return {"results": results, "fastest": fastest, "overshoots": overshoots}

# %% compare_rates.only-diverged-as-overshooting
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": []}
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
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.loss-rose-for-overshooting
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
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
        if rose or not isfinite(w) or not isfinite(loss):
            overshoots.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    return {"results": results, "fastest": min(good, key=lambda lr: results[lr][1]),
            "overshoots": overshoots}

# %% compare_rates.diverged-not-listed
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": []}
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
    results, overshoots = {}, []
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
        if turned or not isfinite(w) or not isfinite(loss):
            overshoots.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots}

# %% compare_rates.last-steps-only
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": []}
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
        if not ok or moves[-1] * moves[-2] < 0:
            answer["overshoots"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.first-steps-only
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": []}
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
        if not ok or moves[0] * moves[1] < 0:
            answer["overshoots"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.listed-once-for-each-turn
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots}

# %% compare_rates.overshoots-turned-round
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
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
        if not turned and isfinite(w) and isfinite(loss):
            overshoots.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots}

# %% compare_rates.none-listed
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results = {}
    overshoots = []
    for lr in rates:
        w = w0
        try:
            for _ in range(steps):
                w = w - lr * grad(w)
            results[lr] = (w, f(w))
        except OverflowError:
            results[lr] = (inf, inf)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    return {"results": results, "fastest": min(good, key=lambda lr: results[lr][1]),
            "overshoots": overshoots}

# %% compare_rates.fastest-not-finite
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
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
    fastest = min(results, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots}

# %% compare_rates.fastest-by-absolute-loss
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: abs(results[lr][1]))
    return {"results": results, "fastest": fastest, "overshoots": overshoots}

# %% compare_rates.fastest-by-weight
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr])
    return {"results": results, "fastest": fastest, "overshoots": overshoots}

# %% compare_rates.highest-loss
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = max(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots}

# %% compare_rates.largest-rate-for-fastest
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = max(good)
    return {"results": results, "fastest": fastest, "overshoots": overshoots}

# %% compare_rates.loss-for-fastest
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": []}
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
        if not ok or any(moves[i] * moves[i + 1] < 0 for i in range(len(moves) - 1)):
            answer["overshoots"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = loss
    return answer

# %% compare_rates.place-for-fastest
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    losses = [results[lr][1] if lr in good else inf for lr in rates]
    fastest = losses.index(min(losses))
    return {"results": results, "fastest": fastest, "overshoots": overshoots}

# %% compare_rates.measured-slope
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
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
        if turned or not isfinite(w) or not isfinite(loss):
            overshoots.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots}

# %% compare_rates.last-finite
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
    for lr in rates:
        w, loss, before, turned = w0, f(w0), 0, False
        for _ in range(steps):
            try:
                move = -lr * grad(w)
                new_loss = f(w + move)
            except OverflowError:
                turned = True
                break
            if not isfinite(w + move) or not isfinite(new_loss):
                turned = True
                break
            if move * before < 0:
                turned = True
            w, loss, before = w + move, new_loss, move
        results[lr] = (w, loss)
        if turned:
            overshoots.append(lr)
    good = [lr for lr in rates if abs(results[lr][1]) < 1e9]
    return {"results": results, "fastest": min(good, key=lambda lr: results[lr][1]),
            "overshoots": overshoots}

# %% compare_rates.none-for-diverged
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
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
        if turned or not isfinite(w) or not isfinite(loss):
            overshoots.append(lr)
    good = [lr for lr in rates if results[lr] != (None, None)]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots}

# %% compare_rates.text-for-diverged
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
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
        if turned or not isfinite(w) or not isfinite(loss):
            overshoots.append(lr)
    good = [lr for lr in rates if results[lr] != "diverged"]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots}

# %% compare_rates.diverged-left-out
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
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
        if turned or not isfinite(w) or not isfinite(loss):
            overshoots.append(lr)
    fastest = min(results, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots}

# %% compare_rates.loss-before-the-last-step
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
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
        if turned or not isfinite(w) or not isfinite(loss):
            overshoots.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots}

# %% compare_rates.slope-for-loss
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, lowest = {}, [], {}
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
        if turned or not isfinite(w) or not isfinite(loss):
            overshoots.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: lowest[lr])
    return {"results": results, "fastest": fastest, "overshoots": overshoots}

# %% compare_rates.swapped
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": []}
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
        if not ok or any(moves[i] * moves[i + 1] < 0 for i in range(len(moves) - 1)):
            answer["overshoots"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.whole-walk
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": []}
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
        if not ok or any(moves[i] * moves[i + 1] < 0 for i in range(len(moves) - 1)):
            answer["overshoots"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.first-rate-only
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": []}
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
        if not ok or any(moves[i] * moves[i + 1] < 0 for i in range(len(moves) - 1)):
            answer["overshoots"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
        return answer

# %% compare_rates.last-rate-only
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    for lr in rates:
        results, overshoots = {}, []
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
    good = [lr for lr in results if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1]) if good else None
    return {"results": results, "fastest": fastest, "overshoots": overshoots}

# %% compare_rates.sign-flipped
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
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
        if turned or not isfinite(w) or not isfinite(loss):
            overshoots.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1], default=None)
    return {"results": results, "fastest": fastest, "overshoots": overshoots}

# %% compare_rates.one-step-too-few
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
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
        if turned or not isfinite(w) or not isfinite(loss):
            overshoots.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots}

# %% compare_rates.one-step-too-many
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": []}
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
        if not ok or any(moves[i] * moves[i + 1] < 0 for i in range(len(moves) - 1)):
            answer["overshoots"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.stale-gradient
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
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
        if turned or not isfinite(w) or not isfinite(loss):
            overshoots.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots}

# %% compare_rates.steps-of-fixed-length
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
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
        if turned or not isfinite(w) or not isfinite(loss):
            overshoots.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots}

# %% compare_rates.rates-ignored
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    rates = (0.001, 0.01, 0.1)
    results, overshoots = {}, []
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots}

# %% compare_rates.steps-ignored
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
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
        if turned or not isfinite(w) or not isfinite(loss):
            overshoots.append(lr)
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots}

# %% compare_rates.start-ignored
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": []}
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
        if not ok or any(moves[i] * moves[i + 1] < 0 for i in range(len(moves) - 1)):
            answer["overshoots"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.keys-as-text
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": []}
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
        if not ok or any(moves[i] * moves[i + 1] < 0 for i in range(len(moves) - 1)):
            answer["overshoots"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.rounded
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": []}
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
        if not ok or any(moves[i] * moves[i + 1] < 0 for i in range(len(moves) - 1)):
            answer["overshoots"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% compare_rates.print-for-return
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    print({"results": results, "fastest": fastest, "overshoots": overshoots})

# %% compare_rates.no-return
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": []}
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
        if not ok or any(moves[i] * moves[i + 1] < 0 for i in range(len(moves) - 1)):
            answer["overshoots"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr

# %% ?
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
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
    good = [lr for lr in rates if isfinite(results[lr][0]) and isfinite(results[lr][1])]
    fastest = min(good, key=lambda lr: results[lr][1])
    return results, fastest, overshoots

# %% ?
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshooting": []}
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
        if not ok or any(moves[i] * moves[i + 1] < 0 for i in range(len(moves) - 1)):
            answer["overshooting"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
    return answer

# %% ?
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": []}
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
        if not ok or any(moves[i] * moves[i + 1] < 0 for i in range(len(moves) - 1)):
            answer["overshoots"].append(lr)
        if ok and loss < best:
            best = loss
            answer["fastest"] = lr
    return answer
