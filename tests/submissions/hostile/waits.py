# A call that waits for what never comes, and a cell that does.
# points: 0
# %% before
import threading

threading.Event().wait()
# %% numerical_gradient
import signal

def numerical_gradient(f, w, h=1e-4):
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    threading.Event().wait()
