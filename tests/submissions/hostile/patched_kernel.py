# Finds the process own code and changes it.
# points: 0
# %% before
import gc, sys
for item in gc.get_objects():
    if type(item).__name__ == "Kernel":
        type(item).do_call = lambda self, request: {"value": 1e300, "points": 2, "used": []}
        type(item).do_get = lambda self, request: {"callable": True}
try:
    from grading.isolation.guest import wire
    wire.encode = lambda value: ["a", "<f8", [10 ** 9], "C", ""]
except Exception:
    pass
# %% numerical_gradient
def numerical_gradient(f, w, h=1e-4):
    return 0.0
