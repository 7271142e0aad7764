# Objects that run code when they are unpickled.
# points: 0
# %% numerical_gradient
import os, pickle

class Bomb:
    def __reduce__(self): return (os.system, ("touch /tmp/unpickled",))
    def __getstate__(self): return {}

def numerical_gradient(f, w, h=1e-4):
    return Bomb()
# %% deeper_valley
which_valley = pickle.dumps(Bomb())
deeper_start = Bomb()
