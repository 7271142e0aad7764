# Wrong answers: each cell is named by the mistake that the check must name.

# %% random_restarts.nan-wins
def random_restarts(f, grad, starts, lr, steps):
    best = None
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        loss = f(w)
        if loss == float("-inf"):
            continue
        if best is None or loss < best[1]:
            best = (w, loss)
    return best

# %% random_restarts.nan-wins
def random_restarts(f, grad, starts, lr, steps):
    w = np.array(starts)
    for _ in range(steps):
        w = w - lr * grad(w)
    best = np.argmin(f(w))
    return w[best], f(w)[best]

# %% random_restarts.nan-wins
def random_restarts(f, grad, starts, lr, steps):
    ends = []
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        ends.append(w)
    best = min(ends, key=f)
    return best, f(best)

# %% random_restarts.minus-infinity-wins
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.minus-infinity-wins
def random_restarts(f, grad, starts, lr, steps):
    w = np.array(starts)
    for _ in range(steps):
        w = w - lr * grad(w)
    best = np.nanargmin(f(w))
    return w[best], f(w)[best]

# %% random_restarts.lowest-on-the-way
def random_restarts(f, grad, starts, lr, steps):
    best = (None, float("inf"))
    for w in starts:
        if f(w) < best[1]:
            best = (w, f(w))
        for _ in range(steps):
            w = w - lr * grad(w)
            if np.isfinite(f(w)) and f(w) < best[1]:
                best = (w, f(w))
    return best

# %% random_restarts.lowest-on-the-way
def random_restarts(f, grad, starts, lr, steps):
    best = (None, float("inf"))
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
            if np.isfinite(f(w)) and f(w) < best[1]:
                best = (w, f(w))
    return best

# %% random_restarts.best-start-only
def random_restarts(f, grad, starts, lr, steps):
    w = starts[np.argmin([f(start) for start in starts])]
    for _ in range(steps):
        w = w - lr * grad(w)
    return w, f(w)

# %% random_restarts.begins-with-zero
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, 0
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.begins-with-zero
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = starts[0], 0.0
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.smallest-slope
def random_restarts(f, grad, starts, lr, steps):
    best = None
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and (best is None or abs(grad(w)) < abs(grad(best))):
            best = w
    return best, f(best)

# %% random_restarts.smallest-weight
def random_restarts(f, grad, starts, lr, steps):
    ends = []
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)):
            ends.append((w, f(w)))
    return min(ends)

# %% random_restarts.smallest-weight
def random_restarts(f, grad, starts, lr, steps):
    ends = []
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)):
            ends.append(w)
    best = min(ends, key=abs)
    return best, f(best)

# %% random_restarts.absolute-loss
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        loss = f(w)
        if np.isfinite(loss) and abs(loss) < abs(best_loss):
            best_w, best_loss = w, loss
    return best_w, best_loss

# %% random_restarts.start-left-out
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for i in range(1, len(starts)):
        w = starts[i]
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.start-left-out
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for i in range(len(starts) - 1):
        w = starts[i]
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.chained
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    w = starts[0]
    for start in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.last
def random_restarts(f, grad, starts, lr, steps):
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        loss = f(w)
    return w, loss

# %% random_restarts.first
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if not np.isfinite(f(w)):
            continue
        if f(w) < best_loss:
            best_w, best_loss = w, f(w)
        return best_w, best_loss

# %% random_restarts.first
def random_restarts(f, grad, starts, lr, steps):
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        return w, f(w)

# %% random_restarts.highest
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, -float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) > best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.returned-start
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for start in starts:
        w = start
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = start, f(w)
    return best_w, best_loss

# %% random_restarts.returned-start
def random_restarts(f, grad, starts, lr, steps):
    best, best_loss = None, float("inf")
    for start in starts:
        w = start
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best, best_loss = start, f(w)
    return best, f(best)

# %% random_restarts.loss-of-start
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        loss = f(w)
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and loss < best_loss:
            best_w, best_loss = w, loss
    return best_w, best_loss

# %% random_restarts.no-walk
def random_restarts(f, grad, starts, lr, steps):
    losses = [f(w) for w in starts]
    best = int(np.argmin(losses))
    return starts[best], losses[best]

# %% random_restarts.swapped
def random_restarts(f, grad, starts, lr, steps):
    best = (float("inf"), None)
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)):
            best = min(best, (f(w), w))
    return best

# %% random_restarts.one-value
def random_restarts(f, grad, starts, lr, steps):
    losses = []
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)):
            losses.append(f(w))
    return min(losses)

# %% random_restarts.one-value
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w

# %% random_restarts.all-ends
def random_restarts(f, grad, starts, lr, steps):
    ends = []
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        ends.append((w, f(w)))
    return ends

