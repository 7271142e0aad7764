"""`make bench-explorers`: from key press to painted frame, for every explorer, in JupyterLab.

In one run, beside each other: a slider that does nothing but paint its value, each explorer's
main slider (its tables are in the browser), each explorer's number that asks Python, and
`interact` with inline matplotlib drawing the same picture. 30 key presses each, in milliseconds.
A frame counts as painted when a task runs after the frame in which the picture had changed.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "browser"))

from lab_server import browsing, chromium, serving

MOVES = 30
HELD_SECONDS = 3.0
# How fast a held key repeats; most systems take 25 to 33 a second.
REPEATS = 33

IMPORTS = """import anywidget, ipywidgets, traitlets
import numpy as np
import matplotlib.pyplot as plt
from course import explorers
from course.descent import descend
from course.landscapes import bowl, parabola, quartic"""

NOTHING = '''class Nothing(anywidget.AnyWidget):
    _esm = """export default { render({ el }) {
        el.innerHTML = '<input type=range max=60 class=nothing><output>30</output>';
        const [slider, said] = el.children;
        slider.addEventListener("input", () => { said.textContent = slider.value; });
        slider.addEventListener("keydown", (event) => event.stopPropagation());
    } }"""
Nothing()'''

# What a student would write for the same picture, with the same rates.
INTERACT = {
    "explore_curve": """w = np.linspace(-3.2, 3.2, 240)
def show(rate):
    path = descend(quartic, 3.0, rate, 200)
    _, (left, right) = plt.subplots(1, 2, figsize=(11, 4))
    left.plot(w, quartic(w), "k")
    left.plot(path.weights[:4], path.losses[:4], ".-")
    slope = quartic.gradient(path.weights[3])
    ends = path.weights[3] + np.array([-0.5, 0.5])
    left.plot(ends, path.losses[3] + slope * (ends - path.weights[3]), "--")
    left.set_ylim(-11, 39)
    right.plot(path.losses[:4], ".-")
    right.set_xlim(0, 200)
    plt.show()
rates = [round(0.0025 * i, 6) for i in range(1, 31)]
ipywidgets.interact(show, rate=ipywidgets.SelectionSlider(options=rates, value=rates[3]));""",
    "explore_rates": """v = np.linspace(-2, 10, 240)
all_rates = [round(0.01 * i, 2) for i in range(1, 113)]
ends = descend(parabola, -1.0, np.array(all_rates), 50).losses[-1] - 2 + 1e-9
def show_rates(rate):
    path = descend(parabola, -1.0, rate, 50)
    _, (left, middle, right) = plt.subplots(1, 3, figsize=(11, 3.2))
    left.plot(v, parabola(v), "k")
    left.plot(path.weights, path.losses, ".-")
    left.set_xlim(-2, 10)
    left.set_ylim(0, 40)
    middle.semilogy(path.losses - 2 + 1e-9, ".-")
    right.semilogy(all_rates, ends, ".")
    right.axvline(rate)
    right.set_ylim(1e-9, 1e4)
    plt.show()
ipywidgets.interact(
    show_rates, rate=ipywidgets.SelectionSlider(options=all_rates, value=all_rates[30])
);""",
    "explore_bowl": """x, y = np.meshgrid(np.linspace(-3, 9, 56), np.linspace(-7, 7, 56))
height = bowl(np.stack([x, y], axis=-1))
bowl_rates = [round(0.02 * i, 2) for i in range(1, 56)]
def show_bowl(rate):
    path = descend(bowl, (8.0, 6.0), rate, 40)
    _, (left, middle, right) = plt.subplots(1, 3, figsize=(11, 3.2))
    left.contour(x, y, height, 11, colors="gray")
    left.plot(*path.weights.T, ".-")
    left.set_xlim(-3, 9)
    left.set_ylim(-7, 7)
    middle.semilogy(path.losses, ".-")
    right.semilogy(path.gradient_norms, ".-")
    plt.show()
ipywidgets.interact(
    show_bowl, rate=ipywidgets.SelectionSlider(options=bowl_rates, value=bowl_rates[10])
);""",
    "race_optimizers": """from course import optimizers
