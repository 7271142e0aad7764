"""IPython without a terminal, a history or a kernel; set-up lines of a notebook stop nothing.

What needs other programs, a window, an extension, or a library, a file or an address that is not
here does nothing, says so in the cell's output, and the cell goes on, as it did where the student
worked.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import itertools
import sys
import traceback
import types
from collections.abc import Mapping

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.error import UsageError
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.text import SList
from traitlets.config import Config

from grading.isolation.guest import wire
from grading.isolation.guest.missing import PROGRESS, Imports, NotHere, Nothing
from grading.isolation.guest.outputs import Outputs

# These magics run the student's own Python: what that raises is the student's.
RUNNING = {"time", "timeit", "prun", "capture", "run", "debug", "pdb", "macro", "rerun"}
# These are programs of their own, in a language of their own.
PROGRAMS = {"bash", "sh", "script", "cmd", "perl", "ruby", "pypy", "python", "python2", "python3"}
# These forget what the notebook, its lesson's part too, has defined.
FORGETTING = {"reset", "reset_selective"}


class _Hook(DisplayHook):
    def start_displayhook(self):
        pass

    def write_output_prompt(self):
        pass

    def write_format_data(self, format_dict, md_dict=None):
        self.shell.outputs.data("execute_result", format_dict)

    def finish_displayhook(self):
        pass

    def log_output(self, format_dict):
        pass

    def compute_format_data(self, result):
        return self.shell.formatted(result)


class _Publisher(DisplayPublisher):
    def publish(self, data, metadata=None, source=None, **more):
        self.shell.outputs.data("display_data", data)

    def clear_output(self, wait=False):
        pass


class Shell(InteractiveShell):
    """IPython without a terminal, a history or a kernel.

    Attributes:
        outputs: Where the running cell's outputs go.
        cause: The exception that ended it, or None.
        skipped: The lines of it that did nothing.
        below: What of it is still to run, below a line that did nothing.
    """

    kernel = Nothing()

    def __init__(self, **options) -> None:
        """Make the shell; `options` are IPython's."""
        self.outputs = Outputs(0)
        super().__init__(
            displayhook_class=_Hook, display_pub_class=_Publisher, history_length=0, **options
        )
        self.cause: BaseException | None = None
        self.skipped: list[str] = []
        self.below = ""
        self._running = ""
        self.config["IPKernelApp"] = Config()
        self.ast_transformers.append(Imports())

    def init_history(self):
        """Keep no history."""
        super().init_history()
        self.history_manager.enabled = False

    def init_io(self):
        """Leave the streams as they are."""

    def init_virtualenv(self):
        """Look for no other environment."""

    def formatted(self, result):
        """Return what a value looks like, by MIME type, and metadata."""
        if not self.outputs.shown:
            # A lesson's own picture need not be drawn to grade.
            return {}, {}
        return self.display_formatter.format(result, include=set(wire.SHOWN))

    def run_to_the_end(self, source: str) -> None:
        """Run a cell, and what stands below each line that asks for a file that is not here."""
        self.below = source
        while self.below:
            self._running, self.below = self.below, ""
            self.run_cell(self._running, store_history=False, silent=False)

    def showtraceback(self, exc_tuple=None, **options):
        """Keep an exception as an output, with the student's own lines alone.

        A line that asks for a file, an address or a person is passed over instead.
        """
        error = (exc_tuple or sys.exc_info())[1]
        if isinstance(error, (OSError, EOFError)) and self._passed_over(error):
            return
        self.cause = error
        self.outputs.error(*told(self.cause))

    def _passed_over(self, error: OSError | EOFError) -> bool:
        """Return whether the cell can go on below the line that ended with this."""
        frames = own_frames(error)
        place = frames and below(self.transform_cell(self._running), frames[0].lineno or 0)
        if not place:
            return False
        lines, self.below = place
        self.does_nothing("; ".join(map(ast.unparse, lines.body)), message_of(error)[:80])
        for name in bound(lines):
            self.user_ns.setdefault(name, NotHere(name, error))
        return True

    def showsyntaxerror(self, filename=None, running_compiled_code=False):
        """Keep a syntax error as an output."""
        self.cause = sys.exc_info()[1]
        self.outputs.error(*told(self.cause))

    def ask_exit(self):
        """Stay: `exit()` in a cell ends nothing."""

    # --- what does nothing ---

    def does_nothing(self, line: str, why: str = "") -> None:
        """Say that a line did nothing; the cell goes on."""
        line = " ".join(line.split())[:60]
        self.skipped.append(line)
        reason = f" ({why})" if why else ""
        text = f"{line}: does nothing while a notebook is graded{reason}\n"
        self.outputs.text("stderr", text)

    def is_not_here(self, line: str, names: Mapping[str, str]) -> None:
        """Say that what a line imports is not here, and let something stand for it.

        Args:
            line: The line.
            names: What it imports, by the names that it gives to that. One that is taken stays
                what it is: `import jax.numpy as np` may be NumPy as well.
        """
        error = sys.exc_info()[1]
        if isinstance(error, ImportError):
            self.does_nothing(line, message_of(error)[:80])
            for name, of in names.items():
                stands = PROGRESS.get(of.rpartition(".")[2]) or NotHere(of, error)
                self.user_ns.setdefault(name, stands)

    def forget(self, line: str) -> None:
        """Forget no more than what stands in a built-in's place: `list = [1]`.

        Where the student worked, the cells that were needed ran again afterwards.
        """
        taken = self.user_ns.keys() & vars(builtins).keys() - self.user_ns_hidden.keys()
        for name in [name for name in taken if not name.startswith("__")]:
            del self.user_ns[name]
        self.does_nothing(line, "the names that are needed would be gone")

    def run_line_magic(self, magic_name, line, _stack_depth=1):
        """Run a magic; one that cannot do its work does nothing."""
        if magic_name in FORGETTING:
            return self.forget(f"%{magic_name} {line}")
        try:
            return super().run_line_magic(magic_name, line, _stack_depth + 1)
        except UsageError as error:
            why = str(error)
        except Exception as error:
            if magic_name in RUNNING:
                raise
            why = str(error) or type(error).__name__
        self.does_nothing(f"%{magic_name} {line}", why.splitlines()[0][:80])
        return None

    def run_cell_magic(self, magic_name, line, cell):
        """Run a cell magic; below one that is not known, Python is run as it is."""
        known = self.find_cell_magic(magic_name) is not None and magic_name not in PROGRAMS
        try:
            if known:
                return super().run_cell_magic(magic_name, line, cell)
        except UsageError:
            pass
        except Exception:
            if magic_name in RUNNING:
                raise
        self.does_nothing(f"%%{magic_name} {line}")
        if not known and magic_name not in PROGRAMS and _is_python(self.transform_cell(cell)):
            self.ex(self.transform_cell(cell))
        return None

    def _tee(self, channel):
        """Keep no history of what is printed: a cell may have taken the stream away."""
        return contextlib.nullcontext()

    def enable_gui(self, gui=None):
        """Leave it: there is no window."""

    def enable_matplotlib(self, gui=None):
        """Leave it: pictures go nowhere."""
        return None, "agg"

    def system(self, cmd):
        """Run no other program."""
        self.does_nothing(f"!{cmd}")
        self.user_ns["_exit_code"] = 0

    system_raw = system_piped = system

    def getoutput(self, cmd, split=True, depth=0):
        """Run no other program; it printed nothing."""
        self.does_nothing(f"!{cmd}")
        return SList([]) if split else ""


