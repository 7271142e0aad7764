# SystemExit and KeyboardInterrupt.
# points: 0
# %% numerical_gradient
import sys

def numerical_gradient(f, w, h=1e-4):
    sys.exit("done")
# %% descend
def descend(grad, w0, lr, steps):
    raise KeyboardInterrupt
# %% quartic_walk
raise KeyboardInterrupt
# %% deeper_valley
exit()
quit()
sys.exit(3)
