# A float whose arithmetic lies.
# points: 0
# %% numerical_gradient
class Lie(float):
    def __sub__(self, other): return 0.0
    __rsub__ = __add__ = __mul__ = __sub__
    def __abs__(self): return 0.0
    def __lt__(self, other): return True
    def __eq__(self, other): return True
    __hash__ = float.__hash__

def numerical_gradient(f, w, h=1e-4):
    return Lie(12345.0)
# %% article_table
true_final_weight = Lie(1e6)
true_final_loss = Lie(1e6)
lowest_possible_loss = Lie(1e6)
