// Draws an explorer from a description and tables that Python worked out: it picks rows of tables
// and maps their values to pixels, and knows nothing of what they mean.

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 430;
const HEIGHT = 290;
const EDGE = { left: 62, right: 14, top: 12, bottom: 44 };
const PATIENCE = 4000;
// From an answer to the question ahead, in milliseconds: the picture is painted first.
const AHEAD = 10;
const REMEMBERED = 16;
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
let made = 0;

const clamped = (value, low, high) => Math.max(low, Math.min(high, value));

function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

function drawn(name, attributes = {}) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

/** Where a panel's axes meet, and how wide and high it is inside; with equal units if it says so. */
function framed(panel, width, height) {
  const wide = width - EDGE.left - EDGE.right;
  const high = height - EDGE.top - EDGE.bottom;
  const frame = { left: EDGE.left, top: EDGE.top, wide, high };
  if (!panel.equal) return frame;
  const across = panel.x.range[1] - panel.x.range[0];
  const up = panel.y.range[1] - panel.y.range[0];
  const unit = Math.min(wide / across, high / up);
  frame.wide = unit * across;
  frame.high = unit * up;
  frame.left += (wide - frame.wide) / 2;
  return frame;
}

// A DataView may begin anywhere in its buffer; typed arrays may not, so each table is copied.
function unpacked(tables, view) {
  const types = { f4: Float32Array, f8: Float64Array };
  const found = {};
  for (const [name, { type, at, bytes, axes, shape }] of Object.entries(tables)) {
    const from = view.byteOffset + at;
    const data = new types[type](view.buffer.slice(from, from + bytes));
    found[name] = { axes, shape, data, id: ++made };
  }
  return found;
}

