# Right answers, each in another dress: one cell, one whole answer.

# %% formula
def angle_off(step, way):
    cosine = (step @ way) / (np.sqrt(step @ step) * np.sqrt(way @ way))
    return np.degrees(np.arccos(cosine))

# %% norm and dot
def angle_off(step, way):
    length = np.linalg.norm(step) * np.linalg.norm(way)
    return np.rad2deg(np.arccos(np.clip(np.dot(step, way) / length, -1, 1)))

# %% entry by entry, with math
import math

def angle_off(step, way):
    top = step[0] * way[0] + step[1] * way[1]
    lengths = math.hypot(*step) * math.hypot(*way)
    return math.acos(top / lengths) * 180 / math.pi

# %% by the directions of both
def angle_off(step, way):
    a = np.arctan2(step[1], step[0])
    b = np.arctan2(way[1], way[0])
    apart = np.degrees(a - b) % 360
    return min(apart, 360 - apart)

# %% complex numbers, as an array
def angle_off(step, way):
    turn = complex(*way) / complex(*step)
    return np.array(abs(np.degrees(np.angle(turn))))

# %% lengths made 1 first
def angle_off(step, way):
    step = step / np.linalg.norm(step)
    way = way / np.linalg.norm(way)
    return float(np.degrees(np.arccos(sum(step * way))))

# %% SciPy's norm
from scipy.linalg import norm

def angle_off(step, way):
    cosine = step @ way / (norm(step) * norm(way))
    return np.degrees(np.arccos(np.clip(cosine, -1, 1)))
