"""`make bench-explorers`: from key press to painted frame, for every explorer, in JupyterLab.

In one run, beside each other: a slider that does nothing but paint its value, a number that asks
Python and gets it back, each explorer's main slider (its tables are in the browser), each
explorer's number that asks Python, and `interact` with inline matplotlib drawing the same picture.
A number is measured twice: an arrow key pressed again and again, whose next answer the explorer
asks for ahead, and its first press after another number was typed, which Python never heard of.

30 key presses each, in milliseconds, spread evenly over the time from one frame to the next. A
frame counts as painted when a task runs after the frame in which the picture had changed.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
import psutil

from benchmarks.machine import taken_away
from course.explorers import CALLS
from course.explorers.kit.controls import Number
from tests.support.explorers import made
from tests.support.lab_server import browsing, chromium, serving

MOVES = 30
HELD_SECONDS = 3.0
# How fast a held key repeats; most systems take 25 to 33 a second.
REPEATS = 33
# Seconds between two moves.
REST = 0.15
# Its multiples, without their whole part, are spread evenly, however many there are.
GOLDEN = (5**0.5 - 1) / 2

IMPORTS = """import anywidget, ipywidgets
from course import explorers
from course.landscapes import parabola, quartic"""

NOTHING = '''class Nothing(anywidget.AnyWidget):
    _esm = """export default { render({ el }) {
        el.innerHTML = '<input type=range max=60 class=nothing><output>30</output>';
        const [slider, said] = el.children;
        slider.addEventListener("input", () => { said.textContent = slider.value; });
        slider.addEventListener("keydown", (event) => event.stopPropagation());
    } }"""
Nothing()'''

# What any question to Python takes, on its way there and back.
ASKING = '''class Asking(anywidget.AnyWidget):
    _esm = """export default { render({ model, el }) {
        el.innerHTML = '<input type=number value=0><output>0</output>';
        const [number, said] = el.children;
        number.addEventListener("input", () => model.send(number.value));
        number.addEventListener("keydown", (event) => event.stopPropagation());
        model.on("msg:custom", (text) => { said.textContent = text; });
    } }"""
asking = Asking()
asking.on_msg(lambda _, text, buffers: asking.send(text))
asking'''

# The very picture that the page shows without a kernel, made an image as `%matplotlib inline`
# makes every figure one.
INTERACT = """from IPython.core.pylabtools import print_figure
from IPython.display import Image, display
from course.explorers.kit.controls import Slider
same = {call}
slider = next(control for control in same.controls if isinstance(control, Slider))
def show(at):
    picture = same.picture({{slider.name: at}})
    display(Image(print_figure(picture, fmt="png")))
options = [(text, i) for i, text in enumerate(slider.values)]
middle = len(options) // 2
ipywidgets.interact(show, at=ipywidgets.SelectionSlider(options=options, value=middle));"""

# A training with and without `watch_training`, in turn: the seconds from its first gradient to
# its last one, and those that the watching itself took.
WATCHING = """import json, time
import numpy as np
from IPython.display import clear_output
from course import data, explorers, network, optimizers
from course.explorers import training

train, held_back = data.digits()
start = network.random_layers([64, 100, 10], np.random.default_rng(9))
looked = []

def now():
    return np.array([time.perf_counter(), time.thread_time()])

class Timed(network.Gradient):
    times = ()
    def __call__(self, layers, rows):
        first, *_ = *self.times, now()
        slopes = super().__call__(layers, rows)
        self.times = (first, now())
        return slopes

class Watched(training.Watched):
    def after_epoch(self, layers):
        begin = time.perf_counter()
        super().after_epoch(layers)
        looked[-1] += time.perf_counter() - begin

def seconds(run, **more):
    gradient = Timed(train.x, train.y)
    run(gradient, start, optimizers.adam(), lr=0.01, batch_size=32, epochs=400,
        rng=np.random.default_rng(9), **more)
    return gradient.times[1] - gradient.times[0]

