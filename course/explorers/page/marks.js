// Drawing marks: each maker returns a node, and how to draw it anew.

import { drawn } from "./dom.js";
import { clamped } from "./scales.js";

const SHAPES = {
  circle: "m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z",
  square: "m-4 -4h8v8h-8z",
  triangle: "m0 -5.5l5 9h-10z",
  diamond: "m0 -5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z",
  down: "m0 5.5l5 -9h-10z",
  plus: "m-1.5 -5h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5z",
  cross: "m-4.5 -4.5l9 9m0 -9l-9 9",
  star: "m0 -8l2 5.3h5.6l-4.5 3.4l1.7 5.5l-4.8 -3.4l-4.8 3.4l1.7 -5.5l-4.5 -3.4h5.6z",
  dot: "m-2.4 0a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0 -4.8 0z",
};
// From a marker that is held at the edge to where it would be.
const OUTWARD = "M6 -5L15 0L6 5z";

export const markClass = (mark, kind = mark.kind) =>
  `ce-mark ce-${kind} ce-${mark.color} ce-${mark.dash} ce-shape-${mark.marker || "none"}` +
  (mark.hollow ? " ce-hollow" : "");

/** A mark as the legend shows it. */
export function swatch(mark) {
  const svg = drawn("svg", { width: 30, height: 14, viewBox: "2 0 30 14", "aria-hidden": true });
  if (mark.kind !== "points" && mark.kind !== "point") {
    svg.append(drawn("path", { class: markClass(mark), d: "M3 7h28" }));
  }
  const shape = mark.marker && SHAPES[mark.marker];
  if (shape) svg.append(drawn("path", { class: markClass(mark, "point"), d: `M17 7${shape}` }));
  return svg;
}

/** What the legend shows of markers that are held at the edge. */
export const outwards = () =>
  drawn(
    "svg",
    { width: 22, height: 14, viewBox: "0 0 22 14", "aria-hidden": true },
    drawn("path", { class: "ce-tip ce-ink", d: OUTWARD, transform: "translate(-2 7)" }),
  );

function joined(mark, { x, y, rows, position }) {
  const xs = rows(mark.x, mark);
  const ys = rows(mark.y, mark);
  const until = mark.until ? Math.min(xs.length, position(mark.along) + 1) : xs.length;
  let d = "";
  let pen = "M";
  let before = "";
  for (let i = 0; i < until; i++) {
    if (Number.isNaN(xs[i]) || Number.isNaN(ys[i])) {
      pen = "M";
      continue;
    }
    const place = `${x(xs[i])} ${y(ys[i])}`;
    // A walk that has arrived stays where it is.
    if (pen === "L" && place === before) continue;
    d += pen + place;
    pen = "L";
    before = place;
  }
  return d;
}

function scattered(mark, { x, y, rows, position }) {
  const xs = rows(mark.x, mark);
  const ys = rows(mark.y, mark);
  const until = mark.until ? position(mark.along) + 1 : xs.length;
  const shape = SHAPES[mark.marker];
  let d = "";
  for (let i = 0; i < until; i++) {
    if (Number.isNaN(xs[i]) || Number.isNaN(ys[i])) continue;
    d += `M${x(xs[i])} ${y(ys[i])}${shape}`;
  }
  return d;
}

/** One marker; outside the picture it is held at the edge, with an arrow and a text. */
function held(mark, { x, y, rows, filled, frame, outside }) {
  const arrow = drawn("path", { class: "ce-out", d: OUTWARD });
  const text = mark.far ? drawn("text", { class: "ce-far" }) : null;
  const node = drawn("g", {}, drawn("path", { class: "ce-marker", d: `M0 0${SHAPES[mark.marker]}` }));
  const right = frame.left + frame.wide;
  const bottom = frame.top + frame.high;
  return [
    node,
    () => {
      const px = x(rows(mark.x, mark)[0]);
      const py = y(rows(mark.y, mark)[0]);
      const shown = !(Number.isNaN(px) || Number.isNaN(py));
      node.style.display = shown ? "" : "none";
      const across = clamped(px, frame.left, right);
      const down = clamped(py, frame.top, bottom);
      const out = shown && (across !== px || down !== py);
      if (node.hasAttribute("data-edge") !== out) {
        node.toggleAttribute("data-edge", out);
        if (out) node.append(arrow, ...(text ? [text] : []));
        else [arrow, text].forEach((part) => part?.remove());
        outside(node, out);
      }
      if (!shown) return;
      node.setAttribute("transform", `translate(${across} ${down})`);
      if (!out) return;
      const turn = (Math.atan2(py - down, px - across) * 180) / Math.PI;
      arrow.setAttribute("transform", `rotate(${turn})`);
      if (!text) return;
      const left = across < frame.left + frame.wide / 2;
      text.setAttribute("text-anchor", left ? "start" : "end");
      text.setAttribute("x", left ? 10 : -10);
      text.setAttribute("y", down < frame.top + frame.high / 2 ? 20 : -12);
      text.textContent = filled(mark.far);
    },
  ];
}

function straight(mark, { x, y, rows, arrow }) {
  const node = drawn("path");
  if (mark.arrow) node.setAttribute("marker-end", `url(#${arrow(mark.color)})`);
  return [
    node,
    () => {
      const ends = mark.ends.flatMap((ref) => Array.from(rows(ref, mark)));
      const visible = !ends.some(Number.isNaN);
      const [x0, y0, x1, y1] = [x(ends[0]), y(ends[1]), x(ends[2]), y(ends[3])];
      // An arrow without length would still draw its head, in no direction.
      const long = Math.abs(x1 - x0) > 0.5 || Math.abs(y1 - y0) > 0.5;
      node.setAttribute("d", visible && long ? `M${x0} ${y0}L${x1} ${y1}` : "");
    },
  ];
}

function ruled(mark, { x, y, rows, frame }) {
  return mark.x != null
    ? `M${x(rows(mark.x, mark)[0])} ${frame.top}v${frame.high}`
    : `M${frame.left} ${y(rows(mark.y, mark)[0])}h${frame.wide}`;
}

function image(mark, { x, y, position }) {
  const [[x0, x1], [y0, y1]] = mark.extent;
  const place = { x: x(x0), y: y(y1), width: x(x1) - x(x0), height: y(y0) - y(y1) };
  const node = drawn("image", { preserveAspectRatio: "none", ...place });
  return [
    node,
    () => {
      const i = mark.axis ? clamped(position(mark.axis), 0, mark.images.length - 1) : 0;
      node.setAttribute("href", mark.images[i]);
    },
  ];
}

/** A text around its place, or as near to it as the picture has room for the whole of it. */
function worded(mark, { x, y, filled, frame }) {
  const node = drawn("text", { y: y(mark.at_y), "text-anchor": "middle" });
  const at = x(mark.at_x);
  const right = frame.left + frame.wide;
  let long = 0;
  return [
    node,
    () => {
      const said = filled(mark.text);
      // To measure costs a layout; most texts stay as they are.
      if (long && said === node.textContent) return;
      node.textContent = said;
      long = node.getComputedTextLength();
      const half = long / 2 + 2;
      const near = clamped(at, frame.left + half, right - half);
      node.setAttribute("x", at === clamped(at, frame.left, right) ? near : at);
    },
  ];
}

const path = (d) => (mark, on) => {
  const node = drawn("path");
  return [node, () => node.setAttribute("d", d(mark, on))];
};

export const MAKERS = {
  line: path(joined),
  points: path(scattered),
  rule: path(ruled),
  point: held,
  segment: straight,
  image,
  text: worded,
};
