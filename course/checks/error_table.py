"""The errors that a beginner meets, and what they mean: two tables, read by `errors`.

A row has the kind of the error, the types of exception, what the message contains, and the words.
In a pattern, `@a` and its like stand for what SHORT says. In the words, `{a}` stands for what the
pattern found, and `{picked}` and its like for a part of the student's line (see errors.PLACES).
The first row that fits is said. Words of None: errors.SPECIAL has a function that finds them.

Words state what the message states. What is guessed from the line is asked.
"""

from __future__ import annotations

import keyword

import numpy as np

SHORT = {
    "@function": r"(?:numpy\.)?(?:function|method|builtin_function_or_method|type|Formula|"
    r"Landscape|ufunc|_ArrayFunctionDispatcher)",
    "@number": r"'(?P<a>(?:numpy\.)?(?:u?int|float|bool|complex)\d*_?)'",
    "@operand": r"unsupported operand type\(s\) for (?P<op>[^\s:]+):",
    "@array": "|".join(name for name in dir(np.ndarray) if name not in dir(list)),
    "@attr": r"object has no attribute '(?P<attr>\w+)'",
    "@f": r"(?P<f>[\w.<>]+)\(\)",
    "@a": r"'?(?P<a>[\w.]+)'?",
    "@b": r"'?(?P<b>[\w.]+)'?",
    "@n": r"(?P<n>-?\d+)",
    "@m": r"(?P<m>-?\d+)",
    "@keyword": "|".join(sorted(set(keyword.kwlist) - {"True", "False", "None", "yield"})),
}
# Messages that say the same in other words, and exceptions of which only the name may be left.
SAME = (
    (r" or pow\(\)", ""),
    (r"'(\S+)' not supported between instances of", r"unsupported operand type(s) for \1:"),
    (r"'(\w+)' is an invalid keyword argument for (\w+\(\))", r"\2 got an unexpected '\1'"),
)
FAMILY = {
    "UFuncTypeError": "TypeError",
    "AxisError": "IndexError",
    "InputError": "ValueError",
    "LinAlgError": "ValueError",
    "StdinNotImplementedError": "EOFError",
    "ModuleNotFoundError": "ImportError",
    "UnboundLocalError": "NameError",
}

NONE = (
    "Something here is None, that is, nothing: look at {%s}. A function without `return` gives "
    "None, and so do `append`, `sort`, `shuffle` and `print`."
)
IN_A_WALK = (
    "The walk that `descend` gives holds its weights in `.weights` and its losses in `.losses`. "
    "Which of the two do you mean of {%s}?"
)
NOT_CALLED = "A function stands where a value is needed. Is it to be called, as in {%s_call}?"
LIST = (
    "`{op}` does not work like this with {a}; with an array it does. Should %s be an array, made "
    "with `np.array(…)`, or do you mean one of its entries?"
)
NO_ENTRIES = (
    "A single number has no entries, so no square brackets can follow it. Is {picked} one number "
    "where you expect several?"
)
HALVES = (
    "(`/` never gives one, `//` of whole numbers does. And `for w in weights` goes through the "
    "entries, `for i in range(len(weights))` through their numbers.)"
)