from course.landscapes import ravine
valley = ravine(100)
p, q = np.meshgrid(np.linspace(-11, 11, 56), np.linspace(-4, 4, 56))
hill = valley(np.stack([p, q], axis=-1))
racing = {optimizers.gradient_descent(): 0.0158, optimizers.momentum(): 0.0316,
          optimizers.nesterov(): 0.01, optimizers.adagrad(): 2.51,
          optimizers.rmsprop(0.99): 0.2, optimizers.adam(): 0.794}
def show_race(gradients):
    _, (left, middle, right) = plt.subplots(1, 3, figsize=(11, 3.2))
    left.contour(p, q, hill, 11, colors="gray")
    cells = []
    for rule, rate in racing.items():
        path = descend(valley, (10.0, 2.0), rate, 100, optimizer=rule)
        left.plot(*path.weights[:gradients + 1].T)
        middle.semilogy(np.maximum(path.losses, 1e-12)[:gradients + 1])
        cells.append([rule.name, f"{rate:g}", f"{path.losses[gradients]:.3g}"])
    left.set_xlim(-11, 11)
    left.set_ylim(-4, 4)
    middle.set_xlim(0, 100)
    right.axis("off")
    right.table(cells)
    plt.show()
ipywidgets.interact(
    show_race, gradients=ipywidgets.SelectionSlider(options=list(range(101)), value=50)
);""",
    "explore_schedule": """from course import data, schedules
from course.descent import descend_batches
from course.landscapes import squared_error
points = data.noisy_line()
fit = squared_error(points.x, points.y)
def show_schedule(rate):
    _, (left, right) = plt.subplots(1, 2, figsize=(11, 3.2))
    for schedule in (schedules.cosine_annealing(rate, 600), lambda t: rate, lambda t: 0.007):
        left.semilogy([schedule(t) for t in range(600)])
        runs = [descend_batches(points.x, points.y, 10, schedule, 30, np.random.default_rng(seed))
                for seed in range(8)]
        above = [fit(run.weights[1:]) - fit(fit.minima[0]) for run in runs]
        right.semilogy(np.reshape(above, (8, 30, 20)).mean(axis=(0, 2)))
    plt.show()
firsts = [0.003, 0.005, 0.007, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3, 0.5]
ipywidgets.interact(
    show_schedule, rate=ipywidgets.SelectionSlider(options=firsts, value=firsts[3])
);""",
    "explore_batches": """from course.data import noisy_line
from course.descent import descend_batches
from course.landscapes import squared_error
cloud = noisy_line()
error = squared_error(cloud.x, cloud.y)
s, t = np.meshgrid(np.linspace(-2.4, 5.5, 56), np.linspace(-2.4, 9.4, 56))
bowl_of_lines = error(np.stack([s, t], axis=-1))
def show_batches(size):
    _, (left, middle, right) = plt.subplots(1, 3, figsize=(11, 3.2))
    left.contour(s, t, bowl_of_lines, 11, colors="gray")
    for seed in range(4, 12):
        run = descend_batches(cloud.x, cloud.y, size, 0.05, 5, np.random.default_rng(seed))
        if seed < 6:
            left.plot(*run.weights.T)
        middle.plot(*run.weights[-1], "o")
        right.semilogy(size * np.arange(len(run.weights)), error(run.weights) - 0.2211, lw=0.8)
    plt.show()
ipywidgets.interact(
    show_batches, size=ipywidgets.SelectionSlider(options=[1, 4, 8, 16, 32, 64, 128, 200], value=8)
);""",
    "explore_line": """from course.data import five_points
