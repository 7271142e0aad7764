# Sends what it knows over the network.
# points: 0
# %% numerical_gradient
import socket, urllib.request

def numerical_gradient(f, w, h=1e-4):
    for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX):
        with socket.socket(family) as out:
            out.connect(("192.0.2.1", 80))
    urllib.request.urlopen("http://192.0.2.1", timeout=1)
    return 0.0
