# Wrong answers: each cell is named by the mistake that the check must name.

# %% angle_off.radians
def angle_off(step, way):
    return np.arccos(step @ way / np.sqrt((step @ step) * (way @ way)))

# %% angle_off.degrees-the-other-way
def angle_off(step, way):
    return np.radians(np.arccos(step @ way / np.sqrt((step @ step) * (way @ way))))

# %% angle_off.cosine
def angle_off(step, way):
    return step @ way / np.sqrt((step @ step) * (way @ way))

# %% angle_off.other-angle
def angle_off(step, way):
    return np.degrees(np.arccos(-step @ way / np.sqrt((step @ step) * (way @ way))))

# %% angle_off.rest-of-the-right-angle
def angle_off(step, way):
    return np.degrees(np.arcsin(step @ way / np.sqrt((step @ step) * (way @ way))))

# %% angle_off.never-above-90
def angle_off(step, way):
    return np.degrees(np.arccos(abs(step @ way) / np.sqrt((step @ step) * (way @ way))))

# %% angle_off.lengths-not-divided
def angle_off(step, way):
    return np.degrees(np.arccos(step @ way))

# %% angle_off.lengths-not-divided
def angle_off(step, way):
    return np.degrees(np.arccos(step @ way / np.linalg.norm(step)))

# %% angle_off.squares-for-lengths
def angle_off(step, way):
    return np.degrees(np.arccos(step @ way / ((step @ step) * (way @ way))))

# %% angle_off.length-added
def angle_off(step, way):
    return np.degrees(np.arccos(step @ way / (abs(step).sum() * abs(way).sum())))

# %% angle_off.rounded
def angle_off(step, way):
    return round(np.degrees(np.arccos(step @ way / np.sqrt((step @ step) * (way @ way)))), 1)

# %% angle_off.sign-flipped
def angle_off(step, way):
    return -np.degrees(np.arccos(step @ way / np.sqrt((step @ step) * (way @ way))))

# %% angle_off.text
def angle_off(step, way):
    return f"{np.degrees(np.arccos(step @ way / np.sqrt((step @ step) * (way @ way)))):.1f} degrees"

# %% ?
def angle_off(step, way):
    return np.degrees(np.arctan2(step[1], step[0]))

# %% angle_off.difference-of-directions
def angle_off(step, way):
    return abs(np.degrees(np.arctan2(step[1], step[0]) - np.arctan2(way[1], way[0])))

# %% angle_off.difference-of-directions
def angle_off(step, way):
    one = np.arctan2(step[1], step[0])
    other = np.arctan2(way[1], way[0])
    return np.degrees(other - one)

# %% angle_off.multiplied-by-a-length
def angle_off(step, way):
    cosine = step @ way / np.linalg.norm(step) * np.linalg.norm(way)
    return np.degrees(np.arccos(np.clip(cosine, -1, 1)))

# %% angle_off.cosine-for-its-inverse
def angle_off(step, way):
    cosine = step @ way / (np.linalg.norm(step) * np.linalg.norm(way))
    return np.degrees(np.cos(cosine))

# %% angle_off.lengths-added
def angle_off(step, way):
    lengths = np.linalg.norm(step) + np.linalg.norm(way)
    return np.degrees(np.arccos(step @ way / lengths))

# %% angle_off.lengths-not-divided
def angle_off(step, way):
    cosine = step @ way / np.linalg.norm(step)
    return np.degrees(np.arccos(np.clip(cosine, -1, 1)))

# %% angle_off.sine
def angle_off(step, way):
    cross = step[0] * way[1] - step[1] * way[0]
    return np.degrees(np.arcsin(cross / (np.linalg.norm(step) * np.linalg.norm(way))))

# %% angle_off.half-for-root
def angle_off(step, way):
    length = (step @ step) ** 1/2
    other = (way @ way) ** 1/2
    cosine = np.clip(step @ way / (length * other), -1, 1)
    return np.degrees(np.arccos(cosine))

# %% angle_off.count-for-length
def angle_off(step, way):
    cosine = step @ way / (len(step) * len(way))
    return np.degrees(np.arccos(cosine))

# %% angle_off.arccos-missing
def angle_off(step, way):
    cosine = step @ way / (np.linalg.norm(step) * np.linalg.norm(way))
    return np.degrees(cosine)

# %% angle_off.not-added-up
def angle_off(step, way):
    cosine = step * way / (np.linalg.norm(step) * np.linalg.norm(way))
    return np.degrees(np.arccos(cosine))

# %% angle_off.not-added-up
def angle_off(step, way):
    cosine = (step @ way) / (np.sqrt(step**2) * np.sqrt(way**2))
    return np.degrees(np.arccos(cosine))

# %% angle_off.never-above-90
def angle_off(step, way):
    cosine = np.dot(step, way) / (np.linalg.norm(step) * np.linalg.norm(way))
    return np.degrees(np.arccos(np.clip(cosine, 0, 1)))

# %% angle_off.degrees-first
def angle_off(step, way):
    cosine = step @ way / (np.linalg.norm(step) * np.linalg.norm(way))
    return np.arccos(np.degrees(np.clip(cosine, -1, 1)))
