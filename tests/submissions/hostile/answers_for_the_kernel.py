# Speaks the protocol itself: sends answers that nobody asked for.
# points: 0
# %% numerical_gradient
import json, os, struct

def tell(message):
    data = json.dumps(message).encode()
    os.write(9, struct.pack("!I", len(data)) + data)

def numerical_gradient(f, w, h=1e-4):
    for n in range(200):
        tell({"n": n, "value": ["o", "float", True], "score": 100, "points": 100})
    return 0.0
