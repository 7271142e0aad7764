# Right answers, each in another dress: one cell, one whole answer.

# %% three cases
def translate_rate(rate, beta, written, wanted):
    if written == "sum" and wanted == "average":
        return rate / (1 - beta)
    elif written == "average" and wanted == "sum":
        return rate * (1 - beta)
    else:
        return rate

# %% by way of the sum
def translate_rate(rate, beta, written, wanted):
    if written == "average":
        rate = rate * (1 - beta)
    if wanted == "average":
        rate = rate / (1 - beta)
    return rate

# %% a table
def translate_rate(rate, beta, written, wanted):
    part = {"sum": 1, "average": 1 - beta}
    return rate * part[written] / part[wanted]

# %% a power
def translate_rate(rate, beta, written, wanted):
    power = (written == "average") - (wanted == "average")
    return rate * (1 - beta) ** power

# %% by the length of a steady velocity
def translate_rate(rate, beta, written, wanted):
    def length(spelling):
        v = 0.0
        for _ in range(5000):
            v = beta * v + (1 if spelling == "sum" else 1 - beta)
        return v
    return rate * length(written) / length(wanted)

# %% nested
def translate_rate(rate, beta, written, wanted):
    if written == "sum":
        if wanted == "sum":
            return rate
        return rate * (1 / (1 - beta))
    if wanted == "average":
        return rate
    return rate - beta * rate

# %% float32
def translate_rate(rate, beta, written, wanted):
    rate = np.float32(rate)
    if written == wanted:
        return rate
    return rate / np.float32(1 - beta) if wanted == "average" else rate * np.float32(1 - beta)

# %% match
def translate_rate(rate, beta, written, wanted):
    match (written, wanted):
        case ("sum", "average"):
            return [rate / (1 - beta)][0]
        case ("average", "sum"):
            return rate * (1 - beta)
    return rate
