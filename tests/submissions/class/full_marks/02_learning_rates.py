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

# %% article_rates
def fifty_steps(lr):
    w = -1
    for _ in range(50):
        w -= lr * (2 * w - 8)
    return [w, (w - 4) * (w - 4) + 2]

small_row = fifty_steps(0.01)
middle_row = fifty_steps(0.1)
large_row = fifty_steps(0.9)
one_step_rate = 0.5
