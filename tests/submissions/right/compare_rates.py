# Right answers, each in another dress: one cell, one whole answer.

# %% plain, with the way
import math

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        weights = [w0]
        try:
            for _ in range(steps):
                weights.append(weights[-1] - lr * grad(weights[-1]))
            loss = f(weights[-1])
        except OverflowError:
            loss = math.inf
        moves = [b - a for a, b in zip(weights[:-1], weights[1:])]
        if any(a * b < 0 for a, b in zip(moves[:-1], moves[1:])):
            overshoots.append(lr)
        results[lr] = (weights[-1], loss)
        if not math.isfinite(weights[-1]) or not math.isfinite(loss):
            diverges.append(lr)
    finite = [lr for lr in rates if math.isfinite(results[lr][0]) and math.isfinite(results[lr][1])]
    fastest = min(finite, key=lambda lr: results[lr][1])
    return {"results": results, "fastest": fastest, "overshoots": overshoots, "diverges": diverges}

# %% only the last step remembered, NaN for what diverges
def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    nan = float("nan")
    results = {}
    overshoots, diverges = [], []
    fastest, lowest = None, float("inf")
    for lr in rates:
        w = w0
        last = 0.0
        turned = False
        try:
            for _ in range(steps):
                step = -lr * grad(w)
                if (step > 0 and last < 0) or (step < 0 and last > 0):
                    turned = True
                w = w + step
                last = step
            loss = f(w)
            if not (abs(w) < float("inf") and abs(loss) < float("inf")):
                raise OverflowError
        except OverflowError:
            w = loss = nan
            diverges.append(lr)
        results[lr] = [w, loss]
        if turned:
            overshoots.append(lr)
        if loss < lowest:
            fastest, lowest = lr, loss
    return dict(results=results, fastest=fastest, overshoots=overshoots, diverges=diverges)

# %% NumPy scalars, which give inf instead of an error
def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    with np.errstate(all="ignore"):
        results, overshoots, diverges = {}, [], []
        for lr in rates:
            path = np.empty(steps + 1)
            path[0] = w0
            for t in range(steps):
                path[t + 1] = path[t] - lr * grad(path[t])
            results[lr] = (path[-1], f(path[-1]))
            way = np.sign(np.diff(path))
            if np.any(way[1:] * way[:-1] == -1):
                overshoots.append(lr)
            if not np.all(np.isfinite(results[lr])):
                diverges.append(lr)
        losses = np.array([results[lr][1] if np.all(np.isfinite(results[lr])) else np.inf
                           for lr in rates])
        return {
            "results": results,
            "fastest": rates[int(np.argmin(losses))],
            "overshoots": tuple(overshoots),
            "diverges": np.array(diverges),
        }

# %% all rates at once
def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    lr = np.array(rates)
    with np.errstate(all="ignore"):
        w = np.full(len(lr), float(w0))
        before = np.zeros(len(lr))
        turned = np.zeros(len(lr), dtype=bool)
        for _ in range(steps):
            move = -lr * grad(w)
            turned |= np.sign(move) * np.sign(before) < 0
            w, before = w + move, move
        loss = f(w)
    finite = np.isfinite(w) & np.isfinite(loss)
    return {
        "results": dict(zip(lr, zip(w, loss))),
        "fastest": lr[np.argmin(np.where(finite, loss, np.inf))],
        "overshoots": lr[turned],
        "diverges": lr[~finite],
    }

# %% stopped as soon as the weight is absurd
def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    answer = {"results": {}, "fastest": None, "overshoots": set(), "diverges": set()}
    best = None
    for lr in rates:
        w, slope_before = w0, 0
        diverged = False
        for _ in range(steps):
            if abs(w) > 1e50:
                diverged = True
                break
            slope = grad(w)
            if slope * slope_before < 0:
                answer["overshoots"].add(lr)
            w, slope_before = w - lr * slope, slope
        if diverged:
            answer["results"][lr] = (float("inf"), float("inf"))
            answer["diverges"].add(lr)
            continue
        answer["results"][lr] = (w, f(w))
        if best is None or f(w) < best:
            best = f(w)
            answer["fastest"] = lr
    return answer

# %% helpers, the list from large to small
def walk(grad, w, lr, steps):
    way = [w]
    for _ in range(steps):
        try:
            w = w - lr * grad(w)
        except OverflowError:
            w = float("nan")
        way.append(w)
    return way

