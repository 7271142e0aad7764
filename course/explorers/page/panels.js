// Panels: a picture with axes, marks and a legend, or a table of words.

import LOOK from "./look.json" with { type: "json" };
import { drawn, element } from "./dom.js";
import { MAKERS, markClass, outwards, swatch } from "./marks.js";
import { clamped, framed, scale, thinned } from "./scales.js";
import { referred } from "./tables.js";

const references = (mark) => [mark.x, mark.y, ...mark.ends].filter((ref) => ref != null);
const nameOf = (ref) => referred(ref)[0];

/** The names of the controls that decide where a mark is drawn. */
function deciding(mark, on) {
  const names = new Set();
  for (const ref of references(mark)) {
    const { axes } = on.table(nameOf(ref));
    for (const axis of axes) if (axis !== mark.along && !(axis in mark.at)) names.add(axis);
  }
  if (mark.until) names.add(mark.along);
  if (mark.axis) names.add(mark.axis);
  if (mark.text) for (const name of on.controls.keys()) names.add(name);
  return [...names].filter((name) => on.controls.has(name));
}

function axisLines(svg, panel, { x, y, frame }) {
  const { left, top, wide, high } = frame;
  const say = (text, attributes) => {
    const node = drawn("text", attributes);
    node.textContent = text;
    svg.append(node);
  };
  for (const [value, text] of thinned(panel.x.ticks, wide)) {
    svg.append(drawn("path", { class: "ce-grid", d: `M${x(value)} ${top}v${high}` }));
    say(text, { x: x(value), y: top + high + 16, "text-anchor": "middle" });
  }
  for (const [value, text] of panel.y.ticks) {
    svg.append(drawn("path", { class: "ce-grid", d: `M${left} ${y(value)}h${wide}` }));
    say(text, { x: left - 6, y: y(value) + 4, "text-anchor": "end" });
  }
  const middle = { "text-anchor": "middle", class: "ce-axis" };
  say(panel.x.label, { x: left + wide / 2, y: top + high + 34, ...middle });
  say(panel.y.label, { x: -(top + high / 2), y: 12, transform: "rotate(-90)", ...middle });
}

/** The parts of a picture: an id of its own for each, and how arrows get their tips. */
function canvas(id, frame, size) {
  const box = { x: frame.left, y: frame.top, width: frame.wide, height: frame.high };
  const clip = drawn("clipPath", { id }, drawn("rect", box));
  const definitions = drawn("defs", {}, clip);
  const { width, height, zoom } = size;
  const shown = { width: zoom * width, height: zoom * height };
  const view = `0 0 ${width} ${height}`;
  const svg = drawn("svg", { ...shown, viewBox: view, role: "img", class: "ce-picture" });
  svg.append(definitions, drawn("rect", { ...box, class: "ce-frame" }));
  const arrow = (color) => {
    const tip = `${id}-${color}`;
    if (!definitions.querySelector(`#${tip}`)) {
      const shape = drawn("path", { d: "M0 1L10 5L0 9z", class: `ce-tip ce-${color}` });
      const look = { refX: 9, refY: 5, markerWidth: 11, markerHeight: 11 };
      const more = { viewBox: "0 0 10 10", markerUnits: "userSpaceOnUse" };
      const turned = { orient: "auto-start-reverse" };
      definitions.append(drawn("marker", { id: tip, ...look, ...more, ...turned }, shape));
    }
    return tip;
  };
  return { svg, arrow };
}

/** An update of words: they may read any control and any table. */
const anyOf = (update, on) => ({ update, by: [...on.controls.keys()], reads: null, seen: "" });