function mount(root, spec, view, asking) {
  const uid = `course-explorer-${++made}-${Math.random().toString(36).slice(2, 8)}`;
  // An answer holds what differs from the first scene.
  const begun = spec;
  const first = unpacked(spec.tables, view);
  let tables = first;
  let frame = 0;
  let version = 0;
  let speaking = 0;
  let playing = 0;
  let problem = "";
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const controls = new Map();
  const cleanups = [];

  // ---- rows of tables ----

  const position = (name) => controls.get(name)?.position() ?? 0;

  /** The numbers of `ref` (a table's name, or [name, shift]) at the controls' positions. */
  function rows(ref, { along = null, at = {} } = {}) {
    const [name, shift] = Array.isArray(ref) ? ref : [ref, 0];
    const { axes, shape, data } = tables[name];
    let from = 0;
    let size = data.length;
    axes.forEach((axis, i) => {
      if (axis === along) return;
      size /= shape[i];
      const last = i === axes.length - 1 || axes[i + 1] === along;
      const wanted = (axis in at ? at[axis] : position(axis)) + (last ? shift : 0);
      from += size * clamped(wanted, 0, shape[i] - 1);
    });
    return data.subarray(from, from + size);
  }

  function words(value, digits) {
    if (Number.isNaN(value) || Math.abs(value) === Infinity) return "too large to show";
    const text = value.toPrecision(digits);
    return (text.includes(".") && !text.includes("e") ? text.replace(/\.?0+$/, "") : text)
      .replace(/^-0$/, "0")
      .replace(/-/g, "−");
  }

  function filled(template, at = {}) {
    return template.replace(/\{(\w+)(?::(\d+))?\}/g, (_, name, digits) => {
      if (controls.has(name)) return controls.get(name).words();
      if (name in spec.texts) {
        const { axes, shape, values } = spec.texts[name];
        let i = 0;
        axes.forEach((axis, k) => {
          const wanted = axis in at ? at[axis] : position(axis);
          i = i * shape[k] + clamped(wanted, 0, shape[k] - 1);
        });
        return values[i];
      }
      if (name in spec.races) return told(spec.races[name], Number(digits ?? 0), at);
      return words(rows(name, { at })[0], Number(digits ?? 5));
    });
  }

  /** Who of several has the lowest number, or the place of one of them. */
  function told(race, which, at) {
    const values = race.tables.map((name) => rows(name, { at })[0]);
    const places = values.map((value) => 1 + values.filter((other) => other < value).length);
    if (which) return String(places[which - 1]);
    if (places.length > 1 && Math.max(...places) === 1) return filled(race.level, at);
    const first = race.texts.filter((_, i) => places[i] === 1).map((text) => filled(text, at));
    const last = first.pop();
    return first.length ? `${first.join(", ")} and ${last}` : last;
  }

  // ---- the page ----

  root.classList.add("course-explorer");
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", spec.title);
  const heading = element("p", { class: "ce-title" }, spec.title);
  const pictures = element("div", { class: "ce-panels" });
  const sentence = element("p", { class: "ce-said", "aria-hidden": "true" });
  const live = element("p", { class: "ce-live", role: "status", "aria-live": "polite" });
  const bar = element("div", { class: "ce-controls" });
  root.replaceChildren(heading, pictures, sentence, live, bar);

  function speak() {
    const text = problem || filled(spec.sentence);
    if (sentence.textContent !== text) sentence.textContent = text;
    sentence.classList.toggle("ce-problem", Boolean(problem));
    for (const control of controls.values()) control.told?.();
    clearTimeout(speaking);
    // Read aloud once the hand rests, not at every frame of a drag.
    speaking = setTimeout(() => {
      if (live.textContent !== text) live.textContent = text;
    }, 250);
  }

  // ---- panels ----

  let panels = [];

  function axisLines(svg, panel, { x, y, frame }) {
    for (const [value, text] of panel.x.ticks) {
      const px = x(value);
      svg.append(drawn("path", { class: "ce-grid", d: `M${px} ${frame.top}v${frame.high}` }));
      const label = drawn("text", { x: px, y: frame.top + frame.high + 16, "text-anchor": "middle" });
      label.textContent = text;
      svg.append(label);
    }
    for (const [value, text] of panel.y.ticks) {
      const py = y(value);
      svg.append(drawn("path", { class: "ce-grid", d: `M${frame.left} ${py}h${frame.wide}` }));
      const label = drawn("text", { x: frame.left - 6, y: py + 4, "text-anchor": "end" });
      label.textContent = text;
      svg.append(label);
    }
    const below = drawn("text", {
      x: frame.left + frame.wide / 2,
      y: frame.top + frame.high + 36,
      "text-anchor": "middle",
      class: "ce-axis",
    });
    below.textContent = panel.x.label;
    const beside = drawn("text", {
      x: -(frame.top + frame.high / 2),
      y: frame.left - 48,
      "text-anchor": "middle",
      transform: "rotate(-90)",
      class: "ce-axis",
    });
    beside.textContent = panel.y.label;
    svg.append(below, beside);
  }

  function swatch(mark) {
    const svg = drawn("svg", { width: 34, height: 14, viewBox: "0 0 34 14", "aria-hidden": true });
    if (mark.kind !== "points" && mark.kind !== "point") {
      svg.append(drawn("path", { class: markClass(mark), d: "M1 7h32" }));
    }
    const shape = mark.marker && SHAPES[mark.marker];
    if (shape) svg.append(drawn("path", { class: markClass(mark, "point"), d: `M17 7${shape}` }));
    return svg;
  }

  const markClass = (mark, kind = mark.kind) =>
    `ce-mark ce-${kind} ce-${mark.color} ce-${mark.dash} ce-shape-${mark.marker || "none"}` +
    (mark.hollow ? " ce-hollow" : "");

  const MAKERS = {
    line: (mark, { x, y }) => {
      const node = drawn("path");
      return [node, () => node.setAttribute("d", joined(mark, x, y))];
    },
    points: (mark, { x, y }) => {
      const node = drawn("path");
      const shape = SHAPES[mark.marker];
      return [
        node,
        () => {
          const xs = rows(mark.x, mark);
          const ys = rows(mark.y, mark);
          const until = mark.until ? position(mark.along) + 1 : xs.length;
          let d = "";
          for (let i = 0; i < until; i++) {
            if (Number.isNaN(xs[i]) || Number.isNaN(ys[i])) continue;
            d += `M${x(xs[i])} ${y(ys[i])}${shape}`;
          }
          node.setAttribute("d", d);
        },
      ];
    },
    point: (mark, { x, y, frame }) => {
      const node = drawn("path", { d: `M0 0${SHAPES[mark.marker]}` });
      return [
        node,
        () => {
          const px = x(rows(mark.x, mark)[0]);
          const py = y(rows(mark.y, mark)[0]);
          const shown = !(Number.isNaN(px) || Number.isNaN(py));
          node.style.display = shown ? "" : "none";
          if (!shown) return;
          const held = clamped(px, frame.left, frame.left + frame.wide);
          const height = clamped(py, frame.top, frame.top + frame.high);
          node.toggleAttribute("data-edge", held !== px || height !== py);
          node.setAttribute("transform", `translate(${held} ${height})`);
        },
      ];
    },
    segment: (mark, { x, y, arrow }) => {
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
    },
    rule: (mark, { x, y, frame }) => {
      const node = drawn("path");
      return [
        node,
        () =>
          node.setAttribute(
            "d",
            mark.x != null
              ? `M${x(rows(mark.x, mark)[0])} ${frame.top}v${frame.high}`
              : `M${frame.left} ${y(rows(mark.y, mark)[0])}h${frame.wide}`,
          ),
      ];
    },
    image: (mark, { x, y }) => {
      const node = drawn("image", { preserveAspectRatio: "none" });
      const [[x0, x1], [y0, y1]] = mark.extent;
      node.setAttribute("x", x(x0));
      node.setAttribute("y", y(y1));
      node.setAttribute("width", x(x1) - x(x0));
      node.setAttribute("height", y(y0) - y(y1));
      return [
        node,
        () => {
          const i = mark.axis ? clamped(position(mark.axis), 0, mark.images.length - 1) : 0;
          node.setAttribute("href", mark.images[i]);
        },
      ];
    },
    text: (mark, { x, y }) => {
      const node = drawn("text", { x: x(mark.at_x), y: y(mark.at_y), "text-anchor": "middle" });
      return [node, () => (node.textContent = filled(mark.text))];
    },
  };

  function joined(mark, x, y) {
    const xs = rows(mark.x, mark);
    const ys = rows(mark.y, mark);
    const until = mark.until ? Math.min(xs.length, position(mark.along) + 1) : xs.length;
    let d = "";
    let pen = "M";
    for (let i = 0; i < until; i++) {
      if (Number.isNaN(xs[i]) || Number.isNaN(ys[i])) {
        pen = "M";
        continue;
      }
      d += `${pen}${x(xs[i])} ${y(ys[i])}`;
      pen = "L";
    }
    return d;
  }

  const references = (mark) => [mark.x, mark.y, ...mark.ends].filter((ref) => ref != null);
  const nameOf = (ref) => (Array.isArray(ref) ? ref[0] : ref);

  /** The names of the controls that decide where a mark is drawn. */
  function deciding(mark) {
    const names = new Set();
    for (const ref of references(mark)) {
      const { axes } = tables[nameOf(ref)];
      for (const axis of axes) if (axis !== mark.along && !(axis in mark.at)) names.add(axis);
    }
    if (mark.until) names.add(mark.along);
    if (mark.axis) names.add(mark.axis);
    if (mark.text) for (const name of controls.keys()) names.add(name);
    return [...names].filter((name) => controls.has(name));
  }

  // Far outside is far enough: pixels of any size would overflow in the browser.
  const scale = (range, start, length) => (value) => {
    const share = (value - range[0]) / (range[1] - range[0]);
    return clamped(start + length * share, -2000, 3000);
  };

  function drawing(panel, i) {
    const figure = element("figure", { class: "ce-panel", "data-panel": panel.name });
    const svg = drawn("svg", {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: "img",
    });
    const frame = framed(panel, WIDTH, HEIGHT);
    const x = scale(panel.x.range, frame.left, frame.wide);
    const y = scale(panel.y.range, frame.top + frame.high, -frame.high);
    const definitions = drawn("defs");
    const clip = drawn("clipPath", { id: `${uid}-${i}` });
    const box = { x: frame.left, y: frame.top, width: frame.wide, height: frame.high };
    clip.append(drawn("rect", box));
    definitions.append(clip);
    svg.append(definitions, drawn("rect", { ...box, class: "ce-frame" }));
    axisLines(svg, panel, { x, y, frame });
    const inside = drawn("g", { "clip-path": `url(#${uid}-${i})` });
    const above = drawn("g");
    svg.append(inside, above);
    const arrow = (color) => {
      const id = `${uid}-${i}-${color}`;
      if (!definitions.querySelector(`#${id}`)) {
        const tip = drawn("marker", {
          id,
          viewBox: "0 0 10 10",
          refX: 9,
          refY: 5,
          markerWidth: 11,
          markerHeight: 11,
          markerUnits: "userSpaceOnUse",
          orient: "auto-start-reverse",
        });
        tip.append(drawn("path", { d: "M0 1L10 5L0 9z", class: `ce-tip ce-${color}` }));
        definitions.append(tip);
      }
      return id;
    };
    const legend = element("ul", { class: "ce-legend" });
    const updates = panel.marks.map((mark) => {
      const [node, update] = MAKERS[mark.kind](mark, { x, y, frame, arrow });
      node.setAttribute("class", markClass(mark));
      if (mark.name) node.setAttribute("data-mark", mark.name);
      // A single marker is held at the edge, so it need not be cut there.
      (mark.kind === "point" ? above : inside).append(node);
      for (const [text, src] of mark.keys) {
        legend.append(element("li", {}, element("img", { src, alt: "" }), ` ${text}`));
      }
      if (mark.label) legend.append(element("li", {}, swatch(mark), ` ${mark.label}`));
      // A text reads any table; the others are drawn anew only when one of theirs has changed.
      const reads = mark.text ? null : references(mark).map(nameOf);
      return { update, by: deciding(mark), reads, seen: "" };
    });
    const caption = element("figcaption", {}, panel.title);
    figure.append(caption, svg);
    if (legend.children.length) figure.append(legend);
    if (clickable(svg, panel, frame) && panel.hint) caption.append(`: ${panel.hint}`);
    if (panel.equal === false) {
      caption.append(" ", element("span", { class: "ce-scale" }, "(axes not to one scale)"));
    }
    const describe = () => svg.setAttribute("aria-label", filled(panel.label));
    return { panel, node: figure, updates, describe };
  }

  function board(panel) {
    const figure = element("figure", { class: "ce-panel", "data-panel": panel.name });
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
    figure.append(
      element("figcaption", {}, panel.title),
      element("table", {}, element("thead", {}, head), body),
    );
    const update = () => {
      for (const [cell, template] of cells) {
        const text = filled(template);
        if (cell.textContent !== text) cell.textContent = text;
      }
    };
    const updates = [{ update, by: [...controls.keys()], reads: null, seen: "" }];
    return { panel, node: figure, updates };
  }

  function clickable(svg, panel, frame) {
    const names = [...Object.values(panel.click), ...panel.grips.map(([, name]) => name)];
    if (!names.length || !names.every((name) => controls.get(name).enabled)) return false;
    svg.classList.add("ce-clickable");
    svg.classList.toggle("ce-grips", panel.grips.length > 0);
    let held = null;
    const pointed = (event) => {
      const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(
        svg.getScreenCTM().inverse(),
      );
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
      pointed(event);
    });
    svg.addEventListener("pointermove", (event) => {
      if (svg.hasPointerCapture(event.pointerId)) pointed(event);
    });
    return true;
  }

  /** Make panels whose description changed, keep the others. */
  function arrange() {
    version += 1;
    panels = spec.panels.map((panel, i) => {
      const before = panels[i]?.panel;
      if (before === panel || JSON.stringify(before) === JSON.stringify(panel)) return panels[i];
      const fresh = panel.kind === "table" ? board(panel) : drawing(panel, i);
      if (panels[i]) panels[i].node.replaceWith(fresh.node);
      else pictures.append(fresh.node);
      return fresh;
    });
    for (const { describe } of panels) describe?.();
  }

  function draw() {
    frame = 0;
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

  // However many events come before a frame, the newest state alone is drawn.
  const redraw = () => (frame ||= requestAnimationFrame(draw));

  // ---- controls ----

  // The number whose arrow key was pressed last, and by how much that moved it.
  let arrow = null;

  function asked(also = {}) {
    const values = {};
    for (const [name, other] of controls) if (other.spec.ask) values[name] = other.value();
    return { ...values, ...also };
  }

  function changed(control, by = 0) {
    // Until Python has answered, the picture and its sentence stay those of the last answer.
    if (problem || !control.spec.ask) redraw();
    problem = "";
    if (!control.spec.ask) return;
    arrow = by ? { control, by } : null;
    asking.ask(asked());
  }

  const CONTROLS = {
    slider(given, enabled) {
      const id = `${uid}-${given.name}`;
      const input = element("input", { type: "range", id, min: 0, step: 1 });
      const output = element("output", { for: id });
      const control = {
        node: labelled(given, id, input, output),
        position: () => Number(input.value),
        value: () => Number(input.value),
        words: () => control.spec.values[Number(input.value)],
        move(to) {
          input.value = to;
          changed(control);
        },
        stand(to) {
          input.value = to;
        },
        point(value) {
          const places = control.spec.positions;
          let best = 0;
          places.forEach((place, i) => {
            if (Math.abs(place - value) < Math.abs(places[best] - value)) best = i;
          });
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
      input.addEventListener("input", () => changed(control));
      return control;
    },

    select(given, enabled) {
      const id = `${uid}-${given.name}`;
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
        for (const name of given.resets) controls.get(name).forget();
        changed(control);
      });
      return control;
    },

    number(given, enabled) {
      const id = `${uid}-${given.name}`;
      const input = element("input", { type: "number", id, step: "any" });
      let { low, high, step } = given;
      let kept = null;
      const control = {
        node: labelled(given, id, input),
        position: () => 0,
        value: () => kept,
        words: () => String(kept).replace("-", "−"),
        forget() {
          kept = null;
        },
        stand(to) {
          input.value = kept = to;
          input.removeAttribute("aria-invalid");
        },
        renewed(to) {
          // A number in another range begins anew; in the same one, what is typed stays.
          const same = kept !== null && low === to.low && high === to.high;
          ({ low, high, step } = to);
          input.min = low;
          input.max = high;
          if (same) return;
          input.value = kept = to.value;
          input.removeAttribute("aria-invalid");
        },
        near: (value) => Number(clamped(value, low, high).toFixed(given.digits)),
        point(value, by) {
          const near = control.near(value);
          if (near === kept) return;
          input.value = kept = near;
          input.removeAttribute("aria-invalid");
          changed(control, by);
        },
      };
      control.renewed(given);
      input.disabled = !enabled;
      input.addEventListener("input", () => {
        const typed = input.valueAsNumber;
        const good = typed >= low && typed <= high;
        input.setAttribute("aria-invalid", String(!good));
        if (good) {
          kept = typed;
          changed(control);
        } else {
          problem = `${given.label} must be a number from ${low} to ${high}`.replace(/-/g, "−");
          redraw();
        }
      });
      // The browser's own arrows would begin counting at the lowest value.
      input.addEventListener("keydown", (event) => {
        const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
        if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        control.point(kept + way * step, way * step);
      });
      return control;
    },

    grip() {
      let held = null;
      const control = {
        position: () => 0,
        value: () => held,
        words: () => "",
        point(value) {
          held = value;
          changed(control);
          held = null;
        },
      };
      return control;
    },

    progress(given) {
      const id = `${uid}-${given.name}`;
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
    },

    player(given) {
      const target = () => controls.get(given.moves);
      const last = () => target().spec.values.length - 1;
      const run = element("button", { type: "button", class: "ce-run" }, "▶ Run");
      const step = element("button", { type: "button" }, "Step");
      const back = element("button", { type: "button" }, "Back to the start");
      const id = `${uid}-${given.name}`;
      const speed = element("select", { id });
      given.speeds.forEach(([text], i) => speed.append(element("option", { value: i }, text)));
      speed.value = given.at;
      const stop = () => {
        cancelAnimationFrame(playing);
        playing = 0;
        run.textContent = "▶ Run";
      };
      const play = () => {
        if (target().position() >= last()) target().move(0);
        // Without motion, a run is its end.
        if (still.matches) return target().move(last());
        run.textContent = "⏸ Pause";
        let before = performance.now();
        const tick = (now) => {
          const wait = 1000 / given.speeds[Number(speed.value)][1];
          const due = Math.floor((now - before) / wait);
          if (due > 0) {
            before += due * wait;
            target().move(Math.min(last(), target().position() + due));
          }
          if (target().position() >= last()) stop();
          else playing = requestAnimationFrame(tick);
        };
        playing = requestAnimationFrame(tick);
      };
      run.addEventListener("click", () => (playing ? stop() : play()));
      step.addEventListener("click", () => {
        stop();
        target().move(Math.min(last(), target().position() + 1));
      });
      back.addEventListener("click", () => {
        stop();
        target().move(0);
      });
      cleanups.push(stop);
      const node = element("div", { class: "ce-player" }, run, step, back);
      node.append(element("label", { for: id }, "speed"), speed);
      return { node, position: () => 0, value: () => 0, words: () => "" };
    },
  };

  function labelled(given, id, ...nodes) {
    const label = element("label", { for: id }, given.label);
    const kind = { range: "ce-slider" }[nodes[0].type] ?? "ce-field";
    return element("div", { class: kind, "data-control": given.name }, label, ...nodes);
  }

  const waiting = [];
  for (const given of spec.controls) {
    const enabled = !given.ask || Boolean(asking);
    if (!enabled && given.label) waiting.push(given.label);
    const control = CONTROLS[given.kind](given, enabled);
    control.spec ??= given;
    control.enabled = enabled;
    controls.set(given.name, control);
    if (control.node) bar.append(control.node);
  }
  if (waiting.length) {
    const text = `Changing ${waiting.join(" and ")} needs Python: run this cell in a notebook.`;
    bar.append(element("p", { class: "ce-note" }, text));
  }
  // The notebook would otherwise take arrow keys and letters for itself.
  root.addEventListener("keydown", (event) => {
    const running = event.key === "Enter" && (event.shiftKey || event.ctrlKey || event.metaKey);
    if (event.key !== "Escape" && !running && !event.ctrlKey && !event.metaKey) {
      event.stopPropagation();
    }
  });

  // ---- what Python sends ----

  asking?.listen({
    // For whoever must know whether what is drawn is the answer to what was asked.
    waiting(busy) {
      root.toggleAttribute("data-waiting", busy);
    },
    /** What the same arrow key would ask next, if one was pressed last. */
    following() {
      if (!arrow) return null;
      const { control, by } = arrow;
      const near = control.near(control.value() + by);
      return near === control.value() ? null : asked({ [control.spec.name]: near });
    },
    scene(fresh, buffer, newest) {
      const { controls: renewed = [], stands = {}, tables: named, ...rest } = fresh;
      tables = { ...first, ...unpacked(named, buffer) };
      const texts = { ...begun.texts, ...rest.texts };
      spec = { ...spec, ...rest, texts, panels: rest.panels.map((p, i) => p ?? begun.panels[i]) };
      problem = "";
      for (const given of renewed) controls.get(given.name)?.renewed?.(given);
      for (const [name, to] of Object.entries(stands)) {
        const control = controls.get(name);
        if (newest || !control.spec.ask) control.stand(to);
      }
      arrange();
      redraw();
    },
    problem(text) {
      problem = text;
      redraw();
    },
  });

  arrange();
  draw();
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(speaking);
    for (const cleanup of cleanups) cleanup();
  };
}

