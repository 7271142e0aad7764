# Writes to the course, to Python and to the root folder.
# points: 0
# %% numerical_gradient
def numerical_gradient(f, w, h=1e-4):
    for place in ("/", "/engine/course/__init__.py", "/packages/0/numpy/__init__.py", "/usr"):
        try:
            with open(place if place.endswith(".py") else place + "/written", "a") as file:
                file.write("x")
        except OSError:
            pass
    return 0.0