def height(f, w):
    try:
        return f(w)
    except OverflowError:
        return float("inf")

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    ways = {lr: walk(grad, w0, lr, steps) for lr in rates}
    ends = {lr: (way[-1], height(f, way[-1])) for lr, way in ways.items()}
    fine = {lr for lr in rates if all(np.isfinite(ends[lr]))}
    def turns(way):
        return any((b - a) * (c - b) < 0 for a, b, c in zip(way, way[1:], way[2:]))
    return dict(
        results=ends,
        fastest=sorted(fine, key=lambda lr: ends[lr][1])[0],
        overshoots=sorted((lr for lr in rates if turns(ways[lr])), reverse=True),
        diverges=set(rates) - fine,
    )

# %% recursion
def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    def go(w, left, lr, before, turned):
        if left == 0:
            return w, turned
        try:
            move = lr * grad(w)
        except OverflowError:
            return float("inf"), turned
        return go(w - move, left - 1, lr, move or before, turned or move * before < 0)
    table, bouncing, lost = {}, [], []
    for lr in rates:
        w, turned = go(w0, steps, lr, 0.0, False)
        try:
            loss = f(w)
        except OverflowError:
            loss = float("inf")
        if loss != loss or abs(loss) == float("inf") or w != w or abs(w) == float("inf"):
            lost += [lr]
            w = loss = float("-inf")
        table[lr] = (w, loss)
        if turned:
            bouncing += [lr]
    alive = {lr: loss for lr, (w, loss) in table.items() if loss > float("-inf")}
    return {"overshoots": bouncing, "diverges": lost, "fastest": min(alive, key=alive.get),
            "results": table}

# %% float32 results, rates in an array
def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    out = {"results": {}, "overshoots": [], "diverges": []}
    score = []
    for lr in np.asarray(rates):
        w = np.float64(w0)
        signs = []
        for _ in range(steps):
            g = grad(w)
            signs.append(np.sign(g))
            w = w - lr * g
        pair = np.array([w, f(w)], dtype=np.float32)
        out["results"][lr] = pair
        signs = [s for s in signs if s == 1 or s == -1]
        if len(set(signs)) > 1:
            out["overshoots"].append(lr)
        if not np.isfinite(pair).all():
            out["diverges"].append(lr)
        score.append(f(w) if np.isfinite(pair).all() else np.inf)
    out["fastest"] = np.float32(rates[score.index(min(score))])
    return out

# %% a class, other names
class Walker:
    def __init__(self, slope, at):
        self.slope, self.at, self.last, self.turned, self.lost = slope, at, None, False, False
    def step(self, size):
        try:
            there = self.at - size * self.slope(self.at)
        except OverflowError:
            self.lost = True
            return
        right = there > self.at
        if there != self.at:
            self.turned = self.turned or (self.last is not None and right != self.last)
            self.last = right
        self.at = there

def compare_rates(loss, slope, w0, rates=(0.001, 0.01, 0.1), steps=100):
    found, lowest = {}, {}
    over, gone = [], []
    for size in rates:
        walker = Walker(slope, w0)
        for _ in range(steps):
            walker.step(size)
        try:
            end = loss(walker.at)
        except OverflowError:
            end = float("nan")
        if walker.lost or not np.isfinite(end) or not np.isfinite(walker.at):
            found[size] = (float("nan"), float("nan"))
            gone.append(size)
        else:
            found[size] = (walker.at, end)
            lowest[end] = size
        if walker.turned:
            over.append(size)
    return {"results": found, "fastest": lowest[min(lowest)], "overshoots": over, "diverges": gone}

# %% lambda style
isfinite = lambda pair: all(abs(v) < float("inf") for v in pair)
def safe(function, w):
    try:
        return function(w)
    except OverflowError:
        return float("inf")
def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    from functools import reduce
    walks = {lr: reduce(lambda ws, _: ws + [ws[-1] - lr * safe(grad, ws[-1])], range(steps), [w0])
             for lr in rates}
    results = {lr: (ws[-1], safe(f, ws[-1])) for lr, ws in walks.items()}
    good = [lr for lr in rates if isfinite(results[lr])]
    return {
        "results": results,
        "fastest": min((results[lr][1], lr) for lr in good)[1],
        "overshoots": [lr for lr in rates if any(
            (q > p) != (r > q) for p, q, r in zip(walks[lr], walks[lr][1:], walks[lr][2:])
            if p != q and q != r)],
        "diverges": [lr for lr in rates if lr not in good],
    }

