// Draws a question with radio buttons. What is said of a choice comes from Python, ready made.

/** How long Python may take to confirm a choice before the reader is told, in milliseconds. */
const PATIENCE = 3000;

function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

/** An element that holds HTML which Python has escaped and marked. */
function told(name, html) {
  const made = document.createElement(name);
  made.innerHTML = html;
  return made;
}

/** Draw the question into `root`; `choose(at)` is told each choice. Return how to show a state. */
function drawn(root, spec, choose) {
  // The same question may stand in the page twice: buttons of one name would push each other out.
  const group = `course-question-${Math.random()}`;
  const said = element("div", { class: "course-question-said", "aria-live": "polite" });
  const buttons = spec.choices.map((_, at) => {
    const button = element("input", { type: "radio", name: group });
    button.addEventListener("change", () => choose(at));
    return button;
  });
  const labels = spec.choices.map((text, at) => element("label", {}, buttons[at], told("span", text)));
  const legend = told("legend", spec.title);
  root.replaceChildren(element("fieldset", {}, legend, ...labels, said));
  // The notebook would otherwise take arrow keys and letters for itself.
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.stopPropagation();
    }
  });
  return ({ at, tone, lines }) => {
    root.dataset.tone = tone;
    buttons.forEach((button, i) => (button.checked = i === at));
    said.replaceChildren(...lines.map((line) => told("p", line)));
  };
}

/**
 * What this browser keeps of a choice: its text, for in a later edition it may have another place.
 * Pages from a file, or without storage, keep nothing: -1.
 */
function keeping({ name, title, choices }) {
  // Jupyter's page holds many notebooks, and its address is that of the one that is looked at.
  const many = document.getElementById("jupyter-config-data");
  const key = `course-question:${many ? title : location.pathname}:${name}`;
  const kept = (use) => {
    try {
      return use(localStorage);
    } catch {
      return null;
    }
  };
  return {
    read: () => choices.indexOf(kept((storage) => storage.getItem(key))),
    write: (at) => kept((storage) => storage.setItem(key, choices[at])),
    forget: () => kept((storage) => storage.removeItem(key)),
  };
}

/** Beside a kernel: a choice counts once Python has kept it and said so. */
function render({ model, el }) {
  const root = element("div", { class: "course-question course-question-live" });
  el.append(root);
  const spec = model.get("spec");
  const kept = keeping(spec);
  let waiting = 0;
  const lost = () => {
    const words = "Not recorded: Python is busy or was restarted. Run this cell again, then choose.";
    show({ ...model.get("state"), tone: "wrong", lines: [words] });
  };
  const choose = (at) => {
    clearTimeout(waiting);
    show({ at, tone: "open", lines: ["Recording …"] });
    waiting = setTimeout(lost, PATIENCE);
    try {
      model.send({ choice: at });
    } catch {
      // Jupyter knows already that nobody listens any more.
      clearTimeout(waiting);
      lost();
    }
  };
  const show = drawn(root, spec, choose);
  const confirmed = () => {
    clearTimeout(waiting);
    show(model.get("state"));
    // Python has it now: what it forgets, this browser must not bring back.
    if (model.get("state").at >= 0) kept.forget();
  };
  model.on("change:state", confirmed);
  confirmed();
  // A choice that was made in the page's form, before this one took its place.
  const before = kept.read();
  if (before >= 0) choose(before);
  return () => {
    clearTimeout(waiting);
    model.off("change:state", confirmed);
  };
}

/** Without a kernel: the choice is kept by the browser, beside what the notebook had stored. */
function page(root, spec, now, each) {
  const kept = keeping(spec);
  const answered = (at) => {
    const { tone, lines } = each[at];
    const where = kept.read() === at ? "Kept in this browser" : "Not kept";
    const first = tone === "kept" ? `${where}: ${spec.choices[at]}. Read on and compare.` : lines[0];
    return { at, tone, lines: [first, ...lines.slice(1)] };
  };
  const show = drawn(root.querySelector(".course-question"), spec, (at) => {
    kept.write(at);
    show(answered(at));
  });
  const before = kept.read();
  show(now.at < 0 && before >= 0 ? answered(before) : now);
}

export default { render };
