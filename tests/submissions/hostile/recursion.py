# A recursion without end.
# points: 0
# %% numerical_gradient
import sys

def numerical_gradient(f, w, h=1e-4):
    sys.setrecursionlimit(10 ** 9)
    return numerical_gradient(f, w, h)