few = five_points()
few_error = squared_error(few.x, few.y)
slope, base = np.meshgrid(np.linspace(-0.5, 4.5, 56), np.linspace(-1.8, 3.8, 56))
valley_of_lines = few_error(np.stack([slope, base], axis=-1))
def show_line(rate):
    path = descend(few_error, (0.0, 0.0), rate, 100)
    w, b = path.weights[3]
    _, (left, right) = plt.subplots(1, 2, figsize=(11, 4))
    left.plot(few.x, few.y, "ko")
    left.vlines(few.x, few.y, w * few.x + b)
    left.plot(few.x, w * few.x + b)
    left.plot(few.x, 2 * few.x + 1, "--")
    right.contour(slope, base, valley_of_lines, 11, colors="gray")
    right.plot(*path.weights[:4].T, ".-")
    plt.show()
line_rates = [round(0.005 * i, 3) for i in range(1, 20)]
ipywidgets.interact(
    show_line, rate=ipywidgets.SelectionSlider(options=line_rates, value=line_rates[3])
);""",
    "explore_trouble": """from course.landscapes import himmelblau
u, v2 = np.meshgrid(np.linspace(-5, 5, 51), np.linspace(-5, 5, 51))
all_starts = np.stack([u, v2], axis=-1)
four = np.array(himmelblau.minima)
def show_trouble(rate):
    _, (left, right) = plt.subplots(1, 2, figsize=(11, 3.5))
    final = descend(himmelblau, all_starts, rate, 200).final
    nearest = np.argmin(np.linalg.norm(final[..., None, :] - four, axis=-1), axis=-1)
    left.pcolormesh(u, v2, nearest)
    left.contour(u, v2, himmelblau(all_starts), 9, colors="gray")
    path = descend(himmelblau, (-1.0, 1.0), rate, 200)
    left.plot(*path.weights.T, ".-k")
    right.semilogy(path.losses + 1e-8, ".-k")
    plt.show()
trouble_rates = [0.0005, 0.001, 0.002, 0.005, 0.0075, 0.01, 0.0125, 0.015, 0.02, 0.03]
ipywidgets.interact(
    show_trouble, rate=ipywidgets.SelectionSlider(options=trouble_rates, value=0.0075)
);""",
}
CALLS = {
    "explore_curve": "explorers.explore_curve(quartic, 3.0, 0.01, 200)",
    "explore_rates": "explorers.explore_rates(parabola, -1.0, 50)",
    "explore_bowl": "explorers.explore_bowl()",
    "race_optimizers": "explorers.race_optimizers(start=(10, 2))",
    "explore_schedule": "explorers.explore_schedule()",
    "explore_batches": "explorers.explore_batches(seed=4)",
    "explore_line": "explorers.explore_line()",
    "explore_trouble": "explorers.explore_trouble()",
}
# Those whose tables answer everything: nothing in them asks Python.
TABLES_ALONE = ("explore_schedule",)

# A training with and without `watch_training`, in turn: the seconds from its first gradient to
# its last one, and those that the watching itself took.
WATCHING = """import json, time
import numpy as np
from IPython.display import clear_output
from course import data, explorers, network, optimizers
from course.explorers import training

train, test = data.digits()
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
    runs = [lambda: seconds(network.train), lambda: seconds(explorers.watch_training, test=test)]
    order = (0, 1) if i % 2 else (1, 0)
    took = {k: runs[k]() for k in order}
    pairs.append((took[0][0], *(took[1] / took[0] - 1), looked[-1] / took[1][0]))
    clear_output()