# %% random_restarts.mean-of-ends
def random_restarts(f, grad, starts, lr, steps):
    ends = []
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        ends.append(w)
    w = np.mean(ends)
    return w, f(w)

# %% random_restarts.mean-of-ends
def random_restarts(f, grad, starts, lr, steps):
    ends, losses = [], []
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)):
            ends.append(w)
            losses.append(f(w))
    return sum(ends) / len(ends), sum(losses) / len(losses)

# %% random_restarts.one-step-too-many
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps + 1):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.one-step-too-few
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(1, steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.one-step-only
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.rate-fixed
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - 0.01 * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.steps-fixed
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(200):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.sign-flipped
def random_restarts(f, grad, starts, lr, steps):
    ends = [(starts[0], float("inf"))]
    for w in starts:
        for _ in range(steps):
            w = w + lr * grad(w)
        if np.isfinite(f(w)):
            ends.append((w, f(w)))
    return min(ends, key=lambda end: end[1])

# %% random_restarts.stale-gradient
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        slope = grad(w)
        for _ in range(steps):
            w = w - lr * slope
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.rounded
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return round(best_w, 3), round(best_loss, 3)

# %% random_restarts.steps-from-the-start
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for start in starts:
        w = start
        for _ in range(steps):
            w = start - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.print-for-return
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    print(best_w, best_loss)

# %% random_restarts.no-return
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)

# %% random_restarts.input-changed
def random_restarts(f, grad, starts, lr, steps):
    for i in range(len(starts)):
        for _ in range(steps):
            starts[i] = starts[i] - lr * grad(starts[i])
    finite = [w for w in starts if np.isfinite(f(w))]
    best = min(finite, key=f)
    return best, f(best)

# %% ?
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if abs(w) < 10 and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% ?
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if not np.isfinite(f(w)):
            raise ValueError("diverged")
        if f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% ?
def random_restarts(f, grad, starts, lr, steps):
    return -2.0305466153533733, -8.0153881900072

# %% random_restarts.nan-wins
def random_restarts(f, grad, starts, lr, steps):
    results = []
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        results.append((f(w), w))
    loss, w = min(results)
    return w, loss

# %% random_restarts.nan-wins
import math
def random_restarts(f, grad, starts, lr, steps):
    losses, weights = [], []
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if not math.isinf(f(w)):
            losses.append(f(w))
            weights.append(w)
    lowest = min(losses)
    return weights[losses.index(lowest)], lowest

# %% random_restarts.smallest-weight
def random_restarts(f, grad, starts, lr, steps):
    results = []
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        results.append((w, f(w)))
    return min(results)

# %% random_restarts.nan-wins + random_restarts.swapped
def random_restarts(f, grad, starts, lr, steps):
    results = []
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        results.append((f(w), w))
    return min(results)

# %% random_restarts.begins-with-zero
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = 0, 0
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.begins-with-zero
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = starts[0], f(starts[0])
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        loss = f(w)
        if np.isfinite(loss) and loss < best_loss:
            best_w, best_loss = w, loss
    return best_w, best_loss

# %% random_restarts.last-finite
def random_restarts(f, grad, starts, lr, steps):
    best_loss = float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w = w
    return best_w, f(best_w)

# %% random_restarts.last-finite
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        loss = f(w)
        if np.isfinite(loss) and loss < best_loss:
            best_w = w
    return best_w, best_loss

# %% random_restarts.weight-of-the-last-walk
def random_restarts(f, grad, starts, lr, steps):
    best_loss = float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        loss = f(w)
        if np.isfinite(loss) and loss < best_loss:
            best_loss = loss
    return w, best_loss

# %% random_restarts.whole-numbers-cut-off
def random_restarts(f, grad, starts, lr, steps):
    w = np.array(starts)
    for i in range(len(w)):
        for _ in range(steps):
            w[i] = w[i] - lr * grad(w[i])
    losses = f(w)
    losses = np.where(np.isfinite(losses), losses, np.inf)
    best = np.argmin(losses)
    return w[best], losses[best]

# %% random_restarts.whole-numbers-cut-off
def random_restarts(f, grad, starts, lr, steps):
    ends = np.zeros_like(starts)
    for i, w in enumerate(starts):
        for _ in range(steps):
            w = w - lr * grad(w)
        ends[i] = w
    finite = [w for w in ends if np.isfinite(f(w))]
    best = min(finite, key=f)
    return best, f(best)

# %% random_restarts.whole-numbers-cut-off
def random_restarts(f, grad, starts, lr, steps):
    ends, losses = np.zeros_like(starts), np.full(len(starts), np.inf)
    for i, w in enumerate(starts):
        for _ in range(steps):
            w = w - lr * grad(w)
        ends[i] = w
        if np.isfinite(f(w)):
            losses[i] = f(w)
    return ends[np.argmin(losses)], min(losses)