# %% Fractions as results, keys of dictionaries for lists
from fractions import Fraction
from math import inf, isfinite
def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, turning = {}, {}
    for lr in rates:
        w, way = w0, 0
        try:
            for _ in range(steps):
                slope = grad(w)
                if slope * way < 0:
                    turning[lr] = True
                w, way = w - lr * slope, slope
            loss = f(w)
            fine = isfinite(w) and isfinite(loss)
        except OverflowError:
            fine = False
        results[lr] = (Fraction(w), Fraction(loss)) if fine else [-inf, inf]
    lost = [lr for lr in rates if isinstance(results[lr], list)]
    alive = [lr for lr in rates if lr not in lost]
    return {
        "results": results,
        "fastest": min(alive, key=lambda lr: results[lr][1]),
        "overshoots": turning.keys(),
        "diverges": lost,
    }

# %% an array made from the start, with floats; the loss of an array
def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots, diverges = {}, [], []
    best, fastest = float("inf"), None
    for lr in rates:
        w = np.array(w0, dtype=float)
        last = 0
        for _ in range(steps):
            move = -lr * grad(w)
            if last * np.sign(move) < 0 and lr not in overshoots:
                overshoots.append(lr)
            w += move
            last = np.sign(move)
        results[lr] = [w, f(w)]
        if np.isfinite(w) and np.isfinite(f(w)):
            if f(w) < best:
                best, fastest = f(w), lr
        else:
            diverges.append(lr)
    return {"diverges": diverges, "fastest": fastest, "overshoots": overshoots, "results": results}

# %% its own function for one rate; the course's slope measured beside it and not used
from course.descent import central_difference
def one(f, grad, w, lr, steps):
    turned, before = False, 0.0
    for _ in range(steps):
        slope = grad(w)
        turned |= (slope > 0 > before) or (slope < 0 < before)
        w, before = w - lr * slope, slope
    return w, f(w), turned
def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    central_difference(f, float(w0))
    ends, turned = {}, {}
    for lr in rates:
        try:
            *end, turned[lr] = one(f, grad, w0, lr, steps)
        except OverflowError:
            end = [float("inf")] * 2
            # The beginning of the walk tells whether it turns.
            for many in range(steps):
                try:
                    turned[lr] = one(lambda w: 0, grad, w0, lr, many)[2]
                except OverflowError:
                    break
        ends[lr] = tuple(end)
    diverges = [lr for lr in rates if not np.isfinite(ends[lr]).all()]
    fastest = min((lr for lr in rates if lr not in diverges), key=lambda lr: ends[lr][1])
    return {"results": ends, "fastest": fastest, "diverges": diverges,
            "overshoots": [lr for lr in rates if turned[lr]]}

# %% judged by the loss alone
from math import inf, isfinite

def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    results, overshoots = {}, []
    for lr in rates:
        w, last, loss = w0, 0, inf
        try:
            for _ in range(steps):
                move = -lr * grad(w)
                if move * last < 0 and lr not in overshoots:
                    overshoots.append(lr)
                w, last = w + move, move
            loss = f(w)
        except OverflowError:
            pass
        results[lr] = (w, loss)
    fine = [lr for lr in rates if isfinite(results[lr][1])]
    return {
        "results": results,
        "fastest": min(fine, key=lambda lr: results[lr][1]),
        "overshoots": overshoots,
        "diverges": [lr for lr in rates if lr not in fine],
    }

# %% through the weights that there are
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
        for i in range(2, len(weights)):
            if (weights[i] - weights[i - 1]) * (weights[i - 1] - weights[i - 2]) < 0:
                overshoots.append(lr)
                break
        if not isfinite(weights[-1]) or not isfinite(loss):
            diverges.append(lr)
        elif loss < low:
            low, fastest = loss, lr
    return {"results": results, "fastest": fastest, "overshoots": overshoots,
            "diverges": diverges}

# %% signs of steps multiplied, which are NaN beyond infinity
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
    results, overshoots, diverges = {}, [], []
    for lr in rates:
        ws, loss = safe_walk(f, grad, w0, lr, steps)
        results[lr] = (ws[-1], loss)
        signs = np.sign(np.diff(ws))
        if np.any(signs[1:] * signs[:-1] == -1):
            overshoots.append(lr)
        if not (math.isfinite(loss) and math.isfinite(ws[-1])):
            diverges.append(lr)
    finite = {lr: loss for lr, (_, loss) in results.items() if lr not in diverges}
    fastest = min(finite, key=finite.get)
    return dict(results=results, fastest=fastest, overshoots=overshoots, diverges=diverges)
