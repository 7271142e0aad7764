# Exceptions whose text, type and arguments misbehave.
# points: 0
# %% numerical_gradient
class Evil(BaseException):
    def __str__(self): raise SystemExit
    __repr__ = __str__
    @property
    def args(self): raise RuntimeError

def numerical_gradient(f, w, h=1e-4):
    raise Evil
# %% descend
def descend(grad, w0, lr, steps):
    raise type("TimedOut" * 40, (Exception,), {"__module__": "course.checks.deadline"})("x" * 10**6)
# %% quartic_walk
def quartic_walk(start):
    raise UnicodeDecodeError("utf-8", b"x", 0, 1, "no")
# %% article_table
def __getattr__(name): raise SystemExit
class Property:
    def __array__(self): raise SystemExit
    def __len__(self): raise KeyboardInterrupt
true_final_weight = Property()
true_final_loss = Property
lowest_possible_loss = "\ud800"
