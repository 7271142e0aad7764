# A ready-made solution under another module name.
# points: 0
# %% descend
from course import descent
descent.__dict__["__name__"] = "mine"
descent.__name__ = "mine"

def descend(grad, w0, lr, steps):
    from course.landscapes import Landscape
    curve = Landscape("f", "f(w)", lambda w: w, grad, grad, (), ((-1.0, 1.0),))
    return descent.descend(curve, w0, lr, steps).weights
