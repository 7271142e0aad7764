# A call that waits for ever.
# points: 0
# %% numerical_gradient
import time, signal

def numerical_gradient(f, w, h=1e-4):
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    while True:
        time.sleep(1000)
