# %% compare_rates
def compare_rates(f, grad, w0, rates=(0.001, 0.01, 0.1), steps=100):
    def safely(function, w):
        try:
            return function(w)
        except OverflowError:
            return float("nan")

    answer = {"results": {}, "fastest": None, "overshoots": [], "diverges": []}
    lowest = float("inf")
    for lr in rates:
        w = w0
        directions = set()
        for _ in range(steps):
            slope = safely(grad, w)
            if slope > 0:
                directions.add("left")
            if slope < 0:
                directions.add("right")
            w = w - lr * slope
        loss = safely(f, w)
        answer["results"][lr] = [w, loss]
        if len(directions) == 2:
            answer["overshoots"].append(lr)
        if not np.isfinite([w, loss]).all():
            answer["diverges"].append(lr)
        elif loss < lowest:
            lowest = loss
            answer["fastest"] = lr
    return answer

# %% largest_stable_rate
def largest_stable_rate(curvature):
    fastest = curvature ** -1.0
    return 2 * fastest

# %% safe_walk
def safe_walk(f, grad, w0, lr, steps):
    weights, loss = [w0], float("inf")
    try:
        while len(weights) <= steps:
            weights.append(weights[-1] - lr * grad(weights[-1]))
        loss = f(weights[-1])
    except OverflowError:
        pass
    return weights, loss

# %% rate_in_new_units
def rate_in_new_units(lr, times):
    return lr / times / times