/** A picture of so many pixels; `on` is the explorer that it is part of. */
export function drawing(panel, i, size, on) {
  const figure = element("figure", { class: "ce-panel", "data-panel": panel.name });
  const frame = framed(panel, size);
  const x = scale(panel.x.range, frame.left, frame.wide);
  const y = scale(panel.y.range, frame.top + frame.high, -frame.high);
  const id = `${on.uid}-${i}`;
  // In a column of its own a picture takes no more height than it needs.
  const needed = frame.top + frame.high + LOOK.plot.edge.bottom;
  const height = size.columns > 1 ? size.height : needed;
  const { svg, arrow } = canvas(id, frame, { ...size, height });
  axisLines(svg, panel, { x, y, frame });
  const inside = drawn("g", { "clip-path": `url(#${id})` });
  const above = drawn("g");
  svg.append(inside, above);
  const legend = element("ul", { class: "ce-legend" });
  const away = element("li", { class: "ce-away" }, outwards(), "outside, that way");
  const gone = new Set();
  const outside = (node, out) => {
    if (out) gone.add(node);
    else gone.delete(node);
    away.toggleAttribute("data-shown", gone.size > 0);
  };
  const { rows, filled, position } = on;
  const updates = panel.marks.map((mark) => {
    const tools = { x, y, frame, arrow, rows, filled, position, outside };
    const [node, update] = MAKERS[mark.kind](mark, tools);
    node.setAttribute("class", markClass(mark));
    if (mark.name) node.setAttribute("data-mark", mark.name);
    // A single marker is held at the edge, so it need not be cut there.
    (mark.kind === "point" ? above : inside).append(node);
    for (const [text, src] of mark.keys) {
      legend.append(element("li", {}, element("img", { src, alt: "" }), text));
    }
    if (mark.label) legend.append(element("li", {}, swatch(mark), mark.label));
    // A text reads any table; the others are drawn anew only when one of theirs has changed.
    const reads = mark.text ? null : references(mark).map(nameOf);
    return { update, by: deciding(mark, on), reads, seen: "" };
  });
  if (panel.marks.some((mark) => mark.kind === "point")) legend.append(away);
  const caption = element("figcaption", {}, element("b", {}, panel.title));
  if (panel.equal === false) caption.append(" (axes not to one scale)");
  if (clickable(svg, panel, frame, on) && panel.hint) caption.append(`: ${panel.hint}`);
  figure.append(caption, svg, legend);
  const said = () => svg.setAttribute("aria-label", filled(panel.label));
  updates.push(anyOf(said, on));
  return { panel, node: figure, updates };
}

/** A table of words; too wide for its place, it can be moved sideways. */
export function board(panel, on) {
  const head = element("tr");
  for (const text of panel.head) head.append(element("th", { scope: "col" }, text));
  const body = element("tbody");
  const cells = panel.rows.flatMap((row) => {
    const line = element("tr");
    body.append(line);
    return row.map((template, i) => {
      const cell = i ? element("td") : element("th", { scope: "row" });
      line.append(cell);
      return [cell, template];
    });
  });
  const table = element("table", {}, element("thead", {}, head), body);
  const wide = { class: "ce-wide", tabindex: 0, role: "region", "aria-label": panel.title };
  const figure = element("figure", { class: "ce-panel ce-board", "data-panel": panel.name });
  const caption = element("figcaption", {}, element("b", {}, panel.title));
  figure.append(caption, element("div", wide, table));
  const update = () => {
    for (const [cell, template] of cells) {
      const text = on.filled(template);
      if (cell.textContent !== text) cell.textContent = text;
    }
  };
  return { panel, node: figure, updates: [anyOf(update, on)] };
}

const sideways = (from, to) =>
  Math.abs(to.clientX - from.clientX) > Math.abs(to.clientY - from.clientY);

/** Let the pointer set controls, if all of them can be set; return whether it can. */
function clickable(svg, panel, frame, { controls }) {
  const names = [...Object.values(panel.click), ...panel.grips.map(([, name]) => name)];
  if (!names.length || !names.every((name) => controls.get(name).enabled)) return false;
  svg.classList.add("ce-clickable");
  svg.classList.toggle("ce-grips", panel.grips.length > 0);
  let held = null;
  // A finger that goes up or down over a map scrolls the page (explorer.css), and may only have
  // come down for that, at this place; what goes sideways, or is lifted again, means the map.
  let down = null;
  const waits = ({ pointerType }) => pointerType !== "mouse" && !panel.grips.length;
  const pointed = (event) => {
    const seen = new DOMPoint(event.clientX, event.clientY);
    const at = seen.matrixTransform(svg.getScreenCTM().inverse());
    const inside = {
      x: (at.x - frame.left) / frame.wide,
      y: 1 - (at.y - frame.top) / frame.high,
    };
    const place = (way) => {
      const [low, high] = panel[way].range;
      return low + clamped(inside[way], 0, 1) * (high - low);
    };
    for (const [way, name] of Object.entries(panel.click)) controls.get(name).point(place(way));
    if (!panel.grips.length) return;
    const away = ([at]) => Math.abs(at - place("x"));
    held ??= panel.grips.reduce((best, grip) => (away(grip) < away(best) ? grip : best));
    controls.get(held[1]).point(place("y"));
  };
  svg.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    event.preventDefault();
    svg.setPointerCapture(event.pointerId);
    held = null;
    down = waits(event) ? event : null;
    if (!down) pointed(event);
  });
  svg.addEventListener("pointermove", (event) => {
    if (!svg.hasPointerCapture(event.pointerId)) return;
    if (down && !sideways(down, event)) return;
    down = null;
    pointed(event);
  });
  svg.addEventListener("pointerup", (event) => {
    if (down) pointed(event);
    down = null;
  });
  return true;
}
