"""A submission runs as it ran for the student: set-up lines, streams, files, states, waiting."""

import pytest
from jupyter_client.manager import start_new_kernel

from grading import sample_class
from grading.answers import kept
from grading.exam import examiner
from grading.isolation.guest.confine import Limits
from grading.isolation.sandbox import Died, Sandbox, what_is_missing
from tests.support.class_of_one import LESSON, SMALL, data, filled, graded, lesson, total
from tests.support.first_lines import lines

pytestmark = pytest.mark.skipif(bool(what_is_missing()), reason=what_is_missing() or "isolated")
FULL = sample_class.possible(LESSON)
RIGHT = sample_class.answers("full_marks", LESSON)
WALK = """
def descend(grad, w0, lr, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]))
    return path
"""
# What works in a kernel and not here, and why that may stay so.
KNOWN = {
    "a, *rest = !echo": "no program runs, so there is no first line",
    "import asyncio; loop = asyncio.get_running_loop()": "a cell is no coroutine here",
    "import asyncio; asyncio.create_task(asyncio.sleep(0))": "a cell is no coroutine here",
}


def with_mark(number, line):
    """Return a cell that shows whether it went on after its line."""
    alone = line.startswith("%%") or line.endswith("  ")
    return line.strip() if alone else f"{line}\nmark_{number} = 1"


def in_a_kernel(cells, folder):
    """Return which cells end without an error in a real kernel."""
    manager, client = start_new_kernel(kernel_name="python3", cwd=str(folder))
    try:
        fine = []
        for cell in cells:
            sent = client.execute(cell, allow_stdin=False)
            while True:
                reply = client.get_shell_msg(timeout=60)
                if reply["parent_header"].get("msg_id") == sent:
                    break
            fine.append(reply["content"]["status"] == "ok")
        return fine
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def in_isolation(cells):
    """Return why each cell stops in the isolation, None where it does not."""
    with Sandbox(lesson().modules, Limits(cell=20.0, notebook=300.0)) as sandbox:
        session, found = sandbox.open(), []
        for cell in cells:
            try:
                found.append(session.ask({"op": "cell", "source": cell, "quiet": False}, 20.0))
            except Died as error:
                found.append({"error": str(error)})
                session = sandbox.open()
        session.close()
    return [one["error"] for one in found]


def test_a_first_line_that_works_in_a_kernel_works_here(tmp_path):
    all_lines = lines()
    assert len(all_lines) >= 300
    cells = [with_mark(number, line) for number, line in enumerate(all_lines)]
    fine = in_a_kernel(cells, tmp_path)
    assert sum(fine) >= 450, "most of them do work"
    errors = in_isolation(cells)
    stricter = {
        line: error
        for line, ok, error in zip(all_lines, fine, errors, strict=True)
        if ok and error is not None and line not in KNOWN
    }
    assert stricter == {}


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(lesson().modules, SMALL) as held:
        yield held