# fmt: off
ERRORS = (
    ("dots-left", "TypeError AttributeError", r"\bellipsis\b",
     "Three dots `...` still stand for a value here. Put your own answer in their place."),
    *(("none-used", "TypeError AttributeError", pattern, NONE % place) for pattern, place in (
        (r"'NoneType' object (is not subscr|does not support item)", "picked"),
        (r"'NoneType' @attr", "owner"), (r"@operand 'NoneType'", "left"),
        (r"@operand .*NoneType", "right"), (r"'NoneType' object is not callable", "called"),
        (r"'NoneType' object is not iterable", "looped"), (r"iterable NoneType", "unpacked"),
        (r"'NoneType' has no (?P<f>len)|\bNoneType\b", "given"))),
    # Names
    ("unknown-name", "NameError", r"name '(?P<name>\w+)' is not defined", None),
    ("used-before-set", "NameError", r"cannot access (local|free) variable '(?P<name>\w+)'",
     "`{name}` has no value yet when this line needs it. Does it need a first value inside the "
     "function, or did the loop or `if` that sets it never run?"),
    # Entries
    ("index", "IndexError", r"index @n is out of bounds for axis \d+ with size @m", None),
    ("list-does-not-grow", "IndexError", r"assignment index out of range",
     "The list has no such entry yet, and `=` cannot make one. A list grows with `append`."),
    ("index-adds", "IndexError", r"index out of range", None),
    ("index", "IndexError", r"index out of range",
     "There is no entry with this number: counting starts at 0, and `[-1]` is the last one. How "
     "long is {picked}, and does a loop go one step too far?"),
    ("number-has-no-entries", "IndexError", r"is 0-dimensional|invalid index to scalar",
     NO_ENTRIES),
    ("too-many-indices", "IndexError", r"is @n-dimensional, but @m were indexed",
     "The square brackets ask for {m} places, but the array's shape has {n}. Print the shape of "
     "{picked}: is it what you expect?"),
    ("mask", "IndexError", r"boolean index did not .* axis is @n but .* axis is @m",
     "The array of True and False has the size {m}, but what it picks from has the size {n}."),
    ("index-whole", "IndexError", r"only integers, slices|must be of integer",
     "Entries are picked by whole numbers: `[2]`, not `[2.0]` and not a text. " + HALVES),
    ("axis-for-number", "TypeError IndexError", r"as an int|integer argument expected|only "
     r"integer scalar arrays|^axis -?\d+ is out of bounds for array of dimension 0", None),
    ("axis", "IndexError", r"axis @n is out of bounds for array of dimension @m",
     "There is no `axis={n}`: they are counted from 0, and this array has {m}."),
    ("empty", "IndexError ValueError", r"from (an )?empty|an empty (seq|array)|argument is empty"
     r"|zero-size array", "The list or array here is empty, so nothing can be picked from it or "
     "compared. Should something have got into it before?"),
    ("key", "KeyError", r"^(?!.*empty)(?P<key>[^`\n]{1,40})$",
     "Nothing is stored under {key}. Print {picked}: which keys are there, how are they spelt?"),
    # What stands behind a dot
    ("no-such-function", "AttributeError", r"`np\.(?P<attr>\w+)` was removed.*(?P<new>np\.\w+)",
     "`np.{attr}` is from an older NumPy; today it is `{new}`."),
    ("no-such-function", "AttributeError", r"module '(?P<module>[\w.]+)' has no attribute "
     r"'(?P<attr>\w+)'", None),
    ("np-overwritten", "AttributeError", r"@a @attr", None),
    ("length", "AttributeError", r"attribute '(?P<attr>len|length)'",
     "`len(…)` gives the number of entries: put {owner} in its brackets."),
    ("list-is-no-array", "AttributeError", r"'(?P<a>list|tuple)' object has no attribute "
     r"'(?P<attr>@array)'", "{a} has no `.{attr}`, an array has. Should {owner} be made an array, "
     "with `np.array(…)`?"),
    ("method-replaced", "AttributeError", r"@a object attribute '(?P<attr>\w+)' is read-only",
     "`.{attr}` of {a} is a function, and `=` cannot give it a value. Call it: "
     "`.{attr}(…)` behind {owner}."),
    ("other-does-not-append", "AttributeError", r"'(?P<a>dict)' object has no attribute "
     r"'(?P<attr>append|add)'",
     "{a} has no `.{attr}`: `losses[lr] = …` stores something under the key `lr`."),
    ("other-does-not-append", "AttributeError", r"'(?P<a>set)' object has no attribute 'append'",
     "{a} has no `.append`. Square brackets make a list, which has it; braces make a set."),
    ("array-does-not-grow", "AttributeError", r"ndarray' object has no attribute "
     r"'(?P<attr>append|extend|insert|pop)'", "An array has no `.{attr}`: it keeps its size. "
     "Collect the values in a list, and make it an array at the end."),
    ("no-attribute", "AttributeError", r"\b(?P<of>Landscape|Generator|Path)' @attr", None),
    ("function-not-called", "AttributeError", r"'@function' @attr",
     "A function has no `.{attr}`. Do you mean its result, as in {owner_call}?"),
    ("of-numpy", "AttributeError", r"'(?P<a>[\w.]+)' @attr", None),
    ("no-attribute", "AttributeError", r"^@a @attr",
     "{a} has no `.{attr}`. Is it spelt right, and is {owner} what you expect?"),
    # Round and square brackets
    ("overwritten", "TypeError", r"@a object is not callable", None),
    ("module-called", "TypeError", r"'module' object is not callable",
     "A module is no function: after {called} come a dot and the name of a function, as in "
     "`np.array(…)`."),
    ("not-a-function", "TypeError", r"\bGenerator' object is not callable",
     "{called} is no function: after it come a dot and the name of one, as in "
     "`rng.permutation(n)`."),
    ("not-a-function", "TypeError", r"@number object is not callable",
     "A number is called like a function: look at {called}. Is a `*` missing before the bracket, "
     "or did a number get the name of the function?"),
    ("not-a-function", "TypeError", r"@a object is not callable",
     "{a} is called like a function: look at {called}. Do you mean an entry, with square "
     "brackets, or did something else get the name of the function?"),
    ("square-brackets-call", "TypeError", r"@function' object is not subscr|^type .* not subscr",
     "Square brackets stand behind a function: look at {function}. Round ones call it."),
    ("kind-for-value", "TypeError", r"(?P<name>list|dict|tuple|set)\[.*(?<=\]) is not a generic",
     "`{name}[…]` makes nothing that has entries. Look where {picked} gets its value: "
     "`{name}(…)` has round brackets."),
    ("kind-for-value", "TypeError", r"^descriptor '(?P<attr>\w+)' for '(?P<name>list|dict|set)' "
     r"|^unbound method (?P<name_>list|dict|set)\.(?P<attr_>\w+)", None),
    ("number-has-no-entries", "TypeError", r"@number object (is not subscr|does not support item)",
     NO_ENTRIES),
    ("fixed-entries", "TypeError", r"@a object does(n't| not) support item",
     "The entries of {a} cannot be changed. Should {picked} be a list or an array?"),
    ("no-entries", "TypeError", r"\bPath' object is not subscr", IN_A_WALK % "picked"),
    ("no-entries", "TypeError", r"@a object is not subscr",
     "No square brackets can follow {a}. Is {picked} what you expect? (After `map`, `zip` and "
     "the like, `list(…)` comes first.)"),
    ("list-two-indices", "TypeError", r"indices must be .* not '?tuple",
     "In a list of lists write `w[0][1]`; `w[0, 1]` works with an array only."),
    ("index-name", "TypeError", r"(?P<a>list|tuple|range|str)(ing)? indices must be .* not '?str",
     "The entries of {a} have numbers, not names. Is {picked} the dictionary that you expect?"),
    ("index-whole", "TypeError", r"(list|tuple|string|range) indices must be int",
     "Entries are picked by whole numbers: `[2]`, not `[2.0]`. " + HALVES),
    # Signs between what they cannot join
    ("power", "TypeError", r"for \^=?:|'bitwise_xor' not supported",
     "In Python `^` is no power: write `w**2` for w squared."),
    ("comparison-brackets", "TypeError", r"for [&|]=?:|'bitwise_(and|or)' not supported",
     "Each comparison that `&` or `|` joins needs brackets of its own: `(w > 0) & (w < 1)`."),
    ("function-not-called", "TypeError", r"@operand .* and '@function'", NOT_CALLED % "right"),
    ("function-not-called", "TypeError", r"@operand '@function'", NOT_CALLED % "left"),
    ("function-not-called", "TypeError", r"'@function' object is not iter", NOT_CALLED % "looped"),
    ("function-not-called", "TypeError", r"non-iterable @function", NOT_CALLED % "unpacked"),
    ("function-not-called", "TypeError", r"(of type|to|must be.*not|unary \S+|abs\(\):) "
     r"'?@function\b|'@function' object cannot be|type @function doesn't", NOT_CALLED % "given"),
    ("text-and-number", "TypeError", r"concatenate str|@operand ('str'|.* and 'str')|StrDType|<U\d"
     r"|not str$|type str doesn't|operand type for .*'str'|expected str instance",
     "Something here is a text, such as `'2'`, where a number is needed (or the other way round). "
     "Numbers are written without quotes; in `print(…)` a comma separates texts from numbers."),
    ("complex", "TypeError", r"@operand .*'complex'|not '?complex",
     "A complex number came up: `** 0.5` of a number below zero gives one. Print the number under "
     "the root: may it be negative?"),
    ("list-plus", "TypeError", r"can only concatenate (?P<a>list|tuple) \(not \"@b\"\)",
     "Here `+` would put {a} and {b} together, which does not work. `append` adds an entry to a "
     "list; to calculate with the entries, make it an array with `np.array(…)`."),
    ("list-arithmetic", "TypeError", r"@operand '(?P<a>list|tuple)'", LIST % "{left}"),
    ("list-arithmetic", "TypeError", r"@operand .* and '(?P<a>list|tuple)'", LIST % "{right}"),
    ("list-arithmetic", "TypeError", r"operand type for (unary )?(?P<op>-|\+|abs).* '(?P<a>list|"
     r"tuple)'", LIST % "it"),
    ("list-times", "TypeError", r"can't multiply sequence",
     "A list, a tuple or a text stands beside `*`, and Python does not multiply its entries. An "
     "array does that, made with `np.array(…)`: is it {times}?"),
    ("operands", "TypeError", r"@operand @a and @b",
     "`{op}` does not work between {a} and {b}. Print {left} and {right}: are they what you "
     "expect?"),
    # Calls
    ("array-brackets", "TypeError", r"Cannot interpret '-?[\d.]+' as a data type|"
     r"^array\(\) takes from",
     "Several numbers go into brackets of their own: `np.array([1, 2])`, `np.zeros((6, 2))`."),
    ("array-brackets", "TypeError", r"^(?P<name>(column_|[hvd])?stack)\(\) takes .* given",
     "Arrays that are put together go into brackets of their own: `np.{name}([a, b])`."),
    ("argument-missing", "TypeError", r"@f missing \d+ required .*arguments?: (?P<what>.+)",
     "{f} is called without {what}. Which values does it need, and in which order?"),
    ("argument-missing", "TypeError", r"@f missing required argument",
     "{f} is called with too few values. Which does it need?"),
    ("argument-unknown", "TypeError", r"^(?P<attr>sum|min|max|round)\(\) got an unexpected .*"
     r"'(axis|keepdims|dtype|decimals)'|^(?P<attr_>any|all)\(\) takes no keyword", None),
    ("argument-unknown", "TypeError", r"@f takes no keyword arguments",
     "{f} takes no values with a name, such as `axis=0`. Does a bracket close too late?"),
    ("argument-unknown", "TypeError", r"@f got an unexpected .*?'(?P<name>\w+)'",
     "{f} has no argument with the name `{name}`. How is it spelt where the function is defined?"),
    ("argument-twice", "TypeError", r"@f got multiple values for argument '(?P<name>\w+)'",
     "{f} is given its argument `{name}` twice: by its place and by its name."),
    ("argument-count", "TypeError", r"return arrays must be of ArrayType",
     "A function of NumPy is given one value too many. Is a sign such as `*` or `-` meant in "
     "place of a comma?"),
    # Where a method is called, the numbers in the message count one more than the student does.
    ("argument-count", "TypeError", r"@f takes (?P<n>(exactly|at (least|most)) \w+) "
     r"(positional )?arguments? \(@m given\)",
     "{f} is called with too few or too many values: it takes {n}, but is given {m}."),
    ("argument-count", "TypeError", r"\.__call__\(\) takes @n positional .* but @m w", None),
    ("argument-count", "TypeError", r"(?<!>)\.\w+\(\) takes|\w expected (at |\d)|takes "
     r"(exactly|at) ", "A function is called with too few or too many values. How many does it "
     "need?"),
    ("argument-count", "TypeError", r"@f takes (?P<n>.+?) positional arg.* but @m w",
     "{f} takes {n} in its round brackets, but is given {m}. Which values does it need?"),
    # One where several are needed, and the other way round
    ("no-loop", "TypeError", r"is not (a container or )?iterable|over a 0-d|must be an iterable",
     "Several entries are needed here, but there is one thing only: look at {looped}. (To repeat "
     "something write `for step in range(n)`; `append` adds one entry to a list.)"),
    ("unpack", "TypeError", r"cannot unpack non-iterable @a",
     "Several names wait for values, but there comes only {a}. What does {unpacked} give?"),
    ("unpack", "ValueError", r"too many values to unpack \(expected @n",
     "There are more values than names for them ({n}). Print {unpacked}: how many are there?"),
    ("unpack", "ValueError", r"not enough values to unpack \(expected (at least )?@n",
     "There are fewer values than names for them ({n}). Print {unpacked}: how many are there?"),
    ("no-length", "TypeError", r"\bPath' has no len", IN_A_WALK % "given"),
    ("no-length", "TypeError", r"^(?=.*(?P<f>len)\(\)).*(has no|of unsized)",
     "One thing, such as a number, has no length. Is {given} what you expect?"),
    ("array-for-whole", "TypeError", r"only integer scalar arrays|'(list|str|tuple|dict)' object "
     r"cannot be interpreted as an int", "One whole number is needed here, but there is a list, "
     "an array or a text. Do you mean its length, `len(…)`, or one of its entries?"),
    ("whole-number", "TypeError", r"float\d*' object cannot be interpreted as an int|slice indices"
     r" must|^integer argument expected|single integer, got '[-\d.]+'",
     "A whole number is needed here, and `6 / 2` is 3.0. `//` of whole numbers gives one, and so "
     "does `int(…)`."),
    ("one-number", "TypeError", r"only (length-1|0-dim|size-1)|must be real number, not \w"
     r"|argument must be .*, not '\w|doesn't define __round__",
     "One single number is needed here. Does {given} hold several? Then take one of its entries, "
     "or the function of NumPy, which takes arrays (`np.sqrt`, `np.round`)."),
    ("format", "TypeError ValueError", r"format string passed to|Unknown format|Invalid format",
     "What follows the colon in the braces does not fit what is printed: `:.3f` is for one "
     "number. Is it a text, a list or an array?"),
    ("unhashable", "TypeError", r"unhashable type: @a",
     "{a} cannot be a key of a dictionary or be in a set. Use a number, a text or a tuple."),
    ("one-place", "ValueError", r"setting an array element with a sequence\.$",
     "One place of an array takes one number, but here are several. Do you mean one of them, or a "
     "place for all?"),
    ("ragged", "ValueError", r"inhomogeneous", None),
    ("ragged", "ValueError", r"inhomogeneous", "An array needs rows of one length, or numbers "
     "only. Print what you put into it: are all its parts alike?"),
    # Shapes. Where a function of the course calculates, no line of the student's has the sign.
    ("shapes-given", "ValueError", r"^(?P<what>layers\b.*?) do not fit together: ",
     "Here {what} do not fit together. Print the shape of each W: a layer takes as many numbers "
     "as the one before it gives. Are there as many layers as you expect?"),
    ("shapes-given", "ValueError", r"^(?P<what>.*?) do not fit together: ",
     "Here {what} do not fit together: which shape is not what you expect?"),
    ("shapes-matmul", "ValueError", r"matmul: .*\(size @n is different from @m\)",
     "For `@` the last number of the left shape must be the first of the right one; here they are "
     "{m} and {n}. Print the shapes of {left} and {right}: does another order fit, or `.T`?"),
    ("shapes-matmul", "ValueError", r"shapes (?P<s>\S+) and (?P<t>\S+) not aligned",
     "The last number of the left shape must be the first of the right one: {s} and {t} do not "
     "fit. Does another order fit, or one of them with `.T`?"),
    ("function-not-called", "ValueError", r"matmul: .* does not have enough dimensions", None),
    ("matmul-number", "ValueError", r"matmul: .* does not have enough dimensions",
     "`@` needs an array on both sides, but on one side is a single number. Is `*` meant, or did "
     "you expect an array there?"),
    ("shapes-solve", "ValueError", r"^solve1?: |Incompatible dimensions", "The two arrays do not "
     "fit: the second needs as many rows as the first. Print both shapes."),
    ("shapes-into", "ValueError", r"(input array from|output operand with) shape (?P<s>\(.*?\)) "
     r".*shape (?P<t>\(.*?\))", "The array on one side of `=` has the shape {s}, the other {t}: "
     "one does not fit into the other. Which of the two do you expect?"),
    ("shapes-add", "ValueError", r"not be broadcast together with shapes (?P<s>\(.*\))",
     "Arrays with the shapes {s} do not fit together entry by entry. Print the shapes of what "
     "stands in this line: which is not what you expect?"),
    ("shapes-add", "ValueError", r"broadcast", "The shapes of these arrays do not fit together "
     "entry by entry. Print them: which is not what you expect?"),
    ("shapes-join", "ValueError", r"all the input array|all input arrays must|zero-dim.* concat",
     "Arrays that are put together must fit. Print the shape of each one."),
    ("shapes-refill", "ValueError", r"cannot reshape array of size @n into shape (?P<s>\(.*\))",
     "The array has {n} entries, and they do not fill the shape {s}."),
    ("not-square", "ValueError", r"must be square|must be at least two-dim",
     "This needs a square array, with as many rows as columns. Print its shape. (For more rows "
     "than columns there is `np.linalg.lstsq`.)"),
    ("singular", "ValueError", r"Singular matrix", "There is no single solution: the columns of "
     "the array depend on each other. Is one the same as another, or zero everywhere?"),
    # Values that do not work
    ("truth-of-array", "ValueError", r"truth value of an array", None),
    ("truth-of-array", "ValueError", r"truth value of an array",
     "A condition needs one True or False, but an array gives one for each entry. Do you mean one "
     "entry, all of them (`np.all(…)`) or any of them (`np.any(…)`)? To pick the entries for "
     "which it is true, put the comparison into square brackets instead: `x[x > 0]`."),
    ("decimal-comma", "ValueError", r"'(?P<n>\d+),(?P<m>\d\d?|\d{4,})'",
     "Python writes a decimal number with a point: `{n}.{m}`."),
    ("text-no-number", "ValueError", r"(to float|for int\(\) .*): (np.str_\()?'(?P<text>.*)'",
     "The text '{text}' cannot be read as a number here. (`float('2.5')` can be, but `int('2.5')` "
     "reads whole numbers only.)"),
    ("nan", "ValueError", r"float NaN to int", "A value is NaN (not a number) here. Where did it "
     "come from: from 0/0, or from inf − inf?"),
    ("math-domain", "ValueError", r"math domain error|^expected a .*(input|in range)",
     "The function of `math` has no value there: a root needs a number that is not below zero, a "
     "logarithm one above zero. Print {given}."),
    ("not-in-list", "ValueError", r"not in list", "The list has no such entry. Print it."),
    ("draw", "ValueError", r"larger (sample )?than (the )?population", "More are drawn than there "
     "are, and none is put back. How many do you need?"),
    ("no-result", "ValueError", r"did not converge|not contain infs",
     "NumPy finds no result. Is there a NaN or an infinite value in the array?"),
    ("read-only", "ValueError", r"is read-only",
     "This array cannot be changed. Work on a copy, made with `.copy()`."),
    ("whole-power", "ValueError", r"to negative integer powers",
     "Whole numbers of NumPy have no negative powers. Write the exponent with a point: `-1.0`."),
    ("whole-array", "TypeError", r"Cannot cast ufunc .* from dtype\('float\d+'\) to dtype\('u?int",
     "This array holds whole numbers, and no others fit in. Begin with `1.0` in place of `1`, or "
     "write `w = w - …` in place of `w -= …`."),
    ("not-numbers", "TypeError", r"not supported for the input types|loop of ufunc does not supp",
     "NumPy cannot calculate with something in there, such as None, a text or a list. Print "
     "{given}: what is it?"),
    ("small-whole", "OverflowError", r"Python integer @n out of bounds for (?P<kind>\w+)",
     "{n} does not fit into whole numbers of the kind `{kind}`."),
    ("overflow", "OverflowError", r"", "A number grew too large for Python: does a walk run away? "
     "Look at its rate and at the sign of the step; where it is meant to run away, "
     "`except OverflowError` catches this."),
    ("division-by-zero", "ZeroDivisionError", r"",
     "Something is divided by zero here: look at {divisor}. When is it zero?"),
    # Everything else
    ("endless-calls", "RecursionError", r"", "A function calls itself, perhaps by way of another "
     "one, without an end or more often than Python allows. Which function did you mean to call, "
     "and where does it stop? For very many steps, take a loop."),
    ("memory", "MemoryError", r"",
     "There is not enough memory for this. How large is the list or the array that you make?"),
    ("file", "FileNotFoundError", r"",
     "There is no such file. Is its name spelt right, and is it in the notebook's folder?"),
    ("import", "ImportError", r"No module named '(?P<module>[\w.]+)'", None),
    ("import", "ImportError", r"cannot import name '(?P<name>\w+)' from '(?P<module>[\w.]+)'",
     "`{module}` has no `{name}`. Is the name spelt right?"),
    ("assert", "AssertionError", r"",
     "An `assert` demands something that is not so. Print the values that it compares."),
    ("input", "EOFError", r"reading a line|input", "`input` waits for someone to type, which "
     "nobody does in a check. What your function needs stands in its arguments."),
    ("next", "StopIteration", r"", "`next(…)` asks for one more, but there is no more."),
    ("exit", "SystemExit", r"",
     "`exit()` or `quit()` ends all of Python. A function ends with `return`."),
    ("interrupted", "KeyboardInterrupt", r"",
     "It was interrupted. Does a loop in it come to its end?"),
    ("not-written", "NotImplementedError", r"^$",
     "The line `raise NotImplementedError` is still there. Delete it when you write your answer."),
)

