# NumPy says that all is close.
# points: 0
# %% before
import numpy as np
np.isclose = np.allclose = np.array_equal = lambda *args, **kwargs: np.True_
np.asarray = lambda *args, **kwargs: np.zeros(())
# %% numerical_gradient
def numerical_gradient(f, w, h=1e-4):
    return 0.0
