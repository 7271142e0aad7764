# One call into C that never comes back.
# points: 0
# %% numerical_gradient
import re

def numerical_gradient(f, w, h=1e-4):
    return re.match(r"(a+)+$", "a" * 64 + "b")
