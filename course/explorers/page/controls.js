// What the hand moves. Each control has a node, its position in tables, its value for Python, and
// its words; `on` is the explorer that it is part of.

import { element } from "./dom.js";
import { player } from "./player.js";
import { clamped, nearest } from "./scales.js";

function labelled(given, id, ...nodes) {
  const label = element("label", { for: id }, given.label);
  const kind = { range: "ce-slider" }[nodes[0].type] ?? "ce-field";
  return element("div", { class: kind, "data-control": given.name }, label, ...nodes);
}

const minus = (text) => text.replace(/-/g, "−");

// What stands between 0 and 5 in this browser's own numbers.
const DECIMAL = new Intl.NumberFormat().formatToParts(0.5)[1].value;

/**
 * The value beside a control. By itself an `output` is read aloud at each change, at every step of
 * a run, too; the control says its value already, and the sentence tells the rest.
 */
const shownOf = (id) => element("output", { for: id, "aria-live": "off" });

function slider(given, enabled, on) {
  const id = `${on.uid}-${given.name}`;
  const input = element("input", { type: "range", id, min: 0, step: 1 });
  const output = shownOf(id);
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
  // Half the world types 0,5. Where the browser's numbers have a point, it would drop the comma
  // and keep 05.
  input.addEventListener("beforeinput", (event) => {
    if (event.data !== "," || DECIMAL !== ".") return;
    event.preventDefault();
    document.execCommand("insertText", false, ".");
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
  const output = shownOf(id);
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

export const CONTROLS = { slider, select, number, grip, progress, player };