CASES = {
    "matplotlib inline above an import": {
        "before": "%matplotlib inline\nimport math",
        "descend": WALK.replace("[w0]", "[math.fabs(1) * w0]"),
    },
    "shell lines": {"descend": f"!pip install -q numpy\nfiles = !ls\nassert files == []\n{WALK}"},
    "a program in an answer": {
        "descend": "import subprocess, sys\n"
        f"subprocess.check_call([sys.executable, '-m', 'pip', 'install', 'numpy'])\n{WALK}"
    },
    "a window": {"descend": f"import matplotlib\nmatplotlib.use('TkAgg')\n{WALK}"},
    "a window of Qt": {
        "descend": f"import matplotlib.pyplot as plt\nplt.plot([1])\nplt.switch_backend('QtAgg')\n"
        f"plt.plot([2])\nplt.show()\n{WALK}"
    },
    "a window by a setting": {
        "descend": "import matplotlib as mpl\nmpl.rcParams['backend'] = 'TkAgg'\n"
        f"import matplotlib.pyplot as plt\nplt.plot([1])\nplt.show()\n{WALK}"
    },
    "help": {"descend": f"help(np.mean)\n{WALK}"},
    "the encoding": {"descend": f"import sys\nassert sys.stdout.encoding == 'UTF-8'\n{WALK}"},
    "an extension that is not here": {"descend": f"%load_ext nb_black\n{WALK}"},
    "a magic that is not here": {"descend": f"%%memit\n{WALK}"},
    "a question mark": {"descend": f"np.mean?\n{WALK}"},
    "a library that is not here": {
        "before": "import seaborn as sns\nfrom google.colab import drive\n"
        "drive.mount('/content/drive')\nsns.set_theme(style='dark')",
        "descend": "import pandas as pd, torch.nn as nn\nnet = nn.Linear(2, 1)\n"
        "table = pd.DataFrame({'w': [1.0]})\ntable['step'] = table['w'].diff()\n"
        f"with pd.option_context('display.precision', 3):\n    print(table)\n{WALK}",
    },
    "a file that was chosen in a page that is not here": {
        "descend": "from google.colab import files\nchosen = files.upload()\n"
        "for name in chosen.keys():\n    print(name, len(chosen[name]))\n"
        f"found = 'walk.csv' in chosen, [*chosen]\n{WALK}",
    },
    "files that are not here": {
        "descend": "import os\nos.chdir('/content/drive/MyDrive')\n"
        "data = open('/content/drive/MyDrive/data.csv').read()\nfirst = data.split()[0]\n"
        "table = np.loadtxt('/content/x.txt'); rows = len(table)\n"
        f"with open('C:/x.txt') as file:\n    text = file.read()\n{WALK}",
    },
    "a folder that is not here to save in": {
        "descend": "import os\nimport matplotlib.pyplot as plt\n"
        "os.makedirs('/content/out', exist_ok=True)\nplt.plot([1])\n"
        f"plt.savefig(\n    '/content/out/walk.png',\n)\nplt.savefig('figures/walk.png')\n{WALK}",
    },
    "an address that is not here": {
        "descend": "from urllib.request import urlopen\n"
        f"page = urlopen('http://127.0.0.1:9/').read()\n{WALK}",
    },
    "a question to a person": {"descend": f"\n\nmany = int(input('How many? '))\n{WALK}"},
    "all is forgotten above": {"descend": f"%reset -f\n{WALK.replace('[w0]', '[np.add(w0, 0)]')}"},
    "all is forgotten below": {"descend": f"{WALK}\n%reset -f"},
    "an answer is forgotten": {"descend": f"{WALK}\n%reset_selective -f descend"},
    "a built-in's name is given back": {
        "before": "range = 3\nlist = [1]",
        "descend": f"%reset -f\n{WALK}",
    },
    "a stop for a debugger": {
        "descend": "breakpoint()\nimport pdb; pdb.set_trace()\n"
        "from IPython.core.debugger import set_trace; set_trace()\n"
        + WALK.replace("    return", "    breakpoint()\n    return"),
    },
    "a bar of progress that is not here": {
        "descend": "from tqdm.notebook import tqdm, trange\n"
        + WALK.replace("in range(steps)", "in tqdm(range(steps), desc='walk')"),
    },
    "a decorator that is not here": {
        "descend": f"import numba\nfrom numba import njit\n{WALK}"
        "descend = numba.jit(njit(descend))\ndescend = njit(parallel=True)(descend)",
    },
    "another NumPy that is not here": {"before": "import jax.numpy as np"},
    "the kernel": {"descend": f"get_ipython().kernel.do_nothing(1)\n{WALK}"},
    "a stream that was kept": {
        "descend": WALK.replace("steps)", "steps, out=sys.stdout)", 1)
        .replace("    return", "    print('done', file=out)\n    return")
        .replace("\ndef", "import sys\nprint('begun')\n\n\ndef", 1)
    },
    "no streams": {
        "before": "import sys\nsys.stdout = sys.stderr = None\nprint('unseen')",
        "descend": f"print('unseen')\n{WALK}",
    },
    "another type by a built-in's name": {
        "before": "import builtins\nimport numpy as np\nbuiltins.float = np.float64",
    },
    "a module written by a cell": {
        "before": "%%writefile gd_helper.py\ndef step(w, g, lr):\n    return w - lr * g\n",
        "descend": "from gd_helper import step\n"
        + WALK.replace("path[-1] - lr * grad(path[-1])", "step(path[-1], grad(path[-1]), lr)"),
    },
    "__main__": {"descend": f"from __main__ import after_twenty as shown\n{WALK}"},
    "sys.modules": {
        "descend": f"import sys\nshown = sys.modules['__main__'].after_twenty\n{WALK}",
    },
    "a function's name": {
        "numerical_gradient": "def numerical_gradient(f, w, h=1e-4):\n"
        "    print(f.__name__, f.__code__.co_argcount)\n"
        "    return (f(w + h) - f(w - h)) / (2 * h)"
    },
    "an iterator": {
        "descend": "from itertools import accumulate\ndef descend(grad, w0, lr, steps):\n"
        "    return accumulate(range(steps), lambda w, _: w - lr * grad(w), initial=w0)"
    },
    "a class with places and a length": {
        "descend": "class Walk:\n"
        "    def __init__(self, path):\n        self.path = path\n"
        "    def __len__(self):\n        return len(self.path)\n"
        "    def __getitem__(self, step):\n        return self.path[step]\n\n"
        + WALK.replace("return path", "return Walk(path)"),
    },
    "an array of the standard library": {
        "descend": "from array import array\n" + WALK.replace("[w0]", "array('d', [w0])"),
    },
    "exact numbers": {
        "article_table": "from decimal import Decimal\nfrom fractions import Fraction\n"
        "true_final_weight = 4 - 5 * Fraction(4, 5) ** 20\n"
        "true_final_loss = Decimal(2) + (5 * Decimal('0.8') ** 20) ** 2\n"
        "lowest_possible_loss = Fraction(2)",
    },
    "exact numbers in a list": {
        "descend": "from fractions import Fraction\n"
        + WALK.replace("return path", "return [Fraction(float(w)) for w in path]"),
    },
    "an animation": {
        "descend": f"{WALK}\nimport time\nfor _ in range(20):\n    time.sleep(0.5)",
    },
    "an animation with asyncio": {
        "descend": f"{WALK}\nimport asyncio\nfor _ in range(20):\n    await asyncio.sleep(0.5)",
    },
    "an animation with a picture": {
        "before": "import matplotlib.pyplot as plt\nimport numpy as np",
        "descend": WALK.replace(
            "    path = [w0]", "    path = [w0]\n    plt.plot(path)\n    plt.pause(60)"
        ),
    },
    "a click that never comes": {
        "before": "import matplotlib.pyplot as plt\nimport numpy as np",
        "descend": WALK.replace("    path = [w0]", "    plt.ginput(1)\n    path = [w0]"),
    },
    "a definition above a loop without an end": {"descend": f"{WALK}\nwhile True: pass"},
    "a definition above what waits for ever": {
        "descend": f"{WALK}\nimport threading\nthreading.Event().wait()",
    },
    "a definition above the end of the process": {"descend": f"{WALK}\nimport os\nos._exit(0)"},
    "errors and warnings are raised, and caught": {
        "before": "import warnings\nimport numpy as np\n"
        "warnings.simplefilter('error')\nnp.seterr(divide='raise')",
        "descend": WALK.replace(
            "    path = [w0]",
            "    try:\n        np.float64(1.0) / np.float64(0.0)\n        return []\n"
            "    except FloatingPointError:\n        path = [w0]\n"
            "    import warnings\n    try:\n        warnings.warn('slow')\n        return []\n"
            "    except UserWarning:\n        pass",
        ),
    },
    "errors and warnings are raised, and not caught": {
        "before": "import warnings\nimport numpy as np\n"
        "warnings.simplefilter('error')\nnp.seterr(all='raise')",
        "descend": WALK.replace(
            "    path = [w0]",
            "    import warnings\n    warnings.warn('slow')\n    np.float64(1e308) * 10\n"
            "    path = [w0]",
        ),
    },
}


