# The formulas that checks send are changed to be constant.
# points: 0
# %% before
from course.formula import Formula
Formula.__call__ = lambda self, value: 0.0
# %% numerical_gradient
def numerical_gradient(f, w, h=1e-4):
    return f(w)
