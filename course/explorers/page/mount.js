// An explorer: it picks rows of tables that Python worked out, maps their values to pixels, and
// knows nothing of what they mean.

import LOOK from "./look.json" with { type: "json" };
import { CONTROLS } from "./controls.js";
import { element } from "./dom.js";
import { newest } from "./frames.js";
import { board, drawing } from "./panels.js";
import { sizes } from "./scales.js";
import { keepKeys, parts } from "./stage.js";
import { picked, referred, rows, unpacked } from "./tables.js";
import { filled } from "./template.js";

let mounted = 0;

/** Draw an explorer into `root`, and return how to end it. Without `asking` no Python is there. */
export function mount(root, given, view, asking) {
  // An answer holds what differs from the first scene.
  const first = unpacked(given.tables, view);
  let spec = given;
  let tables = first;
  let version = 0;
  let speaking = 0;
  let problem = "";
  let panels = [];
  // Until the page has room for it, some size is as good as another.
  let size = sized(800);
  // The number whose arrow key was pressed last, and by how much that moved it.
  let arrow = null;
  const controls = new Map();
  const { heading, bar, sentence, live, pictures } = parts(root);
  const position = (name) => controls.get(name)?.position() ?? 0;
  const read = (ref, about = {}) => {
    const [name, shift] = referred(ref);
    return rows(tables[name], position, { along: about.along, at: about.at, shift });
  };
  const look = {
    control: (name) => controls.get(name)?.words(),
    text: (name) => (name in spec.texts ? picked(spec.texts[name], position) : undefined),
    race: (name) => spec.races[name],
    number: (name) => read(name)[0],
  };
  const frames = newest(draw, requestAnimationFrame.bind(window), cancelAnimationFrame.bind(window));
  const on = {
    uid: `course-explorer-${++mounted}-${Math.random().toString(36).slice(2, 8)}`,
    controls,
    position,
    rows: read,
    table: (name) => tables[name],
    filled: (template) => filled(template, look),
    changed(control, by = 0) {
      // Until Python has answered, the picture and its sentence stay those of the last answer.
      if (problem || !control.spec.ask) frames.ask();
      problem = "";
      if (!control.spec.ask) return;
      arrow = by ? { control, by } : null;
      asking.ask(asked());
    },
    refused(text) {
      problem = text;
      frames.ask();
    },
  };

  function asked(also = {}) {
    const values = {};
    for (const [name, other] of controls) if (other.spec.ask) values[name] = other.value();
    return { ...values, ...also };
  }

  function speak() {
    const text = problem || on.filled(spec.sentence);
    if (sentence.textContent !== text) sentence.textContent = text;
    const title = on.filled(spec.title);
    if (heading.textContent !== title) {
      heading.textContent = title;
      root.setAttribute("aria-label", title);
    }
    sentence.classList.toggle("ce-problem", Boolean(problem));
    for (const control of controls.values()) control.told?.();
    clearTimeout(speaking);
    // Who listens would hear each step of a slow run long after it.
    if ([...controls.values()].some((one) => one.runs?.())) return;
    // Read aloud once the hand rests, not at every frame of a drag.
    speaking = setTimeout(() => {
      if (live.textContent !== text) live.textContent = text;
    }, LOOK.motion.spoken);
  }

  /** Make panels whose description or size changed, keep the others. */
  function arrange() {
    version += 1;
    panels = spec.panels.map((panel, i) => {
      const before = panels[i];
      const fits = panel.kind === "table" || before?.size === size;
      if (fits && before && JSON.stringify(before.panel) === JSON.stringify(panel)) return before;
      const fresh = panel.kind === "table" ? board(panel, on) : drawing(panel, i, size, on);
      if (before) before.node.replaceWith(fresh.node);
      else pictures.append(fresh.node);
      return { ...fresh, size };
    });
  }

  function sized(width) {
    const boards = spec.panels.filter((panel) => panel.kind === "table").length;
    const letters = parseFloat(getComputedStyle(root).fontSize) / LOOK.text.body;
    return sizes(width, spec.panels.length - boards, boards, letters || 1);
  }

  /** Give the panels the sizes that fit the room there is. */
  function fit() {
    const found = sized(pictures.clientWidth);
    if (!pictures.clientWidth || JSON.stringify(found) === JSON.stringify(size)) return;
    size = found;
    const { columns, width, beside, zoom } = size;
    pictures.style.gridTemplateColumns =
      `repeat(${columns}, ${zoom * width}px)` + (beside ? " minmax(0, 1fr)" : "");
    pictures.toggleAttribute("data-beside", beside);
    arrange();
    draw();
  }

  function draw() {
    for (const { updates } of panels) {
      for (const mark of updates) {
        const from = mark.reads?.map((name) => tables[name].id) ?? version;
        const seen = `${from} ${mark.by.map(position)}`;
        if (mark.seen === seen) continue;
        mark.seen = seen;
        mark.update();
      }
    }
    speak();
    root.dataset.frames = Number(root.dataset.frames ?? 0) + 1;
  }

  const waiting = [];
  for (const one of spec.controls) {
    const enabled = !one.ask || Boolean(asking);
    if (!enabled && one.label) waiting.push(one.label);
    const control = CONTROLS[one.kind](one, enabled, on);
    control.spec ??= one;
    control.enabled = enabled;
    controls.set(one.name, control);
    if (control.node) bar.append(control.node);
  }
  if (waiting.length) {
    // A page in JupyterLab is what the cell left when it was run before.
    const how = root.closest(".jp-NotebookPanel") ? "again" : "in a notebook";
    const names = new Intl.ListFormat("en-GB").format(waiting);
    const text = `Changing ${names} needs Python: run this cell ${how}.`;
    bar.append(element("p", { class: "ce-note" }, text));
  }
  root.addEventListener("keydown", keepKeys);

  asking?.listen({
    // For whoever must know whether what is drawn is the answer to what was asked.
    waiting: (busy) => root.toggleAttribute("data-waiting", busy),
    /** What the same arrow key would ask next, if one was pressed last. */
    following() {
      if (!arrow) return null;
      const { control, by } = arrow;
      const near = control.near(control.value() + by);
      return near === control.value() ? null : asked({ [control.spec.name]: near });
    },
    scene(fresh, buffer, last) {
      const { controls: renewed = [], stands = {}, tables: named, ...rest } = fresh;
      tables = { ...first, ...unpacked(named, buffer) };
      const texts = { ...given.texts, ...rest.texts };
      spec = { ...spec, ...rest, texts, panels: rest.panels.map((p, i) => p ?? given.panels[i]) };
      problem = "";
      for (const one of renewed) controls.get(one.name)?.renewed?.(one);
      for (const [name, to] of Object.entries(stands)) {
        const control = controls.get(name);
        if (last || !control.spec.ask) control.stand(to);
      }
      arrange();
      frames.ask();
    },
    problem: on.refused,
  });

  arrange();
  draw();
  const watch = new ResizeObserver(fit);
  watch.observe(pictures);
  return () => {
    watch.disconnect();
    frames.stop();
    clearTimeout(speaking);
    for (const control of controls.values()) control.end?.();
  };
}