@pytest.mark.parametrize("case", CASES)
def test_right_work_earns_all_points(case, sandbox):
    result = graded(filled(RIGHT | CASES[case]), sandbox)
    assert total(result) == FULL, result.notes


def test_what_did_nothing_is_said(sandbox):
    result = graded(filled(RIGHT | {"descend": f"!pip install numpy\n{WALK}"}), sandbox)
    assert any("pip install numpy" in note for note in result.notes)
    assert "does nothing while a notebook is graded" in str(result.notebook.cells)
    for line in ("matplotlib inline", "matplotlib widget", "config InlineBackend.dpi = 99"):
        result = graded(filled(RIGHT | {"descend": f"%{line}\n{WALK}"}), sandbox)
        assert result.notes == []


def test_an_answer_that_needs_what_is_not_here_stops_with_its_name(sandbox):
    answer = "import nobodys_walks as nw\n\n\ndef descend(grad, w0, lr, steps):\n    "
    for needs in ("return nw.walk(grad, w0, lr, steps)", "return nw.Walk(grad).all[:steps]"):
        result = graded(filled(RIGHT | {"descend": answer + needs}), sandbox)
        assert total(result) < FULL
        told = [one for one in result.found if one.exercise == "descend"]
        assert "nobodys_walks" in told[0].hint, told[0]
        assert any("import nobodys_walks as nw" in note for note in result.notes)


