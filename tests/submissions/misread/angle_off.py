# Wrong answers that are close to a known mistake, but are another: the label must not be told.

# %% angle_off.symptom-neutral
# With an arrow of length 0 the right answer is no number, and so is this one.
def angle_off(step, way):
    cosine = step @ way / np.linalg.norm(step) / np.linalg.norm(way)
    return np.degrees(np.cos(cosine))

# %% angle_off.symptom-neutral
def angle_off(step, way):
    return np.degrees(np.arccos(step @ way / np.linalg.norm(step) * np.linalg.norm(way)))