# %% random_restarts.whole-numbers-in-place
def random_restarts(f, grad, starts, lr, steps):
    w = np.array(starts)
    for _ in range(steps):
        w -= lr * grad(w)
    losses = f(w)
    losses = np.where(np.isfinite(losses), losses, np.inf)
    best = np.argmin(losses)
    return w[best], losses[best]

# %% random_restarts.rounded
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return round(float(best_w), 4), round(float(best_loss), 4)

# %% random_restarts.input-changed
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    starts.sort()
    while starts:
        w = starts.pop()
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.not-from-scratch
from course import descent
def random_restarts(f, grad, starts, lr, steps):
    from course.landscapes import parabola
    ends = [descent.descend(parabola, s, lr, steps, gradient=grad).final for s in starts]
    finite = [w for w in ends if np.isfinite(f(w))]
    return min(finite, key=f), min(map(f, finite))

# %% random_restarts.begins-with-zero
def random_restarts(f, grad, starts, lr, steps):
    best_w, best = None, 1000
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best:
            best_w, best = w, f(w)
    return best_w, best

# %% random_restarts.begins-with-zero
def random_restarts(f, grad, starts, lr, steps):
    best = (0.0, 1_000_000)
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(f(w)) and f(w) < best[1]:
            best = w, f(w)
    return best

# %% random_restarts.limit-of-its-own
def random_restarts(f, grad, starts, lr, steps):
    best_w, best = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if -1000 < f(w) < 1000 and f(w) < best:
            best_w, best = w, f(w)
    return best_w, best

# %% random_restarts.limit-of-its-own
def random_restarts(f, grad, starts, lr, steps):
    best_w, best = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if abs(w) < 100 and f(w) < best:
            best_w, best = w, f(w)
    return best_w, best

# %% ?
def random_restarts(f, grad, starts, lr, steps):
    best_w, best = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
            if abs(w) > 100:
                break
        else:
            if f(w) < best:
                best_w, best = w, f(w)
    return best_w, best

# %% random_restarts.weight-tested
def random_restarts(f, grad, starts, lr, steps):
    best_w, best = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(w) and f(w) < best:
            best_w, best = w, f(w)
    return best_w, best

# %% random_restarts.stops-at-the-first-that-diverges
def random_restarts(f, grad, starts, lr, steps):
    best, best_loss = None, np.inf
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        loss = f(w)
        if not np.isfinite(loss):
            break
        if loss < best_loss:
            best, best_loss = w, loss
    return best, best_loss

# %% random_restarts.stops-at-the-first-that-diverges
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = starts[0], float("inf")
    for start in starts:
        w = start
        for _ in range(steps):
            w -= lr * grad(w)
        if not np.isfinite(f(w)):
            return best_w, best_loss
        if f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.f-for-grad
def random_restarts(f, grad, starts, lr, steps):
    best, best_loss = None, np.inf
    for w in starts:
        for _ in range(steps):
            w = w - lr * f(w)
        loss = f(w)
        if np.isfinite(loss) and loss < best_loss:
            best, best_loss = w, loss
    return best, best_loss

# %% random_restarts.minus-infinity-wins
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, np.inf
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if f(w) <= best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.quartic-fixed
from course.landscapes import quartic

def random_restarts(f, grad, starts, lr, steps):
    best = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * quartic.gradient(w)
        if np.isfinite(quartic(w)) and quartic(w) < best[1]:
            best = w, quartic(w)
    return best

# %% random_restarts.quartic-fixed
from course.landscapes import quartic

def walk(w, lr, steps):
    for _ in range(steps):
        w = w - lr * quartic.gradient(w)
    return w

def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, np.inf
    for start in starts:
        w = walk(start, lr, steps)
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.quartic-fixed
from course.landscapes import quartic

def random_restarts(f, grad, starts, lr, steps):
    ends = []
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if np.isfinite(quartic(w)):
            ends.append(w)
    w = min(ends, key=quartic)
    return w, quartic(w)

# %% random_restarts.first
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        loss = f(w)
        if np.isfinite(loss) and loss < best_loss:
            best_w, best_loss = w, loss
        return best_w, best_loss

# %% random_restarts.begins-with-zero
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, -float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        loss = f(w)
        if np.isfinite(loss) and loss < best_loss:
            best_w, best_loss = w, loss
    return best_w, best_loss

# %% random_restarts.nan-wins
def random_restarts(f, grad, starts, lr, steps):
    ends = []
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        ends.append(w)
    losses = [f(w) for w in ends]
    return ends[np.argmin(losses)], min(losses)