/**
 * Asks Python. Two questions at most are on their way; of those that come, the newest waits.
 * After an arrow key it also asks ahead, for what the same key would ask next. The last answers
 * are remembered: what is asked alone decides an answer.
 */
function asker(model) {
  const flying = new Map();
  const known = new Map();
  let sent = 0;
  let wanted = 0;
  let shown = 0;
  let next = null;
  let silence = 0;
  let resting = 0;
  let answers = null;

  // A lost answer must not close the way for the next question.
  function silent() {
    const missed = shown < wanted;
    for (const { key } of flying.values()) known.delete(key);
    flying.clear();
    // What was not answered is not waited for any more.
    shown = wanted;
    answers.waiting(false);
    if (!missed) return;
    answers.problem("Python does not answer. Is it busy? If it was restarted, run the cell again.");
  }

  function patience() {
    clearTimeout(silence);
    silence = setTimeout(silent, PATIENCE);
  }

  function send(question) {
    const number = ++sent;
    patience();
    flying.set(number, question);
    known.set(question.key, question);
    if (known.size > REMEMBERED) known.delete(known.keys().next().value);
    try {
      model.send({ number, values: question.values });
    } catch {
      clearTimeout(silence);
      silent();
    }
  }

  function go() {
    if (next && flying.size < 2) {
      const question = next;
      next = null;
      send(question);
    }
    answers.waiting(shown < wanted);
  }

  // The turn is the question's place among those that the hand asked; 0 if it is only asked ahead.
  const posed = (values, turn = 0) => ({ values, turn, key: JSON.stringify(values) });

  function look() {
    resting = 0;
    const values = answers.following();
    if (!values || next || flying.size > 1) return;
    const question = posed(values);
    if (!known.has(question.key)) send(question);
  }

  const rest = () => (resting ||= setTimeout(look, AHEAD));

  /** Show the answer to a question, unless a newer one is shown. */
  function show({ turn, answer }) {
    if (turn <= shown) return;
    shown = turn;
    const [{ problem, scene }, buffers] = answer;
    if (problem) answers.problem(problem);
    else answers.scene(scene, buffers[0], turn === wanted);
    rest();
  }

  /** Show what is known, or wait for what is on its way already. */
  function again(question) {
    question.turn = wanted;
    if (question.answer) return show(question);
    patience();
    rest();
  }

  function heard(message, buffers) {
    // Without a number nobody asked: Python shows what it watches.
    if (message.number === undefined) return answers.scene(message.scene, buffers[0], true);
    const question = flying.get(message.number);
    if (!question) return;
    flying.delete(message.number);
    question.answer = [message, buffers];
    show(question);
    go();
  }

  model.on("msg:custom", heard);
  return {
    ask(values) {
      const question = posed(values, ++wanted);
      const before = known.get(question.key);
      next = before ? null : question;
      if (before) again(before);
      go();
    },
    listen(to) {
      answers = to;
    },
    close() {
      clearTimeout(silence);
      clearTimeout(resting);
      model.off("msg:custom", heard);
    },
  };
}

