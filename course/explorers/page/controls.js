// What the hand moves. Each control has a node, its position in tables, its value for Python, and
// its words; `on` is the explorer that it is part of.

import { drawn, element } from "./dom.js";
import { runner } from "./frames.js";
import { clamped, nearest } from "./scales.js";

function labelled(given, id, ...nodes) {
  const label = element("label", { for: id }, given.label);
  const kind = { range: "ce-slider" }[nodes[0].type] ?? "ce-field";
  return element("div", { class: kind, "data-control": given.name }, label, ...nodes);
}

const minus = (text) => text.replace(/-/g, "−");

function slider(given, enabled, on) {
  const id = `${on.uid}-${given.name}`;
  const input = element("input", { type: "range", id, min: 0, step: 1 });
  const output = element("output", { for: id });
  const control = {
    node: labelled(given, id, input, output),
    position: () => Number(input.value),
    value: () => Number(input.value),
    words: () => control.spec.values[Number(input.value)],
    move(to) {
      input.value = to;
      on.changed(control);
    },
    stand(to) {
      input.value = to;
    },
    point(value) {
      const best = nearest(control.spec.positions, value);
      if (best !== control.position()) control.move(best);
    },
    told() {
      const text = control.words();
      if (output.textContent === text) return;
      output.textContent = text;
      input.setAttribute("aria-valuetext", text);
    },
    renewed(to) {
      const same = String(to.values) === String(control.spec?.values);
      control.spec = to;
      input.max = to.values.length - 1;
      // Other positions than before: where the hand stood means nothing there.
      if (!same) input.value = to.at;
    },
  };
  control.renewed(given);
  input.disabled = !enabled;
  input.addEventListener("input", () => on.changed(control));
  return control;
}

function select(given, enabled, on) {
  const id = `${on.uid}-${given.name}`;
  const input = element("select", { id });
  given.values.forEach((text, i) => input.append(element("option", { value: i }, text)));
  input.value = given.at;
  input.disabled = !enabled;
  const control = {
    node: labelled(given, id, input),
    position: () => Number(input.value),
    value: () => Number(input.value),
    words: () => given.values[Number(input.value)],
    point() {},
  };
  input.addEventListener("change", () => {
    for (const name of given.resets) on.controls.get(name).forget();
    on.changed(control);
  });
  return control;
}

function number(given, enabled, on) {
  const id = `${on.uid}-${given.name}`;
  const input = element("input", { type: "number", id, step: "any" });
  let { low, high, step } = given;
  let kept = null;
  const show = (value) => {
    input.value = kept = value;
    input.removeAttribute("aria-invalid");
  };
  const control = {
    node: labelled(given, id, input),
    position: () => 0,
    value: () => kept,
    words: () => String(kept).replace("-", "−"),
    forget() {
      kept = null;
    },
    stand: show,
    renewed(to) {
      // A number in another range begins anew; in the same one, what is typed stays.
      const same = kept !== null && low === to.low && high === to.high;
      ({ low, high, step } = to);
      input.min = low;
      input.max = high;
      if (!same) show(to.value);
    },
    near: (value) => Number(clamped(value, low, high).toFixed(given.digits)),
    point(value, by) {
      const near = control.near(value);
      if (near === kept) return;
      show(near);
      on.changed(control, by);
    },
  };
  control.renewed(given);
  input.disabled = !enabled;
  input.addEventListener("input", () => {
    const typed = input.valueAsNumber;
    const good = typed >= low && typed <= high;
    input.setAttribute("aria-invalid", String(!good));
    if (!good) return on.refused(minus(`${given.label} must be a number from ${low} to ${high}`));
    kept = typed;
    on.changed(control);
  });
  // The browser's own arrows would begin counting at the lowest value.
  input.addEventListener("keydown", (event) => {
    const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    control.point(kept + way * step, way * step);
  });
  return control;
}

function grip(given, enabled, on) {
  let held = null;
  const control = {
    position: () => 0,
    value: () => held,
    words: () => "",
    point(value) {
      held = value;
      on.changed(control);
      held = null;
    },
  };
  return control;
}

function progress(given, enabled, on) {
  const id = `${on.uid}-${given.name}`;
  const meter = element("progress", { id, max: 1 });
  const output = element("output", { for: id });
  const control = {
    node: labelled(given, id, meter, output),
    position: () => 0,
    value: () => meter.value,
    words: () => control.spec.text,
    renewed(to) {
      control.spec = to;
      meter.value = to.value;
      output.textContent = to.text;
    },
  };
  control.renewed(given);
  return control;
}

const SIGNS = { run: "M2 1L13 7L2 13z", pause: "M2 1h4v12h-4zM8 1h4v12h-4z" };

function player(given, enabled, on) {
  const target = () => on.controls.get(given.moves);
  const last = () => target().spec.values.length - 1;
  const move = (to) => target().move(to);
  const shape = drawn("path");
  const sign = drawn("svg", { width: 14, height: 14, viewBox: "0 0 14 14", "aria-hidden": true }, shape);
  const word = element("span");
  const run = element("button", { type: "button", class: "ce-run" }, sign, word);
  const step = element("button", { type: "button" }, "Step");
  const back = element("button", { type: "button" }, "Back to the start");
  const id = `${on.uid}-${given.name}`;
  const speed = element("select", { id });
  given.speeds.forEach(([text], i) => speed.append(element("option", { value: i }, text)));
  speed.value = given.at;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const shown = (running) => {
    word.textContent = running ? "Pause" : "Run";
    shape.setAttribute("d", running ? SIGNS.pause : SIGNS.run);
  };
  const running = runner({
    position: () => target().position(),
    last,
    move,
    shown,
    speed: () => given.speeds[Number(speed.value)][1],
    reduced: () => calm.matches,
    request: (tick) => requestAnimationFrame(tick),
    cancel: (frame) => cancelAnimationFrame(frame),
    now: () => performance.now(),
  });
  shown(false);
  const stopped = (to) => () => {
    running.stop();
    move(to());
  };
  run.addEventListener("click", running.toggle);
  step.addEventListener("click", stopped(() => Math.min(last(), target().position() + 1)));
  back.addEventListener("click", stopped(() => 0));
  const node = element("div", { class: "ce-player" }, run, step, back);
  node.append(element("label", { for: id }, "speed"), speed);
  return { node, position: () => 0, value: () => 0, words: () => "", end: running.stop };
}

export const CONTROLS = { slider, select, number, grip, progress, player };