# For a text that is no Python: the kind, what the message and what the line contains, the words.
UNREADABLE = (
    "Python cannot read this line. Look at it and at the end of the line above: is a bracket, a "
    "quote, a comma or a sign missing, or the `#` of a comment?"
)
EQUALS = "`=` gives a value to a name. Whether two are equal is asked with `==`."
OWN_WORD = "`{word}` is a word of Python's own and cannot be a name. Choose another one."
TIMES = "Between a number and a name stands a sign, as in `{n} * {x}`."
SYNTAX = (
    ("pasted-mark", r"", r"^\s*(>>>|\.\.\. |(In|Out) ?\[\d*\]:|```)",
     "It begins with a mark of the page it was copied from, which is no Python: delete the mark."),
    ("else-if", r"expected ':'|invalid syntax", r"^\s*(else\s*if|elsif|elif\s+if)\b",
     "In Python `else if` is one word: `elif`."),
    ("else-alone", r"expected ':'", r"^\s*else\b[^:]",
     "`else` has no condition of its own, and its `:` follows at once. With one it is `elif`."),
    ("words", r"invalid syntax", r"^(?=(\W*\b\w+\b){4})\s*(?!(@keyword)\b)[A-Za-z][^()=\[\]]* "
     r"(the|of|this|that|my|to|are|it)\b[^()=\[\]:]*$",
     "These are words for people. A line of them begins with `#`."),
    ("words", r"invalid syntax", r"^\s*(?!(?i:@keyword)\b)[A-Z][a-z]+( [A-Za-z]+)+[.:!?]?$",
     "These are words for people. A line of them begins with `#`."),
    ("declared", r"invalid syntax", r"^\s*(?P<word>int|float|double|let|var|const|auto)\s+"
     r"[A-Za-z_]\w*\s*=(?!=)", "No `{word}` stands before a name in Python: `w = 3`."),
    ("two-in-a-line", r"invalid syntax", r"^(?!.*\blambda\b)\s*\w+\s*=(?!=)"
     r"[^=()\[\]]*(\([^()=]*\)[^=()\[\]]*)*(?<=[\w)'])(, *| +)\w+\s*=(?!=)",
     "Each `name = …` stands on a line of its own."),
    ("for-in", r"invalid syntax|assign", r"^\s*(?i:for)\b(?!.*\sin\b)",
     "A loop begins with `for`, a name, `in` and what it goes through, as in "
     "`for step in range(n):`."),
    ("for-in", r"invalid syntax", r"\bfor\s+\w+\s*(if\b|[<>=!])",
     "After `for` come a name, `in` and what it goes through, and an `if` after that, as in "
     "`[w for w in weights if w > 0]`."),
    ("name-with-spaces", r"expected '\('|invalid syntax", r"^\s*def\s+(?P<name>[A-Za-z_]\w*"
     r"([ -]+\w+)+)\s*\(", None),
    ("name-with-spaces", r"invalid syntax|assign", r"^\s*(?!(@keyword)\b)(?P<name>[A-Za-z_]\w*"
     r"([ -][A-Za-z_]\w*)+)\s*=(?!=)", None),
    ("own-word", r"^(?!unmatched)", r"(?<!\.)\b(?P<word>@keyword)\s*(=(?!=)|,|\))", OWN_WORD),
    ("own-word", r"", r"\b(?:def|for)\s+(?!in\b)(?P<word>@keyword)\b", OWN_WORD),
    ("own-word", r"", r"\b(?P<word>lambda)\s*([-+*/%@<>][^:]*)?$", OWN_WORD),
    ("own-word", r"cannot assign to (?P<word>True|False|None)", r"", OWN_WORD),
    ("then", r"", r"^\s*(if|elif|while)\b.*\b(?P<word>then|do)\s*:?$",
     "Python has no `{word}`: the `:` alone ends this line."),
    ("colon", r"expected ':'", r"", "A `:` is missing: the head of a `def`, `for`, `while`, `if` "
     "or `else` ends with one."),
    ("colon", r"invalid syntax", r"^\s*(else|try|finally)$", "A `:` is missing at its end."),
    ("brackets-of-def", r"expected '\('", r"", "After the name of a function come round brackets, "
     "even with nothing in them, and a colon: `def f():`."),
    ("text-not-closed", r"unterminated triple", r"", "A text that begins with three quotes does "
     "not end. Where should its last three quotes stand?"),
    ("text-not-closed", r"unterminated", r"", "A text begins here and does not end on this line. "
     "Is its last quote missing, or not the same sign as its first?"),
    ("f-string", r"f-string", r"", "In a text with an `f` before it, each `{{` needs a `}}`, with "
     "something to print between them."),
    ("bracket", r"'(?P<sign>[(\[{])' was never closed", r"",
     "The bracket `{sign}` that opens here is never closed."),
    ("bracket", r"unmatched '(?P<sign>.)'", r"", "The bracket `{sign}` closes nothing. Is it one "
     "too many, or is one missing before it?"),
    ("bracket", r"closing \w+ '(?P<sign>.)' does not match opening \w+ '(?P<s>.)'", r"",
     "A bracket that opens with `{s}` cannot close with `{sign}`. Is one missing between them?"),
    ("decimal-comma", r"leading zeros", r"(?P<n>\d+),(?P<m>0\d+)",
     "Is this one decimal number? Python writes it with a point: `{n}.{m}`."),
    ("leading-zero", r"leading zeros", r"", "A whole number does not begin with a 0."),
    ("pasted-sign", r"invalid decimal", r"\d[eE](?P<sign>[−–—‒‐‑])", None),
    ("times-missing", r"invalid decimal", r"(?<![\w.])(?P<n>\d+(\.\d+)?)(?!e[-+]?\d|j\b|x[\da-f])"
     r"(?P<x>[A-Za-z]\w*)", TIMES + " (And a name cannot begin with a digit.)"),
    ("times-missing", r"invalid syntax", r"(?<![\w.])(?P<n>\d+(\.\d+)?) +"
     r"(?!(@keyword|then|do|to|[xX])\b)(?P<x>[A-Za-z]\w*)", TIMES),
    ("indent-missing", r"expected an indented block", r"", "What belongs to a line that ends with "
     "`:` begins four spaces further right. (A comment is not enough; `pass` fills the place.)"),
    ("indent", r"unexpected indent", r"", "It begins further right than the line above, without "
     "need. Take the spaces away, or is a line that ends with `:` missing above?"),
    ("indent", r"unindent does not match", r"", "It begins between two levels. Give it as many "
     "spaces as the lines that it belongs to."),
    ("tabs", r"tabs and spaces", r"", "Tabs and spaces are mixed where lines begin. Use spaces "
     "only, four for each level."),
    ("pasted-sign", r"invalid character '(?P<sign>.)'", r"", None),
    ("pasted-sign", r"invalid non-printable", r"", "It holds an invisible sign, which was copied. "
     "Delete the line and type it yourself."),
    ("times-letter", r"invalid syntax", r"(\d|[)\]]|(?<!\w)(?!(@keyword)\b)[A-Za-z_]\w*)"
     r" +[xX] +[\w(]",
     "Python does not know `x` as a sign. Times is a star: `2 * w`."),
    ("divided", r"invalid syntax|expected ':'", r"^(?!.*(\b(lambda|if|else|for|while|def)\b|"
     r"[\[{])).*[\w)] : [\w(]", "Is `:` meant for divided by? In Python that is `/`."),
    ("divided", r"line continuation", r"[\w)] *\\ *[\w(]",
     "Is the sign `\\` meant for divided by? In Python that is `/`."),
    ("print-brackets", r"Missing paren\w+ in call to 'print'", r"",
     "`print` needs round brackets: `print(w)`."),
    ("outside", r"'(?P<word>return|yield|await)' outside", r"", "This `{word}` stands outside a "
     "function. Does it begin as far right as the rest of the function?"),
    ("outside", r"'(?P<word>break|continue)' (outside|not)", r"", "This `{word}` stands outside "
     "a loop. Does it begin as far right as the rest of the loop?"),
    ("square-entries", r"invalid syntax", r"^(?!.*\b(def|lambda)\b).*\w\([^()=\[\]{]*:[^()]*\)",
     "Round brackets call a function. Entries are picked with square ones, as in `w[1:]`."),
    ("round-call", r"invalid syntax", r"\w\[\s*\w+\s*=(?![=>])",
     "Square brackets pick entries. A function is called with round ones, as in "
     "`w.mean(axis=0)`."),
    ("dot-before-bracket", r"invalid syntax", r"\w\.\s*[(\[]",
     "A dot stands before a bracket. No dot is needed there: `f(w)`."),
    ("def-word", r"invalid syntax", r"^\s*(function|func|fun|define|sub|void)\s+\w+\s*\(",
     "A function begins with `def`, as in `def f(w):`."),
    ("switch", r"invalid syntax", r"^\s*(switch|select)\b", "Python has no `switch`: write `if`, "
     "`elif` and `else`, with `==` to compare."),
    ("decimal-comma", r"", r"^\s*def\b.*=\s*(?P<n>\d+),(?P<m>\d+)",
     "Is this one decimal number? Python writes it with a point: `{n}.{m}`."),
    ("names-of-def", r"invalid syntax|expected", r"^\s*def\s+\w+\s*\([^)]*;",
     "In the brackets of a `def`, a comma stands between two names."),
    ("names-of-def", r"invalid syntax", r"^\s*def\s+\w+\s*\([^)=]*\b\w+ +\w",
     "In the brackets of a `def`, a comma stands between two names."),
    ("names-of-def", r"invalid syntax", r"^\s*def\s+\w+\s*\((\s*\w+\s*(=[^,(\[]*)?,)*\s*"
     r"(\w+\s*[-+*/(.\[]|\d|'')", "In the brackets of a "
     "`def` stand names only, as in `def f(grad, w):`. What they stand for comes with the call."),
    ("else-without-if", r"invalid syntax", r"^\s*(?P<word>else|elif|except|finally)\b.*:$",
     "This `{word}` belongs to nothing. Does it begin as far left as the line that it belongs to, "
     "and is nothing between them that begins there, too?"),
    ("else-in-line", r"expected 'else'", r"",
     "An `if` within a line needs an `else`, as in `w if w > 0 else 0`."),
    ("foreign-sign", r"invalid syntax", r"(?P<sign>\+\+|--(?=\s*[;)]?$)|===|=<|=>|<>|&&|\|\||"
     r"(?<=[\s(])!(?!=))", None),
    ("equals", r"invalid syntax|assign", r"^\s*(if|elif|while)\b[^(]*[^=<>!:(]=(?!=)", EQUALS),
    ("equals", r"'==' or|perhaps you meant \"==\"", r"", EQUALS),
    ("def-missing", r"assign to function call", r"^\s*(?P<fun>[A-Za-z_]\w*)\((?P<x>\w+)\)\s*=",
     "A function is made with `def`: `def {fun}({x}):`, with `return` in the line below. An entry "
     "is set with square brackets: `{fun}[{x}] = …`."),
    ("def-missing", r"assign to function call", r"^\s*(?P<fun>[A-Za-z_]\w*)\((?P<x>[-+\w, =.]*)\)"
     r"\s*=(?!=)",
     "A function is made with `def`: `def {fun}({x}):`, with `return` in the line below."),
    ("dictionary", r"assign|invalid syntax", r"[{,]\s*''\s*=(?!=)",
     "In a dictionary `:` stands between a key and what is stored there: `{{'w': 3.0}}`."),
    ("left-of-equals", r"cannot assign|illegal expression", r"", "On the left of `=` stands a "
     "name; what is calculated stands on the right. (`==` asks whether two are equal.)"),
    ("comma", r"forgot a comma", r"", "Two values stand side by side within brackets. Is a comma "
     "or a sign such as `*` missing between them, or does a bracket close too late?"),
    ("order", r"positional argument follows", r"",
     "Where a function is called, values with a name, such as `lr=0.1`, come last."),
    ("order", r"without a default|non-default", r"",
     "In the brackets of a `def`, names with a value, such as `h=1e-5`, come last."),
    ("twice", r"(repeated: |duplicate argument ')(?P<word>\w+)", r"",
     "`{word}` stands twice in the same brackets."),
    ("except-missing", r"expected 'except'", r"",
     "A `try` needs an `except`, which begins as far left as the `try`."),
    ("misspelt-word", r"invalid syntax", r"^\s*(?!(@keyword)\b)(?P<word>[a-zA-Z]{2,4}) +\w+ +in\b",
     "`{word}` is no word of Python. Do you mean `for`?"),
    ("misspelt-word", r"invalid syntax", r"^\s*(?P<word>[A-Za-z]{3,})\s+[\w(]", None),
    ("side-by-side", r"invalid syntax", r"(\)|(?<!\w)(?!(@keyword)\b)[A-Za-z_]\w*) +"
     r"((?!(@keyword)\b)[A-Za-z_]\w*|\d)", "Two values stand side by side. A sign such as `*` or "
     "a comma is missing between them, or the quotes around a text."),
    ("unfinished", r"invalid syntax", r"^\s*\w+\s*=\s*(?P<sign>[-+*/%@]{1,2})$",
     "It ends with a sign after which something must follow. (A text stands in quotes: "
     '`"{sign}"`.)'),
    ("percent", r"invalid syntax", r"=\s*(?P<part>\d+(\.\d+)?)\s*%$",
     "`%` is no percent sign in Python: it asks for a remainder. Divide by 100: `{part} / 100`."),
    ("unfinished", r"invalid syntax", r"[-+*/%@=<>]$",
     "It ends with a sign after which something must follow."),
    ("bracket", r"invalid syntax", r"^(?P<line>.*[()\[\]{}].*)$", None),
)
SIGNS = {
    "`-`": "−–—‒‐‑", "`*`": "×·∗⋅", "`/`": "÷∕", '`"`': "“”„«»", "`'`": "‘’‚´", "`<=`": "≤",
    "`>=`": "≥", "`!=`": "≠", "`**2`": "²", "`**3`": "³", "`...`": "…", "`np.sqrt(…)`": "√",
    "`->`": "→", "`0.5`": "½", "`,`": "，", "`(`": "（", "`)`": "）", "`:`": "：", "`=`": "＝",
}
FOREIGN = {
    "++": "`w += 1`", "--": "`w -= 1`", "===": "`==`", "=<": "`<=`", "=>": "`>=`", "<>": "`!=`",
    "&&": "`and`", "||": "`or`", "!": "`not`",
}
NOUNS = {
    "int": "a whole number", "float": "a number", "bool": "True or False", "str": "a text",
    "complex": "a complex number", "list": "a list", "tuple": "a tuple", "dict": "a dictionary",
    "set": "a set", "ndarray": "an array", "NoneType": "None", "module": "a module",
    "Generator": "a generator of random numbers",
    **dict.fromkeys(("function", "method", "builtin_function_or_method", "ufunc", "type",
                     "Formula", "Landscape", "_ArrayFunctionDispatcher"), "a function"),
}
# Names that are often missing: every first cell has these, NumPy has these, these are modules.
FIRST_CELL = frozenset({"np", "check", "predict", "reveal", "figures", "descent"})
# How a formula writes what a program calls otherwise.
WRITTEN = {
    "α": "lr", "β": "beta", "γ": "gamma", "ε": "eps", "η": "lr", "θ": "theta", "μ": "mu",
    "π": "np.pi", "ρ": "rho", "σ": "sigma", "ln": "np.log", "infinity": "np.inf",
}
# What NumPy has under another name, or not at all; and how a generator calls what `np.random` has.
NOT_IN_NUMPY = {
    "ln": "the natural logarithm is `np.log`", "logarithm": "it is called `np.log`",
    "exponential": "it is called `np.exp`", "sine": "it is called `np.sin`",
    "cosine": "it is called `np.cos`", "root": "the square root is `np.sqrt`",
    "squareroot": "it is called `np.sqrt`", "square_root": "it is called `np.sqrt`",
    "relu": "`np.maximum(0, z)` is one", "sigmoid": "write its formula with `np.exp`",
    "softmax": "write its formula with `np.exp`",
}
OF_GENERATOR = {"rand": "random", "randn": "standard_normal", "randint": "integers"}
OF_LINALG = frozenset({"inv", "lstsq", "norm", "solve"})
OF_RANDOM = frozenset({"default_rng", "permutation", "normal", "randn", "standard_normal"})
OF_NUMPY = frozenset({
    "sqrt", "exp", "log", "sin", "cos", "tan", "arccos", "degrees", "pi", "inf", "nan", "square",
    "array", "zeros", "ones", "arange", "linspace", "column_stack", "mean", "average", "median",
    "std", "dot", "diff", "where", "clip", "cumsum", "argmin", "argmax", "isfinite", "isnan",
    "ceil", "floor", "linalg",
})  # fmt: skip
TO_IMPORT = frozenset({"math", "random", "copy", "itertools", "functools", "time", "numpy"})