/** Hide the page version of a live explorer, before it or late after it; return how to show it. */
function replacing(live, key) {
  let page = null;
  for (const other of document.querySelectorAll(`.course-explorer-page[data-key="${key}"]`)) {
    const before = other.compareDocumentPosition(live) & Node.DOCUMENT_POSITION_FOLLOWING;
    if ("late" in other.dataset ? !before && !page : before) page = other;
  }
  page?.setAttribute("hidden", "");
  return () => page?.removeAttribute("hidden");
}

function render({ model, el }) {
  const live = element("div", { class: "course-explorer-live" });
  el.append(live);
  const asking = asker(model);
  const end = mount(live, model.get("spec"), model.get("tables"), asking);
  let shown = () => {};
  let placing = 0;
  // Not in the page yet: which page version is the nearest can be seen one frame later.
  const place = () => {
    placing = requestAnimationFrame(() => (shown = replacing(live, model.get("spec").key)));
  };
  place();
  // Python stores the last scene once a page version of it stands there.
  model.on("change:spec", place);
  return () => {
    cancelAnimationFrame(placing);
    model.off("change:spec", place);
    end();
    asking.close();
    shown();
  };
}

/** Bring a page without Python to life, once it is looked at and no live one has taken over. */
function page(root, spec, base64) {
  const watch = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watch.disconnect();
    setTimeout(() => {
      if (root.offsetParent === null) return watch.observe(root);
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const stage = element("div");
      root.querySelector("img").replaceWith(stage);
      mount(stage, spec, new DataView(bytes.buffer), null);
    }, 300);
  });
  watch.observe(root);
}

export default { render };
