# Wrong answers: each cell is named by the mistake that the check must name.

# %% translate_rate.other-way-round
def translate_rate(rate, beta, written, wanted):
    if written == wanted:
        return rate
    if wanted == "average":
        return rate * (1 - beta)
    return rate / (1 - beta)

# %% translate_rate.not-translated
def translate_rate(rate, beta, written, wanted):
    return rate

# %% translate_rate.always-to-average
def translate_rate(rate, beta, written, wanted):
    return rate / (1 - beta)

# %% translate_rate.always-to-sum
def translate_rate(rate, beta, written, wanted):
    lost = beta * rate
    return rate - lost

# %% translate_rate.wanted-alone
def translate_rate(rate, beta, written, wanted):
    if wanted == "average":
        return rate / (1 - beta)
    return rate * (1 - beta)

# %% translate_rate.written-alone
def translate_rate(rate, beta, written, wanted):
    if written == "sum":
        return rate / (1 - beta)
    return rate * (1 - beta)

# %% translate_rate.beta-itself
def translate_rate(rate, beta, written, wanted):
    if written == wanted:
        return rate
    return rate / beta if wanted == "average" else rate * beta

# %% translate_rate.beta-itself
def translate_rate(rate, beta, written, wanted):
    if written == "sum" and wanted == "average":
        return rate * beta
    if written == "average" and wanted == "sum":
        return rate / beta
    return rate

# %% translate_rate.one-plus-beta
def translate_rate(rate, beta, written, wanted):
    if written == wanted:
        return rate
    return rate * (1 + beta) if wanted == "average" else rate / (1 + beta)

# %% translate_rate.one-plus-beta
def translate_rate(rate, beta, written, wanted):
    if written == wanted:
        return rate
    return rate / (1 + beta) if wanted == "average" else rate * (1 + beta)

# %% translate_rate.beta-fixed
def translate_rate(rate, beta, written, wanted):
    if written == wanted:
        return rate
    return rate * 10 if wanted == "average" else rate / 10

# %% translate_rate.factor-for-rate
def translate_rate(rate, beta, written, wanted):
    if written == wanted:
        return 1
    return 1 / (1 - beta) if wanted == "average" else 1 - beta

# %% translate_rate.rounded
def translate_rate(rate, beta, written, wanted):
    if written == wanted:
        return round(rate, 3)
    return round(rate / (1 - beta), 3) if wanted == "average" else round(rate * (1 - beta), 3)

# %% translate_rate.text
def translate_rate(rate, beta, written, wanted):
    if written == wanted:
        return str(rate)
    return str(rate / (1 - beta)) if wanted == "average" else str(rate * (1 - beta))

# %% ?
def translate_rate(rate, beta, written, wanted):
    if written == wanted:
        return rate
    return rate + beta if wanted == "average" else rate - beta

# %% ?
def translate_rate(rate, beta, written, wanted):
    return wanted

# %% translate_rate.always-to-average
def translate_rate(rate, beta, written, wanted):
    if written == wanted:
        return rate
    return rate / (1 - beta)

# %% translate_rate.always-to-sum
def translate_rate(rate, beta, written, wanted):
    return rate if written == wanted else rate * (1 - beta)

# %% translate_rate.one-rule-for-the-rest
def translate_rate(rate, beta, written, wanted):
    if written == "sum" and wanted == "average":
        return rate / (1 - beta)
    else:
        return rate * (1 - beta)

# %% translate_rate.one-rule-for-the-rest
def translate_rate(rate, beta, written, wanted):
    if written == "average" and wanted == "sum":
        return rate * (1 - beta)
    return rate / (1 - beta)

# %% translate_rate.brackets-missing
def translate_rate(rate, beta, written, wanted):
    if written == "sum" and wanted == "average":
        return rate / 1 - beta
    if written == "average" and wanted == "sum":
        return rate * 1 - beta
    return rate

# %% translate_rate.brackets-missing
def translate_rate(rate, beta, written, wanted):
    if written == wanted:
        return rate
    if wanted == "sum":
        return rate * (1 - beta)
    return rate / 1 - beta

# %% translate_rate.turned-round
def translate_rate(rate, beta, written, wanted):
    if written != wanted:
        return rate
    if wanted == "average":
        return rate / (1 - beta)
    return rate * (1 - beta)

# %% translate_rate.written-alone-in-a-condition
def translate_rate(rate, beta, written, wanted):
    if written == "sum" or "average" and wanted == written:
        return rate
    if wanted == "sum":
        return rate * (1 - beta)
    return rate / (1 - beta)

# %% translate_rate.one-way-only
def translate_rate(rate, beta, written, wanted):
    if written == "sum" and wanted == "average":
        return rate / (1 - beta)
    return rate
