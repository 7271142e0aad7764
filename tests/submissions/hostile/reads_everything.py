# Looks for the hidden tests, the gradebook and other people.
# points: 0
# %% numerical_gradient
import os

found = []
for top in set(os.listdir("/")) - {"usr", "packages", "python", "dev", "lib", "bin", "sbin"}:
    for folder, _, files in os.walk(f"/{top}"):
        for path in (os.path.join(folder, file) for file in files):
            if any(word in path for word in ("gradebook", ".ipynb", "lesson_", "passwd", "id_")):
                found.append(path)
print("FOUND:", found)

def numerical_gradient(f, w, h=1e-4):
    assert not found
    return 0.0