training.Watched = Watched
pairs = []
for i in range(PAIRS + 1):
    looked.append(0.0)
    seen = {"validation": (held_back.x, held_back.y)}
    runs = [lambda: seconds(network.train), lambda: seconds(explorers.watch_training, **seen)]
    order = (0, 1) if i % 2 else (1, 0)
    took = {k: runs[k]() for k in order}
    pairs.append((took[0][0], *(took[1] / took[0] - 1), looked[-1] / took[1][0]))
    clear_output()
print(json.dumps(["watching", *np.median(pairs[1:], axis=0).tolist()]))"""
PAIRS = 7

# Frames follow each other as they do while something moves; a change is painted when a task runs
# after the frame that shows it.
WATCH = """() => {
    let watching = null, coming = false, painting = false, pressed = 0, done = null, changes = 0;
    const after = () => {
        if (!painting) return;
        painting = false;
        changes += 1;
        if (done && pressed) { done(performance.now() - pressed); done = null; }
    };
    const frame = () => {
        painting ||= coming;
        coming = false;
        // First of what waits: not behind a message of the kernel's that came meanwhile.
        scheduler.postTask(after, { priority: "user-blocking" });
        requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    window.addEventListener("keydown", (event) => { pressed ||= event.timeStamp; }, true);
    const looks = {
        // Its text is set when the key is pressed; the next frame shows it.
        text(cell) {
            watching = new MutationObserver(() => { coming = true; });
            watching.observe(cell.querySelector("output"), { childList: true });
        },
        // An explorer moves its marks in the frame that shows them.
        drawn(cell) {
            watching = new MutationObserver(() => { painting = true; });
            const where = { subtree: true, attributeFilter: ["d", "transform"] };
            watching.observe(cell.querySelector(".course-explorer-live .ce-panels"), where);
        },
        // A new image is there when it is loaded; the next frame shows it.
        image(cell) {
            cell.addEventListener("load", () => { coming = true; }, true);
        },
    };
    window.bench = {
        aim(cell, what) { watching?.disconnect(); looks[what](cell); },
        // Resolves when a share of the time from a frame to the next has passed.
        arm(share) { pressed = 0;
                     window.measured = new Promise((resolve) => { done = resolve;
                         setTimeout(() => resolve(null), 8000); });
                     return new Promise((resolve) => requestAnimationFrame(
                         () => setTimeout(resolve, (share * 1000) / 60))); },
        count() { return changes; },
    };
}"""


@dataclass(frozen=True)
class Target:
    """Something to press keys on.

    Attributes:
        name: What the table calls it.
        cell: Which cell of the notebook shows it.
        control: Where the key is pressed, as a CSS selector inside the cell.
        look: How a change is seen: "text", "drawn" or "image".
        keys: The two keys pressed in turn.
        kind: "nothing", "asking", "table", "python", "first" or "interact".
    """

    name: str
    cell: int
    control: str
    look: str
    keys: tuple[str, str]
    kind: str


def targets(name: str) -> list[Target]:
    """Return what is measured in the notebook of one explorer, in the order of its cells."""
    across, up = ("ArrowRight", "ArrowLeft"), ("ArrowUp", "ArrowDown")
    live = ".course-explorer-live "
    slider, number = f"{live}input[type=range]", f"{live}input[type=number]"
    return [
        Target("do-nothing slider", 1, "input.nothing", "text", across, "nothing"),
        Target("do-nothing question to Python", 2, "input", "text", up, "asking"),
        Target(name, 3, slider, "drawn", across, "table"),
        *(
            [
                Target(f"{name}, start, key again", 3, number, "drawn", up, "python"),
                Target(f"{name}, start, first press", 3, number, "drawn", up, "first"),
            ]
            if any(isinstance(control, Number) for control in made(name).controls)
            else []
        ),
        Target(f"interact: {name}", 4, ".noUi-handle", "image", across, "interact"),
    ]


def measure(page, target: Target, moves: int) -> tuple[list[float], float]:
    """Return the times of the moves in ms, and the updates a second while a key is held."""
    cell = page.locator(".jp-Notebook .jp-Cell").nth(target.cell)
    control = cell.locator(target.control).first
    control.wait_for()
    control.scroll_into_view_if_needed()
    if target.kind in ("table", "python", "first"):
        # A small rate, far from the slider's ends: every move changes what is drawn.
        slider = cell.locator(".course-explorer-live input[type=range]").first
        slider.press("Home")
        for _ in range(min(4, int(slider.get_attribute("max")) - 5)):
            slider.press("ArrowRight")
        page.wait_for_timeout(500)
    control.focus()
    cell.evaluate("(cell, what) => window.bench.aim(cell, what)", target.look)
    session = page.context.new_cdp_session(page)
    times = []
    # Five to one side, five back; `interact` begins in the middle of a slider that may be short.
    turn = {"interact": 1, "python": moves + 2, "first": moves + 2}.get(target.kind, 5)
    for i in range(moves + 2):
        # The first two warm up.
        key = target.keys[i // turn % 2]
        if target.kind == "first":
            control.fill(elsewhere(control, (i + 1) / (moves + 4)))
            page.wait_for_timeout(300)
        page.evaluate("(share) => window.bench.arm(share)", i * GOLDEN % 1)
        press(session, key)
        # This program rests while the picture changes: it has no processor of its own.
        time.sleep(REST)
        took = page.evaluate("() => window.measured")
        if took is None:
            raise RuntimeError(f"{target.name}: move {i} is never painted")
        if i >= 2:
            times.append(took)
    # A held key would queue up minutes of work behind `interact`, and has one first press.
    once = target.kind in ("interact", "first", "asking")
    rate = 0.0 if once else held(page, session, target)
    session.detach()
    return times, rate


def elsewhere(control, share: float) -> str:
    """Return a number that a box takes, at a share of the way between its lowest and highest."""
    low, high = (float(control.get_attribute(end)) for end in ("min", "max"))
    return str(round(low + share * (high - low), 2 if high - low < 100 else 0))


def press(session, key: str, *, again: bool = False) -> None:
    """Press a key down; `again` while it is held."""
    code = {"ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}[key]
    event = {"key": key, "code": key, "windowsVirtualKeyCode": code, "autoRepeat": again}
    session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **event})


def held(page, session, target: Target) -> float:
    """Return how many new pictures a second are painted while the key is held down."""
    before = page.evaluate("() => window.bench.count()")
    start = time.perf_counter()
    presses = 0
    turn = 30 if target.kind == "python" else 4
    while (now := time.perf_counter() - start) < HELD_SECONDS:
        if now * REPEATS < presses:
            time.sleep(0.001)
            continue
        # First back to where it came from.
        key = target.keys[(presses // turn + 1) % 2]
        press(session, key, again=presses % turn > 0)
        presses += 1
    took = time.perf_counter() - start
    after = page.evaluate("() => window.bench.count()")
    page.wait_for_timeout(1500)
    return (after - before) / took


@click.command()
@click.option(
    "--moves", type=click.IntRange(1), default=MOVES, show_default=True, help="How many of each."
)
@click.option("--watching", "alone", is_flag=True, help="Measure watch_training alone.")
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(list(CALLS)),
    metavar="EXPLORER",
    help="An explorer; all of them if not given.",
)
def main(moves: int, alone: bool, only: tuple[str, ...]) -> None:
    """Print the table, and which claims hold."""
    if chromium(whole=True) is None:
        sys.exit("Error: no Chromium found; install it or set CHROMIUM")
    found, times_nothing = {}, []
    before = psutil.cpu_times()
    with (
        tempfile.TemporaryDirectory() as folder,
        browsing(whole=True) as browser,
        serving(Path(folder)) as lab,
    ):
        if alone or not only:
            watching(browser, lab)
        if alone:
            return
        for name in only or CALLS:
            call = CALLS[name]
            cells = [IMPORTS, NOTHING, ASKING, call, INTERACT.format(call=call)]
            lab.write(f"{name}.ipynb", cells)
            page = browser.new_page(viewport={"width": 1300, "height": 1000})
            lab.open(page, f"{name}.ipynb")
            lab.run_all(page)
            lab.live(page)
            page.locator(".noUi-handle").wait_for()
            page.wait_for_timeout(2000)
            page.evaluate(WATCH)
            for target in targets(name):
                print(f"measuring {target.name} ...", file=sys.stderr)
                times, rate = measure(page, target, moves)
                if target.kind == "nothing":
                    nothing = float(np.median(times))
                if target.kind == "table":
                    times_nothing.append(float(np.median(times)) / nothing)
                # The do-nothing slider is measured beside every explorer, and is one row.
                earlier, best = found.get(target, ([], 0.0))
                found[target] = earlier + times, max(rate, best)
            page.close()
            lab.end_kernels()
    print(taken_away(before, psutil.cpu_times()))
    report(found, times_nothing)


def watching(browser, lab) -> None:
    """Print how much watching slows a training, in percent."""
    print("measuring watch_training ...", file=sys.stderr)
    lab.write("watch.ipynb", [WATCHING.replace("PAIRS", str(PAIRS))])
    page = browser.new_page(viewport={"width": 1300, "height": 1000})
    lab.open(page, "watch.ipynb")
    page.set_default_timeout(600_000)
    lab.run_all(page)
    printed = page.get_by_text('["watching", ').last
    printed.wait_for()
    _, plain, slower, busier, share = json.loads(printed.inner_text())
    print(
        f"watch_training: {PAIRS} pairs of trainings of {plain:.2f} s, with and without it in "
        f"turn: the median pair is slower by {100 * slower:.1f} %, and its thread computes "
        f"{100 * busier:.1f} % longer; looking takes {100 * share:.1f} % of the time"
    )
    page.close()


def at_most(limit: float):
    """Return a limit in words, which of several figures is the worst, and whether it holds."""
    return f"at most {limit:g}", max, lambda figure: figure <= limit


def at_least(limit: float):
    """Return the same for a limit from below."""
    return f"at least {limit:g}", min, lambda figure: figure >= limit


def report(found: dict[Target, tuple[list[float], float]], times_nothing: list[float]) -> None:
    """Print the table and the claims.

    Args:
        found: The times of the moves in ms, and the updates a second.
        times_nothing: What each main slider took, in medians of the do-nothing slider that was
            measured just before it in the same notebook.
    """
    print("| key press to painted frame | median ms | p95 ms | updates/s, key held |")
    print("|---|---|---|---|")
    rows = {}
    for target, (times, rate) in found.items():
        rows[target] = median, p95 = float(np.median(times)), float(np.percentile(times, 95))
        print(f"| {target.name} | {median:.1f} | {p95:.1f} | {f'{rate:.1f}' if rate else '–'} |")
    print()
    print("| claim | limit | worst | holds |")
    print("|---|---|---|---|")
    of = {
        kind: [t for t in rows if t.kind == kind]
        for kind in ("table", "python", "first", "interact")
    }
    pairs = zip(of["interact"], of["table"], strict=True)
    faster = [rows[slow][0] / rows[fast][0] for slow, fast in pairs]
    late = {kind: [rows[t][1] for t in of[kind]] for kind in of}
    claims = [
        ("main slider: median, in medians of the do-nothing slider", times_nothing, at_most(1.4)),
        ("main slider: p95 in ms", late["table"], at_most(33.4)),
        ("asking Python, key again: p95 in ms", late["python"], at_most(50)),
        ("asking Python, first press: p95 in ms", late["first"], at_most(50)),
        ("main slider: times faster than interact", faster, at_least(15)),
        (
            "main slider: updates a second, key held",
            [found[t][1] for t in of["table"]],
            at_least(28),
        ),
    ]
    for text, figures, (limit, worst, holds) in claims:
        if not figures:
            # No explorer of those that were measured asks Python.
            continue
        verdict = "yes" if holds(worst(figures)) else "no"
        print(f"| {text} | {limit} | {worst(figures):.1f} | {verdict} |")


if __name__ == "__main__":
    main()