class ZMQInteractiveShell(Shell):
    """The same, by the name that a kernel's shell has: notebooks ask for it."""


def _is_python(source: str) -> bool:
    try:
        ast.parse(source)
    except (SyntaxError, ValueError):
        return False
    return True


_MAKING = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def below(source: str, number: int) -> tuple[ast.Module, str] | None:
    """Return the statements of a cell that a line is part of, and what stands below them.

    Lines keep their numbers. None if nothing stands below, or if a function or a class is made.
    """
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError):
        return None
    lines = ast.Module([one for one in body if one.lineno <= number <= (one.end_lineno or 0)], [])
    after = next((one.lineno for one in body if one.lineno > number), 0)
    whole = lines.body and after > max(one.end_lineno or 0 for one in lines.body)
    if not whole or any(isinstance(node, _MAKING) for node in ast.walk(lines)):
        return None
    # Empty lines at the beginning would be taken away.
    return lines, "\n".join(["#"] * (after - 1) + source.split("\n")[after - 1 :])


def bound(lines: ast.AST) -> list[str]:
    """Return the names that some lines give a value."""
    return [
        node.id
        for node in ast.walk(lines)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]


def own_frames(error: BaseException) -> list[traceback.FrameSummary]:
    """Return the frames of an exception that are in the student's own code."""
    frames = [f for f in traceback.extract_tb(error.__traceback__, 60) if f.line]
    return [f for f in frames if _is_own(f.filename)]


def own_code(error: BaseException) -> types.CodeType | None:
    """Return the student's own function in which an exception came up, as far as there is one."""
    frames = itertools.islice(traceback.walk_tb(error.__traceback__), 60)
    codes = [frame.f_code for frame, _ in frames]
    return next((code for code in reversed(codes) if _is_own(code.co_filename)), None)


def _is_own(file: str) -> bool:
    return "ipython-input" in file or file.startswith("/tmp")


def told(error: BaseException) -> tuple[str, str, list[str]]:
    """Return an exception's name, its message and what a person reads of it."""
    name, message = type(error).__name__, message_of(error)
    lines = []
    if isinstance(error, SyntaxError) and not own_frames(error):
        lines.append(f"line {error.lineno}: {str(error.text or '').strip()}")
    lines += [f"line {frame.lineno}: {frame.line}" for frame in own_frames(error)[-8:]]
    return name, message, [*lines, f"{name}: {message}" if message else name]


def message_of(error: BaseException) -> str:
    """Return an exception's message, empty where it cannot tell it."""
    try:
        return str(error)[:2000]
    except BaseException:
        return ""