print(json.dumps(["watching", *np.median(pairs[1:], axis=0).tolist()]))"""
PAIRS = 7

WATCH = """() => {
    const channel = new MessageChannel();
    let look = null, before = "", pressed = 0, done = null, changes = 0;
    const seen = () => {
        const now = look ? look() : "";
        if (now === before || now === null) return;
        before = now;
        changes += 1;
        if (done && pressed) { done(performance.now() - pressed); done = null; }
    };
    channel.port1.onmessage = seen;
    const frame = () => { channel.port2.postMessage(0); requestAnimationFrame(frame); };
    requestAnimationFrame(frame);
    window.addEventListener("keydown", (event) => { pressed ||= event.timeStamp; }, true);
    window.bench = {
        aim(cell, what) {
            const looks = {
                text: () => cell.querySelector("output").textContent,
                drawn: () => [...cell.querySelectorAll(".course-explorer-live [data-mark]")]
                    .map((m) => (m.getAttribute("d") ?? "").length + m.getAttribute("transform")
                        + (m.getAttribute("d") ?? "").slice(-60)).join(),
                image: () => {
                    const images = cell.querySelectorAll("img");
                    const last = images[images.length - 1];
                    return last?.complete && last.naturalWidth ? last.src : null;
                },
            };
            look = looks[what];
            before = look();
        },
        arm() { pressed = 0; before = look() ?? before;
                window.measured = new Promise((resolve) => { done = resolve;
                    setTimeout(() => resolve(null), 8000); }); },
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
        kind: "nothing", "table", "python" or "interact".
    """

    name: str
    cell: int
    control: str
    look: str
    keys: tuple[str, str]
    kind: str


def targets() -> list[Target]:
    """Return what is measured, in the order of the notebook's cells."""
    across, up = ("ArrowRight", "ArrowLeft"), ("ArrowUp", "ArrowDown")
    found = [Target("do-nothing slider", 1, "input.nothing", "text", across, "nothing")]
    live = ".course-explorer-live "
    for i, name in enumerate(CALLS):
        cell = 2 + i
        slider, number = f"{live}input[type=range]", f"{live}input[type=number]"
        found.append(Target(name, cell, slider, "drawn", across, "table"))
        if name not in TABLES_ALONE:
            found.append(Target(f"{name}, start", cell, number, "drawn", up, "python"))
    for i, name in enumerate(INTERACT):
        cell = 2 + len(CALLS) + i
        found.append(
            Target(f"interact: {name}", cell, ".noUi-handle", "image", across, "interact")
        )
    return found


def measure(page, target: Target, moves: int) -> tuple[list[float], float]:
    """Return the times of the moves in ms, and the updates a second while a key is held."""
    cell = page.locator(".jp-Notebook .jp-Cell").nth(target.cell)
    control = cell.locator(target.control).first
    control.wait_for()
    control.scroll_into_view_if_needed()
    if target.kind in ("table", "python"):
        # A small rate, far from the slider's ends: every move changes what is drawn.
        slider = cell.locator(".course-explorer-live input[type=range]").first
        slider.press("Home")
        for _ in range(min(4, int(slider.get_attribute("max")) - 5)):
            slider.press("ArrowRight")
        page.wait_for_timeout(500)
    control.focus()
    cell.evaluate("(cell, what) => window.bench.aim(cell, what)", target.look)
    times = []
    for i in range(moves + 2):
        # Five to one side, five back; the first two warm up.
        key = target.keys[i // 5 % 2]
        page.evaluate("() => window.bench.arm()")
        page.keyboard.press(key)
        took = page.evaluate("() => window.measured")
        if took is None:
            raise RuntimeError(f"{target.name}: move {i} is never painted")
        if i >= 2:
            times.append(took)
        page.wait_for_timeout(60)
    # A held key would queue up minutes of work behind `interact`.
    return times, 0.0 if target.kind == "interact" else held(page, target)


def held(page, target: Target) -> float:
    """Return how many new pictures a second are painted while the key is held down."""
    session = page.context.new_cdp_session(page)
    before = page.evaluate("() => window.bench.count()")
    start = time.perf_counter()
    presses = 0
    turn = 4
    while (now := time.perf_counter() - start) < HELD_SECONDS:
        if now * REPEATS < presses:
            time.sleep(0.001)
            continue
        key = target.keys[presses // turn % 2]
        code = {"ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}[key]
        session.send(
            "Input.dispatchKeyEvent",
            {
                "type": "rawKeyDown",
                "key": key,
                "code": key,
                "windowsVirtualKeyCode": code,
                "autoRepeat": presses % turn > 0,
            },
        )
        presses += 1
    took = time.perf_counter() - start
    after = page.evaluate("() => window.bench.count()")
    page.wait_for_timeout(1500)
    session.detach()
    return (after - before) / took


def main() -> int:
    """Print the table and what it shows; return 1 with --check if a ratio is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moves", type=int, default=MOVES)
    parser.add_argument("--watching", action="store_true", help="measure watch_training alone")
    parser.add_argument("--check", action="store_true", help="fail if a ratio is missed")
    options = parser.parse_args()
    if chromium() is None:
        sys.exit("Error: no Chromium found; install it or set CHROMIUM")
    found = {}
    with (
        tempfile.TemporaryDirectory() as folder,
        browsing() as browser,
        serving(Path(folder)) as lab,
    ):
        slower = watching(browser, lab)
        if options.watching:
            return int(options.check and slower > 5)
        lab.write("bench.ipynb", [IMPORTS, NOTHING, *CALLS.values(), *INTERACT.values()])
        page = browser.new_page(viewport={"width": 1300, "height": 1000})
        lab.open(page, "bench.ipynb")
        lab.run_all(page)
        lab.live(page, len(CALLS))
        page.locator(".noUi-handle").nth(len(INTERACT) - 1).wait_for()
        page.wait_for_timeout(3000)
        page.evaluate(WATCH)
        for target in targets():
            print(f"measuring {target.name} ...", file=sys.stderr)
            found[target] = measure(page, target, options.moves)
    return max(report(found, check=options.check), int(options.check and slower > 5))


def watching(browser, lab, pairs: int = PAIRS) -> float:
    """Print how much watching slows a training, and return it in percent."""
    print("measuring watch_training ...", file=sys.stderr)
    lab.write("watch.ipynb", [WATCHING.replace("PAIRS", str(pairs))])
    page = browser.new_page(viewport={"width": 1300, "height": 1000})
    lab.open(page, "watch.ipynb")
    page.set_default_timeout(600_000)
    lab.run_all(page)
    printed = page.get_by_text('["watching", ').last
    printed.wait_for()
    _, plain, slower, busier, share = json.loads(printed.inner_text())
    print(
        f"watch_training: {pairs} pairs of trainings of {plain:.2f} s, with and without it in "
        f"turn: the median pair is slower by {100 * slower:.1f} %, and its thread computes "
        f"{100 * busier:.1f} % longer; looking takes {100 * share:.1f} % of the time"
    )
    page.close()
    return 100 * slower


def report(found: dict[Target, tuple[list[float], float]], *, check: bool) -> int:
    """Print the table and the four claims; return 1 if `check` and one does not hold."""
    print("| key press to painted frame | median ms | p95 ms | updates/s, key held |")
    print("|---|---|---|---|")
    rows = {}
    for target, (times, rate) in found.items():
        rows[target] = median, late = float(np.median(times)), float(np.percentile(times, 95))
        print(f"| {target.name} | {median:.1f} | {late:.1f} | {f'{rate:.1f}' if rate else '–'} |")
    nothing = next(rows[t][0] for t in rows if t.kind == "nothing")
    missed = 0
    print()
    print("| claim | worst | holds |")
    print("|---|---|---|")
    of = {kind: [t for t in rows if t.kind == kind] for kind in ("table", "python", "interact")}
    pairs = [(rows[i][0], rows[t][0]) for i, t in zip(of["interact"], of["table"], strict=True)]
    claims = [
        (
            "main slider: median at most 1.4 times the do-nothing slider",
            max(rows[t][0] / nothing for t in of["table"]),
            lambda x: x <= 1.4,
        ),
        (
            "main slider: p95 at most 33 ms",
            max(rows[t][1] for t in of["table"]),
            lambda x: x <= 33.4,
        ),
        ("asking Python: p95 at most 50 ms", max(rows[t][1] for t in of["python"]), (50.0).__ge__),
        (
            "at least 15 times faster than interact",
            min(slow / fast for slow, fast in pairs),
            lambda x: x >= 15,
        ),
        (
            "at least 28 updates a second while a key is held",
            min(found[t][1] for t in of["table"]),
            lambda x: x >= 28,
        ),
    ]
    for text, worst, holds in claims:
        missed += not holds(worst)
        print(f"| {text} | {worst:.1f} | {'yes' if holds(worst) else 'no'} |")
    return int(check and missed > 0)


if __name__ == "__main__":
    sys.exit(main())
