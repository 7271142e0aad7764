# Wrong answers that are close to a known mistake, but are another: the label must not be told.

# %% shape_of.symptom-whole
# A shape has no part after the point that could be cut off.
def shape_of(numbers):
    columns = len(numbers[0]) if isinstance(numbers[0], list) else 1
    return len(numbers), columns