# %% random_restarts.lowest-on-the-way
def random_restarts(f, grad, starts, lr, steps):
    best = float("inf")
    best_w = None
    for w in starts:
        for i in range(steps):
            w = w - lr * grad(w)
            if f(w) < best:
                best = f(w)
                best_w = w
    return best_w, best

# %% random_restarts.returned-start
def random_restarts(f, grad, starts, lr, steps):
    ends = []
    for start in starts:
        w = start
        for i in range(steps):
            w = w - lr * grad(w)
        ends.append(f(w))
    return starts[np.argmin(ends)], min(ends)

# %% random_restarts.begins-with-zero
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, 1e9
    for start in starts:
        w = start
        for _ in range(steps):
            w = w - lr * grad(w)
        loss = f(w)
        if np.isfinite(loss) and loss < best_loss:
            best_w, best_loss = w, loss
    return best_w, best_loss

# %% random_restarts.begins-with-zero
INT_MAX = 2147483647

def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = 0.0, INT_MAX
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        loss = f(w)
        if np.isfinite(loss) and loss < best_loss:
            best_w, best_loss = w, loss
    return best_w, best_loss

# %% random_restarts.stops-when-the-loss-rises
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, np.inf
    for w in starts:
        old = f(w)
        for _ in range(steps):
            new_w = w - lr * grad(w)
            new = f(new_w)
            if new > old:
                break
            w, old = new_w, new
        loss = f(w)
        if np.isfinite(loss) and loss < best_loss:
            best_w, best_loss = w, loss
    return best_w, best_loss

# %% random_restarts.stops-when-the-loss-rises
def random_restarts(f, grad, starts, lr, steps):
    ends = []
    for w in starts:
        losses = [f(w)]
        for _ in range(steps):
            w = w - lr * grad(w)
            losses.append(f(w))
            if losses[-1] > losses[-2]:
                break
        if np.isfinite(losses[-1]):
            ends.append((w, losses[-1]))
    return min(ends, key=lambda end: end[1])

# %% random_restarts.zero-for-none
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, None
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        loss = f(w)
        if np.isfinite(loss) and (not best_loss or loss < best_loss):
            best_w, best_loss = w, loss
    return best_w, best_loss

# %% random_restarts.zero-for-none
def random_restarts(f, grad, starts, lr, steps):
    best = None
    for start in starts:
        w = start
        for step in range(steps):
            w -= lr * grad(w)
        if not np.isfinite(f(w)):
            continue
        if not best or f(w) < f(best):
            best = w
    return best, f(best)

# %% random_restarts.zero-for-none
def random_restarts(f, grad, starts, lr, steps):
    ends = []
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        loss = f(w)
        if loss and abs(loss) < float("inf"):
            ends.append((loss, w))
    loss, w = min(ends)
    return w, loss

# %% random_restarts.no-end-kept
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        loss = f(w)
        if not np.isfinite(loss) and loss < best_loss:
            best_w, best_loss = w, loss
    return best_w, best_loss

# %% random_restarts.no-end-kept
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = starts[0], float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        loss = f(w)
        if np.isfinite(loss) and loss < best_loss:
            best = w, loss
    return best_w, best_loss

# %% random_restarts.first
def random_restarts(f, grad, starts, lr, steps):
    best = np.inf
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
        if f(w) < best:
            best = f(w)
            best_w = w
        return best_w, best

# %% random_restarts.stops-where-flat
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps):
            slope = grad(w)
            if abs(slope) < 1e-3:
                break
            w = w - lr * slope
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.stops-when-far
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
            if abs(w) > 100:
                break
        if np.isfinite(f(w)) and f(w) < best_loss:
            best_w, best_loss = w, f(w)
    return best_w, best_loss

# %% random_restarts.returned-start
def random_restarts(f, grad, starts, lr, steps):
    best_loss = float("inf")
    for start in starts:
        w = start
        for _ in range(steps):
            w = w - lr * grad(w)
        if f(w) < best_loss:
            best_w = start
            best_loss = f(w)
    return best_w, best_loss

# %% random_restarts.limit-of-its-own
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        for _ in range(steps):
            w = w - lr * grad(w)
            if not abs(w) < 1e10:
                break
        else:
            loss = f(w)
            if np.isfinite(loss) and loss < best_loss:
                best_w, best_loss = w, loss
    return best_w, best_loss

# %% random_restarts.stops-when-far
def random_restarts(f, grad, starts, lr, steps):
    best_w, best_loss = None, float("inf")
    for w in starts:
        w = float(w)
        for _ in range(steps):
            w = w - lr * grad(w)
            if abs(w) > 1e9:
                break
        loss = f(w)
        if np.isfinite(loss) and loss < best_loss:
            best_w, best_loss = w, loss
    return best_w, best_loss