def test_a_file_that_is_not_here_is_named(sandbox):
    line = "data = open('/content/data.csv').read()"
    result = graded(filled(RIGHT | {"descend": f"{line}\n{WALK}"}), sandbox)
    (note,) = result.notes
    assert note.endswith(f"without other programs, files or a network: {line}")
    assert "No such file or directory" in str(result.notebook.cells)


def test_a_value_from_a_file_that_is_not_here_is_wrong_and_says_why(sandbox):
    answer = RIGHT["article_table"].replace("2.0", "float(open('/content/lowest').read())\nx = 1")
    result = graded(filled(RIGHT | {"article_table": answer}), sandbox)
    assert total(result) < FULL
    told = [one for one in result.found if one.exercise == "article_table"]
    assert "FileNotFoundError" in told[0].behaviour or "no such file" in told[0].hint.lower(), told
    assert any("/content/lowest" in note for note in result.notes)


@pytest.mark.parametrize(
    "cell",
    [
        # A function is what would be passed over; nothing stands below.
        "if open('/x'):\n    def descend(grad, w0, lr, steps):\n        return [w0]\nx = 1",
        "descend = open('/x').read()",
    ],
)
def test_a_file_that_stops_a_cell_is_an_error_all_the_same(cell, sandbox):
    result = graded(filled(RIGHT | {"descend": cell}), sandbox)
    (note,) = result.notes
    assert "FileNotFoundError" in note


def test_lines_keep_their_numbers_below_a_file_that_is_not_here(sandbox):
    answer = f"\nx = open(\n    '/content/x'\n)\n\nnothing_of_this_name\n{WALK}"
    result = graded(filled(RIGHT | {"descend": answer}), sandbox)
    assert any("stopped in line 5, NameError" in note for note in result.notes), result.notes


def test_a_line_that_may_fail_is_left_to_the_student(sandbox):
    answer = "try:\n    import nobodys_walks\nexcept ImportError:\n    fine = True\nassert fine\n"
    result = graded(filled(RIGHT | {"descend": answer + WALK}), sandbox)
    assert total(result) == FULL
    assert result.notes == []


def test_files_beside_the_notebook_are_there(sandbox):
    answer = (
        "from gd_helper import step\nassert open('data/x.csv').read() == '1'\n"
        + WALK.replace("path[-1] - lr * grad(path[-1])", "step(path[-1], grad(path[-1]), lr)")
    )
    files = {
        "gd_helper.py": b"def step(w, g, lr):\n    return w - lr * g\n",
        "data/x.csv": b"1",
        "../outside": b"x",
        "/etc/outside": b"x",
    }
    notebook = filled(
        RIGHT | {"descend": answer, "before": "import os\nassert not os.path.exists('/outside')"}
    )
    result = examiner.grade(data(notebook), lesson(), sandbox, files)
    assert total(result) == FULL, result.notes


def test_a_stopped_answer_says_where(sandbox):
    answers = RIGHT | {"descend": "steps_ = 3\nnothing_of_this_name\n" + WALK}
    result = graded(filled(answers), sandbox)
    states = {one.exercise: one.state for one in result.found}
    assert states["descend"] == "stopped"
    (note,) = [note for note in result.notes if note.startswith("descend: ")]
    assert "line 2" in note
    assert "NameError" in note


def test_a_cell_that_waits_is_stopped_from_inside(sandbox):
    session = sandbox.open()
    cell = "kept = 1\nimport threading\nthreading.Event().wait()"
    answer = session.ask({"op": "cell", "source": cell, "quiet": True}, 1.0)
    assert answer["timed_out"]
    assert answer["stuck"]
    assert session.ask({"op": "get", "name": "kept"}, 1.0)["value"] == 1
    session.close()


def test_an_iterator_is_looked_at_by_both_checks(sandbox):
    """The second would find it empty, and turn a right answer away."""
    name, exercise = "06_mini_batches", "find_the_floor"
    (answer,) = (code for dress, code in kept("right", exercise) if dress == "an iterator")
    result = graded(filled({exercise: answer}, name), sandbox, name)
    found = [one for one in result.found if one.exercise == exercise]
    assert [one.state for one in found] == ["right", "right"]
