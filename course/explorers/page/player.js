// Run, pause, step, back and speed: a control that moves a slider.

import { drawn, element } from "./dom.js";
import { runner } from "./frames.js";

const SIGNS = { run: "M2 1L13 7L2 13z", pause: "M2 1h4v12h-4zM8 1h4v12h-4z" };

export function player(given, enabled, on) {
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
  let runs = false;
  const shown = (running) => {
    runs = running;
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
  run.addEventListener("click", () => {
    running.toggle();
    // Paused, it is told where it stands.
    on.changed(control);
  });
  step.addEventListener("click", stopped(() => Math.min(last(), target().position() + 1)));
  back.addEventListener("click", stopped(() => 0));
  const chosen = element("span", { class: "ce-speed" }, element("label", { for: id }, "speed"), speed);
  const node = element("div", { class: "ce-player" }, run, step, back, chosen);
  const control = {
    node,
    position: () => 0,
    value: () => 0,
    words: () => "",
    runs: () => runs,
    end: running.stop,
  };
  return control;
}
